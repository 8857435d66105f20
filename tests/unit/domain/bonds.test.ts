import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { bandOf, runsOf, sideOf, type Run } from '#domain/bonds.ts';
import { distance, type Point } from '#domain/page.ts';
import { DRAWN, type Item } from '#domain/work.ts';
import { aLink, anItem, aRing } from '../../fixtures/marks.ts';
import { isInside } from '../../fixtures/eyes.ts';

const places = fc.record({
  x: fc.nat(1600),
  y: fc.nat(1200),
  size: fc.integer({ min: 20, max: 800 }),
});

/** Where the link between the two pictures runs. */
function runOf(a: Item, b: Item): Run {
  const [first] = runsOf({ items: [a, b], links: [aLink(a, b)] });
  return first!.run;
}

test('[M7] a line runs from edge to edge along the straight way between two pictures', () => {
  const a = anItem(1, { x: 200, y: 600, size: 200 });
  const b = anItem(2, { x: 900, y: 600, size: 100 });

  expect(runOf(a, b)).toEqual([
    { x: 306, y: 600 },
    { x: 847, y: 600 },
  ]);
});

property.prop([places, places], { numRuns: 300 })(
  '[M7] a line hides nothing of what it joins where there is room, and else still shows as a short line',
  (one, other) => {
    const [a, b] = [anItem(1, one), anItem(2, other)];
    const [from, to] = runOf(a, b);
    const room = distance(a, b) - (a.size + b.size) * 0.53;

    if (room >= 44) {
      expect(distance(from, a)).toBeCloseTo(a.size * 0.53, 6);
      expect(distance(to, b)).toBeCloseTo(b.size * 0.53, 6);
    } else expect(distance(from, to)).toBeCloseTo(44, 6);
    const along = (to.x - from.x) * (b.x - a.x) + (to.y - from.y) * (b.y - a.y);
    expect(along).toBeCloseTo(distance(from, to) * distance(a, b), 3);
  },
);

test('[M7] of pictures in the very same place the line still shows', () => {
  const [from, to] = runOf(anItem(1), anItem(2));

  expect(distance(from, to)).toBeCloseTo(44, 9);
  expect({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }).toEqual({ x: 800, y: 600 });
});

test('[M7] the line follows when a picture moves', () => {
  const [a, b] = [anItem(1, { x: 200, y: 600 }), anItem(2, { x: 900, y: 600 })];

  const after = runOf(a, { ...b, x: 200, y: 1100 });

  expect(after[0].x).toBeCloseTo(200, 9);
  expect(after[1].x).toBeCloseTo(200, 9);
  expect(after[1].y).toBeCloseTo(1100 - 90.1, 6);
});

test('[M7] a line whose picture is not on the page runs nowhere', () => {
  const [a, b] = [anItem(1), anItem(2)];

  expect(runsOf({ items: [a], links: [aLink(a, b), aLink(b, a, 2)] })).toEqual([]);
});

property.prop([places, places, fc.array(fc.boolean(), { minLength: 1, maxLength: 6 })], {
  numRuns: 200,
})(
  '[M12] links between the same two lie side by side, 50 units apart, whichever way each was drawn',
  (one, other, ways) => {
    const [a, b] = [anItem(1, one), anItem(2, other)];
    fc.pre(distance(a, b) > 1);
    const links = ways.map((there, at) => (there ? aLink(a, b, at + 1) : aLink(b, a, at + 1)));

    const runs = runsOf({ items: [a, b], links }).map(({ run }) => run);

    const beside = runs.map((run) => asideOf(run, a, b));
    const middle = (ways.length - 1) / 2;
    for (const [at, aside] of beside.entries()) expect(aside).toBeCloseTo((at - middle) * 50, 6);
  },
);

/** How far a run lies to the side of the straight way from a to b. */
function asideOf([from, to]: Run, a: Point, b: Point): number {
  const length = distance(a, b);
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const sides = [from, to].map(({ x, y }) => dx * (y - a.y) - dy * (x - a.x));
  expect(sides[0]).toBeCloseTo(sides[1]!, 6);
  return sides[0]!;
}

test('[M12] links side by side each begin and end where the pictures do', () => {
  const [a, b] = [anItem(1, { x: 300, size: 200 }), anItem(2, { x: 1300, size: 200 })];
  const links = [1, 2, 3].map((number) => aLink(a, b, number));

  for (const { run } of runsOf({ items: [a, b], links })) {
    expect(distance(run[0], a)).toBeCloseTo(106, 9);
    expect(distance(run[1], b)).toBeCloseTo(106, 9);
  }
});

test('[M12] a link of another pair leaves a link where it is', () => {
  const [a, b, c] = [anItem(1, { x: 100 }), anItem(2, { x: 900 }), anItem(3, { x: 900, y: 1000 })];
  const [alone] = runsOf({ items: [a, b, c], links: [aLink(a, b)] });

  const [beside] = runsOf({ items: [a, b, c], links: [aLink(a, b), aLink(a, c, 2)] });

  expect(beside).toEqual(alone);
});

test('[M15] something drawn is held where it was named, however far it reaches; a small one as it is', () => {
  expect(sideOf({ symbol: DRAWN, size: 900 })).toBe(110);
  expect(sideOf({ symbol: DRAWN, size: 40 })).toBe(40);
  expect(sideOf({ symbol: 'house', size: 900 })).toBe(900);
});

property.prop([fc.array(places, { minLength: 1, maxLength: 8 })], { numRuns: 150 })(
  '[M15] a ring bulges round all of its pictures and cuts into none',
  (list) => {
    const items = list.map((place, at) => anItem(at + 1, place));

    const band = bandOf(aRing(items), items);

    for (const { x, y, size } of items) {
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        const corner = { x: x + (dx * size) / 2, y: y + (dy * size) / 2 };
        expect(isInside([band.flatMap((one) => [one.x, one.y])], corner)).toBe(true);
      }
    }
    for (const [at, here] of band.entries()) {
      const [before, after] = [band.at(at - 1)!, band[(at + 1) % band.length]!];
      const turn =
        (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x);
      expect(turn).toBeGreaterThan(-1e-6);
    }
  },
);

test('[M15] a ring follows when its pictures move, and is drawn round those that are there', () => {
  const items = [anItem(1, { x: 300, y: 300 }), anItem(2, { x: 600, y: 500 })];
  const moved = items.map((item) => ({ ...item, x: item.x + 100, y: item.y + 50 }));
  const ring = aRing(items);

  const [before, after] = [bandOf(ring, items), bandOf(ring, moved)];

  expect(after).toHaveLength(before.length);
  for (const [at, { x, y }] of before.entries()) {
    expect(after[at]!.x).toBeCloseTo(x + 100, 6);
    expect(after[at]!.y).toBeCloseTo(y + 50, 6);
  }
  expect(bandOf(ring, [items[0]!])).toEqual(bandOf(aRing([items[0]!]), items));
  expect(bandOf(ring, [])).toEqual([]);
});
