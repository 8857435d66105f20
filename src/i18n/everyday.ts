/** Words that are no names of persons: what pictures are called in all languages, and what a study knows. */
import type { Everyday } from '#domain/names.ts';
import { keysOf } from '#domain/spoken-words.ts';
import { formsOf, VOCABULARY, type LocalWords } from '#i18n/vocabulary.ts';

const OF_PICTURES = Object.values(VOCABULARY)
  .flatMap((words) => Object.values(words).flatMap(formsOf))
  .flatMap(keysOf);

/** The keys of all words for pictures, of a community's own, and of the places of a study. */
export function everydayWords(local: LocalWords, places: readonly string[]): Everyday {
  const own = Object.values(local).flatMap((words) => Object.values(words));
  return new Set([...OF_PICTURES, ...[...own, ...places].flatMap(keysOf)]);
}
