/** The words of a text as they are compared: folded, with and without the endings that Quechua puts to names. */
import { folded } from '#base/text.ts';

/** A word, and where it stands, in code units. */
export type SpokenWord = Readonly<{
  start: number;
  end: number;
  text: string;
  key: string;
  /** The key, then what is left of it without one ending, and without more. */
  stems: readonly string[];
  /** A large letter, then small ones: words all in large letters say nothing by it. */
  capital: boolean;
  /** A sentence begins with it. */
  opens: boolean;
  /** It follows the number of a day: "28 de Julio". */
  dated: boolean;
}>;

const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const SENTENCE = /[.!?…:;¿¡\n"“”«»([—–•]/u;
/** The point after these ends no sentence. */
const SHORT_TITLES = new Set(['sr', 'sra', 'srta', 'dr', 'dra', 'prof', 'ing', 'lic', 'mr', 'mrs']);

const DAY = /\d\s+(?:de\s+)?$/u;
const DAY_MOST = 8;
/** What is left without its endings has at least so many letters: there are names of three. */
const STEM_LEAST = 3;
/** So many endings stand after one another in what people say of persons: "Rosachallaypaq". */
const ENDINGS_MOST = 4;
/** Frequent endings of nouns in Ayacucho and Cusco Quechua, and that of English. */
const ENDINGS = [
  ...['qa', 'pa', 'p', 'q', 'pi', 'wan', 'man', 'ta', 'paq', 'manta', 'kama', 'kuna', 'cha'],
  ...['chay', 'lla', 'y', 'pis', 'pas', 'mi', 'm', 'si', 's', "'s"],
];

/** The keys of a text's words. */
export function keysOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => keyOf(word));
}

/** The words of a text, in order. */
export function spokenWords(text: string): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const before = words.at(-1);
    const between = text.slice(before?.end ?? 0, start);
    const isTitled = before && SHORT_TITLES.has(before.key) && between.trim() === '.';
    const key = keyOf(word);
    words.push({
      start,
      end: start + word.length,
      text: word,
      key,
      stems: stemsOf(key),
      capital: /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word),
      opens: !before || (SENTENCE.test(between) && !isTitled),
      dated: DAY.test(text.slice(Math.max(start - DAY_MOST, 0), start)),
    });
  }
  return words;
}

/** One kind of apostrophe, no accents, small letters. */
function keyOf(word: string): string {
  return folded(word.replace(/[’ʼ]/gu, "'"));
}

function stemsOf(key: string): string[] {
  const stems = new Set([key]);
  let last = [key];
  for (let count = 0; count < ENDINGS_MOST; count++) {
    last = last.flatMap(withoutEnding);
    for (const stem of last) stems.add(stem);
  }
  return [...stems];
}

function withoutEnding(word: string): string[] {
  return ENDINGS.filter(
    (ending) => word.endsWith(ending) && word.length - ending.length >= STEM_LEAST,
  ).map((ending) => word.slice(0, -ending.length));
}
