import { describe, expect, test } from 'vitest';

import { CENTRE, panelAt, RING_ENDS, ringAt, sectorAt, SECTORS } from '#domain/ground.ts';
import { distance, type Point } from '#domain/page.ts';
import { groundShapes, symbolsOfGround } from '#picture/ground.ts';
import type { Path, Picture, Shape } from '#picture/shape.ts';
import { SQUARE } from '../../fixtures/art.ts';
import { endsIn } from '../../fixtures/outlines.ts';

const CIRCLES = { kind: 'circles', sectors: true, question: 'important' } as const;
const PLAIN = { ...CIRCLES, sectors: false };
const PANELS = { kind: 'two-panels', person: 'me' } as const;

/** The print, and which pictures it asked for in which order. */
function printed(ground: Parameters<typeof groundShapes>[0]): { shapes: Shape[]; asked: string[] } {
  const asked: string[] = [];
  const pictureOf = (symbol: string): Picture => {
    asked.push(symbol);
    return SQUARE;
  };
  return { shapes: groundShapes(ground, pictureOf), asked };
}

function pathsIn(shapes: readonly Shape[]): Path[] {
  return shapes.flatMap((shape) => (shape.kind === 'path' ? [shape] : []));
}

/** The middles of the pictures in the print. */
function middles(shapes: readonly Shape[]): Point[] {
  return shapes.flatMap((shape) => {
    if (shape.kind !== 'placed') return [];
    const half = (shape.scale * SQUARE.width) / 2;
    return [{ x: shape.x + half, y: shape.y + half }];
  });
}

test('[M24] nothing is printed on a bare sheet', () => {
  expect(printed(undefined)).toEqual({ shapes: [], asked: [] });
  expect(symbolsOfGround(undefined)).toEqual([]);
});

describe('circles', () => {
  test('[M24] three discs lie on one another, the largest below, each ending where its ring ends', () => {
    const discs = pathsIn(printed(PLAIN).shapes);

    const reach = discs.map(({ d }) => distance(endsIn(d)[0]!, CENTRE));
    expect(reach).toEqual([...RING_ENDS].reverse());
    expect(new Set(discs.map(({ fill }) => fill)).size).toBe(3);
  });

  test('[M24] without sectors there is no border and no sign', () => {
    const { shapes, asked } = printed(PLAIN);

    expect([shapes.length, asked]).toEqual([3, []]);
    expect(symbolsOfGround(PLAIN)).toEqual([]);
  });

  test('[M24] each sector has a sign of its own that stands in it, within the outermost ring', () => {
    const { shapes, asked } = printed(CIRCLES);
    const signs = middles(shapes);

    expect(signs.map(sectorAt)).toEqual(SECTORS);
    expect(signs.map(ringAt)).toEqual(SECTORS.map(() => 3));
    expect(new Set(asked).size).toBe(5);
    expect(symbolsOfGround(CIRCLES)).toEqual(asked);
  });

  test('[M24] borders are drawn where one sector ends and the next begins, and end with the rings', () => {
    const borders = pathsIn(printed(CIRCLES).shapes).filter(({ dash }) => dash);

    expect(borders).toHaveLength(5);
    for (const [at, { d }] of borders.entries()) {
      const [, end] = endsIn(d);
      expect(distance(end!, CENTRE)).toBeCloseTo(RING_ENDS[2], 2);
      const [before, after] = [-0.01, 0.01].map((turn) => sectorAt(turned(end!, turn)));
      expect([before, after]).toEqual([SECTORS[at], SECTORS[(at + 1) % SECTORS.length]]);
    }
  });
});

/** The place turned clockwise around the middle of the circles, in radians. */
function turned({ x, y }: Point, by: number): Point {
  const [dx, dy] = [x - CENTRE.x, y - CENTRE.y];
  const [cos, sin] = [Math.cos(by), Math.sin(by)];
  return { x: CENTRE.x + dx * cos - dy * sin, y: CENTRE.y + dx * sin + dy * cos };
}

test('[M25] the sun stands on the panel of the good day, the rain on that of the bad, a fold between them', () => {
  const { shapes, asked } = printed(PANELS);

  expect(asked.slice(0, 2)).toEqual(['sun', 'rain']);
  expect(symbolsOfGround(PANELS)).toEqual(asked);
  expect(middles(shapes).slice(0, 2).map(panelAt)).toEqual(['good', 'bad']);
  const [good, bad, fold] = pathsIn(shapes);
  expect([good, bad].map((one) => panelAt(middleOf(one!)))).toEqual(['good', 'bad']);
  expect(good?.fill).not.toBe(bad?.fill);
  expect(endsIn(fold!.d)).toEqual([
    { x: 800, y: 0 },
    { x: 800, y: 1200 },
  ]);
});

test('[M25] on the fold stands whose days they are: one’s own, or those of a child who lives here', () => {
  const theirs = printed({ ...PANELS, person: 'a-child' });

  expect(printed(PANELS).asked.slice(2)).toEqual(['self']);
  expect(theirs.asked.slice(2)).toEqual(['child']);
  expect(middles(theirs.shapes)[2]).toMatchObject({ x: 800 });
});

function middleOf({ d }: Path): Point {
  const xs = endsIn(d).map(({ x }) => x);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: 600 };
}
