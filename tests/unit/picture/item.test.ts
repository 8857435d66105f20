import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { DRAWN } from '#domain/work.ts';
import { fadedOf, itemShapes, reachOfLooks } from '#picture/item.ts';
import { transformOf } from '#picture/svg.ts';
import type { Placed, Shape } from '#picture/shape.ts';
import { SQUARE } from '../../fixtures/art.ts';
import { endsIn } from '../../fixtures/outlines.ts';

const house = { symbol: 'house', x: 400, y: 300, size: 160 };
const shapesOf = (over: object = {}): Shape[] => itemShapes({ ...house, ...over }, () => SQUARE);

test('[M10] a turned picture turns around its own middle, and one that is not says nothing of it', () => {
  const [turned] = shapesOf({ turn: 30 }) as Placed[];

  expect(transformOf(turned!)).toBe('translate(320 220) scale(5) rotate(30 16 16)');
  expect(transformOf(shapesOf()[0] as Placed)).toBe('translate(320 220) scale(5)');
  expect(shapesOf({ turn: 0 })).toEqual(shapesOf());
});

property.prop([fc.integer({ min: 0, max: 359 })])(
  '[M10] whatever the turn, the paint of a picture lies within its reach',
  (turn) => {
    const angle = (turn * Math.PI) / 180;
    const half = Math.abs(Math.cos(angle)) / 2 + Math.abs(Math.sin(angle)) / 2;

    expect(reachOfLooks({ turn }) / 2).toBeGreaterThanOrEqual(half);
  },
);

test('[M17] what is wished for is drawn smaller and paler, in a broken frame', () => {
  const [picture, frame] = shapesOf({ wish: true });

  expect(picture).toMatchObject({ kind: 'placed', scale: (160 * 0.86) / 32 });
  expect((picture as Placed).shapes).toEqual(fadedOf(SQUARE).shapes);
  expect(frame).toMatchObject({ kind: 'path', dash: [expect.any(Number), expect.any(Number)] });
  const { d, width } = frame as Extract<Shape, { kind: 'path' }>;
  for (const { x, y } of endsIn(d)) {
    const out = Math.max(Math.abs(x - house.x), Math.abs(y - house.y)) + width! / 2;
    expect(out).toBeLessThanOrEqual((house.size * reachOfLooks({})) / 2);
  }
  expect(shapesOf({ wish: false })).toEqual(shapesOf());
});

test('[M17] paler is nearer to paper, and paper stays paper', () => {
  const [red, rim] = fadedOf({
    ...SQUARE,
    shapes: [
      { kind: 'path', d: 'M0 0z', fill: '#a3203a' },
      { kind: 'path', d: 'M0 0z', stroke: '#ffffff', width: 2 },
    ],
  }).shapes;

  expect(red).toEqual({ kind: 'path', d: 'M0 0z', fill: '#d69ba6' });
  expect(rim).toEqual({ kind: 'path', d: 'M0 0z', stroke: '#ffffff', width: 2 });
  expect(
    fadedOf({ ...SQUARE, shapes: [{ kind: 'path', d: 'M0 0z', fill: '#000000' }] }).shapes,
  ).toEqual([{ kind: 'path', d: 'M0 0z', fill: '#8c8c8c' }]);
});

test('[M15] what was drawn has no picture but its own lines', () => {
  expect(shapesOf({ symbol: DRAWN, wish: true })).toEqual([]);
});
