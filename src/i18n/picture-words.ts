/** What pictures and links are called on the screen, in the language now spoken to somebody. */
import { FEELINGS } from '#domain/feeling.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { Gender } from '#domain/participant.ts';
import { RELATIONS } from '#domain/study.ts';
import { DRAWN, type Item } from '#domain/work.ts';
import * as adults from '#i18n/adult.svelte.ts';
import type { Speaker } from '#i18n/speaker.svelte.ts';
import * as children from '#i18n/translate.svelte.ts';
import { wordFor, type LocalWords, type Said, type Speaker as Sibling } from '#i18n/vocabulary.ts';

/** For whom something is named: the words of the community, and the gender of whoever speaks. */
export type Whose = Readonly<{ words: LocalWords; gender: Gender | undefined }>;

type Names = Readonly<{
  /** The word for a picture; those that children drew, in this order, are called by their number. */
  tPicture: (symbol: string, own: readonly string[], whose?: Whose) => string;
  /** What a picture on the page is called: as somebody said, else by what it shows. */
  tItem: (item: Pick<Item, 'symbol' | 'label'>, own: readonly string[], whose?: Whose) => string;
  /** What a feeling is called; one that is no stamp of this version by the word of its picture. */
  tFeeling: (feeling: string) => string;
  /** What a kind of link is called; one this version does not know keeps its name. */
  tRelation: (relation: string | undefined) => string;
}>;

export const { tPicture, tItem, tFeeling, tRelation } = namesBy(children);

/** The same, said to adults. */
export const toAdults = namesBy(adults);

/** The word for a picture of the vocabulary in a language: the community's, else the dictionary's. */
export function pictureWord(symbol: string, language: LabelLanguage, whose?: Whose): string {
  return saidOf(symbol, language, whose).text;
}

/** Each of the words for a picture by itself, and the language it is in: "primo, prima" are two. */
export function pictureForms(symbol: string, language: LabelLanguage, whose?: Whose): Said[] {
  const said = saidOf(symbol, language, whose);
  return said.text.split(/, | \/ /u).map((text) => ({ ...said, text }));
}

function saidOf(symbol: string, language: LabelLanguage, whose: Whose | undefined): Said {
  const how = { speaker: siblingOf(whose?.gender), local: whose?.words };
  return wordFor(symbol, language, how);
}

function namesBy({ t, wordLanguage }: Pick<Speaker, 't' | 'wordLanguage'>): Names {
  const nameOf: Names['tPicture'] = (symbol, own, whose) => {
    const number = own.indexOf(symbol) + 1;
    if (number > 0) return t('symbol.own', { number });
    if (symbol === DRAWN) return t('symbol.drawn');
    if (symbol === 'something') return t('symbol.something');
    return pictureWord(symbol, wordLanguage(), whose);
  };
  return {
    tPicture: nameOf,
    tItem: ({ symbol, label }, own, whose) => label?.text ?? nameOf(symbol, own, whose),
    tFeeling: (feeling) => {
      const known = FEELINGS.find((one) => one === feeling);
      return known ? t(`feeling.${known}`) : nameOf(feeling, []);
    },
    tRelation: (relation) => {
      const known = RELATIONS.find((one) => one === relation);
      return known ? t(`relation.${known}`) : (relation ?? t('relation.none'));
    },
  };
}

/** Words for siblings are of a sister or of a brother; of whoever said neither, both are said. */
function siblingOf(gender: Gender | undefined): Sibling | undefined {
  if (gender === 'female') return 'girl';
  return gender === 'male' ? 'boy' : undefined;
}
