/** [I16], [I17]: pens, palms and jumps, as real pointer events on the sheet. */
import { describe, expect, test, vi } from 'vitest';

import type { Hands } from '#editing/palm.ts';
import { placeOf } from '#ink/sample.ts';
import { Finger, pause } from './hands.ts';
import { aStage, differences, lookAt, painted, PAPER, seenAt } from './paper.ts';
import { aTable, linesOf, strokesOf, valueOf, type Table } from './tablet.ts';

/** So broad is what touches: a fingertip, a palm. */
const TIP = { width: 12, height: 12 };
const PALM = { width: 60, height: 40 };

type Sheet = Table & Readonly<{ host: HTMLElement; pen: Finger; palm: Finger; finger: Finger }>;

async function aDrawing(hands: Hands = 'both'): Promise<Sheet> {
  pause(60_000);
  const table = await aTable('drawing');
  const { stage, host } = aStage(table.bench.touch, { hands: () => hands });
  table.bench.attach(stage);
  table.bench.brush = 'brush';
  const [pen, palm, finger] = [
    new Finger(host, 5, 'pen'),
    new Finger(host, 2),
    new Finger(host, 3),
  ];
  return { ...table, host, pen, palm, finger };
}

function across(hand: Finger, y: number): void {
  hand.down(300, y, TIP).move(600, y, TIP).move(900, y, TIP).up(TIP);
}

describe('pen and palm', () => {
  test('[I16] what the palm did just before the pen came is forgotten, in sight and in the record', async () => {
    const { bench, host, pen, palm } = await aDrawing();
    palm.down(800, 900, PALM).move(820, 905, PALM);
    expect(painted(lookAt(host))).toBeGreaterThan(0);
    pen.down(300, 400).move(600, 400);
    expect(seenAt(host, { x: 800, y: 900 })).toEqual(PAPER);
    palm.move(860, 900, PALM).move(900, 900, PALM);
    pen.move(900, 400).up();
    palm.up(PALM);
    expect(strokesOf(bench)).toMatchObject([{ input: 'pen' }]);
    expect(linesOf(bench)[0]?.map(placeOf)).toEqual([300, 600, 900].map((x) => ({ x, y: 400 })));
    expect(seenAt(host, { x: 800, y: 900 })).toEqual(PAPER);
    expect(seenAt(host, { x: 600, y: 400 })).not.toEqual(PAPER);
  });

  test('[I16] a finger’s long line of before the pen stays, and may go on', async () => {
    const { bench, pen, finger } = await aDrawing();
    finger.down(300, 900, TIP).move(600, 900, TIP);
    pause(800);
    finger.move(700, 900, TIP);
    pen.down(300, 300).move(500, 300).up();
    finger.move(900, 900, TIP).up(TIP);
    expect(strokesOf(bench).map(({ input }) => input)).toEqual(['pen', 'touch']);
    expect(
      linesOf(bench)[1]
        ?.map(placeOf)
        .map(({ x }) => x),
    ).toEqual([300, 600, 700, 900]);
  });

  test('[I16] while the pen draws and just after nothing else does; then a finger draws again by itself', async () => {
    const { bench, host, pen, palm, finger } = await aDrawing();
    pen.down(300, 300).move(600, 300);
    palm.down(700, 800, PALM).move(800, 820, PALM).up(PALM);
    across(finger, 600);
    pen.move(900, 300).up();
    across(finger, 600);
    expect(strokesOf(bench)).toHaveLength(1);
    expect(seenAt(host, { x: 600, y: 600 })).toEqual(PAPER);
    pause(400);
    across(finger, 600);
    expect(strokesOf(bench).map(({ input }) => input)).toEqual(['pen', 'touch']);
    expect(seenAt(host, { x: 600, y: 600 })).not.toEqual(PAPER);
  });

  test('[I16] for a while after a pen was seen a broad touch is a palm; later it draws', async () => {
    const { bench, pen, palm } = await aDrawing();
    across(pen, 300);
    pause(5_000);
    palm.down(300, 600, PALM).move(600, 600, PALM).up(PALM);
    expect(strokesOf(bench)).toHaveLength(1);
    pause(30_000);
    palm.down(300, 600, PALM).move(600, 600, PALM).up(PALM);
    expect(strokesOf(bench)).toHaveLength(2);
  });

  test('[I16] undo after a palm was forgotten takes back the pen’s line, not the palm’s', async () => {
    const { bench, host, pen, palm } = await aDrawing();
    const blank = lookAt(host);
    palm.down(800, 900, PALM).move(830, 905, PALM);
    across(pen, 400);
    palm.up(PALM);
    bench.undo();
    expect(differences(lookAt(host), blank)).toEqual([]);
    expect(bench.canUndo).toBe(false);
  });

  test('[I16] a hand that rests at the edge of the screen leaves nothing; one that draws from there does', async () => {
    const { bench, host, finger } = await aDrawing();
    finger.down(4, 600, TIP).move(8, 602, TIP).up(TIP);
    expect(strokesOf(bench)).toEqual([]);
    expect(painted(lookAt(host))).toBe(0);
    finger.down(4, 600, TIP).move(300, 600, TIP).up(TIP);
    expect(strokesOf(bench)).toHaveLength(1);
  });

  test.each([
    ['pen', ['pen']],
    ['finger', ['touch']],
    ['both', ['pen', 'touch']],
  ] as const)('[I16] set to %s, what draws is %s', async (hands, inputs) => {
    const { bench, pen, finger } = await aDrawing(hands);
    across(pen, 300);
    pause(1_000);
    across(finger, 600);
    expect(strokesOf(bench).map(({ input }) => input)).toEqual(inputs);
  });

  test('[I16] nothing of a forgotten palm is kept for after a crash', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { kit, bench, pen, palm } = await aDrawing();
      palm.down(800, 900, PALM).move(830, 905, PALM).move(860, 905, PALM);
      vi.advanceTimersByTime(500);
      await bench.keeper.settled();
      expect(valueOf(await kit.journal.drafts(bench.id))).toHaveLength(1);
      pen.down(300, 400).move(600, 400);
      vi.advanceTimersByTime(500);
      const drafts = valueOf(await kit.journal.drafts(bench.id));
      expect(drafts).toMatchObject([{ draft: { op: { input: 'pen' } } }]);
      pen.up();
      await bench.keeper.settled();
      expect(valueOf(await kit.journal.drafts(bench.id))).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a jump', () => {
  test('[I17] between two readings ends one line and begins another; nothing is drawn between', async () => {
    const { bench, host } = await aDrawing();
    const finger = new Finger(host).down(200, 300, { atMs: 1_000 });
    finger.move(300, 300, { atMs: 1_016 }).move(1200, 900, { atMs: 1_032 });
    expect(seenAt(host, { x: 750, y: 600 })).toEqual(PAPER);
    finger.move(1300, 900, { atMs: 1_048 }).up({ atMs: 1_064 });
    expect(linesOf(bench).map((line) => line.map(placeOf))).toEqual([
      [
        { x: 200, y: 300 },
        { x: 300, y: 300 },
      ],
      [
        { x: 1200, y: 900 },
        { x: 1300, y: 900 },
      ],
    ]);
    expect(linesOf(bench)[1]?.map(({ t }) => t)).toEqual([0, 16]);
    for (const at of [
      { x: 750, y: 600 },
      { x: 500, y: 430 },
    ])
      expect(seenAt(host, at)).toEqual(PAPER);
    expect(seenAt(host, { x: 250, y: 300 })).not.toEqual(PAPER);
    expect(seenAt(host, { x: 1250, y: 900 })).not.toEqual(PAPER);
  });

  test('[I17] inside one event splits the line as well, and a fast hand is no jump', async () => {
    const { bench, host } = await aDrawing();
    const far = [
      { x: 320, y: 300 },
      { x: 1400, y: 1000 },
      { x: 1420, y: 1000 },
    ];
    new Finger(host).down(300, 300).move(1420, 1000, { bundled: far }).up();
    expect(linesOf(bench).map((line) => line.length)).toEqual([2, 2]);
    new Finger(host)
      .down(200, 700, { atMs: 5_000 })
      .move(550, 700, { atMs: 5_016 })
      .move(900, 700, { atMs: 5_032 })
      .up({ atMs: 5_040 });
    expect(linesOf(bench)).toHaveLength(3);
  });
});
