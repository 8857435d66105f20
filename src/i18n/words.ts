/** The languages the app speaks, and the words of each. Spanish is always there; others are loaded when chosen. */
import type { LabelLanguage } from '#domain/operation.ts';
import { esPE } from '#i18n/es-PE.ts';
import type { MessageKey, Messages } from '#i18n/messages.ts';

export const LANGUAGES = ['es-PE', 'quy', 'quz', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language is called on its button. */
export const OWN_NAME: Readonly<Record<Language, string>> = {
  'es-PE': 'Castellano',
  quy: 'Quechua Chanka',
  quz: 'Quechua Collao',
  en: 'English',
};

/** In which language pictures are called when a screen speaks this one. */
export const WORDS_OF: Readonly<Record<Language, LabelLanguage>> = {
  'es-PE': 'es',
  quy: 'quy',
  quz: 'quz',
  en: 'en',
};

/**
 * What a browser is told: how to write days and numbers, and how to read a screen aloud. Browsers know no Quechua of
 * southern Peru - some answer in English, some with words of Bolivia - and most words of those screens are Spanish yet.
 */
export const TAG_OF: Readonly<Record<Language, string>> = {
  'es-PE': 'es-PE',
  quy: 'es-PE',
  quz: 'es-PE',
  en: 'en',
};

/** Facts that stand in a sentence. */
export type Facts = Readonly<Record<string, string | number>>;

/** The words of a language. */
export async function wordsOf(name: Language): Promise<Messages> {
  switch (name) {
    case 'es-PE':
      return esPE;
    case 'quy':
      return withSpanish((await import('#i18n/quy.ts')).quy);
    case 'quz':
      return withSpanish((await import('#i18n/quz.ts')).quz);
    case 'en':
      return (await import('#i18n/en.ts')).en;
  }
}

/** What no speaker has given a word for is said in Spanish: listed in docs/guide/translating.md. */
export function withSpanish(words: Partial<Messages>): Messages {
  return { ...esPE, ...words };
}

/** The language of the app in which children are spoken to in this one. */
export function languageOf(spoken: LabelLanguage): Language {
  return LANGUAGES.find((name) => WORDS_OF[name] === spoken) ?? 'es-PE';
}

/** The language a browser that asks for these would want; which Quechua it is, only people know. */
export function languageFor(wanted: readonly string[]): Language {
  const first = wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'es' || tag === 'en');
  return first === 'en' ? 'en' : 'es-PE';
}

/** The sentence of the key in these words. */
export function said(words: Messages, key: MessageKey, facts: Facts = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (whole, fact: string) => String(facts[fact] ?? whole));
}
