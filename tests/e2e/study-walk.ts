/** A day with a study, from the board to the opened file: every screen of it, one after the other. */
import { expect, type Page } from '@playwright/test';

import { present } from '#base/assert.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { WORDS_OF, type Language } from '#i18n/words.ts';

import { App, type Handed } from './app.ts';
import type { Look } from './looking.ts';

const HOUSE = [
  { x: 500, y: 800 },
  { x: 500, y: 500 },
  { x: 800, y: 300 },
  { x: 1100, y: 500 },
  { x: 1100, y: 800 },
  { x: 500, y: 800 },
];
const PARTS = [
  'about',
  'activities',
  'ages',
  'assent',
  'notes',
  'pictures',
  'keys',
  'save',
] as const;
const PIN = '2580';

/** From the first screen through a session of the built-in study with three people, in this language. */
export async function walkStudy(app: App, language: Language, look: Look): Promise<void> {
  await prepare(app, language, look);
  await hear(app, look);
  await work(app, look);
  await decide(app, look);
  await app.holdToBoard();
  await expect(app.page.getByRole('heading', { name: app.says('board.gaps') })).toBeVisible();
  await look('board-after', 'adult');
  await app.page
    .getByRole('button', { name: new RegExp(`^${app.says('board.work.tell')}:`) })
    .click();
  await app.sheetReady();
  await look('kept-work', 'child');
  await app.button('stop').click();
  await expect(app.button('board.hand-over')).toBeVisible();
  await together(app, look);
  const handed = await app.handOverStudy();
  await look('board-hand-over', 'adult');
  await afterwards(app, handed, look);
  await changeStudy(app, look);
  await lockUp(app, look);
}

/** The board: where and in which language, who is there, what they are going to do. */
async function prepare(app: App, language: Language, look: Look): Promise<void> {
  const { page } = app;
  await app.button('welcome.board').click();
  await expect(page.getByText(app.says('board.none'))).toBeVisible();
  await look('board-none', 'adult');
  await page.getByRole('button', { name: new RegExp(`^${app.says('board.new')}`) }).click();
  await expect(app.button('board.add')).toBeVisible();
  await look('board-new', 'adult');
  await radio(page, app.says('board.setting.classroom')).check();
  await radio(page, app.says(`spoken.${WORDS_OF[language]}`)).check();
  await app.button('board.about.save').click();
  await app.button('board.add').click();
  await look('board-person', 'adult');
  await app.button('board.person.cancel').click();
  await app.addChild('puma', 1, 9);
  await app.addChild('llama', 2, 8);
  await app.addChild('colibri', 3, 12);
  await look('board-people', 'adult');
  await app.choose('map', 'puma-01', 'colibri-03');
  await look('board-start', 'adult');
  await app.startChosen();
}

/** One hears what it is about and does not want to today; the other one does. */
async function hear(app: App, look: Look): Promise<void> {
  await expect(app.button('card.next')).toBeVisible();
  await look('assent-card', 'child');
  await app.hearCards();
  await look('assent-question', 'child');
  for (const { id } of MY_COMMUNITY_PACK.assent.questions) await app.answerQuestion(id, true);
  await look('assent-answers', 'child');
  await app.button('answer.not-now').click();
  await expect(app.button('go.on')).toBeVisible();
  await look('assent-thanks', 'child');
  await app.button('go.on').click();
  await app.assent('yes');
  await look('offer', 'child');
  await app.beginNaming();
  await app.button('offer.skip').click();
  await look('offer-naming', 'child');
  await app.endNaming();
  await app.doIt();
}

/** The child maps; the adult asks, notes and writes down. */
async function work(app: App, look: Look): Promise<void> {
  const { page } = app;
  await app.drawLine(HOUSE);
  await app.hold(app.button('helper'), app.adultPanel);
  await page.getByRole('button', { name: present(promptOf(app), 'the map is asked for') }).click();
  await look('adults-script', 'adult');
  await app.button('observe.tags').click();
  await page
    .getByRole('group', { name: app.says('observe.signs') })
    .getByRole('button')
    .first()
    .click();
  await look('adults-tags', 'adult');
  await app.button('observe.work').click();
  await look('adults-work', 'adult');
  await app.button('tell.page').click();
  await look('tell-after-question', 'adult');
  await app.tell('Aquí vivimos con mi abuela');
  await app.button('close').click();
  await app.hold(app.button('helper'), app.adultPanel);
  await app.button('safeguarding.title').click();
  await look('safeguarding-panel', 'adult');
  await page
    .getByRole('form', { name: app.says('safeguarding.title') })
    .getByRole('button', { name: app.says('close'), exact: true })
    .click();
}

function promptOf(app: App): string | undefined {
  const map = MY_COMMUNITY_PACK.activities.find(({ id }) => id === 'map');
  const [first] = map?.prompts ?? [];
  return first && app.inStudy(first.words);
}

/** The child rests, stops, and looks at what it made. */
async function decide(app: App, look: Look): Promise<void> {
  await app.button('stop').click();
  await look('finish-study', 'child');
  await app.button('finish.rest').click();
  await look('rest', 'child');
  await app.button('go.on').click();
  await app.sheetReady();
  await app.finish('keep');
  await expect(app.pieces).toHaveCount(1);
  await look('pieces', 'child');
  await app.pieces.click();
  await expect(app.page.getByRole('img', { name: app.says('copy.picture') })).toBeVisible();
  await look('piece', 'child');
}

/** Two work together: each says for itself whether it does it, and at the end what shall become of the work. */
async function together(app: App, look: Look): Promise<void> {
  const { page } = app;
  await app.choose('map', 'puma-01');
  await look('board-start-unwilling', 'adult');
  await app.choose('map', 'llama-02', 'colibri-03');
  await page.getByRole('button', { name: /^puma-01/ }).click();
  await app.startChosen();
  await app.assent('yes');
  await expect(app.button('offer.do')).toBeVisible();
  await app.button('offer.do').click();
  await look('offer-group', 'child');
  await app.button('offer.do').click();
  await app.sheetReady();
  await app.drawLine(HOUSE);
  await app.allSaved();
  await page.reload();
  await expect(page.getByRole('group', { name: app.says('turn'), exact: true })).toBeVisible();
  await look('whose-turn', 'child');
  await app.button('animal.llama').click();
  await app.button('stop').click();
  await app.button('finish.keep').click();
  await look('finish-group', 'child');
  await app.button('finish.rest').click();
  await app.holdToBoard();
  await expect(app.button('board.hand-over')).toBeVisible();
}

/** The adult's own pages, a child's part taken back, and the file of before without it. */
async function afterwards(app: App, handed: Handed, look: Look): Promise<void> {
  const { page } = app;
  await app.visit('#/diary');
  await expect(app.button('diary.give')).toBeVisible();
  await look('diary', 'adult');
  await app.visit('#/safeguarding');
  await expect(page.getByText(app.says('safeguarding.none'))).toBeVisible();
  await look('safeguarding', 'adult');
  await app.visit('#/withdraw');
  await expect(page.getByText(app.says('withdrawal.what'))).toBeVisible();
  await look('withdraw', 'adult');
  await page.getByRole('button', { name: 'colibri-03' }).first().click();
  const hold = app.button('withdrawal.hold');
  await expect(hold).toBeVisible();
  await look('withdraw-plan', 'adult');
  await app.visit('#/open');
  const file = { name: handed.name, mimeType: 'application/zip', buffer: handed.bytes };
  await app.openFile(file);
  await expect(page.locator('summary').first()).toBeVisible();
  for (const people of await page.locator('summary').all()) await people.click();
  await look('open-people', 'adult');
  await app.visit('#/withdraw');
  await page.getByRole('button', { name: 'colibri-03' }).first().click();
  await app.hold(hold, page.getByText(app.says('withdrawal.done')));
  await look('withdraw-done', 'adult');
  await app.visit('#/open');
  await app.openFile(file);
  await expect(app.button('withdrawal.save')).toBeVisible();
  await look('open-reduced', 'adult');
}

/** The studies, and every part of the editor. */
async function changeStudy(app: App, look: Look): Promise<void> {
  const { page } = app;
  await app.visit('#/studies');
  await expect(app.button('study.edit')).toBeEnabled();
  await look('studies', 'adult');
  await app.button('study.edit').click();
  for (const part of PARTS) {
    await app.button(`study.part.${part}`).click();
    await expect(page.getByRole('region', { name: app.says(`study.part.${part}`) })).toBeVisible();
    for (let depth = 0; depth < 2; depth++) {
      const closed = page.locator('details:not([open]) > summary').first();
      if ((await closed.count()) > 0) await closed.click();
    }
    await look(`study-${part}`, 'adult');
  }
  await app.visit('#/studies');
  await expect(app.button('study.draft.drop')).toBeVisible();
  await app.button('study.draft.drop').click();
  await look('studies-draft', 'adult');
}

/** What a child sees after the app was closed among its cards; the PIN, and what shows when it is asked for. */
async function lockUp(app: App, look: Look): Promise<void> {
  await app.startAgain('#/assent');
  await expect(app.page.getByText(app.says('pieces.wait'))).toBeVisible();
  await look('rest-waits', 'child');
  await app.startAgain();
  await app.setPin(PIN, () => look('pin-code', 'adult'));
  await app.startAgain('#/board');
  await expect(app.pinPad).toBeVisible();
  await look('locked', 'adult');
  await app.button('lock.forgotten').click();
  await look('locked-forgotten', 'adult');
}

function radio(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('radio', { name, exact: true });
}
