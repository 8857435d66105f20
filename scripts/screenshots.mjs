/**
 * Draws a child's drawing and a community map in the built app, through real pointer events, and keeps
 * the pictures the README and the installer show. Run `npm run build` first.
 */
import { chromium } from 'playwright';
import { preview } from 'vite';

import { findBrowser, LAUNCH_FLAGS } from '../tests/browser/find.mjs';
import { curve, scribble } from './child-hand.mjs';
import { drawing } from './drawing.mjs';

const server = await preview({
  preview: { port: 4300 },
  build: { outDir: process.env.SHOTS_DIST ?? 'dist' },
});
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'es-PE' });

await page.goto(address);
await press('Probar');
await press('vicuña');

await begin('Dibujar');
await drawing({ hold, line, pour });
await keep('static/screenshots/drawing.png');
await press('Ya terminé');
await press('Guardar');

await begin('Mapa');
await map();
await keep('static/screenshots/map.png');

await browser.close();
await server.close();

async function press(name) {
  await page.getByRole('button', { name, exact: true }).click();
}

async function begin(activity) {
  await press(activity);
  await page.locator('.sheet canvas').first().waitFor({ state: 'attached' });
}

async function keep(path) {
  await page.locator('output[data-safety=saved]').waitFor();
  await page.mouse.move(640, 790);
  await page.screenshot({ path });
}

async function place([x, y]) {
  const { left, top, width } = await page
    .locator('.sheet')
    .evaluate((sheet) => sheet.getBoundingClientRect().toJSON());
  return [left + (x * width) / 1600, top + (y * width) / 1600];
}

/** Take these out of the tin, by their names. */
async function hold(...names) {
  const tin = page.getByRole('group', { name: 'Crayones', exact: true });
  for (const name of names) {
    while (!(await tin.isVisible())) await page.locator('.tools button').first().click();
    await tin.getByRole('button', { name, exact: true }).click();
  }
  if (await tin.isVisible()) await page.locator('.tools button').first().click();
}

async function line(points) {
  await page.mouse.move(...(await place(points[0])));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...(await place(point)));
  await page.mouse.up();
}

/** Pour paint; it is there when one entry more is kept. */
async function pour(colour, at) {
  await hold('Pintar', colour);
  await page.locator('output[data-safety=saved]').waitFor();
  const kept = Number(await page.locator('output').first().getAttribute('data-kept'));
  await page.mouse.click(...(await place(at)));
  await page.locator(`output[data-kept="${kept + 1}"]`).waitFor();
}

async function put(symbol, x, y) {
  if (!(await page.getByRole('button', { name: symbol, exact: true }).isVisible())) {
    await page.locator('.rail button[aria-expanded]').nth(1).click();
  }
  await press(symbol);
  await page.mouse.click(...(await place([x, y])));
}

async function join(from, to) {
  await page.mouse.move(...(await place(from)));
  await page.mouse.down();
  await page.mouse.move(...(await place([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])));
  await page.mouse.move(...(await place(to)));
  await page.mouse.up();
}

async function map() {
  await hold('Crayón', 'celeste', 'grueso');
  for (const dx of [0, 44])
    await line(
      curve([
        [1010 + dx, 20],
        [960 + dx, 220],
        [1080 + dx, 430],
        [1010 + dx, 660],
        [1120 + dx, 900],
        [1080 + dx, 1180],
      ]),
    );
  await hold('Crayón', 'adobe', 'medio');
  await line(
    curve([
      [60, 760],
      [330, 700],
      [560, 780],
      [800, 700],
      [1010, 730],
      [1290, 650],
      [1560, 700],
    ]),
  );
  await line(
    curve([
      [560, 780],
      [600, 960],
      [500, 1160],
    ]),
  );
  await hold('Crayón', 'verde', 'grueso');
  await line(
    curve([
      [30, 330],
      [180, 150],
      [330, 280],
      [480, 110],
      [680, 300],
    ]),
  );
  await line(
    scribble(
      80,
      640,
      (x) => 240 + 60 * Math.sin(x / 60),
      () => 360,
      70,
    ),
  );
  const things = {
    casa: [300, 600],
    'casa 2': [560, 640],
    escuela: [800, 560],
    'posta de salud': [1330, 520],
    iglesia: [800, 880],
    chacra: [240, 950],
    árbol: [1480, 850],
    mamá: [430, 860],
    gallina: [680, 1050],
    vaca: [1300, 980],
    perro: [420, 1080],
    'pastor, pastora': [1480, 1080],
  };
  for (const [name, at] of Object.entries(things)) await put(name.replace(/ \d$/, ''), ...at);
  await press('Unir');
  for (const [from, to] of [
    ['mamá', 'gallina'],
    ['mamá', 'escuela'],
    ['casa', 'casa 2'],
    ['pastor, pastora', 'vaca'],
    ['casa 2', 'iglesia'],
    ['escuela', 'posta de salud'],
    ['perro', 'mamá'],
  ]) {
    await join(things[from], things[to]);
  }
}
