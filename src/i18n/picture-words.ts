/** What pictures and links are called on the screen, in the language now spoken to somebody. */
import { FEELINGS } from '#domain/feeling.ts';
import { RELATIONS } from '#domain/study.ts';
import { DRAWN, type Item } from '#domain/work.ts';
import * as adults from '#i18n/adult.svelte.ts';
import type { Speaker } from '#i18n/speaker.svelte.ts';
import * as children from '#i18n/translate.svelte.ts';
import { wordFor } from '#i18n/vocabulary.ts';

type Names = Readonly<{
  /** The word for a picture; those that children drew, in this order, are called by their number. */
  tPicture: (symbol: string, own: readonly string[]) => string;
  /** What a picture on the page is called: as somebody said, else by what it shows. */
  tItem: (item: Pick<Item, 'symbol' | 'label'>, own: readonly string[]) => string;
  /** What a feeling is called; one that is no stamp of this version by the word of its picture. */
  tFeeling: (feeling: string) => string;
  /** What a kind of link is called; one this version does not know keeps its name. */
  tRelation: (relation: string | undefined) => string;
}>;

export const { tPicture, tItem, tFeeling, tRelation } = namesBy(children);

/** The same, said to adults. */
export const toAdults = namesBy(adults);

function namesBy({ t, wordLanguage }: Pick<Speaker, 't' | 'wordLanguage'>): Names {
  function tPicture(symbol: string, own: readonly string[]): string {
    const number = own.indexOf(symbol) + 1;
    if (number > 0) return t('symbol.own', { number });
    if (symbol === DRAWN) return t('symbol.drawn');
    if (symbol === 'something') return t('symbol.something');
    return wordFor(symbol, wordLanguage()).text;
  }
  return {
    tPicture,
    tItem: ({ symbol, label }, own) => label?.text ?? tPicture(symbol, own),
    tFeeling: (feeling) => {
      const known = FEELINGS.find((one) => one === feeling);
      return known ? t(`feeling.${known}`) : tPicture(feeling, []);
    },
    tRelation: (relation) => {
      const known = RELATIONS.find((one) => one === relation);
      return known ? t(`relation.${known}`) : (relation ?? t('relation.none'));
    },
  };
}
