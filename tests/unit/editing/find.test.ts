import { expect, test } from 'vitest';

import { itemUnder, linkUnder } from '#editing/find.ts';
import { aLink, anItem } from '../../fixtures/marks.ts';

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
