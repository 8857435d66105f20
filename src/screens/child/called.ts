/** What a button is called, as something that can be said. */
import { inLanguage } from '#domain/study-pack.ts';
import { inSpanish } from '#i18n/in-spanish.ts';
import { wordLanguage } from '#i18n/translate.svelte.ts';
import { childsLanguage, packHere } from '#screens/child/heard.ts';
import type { Desk } from '#state/desk.svelte.ts';
import type { Sayable } from '#state/voice.ts';

/** The name on a button: the study's own words in every language they have; those of the app in Spanish too, for tablets that read no Quechua. */
export function called(desk: Desk, name: string): Sayable {
  const { assent, words: local } = packHere(desk);
  const ofStudy = assent.questions
    .flatMap(({ choices }) => choices)
    .find(({ words }) => inLanguage(words, childsLanguage(desk))?.text === name);
  const language = wordLanguage();
  const words = language === 'en' ? { en: name } : { es: inSpanish(name, local), [language]: name };
  return { words: ofStudy?.words ?? words, voices: {} };
}
