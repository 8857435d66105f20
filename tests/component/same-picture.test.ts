/** [I8]: however a page came about, opened again it is the same picture, pixel for pixel. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { present } from '#base/assert.ts';
import type { AgeBand } from '#domain/age-band.ts';
import { BRUSHES, WIDTHS } from '#domain/crayon.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import { pictureOf, PICTURES } from '#symbols/pictures.ts';
import { paintItem } from '#paint/paint.ts';
import { boxOfItem } from '#paint/sheet.ts';
import { areaOf } from '#paint/surface.ts';
import { Finger } from './hands.ts';
import { aStage, differences, lookAt, painted, type Look } from './paper.ts';
import { play } from './play.ts';
import { aKit, aTable, openedAgain, type Table } from './tablet.ts';

/** Widths of a sheet on the screen at which a page unit is 0.5, 1.05 and 1.5 pixels. */
const WIDTHS_PX = [800, 1680, 2400];

/** A finger that taps at the edge of the screen only rests there: let the whole sheet be within. */
beforeAll(() => page.viewport(2500, 2500));

/** A work of this kind on a sheet of this width, ready to be touched. */
async function live(
  activity: 'map' | 'drawing',
  widthPx = 800,
  ageBand: AgeBand = '9-11',
): Promise<Table & { host: HTMLElement }> {
  const table = await aTable(activity, aKit(), ageBand);
  const { stage, host } = aStage(table.bench.touch, { widthPx });
  table.bench.attach(stage);
  return { ...table, host };
}

/** Does the work show the same on a sheet that nobody drew on, after the app was closed and opened? */
async function expectSameWhenOpened({
  kit,
  bench,
  host,
}: Awaited<ReturnType<typeof live>>): Promise<void> {
  const again = await openedAgain(kit, bench);
  const { stage, host: fresh } = aStage(again.bench.touch, { widthPx: host.clientWidth });
  again.bench.attach(stage);
  for (let pages = again.bench.pageNumber - bench.pageNumber; pages > 0; pages--) {
    again.bench.turnPage(-1);
  }
  const look = lookAt(host);
  expect(painted(look)).toBeGreaterThan(0);
  expect(differences(look, lookAt(fresh))).toEqual([]);
}

/** A line with curves and a crossing, from this place on. */
function wave(x: number, y: number): [{ x: number; y: number }, ...{ x: number; y: number }[]] {
  const points = Array.from({ length: 14 }, (_, at) => ({
    x: x + at * 41.3,
    y: y + Math.sin(at * 1.7) * 90.7,
  }));
  return [{ x, y: y + 30 }, ...points, { x: x + 60, y: y - 20 }];
}

test('[I8] mounted twice with the same entries, a page gives the same pixels twice', async () => {
  const { kit, bench, host } = await live('map');
  await play(bench, host, { seed: 11, acts: 25 });
  const sheets: Look[] = [];
  for (let times = 0; times < 2; times++) {
    const again = await openedAgain(kit, bench);
    const { stage, host: fresh } = aStage();
    again.bench.attach(stage);
    sheets.push(lookAt(fresh));
  }
  expect(painted(sheets[0]!)).toBeGreaterThan(5_000);
  expect(differences(sheets[0]!, sheets[1]!)).toEqual([]);
});

describe.each(WIDTHS_PX)('on a sheet %i px wide', (widthPx) => {
  test.each(BRUSHES)(
    '[I8] %s lines drawn live and opened again are the same pixels',
    async (brush) => {
      const here = await live('drawing', widthPx);
      here.bench.brush = brush;
      for (const [at, width] of WIDTHS.entries()) {
        here.bench.width = width;
        new Finger(here.host).line(wave(200.3 + at * 50, 250.6 + at * 300));
        new Finger(here.host).tap(1400.4, 250.6 + at * 300);
      }
      await expectSameWhenOpened(here);
    },
  );

  test('[I8] ink rubbed live and ink rubbed when opened are the same pixels', async () => {
    const here = await live('drawing', widthPx);
    here.bench.width = 'thick';
    for (let y = 200; y < 1100; y += 60)
      new Finger(here.host).line([
        { x: 100, y },
        { x: 1500, y: y + 35 },
      ]);
    here.bench.pick('rub-out');
    for (const [at, width] of WIDTHS.entries()) {
      here.bench.width = width;
      new Finger(here.host).line(wave(200.3 + at * 50, 250.6 + at * 300));
    }
    await expectSameWhenOpened(here);
  });

  test('[I8] two rubbers that cross, one lifting before the other, leave what one after the other does', async () => {
    const here = await live('drawing', widthPx);
    here.bench.width = 'thick';
    for (let y = 200; y < 1100; y += 60)
      new Finger(here.host).line([
        { x: 100, y },
        { x: 1500, y },
      ]);
    here.bench.pick('rub-out');
    const [one, two] = [new Finger(here.host, 1), new Finger(here.host, 2)];
    one.down(300, 300);
    two.down(300, 900);
    const rest = wave(300, 600);
    for (const { x, y } of rest.slice(0, 8)) {
      one.move(x, y);
      two.move(x + 20, 1200 - y);
    }
    one.up();
    for (const { x, y } of rest.slice(8)) two.move(x, y);
    two.up();
    await expectSameWhenOpened(here);
  });

  test('[I8] undo and redo in the middle of a page leave no trace of themselves', async () => {
    const here = await live('map', widthPx);
    const { bench, host, sitting } = here;
    const finger = new Finger(host);
    bench.pick('draw');
    bench.width = 'thick';
    finger.line(wave(300, 400));
    sitting.turnTo('llama');
    bench.crayon = 'green';
    finger.line(wave(330.7, 470.2));
    bench.pick('rub-out');
    finger.line(wave(280, 500));
    bench.take('house');
    finger.tap(611, 433);
    bench.pick('draw');
    sitting.turnTo('zorro');
    finger.line(wave(420, 450));
    bench.undo();
    bench.undo();
    sitting.turnTo('llama');
    bench.undo();
    bench.undo();
    bench.redo();
    sitting.turnTo('zorro');
    bench.redo();
    await expectSameWhenOpened(here);
  });

  test('[I8] pictures put, moved, taken away and brought back are the same pixels', async () => {
    const here = await live('map', widthPx);
    const { bench, host } = here;
    const finger = new Finger(host);
    for (const [at, symbol] of SYMBOLS.entries()) {
      bench.take(symbol);
      finger.tap(300 + (at % 4) * 133, 300 + Math.floor(at / 4) * 121);
      bench.pick('draw');
      finger.line(wave(250 + at * 10, 300 + at * 20));
    }
    bench.pick('hand');
    finger.line([
      { x: 300, y: 300 },
      { x: 700, y: 480 },
    ]);
    finger.tap(566, 421);
    bench.binPicked();
    finger.tap(699, 542);
    bench.binPicked();
    bench.undo();
    await expectSameWhenOpened(here);
  });

  test.each([
    [1, '9-11'],
    [2, '9-11'],
    [3, '6-8'],
  ] as const)(
    '[I8] whatever chance did to a map (%i, %s years), it opens as the same picture',
    async (seed, ageBand) => {
      const here = await live('map', widthPx, ageBand);
      await play(here.bench, here.host, { seed, acts: 40 });
      await expectSameWhenOpened(here);
    },
  );
});

test.each([1, 2])(
  '[I8] whatever chance did to a drawing of many pages (%i), each opens as the same picture',
  async (seed) => {
    const here = await live('drawing');
    for (let pages = 0; pages < 3; pages++) {
      await play(here.bench, here.host, { seed: seed * 10 + pages, acts: 12 });
      await expectSameWhenOpened(here);
      here.bench.newPage();
    }
    here.bench.turnPage(-1);
    here.bench.undo();
    here.bench.turnPage(-1);
    await expectSameWhenOpened(here);
  },
);

test('[I8] no picture leaves paint outside the box that is painted anew when it moves', () => {
  const places = Array.from({ length: 20 }, (_, at) => ({
    x: 160 + (at % 5) * 320,
    y: 150 + Math.floor(at / 5) * 300,
    size: 170,
  }));
  const besides: string[] = [];
  for (let at = 0; at < PICTURES.length; at += places.length) {
    const symbols = PICTURES.slice(at, at + places.length);
    const canvas = new OffscreenCanvas(1600, 1200);
    const context = present(canvas.getContext('2d'), 'a canvas can be painted on');
    for (const [index, symbol] of symbols.entries()) {
      paintItem(context, { ...places[index]!, symbol }, pictureOf);
    }
    for (const place of places) {
      const { x, y, width, height } = areaOf(boxOfItem({ ...place, symbol: '' }), 1);
      context.clearRect(x, y, width, height);
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    if (data.some((value) => value > 0)) besides.push(...symbols);
  }
  expect(PICTURES.length).toBeGreaterThan(100);
  expect(besides).toEqual([]);
});
