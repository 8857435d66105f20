import { afterEach, expect, test } from 'vitest';

import { SYMBOLS } from '#domain/symbol.ts';
import { inSpanish } from '#i18n/in-spanish.ts';
import { speakToChildren } from '#i18n/translate.svelte.ts';
import { VOCABULARY, wordFor } from '#i18n/vocabulary.ts';

afterEach(() => speakToChildren('es'));

test.each(['quy', 'quz'] as const)(
  '[S18] in %s every picture and what else has a Quechua name is known by its Spanish one',
  async (language) => {
    await speakToChildren(language);
    for (const symbol of SYMBOLS) {
      for (const speaker of ['boy', 'girl', undefined] as const) {
        const { text } = wordFor(symbol, language, { speaker });
        expect(inSpanish(text, {})).toBe(VOCABULARY[symbol].es);
      }
    }
    expect(inSpanish('atuq 2', {})).toBe('zorro 2');
    expect(inSpanish('atuq: rojo', {})).toBe('zorro: rojo');
    expect(inSpanish('Lo hago', {})).toBe('Lo hago');
  },
);

test('[S18] a community’s own word is known by its own Spanish one', async () => {
  await speakToChildren('quy');
  expect(inSpanish('qucha', { lake: { quy: 'qucha', es: 'lagunita' } })).toBe('lagunita');
  expect(inSpanish('Ranrapata', { hill: { quy: 'Ranrapata' } })).toBe(VOCABULARY.hill.es);
});
