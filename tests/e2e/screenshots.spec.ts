/**
 * Every screen, to be looked at, in three windows and all languages: reports/screenshots. What a
 * machine can see of it is checked: nothing cut off, nothing over something else, nothing to push aside.
 */
import { expect, test, type Page } from '@playwright/test';

import { LANGUAGES, OWN_NAME, type Language } from '#i18n/words.ts';

import { App } from './app.ts';
import { walkStudy, type Look } from './study-walk.ts';
import { drawVillage, mapVillage } from './village.ts';

const WINDOWS = [
  [1280, 800],
  [1007, 601],
  [1080, 810],
] as const;
/** In all four languages they are made when somebody is to look: LLAQTA_LOOK=all npx playwright test screenshots. */
const LOOKS_AT_ALL = process.env['LLAQTA_LOOK'] === 'all';
const SPOKEN: readonly Language[] = LOOKS_AT_ALL ? LANGUAGES : ['es-PE'];

const PRACTISED = [
  { x: 400, y: 400 },
  { x: 1200, y: 400 },
  { x: 800, y: 900 },
  { x: 400, y: 400 },
];
const OWN = [
  [
    { x: 800, y: 900 },
    { x: 800, y: 1100 },
  ],
  [
    { x: 600, y: 600 },
    { x: 1000, y: 600 },
  ],
];

const CLOSE = [
  ['mother', 800, 420],
  ['sister', 970, 540],
  ['grandmother', 620, 560],
  ['uncle', 1120, 700],
  ['friend', 520, 850],
  ['teacher', 1000, 1050],
  ['health-worker', 320, 480],
] as const;

for (const language of SPOKEN) {
  test(`[S8][S15] every screen fits every window, in ${OWN_NAME[language]}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(180_000);
    const app = new App(page);
    const faults: string[] = [];
    const look = lookerAt(page, language, faults);

    await app.visit();
    await app.speak(language);
    await expect(page.getByText(app.says('welcome.offline'))).toBeVisible();
    await look('welcome', 'child');
    await app.button('welcome.about').click();
    await expect(page.getByText(app.says('about.licence'))).toBeVisible();
    await look('about', 'adult');
    await app.goHome();
    await app.tryIt('zorro');
    await look('try', 'child');

    await app.goHome();
    await app.button('manners.title').click();
    await expect(page.getByRole('radio')).toHaveCount(14);
    await look('manners', 'adult');
    await app.button('lock.title').click();
    await expect(app.button('pin.set')).toBeVisible();
    await look('pin', 'adult');
    await app.button('pin.set').click();
    await look('pin-digits', 'adult');
    await app.goHome();
    await app.button('welcome.try').click();
    await app.practise();
    await app.takeBrush('marker');
    await app.drawLine(PRACTISED, 'touch');
    await look('practice', 'child');
    await app.openPanel('tool.draw');
    await look('practice-tin', 'child');
    await app.closePanels();
    await app.button('hand.left').click();
    await look('practice-left-handed', 'child');
    await app.button('hand.right').click();
    await app.button('go.back').click();

    await app.begin('drawing');
    await drawVillage(app);
    await app.allSaved();
    await look('drawing', 'child');
    await app.openPanel('tool.draw');
    await look('drawing-tin', 'child');
    await app.closePanels();
    await app.newPage();
    await look('drawing-new-page', 'child');
    await app.button('stop').click();
    await look('finish', 'child');
    await app.button('finish.keep').click();

    await app.begin('map');
    await mapVillage(app);
    await app.allSaved();
    await look('map', 'child');
    await app.openPanel('tool.hand');
    await look('map-tray', 'child');
    await app.beginOwnPicture();
    await look('map-own-picture', 'child');
    await app.ownPicture.getByRole('button', { name: app.says('tool.draw'), exact: true }).click();
    await look('map-own-picture-tin', 'child');
    await app.ownPicture.getByRole('button', { name: app.says('close'), exact: true }).click();
    await app.drawOwnPicture([PRACTISED, ...OWN], 'touch');
    await app.putDown({ x: 1330, y: 760 }, 'touch');
    await app.openPanel('tool.hand');
    await look('map-tray-with-own', 'child');
    await app.openPanel('tool.join');
    await look('map-bond', 'child');
    await app.openPanel('tool.feel');
    await look('map-feelings', 'child');
    await app.openPanel('turn');
    await look('map-turn', 'child');
    await app.closePanels();
    await app.drawTogether('zorro', 'llama', 'colibri', 'condor');
    for (const head of await app.heads.all()) await head.click();
    await look('map-docks', 'child');
    await app.takeTurns();
    await app.putByTap('tree', 1330, 300);
    await app.putDown({ x: 1330, y: 300 });
    await look('map-picked', 'child');
    await app.button('item.say').click();
    await look('map-say', 'adult');
    await app.button('close').click();
    await app.button('item.tell').click();
    await app.tell('Aquí jugamos cuando no hay escuela');
    await look('map-tell', 'adult');
    await app.button('tell.change').click();
    await look('map-tell-again', 'adult');
    await app.button('close').click();
    await app.openAdultPanel();
    await look('map-adults', 'adult');
    await app.closeAdultPanel();
    await app.redo();
    await expect(page.getByText(app.says('hint.undo/nothing-left'))).toBeVisible();
    await look('map-kind-word', 'child');
    await app.finish('keep-private');
    await look('try-with-works', 'child');

    await app.begin('circles');
    for (const [symbol, x, y] of CLOSE) await app.putByTap(symbol, x, y);
    for (const [, x, y] of CLOSE) await app.join({ x: 800, y: 600 }, { x, y });
    await app.openPanel('tool.hand');
    await look('circles-tray', 'child');
    await app.closePanels();
    await look('circles', 'child');
    await app.finish('keep');
    await app.begin('two-panels');
    await app.drawLine(PRACTISED);
    await look('two-panels', 'child');
    await app.finish('keep');

    const { name, bytes } = await app.handOver();
    await look('hand-over', 'adult');
    await app.goHome();
    await app.button('welcome.open').click();
    await look('open', 'adult');
    const file = { name, mimeType: 'application/zip' };
    await app.openFile({ ...file, buffer: bytes });
    await expect(page.locator('figure .sheet')).toHaveCount(5);
    await look('open-file', 'adult');
    const tables = page.getByText(app.says('measures.title'));
    for (const one of [tables.nth(2), tables.nth(3)]) await one.click();
    await look('open-file-measures', 'adult');
    const moment = page.getByRole('slider', { name: app.says('replay.where') }).first();
    await moment.fill(String(Number(await moment.getAttribute('max')) / 2));
    await look('open-file-replay', 'adult');
    await tables.nth(2).scrollIntoViewIfNeeded();
    await look('open-file-map', 'adult');
    await tables.nth(3).scrollIntoViewIfNeeded();
    await look('open-file-circles', 'adult');
    await app.openFile({ ...file, buffer: bytes.subarray(0, 9_000) });
    await expect(page.getByRole('alert')).toBeVisible();
    await look('open-refused', 'adult');

    const other = new App(await context.newPage(), app.words);
    await other.visit();
    await expect(other.button('elsewhere.take-over')).toBeVisible();
    await lookerAt(other.page, language, faults)('other-window', 'adult');
    await other.button('elsewhere.take-over').click();
    await app.look();
    await expect(app.button('elsewhere.take-back')).toBeVisible();
    await look('taken-over', 'adult');
    await app.button('elsewhere.take-back').click();
    await page.evaluate(() =>
      dispatchEvent(new ErrorEvent('error', { error: new Error('a stroke has a sample') })),
    );
    await expect(app.button('go.on')).toBeVisible();
    await look('mending', 'adult');
    expect(faults).toEqual([]);
  });

  test(`[S8][S15] every screen of a study fits every window, in ${OWN_NAME[language]}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const app = new App(page);
    const faults: string[] = [];
    await app.visit();
    await app.speak(language);
    await walkStudy(app, language, lookerAt(page, language, faults));
    expect(faults).toEqual([]);
  });
}

/** Looks at what this page shows, in every window. */
function lookerAt(page: Page, language: Language, faults: string[]): Look {
  return async (screen, kind) => {
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(resolve));
          }),
      );
      const tablet = `${String(width)}x${String(height)}`;
      faults.push(...(await faultsOn(page, kind)).map((fault) => `${screen}, ${tablet}: ${fault}`));
      await page.screenshot({
        path: `reports/screenshots/${language}/${tablet}/${screen}.png`,
        animations: 'disabled',
      });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
}

/** What does not fit: words cut off, buttons out of the window or over one another, a page to push aside. */
function faultsOn(page: Page, kind: Parameters<Look>[1]): Promise<string[]> {
  return page.evaluate((isChild) => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push('the page is wider than the window');
    if (isChild && root.scrollHeight > innerHeight)
      faults.push('the page is longer than the window');

    for (const box of document.querySelectorAll<HTMLElement>('#app *')) {
      const pushes = getComputedStyle(box).overflowX === 'auto';
      if (pushes && box.scrollWidth > box.clientWidth + 1) {
        faults.push(`what lies in ${box.className} is cut off at its side`);
      }
    }

    const ownText = (element: Element): Text[] =>
      [...element.childNodes].filter(
        (node): node is Text => node instanceof Text && node.data.trim() !== '',
      );
    const seen = [...document.querySelectorAll<HTMLElement>('#app *')].filter(
      (element) =>
        ownText(element).length > 0 &&
        !element.closest('.unseen, .mirror') &&
        element.checkVisibility(),
    );
    for (const element of seen) {
      const words = `"${element.innerText.slice(0, 40)}"`;
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`${words} is cut off`);
      }
      const frame =
        element.closest('button')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, 1e6);
      for (const text of ownText(element)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, right } = range.getBoundingClientRect();
        if (left < frame.left - 1 || right > frame.right + 1) faults.push(`${words} sticks out`);
      }
    }

    // The list for screen readers lies nowhere on the screen.
    const buttons = [...document.querySelectorAll('button:not(.mirror button)')]
      .filter((button) => button.checkVisibility())
      .map((button) => ({
        name: `"${button.getAttribute('aria-label') ?? button.textContent}"`,
        box: button.getBoundingClientRect(),
      }));
    for (const [at, { name, box }] of buttons.entries()) {
      const across = box.left < 0 || box.right > innerWidth;
      const down = box.top < 0 || box.bottom > innerHeight;
      if (across || (isChild && down)) faults.push(`${name} is out of the window`);
      for (const other of buttons.slice(at + 1)) {
        const apart =
          box.right <= other.box.left ||
          other.box.right <= box.left ||
          box.bottom <= other.box.top ||
          other.box.bottom <= box.top;
        if (!apart) faults.push(`${name} and ${other.name} overlap`);
      }
    }
    return faults;
  }, kind === 'child');
}
