import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { runsOf } from '#domain/bonds.ts';
import { distance, isOnPage } from '#domain/page.ts';
import { DRAWN } from '#domain/work.ts';
import { middleOf } from '#picture/bonds.ts';
import { CALL_OUT_RADIUS, callOuts, radiusFor, type CallOut } from '#picture/call-outs.ts';
import { aLink, anItem } from '../../fixtures/marks.ts';

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

/** Sixty pictures all over the sheet, and any of them linked. */
const crowded = fc
  .tuple(
    fc.array(places, { minLength: 60, maxLength: 60, size: 'max' }),
    fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 40, size: 'max' }),
  )
  .map(([list, pairs]) => {
    const items = list.map((place, at) => anItem(at + 1, place));
    const links = pairs.flatMap(([a, b], at) =>
      a === b ? [] : aLink(items[a]!, items[b]!, at + 1),
    );
    return { items, runs: runsOf({ items, links }).map(({ run }) => run) };
  });

property.prop([crowded], { numRuns: 25 })(
  '[M8] with sixty pictures and forty links there is a number for every one, on the sheet, and none overlap',
  ({ items, runs }) => {
    const set = callOuts(items, runs, runs.map(middleOf));

    expect(set.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1));
    expect(closest(set)).toBeGreaterThan(2 * CALL_OUT_RADIUS);
    for (const { at } of set) {
      expect(isOnPage({ x: at.x - CALL_OUT_RADIUS, y: at.y - CALL_OUT_RADIUS })).toBe(true);
      expect(isOnPage({ x: at.x + CALL_OUT_RADIUS, y: at.y + CALL_OUT_RADIUS })).toBe(true);
    }
  },
);

test('[M8] a number keeps away from what else is taken, faces and kinds of links, where there is room', () => {
  const item = anItem(1, { x: 800, y: 600 });
  const [alone] = callOuts([item]);

  const [beside] = callOuts([item], [], [alone!.at]);

  expect(distance(beside!.at, alone!.at)).toBeGreaterThan(2 * CALL_OUT_RADIUS);
});

property.prop([fc.integer({ min: 1, max: 700 }), fc.boolean(), fc.nat()], { numRuns: 12 })(
  '[M8] however many pictures there are, every number has a disc of its own on the sheet; on a full page it is smaller',
  (count, isHeap, seed) => {
    const items = Array.from({ length: count }, (_, at) => {
      const place = { x: (seed + at * 977) % 1600, y: (seed + at * 613) % 1200 };
      return anItem(at + 1, { size: 60, ...(!isHeap && place) });
    });

    const set = callOuts(items);

    expect(closest(set)).toBeGreaterThan(2 * radiusFor(count));
    for (const { at, radius } of set) {
      expect(radius).toBe(radiusFor(count));
      expect(isOnPage({ x: at.x - radius, y: at.y - radius })).toBe(true);
      expect(isOnPage({ x: at.x + radius, y: at.y + radius })).toBe(true);
    }
  },
);

test('[M8] discs are of full size up to a hundred and forty', () => {
  expect([1, 140].map(radiusFor)).toEqual([CALL_OUT_RADIUS, CALL_OUT_RADIUS]);
  expect(radiusFor(560)).toBe(CALL_OUT_RADIUS / 2);
});

test('[M15] the number of something drawn stands where it is held, however far it reaches', () => {
  const drawn = anItem(1, { symbol: DRAWN, x: 800, y: 600, size: 1200 });

  const [{ at, to }] = callOuts([drawn]) as [CallOut];

  expect(distance(at, drawn)).toBeLessThan(120);
  expect(distance(to, drawn)).toBeLessThan(55);
});

/** How near the middles of the two nearest numbers are. */
function closest(set: readonly CallOut[]): number {
  let least = Infinity;
  for (const [index, { at }] of set.entries()) {
    for (const other of set.slice(index + 1)) least = Math.min(least, distance(at, other.at));
  }
  return least;
}
