/** The map on the real working screen, with real fingers: M1 to M6 and M9. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { Point } from '#domain/page.ts';
import { t } from '#i18n/translate.svelte.ts';
import { Finger, middleOnScreen } from './hands.ts';
import { floatingOn, middleOf, PAPER, seenAt } from './paper.ts';
import { pageOf } from './tablet.ts';
import { inTray, mapping, takeFromTray, takeRope, type Working } from './working.ts';

/** Something at this place: a finger is exact to a pixel, which is about two page units on this screen. */
function near({ x, y }: Point): unknown {
  const about = (value: number): unknown => expect.closeTo(value, -1);
  return expect.objectContaining({ x: about(x), y: about(y) });
}

/** What lies on the page, in order. */
function itemsOf({ bench }: Working): readonly unknown[] {
  return pageOf(bench).items;
}

/** A map with a house and a school on it. */
async function aMap(): Promise<Working> {
  const on = await mapping();
  const finger = new Finger(on.sheet());
  on.bench.take('house');
  finger.tap(500, 400);
  on.bench.take('school');
  finger.tap(1200, 800);
  expect(itemsOf(on)).toHaveLength(2);
  return on;
}

async function onto({ button }: Working, says: 'tool.bin' | 'undo'): Promise<Point> {
  const target = button(says);
  await expect.element(target).toBeVisible();
  return middleOnScreen(target.element());
}

describe('putting', () => {
  test('[M1] a picture pulled from the tray is put where it is let go', async () => {
    const on = await mapping();
    const from = await inTray(on, 'cow');

    await on.touches.down(1, from);
    await on.touches.move(1, { x: from.x + 30, y: from.y });
    await on.touches.move(1, on.at(900, 700));
    expect(floatingOn(on.sheet())).toHaveLength(1);
    expect(itemsOf(on)).toEqual([]);
    await on.touches.move(1, on.at(1100, 800));
    await on.touches.up(1);

    expect(itemsOf(on)).toEqual([near({ x: 1100, y: 800 })]);
    expect(itemsOf(on)).toMatchObject([
      { symbol: 'cow', by: 'zorro-01', round: 'base', size: 170 },
    ]);
    expect(on.bench.taken).toBeUndefined();
    expect(floatingOn(on.sheet())).toEqual([]);
    expect(seenAt(on.sheet(), { x: 1100, y: 800 })).not.toEqual(PAPER);
  });

  test('[M1] a picture tapped in the tray is put where the sheet is tapped then', async () => {
    const on = await mapping();
    await takeFromTray(on, 'hen');
    expect(on.bench.taken).toBe('hen');
    expect(itemsOf(on)).toEqual([]);

    await on.tap(1000, 300);

    expect(itemsOf(on)).toEqual([near({ x: 1000, y: 300 })]);
    expect(itemsOf(on)).toMatchObject([{ symbol: 'hen' }]);
    expect(on.bench.taken).toBeUndefined();
    await on.tap(1300, 900);
    expect(itemsOf(on)).toHaveLength(1);
  });

  test('[M1] a picture is taken from the tray with the keyboard, too', async () => {
    const on = await mapping();
    await inTray(on, 'dog');
    on.picture('dog').element().focus();
    await userEvent.keyboard('{Enter}');
    await on.tap(600, 600);
    expect(itemsOf(on)).toMatchObject([{ symbol: 'dog' }]);
  });

  test('[M1] a mouse pulls a picture out of the tray like a finger', async () => {
    const on = await mapping();
    await inTray(on, 'tree');
    const target = { x: on.at(1100, 500).x, y: on.at(1100, 500).y };
    const { left, top } = on.sheet().getBoundingClientRect();
    await userEvent.dragAndDrop(on.picture('tree'), page.getByRole('application'), {
      targetPosition: { x: target.x - left, y: target.y - top },
    });
    expect(itemsOf(on)).toEqual([near({ x: 1100, y: 500 })]);
    expect(itemsOf(on)).toMatchObject([{ symbol: 'tree' }]);
  });

  test('[M1] two children pull pictures out of the tray at the same time, and both are put', async () => {
    const on = await mapping();
    const [cow, dog] = [await inTray(on, 'cow'), await inTray(on, 'dog')];
    await on.touches.down(1, cow);
    await on.touches.move(1, on.at(700, 200));
    await on.touches.down(2, dog);
    await on.touches.move(2, on.at(900, 900));
    await on.touches.move(1, on.at(1200, 300));
    await on.touches.up(1);
    await on.touches.move(2, on.at(1300, 1000));
    await on.touches.up(2);
    expect(itemsOf(on)).toEqual([near({ x: 1200, y: 300 }), near({ x: 1300, y: 1000 })]);
    expect(floatingOn(on.sheet())).toEqual([]);
  });

  test('[M1] a picture being pulled is put although another hand touches the sheet meanwhile', async () => {
    const on = await mapping();
    const cow = await inTray(on, 'cow');
    await on.touches.down(1, cow);
    await on.touches.move(1, on.at(900, 300));
    await on.touches.down(2, on.at(1400, 1000));
    await on.touches.up(2);
    await on.touches.move(1, on.at(1200, 500));
    await on.touches.up(1);
    expect(itemsOf(on)).toEqual([near({ x: 1200, y: 500 })]);
    expect(floatingOn(on.sheet())).toEqual([]);
  });

  test('[M2] a picture being pulled goes back when another panel takes the place of the tray', async () => {
    const on = await mapping();
    const cow = await inTray(on, 'cow');
    await on.touches.down(1, cow);
    await on.touches.move(1, on.at(900, 300));
    expect(floatingOn(on.sheet())).toHaveLength(1);

    on.button('turn')
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(on.button('animal.llama')).toBeVisible();

    expect(floatingOn(on.sheet())).toEqual([]);
    await on.touches.move(1, on.at(1200, 500));
    await on.touches.up(1);
    expect(itemsOf(on)).toEqual([]);
    await on.tap(1300, 1000);
    await expect.element(on.button('animal.llama')).not.toBeInTheDocument();
  });

  test('[M2] a picture let go beside the sheet is not put', async () => {
    const on = await mapping();
    const from = await inTray(on, 'cow');
    const { right, top } = on.sheet().getBoundingClientRect();
    await on.touches.drag(1, from, on.at(900, 500), { x: right + 20, y: top + 300 });
    expect(itemsOf(on)).toEqual([]);
    expect(on.bench.canUndo).toBe(false);
    expect(floatingOn(on.sheet())).toEqual([]);
  });

  test('[M2] a new picture let go over the bin is not put', async () => {
    const on = await mapping();
    const from = await inTray(on, 'cow');
    await on.touches.drag(1, from, on.at(900, 500), await onto(on, 'tool.bin'));
    expect(itemsOf(on)).toEqual([]);
    expect(on.bench.canUndo).toBe(false);
  });

  test('[M2] a picture tapped in the tray twice goes back', async () => {
    const on = await mapping();
    await takeFromTray(on, 'cow');
    await takeFromTray(on, 'cow');
    await on.tap(1000, 500);
    expect(itemsOf(on)).toEqual([]);
  });
});

describe('moving', () => {
  test('[M3] a picture is moved by pulling it', async () => {
    const on = await aMap();
    await on.pull([500, 400], on.at(600, 700), on.at(700, 900));
    expect(itemsOf(on)).toEqual([near({ x: 1200, y: 800 }), near({ x: 700, y: 900 })]);
    expect(seenAt(on.sheet(), { x: 500, y: 400 })).toEqual(PAPER);
    await on.button('undo').click();
    expect(itemsOf(on)[0]).toEqual(near({ x: 500, y: 400 }));
  });

  test('[M3] a picture is moved by tapping it and then its new place', async () => {
    const on = await aMap();
    await on.tap(500, 400);
    expect(floatingOn(on.sheet())).toHaveLength(1);
    await on.tap(300, 1000);
    expect(itemsOf(on).at(-1)).toEqual(near({ x: 300, y: 1000 }));
    expect(floatingOn(on.sheet())).toEqual([]);
  });

  test('[M3] two hands move two pictures at the same time', async () => {
    const on = await aMap();
    await on.touches.down(1, on.at(500, 400));
    await on.touches.down(2, on.at(1200, 800));
    await on.touches.move(1, on.at(400, 900));
    await on.touches.move(2, on.at(1300, 200));
    await on.touches.up(1);
    await on.touches.up(2);
    expect(itemsOf(on)).toEqual([near({ x: 400, y: 900 }), near({ x: 1300, y: 200 })]);
  });

  test('[M3] a picture pulled off the sheet stays at its edge', async () => {
    const on = await aMap();
    const { right, bottom } = on.sheet().getBoundingClientRect();
    await on.pull([500, 400], on.at(900, 600), { x: right + 40, y: bottom + 20 });
    expect(itemsOf(on).at(-1)).toMatchObject({ x: 1600, y: 1200 });
  });
});

describe('taking away', () => {
  test('[M4] a picture pulled onto the bin is taken away, and undo brings it back', async () => {
    const on = await aMap();
    await on.pull([500, 400], on.at(900, 500), await onto(on, 'tool.bin'));
    expect(itemsOf(on)).toMatchObject([{ symbol: 'school' }]);
    expect(seenAt(on.sheet(), { x: 500, y: 400 })).toEqual(PAPER);
    await on.button('undo').click();
    expect(itemsOf(on)).toMatchObject([
      { symbol: 'house', x: expect.closeTo(500, -1) as number },
      { symbol: 'school' },
    ]);
  });

  test('[M4] a picture tapped and then the bin tapped is taken away', async () => {
    const on = await aMap();
    await expect.element(on.button('tool.bin')).toBeDisabled();
    await on.tap(500, 400);
    await on.button('tool.bin').click();
    expect(itemsOf(on)).toMatchObject([{ symbol: 'school' }]);
    await expect.element(on.button('tool.bin')).toBeDisabled();
    expect(floatingOn(on.sheet())).toEqual([]);
  });

  test('[M4] a line tapped and then the bin tapped is taken away, its pictures stay', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.pull([500, 400], on.at(1200, 800));
    await on.button('tool.hand').click();
    await on.tap(850, 600);
    await on.button('tool.bin').click();
    expect(pageOf(on.bench).links).toEqual([]);
    expect(itemsOf(on)).toHaveLength(2);
    expect(seenAt(on.sheet(), { x: 850, y: 600 })).toEqual(PAPER);
  });
});

describe('joining', () => {
  test('[M5] two pictures are joined by pulling from one to the other', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.pull([500, 400], on.at(800, 500), on.at(1200, 800));
    const [house, school] = pageOf(on.bench).items;
    expect(pageOf(on.bench).links).toMatchObject([
      { from: house?.id, to: school?.id, by: 'zorro-01' },
    ]);
    expect(seenAt(on.sheet(), { x: 850, y: 600 })).not.toEqual(PAPER);
  });

  test('[M5] two pictures are joined by tapping one and then the other', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.tap(1200, 800);
    expect(floatingOn(on.sheet())).toHaveLength(1);
    await on.tap(500, 400);
    const [house, school] = pageOf(on.bench).items;
    const [link] = pageOf(on.bench).links;
    expect(link).toMatchObject({ from: school?.id, to: house?.id });
    const [ring] = floatingOn(on.sheet());
    expect(middleOf(ring!, on.sheet())).toEqual(near({ x: 850, y: 600 }));
    expect(on.bench.picked).toEqual({ kind: 'link', id: link?.id });
    await expect.element(page.getByRole('group', { name: t('relation.ask') })).toBeVisible();
  });

  test('[M5] a line pulled to bare paper joins nothing', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.pull([500, 400], on.at(900, 1000));
    expect(pageOf(on.bench).links).toEqual([]);
    expect(seenAt(on.sheet(), { x: 700, y: 700 })).toEqual(PAPER);
  });

  test('[M6] the same two pictures are not joined twice, from either side; a kind word says so', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.pull([500, 400], on.at(1200, 800));
    await expect.element(page.getByText(t('hint.link/already-there'))).not.toBeInTheDocument();
    await on.pull([1200, 800], on.at(500, 400));
    expect(pageOf(on.bench).links).toHaveLength(1);
    await expect.element(page.getByText(t('hint.link/already-there'))).toBeVisible();
  });

  test('[M6] a picture is not joined to itself; a kind word says so, until something else is done', async () => {
    const on = await aMap();
    await takeRope(on);
    await on.tap(500, 400);
    await on.tap(500, 400);
    expect(pageOf(on.bench).links).toEqual([]);
    await expect.element(page.getByText(t('hint.link/to-itself'))).toBeVisible();
    await on.tap(1200, 800);
    await expect.element(page.getByText(t('hint.link/to-itself'))).not.toBeInTheDocument();
  });
});

describe('whose hand', () => {
  test('[M9] every act carries the child whose turn it was, and the round', async () => {
    const on = await mapping();
    await takeFromTray(on, 'house');
    await on.tap(500, 400);
    await on.button('turn').click();
    await on.button('animal.llama').click();
    await takeFromTray(on, 'school');
    await on.tap(1200, 800);
    await takeRope(on);
    await on.pull([1200, 800], on.at(500, 400));
    await on.button('turn').click();
    await on.button('animal.condor').click();
    await on.button('tool.draw').click();
    await on.pull([300, 1000], on.at(900, 1000));
    expect(on.bench.entries.map(({ by, round, op }) => [op.kind, by, round])).toEqual([
      ['page/add', 'zorro-01', 'free'],
      ['round/open', 'f', 'free'],
      ['item/put', 'zorro-01', 'base'],
      ['item/put', 'llama-02', 'base'],
      ['link/add', 'llama-02', 'base'],
      ['stroke/add', 'condor-03', 'base'],
    ]);
  });

  test('[J4] undoing what another child holds by now changes nothing and says who', async () => {
    const on = await aMap();
    await on.button('turn').click();
    await on.button('animal.llama').click();
    await on.pull([1200, 800], on.at(1000, 1000));
    await on.button('turn').click();
    await on.button('animal.zorro').click();
    const before = itemsOf(on);
    await on.button('undo').click();
    expect(itemsOf(on)).toEqual(before);
    await expect.element(page.getByText(t('undo.held'))).toBeVisible();
  });
});
