import { expect, test } from 'vitest';

import { inksUnder, itemOn, itemUnder, linkUnder } from '#editing/find.ts';
import { pack } from '#ink/pack.ts';
import { aLink, anItem, aShownFill, aShownStroke, samplesAlong } from '../../fixtures/marks.ts';

const low = anItem(1, { x: 400, y: 400, size: 200 });
const high = anItem(2, { x: 480, y: 400, size: 200 });
const tiny = anItem(3, { x: 620, y: 400, size: 40 });
const items = [low, high, tiny];

test('[M3] of two pictures under the finger the one on top is meant', () => {
  expect(itemUnder({ items }, { x: 450, y: 400 })).toBe(high);
  expect(itemUnder({ items: [high, low] }, { x: 450, y: 400 })).toBe(low);
  expect(itemUnder({ items }, { x: 310, y: 490 })).toBe(low);
});

test('[M3] a finger beside two pictures means the one whose middle is nearer', () => {
  expect(itemUnder({ items }, { x: 590, y: 400 })).toBe(tiny);
});

test('[M3] a picture under the finger counts before one that is merely near', () => {
  expect(itemUnder({ items }, { x: 578, y: 400 })).toBe(high);
});

test('[M3] nothing is meant on bare paper', () => {
  expect(itemUnder({ items }, { x: 400, y: 800 })).toBeUndefined();
  expect(itemUnder({ items: [] }, { x: 400, y: 400 })).toBeUndefined();
});

test('[M4] the nearest line within reach is meant, between its ends only', () => {
  const [a, b, c] = [
    anItem(1, { x: 200, y: 200 }),
    anItem(2, { x: 800, y: 200 }),
    anItem(3, { x: 800, y: 260 }),
  ];
  const page = { items: [a, b, c], links: [aLink(a, b, 1), aLink(a, c, 2)] };

  expect(linkUnder(page, { x: 700, y: 210 })?.id).toBe(page.links[0]!.id);
  expect(linkUnder(page, { x: 700, y: 245 })?.id).toBe(page.links[1]!.id);
  expect(linkUnder(page, { x: 860, y: 200 })).toBeUndefined();
  expect(linkUnder({ ...page, items: [a] }, { x: 700, y: 210 })).toBeUndefined();
});

test('[M4] a line between two pictures in the same place is where they are', () => {
  const [a, b] = [anItem(1), anItem(2)];
  const page = { items: [a, b], links: [aLink(a, b)] };

  expect(linkUnder(page, { x: 820, y: 600 })?.id).toBe(page.links[0]!.id);
  expect(linkUnder(page, { x: 880, y: 600 })).toBeUndefined();
});

test('[I13] a line is under the finger as far as its ink reaches and hardly farther', () => {
  const samples = pack(samplesAlong({ x: 100, y: 500 }, { x: 900, y: 500 }));
  const lines = [
    aShownStroke(1, { samples, width: 'thick' }),
    aShownStroke(2, { samples, width: 'thin' }),
  ];
  const under = (x: number, y: number): string[] =>
    inksUnder({ strokes: lines, fills: [] }, { x, y });

  expect(under(500, 506)).toEqual(lines.map(({ entry }) => entry));
  expect(under(500, 523)).toEqual([lines[0]!.entry]);
  expect(under(500, 526)).toEqual([]);
  expect(under(950, 500)).toEqual([]);
});

test('[I13] between the parts a rubber left there is no line to be taken', () => {
  const [left, right] = [
    samplesAlong({ x: 100, y: 500 }, { x: 300, y: 500 }),
    samplesAlong({ x: 700, y: 500 }, { x: 900, y: 500 }).map((one) => ({ ...one, t: one.t + 99 })),
  ];
  const line = aShownStroke(1, { samples: pack([...left, ...right]), parts: [left.length] });
  const under = (x: number): string[] => inksUnder({ strokes: [line], fills: [] }, { x, y: 500 });

  expect([200, 500, 800].map((x) => under(x).length)).toEqual([1, 0, 1]);
});

test('[I13] a rubbing is no line; of paint the one poured last is under the finger, not where its hole is', () => {
  const fills = [aShownFill(1), aShownFill(2, { crayon: 'ichu' })];
  const strokes = [aShownStroke(3, { tool: 'rubber' })];

  expect(inksUnder({ strokes, fills }, { x: 150, y: 140 })).toEqual([fills[1]!.entry]);
  expect(inksUnder({ strokes, fills }, { x: 300, y: 300 })).toEqual([]);
  expect(inksUnder({ strokes, fills }, { x: 501, y: 140 })).toEqual([]);
});

test('[I13] a picture is swept where it is drawn, not at the rim of its square', () => {
  expect(itemOn({ items }, { x: 400, y: 400 })).toBe(high);
  expect(itemOn({ items }, { x: 310, y: 400 })).toBeUndefined();
  expect(itemOn({ items }, { x: 325, y: 400 })).toBe(low);
  expect(itemOn({ items }, { x: 620, y: 400 })).toBe(tiny);
});
