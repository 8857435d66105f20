import { describe, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import type { Token } from '#domain/contributor.ts';
import type { Valence } from '#domain/feeling.ts';
import { CENTRE, type RingNumber } from '#domain/ground.ts';
import type { ItemId } from '#domain/ids.ts';
import { measuresOf } from '#domain/measures.ts';
import type { Point } from '#domain/page.ts';
import { MY_COMMUNITY } from '#domain/study.ts';
import { isEgo, type Item } from '#domain/work.ts';
import { resized, wished } from '#editing/picked-acts.ts';
import { Keys } from '#state/keys.svelte.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { aBench, touch } from '../../fixtures/benches.ts';
import { aStep, pull, tap } from '../../fixtures/hands.ts';
import { CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { circles, PICTURE_OF, placeInRing } from '../../fixtures/stories.ts';

const [HOUSE, SCHOOL, BARE]: [Point, Point, Point] = [
  { x: 300, y: 300 },
  { x: 1000, y: 300 },
  { x: 600, y: 900 },
];

/** A bench with a house of Zorro's and a school of Llama's on it. */
function aVillage(): ReturnType<typeof aBench> {
  const village = aBench();
  const { bench } = village;
  bench.take('house');
  touch(bench, tap(HOUSE));
  bench.turnTo(LLAMA);
  bench.take('school');
  touch(bench, tap(SCHOOL));
  bench.turnTo(ZORRO);
  return village;
}

function itemAt(bench: Workbench, { x, y }: Point): Item {
  return present(
    bench.shown.items.find((item) => item.x === x && item.y === y),
    'a picture is there',
  );
}

describe('rounds', () => {
  const aFirstBench = (over: Parameters<typeof aBench>[0] = {}): ReturnType<typeof aBench> =>
    aBench({ study: MY_COMMUNITY, ...over });

  test('[M11] a map begins in the free round with a crayon in the hand', () => {
    const { bench } = aFirstBench();

    expect([bench.round, bench.nextRound, bench.tool]).toEqual(['free', 'base', 'draw']);
  });

  test('[M11] the facilitator opens one round after the other, whoever’s turn it is, and everything carries its round', () => {
    const { bench, table } = aFirstBench();
    touch(bench, tap(BARE));
    bench.openRound();
    bench.take('house');
    touch(bench, tap(HOUSE));
    bench.openRound();
    bench.take('queue');
    touch(bench, tap(SCHOOL));
    bench.openRound();

    expect(bench.entries.map(({ by, round, op }) => [by, round, op.kind])).toEqual([
      [ZORRO, 'free', 'page/add'],
      [ZORRO, 'free', 'stroke/add'],
      ['f', 'free', 'round/open'],
      [ZORRO, 'base', 'item/put'],
      ['f', 'base', 'round/open'],
      [ZORRO, 'prompted', 'item/put'],
    ]);
    expect([bench.round, bench.nextRound]).toEqual(['prompted', undefined]);
    expect(table.changes).toContainEqual({ round: 'base' });
  });

  test('[M11] a child’s undo does not close a round, and a work opened again goes on in it', () => {
    const { bench } = aFirstBench();
    bench.openRound();
    bench.turnTo('f');
    bench.undo();
    expect(bench.round).toBe('base');

    const again = aFirstBench({ entries: bench.entries });

    expect([again.bench.round, again.bench.nextRound, again.bench.tool]).toEqual([
      'base',
      'prompted',
      'hand',
    ]);
  });

  test('[M11] a drawing has no round after the first', () => {
    const { bench } = aFirstBench({ activity: 'drawing' });
    const before = bench.entries;

    bench.openRound();

    expect([bench.nextRound, bench.entries]).toEqual([undefined, before]);
  });
});

describe('what is printed', () => {
  test('[M24] circles begin with oneself in the middle, laid by the adult, on every page', () => {
    const { bench } = aBench({ activity: 'circles' });
    expect(bench.shown.ground).toEqual({ kind: 'circles', sectors: true, question: 'important' });
    expect([bench.isBlank, bench.round, bench.tool, bench.canUndo]).toEqual([
      true,
      'base',
      'hand',
      false,
    ]);
    bench.take('mother');
    touch(bench, tap(BARE));
    bench.newPage();

    const pages = [bench.shown, (bench.turnPage(-1), bench.shown)];

    for (const { items } of pages) {
      expect(items.filter(isEgo)).toMatchObject([{ ...CENTRE, by: 'f', round: 'base' }]);
    }
  });

  test('[M24] oneself in the middle cannot be put into the bin, by whatever way', () => {
    const { bench } = aBench({ activity: 'circles' });
    const ego = present(bench.shown.items[0], 'oneself');
    const { length } = bench.entries;

    touch(bench, pull(CENTRE, BARE, { overBin: true }));
    touch(bench, tap(CENTRE));
    bench.binPicked();
    bench.bin({ kind: 'item', id: ego.id });

    expect(bench.shown.items).toEqual([ego]);
    expect(bench.entries).toHaveLength(length);
  });

  test('[M24] in circles pictures are smaller, for many have to find room', () => {
    const sizes = (['map', 'circles'] as const).map((activity) => {
      const { bench } = aBench({ activity });
      bench.carry('mother', aStep('down', BARE));
      touch(bench, [aStep('up', BARE)]);
      return itemAt(bench, BARE).size;
    });

    expect(sizes).toEqual([170, 116]);
  });

  test('[M25] two panels lie on every page of a work about days', () => {
    const { bench } = aBench({ activity: 'two-panels' });
    bench.openRound();
    bench.take('sun');
    touch(bench, tap(BARE));
    bench.newPage();

    expect(bench.shown).toMatchObject({ ground: { kind: 'two-panels', person: 'me' }, items: [] });
  });
});

describe('links', () => {
  /** A village in which the house and the school were just joined. */
  function joined(): Workbench {
    const { bench } = aVillage();
    bench.pick('join');
    bench.bind({ relation: 'help', direction: 'both' });
    touch(bench, pull(HOUSE, SCHOOL));
    return bench;
  }

  test('[M12] what was chosen before is what the next link says', () => {
    const bench = joined();

    expect(bench.shown.links).toMatchObject([
      { relation: 'help', valence: undefined, direction: 'both', by: ZORRO },
    ]);
    expect(bench.pickedLink?.id).toBe(bench.shown.links[0]?.id);
  });

  test('[M12] of the link just made or tapped the same buttons say it anew, and undo takes that back', () => {
    const bench = joined();

    bench.bind({ valence: 'stress' });
    bench.bind({ valence: 'stress' });

    expect(bench.entries.slice(-2).map(({ op }) => op.kind)).toEqual(['link/add', 'link/set']);
    expect(bench.pickedLink).toMatchObject({ valence: 'stress', relation: 'help' });
    expect(bench.bond).toEqual({ relation: 'help', direction: 'both' });
    bench.undo();
    expect(bench.shown.links).toMatchObject([{ valence: undefined, relation: 'help' }]);
  });

  test('[M12] after letting go the buttons are about what comes', () => {
    const bench = joined();

    bench.letGo();
    bench.bind({ relation: 'quarrel', valence: 'stress' });
    touch(bench, pull(SCHOOL, HOUSE));

    expect(bench.shown.links).toMatchObject([
      { relation: 'help', valence: undefined },
      { relation: 'quarrel', valence: 'stress', direction: 'both' },
    ]);
  });

  test('[M12] what one child said of links to come is said of no other child’s', () => {
    const bench = joined();
    bench.letGo();
    bench.turnTo(LLAMA);

    expect(bench.bond).toEqual({});
    touch(bench, pull(SCHOOL, HOUSE));
    bench.turnTo(ZORRO);

    expect(bench.shown.links[1]).toMatchObject({ by: LLAMA, relation: undefined });
    expect(bench.bond).toEqual({ relation: 'help', direction: 'both' });
  });

  test('[M6] a link is not made the same as another that is there by the buttons either', () => {
    const bench = joined();
    bench.letGo();
    bench.bind({ relation: 'play' });
    touch(bench, pull(SCHOOL, HOUSE));
    const { length } = bench.entries;

    bench.bind({ relation: 'help' });

    expect(bench.hint).toEqual({ code: 'link/already-there' });
    expect(bench.entries).toHaveLength(length);
    bench.bind({ relation: 'work' });
    expect(bench.shown.links.map(({ relation }) => relation)).toEqual(['help', 'work']);
  });

  test('[M6] the same kind twice is answered by a kind word, and the link there is picked', () => {
    const bench = joined();

    touch(bench, pull(SCHOOL, HOUSE));

    expect(bench.hint).toEqual({ code: 'link/already-there' });
    expect(bench.pickedLink?.id).toBe(bench.shown.links[0]?.id);
    expect(bench.shown.links).toHaveLength(1);
  });
});

describe('feelings and regions', () => {
  test('[M14] several children stamp the same picture; the same tap again takes one’s own back', () => {
    const { bench } = aVillage();
    bench.pick('feel');
    bench.feeling = 'afraid';
    touch(bench, tap(SCHOOL));
    bench.turnTo(LLAMA);
    touch(bench, tap(SCHOOL));
    expect(bench.shown.stamps.map(({ by, feeling }) => [by, feeling])).toEqual([
      [ZORRO, 'afraid'],
      [LLAMA, 'afraid'],
    ]);

    touch(bench, tap(SCHOOL));
    expect(bench.shown.stamps.map(({ by }) => by)).toEqual([ZORRO]);
    bench.undo();

    expect(bench.shown.stamps).toHaveLength(2);
  });

  test('[M27] a stamp, a link and a ring change no mark of the sheet', () => {
    const { bench, table } = aVillage();
    const from = table.changes.length;
    bench.pick('feel');
    touch(bench, tap(SCHOOL));
    bench.pick('join');
    touch(bench, pull(HOUSE, SCHOOL));
    bench.bind({ valence: 'both' });
    bench.pick('ring');
    touch(bench, tap(HOUSE), tap(SCHOOL));
    bench.closeRing();
    bench.undo();
    bench.redo();

    const changes = table.changes.slice(from);

    expect(changes).toHaveLength(6);
    for (const change of changes) {
      expect(change).toEqual({ page: bench.shown.id, anew: [], things: [expect.any(String)] });
    }
  });

  test('[M16] soft regions are painted broad, in their own colour, whatever crayon is in the tin', () => {
    const { bench } = aVillage();
    bench.crayon = 'blue';
    bench.width = 'thin';
    bench.pick('area');
    touch(bench, pull(HOUSE, BARE));
    bench.area = 'unsafe';
    touch(bench, pull(SCHOOL, BARE));

    expect(bench.shown.strokes.map(({ line }) => [line.tool, line.crayon, line.width])).toEqual([
      ['safe', 'green', 'middle'],
      ['unsafe', 'red', 'middle'],
    ]);
    expect([bench.crayon, bench.width]).toEqual(['blue', 'thin']);
  });

  test('[I4] another kind of region ends the one that is being painted', () => {
    const { bench } = aVillage();
    bench.pick('area');
    touch(bench, pull(HOUSE, BARE).slice(0, 2));

    bench.area = 'unsafe';

    expect(bench.shown.strokes.map(({ line }) => line.tool)).toEqual(['safe']);
  });
});

describe('rings', () => {
  test('[M22] a ring is closed round what was tapped, and can be named or binned at once', () => {
    const { bench } = aVillage();
    bench.pick('ring');
    touch(bench, tap(HOUSE), tap(SCHOOL));
    expect(bench.chosen.items).toHaveLength(2);

    bench.closeRing();

    const [ring] = bench.shown.rings;
    expect(ring?.items).toEqual([itemAt(bench, HOUSE).id, itemAt(bench, SCHOOL).id]);
    expect(bench.picked).toEqual({ kind: 'ring', id: ring?.id });
    expect(bench.chosen.items).toEqual([]);
    bench.binPicked();
    expect(bench.shown.rings).toEqual([]);
    touch(bench, tap(SCHOOL));
    expect(bench.chosen.items).toEqual([itemAt(bench, SCHOOL).id]);
  });

  test('[M15] a ring round one picture is none; a kind word says so', () => {
    const { bench } = aVillage();
    bench.pick('ring');
    touch(bench, tap(HOUSE));

    bench.closeRing();

    expect([bench.hint, bench.shown.rings]).toEqual([{ code: 'ring/needs-two' }, []]);
  });

  test('[M15] what was chosen is let go with the tool', () => {
    const { bench } = aVillage();
    bench.pick('ring');
    touch(bench, tap(HOUSE), tap(SCHOOL));

    bench.pick('hand');

    expect(bench.chosen.items).toEqual([]);
    bench.pick('ring');
    bench.closeRing();
    expect(bench.shown.rings).toEqual([]);
  });
});

describe('buttons', () => {
  test('[M10] what a button changes of the picked picture is one act, and the picture stays picked', () => {
    const { bench } = aVillage();
    touch(bench, tap(HOUSE));
    const { pickedItem } = bench;

    bench.act(resized(pickedItem!, 'bigger'));
    bench.act(wished(pickedItem!));
    bench.act(undefined);

    expect(bench.pickedItem).toMatchObject({ size: 213, wish: true, id: pickedItem!.id });
    expect(bench.entries.slice(-2).map(({ by, op }) => [by, op.kind])).toEqual([
      [ZORRO, 'item/set'],
      [ZORRO, 'item/set'],
    ]);
  });

  test('[M21] what the adult notes is of the adult, whoever’s turn it is, and no child takes it back', () => {
    const { bench } = aVillage();
    const { id } = itemAt(bench, HOUSE);
    const dispute = { between: [ZORRO, LLAMA], note: 'x' };

    bench.act({ kind: 'item/set', item: id, dispute }, 'f');
    bench.undo();

    expect(itemAt(bench, HOUSE)).toMatchObject({ dispute, by: ZORRO });
    expect(bench.hint).toEqual({ code: 'undo/held', by: 'f' });
  });
});

describe('docks', () => {
  const [NEAR, FAR] = [
    { x: 800, y: 1100 },
    { x: 800, y: 100 },
  ];

  test('[M20] what leaves a dock belongs to the child whose dock it is, wherever it is let go', () => {
    const { bench } = aBench({ by: CONDOR });
    bench.dock([ZORRO, LLAMA]);

    bench.carry('hen', aStep('down', FAR), LLAMA);
    touch(bench, [aStep('move', BARE), aStep('up', NEAR)]);

    expect(itemAt(bench, NEAR)).toMatchObject({ symbol: 'hen', by: LLAMA });
    expect(bench.by).toBe(LLAMA);
  });

  test('[M20] two children pull pictures out of their docks at the same moment', () => {
    const { bench } = aBench({ by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    const second = { pointer: 2 };

    bench.carry('hen', aStep('down', NEAR), ZORRO);
    bench.carry('cow', aStep('down', FAR, second), LLAMA);
    touch(bench, [aStep('up', HOUSE), aStep('up', SCHOOL, second)]);

    expect([itemAt(bench, HOUSE), itemAt(bench, SCHOOL)]).toMatchObject([
      { symbol: 'hen', by: ZORRO },
      { symbol: 'cow', by: LLAMA },
    ]);
  });

  test('[M20] each child holds what it tapped in its own dock, and puts it with its own finger', () => {
    const { bench } = aBench({ by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    bench.take('hen', ZORRO);
    bench.take('cow', LLAMA);
    expect([bench.takenBy(ZORRO), bench.takenBy(LLAMA)]).toEqual(['hen', 'cow']);

    touch(bench, tap(NEAR), tap(FAR));

    expect([itemAt(bench, NEAR), itemAt(bench, FAR)]).toMatchObject([
      { symbol: 'hen', by: ZORRO },
      { symbol: 'cow', by: LLAMA },
    ]);
    expect([bench.takenBy(ZORRO), bench.takenBy(LLAMA)]).toEqual([undefined, undefined]);
  });

  test('[M20] a child who took a picture out of its dock puts it also at another’s side', () => {
    const { bench } = aBench({ by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    bench.take('cow', LLAMA);

    touch(bench, tap(NEAR));

    expect(itemAt(bench, NEAR)).toMatchObject({ symbol: 'cow', by: LLAMA });
  });

  test('[M20] undo in a dock takes back the work of that child, and ends nobody else’s line', () => {
    const { bench, table } = aBench({ by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    bench.take('cow', LLAMA);
    touch(bench, tap(FAR));
    bench.pick('draw');
    touch(bench, [aStep('down', NEAR), aStep('move', BARE)]);

    bench.undo(LLAMA);

    expect(bench.isBlank).toBe(true);
    expect(table.drafts.at(-1)?.lines).toHaveLength(1);
    touch(bench, [aStep('up', BARE)]);
    expect(bench.shown.strokes.map(({ by }) => by)).toEqual([ZORRO]);
  });

  test('[M20] what all hold in the air shows at once; with turns again there is nothing left in any hand', () => {
    const { bench, table } = aBench({ by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    bench.carry('hen', aStep('down', NEAR), ZORRO);
    bench.carry('cow', aStep('down', FAR, { pointer: 2 }), LLAMA);
    expect(table.drafts.at(-1)?.held.map(({ symbol }) => symbol)).toEqual(['hen', 'cow']);

    bench.dock([]);

    expect(table.drafts.at(-1)?.held).toEqual([]);
    touch(bench, [aStep('up', HOUSE), aStep('up', SCHOOL, { pointer: 2 })]);
    expect(bench.isBlank).toBe(true);
  });

  test('[M20] when they take turns, what is pulled out is of whose turn it is', () => {
    const { bench } = aBench({ by: LLAMA });

    bench.carry('hen', aStep('down', NEAR));
    touch(bench, [aStep('up', HOUSE)]);

    expect(itemAt(bench, HOUSE).by).toBe(LLAMA);
  });

  test('[M31] a picture that one child bins while another drags it is gone; a kind word says so', () => {
    const { bench } = aVillage();
    bench.dock([ZORRO, LLAMA]);
    const other = { pointer: 2 };
    touch(bench, [aStep('down', HOUSE), aStep('down', HOUSE, other)]);
    touch(bench, [aStep('move', BARE), aStep('up', BARE, { ...other, overBin: true })]);
    const { length } = bench.entries;

    touch(bench, [aStep('up', BARE)]);

    expect(bench.hint).toEqual({ code: 'item/gone' });
    expect(bench.entries).toHaveLength(length);
    expect(bench.shown.items.map(({ symbol }) => symbol)).toEqual(['school']);
  });
});

test('[M31] what was picked and is gone by now is not taken away twice', () => {
  const { bench } = aVillage();
  bench.dock([ZORRO, LLAMA]);
  touch(bench, tap(HOUSE));
  bench.act({ kind: 'item/set', item: itemAt(bench, HOUSE).id, gone: true }, LLAMA);
  const { length } = bench.entries;

  bench.binPicked();

  expect(bench.hint).toEqual({ code: 'item/gone' });
  expect(bench.entries).toHaveLength(length);
  expect(bench.picked).toBeUndefined();
});

describe('the golden circles', () => {
  type Tap = (bench: Workbench, at: Point) => void;

  /** The whole story by taps in the tray, on buttons and on the sheet. */
  function told(tapAt: Tap): Workbench {
    const { bench } = aBench({ activity: 'circles', by: 'vicuna-07' as Token });
    const places = new Map<string, Point>();
    for (const [at, { role, ring }] of circles.alters.entries()) {
      const place = placeInRing(ring as RingNumber, at);
      if (role === 'promotor') bench.openRound();
      bench.take(PICTURE_OF[role] ?? '');
      tapAt(bench, place);
      places.set(role, place);
    }
    bench.pick('join');
    for (const { role, valence } of circles.alters) {
      bench.letGo();
      bench.bind({ valence: valence as Valence, direction: 'none' });
      tapAt(bench, CENTRE);
      tapAt(bench, places.get(role)!);
    }
    bench.letGo();
    bench.bind({ relation: 'knows', valence: 'neutral' });
    for (const tie of circles.ties) {
      const [from = '', to = ''] = tie.split('-');
      bench.letGo();
      tapAt(bench, places.get(from)!);
      tapAt(bench, places.get(to)!);
    }
    return bench;
  }

  test.each<[string, Tap]>([
    [
      '[M22] by taps alone',
      (bench, at) => {
        touch(bench, tap(at));
      },
    ],
    [
      '[M23] by keys alone',
      (bench, at) => {
        const keys = new Keys(bench);
        steer(keys, at);
        keys.press('Enter', false);
      },
    ],
  ])('%s the golden circles come out with their golden measures', (_how, tapAt) => {
    const bench = told(tapAt);

    const { network, itemsByRound, links } = measuresOf(bench.shown);

    expect(network?.size).toBe(12);
    expect(network?.meanRing).toBeCloseTo(1.833, 3);
    expect(network?.balance).toBeCloseTo(0.417, 3);
    expect(network?.density).toBeCloseTo(0.212, 3);
    expect(network?.providerShare).toBe(0.25);
    expect([itemsByRound, links]).toEqual([{ base: 11, prompted: 1 }, 26]);
    expect(bench.hint).toBeUndefined();
  });

  /** Press arrows until the keys point as near to the place as they can. */
  function steer(keys: Keys, { x, y }: Point): void {
    const ways = (axis: 'x' | 'y'): readonly [string, string] =>
      axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    for (const [axis, wanted] of [
      ['x', x],
      ['y', y],
    ] as const) {
      for (const [step, fine] of [
        [80, false],
        [16, true],
      ] as const) {
        while (Math.abs(wanted - keys.at[axis]) >= step / 2) {
          keys.press(ways(axis)[wanted < keys.at[axis] ? 0 : 1], fine);
        }
      }
    }
  }

  test('[M26] the uncle moved inward by tap-tap is one entry, and the mean ring 1.75', () => {
    const bench = told((on, at) => {
      touch(on, tap(at));
    });
    const uncle = present(
      bench.shown.items.find(({ symbol }) => symbol === 'uncle'),
      'an uncle',
    );
    const before = bench.entries.length;
    bench.pick('hand');

    touch(bench, tap(uncle), tap(placeInRing(1, 9)));

    expect(bench.entries).toHaveLength(before + 1);
    expect(measuresOf(bench.shown).network?.meanRing).toBe(1.75);
  });
});

test('[M29] a thousand pictures are put, joined, counted and undone', () => {
  const { bench } = aBench();
  bench.pick('hand');
  for (let count = 0; count < 1000; count++) {
    bench.take('house');
    touch(bench, tap({ x: 10 + (count % 50) * 31, y: 10 + Math.floor(count / 50) * 59 }));
  }
  const ids = bench.shown.items.map(({ id }): ItemId => id);
  bench.undo();

  expect(new Set(ids).size).toBe(1000);
  expect(measuresOf(bench.shown)).toMatchObject({ items: 999, itemsByType: { house: 999 } });
  const again = aBench({ entries: bench.entries });
  expect(again.bench.shown).toEqual(bench.shown);
});
