import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

import { pictures } from '../build/pictures.ts';

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [svelte({ configFile: at('../svelte.config.js') }), pictures()],
  build: {
    outDir: at('../reports/bench'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: [at('floor.html'), at('app.html')] },
  },
});
