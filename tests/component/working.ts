/** The working screen with everything real on it, and the ways to its parts. */
import type { Locator } from 'vitest/browser';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import type { Animal } from '#domain/contributor.ts';
import type { Point } from '#domain/page.ts';
import type { Activity } from '#domain/work.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { tPicture } from '#i18n/picture-words.ts';
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
    /** The button with this picture. */
    picture: (symbol: string) => Locator;
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
    picture: (symbol) => page.getByRole('button', { name: tPicture(symbol, []), exact: true }),
    tap: (x, y) => touches.drag(1, at(x, y)),
    pull: ([x, y], ...to) => touches.drag(1, at(x, y), ...to),
  };
}

/** Open a new work of this kind in the round that offers pictures. */
export async function mapping(activity: Activity = 'map', kit?: Kit): Promise<Working> {
  const on = await working(activity, kit);
  while (on.bench.round === 'free') on.bench.openRound();
  await expect.element(on.button('tool.hand')).toBeVisible();
  return on;
}

/** Open the work on the table on a working screen. */
export async function show({ desk, bench }: Pick<Table, 'desk' | 'bench'>): Promise<void> {
  await render(WithDesk, { desk, screen: Work, work: bench.id });
  await expect.element(page.getByRole('application')).toBeVisible();
}

/** Open the tray and take this picture from it. */
export async function takeFromTray(on: Working, symbol: string): Promise<void> {
  await on.touches.drag(1, await inTray(on, symbol));
}

/** Open the tray at the tab with this picture; its middle, on the screen. */
export async function inTray({ bench, button, picture }: Working, symbol: string): Promise<Point> {
  if (button('tray.draw-own').query() === null) await button('tool.hand').click();
  const { study, activity, round } = bench;
  const tab = study.tabs(activity, round).find(({ symbols }) => symbols.includes(symbol));
  if (tab) await button(`tab.${tab.name}`).click();
  await expect.element(picture(symbol)).toBeVisible();
  return middleOnScreen(picture(symbol).element());
}

/** Take the rope in the hand, and let nothing lie open over the sheet. */
export async function takeRope({ button }: Working): Promise<void> {
  const asking = page.getByRole('group', { name: t('relation.ask') });
  await button('tool.join').click();
  if (asking.query() !== null) await button('tool.join').click();
  await expect.element(asking).not.toBeInTheDocument();
}

/** The head of a child at its dock. */
export function headOf(animal: Animal): Locator {
  return page.getByRole('button', { name: new RegExp(`^${t(`animal.${animal}`)}: `, 'u') });
}
