import { expect, test } from 'vitest';

import { GRAIN, GRAIN_SIDE } from '#ink/grain.ts';
import { endsIn } from '../../fixtures/outlines.ts';

test('[I11] the grain is a full tile with holes, none of which leaves the tile', () => {
  const [tile, ...holes] = GRAIN.split(/(?=M)/);
  const places = holes.flatMap((hole) => endsIn(hole));

  expect(tile).toBe('M0 0h120v120h-120z');
  expect(holes.length).toBeGreaterThan(100);
  for (const { x, y } of places) {
    expect([x >= 0, y >= 0, x <= GRAIN_SIDE, y <= GRAIN_SIDE]).toEqual([true, true, true, true]);
  }
});

test('[I11] the holes take little of the wax away, everywhere about as much', () => {
  const holes = GRAIN.split(/(?=M)/)
    .slice(1)
    .map((hole) => endsIn(hole));
  const half = GRAIN_SIDE / 2;
  const quarters = [0, 0, 0, 0];
  for (const corners of holes) {
    const [{ x, y }] = corners as [(typeof corners)[number]];
    quarters[Number(x > half) + 2 * Number(y > half)]! += areaOf(corners);
  }

  for (const area of quarters) {
    expect(area / half ** 2).toBeGreaterThan(0.03);
    expect(area / half ** 2).toBeLessThan(0.25);
  }
});

function areaOf(corners: readonly { x: number; y: number }[]): number {
  const twice = corners.reduce((sum, { x, y }, at) => {
    const next = corners[(at + 1) % corners.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
