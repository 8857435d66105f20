/** Files as they come from sticks, mails and strangers; and a good one, looked into. */
import { crc32, deflateRawSync } from 'node:zlib';

import { expect, test, type Locator, type Page } from '@playwright/test';
import { zipSync } from 'fflate';

import type { ProblemCode } from '#i18n/messages.ts';

import { VERSION } from '#files/session-file.ts';

import { App, type Chosen, type Handed } from './app.ts';
import { handOf, stroke, type Place } from './hands.ts';
import { meanAt, pixelsOf, type Pixels } from './png.ts';
import { sumOf } from './tablet.ts';
import { filesOf, honest, packedAgain, zipOfClaims } from './zips.ts';

const GREEN = '#3f8a37';
const PICTURE = 'works/01-map-page-01.png';
const BOMB_BYTES = 300 * 2 ** 20;
/** Half the side of what is compared at a place, in page units: the paper's grain is finer. */
const PATCH = 5;
/** No file keeps a person waiting longer. */
const MOST_MS = 2_000;

let good: Handed;
let page: Page;
let app: App;

/** A file is made and handed over; then the screen for files, on a tablet that has works of its own. */
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  app = new App(page);
  await app.visit();
  await app.tryIt('vicuna');
  await app.begin('map');
  await app.kept(5, async () => {
    await app.putByTap('school', 500, 400);
    await app.putByTap('house', 1100, 400);
    await app.join({ x: 500, y: 400 }, { x: 1100, y: 400 });
    await app.takeCrayon('green', 'thick');
    await app.drawLine([
      { x: 300, y: 900 },
      { x: 800, y: 900 },
      { x: 1300, y: 900 },
    ]);
    await app.rubOut([
      { x: 1000, y: 800 },
      { x: 1000, y: 900 },
      { x: 1000, y: 1000 },
    ]);
  });
  await app.finish('keep');
  good = await app.handOver();
  await app.goHome();
  await app.button('welcome.open').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(app.says('open.title'));
});

test.afterAll(() => page.close());

const bombed = (): Buffer => zipOfClaims([honest('session.json', Buffer.alloc(BOMB_BYTES))]);

const BAD: readonly (readonly [string, ProblemCode, () => Buffer])[] = [
  ['that is empty', 'session-file/not-ours', () => Buffer.alloc(0)],
  ['that is no zip', 'session-file/not-ours', () => Buffer.from('%PDF-1.7 a letter to the school')],
  [
    'of somebody else',
    'session-file/not-ours',
    () => packedAgain({ 'letter.txt': Buffer.from('hello') }),
  ],
  ['inside another zip', 'session-file/not-ours', () => packedAgain({ [good.name]: good.bytes })],
  ['cut in half', 'session-file/cut', () => good.bytes.subarray(0, good.bytes.length / 2)],
  ['without its last byte', 'session-file/cut', () => good.bytes.subarray(0, -1)],
  ['with one bit turned in a picture', 'session-file/altered', () => turned(PICTURE)],
  ['whose picture was swapped', 'session-file/altered', () => swapped()],
  ['of a newer app', 'session-file/newer-than-app', () => ofVersion(VERSION + 1)],
  [
    'with a file too many',
    'session-file/strange',
    () => packedAgain({ ...filesOf(good.bytes), 'works/extra.png': Buffer.from('x') }),
  ],
  ['that lacks a picture', 'session-file/strange', () => without(PICTURE)],
  ['whose journal was rewritten', 'session-file/broken', () => rewritten()],
  [
    'with a path that climbs out',
    'session-file/altered',
    () => packedAgain({ ...filesOf(good.bytes), '../evil.json': Buffer.from('{}') }),
  ],
  [
    'with a path from the root',
    'session-file/altered',
    () => packedAgain({ ...filesOf(good.bytes), '/etc/passwd': Buffer.from('x') }),
  ],
  [
    'whose part holds more than it says',
    'session-file/altered',
    () =>
      readmePacked((_, content) => deflateRawSync(Buffer.concat([content, Buffer.from('more')]))),
  ],
  [
    'whose part has bytes behind its end',
    'session-file/altered',
    () => readmePacked((packed) => Buffer.concat([packed, Buffer.from('and more')])),
  ],
  ['that is a bomb', 'session-file/too-large', bombed],
  ['that is a bomb and lies about it', 'session-file/altered', () => lyingBomb()],
];

for (const [what, code, make] of BAD) {
  test(`[F5] a file ${what} is refused as ${code}, at once, and nothing is changed`, async () => {
    const before = await sumOf(page);
    const buffer = make();
    await page.evaluate(() => performance.mark('chosen'));
    await app.openFile(zip(buffer));
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(app.says(`problem.${code}`));
    await expect(alert).toContainText(code);
    await expect(alert).toContainText(app.says('open.nothing-changed'));
    await expect(alert).toHaveCount(1);
    await expect(page.locator('figure')).toHaveCount(0);
    expect(await page.evaluate(() => performance.measure('said', 'chosen').duration)).toBeLessThan(
      MOST_MS,
    );
    expect(await sumOf(page)).toBe(before);
  });
}

test('[F5] a file that was refused can be chosen again once it was mended', async () => {
  await app.openFile(zip(turned(PICTURE)));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveValue('');
});

test('[F6][F5] after a bad file a good one opens, and the other way round', async () => {
  await app.openFile(zip(turned(PICTURE)));
  await expect(page.getByRole('alert')).toBeVisible();
  await app.openFile(zip(good.bytes));
  await expect(page.locator('figure .sheet')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await app.openFile(zip(turned(PICTURE)));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('figure')).toHaveCount(0);
});

test('[F13] a good file shows the same picture as its own image, and changes nothing', async () => {
  const before = await sumOf(page);
  await app.openFile(zip(good.bytes));
  await expect(page.getByRole('heading', { level: 2 })).toContainText(app.says('open.read-only'));
  const sheet = page.locator('figure .sheet');
  await expect(sheet).toHaveCount(1);
  await expect(page.locator('figcaption')).toContainText(
    app.says('open.counts', { strokes: 1, items: 2, links: 1 }),
  );

  // A sheet is painted a moment after it is there.
  await expect.poll(() => app.colourAt({ x: 600, y: 900 }, sheet)).toBe(GREEN);

  const image = pixelsOf(Buffer.from(filesOf(good.bytes)[PICTURE] ?? []));
  const places = Array.from({ length: 1_200 }, (_, at) => ({
    x: 20 + (at % 40) * 40,
    y: 20 + Math.floor(at / 40) * 40,
  }));
  const seen = await stillOf(sheet);
  const shown = pixelsOf(seen);
  const [inImage, onScreen] = [2, shown.width / 1600];
  const patch = (picture: Pixels, { x, y }: Place, scale: number): string =>
    meanAt(picture, x * scale, y * scale, PATCH * scale);
  const alike = places.filter((place) =>
    near(patch(image, place, inImage), patch(shown, place, onScreen)),
  );
  expect(alike.length).toBeGreaterThan(places.length * 0.99);
  expect(await app.colourAt({ x: 600, y: 900 }, sheet)).toBe(GREEN);
  expect(await app.colourAt({ x: 1000, y: 900 }, sheet)).toBe('#ffffff');

  const box = await sheet.boundingBox();
  const [left, top] = [box?.x ?? 0, box?.y ?? 0];
  await stroke(await handOf(page, 'touch'), [
    { x: left + 50, y: top + 50 },
    { x: left + 150, y: top + 90 },
  ]);
  expect((await sheet.screenshot()).equals(seen)).toBe(true);
  expect(await sumOf(page)).toBe(before);
});

/** How a sheet looks once nothing of it is painted any more: lines, pictures and links come one after the other. */
async function stillOf(sheet: Locator): Promise<Buffer> {
  let seen = await sheet.screenshot();
  await expect
    .poll(async () => {
      const before = seen;
      seen = await sheet.screenshot();
      return seen.equals(before);
    })
    .toBe(true);
  return seen;
}

function zip(buffer: Buffer): Chosen {
  return { name: 'session.zip', mimeType: 'application/zip', buffer };
}

/** One bit of this file's bytes is another; its name stands just before them. */
function turned(name: string): Buffer {
  const zip = Buffer.from(good.bytes);
  const at = zip.indexOf(name) + name.length + 2_000;
  zip[at] = (zip[at] ?? 0) ^ 1;
  return zip;
}

function swapped(): Buffer {
  const files = filesOf(good.bytes);
  const mtime = '1980-01-01T00:00:00';
  const others = {
    ...files,
    [PICTURE]: files['works/01-map-page-01-annotated.png'] ?? Buffer.alloc(0),
  };
  return Buffer.from(zipSync(others, { mtime }));
}

function ofVersion(version: number): Buffer {
  return withJson((json) =>
    json.replace(`"version": ${String(VERSION)}`, `"version": ${String(version)}`),
  );
}

function rewritten(): Buffer {
  return withJson((json) => json.replace('"symbol": "school"', '"symbol": "church"'));
}

function withJson(change: (json: string) => string): Buffer {
  const files = filesOf(good.bytes);
  const json = Buffer.from(files['session.json'] ?? []).toString();
  const changed = change(json);
  if (changed === json) throw new Error('the file has not what this test changes');
  return packedAgain({ ...files, 'session.json': Buffer.from(changed) });
}

function without(name: string): Buffer {
  const files = Object.entries(filesOf(good.bytes)).filter(([file]) => file !== name);
  return packedAgain(Object.fromEntries(files));
}

/** Every sum holds, but the README is packed otherwise: other programs would read another file. */
function readmePacked(otherwise: (packed: Buffer, content: Buffer) => Buffer): Buffer {
  const files = Object.entries(filesOf(good.bytes));
  return zipOfClaims(
    files.map(([name, bytes]) => {
      const content = Buffer.from(bytes);
      const claim = honest(name, content);
      return name === 'README.txt' ? { ...claim, packed: otherwise(claim.packed, content) } : claim;
    }),
  );
}

/** It says to be a thousand zeros, with their true sum, and unpacks to 300 MB of them. */
function lyingBomb(): Buffer {
  const zeros = Buffer.alloc(1_000);
  const packed = deflateRawSync(Buffer.alloc(BOMB_BYTES));
  return zipOfClaims([{ name: 'session.json', packed, crc: crc32(zeros), bytes: zeros.length }]);
}

function near(one: string, other: string): boolean {
  const parts = (colour: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const others = parts(other);
  return parts(one).every((part, at) => Math.abs(part - (others[at] ?? 0)) < 48);
}
