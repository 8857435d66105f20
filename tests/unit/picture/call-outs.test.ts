import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { distance, isOnPage } from '#domain/page.ts';
import { CALL_OUT_RADIUS, callOuts, type CallOut } from '#picture/call-outs.ts';
import { anItem } from '../../fixtures/marks.ts';

const places = fc.record({
  x: fc.integer({ min: 60, max: 1540 }),
  y: fc.integer({ min: 60, max: 1140 }),
  size: fc.integer({ min: 60, max: 240 }),
});
const spread = fc
  .array(places, { maxLength: 41, size: 'max' })
  .map((list) => list.map((place, at) => anItem(at + 1, place)));
const heaped = fc
  .tuple(fc.record({ x: fc.nat(1600), y: fc.nat(1200) }), fc.nat(9))
  .map(([place, more]) => Array.from({ length: more + 1 }, (_, at) => anItem(at + 1, place)));

property.prop([spread], { numRuns: 60 })(
  '[M8] there is a number for every picture, in order, beside it and on the sheet',
  (items) => {
    const set = callOuts(items);

    expect(set.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1));
    for (const [at, one] of set.entries()) {
      const edge = CALL_OUT_RADIUS;
      expect(isOnPage({ x: one.at.x - edge, y: one.at.y - edge })).toBe(true);
      expect(isOnPage({ x: one.at.x + edge, y: one.at.y + edge })).toBe(true);
      expect(distance(one.at, items[at]!)).toBeGreaterThan(items[at]!.size / 2);
      expect(distance(one.to, items[at]!)).toBeLessThan(items[at]!.size / 2);
    }
  },
);

property.prop([fc.oneof(spread, heaped)], { numRuns: 120 })(
  '[M8] numbers never overlap, not even where pictures are heaped in one place',
  (items) => {
    expect(closest(callOuts(items))).toBeGreaterThan(2 * CALL_OUT_RADIUS);
  },
);

property.prop(
  [
    fc.record({ x: fc.constantFrom(0, 30, 800, 1600), y: fc.constantFrom(0, 600, 1200) }),
    fc.integer({ min: 1, max: 80 }),
  ],
  { numRuns: 30 },
)('[M8] numbers never overlap, however many pictures are swept into one corner', (place, count) => {
  const heap = Array.from({ length: count }, (_, at) => anItem(at + 1, place));

  expect(closest(callOuts(heap))).toBeGreaterThan(2 * CALL_OUT_RADIUS);
});

test('[M8] a number stands at the upper right of its picture, unless that is off the sheet', () => {
  const [middle, corner] = [anItem(1, { x: 800, y: 600 }), anItem(2, { x: 1550, y: 50 })];

  const [first, second] = callOuts([middle, corner]);

  expect(first!.at.x).toBeGreaterThan(middle.x);
  expect(first!.at.y).toBeLessThan(middle.y);
  expect(second!.at.x).toBeLessThan(corner.x);
  expect(second!.at.y).toBeGreaterThan(corner.y);
});

test('[M8] a number covers no other picture where there is room beside it', () => {
  const [left, right] = [anItem(1, { x: 400, y: 600 }), anItem(2, { x: 520, y: 480 })];

  const [first] = callOuts([left, right]);

  expect(distance(first!.at, right)).toBeGreaterThan(right.size / 2);
  expect(callOuts([left])[0]!.at).not.toEqual(first!.at);
});

test('[M8] a number keeps away from the lines between pictures where there is room', () => {
  const item = anItem(1, { x: 800, y: 600 });
  const [alone] = callOuts([item]);
  const through = { x: alone!.at.x, y: 0 };

  const [beside] = callOuts([item], [[through, { x: alone!.at.x, y: 1200 }]]);

  expect(Math.abs(beside!.at.x - alone!.at.x)).toBeGreaterThan(CALL_OUT_RADIUS);
});

test('[M8] the leader points from the number into its picture', () => {
  const item = anItem(1, { x: 800, y: 600, size: 100 });

  const [{ at, to }] = callOuts([item]) as [ReturnType<typeof callOuts>[number]];

  expect(distance(to, item)).toBeCloseTo(42, 6);
  expect(distance(at, to) + distance(to, item)).toBeCloseTo(distance(at, item), 6);
});

/** How near the middles of the two nearest numbers are. */
function closest(set: readonly CallOut[]): number {
  const apart = set.flatMap(({ at }, index) =>
    set.slice(index + 1).map((other) => distance(at, other.at)),
  );
  return Math.min(Infinity, ...apart);
}
