/**
 * Measures every page named here in the same way and the same run, and writes ratios to the floor:
 * docs/bench.md and reports/bench.json. Thread time from a trace, one pointer event a frame.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

import { chromium } from 'playwright';
import { build, preview } from 'vite';

import { findBrowser, LAUNCH_FLAGS } from '../tests/browser/find.mjs';
import { peakWhile } from './memory.mjs';
import { tableOf } from './table.mjs';
import { cpuOf } from './trace.mjs';

const REPEATS = Number(process.env.BENCH_REPEATS ?? 3);
const SIZES = [0, 1_000, 10_000];
const VIEWPORT = { width: 1280, height: 800 };

await build({ configFile: 'bench/vite.config.ts', logLevel: 'warn' });
const server = await preview({ configFile: 'bench/vite.config.ts', preview: { port: 4310 } });
const address = server.resolvedUrls.local[0];
const flags = [...LAUNCH_FLAGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'];
const host = await chromium.launchServer({ executablePath: findBrowser(), args: flags });
const browser = await chromium.connect(host.wsEndpoint());

const results = [];
for (let repeat = 0; repeat < REPEATS; repeat++) {
  const result = {};
  for (const size of SIZES) {
    result[`floor ${size}`] = await drawing('floor', size);
    result[`app ${size}`] = await drawing('app', size);
  }
  result.scribble = await scribble();
  result.blocked = await blocked();
  result.throttled = await throttled();
  result.full = await full();
  result.drag = await dragging();
  results.push(result);
  publish();
}
await host.close();
await server.close();
process.exit(0);

/** Written after every repeat: a run that is cut short has still measured. */
function publish() {
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/bench.json', `${JSON.stringify(results, undefined, 1)}\n`);
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} x ${cpus()[0].model.trim()}`;
  const where = `${day}, Chromium ${browser.version()} headless, ${machine}, ${results.length} repeats.`;
  const table = `${where}\n\n${tableOf(results)}`;
  writePage(table);
  console.log(table);
}

/** The table stands between two marks; the words around it are written by people. */
function writePage(text) {
  const page = readFileSync('docs/bench.md', 'utf8');
  const [before] = page.split('<!-- table -->');
  const [, after] = page.split('<!-- end -->');
  writeFileSync('docs/bench.md', `${before}<!-- table -->\n\n${text}\n\n<!-- end -->${after}`);
}

async function open(name, strokes = 0) {
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 2 });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.goto(`${address}${name}.html`);
  await page.evaluate(() => window.bench.ready);
  if (strokes > 0) await page.evaluate((count) => window.bench.preload(count), strokes);
  const cdp = await context.newCDPSession(page);
  await frame(page);
  return { context, page, cdp };
}

function frame(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
}

/** A hand's way over the sheet; `share` of the sheet. */
function way(count, seed = 0, share = 1) {
  return Array.from({ length: count }, (_, at) => {
    const turn = (at + seed) / 9;
    const [x, y] = [Math.cos(turn) * (120 + (at % 160)), Math.sin(turn * 1.3) * 220];
    return [533 + x * share, 400 + y * share];
  });
}

async function draw(page, points) {
  await page.mouse.move(...points[0]);
  await page.mouse.down();
  for (const point of points.slice(1)) {
    await page.mouse.move(...point);
    await frame(page);
  }
  await page.mouse.up();
}

/** Thread time for each movement, script for each movement, and how long a pen-up holds the thread. */
async function drawing(name, strokes) {
  const { context, page, cdp } = await open(name, strokes);
  await draw(page, way(40, 7));
  await page.evaluate(() => window.bench.save());
  const points = way(200);
  const { moves, ups } = await cpuOf(cdp, () => draw(page, points));
  const durable = await page.evaluate(() => window.bench.save());
  await context.close();
  return { ...moves, up: ups, durable };
}

async function scribble() {
  const { context, page, cdp } = await open('app');
  const { moves } = await cpuOf(cdp, () => draw(page, way(520)));
  await context.close();
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const each = moves.each.slice(10, 510);
  return { ratio: mean(each.slice(-50)) / mean(each.slice(0, 50)) };
}

/** A pen at 240 readings a second while the thread is held for 100 ms at a time. */
async function blocked() {
  const { context, page, cdp } = await open('app');
  await page.evaluate(() => {
    const hold = () => {
      const until = performance.now() + 100;
      while (performance.now() < until);
      setTimeout(hold, 20);
    };
    setTimeout(hold, 60);
  });
  const points = way(241);
  const send = (type, [x, y]) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      pointerType: 'pen',
      force: 0.5,
      clickCount: 1,
    });
  const sent = [send('mousePressed', points[0])];
  for (const point of points.slice(1)) {
    await new Promise((done) => setTimeout(done, 4));
    sent.push(send('mouseMoved', point));
  }
  await Promise.all(sent);
  await send('mouseReleased', points.at(-1));
  await page.evaluate(() => window.bench.save());
  const { samples } = await page.evaluate(() => window.bench.count());
  await context.close();
  return { sent: points.length, kept: samples };
}

/** Frames while drawing over 10,000 strokes on a processor a quarter as fast. */
async function throttled() {
  const { context, page, cdp } = await open('app', 10_000);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    window.frames_ = [];
    let before = performance.now();
    const next = (now) => {
      window.frames_.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await draw(page, way(200));
  const frames = await page.evaluate(() => window.frames_.slice(10));
  await context.close();
  frames.sort((a, b) => a - b);
  return {
    p50: frames[Math.floor(frames.length / 2)],
    p99: frames[Math.floor(frames.length * 0.99)],
  };
}

/** A full sheet: undo, opening, memory, size, pictures. */
async function full() {
  const empty = await open('app');
  const emptyHeap = await heapOf(empty.cdp);
  await empty.context.close();
  const { context, page, cdp } = await open('app', 10_000);
  const heap = (await heapOf(cdp)) - emptyHeap;
  const bytes = await page.evaluate(() => window.bench.serialize());
  const { ups: penUp } = await cpuOf(cdp, () => draw(page, way(60, 3, 0.4)));
  const { samples } = await page.evaluate(() => window.bench.count());
  for (let stroke = 0; stroke < 30; stroke++) await draw(page, way(60, stroke * 12, 0.2));
  const undo = await page.evaluate(() => Array.from({ length: 30 }, () => window.bench.undo()));
  const older = await page.evaluate(() => Array.from({ length: 30 }, () => window.bench.undo()));
  await page.evaluate(() => window.bench.save());
  const reopen = await page.evaluate(() => window.bench.reopen());
  const png2 = await page.evaluate(() => window.bench.exportPng(2));
  const { value: png4, peakMB } = await peakWhile(host.process().pid, () =>
    page.evaluate(() => window.bench.exportPng(4)),
  );
  await context.close();
  return {
    heapMB: heap / 1e6,
    bytesPerSample: bytes / samples,
    undo: Math.max(...undo),
    undoOlder: Math.max(...older),
    penUp,
    reopen,
    png2,
    png4: { ...png4, peakMB },
  };
}

async function heapOf(cdp) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

async function dragging() {
  const { context, page, cdp } = await open('app');
  const items = Array.from({ length: 500 }, (_, at) => ({
    id: String(at),
    symbol: ['house', 'tree', 'cow', 'school', 'hen'][at % 5],
    x: 60 + (at % 25) * 60,
    y: 60 + Math.floor(at / 25) * 55,
    size: 60,
  }));
  const links = Array.from({ length: 500 }, (_, at) => ({
    from: String(at),
    to: String((at * 7 + 3) % 500 === at ? (at + 1) % 500 : (at * 7 + 3) % 500),
  }));
  const openMs = await page.evaluate(([a, b]) => window.bench.loadMap(a, b), [items, links]);
  // Once before it counts, as with lines: the first of all also pays for what the browser makes once.
  await draw(page, [unit(60 + 3 * 60, 60 + 15 * 55), unit(300, 900), unit(330, 900)]);
  await page.evaluate(() => window.bench.save());
  await page.mouse.move(...unit(60 + 12 * 60, 60 + 10 * 55));
  await frame(page);
  const { moves, downs, ups } = await cpuOf(cdp, async () => {
    await page.mouse.down();
    for (const [x, y] of way(150)) {
      await page.mouse.move(x, y);
      await frame(page);
    }
    await page.mouse.up();
    await frame(page);
  });
  const above = await page.evaluate(() =>
    Array.from({ length: 40 }, (_, at) => Math.max(window.bench.stamp(at), window.bench.ring(at))),
  );
  await context.close();
  return { ...moves, pick: downs, drop: ups, openMs, aboveMs: median(above) };
}

function unit(x, y) {
  return [(x * 1066.67) / 1600, (y * 800) / 1200];
}

function median(figures) {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}
