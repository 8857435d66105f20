/** [M13]: how a link feels, and which way it goes, is read off its pixels without colour. */
import { describe, expect, test } from 'vitest';

import { runsOf, type Run } from '#domain/bonds.ts';
import { DIRECTIONS, VALENCES, type Direction, type Valence } from '#domain/feeling.ts';
import type { Point } from '#domain/page.ts';
import { paintShape } from '#paint/paint.ts';
import { bondShapes, pictureOfLine } from '#picture/bonds.ts';
import type { Shape } from '#picture/shape.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { aLink, anItem } from '../fixtures/marks.ts';
import { Finger } from './hands.ts';
import { aStage } from './paper.ts';
import { bareCanvas, darkRuns, greyAt, greysAlong, seenAbove, type Seen } from './seen.ts';
import { aTable } from './tablet.ts';

const ANGLES = [0, 23, 45, 90, 117, 180, 211, 300];
const LENGTHS = [90, 150, 260, 600];
/** Pixels to a page unit: of a small tablet, a large one, and an exported picture. */
const SCALES = [0.5, 1, 2];

/** The teeth of a quarrel reach so far beside the line, and nothing else does. */
const BESIDE = 11;
/** At the ends of a line arrows stand, and in the middle the picture of its kind. */
const ENDS = 36;
const MIDDLE = 32;

/** Side of the paper that is painted on, in page units. */
const SIDE = 680;

function painted(shapes: readonly Shape[], scale: number): Seen {
  const context = bareCanvas(SIDE * scale, SIDE * scale);
  context.scale(scale, scale);
  for (const shape of shapes) paintShape(context, shape);
  return { image: context.getImageData(0, 0, SIDE * scale, SIDE * scale), scale };
}

/** A line of this length and direction through the middle of the paper. */
function runAt(degrees: number, length: number): Run {
  const turn = (degrees * Math.PI) / 180;
  const [dx, dy] = [(Math.cos(turn) * length) / 2, (Math.sin(turn) * length) / 2];
  return [
    { x: SIDE / 2 - dx, y: SIDE / 2 - dy },
    { x: SIDE / 2 + dx, y: SIDE / 2 + dy },
  ];
}

/** A place so far along the line and so far beside it. */
function beside([from, to]: Run, along: number, aside: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return { x: from.x + x * along - y * aside, y: from.y + y * along + x * aside };
}

/** Which share of the way, so far beside the line, is dark between its arrows and the picture in its middle. */
function darkShare(seen: Seen, run: Run, aside: number): number {
  const length = Math.hypot(run[1].x - run[0].x, run[1].y - run[0].y);
  const pieces =
    length > 2 * (ENDS + MIDDLE) + 60
      ? [
          [ENDS, length / 2 - MIDDLE],
          [length / 2 + MIDDLE, length - ENDS],
        ]
      : [[Math.min(ENDS, length / 4), length - Math.min(ENDS, length / 4)]];
  const greys = pieces.flatMap(([from = 0, to = 0]) =>
    greysAlong(seen, beside(run, from, aside), beside(run, to, aside)),
  );
  return greys.filter((grey) => grey < 128).length / greys.length;
}

/** Half as thick as a line that says something. */
const THIN = 6.5;

/** How the link feels, by its pixels: a whole line in its middle or not, teeth beside it or not; thin is unsaid. */
function readValence(seen: Seen, run: Run): Valence | undefined {
  const whole = darkShare(seen, run, 0) > 0.85;
  const teeth = Math.min(darkShare(seen, run, BESIDE), darkShare(seen, run, -BESIDE)) > 0.08;
  if (whole) return teeth ? 'both' : thicknessOf(seen, run) < THIN ? undefined : 'support';
  return teeth ? 'stress' : 'neutral';
}

/** How thick the line is in the mean, near its beginning. */
function thicknessOf(seen: Seen, run: Run): number {
  const widths = [48, 49, 50, 51, 52].map((along) =>
    Math.max(...darkRuns(greysAlong(seen, beside(run, along, -24), beside(run, along, 24)))),
  );
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}

/** Which way the link goes, by its pixels: an arrow is broad at its foot and has a tip. */
function readDirection(seen: Seen, [from, to]: Run): Direction {
  const isArrow = (run: Run): boolean => {
    const widthAt = (along: number): number => {
      const across = greysAlong(seen, beside(run, along, -24), beside(run, along, 24));
      return Math.max(0, ...darkRuns(across));
    };
    return widthAt(30) >= 22 && widthAt(6) <= 7;
  };
  const [there, back] = [isArrow([to, from]), isArrow([from, to])];
  if (there) return back ? 'both' : 'there';
  return back ? 'back' : 'none';
}

describe.each(SCALES)('at %d pixels to a page unit', (scale) => {
  test.each([...VALENCES, undefined])(
    '[M13] a link that says "%s" is told from all others in grey, whichever way it runs and however long',
    (valence) => {
      for (const degrees of ANGLES) {
        for (const length of LENGTHS) {
          const run = runAt(degrees, length);
          const looks = { relation: undefined, valence, direction: 'none' } as const;
          const seen = painted(bondShapes(run, looks, pictureOf), scale);
          expect([degrees, length, readValence(seen, run)]).toEqual([degrees, length, valence]);
        }
      }
    },
  );

  test.each(DIRECTIONS)(
    '[M13] arrows that say "%s" are told from the three others in grey, whatever the link says',
    (direction) => {
      for (const valence of VALENCES) {
        for (const degrees of ANGLES) {
          const run = runAt(degrees, 260);
          const looks = { relation: 'help', valence, direction } as const;
          const seen = painted(bondShapes(run, looks, pictureOf), scale);
          expect([valence, degrees, readDirection(seen, run)]).toEqual([
            valence,
            degrees,
            direction,
          ]);
          expect([valence, degrees, readValence(seen, run)]).toEqual([valence, degrees, valence]);
        }
      }
    },
  );
});

test('[M13] [M7] an arrow ends where its link does, and no line shows beyond its tip', () => {
  for (const valence of VALENCES) {
    for (const degrees of ANGLES) {
      const run = runAt(degrees, 260);
      const looks = { relation: undefined, valence, direction: 'both' } as const;
      const seen = painted(bondShapes(run, looks, pictureOf), 2);
      for (const [from, to] of [
        [-12, -2.5],
        [262.5, 272],
      ] as const) {
        const beyond = greysAlong(seen, beside(run, from, 0), beside(run, to, 0));
        expect([valence, degrees, darkRuns(beyond)]).toEqual([valence, degrees, []]);
      }
    }
  }
});

describe('between pictures that lie side by side', () => {
  /** So much of a link is free between two pictures of the usual size whose middles are so far apart. */
  const FREE = [230, 260, 300].map((apart) => {
    const [from, to] = [anItem(1, { x: 100, y: 340 }), anItem(2, { x: 100 + apart, y: 340 })];
    const [{ run } = { run: runAt(0, 0) }] = runsOf({
      items: [from, to],
      links: [aLink(from, to)],
    });
    return [apart, run] as const;
  });
  /** Fewer dark places than these, of one page unit, no child sees. */
  const SEEN = 60;

  test.each(FREE.flatMap((one) => DIRECTIONS.map((way) => [one[0], way, one[1]] as const)))(
    '[M13] %i apart and with arrows that say "%s" each still says how it feels',
    (_, direction, run) => {
      const looks = VALENCES.map((valence) => {
        const shapes = bondShapes(run, { relation: 'help', valence, direction }, pictureOf);
        const { image } = painted(shapes, 1);
        return isDark(image);
      });
      const alike = VALENCES.flatMap((one, at) =>
        VALENCES.slice(0, at).flatMap((other, before) => {
          const [a, b] = [looks[at] ?? [], looks[before] ?? []];
          const apart = a.filter((dark, place) => dark !== b[place]).length;
          return apart < SEEN ? [`${one} = ${other}`] : [];
        }),
      );
      expect(alike).toEqual([]);
    },
  );

  function isDark({ data, width, height }: ImageData): boolean[] {
    const seen = { image: new ImageData(data, width, height), scale: 1 };
    return Array.from({ length: width * height }, (_, at) => {
      return greyAt(seen, { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 }) < 128;
    });
  }
});

test('[M13] on the lines to choose by the four are told apart, too', () => {
  for (const valence of VALENCES) {
    const { width, height, shapes } = pictureOfLine(valence);
    const seen = painted(shapes, 1);
    const run: Run = [
      { x: 12, y: height / 2 },
      { x: width - 12, y: height / 2 },
    ];
    expect(readValence(seen, run)).toBe(valence);
  }
});

test('[M13] a link shows on dark ink as on white paper: it has a rim of paper', () => {
  for (const valence of VALENCES) {
    const run = runAt(30, 500);
    const looks = { relation: undefined, valence, direction: 'there' } as const;
    const night: Shape = { kind: 'path', d: 'M0 0h680v680h-680z', fill: '#231a15' };
    const seen = painted([night, ...bondShapes(run, looks, pictureOf)], 1);
    const across = greysAlong(seen, beside(run, 150, -40), beside(run, 150, 40));
    expect(across.filter((grey) => grey > 200).length).toBeGreaterThan(6);
    expect(readDirection(seenOnPaper(seen), run)).toBe('there');
  }
});

/** What is as dark as the night around made white, but for what lies within the rim. */
function seenOnPaper({ image, scale }: Seen): Seen {
  const data = new Uint8ClampedArray(image.data);
  const grey = (x: number, y: number): number =>
    greyAt({ image, scale }, { x: x + 0.5, y: y + 0.5 });
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width && grey(x, y) < 60; x++) data.fill(255, at(x, y), at(x, y) + 4);
    for (let x = image.width - 1; x >= 0 && grey(x, y) < 60; x--) {
      data.fill(255, at(x, y), at(x, y) + 4);
    }
  }
  return { image: new ImageData(data, image.width, image.height), scale };
  function at(x: number, y: number): number {
    return 4 * (y * image.width + x);
  }
}

test('[M13] on the sheet itself the four are told apart, and so are their arrows', async () => {
  const { bench } = await aTable('map');
  const { stage, host } = aStage(bench.touch);
  bench.attach(stage);
  const finger = new Finger(host);
  const middle = { x: 800, y: 600 };
  const around = [
    { x: 250, y: 250, valence: 'support', direction: 'there' },
    { x: 1300, y: 300, valence: 'stress', direction: 'back' },
    { x: 1350, y: 1000, valence: 'both', direction: 'both' },
    { x: 200, y: 900, valence: 'neutral', direction: 'none' },
  ] as const;
  for (const { x, y } of [middle, ...around]) {
    bench.take('house');
    finger.tap(x, y);
  }
  bench.pick('join');
  for (const { x, y, valence, direction } of around) {
    bench.letGo();
    bench.bind({ valence, direction, relation: 'play' });
    finger.line([middle, { x: (middle.x + x) / 2, y: (middle.y + y) / 2 }, { x, y }]);
  }

  const seen = await seenAbove(host, ['links']);

  const read = runsOf(bench.shown).map(({ run }) => ({
    valence: readValence(seen, run),
    direction: readDirection(seen, run),
  }));
  expect(read).toEqual(around.map(({ valence, direction }) => ({ valence, direction })));
});
