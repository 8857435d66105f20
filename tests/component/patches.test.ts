/** Taking back by what lay below, and painting a place anew: after every act the sheet is as if baked whole. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { WIDTHS } from '#domain/crayon.ts';
import { Sheet } from '#paint/sheet.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { Finger } from './hands.ts';
import { aStage, differences, lookAt, painted, type Look } from './paper.ts';
import { play } from './play.ts';
import { aKit, aTable, chanceFrom, type Table } from './tablet.ts';

beforeAll(() => page.viewport(1300, 1300));

type Sheets = Table &
  Readonly<{
    host: HTMLElement;
    /** How the sheet differs from one that bakes the same page whole. */ off: () => unknown;
  }>;

async function aSheet(
  activity: 'map' | 'drawing',
  ageBand: '6-8' | '9-11' = '9-11',
): Promise<Sheets> {
  const table = await aTable(activity, aKit(), ageBand);
  const { stage, host } = aStage(table.bench.touch, { widthPx: 600 });
  table.bench.attach(stage);
  const whole = aStage(undefined, { widthPx: 600 });
  const off = (): unknown => {
    whole.stage.show(table.bench.shown);
    return differences(lookAt(host), lookAt(whole.host));
  };
  return { ...table, host, off };
}

function wave(finger: Finger, x: number, y: number): void {
  finger.down(x, y);
  for (let at = 1; at < 12; at++) finger.move(x + at * 37.3, y + Math.sin(at) * 83.1);
  finger.up();
}

describe('[I8] chance', () => {
  test.each([
    ['map', '9-11', 101],
    ['map', '9-11', 102],
    ['map', '6-8', 103],
    ['map', '6-8', 104],
    ['map', '6-8', 3],
    ['drawing', '9-11', 105],
    ['drawing', '6-8', 106],
  ] as const)(
    '[I8] after every act on a %s (%s years, game %i) the sheet is as if baked whole',
    async (activity, ageBand, seed) => {
      const { bench, host, off } = await aSheet(activity, ageBand);
      const wrong: unknown[] = [];
      const acts: string[] = [];
      await play(bench, host, {
        seed,
        acts: 60,
        after: (act) => {
          acts.push(act);
          const found = off();
          if (JSON.stringify(found) !== '[]' && wrong.length === 0)
            wrong.push(acts.length, acts, found);
        },
      });
      expect(wrong).toEqual([]);
      expect(new Set(acts).size).toBeGreaterThan(4);
    },
  );
});

test('[J2] more undos than there are patches, then redos, each as if baked whole', async () => {
  const { bench, host, off } = await aSheet('drawing');
  const finger = new Finger(host);
  for (let line = 0; line < 46; line++) {
    bench.brush = (['crayon', 'marker', 'brush'] as const)[line % 3] ?? 'crayon';
    wave(finger, 100 + (line % 9) * 110, 150 + Math.floor(line / 9) * 180);
  }
  const full = lookAt(host);
  for (let undos = 1; undos <= 46; undos++) {
    bench.undo();
    if (undos % 5 === 0 || undos > 38) expect(off()).toEqual([]);
  }
  expect(painted(lookAt(host))).toBe(0);
  for (let redos = 0; redos < 46; redos++) bench.redo();
  expect(off()).toEqual([]);
  expect(differences(lookAt(host), full)).toEqual([]);
});

test('[J2] undo of lines so large that their patches have no room is as if baked whole', async () => {
  const { bench, host, off } = await aSheet('drawing');
  bench.width = 'thick';
  const finger = new Finger(host);
  for (let line = 0; line < 30; line++) {
    finger.line([
      { x: 50, y: 50 + line * 8 },
      { x: 900, y: 600 },
      { x: 1550, y: 1150 - line * 8 },
    ]);
  }
  for (let undos = 0; undos < 30; undos++) {
    bench.undo();
    expect(off()).toEqual([]);
  }
});

test('[J3] another child’s undo below later lines leaves those as they were', async () => {
  const { bench, sitting, host, off } = await aSheet('drawing');
  bench.brush = 'marker';
  wave(new Finger(host), 300, 400);
  sitting.turnTo('llama');
  wave(new Finger(host), 330, 430);
  sitting.turnTo('zorro');
  bench.undo();
  expect(off()).toEqual([]);
  bench.redo();
  expect(off()).toEqual([]);
});

test.each([0.45, 0.5, 1.05])(
  '[I8] painting any place anew changes no pixel of a page that is right already (scale %d)',
  async (scale) => {
    const { bench, host } = await aSheet('map');
    await play(bench, host, { seed: 7, acts: 30 });
    const random = chanceFrom(9);
    const finger = new Finger(host);
    bench.pick('draw');
    bench.brush = 'marker';
    for (let line = 0; line < 60; line++) {
      bench.width = WIDTHS[line % 3] ?? 'thin';
      const [x, y] = [100 + random() * 1400, 100 + random() * 1000];
      finger
        .down(x, y)
        .move(x + random() * 30, y + random() * 30)
        .up();
    }
    const one = bench.shown;
    const [width, height] = [1600 * scale, 1200 * scale];
    const sheet = new Sheet(scale, pictureOf);
    sheet.bake(one);
    const look = (): Look => {
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      sheet.copyTo(context, { x: 0, y: 0, width, height });
      const { data } = context.getImageData(0, 0, width, height);
      return { pixels: new Uint32Array(data.buffer), above: [] };
    };
    const before = look();
    for (let box = 0; box < 150; box++) {
      const [left, top] = [random() * 1500, random() * 1100];
      const [wide, high] = [1 + random() * 120, 1 + random() * 120];
      sheet.bakeAnew(one, { left, top, right: left + wide, bottom: top + high });
    }
    expect(differences(look(), before)).toEqual([]);
    sheet.release();
  },
);

test('[I8] a line whose rim reaches into the outermost pixel of a place painted anew keeps that rim', async () => {
  const { bench, host } = await aSheet('drawing');
  bench.brush = 'marker';
  new Finger(host).down(213.25, 300).move(213.25, 500).move(213.25, 700).up();
  const scale = 0.45;
  const sheet = new Sheet(scale, pictureOf);
  sheet.bake(bench.shown);
  const context = new OffscreenCanvas(720, 540).getContext('2d')!;
  const column = (): number[] => {
    context.reset();
    sheet.copyTo(context, { x: 0, y: 0, width: 720, height: 540 });
    return [...context.getImageData(90, 180, 1, 60).data];
  };
  const before = column();
  expect(before.some((value) => value > 0)).toBe(true);
  // The line's own box begins at 200.25; the pixel in which this one ends goes on to 202.2.
  sheet.bakeAnew(bench.shown, { left: 150, top: 250, right: 200.2, bottom: 800 });
  expect(column()).toEqual(before);
  sheet.release();
});
