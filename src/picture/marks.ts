/** Everything on a page in the order in which it is to be painted. */
import { inOrder } from '#domain/entry.ts';
import type { Mark, Page } from '#domain/work.ts';

type Painted = Pick<Page, 'fills' | 'strokes' | 'items'>;

/**
 * The marks of a page, oldest first; of a picture counts when it was last put down. Poured paint stands
 * in its place among rubbings, though it lies below all else.
 */
export function* marksOf({ fills, strokes, items }: Painted): Generator<Mark> {
  const lists: (readonly Mark[])[] = [
    fills.map((fill) => ({ kind: 'fill', fill })),
    items.map((item) => ({ kind: 'item', item })),
  ];
  const rest = lists.flat().sort((a, b) => inOrder(orderOf(a), orderOf(b)));
  let at = 0;
  for (const mark of rest) {
    for (
      let next = strokes[at];
      next && inOrder(next.order, orderOf(mark)) < 0;
      next = strokes[++at]
    ) {
      yield { kind: 'stroke', stroke: next };
    }
    yield mark;
  }
  for (const stroke of strokes.slice(at)) yield { kind: 'stroke', stroke };
}

function orderOf(mark: Mark): { n: number; actor: string } {
  if (mark.kind === 'stroke') return mark.stroke.order;
  return mark.kind === 'fill' ? mark.fill.order : mark.item.order;
}
