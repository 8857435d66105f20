import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import type { Point } from '#domain/page.ts';
import { admitWork } from '#files/admit.ts';
import { CELL, MASK_HEIGHT, MASK_WIDTH, pour, type InkMask } from '#ink/fill.ts';
import { cornersOf, isInside } from '../../fixtures/eyes.ts';
import { aFill, anEntry } from '../../fixtures/marks.ts';
import { aFrame, aMask, inked } from '../../fixtures/masks.ts';
import { anId, seeded } from '../../fixtures/names.ts';

/** A frame from 200 to 600 page units; its lines are 8 units thick. */
const frame = (): InkMask => aFrame(100, 100, 200);
const MIDDLE = { x: 400, y: 400 };

function rings(mask: InkMask, at: Point): number[][] {
  const poured = pour(mask, at);
  if (poured.kind !== 'filled') throw new Error(poured.kind);
  return poured.rings;
}

test('[I12] paint fills the area around the place, up to and under the lines, and nothing beyond them', () => {
  const area = rings(frame(), MIDDLE);

  for (const inside of [MIDDLE, { x: 215, y: 215 }, { x: 585, y: 585 }, { x: 585, y: 215 }]) {
    expect(isInside(area, inside)).toBe(true);
  }
  expect(isInside(area, { x: 206, y: 400 })).toBe(true);
  for (const outside of [
    { x: 201, y: 400 },
    { x: 599, y: 400 },
    { x: 100, y: 100 },
  ]) {
    expect(isInside(area, outside)).toBe(false);
  }
});

test('[I12] what stands in the area is left out: a hole stays a hole', () => {
  const mask = aFrame(170, 170, 60, frame());

  const area = rings(mask, { x: 250, y: 250 });

  expect(area).toHaveLength(2);
  expect(isInside(area, MIDDLE)).toBe(false);
  expect(isInside(area, { x: 300, y: 400 })).toBe(true);
});

test.each([0, 2, 4, 7])(
  '[I12] a gap of %i cells in a line is closed, as a child means it',
  (gap) => {
    const area = rings(inked(frame(), [196, 200, 4 + 100, gap], 0), MIDDLE);

    expect(isInside(area, MIDDLE)).toBe(true);
    expect(isInside(area, { x: 300, y: 300 })).toBe(true);
    expect(isInside(area, { x: 700, y: 402 })).toBe(false);
  },
);

test('[I12] through a wide gap the paint would flood the page: nothing is filled', () => {
  const open = inked(frame(), [296, 180, 4, 30], 0);

  expect(pour(open, MIDDLE)).toEqual({ kind: 'spills' });
  expect(pour(aMask(), MIDDLE)).toEqual({ kind: 'spills' });
});

test.each([
  [0.55, 'filled'],
  [0.65, 'spills'],
])('[I12] an area of %d of the page is %s', (share, kind) => {
  const column = Math.round(MASK_WIDTH * share);
  const mask = inked(aMask(), [column, 0, 4, MASK_HEIGHT]);

  expect(pour(mask, { x: 100, y: 600 }).kind).toBe(kind);
});

test('[I12] a narrow place is filled too, along its whole length', () => {
  const corridor = inked(inked(aMask(), [100, 100, 300, 4]), [100, 107, 300, 4]);
  inked(inked(corridor, [96, 96, 4, 20]), [400, 96, 4, 20]);

  const area = rings(corridor, { x: 500, y: 211 });

  for (const x of [206, 500, 794]) expect(isInside(area, { x, y: 211 })).toBe(true);
  expect(isInside(area, { x: 500, y: 230 })).toBe(false);
});

test('[I12] in a narrow place, too, small gaps are closed', () => {
  const corridor = inked(inked(aMask(), [100, 100, 300, 4]), [100, 111, 300, 4]);
  inked(inked(corridor, [96, 96, 4, 24]), [400, 96, 4, 24]);
  inked(corridor, [250, 111, 3, 4], 0);

  const area = rings(corridor, { x: 400, y: 215 });

  expect(isInside(area, { x: 700, y: 215 })).toBe(true);
  expect(isInside(area, { x: 502, y: 240 })).toBe(false);
});

test('[I12] poured on a line nothing happens; noise that a privacy browser adds is no line', () => {
  const noisy = frame().map((cover, at) => (cover === 0 && at % 3 === 0 ? 60 : cover));

  expect(pour(frame(), { x: 203, y: 400 })).toEqual({ kind: 'on-ink' });
  expect(pour(inked(frame(), [200, 200, 1, 1], 96), { x: 400, y: 400 })).toEqual({
    kind: 'on-ink',
  });
  expect(pour(noisy, MIDDLE).kind).toBe('filled');
});

test('[I12] at the edges of the page paint goes as far as the page does', () => {
  const mask = inked(inked(aMask(), [0, 500, 100, 4]), [100, 500, 4, 100]);

  const area = rings(mask, { x: 0, y: 1200 });

  const corners = area.flatMap(cornersOf);
  expect(Math.min(...corners.map(({ x }) => x))).toBe(0);
  expect(Math.max(...corners.map(({ y }) => y))).toBe(1200);
});

test.each([
  ['right', 700, 1500, 5],
  ['left', 0, 100, 1595],
])(
  '[I12] what runs out at the %s edge of the page does not come in at the other',
  (_edge, x, inside, across) => {
    const mask = inked(inked(aMask(), [x, 300, 100, 4]), [x, 400, 100, 4]);
    inked(mask, [x === 0 ? 96 : 700, 300, 4, 104]);

    const area = rings(mask, { x: inside, y: 700 });

    expect(isInside(area, { x: inside, y: 700 })).toBe(true);
    for (const y of [610, 700, 790]) {
      expect(
        [1, 3, 5].map((beside) => isInside(area, { x: across > 800 ? 1600 - beside : beside, y })),
      ).toEqual([false, false, false]);
    }
  },
);

/** Round spots of ink all over the sheet. */
const spots = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 120 })).map(([seed, count]) => {
  const next = seeded(seed);
  const mask = aMask();
  const walls = [...Array(count).keys()].map(() => {
    const middle = { x: next() * MASK_WIDTH, y: next() * MASK_HEIGHT };
    return { middle, radius: 5 + 60 * next() };
  });
  for (const { middle, radius } of walls) {
    for (let y = 0; y < MASK_HEIGHT; y++) {
      const half = Math.sqrt(radius ** 2 - (y - middle.y) ** 2);
      if (Number.isNaN(half)) continue;
      const from = Math.max(Math.round(middle.x - half), 0);
      inked(mask, [
        from,
        y,
        Math.max(Math.min(Math.round(middle.x + half), MASK_WIDTH) - from, 0),
        1,
      ]);
    }
  }
  return mask;
});
/** The middles of cells. */
const drops = fc
  .record({ x: fc.nat(MASK_WIDTH - 1), y: fc.nat(MASK_HEIGHT - 1) })
  .map(({ x, y }) => ({ x: (x + 0.5) * CELL, y: (y + 0.5) * CELL }));

property.prop([spots, drops], { numRuns: 5 })(
  '[I12] wherever it is poured, what is filled is there, off the deep of the ink, and can be kept',
  (mask, at) => {
    const poured = pour(mask, at);
    fc.pre(poured.kind === 'filled');
    const page = anEntry({ kind: 'page/add', page: anId('page') });
    const fill = anEntry(aFill({ rings: poured.rings }), { seq: 2, n: 2 });

    expect(admitWork([page, fill]).ok).toBe(true);
    const next = seeded(Math.round(at.x));
    for (let look = 0; look < 200; look++) {
      const cell = Math.floor(next() * mask.length);
      const place = {
        x: ((cell % MASK_WIDTH) + 0.5) * CELL,
        y: (Math.floor(cell / MASK_WIDTH) + 0.5) * CELL,
      };
      if (isDeep(mask, place)) expect(isInside(poured.rings, place)).toBe(false);
    }
    expect(isInside(poured.rings, at)).toBe(true);
  },
  20_000,
);

/** Is there nothing but ink around the place, farther than paint reaches under it? */
function isDeep(mask: InkMask, { x, y }: Point): boolean {
  for (let dx = -5; dx <= 5; dx++) {
    for (let dy = -5; dy <= 5; dy++) {
      const [column, row] = [Math.floor(x / CELL) + dx, Math.floor(y / CELL) + dy];
      if (column < 0 || row < 0 || column >= MASK_WIDTH || row >= MASK_HEIGHT) continue;
      if (mask[row * MASK_WIDTH + column] !== 255) return false;
    }
  }
  return true;
}
