import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { settle } from '#domain/settle.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { CHILD_ACTS, journals, ODD_ACTS, QUARREL_ACTS } from '../../fixtures/journals.ts';
import { aPut, aStroke } from '../../fixtures/marks.ts';
import { anActor, anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aTablet } from '../../fixtures/tablet.ts';

const any = journals([...QUARREL_ACTS, ...CHILD_ACTS, ...ODD_ACTS, 'learn']);

property.prop([any], { numRuns: 200 })('[J7] settling changes nothing that shows', (journal) => {
  const { work } = WorkFold.of(journal);

  expect(WorkFold.of(settle(journal)).work).toEqual(work);
});

property.prop([any], { numRuns: 100 })(
  '[J7] a picture, line or mark that does not show is in no settled journal; the rest is word for word',
  (journal) => {
    const { pages } = WorkFold.of(journal).work;
    const text = JSON.stringify(settle(journal));

    const names = journal.flatMap(({ op }) => namesIn(op));
    const shown = new Set<string>(
      pages.flatMap(({ items, links }) => [...items, ...links].map(({ id }) => id)),
    );
    for (const name of names) expect(text.includes(name)).toBe(shown.has(name));
    const strokes = pages.flatMap((page) => page.strokes.map(({ line }) => line));
    expect(settle(journal).flatMap(({ op }) => (op.kind === 'stroke/add' ? [op] : []))).toEqual(
      expect.arrayContaining(strokes),
    );
    expect(settle(journal).filter(({ op }) => op.kind === 'stroke/add')).toHaveLength(
      strokes.length,
    );
  },
);

property.prop([journals()], { numRuns: 100 })(
  '[J7] that it happened, when, by whom and in which round stays of every entry, also of those erased',
  (journal) => {
    const stamps = ({ op, ...stamp }: WorkEntry): unknown => [
      stamp,
      op.kind === 'erased' ? op.was : op.kind,
    ];

    expect(settle(journal).map(stamps)).toEqual(journal.map(stamps));
  },
);

property.prop([any], { numRuns: 50 })(
  '[J7] settling what was settled changes nothing any more',
  (journal) => {
    const settled = settle(journal);

    expect(settle(settled)).toEqual(settled);
  },
);

test('[J7] a line taken back leaves no sample, only that there was one', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aStroke({ crayon: 'red' }));
  tablet.does(ZORRO, aStroke({ crayon: 'blue' }));
  tablet.undoes(ZORRO);

  const [, red, blue, undo] = settle(tablet.entries);

  expect(red?.op).toMatchObject({ kind: 'stroke/add', crayon: 'red' });
  expect(blue).toMatchObject({ by: ZORRO, at: 300, op: { kind: 'erased', was: 'stroke/add' } });
  expect(undo?.op).toEqual({ kind: 'undo', entry: `${anActor()}.3` });
});

test('[J7] of a picture in the bin nothing stays: not its name, its way, nor the lines to it', () => {
  const tablet = aTablet();
  const [house, school] = [anId('item', 1), anId('item', 2)];
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2, { symbol: 'school' }));
  tablet.does(LLAMA, { kind: 'item/set', item: house, place: { x: 1, y: 2 } });
  tablet.does(LLAMA, { kind: 'link/add', link: anId('link'), from: school, to: house });
  tablet.does(ZORRO, { kind: 'item/set', item: house, gone: true });

  const kinds = settle(tablet.entries).map(({ op }) =>
    op.kind === 'erased' ? op.was : `= ${op.kind}`,
  );

  expect(kinds).toEqual([
    '= page/add',
    'item/put',
    '= item/put',
    'item/set',
    'link/add',
    'item/set',
  ]);
});

test('[J7] of a line that was cut nothing stays, not even its name', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(ZORRO, aPut(2, { x: 100 }));
  const link = anId('link');
  tablet.does(LLAMA, { kind: 'link/add', link, from: anId('item', 1), to: anId('item', 2) });
  tablet.does(ZORRO, { kind: 'link/set', link, gone: true });

  expect(JSON.stringify(settle(tablet.entries))).not.toContain(link);
});

test('[J7] a move taken back loses where it led; the picture stays where it shows', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 100, y: 100 }));
  tablet.does(LLAMA, { kind: 'item/set', item: anId('item'), place: { x: 777, y: 555 } });
  tablet.undoes(LLAMA);

  const settled = settle(tablet.entries);

  expect(JSON.stringify(settled)).not.toContain('777');
  expect(WorkFold.of(settled).work.pages[0]?.items).toMatchObject([{ x: 100, y: 100 }]);
});

test('[J7] a picture whose undo was held stays, also when the hand that held it let go', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 100, y: 100 }));
  tablet.does(LLAMA, { kind: 'item/set', item: anId('item'), place: { x: 700, y: 100 } });
  tablet.undoes(ZORRO); // held by Llama: nothing changes
  tablet.undoes(LLAMA); // the picture is back where Zorro put it
  expect(tablet.page.items).toHaveLength(1);

  expect(WorkFold.of(settle(tablet.entries)).work).toEqual(tablet.work);
});

test('[J7] a picture whose undo was held by a line stays, also when that line was cut', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2, { x: 100 }));
  tablet.does(LLAMA, {
    kind: 'link/add',
    link: anId('link'),
    from: anId('item', 1),
    to: anId('item', 2),
  });
  tablet.undoes(ZORRO);
  tablet.does(LLAMA, { kind: 'link/set', link: anId('link'), gone: true });
  expect(tablet.page.items).toHaveLength(2);

  expect(WorkFold.of(settle(tablet.entries)).work).toEqual(tablet.work);
});

test('[J7] a line that somebody else brought back after it was taken back stays', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(ZORRO, aPut(2, { x: 100 }));
  tablet.does(LLAMA, {
    kind: 'link/add',
    link: anId('link'),
    from: anId('item', 1),
    to: anId('item', 2),
  });
  tablet.undoes(LLAMA);
  tablet.does(ZORRO, { kind: 'link/set', link: anId('link'), gone: false });
  expect(tablet.page.links).toHaveLength(1);

  expect(WorkFold.of(settle(tablet.entries)).work).toEqual(tablet.work);
});

function namesIn(op: WorkEntry['op']): string[] {
  if (op.kind === 'item/put') return [op.item];
  return op.kind === 'link/add' ? [op.link] : [];
}
