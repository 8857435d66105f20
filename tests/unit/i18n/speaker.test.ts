import { afterEach, expect, test } from 'vitest';

import * as adults from '#i18n/adult.svelte.ts';
import { toAdults, tPicture } from '#i18n/picture-words.ts';
import { newSpeaker } from '#i18n/speaker.svelte.ts';
import * as children from '#i18n/translate.svelte.ts';
import { LANGUAGES, languageOf, WORDS_OF, wordsOf, type Language } from '#i18n/words.ts';

afterEach(async () => {
  await Promise.all([adults.speak('es-PE'), children.speak('es-PE')]);
});

test('[S14] children and adults are spoken to in languages of their own', async () => {
  await adults.speak('en');
  await children.speak('quz');

  expect([adults.language(), children.language()]).toEqual(['en', 'quz']);
  expect([adults.t('animal.sapo'), children.t('animal.sapo')]).toEqual(['toad', "hamp'atu"]);
  expect([toAdults.tPicture('fox', []), tPicture('fox', [])]).toEqual(['fox', 'atuq']);
  expect([adults.wordLanguage(), children.wordLanguage()]).toEqual(['en', 'quz']);
});

test('[S14] where nobody chose a language for children, it is that of the adults', async () => {
  await adults.speak('en');
  await children.speakToChildren(undefined);
  const asAdults = children.language();
  await children.speakToChildren('quy');

  expect([asAdults, children.language()]).toEqual(['en', 'quy']);
});

test('[S14] each language children are spoken to in is a language of the app', () => {
  expect(LANGUAGES.map((name) => languageOf(WORDS_OF[name]))).toEqual(LANGUAGES);
});

test('[S3] the language asked for last is spoken, whichever comes first', async () => {
  const coming = new Map<Language, () => void>();
  const speaker = newSpeaker(async (name) => {
    await new Promise<void>((come) => coming.set(name, come));
    return wordsOf(name);
  });

  const both = [speaker.speak('quy'), speaker.speak('en')];
  coming.get('en')?.();
  coming.get('quy')?.();
  await Promise.all(both);

  expect([speaker.language(), speaker.t('undo')]).toEqual(['en', 'Undo']);
});

test('[S3] a language that cannot be had leaves the words as they were', async () => {
  const speaker = newSpeaker(() => Promise.reject(new TypeError('Failed to fetch')));

  await speaker.speak('en');

  expect([speaker.language(), speaker.t('undo')]).toEqual(['es-PE', 'Deshacer']);
});

test.each(['quy', 'quz'] as const)(
  '[S16] days, numbers and counts in %s are written as in Peru, not by what a browser knows of Quechua',
  async (name) => {
    const speaker = newSpeaker();
    await speaker.speak(name);

    expect(speaker.tag()).toBe('es-PE');
    expect(speaker.tDay(Date.UTC(2026, 0, 14, 11))).toBe('14 de enero de 2026');
    expect(speaker.tNumber(1.5)).toBe('1.5');
    expect([1, 2].map((count) => speaker.tCount('hand-over.works', count))).toEqual([
      '1 trabajo',
      '2 trabajos',
    ]);
  },
);
