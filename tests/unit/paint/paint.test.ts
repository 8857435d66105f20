import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { paintStroke } from '#paint/paint.ts';
import { areaOf, pixelsOf, pixelWidth, type Context } from '#paint/surface.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE } from '#domain/page.ts';
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

property.prop([fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(1, 1.25, 1.5, 2)])(
  '[I20] on a screen of whatever size the page ends on a whole pixel, and so does what lies at its edges',
  (available, ratio) => {
    const scale = pixelWidth(available, ratio) / PAGE_WIDTH;
    const { width, height } = pixelsOf(scale);
    expect([width, height].every(Number.isInteger)).toBe(true);
    expect(width * 3).toBe(height * 4);
    const edge = { left: PAGE_WIDTH - 0.5, top: PAGE_HEIGHT - 0.5 };
    const corner = areaOf({ ...edge, right: PAGE_WIDTH + 9, bottom: PAGE_HEIGHT + 9 }, scale);
    expect(corner).toMatchObject({
      width: width - corner.x,
      height: height - corner.y,
    });
    for (const side of Object.values(corner)) expect(Number.isInteger(side)).toBe(true);
    expect(areaOf(WHOLE_PAGE, scale)).toEqual({ x: 0, y: 0, width, height });
  },
);
