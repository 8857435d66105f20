import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { AGE_BANDS, AGE_PRESETS } from '#domain/age-band.ts';
import type { Page } from '#domain/work.ts';
import { sweepTool, without } from '#editing/sweep-tool.ts';
import { pack } from '#ink/pack.ts';
import { sampleAt } from '#ink/sample.ts';
import { aStep, gestures, pull, tap } from '../../fixtures/hands.ts';
import {
  aLink,
  anItem,
  aPage,
  aShownFill,
  aShownStroke,
  samplesAlong,
} from '../../fixtures/marks.ts';
import { answered, aScene } from '../../fixtures/scenes.ts';

const across = (y: number): { samples: Uint8Array } => ({
  samples: pack(samplesAlong({ x: 100, y }, { x: 900, y })),
});
const [low, high] = [aShownStroke(1, across(200)), aShownStroke(2, across(200))];
const paint = aShownFill(3);
const rubbing = aShownStroke(4, { tool: 'rubber', ...across(600) });
const [house, hen] = [anItem(5, { x: 700, y: 600 }), anItem(6, { x: 1200, y: 600 })];
const page = aPage({
  fills: [paint],
  strokes: [low, high, rubbing],
  items: [house, hen],
  links: [aLink(house, hen)],
});
const scene = aScene(page);

test('[I13] the youngest rub out whole things, older children what the rubber touches', () => {
  const rubbers = AGE_BANDS.map((band) => AGE_PRESETS[band].rubber);
  expect(rubbers).toEqual(['whole', 'touched', 'touched']);
});

test('[I13] one pull takes all lines, paint and pictures it passes over, in one act', () => {
  const way = [200, 440, 600].map((y, at) => sampleAt({ x: at === 2 ? 700 : 300, y }, at * 50));
  const [first, ...rest] = way;

  const { operations } = answered(
    sweepTool,
    [
      aStep('down', { x: 0, y: 0 }, { samples: [first!] }),
      ...rest.map((sample) => aStep('move', { x: 0, y: 0 }, { samples: [sample] })),
      aStep('up', { x: 0, y: 0 }, { samples: [rest.at(-1)!] }),
    ],
    scene,
  );

  expect(operations).toEqual([
    {
      kind: 'rub-out',
      page: page.id,
      marks: [low.entry, high.entry, paint.entry],
      items: [house.id],
    },
  ]);
});

test('[I13] what the finger has passed over is gone to the eye before it lifts', () => {
  const { draft, operations } = answered(sweepTool, [aStep('down', { x: 700, y: 600 })], scene);

  expect(operations).toEqual([]);
  expect(draft.swept).toMatchObject([{ marks: [], items: [house.id] }]);
  expect(without(page, draft.swept)).toEqual({ ...page, items: [hen], links: [] });
  expect(without({ ...page, links: [aLink(hen, house)] }, draft.swept).links).toEqual([]);
  expect(without(page, [])).toBe(page);
});

test('[I13] a fast finger takes also what lies between two of its readings', () => {
  const thin = aShownStroke(1, { width: 'thin', ...across(200) });
  const only = aScene(aPage({ strokes: [thin], items: [anItem(2, { x: 500, y: 500, size: 40 })] }));
  const swing = [aStep('down', { x: 500, y: 50 }), aStep('move', { x: 500, y: 900 })];

  const { operations } = answered(sweepTool, [...swing, aStep('up', { x: 500, y: 900 })], only);

  expect(operations).toMatchObject([{ marks: [thin.entry], items: [anItem(2).id] }]);
});

test('[I13] a finger that passes over nothing does nothing', () => {
  expect(
    answered(sweepTool, pull({ x: 50, y: 1100 }, { x: 900, y: 1100 }), scene).operations,
  ).toEqual([]);
});

test('[I13] a palm takes nothing away; a finger the system took does what it did', () => {
  const down = aStep('down', { x: 700, y: 600 });

  expect(answered(sweepTool, [down, aStep('drop', { x: 0, y: 0 })], scene)).toMatchObject({
    operations: [],
    state: [],
  });
  expect(
    answered(sweepTool, [down, aStep('cancel', { x: 0, y: 0 })], scene).operations,
  ).toMatchObject([{ items: [house.id] }]);
});

test('[I13] two fingers do not take the same thing twice', () => {
  const second = { pointer: 2 };
  const at = { x: 700, y: 600 };
  const { operations } = answered(
    sweepTool,
    [aStep('down', at), aStep('down', at, second), aStep('up', at, second), aStep('up', at)],
    scene,
  );

  expect(operations).toMatchObject([{ items: [house.id] }]);
});

test('[I13] paint goes when it is tapped, not when a line over it is', () => {
  const over: Page = { ...page, strokes: [aShownStroke(7, across(400))], items: [], links: [] };
  const marksAt = (y: number): unknown =>
    answered(sweepTool, tap({ x: 300, y }), aScene(over)).operations.flatMap((op) =>
      op.kind === 'rub-out' ? op.marks : [],
    );

  expect(marksAt(400)).toEqual([aShownStroke(7).entry]);
  expect(marksAt(440)).toEqual([paint.entry]);
  expect(marksAt(520)).toEqual([]);
});

property.prop([gestures], { numRuns: 60 })(
  '[I13] whatever fingers sweep, nothing is named twice and only what is on the page',
  (steps) => {
    const { operations, state } = answered(sweepTool, steps, scene);
    const named = operations.flatMap((op) =>
      op.kind === 'rub-out' ? [...op.marks, ...op.items] : [],
    );
    const there: string[] = [low, high, paint].map(({ entry }) => entry);

    expect(new Set(named).size).toBe(
      new Set(named.filter((one) => [...there, house.id, hen.id].includes(one))).size,
    );
    for (const op of operations) {
      expect(op.kind === 'rub-out' && op.marks.length + op.items.length > 0).toBe(true);
    }
    expect(state).toEqual([]);
  },
);
