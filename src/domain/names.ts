/**
 * Words that look like a person's name, in what children said and adults noted: names that are frequent in the
 * Andes of Peru, however they are written, and other words with a capital inside a sentence. Nobody knows every
 * name: an adult reads and decides. Source: method, 3.8 and P13. Rules: docs/spec/telling.md.
 */
import {
  BEFORE_NAMES,
  BEFORE_PLACES,
  BEFORE_SAINTS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  NAMES_AND_WORDS,
  OTHER_CAPITALS,
  PLACES,
  ROLE_WORDS,
  SAYINGS,
} from '#domain/name-words.ts';
import { keysOf, spokenWords, type SpokenWord } from '#domain/spoken-words.ts';

/** What looks like a name, without its endings, and where it stands, in code units. */
export type FoundName = Readonly<{ word: string; start: number; end: number }>;

/** Keys of words that are no names: of pictures, and of places of the study. */
export type Everyday = ReadonlySet<string>;

/** A word, and the keys before it in its sentence, the nearest first. */
type InSentence = Readonly<{ word: SpokenWord; before: readonly string[] }>;

/** "el Sol" is the sun, "en Julio" a month. */
const BEFORE_THINGS = new Set(['el', 'la', 'los', 'las', 'un', 'una', 'al', 'del', 'en', 'the']);
/** "comunidad de la Esperanza". */
const LINKS = new Set(['de', 'del', 'el', 'la', 'los', 'las']);
const LINKS_MOST = 2;
/** What may stand between the parts of a name: "Rosa Quispe"; "Juan de la Cruz" before the name of a family. */
const WITHIN = /^[^\S\n]+$/u;
const WITHIN_LINKED = /^[^\S\n]+(?:de|del)(?:[^\S\n]+(?:el|la|los|las))?[^\S\n]+$/u;
/** In small letters and with an ending, names shorter than this are too often other words. */
const SMALL_STEM_LEAST = 4;
/** There, from there, up to there, in Quechua: what is not known and stands so is a place. */
const AS_OF_PLACES = /(?:pi|manta|kama)$/u;
const SAID = SAYINGS.map(keysOf);

/** All that looks like a name, in order; names that belong together are one. */
export function namesIn(text: string, everyday: Everyday): FoundName[] {
  const words = spokenWords(text);
  const said = inSayings(words);
  const ends = words.map((word, at) =>
    said.has(at) ? undefined : nameEnd({ word, before: beforeIn(words, at) }, everyday),
  );
  return joined(text, words, ends);
}

/** The text with who it is, in brackets as in transcripts, in place of a name. */
export function withRole(
  text: string,
  { start, end }: Pick<FoundName, 'start' | 'end'>,
  role: string,
): string {
  return `${text.slice(0, start)}[${role}]${text.slice(end)}`;
}

/** Places in the row of words at which something stands that everybody knows. */
function inSayings(words: readonly SpokenWord[]): ReadonlySet<number> {
  const at = new Set<number>();
  for (const first of words.keys()) {
    const saying = SAID.find((keys) => keys.every((key, of) => words[first + of]?.key === key));
    for (const of of saying?.keys() ?? []) at.add(first + of);
  }
  return at;
}

/** As far back as a place may be announced. */
function beforeIn(words: readonly SpokenWord[], at: number): string[] {
  const before: string[] = [];
  for (let back = at; before.length <= LINKS_MOST && words[back]?.opens === false; back--) {
    before.push(words[back - 1]?.key ?? '');
  }
  return before;
}

/** Where the name ends that this word is; nothing when it is none. */
function nameEnd(one: InSentence, everyday: Everyday): number | undefined {
  const { word, before } = one;
  const { key, stems } = word;
  const [last = ''] = before;
  const isThing = everyday.has(key) || OTHER_CAPITALS.has(key);
  const isSaint = BEFORE_SAINTS.has(last) && !FAMILY_NAMES.has(key);
  if (isSaint) return undefined;

  const isLarge = /^\p{Lu}/u.test(word.text);
  const isSure = (stem: string): boolean =>
    stem === key || isLarge || stem.length >= SMALL_STEM_LEAST;
  const name = stems.find((stem) => isOfPerson(stem) && isSure(stem));
  if (name !== undefined && !isThing && !PLACES.has(key)) return endOf(word, name);

  const either = stems.find((stem) => NAMES_AND_WORDS.has(stem));
  if (either !== undefined) {
    const isMeant =
      BEFORE_NAMES.has(last) || hasQuechuaEnding(word, either) || isWrittenAsName(one, isThing);
    return isMeant ? endOf(word, either) : undefined;
  }
  const isKnown = (stem: string): boolean =>
    [everyday, ROLE_WORDS, OTHER_CAPITALS, PLACES].some((known) => known.has(stem));
  return standsOut(one) && !stems.some(isKnown) && !AS_OF_PLACES.test(key) ? word.end : undefined;
}

function isWrittenAsName(one: InSentence, isThing: boolean): boolean {
  const isNamedThing = isThing && (one.word.dated || BEFORE_THINGS.has(one.before[0] ?? ''));
  return standsOut(one) && !isNamedThing;
}

/** "Rosachay": of more than one letter, which may be Spanish. */
function hasQuechuaEnding({ key, capital }: SpokenWord, stem: string): boolean {
  return capital && key.length - stem.length > 1 && !AS_OF_PLACES.test(key);
}

function isOfPerson(stem: string): boolean {
  return GIVEN_NAMES.has(stem) || FAMILY_NAMES.has(stem);
}

/** Written as names are, and not as the name of a place. */
function standsOut({ word: { capital, opens }, before }: InSentence): boolean {
  const links = before.slice(0, LINKS_MOST).findIndex((key) => !LINKS.has(key));
  const announcing = before[links === -1 ? LINKS_MOST : links] ?? '';
  return capital && !opens && !BEFORE_PLACES.has(announcing);
}

/** Where the stem ends: what is put in place of a name keeps its endings. */
function endOf({ text, end, key }: SpokenWord, stem: string): number {
  const ending = key.length - stem.length;
  return /^[a-z'’ʼ]*$/iu.test(text.slice(text.length - ending)) ? end - ending : end;
}

function joined(
  text: string,
  words: readonly SpokenWord[],
  ends: readonly (number | undefined)[],
): FoundName[] {
  const found: FoundName[] = [];
  words.forEach((word, at) => {
    const end = ends[at] ?? (beginsName(text, words, ends, at) ? word.end : undefined);
    if (end === undefined) return;
    const last = found.at(-1);
    const goesOn = last && isWithin(text.slice(last.end, word.start), word);
    const { start } = goesOn ? last : word;
    if (goesOn) found.pop();
    found.push({ word: text.slice(start, end), start, end });
  });
  return found;
}

/** A name that may be another word, and the rest of the name follows: "Rosa Quispe". */
function beginsName(
  text: string,
  words: readonly SpokenWord[],
  ends: readonly (number | undefined)[],
  at: number,
): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !NAMES_AND_WORDS.has(word.key) || ends[at + 1] === undefined) return false;
  return WITHIN.test(text.slice(word.end, next?.start));
}

function isWithin(between: string, { key }: SpokenWord): boolean {
  const isFamily = FAMILY_NAMES.has(key) || NAMES_AND_WORDS.has(key);
  return WITHIN.test(between) || (isFamily && WITHIN_LINKED.test(between));
}
