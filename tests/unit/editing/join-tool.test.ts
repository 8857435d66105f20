import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { SELF } from '#domain/work.ts';
import { joinTool } from '#editing/join-tool.ts';
import type { Bond } from '#editing/tool.ts';
import { aStep, gestures, pull, tap } from '../../fixtures/hands.ts';
import { aLink, anItem, aPage } from '../../fixtures/marks.ts';
import { anId } from '../../fixtures/names.ts';
import { answered, aScene } from '../../fixtures/scenes.ts';

const house = anItem(1, { x: 300, y: 300 });
const school = anItem(2, { symbol: 'school', x: 1000, y: 300 });
const hen = anItem(3, { symbol: 'hen', x: 300, y: 900 });
const items = [house, school, hen];
const village = aScene(aPage({ items, links: [aLink(house, hen)] }));
const BARE = { x: 1400, y: 1000 };

const toSchool = {
  kind: 'link/add',
  link: anId('link', 99),
  from: house.id,
  to: school.id,
};

test('[M5] two pictures are joined by pulling from one to the other', () => {
  const steps = pull(house, school);
  const midway = answered(joinTool, steps.slice(0, 2), village);
  expect(midway.draft.ropes).toEqual([{ pointer: 1, from: house.id, at: { x: 650, y: 300 } }]);

  const { operations, draft, hint } = answered(joinTool, steps, village);

  expect(operations).toEqual([toSchool]);
  expect(draft.ropes).toEqual([]);
  expect(hint).toBeUndefined();
});

test('[M5] two pictures are joined by tap-tap', () => {
  const first = answered(joinTool, tap(house), village);
  expect(first.operations).toEqual([]);
  expect(first.draft.picked).toEqual({ kind: 'item', id: house.id });

  const second = answered(joinTool, tap(school), village, first.state);

  expect(second.operations).toEqual([toSchool]);
  expect(second.draft.picked).toEqual({ kind: 'link', id: toSchool.link });
});

test('[M5] a small finger that misses a picture by a little still means it', () => {
  const beside = { x: school.x + 85 + 28, y: school.y };
  const tooFar = { x: school.x + 85 + 29, y: school.y };

  expect(answered(joinTool, pull(house, beside), village).operations).toEqual([toSchool]);
  expect(answered(joinTool, pull(house, tooFar), village).operations).toEqual([]);
});

test('[M5] a line let go on bare paper joins nothing, and what was tapped is let go', () => {
  const { state } = answered(joinTool, tap(hen), village);

  const after = answered(joinTool, pull(house, BARE), village, state);
  const tapped = answered(joinTool, tap(BARE), village, state);

  for (const { operations, draft } of [after, tapped]) {
    expect(operations).toEqual([]);
    expect(draft).toMatchObject({ ropes: [], picked: undefined });
  }
});

test('[M5] a pull after a tap joins the two it was pulled between', () => {
  const { state } = answered(joinTool, tap(hen), village);

  const { operations, draft } = answered(joinTool, pull(house, school), village, state);

  expect(operations).toEqual([toSchool]);
  expect(draft.picked).toEqual({ kind: 'link', id: toSchool.link });
});

test('[M5] two fingers pull two lines', () => {
  const second = { pointer: 2 };
  const { operations } = answered(
    joinTool,
    [
      aStep('down', house),
      aStep('down', hen, second),
      aStep('move', BARE, second),
      aStep('up', school),
      aStep('up', school, second),
    ],
    village,
  );

  expect(operations).toMatchObject([
    { from: house.id, to: school.id },
    { from: hen.id, to: school.id },
  ]);
});

test('[M5] a cancelled pull joins nothing', () => {
  const cancelled = [...pull(house, school).slice(0, 2), aStep('cancel', school)];

  expect(answered(joinTool, cancelled, village)).toMatchObject({
    operations: [],
    draft: { ropes: [], picked: undefined },
  });
});

test.each([
  ['tapped twice', [...tap(house), ...tap(house)]],
  ['tapped, then pulled onto itself', [...tap(house), ...pull(house, { x: 350, y: 330 })]],
])('[M6] a picture %s is not joined to itself; a kind word says so', (_how, steps) => {
  const { operations, hint, draft } = answered(joinTool, steps, village);

  expect(operations).toEqual([]);
  expect(hint).toBe('link/to-itself');
  expect(draft.picked).toBeUndefined();
});

test.each([
  ['pulled the same way', pull(house, hen)],
  ['pulled the other way', pull(hen, house)],
  ['tapped', [...tap(hen), ...tap(house)]],
])('[M6] two that are joined are not joined again when %s; a kind word says so', (_how, steps) => {
  const { operations, hint } = answered(joinTool, steps, village);

  expect(operations).toEqual([]);
  expect(hint).toBe('link/already-there');
});

property.prop([gestures], { numRuns: 150 })(
  '[M6] whatever fingers do, only different pictures not yet joined are joined',
  (steps) => {
    const crowded = items.concat(
      Array.from({ length: 9 }, (_, at) =>
        anItem(10 + at, { x: 200 + 600 * (at % 3), y: 200 + 400 * Math.floor(at / 3), size: 400 }),
      ),
    );
    const scene = aScene(aPage({ items: crowded, links: [aLink(house, hen)] }));

    const { operations, draft } = answered(joinTool, steps, scene);

    for (const op of operations) {
      if (op.kind !== 'link/add') throw new Error('the rope only joins');
      expect(op.from).not.toBe(op.to);
      expect([op.from, op.to].sort()).not.toEqual([house.id, hen.id]);
    }
    expect(draft.ropes).toEqual([]);
  },
);

test('[M12] a new link says what was chosen for it, and nothing of its kind when nothing was', () => {
  const bond = { relation: 'water', valence: 'both', direction: 'back' } as const;

  const { operations } = answered(joinTool, pull(house, school), { ...village, bond });

  expect(operations).toEqual([{ ...toSchool, ...bond }]);
  expect(answered(joinTool, pull(house, school), village).operations[0]).not.toHaveProperty(
    'relation',
  );
});

test('[M12] two that are joined are joined again by another kind of link', () => {
  const page = aPage({ items, links: [aLink(house, school, 1, { relation: 'help' })] });
  const joined = (bond: Bond): ReturnType<typeof answered<unknown>> =>
    answered(joinTool, pull(school, house), { ...aScene(page), bond });

  expect(joined({ relation: 'quarrel' }).operations).toMatchObject([{ relation: 'quarrel' }]);
  expect(joined({ valence: 'neutral' }).operations).toMatchObject([{ from: school.id }]);
  expect(joined({ relation: 'help' })).toMatchObject({
    operations: [],
    hint: 'link/already-there',
  });
  expect(joined({ relation: 'help' }).draft.picked).toEqual({
    kind: 'link',
    id: page.links[0]!.id,
  });
});

test('[M12] a tap on a link picks it, so that what it says can be changed; a tap beside lets it go', () => {
  const [path] = village.page().links;
  const tapped = answered(joinTool, tap({ x: 310, y: 600 }), village);
  expect(tapped.draft.picked).toEqual({ kind: 'link', id: path!.id });

  expect(answered(joinTool, tap(BARE), village, tapped.state).draft.picked).toBeUndefined();
  expect(answered(joinTool, [aStep('down', house)], village, tapped.state).state.link).toBe(
    undefined,
  );
});

test('[M24] oneself in the middle of the circles is joined like anybody', () => {
  const ego = anItem(9, { symbol: SELF, x: 1300, y: 900, pinned: true });
  const scene = aScene(aPage({ items: [house, ego] }));

  expect(answered(joinTool, pull(ego, house), scene).operations).toMatchObject([
    { from: ego.id, to: house.id },
  ]);
});

test.each([
  ['pulled from', [...pull(house, school)], 1],
  ['tapped before', [...tap(house), ...tap(school)], 2],
])(
  '[M31] a picture that was %s and then taken away by another child is not joined; a kind word says so',
  (_how, steps, already) => {
    const { state } = answered(joinTool, steps.slice(0, already), village);
    const scene = aScene(aPage({ items: [school, hen] }));

    const after = answered(joinTool, steps.slice(already), scene, state);

    expect(after).toMatchObject({ operations: [], hint: 'item/gone' });
    expect(after.draft).toMatchObject({ ropes: [], picked: undefined });
  },
);
