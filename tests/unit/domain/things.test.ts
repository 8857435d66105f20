import { describe, expect, test } from 'vitest';

import type { ItemId } from '#domain/ids.ts';
import type { Label, Operation, SetItem } from '#domain/operation.ts';
import { ROUNDS, type Round } from '#domain/entry.ts';
import { DRAWN, isBlank, isEgo, SELF, typeOf, type Item } from '#domain/work.ts';
import { present } from '#base/assert.ts';
import { marksOf } from '#picture/marks.ts';
import { aPut, aStroke } from '../../fixtures/marks.ts';
import { anActor, anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aGroupMap, VILLAGERS } from '../../fixtures/stories.ts';
import { aTablet, Tablet } from '../../fixtures/tablet.ts';

const [HOUSE, SCHOOL, HEN] = [anId('item', 1), anId('item', 2), anId('item', 3)];
const [FACE, BAND, PATH] = [anId('stamp'), anId('ring'), anId('link')];

/** A house of Zorro's and a school of Llama's. */
function aVillage(): Tablet {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 300, y: 300 }));
  tablet.does(LLAMA, aPut(2, { symbol: 'school', x: 900, y: 300 }));
  return tablet;
}

function set(over: Omit<SetItem, 'kind' | 'item'>, item: ItemId = HOUSE): Operation {
  return { kind: 'item/set', item, ...over };
}
const stamp = { kind: 'stamp/add', stamp: FACE, item: HOUSE, feeling: 'afraid' } as const;
const ring: Operation = {
  kind: 'ring/add',
  ring: BAND,
  page: anId('page'),
  items: [HOUSE, SCHOOL],
};
const join = { kind: 'link/add', link: PATH, from: HOUSE, to: SCHOOL } as const;
function called(text: string): Label {
  return { text, language: 'quy' };
}

function house({ page }: Tablet): Item {
  return present(
    page.items.find(({ id }) => id === HOUSE),
    'the house is there',
  );
}

describe('what buttons change of a picture', () => {
  test.each<[string, Omit<SetItem, 'kind' | 'item'>, Partial<Item>]>([
    ['size', { size: 300 }, { size: 300 }],
    ['turn', { turn: 90 }, { turn: 90 }],
    ['a wish', { wish: true }, { wish: true }],
    ['a name', { label: called('wasi') }, { label: called('wasi') }],
    [
      'a quarrel',
      { dispute: { between: [ZORRO, LLAMA], note: 'x' } },
      { dispute: { between: [ZORRO, LLAMA], note: 'x' } },
    ],
  ])(
    '[M10] %s is changed by itself, and undo brings back what was before',
    (_what, said, shows) => {
      const tablet = aVillage();
      const before = house(tablet);

      tablet.does(LLAMA, set(said));

      expect(house(tablet)).toEqual({ ...before, ...shows });
      tablet.undoes(LLAMA);
      expect(house(tablet)).toEqual(before);
      tablet.redoes(LLAMA);
      expect(house(tablet)).toEqual({ ...before, ...shows });
    },
  );

  test('[M10] of two children who change different things of a picture at once, both are heard', () => {
    const here = aVillage();
    const there = new Tablet(2);
    there.learns(here.entries);
    here.does(ZORRO, set({ size: 300, turn: 30 }));
    there.does(LLAMA, set({ turn: 60, wish: true }));

    here.learns(there.entries);
    there.learns(here.entries);

    expect(house(here)).toMatchObject({ size: 300, turn: 60, wish: true });
    expect(there.work).toEqual(here.work);
  });

  test('[M10] what was sent behind lies below all else, also below what was sent there before, until it is put down anew', () => {
    const tablet = aVillage();
    tablet.does(CONDOR, aStroke());
    tablet.does(CONDOR, aPut(3, { symbol: 'hen' }));
    const order = (): unknown[] =>
      [...marksOf(tablet.page)].map((mark) => (mark.kind === 'item' ? mark.item.id : mark.kind));
    expect(order()).toEqual([HOUSE, SCHOOL, 'stroke', HEN]);

    tablet.does(ZORRO, set({ behind: true }, HEN));
    tablet.does(ZORRO, set({ behind: true }, SCHOOL));
    expect(order()).toEqual([SCHOOL, HEN, HOUSE, 'stroke']);
    tablet.does(ZORRO, set({ size: 60 }, HEN));
    expect(order()).toEqual([SCHOOL, HEN, HOUSE, 'stroke']);
    tablet.does(ZORRO, set({ place: { x: 5, y: 5 } }, HEN));

    expect(order()).toEqual([SCHOOL, HOUSE, 'stroke', HEN]);
  });

  test('[M10] sent behind by mistake, a picture comes back on top by undo', () => {
    const tablet = aVillage();
    const before = tablet.page.items;

    tablet.does(LLAMA, set({ behind: true }, SCHOOL));
    const change = tablet.undoes(LLAMA);

    expect(tablet.page.items).toEqual(before);
    expect(change?.onTop).toMatchObject({ item: { id: SCHOOL } });
  });

  test('[M27] whatever changes of something drawn, nothing is painted anew: its lines stay as they are', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke());
    const marks = [tablet.page.strokes[0]!.entry];
    tablet.does(ZORRO, aPut(1, { symbol: DRAWN, pinned: true, marks }));

    const change = tablet.does(LLAMA, set({ wish: true, size: 99, behind: true }));

    expect(change).toEqual({ page: anId('page'), anew: [], things: [HOUSE] });
  });

  test('[M18] an empty name takes the name away; a name says what the picture is of', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, set({ label: { ...called('escuelita'), what: 'school' } }));
    expect(typeOf(house(tablet))).toBe('school');

    tablet.does(ZORRO, set({ label: called('') }));

    expect(house(tablet).label).toBeUndefined();
    expect(typeOf(house(tablet))).toBe('house');
  });

  test('[M21] a quarrel between nobody is settled', () => {
    const tablet = aVillage();
    tablet.does('f', set({ dispute: { between: [ZORRO], note: 'x' } }));

    tablet.does('f', set({ dispute: { between: [], note: '' } }));

    expect(house(tablet).dispute).toBeUndefined();
  });

  test('[J4] a picture that another child named or wished for is held; the name and the wish stay', () => {
    for (const said of [{ label: called('wasi') }, { wish: true }, { turn: 30 }]) {
      const tablet = aVillage();
      tablet.does(LLAMA, set(said));
      const before = tablet.page;

      expect(tablet.undoes(ZORRO)).toEqual({ page: anId('page'), heldBy: LLAMA });
      expect(tablet.page).toEqual(before);
    }
  });
});

describe('stamps', () => {
  test('[M14] several children may stamp the same picture, each with what it feels', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, stamp, 'base');
    tablet.does(LLAMA, { ...stamp, stamp: anId('stamp', 2), feeling: 'loved' });

    expect(tablet.page.stamps).toMatchObject([
      { id: FACE, item: HOUSE, feeling: 'afraid', by: ZORRO, round: 'base' },
      { id: anId('stamp', 2), item: HOUSE, feeling: 'loved', by: LLAMA },
    ]);
  });

  test('[M14] a stamp that was taken back is gone, and undo brings it back', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, stamp);
    const before = tablet.page;

    const change = tablet.does(ZORRO, { kind: 'stamp/set', stamp: FACE, gone: true });

    expect(tablet.page.stamps).toEqual([]);
    expect(change).toEqual({ page: anId('page'), anew: [], things: [FACE] });
    tablet.undoes(ZORRO);
    expect(tablet.page).toEqual(before);
  });

  test('[J6] a stamp goes with its picture, and comes back with it', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, stamp);
    const before = tablet.page.stamps;

    tablet.does(ZORRO, set({ gone: true }));
    expect(tablet.page.stamps).toEqual([]);
    tablet.undoes(ZORRO);

    expect(tablet.page.stamps).toEqual(before);
  });

  test('[J4] a picture that another child stamped is held; without the stamp it can be taken back', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, stamp);
    expect(tablet.undoes(ZORRO)?.heldBy).toBe(LLAMA);
    expect(tablet.page.stamps).toHaveLength(1);

    const own = aVillage();
    own.does(ZORRO, stamp);
    own.undoes(ZORRO);
    own.undoes(ZORRO);

    expect(own.page).toMatchObject({ items: [{ id: SCHOOL }], stamps: [] });
  });

  test('[J4] a stamp that was peeled off, and a link that does not show, hold nothing any more', () => {
    const peeled = aVillage();
    peeled.does(LLAMA, stamp);
    peeled.does(CONDOR, { kind: 'stamp/set', stamp: FACE, gone: true });
    const unjoined = aVillage();
    unjoined.does(LLAMA, join);
    unjoined.does(CONDOR, set({ gone: true }, SCHOOL));

    for (const tablet of [peeled, unjoined]) {
      expect(tablet.undoes(ZORRO)?.heldBy).toBeUndefined();
      expect(tablet.page.items.some(({ id }) => id === HOUSE)).toBe(false);
    }
  });

  test('[M31] what is said of a picture that is gone waits until it is back', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, set({ gone: true }));
    tablet.does(LLAMA, stamp);
    tablet.does(LLAMA, join);
    expect(tablet.page).toMatchObject({ stamps: [], links: [] });

    tablet.undoes(ZORRO);

    expect(tablet.page).toMatchObject({ stamps: [{ by: LLAMA }], links: [{ by: LLAMA }] });
  });
});

describe('rings', () => {
  test('[M15] an empty name takes the name of a ring away', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, ring);
    tablet.does(ZORRO, { kind: 'ring/set', ring: BAND, label: called('llaqta') });

    tablet.does(LLAMA, { kind: 'ring/set', ring: BAND, label: called('') });

    expect(tablet.page.rings[0]?.label).toBeUndefined();
  });

  test('[M15] a ring holds its pictures together and can be named, and the name taken back', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, ring);
    tablet.does(LLAMA, { kind: 'ring/set', ring: BAND, label: called('llaqta') });

    expect(tablet.page.rings).toMatchObject([
      { id: BAND, items: [HOUSE, SCHOOL], by: ZORRO, label: called('llaqta') },
    ]);
    tablet.undoes(LLAMA);
    expect(tablet.page.rings[0]?.label).toBeUndefined();
  });

  test('[M15] a picture that goes leaves the ring, and comes back into it; without any there is no ring', () => {
    const tablet = aVillage();
    tablet.does(CONDOR, ring);
    const rings = (): unknown[] => tablet.page.rings.map(({ items }) => items);

    tablet.does(ZORRO, set({ gone: true }));
    expect(rings()).toEqual([[SCHOOL]]);
    tablet.does(LLAMA, set({ gone: true }, SCHOOL));
    expect(rings()).toEqual([]);
    tablet.undoes(LLAMA);
    tablet.undoes(ZORRO);

    expect(rings()).toEqual([[HOUSE, SCHOOL]]);
  });

  test('[J4] a picture in another child’s ring is held, and a ring that another child named', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, ring);
    expect(tablet.undoes(ZORRO)?.heldBy).toBe(LLAMA);
    tablet.does(CONDOR, { kind: 'ring/set', ring: BAND, label: called('llaqta') });

    expect(tablet.undoes(LLAMA)?.heldBy).toBe(CONDOR);
    expect(tablet.page.rings).toMatchObject([{ label: called('llaqta') }]);
  });

  test('[M15] a ring that is taken away leaves its pictures', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, ring);

    tablet.does(LLAMA, { kind: 'ring/set', ring: BAND, gone: true });

    expect(tablet.page).toMatchObject({ rings: [], items: [{ id: HOUSE }, { id: SCHOOL }] });
  });

  test('[M15] a ring that names a picture of nowhere holds the others', () => {
    const tablet = aVillage();

    tablet.does(ZORRO, { ...ring, items: [anId('item', 77), HOUSE] });

    expect(tablet.page.rings).toMatchObject([{ items: [HOUSE] }]);
  });
});

describe('what was drawn and made a thing', () => {
  const RIVER = anId('item', 9);

  /** Zorro drew a line in the free round; Llama named it in the base round. */
  function aRiver(): Tablet {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke(), 'free');
    const marks = tablet.page.strokes.map(({ entry }) => entry);
    tablet.does(LLAMA, aPut(9, { symbol: DRAWN, pinned: true, marks }), 'base');
    return tablet;
  }

  test('[M15] it counts for the hand and the round that drew it; who made it a thing stays too', () => {
    const { page } = aRiver();

    expect(page.items).toMatchObject([
      {
        by: LLAMA,
        round: 'base',
        origin: { by: ZORRO, round: 'free', order: page.strokes[0]?.order },
      },
    ]);
  });

  test('[M15] it goes with its lines and comes back with them, in the change that says so', () => {
    const tablet = aRiver();
    const marks = tablet.page.strokes.map(({ entry }) => entry);

    const gone = tablet.does(CONDOR, { kind: 'rub-out', page: anId('page'), marks, items: [] });
    expect(tablet.page.items).toEqual([]);
    expect(gone.things).toEqual([RIVER]);

    tablet.undoes(CONDOR);
    expect(tablet.page.items.map(({ id }) => id)).toEqual([RIVER]);
  });

  test('[J4] a line of which another child made a thing is held, until that is taken away', () => {
    const tablet = aRiver();

    expect(tablet.undoes(ZORRO)?.heldBy).toBe(LLAMA);
    expect(tablet.page.strokes).toHaveLength(1);

    const freed = aRiver();
    freed.does(LLAMA, set({ gone: true }, RIVER));
    expect(freed.undoes(ZORRO)?.heldBy).toBeUndefined();
    expect(freed.page.strokes).toEqual([]);
  });

  test('[J4] of what one drew and made a thing oneself, the line is held by who joined or named it', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, aStroke());
    const marks = tablet.page.strokes.map(({ entry }) => entry);
    tablet.does(ZORRO, aPut(9, { symbol: DRAWN, pinned: true, marks }));
    tablet.does(CONDOR, set({ label: called('mayu') }, RIVER));

    tablet.undoes(ZORRO);
    const [thing, line] = [tablet.page.items.length, tablet.page.strokes.length];
    const second = tablet.undoes(ZORRO);

    expect([thing, line]).toEqual([3, 1]);
    expect(second?.heldBy).toBe(CONDOR);
    expect(tablet.page.strokes).toHaveLength(1);
  });
});

describe('links', () => {
  test('[M12] of a link of which nobody said anything, nothing is known: that is not neutral', () => {
    const tablet = aVillage();

    tablet.does(ZORRO, join);

    const [link] = tablet.page.links;
    expect([link?.relation, link?.valence, link?.direction]).toEqual(Array(3).fill(undefined));
  });

  test('[M12] kind, feeling and way of a link are changed apart from each other', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, { ...join, relation: 'help', valence: 'support', direction: 'there' });
    tablet.does(LLAMA, { kind: 'link/set', link: PATH, valence: 'both' });
    tablet.does(CONDOR, { kind: 'link/set', link: PATH, relation: 'quarrel' });

    expect(tablet.page.links).toMatchObject([
      { by: ZORRO, relation: 'quarrel', valence: 'both', direction: 'there' },
    ]);
    tablet.undoes(LLAMA);
    expect(tablet.page.links).toMatchObject([{ relation: 'quarrel', valence: 'support' }]);
  });

  test('[J4] a link that another child spoke of is held', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, join);
    tablet.does(LLAMA, { kind: 'link/set', link: PATH, relation: 'help' });

    expect(tablet.undoes(ZORRO)?.heldBy).toBe(LLAMA);
    expect(tablet.page.links).toMatchObject([{ relation: 'help' }]);
  });

  test('[J1] what is said of a thing of another kind is not heard', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, join);
    const { work } = tablet;
    const foreign = {
      kind: 'stamp/set',
      stamp: PATH as unknown as typeof FACE,
      gone: true,
    } as const;

    expect(tablet.does(ZORRO, foreign)).toEqual({});
    expect(tablet.does(ZORRO, { ...stamp, item: PATH as unknown as ItemId })).toEqual({});
    expect(tablet.work).toEqual(work);
  });
});

describe('rounds', () => {
  const open = (round: Round): Operation => ({ kind: 'round/open', round });

  test('[M11] only the facilitator opens a round, and rounds only go on', () => {
    const tablet = aTablet();
    expect(tablet.fold.round).toBeUndefined();

    expect(tablet.does(ZORRO, open('base'))).toEqual({});
    expect(tablet.does('f', open('base'))).toEqual({ round: 'base' });
    expect(tablet.does('f', open('free'))).toEqual({});
    expect(tablet.does('f', open('base'))).toEqual({});

    expect(tablet.fold.round).toBe('base');
    tablet.does('f', open('prompted'));
    expect(tablet.fold.round).toBe('prompted');
  });

  test('[M11] a round that was opened cannot be taken back', () => {
    const tablet = aTablet();
    tablet.does('f', open('base'));

    expect(tablet.undoes('f')).toBeUndefined();
    tablet.does('f', { kind: 'undo', entry: `${anActor()}.2` });

    expect(tablet.fold.round).toBe('base');
  });

  test.each([ROUNDS, [...ROUNDS].reverse()])(
    '[M11] the farthest round that was opened holds, in whatever order that arrives: %s, %s, %s',
    (...rounds) => {
      const tablet = aTablet();
      for (const round of rounds) tablet.does('f', open(round));
      const backwards = aTablet(2).fold;
      for (const entry of [...tablet.entries].reverse()) backwards.absorb(entry);

      expect(tablet.fold.round).toBe('prompted');
      expect(backwards.round).toBe('prompted');
    },
  );

  test('[M11] everything that is made carries the round it was made in', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke(), 'free');
    tablet.does(ZORRO, aPut(1), 'base');
    tablet.does(ZORRO, aPut(2), 'base');
    tablet.does(ZORRO, join, 'prompted');
    tablet.does(ZORRO, stamp, 'prompted');
    tablet.does(ZORRO, ring, 'prompted');
    tablet.does(LLAMA, set({ size: 99 }), 'prompted');
    const { strokes, items, links, stamps, rings } = tablet.page;

    const rounds = [strokes, items, links, stamps, rings].map((list) => list[0]?.round);

    expect(rounds).toEqual(['free', 'base', 'prompted', 'prompted', 'prompted']);
  });
});

test('[J2] the golden map is the same after sixty steps of six hands were taken back and done again', () => {
  const { tablet } = aGroupMap();
  const before = tablet.page;
  let count = 0;
  for (let step = 0; step < 10; step++) {
    for (const by of VILLAGERS) count += tablet.undoes(by) ? 1 : 0;
  }
  expect([count, tablet.page.items.length < 41]).toEqual([60, true]);

  for (let step = 0; step < 10; step++) {
    for (const by of VILLAGERS) tablet.redoes(by);
  }

  expect(tablet.page).toEqual(before);
});

describe('a printed sheet', () => {
  test('[M24] a page keeps what is printed on it, and oneself in its middle makes it no less blank', () => {
    const ground = { kind: 'circles', sectors: false, question: 'important' } as const;
    const tablet = new Tablet();
    tablet.does('f', { kind: 'page/add', page: anId('page'), ground });
    tablet.does('f', aPut(1, { symbol: SELF, pinned: true }));
    const { page } = tablet;

    expect(page.ground).toEqual(ground);
    expect(page.items.map(isEgo)).toEqual([true]);
    expect(isBlank(page)).toBe(true);
    tablet.does(ZORRO, aPut(2, { symbol: SELF }));
    expect(tablet.page.items.map(isEgo)).toEqual([true, false]);
    expect(isBlank(tablet.page)).toBe(false);
  });

  test('[M19] a picture this version does not know is kept like any other', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aPut(1, { symbol: 'solar-panel' }));
    tablet.does(LLAMA, stamp);

    expect(tablet.page).toMatchObject({ items: [{ symbol: 'solar-panel' }], stamps: [{}] });
    expect(typeOf(house(tablet))).toBe('solar-panel');
  });
});
