import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { runsOf, type Run } from '#domain/bonds.ts';
import { DIRECTIONS, VALENCES, type Direction, type Valence } from '#domain/feeling.ts';
import { distance, toSegment, type Point } from '#domain/page.ts';
import {
  bondShapes,
  middleOf,
  pictureOfLine,
  ROPE,
  symbolOfRelation,
  type BondLooks,
} from '#picture/bonds.ts';
import type { Path, Shape } from '#picture/shape.ts';
import { SQUARE } from '../../fixtures/art.ts';
import { aLink, anItem } from '../../fixtures/marks.ts';
import { endsIn } from '../../fixtures/outlines.ts';

const RUN: Run = [
  { x: 200, y: 600 },
  { x: 800, y: 600 },
];
const looks = (over: Partial<BondLooks> = {}): BondLooks => ({ ...ROPE, ...over });
const shapesOf = (run: Run, over: Partial<BondLooks> = {}): Shape[] =>
  bondShapes(run, looks(over), () => SQUARE);

/** Runs to all sides, from the shortest there is to one across the sheet. */
const runs = fc
  .tuple(
    fc.nat(1600),
    fc.nat(1200),
    fc.nat(359),
    fc.oneof(fc.constant(44), fc.integer({ min: 44, max: 1900 })),
  )
  .map(([x, y, degrees, length]): Run => {
    const angle = (degrees * Math.PI) / 180;
    return [
      { x, y },
      { x: x + Math.cos(angle) * length, y: y + Math.sin(angle) * length },
    ];
  });

function pathsIn(shapes: readonly Shape[]): Path[] {
  return shapes.flatMap((shape) => (shape.kind === 'path' ? [shape] : []));
}

/** The lines without their rims of paper, and without arrows. */
function linesIn(shapes: readonly Shape[]): Path[] {
  const [rim] = pathsIn(shapes);
  return pathsIn(shapes).filter(({ stroke, fill }) => stroke !== rim?.stroke && !fill);
}

function arrowsIn(shapes: readonly Shape[]): Path[] {
  return pathsIn(shapes).filter(({ fill }) => fill !== undefined);
}

/** What an eye without colours sees of a line: whole, in dots, or with teeth. */
function lookOf({ d, dash }: Path): 'whole' | 'dots' | 'teeth' {
  if (dash) return 'dots';
  return endsIn(d).length > 2 ? 'teeth' : 'whole';
}

const LOOKS: Readonly<Record<Valence, string[]>> = {
  support: ['whole'],
  stress: ['teeth'],
  both: ['whole', 'teeth'],
  neutral: ['dots'],
};

property.prop([runs, fc.constantFrom(...VALENCES), fc.constantFrom(...DIRECTIONS)])(
  '[M13] the four lines differ without colour, also where there is hardly room for one',
  (run, valence, direction) => {
    const lines = linesIn(shapesOf(run, { valence, direction }));

    expect(lines.map(lookOf)).toEqual(LOOKS[valence]);
    expect(pictureOfLine(valence).shapes.map(lookOf)).toEqual(LOOKS[valence]);
  },
);

property.prop([runs])('[M13] teeth stand out to both sides of the way, seen at a glance', (run) => {
  const [teeth] = linesIn(shapesOf(run, { valence: 'stress' }));
  const corners = endsIn(teeth!.d).slice(1, -1);

  for (const corner of corners) expect(toSegment(corner, run)).toBeCloseTo(13, 1);
  const sides = corners.map((corner) => Math.sign(sideOf(run, corner)));
  expect(sides).toEqual(sides.map((_, at) => (at % 2 === 0 ? sides[0] : -sides[0]!)));
});

/** On which side of a run a place lies. */
function sideOf([from, to]: Run, { x, y }: Point): number {
  return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}

test('[M7] a line is ink with a rim of paper below it, so that it shows on any ground', () => {
  for (const valence of VALENCES) {
    const shapes = shapesOf(RUN, { valence });
    const lines = linesIn(shapes);
    const rims = pathsIn(shapes).slice(0, pathsIn(shapes).indexOf(lines[0]!));

    for (const line of lines) {
      const rim = rims.find(({ d }) => d === line.d);
      expect(rim!.width!).toBeGreaterThan(line.width!);
      expect(rim!.stroke).not.toBe(line.stroke);
    }
  }
});

test.each<[Direction, number[]]>([
  ['there', [800]],
  ['back', [200]],
  ['both', [800, 200]],
  ['none', []],
])(
  '[M12] a link that goes %s has its arrows at %j, and its line ends where they begin',
  (direction, tips) => {
    const shapes = shapesOf(RUN, { direction });

    expect(arrowsIn(shapes).map(({ d }) => endsIn(d)[0])).toEqual(tips.map((x) => ({ x, y: 600 })));
    const [from, to] = endsIn(linesIn(shapes)[0]!.d);
    expect(from!.x > 200).toBe(tips.includes(200));
    expect(to!.x < 800).toBe(tips.includes(800));
  },
);

property.prop([runs])('[M12] both arrows have room even on the shortest line', (run) => {
  const [there, back] = arrowsIn(shapesOf(run, { direction: 'both' }));
  const middle = middleOf(run);
  const reach = distance(...run) / 2;

  for (const arrow of [there!, back!]) {
    const [tip, ...corners] = endsIn(arrow.d);
    expect(distance(tip!, middle)).toBeCloseTo(reach, 1);
    const [left, right] = corners;
    expect(distance(middleOf([left!, right!]), tip!)).toBeLessThanOrEqual(reach + 0.01);
  }
  const [from, to] = endsIn(linesIn(shapesOf(run, { direction: 'both' }))[0]!.d);
  expect(distance(from!, run[0])).toBeLessThan(distance(to!, run[0]));
});

test('[M12] the picture of its kind stands in the middle of the line; a link of no kind has none', () => {
  const asked: string[] = [];
  const shapes = bondShapes(RUN, looks({ relation: 'water' }), (symbol) => {
    asked.push(symbol);
    return SQUARE;
  });

  expect(asked).toEqual([symbolOfRelation('water')]);
  const [disc, picture] = shapes.flatMap((shape) => (shape.kind === 'placed' ? [shape] : []));
  expect(disc).toMatchObject({ x: 500, y: 600, scale: 1 });
  const side = picture!.scale * SQUARE.width;
  expect([picture!.x + side / 2, picture!.y + side / 2]).toEqual([500, 600]);
  expect(shapesOf(RUN).some(({ kind }) => kind === 'placed')).toBe(false);
});

test('[M12] on a short line the picture of its kind is smaller, but never too small to be seen', () => {
  const scaleAt = (length: number): number => {
    const [disc] = shapesOf([RUN[0], { x: 200 + length, y: 600 }], { relation: 'help' }).flatMap(
      (shape) => (shape.kind === 'placed' ? [shape] : []),
    );
    return disc!.scale * 27;
  };

  expect([600, 90, 75, 44].map(scaleAt)).toEqual([27, 27, 22.5, 19]);
});

property.prop([runs, runs, fc.constantFrom(...VALENCES), fc.constantFrom(...DIRECTIONS)])(
  '[M27] wherever a link runs, it is made of the same kinds of shapes in the same order',
  (one, other, valence, direction) => {
    const kinds = (run: Run): string[] =>
      shapesOf(run, { valence, direction, relation: 'help' }).map(({ kind }) => kind);

    expect(kinds(one)).toEqual(kinds(other));
  },
);

test('[M7] the line follows when a picture moves; without one of its pictures it is not drawn', () => {
  const [a, b] = [anItem(1, { x: 200, y: 600 }), anItem(2, { x: 900, y: 600 })];
  const drawn = (...items: (typeof a)[]): unknown => {
    const [joined] = runsOf({ items, links: [aLink(a, b)] });
    return joined && pathsIn(bondShapes(joined.run, joined.link, () => SQUARE))[0]?.d;
  };

  expect(drawn(a, b)).toBe('M290.1 600L809.9 600');
  expect(drawn(a, { ...b, x: 200, y: 1000 })).toBe('M200 690.1L200 909.9');
  expect(drawn(a)).toBeUndefined();
});
