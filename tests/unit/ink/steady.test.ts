import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { toSegment, type Point } from '#domain/page.ts';
import { placeOf, sampleAt, type Sample } from '#ink/sample.ts';
import { reachBack, steady } from '#ink/steady.ts';
import { handDrawn } from '../../fixtures/hands.ts';
import { seeded } from '../../fixtures/names.ts';

const seeds = fc.nat(1_000_000);
/** As old tablets read a finger, as most do, and as those for artists do. */
const RATES = [60, 120, 240];

/** A bow of changing speed, read so many times a second. */
function bow(perSecond: number, speed: number): Sample[] {
  const every = 1000 / perSecond;
  return Array.from({ length: Math.floor(1500 / every) }, (_, at) => {
    const t = at * every;
    const turn = (t * speed) / 300;
    return sampleAt({ x: 800 + 300 * Math.cos(turn), y: 600 + 200 * Math.sin(1.3 * turn) }, t);
  });
}

function apart(at: Point, line: readonly Point[]): number {
  return Math.min(...line.map((from, index) => toSegment(at, [from, line[index + 1] ?? from])));
}

property.prop([fc.double({ min: 0.05, max: 2, noNaN: true })], { numRuns: 40 })(
  '[I29] a line looks the same however often a second the tablet reads the finger',
  (speed) => {
    const [slow, ...faster] = RATES.map((rate) => steady(bow(rate, speed)).map(placeOf));

    for (const line of faster) {
      const off = slow!.slice(3, -3).map((at) => apart(at, line));
      expect(Math.max(...off)).toBeLessThan(2);
    }
  },
);

property.prop([seeds, fc.nat(60)])(
  '[I8] what was painted while the finger moved stays: only what came before counts',
  (seed, until) => {
    const samples = handDrawn(seed);

    expect(steady(samples.slice(0, until))).toEqual(steady(samples).slice(0, until));
    expect(steady(samples, until)).toEqual(steady(samples).slice(until));
  },
);

property.prop([seeds])('[I29] the record is not touched: times and pressures stay', (seed) => {
  const samples = handDrawn(seed).map((one, at) => ({ ...one, pressure: at % 256 }));
  const before = structuredClone(samples);

  const times = steady(samples).map(({ t, pressure }) => ({ t, pressure }));

  expect(times).toEqual(samples.map(({ t, pressure }) => ({ t, pressure })));
  expect(samples).toEqual(before);
});

property.prop([seeds, fc.constantFrom(...RATES)])(
  '[I29] the tremor of a slow hand is taken out',
  (seed, rate) => {
    const next = seeded(seed);
    const every = 1000 / rate;
    const samples = Array.from({ length: rate }, (_, at) =>
      sampleAt({ x: 400 + 0.05 * at * every, y: 600 + 4 * (next() - 0.5) }, at * every),
    );
    const tremor = (line: readonly Sample[]): number =>
      line.slice(5).reduce((sum, { y }) => sum + (y / 8 - 600) ** 2, 0);

    expect(tremor(steady(samples))).toBeLessThan(0.8 * tremor(samples));
  },
);

test('[I29] a fast hand is followed as it is', () => {
  const swing = Array.from({ length: 20 }, (_, at) =>
    sampleAt({ x: 20 * at, y: 7 * at * (at % 2) }, at * 8),
  );

  expect(steady(swing)).toEqual(swing);
});

test('[I29] where a finger rests the line comes to rest where the finger is', () => {
  const way = [0, 10, 20, 30, 40].map((x, at) => sampleAt({ x: 500 + x, y: 500 }, at * 16));
  const rest = [96, 112, 128, 144].map((t) => sampleAt({ x: 540, y: 500.125 }, t));

  expect(placeOf(steady([...way, ...rest]).at(-1)!).x).toBeCloseTo(540, 6);
});

property.prop([seeds, fc.nat(59)])(
  '[I20] what lies farther back than the reach of a sample does not weigh on it',
  (seed, at) => {
    const samples = handDrawn(seed);
    const first = Math.max(at - Math.max(reachBack(samples, at), 2), 0);

    expect(steady(samples.slice(first))[at - first]).toEqual(steady(samples)[at]);
  },
);
