import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { LABEL_LANGUAGES } from '#domain/operation.ts';
import { SYMBOLS, type SymbolName } from '#domain/symbol.ts';
import { picturesCalled, VOCABULARY, wordFor, type LocalWords } from '#i18n/vocabulary.ts';
import palette from '../../fixtures/palette.json' with { type: 'json' };

const QUECHUA = ['quy', 'quz'] as const;
type Row = Readonly<{ grade: string; es: string; en: string; quy: Word; quz: Word }>;
type Word = string | Readonly<{ boy: string; girl: string }>;

/** The researched vocabulary: what is attested, and what waits for a speaker to confirm it. */
const ROWS: Readonly<Record<string, Row>> = palette;

function isDoubtful(word: Word): boolean {
  return typeof word === 'string' && word.startsWith('?');
}

describe('words for siblings', () => {
  test.each([
    ['brother', 'boy', 'quy', 'wawqi'],
    ['brother', 'girl', 'quy', 'turi'],
    ['brother', 'boy', 'quz', 'wayqi'],
    ['brother', 'girl', 'quz', 'tura'],
    ['sister', 'boy', 'quy', 'pani'],
    ['sister', 'girl', 'quy', 'ñaña'],
    ['sister', 'boy', 'quz', 'pana'],
    ['sister', 'girl', 'quz', 'ñaña'],
  ] as const)('[M28] the %s of a %s is in %s called %s', (symbol, speaker, language, word) => {
    expect(wordFor(symbol, language, { speaker })).toEqual({ text: word, language });
  });

  test('[M28] of a child who did not say, both words are said; in Spanish there is one', () => {
    expect(wordFor('brother', 'quy').text).toBe('wawqi / turi');
    expect(wordFor('sister', 'quz').text).toBe('pana / ñaña');
    expect(wordFor('sister', 'es', { speaker: 'boy' })).toEqual({
      text: 'hermana',
      language: 'es',
    });
  });
});

describe('words of a community', () => {
  const local: LocalWords = { water: { quy: 'unu', es: 'agüita' }, brother: { quy: 'turiy' } };

  test('[M28] a community’s own word wins over the dictionary, in its language only', () => {
    expect(wordFor('water', 'quy', { local })).toEqual({ text: 'unu', language: 'quy' });
    expect(wordFor('water', 'es', { local }).text).toBe('agüita');
    expect(wordFor('water', 'quz', { local }).text).toBe('unu');
    expect(wordFor('water', 'en', { local }).text).toBe('water');
  });

  test('[M28] it wins over both words for a sibling, whoever speaks', () => {
    for (const speaker of ['boy', 'girl', undefined] as const) {
      expect(wordFor('brother', 'quy', { local, speaker }).text).toBe('turiy');
    }
  });

  property.prop([fc.constantFrom(...SYMBOLS), fc.constantFrom(...LABEL_LANGUAGES), fc.string()])(
    '[M28] any word of any picture can be overridden, and no other word changes by it',
    (symbol, language, text) => {
      const words = { [symbol]: { [language]: text } };

      expect(wordFor(symbol, language, { local: words })).toEqual({ text, language });
      for (const other of LABEL_LANGUAGES.filter((one) => one !== language)) {
        expect(wordFor(symbol, other, { local: words })).toEqual(wordFor(symbol, other));
      }
    },
  );
});

describe('the dictionary', () => {
  const known = SYMBOLS.filter((symbol) => symbol in ROWS);

  test('[M28] it has all of the researched pictures but the secret place, and nine that we added', () => {
    const missing = Object.keys(ROWS).filter((symbol) => !(SYMBOLS as string[]).includes(symbol));

    expect(missing).toEqual(['secret-place']);
    expect(SYMBOLS.length - known.length).toBe(9);
  });

  test.each(QUECHUA)(
    '[M28] no word is said in %s that is not attested: none of grade C, none in doubt',
    (language) => {
      for (const symbol of SYMBOLS) {
        const row = ROWS[symbol];
        const word = VOCABULARY[symbol][language];
        const attested = row && row.grade !== 'C' && !isDoubtful(row[language]);
        expect([symbol, word]).toEqual([symbol, attested ? row[language] : undefined]);
      }
      expect(JSON.stringify(VOCABULARY)).not.toContain('?');
    },
  );

  test.each(QUECHUA)(
    '[M28] where %s has no attested word the Spanish one is said, and said to be Spanish',
    (language) => {
      const without = SYMBOLS.filter((symbol) => VOCABULARY[symbol][language] === undefined);

      expect(without).toEqual(expect.arrayContaining(['uncle', 'church', 'mayor', 'eucalyptus']));
      for (const symbol of without) {
        expect(wordFor(symbol, language)).toEqual({ text: VOCABULARY[symbol].es, language: 'es' });
      }
    },
  );

  test('[M28] every researched picture is called in Spanish and English as researched', () => {
    const said = known.map((symbol) => [VOCABULARY[symbol].es, VOCABULARY[symbol].en]);

    expect(said).toEqual(known.map((symbol) => [ROWS[symbol]?.es, ROWS[symbol]?.en]));
  });

  test('[M19] a picture that is not in it is called by its name', () => {
    expect(wordFor('solar-panel', 'quy')).toEqual({ text: 'solar-panel', language: 'quy' });
    expect(wordFor('toString', 'es')).toEqual({ text: 'toString', language: 'es' });
  });
});

describe('pictures by what is typed', () => {
  test.each<[string, SymbolName[]]>([
    ['wasi', ['house', 'neighbour']],
    ['  Río ', ['river']],
    ['rio', ['river']],
    ['ÁRBOL', ['tree']],
    ['ñaña', ['sister']],
    ['turi', ['brother']],
    ['llank', ['work']],
    ['', []],
    ['   ', []],
    ['xyz', []],
  ])(
    '[M18] what is called "%s" is found, in whatever language and without its accents',
    (typed, found) => {
      expect(picturesCalled(typed, () => true)).toEqual(found);
    },
  );

  test('[M18] a picture that is called just so comes before one that only begins so', () => {
    expect(picturesCalled('llama', () => true)[0]).toBe('llama');
    expect(picturesCalled('casa', () => true)).toEqual(['house', 'ichu-house', 'ruin']);
  });

  test('[M11] a picture that is not on offer is not found', () => {
    expect(picturesCalled('casa', (symbol) => symbol !== 'ichu-house')).toEqual(['house', 'ruin']);
  });

  property.prop([fc.constantFrom(...SYMBOLS), fc.constantFrom('es', 'en' as const)])(
    '[M18] every picture is found by its own word',
    (symbol, language) => {
      const [word] = VOCABULARY[symbol][language].split(', ');

      expect(picturesCalled(word!, () => true)).toContain(symbol);
    },
  );
});
