import { defineConfig } from '@playwright/test';

import { findBrowser, LAUNCH_FLAGS } from './tests/browser/find.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // Most of a journey is waiting for hands and saving: two at once take two thirds of the time.
  workers: 2,
  timeout: 60_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  use: {
    baseURL: 'http://localhost:4173/',
    viewport: { width: 1280, height: 800 },
    locale: 'es-PE',
    timezoneId: 'America/Lima',
    hasTouch: true,
    launchOptions: { executablePath: findBrowser(), args: LAUNCH_FLAGS },
  },
  webServer: {
    command: 'npx vite preview --port 4173 --strictPort',
    url: 'http://localhost:4173/',
    reuseExistingServer: false,
  },
});
