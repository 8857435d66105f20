/** Trying the app without a study, from the first screen to the opened file: every screen and panel, one after the other. */
import { expect, type Page } from '@playwright/test';

import { App } from './app.ts';
import type { Look } from './looking.ts';
import { drawVillage, mapVillage } from './village.ts';

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

/** From the first screen to what shows after an error of ours; looked at in this window and in a second one. */
export async function walkApp(app: App, lookAt: (page: Page) => Look): Promise<void> {
  const look = lookAt(app.page);
  await before(app, look);
  await practice(app, look);
  await draw(app, look);
  await map(app, look);
  await relate(app, look);
  await give(app, look);
  await inTwoWindows(app, lookAt);
  await mend(app, look);
}

/** The first screen, and what an adult sets before children come. */
async function before(app: App, look: Look): Promise<void> {
  const { page } = app;
  await expect(page.getByText(app.says('welcome.offline'))).toBeVisible();
  await look('welcome', 'child');
  await app.button('welcome.about').click();
  await expect(page.getByText(app.says('about.licence'))).toBeVisible();
  await look('about', 'adult');
  await app.goHome();
  await app.button('welcome.hand-over').click();
  await expect(page.getByText(app.says('hand-over.none'))).toBeVisible();
  await look('hand-over-none', 'adult');
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
}

async function practice(app: App, look: Look): Promise<void> {
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
}

async function draw(app: App, look: Look): Promise<void> {
  await app.begin('drawing');
  await drawVillage(app);
  await app.allSaved();
  await look('drawing', 'child');
  await app.openPanel('tool.draw');
  await look('drawing-tin', 'child');
  await app.closePanels();
  await app.openPanel('turn');
  await look('drawing-turn', 'child');
  await app.closePanels();
  await app.newPage();
  await look('drawing-new-page', 'child');
  await app.button('stop').click();
  await app.button('finish.throw-away').click();
  await expect(app.button('throw-away.leave')).toBeVisible();
  await look('throw-away', 'child');
  await app.button('throw-away.leave').click();
  await look('finish', 'child');
  await app.button('finish.keep').click();
}

/** A map with every panel of a child’s and an adult’s. */
async function map(app: App, look: Look): Promise<void> {
  const { page } = app;
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
  await app.beginNaming();
  await app.button('tray.draw-own').click();
  await look('map-tray-naming', 'child');
  await app.endNaming();
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
  await page.getByLabel(app.says('tell.words')).fill('Aquí vive Rosaura');
  await expect(page.getByText('Rosaura').last()).toBeVisible();
  await look('map-name', 'adult');
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
}

/** Circles, and the good and the bad day. */
async function relate(app: App, look: Look): Promise<void> {
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
}

/** The file, handed over and opened, whole and broken. */
async function give(app: App, look: Look): Promise<void> {
  const { page } = app;
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
}

async function inTwoWindows(app: App, lookAt: (page: Page) => Look): Promise<void> {
  const { page } = app;
  const other = new App(await page.context().newPage(), app.words);
  await other.visit();
  await expect(other.button('elsewhere.take-over')).toBeVisible();
  await lookAt(other.page)('other-window', 'adult');
  await other.button('elsewhere.take-over').click();
  await app.look();
  await expect(app.button('elsewhere.take-back')).toBeVisible();
  await lookAt(page)('taken-over', 'adult');
  await app.button('elsewhere.take-back').click();
}

/** What shows after an error of ours. */
async function mend(app: App, look: Look): Promise<void> {
  const { page } = app;
  await page.evaluate(() =>
    dispatchEvent(new ErrorEvent('error', { error: new Error('a stroke has a sample') })),
  );
  await expect(app.button('go.on')).toBeVisible();
  await look('mending', 'adult');
}
