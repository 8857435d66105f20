/** [I11]: what each thing to draw with leaves on paper. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import {
  BRUSHES,
  COLOUR_OF,
  CRAYONS,
  MARKER_COVER,
  WIDTH_OF,
  WIDTHS,
  type Brush,
} from '#domain/crayon.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { Finger } from './hands.ts';
import {
  apart,
  aStage,
  colour,
  inkAt,
  lookAt,
  painted,
  PAPER,
  seenAt,
  type Colour,
} from './paper.ts';
import { aTable, strokesOf } from './tablet.ts';

beforeAll(() => page.viewport(1700, 1300));

const RED = colour(COLOUR_OF.red);
/** Red seen through a marker once, and twice. */
const THROUGH = over(RED, PAPER);
const TWICE = over(RED, THROUGH);

function over(top: Colour, below: Colour): Colour {
  const mixed = (at: 0 | 1 | 2): number =>
    Math.round(top[at] * MARKER_COVER + below[at] * (1 - MARKER_COVER));
  return [mixed(0), mixed(1), mixed(2), 255];
}

type Drawing = Readonly<{ bench: Workbench; host: HTMLElement; finger: Finger }>;

/** One page unit is one pixel. */
async function aDrawing(brush: Brush): Promise<Drawing> {
  const { bench } = await aTable('drawing');
  const { stage, host } = aStage(bench.touch, { widthPx: 1600 });
  bench.attach(stage);
  bench.brush = brush;
  bench.crayon = 'red';
  return { bench, host, finger: new Finger(host) };
}

/** From 300 to 900 at this height, in steps of so many units, 30 ms each. */
function across(finger: Finger, y: number, step = 10): void {
  finger.down(300, y);
  for (let x = 300 + step; x <= 900; x += step) finger.move(x, y);
  finger.up();
}

/** How many units high the paint is there. */
function heightAt(host: HTMLElement, x: number, y: number): number {
  const { pixels } = lookAt(host);
  let high = 0;
  for (let row = y - 100; row < y + 100; row++)
    if (pixels[row * 1600 + x] !== 0xffffffff) high += 1;
  return high;
}

describe.each(BRUSHES)('%s', (brush) => {
  test.each(WIDTHS)(
    '[I11] in %s it is as wide as it says, and the record says which',
    async (width) => {
      const { bench, host, finger } = await aDrawing(brush);
      bench.width = width;
      across(finger, 600);
      const widest = Math.max(...[500, 520, 540, 560].map((x) => heightAt(host, x, 600)));
      const least = brush === 'brush' ? 0.75 : 0.95;
      expect(widest).toBeLessThanOrEqual(WIDTH_OF[brush][width] + 2);
      expect(widest).toBeGreaterThanOrEqual(WIDTH_OF[brush][width] * least - 1);
      expect(strokesOf(bench)).toMatchObject([{ tool: brush, width, crayon: 'red' }]);
    },
  );

  test('[I11] its three widths are told apart at a glance', () => {
    const { thin, middle, thick } = WIDTH_OF[brush];
    expect(middle / thin).toBeGreaterThan(2);
    expect(thick / middle).toBeGreaterThan(2);
  });

  test('[I11] how fast the hand is makes only the brush thinner', async () => {
    const { bench, host, finger } = await aDrawing(brush);
    bench.width = 'thick';
    across(finger, 300, 10);
    across(finger, 900, 100);
    const [slow, fast] = [heightAt(host, 650, 300), heightAt(host, 650, 900)];
    if (brush === 'brush') expect(fast).toBeLessThan(slow / 2);
    else expect(Math.abs(fast - slow)).toBeLessThanOrEqual(2);
  });
});

describe('edges', () => {
  test('[I11] a crayon leaves the grain of the paper bare; going over it again hits the same holes', async () => {
    const { bench, host, finger } = await aDrawing('crayon');
    bench.width = 'thick';
    across(finger, 600);
    const holes = (): number => {
      const { pixels } = lookAt(host);
      let bare = 0;
      for (let y = 590; y < 610; y++)
        for (let x = 400; x < 800; x++) if (pixels[y * 1600 + x] === 0xffffffff) bare += 1;
      return bare / (20 * 400);
    };
    const once = holes();
    expect(once).toBeGreaterThan(0.02);
    expect(once).toBeLessThan(0.2);
    for (let times = 0; times < 3; times++) across(finger, 600);
    expect(holes()).toBe(once);
    expect(inkAt(host, { x: 600, y: 600 })).toEqual(RED);
  });

  test.each([500, 1600])(
    '[I11] every colour of the tin is that colour as crayon, on a sheet of %i px too',
    async (widthPx) => {
      const { bench } = await aTable('drawing');
      const { stage, host } = aStage(bench.touch, { widthPx });
      bench.attach(stage);
      bench.width = 'thick';
      const finger = new Finger(host);
      for (const [at, crayon] of CRAYONS.entries()) {
        bench.crayon = crayon;
        across(finger, 60 + at * 90, 40);
        expect(inkAt(host, { x: 600, y: 60 + at * 90 })).toEqual(colour(COLOUR_OF[crayon]));
      }
    },
  );

  test.each(['marker', 'brush'] as const)('[I11] a %s covers evenly', async (brush) => {
    const { bench, host, finger } = await aDrawing(brush);
    bench.width = 'thick';
    across(finger, 600);
    const seen = new Set<string>();
    for (let y = 590; y < 610; y++)
      for (let x = 400; x < 800; x += 7) seen.add(seenAt(host, { x, y }).join());
    expect(seen.size).toBe(1);
  });

  test.each([
    ['crayon', true],
    ['brush', true],
    ['marker', false],
  ] as const)('[I11] the end of a %s line is round: %s', async (brush, round) => {
    const { bench, host, finger } = await aDrawing(brush);
    bench.width = 'thick';
    across(finger, 600);
    const half = heightAt(host, 890, 600) / 2;
    const beyond = Array.from({ length: 9 }, (_, at) =>
      seenAt(host, { x: 900 + half / 2, y: 596 + at }),
    );
    expect(beyond.some((one) => apart(one, PAPER) > 50)).toBe(round);
    const corner = seenAt(host, { x: 898, y: Math.round(600 - half + 3) });
    expect(apart(corner, PAPER) > 50).toBe(true);
  });
});

describe('a marker', () => {
  test('[I11] shows what lies under it', async () => {
    const { bench, host, finger } = await aDrawing('brush');
    bench.crayon = 'blue';
    finger.down(600, 300).move(600, 500).move(600, 700).move(600, 900).up();
    bench.brush = 'marker';
    bench.crayon = 'red';
    across(finger, 600);
    expect(apart(seenAt(host, { x: 500, y: 600 }), THROUGH)).toBeLessThanOrEqual(2);
    expect(
      apart(seenAt(host, { x: 600, y: 600 }), over(RED, colour(COLOUR_OF.blue))),
    ).toBeLessThanOrEqual(2);
  });

  test('[I11] covers once, however often its line crosses itself, while it is drawn and after', async () => {
    const { bench, host, finger } = await aDrawing('marker');
    bench.width = 'thick';
    finger.down(400, 600);
    for (let turn = 0; turn < 40; turn++) {
      finger.move(600 + Math.sin(turn / 3) * 200, 600 + Math.cos(turn / 2) * 90);
    }
    const seen = (): Colour[] => {
      const all: Colour[] = [];
      for (let x = 380; x < 820; x += 3)
        for (let y = 500; y < 700; y += 3) all.push(seenAt(host, { x, y }));
      return all;
    };
    const darker = (all: readonly Colour[]): number =>
      all.filter((one) => one[1] < (THROUGH[1] + TWICE[1]) / 2).length;
    const wet = seen();
    finger.up();
    const dry = seen();
    expect(wet.filter((one) => apart(one, THROUGH) <= 2).length).toBeGreaterThan(500);
    expect([darker(wet), darker(dry)]).toEqual([0, 0]);
    expect(dry).toEqual(wet);
  });

  test('[I11] a second line of it over the first shows the first', async () => {
    const { host, finger } = await aDrawing('marker');
    across(finger, 600);
    across(finger, 600);
    expect(apart(seenAt(host, { x: 600, y: 600 }), TWICE)).toBeLessThanOrEqual(2);
  });
});

test('[I11] a pen’s pressure makes the brush broader, and one that feels nothing goes by speed', async () => {
  const { bench, host } = await aDrawing('brush');
  bench.width = 'thick';
  const pen = new Finger(host, 1, 'pen');
  const pressed = (y: number, pressures: readonly number[]): void => {
    pen.down(300, y, { pressure: pressures[0] ?? 0 });
    for (let x = 310; x <= 900; x += 10) pen.move(x, y, { pressure: pressures[(x / 10) % 2] ?? 0 });
    pen.up();
  };
  pressed(200, [0.95, 1]);
  pressed(500, [0.4, 0.35]);
  pressed(800, [0, 0]);
  const heights = [200, 500, 800].map((y) => heightAt(host, 600, y));
  expect(heights[0]).toBeGreaterThan(50);
  expect(heights[1]).toBeLessThan(30);
  expect(heights[2]).toBeGreaterThan(38);
  expect(painted(lookAt(host))).toBeGreaterThan(10_000);
});
