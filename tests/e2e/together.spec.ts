/** Several children at one sheet, at the same moment. */
import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { Fingers, type Place } from './hands.ts';
import { recordOf } from './record.ts';

/** Readings of each finger, the first touch among them. */
const SAMPLES = 99;
/** Each child draws from its own side: where, and which colour and hand the record must name. */
const CHILDREN = [
  { by: 'zorro-01', crayon: 'red', from: { x: 700, y: 1100 }, stepX: 5, stepY: -4 },
  { by: 'llama-02', crayon: 'blue', from: { x: 900, y: 60 }, stepX: -5, stepY: 4 },
  { by: 'colibri-03', crayon: 'green', from: { x: 60, y: 300 }, stepX: 5, stepY: 1 },
] as const;

test('[I22][I4] three children draw at once: every reading of each is kept, in its colour and under its name', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.turnTo('llama');
  await app.turnTo('colibri');
  await app.drawTogether();
  const fingers = await Fingers.on(page);
  const hands = CHILDREN.map((_, finger) => fingers.finger(finger));
  const lines = await Promise.all(
    CHILDREN.map(({ from, stepX, stepY }) =>
      app.inWindow(
        Array.from({ length: SAMPLES }, (_, at): Place => {
          return { x: from.x + at * stepX, y: from.y + at * stepY };
        }),
      ),
    ),
  );
  await app.kept(CHILDREN.length, async () => {
    for (const [finger, hand] of hands.entries()) await hand.down(placeAt(lines, finger, 0));
    const moves = Array.from({ length: SAMPLES - 1 }, (_, at) =>
      fingers.together(
        new Map(hands.map((__, finger) => [finger, placeAt(lines, finger, at + 1)])),
      ),
    );
    await Promise.all(moves);
    for (const hand of hands) await hand.up();
  });
  await app.finish('keep');

  const session = recordOf(await app.handOver());
  const strokes = session.works.flatMap((work) => work.strokes);
  expect(
    strokes
      .map(({ by, crayon, input, x }) => ({ by, crayon, input, samples: x.length }))
      .toSorted((a, b) => a.by.slice(-2).localeCompare(b.by.slice(-2))),
  ).toEqual(CHILDREN.map(({ by, crayon }) => ({ by, crayon, input: 'touch', samples: SAMPLES })));
  for (const { by, from, stepX, stepY } of CHILDREN) {
    const line = strokes.find((stroke) => stroke.by === by);
    for (const [at, x] of (line?.x ?? []).entries()) {
      expect(Math.abs(x / 8 - from.x - at * stepX)).toBeLessThan(1.5);
      expect(Math.abs((line?.y[at] ?? NaN) / 8 - from.y - at * stepY)).toBeLessThan(1.5);
    }
  }
});

test('[I22] a child at its dock takes another colour, and only its own lines change', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.turnTo('llama');
  await app.drawTogether();
  await page.getByRole('button', { name: app.says('animal.llama') }).tap();
  await page.getByRole('button', { name: app.says('crayon.sky'), exact: true }).tap();
  await app.kept(2, async () => {
    await app.drawLine(
      [
        { x: 500, y: 1000 },
        { x: 800, y: 1000 },
      ],
      'touch',
    );
    await app.drawLine(
      [
        { x: 1100, y: 200 },
        { x: 700, y: 200 },
      ],
      'touch',
    );
  });
  await app.finish('keep');
  const { works } = recordOf(await app.handOver());
  expect(works.flatMap(({ strokes }) => strokes.map(({ by, crayon }) => [by, crayon]))).toEqual([
    ['zorro-01', 'red'],
    ['llama-02', 'sky'],
  ]);
});

function placeAt(lines: readonly (readonly Place[])[], finger: number, at: number): Place {
  const place = lines[finger]?.[at];
  if (!place) throw new Error('a place is missing');
  return place;
}
