/** [I7]: what was put or drawn last is on top, and the rubber takes away ink only. */
import { describe, expect, test } from 'vitest';

import { COLOUR_OF } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import type { PictureOf } from '#picture/shape.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { landed } from './frames.ts';
import { Finger } from './hands.ts';
import { aStage, colour, differences, lookAt, PAPER, seenAt } from './paper.ts';
import { aTable, pageOf } from './tablet.ts';

const RED = colour(COLOUR_OF.red);
const GREEN = colour('#00aa00');
const BLUE = colour('#0000aa');
const MIDDLE = { x: 800, y: 600 };
/** Bare paper, far from everything. */
const ASIDE = { x: 200, y: 1000 };
const SIZE = 170;

/** Two plain pictures, so that every pixel is known: a green square and a blue one. */
function plain(symbol: string): {
  width: number;
  height: number;
  shapes: [{ kind: 'path'; d: string; fill: string }];
} {
  const fill = symbol === 'house' ? '#00aa00' : '#0000aa';
  return { width: 32, height: 32, shapes: [{ kind: 'path', d: 'M0 0h32v32h-32z', fill }] };
}

async function aMap(): Promise<{ bench: Workbench; host: HTMLElement; finger: Finger }> {
  const { bench } = await aTable('map');
  const { stage, host } = aStage(bench.touch, { of: plain });
  bench.attach(stage);
  bench.brush = 'brush';
  bench.crayon = 'red';
  return { bench, host, finger: new Finger(host) };
}

function put(bench: Workbench, finger: Finger, { x, y }: Point, symbol = 'house'): void {
  bench.take(symbol);
  finger.tap(x, y);
}

function drawAcross(bench: Workbench, finger: Finger, y = 600): void {
  bench.pick('draw');
  finger.line([
    { x: 600, y },
    { x: 800, y },
    { x: 1000, y },
  ]);
}

function rubAcross(bench: Workbench, finger: Finger, y = 600): void {
  bench.pick('rub-out');
  finger.line([
    { x: 600, y },
    { x: 800, y },
    { x: 1000, y },
  ]);
}

function drag(bench: Workbench, finger: Finger, from: Point, to: Point): void {
  bench.pick('hand');
  finger.line([from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to]);
}

describe('what was last is on top', () => {
  test('[I7] a line over a picture is seen above it, while it is drawn and after', async () => {
    const { bench, host, finger } = await aMap();
    put(bench, finger, MIDDLE);
    bench.pick('draw');

    finger.down(600, 600).move(1000, 600);
    expect(seenAt(host, MIDDLE)).toEqual(RED);
    finger.up();

    expect(seenAt(host, MIDDLE)).toEqual(RED);
    expect(seenAt(host, { x: 800, y: 640 })).toEqual(GREEN);
  });

  test('[I7] a picture put over a line covers it, and only where it lies', async () => {
    const { bench, host, finger } = await aMap();
    drawAcross(bench, finger);
    put(bench, finger, MIDDLE);
    expect(seenAt(host, MIDDLE)).toEqual(GREEN);
    for (const x of [640, 710, 890, 960]) expect(seenAt(host, { x, y: 600 })).toEqual(RED);
  });

  test('[I7] line, picture, line, picture: each lies over all that came before', async () => {
    const { bench, host, finger } = await aMap();
    drawAcross(bench, finger, 560);
    put(bench, finger, MIDDLE);
    drawAcross(bench, finger, 640);
    put(bench, finger, { x: 860, y: 600 }, 'cow');
    expect(seenAt(host, { x: 740, y: 560 })).toEqual(GREEN);
    expect(seenAt(host, { x: 740, y: 640 })).toEqual(RED);
    for (const y of [560, 640]) expect(seenAt(host, { x: 830, y })).toEqual(BLUE);
    expect(seenAt(host, { x: 970, y: 640 })).toEqual(RED);
  });

  test('[I7] a picture moved away shows the ink below again', async () => {
    const { bench, host, finger } = await aMap();
    drawAcross(bench, finger);
    const before = lookAt(host);
    put(bench, finger, MIDDLE);

    drag(bench, finger, MIDDLE, ASIDE);

    expect(seenAt(host, MIDDLE)).toEqual(RED);
    expect(seenAt(host, { x: 800, y: 640 })).toEqual(PAPER);
    expect(seenAt(host, ASIDE)).toEqual(GREEN);
    bench.pick('hand');
    finger.tap(ASIDE.x, ASIDE.y);
    bench.binPicked();
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[I7] the ink below shows already while the picture is in the air', async () => {
    const { bench, host, finger } = await aMap();
    drawAcross(bench, finger);
    put(bench, finger, MIDDLE);
    bench.pick('hand');
    finger.down(MIDDLE.x, MIDDLE.y).move(900, 800);
    expect(seenAt(host, MIDDLE)).toEqual(RED);
    expect(seenAt(host, { x: 800, y: 640 })).toEqual(PAPER);
    finger.cancel();
    await landed();
    expect(seenAt(host, MIDDLE)).toEqual(GREEN);
  });

  test('[I7] a picture picked up and put down again comes to the top', async () => {
    const { bench, host, finger } = await aMap();
    put(bench, finger, MIDDLE, 'house');
    put(bench, finger, { x: 860, y: 600 }, 'cow');
    drawAcross(bench, finger);
    const both = { x: 830, y: 640 };
    expect(seenAt(host, both)).toEqual(BLUE);

    drag(bench, finger, { x: 740, y: 640 }, { x: 745, y: 700 });
    drag(bench, finger, { x: 745, y: 700 }, { x: 740, y: 640 });

    expect(seenAt(host, both)).toEqual(GREEN);
    expect(seenAt(host, { x: 830, y: 600 })).toEqual(GREEN);
    expect(seenAt(host, { x: 900, y: 640 })).toEqual(BLUE);
    expect(seenAt(host, { x: 900, y: 600 })).toEqual(RED);
    expect(pageOf(bench).items.map(({ symbol }) => symbol)).toEqual(['cow', 'house']);
  });

  test('[I7] undo puts a moved picture back under what lay over it, redo on top again', async () => {
    const { bench, host, finger } = await aMap();
    put(bench, finger, MIDDLE);
    drawAcross(bench, finger);
    const before = lookAt(host);
    drag(bench, finger, { x: 800, y: 640 }, { x: 810, y: 660 });
    const after = lookAt(host);
    expect(seenAt(host, { x: 810, y: 600 })).toEqual(GREEN);

    bench.undo();
    expect(seenAt(host, { x: 800, y: 600 })).toEqual(RED);
    expect(differences(lookAt(host), before)).toEqual([]);
    bench.redo();
    expect(differences(lookAt(host), after)).toEqual([]);
  });
});

describe('the rubber', () => {
  test('[I7] the rubber takes ink off a picture and leaves the picture', async () => {
    const { bench, host, finger } = await aMap();
    put(bench, finger, MIDDLE);
    drawAcross(bench, finger);

    bench.pick('rub-out');
    finger.down(700, 600).move(1000, 600);
    expect(seenAt(host, MIDDLE)).toEqual(GREEN);
    finger.up();

    expect(seenAt(host, MIDDLE)).toEqual(GREEN);
    expect(seenAt(host, { x: 950, y: 600 })).toEqual(PAPER);
    expect(seenAt(host, { x: 620, y: 600 })).toEqual(RED);
    expect(pageOf(bench).items).toHaveLength(1);
  });

  test('[I7] ink rubbed out beside and below a picture stays away when the picture moves', async () => {
    const { bench, host, finger } = await aMap();
    drawAcross(bench, finger);
    put(bench, finger, MIDDLE);
    rubAcross(bench, finger);
    drag(bench, finger, MIDDLE, ASIDE);
    for (const x of [640, 800, 960]) expect(seenAt(host, { x, y: 600 })).toEqual(PAPER);
  });

  test('[I7] ink drawn after the rubber came by stays', async () => {
    const { bench, host, finger } = await aMap();
    drawAcross(bench, finger);
    rubAcross(bench, finger);
    drawAcross(bench, finger, 620);
    expect(seenAt(host, { x: 800, y: 620 })).toEqual(RED);
    expect(seenAt(host, { x: 800, y: 600 })).toEqual(PAPER);
  });

  test('[I7] undoing a rubbing brings back the very same ink', async () => {
    const { bench, host, finger } = await aMap();
    put(bench, finger, MIDDLE);
    drawAcross(bench, finger);
    const before = lookAt(host);
    rubAcross(bench, finger);
    expect(differences(lookAt(host), before)).not.toEqual([]);
    bench.undo();
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[I7] the rubber touches neither pictures nor the lines between them', async () => {
    const { bench, host, finger } = await aMap();
    put(bench, finger, { x: 500, y: 600 });
    put(bench, finger, { x: 1100, y: 600 }, 'cow');
    bench.pick('join');
    finger.line([
      { x: 500, y: 600 },
      { x: 1100, y: 600 },
    ]);
    const before = lookAt(host);
    expect(before.above).toHaveLength(1);
    bench.pick('rub-out');
    finger.down(300, 600).move(700, 600).move(1100, 600).move(1300, 600);
    for (const x of [450, 500, 550]) expect(seenAt(host, { x, y: 600 })).toEqual(GREEN);
    expect(seenAt(host, { x: 1100, y: 600 })).toEqual(BLUE);
    expect(lookAt(host).above).toEqual(before.above);
    finger.up();
    expect(differences(lookAt(host), before)).toEqual([]);
    expect(bench.canUndo).toBe(true);
  });
});

test('[I7] through the hole of a picture the ink below is seen', async () => {
  const { bench } = await aTable('map');
  const d = 'M0 0h32v32h-32zM8 8h16v16h-16z';
  const framed: PictureOf = () => ({
    width: 32,
    height: 32,
    shapes: [{ kind: 'path', d, fill: '#00aa00', evenOdd: true }],
  });
  const { stage, host } = aStage(bench.touch, { of: framed });
  bench.attach(stage);
  bench.brush = 'brush';
  bench.crayon = 'red';
  const finger = new Finger(host);
  drawAcross(bench, finger);
  put(bench, finger, MIDDLE);
  expect(seenAt(host, MIDDLE)).toEqual(RED);
  expect(seenAt(host, { x: 800, y: 630 })).toEqual(PAPER);
  expect(seenAt(host, { x: 730, y: 600 })).toEqual(GREEN);
});

test('[I7] a picture is as large as the record says', async () => {
  const { bench, host, finger } = await aMap();
  put(bench, finger, MIDDLE);
  const half = SIZE / 2;
  for (const at of [-half + 2, half - 2]) {
    expect(seenAt(host, { x: 800 + at, y: 600 })).toEqual(GREEN);
    expect(seenAt(host, { x: 800, y: 600 + at })).toEqual(GREEN);
  }
  for (const at of [-half - 2, half + 2]) {
    expect(seenAt(host, { x: 800 + at, y: 600 })).toEqual(PAPER);
    expect(seenAt(host, { x: 800, y: 600 + at })).toEqual(PAPER);
  }
});
