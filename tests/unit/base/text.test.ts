import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { isolated, linesOf, plainLine, plainLines, shortened, shortName } from '#base/text.ts';

/** Letters of several scripts, signs of several code points, and none that joins its neighbours. */
const words = fc
  .array(fc.constantFrom('a', 'ñ', 'س', '山', '🦙', '🧑‍🌾', '👨‍👩‍👧', 'é', ' '), {
    maxLength: 60,
    size: 'max',
  })
  .map((signs) => signs.join(''));

function signsIn(text: string): string[] {
  const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(signs.segment(text), ({ segment }) => segment);
}

test('[M18] what is short enough stays as it is, to the last sign', () => {
  expect(shortened('mayu', 4)).toBe('mayu');
  expect(shortened('🧑‍🌾🧑‍🌾🧑‍🌾🧑‍🌾', 4)).toBe('🧑‍🌾🧑‍🌾🧑‍🌾🧑‍🌾');
  expect(shortened('', 4)).toBe('');
});

test('[M18] a herder with a staff is one sign and never cut in two, nor is a letter with its accent', () => {
  expect(shortened('🧑‍🌾🧑‍🌾🧑‍🌾🧑‍🌾', 3)).toBe('🧑‍🌾🧑‍🌾…');
  expect(shortened('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
});

test('[M18] three hundred letters become as few as asked, without a gap before the ellipsis', () => {
  expect(shortened('a'.repeat(300), 24)).toBe(`${'a'.repeat(23)}…`);
  expect(shortened(`${'a'.repeat(22)} bcd`, 24)).toBe(`${'a'.repeat(22)}…`);
});

property.prop([words, fc.integer({ min: 1, max: 30 })])(
  '[M18] however a name is shortened, it begins as it was said and is no longer than asked',
  (text, most) => {
    const short = shortened(text, most);

    expect(signsIn(short).length).toBeLessThanOrEqual(most);
    expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
    expect(short === text).toBe(signsIn(text).length <= most);
  },
);

test('[M18] words are kept from turning what stands beside them, by signs that are not seen', () => {
  const text = 'שלום';

  expect(isolated(text)).toBe(`\u2068${text}\u2069`);
});

property.prop([words, fc.integer({ min: 1, max: 30 })])(
  '[T7] in lines no word is lost or torn that fits, and no line is longer than asked',
  (text, most) => {
    const lines = linesOf(text, most);

    for (const line of lines) expect(signsIn(line).length).toBeLessThanOrEqual(most);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    const torn = text.split(' ').filter((word) => word !== '' && signsIn(word).length <= most);
    for (const word of torn)
      expect(lines.some((line) => line.split(' ').includes(word))).toBe(true);
  },
);

test('[D3] what is typed or pasted loses signs that cannot be seen or that turn the words around them, and nothing else', () => {
  expect(plainLine('uno\ndos\u0000\u202etres\u2066 🦙 <b>')).toBe('uno dos  tres  🦙 <b>');
  expect(plainLines('uno\r\ndos\rtres\u202e')).toBe('uno\ndos\ntres ');
});

test.each([
  ['Juntos 2026', 'juntos-2026'],
  ['  Niñez, aquí ', 'ninez-aqui-'],
  ['../../secrets', 'secrets'],
  ['¿?', ''],
  ['a'.repeat(70), 'a'.repeat(64)],
])('[D5] %s typed as a code is %s', (typed, code) => {
  expect(shortName(typed, 64)).toBe(code);
});
