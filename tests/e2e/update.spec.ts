/** A newer version is published while children draw. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { newFolder } from './scratch.ts';
import { DIST, serve, type Host } from './server.ts';
import { tabletOf } from './tablet.ts';

let folder: string;
let host: Host;

test.beforeEach(async () => {
  folder = newFolder('dist');
  cpSync(DIST, folder, { recursive: true });
  host = await serve(folder);
});

test.afterEach(() => host.stop());

test('[O2] a newer version waits until somebody says so on the welcome screen', async ({
  page,
}) => {
  const app = new App(page);
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await app.visit('', host.url);
  await expect(page.getByText(app.says('welcome.offline'))).toBeVisible();
  await app.tryIt('sapo');
  await app.begin('drawing');
  await app.kept(1, () =>
    app.drawLine([
      { x: 300, y: 300 },
      { x: 700, y: 400 },
    ]),
  );

  publish('Llaqta II');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
  await app.kept(1, () =>
    app.drawLine([
      { x: 300, y: 500 },
      { x: 700, y: 600 },
    ]),
  );
  await expect(app.button('welcome.update')).toHaveCount(0);
  await app.finish('keep');
  await expect(app.button('welcome.update')).toHaveCount(0);
  expect(loads).toHaveLength(1);
  await expect(page).toHaveTitle('Llaqta');

  await app.goHome();
  const before = await tabletOf(page);
  await app.button('welcome.update').click();
  await expect(page).toHaveTitle('Llaqta II');
  await expect(app.button('welcome.update')).toHaveCount(0);
  await expect.poll(() => loads).toHaveLength(2);
  expect(await tabletOf(page)).toEqual(before);
  await app.button('welcome.try').click();
  await expect(page.getByRole('img', { name: app.says('mark.keep') })).toBeVisible();
});

test('[O2] a version that cannot be fetched whole is not used at all', async ({ page }) => {
  const app = new App(page);
  await app.visit('', host.url);
  await expect(page.getByText(app.says('welcome.offline'))).toBeVisible();

  publish('Llaqta II', 'assets/gone-00000000.js');
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (!installing) return 'nothing new';
    return new Promise<string>((resolve) => {
      const { signal } = new AbortController();
      const look = (): void => {
        if (installing.state !== 'installing') resolve(installing.state);
      };
      installing.addEventListener('statechange', look, { signal });
      look();
    });
  });
  expect(outcome).toBe('redundant');
  await page.reload();
  await expect(page).toHaveTitle('Llaqta');
  await expect(app.button('welcome.try')).toBeVisible();
  await expect(app.button('welcome.update')).toHaveCount(0);
});

/** Put a newer version on the server; `missing` names a file that it lists but does not have. */
function publish(title: string, missing?: string): void {
  const page = join(folder, 'index.html');
  const worker = join(folder, 'sw.js');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>Llaqta<', `<title>${title}<`));
  const list = readFileSync(worker, 'utf8');
  const entry = /\{url:(["'`])index\.html\1,revision:\1[0-9a-f]+\1\}/;
  if (!entry.test(list)) throw new Error('the list of files does not name the page');
  const others = missing ? `,{url:"${missing}",revision:null}` : '';
  const newer = list.replace(entry, `{url:"index.html",revision:"0123456789abcdef"}${others}`);
  writeFileSync(worker, newer);
}
