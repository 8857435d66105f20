/** Everything on a page in the order it lies there: what came last is on top. */
import { inOrder } from '#domain/entry.ts';
import type { Item, Page, Stroke } from '#domain/work.ts';

/** A line or a picture. */
export type Mark =
  Readonly<{ kind: 'stroke'; stroke: Stroke }> | Readonly<{ kind: 'item'; item: Item }>;

/** Strokes and pictures of a page, lowest first. Both lists are in order already; this merges them. */
export function* marksOf({ strokes, items }: Pick<Page, 'strokes' | 'items'>): Generator<Mark> {
  let at = 0;
  for (const item of items) {
    for (
      let next = strokes[at];
      next && inOrder(next.order, item.order) < 0;
      next = strokes[++at]
    ) {
      yield { kind: 'stroke', stroke: next };
    }
    yield { kind: 'item', item };
  }
  for (const stroke of strokes.slice(at)) yield { kind: 'stroke', stroke };
}
