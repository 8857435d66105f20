import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { distance } from '#domain/page.ts';
import type { Item } from '#domain/work.ts';
import { endsOfAll, linkShapes, ropeShapes, type Ends } from '#picture/links.ts';
import { aLink, anItem } from '../../fixtures/marks.ts';

const places = fc.record({
  x: fc.nat(1600),
  y: fc.nat(1200),
  size: fc.integer({ min: 20, max: 400 }),
});

test('[M7] a line runs from edge to edge along the straight way between two pictures', () => {
  const [a, b] = [
    anItem(1, { x: 200, y: 600, size: 200 }),
    anItem(2, { x: 900, y: 600, size: 100 }),
  ];

  expect(endsOf(a, b)).toEqual([
    { x: 306, y: 600 },
    { x: 847, y: 600 },
  ]);
});

property.prop([places, places], { numRuns: 200 })(
  '[M7] a line hides nothing of what it joins; it is drawn when there is room for it',
  (one, other) => {
    const [a, b] = [anItem(1, one), anItem(2, other)];
    const ends = endsOf(a, b);
    const [atA, atB] = [a.size * 0.53, b.size * 0.53];

    expect(ends === undefined).toBe(distance(a, b) <= atA + atB);
    if (!ends) return;
    expect(distance(ends[0], a)).toBeCloseTo(atA, 6);
    expect(distance(ends[1], b)).toBeCloseTo(atB, 6);
    expect(distance(ends[0], ends[1])).toBeCloseTo(distance(a, b) - atA - atB, 6);
  },
);

/** Where the line between the two pictures begins and ends. */
function endsOf(a: Item, b: Item): Ends | undefined {
  return endsOfAll({ items: [a, b], links: [aLink(a, b)] })[0]?.ends;
}

test('[M7] the line follows when a picture moves', () => {
  const [a, b] = [anItem(1, { x: 200, y: 600 }), anItem(2, { x: 900, y: 600 })];
  const moved = { ...b, x: 200, y: 1000 };

  const [before] = linkShapes({ items: [a, b], links: [aLink(a, b)] });
  const [after] = linkShapes({ items: [a, moved], links: [aLink(a, b)] });

  expect(before?.d).toBe('M290.1 600L809.9 600');
  expect(after?.d).toBe('M200 690.1L200 909.9');
});

test('[M7] a line is ink with a rim of paper below it, so that it shows on any ground', () => {
  const [rim, ink, ...rest] = ropeShapes([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ]);

  expect(rest).toEqual([]);
  expect(rim!.width!).toBeGreaterThan(ink!.width!);
  expect(rim!.stroke).not.toBe(ink!.stroke);
});

test('[M7] a line whose picture is not on the page is not drawn', () => {
  const [a, b] = [anItem(1), anItem(2, { x: 100 })];

  expect(linkShapes({ items: [a], links: [aLink(a, b)] })).toEqual([]);
});
