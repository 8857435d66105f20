/** A battery dies, a tablet is dropped: what was shown as saved is there. */
import { expect, test, type Page } from '@playwright/test';

import { App } from './app.ts';
import { untilKilled } from './browser.ts';
import { handOf, type Place } from './hands.ts';
import { newFolder } from './scratch.ts';
import { tabletOf } from './tablet.ts';

const KILLS = 10;
const STROKES = 4;
const BLACK = '#231a15';

test('[J15] every entry shown as saved is there after the browser was killed, ten times over', async ({
  baseURL,
}) => {
  test.setTimeout(180_000);
  const profile = newFolder('profile');
  let shownAsSaved = 0;
  for (let round = 0; round < KILLS; round++) {
    await untilKilled(profile, async (page) => {
      const app = await opened(page, baseURL);
      if (round === 0) await begin(app);
      else await mustBeThere(app, round, shownAsSaved);
      for (let line = 0; line < STROKES; line++) await app.drawLine(lineOf(round, line));
      await app.allSaved();
      shownAsSaved += await app.safelyKept();
      await leaveUnfinished(app, round);
    });
  }
  await untilKilled(profile, async (page) => {
    const app = await opened(page, baseURL);
    await mustBeThere(app, KILLS, shownAsSaved);
    const { streams } = await tabletOf(page);
    expect(streams.map(({ kind }) => kind).toSorted()).toEqual(['session', 'work']);
  });
  expect(shownAsSaved).toBeGreaterThanOrEqual(KILLS * STROKES);
});

async function opened(page: Page, baseURL: string | undefined): Promise<App> {
  const app = new App(page);
  await app.visit('#/try', baseURL);
  return app;
}

async function begin(app: App): Promise<void> {
  await app.button('animal.zorro').click();
  await app.begin('drawing');
}

/** As many entries as were ever shown as saved, and every line of the rounds before on the sheet. */
async function mustBeThere(app: App, rounds: number, shownAsSaved: number): Promise<void> {
  await app.goOn();
  const { entries } = await tabletOf(app.page);
  expect(entries.length).toBeGreaterThanOrEqual(shownAsSaved);
  for (let round = 0; round < rounds; round++) {
    for (let line = 0; line < STROKES; line++) {
      const [on = { x: 0, y: 0 }] = lineOf(round, line);
      await expect.poll(() => app.colourAt(on)).toBe(BLACK);
    }
  }
}

/** One more line is on its way to the tablet and a finger is down when the end comes. */
async function leaveUnfinished(app: App, round: number): Promise<void> {
  await app.drawLine(lineOf(round, STROKES));
  const hand = await handOf(app.page, 'mouse');
  const [first = { x: 0, y: 0 }, ...rest] = await app.inWindow(lineOf(round, STROKES + 0.5));
  await hand.down(first);
  await hand.along(rest);
}

/** A short line at a place of its own for every round and line. */
function lineOf(round: number, line: number): Place[] {
  const [x, y] = [100 + round * 140, 150 + line * 200];
  return [
    { x, y },
    { x: x + 50, y: y + 30 },
    { x: x + 100, y },
  ];
}
