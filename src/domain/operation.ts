/**
 * Every way a work may change, as plain values. The union is closed: what a newer version of the app
 * wrote is kept as `unknown` and passed on untouched. Coordinates are whole page units.
 */
import type { Crayon, InkTool, Width } from '#domain/crayon.ts';
import type { EntryId } from '#domain/entry.ts';
import type { ItemId, LinkId, PageId } from '#domain/ids.ts';

export const INPUTS = ['touch', 'pen', 'mouse'] as const;
/** What touched the sheet. */
export type Input = (typeof INPUTS)[number];

/** Lay a new, empty page on the table. */
export type AddPage = Readonly<{ kind: 'page/add'; page: PageId }>;
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
}>;
/** Change what is said about a picture; what is left out stays as it was. */
export type SetItem = Readonly<{
  kind: 'item/set';
  item: ItemId;
  place?: Readonly<{ x: number; y: number }>;
  gone?: boolean;
}>;
/** Join two pictures with a line. */
export type AddLink = Readonly<{ kind: 'link/add'; link: LinkId; from: ItemId; to: ItemId }>;
/** Take a line away, or bring it back. */
export type SetLink = Readonly<{ kind: 'link/set'; link: LinkId; gone: boolean }>;
/** Take back one's own entry, where it still shows. */
export type Undo = Readonly<{ kind: 'undo'; entry: EntryId }>;
/** Do again what one took back. */
export type Redo = Readonly<{ kind: 'redo'; entry: EntryId }>;
/** What is left of an entry whose content the child took back: that it happened, not what it was. */
export type Erased = Readonly<{ kind: 'erased'; was: string }>;
/** Something a newer version of the app wrote; kept word for word. */
export type Unknown = Readonly<{ kind: 'unknown'; was: string; body: unknown }>;

export type Operation =
  | AddPage
  | AddStroke
  | AddFill
  | RubOut
  | PutItem
  | SetItem
  | AddLink
  | SetLink
  | Undo
  | Redo
  | Erased
  | Unknown;
