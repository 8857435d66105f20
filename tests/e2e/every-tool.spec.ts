/** Every tool that a child can take, from practice to the file. */
import { expect, test } from '@playwright/test';

import { COLOUR_OF } from '#domain/crayon.ts';
import type { SessionJson, WorkJson } from '#files/session-file.ts';

import { App } from './app.ts';
import type { Place } from './hands.ts';
import { inkAt, pixelsOf } from './png.ts';
import { faultsIn, recordOf } from './record.ts';
import { tabletOf } from './tablet.ts';
import { filesOf, type Files } from './zips.ts';

const WHITE = '#ffffff';
const ROOM: readonly Place[] = [
  { x: 400, y: 300 },
  { x: 800, y: 300 },
  { x: 800, y: 700 },
  { x: 400, y: 700 },
  { x: 400, y: 295 },
];
const IN_ROOM: Place = { x: 600, y: 500 };
const level = (y: number): Place[] => [
  { x: 950, y },
  { x: 1500, y },
];
const [CRAYONED, MARKED, BRUSHED, SWEPT] = [level(200), level(400), level(600), level(900)];
const SUN: readonly (readonly Place[])[] = [
  [
    { x: 500, y: 400 },
    { x: 1100, y: 400 },
    { x: 1100, y: 900 },
    { x: 500, y: 900 },
    { x: 500, y: 400 },
  ],
  [
    { x: 300, y: 650 },
    { x: 1300, y: 650 },
  ],
];
const LEFT: Place = { x: 450, y: 500 };
const RIGHT: Place = { x: 1150, y: 700 };

test('[I15] what is drawn for practice is nowhere on the tablet', async ({ page }) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('vicuna');
  await expect(app.button('practice')).toBeVisible();
  const before = await tabletOf(page);
  await app.practise();
  await app.drawLine(CRAYONED, 'touch');
  await app.takeBrush('marker');
  await app.drawLine(MARKED, 'pen');
  await app.rubOut(CRAYONED, 'mouse');
  await app.undo();
  await app.drawLine(BRUSHED, 'mouse');
  expect(await app.colourAt({ x: 1200, y: 600 })).not.toBe(WHITE);
  await app.drawLine(ROOM, 'mouse');
  await app.pourAt('red', IN_ROOM);
  await expect.poll(() => app.colourAt(IN_ROOM)).toBe(COLOUR_OF.red);
  expect(await tabletOf(page)).toEqual(before);
  await app.button('go.back').click();
  await expect(app.button('practice')).toBeVisible();
  expect(await tabletOf(page)).toEqual(before);
});

test('[S11] the hand a child chooses for practice is remembered, and tools change sides', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('vicuna');
  await app.practise();
  const drawAt = async (): Promise<number> =>
    (await app.button('tool.draw').boundingBox())?.x ?? -1;
  expect(await drawAt()).toBeLessThan(640);
  await app.button('hand.left').tap();
  await expect.poll(drawAt).toBeGreaterThan(640);
  await app.startAgain('#/try');
  await app.begin('drawing');
  expect(await drawAt()).toBeGreaterThan(640);
  await app.kept(1, () => app.drawLine(CRAYONED, 'touch'));
});

test.describe('[F8] the youngest with every tool of theirs', () => {
  let session: SessionJson;
  let files: Files;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(90_000);
    const page = await browser.newPage();
    const app = new App(page);
    await app.visit();
    await app.tryIt('vicuna');
    await app.setAge('6-8');
    await app.begin('drawing');
    await app.kept(4, async () => {
      await app.drawLine(ROOM, 'touch');
      await app.drawLine(CRAYONED, 'pen');
      await app.takeBrush('brush');
      await app.takeCrayon('green', 'thick');
      await app.drawLine(MARKED, 'touch');
      await app.takeCrayon('blue');
      await app.drawLine(BRUSHED, 'mouse');
    });
    await app.kept(1, () => app.pourAt('red', IN_ROOM, 'touch'));
    await app.kept(2, async () => {
      await app.drawLine(SWEPT, 'touch');
      await app.rubOut(
        [
          { x: 1200, y: 850 },
          { x: 1200, y: 950 },
        ],
        'touch',
      );
    });
    await app.kept(4, async () => {
      await app.undo();
      await app.undo();
      await app.redo();
      await app.redo();
    });
    expect(await app.colourAt({ x: 1000, y: 900 })).toBe(WHITE);
    await app.finish('keep');

    await app.begin('map');
    await app.putByTap('tree', 800, 1000, 'touch');
    await app.drawOwnPicture(SUN, 'touch');
    await app.putDown(LEFT, 'touch');
    await app.openPanel('tool.hand');
    await app.takeOwn(1);
    await app.closePanels();
    await app.putDown(RIGHT, 'touch');
    await app.join(LEFT, RIGHT, 'touch');
    await app.allSaved();
    await app.finish('keep');
    const handed = await app.handOver();
    session = recordOf(handed);
    files = filesOf(handed.bytes);
    await page.close();
  });

  test('[F3] the record keeps to its published schema', () => {
    expect(faultsIn(session)).toEqual([]);
  });

  test('[I11][I13] the file tells what drew, and of what the rubber took only that it was', () => {
    const { strokes, log } = workOf(session, 'drawing');
    expect(strokes.map(({ tool, crayon, width, input }) => [tool, crayon, width, input])).toEqual([
      ['crayon', 'black', 'middle', 'touch'],
      ['crayon', 'black', 'middle', 'pen'],
      ['brush', 'green', 'thick', 'touch'],
      ['brush', 'blue', 'thick', 'mouse'],
    ]);
    expect(log.filter(({ op }) => op.kind === 'erased').map(({ op }) => op['was'])).toContain(
      'stroke/add',
    );
    expect(log.map(({ op }) => op.kind).filter((kind) => kind === 'undo')).toHaveLength(2);
    expect(log.map(({ op }) => op.kind).filter((kind) => kind === 'redo')).toHaveLength(2);
  });

  test('[I12][F9] the poured paint fills the room in the record and in the picture, and nothing else', () => {
    const { fills, pages } = workOf(session, 'drawing');
    expect(fills.map(({ crayon, by }) => [crayon, by])).toEqual([['red', 'vicuna-01']]);
    const xs = fills.flatMap(({ rings }) =>
      rings.flatMap((ring) => ring.filter((_, at) => at % 2 === 0)),
    );
    expect(Math.min(...xs)).toBeGreaterThan(385);
    expect(Math.max(...xs)).toBeLessThan(815);
    const clean = pixelsOf(Buffer.from(files[pages[0]?.clean ?? ''] ?? []));
    const at = (x: number, y: number): string => inkAt(clean, x * 2, y * 2, 8);
    expect(at(IN_ROOM.x, IN_ROOM.y)).toBe(COLOUR_OF.red);
    expect(at(430, 660)).toBe(COLOUR_OF.red);
    expect(at(300, 500)).toBe(WHITE);
    expect(at(1200, 200)).toBe(COLOUR_OF.black);
    expect(at(1200, 600)).toBe(COLOUR_OF.blue);
    expect(at(1200, 900)).toBe(WHITE);
  });

  test('[I23] the picture a child drew leaves under its own id, with its lines, and is put twice', () => {
    const { items, links, pages } = workOf(session, 'map');
    const [own, ...others] = session.ownSymbols;
    expect(others).toEqual([]);
    expect(own?.symbol).toMatch(/^own-[0-9a-z]{16}$/);
    expect(own?.by).toBe('vicuna-01');
    expect(own?.lines.map(({ tool, crayon }) => [tool, crayon])).toEqual([
      ['crayon', 'black'],
      ['crayon', 'black'],
    ]);
    expect(items.map(({ symbol, x, y }) => ({ symbol, x, y }))).toEqual([
      { symbol: 'tree', x: 800, y: 1000 },
      { symbol: own?.symbol, ...LEFT },
      { symbol: own?.symbol, ...RIGHT },
    ]);
    expect(links.map(({ from, to }) => [from, to])).toEqual([[items[1]?.item, items[2]?.item]]);
    const clean = pixelsOf(Buffer.from(files[pages[0]?.clean ?? ''] ?? []));
    for (const { x, y } of [LEFT, RIGHT]) {
      expect(inkAt(clean, x * 2, y * 2, 30)).toBe(COLOUR_OF.black);
    }
  });
});

function workOf({ works }: SessionJson, activity: string): WorkJson {
  const work = works.find((one) => one.activity === activity);
  if (!work) throw new Error(`no ${activity} in the file`);
  return work;
}
