/** [I20]: settling takes what was rubbed out off the record and leaves every pixel as it was. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { BRUSHES, WIDTHS } from '#domain/crayon.ts';
import { WorkFold } from '#domain/fold.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import type { Page } from '#domain/work.ts';
import { admitWork } from '#files/admit.ts';
import { settle } from '#ink/settle.ts';
import { baked } from './baked.ts';
import { Finger } from './hands.ts';
import { aStage, type Look } from './paper.ts';
import { play } from './play.ts';
import { aKit, aTable, chanceFrom, valueOf, type Table } from './tablet.ts';

beforeAll(() => page.viewport(1300, 1300));

async function aSheet(
  activity: 'map' | 'drawing',
  ageBand: '6-8' | '9-11' = '9-11',
): Promise<Table & { host: HTMLElement }> {
  const table = await aTable(activity, aKit(), ageBand);
  const { stage, host } = aStage(table.bench.touch);
  table.bench.attach(stage);
  return { ...table, host };
}

function pagesOf(entries: readonly WorkEntry[]): readonly Page[] {
  return WorkFold.of(entries).work.pages;
}

/** How far each pixel that is not the same is off, in the channel that is off most. */
function offsOf(a: Look, b: Look): number[] {
  const off: number[] = [];
  for (const [at, one] of a.pixels.entries()) {
    const other = b.pixels[at] ?? 0;
    if (one === other) continue;
    const by = [0, 8, 16].map((bits) =>
      Math.abs(((one >>> bits) & 255) - ((other >>> bits) & 255)),
    );
    off.push(Math.max(...by));
  }
  return off;
}

function bytesOf(entries: readonly WorkEntry[]): number {
  return entries.reduce(
    (sum, { op }) => sum + (op.kind === 'stroke/add' ? op.samples.length : 0),
    0,
  );
}

/**
 * The browser rounds the rim of a line otherwise when it has few corners for its length: where a long, straight
 * line is cut, some pixels at its far ends change. Lines of hands tremble: measured at most 5 of 255.
 */
const ROUNDING = 8;

/** Do these entries, settled, show the very same pages? */
function expectSame(entries: readonly WorkEntry[], settled: readonly WorkEntry[]): void {
  const [before, after] = [pagesOf(entries), pagesOf(settled)];
  expect(after).toHaveLength(before.length);
  for (const scale of [0.5, 1]) {
    for (const [at, one] of before.entries()) {
      const [then, now] = [baked(one, scale), baked(after[at]!, scale)];
      expect(now.above).toEqual(then.above);
      const off = offsOf(then, now);
      expect(off.filter((by) => by > ROUNDING)).toEqual([]);
      expect(off.length).toBeLessThan(50);
    }
  }
}

describe('every pixel stays', () => {
  test.each(BRUSHES.flatMap((brush) => WIDTHS.map((width) => [brush, width] as const)))(
    '[I20] of %s lines in %s that rubbers of every width crossed',
    async (brush, width) => {
      const { bench, host } = await aSheet('drawing');
      const random = chanceFrom(5);
      bench.brush = brush;
      bench.width = width;
      const scribble = (points: number): void => {
        const finger = new Finger(host);
        let [x, y] = [random() * 1500, random() * 1100];
        finger.down(x, y);
        for (let move = 0; move < points; move++) {
          x += (random() - 0.5) * 120;
          y += (random() - 0.5) * 120;
          finger.move(x, y);
        }
        finger.up();
      };
      for (let line = 0; line < 12; line++) scribble(25);
      bench.pick('rub-out');
      for (const rubber of WIDTHS) {
        bench.width = rubber;
        for (let rub = 0; rub < 4; rub++) scribble(18);
      }
      const settled = settle(bench.entries);
      expectSame(bench.entries, settled);
    },
  );

  test('[I20] of lines rubbed out whole, which leave the record', async () => {
    const { bench, host } = await aSheet('drawing');
    const finger = new Finger(host);
    bench.width = 'thin';
    for (const y of [300, 600, 900]) {
      finger.down(300, y);
      for (let x = 320; x <= 700; x += 20) finger.move(x, y);
      finger.up();
    }
    const full = bytesOf(bench.entries);
    bench.pick('rub-out');
    bench.width = 'thick';
    finger.down(200, 600);
    for (let x = 220; x <= 800; x += 20) finger.move(x, 600);
    finger.up();

    const settled = settle(bench.entries);

    expect(bytesOf(settled)).toBeLessThan(full * 0.75);
    expect(settled.filter(({ op }) => op.kind === 'erased').map(({ op }) => op)).toEqual([
      { kind: 'erased', was: 'stroke/add' },
      { kind: 'erased', was: 'stroke/add' },
    ]);
    expectSame(bench.entries, settled);
  });

  test('[I20] of a line cut in the middle, of which only what shows stays', async () => {
    const { bench, host } = await aSheet('drawing');
    const finger = new Finger(host).down(200, 600);
    for (let x = 205; x <= 1400; x += 5) finger.move(x, 600 + Math.sin(x / 20) * 12);
    finger.up();
    const full = bytesOf(bench.entries);
    bench.pick('rub-out');
    bench.width = 'thick';
    finger.down(600, 560);
    for (let x = 610; x <= 1000; x += 15) finger.move(x, 600 + ((x % 4) - 2) * 3);
    finger.up();

    const settled = settle(bench.entries);

    const [line] = pagesOf(settled)[0]?.strokes ?? [];
    expect(line?.line.parts).toHaveLength(1);
    expect(line?.line.samples.length).toBeLessThan(full);
    expectSame(bench.entries, settled);
  });

  test.each([
    ['map', '9-11', 21],
    ['map', '9-11', 22],
    ['map', '6-8', 23],
    ['drawing', '9-11', 24],
    ['drawing', '6-8', 25],
  ] as const)(
    '[I20] of a %s that children of %s years made by chance (%i)',
    async (activity, ageBand, seed) => {
      const { bench, host } = await aSheet(activity, ageBand);
      await play(bench, host, { seed, acts: 50 });
      const settled = settle(bench.entries);
      expectSame(bench.entries, settled);
      expect(settled).toHaveLength(bench.entries.length);
    },
  );
});

test('[I20] a work that a child finished shows in the store what it showed on the sheet', async () => {
  const { kit, sitting, bench, host } = await aSheet('map');
  await play(bench, host, { seed: 31, acts: 40 });
  const before = bench.entries;
  expect(await sitting.finish('keep')).toEqual({ ok: true, value: undefined });
  const kept = valueOf(admitWork(valueOf(await kit.journal.read(bench.id))));
  expectSame(before, kept);
});
