import { describe, expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { CENTRE } from '#domain/ground.ts';
import {
  contributionsOf,
  distancesFromHome,
  measuresOf,
  sizeShareOf,
  standingOf,
  standingOfItem,
  type NetworkMeasures,
} from '#domain/measures.ts';
import { present } from '#base/assert.ts';
import { DRAWN, SELF, type Page } from '#domain/work.ts';
import {
  aFill,
  aLink,
  anItem,
  aPage,
  aPut,
  aRing,
  aShownStroke,
  aStamp,
  aStroke,
} from '../../fixtures/marks.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aTablet } from '../../fixtures/tablet.ts';
import {
  aGroupMap,
  groupMap,
  placeInRing,
  someCircles,
  VILLAGERS,
} from '../../fixtures/stories.ts';

const CIRCLES = { kind: 'circles', sectors: true, question: 'important' } as const;

function network(page: Page): NetworkMeasures {
  return present(measuresOf(page).network, 'circles have measures of a network');
}

describe('a group map', () => {
  const { tablet } = aGroupMap();
  const measures = measuresOf(tablet.page);

  test('[M26] it is counted by type, hand and round as in the golden story', () => {
    expect(measures.items).toBe(41);
    expect(VILLAGERS.map((by) => measures.itemsByContributor[by])).toEqual([9, 7, 8, 6, 5, 6]);
    expect(measures.itemsByRound).toEqual({ base: 33, prompted: 5, free: 3 });
    expect(Object.entries(measures.itemsByType).slice(0, 2)).toEqual([
      ['house', 3],
      ['ball', 1],
    ]);
  });

  test('[M26] stamps, links and what nobody joined are counted as in the golden story', () => {
    expect(Object.entries(measures.stampsByFeeling)).toEqual([
      ['happy', 10],
      ['afraid', 7],
      ['angry', 3],
      ['loved', 2],
      ['sad', 2],
    ]);
    expect(measures.links).toBe(18);
    expect(Object.entries(measures.linksByValence)).toEqual([
      ['support', 11],
      ['stress', 4],
      ['neutral', 2],
      ['both', 1],
    ]);
    expect(measures.linksByRelation['rules']).toBe(3);
    expect(measures.unlinked).toBe(16);
    expect(measures).not.toHaveProperty('network');
  });

  test('[M26] without all that one child did, what leaned on it is gone too', () => {
    const others = tablet.entries.filter(({ by }) => by !== groupMap.withdraw);
    const [page] = WorkFold.of(others).work.pages;

    const { items, links } = measuresOf(page!);

    expect({ items, links, stamps: page!.stamps.length }).toEqual(groupMap.after);
  });

  test('[M21] what each child did that shows is counted by kind, by token', () => {
    const all = contributionsOf(tablet.page);

    expect(Object.keys(all)).toEqual([...VILLAGERS].sort());
    expect(all['colibri-03']).toEqual({ items: 8, links: 4, stamps: 4, rings: 0, strokes: 0 });
  });
});

test('[M21] rings and lines count for whose hand they were of, rubbings and oneself in the middle do not', () => {
  const ego = anItem(1, { symbol: SELF, pinned: true, by: 'f' });
  const house = anItem(2, { by: LLAMA });
  const rubbing = { ...aShownStroke(3, { tool: 'rubber' }), by: LLAMA };
  const page = aPage({
    items: [ego, house],
    strokes: [aShownStroke(1), aShownStroke(2), rubbing],
    rings: [aRing([house], 1, { by: LLAMA })],
  });

  expect(contributionsOf(page)).toEqual({
    [LLAMA]: { items: 1, links: 0, stamps: 0, rings: 1, strokes: 0 },
    [ZORRO]: { items: 0, links: 0, stamps: 0, rings: 0, strokes: 2 },
  });
});

test('[M21] a child who did nothing yet has a row of its own; poured paint counts like a line', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aFill());

  expect(contributionsOf(tablet.page, [LLAMA])).toEqual({
    [LLAMA]: { items: 0, links: 0, stamps: 0, rings: 0, strokes: 0 },
    [ZORRO]: { items: 0, links: 0, stamps: 0, rings: 0, strokes: 1 },
  });
});

test('[M26] what a child drew counts for its hand and its round, whoever made it a thing', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aStroke(), 'free');
  const marks = tablet.page.strokes.map(({ entry }) => entry);
  tablet.does(LLAMA, aPut(1, { symbol: DRAWN, pinned: true, marks }), 'base');

  const { itemsByContributor, itemsByRound } = measuresOf(tablet.page);

  expect([itemsByContributor, itemsByRound]).toEqual([{ [ZORRO]: 1 }, { free: 1 }]);
});

test('[M26] a link of which nobody said how it feels is counted, and in no feeling', () => {
  const [a, b, c] = [anItem(1), anItem(2), anItem(3)];
  const links = [aLink(a, b), aLink(b, c, 2, { valence: 'neutral' })];

  const {
    links: count,
    linksByValence,
    linksByRelation,
  } = measuresOf(aPage({ items: [a, b, c], links }));

  expect([count, linksByValence, linksByRelation]).toEqual([2, { neutral: 1 }, {}]);
});

describe('circles of closeness', () => {
  test('[M26] mean ring, balance, density and share of providers are the golden ones', () => {
    const { size, meanRing, balance, density, providerShare } = network(someCircles().tablet.page);

    expect(size).toBe(12);
    expect(meanRing).toBeCloseTo(1.833, 3);
    expect(balance).toBeCloseTo(0.417, 3);
    expect(density).toBeCloseTo(0.212, 3);
    expect(providerShare).toBe(0.25);
  });

  test('[M26] whoever provides a service or belongs to the programme stands in the third ring', () => {
    const { tablet, idOf } = someCircles();
    const rings = ['profesora', 'enfermera', 'promotor'].map((role) => {
      const item = present(
        tablet.page.items.find(({ id }) => id === idOf(role)),
        role,
      );
      return standingOfItem(tablet.page, item).ring;
    });

    expect(rings).toEqual([3, 3, 3]);
  });

  test('[M26] the uncle moved inward brings the mean ring to 1.75, by one entry', () => {
    const { tablet, idOf } = someCircles();
    const before = tablet.entries.length;

    tablet.does(ZORRO, { kind: 'item/set', item: idOf('tío'), place: placeInRing(1, 5) });

    expect(network(tablet.page).meanRing).toBe(1.75);
    expect(tablet.entries).toHaveLength(before + 1);
  });

  test('[M24] oneself in the middle is no alter, and stands in no ring', () => {
    const { page } = someCircles().tablet;
    const ego = present(
      page.items.find(({ symbol }) => symbol === SELF),
      'oneself',
    );

    expect(measuresOf(page).items).toBe(12);
    expect(measuresOf(page).itemsByType).not.toHaveProperty(SELF);
    expect(standingOfItem(page, ego)).toEqual({});
    expect(standingOf(page, ego)).toEqual({ ring: 1, sector: expect.any(String) as unknown });
  });

  test('[M26] of nobody there is no mean, no balance, no density and no share', () => {
    const alone = {
      size: 1,
      meanRing: undefined,
      balance: 0,
      density: undefined,
      providerShare: 0,
    };
    const outside = anItem(1, { symbol: 'mother', x: 10, y: 10 });

    expect(network(aPage({ ground: CIRCLES }))).toEqual({
      size: 0,
      meanRing: undefined,
      balance: undefined,
      density: undefined,
      providerShare: undefined,
    });
    expect(network(aPage({ ground: CIRCLES, items: [outside] }))).toEqual(alone);
  });

  test('[M26] two links between the same two are one tie, and the last link to oneself is the one that counts', () => {
    const ego = anItem(1, { symbol: SELF, ...CENTRE, pinned: true });
    const [mother, uncle] = [anItem(2, { symbol: 'mother' }), anItem(3, { symbol: 'uncle' })];
    const links = [
      aLink(mother, uncle, 1),
      aLink(uncle, mother, 2, { relation: 'help' }),
      aLink(ego, mother, 3, { valence: 'stress' }),
      aLink(mother, ego, 4, { valence: 'support' }),
    ];

    const { density, balance } = network(
      aPage({ ground: CIRCLES, items: [ego, mother, uncle], links }),
    );

    expect([density, balance]).toEqual([1, 0.5]);
  });
});

describe('single pictures', () => {
  test('[M17] what is wished for is counted apart from what is there', () => {
    const items = [anItem(1, { symbol: 'hospital', wish: true }), anItem(2), anItem(3)];

    const { items: there, itemsByType, wishes, wishesByType } = measuresOf(aPage({ items }));

    expect([there, wishes]).toEqual([2, 1]);
    expect(itemsByType).toEqual({ house: 2 });
    expect(wishesByType).toEqual({ hospital: 1 });
  });

  test('[M26] what somebody drew is counted as what it was said to be', () => {
    const label = { text: 'mi casita', language: 'es', what: 'house' } as const;
    const drawn = anItem(1, { symbol: 'drawn', pinned: true, label });

    expect(measuresOf(aPage({ items: [drawn, anItem(2)] })).itemsByType).toEqual({ house: 2 });
  });

  test('[M26] size is the share of the page, distance is in page widths from oneself, else from the first house', () => {
    const self = anItem(3, { symbol: SELF, x: 0, y: 1200 });
    const later = anItem(2, { x: 800, y: 600, put: { n: 9, actor: 'b' } });
    const last = anItem(5, { x: 900, y: 600, put: { n: 10, actor: 'a' } });
    const first = anItem(1, { x: 0, y: 0, put: { n: 9, actor: 'a' } });
    const hen = anItem(4, { symbol: 'hen', x: 1600, y: 1200 });
    const from = (...items: (typeof hen)[]): number | undefined =>
      distancesFromHome({ items }).get(hen.id);

    expect(sizeShareOf({ size: 120 })).toBeCloseTo(14_400 / 1_920_000, 12);
    expect(from(last, later, first, hen)).toBeCloseTo(1.25, 12);
    expect(from(later, first, hen, self)).toBe(1);
    expect(from(hen)).toBeUndefined();
  });

  test('[M26] a picture of which only a stamp speaks is unlinked, one at either end of a link is not', () => {
    const [a, b, c] = [anItem(1), anItem(2), anItem(3)];

    const page = aPage({ items: [a, b, c], links: [aLink(a, b)], stamps: [aStamp(c)] });

    expect(measuresOf(page).unlinked).toBe(1);
    expect(measuresOf({ ...page, id: anId('page', 2) }).stampsByFeeling).toEqual({ happy: 1 });
  });

  test('[M25] on two panels a place says its panel, on a bare sheet nothing', () => {
    const at = { x: 799, y: 10 };

    expect(standingOf({ ground: { kind: 'two-panels', person: 'me' } }, at)).toEqual({
      panel: 'good',
    });
    expect(standingOf({ ground: undefined }, at)).toEqual({});
  });

  test('[M24] without sectors a place in the circles says its ring alone', () => {
    const ground = { ...CIRCLES, sectors: false };

    expect(standingOf({ ground }, CENTRE)).toEqual({ ring: 1 });
    expect(standingOf({ ground }, { x: 0, y: 0 })).toEqual({});
  });
});
