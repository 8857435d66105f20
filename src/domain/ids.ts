/**
 * Ids that cannot be mixed up: each carries its kind as prefix and 80 random bits.
 * Numbers like `zorro-01` are labels for people, never keys (record, rule 7).
 */
import { randomName, type Chance } from '#base/chance.ts';

export const ID_KINDS = [
  'session',
  'work',
  'page',
  'item',
  'link',
  'stamp',
  'ring',
  'quote',
  'group',
  'diary',
  'flag',
] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** An id of one kind, such as `item-0f3k9w2m5x7c1qrt`. */
export type Id<Kind extends IdKind> = `${Kind}-${string}`;
export type SessionId = Id<'session'>;
export type WorkId = Id<'work'>;
export type PageId = Id<'page'>;
export type ItemId = Id<'item'>;
export type LinkId = Id<'link'>;
export type StampId = Id<'stamp'>;
export type RingId = Id<'ring'>;
export type QuoteId = Id<'quote'>;
export type GroupId = Id<'group'>;
export type DiaryId = Id<'diary'>;
export type FlagId = Id<'flag'>;
/** Anything on a page that something can be said about. */
export type ThingId = ItemId | LinkId | StampId | RingId | QuoteId;

/** A new id of the kind. */
export function newId<Kind extends IdKind>(kind: Kind, chance: Chance): Id<Kind> {
  return `${kind}-${randomName(chance)}`;
}

/** Is this text an id of the kind, as `newId` writes it? */
export function isId<Kind extends IdKind>(kind: Kind, text: string): text is Id<Kind> {
  return (
    text.startsWith(`${kind}-`) && /^[0-9a-hjkmnp-tv-z]{16}$/.test(text.slice(kind.length + 1))
  );
}
