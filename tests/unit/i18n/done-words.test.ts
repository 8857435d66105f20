import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Operation } from '#domain/operation.ts';
import { tDone } from '#i18n/done-words.ts';
import { speak } from '#i18n/translate.svelte.ts';
import { anItem, aPage, aStroke } from '../../fixtures/marks.ts';
import { anId } from '../../fixtures/names.ts';

const [house, hen] = [anItem(1), anItem(2, { symbol: 'hen' })];
const [HOUSE, HEN] = [house.id, hen.id];
const all = aPage({ items: [house, hen] });
const ends = { link: anId('link'), from: HOUSE, to: HEN };
const face = { stamp: anId('stamp'), item: HEN, feeling: 'afraid' };
const put = { item: HEN, page: all.id, symbol: 'hen', x: 100, y: 100, size: 170 } as const;

beforeAll(async () => {
  await speak('en');
});

afterAll(async () => {
  await speak('es-PE');
});

test.each<[string, Operation]>([
  ['hen: put, top left', { kind: 'item/put', ...put }],
  ['house: now bottom right', { kind: 'item/set', item: HOUSE, place: { x: 1500, y: 1100 } }],
  ['house: changed', { kind: 'item/set', item: HOUSE, wish: true }],
  ['house: taken away', { kind: 'item/set', item: HOUSE, gone: true }],
  ['house and hen: joined', { kind: 'link/add', ...ends }],
  ['Changed', { kind: 'link/set', link: ends.link, valence: 'both' }],
  ['Taken away', { kind: 'stamp/set', stamp: face.stamp, gone: true }],
  ['hen: afraid', { kind: 'stamp/add', ...face }],
  [
    'Together: house, hen',
    { kind: 'ring/add', ring: anId('ring'), page: all.id, items: [HOUSE, HEN] },
  ],
  ['Undone', { kind: 'undo', entry: house.entry }],
  ['Done again', { kind: 'redo', entry: house.entry }],
  ['', aStroke()],
])('[M23] who cannot see the sheet hears "%s"', (words, op) => {
  expect(tDone({ op, before: all, after: all }, [])).toBe(words);
});

test('[M23] what was taken away is named, though it is there no more', () => {
  const op = { kind: 'item/set', item: HEN, gone: true } as const;

  expect(tDone({ op, before: all, after: aPage({ items: [house] }) }, [])).toBe('hen: taken away');
});
