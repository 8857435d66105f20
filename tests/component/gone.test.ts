/** [M31]: what another child has just taken away cannot be moved, joined or stamped; a kind word says so. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { present } from '#base/assert.ts';
import type { Item } from '#domain/work.ts';
import { t } from '#i18n/translate.svelte.ts';
import { Finger } from './hands.ts';
import { differences, floatingOn, layerOf, lookAt, type Look } from './paper.ts';
import { mapping, takeRope, type Working } from './working.ts';

const HOUSE = { x: 800, y: 450 };
const SCHOOL = { x: 1300, y: 900 };

async function aMap(): Promise<Working> {
  const on = await mapping();
  const finger = new Finger(on.sheet());
  for (const [symbol, { x, y }] of [
    ['house', HOUSE],
    ['school', SCHOOL],
  ] as const) {
    on.bench.take(symbol);
    finger.tap(x, y);
  }
  return on;
}

function itemOf({ bench }: Working, symbol: string): Item {
  const item = bench.shown.items.find((one) => one.symbol === symbol);
  return present(item, 'the picture lies on the page');
}

/** The llama takes a picture away; how the sheet looks then, and how much was done. */
function takeAway(on: Working, symbol: string): { look: Look; done: number } {
  on.bench.act({ kind: 'item/set', item: itemOf(on, symbol).id, gone: true }, 'llama-02');
  return { look: lookAt(on.sheet()), done: on.bench.entries.length };
}

/** A kind word says so, and nothing more was done. */
async function expectKindWord(on: Working, done: number): Promise<void> {
  await expect.element(page.getByText(t('hint.item/gone'))).toBeVisible();
  expect(on.bench.entries).toHaveLength(done);
  expect(on.bench.shown.items).toHaveLength(1);
  expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
  expect(floatingOn(on.sheet())).toEqual([]);
}

describe('just taken away by another child', () => {
  test('[M31] a picture in the air is not put down', async () => {
    const on = await aMap();
    await on.touches.down(1, on.at(HOUSE.x, HOUSE.y));
    await on.touches.move(1, on.at(1000, 600));
    const { done } = takeAway(on, 'house');
    await on.touches.move(1, on.at(1000, 700));
    await on.touches.up(1);
    await expectKindWord(on, done);
    const finger = new Finger(on.sheet());
    finger.tap(300, 1100);
    await expect.element(page.getByText(t('hint.item/gone'))).not.toBeInTheDocument();
  });

  test('[M31] a link pulled from it joins nothing', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.touches.down(1, on.at(HOUSE.x, HOUSE.y));
    await on.touches.move(1, on.at(1000, 600));
    const { done } = takeAway(on, 'house');
    await on.touches.move(1, on.at(SCHOOL.x, SCHOOL.y));
    await on.touches.up(1);
    await expectKindWord(on, done);
  });

  test('[M31] a link pulled to it, already there when it goes, joins nothing', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.touches.down(1, on.at(HOUSE.x, HOUSE.y));
    await on.touches.move(1, on.at(SCHOOL.x, SCHOOL.y));
    const { done } = takeAway(on, 'school');
    await on.touches.up(1);
    await expectKindWord(on, done);
  });

  test('[M31] [M5] a link pulled to where it lay before joins nothing, as on all bare paper', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.touches.down(1, on.at(HOUSE.x, HOUSE.y));
    await on.touches.move(1, on.at(1000, 600));
    const { done } = takeAway(on, 'school');
    await on.touches.move(1, on.at(SCHOOL.x, SCHOOL.y));
    await on.touches.up(1);
    expect(on.bench.entries).toHaveLength(done);
    expect(on.bench.shown.links).toEqual([]);
    expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
  });

  test('[M31] [M22] tapped before, and then the other tapped, joins nothing', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.tap(HOUSE.x, HOUSE.y);
    const { done } = takeAway(on, 'house');
    await on.tap(SCHOOL.x, SCHOOL.y);
    await expectKindWord(on, done);
  });

  test('[M31] it is not stamped by a finger that came down on it before', async () => {
    const on = await aMap();
    await on.button('tool.feel').click();
    await on.button('feeling.happy').click();
    await on.touches.down(1, on.at(HOUSE.x, HOUSE.y));
    const { done, look } = takeAway(on, 'house');
    await on.touches.up(1);
    expect(on.bench.shown.stamps).toEqual([]);
    expect(differences(lookAt(on.sheet()), look)).toEqual([]);
    await expectKindWord(on, done);
  });

  test('[M31] picked before, it is not taken away once more by a tap on the bin', async () => {
    const on = await aMap();
    await on.tap(HOUSE.x, HOUSE.y);
    await expect.element(on.button('tool.bin')).toBeEnabled();
    const { done } = takeAway(on, 'house');
    await on.button('tool.bin').click();
    await expectKindWord(on, done);
    await expect.element(on.button('tool.bin')).toBeDisabled();
  });

  test('[M31] picked before, it is not put where the sheet is tapped, and its buttons are gone', async () => {
    const on = await aMap();
    await on.tap(HOUSE.x, HOUSE.y);
    await expect.element(on.button('item.bigger')).toBeVisible();
    const { done } = takeAway(on, 'house');
    await expect.element(on.button('item.bigger')).not.toBeInTheDocument();
    await on.tap(1000, 800);
    expect(on.bench.entries).toHaveLength(done);
    expect(on.bench.shown.items).toHaveLength(1);
  });

  test('[M31] [J3] picked before and put into the bin now, it still comes back when who took it away undoes that', async () => {
    const on = await aMap();
    await on.tap(HOUSE.x, HOUSE.y);
    const { done } = takeAway(on, 'house');
    on.bench.binPicked();
    expect(on.bench.entries).toHaveLength(done);
    on.bench.turnTo('llama-02');
    await on.button('undo').click();
    expect(on.bench.shown.items.map(({ symbol }) => symbol)).toEqual(['house', 'school']);
  });

  test('[M31] a picture dropped onto the bin after it was gone is not taken away a second time', async () => {
    const on = await aMap();
    await on.touches.down(1, on.at(HOUSE.x, HOUSE.y));
    await on.touches.move(1, on.at(1200, 450));
    const { done } = takeAway(on, 'house');
    const { x, y, width, height } = on.button('tool.bin').element().getBoundingClientRect();
    await on.touches.move(1, { x: x + width / 2, y: y + height / 2 });
    await on.touches.up(1);
    expect(on.bench.entries).toHaveLength(done);
    expect(on.bench.shown.items).toHaveLength(1);
  });
});

describe('what cannot be', () => {
  test('[M31] [M2] two fingers that hold the same picture: it lies where the last of them let go', async () => {
    const on = await aMap();
    await on.touches.down(1, on.at(HOUSE.x - 20, HOUSE.y));
    await on.touches.down(2, on.at(HOUSE.x + 20, HOUSE.y));
    await on.touches.move(1, on.at(500, 900));
    await on.touches.move(2, on.at(1100, 300));
    await on.touches.up(1);
    await on.touches.up(2);
    expect(itemOf(on, 'house')).toMatchObject({ x: expect.closeTo(1080, -1) as number });
    expect(on.bench.shown.items).toHaveLength(2);
    expect(floatingOn(on.sheet())).toEqual([]);
  });
});
