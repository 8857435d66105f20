/** The film of how a page was made, played in an opened file. */
import { createHash } from 'node:crypto';

import { expect, test, type Locator } from '@playwright/test';

import { App } from './app.ts';

// In this window the sheet of a work and the sheet of a film are of one size: then pixels can be compared.
test.use({ viewport: { width: 1280, height: 770 } });

test('[I21][I20] the film begins blank and ends with the picture that the child left, pixel for pixel', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('sapo');
  await app.begin('map');
  await app.takeCrayon('blue', 'thick');
  for (const y of [200, 240, 600]) {
    await app.drawLine(
      [
        { x: 200, y },
        { x: 1400, y: y + 100 },
      ],
      'touch',
    );
  }
  await app.takeBrush('marker');
  await app.drawLine([
    { x: 300, y: 150 },
    { x: 900, y: 900 },
    { x: 1300, y: 200 },
  ]);
  await app.takeBrush('brush');
  await app.drawLine(
    [
      { x: 100, y: 1000 },
      { x: 1500, y: 950 },
    ],
    'pen',
  );
  await app.rubOut([
    { x: 700, y: 100 },
    { x: 700, y: 1100 },
  ]);
  await app.putByTap('school', 400, 800);
  await app.putByTap('house', 1100, 800);
  await app.pourAt('ichu', { x: 1500, y: 1150 });
  await app.drawLine([
    { x: 380, y: 700 },
    { x: 420, y: 900 },
  ]);
  await app.undo();
  await app.redo();
  await app.allSaved();
  await app.button('stop').click();
  await app.button('finish.back').click();
  await app.sheetReady();
  const left = await settledOn(app.sheet);
  await app.finish('keep');
  const { name, bytes } = await app.handOver();
  const file = { name, mimeType: 'application/zip', buffer: bytes };

  await app.goHome();
  await app.button('welcome.open').click();
  await app.openFile(file);
  const sheet = page.locator('figure .sheet');
  await expect(sheet).toHaveCount(1);
  await expect.poll(async () => (await seenOn(sheet)).size).toBe(left.size);
  await expect.poll(async () => (await seenOn(sheet)).pixels).toBe(left.pixels);

  const moment = page.getByRole('slider', { name: app.says('replay.where') });
  await moment.fill('0');
  await expect.poll(async () => (await seenOn(sheet)).blank).toBe(true);
  await page.getByRole('button', { name: app.says('replay.speed', { times: 16 }) }).click();
  await app.button('replay').click();
  await expect(app.button('replay.pause')).toBeVisible();
  await expect(app.button('replay')).toBeVisible({ timeout: 20_000 });
  await expect.poll(async () => (await seenOn(sheet)).pixels).toBe(left.pixels);

  const end = Number(await moment.getAttribute('max'));
  await moment.fill(String(Math.floor(end / 2)));
  const half = await seenOn(sheet);
  expect(half.blank).toBe(false);
  expect(half.pixels).not.toBe(left.pixels);
  await moment.fill(String(end));
  await expect.poll(async () => (await seenOn(sheet)).pixels).toBe(left.pixels);
});

type Seen = Readonly<{ size: string; blank: boolean; pixels: string }>;

/** What the canvas of a sheet shows when it is put together: that takes some frames. */
async function settledOn(sheet: Locator): Promise<Seen> {
  let before = await seenOn(sheet);
  await expect
    .poll(async () => {
      const [was, now] = [before, await seenOn(sheet)];
      before = now;
      return now.pixels === was.pixels;
    })
    .toBe(true);
  return before;
}

/** What the canvas of a sheet shows. */
async function seenOn(sheet: Locator): Promise<Seen> {
  const { size, data } = await sheet.evaluate((host) => {
    const canvas = host.querySelector<HTMLCanvasElement>(':scope > canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('no canvas');
    const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
    const ink: number[] = [];
    for (let at = 0; at < pixels.length; at += 4) {
      if ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) === 765) continue;
      ink.push(at, pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    }
    return {
      size: `${String(canvas.width)} x ${String(canvas.height)}`,

      data: ink.join(' '),
    };
  });
  const pixels = createHash('sha256').update(data).digest('hex');
  return { size, blank: data === '', pixels };
}
