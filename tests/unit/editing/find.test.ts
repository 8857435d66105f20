import { expect, test } from 'vitest';

import { bandOf } from '#domain/bonds.ts';
import { DRAWN, type Fill } from '#domain/work.ts';
import { inksNear, inksUnder, itemOn, itemUnder, linkUnder, ringUnder } from '#editing/find.ts';
import { pack } from '#ink/pack.ts';
import {
  aLink,
  anItem,
  aRing,
  aShownFill,
  aShownStroke,
  samplesAlong,
} from '../../fixtures/marks.ts';

const low = anItem(1, { x: 400, y: 400, size: 200 });
const high = anItem(2, { x: 480, y: 400, size: 200 });
const tiny = anItem(3, { x: 620, y: 400, size: 40 });
const items = [low, high, tiny];

test('[M3] of two pictures under the finger the one on top is meant', () => {
  expect(itemUnder({ items, strokes: [] }, { x: 450, y: 400 })).toBe(high);
  expect(itemUnder({ items: [high, low], strokes: [] }, { x: 450, y: 400 })).toBe(low);
  expect(itemUnder({ items, strokes: [] }, { x: 310, y: 490 })).toBe(low);
});

test('[M3] a finger beside two pictures means the one whose middle is nearer', () => {
  expect(itemUnder({ items, strokes: [] }, { x: 590, y: 400 })).toBe(tiny);
});

test('[M3] a picture under the finger counts before one that is merely near', () => {
  expect(itemUnder({ items, strokes: [] }, { x: 578, y: 400 })).toBe(high);
});

test('[M3] nothing is meant on bare paper', () => {
  expect(itemUnder({ items, strokes: [] }, { x: 400, y: 800 })).toBeUndefined();
  expect(itemUnder({ items: [], strokes: [] }, { x: 400, y: 400 })).toBeUndefined();
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

test('[I13][M16] a sweep over a line spares the soft region and the paint below it; of these the last goes first', () => {
  const samples = pack(samplesAlong({ x: 100, y: 140 }, { x: 900, y: 140 }));
  const region = aShownStroke(3, { samples, tool: 'safe', width: 'middle' });
  const line = aShownStroke(4, {
    samples: pack(samplesAlong({ x: 100, y: 140 }, { x: 140, y: 140 })),
  });
  const [below, above] = [aShownFill(1), aShownFill(5)];
  const under = (x: number, fills: readonly Fill[]): string[] =>
    inksUnder({ strokes: [region, line], fills }, { x, y: 140 });

  expect(under(120, [below])).toEqual([line.entry]);
  expect(under(300, [below])).toEqual([region.entry]);
  expect(under(300, [below, above])).toEqual([above.entry]);
});

test('[I13] a picture is swept where it is drawn, not at the rim of its square', () => {
  expect(itemOn({ items }, { x: 400, y: 400 })).toBe(high);
  expect(itemOn({ items }, { x: 310, y: 400 })).toBeUndefined();
  expect(itemOn({ items }, { x: 325, y: 400 })).toBe(low);
  expect(itemOn({ items }, { x: 620, y: 400 })).toBe(tiny);
});

const along = pack(samplesAlong({ x: 100, y: 900 }, { x: 900, y: 900 }));
const river = aShownStroke(7, { samples: along, width: 'thin' });
const drawn = anItem(8, { symbol: DRAWN, x: 500, y: 900, size: 800, marks: [river.entry] });

test('[M15] what was drawn and made a thing is under the finger along its line, not in the square round it', () => {
  const page = { items: [drawn], strokes: [river] };

  expect(itemUnder(page, { x: 200, y: 915 })).toBe(drawn);
  expect(itemUnder(page, { x: 200, y: 940 })).toBeUndefined();
  expect(itemUnder(page, { x: 500, y: 700 })).toBeUndefined();
  expect(itemUnder({ items: [drawn], strokes: [] }, { x: 480, y: 910 })).toBe(drawn);
});

test('[M15] a picture put on top of what was drawn is meant before it, whichever is newer', () => {
  const bridge = anItem(1, { symbol: 'bridge', x: 300, y: 900, size: 100 });

  expect(itemUnder({ items: [bridge, drawn], strokes: [river] }, { x: 300, y: 900 })).toBe(bridge);
});

test('[M15] a line is near the finger within its reach; rubbings and soft regions are none', () => {
  const strokes = [
    river,
    aShownStroke(9, { samples: along, tool: 'rubber' }),
    aShownStroke(10, { samples: along, tool: 'safe' }),
    aShownStroke(11, { samples: along, tool: 'unsafe' }),
  ];

  expect(inksNear({ strokes }, { x: 500, y: 930 })).toEqual([river.entry]);
  expect(inksNear({ strokes }, { x: 500, y: 932 })).toEqual([]);
});

test('[M15] the band of a ring is under the finger within reach, the uppermost first', () => {
  const ends = [anItem(1, { x: 300, y: 300 }), anItem(2, { x: 900, y: 300 })];
  const rings = [aRing(ends, 1), aRing(ends, 2)];
  const top = Math.min(...bandOf(rings[0]!, ends).map(({ y }) => y));
  const under = (y: number): string | undefined =>
    ringUnder({ items: ends, rings }, { x: 600, y })?.id;

  expect([top - 27, top + 27].map(under)).toEqual([rings[1]!.id, rings[1]!.id]);
  expect([top - 29, top + 29, 300].map(under)).toEqual([undefined, undefined, undefined]);
});

test('[M15] a ring is under the finger all along its band', () => {
  const ends = [anItem(1, { x: 300, y: 300 }), anItem(2, { x: 900, y: 700 })];
  const ring = aRing(ends);
  const band = bandOf(ring, ends);

  for (const [at, { x, y }] of band.entries()) {
    const next = band[(at + 1) % band.length]!;
    const half = { x: (x + next.x) / 2, y: (y + next.y) / 2 };
    expect(ringUnder({ items: ends, rings: [ring] }, half)).toBe(ring);
  }
});

test('[M12] of links side by side the one under the finger is meant', () => {
  const [a, b] = [anItem(1, { x: 200, y: 200 }), anItem(2, { x: 900, y: 200 })];
  const links = [aLink(a, b, 1), aLink(b, a, 2)];
  const under = (y: number): string | undefined =>
    linkUnder({ items: [a, b], links }, { x: 550, y })?.id;

  expect([175, 225].map(under)).toEqual([links[0]!.id, links[1]!.id]);
});

test('[I13] what is pinned is swept away by no rubber', () => {
  const ego = anItem(1, { symbol: 'self', pinned: true });

  expect(itemOn({ items: [ego] }, ego)).toBeUndefined();
  expect(itemOn({ items: [{ ...ego, pinned: false }] }, ego)).toBeDefined();
});
