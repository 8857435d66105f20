import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { inOrder, type Order } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import { isBlank, type Mark } from '#domain/work.ts';
import { marksOf } from '#picture/marks.ts';
import { CHILD_ACTS, journals } from '../../fixtures/journals.ts';
import { anItem, aPage, aPut, aShownFill, aShownStroke, aStroke } from '../../fixtures/marks.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aTablet } from '../../fixtures/tablet.ts';

property.prop([journals([...CHILD_ACTS, 'learn'])], { numRuns: 100 })(
  '[I7] everything on a page is painted once, in the order in which it was drawn or last put down',
  (journal) => {
    for (const page of WorkFold.of(journal).work.pages) {
      const orders = [...marksOf(page)].map(orderOf);

      expect(orders).toEqual([...orders].sort(inOrder));
      expect(orders).toHaveLength(page.fills.length + page.strokes.length + page.items.length);
    }
  },
);

test('[I7] a picture that is moved comes to lie on top of what was drawn meanwhile', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aStroke());
  expect([...marksOf(tablet.page)].map(({ kind }) => kind)).toEqual(['item', 'stroke']);

  tablet.does(ZORRO, { kind: 'item/set', item: anId('item'), place: { x: 150, y: 150 } });

  expect([...marksOf(tablet.page)].map(({ kind }) => kind)).toEqual(['stroke', 'item']);
});

function orderOf(mark: Mark): Order {
  if (mark.kind === 'item') return mark.item.order;
  return mark.kind === 'fill' ? mark.fill.order : mark.stroke.order;
}

test('[I7] a page with nothing but rubbing on it is blank; one dot of crayon, poured paint or one picture is not', () => {
  const rubbed = aPage({ strokes: [aShownStroke(1, { tool: 'rubber' })] });

  expect(isBlank(aPage())).toBe(true);
  expect(isBlank(rubbed)).toBe(true);
  expect(isBlank({ ...rubbed, items: [anItem(1)] })).toBe(false);
  expect(isBlank(aPage({ strokes: [aShownStroke(1)] }))).toBe(false);
  expect(isBlank(aPage({ fills: [aShownFill(1)] }))).toBe(false);
});
