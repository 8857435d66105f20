/** Somebody who uses nothing but the keyboard: Tab to go on, Enter to press, arrows on the sheet. */
import { expect, type Locator } from '@playwright/test';

import type { Round } from '#domain/entry.ts';
import { MY_COMMUNITY } from '#domain/study.ts';
import type { SymbolName } from '#domain/symbol.ts';
import type { MessageKey } from '#i18n/messages.ts';

import type { App, Bond } from './app.ts';
import type { Place } from './hands.ts';

/** How far an arrow goes on the sheet, alone and with Shift. */
const STEP = { wide: 80, fine: 16 } as const;
/** No screen has more to tab through. */
const MOST_TABS = 120;

export class Keyboard {
  readonly #app: App;
  /** Where the keys point. */
  #at: Place = { x: 800, y: 600 };
  #bond: Partial<Bond> = {};
  #round: Round = 'base';

  constructor(app: App) {
    this.#app = app;
  }

  /** Tab until the button has the focus, then press it. */
  async press(key: MessageKey, within?: Locator): Promise<void> {
    const root = within ?? this.#app.page.locator('body');
    const name = this.#app.says(key);
    await this.#enter(root.getByRole('button', { name, exact: true }).first());
  }

  /** Take a picture from the tray, point with the arrows, put it down. */
  async put(symbol: SymbolName, place: Place): Promise<void> {
    const tray = this.#app.page.locator('.tray[role=group]');
    if (!(await tray.isVisible())) await this.#open('tool.hand');
    const tab = MY_COMMUNITY.tabs('circles', this.#round).find(({ symbols }) =>
      symbols.includes(symbol),
    );
    if (!tab) throw new Error(`${symbol} is not on offer`);
    await this.press(`tab.${tab.name}`, tray.locator('.tabs'));
    const name = this.#app.word(symbol);
    await this.#enter(tray.locator('.eight').getByRole('button', { name, exact: true }));
    await this.tapSheet(place);
  }

  /** Say what links to come are. */
  async bind(bond: Bond): Promise<void> {
    const { page } = this.#app;
    if (JSON.stringify(bond) === JSON.stringify(this.#bond)) return;
    await this.#open('tool.join');
    const kinds = page.getByRole('group', { name: this.#app.says('relation.ask'), exact: true });
    const name = this.#app.says(`relation.${bond.relation}`);
    const kind = kinds.getByRole('button', { name, exact: true });
    for (let tries = 0; tries < 2 && !(await kind.isVisible()); tries++) {
      await this.press('tray.more', kinds);
    }
    await this.#enter(kind);
    await this.press(`valence.${bond.valence}`);
    await this.press(`direction.${bond.direction}`);
    this.#bond = bond;
  }

  /** With the tool in the hand, touch two pictures of the list. */
  async join(from: string, to: string): Promise<void> {
    for (const name of [from, to]) await this.#enter(this.#inList(name));
  }

  /** Take the hand, and touch a picture of the list: the keys point at it from then on. */
  async pickUp(name: string, place: Place): Promise<void> {
    await this.press('tool.hand', this.#rail);
    await this.#enter(this.#inList(name));
    this.#at = place;
  }

  /** Point at a place of the sheet with the arrows, and touch it. */
  async tapSheet(place: Place): Promise<void> {
    const { page, sheet } = this.#app;
    await this.#focus(sheet);
    await this.#go('x', place.x, ['ArrowLeft', 'ArrowRight']);
    await this.#go('y', place.y, ['ArrowUp', 'ArrowDown']);
    await page.keyboard.press('Enter');
  }

  /** Hold Enter on the adults' button, and open the next round. */
  async openRound(round: Round): Promise<void> {
    const { page, adultPanel } = this.#app;
    await this.press('turn');
    await this.#focus(this.#app.button('adult.hold'));
    await page.keyboard.down('Enter');
    await expect(adultPanel).toBeVisible();
    await page.keyboard.up('Enter');
    const name = this.#app.says('round.open', { round: this.#app.says(`round.${round}`) });
    await this.#enter(adultPanel.getByRole('button', { name, exact: true }));
    await this.press('round.yes', adultPanel);
    await this.press('close', adultPanel);
    this.#round = round;
  }

  get #rail(): Locator {
    return this.#app.page.locator('.rail.tools');
  }

  #inList(name: string): Locator {
    const list = this.#app.page.getByRole('region', { name: this.#app.says('mirror.title') });
    return list.getByRole('button', { name: new RegExp(`^${name}, `) });
  }

  /** Take the tool, and once more to open what belongs to it. */
  async #open(tool: 'tool.hand' | 'tool.join'): Promise<void> {
    const button = this.#rail.getByRole('button', { name: this.#app.says(tool), exact: true });
    for (let tries = 0; tries < 2; tries++) {
      if ((await button.getAttribute('aria-expanded')) === 'true') return;
      await this.#enter(button);
    }
  }

  async #go(axis: 'x' | 'y', to: number, [less, more]: readonly [string, string]): Promise<void> {
    const { keyboard } = this.#app.page;
    for (const [step, held] of [
      [STEP.wide, ''],
      [STEP.fine, 'Shift+'],
    ] as const) {
      while (Math.abs(to - this.#at[axis]) >= step / 2 + 1) {
        const way = to > this.#at[axis] ? 1 : -1;
        await keyboard.press(`${held}${way > 0 ? more : less}`);
        this.#at = { ...this.#at, [axis]: this.#at[axis] + way * step };
      }
    }
  }

  async #enter(button: Locator): Promise<void> {
    await this.#focus(button);
    await this.#app.page.keyboard.press('Enter');
  }

  /** Tab until it has the focus, forwards as far as it goes round. */
  async #focus(wanted: Locator): Promise<void> {
    await expect(wanted).toBeAttached();
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.#app.page.keyboard.press('Tab');
    }
    throw new Error(`the keys never reach ${wanted.toString()}`);
  }
}
