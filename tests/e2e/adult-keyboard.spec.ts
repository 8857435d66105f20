/** An adult whose finger or pointer does not work: every page by Tab, Space, Enter and letters alone. */
import { expect, test, type Locator, type Page } from '@playwright/test';

import type { MessageKey } from '#i18n/messages.ts';

import { App } from './app.ts';

/** No page for adults has more to tab through on the way to anything here. */
const MOST_TABS = 70;

test('[S17] an adult does everything by keyboard alone, and always sees where', async ({
  page,
}) => {
  const app = new App(page);
  const press = (key: MessageKey): Promise<void> => enter(page, app.button(key));
  await app.visit();
  await expect(app.button('welcome.try')).toBeVisible();

  await press('welcome.board');
  await enter(page, page.getByRole('button', { name: new RegExp(`^${app.says('board.new')}`) }));
  await tick(page, page.getByRole('radio', { name: app.says('board.setting.classroom') }));
  await tick(page, page.getByRole('radio', { name: app.says('spoken.es') }));
  await type(page, page.getByLabel(app.says('board.facilitator')), 'f-1');
  await press('board.about.save');
  await press('board.add');
  const form = page.getByRole('form', { name: app.says('board.person.new') });
  await enter(page, form.getByRole('button', { name: app.says('animal.llama'), exact: true }));
  await type(page, form.getByLabel(app.says('board.person.number')).first(), '7');
  await type(page, form.getByLabel(app.says('board.person.age')), '9');
  await type(page, form.getByLabel(app.says('board.person.reference')), 'F-9');
  await tick(page, form.getByRole('checkbox', { name: app.says('board.channel.drawing') }));
  await enter(page, form.getByRole('button', { name: app.says('board.person.save'), exact: true }));
  await enter(page, page.getByRole('button', { name: /^llama-07/ }));
  await enter(page, page.getByRole('button', { name: 'Dibujo libre', exact: true }));
  await press('board.start');
  await press('board.start.no-pin.yes');
  await expect(app.button('card.next')).toBeVisible();
  await app.startAgain();

  await press('welcome.studies');
  await press('study.edit');
  await press('study.part.assent');
  await expect(app.button('study.part.assent')).toHaveAttribute('aria-current', 'page');
  await reach(page, app.button('go.back'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(app.button('study.draft.drop')).toBeVisible();
  await press('go.home');

  await app.visit('#/withdraw');
  await enter(page, page.getByRole('button', { name: /llama-07/ }));
  await reach(page, app.button('withdrawal.hold'));
  await page.keyboard.down('Enter');
  await expect(page.getByText(app.says('withdrawal.done'))).toBeVisible();
  await page.keyboard.up('Enter');

  await app.visit('#/diary');
  await type(page, page.getByRole('textbox'), 'Llovió.');
  await press('diary.keep');
  await expect(page.getByText(app.says('diary.kept'))).toBeVisible();

  await app.visit('#/pin');
  await press('pin.set');
  for (const asked of ['pin.new', 'pin.again'] as const) {
    await expect(page.getByRole('heading', { name: app.says(asked) })).toBeVisible();
    await page.keyboard.type('2580');
    await page.keyboard.press('Enter');
  }
  await press('pin.noted');
  await expect(page.getByText(app.says('pin.on'))).toBeVisible();
});

/** Tab until this has the focus: nothing on the way may keep it, or hide it. */
async function reach(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(key);
    expect(await unseenFocus(page)).toBeUndefined();
  }
  throw new Error(`the focus never came to ${target.toString()}`);
}

async function enter(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

async function tick(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Space');
  await expect(target).toBeChecked();
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** What has the focus without a line around it, or out of the window. */
function unseenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return undefined;
    const name = at.getAttribute('aria-label') ?? at.textContent.trim().slice(0, 40);
    const frames = [at, at.closest('label')].filter((one) => one !== null);
    const lined = frames.find((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3;
    });
    if (!lined) return `${at.tagName} ${name} ${at.getAttribute('type') ?? ''} has no line`;
    const { top, bottom } = lined.getBoundingClientRect();
    return bottom < 0 || top > innerHeight
      ? `${at.tagName} ${name} is out of the window`
      : undefined;
  });
}
