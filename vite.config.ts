import { readFileSync } from 'node:fs';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

import { contentSecurityPolicy } from './build/content-security-policy.ts';
import { pictures } from './build/pictures.ts';
import { serviceWorker } from './build/service-worker.ts';
import { findBrowser, LAUNCH_FLAGS } from './tests/browser/find.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const define = { __VERSION__: JSON.stringify(version) };

/**
 * Everything browser tests import, named beforehand: a package found only during the run makes Vite
 * start over, and the first run on a fresh clone then fails.
 */
const KNOWN_IN_BROWSER = [
  'konva/lib/Layer.js',
  'konva/lib/Shape.js',
  'konva/lib/Stage.js',
  'konva/lib/shapes/Circle.js',
  'idb',
  'valibot',
  'fflate',
  'age-encryption',
  'workbox-window',
  'vitest-browser-svelte',
  '@testing-library/svelte',
  '@testing-library/user-event',
  '@testing-library/jest-dom/vitest',
];

/** A busy machine is slow, not wrong: properties are tried hundreds of times. */
const PATIENCE_MS = 60_000;

export default defineConfig({
  base: './',
  publicDir: 'static',
  plugins: [svelte(), pictures(), contentSecurityPolicy(), serviceWorker()],
  define,
  build: { target: 'es2022', manifest: true },
  test: {
    // Somebody waits while pictures are painted and fingers are held: two at once take two thirds of the time.
    maxWorkers: 2,
    projects: [
      inNode('unit', ['tests/unit/**/*.test.ts']),
      inNode('contract-node', ['tests/contract/**/*.node.test.ts']),
      inBrowser('contract-browser', ['tests/contract/**/*.browser.test.ts']),
      inBrowser('component', ['tests/component/**/*.test.ts']),
    ],
  },
});

function inNode(name: string, include: string[]): TestProjectConfiguration {
  return {
    plugins: [svelte(), pictures()],
    define,
    test: { name, include, environment: 'node', isolate: false, testTimeout: PATIENCE_MS },
  };
}

function inBrowser(name: string, include: string[]): TestProjectConfiguration {
  return {
    plugins: [svelte(), pictures()],
    define,
    publicDir: 'static',
    optimizeDeps: { include: KNOWN_IN_BROWSER },
    test: {
      name,
      include,
      testTimeout: PATIENCE_MS,
      setupFiles: ['tests/component/setup.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath: findBrowser(), args: LAUNCH_FLAGS },
        }),
        instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
      },
    },
  };
}
