import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { AREAS } from '#domain/crayon.ts';
import type { AddStroke } from '#domain/operation.ts';
import type { Stroke } from '#domain/work.ts';
import { areasAt } from '#ink/areas-at.ts';
import { MOTIF, MOTIF_COVER, MOTIF_SIDE, WASH_COVER } from '#ink/area.ts';
import { pack } from '#ink/pack.ts';
import { sampleAt } from '#ink/sample.ts';
import { aShownStroke, samplesAlong } from '../../fixtures/marks.ts';
import { endsIn } from '../../fixtures/outlines.ts';

const samples = pack(samplesAlong({ x: 400, y: 600 }, { x: 1200, y: 600 }));

function painted(over: Partial<AddStroke>): Stroke {
  return aShownStroke(1, { samples, ...over });
}

test.each([
  ['thin', 40],
  ['middle', 65],
  ['thick', 100],
] as const)(
  '[M16] a %s region reaches %i units to either side of where the finger went',
  (width, reach) => {
    const strokes = [painted({ tool: 'safe', width })];

    expect(areasAt({ strokes }, { x: 800, y: 600 + reach })).toEqual(['safe']);
    expect(areasAt({ strokes }, { x: 1200 + reach, y: 600 })).toEqual(['safe']);
    expect(areasAt({ strokes }, { x: 800, y: 600 + reach + 1 })).toEqual([]);
    expect(areasAt({ strokes }, { x: 400 - reach - 1, y: 600 })).toEqual([]);
  },
);

test('[M16] a place may be safe to one child and unsafe to another; a line makes it neither', () => {
  const strokes = [
    painted({ tool: 'unsafe' }),
    painted({ tool: 'safe' }),
    painted({ tool: 'brush' }),
  ];

  expect(areasAt({ strokes }, { x: 800, y: 600 })).toEqual(AREAS);
  expect(areasAt({ strokes: strokes.slice(2) }, { x: 800, y: 600 })).toEqual([]);
});

test('[M16] a dab is a region too, and between the parts a rubber left there is none', () => {
  const dab = painted({ tool: 'safe', samples: pack([sampleAt({ x: 300, y: 300 }, 0)]) });
  const [left, right] = [
    samplesAlong({ x: 100, y: 900 }, { x: 300, y: 900 }),
    samplesAlong({ x: 900, y: 900 }, { x: 1100, y: 900 }).map((one) => ({ ...one, t: one.t + 99 })),
  ];
  const cut = painted({ tool: 'safe', samples: pack([...left, ...right]), parts: [left.length] });

  expect(areasAt({ strokes: [dab] }, { x: 330, y: 340 })).toEqual(['safe']);
  expect([200, 600, 1000].map((x) => areasAt({ strokes: [cut] }, { x, y: 900 }))).toEqual([
    ['safe'],
    [],
    ['safe'],
  ]);
});

property.prop([fc.nat(1600), fc.nat(1200)])(
  '[M16] farther from the way than its brush is broad, no place lies in a region',
  (x, y) => {
    const beside = Math.hypot(x < 400 ? 400 - x : Math.max(x - 1200, 0), y - 600);

    const areas = areasAt({ strokes: [painted({ tool: 'unsafe' })] }, { x, y });

    expect(areas).toEqual(beside <= 65 ? ['unsafe'] : []);
  },
);

test('[M16] the motif of each kind fits its tile, and neither hides what lies below', () => {
  for (const area of AREAS) {
    for (const { x, y } of endsIn(MOTIF[area])) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThanOrEqual(MOTIF_SIDE);
    }
  }
  expect(MOTIF.safe).not.toBe(MOTIF.unsafe);
  expect(1 - (1 - WASH_COVER) * (1 - MOTIF_COVER)).toBeLessThan(0.7);
});
