/** [I13]: the rubber of the youngest takes whole things, that of the older just what it touches. */
import { describe, expect, test } from 'vitest';

import type { AgeBand } from '#domain/age-band.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import type { Picture } from '#picture/shape.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { Finger } from './hands.ts';
import { aStage, colour, differences, lookAt, painted, PAPER, seenAt } from './paper.ts';
import { poured } from './play.ts';
import { aKit, aTable, openedAgain, pageOf, strokesOf, type Table } from './tablet.ts';

const RED = colour(COLOUR_OF.red);
const SKY = colour(COLOUR_OF.sky);
const GREEN = colour('#00aa00');

function plain(): Picture {
  return {
    width: 32,
    height: 32,
    shapes: [{ kind: 'path', d: 'M0 0h32v32h-32z', fill: '#00aa00' }],
  };
}

type Sheet = Table & Readonly<{ host: HTMLElement; finger: Finger }>;

async function aSheet(ageBand: AgeBand): Promise<Sheet> {
  const table = await aTable('map', aKit(), ageBand);
  const { stage, host } = aStage(table.bench.touch, { of: plain });
  table.bench.attach(stage);
  table.bench.brush = 'brush';
  table.bench.crayon = 'red';
  return { ...table, host, finger: new Finger(host) };
}

function across(bench: Workbench, finger: Finger, y: number): void {
  bench.pick('draw');
  finger.line([
    { x: 300, y },
    { x: 800, y },
    { x: 1300, y },
  ]);
}

describe('of the youngest', () => {
  test('[I13] one touch of a line takes the whole line, at once in sight and for good when it lifts', async () => {
    const { bench, host, finger } = await aSheet('6-8');
    across(bench, finger, 400);
    across(bench, finger, 800);
    bench.pick('rub-out');

    finger.down(500, 400);
    for (const x of [320, 500, 900, 1280]) expect(seenAt(host, { x, y: 400 })).toEqual(PAPER);
    expect(strokesOf(bench)).toHaveLength(2);
    finger.up();

    expect(strokesOf(bench)).toHaveLength(1);
    for (const x of [320, 900]) expect(seenAt(host, { x, y: 400 })).toEqual(PAPER);
    for (const x of [320, 900]) expect(seenAt(host, { x, y: 800 })).toEqual(RED);
    expect(bench.entries.at(-1)?.op).toMatchObject({ kind: 'rub-out', items: [] });
  });

  test('[I13] one sweep takes lines, paint and pictures it passes, and nothing else', async () => {
    const { bench, host, finger } = await aSheet('6-8');
    across(bench, finger, 200);
    across(bench, finger, 300);
    bench.take('house');
    finger.tap(800, 500);
    bench.take('school');
    finger.tap(300, 900);
    bench.pick('join');
    finger.line([
      { x: 800, y: 500 },
      { x: 300, y: 900 },
    ]);
    bench.pick('draw');
    bench.crayon = 'blue';
    finger.down(1000, 700).move(1200, 700).move(1200, 900).move(1000, 900).move(1000, 700).up();
    bench.crayon = 'sky';
    bench.pick('fill');
    await poured(bench, () => finger.tap(1100, 800));
    expect(seenAt(host, { x: 1100, y: 800 })).toEqual(SKY);
    expect(lookAt(host).above).toHaveLength(1);
    const before = lookAt(host);

    bench.pick('rub-out');
    finger.down(800, 150);
    for (let y = 160; y <= 500; y += 10) finger.move(800, y);
    finger.up();
    finger.tap(1100, 800);

    expect(pageOf(bench)).toMatchObject({ fills: [], links: [], items: [{ symbol: 'school' }] });
    expect(strokesOf(bench)).toMatchObject([{ crayon: 'blue' }]);
    expect(seenAt(host, { x: 800, y: 500 })).toEqual(PAPER);
    expect(seenAt(host, { x: 1100, y: 800 })).toEqual(PAPER);
    expect(seenAt(host, { x: 300, y: 900 })).toEqual(GREEN);
    expect(lookAt(host).above).toEqual([]);

    const bothUndone = (): unknown => {
      bench.undo();
      bench.undo();
      return differences(lookAt(host), before);
    };
    expect(bothUndone()).toEqual([]);
    bench.redo();
    bench.redo();
    expect(painted(lookAt(host))).toBeLessThan(painted(before));
    expect(bothUndone()).toEqual([]);
  });

  test('[I13] undoing a sweep brings back every line it took, the last ones drawn too', async () => {
    const { bench, host, finger } = await aSheet('6-8');
    for (const y of [300, 500, 700]) across(bench, finger, y);
    const before = lookAt(host);
    bench.pick('rub-out');
    finger.down(600, 250);
    for (let y = 260; y <= 750; y += 10) finger.move(600, y);
    finger.up();
    expect(painted(lookAt(host))).toBe(0);
    bench.undo();
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[I13] a fast sweep misses nothing between two readings', async () => {
    const { bench, host, finger } = await aSheet('6-8');
    for (const y of [300, 500, 700]) across(bench, finger, y);
    bench.pick('rub-out');
    finger.down(700, 200).move(700, 800).up();
    expect(strokesOf(bench)).toEqual([]);
    expect(painted(lookAt(host))).toBe(0);
  });

  test('[I13] beside everything it takes nothing, and nothing is written down', async () => {
    const { bench, finger } = await aSheet('6-8');
    across(bench, finger, 400);
    const { length } = bench.entries;
    bench.pick('rub-out');
    finger.down(500, 600).move(900, 600).up();
    expect(bench.entries).toHaveLength(length);
  });

  test('[I13] what was swept is gone when the work is opened again', async () => {
    const { kit, bench, finger, host } = await aSheet('6-8');
    across(bench, finger, 400);
    across(bench, finger, 600);
    bench.pick('rub-out');
    finger.tap(700, 400);
    const again = await openedAgain(kit, bench);
    const fresh = aStage(undefined, { of: plain });
    again.bench.attach(fresh.stage);
    expect(strokesOf(again.bench)).toHaveLength(1);
    expect(differences(lookAt(fresh.host), lookAt(host))).toEqual([]);
  });
});

describe('of the older', () => {
  test.each(['9-11', '12-14'] as const)(
    '[I13] at %s years it takes ink and paint just where it passes, and no picture',
    async (ageBand) => {
      const { bench, host, finger } = await aSheet(ageBand);
      across(bench, finger, 400);
      bench.take('house');
      finger.tap(800, 600);
      bench.pick('draw');
      finger.down(1000, 700).move(1200, 700).move(1200, 900).move(1000, 900).move(1000, 700).up();
      bench.crayon = 'sky';
      bench.pick('fill');
      await poured(bench, () => finger.tap(1100, 800));

      bench.pick('rub-out');
      finger.down(500, 300).move(500, 600).move(800, 600).move(1100, 800).up();

      expect(seenAt(host, { x: 500, y: 400 })).toEqual(PAPER);
      for (const x of [350, 650]) expect(seenAt(host, { x, y: 400 })).toEqual(RED);
      expect(seenAt(host, { x: 1100, y: 800 })).toEqual(PAPER);
      expect(seenAt(host, { x: 1160, y: 860 })).toEqual(SKY);
      expect(seenAt(host, { x: 800, y: 600 })).toEqual(GREEN);
      expect(pageOf(bench).items).toHaveLength(1);
      expect(strokesOf(bench)).toMatchObject([{}, {}, { tool: 'rubber' }]);
    },
  );
});
