import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { randomName } from '#base/chance.ts';
import { asCode, isPin, problemAfter, recoveryCode, waitAfter } from '#domain/pin.ts';

test.each([
  ['1234', true],
  ['000000', true],
  ['123', false],
  ['1234567', false],
  ['12a4', false],
  ['12 34', false],
  ['١٢٣٤', false],
  ['1234\n', false],
])('[L1] %j may be a PIN: %s', (text, may) => {
  expect(isPin(text)).toBe(may);
});

test('[L3] five wrong ones cost nothing, then each makes wait twice as long, an hour at most', () => {
  const waits = Array.from({ length: 16 }, (_, wrong) => waitAfter(wrong) / 1000);

  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
  expect(waitAfter(2_000)).toBe(3_600_000);
});

test('[L3] what is said counts the tries that are left, then how long to wait', () => {
  expect([1, 4, 5, 7].map(problemAfter)).toEqual([
    { code: 'pin/wrong', left: 4 },
    { code: 'pin/wrong', left: 1 },
    { code: 'pin/wait', waitMs: 30_000 },
    { code: 'pin/wait', waitMs: 120_000 },
  ]);
});

property.prop([fc.uint8Array({ minLength: 16, maxLength: 16 })])(
  '[L5] a recovery code is three groups of four, and is the same however it is copied from paper',
  (bytes) => {
    const code = recoveryCode(randomName(() => bytes));

    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const copied = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect(asCode(` ${copied.replace('1', 'l').replaceAll('1', 'I')} `)).toBe(code);
  },
);
