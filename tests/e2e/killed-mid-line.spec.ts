/** The battery dies while a line is being drawn: the line is there again but for its last half second. */
import { expect, test, type Page } from '@playwright/test';

import { App } from './app.ts';
import { untilKilled } from './browser.ts';
import { handOf, type Place } from './hands.ts';
import { recordOf } from './record.ts';
import { newFolder } from './scratch.ts';

/** So much of a line may be lost. */
const LOST_MS = 500;
/** How long each line had been drawn when the end came: at another moment between two drafts each time. */
const DRAWN_MS = [700, 1_350, 2_050] as const;

test('[I19] killed while a line is drawn, three times over: it is there again but for its last 500 ms', async ({
  baseURL,
}) => {
  test.setTimeout(120_000);
  const profile = newFolder('profile');
  const drawnMs: number[] = [];
  for (const [round, ms] of DRAWN_MS.entries()) {
    await untilKilled(profile, async (page) => {
      const app = new App(page);
      await app.visit('#/try', baseURL);
      if (round === 0) await app.button('animal.zorro').click();
      if (round === 0) await app.begin('drawing');
      else await app.goOn();
      await app.allSaved();
      drawnMs.push(await drawUntil(app, ms, round));
    });
  }
  let file: Awaited<ReturnType<App['handOver']>> | undefined;
  await untilKilled(profile, async (page) => {
    const app = new App(page);
    await app.visit('#/try', baseURL);
    await app.goOn();
    await app.allSaved();
    for (const round of DRAWN_MS.keys()) {
      await expect.poll(() => app.colourAt({ x: 102, y: yOf(round) })).not.toBe('#ffffff');
    }
    await app.finish('keep');
    file = await app.handOver();
  });
  if (!file) throw new Error('nothing was handed over');
  const strokes = recordOf(file).works.flatMap((work) => work.strokes);
  expect(strokes.map(({ cancelled, input }) => ({ cancelled, input }))).toEqual(
    DRAWN_MS.map(() => ({ cancelled: true, input: 'mouse' })),
  );
  for (const [round, { t, x }] of strokes.entries()) {
    const lost = (drawnMs[round] ?? Infinity) - (t.at(-1) ?? 0);
    expect(lost, `of the line of ${String(drawnMs[round])} ms`).toBeLessThanOrEqual(LOST_MS);
    expect(x.length).toBeGreaterThan(2);
    for (const [at, one] of x.entries()) expect(one / 8 - 100 - at * STEP).toBeLessThan(1.5);
  }
});

/** From one reading to the next, in page units. */
const STEP = 3;

function yOf(round: number): number {
  return 300 + round * 250;
}

/** Draw, and leave the finger down when the line is so long; how long it is by its own readings. */
async function drawUntil(app: App, ms: number, round: number): Promise<number> {
  const { page } = app;
  const spanMs = await readings(page);
  const hand = await handOf(page, 'mouse');
  const places = Array.from({ length: 480 }, (_, at): Place => {
    return { x: 100 + at * STEP, y: yOf(round) };
  });
  const [first = { x: 0, y: 0 }, ...rest] = await app.inWindow(places);
  await hand.down(first);
  let span = 0;
  for (const place of rest) {
    await hand.along([place]);
    span = await spanMs();
    if (span >= ms) break;
  }
  if (span < ms) throw new Error('the sheet ended before the line');
  return span;
}

/** Listens to the readings of the next line; tells how long after the first the last one came. */
async function readings(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { signal } = new AbortController();
    const { dataset } = document.documentElement;
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        dataset['down'] = String(timeStamp);
        dataset['last'] = String(timeStamp);
      },
      { signal, capture: true },
    );
    addEventListener(
      'pointermove',
      ({ timeStamp }) => {
        dataset['last'] = String(timeStamp);
      },
      { signal, capture: true },
    );
  });
  return () =>
    page.evaluate(() => {
      const { down = '0', last = '0' } = document.documentElement.dataset;
      return Number(last) - Number(down);
    });
}
