import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { bandOf } from '#domain/bonds.ts';
import type { ItemId } from '#domain/ids.ts';
import { isOnPage } from '#domain/page.ts';
import { DRAWN, SELF } from '#domain/work.ts';
import { carry, handTool, letGo, take, takeAway } from '#editing/hand-tool.ts';
import type { Step } from '#editing/step.ts';
import { aStep, gestures, pull, tap } from '../../fixtures/hands.ts';
import { aLink, anItem, aPage, aRing } from '../../fixtures/marks.ts';
import { anId } from '../../fixtures/names.ts';
import { answered, aScene, FRESH } from '../../fixtures/scenes.ts';

const house = anItem(1, { x: 300, y: 300 });
const school = anItem(2, { symbol: 'school', x: 1000, y: 300 });
const path = aLink(house, school);
const village = aScene(aPage({ items: [house, school], links: [path] }));
const [ON_HOUSE, BARE] = [
  { x: 310, y: 280 },
  { x: 600, y: 900 },
];
/** What the tray lets a finger pull out. */
const HEN = { symbol: 'hen', size: 170 };
const { idle } = handTool;

/** What the tool writes for a new hen in this place. */
function hen(x: number, y: number): unknown {
  const [item, page] = [FRESH, anId('page')];
  return { kind: 'item/put', item, page, symbol: 'hen', x, y, size: 170 };
}

function moveOf(item: ItemId, x: number, y: number): unknown {
  return { kind: 'item/set', item, place: { x, y } };
}

test('[M1] a picture pulled from the tray is put where it is let go', () => {
  const [down, ...rest] = pull({ x: 40, y: -80 }, { x: 512.4, y: 700.6 });
  const carried = carry(idle, HEN, down!);
  expect(handTool.draft(carried).held).toMatchObject([{ symbol: 'hen', at: { x: 40, y: -80 } }]);

  const { operations, draft } = answered(handTool, rest, village, carried);

  expect(operations).toEqual([hen(512, 701)]);
  expect(draft.held).toEqual([]);
});

test('[M1] a picture tapped in the tray is put where the sheet is tapped, also on top of another', () => {
  const taken = take(idle, 'hen');

  const bare = answered(handTool, tap(BARE), village, taken);
  const onHouse = answered(handTool, tap(ON_HOUSE), village, taken);

  expect(bare.operations).toEqual([hen(600, 900)]);
  expect(onHouse.operations).toEqual([hen(310, 280)]);
  expect(bare.state.taken).toBeUndefined();
});

test('[M1] a taken picture that is drawn across the sheet lies where the finger lifts', () => {
  const { operations } = answered(handTool, pull(ON_HOUSE, BARE), village, take(idle, 'hen'));

  expect(operations).toEqual([hen(BARE.x, BARE.y)]);
});

test('[M1] while a finger is down, the new picture follows it', () => {
  const { draft, operations } = answered(
    handTool,
    [aStep('down', BARE), aStep('move', { x: 700, y: 800 })],
    village,
    take(idle, 'hen'),
  );

  expect(draft.held).toEqual([
    { pointer: 1, item: undefined, symbol: 'hen', size: 170, turn: 0, at: { x: 700, y: 800 } },
  ]);
  expect(operations).toEqual([]);
});

test('[M1] a second tap on the same picture puts it back into the tray; another one takes its place', () => {
  expect(take(take(idle, 'hen'), 'hen').taken).toBeUndefined();
  expect(take(take(idle, 'hen'), 'cow').taken).toBe('cow');
});

test('[M1] two fingers put two pictures', () => {
  const [first] = [carry(idle, HEN, aStep('down', BARE))];
  const both = carry(first, HEN, aStep('down', BARE, { pointer: 2 }));

  const { operations } = answered(
    handTool,
    [aStep('up', { x: 100, y: 100 }, { pointer: 2 }), aStep('up', { x: 200, y: 200 })],
    village,
    both,
  );

  expect(operations).toEqual([hen(100, 100), hen(200, 200)]);
});

test.each([
  ['left of', { x: -1, y: 600 }],
  ['right of', { x: 1601, y: 600 }],
  ['above', { x: 800, y: -1 }],
  ['below', { x: 800, y: 1201 }],
])('[M2] a new picture let go %s the sheet is not put', (_where, beside) => {
  const pulled = answered(
    handTool,
    [aStep('up', beside)],
    village,
    carry(idle, HEN, aStep('down', BARE)),
  );
  const tapped = answered(handTool, tap(beside), village, take(idle, 'hen'));

  expect(pulled.operations).toEqual([]);
  expect(pulled.draft.held).toEqual([]);
  expect(tapped.operations).toEqual([]);
});

test('[M2] a new picture let go over the bin is not put', () => {
  const overBin = { overBin: true };
  const carried = carry(idle, HEN, aStep('down', BARE));

  expect(answered(handTool, [aStep('up', BARE, overBin)], village, carried).operations).toEqual([]);
});

test('[M2] a new picture whose finger was cancelled is not put', () => {
  const carried = carry(idle, HEN, aStep('down', BARE));

  const { operations, draft } = answered(handTool, [aStep('cancel', BARE)], village, carried);

  expect(operations).toEqual([]);
  expect(draft.held).toEqual([]);
});

test('[M3] a picture is moved by drag, held where the finger took it', () => {
  const steps = pull(ON_HOUSE, { x: 510, y: 480 });
  const midway = answered(handTool, steps.slice(0, 2), village);
  expect(midway.draft.held).toMatchObject([{ item: house.id, at: { x: 400, y: 400 } }]);

  const { operations } = answered(handTool, steps, village);

  expect(operations).toEqual([moveOf(house.id, 500, 500)]);
});

test('[M3] a picture is moved by tap-tap: tap it, then tap where it shall go', () => {
  const picked = answered(handTool, tap(ON_HOUSE), village);
  expect(picked.operations).toEqual([]);
  expect(picked.draft.picked).toEqual({ kind: 'item', id: house.id });

  const { operations, draft } = answered(handTool, tap(BARE), village, picked.state);

  expect(operations).toEqual([moveOf(house.id, 600, 900)]);
  expect(draft.picked).toBeUndefined();
});

test('[M3] a second tap on a picked picture lets it go; a tap on another picks that', () => {
  const { state } = answered(handTool, tap(ON_HOUSE), village);

  expect(answered(handTool, tap(ON_HOUSE), village, state).draft.picked).toBeUndefined();
  expect(answered(handTool, tap(school), village, state).draft.picked).toEqual({
    kind: 'item',
    id: school.id,
  });
});

test.each<[string, number, boolean]>([
  ['trembled: it was a tap', 14, false],
  ['moved a little more: it was a drag', 15, true],
])('[M3] a finger that only %s', (_what, far, moves) => {
  const { operations, draft } = answered(
    handTool,
    pull(house, { x: house.x + far, y: house.y }),
    village,
  );

  expect(operations).toEqual(moves ? [moveOf(house.id, house.x + far, house.y)] : []);
  expect(draft.picked?.id).toBe(moves ? undefined : house.id);
});

test('[M3] a picture that was pulled away and brought back is moved, not tapped', () => {
  const { operations } = answered(
    handTool,
    [aStep('down', house), aStep('move', { x: 500, y: 500 }), aStep('up', house)],
    village,
  );

  expect(operations).toEqual([moveOf(house.id, house.x, house.y)]);
});

test('[M3] a picture pulled off the sheet stays on its edge', () => {
  const { operations } = answered(handTool, pull(house, { x: 1750, y: -60 }), village);

  expect(operations).toEqual([moveOf(house.id, 1600, 0)]);
});

test('[M3] a cancelled drag leaves the picture where it was', () => {
  const { operations, draft } = answered(
    handTool,
    [...pull(house, BARE).slice(0, 2), aStep('cancel', BARE)],
    village,
  );

  expect(operations).toEqual([]);
  expect(draft.held).toEqual([]);
});

test('[M3] two fingers move two pictures at once', () => {
  const second = { pointer: 2 };
  const { operations } = answered(
    handTool,
    [
      aStep('down', house),
      aStep('down', school, second),
      aStep('move', { x: 400, y: 300 }),
      aStep('move', { x: 1100, y: 300 }, second),
      aStep('up', { x: 400, y: 300 }),
      aStep('up', { x: 1100, y: 300 }, second),
    ],
    village,
  );

  expect(operations).toEqual([moveOf(house.id, 400, 300), moveOf(school.id, 1100, 300)]);
});

test('[M3] a finger that strokes bare paper moves nothing and keeps what is picked', () => {
  const { state } = answered(handTool, tap(ON_HOUSE), village);

  const after = answered(handTool, pull(BARE, { x: 900, y: 1000 }), village, state);

  expect(after.operations).toEqual([]);
  expect(after.draft.picked?.id).toBe(house.id);
});

property.prop([gestures, fc.boolean()], { numRuns: 150 })(
  '[M3] whatever fingers do, pictures stay on the sheet and no finger leaves anything in the air',
  (steps, taking) => {
    const from = taking ? take(idle, 'hen') : idle;
    const { operations, draft } = answered(handTool, steps, village, from);

    for (const op of operations) {
      if (op.kind === 'item/put') expect(isOnPage(op)).toBe(true);
      if (op.kind === 'item/set' && op.place) expect(isOnPage(op.place)).toBe(true);
    }
    expect(draft.held).toEqual([]);
  },
);

test('[M4] a picture dragged into the bin is taken away', () => {
  const { operations } = answered(handTool, pull(house, BARE, { overBin: true }), village);

  expect(operations).toEqual([{ kind: 'item/set', item: house.id, gone: true }]);
});

test('[M4] a picture in the bin is no longer picked', () => {
  const { state } = answered(handTool, tap(ON_HOUSE), village);

  const { draft } = answered(handTool, pull(house, BARE, { overBin: true }), village, state);

  expect(draft.picked).toBeUndefined();
});

test('[M4] a line is picked by a tap beside it, and what is picked can be taken away', () => {
  const near = answered(handTool, tap({ x: 650, y: 327 }), village).draft.picked;
  const far = answered(handTool, tap({ x: 650, y: 329 }), village).draft.picked;

  expect(near).toEqual({ kind: 'link', id: path.id });
  expect(far).toBeUndefined();
  expect(takeAway(near!)).toEqual({ kind: 'link/set', link: path.id, gone: true });
  expect(takeAway({ kind: 'item', id: house.id })).toEqual({
    kind: 'item/set',
    item: house.id,
    gone: true,
  });
});

test('[M4] a tap on bare paper lets a picked line go', () => {
  const { state } = answered(handTool, tap({ x: 650, y: 300 }), village);

  expect(answered(handTool, tap(BARE), village, state).draft.picked).toBeUndefined();
});

test('[M4] letting go keeps what fingers hold', () => {
  const picked = answered(handTool, tap(ON_HOUSE), village).state;
  const holding = answered(handTool, [aStep('down', school)], village, picked).state;

  const after = letGo({ ...holding, taken: 'hen' });

  expect(after.picked).toBeUndefined();
  expect(after.taken).toBeUndefined();
  expect(after.grips).toHaveLength(1);
});

test('[M3] a finger that comes down again without having lifted moves what it took now', () => {
  const lost = answered(handTool, [aStep('down', house)], village);

  const { operations } = answered(handTool, pull(school, BARE), village, lost.state);

  expect(operations).toEqual([{ kind: 'item/set', item: school.id, place: BARE }]);
});

test('[M1] a finger that comes down again without having lifted puts what was taken', () => {
  const lost = answered(handTool, [aStep('down', BARE)], village);

  const { operations } = answered(handTool, tap(BARE), village, take(lost.state, 'hen'));

  expect(operations).toMatchObject([{ kind: 'item/put', symbol: 'hen' }]);
});

test('[M1] a finger that pulls from the tray without having lifted before puts what it pulls', () => {
  const lost = answered(handTool, [aStep('down', house)], village);
  const carried = carry(lost.state, HEN, aStep('down', BARE));

  const { operations } = answered(handTool, [aStep('up', BARE)], village, carried);

  expect(operations).toMatchObject([{ kind: 'item/put', symbol: 'hen' }]);
});

test('[M1] a picture from the tray is as large as pictures of this sheet are', () => {
  const circles = { ...village, itemSize: 116 };

  const { operations } = answered(handTool, tap(BARE), circles, take(idle, 'hen'));

  expect(operations).toMatchObject([{ symbol: 'hen', size: 116 }]);
  const small = carry(idle, { symbol: 'hen', size: 60 }, aStep('down', BARE));
  expect(answered(handTool, [aStep('up', BARE)], circles, small).operations).toMatchObject([
    { symbol: 'hen', size: 60 },
  ]);
});

test('[M10] a turned picture stays turned in the air', () => {
  const scene = aScene(aPage({ items: [{ ...house, turn: 30, size: 250 }] }));

  const { draft } = answered(handTool, pull(ON_HOUSE, BARE).slice(0, 2), scene);

  expect(draft.held).toMatchObject([{ turn: 30, size: 250 }]);
});

const drawn = anItem(3, { symbol: DRAWN, x: 600, y: 600, size: 400, pinned: true });
const ego = anItem(4, { symbol: SELF, x: 800, y: 900, pinned: true });
const fixed = aScene(aPage({ items: [house, drawn, ego] }));

test('[M15] what was drawn and made a thing is picked by a tap and binned, but moved neither by drag nor by tap-tap', () => {
  const picked = answered(handTool, tap(drawn), fixed);
  expect(picked.draft.picked).toEqual({ kind: 'item', id: drawn.id });

  const dragged = answered(handTool, pull(drawn, BARE), fixed);
  const tapped = answered(handTool, tap({ x: 1300, y: 200 }), fixed, picked.state);
  const binned = answered(handTool, pull(drawn, BARE, { overBin: true }), fixed);

  expect(answered(handTool, pull(drawn, BARE).slice(0, 2), fixed).draft.held).toEqual([]);
  expect([dragged.operations, tapped.operations]).toEqual([[], []]);
  expect(tapped.draft.picked).toBeUndefined();
  expect(binned.operations).toEqual([{ kind: 'item/set', item: drawn.id, gone: true }]);
});

test('[M24] oneself in the middle of the circles is neither picked nor moved nor binned', () => {
  const outcomes = [
    answered(handTool, tap(ego), fixed),
    answered(handTool, pull(ego, BARE), fixed),
    answered(handTool, pull(ego, BARE, { overBin: true }), fixed),
  ];

  for (const { operations, draft } of outcomes) {
    expect(operations).toEqual([]);
    expect(draft).toMatchObject({ held: [], picked: undefined });
  }
});

test('[M15] a ring is picked by a tap on its band, not inside it, and can be taken away', () => {
  const ring = aRing([house, school]);
  const scene = aScene(aPage({ items: [house, school], rings: [ring] }));
  const [, corner] = bandOf(ring, [house, school]);

  const onBand = answered(handTool, tap(corner!), scene).draft.picked;

  expect(onBand).toEqual({ kind: 'ring', id: ring.id });
  expect(answered(handTool, tap({ x: 650, y: 300 }), scene).draft.picked).toBeUndefined();
  expect(takeAway(onBand!)).toEqual({ kind: 'ring/set', ring: ring.id, gone: true });
});

test.each<[string, Step[]]>([
  ['dragged', pull(house, BARE)],
  ['dragged into the bin', pull(house, BARE, { overBin: true })],
  ['tapped', tap(house)],
])(
  '[M31] a picture that another child took away while it was %s stays away; a kind word says so',
  (_how, [down, ...rest]) => {
    const { state } = answered(handTool, [down!], village);

    const after = answered(handTool, rest, aScene(aPage({ items: [school] })), state);

    expect(after).toMatchObject({ operations: [], hint: 'item/gone', draft: { held: [] } });
  },
);

test('[M31] a picked picture that another child took away is not moved by a tap; a kind word says so', () => {
  const { state } = answered(handTool, tap(house), village);

  const after = answered(handTool, tap(BARE), aScene(aPage({ items: [school] })), state);

  expect(after).toMatchObject({ operations: [], hint: 'item/gone' });
  expect(after.draft.picked).toBeUndefined();
});
