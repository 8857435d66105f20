/** [F9]: the pictures that leave the tablet show everything where it lies on the page. */
import { describe, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import type { AnnotatedSheet } from '#picture/annotated.ts';
import { annotatedImage, cleanImage } from '#stage/image.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { Finger } from './hands.ts';
import { baked, bare } from './baked.ts';
import { aStage, colour, differences, lookAt, PAPER, type Colour, type Look } from './paper.ts';
import { play } from './play.ts';
import { aTable, pageOf } from './tablet.ts';

const RED = colour(COLOUR_OF.red);
const GREEN = colour('#00aa00');
const LINK = colour('#2a2019');

function green(): {
  width: number;
  height: number;
  shapes: [{ kind: 'path'; d: string; fill: string }];
} {
  return {
    width: 32,
    height: 32,
    shapes: [{ kind: 'path', d: 'M0 0h32v32h-32z', fill: '#00aa00' }],
  };
}

/** Two pictures and the line between them, a line below the first and one above it, half rubbed out. */
async function aPage(): Promise<Page> {
  const { bench } = await aTable('map');
  const { stage, host } = aStage(bench.touch, { of: green });
  bench.attach(stage);
  bench.brush = 'brush';
  bench.crayon = 'red';
  const finger = new Finger(host);
  bench.pick('draw');
  finger.line([
    { x: 200, y: 360 },
    { x: 600, y: 360 },
  ]);
  bench.take('house');
  finger.tap(400, 400);
  bench.take('school');
  finger.tap(1200, 400);
  bench.pick('join');
  bench.bind({ valence: 'support', direction: 'there' });
  finger.line([
    { x: 400, y: 400 },
    { x: 1200, y: 400 },
  ]);
  bench.pick('draw');
  finger.line([
    { x: 200, y: 440 },
    { x: 600, y: 440 },
  ]);
  bench.pick('rub-out');
  finger.line([
    { x: 560, y: 440 },
    { x: 660, y: 440 },
  ]);
  return pageOf(bench);
}

/** The image decoded, and its colour at a place in its own pixels. */
async function decoded(
  png: Uint8Array<ArrayBuffer>,
): Promise<{ width: number; height: number; at: (place: Point) => Colour }> {
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = present(canvas.getContext('2d'), 'a canvas can be painted on');
  context.drawImage(bitmap, 0, 0);
  return {
    width: bitmap.width,
    height: bitmap.height,
    at: ({ x, y }) => {
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(x, y, 1, 1).data;
      return [red, green, blue, alpha];
    },
  };
}

test('[F9] the clean picture shows ink, pictures and lines where they lie, on white paper', async () => {
  const { width, height, at } = await decoded(await cleanImage(await aPage(), green));
  const seen = (x: number, y: number): Colour => at({ x: x * 2, y: y * 2 });

  expect([width, height]).toEqual([3200, 2400]);
  expect(seen(1000, 1000)).toEqual(PAPER);
  expect(seen(1, 1)).toEqual(PAPER);
  expect(seen(1599, 1199)).toEqual(PAPER);
  expect(seen(250, 360)).toEqual(RED);
  expect(seen(400, 360)).toEqual(GREEN);
  expect(seen(400, 440)).toEqual(RED);
  expect(seen(545, 440)).toEqual(PAPER);
  expect(seen(800, 400)).toEqual(LINK);
});

test('[F9] the annotated picture has the page in its place, between what is under and over it', async () => {
  const sheet: AnnotatedSheet = {
    width: 1800,
    height: 1400,
    page: { x: 60, y: 120 },
    under: [
      { kind: 'path', d: 'M0 0h1800v1400h-1800z', fill: '#abcdef' },
      { kind: 'path', d: 'M60 120h1600v1200h-1600z', fill: '#ffffff' },
    ],
    over: [
      {
        kind: 'placed',
        x: 1700,
        y: 100,
        scale: 2,
        shapes: [{ kind: 'path', d: 'M0 0h20v20h-20z', fill: '#123456' }],
      },
    ],
  };
  const { width, height, at } = await decoded(
    await annotatedImage(sheet, await aPage(), { pictureOf: green, letters: [] }),
  );
  const seen = (x: number, y: number): Colour =>
    at({ x: Math.round(x * 1.5), y: Math.round(y * 1.5) });

  expect([width, height]).toEqual([2700, 2100]);
  expect(seen(30, 60)).toEqual(colour('#abcdef'));
  expect(seen(60 + 1000, 120 + 1000)).toEqual(PAPER);
  expect(seen(60 + 250, 120 + 360)).toEqual(RED);
  expect(seen(60 + 400, 120 + 360)).toEqual(GREEN);
  expect(seen(60 + 800, 120 + 400)).toEqual(LINK);
  expect(seen(1720, 120)).toEqual(colour('#123456'));
  expect(seen(1690, 90)).toEqual(colour('#abcdef'));
});

describe('[I27] in bands', () => {
  /** Three bands high at a scale of 1, five at 2; crayon, marker, rubbing and pictures across their seams. */
  async function aDrawnPage(): Promise<{ page: Page; live: Look }> {
    const { bench } = await aTable('map');
    const { stage, host } = aStage(bench.touch);
    bench.attach(stage);
    await play(bench, host, { seed: 51, acts: 40 });
    return { page: pageOf(bench), live: lookAt(host) };
  }

  async function pixelsOf(png: Uint8Array<ArrayBuffer>): Promise<Uint32Array> {
    const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = present(canvas.getContext('2d'), 'a canvas can be painted on');
    context.drawImage(bitmap, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
  }

  test.each([0.5, 1, 2])(
    '[I27] the image at scale %d is the page painted at once',
    async (scale) => {
      const { page } = await aDrawnPage();
      const whole = bare(page);
      const pixels = await pixelsOf(await cleanImage(whole, pictureOf, scale));
      expect(differences({ pixels, above: [] }, { ...baked(whole, scale), above: [] })).toEqual([]);
    },
  );

  test('[I8] painted in the page, painted in a worker and seen on the sheet are the same pixels', async () => {
    const { page, live } = await aDrawnPage();
    const pixels = await pixelsOf(await cleanImage(bare(page), pictureOf, 0.5));
    expect(differences({ pixels, above: live.above }, live)).toEqual([]);
  });

  test('[I27] on an annotated sheet the page is the same pixels as alone', async () => {
    const { page } = await aDrawnPage();
    const sheet: AnnotatedSheet = {
      width: 1800,
      height: 1400,
      page: { x: 60, y: 120 },
      under: [{ kind: 'path', d: 'M0 0h1800v1400h-1800z', fill: '#ffffff' }],
      over: [],
    };
    const whole = bare(page);
    const all = await pixelsOf(await annotatedImage(sheet, whole, { pictureOf, letters: [] }));
    const alone = baked(whole, 1.5).pixels;
    const cut = Uint32Array.from({ length: alone.length }, (_, at) => {
      return all[(Math.floor(at / 2400) + 180) * 2700 + (at % 2400) + 90] ?? 0;
    });
    expect(differences({ pixels: cut, above: [] }, { pixels: alone, above: [] })).toEqual([]);
  });

  test('[I27] it tells how far it is, band by band', async () => {
    const { page } = await aDrawnPage();
    const parts: number[][] = [];
    await cleanImage(page, pictureOf, 2, { onPart: (done, of) => parts.push([done, of]) });
    expect(parts).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]));
  });

  test('[I27] called off it ends at once, before, between its bands, and not after', async () => {
    const { page } = await aDrawnPage();
    const before = AbortSignal.abort();
    await expect(cleanImage(page, pictureOf, 2, { signal: before })).rejects.toThrow('called off');

    const between = new AbortController();
    const parts: number[] = [];
    const onPart = (done: number): void => {
      parts.push(done);
      between.abort();
    };
    const called = cleanImage(page, pictureOf, 2, { signal: between.signal, onPart });
    await expect(called).rejects.toMatchObject({ name: 'AbortError' });
    expect(parts).toEqual([1]);

    const after = new AbortController();
    const png = await cleanImage(page, pictureOf, 0.5, { signal: after.signal });
    after.abort();
    expect(png.length).toBeGreaterThan(1_000);
  });

  test('[I27] a worker that breaks is a failure that is said', async () => {
    const { page } = await aDrawnPage();
    const broken = {
      ...page,
      strokes: [
        { ...page.strokes[0]!, line: { ...page.strokes[0]!.line, samples: Uint8Array.of(0) } },
      ],
    };
    await expect(cleanImage(broken, pictureOf, 0.5)).rejects.toThrow();
  });
});
