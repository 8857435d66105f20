/** Thousands of touches that mean nothing, as when a sleeve, a sibling and a dog share a tablet. */
import { expect, test, type Locator, type Page } from '@playwright/test';

import { tokenOf } from '#domain/contributor.ts';
import { esPE } from '#i18n/es-PE.ts';

import { App } from './app.ts';
import { Fingers, type Place } from './hands.ts';
import { faultsIn, recordOf } from './record.ts';

const PIN = '2580';
/** So many works, each with its own touches. */
const SEEDS = 6;
const TOUCHES = 500;
/** A browser takes a broad touch for a tap on a button so near. */
const REACH_PX = 48;
/** So many touches between two looks at the screen. */
const AT_ONCE = 25;
/** So many of them through the glass itself; the others are told to the page, because that takes a tenth of the time. */
const THROUGH_GLASS = 1;

/** Where else children are: so many touches each, wherever they lead; by hand with LLAQTA_MONKEY=5000. */
const CHILDS: Readonly<Record<string, (app: App, number: number) => Promise<unknown>>> = {
  try: (app) => app.startAgain('#/try'),
  practice: (app) => app.startAgain('#/practice'),
  finish: async (app) => {
    await app.startAgain('#/try');
    await app.button('animal.zorro').click();
    await app.begin('drawing');
    await app.button('stop').click();
  },
  assent: seat,
  offer: async (app, number) => {
    await seat(app, number);
    await app.assent('yes');
  },
  pieces: async (app, number) => {
    await seat(app, number);
    await app.assent('yes');
    await app.doIt();
    await app.finish('keep');
  },
  rest: async (app, number) => {
    await seat(app, number);
    await app.button('stop').click();
  },
};
const TOUCHES_EACH = Number(process.env['LLAQTA_MONKEY'] ?? 300);
const IS_CHILDS = /#\/(try|practice|work|finish|rest|assent|offer|pieces)\b/;
/** What adults see: their pages, the first screen, their panels over a sheet. */
const ADULTS = `.page:has(> header), .doors, .panel-form, [aria-label="${esPE['adult.title']}"]`;

test('[I25][I24][L7] 5,000 random touches never leave the work, never lose a page, never show what adults see, and the record is valid', async ({
  page,
}) => {
  test.setTimeout(180_000 + 200 * TOUCHES_EACH);
  const broken: string[] = [];
  page.on('pageerror', ({ message, stack }) => broken.push(stack ?? message));
  const seen = await watchForAdults(page);
  const app = new App(page);
  await app.visit();
  await app.setPin(PIN);
  expect(seen.length, 'what adults see is seen').toBeGreaterThan(0);
  await app.tryIt('zorro');
  for (let seed = 1; seed <= SEEDS; seed++) {
    await app.begin(seed % 2 === 0 ? 'map' : 'drawing', 'first');
    if (seed % 2 === 0) await app.openRound('base', PIN);
    seen.length = 0;
    await monkey(app, seed, broken);
    await app.closePanels();
    await app.allSaved();
    await app.finish('keep');
    expect(seen).toEqual([]);
  }
  const session = recordOf(await app.handOver(PIN));
  expect(faultsIn(session)).toEqual([]);
  expect(session.works).toHaveLength(SEEDS);
  for (const { pages, log } of session.works) {
    const laid = log.filter(({ op }) => op.kind === 'page/add');
    expect(pages).toHaveLength(laid.length);
  }
  await app.goHome();
  await app.beginStudy();
  for (const [at, [name, open]] of Object.entries(CHILDS).entries()) {
    await open(app, at + 1);
    await expect(page).toHaveURL(new RegExp(`#/${name}`));
    await adultsHaveLeft(page);
    seen.length = 0;
    await wander(app, SEEDS + at + 1);
    expect(seen, name).toEqual([]);
  }
  expect(broken).toEqual([]);
});

/** In the study's session: somebody new is seated, who was not asked yet. */
async function seat(app: App, number: number): Promise<void> {
  await app.startAgain('#/board');
  await app.typePin(PIN);
  await app.addChild('puma', number, 9);
  await app.seat('drawing', tokenOf('puma', number));
}

/** What an adult opened has given way to the child's screen, and whatever was seen of it has been told. */
async function adultsHaveLeft(page: Page): Promise<void> {
  await expect(page.locator(ADULTS)).toHaveCount(0);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Everything of adults that shows from now on, be it for a moment. */
async function watchForAdults(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction('sawAdults', (what: string) => seen.push(what));
  await page.addInitScript((adults) => {
    const { sawAdults } = globalThis as unknown as { sawAdults: (what: string) => void };
    new MutationObserver(() => {
      const one = document.querySelector(adults);
      if (one) sawAdults(`${location.hash} ${one.className}`);
    }).observe(document, { childList: true, subtree: true });
  }, ADULTS);
  return seen;
}

/** Touch anywhere, wherever it leads; now and then an address comes from elsewhere. */
async function wander(app: App, seed: number): Promise<void> {
  const { page } = app;
  const chance = seeded(seed);
  const glass = { width: 1280, height: 800, spared: { x: -1e3, y: -1e3, width: 0, height: 0 } };
  const fingers = await Fingers.on(page);
  for (let touched = 0; touched < TOUCHES_EACH; touched += AT_ONCE) {
    await touches(page, fingers, chance, glass);
    if (chance() < 0.3)
      await page.evaluate(() => {
        location.hash = '#/hand-over';
      });
    await expect(page).toHaveURL(IS_CHILDS);
  }
}

/** Some touches through the glass, the others told to the page. */
async function touches(
  page: Page,
  fingers: Fingers,
  chance: () => number,
  glass: Glass,
): Promise<void> {
  for (let touch = 0; touch < THROUGH_GLASS; touch++) await oneTouch(fingers, chance, glass);
  await page.evaluate(
    touchAll,
    Array.from({ length: AT_ONCE - THROUGH_GLASS }, (_, number) => ({
      id: 100 + number,
      radius: chance() < 0.1 ? 30 : 6,
      ends: chance() < 0.1 ? 'pointercancel' : 'pointerup',
      way: Array.from({ length: chance() < 0.5 ? 1 : 5 }, () => somewhere(chance, glass)),
    })),
  );
}

/** Touch anywhere but on what leads on to the end of the work; now and then swipe back. */
async function monkey(app: App, seed: number, broken: readonly string[]): Promise<void> {
  const { page } = app;
  const there = page.url();
  const chance = seeded(seed);
  const spared = await app.button('stop').boundingBox();
  if (!spared) throw new Error('no way on');
  const places = { width: 1280, height: 800, spared };
  const fingers = await Fingers.on(page);
  let pages = 1;
  for (let touched = 0; touched < TOUCHES; touched += AT_ONCE) {
    await touches(page, fingers, chance, places);
    if (chance() < 0.1)
      await page.evaluate(() => {
        history.back();
      });
    expect(broken).toEqual([]);
    await expect(page).toHaveURL(there);
    await expect(app.sheet.first()).toBeAttached();
    const now = await pagesOf(page.locator('.marks'));
    expect(
      now,
      `pages after ${String(touched)} touches of seed ${String(seed)}`,
    ).toBeGreaterThanOrEqual(pages);
    pages = now;
  }
}

type Touch = Readonly<{ id: number; radius: number; ends: string; way: readonly Place[] }>;

/** In the page: touch by touch, as the browser tells of fingers, each captured where it came down. */
async function touchAll(touches: readonly Touch[]): Promise<void> {
  for (const { id, radius, ends, way } of touches) {
    const [first = { x: 0, y: 0 }] = way;
    const last = way.at(-1) ?? first;
    const under = document.elementFromPoint(first.x, first.y) ?? document.body;
    const tell = (kind: string, { x, y }: Place, buttons: number): void => {
      const more = { pointerId: id, pointerType: 'touch', width: radius * 2, height: radius * 2 };
      const where = { clientX: x, clientY: y, button: kind === 'pointermove' ? -1 : 0, buttons };
      const how = { bubbles: true, cancelable: true, composed: true };
      under.dispatchEvent(new PointerEvent(kind, { ...how, ...where, ...more }));
    };
    tell('pointerdown', first, 1);
    for (const place of way.slice(1)) tell('pointermove', place, 1);
    tell(ends, last, 0);
    const hit = document.elementFromPoint(last.x, last.y);
    if (ends === 'pointerup' && way.length === 1) {
      const where = { clientX: last.x, clientY: last.y, detail: 1 };
      hit?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...where }));
    }
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}

type Glass = Readonly<{
  width: number;
  height: number;
  spared: Readonly<{ x: number; y: number; width: number; height: number }>;
}>;

/** A tap, a stroke, two fingers at once, or something the system takes away. */
async function oneTouch(fingers: Fingers, chance: () => number, glass: Glass): Promise<void> {
  const kind = chance();
  const one = fingers.finger(1, chance() < 0.1 ? 30 : 6);
  await one.down(somewhere(chance, glass));
  if (kind < 0.5) return one.up();
  const way = Array.from({ length: 3 }, () => somewhere(chance, glass));
  const two = fingers.finger(2);
  if (kind > 0.85) await two.down(somewhere(chance, glass));
  await one.along(way);
  if (kind > 0.95) return fingers.cancel();
  await one.up();
  if (kind > 0.85) await two.up();
}

function somewhere(chance: () => number, glass: Glass): Place {
  const { width, height, spared } = glass;
  const place = { x: Math.floor(chance() * width), y: Math.floor(chance() * height) };
  const right = spared.x + spared.width;
  const bottom = spared.y + spared.height;
  const across = place.x >= spared.x - REACH_PX && place.x <= right + REACH_PX;
  const down = place.y >= spared.y - REACH_PX && place.y <= bottom + REACH_PX;
  const leadsOn = across && down;
  return leadsOn ? somewhere(chance, glass) : place;
}

/** How many pages the work has, as the screen tells. */
async function pagesOf(marks: Locator): Promise<number> {
  const [, count = '1'] = /\/ (\d+)/.exec(await marks.innerText()) ?? [];
  return Number(count);
}

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
