/** [I8]: however a page came about, opened again it is the same picture, pixel for pixel. */
import { describe, expect, test } from 'vitest';

import { CRAYONS, WIDTHS } from '#domain/crayon.ts';
import { PALETTE } from '#domain/palette.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { pictureOf, PICTURES } from '#symbols/pictures.ts';
import { boxOfItem } from '#stage/sheet.ts';
import { paintItem } from '#stage/paint.ts';
import { surface, wholePixels } from '#stage/surface.ts';
import { Finger } from './hands.ts';
import { aStage, differences, everyPixel, painted } from './paper.ts';
import { ANIMALS_HERE, aTable, chanceFrom, openedAgain, type Table } from './tablet.ts';

/** Widths of a sheet on the screen at which a page unit is 1, 1.25 and 1.5 pixels of its canvases. */
const WIDTHS_PX = [1600, 2000, 2400];

/** A work of this kind on a sheet of this width, ready to be touched. */
async function live(
  activity: 'map' | 'drawing',
  widthPx = 1600,
): Promise<Table & { host: HTMLElement }> {
  const table = await aTable(activity);
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
  expect(differences(everyPixel(host), everyPixel(fresh))).toEqual([]);
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
  play(bench, host, 11, 25);
  const sheets: Uint32Array[][] = [];
  for (let times = 0; times < 2; times++) {
    const again = await openedAgain(kit, bench);
    const { stage, host: fresh } = aStage(undefined, { widthPx: 1600 });
    again.bench.attach(stage);
    sheets.push(everyPixel(fresh));
  }
  const [first = [], second = []] = sheets;
  expect(painted(first[0]!) + painted(first[1]!)).toBeGreaterThan(10_000);
  expect(differences(first, second)).toEqual([]);
});

describe.each(WIDTHS_PX)('on a sheet %i px wide', (widthPx) => {
  test('[I8] lines drawn live and lines opened again are the same pixels', async () => {
    const here = await live('drawing', widthPx);
    for (const [at, width] of WIDTHS.entries()) {
      here.bench.width = width;
      new Finger(here.host).line(wave(200.3 + at * 50, 250.6 + at * 300));
      new Finger(here.host).tap(1400.4, 250.6 + at * 300);
    }
    await expectSameWhenOpened(here);
  });

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
    for (const [at, symbol] of PALETTE.entries()) {
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

  test.each([1, 2])(
    '[I8] whatever chance did to a map (%i), it opens as the same picture',
    async (seed) => {
      const here = await live('map', widthPx);
      play(here.bench, here.host, seed, 40);
      await expectSameWhenOpened(here);
    },
  );
});

test.each([1, 2])(
  '[I8] whatever chance did to a drawing of many pages (%i), each opens as the same picture',
  async (seed) => {
    const here = await live('drawing');
    for (let pages = 0; pages < 3; pages++) {
      play(here.bench, here.host, seed * 10 + pages, 12);
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
    const { canvas, context } = surface(1);
    for (const [index, symbol] of symbols.entries()) {
      paintItem(context, { ...places[index]!, symbol }, pictureOf);
    }
    for (const place of places) {
      const { left, top, right, bottom } = wholePixels(boxOfItem(place), 1);
      context.clearRect(left, top, right - left, bottom - top);
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    if (painted(new Uint32Array(data.buffer)) > 0) besides.push(...symbols);
  }
  expect(PICTURES.length).toBeGreaterThan(100);
  expect(besides).toEqual([]);
});

/** Children at one sheet for a while: everything a hand can do, in an order that chance made. */
function play(bench: Workbench, host: HTMLElement, seed: number, acts: number): void {
  const random = chanceFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const one = <Value>(list: readonly [Value, ...Value[]]): Value =>
    list[below(list.length)] ?? list[0];
  const place = (): { x: number; y: number } => ({
    x: random() * 1700 - 50,
    y: random() * 1300 - 50,
  });

  const scribble = (): void => {
    const hands = Array.from({ length: 1 + below(3) }, (_, at) => ({
      finger: new Finger(host, at + 1),
      at: place(),
    }));
    for (const { finger, at } of hands) finger.down(at.x, at.y);
    for (let moves = 2 + below(12); moves > 0; moves--) {
      for (const hand of hands) {
        hand.at = { x: hand.at.x + (random() - 0.5) * 160, y: hand.at.y + (random() - 0.5) * 160 };
        if (random() < 0.8) hand.finger.move(hand.at.x, hand.at.y);
      }
    }
    for (const { finger } of hands) {
      if (random() < 0.1) finger.cancel();
      else finger.up();
    }
  };
  const draw = (): void => {
    bench.pick('draw');
    scribble();
  };
  const rub = (): void => {
    bench.pick('rub-out');
    scribble();
  };
  const takeBack = (): void => {
    for (let times = 1 + below(4); times > 0; times--) bench.undo();
    for (let times = below(3); times > 0; times--) bench.redo();
  };
  const put = (): void => {
    bench.take(one(PALETTE));
    new Finger(host).tap(random() * 1600, random() * 1200);
  };
  const move = (): void => {
    bench.pick('hand');
    scribble();
  };
  const join = (): void => {
    bench.pick('join');
    scribble();
  };
  const turn = (): void => {
    bench.turnTo(one(ANIMALS_HERE));
  };
  const onMap = [draw, draw, draw, rub, rub, put, put, move, move, join, takeBack, turn] as const;
  const onDrawing = [draw, draw, draw, rub, rub, takeBack, turn] as const;

  for (let act = 0; act < acts; act++) {
    bench.crayon = one(CRAYONS);
    bench.width = one(WIDTHS);
    one<() => void>(bench.activity === 'map' ? onMap : onDrawing)();
  }
  bench.rest();
}
