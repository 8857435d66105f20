/** No network for a week: the app starts, works and hands over all the same. */
import { expect, test, type BrowserContext } from '@playwright/test';
import { preview } from 'vite';

import { App } from './app.ts';
import { persistent } from './browser.ts';
import { DIST, serve } from './server.ts';

const BLUE = '#22559c';

test('[O1][O3] with the server stopped and the browser restarted the whole job is done, and nobody is asked', async ({
  playwright,
}, testInfo) => {
  test.setTimeout(120_000);
  const profile = testInfo.outputPath('profile');
  const server = await preview({
    configFile: false,
    base: './',
    build: { outDir: DIST },
    preview: { port: 0, host: 'localhost' },
  });
  const url = server.resolvedUrls?.local[0] ?? '';

  const first = await persistent(playwright, profile);
  const asked = listen(first);
  const before = new App(first.pages()[0] ?? (await first.newPage()));
  await before.visit('', url);
  await expect(before.page.getByText(before.says('welcome.offline'))).toBeVisible();
  await before.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await first.close();
  await server.close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');

  const second = await persistent(playwright, profile);
  const askedOffline = listen(second);
  const app = new App(second.pages()[0] ?? (await second.newPage()));
  await app.visit('', url);
  await app.tryIt('colibri');
  await app.begin('map');
  await app.kept(3, async () => {
    await app.putByTap('school', 500, 500);
    await app.putByDrag('house', 1100, 500);
    await app.join({ x: 500, y: 500 }, { x: 1100, y: 500 });
  });
  await app.takeCrayon('blue', 'thick');
  await app.kept(1, () =>
    app.drawLine([
      { x: 200, y: 900 },
      { x: 800, y: 950 },
      { x: 1400, y: 900 },
    ]),
  );
  await app.finish('keep');
  const { name, bytes } = await app.handOver();
  await app.goHome();
  await app.button('welcome.open').click();
  await app.openFile({ name, mimeType: 'application/zip', buffer: bytes });
  const sheet = app.page.locator('figure .sheet');
  await expect(sheet).toHaveCount(1);
  await expect.poll(() => app.colourAt({ x: 500, y: 925 }, sheet)).toBe(BLUE);
  await second.close();

  expect(askedOffline.failed).toEqual([]);
  expect(askedOffline.all.length).toBeGreaterThan(10);
  const strangers = [...asked.all, ...askedOffline.all].filter((one) => !isOurs(one, url));
  expect(strangers).toEqual([]);
});

test('[O3] even a script that got in could tell nobody', async ({ page }) => {
  const elsewhere = await serve(DIST);
  const app = new App(page);
  await app.visit();
  await expect(app.button('welcome.try')).toBeVisible();
  const tries = await page.evaluate(async (url) => {
    const refused = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'went out',
        () => 'refused',
      );
    const image = new Image();
    image.src = `${url}icons/icon-192.png`;
    return Promise.all([
      refused(fetch(`${url}session`, { method: 'POST', body: 'works' })),
      refused(image.decode()),
      refused(import(/* @vite-ignore */ `${url}assets/beacon.js`)),
    ]);
  }, elsewhere.url);
  await elsewhere.stop();
  expect(tries).toEqual(['refused', 'refused', 'refused']);
  expect(elsewhere.asked).toEqual([]);
});

/** Every request of every window and worker, and those that failed. */
function listen(context: BrowserContext): { all: string[]; failed: string[] } {
  const asked = { all: [] as string[], failed: [] as string[] };
  context.on('request', (request) => asked.all.push(request.url()));
  context.on('requestfailed', (request) =>
    asked.failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  return asked;
}

/** Our own origin, or bytes that the page itself holds. */
function isOurs(asked: string, url: string): boolean {
  return asked.startsWith(url) || asked.startsWith('blob:') || asked.startsWith('data:');
}
