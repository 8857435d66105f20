import { describe, expect, test } from 'vitest';

import { ROUNDS } from '#domain/entry.ts';
import { FEELINGS } from '#domain/feeling.ts';
import {
  groundOf,
  isOffered,
  MY_COMMUNITY,
  RELATIONS,
  roundAfter,
  TAB_SIZE,
  type Tab,
} from '#domain/study.ts';
import { isSymbol, kindOf, SYMBOLS } from '#domain/symbol.ts';
import { ACTIVITIES, type Activity } from '#domain/work.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { circles, groupMap, PICTURE_OF } from '../../fixtures/stories.ts';

const { tabs, more, rounds } = MY_COMMUNITY;
const TRAYS = ACTIVITIES.flatMap((activity) => ROUNDS.map((round) => [activity, round] as const));
/** Whatever of the programme a child could find. */
const PROGRAMME = SYMBOLS.filter((symbol) => kindOf(symbol) === 'programme');

function symbolsIn(list: readonly Tab[]): string[] {
  return list.flatMap(({ symbols }) => symbols);
}

/** Everything the tray offers, "something else" included. */
function offered(activity: Activity, round: (typeof ROUNDS)[number]): string[] {
  return symbolsIn([...tabs(activity, round), ...more(activity, round)]);
}

describe.each(TRAYS)('the tray of %s in the round %s', (activity, round) => {
  const all = [...tabs(activity, round), ...more(activity, round)];

  test('[M30] no tab holds more than eight pictures, and none is empty', () => {
    expect(TAB_SIZE).toBe(8);
    for (const { symbols } of all) {
      expect(symbols.length).toBeGreaterThan(0);
      expect(symbols.length).toBeLessThanOrEqual(TAB_SIZE);
    }
  });

  test('[M30] every picture is one of the vocabulary, has art, and lies in one tab of a kind only', () => {
    const stranger = pictureOf('a-picture-nobody-drew');

    for (const symbol of symbolsIn(all)) {
      expect([symbol, isSymbol(symbol), pictureOf(symbol) !== stranger]).toEqual([
        symbol,
        true,
        true,
      ]);
    }
    for (const list of [tabs(activity, round), more(activity, round)]) {
      expect(new Set(symbolsIn(list)).size).toBe(symbolsIn(list).length);
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    }
  });

  test('[M11] pictures of the programme are there in the prompted round and never before', () => {
    const found = offered(activity, round).filter((symbol) => kindOf(symbol) === 'programme');

    expect(found.length > 0).toBe(round === 'prompted');
  });
});

test('[M11] in the free round nothing is offered: children draw', () => {
  expect(ACTIVITIES.flatMap((activity) => offered(activity, 'free'))).toEqual([]);
});

test('[M11] a map goes from drawing to the base pictures to the prompted ones, and no farther', () => {
  const after = ROUNDS.map((round) => roundAfter(MY_COMMUNITY, 'map', round));

  expect(after).toEqual(['base', 'prompted', undefined]);
  expect(roundAfter(MY_COMMUNITY, 'drawing', 'free')).toBeUndefined();
});

test('[M11] circles begin with the base pictures, all else with drawing', () => {
  const first = ACTIVITIES.map((activity) => [activity, rounds(activity)[0]]);

  expect(Object.fromEntries(first)).toEqual({
    drawing: 'free',
    map: 'free',
    circles: 'base',
    'two-panels': 'free',
  });
});

test('[M30] the prompted round adds to what the base round offers and takes nothing away', () => {
  for (const activity of ACTIVITIES) {
    const [base, prompted] = [tabs(activity, 'base'), tabs(activity, 'prompted')];
    expect(prompted.slice(0, base.length)).toEqual(base);
    const rest = more(activity, 'base');
    expect(more(activity, 'prompted').slice(0, rest.length)).toEqual(rest);
  }
});

test('[M30] the core tray has six tabs of eight, and every picture of the golden map can be found', () => {
  const wanted = groupMap.items.map(({ item }) => item);

  expect(tabs('map', 'base').map(({ symbols }) => symbols.length)).toEqual([8, 8, 8, 8, 8, 8]);
  expect(offered('map', 'prompted')).toEqual(expect.arrayContaining(wanted));
});

test('[M30] everybody of the golden circles can be found, relatives in the sector’s own tab', () => {
  const wanted = circles.alters.map(({ role }) => PICTURE_OF[role]);

  expect(offered('circles', 'prompted')).toEqual(expect.arrayContaining(wanted));
  expect(tabs('circles', 'base').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['family', 'relatives', 'friends', 'services', 'animals']),
  );
});

test('[M30] of the vocabulary only the feelings cannot be put on a map', () => {
  const found = new Set(offered('map', 'prompted'));
  const missing = SYMBOLS.filter((symbol) => !found.has(symbol));

  expect(missing).toEqual(SYMBOLS.filter((symbol) => kindOf(symbol) === 'feeling'));
});

test('[M11] whatever of the programme could be found by its name is held back before the prompted round', () => {
  const seen = ROUNDS.map((round) =>
    SYMBOLS.filter((symbol) => isOffered(MY_COMMUNITY, round, symbol)),
  );

  const others = SYMBOLS.filter((symbol) => !PROGRAMME.includes(symbol));
  expect(seen).toEqual([others, others, SYMBOLS]);
});

test('[M26] every picture of the vocabulary has one kind; what is not in it has none', () => {
  expect(SYMBOLS.every((symbol) => kindOf(symbol) !== undefined)).toBe(true);
  expect(new Set(SYMBOLS).size).toBe(SYMBOLS.length);
  expect([kindOf('solar-panel'), kindOf('constructor'), isSymbol('toString')]).toEqual([
    undefined,
    undefined,
    false,
  ]);
});

test('[M26] in the golden circles everybody’s picture is of the domain the story names', () => {
  const kinds = circles.alters.map(({ role }) => kindOf(PICTURE_OF[role] ?? ''));

  expect(kinds).toEqual(circles.alters.map(({ domain }) => domain));
});

test('[M12] every kind of bond and every feeling of the golden map can be chosen', () => {
  expect(RELATIONS).toEqual(expect.arrayContaining(groupMap.links.map(({ kind }) => kind)));
  expect(RELATIONS).toContain('knows');
  expect(FEELINGS).toEqual(expect.arrayContaining(groupMap.stamps.map(({ feeling }) => feeling)));
  expect(new Set(MY_COMMUNITY.relations).size).toBe(MY_COMMUNITY.relations.length);
});

test('[M24] circles keep the question and their sectors, two panels whose days; other sheets are bare', () => {
  const set = { sectors: false, question: 'time-with', person: 'a-child' } as const;

  expect(ACTIVITIES.map((activity) => groundOf(activity, set))).toEqual([
    undefined,
    undefined,
    { kind: 'circles', sectors: false, question: 'time-with' },
    { kind: 'two-panels', person: 'a-child' },
  ]);
});
