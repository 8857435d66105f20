/** The working screen with everything real on it, and the ways to its parts. */
import type { Locator } from 'vitest/browser';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import type { Point } from '#domain/page.ts';
import type { PaletteSymbol } from '#domain/palette.ts';
import type { Activity } from '#domain/work.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t } from '#i18n/translate.svelte.ts';
import Work from '#screens/child/Work.svelte';
import type { Kit } from '#state/kit.ts';
import { middleOnScreen, onScreen, Touches } from './hands.ts';
import { aTable, type Table } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

/** The screen and what lies on it. */
export type Working = Table &
  Readonly<{
    touches: Touches;
    /** The button that says this. */
    button: (says: MessageKey) => Locator;
    /** The sheet, as an element. */
    sheet: () => HTMLElement;
    /** Where on the screen a place of the page lies. */
    at: (x: number, y: number) => Point;
    /** Tap the page with a real finger. */
    tap: (x: number, y: number) => Promise<void>;
    /** Pull a real finger over the page. */
    pull: (from: readonly [number, number], ...to: readonly Point[]) => Promise<void>;
  }>;

/** Open a new work of this kind on the working screen. */
export async function working(activity: Activity, kit?: Kit): Promise<Working> {
  const table = await aTable(activity, kit);
  await show(table);
  const touches = new Touches();
  const sheet = (): HTMLElement => page.getByRole('application').element() as HTMLElement;
  const at = (x: number, y: number): Point => onScreen(sheet(), { x, y });
  return {
    ...table,
    touches,
    sheet,
    at,
    button: (says) => page.getByRole('button', { name: t(says), exact: true }),
    tap: (x, y) => touches.drag(1, at(x, y)),
    pull: ([x, y], ...to) => touches.drag(1, at(x, y), ...to),
  };
}

/** Open the work on the table on a working screen. */
export async function show({ desk, bench }: Pick<Table, 'desk' | 'bench'>): Promise<void> {
  await render(WithDesk, { desk, screen: Work, work: bench.id });
  await expect.element(page.getByRole('application')).toBeVisible();
}

/** Open the tray and take this picture from it. */
export async function takeFromTray(
  { button, touches }: Working,
  symbol: PaletteSymbol,
): Promise<void> {
  await touches.drag(1, await inTray(button, symbol));
}

/** Open the tray; the middle of this picture in it, on the screen. */
export async function inTray(button: Working['button'], symbol: PaletteSymbol): Promise<Point> {
  const tile = button(`symbol.${symbol}`);
  if (tile.query() === null) await button('tool.hand').click();
  return middleOnScreen(tile.element());
}
