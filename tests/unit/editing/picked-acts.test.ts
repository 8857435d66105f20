import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { DIRECTIONS, VALENCES } from '#domain/feeling.ts';
import {
  bound,
  disputed,
  labelled,
  nudged,
  resized,
  sentBehind,
  turned,
  WAYS,
  wished,
} from '#editing/picked-acts.ts';
import { admitWork } from '#files/admit.ts';
import { aLink, anEntry, anItem, aPut } from '../../fixtures/marks.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';

const item = anItem(1);
const about = { kind: 'item/set', item: item.id } as const;

test('[M10] bigger and smaller are one step each, and one takes the other back', () => {
  const bigger = resized({ ...item, size: 160 }, 'bigger');
  expect(bigger).toEqual({ ...about, size: 200 });

  expect(resized({ ...item, size: 200 }, 'smaller')).toEqual({ ...about, size: 160 });
});

test.each([
  [800, 'bigger', undefined],
  [799, 'bigger', 800],
  [60, 'smaller', undefined],
  [61, 'smaller', 60],
  [30, 'smaller', 60],
] as const)(
  '[M10] a picture of %i made %s becomes %s: it can be touched, and leaves room',
  (size, way, next) => {
    expect(resized({ ...item, size }, way)?.size).toBe(next);
  },
);

property.prop([fc.integer({ min: 0, max: 359 }), fc.constantFrom('left', 'right' as const)], {
  numRuns: 60,
})(
  '[M10] twelve turns lead back, one to the other side takes one back, and all are admitted',
  (turn, way) => {
    const other = way === 'left' ? 'right' : 'left';
    const after = (from: number, to: 'left' | 'right'): number =>
      turned({ ...item, turn: from }, to).turn!;

    let now = turn;
    for (let count = 0; count < 12; count++) now = after(now, way);

    expect(now).toBe(turn);
    expect(after(after(turn, way), other)).toBe(turn);
    const put = [
      anEntry({ kind: 'page/add', page: anId('page') }),
      anEntry(aPut(), { seq: 2, n: 2 }),
    ];
    const set = anEntry(turned({ ...item, turn }, way), { seq: 3, n: 3 });
    expect(admitWork([...put, set]).ok).toBe(true);
  },
);

test('[M10] to the right is clockwise', () => {
  expect(turned(item, 'right').turn).toBe(30);
  expect(turned(item, 'left').turn).toBe(330);
});

test('[M10] behind, wish and its opposite, and nothing besides', () => {
  expect(sentBehind(item)).toEqual({ ...about, behind: true });
  expect(wished(item)).toEqual({ ...about, wish: true });
  expect(wished({ ...item, wish: true })).toEqual({ ...about, wish: false });
});

test('[M23] arrows move a picture by a little, each its own way; what is pinned stays', () => {
  const places = WAYS.map((way) => nudged({ ...item, x: 500, y: 400 }, way)?.place);

  expect(places).toEqual([
    { x: 460, y: 400 },
    { x: 540, y: 400 },
    { x: 500, y: 360 },
    { x: 500, y: 440 },
  ]);
  expect(WAYS.map((way) => nudged({ ...item, pinned: true }, way))).toEqual(
    WAYS.map(() => undefined),
  );
});

test('[M15] pictures and rings have names, links have none', () => {
  const label = { text: 'wasi', language: 'quy' } as const;

  expect(labelled({ kind: 'item', id: item.id }, label)).toEqual({ ...about, label });
  expect(labelled({ kind: 'ring', id: anId('ring') }, label)).toEqual({
    kind: 'ring/set',
    ring: anId('ring'),
    label,
  });
  expect(labelled({ kind: 'link', id: anId('link') }, label)).toBeUndefined();
});

test('[M21] who does not agree is noted of the picture', () => {
  const dispute = { between: [ZORRO, LLAMA], note: 'whose spring?' };

  expect(disputed(item, dispute)).toEqual({ ...about, dispute });
});

property.prop([
  fc.record(
    {
      relation: fc.constantFrom('help', 'play'),
      valence: fc.constantFrom(...VALENCES),
      direction: fc.constantFrom(...DIRECTIONS),
    },
    { requiredKeys: [] },
  ),
])(
  '[M12] what a link is said to be is written as far as it is news, and then it says so',
  (bond) => {
    const link = aLink(item, anItem(2), 1, {
      relation: 'help',
      valence: 'both',
      direction: 'back',
    });

    const said = bound(link, bond);

    const wanted = { ...link, ...bond, relation: bond.relation ?? link.relation };
    expect(bound(wanted, bond)).toBeUndefined();
    const { relation, valence, direction } = { ...link, ...said };
    expect({ ...link, relation, valence, direction }).toEqual(wanted);
    for (const field of ['relation', 'valence', 'direction'] as const) {
      if (said && field in said) expect(said[field]).not.toBe(link[field]);
    }
  },
);

test('[M12] a link of which nobody said a kind gets one, and is one entry more', () => {
  const link = aLink(item, anItem(2));
  const entries = [
    anEntry({ kind: 'page/add', page: anId('page') }),
    anEntry(aPut(1), { seq: 2, n: 2 }),
    anEntry(aPut(2), { seq: 3, n: 3 }),
    anEntry({ kind: 'link/add', link: link.id, from: link.from, to: link.to }, { seq: 4, n: 4 }),
    anEntry(bound(link, { relation: 'water' })!, { seq: 5, n: 5 }),
  ];

  expect(WorkFold.of(entries).work.pages[0]?.links).toMatchObject([{ relation: 'water' }]);
});
