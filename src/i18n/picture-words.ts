/** What pictures and links are called on the screen, in the language now chosen. */
import type { LabelLanguage } from '#domain/operation.ts';
import type { Gender } from '#domain/participant.ts';
import { FEELINGS } from '#domain/feeling.ts';
import { RELATIONS } from '#domain/study.ts';
import { DRAWN, type Item } from '#domain/work.ts';
import { t, wordLanguage } from '#i18n/translate.svelte.ts';
import { wordFor, type LocalWords, type Speaker } from '#i18n/vocabulary.ts';

/** For whom something is named: the words of the community, and the gender of whoever speaks. */
export type Whose = Readonly<{ words: LocalWords; gender: Gender | undefined }>;

/** The word for a picture; those that children drew, in this order, are called by their number. */
export function tPicture(symbol: string, own: readonly string[], whose?: Whose): string {
  const number = own.indexOf(symbol) + 1;
  if (number > 0) return t('symbol.own', { number });
  if (symbol === DRAWN) return t('symbol.drawn');
  if (symbol === 'something') return t('symbol.something');
  return pictureWord(symbol, wordLanguage(), whose);
}

/** The word for a picture of the vocabulary in a language: the community's, else the dictionary's. */
export function pictureWord(symbol: string, language: LabelLanguage, whose?: Whose): string {
  const how = { speaker: speakerOf(whose?.gender), local: whose?.words };
  return wordFor(symbol, language, how).text;
}

/** What a picture on the page is called: as somebody said, else by what it shows. */
export function tItem(
  { symbol, label }: Pick<Item, 'symbol' | 'label'>,
  own: readonly string[],
  whose?: Whose,
): string {
  return label?.text ?? tPicture(symbol, own, whose);
}

/** What a feeling is called; one that is no stamp of this version by the word of its picture. */
export function tFeeling(feeling: string): string {
  const known = FEELINGS.find((one) => one === feeling);
  return known ? t(`feeling.${known}`) : tPicture(feeling, []);
}

/** What a kind of link is called; one this version does not know keeps its name. */
export function tRelation(relation: string | undefined): string {
  const known = RELATIONS.find((one) => one === relation);
  return known ? t(`relation.${known}`) : (relation ?? t('relation.none'));
}

/** Words for siblings are of a sister or of a brother; of whoever said neither, both are said. */
function speakerOf(gender: Gender | undefined): Speaker | undefined {
  if (gender === 'female') return 'girl';
  return gender === 'male' ? 'boy' : undefined;
}
