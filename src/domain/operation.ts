/**
 * Every way a work may change, as plain values. The union is closed: what a newer version of the app
 * wrote is kept as `unknown` and passed on untouched. Coordinates are whole page units.
 */
import type { Crayon, InkTool, Width } from '#domain/crayon.ts';
import type { Contributor } from '#domain/contributor.ts';
import type { EntryId, Round } from '#domain/entry.ts';
import type { Direction, Valence } from '#domain/feeling.ts';
import type { Ground } from '#domain/ground.ts';
import type { ItemId, LinkId, PageId, QuoteId, RingId, StampId } from '#domain/ids.ts';

export const INPUTS = ['touch', 'pen', 'mouse'] as const;
/** What touched the sheet. */
export type Input = (typeof INPUTS)[number];

/** Lay a new page on the table: empty, or with something printed on it. */
export type AddPage = Readonly<{ kind: 'page/add'; page: PageId; ground?: Ground }>;
/** The facilitator opens the next round: from here on more pictures are on offer. */
export type OpenRound = Readonly<{ kind: 'round/open'; round: Round }>;
/** One line, from the moment the finger touched to the moment it lifted. */
export type AddStroke = Readonly<{
  kind: 'stroke/add';
  page: PageId;
  tool: InkTool;
  crayon: Crayon;
  width: Width;
  input: Input;
  /** The samples, packed (ink/pack.ts). */
  samples: Uint8Array;
  /** The system took the finger away before it lifted. */
  cancelled?: true;
  /** Settled: a rubber left several parts; where each but the first begins among the samples. */
  parts?: readonly number[];
}>;
/** Paint poured into an area. It lies below pictures and lines. */
export type AddFill = Readonly<{
  kind: 'fill/add';
  page: PageId;
  crayon: Crayon;
  /** The area's edges and those of its holes, even-odd: x, y, x, y ... in page units. */
  rings: readonly (readonly number[])[];
}>;
/** Take lines, poured paint and pictures away whole, as the youngest children rub out. */
export type RubOut = Readonly<{
  kind: 'rub-out';
  page: PageId;
  /** Entries that drew lines or poured paint. */
  marks: readonly EntryId[];
  items: readonly ItemId[];
}>;
/** Put a picture on the page, its middle at x, y. */
export type PutItem = Readonly<{
  kind: 'item/put';
  item: ItemId;
  page: PageId;
  symbol: string;
  x: number;
  y: number;
  /** Side of the picture's square. */
  size: number;
  /** It stays where it is: something drawn on the page, or oneself in the middle of the circles. */
  pinned?: true;
  /** What was drawn that this is: entries of lines and poured paint. */
  marks?: readonly EntryId[];
}>;
/** What a thing is called, in the words of whoever said it. */
export type Label = Readonly<{
  /** As said; empty when it is called nothing any more. At most `LABEL_MOST` letters. */
  text: string;
  language: LabelLanguage;
  /** The picture of the vocabulary that shows the same, for counting. */
  what?: string;
}>;
export const LABEL_LANGUAGES = ['es', 'quy', 'quz', 'en'] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];
/** Longer than any name of a place, in letters as people count them (code points). */
export const LABEL_MOST = 300;
/** The children do not agree about a picture; nobody in it: they do by now. */
export type Dispute = Readonly<{ between: readonly Contributor[]; note: string }>;
/** Change what is said about a picture; what is left out stays as it was. */
export type SetItem = Readonly<{
  kind: 'item/set';
  item: ItemId;
  place?: Readonly<{ x: number; y: number }>;
  /** Side of the picture's square. */
  size?: number;
  /** Clockwise, in degrees from 0 to 359. */
  turn?: number;
  /** Below all that lies on the page, until it is put down anew. */
  behind?: boolean;
  label?: Label;
  /** There is none, and the child wants one. */
  wish?: boolean;
  dispute?: Dispute;
  gone?: boolean;
}>;
/** What a link says: what kind of bond, how it feels, which way it goes. */
type LinkFields = Readonly<{ relation?: string; valence?: Valence; direction?: Direction }>;
/** Join two pictures with a line. */
export type AddLink = Readonly<{ kind: 'link/add'; link: LinkId; from: ItemId; to: ItemId }> &
  LinkFields;
/** Change what a line says, take it away, or bring it back. */
export type SetLink = Readonly<{ kind: 'link/set'; link: LinkId; gone?: boolean }> & LinkFields;
/** Say how a person or a place feels to one child. */
export type AddStamp = Readonly<{
  kind: 'stamp/add';
  stamp: StampId;
  item: ItemId;
  feeling: string;
}>;
/** Take a stamp away, or bring it back. */
export type SetStamp = Readonly<{ kind: 'stamp/set'; stamp: StampId; gone: boolean }>;
/** Draw a ring round several pictures: they belong together. */
export type AddRing = Readonly<{
  kind: 'ring/add';
  ring: RingId;
  page: PageId;
  items: readonly ItemId[];
}>;
/** Name a ring, take it away, or bring it back. */
export type SetRing = Readonly<{ kind: 'ring/set'; ring: RingId; label?: Label; gone?: boolean }>;
/** Words as they were said, or put into another language. */
export type Wording = Readonly<{ text: string; language: LabelLanguage }>;
/** Room for a story, in letters as people count them (code points). */
export const QUOTE_MOST = 4000;
export const SOURCES = ['said', 'chose', 'noted'] as const;
/** Where a meaning comes from: the child said it, the child chose it, or an adult noted it. Source: method, F6. */
export type Source = (typeof SOURCES)[number];
/** What something told is about: a picture, a link, a ring, or the whole page; or it is the page's title. */
export type About = ItemId | LinkId | RingId | 'page' | 'title';
/** An adult writes down what somebody tells, word for word. */
export type AddQuote = Readonly<{
  kind: 'quote/add';
  quote: QuoteId;
  page: PageId;
  about: About;
  /** Whose words they are. */
  speaker: Contributor;
  source: Source;
  wording: Wording;
  /** The prompt that was asked before, by its name in the study. */
  prompt?: string;
}>;
/**
 * Correct what was written down - the words, whose they are, how it is known, which prompt they answer -, put it into
 * another language beside it, take it away, or bring it back.
 */
export type SetQuote = Readonly<{
  kind: 'quote/set';
  quote: QuoteId;
  speaker?: Contributor;
  source?: Source;
  wording?: Wording;
  /** Empty when it answers none. */
  prompt?: string;
  /** Empty when there is none any more. */
  translation?: Wording;
  gone?: boolean;
}>;
/** Take back one's own entry, where it still shows. */
export type Undo = Readonly<{ kind: 'undo'; entry: EntryId }>;
/** Do again what one took back. */
export type Redo = Readonly<{ kind: 'redo'; entry: EntryId }>;
/** What is left of an entry whose content the child took back: that it happened, not what it was. */
export type Erased = Readonly<{ kind: 'erased'; was: string }>;
/** Something a newer version of the app wrote; kept word for word. */
export type Unknown = Readonly<{ kind: 'unknown'; was: string; body: unknown }>;

/** Makes something of which more can be said later. */
export type AddThing = PutItem | AddLink | AddStamp | AddRing | AddQuote;
/** Says more about it. */
export type SetThing = SetItem | SetLink | SetStamp | SetRing | SetQuote;

export type Operation =
  | AddPage
  | OpenRound
  | AddStroke
  | AddFill
  | RubOut
  | AddThing
  | SetThing
  | Undo
  | Redo
  | Erased
  | Unknown;
