/** Somebody the app speaks to, in one language at a time. There are two: the children, and the adults. */
import type { LabelLanguage } from '#domain/operation.ts';
import { esPE } from '#i18n/es-PE.ts';
import type { MessageKey, Messages } from '#i18n/messages.ts';
import { said, TAG_OF, WORDS_OF, wordsOf, type Facts, type Language } from '#i18n/words.ts';

type Counted = MessageKey extends infer Key
  ? Key extends `${infer Stem}.one`
    ? Stem
    : never
  : never;

/** Says keys in the language chosen for somebody. */
export type Speaker = Readonly<{
  /** The language now spoken. */
  language: () => Language;
  /** The language in which pictures are called now. */
  wordLanguage: () => LabelLanguage;
  /** What a browser is to take the words for. */
  tag: () => string;
  /** Speak this language from now on. Screens change their words and nothing else. */
  speak: (name: Language) => Promise<void>;
  /** The sentence of the key. */
  t: (key: MessageKey, facts?: Facts) => string;
  /** The sentence for so many. */
  tCount: (stem: Counted, count: number) => string;
  /** The number, as people of the language write it; with at most three decimals. */
  tNumber: (figure: number) => string;
  /** The day, as people of the language write it. */
  tDay: (wallMs: number) => string;
  /** The day and the hour, short, as people of the language write them. */
  tTime: (wallMs: number) => string;
}>;

/** A speaker that speaks Spanish until it is told to speak another language, and until that one has come. */
export function newSpeaker(load: (name: Language) => Promise<Messages> = wordsOf): Speaker {
  let now = $state.raw<Readonly<{ language: Language; words: Messages }>>({
    language: 'es-PE',
    words: esPE,
  });
  let wanted: Language = 'es-PE';
  const rules = new Map<string, Intl.PluralRules>();
  const tag = (): string => TAG_OF[now.language];
  const t = (key: MessageKey, facts?: Facts): string => said(now.words, key, facts);

  /** Making one takes longer than asking it a hundred times. */
  function pluralRules(): Intl.PluralRules {
    const known = rules.get(tag()) ?? new Intl.PluralRules(tag());
    rules.set(tag(), known);
    return known;
  }

  /** Words that cannot be had - the app is not whole on the tablet yet - leave the language as it was. */
  async function speak(name: Language): Promise<void> {
    wanted = name;
    const words = await load(name).catch(() => undefined);
    if (words && wanted === name) now = { language: name, words };
  }

  return {
    language: () => now.language,
    wordLanguage: () => WORDS_OF[now.language],
    tag,
    speak,
    t,
    tCount: (stem, count) => {
      const form = pluralRules().select(count) === 'one' ? 'one' : 'other';
      return t(`${stem}.${form}`, { count });
    },
    tNumber: (figure) => new Intl.NumberFormat(tag(), { maximumFractionDigits: 3 }).format(figure),
    tDay: (wallMs) => new Intl.DateTimeFormat(tag(), { dateStyle: 'long' }).format(wallMs),
    tTime: (wallMs) =>
      new Intl.DateTimeFormat(tag(), { dateStyle: 'short', timeStyle: 'short' }).format(wallMs),
  };
}
