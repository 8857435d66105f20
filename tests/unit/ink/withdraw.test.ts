import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import type { Contributor, Token } from '#domain/contributor.ts';
import { entryIdOf } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import type { Page, Work } from '#domain/work.ts';
import { admitSession, admitWork } from '#files/admit.ts';
import { pack } from '#ink/pack.ts';
import { settle } from '#ink/settle.ts';
import { isAny, withdraw, withStone, type Held, type Withdrawn } from '#ink/withdraw.ts';
import { CHILD_ACTS, journals, ODD_ACTS, QUARREL_ACTS } from '../../fixtures/journals.ts';
import { aPut, aStroke, samplesAlong } from '../../fixtures/marks.ts';
import { anActor, anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aDrawnSymbol, OWN, sessionEntries } from '../../fixtures/sessions.ts';
import { aTablet } from '../../fixtures/tablet.ts';
import {
  COLIBRI,
  HER_DRAWING,
  HER_LINES,
  HER_WORDS,
  MAP,
  OTHERS_WORDS,
  scenario5,
} from '../../fixtures/withdrawals.ts';

const WORK = anId('work');

/** A session with one work of three children. */
function heldWith(entries: readonly WorkEntry[], ...more: SessionOperation[]): Held {
  const members = [ZORRO, LLAMA, CONDOR];
  return {
    entries: sessionEntries(
      ...members.map((token) => ({ kind: 'contributor/join', token }) as const),
      { kind: 'work/begin', work: WORK, activity: 'map', members },
      ...more,
    ),
    works: new Map([[WORK, entries]]),
  };
}

/** What is left after the withdrawal, as it would be kept. */
function leftOf(held: Held, { works, left, entries }: Withdrawn): Held {
  const rest = [...held.works].filter(([id]) => !works.includes(id));
  return { entries, works: new Map(rest.map(([id, was]) => [id, left.get(id) ?? was])) };
}

function workIn({ works }: Held, id = WORK): Work {
  return WorkFold.of(works.get(id) ?? []).work;
}

/** All that is written anywhere, bytes as numbers. */
function written(held: Held): string {
  return JSON.stringify([held.entries, [...held.works.values()]]);
}

const any = journals([...QUARREL_ACTS, ...CHILD_ACTS, ...ODD_ACTS, 'learn']);

property.prop([any], { numRuns: 200 })(
  '[W1] [W2] nothing of the child is left, the numbering has no gap, and it is done once and for all',
  (journal) => {
    const held = heldWith(journal);
    const after = leftOf(held, withdraw(held, { token: ZORRO }));

    expect(written(after)).not.toContain(ZORRO);
    for (const entries of after.works.values()) expect(admitWork([...entries]).ok).toBe(true);
    expect(admitSession([...after.entries]).ok).toBe(true);
    expect(isAny(after, withdraw(after, { token: ZORRO }))).toBe(false);
  },
);

/** The pictures, links, stamps, lines and words of others that do not hang on anything of the child. */
function othersOn(page: Page): Record<string, unknown[]> {
  const isOther = ({ by }: { by: Contributor }): boolean => by !== ZORRO;
  const strokes = page.strokes.filter((one) => isOther(one) && one.line.tool !== 'rubber');
  const fills = page.fills.filter(isOther);
  const inks = new Set([...strokes, ...fills].map(({ entry }) => entry));
  const items = page.items.filter(
    (one) => isOther(one) && (one.marks.length === 0 || one.marks.some((mark) => inks.has(mark))),
  );
  const ids = new Set(items.map(({ id }) => id));
  return {
    strokes: strokes.map(({ entry, line }) => [entry, line]),
    fills: fills.map(({ entry, area }) => [entry, area]),
    items: items.map(({ id, symbol }) => [id, symbol]).sort(),
    links: page.links
      .filter((one) => isOther(one) && ids.has(one.from) && ids.has(one.to))
      .map(nameOf),
    stamps: page.stamps.filter((one) => isOther(one) && ids.has(one.item)).map(nameOf),
    rings: page.rings
      .filter((one) => isOther(one) && one.items.some((item) => ids.has(item)))
      .map(nameOf),
    quotes: page.quotes
      .filter(({ speaker }) => speaker !== ZORRO)
      .map(({ id, wording, translation }) => [id, wording, translation]),
  };
}

function nameOf({ id }: Readonly<{ id: string }>): string {
  return id;
}

property.prop([any], { numRuns: 200 })(
  '[W3] what others made and told still shows, in whatever order the entries come',
  (journal) => {
    const before = WorkFold.of(settle(journal)).work;
    const held = heldWith(journal);
    const plan = withdraw(held, { token: ZORRO });
    const after = leftOf(held, plan);

    if (plan.works.length > 0) {
      const left = before.pages.map(othersOn).flatMap((kinds) => Object.values(kinds).flat());
      expect(left).toEqual([]);
      return;
    }
    expect(workIn(after).pages.map(othersOn)).toEqual(before.pages.map(othersOn));
    const backwards = new Map([[WORK, [...(after.works.get(WORK) ?? [])].reverse()]]);
    expect(workIn({ ...after, works: backwards })).toEqual(workIn(after));
  },
);

test('[W3] [W4] scenario 5: the map without colibri-03 has the numbers of the method', () => {
  const held = scenario5();
  const plan = withdraw(held, { token: COLIBRI });
  const after = leftOf(held, plan);
  const page = present(workIn(after, MAP).pages[0], 'the map has a page');

  expect(plan.works).toEqual([HER_DRAWING]);
  expect(plan.removed).toEqual([
    { work: MAP, items: 8, links: 6, stamps: 7, strokes: 1, quotes: 2 },
  ]);
  expect([page.items, page.stamps, page.links].map(({ length }) => length)).toEqual([33, 17, 12]);
  expect(counted(page.items.map(({ round }) => round))).toEqual({ free: 3, base: 26, prompted: 4 });
  expect(counted(page.links.map(({ valence = '' }) => valence))).toEqual({
    support: 9,
    neutral: 2,
    both: 1,
  });
  expect(page.quotes.map(({ about, wording }) => [about, wording.text])).toEqual(
    OTHERS_WORDS.map((words) => ['page', words]),
  );
});

test('[W1] scenario 5: none of her words and lines, and nobody of her name, is left in any journal', () => {
  const held = scenario5();
  const her = [...HER_WORDS, ...HER_LINES.map((line) => JSON.stringify(line)), COLIBRI];
  expect(her.filter((one) => !written(held).includes(one))).toEqual([]);

  const after = leftOf(held, withdraw(held, { token: COLIBRI }));

  expect(her.filter((one) => written(after).includes(one))).toEqual([]);
  const { contributors, participants, assents, skips, observations, groups, works, symbols } =
    sessionOf(after.entries);
  expect(contributors).toHaveLength(5);
  expect([participants, assents, skips, symbols].map(({ length }) => length)).toEqual([1, 5, 0, 0]);
  expect(observations.map(({ about }) => about)).toEqual([[ZORRO]]);
  expect(groups[0]?.members).toHaveLength(5);
  expect(works.map(({ members }) => members.length)).toEqual([5, 1]);
});

test('[W5] a piece goes whole, with what was asked and seen of it, and the rest of the session stays', () => {
  const held = scenario5();
  const plan = withdraw(held, { work: MAP });
  const after = leftOf(held, plan);

  expect(plan).toMatchObject({ works: [MAP], removed: [] });
  expect([...after.works.keys()]).not.toContain(MAP);
  const session = sessionOf(after.entries);
  expect(session.works.map(({ id }) => id)).not.toContain(MAP);
  expect(session.observations).toHaveLength(1);
  expect(session.contributors).toHaveLength(6);
  expect(written(after)).not.toContain(MAP);
});

test('[W2] of what goes neither when, nor what, nor who it was stays, only its number', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2));
  const held = heldWith(tablet.entries);
  const after = leftOf(held, withdraw(held, { token: ZORRO }));

  const [, gone] = after.works.get(WORK) ?? [];
  expect(gone).toEqual({
    actor: anActor(),
    seq: 2,
    n: 2,
    at: 0,
    by: 'f',
    round: 'free',
    op: { kind: 'erased', was: 'withdrawn' },
  });
});

test('[W3] a quarrel of two is over without one of them; of three the others go on', () => {
  const tablet = aTablet();
  const disputes = [
    [ZORRO, LLAMA],
    [ZORRO, LLAMA, CONDOR],
  ] as const;
  for (const [at, between] of disputes.entries()) {
    tablet.does(LLAMA, aPut(at + 1));
    const dispute = { between, note: `note ${String(at)}` };
    tablet.does('f', { kind: 'item/set', item: anId('item', at + 1), dispute });
  }
  const held = heldWith(tablet.entries);
  const after = leftOf(held, withdraw(held, { token: ZORRO }));

  expect(workIn(after).pages[0]?.items.map(({ dispute }) => dispute)).toEqual([
    undefined,
    { between: [LLAMA, CONDOR], note: 'note 1' },
  ]);
  expect(written(after)).not.toContain('note 0');
});

test('[W3] a picture the child drew for the tray goes; what others made of it stays as something', () => {
  const tablet = aTablet();
  tablet.does(LLAMA, aPut(1, { symbol: OWN }));
  const held = heldWith(tablet.entries, aDrawnSymbol());
  const entries = held.entries.map((entry) =>
    entry.op.kind === 'symbol/add' ? { ...entry, by: ZORRO } : entry,
  );
  const after = leftOf(held, withdraw({ ...held, entries }, { token: ZORRO }));

  expect(workIn(after).pages[0]?.items.map(({ symbol }) => symbol)).toEqual(['something']);
  expect(sessionOf(after.entries).symbols).toEqual([]);
});

test('[W3] something drawn by two keeps the lines of the other', () => {
  const tablet = aTablet();
  for (const [at, by] of [ZORRO, LLAMA].entries()) {
    const line = samplesAlong({ x: 100, y: 300 * (at + 1) }, { x: 900, y: 300 * (at + 1) });
    tablet.does(by, aStroke({ samples: pack(line) }));
  }
  const marks = tablet.page.strokes.map(({ entry }) => entry);
  tablet.does(CONDOR, aPut(1, { symbol: 'drawn', marks }));
  const held = heldWith(tablet.entries);
  const [item] = workIn(leftOf(held, withdraw(held, { token: ZORRO }))).pages[0]?.items ?? [];

  expect(item).toMatchObject({ by: CONDOR, marks: marks.slice(1), origin: { by: LLAMA } });
});

test('[W3] what another child had swept away and the child brought back stays', () => {
  const tablet = aTablet();
  tablet.does(LLAMA, aPut(1));
  tablet.does(CONDOR, { kind: 'rub-out', page: anId('page'), marks: [], items: [anId('item')] });
  tablet.does(ZORRO, { kind: 'item/set', item: anId('item'), gone: false });
  const held = heldWith(tablet.entries);

  const after = leftOf(held, withdraw(held, { token: ZORRO }));

  expect(workIn(after).pages[0]?.items.map(({ by }) => by)).toEqual([LLAMA]);
});

test('[W1] that another moved a thing of the child, took it back and did it again goes, too', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2));
  tablet.does(LLAMA, { kind: 'item/set', item: anId('item'), turn: 30 });
  tablet.undoes(LLAMA);
  tablet.redoes(LLAMA);
  const held = heldWith(tablet.entries);

  const after = leftOf(held, withdraw(held, { token: ZORRO }));

  expect(after.works.get(WORK)?.map(({ op }) => ('was' in op ? op.was : op.kind))).toEqual([
    'page/add',
    'withdrawn',
    'item/put',
    'withdrawn',
    'withdrawn',
    'withdrawn',
  ]);
});

test('[W4] a stone says who or what went, when, and how much, and nothing else', () => {
  const held = scenario5();
  const { entries, works, removed } = withdraw(held, { token: COLIBRI });
  const stone = { scope: { token: COLIBRI }, on: '2026-08-17', works, removed };
  const after = withStone(entries, anActor(9), stone);

  expect(admitSession(after).ok).toBe(true);
  expect(sessionOf(after).withdrawals).toMatchObject([stone]);
  expect(after.filter((entry) => JSON.stringify(entry).includes(COLIBRI)).map(entryIdOf)).toEqual([
    `${anActor(9)}.1`,
  ]);
});

test('[W3] a work in which only an adult wrote besides the child is gone whole; one nobody else drew in but sat at, too', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does('f', {
    kind: 'quote/add',
    quote: anId('quote'),
    page: anId('page'),
    about: 'page',
    speaker: 'f',
    source: 'noted',
    wording: { text: 'alone', language: 'es' },
  });

  expect(withdraw(heldWith(tablet.entries), { token: ZORRO }).works).toEqual([WORK]);
  expect(withdraw(heldWith(tablet.entries), { token: LLAMA }).works).toEqual([]);
});

test('[T11] words that were taken for the child’s stay with whoever it was; those that turned out to be the child’s go', () => {
  const tablet = aTablet();
  for (const [number, speaker] of [ZORRO, LLAMA].entries()) {
    tablet.does(LLAMA, aPut(number + 1));
    tablet.does('f', {
      kind: 'quote/add',
      quote: anId('quote', number),
      page: anId('page'),
      about: anId('item', number + 1),
      speaker,
      source: 'said',
      wording: { text: `taken for ${speaker}`, language: 'es' },
    });
  }
  const say = (number: number, speaker: Token): void => {
    tablet.does('f', { kind: 'quote/set', quote: anId('quote', number), speaker });
  };
  say(0, LLAMA);
  say(1, CONDOR);
  say(1, ZORRO);

  const held = heldWith(tablet.entries);
  const after = leftOf(held, withdraw(held, { token: ZORRO }));
  const quotes = workIn(after).pages.flatMap((page) => page.quotes);
  expect(quotes).toMatchObject([{ speaker: LLAMA, wording: { text: `taken for ${ZORRO}` } }]);
  expect(JSON.stringify([...after.works.values()])).not.toContain(`taken for ${LLAMA}`);
  expect(JSON.stringify([...after.works.values()]).replace(`taken for ${ZORRO}`, '')).not.toContain(
    ZORRO,
  );
});

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
