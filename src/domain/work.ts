/**
 * What a child or a group made: pages with strokes, pictures and the lines between pictures, as they
 * show now. A work is never stored; it is the fold of its journal (fold.ts). Rules: docs/spec/journal.md.
 */
import type { Contributor } from '#domain/contributor.ts';
import type { EntryId, Order, Round } from '#domain/entry.ts';
import type { ItemId, LinkId, PageId, SessionId, WorkId } from '#domain/ids.ts';
import type { AddFill, AddStroke } from '#domain/operation.ts';

export const ACTIVITIES = ['drawing', 'map'] as const;
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
    /** When it was put there first, and last put down. */
    put: Order;
    order: Order;
  }>;
/** A line or poured paint. */
export type Ink =
  Readonly<{ kind: 'stroke'; stroke: Stroke }> | Readonly<{ kind: 'fill'; fill: Fill }>;
/** Anything that leaves paint on a page. */
export type Mark = Ink | Readonly<{ kind: 'item'; item: Item }>;
/** A line between two pictures. */
export type Link = Made & Readonly<{ id: LinkId; from: ItemId; to: ItemId; order: Order }>;

/** One sheet, with what shows on it, oldest first. */
export type Page = Readonly<{
  id: PageId;
  fills: readonly Fill[];
  strokes: readonly Stroke[];
  items: readonly Item[];
  links: readonly Link[];
}>;

/** The whole work as it shows now. */
export type Work = Readonly<{ pages: readonly Page[] }>;

/** Is nothing on the page? A blank page is a fine page. */
export function isBlank({ fills, strokes, items }: Page): boolean {
  return items.length + fills.length === 0 && !strokes.some(({ line }) => line.tool !== 'rubber');
}
