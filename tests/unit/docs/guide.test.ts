import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { en } from '#i18n/en.ts';
import { esPE } from '#i18n/es-PE.ts';
import type { Messages } from '#i18n/messages.ts';

const [spanish = '', english = ''] = readFileSync('docs/guide/facilitator.md', 'utf8')
  .split(/^---$/m)
  .map((text) => text.replaceAll(/\s+/g, ' '));

/** What stands in bold, in its order. */
function quoted(text: string): string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!);
}

/** Under which keys the app says just this. */
function keysOf(said: string, words: Messages): string[] {
  return Object.entries(words).flatMap(([key, word]) => (word === said ? [key] : []));
}

test.each([
  { language: 'Spanish', text: spanish, words: esPE },
  { language: 'English', text: english, words: en },
])('[H5] whatever the $language guide shows in bold, the app says', ({ text, words }) => {
  const bold = quoted(text);

  expect(bold.length).toBeGreaterThan(50);
  expect(bold.filter((one) => keysOf(one, words).length === 0)).toEqual([]);
});

test('[H5] both languages of the guide name the same things in the same order', () => {
  const inEnglish = quoted(english);
  const inSpanish = quoted(spanish);
  const isSame = (said: string, at: number): boolean => {
    const keys = new Set(keysOf(inEnglish[at] ?? '', en));
    return keysOf(said, esPE).some((key) => keys.has(key));
  };

  expect(inSpanish.filter((said, at) => !isSame(said, at))).toEqual([]);
  expect(inEnglish).toHaveLength(inSpanish.length);
});
