/**
 * A child may be in danger: what an adult says of it, in few words and without a question to the child. It is no
 * part of the session: it is sealed at once and goes another way. Source: method, 2.12 and 3.11.
 */
import type { Token } from '#domain/contributor.ts';
import type { FlagId, SessionId } from '#domain/ids.ts';

/** So many words: what was heard, not an inquiry. Source: method, 3.11. */
export const FLAG_WORDS_MOST = 10;
/** And no longer than this, in letters as a field counts them. */
export const FLAG_LETTERS_MOST = 160;

/** What the adult says. */
export type Concern = Readonly<{
  /** Which kind of danger, of those the study names. */
  category: string | undefined;
  words: string;
  /** Whom it is about; nobody where that is not known. */
  about: readonly Token[];
}>;

/** Nothing is said yet. */
export const NOTHING_SAID: Concern = { category: undefined, words: '', about: [] };

/** When it was said, and by which facilitator: all that the study's team may know of it. */
export type FlagLine = Readonly<{
  flag: FlagId;
  /** Milliseconds since 1970, as far as the tablet knows. */
  wall: number;
  /** The facilitator's code. */
  facilitator: string | undefined;
}>;

/** All of it: for those only who hold the study's safeguarding key. */
export type Flag = FlagLine &
  Concern &
  Readonly<{
    study: string;
    session: SessionId;
    /** Milliseconds since the session began. */
    at: number;
    community: string | undefined;
  }>;

/** How many words these are. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** Can it be sealed: is a kind of danger named, in no more than a few words? */
export function isWhole({ category, words }: Concern): boolean {
  return category !== undefined && wordsIn(words) <= FLAG_WORDS_MOST;
}
