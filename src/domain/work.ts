/**
 * What a child or a group made: pages with strokes, pictures and what joins them, as they show now. A work
 * is never stored; it is the fold of its journal (fold.ts). Rules: docs/spec/journal.md, docs/spec/social-map.md.
 */
import type { Contributor } from '#domain/contributor.ts';
import { inOrder, type EntryId, type Order, type Round } from '#domain/entry.ts';
import type { Direction, Valence } from '#domain/feeling.ts';
import type { Ground } from '#domain/ground.ts';
import type {
  ItemId,
  LinkId,
  PageId,
  QuoteId,
  RingId,
  SessionId,
  StampId,
  WorkId,
} from '#domain/ids.ts';
import type {
  About,
  AddFill,
  AddStroke,
  Dispute,
  Label,
  Source,
  Wording,
} from '#domain/operation.ts';

export const ACTIVITIES = ['drawing', 'map', 'circles', 'two-panels'] as const;
/** What children are asked to do. */
export type Activity = (typeof ACTIVITIES)[number];

/** What stands once at the head of a work's journal. */
export type WorkHeader = Readonly<{
  kind: 'work';
  id: WorkId;
  session: SessionId;
  activity: Activity;
}>;

/** Who made a mark, when, in which round: true of everything on a page. */
type Made = Readonly<{ entry: EntryId; by: Contributor; round: Round; at: number }>;

/** One line on a page. */
export type Stroke = Made & Readonly<{ order: Order; line: AddStroke }>;
/** Paint poured into an area of a page. */
export type Fill = Made & Readonly<{ order: Order; area: AddFill }>;
/** A picture on a page, its middle at x, y; what was put down last lies on top. */
export type Item = Made &
  Readonly<{
    id: ItemId;
    page: PageId;
    symbol: string;
    x: number;
    y: number;
    size: number;
    /** Clockwise, in degrees. */
    turn: number;
    /** There is none, and the child wants one. */
    wish: boolean;
    /** It is not moved by hand. */
    pinned: boolean;
    /** Of something drawn on the page: the entries that drew it. */
    marks: readonly EntryId[];
    label: Label | undefined;
    /** The children do not agree about it. */
    dispute: Dispute | undefined;
    /** When it was put there first, and its place in the order of painting. */
    put: Order;
    order: Order;
    /** Whose hand it came from, when: of something drawn that of its oldest line, not of the ring that made it a thing. */
    origin: Readonly<{ by: Contributor; round: Round; order: Order }>;
  }>;
/** A line or poured paint. */
export type Ink =
  Readonly<{ kind: 'stroke'; stroke: Stroke }> | Readonly<{ kind: 'fill'; fill: Fill }>;
/** Anything that leaves paint on a page. */
export type Mark = Ink | Readonly<{ kind: 'item'; item: Item }>;
/** A bond between two pictures, and what was said of it; what nobody said is not there. */
export type Link = Made &
  Readonly<{
    id: LinkId;
    from: ItemId;
    to: ItemId;
    /** What kind of bond, by its name in the study. */
    relation: string | undefined;
    valence: Valence | undefined;
    direction: Direction | undefined;
    order: Order;
  }>;
/** How a person or a place feels to one child; a newer study may know more feelings. */
export type Stamp = Made & Readonly<{ id: StampId; item: ItemId; feeling: string; order: Order }>;
/** Pictures that belong together. */
export type Ring = Made &
  Readonly<{
    id: RingId;
    /** Those that show; a ring with none of them does not show itself. */
    items: readonly ItemId[];
    label: Label | undefined;
    order: Order;
  }>;

/** What somebody told of a thing, or of the whole page, and what that is in another language. */
export type Quote = Made &
  Readonly<{
    id: QuoteId;
    about: About;
    speaker: Contributor;
    source: Source;
    wording: Wording;
    translation: Wording | undefined;
    /** The prompt that was asked before. */
    prompt: string | undefined;
    order: Order;
  }>;

/** One sheet, with what shows on it, oldest first. */
export type Page = Readonly<{
  id: PageId;
  /** What is printed on it; nothing on a bare sheet. */
  ground: Ground | undefined;
  fills: readonly Fill[];
  strokes: readonly Stroke[];
  items: readonly Item[];
  links: readonly Link[];
  stamps: readonly Stamp[];
  rings: readonly Ring[];
  quotes: readonly Quote[];
}>;

/** The whole work as it shows now. */
export type Work = Readonly<{ pages: readonly Page[] }>;

/** The symbol of something drawn on the page itself: it has no picture but its lines. */
export const DRAWN = 'drawn';
/** The symbol of oneself. */
export const SELF = 'self';

/** What the picture is of: the word of the vocabulary that somebody gave it, else what it shows. */
export function typeOf({ symbol, label }: Pick<Item, 'symbol' | 'label'>): string {
  return label?.what ?? symbol;
}

/**
 * The pictures of a page in the order of their numbers: as they were told of, then as they were first put.
 * Source: method, F4.
 */
export function numbered({ items, quotes }: Pick<Page, 'items' | 'quotes'>): Item[] {
  const told = new Map<string, number>();
  for (const { about } of quotes) if (!told.has(about)) told.set(about, told.size);
  const rankOf = ({ id }: Item): number => told.get(id) ?? told.size;
  return [...items].sort((a, b) => rankOf(a) - rankOf(b) || inOrder(a.put, b.put));
}

/** The title of a page, in the words of whoever gave it; nothing while it has none. */
export function titleOf({ quotes }: Pick<Page, 'quotes'>): Quote | undefined {
  return quotes.findLast(({ about }) => about === 'title');
}

/** Oneself in the middle of the circles. */
export function isEgo({ symbol, pinned }: Pick<Item, 'symbol' | 'pinned'>): boolean {
  return pinned && symbol === SELF;
}

/** Is nothing on the page? A blank page is a fine page. */
export function isBlank({ fills, strokes, items }: Page): boolean {
  const put = items.filter((item) => !isEgo(item));
  return put.length + fills.length === 0 && !strokes.some(({ line }) => line.tool !== 'rubber');
}
