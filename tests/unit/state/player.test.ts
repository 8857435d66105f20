import { expect, test } from 'vitest';

import { Player } from '#state/player.svelte.ts';
import { aTable } from '../../fixtures/benches.ts';
import { anItem, aPage, aShownStroke } from '../../fixtures/marks.ts';

const page = aPage({
  items: [anItem(1, { at: 0 })],
  strokes: [{ ...aShownStroke(2), at: 60_064 }],
});

test('[I21] a film shows its end first: the page as it was saved', () => {
  const player = new Player(page);
  const table = aTable();

  player.attach(table);

  expect(table.pages.at(-1)).toEqual(page);
  expect(player.atMs).toBe(player.lengthMs);
  expect(player.playing).toBe(false);
});

test('[I21] at any moment one goes to, the table shows the page and the lines of that moment', () => {
  const player = new Player(page);
  const table = aTable();
  player.attach(table);

  player.seek(player.lengthMs - 30);

  expect(table.pages.at(-1)).toEqual({ ...page, strokes: [] });
  expect(table.drafts.at(-1)?.lines.map(({ tail }) => tail.length)).toEqual([3]);
  player.seek(-5);
  expect(player.atMs).toBe(0);
  player.seek(1e9);
  expect(table.pages.at(-1)).toEqual(page);
});

test('[I21] with or without pauses the film stands at the same share of its way', () => {
  const player = new Player(page);
  player.seek(player.lengthMs / 2);
  const short = player.lengthMs;

  player.skipPauses = false;

  expect(short).toBeLessThan(1500);
  expect(player.lengthMs).toBe(60_064);
  expect(player.atMs).toBeCloseTo(30_032, 6);
  expect(player.skipPauses).toBe(false);
});

test('[I21] a table that was taken away hears nothing any more', () => {
  const player = new Player(page);
  const table = aTable();
  const leave = player.attach(table);

  leave();
  const { length } = table.pages;
  player.seek(0);

  expect(table.pages).toHaveLength(length);
});

test('[I21] the film of a blank page can be looked at', () => {
  const player = new Player(aPage());
  const table = aTable();
  player.attach(table);

  player.skipPauses = false;

  expect([player.lengthMs, player.atMs]).toEqual([0, 0]);
  expect(table.pages.at(-1)).toEqual(aPage());
});
