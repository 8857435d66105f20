/** [M30] and [M11]: what the tray offers, round by round, on the real screen. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import type { SymbolLine } from '#domain/session-operation.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import { kindOf } from '#domain/symbol.ts';
import type { Activity } from '#domain/work.ts';
import { tPicture } from '#i18n/picture-words.ts';
import { t } from '#i18n/translate.svelte.ts';
import { pack } from '#ink/pack.ts';
import { samplesAlong } from '../fixtures/marks.ts';
import { openedAgain, pageOf } from './tablet.ts';
import { headOf, mapping, show, working, type Working } from './working.ts';

/** The labels of the tabs that stand on the tray. */
function tabs(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.tray .tab')];
}

/** What the open tab offers. */
function tiles(): string[] {
  return [...document.querySelectorAll('.tray .eight button')].map(
    (tile) => tile.getAttribute('aria-label') ?? '',
  );
}

/** Open each tab that stands on the tray, one after the other. */
async function eachTab(look: (tiles: readonly string[], tab: string) => unknown): Promise<void> {
  const names = tabs().map((tab) => tab.getAttribute('aria-label') ?? '');
  for (const [at, name] of names.entries()) {
    tabs()[at]?.click();
    await expect.poll(() => tabs()[at]?.ariaPressed).toBe('true');
    look(tiles(), name);
  }
}

/** Everything that can be reached from the tray, "something else" included. */
async function allOnOffer(on: Working): Promise<string[]> {
  const found: string[] = [];
  await on.button('tool.hand').click();
  await eachTab((some) => found.push(...some));
  await on.button('tray.more').click();
  await expect.element(on.button('tray.something')).toBeVisible();
  await eachTab((some) => found.push(...some));
  await on.button('tray.back').click();
  await on.button('tool.hand').click();
  return found;
}

const PROGRAMME = SYMBOLS.filter((symbol) => kindOf(symbol) === 'programme').map((symbol) =>
  tPicture(symbol, []),
);

function aLine(): SymbolLine {
  const samples = pack(samplesAlong({ x: 300, y: 300 }, { x: 900, y: 900 }));
  return { tool: 'crayon', crayon: 'red', width: 'thick', samples };
}

describe('tabs', () => {
  test.each([
    ['map', 'base'],
    ['map', 'prompted'],
    ['circles', 'base'],
    ['circles', 'prompted'],
    ['two-panels', 'base'],
  ] as const)(
    '[M30] in %s, round %s, each holds at most eight pictures, always with one’s own and something else',
    async (activity: Activity, round) => {
      const on = await mapping(activity);
      if (round === 'prompted') on.bench.openRound();
      expect(on.bench.round).toBe(round);
      await on.button('tool.hand').click();
      const counts: number[] = [];
      const always = async (): Promise<void> => {
        await expect.element(on.button('tray.draw-own')).toBeVisible();
        await expect.element(on.button('tray.more')).toBeVisible();
      };
      await eachTab((some) => counts.push(some.length));
      await always();
      await on.button('tray.more').click();
      await expect.element(on.button('tray.something')).toBeVisible();
      await expect.element(on.button('tray.back')).toBeVisible();
      await eachTab((some) => counts.push(some.length));
      await on.button('tray.back').click();
      await always();
      expect(counts.length).toBeGreaterThan(8);
      expect(Math.max(...counts)).toBeLessThanOrEqual(8);
      expect(Math.min(...counts)).toBeGreaterThan(0);
    },
  );

  test('[M30] a picture of "something else" and the card without a picture are put like any other', async () => {
    const on = await mapping();
    await on.button('tool.hand').click();
    await on.button('tray.more').click();
    await on.picture('uncle').click();
    await on.tap(900, 900);
    await on.button('tool.hand').click();
    await on.button('tray.something').click();
    await on.tap(1200, 900);
    expect(pageOf(on.bench).items.map(({ symbol }) => symbol)).toEqual(['uncle', 'something']);
  });

  test('[M30] the tab that lay open lies open again the next time', async () => {
    const on = await mapping();
    await on.button('tool.hand').click();
    await on.button('tab.animals').click();
    await on.picture('cow').click();
    await on.tap(1200, 900);
    await on.button('tool.hand').click();
    await expect.element(on.button('tab.animals')).toHaveAttribute('aria-pressed', 'true');
    expect(tiles()).toContain(tPicture('cow', []));
  });

  test('[M30] [I23] pictures of the children’s own lie in tabs of eight behind the others', async () => {
    const on = await mapping();
    for (let count = 0; count < 9; count++) on.sitting.addSymbol([aLine()]);
    await on.button('tool.hand').click();
    const own: (readonly string[])[] = [];
    await eachTab((some, name) => {
      if ([1, 2].some((number) => name === t('tab.own', { number }))) own.push(some);
    });
    expect(own.map(({ length }) => length)).toEqual([8, 1]);
    expect(own.flat()).toEqual(
      Array.from({ length: 9 }, (_, at) => t('symbol.own', { number: at + 1 })),
    );
  });

  test('[M30] no two tabs and no two pictures of a tab have the same name', async () => {
    const on = await mapping();
    on.bench.openRound();
    await on.button('tool.hand').click();
    const names = tabs().map((tab) => tab.ariaLabel);
    expect(new Set(names).size).toBe(names.length);
    await eachTab((some) => {
      expect(new Set(some).size).toBe(some.length);
    });
  });
});

describe('rounds', () => {
  test('[M11] in the free round there is no tray at all, and nothing but drawing to take', async () => {
    const on = await working('map');
    expect(on.bench.round).toBe('free');
    for (const says of ['tool.hand', 'tool.join', 'tool.feel'] as const) {
      expect(on.button(says).query()).toBeNull();
    }
    for (const says of ['tool.draw', 'tool.rub-out', 'tool.ring', 'tool.move'] as const) {
      await expect.element(on.button(says)).toBeVisible();
    }
  });

  test('[M11] no picture of the programme can be reached before the prompted round, and all of them then', async () => {
    const on = await mapping();
    const before = await allOnOffer(on);
    expect(before.filter((name) => PROGRAMME.includes(name))).toEqual([]);
    expect(before.length).toBeGreaterThan(100);
    on.bench.openRound();
    await on.button('tool.hand').click();
    await on.button('tab.programme').click();
    expect(tiles()).toHaveLength(8);
    expect(tiles().every((name) => PROGRAMME.includes(name))).toBe(true);
  });

  test('[M11] in the free round the docks have no pictures either: a tap opens the tin', async () => {
    const on = await working('map');
    on.bench.dock(on.sitting.contributors);
    await headOf('llama').click();
    await expect.element(on.button('crayon.red')).toBeVisible();
    expect(document.querySelectorAll('.dock .tray')).toHaveLength(0);
    expect(on.bench.by).toBe('llama-02');
  });

  test('[M11] nor from a dock', async () => {
    const on = await mapping();
    on.bench.dock(on.sitting.contributors);
    await headOf('zorro').click();
    const seen = new Set<string>();
    for (let turns = 0; turns < 20; turns++) {
      for (const tile of document.querySelectorAll('.dock .tray button')) {
        seen.add(tile.getAttribute('aria-label') ?? '');
      }
      await on.button('tray.more').click();
    }
    expect(seen.size).toBeGreaterThan(40);
    expect([...seen].filter((name) => PROGRAMME.includes(name))).toEqual([]);
  });

  test('[M11] a work opened again is in the round it was in', async () => {
    const on = await mapping();
    on.bench.openRound();
    const again = await openedAgain(on.kit, on.bench);
    document.body.replaceChildren();
    await show(again);
    await on.button('tool.hand').click();
    await expect.element(on.button('tab.programme')).toBeVisible();
    expect(again.bench.nextRound).toBeUndefined();
  });

  test('[M11] [M9] what is made carries the round in which it was made', async () => {
    const on = await working('map');
    await on.pull([500, 900], on.at(900, 900));
    on.bench.openRound();
    on.bench.take('house');
    await on.tap(900, 400);
    on.bench.openRound();
    await on.button('tool.feel').click();
    await on.button('feeling.happy').click();
    await on.tap(900, 400);
    const { strokes, items, stamps } = pageOf(on.bench);
    expect([...strokes, ...items, ...stamps].map(({ round }) => round)).toEqual([
      'free',
      'base',
      'prompted',
    ]);
  });

  test('[M11] undo never closes a round', async () => {
    const on = await mapping();
    for (let times = 0; times < 3; times++) await on.button('undo').click();
    expect(on.bench.round).toBe('base');
    await expect.element(on.button('tool.hand')).toBeVisible();
  });
});

test('[M30] a tile is a button with a name that is pressed in while its picture waits', async () => {
  const on = await mapping();
  await on.button('tool.hand').click();
  on.picture('mother').element().focus();
  await on.button('tab.nature').click();
  await on.picture('sun').click();
  await on.button('tool.hand').click();
  await expect.element(on.picture('sun')).toHaveAttribute('aria-pressed', 'true');
  expect(
    page.getByRole('button', { pressed: true, name: tPicture('sun', []) }).elements(),
  ).toHaveLength(1);
});
