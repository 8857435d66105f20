/** What pictures and links are called on the screen, in the language now chosen. */
import { FEELINGS } from '#domain/feeling.ts';
import { RELATIONS } from '#domain/study.ts';
import { DRAWN, type Item } from '#domain/work.ts';
import { t, wordLanguage } from '#i18n/translate.svelte.ts';
import { wordFor } from '#i18n/vocabulary.ts';

/** The word for a picture; those that children drew, in this order, are called by their number. */
export function tPicture(symbol: string, own: readonly string[]): string {
  const number = own.indexOf(symbol) + 1;
  if (number > 0) return t('symbol.own', { number });
  if (symbol === DRAWN) return t('symbol.drawn');
  if (symbol === 'something') return t('symbol.something');
  return wordFor(symbol, wordLanguage()).text;
}

/** What a picture on the page is called: as somebody said, else by what it shows. */
export function tItem(
  { symbol, label }: Pick<Item, 'symbol' | 'label'>,
  own: readonly string[],
): string {
  return label?.text ?? tPicture(symbol, own);
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
