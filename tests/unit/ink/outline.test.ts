import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { ringsOf } from '#ink/outline.ts';
import { cornersOf, isInside } from '../../fixtures/eyes.ts';
import { seeded } from '../../fixtures/names.ts';

const SIDE = 40;

/** An area of the cells for which `isIn` says so. */
function areaOf(isIn: (x: number, y: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, cell) =>
    Number(isIn(cell % SIDE, Math.floor(cell / SIDE))),
  );
}

/** Some discs and some holes in them. */
const blobs = fc.nat(1_000_000).map((seed) => {
  const next = seeded(seed);
  const discs = Array.from(
    { length: 6 },
    () => [next() * SIDE, next() * SIDE, 2 + 9 * next()] as const,
  );
  return areaOf((x, y) => {
    const within = discs.map(([cx, cy, r]) => Math.hypot(x - cx, y - cy) < r);
    return within.slice(0, 4).includes(true) && !within.slice(4).includes(true);
  });
});

/** What every cell near this one is, if they are all alike; cells beside the area are not in it. */
function alike(area: Uint8Array, x: number, y: number): number | undefined {
  const near: number[] = [];
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      const [column, row] = [x + dx, y + dy];
      const beside = column < 0 || row < 0 || column >= SIDE || row >= SIDE;
      near.push(beside ? 0 : area[row * SIDE + column]!);
    }
  }
  return new Set(near).size === 1 ? near[0] : undefined;
}

property.prop([blobs], { numRuns: 40 })(
  '[I12] the edges go around the area and its holes, nowhere farther off than a cell',
  (area) => {
    const rings = ringsOf(area, SIDE);

    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const all = alike(area, x, y);
        if (all === undefined) continue;
        expect(isInside(rings, { x: x + 0.5, y: y + 0.5 })).toBe(all === 1);
      }
    }
  },
);

property.prop([blobs], { numRuns: 50 })(
  '[I12] edges have no more corners than they need',
  (area) => {
    for (const ring of ringsOf(area, SIDE)) {
      const corners = cornersOf(ring);
      const steps = corners.reduce((sum, { x, y }, at) => {
        const next = corners[(at + 1) % corners.length]!;
        return sum + Math.abs(next.x - x) + Math.abs(next.y - y);
      }, 0);

      expect(corners.length).toBeGreaterThanOrEqual(3);
      expect(corners.length).toBeLessThanOrEqual(4 + steps / 3);
    }
  },
);

test('[I12] a square has four corners, also at the very edge', () => {
  expect(
    ringsOf(
      areaOf(() => true),
      SIDE,
    ).map(cornersOf),
  ).toEqual([
    [
      { x: 0, y: 0 },
      { x: SIDE, y: 0 },
      { x: SIDE, y: SIDE },
      { x: 0, y: SIDE },
    ],
  ]);
});

test('[I12] crumbs of five cells are left out, areas of six are not', () => {
  const bar = (long: number): Uint8Array => areaOf((x, y) => y === 7 && x >= 5 && x < 5 + long);

  expect(ringsOf(bar(5), SIDE)).toEqual([]);
  expect(ringsOf(bar(6), SIDE)).toHaveLength(1);
  expect(
    ringsOf(
      areaOf(() => false),
      SIDE,
    ),
  ).toEqual([]);
});

test('[I12] two areas that touch at a corner only are both gone around', () => {
  const area = areaOf((x, y) => (x < 10 && y < 10) || (x >= 10 && x < 20 && y >= 10 && y < 20));

  const rings = ringsOf(area, SIDE);

  expect([5, 15].map((at) => isInside(rings, { x: at, y: at }))).toEqual([true, true]);
  expect(isInside(rings, { x: 15, y: 5 })).toBe(false);
});
