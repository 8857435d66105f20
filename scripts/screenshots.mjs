/**
 * Draws a child's drawing and a community map in the built app, through real pointer events, and keeps
 * the pictures the README and the installer show; and one sheet with every picture. Run `npm run build` first.
 */
import { chromium } from 'playwright';
import { createServer, preview, runnerImport } from 'vite';

import { findBrowser, LAUNCH_FLAGS } from '../tests/browser/find.mjs';
import { drawing } from './drawing.mjs';
import { map } from './map.mjs';

const { App } = (await runnerImport('./tests/e2e/app.ts')).module;
const { BRUSHES, CRAYONS } = (await runnerImport('./src/domain/crayon.ts')).module;

const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
await theApp();
await everyPicture();
await browser.close();

async function theApp() {
  const outDir = process.env.SHOTS_DIST ?? 'dist';
  const server = await preview({ preview: { port: 4300 }, build: { outDir } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'es-PE' });
  const app = new App(page);
  await app.visit('', server.resolvedUrls.local[0]);
  await app.tryIt('vicuna');
  await app.begin('drawing');
  await drawing(handsOf(app));
  await keep(app, 'static/screenshots/drawing.png');
  await app.finish('keep');
  await app.begin('map', 'first');
  await map(app, handsOf(app));
  await keep(app, 'static/screenshots/map.png');
  await server.close();
}

async function keep(app, path) {
  await app.allSaved();
  await app.page.mouse.move(640, 790);
  await app.page.screenshot({ path });
}

/** What the drawings are drawn with: names out of the tin, lines and poured paint. */
function handsOf(app) {
  let [crayon, width] = ['black', 'middle'];
  return {
    hold: async (...names) => {
      for (const name of names) {
        if (BRUSHES.includes(name)) await app.takeBrush(name);
        else if (CRAYONS.includes(name)) crayon = name;
        else width = name;
      }
      await app.takeCrayon(crayon, width);
    },
    /** Each place waits for the one before: sent at once, the mouse's events may overtake each other. */
    line: async (points) => {
      const [first, ...rest] = await app.inWindow(points.map(([x, y]) => ({ x, y })));
      const { mouse } = app.page;
      await mouse.move(first.x, first.y);
      await mouse.down();
      for (const { x, y } of rest) await mouse.move(x, y);
      await mouse.up();
    },
    pour: (colour, [x, y]) => app.kept(1, () => app.pourAt(colour, { x, y })),
  };
}

/** The gallery, which only the development server has. */
async function everyPicture() {
  const server = await createServer({ server: { port: 4301 } });
  await server.listen();
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 }, locale: 'es-PE' });
  await page.goto(`${server.resolvedUrls.local[0]}#/gallery`);
  await page.locator('.contact-sheet').screenshot({ path: 'docs/pictures.png' });
  await server.close();
}
