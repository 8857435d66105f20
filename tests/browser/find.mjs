/**
 * Finds a Chromium for the tests: CHROMIUM_PATH, the system's, Playwright's, or the one npm brings
 * (tests/browser/fetch.mjs). None is a loud failure: a test in no browser proves nothing.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Root needs no sandbox flag to start at all; the others keep Chromium from looking for Google. */
export const LAUNCH_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where fetch.mjs leaves the browser that came from npm. */
export const FROM_NPM = '/tmp/chromium';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser's path, or nothing.
 * @returns {string | undefined}
 */
export function browserPath() {
  const wanted = process.env.CHROMIUM_PATH;
  return [...(wanted ? [wanted] : []), ...SYSTEM, chromium.executablePath(), FROM_NPM].find(
    existsSync,
  );
}

/**
 * The browser's path. Vite reads its settings for builds too, where no browser is needed; there the
 * path stays unused, and a test run without a browser stops in scripts/test.mjs.
 * @returns {string}
 */
export function findBrowser() {
  return browserPath() ?? 'no-browser-found';
}
