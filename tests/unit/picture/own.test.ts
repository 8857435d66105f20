import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { BRUSHES, COLOUR_OF, WIDTHS } from '#domain/crayon.ts';
import type { SymbolLine } from '#domain/session-operation.ts';
import { pack } from '#ink/pack.ts';
import { pictureOfLines } from '#picture/own.ts';
import { picturesWith } from '#state/pictures.ts';
import { SQUARE } from '../../fixtures/art.ts';
import { handDrawn } from '../../fixtures/hands.ts';
import { samplesAlong } from '../../fixtures/marks.ts';
import { endsIn } from '../../fixtures/outlines.ts';
import { aDrawnSymbol } from '../../fixtures/sessions.ts';

const lines: fc.Arbitrary<SymbolLine[]> = fc.array(
  fc
    .record({
      tool: fc.constantFrom(...BRUSHES),
      width: fc.constantFrom(...WIDTHS),
      seed: fc.nat(10_000),
      count: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ tool, width, seed, count }) => {
      return { tool, width, crayon: 'red', samples: pack(handDrawn(seed, count)) };
    }),
  { minLength: 1, maxLength: 5 },
);

property.prop([lines], { numRuns: 60 })(
  '[I23] a picture of one’s own is a square that holds all of its lines',
  (drawn) => {
    const { width, height, shapes } = pictureOfLines(drawn);

    expect(width).toBe(height);
    expect(width).toBeGreaterThanOrEqual(120);
    for (const { d, width: wide = 0 } of shapes) {
      for (const { x, y } of endsIn(d)) {
        expect(Math.min(x, y) - wide / 2).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y) + wide / 2).toBeLessThanOrEqual(width);
      }
    }
  },
);

test('[I23] it shows the lines in their colours and widths, in the middle of the square', () => {
  const across = pack(samplesAlong({ x: 1000, y: 900 }, { x: 1100, y: 900 }));
  const { width, shapes } = pictureOfLines([
    { tool: 'crayon', crayon: 'red', width: 'thin', samples: across },
  ]);

  expect(width).toBe(120);
  expect(shapes).toMatchObject([{ stroke: COLOUR_OF.red, width: 6, round: true }]);
  const [start] = endsIn(shapes[0]!.d);
  expect(start).toEqual({ x: 10, y: 60 });
});

test('[I23] a brush’s line is broad and thin in the picture, too', () => {
  const { shapes } = pictureOfLines(aDrawnSymbol().lines);
  const widths = shapes.slice(1).map(({ width }) => width);

  expect(new Set(widths).size).toBeGreaterThan(3);
  expect(Math.max(...widths.map(Number))).toBeLessThanOrEqual(56);
});

test('[I23] children’s own pictures are found by their names, all others where they were', () => {
  const own = aDrawnSymbol();
  const tray = [own];
  const pictureOf = picturesWith(
    () => tray,
    () => SQUARE,
  );
  const later = aDrawnSymbol(`own-${'c'.repeat(16)}`);

  expect(pictureOf(own.symbol)).toEqual(pictureOfLines(own.lines));
  expect(pictureOf(own.symbol)).toBe(pictureOf(own.symbol));
  expect(pictureOf('house')).toBe(SQUARE);
  expect(pictureOf(later.symbol)).toBe(SQUARE);
  tray.push(later);
  expect(pictureOf(later.symbol)).toEqual(pictureOfLines(later.lines));
});
