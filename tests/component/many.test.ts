/** [M29]: a thousand pictures and five hundred links on one sheet, on the real screen. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';

import type { PageId } from '#domain/ids.ts';
import { contributionsOf, measuresOf } from '#domain/measures.ts';
import { RELATIONS, TAB_SIZE } from '#domain/study.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import { t } from '#i18n/translate.svelte.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { anId } from '../fixtures/names.ts';
import { middleOnScreen, onScreen, Touches } from './hands.ts';
import {
  aboveOn,
  farthest,
  floatingOn,
  layerOf,
  lookAt,
  painted,
  PAPER,
  seenAt,
  type Look,
} from './paper.ts';
import { aTable, openedAgain, type Table } from './tablet.ts';
import { show } from './working.ts';

const ITEMS = 1_000;
const LINKS = 500;
/** Where the last picture lies: nothing else is there. */
const LAST = { x: 1500, y: 1120 };

/** Put a thousand pictures and join every second with the next; the last lies apart. */
function fill(bench: Workbench, pageId: PageId): void {
  bench.openRound();
  for (let at = 0; at < ITEMS; at++) {
    const apart = at === ITEMS - 1;
    const place = apart ? LAST : { x: 30 + (at % 40) * 36, y: 30 + Math.floor(at / 40) * 40 };
    const symbol = SYMBOLS[at % SYMBOLS.length] ?? 'house';
    bench.act(
      { kind: 'item/put', item: anId('item', at), page: pageId, symbol, ...place, size: 60 },
      at % 2 === 0 ? 'zorro-01' : 'llama-02',
    );
  }
  for (let at = 0; at < LINKS; at++) {
    const [from, to] = [anId('item', at * 2), anId('item', at * 2 + 1)];
    const relation = RELATIONS[at % RELATIONS.length] ?? 'help';
    bench.act({ kind: 'link/add', link: anId('link', at), from, to, relation, valence: 'support' });
  }
}

/** Of very many shapes the browser rounds some rims otherwise the next time: measured 2 of 255. */
const ROUNDING = 3;

function expectSameLook(one: Look, other: Look): void {
  expect(farthest(one.pixels, other.pixels)).toBeLessThanOrEqual(ROUNDING);
  expect([...one.above].sort()).toEqual([...other.above].sort());
}

async function aFullTable(): Promise<Table> {
  const table = await aTable('map');
  fill(table.bench, table.bench.shown.id);
  return table;
}

test('[M29] all of it is shown, counted and kept, and opens as the same picture', async () => {
  const { kit, desk, bench } = await aFullTable();
  await show({ desk, bench });
  const sheet = (): Element => page.getByRole('application').element();
  const look = lookAt(sheet());
  expect(painted(look)).toBeGreaterThan(100_000);
  expect(layerOf(sheet(), 'links')).toHaveLength(LINKS);
  expect(seenAt(sheet(), LAST)).not.toEqual(PAPER);
  const { items, links } = measuresOf(bench.shown);
  expect([items, links]).toEqual([ITEMS, LINKS]);
  expect(contributionsOf(bench.shown)).toMatchObject({
    'zorro-01': { items: ITEMS / 2, links: LINKS },
    'llama-02': { items: ITEMS / 2 },
  });
  const list = page.getByRole('region', { name: t('mirror.title') });
  expect(list.getByRole('button').elements()).toHaveLength(ITEMS + LINKS);

  const again = await openedAgain(kit, bench);
  document.body.replaceChildren();
  await show(again);
  expectSameLook(lookAt(sheet()), look);
});

test('[M29] one of them is pulled away by a real finger with its link, and undo brings it back', async () => {
  const { desk, bench } = await aFullTable();
  bench.pick('hand');
  await show({ desk, bench });
  const sheet = page.getByRole('application').element() as HTMLElement;
  const before = lookAt(sheet);
  const touches = new Touches();
  await touches.down(1, onScreen(sheet, LAST));
  await touches.move(1, onScreen(sheet, { x: 1500, y: 1080 }));
  await touches.move(1, onScreen(sheet, { x: 900, y: 1120 }));
  expect(floatingOn(sheet)).toHaveLength(1);
  await touches.up(1);
  const moved = bench.shown.items.find(({ id }) => id === anId('item', ITEMS - 1));
  expect(moved).toMatchObject({
    x: expect.closeTo(900, -1) as number,
    y: expect.closeTo(1120, -1) as number,
  });
  expect(seenAt(sheet, { x: 900, y: 1120 })).not.toEqual(PAPER);
  expect(seenAt(sheet, LAST)).toEqual(PAPER);
  expect(layerOf(sheet, 'links')).toHaveLength(LINKS);
  await page.getByRole('button', { name: t('undo'), exact: true }).click();
  expectSameLook(lookAt(sheet), before);
});

test('[M29] another is put among them from the tray, and stamped', async () => {
  const { desk, bench } = await aFullTable();
  await show({ desk, bench });
  const touches = new Touches();
  const sheet = page.getByRole('application').element() as HTMLElement;
  const button = (name: string): Element =>
    page.getByRole('button', { name, exact: true }).element();
  await touches.drag(1, middleOnScreen(button(t('tool.hand'))));
  await expect.element(page.getByRole('button', { name: t('tray.draw-own') })).toBeVisible();
  expect(document.querySelectorAll('.eight button')).toHaveLength(TAB_SIZE);
  bench.take('house');
  await touches.drag(1, onScreen(sheet, { x: 800, y: 1120 }));
  expect(bench.shown.items).toHaveLength(ITEMS + 1);
  bench.pick('feel');
  await touches.drag(1, onScreen(sheet, { x: 800, y: 1150 }));
  expect(bench.shown.stamps).toMatchObject([{ item: bench.shown.items.at(-1)?.id }]);
  expect(aboveOn(sheet).length).toBe(LINKS + 1);
});
