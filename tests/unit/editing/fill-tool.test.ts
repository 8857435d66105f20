import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { EMPTY_DRAFT } from '#editing/draft.ts';
import { fillTool } from '#editing/fill-tool.ts';
import { aStep, gestures, tap } from '../../fixtures/hands.ts';
import { answered, aScene } from '../../fixtures/scenes.ts';

const HERE = { x: 320, y: 240 };

test('[I12] a tap asks which area paint fills where the finger came down', () => {
  const { pour, operations, state } = answered(fillTool, [
    aStep('down', HERE),
    aStep('move', { x: 500, y: 500 }),
    aStep('up', { x: 500, y: 500 }),
  ]);

  expect(pour).toEqual(HERE);
  expect(operations).toEqual([]);
  expect(state.size).toBe(0);
});

test.each(['cancel', 'drop'] as const)('[I12] a finger that ends by %s pours nothing', (phase) => {
  expect(answered(fillTool, [aStep('down', HERE), aStep(phase, HERE)])).not.toHaveProperty('pour');
});

test('[I12] beside the page nothing is poured; on its very edge it is', () => {
  expect(answered(fillTool, tap({ x: -1, y: 100 }))).not.toHaveProperty('pour');
  expect(answered(fillTool, tap({ x: 1600, y: 1200 })).pour).toEqual({ x: 1600, y: 1200 });
});

test('[I12] every finger pours where it came down itself', () => {
  const second = { pointer: 2 };
  const { state } = answered(fillTool, [
    aStep('down', HERE),
    aStep('down', { x: 900, y: 900 }, second),
  ]);

  const first = answered(fillTool, [aStep('up', HERE)], aScene(), state);
  const other = answered(fillTool, [aStep('up', HERE, second)], aScene(), first.state);

  expect([first.pour, other.pour]).toEqual([HERE, { x: 900, y: 900 }]);
});

property.prop([gestures])(
  '[I12] pouring shows nothing in the hand and writes nothing by itself',
  (steps) => {
    let state = fillTool.idle;
    for (const step of steps) {
      const outcome = fillTool.step(state, step, aScene());
      expect(outcome).toMatchObject({ operations: [], draft: EMPTY_DRAFT });
      expect('pour' in outcome).toBe(step.phase === 'up' && outcome.pour !== undefined);
      state = outcome.state;
    }
    expect(state.size).toBe(0);
  },
);
