/** Says a key in the language now chosen. Spanish is always there; others are loaded when chosen. */
import { esPE } from '#i18n/es-PE.ts';
import type { MessageKey, Messages } from '#i18n/messages.ts';
import type { LabelLanguage } from '#domain/operation.ts';

export const LANGUAGES = ['es-PE', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const OWN_NAME: Readonly<Record<Language, string>> = { 'es-PE': 'Español', en: 'English' };

/** In which language pictures are called when a screen speaks this one. */
const WORDS_OF: Readonly<Record<Language, LabelLanguage>> = { 'es-PE': 'es', en: 'en' };

/** Facts that stand in a sentence. */
export type Facts = Readonly<Record<string, string | number>>;

let now = $state.raw<Readonly<{ language: Language; words: Messages }>>({
  language: 'es-PE',
  words: esPE,
});

/** The language now chosen. */
export function language(): Language {
  return now.language;
}

/** The language in which pictures are called now. */
export function wordLanguage(): LabelLanguage {
  return WORDS_OF[now.language];
}

/** The words of a language. */
export async function wordsOf(name: Language): Promise<Messages> {
  return name === 'en' ? (await import('#i18n/en.ts')).en : esPE;
}

/** Speak this language from now on. Screens change their words and nothing else. */
export async function speak(name: Language): Promise<void> {
  now = { language: name, words: await wordsOf(name) };
  document.documentElement.lang = name;
}

/** The language a browser that asks for these would want. */
export function languageFor(wanted: readonly string[]): Language {
  const first = wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'es' || tag === 'en');
  return first === 'en' ? 'en' : 'es-PE';
}

/** The sentence of the key. */
export function t(key: MessageKey, facts: Facts = {}): string {
  return said(now.words, key, facts);
}

/** The sentence of the key in these words. */
export function said(words: Messages, key: MessageKey, facts: Facts = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (whole, fact: string) => String(facts[fact] ?? whole));
}

type Counted = MessageKey extends infer Key
  ? Key extends `${infer Stem}.one`
    ? Stem
    : never
  : never;

const rules = new Map<Language, Intl.PluralRules>();

/** Making one takes longer than asking it a hundred times. */
function pluralRules(name: Language): Intl.PluralRules {
  const known = rules.get(name) ?? new Intl.PluralRules(name);
  rules.set(name, known);
  return known;
}

/** The sentence for so many. */
export function tCount(stem: Counted, count: number): string {
  const form = pluralRules(now.language).select(count) === 'one' ? 'one' : 'other';
  return t(`${stem}.${form}`, { count });
}

/** The number, as people of the language write it; with at most three decimals. */
export function tNumber(figure: number): string {
  return new Intl.NumberFormat(now.language, { maximumFractionDigits: 3 }).format(figure);
}

/** The day, as people of the language write it. */
export function tDay(wallMs: number): string {
  return new Intl.DateTimeFormat(now.language, { dateStyle: 'long' }).format(wallMs);
}

/** The day and the hour, short, as people of the language write them. */
export function tTime(wallMs: number): string {
  return new Intl.DateTimeFormat(now.language, { dateStyle: 'short', timeStyle: 'short' }).format(
    wallMs,
  );
}
