/** The app's version, from package.json (vite.config.ts). */
declare const __VERSION__: string;
