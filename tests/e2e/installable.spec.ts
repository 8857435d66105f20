/** The app on the home screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { persistent } from './browser.ts';
import { sizeOfPng } from './png.ts';
import { DIST } from './server.ts';

type Image = Readonly<{ src: string; sizes: string; type?: string; purpose?: string }>;
type Manifest = Readonly<{
  icons: readonly Image[];
  screenshots: readonly (Image & Readonly<{ form_factor?: string; label?: string }>)[];
  shortcuts: readonly Readonly<{ name: string; url: string; icons: readonly Image[] }>[];
}>;

const manifest = (): Manifest =>
  JSON.parse(readFileSync(join(DIST, 'manifest.webmanifest'), 'utf8')) as Manifest;

test('[O4] every picture that the manifest names is there, as large as it says', () => {
  const { icons, screenshots, shortcuts } = manifest();
  const images = [...icons, ...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)];
  const found = images.map(({ src }) => {
    const file = readFileSync(join(DIST, src));
    if (src.endsWith('.svg')) return { src, sizes: file.includes('<svg ') ? 'any' : 'no svg' };
    const { width, height } = sizeOfPng(file);
    return { src, sizes: `${String(width)}x${String(height)}` };
  });
  expect(found).toEqual(images.map(({ src, sizes }) => ({ src, sizes })));
});

test('[O4] there are icons for every purpose, shortcuts to screens of ours, and wide screenshots', () => {
  const { icons, screenshots, shortcuts } = manifest();
  const purposes = new Set(icons.flatMap(({ purpose = 'any' }) => purpose.split(' ')));
  expect([...purposes].toSorted()).toEqual(['any', 'maskable', 'monochrome']);
  const large = icons.filter(({ sizes }) => sizes === '512x512' || sizes === 'any');
  expect(new Set(large.flatMap(({ purpose = 'any' }) => purpose.split(' '))).size).toBe(3);
  expect(shortcuts.length).toBeGreaterThanOrEqual(2);
  expect(screenshots.some(({ form_factor: form }) => form === 'wide')).toBe(true);
});

test('[O4] the browser finds nothing that would keep it from installing the app', async ({
  playwright,
  baseURL,
}, testInfo) => {
  const context = await persistent(playwright, testInfo.outputPath('profile'));
  const page = context.pages()[0] ?? (await context.newPage());
  const app = new App(page);
  await app.visit('', baseURL);
  await expect(page.getByText(app.says('welcome.offline'))).toBeVisible();
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${baseURL ?? ''}manifest.webmanifest`);
  for (const { url: shortcut } of manifest().shortcuts) {
    await page.goto(new URL(shortcut, baseURL).href);
    await expect(app.button('adult.hold').or(app.button('go.home'))).toBeVisible();
  }
  await context.close();
});
