import { expect, test } from 'vitest';

import { ANIMALS } from '#domain/contributor.ts';
import { CRAYONS, WIDTHS } from '#domain/crayon.ts';
import { PALETTE } from '#domain/palette.ts';
import { ACTIVITIES } from '#domain/work.ts';
import type { Messages } from '#i18n/messages.ts';
import { sheetWords } from '#i18n/sheet-words.ts';
import {
  language,
  languageFor,
  LANGUAGES,
  OWN_NAME,
  said,
  t,
  tCount,
  tDay,
  wordsOf,
  type Language,
} from '#i18n/translate.svelte.ts';

const spanish = await wordsOf('es-PE');
const english = await wordsOf('en');
const others = LANGUAGES.filter((name) => name !== 'es-PE');
const keys = Object.keys(spanish) as (keyof Messages)[];

function factsIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact!).sort();
}

test.each(LANGUAGES)('[S4] %s has words for every key, and for no other', async (name) => {
  const words = await wordsOf(name);

  expect(Object.keys(words).sort()).toEqual([...keys].sort());
  for (const sentence of Object.values(words)) {
    expect(sentence.trim()).toBe(sentence);
    expect(sentence).not.toBe('');
    expect(sentence.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]|TODO|undefined/);
  }
});

test.each(others)(
  '[S4] every fact that a sentence asks for in Spanish is given in %s',
  async (name) => {
    const words = await wordsOf(name);

    for (const key of keys)
      expect([key, factsIn(words[key])]).toEqual([key, factsIn(spanish[key])]);
  },
);

test('[S4] there are words for every picture, animal, crayon, width and activity', () => {
  const wanted = [
    ...PALETTE.map((symbol) => `symbol.${symbol}`),
    ...ANIMALS.map((animal) => `animal.${animal}`),
    ...CRAYONS.map((crayon) => `crayon.${crayon}`),
    ...WIDTHS.map((width) => `width.${width}`),
    ...ACTIVITIES.map((activity) => `activity.${activity}`),
  ];

  expect(keys).toEqual(expect.arrayContaining(wanted));
});

test('[S4] what can be counted has words for one and for more', () => {
  const stems = keys.filter((key) => key.endsWith('.one')).map((key) => key.slice(0, -4));

  expect(stems.length).toBeGreaterThan(0);
  expect(keys).toEqual(expect.arrayContaining(stems.map((stem) => `${stem}.other`)));
  const many = (count: number): string => said(spanish, 'hand-over.works.other', { count });
  expect([0, 1, 2, 1_000_000].map((count) => tCount('hand-over.works', count))).toEqual([
    many(0),
    said(spanish, 'hand-over.works.one', { count: 1 }),
    many(2),
    many(1_000_000),
  ]);
});

test('[S4] facts stand in their places, each as often as it is asked for; a missing one shows as it is', () => {
  const words = { ...spanish, undo: '{a} y {b} y {a}' };

  expect(said(words, 'undo', { a: 2, b: 'tres' })).toBe('2 y tres y 2');
  expect(said(words, 'undo', { a: '{b}', b: '$&' })).toBe('{b} y $& y {b}');
  expect(said(words, 'undo', { a: 0 })).toBe('0 y {b} y 0');
});

test('[S4] without a choice the app speaks Spanish, and a day is written as people there write it', () => {
  expect(language()).toBe('es-PE');
  expect(t('undo')).toBe(spanish.undo);
  expect(tDay(Date.UTC(2026, 7, 14, 11))).toBe('14 de agosto de 2026');
});

test.each<[string[], Language]>([
  [['en-GB', 'es'], 'en'],
  [['es-419'], 'es-PE'],
  [['qu-PE', 'en-US', 'es-PE'], 'en'],
  [['qu-PE', 'fr'], 'es-PE'],
  [[], 'es-PE'],
])('[S4] a browser that asks for %j gets %s', (wanted, language) => {
  expect(languageFor(wanted)).toBe(language);
});

test('[S4] every language has a name for itself', () => {
  expect(new Set(LANGUAGES.map((name) => OWN_NAME[name])).size).toBe(LANGUAGES.length);
});

test('[S4] the words on handed-over sheets stand in Spanish with English beside them', async () => {
  const { sheet, symbol } = await sheetWords(
    { study: 'try-it', month: '2026-08', version: '0.1.0' },
    [`own-${'b'.repeat(16)}`, `own-${'a'.repeat(16)}`],
  );
  const words = sheet('map', 2);

  expect(words.title).toBe(
    said(spanish, 'sheet.title', { activity: spanish['activity.map'], number: 2 }),
  );
  for (const fact of ['try-it', '2026-08', '0.1.0']) expect(words.foot).toContain(fact);
  expect([words.blank, words.links]).toEqual([spanish['sheet.blank'], spanish['sheet.link']]);
  expect(words.labelOf('house')).toEqual({
    main: spanish['symbol.house'],
    second: english['symbol.house'],
  });
  expect(symbol('hen')).toEqual({ es: spanish['symbol.hen'], en: english['symbol.hen'] });
  expect(symbol(`own-${'a'.repeat(16)}`)).toEqual({
    es: said(spanish, 'symbol.own', { number: 2 }),
    en: said(english, 'symbol.own', { number: 2 }),
  });
  expect(symbol('stranger')).toEqual({ es: 'stranger', en: 'stranger' });
});
