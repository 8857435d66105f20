import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import type { Contributor } from '#domain/contributor.ts';
import { entryIdOf, inOrder } from '#domain/entry.ts';
import { WorkFold, type Change } from '#domain/fold.ts';
import type { ItemId } from '#domain/ids.ts';
import type { Label } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { fieldsOf, isAdd, isSet, thingOf, type Fields } from '#domain/thing.ts';
import { DRAWN, SELF, type Mark, type Page } from '#domain/work.ts';
import { aboveOf, type Above } from '#picture/above.ts';
import { marksOf } from '#picture/marks.ts';
import { SQUARE } from '../../fixtures/art.ts';
import {
  CHILD_ACTS,
  FORWARD_ACTS,
  HANDS,
  journals,
  joined,
  perform,
  QUARREL_ACTS,
  walked,
  walks,
} from '../../fixtures/journals.ts';
import { aFill, anEntry, aPut, aStroke } from '../../fixtures/marks.ts';
import { anActor, anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aTablet, Tablet } from '../../fixtures/tablet.ts';

const [HOUSE, SCHOOL] = [anId('item', 1), anId('item', 2)];
const PATH = anId('link', 1);
const ON_ONE_PAGE = CHILD_ACTS.filter((act) => act !== 'page');
/** Three children at tablets of their own, who now and then learn what the others did. */
const QUARREL_ACTS_APART = [...QUARREL_ACTS, 'learn', 'learn'];

/** A house of Zorro's and a school of Llama's. */
function aVillage(): Tablet {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 300, y: 300 }));
  tablet.does(LLAMA, aPut(2, { symbol: 'school', x: 900, y: 300 }));
  return tablet;
}

function move(item: typeof HOUSE, x: number, y = 300): WorkEntry['op'] {
  return { kind: 'item/set', item, place: { x, y } };
}
function bin(item: typeof HOUSE, gone = true): WorkEntry['op'] {
  return { kind: 'item/set', item, gone };
}
const join = { kind: 'link/add', link: PATH, from: HOUSE, to: SCHOOL } as const;
const cut: WorkEntry['op'] = { kind: 'link/set', link: PATH, gone: true };

const RING = anId('ring', 1);
const ring = { kind: 'ring/add', ring: RING, page: anId('page'), items: [HOUSE, SCHOOL] } as const;

function stampOn(item: typeof HOUSE, number = 1): WorkEntry['op'] {
  return { kind: 'stamp/add', stamp: anId('stamp', number), item, feeling: 'afraid' };
}
function named(text: string): Label {
  return { text, language: 'quy' };
}

/** Where each picture lies. */
function placesOn({ items }: Page): Record<string, [number, number]> {
  return Object.fromEntries(items.map(({ id, x, y }) => [id, [x, y]]));
}

describe('entries come in any order', () => {
  property.prop([journals(), fc.infiniteStream(fc.nat())], { numRuns: 150 })(
    '[J1] entries shuffled and sent twice fold to the same work',
    (journal, chance) => {
      const { work } = WorkFold.of(journal);
      const sent = shuffled([...journal, ...journal.slice(0, journal.length / 2)], chance);

      const together = WorkFold.of(sent);
      const oneByOne = new WorkFold();
      for (const entry of sent) oneByOne.absorb(entry);

      expect(together.work).toEqual(work);
      expect(oneByOne.work).toEqual(work);
      expect(oneByOne.entries()).toEqual([...journal].sort(inOrder));
    },
  );

  property.prop([walks([...CHILD_ACTS, 'learn'], 40)], { numRuns: 150 })(
    '[J1] tablets that learn all from each other show the same work',
    (walk) => {
      const tablets = walked(walk, 3);
      const all = joined(tablets);

      for (const tablet of tablets) tablet.learns(all);

      for (const tablet of tablets) expect(tablet.work).toEqual(WorkFold.of(all).work);
    },
  );

  property.prop([journals()], { numRuns: 60 })(
    '[J1] what can be undone next does not depend on the order of arrival either',
    (journal) => {
      const reference = WorkFold.of(journal);
      const backwards = new WorkFold();
      for (const entry of [...journal].reverse()) backwards.absorb(entry);

      for (const page of reference.pageIds) {
        for (const by of HANDS) {
          expect(backwards.undoable(by, page)).toBe(reference.undoable(by, page));
          expect(backwards.redoable(by, page)).toBe(reference.redoable(by, page));
        }
      }
    },
  );

  test('[J1] an entry that is there already changes nothing, not even as news', () => {
    const fold = new WorkFold();
    const page = anEntry({ kind: 'page/add', page: anId('page') });
    const line = anEntry(aStroke(), { seq: 2, n: 2 });
    fold.absorb(page);
    fold.absorb(line);

    const news = [fold.absorb(line), fold.absorb(structuredClone(page))];

    expect(news).toEqual([{}, {}]);
    expect(fold.work.pages[0]?.strokes).toHaveLength(1);
  });

  test('[J1] a line between pictures that is there already is not drawn again', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, join);
    const { work } = tablet;

    expect(tablet.does(ZORRO, { ...join, from: SCHOOL, to: HOUSE })).toEqual({});

    expect(tablet.work).toEqual(work);
    expect(tablet.fold.undoable(ZORRO, anId('page'))).toBe(`${anActor()}.2`);
  });

  test('[J1] of the same moment the tablet with the smaller name comes first', () => {
    const page = anEntry({ kind: 'page/add', page: anId('page') });
    const [mine, hers] = [1, 2].map((number) =>
      anEntry(aStroke({ crayon: number === 1 ? 'red' : 'blue' }), {
        actor: anActor(number),
        n: 5,
        seq: number === 1 ? 2 : 1,
      }),
    );

    const { work } = WorkFold.of([hers!, page, mine!]);

    expect(work.pages[0]?.strokes.map(({ line }) => line.crayon)).toEqual(['red', 'blue']);
  });

  test.each<[string, WorkEntry['op']]>([
    ['a line on a page nobody laid', aStroke({ page: anId('page', 7) })],
    ['a picture on a page nobody laid', aPut(3, { page: anId('page', 7) })],
    ['a picture that is there already', aPut(1, { x: 1, y: 1 })],
    ['a move of a picture nobody put', move(anId('item', 7), 5)],
    ['a line from a picture nobody put', { ...join, from: anId('item', 7) }],
    ['a line to a picture nobody put', { ...join, to: anId('item', 7) }],
    ['a line from a picture to itself', { ...join, to: HOUSE }],
    ['a cut of a line nobody drew', cut],
    ['a stamp on a picture nobody put', stampOn(anId('item', 7))],
    ['a stamp nobody made, taken away', { kind: 'stamp/set', stamp: anId('stamp'), gone: true }],
    ['a ring round pictures nobody put', { ...ring, items: [anId('item', 7)] }],
    ['a ring on a page nobody laid', { ...ring, page: anId('page', 7) }],
    ['a name of a ring nobody drew', { kind: 'ring/set', ring: RING, label: named('x') }],
    ['a round that somebody opens who is no adult', { kind: 'round/open', round: 'prompted' }],
    ['the same page again', { kind: 'page/add', page: anId('page') }],
    ['an undo of nothing', { kind: 'undo', entry: `${anActor()}.77` }],
    ['a redo of nothing', { kind: 'redo', entry: `${anActor()}.77` }],
    ['a redo of what was not undone', { kind: 'redo', entry: `${anActor()}.2` }],
    ['an undo of the page', { kind: 'undo', entry: `${anActor()}.1` }],
    ['what is left of something erased', { kind: 'erased', was: 'item/put' }],
    ['something a newer version made', { kind: 'unknown', was: 'x', body: { kind: 'x' } }],
  ])('[J1] %s changes nothing that shows', (_what, op) => {
    const tablet = aVillage();
    const { work } = tablet;

    const change = tablet.does(ZORRO, op);

    expect(change).toEqual({});
    expect(tablet.work).toEqual(work);
    expect(tablet.fold.undoable(ZORRO, anId('page'))).toBe(`${anActor()}.2`);
  });
});

describe('undo and redo', () => {
  property.prop([walks(ON_ONE_PAGE, 15), walks(FORWARD_ACTS, 15, 1)], { numRuns: 150 })(
    '[J2] n undos show what was there before n acts; n redos bring it all back',
    (before, mine) => {
      const tablet = walked(before)[0]!;
      const from = tablet.entries.length;
      const states = [tablet.page];
      for (const act of mine) {
        const count = tablet.entries.length;
        perform(tablet, { ...act, by: 0 });
        if (tablet.entries.length > count) states.push(tablet.page);
      }
      const n = states.length - 1;
      fc.pre(n > 0);
      expect(tablet.entries.length - from).toBe(n);

      for (let left = n; left > 0; left--) {
        tablet.undoes(ZORRO);
        expect(tablet.page).toEqual(states[left - 1]);
      }
      for (let done = 1; done <= n; done++) {
        tablet.redoes(ZORRO);
        expect(tablet.page).toEqual(states[done]);
      }
      expect(tablet.redoes(ZORRO)).toBeUndefined();

      for (let left = n; left > 0; left--) tablet.undoes(ZORRO);
      expect(tablet.page).toEqual(states[0]);
    },
  );

  test('[J2] undo reaches back across tools to the beginning of the page, and no further', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke());
    tablet.does(ZORRO, aPut());

    expect(tablet.undoes(ZORRO)?.anew).toMatchObject([{ kind: 'item', item: { id: HOUSE } }]);
    expect(tablet.undoes(ZORRO)?.anew).toMatchObject([{ stroke: { line: { crayon: 'red' } } }]);
    expect(tablet.undoes(ZORRO)).toBeUndefined();
    expect(tablet.page).toMatchObject({ strokes: [], items: [] });
  });

  test('[J2] undo stays on its page', () => {
    const tablet = aTablet();
    const second = anId('page', 2);
    tablet.does(ZORRO, aStroke());
    tablet.does(ZORRO, { kind: 'page/add', page: second });

    expect(tablet.undoes(ZORRO, second)).toBeUndefined();

    expect(tablet.fold.pageIds).toEqual([anId('page'), second]);
    expect(tablet.page.strokes).toHaveLength(1);
  });

  test('[J2] a line that comes back lies where it lay, below what was drawn later', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke({ crayon: 'red' }));
    tablet.does(ZORRO, aStroke({ crayon: 'green' }));
    tablet.does(LLAMA, aStroke({ crayon: 'blue' }));

    tablet.undoes(ZORRO);
    tablet.undoes(ZORRO);
    tablet.redoes(ZORRO);

    expect(tablet.page.strokes.map(({ line }) => line.crayon)).toEqual(['red', 'blue']);
    tablet.redoes(ZORRO);
    expect(tablet.page.strokes.map(({ line }) => line.crayon)).toEqual(['red', 'green', 'blue']);
  });

  test('[J2] a new act ends what could be done again', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke());
    tablet.undoes(ZORRO);
    tablet.does(ZORRO, aPut());

    expect(tablet.redoes(ZORRO)).toBeUndefined();
  });

  test('[J2] also bringing back and cutting can be taken back', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, join);
    tablet.does(ZORRO, bin(HOUSE));
    tablet.does(ZORRO, bin(HOUSE, false));
    tablet.does(ZORRO, cut);

    tablet.undoes(ZORRO);
    expect(tablet.page.links).toHaveLength(1);
    tablet.undoes(ZORRO);

    expect(tablet.page).toMatchObject({ items: [{ id: SCHOOL }], links: [] });
  });

  test('[J2] the same undo written twice takes back one act', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke({ crayon: 'red' }));
    tablet.does(ZORRO, aStroke({ crayon: 'blue' }));
    const undo: WorkEntry['op'] = { kind: 'undo', entry: `${anActor()}.3` };

    tablet.does(ZORRO, undo);
    tablet.does(ZORRO, undo);

    expect(tablet.page.strokes.map(({ line }) => line.crayon)).toEqual(['red']);
    tablet.redoes(ZORRO);
    expect(tablet.page.strokes).toHaveLength(2);
  });

  property.prop([walks(QUARREL_ACTS, 50)], { numRuns: 150 })(
    '[J3] an undo hides nothing that anybody else drew, made, or said of a thing',
    (walk) => {
      const tablet = aTablet();
      for (const act of walk) {
        const before = shownWorkOf(tablet);
        const count = tablet.entries.length;
        perform(tablet, act);
        if (act.act !== 'undo' || tablet.entries.length === count) continue;

        const after = new Set(shownWorkOf(tablet).map(({ name }) => name));
        const gone = before.filter(({ name }) => !after.has(name));
        expect(ofOthers(gone, HANDS[act.by]!)).toEqual([]);
      }
    },
  );

  property.prop([walks(QUARREL_ACTS, 50)], { numRuns: 150 })(
    '[J4] an undo or redo that is held changes nothing at all and names another hand',
    (walk) => {
      const tablet = aTablet();
      for (const act of walk) {
        const before = tablet.work;
        const count = tablet.entries.length;
        const change = changeOf(tablet, () => {
          perform(tablet, act);
        });
        if (!change.heldBy) continue;

        expect(tablet.entries.length).toBe(count + 1);
        expect(tablet.work).toEqual(before);
        expect(HANDS).toContain(change.heldBy);
        expect(change.heldBy).not.toBe(HANDS[act.by]);
      }
    },
  );

  test.each([
    ['from', { from: HOUSE, to: SCHOOL }],
    ['to', { from: SCHOOL, to: HOUSE }],
  ])('[J3] a house stays while another child’s line runs %s it', (_way, ends) => {
    const tablet = aVillage();
    tablet.does(LLAMA, { ...join, ...ends });

    const change = tablet.undoes(ZORRO);

    expect(change).toEqual({ page: anId('page'), heldBy: LLAMA });
    expect(tablet.page.items).toHaveLength(2);
    expect(tablet.page.links).toHaveLength(1);
  });

  test('[J3] one’s own line does not hold one’s own picture', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, join);
    const put: WorkEntry['op'] = { kind: 'undo', entry: `${anActor()}.2` };

    tablet.does(ZORRO, put);

    expect(tablet.page.items.map(({ id }) => id)).toEqual([SCHOOL]);
    expect(tablet.page.links).toEqual([]);
  });

  test('[J3] nobody can take back what somebody else did, nor do it again', () => {
    const tablet = aVillage();
    const { work } = tablet;
    tablet.does(LLAMA, { kind: 'undo', entry: `${anActor()}.2` });
    expect(tablet.work).toEqual(work);

    tablet.undoes(ZORRO);
    const without = tablet.work;
    tablet.does(LLAMA, { kind: 'redo', entry: `${anActor()}.2` });
    expect(tablet.work).toEqual(without);
  });

  test('[J4] undoing a move that somebody else’s move overtook leaves it there', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, move(HOUSE, 400));
    tablet.does(LLAMA, move(HOUSE, 500));

    const change = tablet.undoes(ZORRO);

    expect(change).toEqual({ page: anId('page'), heldBy: LLAMA });
    expect(placesOn(tablet.page)[HOUSE]).toEqual([500, 300]);
  });

  test('[J4] a held undo does not fall through to an older step', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, aStroke());
    tablet.does(ZORRO, move(HOUSE, 400));
    tablet.does(LLAMA, move(HOUSE, 500));

    tablet.undoes(ZORRO);

    expect(tablet.page.strokes).toHaveLength(1);
    expect(tablet.redoes(ZORRO)).toBeUndefined();
    tablet.undoes(ZORRO);
    expect(tablet.page.strokes).toHaveLength(0);
  });

  test('[J4] what was let go again can be taken back', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, move(HOUSE, 500));
    tablet.undoes(LLAMA);

    const change = tablet.undoes(ZORRO);

    expect(change?.heldBy).toBeUndefined();
    expect(tablet.page.items.map(({ id }) => id)).toEqual([SCHOOL]);
  });

  test('[J4] doing again what somebody else holds by now changes nothing and says who', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, move(HOUSE, 400));
    tablet.undoes(ZORRO);
    tablet.does(CONDOR, move(HOUSE, 700));

    const change = tablet.redoes(ZORRO);

    expect(change).toEqual({ page: anId('page'), heldBy: CONDOR });
    expect(placesOn(tablet.page)[HOUSE]).toEqual([700, 300]);
  });

  test('[J4] taking away what somebody else took away too is held by the later hand', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, bin(HOUSE));
    tablet.does(LLAMA, bin(HOUSE));

    expect(tablet.undoes(ZORRO)?.heldBy).toBe(LLAMA);

    expect(tablet.page.items.map(({ id }) => id)).toEqual([SCHOOL]);
  });
});

describe('the same picture', () => {
  property.prop([journals(QUARREL_ACTS_APART, 3)], { numRuns: 150 })(
    '[J5] however three children’s acts and undos interleave, a picture is where it was said last to be, and nowhere else',
    (journal) => {
      const fold = WorkFold.of(journal);
      const said = journal.filter((entry) => !fold.tookBack(entryIdOf(entry)));
      const [page] = fold.work.pages;
      const inks = [...page!.strokes, ...page!.fills].map(({ entry }) => entry);

      for (const put of journal.flatMap(({ op }) => (op.kind === 'item/put' ? [op] : []))) {
        const isGone = said.flatMap((entry) => presenceIn(entry, put.item)).at(-1) ?? true;
        const place = said.flatMap((entry) => placeIn(entry, put.item)).at(-1);
        const isDrawn = put.symbol !== DRAWN || put.marks!.some((mark) => inks.includes(mark));
        const isThere = isDrawn && (!isGone || put.symbol === SELF);
        const found = page!.items.find((item) => item.id === put.item);
        expect(found && { x: found.x, y: found.y }).toEqual(isThere ? place : undefined);
        if (!isGone) expect(place).toBeDefined();
      }
    },
  );

  test('[J5] of two moves the later shows, and the other survives underneath', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, move(HOUSE, 400));
    tablet.does(ZORRO, move(HOUSE, 500));

    expect(placesOn(tablet.page)[HOUSE]).toEqual([500, 300]);
    tablet.undoes(ZORRO);
    expect(placesOn(tablet.page)[HOUSE]).toEqual([400, 300]);
  });

  test('[J5] a move made elsewhere at the same time arrives late and takes its place in the order', () => {
    const here = aVillage();
    const there = new Tablet(2);
    there.learns(here.entries);
    there.does(LLAMA, move(HOUSE, 900));
    here.does(ZORRO, move(HOUSE, 400));
    here.does(ZORRO, move(HOUSE, 500));

    const news = here.fold.absorb(there.entries.at(-1)!);

    expect(news).toEqual({ everything: true });
    expect(placesOn(here.page)[HOUSE]).toEqual([500, 300]);
  });

  test('[J5] what arrives late counts for undo as if it had always been there', () => {
    const here = aVillage();
    const there = new Tablet(2);
    there.learns(here.entries);
    here.does(ZORRO, move(HOUSE, 400));
    here.does(ZORRO, aStroke());
    here.undoes(ZORRO);
    here.undoes(ZORRO);
    const undone = `${anActor()}.4` as const;
    expect(here.fold.tookBack(undone)).toBe(true);
    there.does(LLAMA, aStroke());
    there.does(LLAMA, move(HOUSE, 900));

    here.learns(there.entries);

    expect(here.fold.tookBack(undone)).toBe(false);
    expect(placesOn(here.page)[HOUSE]).toEqual([900, 300]);
    expect(here.undoes(ZORRO)?.heldBy).toBe(LLAMA);
    expect(here.undoes(ZORRO)).toBeUndefined();
    expect(here.redoes(ZORRO)?.anew).toMatchObject([{ kind: 'stroke', stroke: { by: ZORRO } }]);
    expect(here.redoes(ZORRO)).toBeUndefined();
  });

  test('[J5] presence wins apart from place: moved while taken away, it is back where it was moved to', () => {
    const tablet = aVillage();
    tablet.does(ZORRO, bin(HOUSE));
    tablet.does(LLAMA, move(HOUSE, 640));
    expect(tablet.page.items.map(({ id }) => id)).toEqual([SCHOOL]);

    tablet.does(CONDOR, bin(HOUSE, false));

    expect(placesOn(tablet.page)[HOUSE]).toEqual([640, 300]);
  });

  test('[J5] who made a picture, and when, stays when others move it', () => {
    const tablet = aVillage();
    const before = tablet.page.items.find(({ id }) => id === HOUSE);

    tablet.does(LLAMA, move(HOUSE, 640), 'prompted');

    const after = tablet.page.items.find(({ id }) => id === HOUSE);
    expect(after).toEqual({ ...before, x: 640, order: { n: 4, actor: anActor() } });
  });

  test('[J6] a picture that is taken away leaves with its lines', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, join);

    tablet.does(ZORRO, bin(HOUSE));

    expect(tablet.page).toMatchObject({ items: [{ id: SCHOOL }], links: [] });
  });

  test.each<[string, (tablet: Tablet) => void]>([
    ['by undo', (tablet) => tablet.undoes(ZORRO)],
    ['by somebody else', (tablet) => tablet.does(CONDOR, bin(HOUSE, false))],
  ])('[J6] brought back %s, a picture has its lines again', (_how, bringBack) => {
    const tablet = aVillage();
    tablet.does(LLAMA, join);
    const { links } = tablet.page;
    tablet.does(ZORRO, bin(HOUSE));

    bringBack(tablet);

    expect(tablet.page.links).toEqual(links);
    expect(links).toMatchObject([{ id: PATH, from: HOUSE, to: SCHOOL, by: LLAMA }]);
  });

  test('[J6] a line that was cut before does not come back with its picture', () => {
    const tablet = aVillage();
    tablet.does(LLAMA, join);
    tablet.does(CONDOR, cut);
    tablet.does(ZORRO, bin(SCHOOL));
    tablet.undoes(ZORRO);

    expect(tablet.page.links).toEqual([]);
    tablet.undoes(CONDOR);
    expect(tablet.page.links).toHaveLength(1);
  });
});

describe('rubbing out whole', () => {
  const [LINE, PAINT] = [`${anActor()}.2`, `${anActor()}.3`] as const;
  const sweep = {
    kind: 'rub-out',
    page: anId('page'),
    marks: [LINE, PAINT],
    items: [HOUSE],
  } as const;

  /** A page with a line, poured paint and a house of Zorro's. */
  function aSheet(): Tablet {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke());
    tablet.does(ZORRO, aFill());
    tablet.does(ZORRO, aPut(1));
    return tablet;
  }

  test('[I13] lines, paint and pictures go in one act, and one undo brings all of them back where they lay', () => {
    const tablet = aSheet();
    tablet.does(LLAMA, aStroke({ crayon: 'blue' }));
    const { page } = tablet;

    const change = tablet.does(LLAMA, sweep);
    expect(tablet.page).toMatchObject({
      fills: [],
      items: [],
      strokes: [{ line: { crayon: 'blue' } }],
    });
    expect(change.anew?.map(({ kind }) => kind)).toEqual(['stroke', 'fill', 'item']);

    tablet.undoes(LLAMA);
    expect(tablet.page).toEqual(page);
    tablet.redoes(LLAMA);
    expect(tablet.page).toMatchObject({ fills: [], items: [] });
  });

  test('[I8] of several that come back on top none is forgotten: all but the uppermost are painted anew', () => {
    const tablet = aSheet();
    tablet.does(LLAMA, sweep);

    const change = tablet.undoes(LLAMA);

    expect(change?.anew?.map(({ kind }) => kind)).toEqual(['stroke', 'fill']);
    expect(change?.onTop?.kind).toBe('item');
  });

  test('[J4] a line that somebody swept away is held: its own hand cannot take it back meanwhile', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke());
    tablet.does(LLAMA, { ...sweep, marks: [LINE], items: [] });

    expect(tablet.undoes(ZORRO)).toEqual({ page: anId('page'), heldBy: LLAMA });

    tablet.undoes(LLAMA);
    expect(tablet.page.strokes).toHaveLength(1);
  });

  test('[J4] what two swept away stays away while one of them holds it', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aStroke());
    const one = { ...sweep, marks: [LINE], items: [] };
    tablet.does(LLAMA, one);
    tablet.does(CONDOR, one);

    expect(tablet.undoes(LLAMA)?.heldBy).toBe(CONDOR);
    expect(tablet.page.strokes).toEqual([]);
    tablet.undoes(CONDOR);

    expect(tablet.page.strokes).toEqual([]);
  });

  test('[J1] a sweep of what is not there changes nothing that shows', () => {
    const tablet = aSheet();
    const { page } = tablet;

    tablet.does(LLAMA, {
      ...sweep,
      marks: [`${anActor()}.77`, `${anActor(9)}.1`],
      items: [anId('item', 7)],
    });

    expect(tablet.page).toEqual(page);
  });

  test('[J1] a sweep that names a line twice takes that line, and no other', () => {
    const tablet = aSheet();
    tablet.does(ZORRO, aStroke({ crayon: 'blue' }));
    const { page } = tablet;

    tablet.does(LLAMA, { ...sweep, marks: [LINE, LINE], items: [HOUSE, HOUSE] });

    expect(tablet.page.strokes).toEqual(page.strokes.slice(1));
    tablet.undoes(LLAMA);
    expect(tablet.page).toEqual(page);
  });

  test('[J1] a sweep takes nothing from another page, and brings nothing of it here', () => {
    const tablet = aSheet();
    const second = anId('page', 2);
    tablet.does(ZORRO, { kind: 'page/add', page: second });
    const { work } = tablet;

    tablet.does(LLAMA, { ...sweep, page: second });
    expect(tablet.work).toEqual(work);
    tablet.undoes(LLAMA, second);

    expect(tablet.work).toEqual(work);
  });

  test('[J1] a sweep that arrives before the line it names takes it when it comes', () => {
    const here = aTablet();
    const there = new Tablet(2);
    there.learns(here.entries);
    here.does(ZORRO, aStroke());
    const late = here.entries.at(-1)!;
    there.does(LLAMA, { ...sweep, marks: [LINE], items: [] });
    const fold = WorkFold.of(there.entries);

    fold.absorb(late);

    expect(fold.work).toEqual(WorkFold.of([...here.entries, ...there.entries]).work);
  });

  test('[I12] poured paint is taken back and done again like any act, and lies in its order', () => {
    const tablet = aTablet();
    tablet.does(ZORRO, aFill({ crayon: 'red' }));
    tablet.does(LLAMA, aFill({ crayon: 'blue' }));
    tablet.undoes(ZORRO);
    expect(tablet.page.fills.map(({ area }) => area.crayon)).toEqual(['blue']);

    tablet.redoes(ZORRO);

    expect(tablet.page.fills.map(({ area }) => area.crayon)).toEqual(['red', 'blue']);
    expect(tablet.fold.size).toBe(5);
  });
});

describe('what a change names', () => {
  property.prop([walks(ON_ONE_PAGE, 50)], { numRuns: 150 })(
    '[I8] each change names all that looks different: painted act by act, a page is as if opened anew',
    (walk) => {
      const tablet = aTablet();
      for (const act of walk) {
        const before = tablet.page;
        const change = changeOf(tablet, () => {
          perform(tablet, act);
        });

        const [were, are] = [marksOn(before), marksOn(tablet.page)];
        const { anew = [], onTop } = change;
        const named = [...anew, ...(onTop ? [onTop] : [])].filter(isPainted).map(painted);
        const differ = [...were, ...are].filter(
          (mark) => were.includes(mark) !== are.includes(mark),
        );
        expect(named).toEqual(expect.arrayContaining(differ));
        expect([...were, ...are]).toEqual(expect.arrayContaining(named));
        if (onTop && isPainted(onTop)) expect(are.at(-1)).toBe(painted(onTop));
        if (named.length > 0) expect(change.page).toBe(before.id);
      }
    },
  );

  property.prop([walks(ON_ONE_PAGE, 50)], { numRuns: 100 })(
    '[M27] a change names a thing that whatever looks different above the sheet hangs on',
    (walk) => {
      const tablet = aTablet();
      for (const act of walk) {
        const before = tablet.page;
        const { things = [] } = changeOf(tablet, () => {
          perform(tablet, act);
        });

        const [were, are] = [above(before), above(tablet.page)];
        const ends = [...before.links, ...tablet.page.links]
          .filter(({ id }) => things.includes(id))
          .flatMap(({ from, to }) => [from, to]);
        const hangs = ({ on }: Above): boolean =>
          on.some((id) => things.includes(id) || ends.includes(id as ItemId));
        const differ = [...were.keys(), ...are.keys()].filter(
          (name) => JSON.stringify(were.get(name)) !== JSON.stringify(are.get(name)),
        );
        for (const name of differ) {
          expect([were.get(name), are.get(name)].some((one) => one && hangs(one))).toBe(true);
        }
      }
    },
  );

  test('[I7] a page that is added is named, and the newest ink is on top', () => {
    const tablet = aTablet();

    expect(tablet.does(ZORRO, { kind: 'page/add', page: anId('page', 2) })).toEqual({
      pages: true,
    });
    const { onTop, anew } = tablet.does(ZORRO, aStroke());

    expect(onTop).toEqual({ kind: 'stroke', stroke: tablet.page.strokes[0] });
    expect(anew).toEqual([]);
  });
});

/** Whether an entry says of a picture that it is gone. */
function presenceIn({ op }: WorkEntry, id: ItemId): boolean[] {
  if (op.kind === 'item/put') return op.item === id ? [false] : [];
  if (op.kind === 'rub-out') return op.items.includes(id) ? [true] : [];
  return op.kind === 'item/set' && op.item === id ? [op.gone ?? []].flat() : [];
}

/** Where an entry says that a picture is. */
function placeIn({ op }: WorkEntry, id: ItemId): Point[] {
  if (op.kind === 'item/put') return op.item === id ? [{ x: op.x, y: op.y }] : [];
  return op.kind === 'item/set' && op.item === id ? [op.place ?? []].flat() : [];
}

/** All that lies above the marks of a page, by its name. */
function above(page: Page): Map<string, Above> {
  return new Map(aboveOf(page, () => SQUARE, true).map((one) => [one.name, one]));
}

/** All that shows on the first page: what was drawn and made, and what was said of it; and by whom. */
function shownWorkOf(tablet: Tablet): { name: string; by: Contributor }[] {
  const { fold, entries, page } = tablet;
  const { strokes, fills, items, links, stamps, rings, quotes } = page;
  const things = [...items, ...links, ...stamps, ...rings, ...quotes];
  const shown = new Set<string>(things.map(({ id }) => id));
  const inks = [...strokes, ...fills].map(({ entry, by }) => ({ name: entry, by }));
  const sayings = entries.flatMap(({ op, by, ...stamp }) => {
    if (!(isAdd(op) || isSet(op)) || !shown.has(thingOf(op))) return [];
    const [thing, entry] = [thingOf(op), entryIdOf(stamp)];
    const fields = Object.keys(fieldsOf(op)) as (keyof Fields)[];
    return fields
      .filter((field) => fold.shows(entry, thing, field))
      .map((field) => ({ name: `${thing} ${field} ${entry}`, by }));
  });
  return [...inks, ...sayings];
}

function ofOthers<Mark extends Readonly<{ by: string }>>(
  marks: readonly Mark[],
  by: string,
): Mark[] {
  return marks.filter((mark) => mark.by !== by);
}

/** What the tablet's fold says about the last entry, found out by folding the others without it. */
function changeOf(tablet: Tablet, act: () => void): Change {
  const before = tablet.entries;
  act();
  const [last] = tablet.entries.slice(before.length);
  return last ? WorkFold.of(before).absorb(last) : {};
}

/** The marks of a page as texts, lowest first, so that two states of a page can be compared. */
function marksOn(page: Page): string[] {
  return [...marksOf(page)].filter(isPainted).map(painted);
}

/** What was drawn and made a thing has no paint but its lines. */
function isPainted(mark: Mark): boolean {
  return mark.kind !== 'item' || mark.item.symbol !== DRAWN;
}

/** What is painted of a mark, as a text: of a picture no words and no quarrels. */
function painted(mark: Mark): string {
  if (mark.kind !== 'item') return JSON.stringify(mark);
  return JSON.stringify({ ...mark.item, label: undefined, dispute: undefined });
}

function shuffled<Value>(list: readonly Value[], chance: Iterator<number>): Value[] {
  const rest = [...list];
  return list.map(() => {
    const at = present(chance.next().value as number, 'the stream never ends') % rest.length;
    return rest.splice(at, 1)[0]!;
  });
}
