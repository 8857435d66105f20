/** [M16]: soft regions where a child is safe or unsafe, below everything, see-through, and told apart in grey. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { AREAS, COLOUR_OF, WIDTHS, type Area } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import { cleanImage } from '#stage/image.ts';
import { pictureOf } from '#symbols/pictures.ts';
import type { PictureOf } from '#picture/shape.ts';
import { baked, bare } from './baked.ts';
import { allFrames } from './frames.ts';
import { Finger } from './hands.ts';
import {
  apart,
  aStage,
  canvasOf,
  colour,
  differences,
  lookAt,
  paintAt,
  painted,
  PAPER,
  pixelsOn,
} from './paper.ts';
import { poured } from './play.ts';
import { darkRuns, greyAt, greysAlong, type Seen } from './seen.ts';
import { aKit, aTable, openedAgain, pageOf, type Table } from './tablet.ts';

/** A finger that taps at the edge of the screen only rests there: let every sheet be within. */
beforeAll(() => page.viewport(2500, 2500));

const RED = colour(COLOUR_OF.red);
const SKY = colour(COLOUR_OF.sky);
const GREEN = colour('#00aa00');

const plain: PictureOf = () => ({
  width: 32,
  height: 32,
  shapes: [{ kind: 'path', d: 'M0 0h32v32h-32z', fill: '#00aa00' }],
});

type Sheet = Table & Readonly<{ host: HTMLElement; finger: Finger }>;

async function aSheet({
  ageBand = '9-11',
  of = plain,
  widthPx = 800,
}: {
  ageBand?: '6-8' | '9-11';
  of?: PictureOf;
  widthPx?: number;
} = {}): Promise<Sheet> {
  const table = await aTable('map', aKit(), ageBand);
  const { stage, host } = aStage(table.bench.touch, { of, widthPx });
  table.bench.attach(stage);
  table.bench.brush = 'brush';
  table.bench.crayon = 'red';
  table.bench.width = 'thick';
  return { ...table, host, finger: new Finger(host) };
}

/** Paint a region from one place to another. */
function region({ bench, finger }: Sheet, area: Area, from: Point, to: Point): void {
  bench.area = area;
  bench.pick('area');
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  finger.line([from, middle, to]);
}

function across({ bench, finger }: Sheet, tool: 'draw' | 'rub-out', y: number): void {
  bench.pick(tool);
  finger.line([
    { x: 200, y },
    { x: 800, y },
    { x: 1400, y },
  ]);
}

const FROM = { x: 300, y: 600 };
const TO = { x: 1300, y: 600 };

/** What a region leaves on bare paper at a place. */
async function aloneAt(area: Area, at: Point): Promise<ReturnType<typeof paintAt>> {
  const sheet = await aSheet();
  region(sheet, area, FROM, TO);
  return paintAt(sheet.host, at);
}

describe.each(AREAS)('a region that says %s', (area) => {
  test('[M16] lies below pictures and ink, whether it was painted before them or after', async () => {
    for (const order of ['before', 'after'] as const) {
      const sheet = await aSheet();
      if (order === 'before') region(sheet, area, FROM, TO);
      across(sheet, 'draw', 620);
      sheet.bench.take('house');
      sheet.finger.tap(1000, 600);
      if (order === 'after') region(sheet, area, FROM, TO);
      expect(paintAt(sheet.host, { x: 600, y: 620 })).toEqual(RED);
      expect(paintAt(sheet.host, { x: 1000, y: 560 })).toEqual(GREEN);
      const beside = { x: 600, y: 560 };
      expect(paintAt(sheet.host, beside)).toEqual(await aloneAt(area, beside));
      expect(paintAt(sheet.host, beside)).not.toEqual(PAPER);
    }
  });

  test('[M16] lets the paint below shine through', async () => {
    const sheet = await aSheet();
    const { bench, host, finger } = sheet;
    bench.crayon = 'sky';
    bench.pick('fill');
    bench.pick('draw');
    finger.down(700, 500).move(900, 500).move(900, 700).move(700, 700).move(700, 500).up();
    bench.pick('fill');
    await poured(bench, () => finger.tap(800, 600));
    expect(paintAt(host, { x: 800, y: 600 })).toEqual(SKY);
    region(sheet, area, FROM, TO);
    for (const at of [
      { x: 790, y: 590 },
      { x: 812, y: 607 },
    ]) {
      const [[red, green, blue], paper] = [paintAt(host, at), await aloneAt(area, at)];
      expect([red, green, blue]).not.toEqual(SKY.slice(0, 3));
      const blueOverRed = blue - red - (paper[2] - paper[0]);
      expect(blueOverRed).toBeGreaterThan(40);
    }
  });

  test('[M16] painted over itself in one go shows once, already while it is painted', async () => {
    const sheet = await aSheet();
    sheet.bench.area = area;
    sheet.bench.pick('area');
    const { x, y } = FROM;
    const at = { x: 600, y: 600 };
    const alone = await aloneAt(area, at);
    sheet.finger.down(x, y).move(900, y).move(x, y).move(900, y).move(x, y);
    expect(apart(paintAt(sheet.host, at), alone)).toBeLessThanOrEqual(2);
    sheet.finger.up();
    expect(paintAt(sheet.host, at)).toEqual(alone);
  });

  test('[M16] is rubbed out like ink just where the rubber passes, and undo brings it back', async () => {
    const sheet = await aSheet();
    region(sheet, area, FROM, TO);
    const before = lookAt(sheet.host);
    sheet.bench.width = 'thin';
    across(sheet, 'rub-out', 600);
    expect(paintAt(sheet.host, { x: 700, y: 600 })).toEqual(PAPER);
    expect(paintAt(sheet.host, { x: 700, y: 640 })).not.toEqual(PAPER);
    sheet.bench.undo();
    expect(differences(lookAt(sheet.host), before)).toEqual([]);
    sheet.bench.undo();
    expect(painted(lookAt(sheet.host))).toBe(0);
  });

  test('[M16] goes whole under the rubber of the youngest, and pictures on it stay', async () => {
    const sheet = await aSheet({ ageBand: '6-8' });
    region(sheet, area, FROM, TO);
    sheet.bench.take('house');
    sheet.finger.tap(1000, 600);
    sheet.bench.pick('rub-out');
    sheet.finger.tap(500, 640);
    expect(pageOf(sheet.bench).strokes).toEqual([]);
    expect(paintAt(sheet.host, { x: 700, y: 600 })).toEqual(PAPER);
    expect(paintAt(sheet.host, { x: 1000, y: 600 })).toEqual(GREEN);
    sheet.bench.undo();
    expect(paintAt(sheet.host, { x: 700, y: 600 })).not.toEqual(PAPER);
  });

  test('[M16] is painted by several hands at once, each under its own name', async () => {
    const { bench, host } = await aSheet();
    bench.dock(['zorro-01', 'llama-02']);
    bench.area = area;
    bench.pick('area');
    const [fox, llama] = [new Finger(host, 1), new Finger(host, 2)];
    fox.down(200, 1000);
    llama.down(200, 200);
    for (let x = 300; x < 1400; x += 100) {
      fox.move(x, 1000);
      llama.move(x, 200);
    }
    llama.up();
    fox.up();
    expect(bench.shown.strokes).toMatchObject([
      { by: 'llama-02', line: { tool: area } },
      { by: 'zorro-01', line: { tool: area } },
    ]);
    expect(differences(lookAt(host), baked(bench.shown, 0.5, plain))).toEqual([]);
  });

  test.each(WIDTHS)(
    '[M16] is a broad finger wide, also with a %s crayon in the tin',
    async (width) => {
      const sheet = await aSheet();
      sheet.bench.width = width;
      region(sheet, area, FROM, TO);
      for (const side of [-1, 1]) {
        expect(paintAt(sheet.host, { x: 800, y: 600 + side * 61 })).not.toEqual(PAPER);
        expect(paintAt(sheet.host, { x: 800, y: 600 + side * 69 })).toEqual(PAPER);
      }
    },
  );
});

describe('without colour', () => {
  /** How long dark stretches are, in page units, falling to the left and falling to the right. */
  function slants(seen: Seen): Readonly<{ left: number; right: number; contrast: number }> {
    const greys = greysAlong(seen, { x: 600, y: 570 }, { x: 1000, y: 570 });
    const [darkest, lightest] = [Math.min(...greys), Math.max(...greys)];
    const longest = (fall: 1 | -1): number => {
      const runs = Array.from({ length: 40 }, (_, at) => {
        const start = { x: 700 + at, y: fall === 1 ? 545 : 655 };
        const way = greysAlong(seen, start, { x: start.x + 110, y: start.y + fall * 110 });
        return Math.max(0, ...darkRuns(way, (darkest + lightest) / 2));
      });
      return Math.max(...runs);
    };
    return { left: longest(-1), right: longest(1), contrast: lightest - darkest };
  }

  function seenOn(host: Element): Seen {
    allFrames();
    const canvas = canvasOf(host);
    const { width, height } = canvas;
    const image = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    return { image, scale: width / 1600 };
  }

  test.each([800, 1680, 2400])(
    '[M16] dots say safe and slanted lines say unsafe, on a sheet %i px wide',
    async (widthPx) => {
      const read: string[] = [];
      for (const area of AREAS) {
        const sheet = await aSheet({ widthPx });
        region(sheet, area, FROM, TO);
        const { left, right, contrast } = slants(seenOn(sheet.host));
        expect(contrast).toBeGreaterThan(30);
        expect(Math.min(left, right)).toBeLessThan(25);
        read.push(Math.max(left, right) > 100 ? 'lines' : 'dots');
        expect(Math.max(left, right) > 100 || Math.max(left, right) < 25).toBe(true);
      }
      expect(read).toEqual(['dots', 'lines']);
    },
  );

  test('[M16] black ink is darker than any region, and a region leaves paper light', async () => {
    for (const area of AREAS) {
      const sheet = await aSheet();
      region(sheet, area, FROM, TO);
      const seen = seenOn(sheet.host);
      const greys = [0, 10, 20, 30].map((y) => greyAt(seen, { x: 800 + y, y: 600 + y }));
      expect(Math.min(...greys)).toBeGreaterThan(110);
    }
  });
});

describe('the same pixels', () => {
  /** Both kinds, crossing each other, ink, pictures and rubbings, by two children. */
  async function aRegionMap(widthPx: number): Promise<Sheet> {
    const sheet = await aSheet({ of: pictureOf, widthPx });
    const { bench, sitting, finger } = sheet;
    region(sheet, 'safe', { x: 220.4, y: 310.2 }, { x: 1100, y: 700.7 });
    bench.take('house');
    finger.tap(600, 480);
    sitting.turnTo('llama');
    region(sheet, 'unsafe', { x: 300, y: 900 }, { x: 1200.3, y: 260 });
    across(sheet, 'draw', 500);
    bench.width = 'middle';
    across(sheet, 'rub-out', 620);
    region(sheet, 'safe', { x: 900, y: 600 }, { x: 1300, y: 640 });
    bench.pick('rub-out');
    bench.undo();
    bench.undo();
    bench.redo();
    return sheet;
  }

  test.each([800, 1680, 2400])(
    '[M16] [I8] live and opened again, on a sheet %i px wide',
    async (widthPx) => {
      const { kit, bench, host } = await aRegionMap(widthPx);
      const again = await openedAgain(kit, bench);
      const fresh = aStage(again.bench.touch, { widthPx });
      again.bench.attach(fresh.stage);
      expect(painted(lookAt(host))).toBeGreaterThan(20_000);
      expect(differences(lookAt(host), lookAt(fresh.host))).toEqual([]);
    },
  );

  test('[M16] [F9] on the sheet and in the exported picture', async () => {
    const { bench, host } = await aRegionMap(800);
    const bitmap = await createImageBitmap(
      new Blob([await cleanImage(bench.shown, pictureOf, 0.5)]),
    );
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    allFrames();
    const look = { pixels: new Uint32Array(data.buffer), above: [] };
    expect(differences(look, { pixels: pixelsOn(host), above: [] })).toEqual([]);
    expect(bare(bench.shown).strokes.some(({ line }) => line.tool === 'unsafe')).toBe(true);
  });

  test.each(AREAS)(
    '[M16] [I5] a %s region that the system cut short stays as far as it came, and looks so when opened',
    async (area) => {
      const { kit, bench, host, finger } = await aSheet();
      bench.area = area;
      bench.pick('area');
      finger.down(300, 300).move(500, 400).move(800, 500).move(1000, 520).cancel();
      expect(bench.shown.strokes).toMatchObject([{ line: { tool: area, cancelled: true } }]);
      const again = await openedAgain(kit, bench);
      const fresh = aStage(undefined, { of: plain });
      again.bench.attach(fresh.stage);
      expect(differences(lookAt(host), lookAt(fresh.host))).toEqual([]);
    },
  );
});
