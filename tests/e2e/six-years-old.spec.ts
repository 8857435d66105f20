/**
 * A six-year-old's hands on a small tablet: a wrist on the edge, a palm under the pen, fingers that tap
 * everything five times, swipe back and pinch. Nothing of it zooms, selects, opens a menu, leaves the
 * screen or loses a line.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';

import { App } from './app.ts';
import { drawn, Fingers, handOf, stroke, type Place } from './hands.ts';
import { faultsIn, recordOf } from './record.ts';
import { tabletOf } from './tablet.ts';

const BLACK = '#231a15';
const WHITE = '#ffffff';
/** Half the width of what touches, in pixels: a fingertip and a palm. */
const [TIP_PX, PALM_PX] = [6, 32];

/** Where no screen has a button. */
const CORNER: Place = { x: 30, y: 585 };

test.use({ viewport: { width: 961, height: 601 }, isMobile: true });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const { signal } = new AbortController();
    addEventListener(
      'contextmenu',
      (event) => {
        if (!event.defaultPrevented) document.documentElement.dataset['menu'] = 'opened';
      },
      { signal },
    );
  });
});

test.afterEach(async ({ page }) => {
  const never = await page.evaluate(() => ({
    scrolled: [scrollX, scrollY, document.querySelector('#app')?.scrollTop ?? 0],
    zoomed: visualViewport?.scale,
    selected: getSelection()?.toString(),
    menu: document.documentElement.dataset['menu'],
  }));
  expect(never).toEqual({ scrolled: [0, 0, 0], zoomed: 1, selected: '', menu: undefined });
});

test('[I16][I24] a palm that lands before the pen leaves nothing, and no line joins it to the pen', async ({
  page,
}) => {
  const app = await youngest(page);
  const fingers = await Fingers.on(page);
  const palm = fingers.finger(1, PALM_PX);
  const [low, lower, start, end] = await placesOf(app, [
    { x: 900, y: 950 },
    { x: 912, y: 955 },
    { x: 600, y: 500 },
    { x: 1100, y: 500 },
  ]);
  await app.kept(1, async () => {
    await palm.down(low);
    await palm.along([lower]);
    await stroke(await handOf(page, 'pen'), drawn([start, end], 30));
    await palm.along([low]);
    await palm.up();
  });
  expect(await inputs(page)).toEqual(['pen']);
  expect(
    await app.coloursAt([
      { x: 850, y: 500 },
      { x: 906, y: 952 },
      { x: 750, y: 725 },
    ]),
  ).toEqual([BLACK, WHITE, WHITE]);
  expect((await tabletOf(page)).drafts).toEqual([]);
});

test('[I16] a palm that rests while the pen draws and a moment after draws nothing', async ({
  page,
}) => {
  const app = await youngest(page);
  const fingers = await Fingers.on(page);
  const pen = await handOf(page, 'pen');
  const palm = fingers.finger(1, PALM_PX);
  const [start, end, low, beside] = await placesOf(app, [
    { x: 600, y: 300 },
    { x: 1100, y: 300 },
    { x: 900, y: 900 },
    { x: 1000, y: 920 },
  ]);
  await app.kept(1, async () => {
    await pen.down(start);
    await palm.down(low);
    await pen.along(drawn([start, end], 30));
    await palm.along(drawn([low, beside], 10));
    await pen.up();
    await palm.up();
    await palm.down(low);
    await palm.along(drawn([low, beside], 10));
    await palm.up();
  });
  expect(await inputs(page)).toEqual(['pen']);
  expect(await app.colourAt({ x: 950, y: 910 })).toBe(WHITE);
});

test('[I16] the child who puts the pen away draws with a finger a moment later', async ({
  page,
}) => {
  const app = await youngest(page);
  await app.kept(3, async () => {
    await app.drawLine(level(300), 'pen');
    await app.drawLine(level(500), 'touch');
    await app.drawLine(level(700), 'touch');
  });
  expect(await inputs(page)).toEqual(['pen', 'touch', 'touch']);
});

test('[I24][I3] quick strokes and dots of a pen are all kept', async ({ page }) => {
  const app = await youngest(page);
  const pen = await handOf(page, 'pen');
  const ticks = Array.from({ length: 12 }, (_, at) => ({ x: 150 + at * 110, y: 400 }));
  const dots = ticks.map(({ x }) => ({ x, y: 700 }));
  const quick = await placesOf(
    app,
    ticks.flatMap(({ x, y }) => [
      { x, y },
      { x: x + 20, y: y + 40 },
    ]),
  );
  const tapped = await placesOf(app, dots);
  await app.kept(24, async () => {
    for (let at = 0; at < quick.length; at += 2) await stroke(pen, quick.slice(at, at + 2));
    for (const dot of tapped) await stroke(pen, [dot]);
  });
  expect(await app.coloursAt([...ticks, ...dots])).toEqual([...ticks, ...dots].map(() => BLACK));
});

test('[I24] six swipes back leave neither the screen nor the line', async ({ page }) => {
  const app = await youngest(page);
  const there = page.url();
  const hand = (await Fingers.on(page)).finger(1);
  const [start, middle, end] = await placesOf(app, [
    { x: 300, y: 500 },
    { x: 800, y: 500 },
    { x: 1300, y: 500 },
  ]);
  await app.kept(1, async () => {
    await hand.down(start);
    await hand.along(drawn([start, middle], 30));
    for (let times = 0; times < 6; times++) {
      await back(page);
      await expect(page).toHaveURL(there);
    }
    await hand.along(drawn([middle, end], 30));
    await hand.up();
  });
  expect(await inputs(page)).toEqual(['touch']);
  expect(
    await app.coloursAt([
      { x: 500, y: 500 },
      { x: 1000, y: 500 },
    ]),
  ).toEqual([BLACK, BLACK]);
  await app.button('stop').tap();
  await expect(app.button('finish.keep')).toBeVisible();
  const finishing = page.url();
  for (let times = 0; times < 6; times++) {
    await back(page);
    await expect(page).toHaveURL(finishing);
  }
  await app.button('finish.back').tap();
  await app.sheetReady();
  expect((await tabletOf(page)).streams.map(({ kind }) => kind).toSorted()).toEqual([
    'session',
    'work',
  ]);
});

test('[I24] five rapid taps on every button begin one work, make one page and put one picture', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('llama');
  const fingers = await Fingers.on(page);
  await tapFiveTimes(fingers, app.button('activity.drawing'));
  await app.sheetReady();
  await app.allSaved();
  await app.kept(1, () => app.drawLine(level(500), 'touch'));
  for (const key of ['tool.draw', 'tool.rub-out', 'undo', 'redo', 'turn', 'page.new'] as const) {
    await tapFiveTimes(fingers, app.button(key));
    await app.closePanels();
    await expect(page).toHaveURL(/#\/work\//);
  }
  await expect(page.getByText(app.says('page.number', { number: 2, count: 2 }))).toBeVisible();
  await tapFiveTimes(fingers, app.button('stop'));
  await expect(page).toHaveURL(/#\/finish\//);
  await tapFiveTimes(fingers, app.button('finish.keep'));
  await expect(page).toHaveURL(/#\/try$/);
  expect((await tabletOf(page)).streams.filter(({ kind }) => kind === 'work')).toHaveLength(1);

  await app.begin('map');
  await app.openPanel('tool.hand');
  await app.openTrayTab('nature');
  await tapFiveTimes(fingers, page.getByRole('button', { name: app.word('tree'), exact: true }));
  await app.closePanels();
  const [place] = await placesOf(app, [{ x: 800, y: 600 }]);
  for (let times = 0; times < 5; times++) await stroke(fingers.finger(1, TIP_PX), [place]);
  await app.allSaved();
  const puts = (await tabletOf(page)).entries.filter(
    ({ op }) => (op as { kind: string }).kind === 'item/put',
  );
  expect(puts).toHaveLength(1);
});

test('[I24] pinches, double taps and long presses change nothing on any screen of a child', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const app = new App(page);
  await app.visit();
  await app.tryIt('llama');
  await teases(page, ['h1', 'main']);
  await app.practise();
  await teases(page, ['.sheet', '.rail', 'main']);
  await app.button('go.back').tap();
  await app.begin('drawing');
  await teases(page, ['.sheet', '.rail', 'main']);
  await app.button('stop').tap();
  await expect(app.button('finish.keep-private')).toBeVisible();
  await teases(page, ['h1', 'main']);
  await app.button('finish.keep-private').tap();
  await expect(page).toHaveURL(/#\/try$/);
});

test('[I17][I24] a wet finger that jumps across the page draws nothing in between', async ({
  page,
}) => {
  const app = await youngest(page);
  const hand = (await Fingers.on(page)).finger(1, TIP_PX);
  const before = await placesOf(app, drawn(level(300).slice(0, 1).concat({ x: 500, y: 300 })));
  const after = await placesOf(
    app,
    drawn([
      { x: 1500, y: 900 },
      { x: 1200, y: 900 },
    ]),
  );
  await app.kept(2, async () => {
    await hand.down(placed(before[0]));
    await hand.along([...before, ...after]);
    await hand.up();
  });
  expect(await inputs(page)).toEqual(['touch', 'touch']);
  const between = Array.from({ length: 9 }, (_, at) => ({ x: 600 + at * 100, y: 360 + at * 60 }));
  expect(await app.coloursAt(between)).toEqual(between.map(() => WHITE));
  expect(
    await app.coloursAt([
      { x: 400, y: 300 },
      { x: 1350, y: 900 },
    ]),
  ).toEqual([BLACK, BLACK]);
});

test('[I26][I24] after the background, a turned tablet and a notification the page shows what it showed', async ({
  page,
}) => {
  const app = await youngest(page);
  const fingers = await Fingers.on(page);
  const hand = fingers.finger(1, TIP_PX);
  const session = await page.context().newCDPSession(page);
  await app.kept(1, () => app.drawLine(level(300), 'touch'));
  const [start, middle] = await placesOf(app, [
    { x: 300, y: 600 },
    { x: 900, y: 600 },
  ]);
  for (const times of [1, 2]) {
    await app.kept(1, async () => {
      await hand.down(start);
      await hand.along(drawn([start, middle], 30));
      await fingers.cancel();
    });
    expect(await inputs(page)).toHaveLength(1 + times);
  }
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.setViewportSize({ width: 601, height: 961 });
  await page.setViewportSize({ width: 961, height: 601 });
  const shown = [
    { x: 800, y: 300 },
    { x: 600, y: 600 },
  ];
  expect(await app.coloursAt(shown)).toEqual([BLACK, BLACK]);
  await app.kept(1, () => app.drawLine(level(900), 'pen'));
  expect(await app.coloursAt([...shown, { x: 800, y: 900 }])).toEqual([BLACK, BLACK, BLACK]);
});

test('[I24][F3] a wrist on the edge, a blank page, and finally one sun: the file is valid and holds the sun alone', async ({
  page,
}) => {
  const app = await youngest(page);
  const fingers = await Fingers.on(page);
  const [width, height] = [961, 601];
  for (const [at, place] of [
    { x: width / 2, y: height - 3 },
    { x: 2, y: height / 2 },
    { x: width - 2, y: 400 },
    { x: width / 2, y: 2 },
  ].entries()) {
    await stroke(fingers.finger(at, 20), [place, { x: place.x, y: place.y + 1 }]);
  }
  await app.finish('keep');
  await app.begin('drawing');
  const sun = Array.from({ length: 40 }, (_, at) => ({
    x: 800 + Math.cos(at / 6.2) * 200,
    y: 500 + Math.sin(at / 6.2) * 200,
  }));
  await app.kept(1, () => app.drawLine(sun, 'touch'));
  await app.finish('keep');
  const session = recordOf(await app.handOver());
  expect(faultsIn(session)).toEqual([]);
  expect(session.works.map(({ strokes, pages }) => [strokes.length, pages[0]?.blank])).toEqual([
    [0, true],
    [1, false],
  ]);
});

/** A drawing of a child of six to eight. */
async function youngest(page: Page): Promise<App> {
  const app = new App(page);
  await app.visit();
  await app.tryIt('llama');
  await app.setAge('6-8');
  await app.begin('drawing');
  await app.allSaved();
  return app;
}

function level(y: number): Place[] {
  return [
    { x: 300, y },
    { x: 1300, y },
  ];
}

async function inputs(page: Page): Promise<string[]> {
  const { entries } = await tabletOf(page);
  return entries
    .map(({ op }) => op as { kind: string; input: string })
    .filter(({ kind }) => kind === 'stroke/add')
    .map(({ input }) => input);
}

/** The system's gesture or button; resolves when the app has answered. */
async function back(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('hashchange', () => requestAnimationFrame(resolve), { once: true });
        history.back();
      }),
  );
}

async function tapFiveTimes(fingers: Fingers, button: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (!box) throw new Error('no such button');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const finger = fingers.finger(1, TIP_PX);
  for (let times = 0; times < 5; times++) await stroke(finger, [place]);
}

/** Pinch, tap twice, press long, in the middle of each of these, or in a corner of the whole. */
async function teases(page: Page, where: readonly string[]): Promise<void> {
  const finger = (await Fingers.on(page)).finger(1, TIP_PX);
  for (const selector of where) {
    await page.locator(selector).first().waitFor();
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`no ${selector} to tease`);
    const place =
      selector === 'main' ? CORNER : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    expect(await mayPinch(page, place), `a pinch at ${selector} zooms`).toBe(false);
    await stroke(finger, [place]);
    await stroke(finger, [place]);
    await finger.down(place);
    const pressed = await page.evaluate(() => performance.now());
    await page.waitForFunction((since) => performance.now() - since > 900, pressed);
    await finger.up();
    expect(await page.evaluate(() => getSelection()?.toString()), `pressed ${selector}`).toBe('');
  }
}

/** Would a tablet zoom here? Headless browsers never do, so the page's own word is asked for. */
async function mayPinch(page: Page, { x, y }: Place): Promise<boolean> {
  return page.evaluate(
    ([left, top]) => {
      for (let at = document.elementFromPoint(left, top); at; at = at.parentElement) {
        if (!/auto|manipulation|pinch-zoom/.test(getComputedStyle(at).touchAction)) return false;
      }
      return true;
    },
    [x, y] as const,
  );
}

async function placesOf(
  app: App,
  places: readonly Place[],
): Promise<Place[] & [Place, Place, Place, Place]> {
  return (await app.inWindow(places)) as Place[] & [Place, Place, Place, Place];
}

function placed(place: Place | undefined): Place {
  if (!place) throw new Error('a place is missing');
  return place;
}
