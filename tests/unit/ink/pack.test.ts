import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { boxOfPacked, isForward, isWithinRange, pack, unpack } from '#ink/pack.ts';
import { sampleAt, SAMPLE_RANGE, type Sample } from '#ink/sample.ts';
import { handDrawn } from '../../fixtures/hands.ts';
import { samplesAlong } from '../../fixtures/marks.ts';

const { least, mostX, mostY } = SAMPLE_RANGE;
const readings = fc.record({
  x: fc.integer({ min: least, max: mostX }),
  y: fc.integer({ min: least, max: mostY }),
  wait: fc.oneof(fc.nat(40), fc.nat(7_200_000)),
  pressure: fc.nat(255),
});
const lines: fc.Arbitrary<Sample[]> = fc
  .tuple(fc.array(readings, { minLength: 1, maxLength: 80, size: 'max' }), fc.boolean())
  .map(([list, felt]) => {
    let t = 0;
    return list.map(({ x, y, wait, pressure }) => {
      t += wait;
      return felt ? { x, y, t, pressure } : { x, y, t };
    });
  });

property.prop([lines], { numRuns: 300 })(
  '[I1] unpacking what was packed gives the same samples',
  (samples) => {
    expect(unpack(pack(samples))).toEqual(samples);
  },
);

property.prop([lines], { numRuns: 40 })(
  '[I1] a stroke that is cut anywhere, or goes on after its end, is refused',
  (samples) => {
    const bytes = pack(samples);

    for (let length = 0; length < bytes.length; length++) {
      expect(unpack(bytes.subarray(0, length))).toBeUndefined();
    }
    expect(unpack(Uint8Array.of(...bytes, 0))).toBeUndefined();
  },
);

property.prop([fc.uint8Array({ maxLength: 40 })], { numRuns: 500 })(
  '[I1] whatever bytes come in, what is let in are samples as a hand can make them',
  (bytes) => {
    const samples = unpack(Uint8Array.of(1, ...bytes)) ?? unpack(Uint8Array.of(1, 1, ...bytes));

    expect(samples?.every(isWithinRange) ?? true).toBe(true);
    expect(isForward(samples ?? [])).toBe(true);
    expect(samples?.length ?? 1).toBeGreaterThan(0);
  },
);

property.prop(
  [fc.nat(255), fc.array(fc.constantFrom(0, 1, 2, 3, 0x80, 0x81, 0xff), { maxLength: 12 })],
  { numRuns: 2000 },
)('[I1] bytes that were not packed by us are refused', (head, rest) => {
  const bytes = Uint8Array.of(head, ...rest);
  const samples = unpack(bytes);

  expect(samples === undefined || [...pack(samples)].join() === [...bytes].join()).toBe(true);
});

/** The box of a single place, and a single sample there. */
const [A_BOX, A_DOT] = [
  [0, 0, 0, 0],
  [1, 0, 0, 0],
] as const;

test('[I1] what is refused below differs from what is let in by one thing only', () => {
  expect(unpack(Uint8Array.of(1, ...A_BOX, ...A_DOT))).toEqual([{ x: 0, y: 0, t: 0 }]);
});

property.prop([lines])(
  '[I8] where a stroke lies stands first: nothing else needs to be read',
  (samples) => {
    const bytes = pack(samples);
    const [xs, ys] = [samples.map(({ x }) => x / 8), samples.map(({ y }) => y / 8)];

    const box = boxOfPacked(bytes.subarray(0, 13));

    expect(box).toEqual({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    });
    expect(boxOfPacked(bytes.subarray(0, 3))).toBeUndefined();
  },
);

test.each<[string, number[]]>([
  ['no bytes', []],
  ['another version', [2, ...A_BOX, ...A_DOT]],
  ['a head with a bit we never set', [0x21, ...A_BOX, ...A_DOT]],
  ['a number written longer than needed', [1, ...A_BOX, 0x81, 0x00, 0, 0, 0]],
  ['no sample', [1, ...A_BOX, 0]],
  ['more samples than bytes', [1, ...A_BOX, 100, 0, 0, 0]],
  ['a number without end', [1, ...A_BOX, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0, 0, 0]],
  ['a box that begins elsewhere', [1, 2, 0, 0, 0, ...A_DOT]],
  ['a box that is too high', [1, 0, 0, 0, 1, ...A_DOT]],
  ['a box and nothing in it', [1, ...A_BOX]],
  ['a place left of the margin', bytesOf({ x: least - 1, y: 0, t: 0 })],
  ['a place right of the margin', bytesOf({ x: mostX + 1, y: 0, t: 0 })],
  ['a place above the margin', bytesOf({ x: 0, y: least - 1, t: 0 })],
  ['a place below the margin', bytesOf({ x: 0, y: mostY + 1, t: 0 })],
  ['a time before the touch', bytesOf({ x: 0, y: 0, t: -1 })],
  ['more pressure than there is', bytesOf({ x: 0, y: 0, t: 0, pressure: 256 })],
  ['less pressure than none', bytesOf({ x: 0, y: 0, t: 0, pressure: -1 })],
  ['time running backwards', bytesOf({ x: 0, y: 0, t: 5 }, { x: 1, y: 0, t: 4 })],
])('[I1] %s is refused', (_what, bytes) => {
  expect(unpack(Uint8Array.from(bytes))).toBeUndefined();
});

test('[I1] the least and the most a sample may be are let in', () => {
  const corners: Sample[] = [
    { x: least, y: least, t: 0, pressure: 0 },
    { x: mostX, y: mostY, t: 8_000_000_000, pressure: 255 },
  ];

  expect(unpack(pack(corners))).toEqual(corners);
});

test('[I1] bytes in the middle of a larger buffer are read in their place', () => {
  const samples = samplesAlong({ x: 10, y: 10 }, { x: 20, y: 900 });
  const around = Uint8Array.of(9, 9, 9, ...pack(samples), 9);

  expect(unpack(around.subarray(3, -1))).toEqual(samples);
});

property.prop([fc.nat(1_000_000)], { numRuns: 200 })(
  '[I2] a stroke like a real one takes at most 6 bytes a sample',
  (seed) => {
    const samples = handDrawn(seed);
    const moved = samples.filter(
      ({ x, y }, at) => x !== samples[at - 1]?.x || y !== samples[at - 1]?.y,
    );

    expect(moved.length).toBeGreaterThan(40);
    expect(pack(samples).length / samples.length).toBeLessThanOrEqual(6);
  },
);

property.prop([
  fc.double({ min: -5000, max: 5000, noNaN: true }),
  fc.double({ noNaN: true, min: -3, max: 3 }),
])(
  '[I10] a place beside the sheet is kept as the nearest on its margin, whole eighths of a unit',
  (far, pressure) => {
    const sample = sampleAt({ x: far, y: -far }, 12.4, pressure);

    expect(isWithinRange(sample)).toBe(true);
    expect([sample.x, sample.y, sample.t, sample.pressure].every(Number.isInteger)).toBe(true);
    if (far > -200 && far < 1400) expect(Math.abs(sample.x / 8 - far)).toBeLessThanOrEqual(1 / 16);
  },
);

/** The bytes `pack` would write for these, also for such as no hand makes. */
function bytesOf(...samples: Sample[]): number[] {
  return [...pack(samples)];
}
