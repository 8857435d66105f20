/**
 * Draws a child's drawing and a community map in the built app, through real pointer events, and keeps
 * the pictures the README and the installer show. Run `npm run build` first.
 */
import { chromium } from 'playwright';
import { preview } from 'vite';

import { findBrowser, LAUNCH_FLAGS } from '../tests/browser/find.mjs';
import { along, curve, round, scribble } from './child-hand.mjs';

const server = await preview({ preview: { port: 4300 } });
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'es-PE' });

await page.goto(address);
await page.getByRole('button', { name: 'Probar' }).click();
await press('vicuña');

await press('Dibujar');
await page.locator('.sheet canvas').first().waitFor({ state: 'attached' });
await drawing();
await keep('static/screenshots/drawing.png');
await page.goBack();

await press('Mapa');
await page.locator('.sheet canvas').first().waitFor({ state: 'attached' });
await map();
await keep('static/screenshots/map.png');

await browser.close();
await server.close();

async function press(name) {
  await page.getByRole('button', { name, exact: true }).click();
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

async function crayon(colour, width) {
  for (const name of [colour, width]) {
    await press('Dibujar');
    if (!(await page.getByRole('button', { name, exact: true }).isVisible()))
      await press('Dibujar');
    await press(name);
  }
}

async function line(points) {
  await page.mouse.move(...(await place(points[0])));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...(await place(point)));
  await page.mouse.up();
}

async function drawing() {
  await crayon('verde', 'grueso');
  await line(
    curve([
      [20, 640],
      [220, 420],
      [420, 560],
      [640, 330],
      [900, 560],
      [1140, 400],
      [1380, 560],
      [1580, 470],
    ]),
  );
  const ridge = (x) => 620 - 110 * Math.sin(x / 190) ** 2;
  await line(scribble(40, 1560, ridge, () => 760, 60));
  await crayon('marrón', 'medio');
  await line(
    along([
      [500, 450],
      [640, 300],
      [780, 450],
    ]),
  );
  await crayon('blanco', 'grueso');
  await line(
    along([
      [600, 350],
      [640, 318],
      [680, 350],
      [640, 350],
    ]),
  );
  await crayon('celeste', 'grueso');
  await line(
    curve([
      [1040, 560],
      [1000, 680],
      [1120, 800],
      [1060, 930],
      [1200, 1060],
      [1180, 1180],
    ]),
  );
  await line(
    curve([
      [1075, 560],
      [1040, 690],
      [1160, 800],
      [1105, 930],
      [1245, 1060],
      [1225, 1180],
    ]),
  );
  await crayon('azul', 'fino');
  for (const y of [700, 820, 960, 1090])
    await line(
      curve([
        [1060 + (y - 700) * 0.3, y],
        [1090 + (y - 700) * 0.3, y - 14],
        [1120 + (y - 700) * 0.3, y],
      ]),
    );
  await crayon('amarillo', 'grueso');
  await line(round(1370, 190, 60));
  await line(round(1370, 190, 30));
  await crayon('amarillo', 'medio');
  for (let ray = 0; ray < 9; ray++) {
    const angle = (ray / 9) * Math.PI * 2;
    const at = (r) => [1370 + Math.cos(angle) * r, 190 + Math.sin(angle) * r];
    await line(along([at(105), at(165)]));
  }
  await crayon('adobe', 'grueso');
  await line(
    scribble(
      250,
      560,
      () => 800,
      () => 1010,
      56,
    ),
  );
  await crayon('marrón', 'medio');
  await line(
    along([
      [225, 790],
      [225, 1030],
      [590, 1030],
      [590, 790],
    ]),
  );
  await crayon('rojo', 'grueso');
  await line(
    along([
      [190, 800],
      [405, 640],
      [625, 800],
      [190, 800],
    ]),
  );
  await line(
    scribble(
      260,
      560,
      (x) => 660 + Math.abs(x - 405) * 0.62,
      () => 780,
      60,
    ),
  );
  await crayon('marrón', 'grueso');
  await line(
    along([
      [405, 1020],
      [405, 900],
    ]),
  );
  await line(
    along([
      [435, 1020],
      [435, 900],
    ]),
  );
  await crayon('celeste', 'grueso');
  await line(
    along([
      [300, 880],
      [330, 880],
    ]),
  );
  await line(
    along([
      [510, 880],
      [540, 880],
    ]),
  );
  await person(760, 900, 'rojo', 120);
  await person(900, 950, 'azul', 90);
  for (const [x, y] of [
    [1360, 800],
    [1480, 880],
  ])
    await sheep(x, y);
  await crayon('marrón', 'medio');
  await line(
    along([
      [120, 900],
      [120, 720],
    ]),
  );
  await crayon('verde', 'grueso');
  await line(round(120, 680, 55));
  await line(round(120, 670, 22));
  await crayon('negro', 'fino');
  for (const [x, y] of [
    [880, 190],
    [980, 140],
    [800, 130],
  ])
    await line(
      curve([
        [x - 40, y - 16],
        [x - 16, y - 24],
        [x, y],
        [x + 16, y - 24],
        [x + 40, y - 16],
      ]),
    );
  await crayon('rojo', 'medio');
  for (const [x, y] of [
    [700, 1120],
    [860, 1140],
    [330, 1120],
    [1400, 1100],
  ]) {
    await line(round(x, y, 12, 3));
  }
  await crayon('verde', 'fino');
  for (const [x, y] of [
    [700, 1135],
    [860, 1155],
    [330, 1135],
    [1400, 1115],
  ])
    await line(
      along([
        [x, y],
        [x + 4, y + 45],
      ]),
    );
}

async function person(x, y, colour, tall) {
  await crayon('piel', 'grueso');
  await line(round(x, y - tall * 0.55, tall * 0.16, 3));
  await crayon('negro', 'medio');
  await line(
    curve([
      [x - tall * 0.24, y - tall * 0.5],
      [x - tall * 0.2, y - tall * 0.78],
      [x, y - tall * 0.86],
      [x + tall * 0.2, y - tall * 0.78],
      [x + tall * 0.24, y - tall * 0.5],
    ]),
  );
  await crayon(colour, 'grueso');
  await line(
    along([
      [x, y - tall * 0.2],
      [x - tall * 0.2, y + tall * 0.4],
      [x + tall * 0.2, y + tall * 0.4],
      [x, y - tall * 0.2],
    ]),
  );
  await crayon('piel', 'medio');
  await line(
    along([
      [x - tall * 0.1, y],
      [x - tall * 0.5, y + tall * 0.1],
    ]),
  );
  await line(
    along([
      [x + tall * 0.1, y],
      [x + tall * 0.5, y + tall * 0.1],
    ]),
  );
  await line(
    along([
      [x - tall * 0.12, y + tall * 0.5],
      [x - tall * 0.12, y + tall * 0.8],
    ]),
  );
  await line(
    along([
      [x + tall * 0.12, y + tall * 0.5],
      [x + tall * 0.12, y + tall * 0.8],
    ]),
  );
  await crayon('negro', 'fino');
  await line([[x - tall * 0.08, y - tall * 0.58]]);
  await line([[x + tall * 0.08, y - tall * 0.58]]);
  await line(
    curve(
      [
        [x - tall * 0.08, y - tall * 0.46],
        [x, y - tall * 0.42],
        [x + tall * 0.08, y - tall * 0.46],
      ],
      1,
    ),
  );
}

async function sheep(x, y) {
  await crayon('piel clara', 'grueso');
  await line(round(x, y, 30));
  await line(round(x + 30, y, 26));
  await crayon('negro', 'medio');
  await line(round(x - 44, y - 12, 9, 3));
  for (const dx of [-14, 10, 34, 54])
    await line(
      along(
        [
          [x + dx, y + 40],
          [x + dx, y + 72],
        ],
        2,
      ),
    );
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
  await crayon('celeste', 'grueso');
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
  await crayon('adobe', 'medio');
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
  await crayon('verde', 'grueso');
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
