/** The words of the app in each of its languages, all at hand. */
import { en } from '#i18n/en.ts';
import { esPE } from '#i18n/es-PE.ts';
import type { Messages } from '#i18n/messages.ts';
import { quy } from '#i18n/quy.ts';
import { quz } from '#i18n/quz.ts';
import { LANGUAGES, withSpanish, type Language } from '#i18n/words.ts';

export const WORDS: Readonly<Record<Language, Messages>> = {
  'es-PE': esPE,
  quy: withSpanish(quy),
  quz: withSpanish(quz),
  en,
};

/** The language these words are in. */
export function languageIn(words: Messages): Language {
  return LANGUAGES.find((name) => WORDS[name] === words) ?? 'es-PE';
}
