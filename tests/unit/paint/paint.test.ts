import { expect, test } from 'vitest';

import { paintStroke } from '#paint/paint.ts';
import type { Context } from '#paint/surface.ts';
import { pack } from '#ink/pack.ts';
import { aStroke, samplesAlong } from '../../fixtures/marks.ts';
import { aPen } from '../../fixtures/pens.ts';

/** A context that paints nothing and counts what it is asked for. */
function aContext(): { context: Context; asked: string[] } {
  const asked: string[] = [];
  const note = (what: string) => (): void => {
    asked.push(what);
  };
  const context = {
    ...aPen().pen,
    save: note('save'),
    restore: note('restore'),
    beginPath: note('path'),
    moveTo: note('part'),
    stroke: note('ink'),
  };
  return { context: context as unknown as Context, asked };
}

test('[I20] a marker’s line that a rubber left in parts is one line: where parts cross it shows once', () => {
  const [down, across] = [
    samplesAlong({ x: 100, y: 0 }, { x: 100, y: 200 }),
    samplesAlong({ x: 0, y: 100 }, { x: 200, y: 100 }).map((one) => ({ ...one, t: one.t + 900 })),
  ];
  const samples = pack([...down, ...across]);
  const { context, asked } = aContext();

  paintStroke(context, aStroke({ tool: 'marker', samples, parts: [down.length] }));

  expect(asked).toEqual(['save', 'path', 'part', 'part', 'ink', 'restore']);
});
