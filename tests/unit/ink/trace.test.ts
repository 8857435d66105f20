import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { BRUSHES, WIDTH_OF, WIDTHS } from '#domain/crayon.ts';
import { steady } from '#ink/steady.ts';
import { boxOf, samplesOf, widthOf } from '#ink/stroke.ts';
import { trace } from '#ink/trace.ts';
import { handDrawn } from '../../fixtures/hands.ts';
import { aStroke, samplesAlong } from '../../fixtures/marks.ts';
import { aPen, type Told } from '../../fixtures/pens.ts';
import { pack } from '#ink/pack.ts';

const seeds = fc.nat(1_000_000);

test('[I3] a tap is a dot: the line of one sample is short, but has a length', () => {
  const { pen, told } = aPen();

  trace([{ x: 800, y: 1600, t: 0 }], pen);

  expect(told).toEqual([
    { letter: 'M', numbers: [100, 200] },
    { letter: 'L', numbers: [100.125, 200] },
  ]);
});

test('[I3] of no samples nothing is painted', () => {
  const { pen, told } = aPen();

  trace([], pen);

  expect(told).toEqual([]);
});

test('[F9] a line begins and ends where the finger did and goes by every place between', () => {
  const { pen, told } = aPen();

  trace(samplesAlong({ x: 0, y: 0 }, { x: 40, y: 80 }), pen);

  expect(told.map(({ letter }) => letter).join('')).toBe('MQQQQL');
  expect(told[0]?.numbers).toEqual([0, 0]);
  expect(told[2]?.numbers).toEqual([10, 20, 15, 30]);
  expect(told.at(-1)?.numbers).toEqual([40, 80]);
});

property.prop([seeds, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 })])(
  '[I8] a line painted piece by piece while the finger moves is the line painted in one go',
  (seed, pieces) => {
    const samples = handDrawn(seed);
    const painted: Told[] = [];
    let from = 0;
    for (const size of [...pieces, samples.length]) {
      const { pen, told } = aPen();
      const known = samples.slice(0, from + size + 1);
      if (known.length === samples.length) break;
      trace(steady(known), pen, from, known.length - 1);
      expect(told[0]?.numbers).toEqual(painted.at(-1)?.numbers.slice(-2) ?? startOf(samples));
      painted.push(...told.slice(1));
      from = known.length - 1;
    }
    const [rest, whole] = [aPen(), aPen()];
    trace(steady(samples), rest.pen, from);
    trace(steady(samples), whole.pen);

    expect([...painted, ...rest.told.slice(1)]).toEqual(whole.told.slice(1));
  },
);

property.prop([seeds, fc.constantFrom(...WIDTHS)], { numRuns: 50 })(
  '[I8] the box of a stroke holds all of its paint, and hardly more',
  (seed, width) => {
    const stroke = aStroke({ width, samples: pack(handDrawn(seed)) });
    const { pen, told } = aPen();
    trace(samplesOf(stroke), pen);
    const { left, top, right, bottom } = boxOf(stroke);
    const xs = told.flatMap(({ numbers }) => numbers.filter((_, at) => at % 2 === 0));
    const ys = told.flatMap(({ numbers }) => numbers.filter((_, at) => at % 2 === 1));
    const edge = widthOf(stroke) / 2;

    for (const [low, high, places] of [
      [left, right, xs],
      [top, bottom, ys],
    ] as const) {
      expect(Math.min(...places) - edge - low).toBeGreaterThanOrEqual(0);
      expect(Math.min(...places) - edge - low).toBeLessThan(2);
      expect(high - Math.max(...places) - edge).toBeGreaterThanOrEqual(0);
      expect(high - Math.max(...places) - edge).toBeLessThan(2);
    }
  },
);

test.each(WIDTHS)('[I7] a %s rubber is broader than any line it rubs out', (width) => {
  for (const tool of BRUSHES) {
    expect(widthOf({ tool, width })).toBe(WIDTH_OF[tool][width]);
    expect(widthOf({ tool: 'rubber', width })).toBeGreaterThan(widthOf({ tool, width }));
  }
});

test('[I11] crayon, marker and brush each come in three widths, each broader than the one before', () => {
  for (const tool of BRUSHES) {
    const widths = WIDTHS.map((width) => widthOf({ tool, width }));

    expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
    expect(widths).toHaveLength(3);
  }
});

function startOf([first]: readonly { x: number; y: number }[]): number[] {
  return [first!.x / 8, first!.y / 8];
}
