import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import type { Operation } from '#domain/operation.ts';
import { EMPTY_DRAFT } from '#editing/draft.ts';
import { stampTool } from '#editing/stamp-tool.ts';
import { aStep, gestures, pull, tap } from '../../fixtures/hands.ts';
import { anItem, aPage, aStamp } from '../../fixtures/marks.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { answered, aScene } from '../../fixtures/scenes.ts';

const house = anItem(1, { x: 300, y: 300 });
const school = anItem(2, { symbol: 'school', x: 1000, y: 300 });
const mine = aStamp(house, 1, { feeling: 'afraid', by: ZORRO });
const yours = aStamp(house, 2, { feeling: 'afraid', by: LLAMA });
const village = aPage({ items: [house, school], stamps: [mine, yours] });

const onHouse = (feeling: string): Operation => ({
  kind: 'stamp/add',
  stamp: anId('stamp', 99),
  item: house.id,
  feeling,
});

test('[M14] a tap on a picture says how it feels; beside pictures it says nothing', () => {
  const scene = aScene(village, { feeling: 'loved' });

  expect(answered(stampTool, tap(house), scene).operations).toEqual([onHouse('loved')]);
  expect(answered(stampTool, tap({ x: 600, y: 900 }), scene).operations).toEqual([]);
});

test('[M14] the same tap again takes one’s own stamp back, and nobody else’s', () => {
  const again = (by: typeof ZORRO): readonly Operation[] =>
    answered(stampTool, tap(house), aScene(village, { feeling: 'afraid', by })).operations;

  expect(again(ZORRO)).toEqual([{ kind: 'stamp/set', stamp: mine.id, gone: true }]);
  expect(again(LLAMA)).toEqual([{ kind: 'stamp/set', stamp: yours.id, gone: true }]);
  expect(again('sapo-06')).toEqual([onHouse('afraid')]);
  const elsewhere = answered(stampTool, tap(school), aScene(village, { feeling: 'afraid' }));
  expect(elsewhere.operations).toMatchObject([{ kind: 'stamp/add', item: school.id }]);
});

test('[M14] another feeling of one’s own stands beside the first', () => {
  const { operations } = answered(stampTool, tap(house), aScene(village, { feeling: 'happy' }));

  expect(operations).toEqual([onHouse('happy')]);
});

test.each([
  ['trembles', 60, 1],
  ['slides away', 61, 0],
])('[M14] a finger that %s stamps where it came down, or not at all', (_how, far, count) => {
  const { operations } = answered(
    stampTool,
    pull(school, { x: school.x + far, y: school.y }),
    aScene(village),
  );

  expect(operations).toMatchObject(count ? [{ item: school.id }] : []);
});

test('[M14] two fingers stamp two pictures, also when they lift in the other order', () => {
  const second = { pointer: 2 };

  const { operations } = answered(
    stampTool,
    [aStep('down', house), aStep('down', school, second), aStep('up', house)].concat(
      aStep('up', school, second),
    ),
    aScene(village, { by: 'sapo-06' }),
  );

  expect(operations).toMatchObject([{ item: house.id }, { item: school.id }]);
});

test.each(['cancel', 'drop'] as const)('[M14] a finger that ends by %s stamps nothing', (phase) => {
  const { operations, state } = answered(
    stampTool,
    [aStep('down', house), aStep(phase, house)],
    aScene(village),
  );

  expect(operations).toEqual([]);
  expect(state.size).toBe(0);
});

test('[M31] what another child took away meanwhile is not stamped; a kind word says so', () => {
  const { state } = answered(stampTool, [aStep('down', house)], aScene(village));

  const after = answered(stampTool, [aStep('up', house)], aScene(aPage()), state);

  expect(after).toMatchObject({ operations: [], hint: 'item/gone' });
  expect(answered(stampTool, tap(house), aScene(aPage()))).not.toHaveProperty('hint');
});

test('[M14] a finger stamps what it came down on, not what was moved under it meanwhile', () => {
  const { state } = answered(stampTool, [aStep('down', house)], aScene(village));
  const swapped = [
    { ...house, x: 1000, y: 900 },
    { ...school, x: 300, y: 300 },
  ];
  const scene = aScene({ ...village, items: swapped }, { feeling: 'happy' });

  const { operations } = answered(stampTool, [aStep('up', house)], scene, state);

  expect(operations).toEqual([onHouse('happy')]);
});

property.prop([gestures], { numRuns: 100 })(
  '[M14] whatever fingers do, one stamp comes of a finger at most, and nothing is left in the hand',
  (steps) => {
    const { operations, state, draft } = answered(stampTool, steps, aScene(village));

    expect(operations.length).toBeLessThanOrEqual(steps.filter((one) => one.phase === 'up').length);
    expect(state.size).toBe(0);
    expect(draft).toEqual(EMPTY_DRAFT);
  },
);
