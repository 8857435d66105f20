import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { feltPressure, ribbon, type Piece } from '#ink/ribbon.ts';
import { sampleAt, type Sample } from '#ink/sample.ts';
import { handDrawn } from '../../fixtures/hands.ts';

const seeds = fc.nat(1_000_000);
const WIDEST = 50;

/** A straight way at so many units a millisecond, read so many times a second, pressed as said. */
function way(speed: number, rate = 60, pressure?: (at: number) => number): Sample[] {
  return Array.from({ length: rate / 2 }, (_, at) => {
    const t = (at * 1000) / rate;
    return sampleAt({ x: 100 + speed * t, y: 500 }, t, pressure?.(at));
  });
}

function widthAt(pieces: readonly Piece[], at: number): number {
  return pieces.find(({ from, to }) => from <= at && at < to)!.width;
}

property.prop([seeds, fc.nat(30), fc.boolean()])(
  '[I11] a brush’s pieces follow one another without a gap, none broader than the brush or thin as a hair',
  (seed, begin, pressed) => {
    const samples = handDrawn(seed).map((one, at) => ({
      ...one,
      ...(pressed && { pressure: (at * 37) % 256 }),
    }));
    const pieces = ribbon(samples, WIDEST, begin);

    expect(pieces.map(({ from }) => from)).toEqual([
      begin,
      ...pieces.slice(0, -1).map(({ to }) => to),
    ]);
    expect(pieces.at(-1)?.to).toBe(samples.length);
    for (const { width } of pieces) {
      expect(width).toBeGreaterThanOrEqual(WIDEST / 4);
      expect(width).toBeLessThanOrEqual(WIDEST);
    }
  },
);

property.prop([seeds, fc.nat(59)])(
  '[I8] a brush’s line painted while it grows is the line painted at the end',
  (seed, until) => {
    const samples = handDrawn(seed);
    const whole = ribbon(samples, WIDEST);
    const grown = [...ribbon(samples.slice(0, until), WIDEST), ...ribbon(samples, WIDEST, until)];

    for (let at = 0; at < samples.length; at++) {
      expect(widthAt(grown, at)).toBe(widthAt(whole, at));
    }
  },
);

test('[I11] a slow brush is broad, a fast one thin, and it swells and thins little by little', () => {
  const [slow, fast] = [ribbon(way(0.02), WIDEST), ribbon(way(2.5), WIDEST)];

  expect(slow.every(({ width }) => width >= WIDEST - 2)).toBe(true);
  expect(fast[0]?.width).toBe(WIDEST);
  expect(fast.at(-1)?.width).toBe(14);
  expect(fast.length).toBeGreaterThan(3);
});

test('[I11] where a pen feels pressure it decides, whatever the speed', () => {
  const soft = ribbon(
    way(0.02, 60, (at) => 0.3 + 0.01 * (at % 2)),
    WIDEST,
  );
  const hard = ribbon(
    way(2.5, 60, (at) => 1 - 0.01 * (at % 2)),
    WIDEST,
  );

  expect(soft.every(({ width }) => width < 0.4 * WIDEST)).toBe(true);
  expect(hard.every(({ width }) => width > 0.9 * WIDEST)).toBe(true);
});

test.each([0, 1, 0.5])(
  '[I18] pressure that is always %d is no pressure: speed decides',
  (always) => {
    for (const speed of [0.02, 0.7, 2.5]) {
      const flat = way(speed, 60, () => always);

      expect(feltPressure(flat)).toBe(false);
      expect(ribbon(flat, WIDEST)).toEqual(ribbon(way(speed), WIDEST));
    }
  },
);

test('[I18] a pen has shown after four readings whether it feels', () => {
  const late = way(1, 60, (at) => (at < 4 ? 0.5 : 0.9));
  const felt = way(1, 60, (at) => (at < 3 ? 0.5 : 0.9));

  expect([late, felt].map(feltPressure)).toEqual([false, true]);
  expect([[], way(1).slice(0, 1)].map(feltPressure)).toEqual([false, false]);
});

property.prop([fc.double({ min: 0.02, max: 2.5, noNaN: true })])(
  '[I29] a brush is as broad however often a second the tablet reads the finger',
  (speed) => {
    const ends = [60, 120, 240].map((rate) => ribbon(way(speed, rate), WIDEST).at(-1)!.width);

    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(0.1 * WIDEST);
  },
);
