/** What is on the screens, whoever looks and on whatever tablet. */
import { expect, test, type Page } from '@playwright/test';

import { ACTIVITIES, type Activity } from '#domain/work.ts';
import { type Language } from '#i18n/words.ts';
import { CHILDS, isChilds, OF_WORK, parseRoute } from '#state/route.ts';

import { App } from './app.ts';
import { walkChilds } from './child-walk.ts';
import { laidOut } from './looking.ts';
import { sumOf, tabletOf } from './tablet.ts';

const LINE = [
  { x: 700, y: 300 },
  { x: 900, y: 340 },
  { x: 1200, y: 400 },
];
/** The tablets of docs/guide/devices.md, and windows a little smaller than any. */
const WINDOWS = [
  [1280, 800],
  [1280, 801],
  [1007, 601],
  [961, 601],
  [1080, 810],
  [1133, 744],
] as const;
/** Two centimetres of glass, less the four pixels that a shadow may reach into. */
const WRIST_PX = 104;
const TOUCH_PX = 80;

test('[S1] a child draws with the third tap, without account or set-up', async ({ page }) => {
  const app = new App(page);
  await app.visit();
  await app.button('welcome.try').tap();
  await app.button('animal.colibri').tap();
  await app.button('activity.drawing').tap();
  await app.sheetReady();
  await app.kept(1, () => app.drawLine(LINE, 'touch'));
  expect(await app.colourAt({ x: 900, y: 340 })).not.toBe('#ffffff');
});

test('[S2] the four ways to stop are equal in size, and none is chosen', async ({ page }) => {
  for (const language of ['es-PE', 'en'] as const) {
    const app = await welcome(page, language);
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await app.visit('#/try');
      await app.button('animal.zorro').click();
      await app.begin('drawing');
      await app.button('stop').click();
      const choices = ['rest', 'keep', 'keep-private', 'throw-away'] as const;
      const boxes = [];
      for (const choice of choices) {
        const button = app.button(`finish.${choice}`);
        await expect(button).not.toHaveAttribute('aria-pressed');
        await expect(button).not.toBeFocused();
        boxes.push(await button.boundingBox());
      }
      const [first] = boxes;
      for (const box of boxes) {
        expect(box?.width).toBeCloseTo(first?.width ?? 0, 0);
        expect(box?.height).toBeCloseTo(first?.height ?? 0, 0);
        expect(box?.y).toBeCloseTo(first?.y ?? 0, 0);
      }
      await app.button('finish.throw-away').click();
      await expect(app.button('throw-away.leave')).toBeVisible();
      await app.button('finish.throw-away').click();
    }
  }
});

test('[S3] another language in the middle of a session changes words and nothing else, and stays', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('sapo');
  await app.begin('drawing');
  await app.kept(1, () => app.drawLine(LINE));
  await app.startAgain();
  await expect(app.button('welcome.try')).toBeVisible();
  const before = await tabletOf(page);
  await app.speak('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const { settings, ...works } = await tabletOf(page);
  expect({ ...works, settings: before.settings }).toEqual(before);
  expect(settings).toEqual([{ name: 'language', value: 'en' }]);

  await app.button('welcome.try').click();
  await expect(app.button('animal.sapo')).toHaveAttribute('aria-pressed', 'true');
  await app.goOn();
  await expect.poll(() => app.colourAt({ x: 900, y: 340 })).not.toBe('#ffffff');
  await app.kept(1, () =>
    app.drawLine([
      { x: 700, y: 900 },
      { x: 1200, y: 900 },
    ]),
  );
  await app.undo();
  await app.allSaved();
  await page.reload();
  await app.sheetReady();
  await expect(app.button('undo')).toBeEnabled();
  await app.startAgain();
  await expect(app.button('welcome.try')).toBeVisible();
});

for (const [what, breakIt] of [
  ['an error', () => dispatchEvent(new ErrorEvent('error', { error: new Error('broken') }))],
  ['a promise nobody heard', () => void Promise.reject(new Error('broken'))],
] as const) {
  test(`[S6] after ${what} of ours the work is safe and goes on`, async ({ page }) => {
    const app = new App(page);
    await app.visit();
    await app.tryIt('condor');
    await app.begin('drawing');
    await app.kept(1, () => app.drawLine(LINE));
    await page.evaluate(breakIt);
    await expect(page.getByRole('heading')).toHaveText(app.says('mending.title'));
    await expect(page.getByText(app.says('mending.safe'))).toBeVisible();
    await expect(page.getByText('broken')).toBeVisible();
    await app.button('go.on').click();
    await app.button('welcome.try').click();
    await app.goOn();
    await expect.poll(() => app.colourAt({ x: 900, y: 340 })).not.toBe('#ffffff');
    await app.kept(1, () =>
      app.drawLine([
        { x: 700, y: 900 },
        { x: 1200, y: 900 },
      ]),
    );
    expect(await sumOf(page)).toMatch(/^[0-9a-f]{64}$/);
  });
}

test('[S7] when nothing can be kept, this is said before a child starts, and nothing starts', async ({
  page,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  const app = new App(page);
  await app.visit();
  await expect(page.getByText(app.says('storage.refused'))).toBeVisible();
  await app.button('welcome.try').click();
  await expect(page.getByRole('alert')).toContainText(app.says('problem.storage/refused'));
  await expect(app.button('animal.zorro')).toHaveCount(0);
  await expect(app.button('activity.drawing')).toHaveCount(0);
});

test('[S8] everything a child touches is large enough, on every tablet', async ({ page }) => {
  test.setTimeout(120_000);
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  const small: string[] = [];
  await onEveryTablet(page, async (tablet) =>
    small.push(...(await smallButtons(page, `try, ${tablet}`))),
  );
  await practiseEverywhere(app, async (where) => small.push(...(await smallButtons(page, where))));
  for (const activity of ACTIVITIES) {
    await app.begin(activity);
    await app.kept(1, () => app.drawLine(LINE));
    if (activity === 'drawing') await app.newPage();
    for (const panel of panelsOf(activity)) {
      await app.openPanel(panel);
      await onEveryTablet(page, async (tablet) =>
        small.push(...(await smallButtons(page, `${activity} with ${panel}, ${tablet}`))),
      );
      await app.closePanels();
    }
    await moreEverywhere(app, activity, async (where) =>
      small.push(...(await smallButtons(page, where))),
    );
    await app.button('stop').click();
    await onEveryTablet(page, async (tablet) =>
      small.push(...(await smallButtons(page, `finish, ${tablet}`))),
    );
    await app.button('finish.keep').click();
  }
  expect(small).toEqual([]);
});

test('[S8] the bottom two centimetres of a working screen react to nothing but the sheet', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  const low: string[] = [];
  await practiseEverywhere(app, async (where) => low.push(...(await lowButtons(page, where))));
  for (const activity of ACTIVITIES) {
    await app.begin(activity);
    await app.kept(1, () => app.drawLine(LINE));
    if (activity === 'drawing') await app.newPage();
    await onEveryTablet(page, async (tablet) =>
      low.push(...(await lowButtons(page, `${activity}, ${tablet}`))),
    );
    for (const panel of panelsOf(activity)) {
      await app.openPanel(panel);
      await onEveryTablet(page, async (tablet) =>
        low.push(...(await lowButtons(page, `${activity} with ${panel}, ${tablet}`))),
      );
      await app.closePanels();
    }
    await moreEverywhere(app, activity, async (where) =>
      low.push(...(await lowButtons(page, where))),
    );
    await app.finish('keep');
  }
  expect(low).toEqual([]);
});

test('[S8] the screens of a child in a study are whole and large enough on every tablet', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const app = new App(page);
  const wrong: string[] = [];
  const look = async (where: string): Promise<void> => {
    await onEveryTablet(page, async (tablet) =>
      wrong.push(...(await smallButtons(page, `${where}, ${tablet}`))),
    );
  };
  await app.visit();
  await app.beginStudy();
  await app.addChild('puma', 4, 9);
  await app.seat('drawing', 'puma-04');
  await look('card');
  await app.hearCards();
  await look('question');
  await app.answerQuestion('can-stop', true);
  await app.answerQuestion('who-will-see', true);
  await look('answer');
  await app.answerAssent('yes');
  await app.beginNaming();
  await look('offer while names are said');
  await app.endNaming();
  await app.doIt();
  await look('work of a study');
  await app.button('stop').click();
  await look('finish of a study');
  await app.button('finish.rest').click();
  await look('rest');
  await app.button('go.on').click();
  await app.sheetReady();
  await app.finish('keep');
  await expect(app.pieces).toHaveCount(1);
  await look('my pieces');
  await app.pieces.click();
  await expect(page.getByRole('img', { name: app.says('copy.picture') })).toBeVisible();
  await look('one of my pieces');
  expect(wrong).toEqual([]);
});

test('[A6] stop is at the same place of every screen on which a child may be', async ({ page }) => {
  test.setTimeout(120_000);
  const app = new App(page);
  const found: (readonly [screen: string, ...place: number[]])[] = [];
  const look = async (): Promise<void> => {
    await expect(app.button('stop')).toBeVisible();
    const route = parseRoute(new URL(page.url()).hash);
    expect(isChilds(route)).toBe(true);
    const { x, y, width, height } = (await app.button('stop').boundingBox()) ?? {};
    found.push([route.screen, ...[x, y, width, height].map((one = -1) => Math.round(one))]);
  };
  await app.visit();
  await walkChilds(app, look);

  const screens = new Set(found.map(([screen]) => screen));
  expect([...screens].toSorted()).toEqual([...CHILDS, ...OF_WORK].toSorted());
  const places = new Set(found.map(([, ...place]) => place.join(' ')));
  expect([...places], JSON.stringify(found)).toHaveLength(1);
});

test('[S9] the hash names the screen, and nonsense leads to the first one', async ({ page }) => {
  const app = new App(page);
  await app.visit('#/about');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(app.says('about.title'));
  for (const hash of ['#/nowhere', '#/work/nothing', '#/finish/work-x', '#garbage/../open']) {
    await app.visit(hash);
    await expect(app.button('welcome.try')).toBeVisible();
  }
  await app.visit('#/work/work-0123456789abcdef');
  await expect(page).toHaveURL(/#\/try$/);
  await expect(app.button('animal.zorro')).toBeVisible();
});

async function welcome(page: Page, language: Language): Promise<App> {
  const app = new App(page);
  await app.visit();
  await app.speak(language);
  return app;
}

/** The practice page, with and without its tin, on every tablet. */
async function practiseEverywhere(
  app: App,
  look: (where: string) => Promise<unknown>,
): Promise<void> {
  await app.practise();
  await onEveryTablet(app.page, (tablet) => look(`practice, ${tablet}`));
  await app.openPanel('tool.draw');
  await onEveryTablet(app.page, (tablet) => look(`practice with its tin, ${tablet}`));
  await app.button('go.back').click();
}

/** What lies open over the sheet of an activity, as it begins here. */
function panelsOf(activity: Activity): Parameters<App['openPanel']>[0][] {
  const hasPictures = activity === 'map' || activity === 'circles';
  if (!hasPictures) return ['tool.draw', 'turn'];
  return ['tool.draw', 'tool.hand', 'tool.join', 'tool.feel', 'turn'];
}

/** Docks of two children with and without pictures, what is picked, and the small sheet for one's own, on every tablet. */
async function moreEverywhere(
  app: App,
  activity: Activity,
  look: (where: string) => Promise<unknown>,
): Promise<void> {
  const everywhere = (what: string): Promise<void> =>
    onEveryTablet(app.page, (tablet) => look(`${activity}: ${what}, ${tablet}`));
  await app.turnTo('llama');
  await app.drawTogether();
  await everywhere('docks');
  if (panelsOf(activity).includes('tool.hand')) {
    for (const head of await app.heads.all()) await head.click();
    await everywhere('docks with pictures');
  }
  await app.takeTurns();
  if (!panelsOf(activity).includes('tool.hand')) return;
  await app.putByTap('house', 700, 500);
  await app.putDown({ x: 700, y: 500 });
  await everywhere('a picture is picked');
  await app.putDown({ x: 700, y: 500 });
  await app.beginOwnPicture();
  await everywhere('own picture');
  await app.ownPicture.getByRole('button', { name: app.says('tool.draw'), exact: true }).click();
  await everywhere('own picture with its tin');
  await app.closeOwnPicture();
}

async function onEveryTablet(
  page: Page,
  look: (tablet: string) => Promise<unknown>,
): Promise<void> {
  for (const [width, height] of WINDOWS) {
    await page.setViewportSize({ width, height });
    await laidOut(page);
    await look(`${String(width)}x${String(height)}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Buttons narrower or lower than a small finger needs, or not wholly in the window. */
function smallButtons(page: Page, where: string): Promise<string[]> {
  return page.evaluate(
    ([place, least]) =>
      [...document.querySelectorAll<HTMLElement>('button:not(.mirror button)')].flatMap(
        (button) => {
          const { left, top, right, bottom, width, height } = button.getBoundingClientRect();
          const name = `${place}: ${button.getAttribute('aria-label') ?? button.innerText}`;
          const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
          return [
            ...(width < least || height < least
              ? [`${name} is ${String(Math.round(width))} x ${String(Math.round(height))}`]
              : []),
            ...(inside
              ? []
              : [`${name} is cut off at ${[left, top, right, bottom].map(Math.round).join(' ')}`]),
          ];
        },
      ),
    [where, TOUCH_PX] as const,
  );
}

/** Buttons that reach into the glass on which a drawing wrist rests. */
function lowButtons(page: Page, where: string): Promise<string[]> {
  return page.evaluate(
    ([place, wrist]) =>
      [...document.querySelectorAll('button:not(.mirror button), a, input')].flatMap((button) => {
        const { bottom } = button.getBoundingClientRect();
        const deep = bottom - (innerHeight - wrist);
        const name = button.getAttribute('aria-label') ?? '';
        return deep > 0 ? [`${place}: ${name} reaches ${String(Math.round(deep))} px too low`] : [];
      }),
    [where, WRIST_PX] as const,
  );
}
