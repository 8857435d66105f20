import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { ANIMALS, type Contributor } from '#domain/contributor.ts';
import { BRUSHES } from '#domain/crayon.ts';
import { WorkFold } from '#domain/fold.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import type { Point } from '#domain/page.ts';
import { admitWork } from '#files/admit.ts';
import type { Poured } from '#ink/fill.ts';
import { sampleAt } from '#ink/sample.ts';
import { settle } from '#ink/settle.ts';
import { samplesOf } from '#ink/stroke.ts';
import { readDrafts } from '#state/archive.ts';
import { readPicture } from '#state/page-picture.ts';
import type { Journal } from '#storage/journal.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { TOOLS } from '#state/toolbox.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { aBench, aJournal, aTable, touch, WORK } from '../../fixtures/benches.ts';
import { aStep, gestures, pull, tap } from '../../fixtures/hands.ts';
import { CHILD_ACTS, joined, walked, walks } from '../../fixtures/journals.ts';
import { anEntry, aStroke } from '../../fixtures/marks.ts';
import { anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aPng } from '../../fixtures/sessions.ts';

const [HOUSE, SCHOOL, BARE]: Point[] = [
  { x: 300, y: 300 },
  { x: 1000, y: 300 },
  { x: 600, y: 900 },
];

/** A bench with a house of Zorro's and a school of Llama's on it. */
function aVillage(): ReturnType<typeof aBench> {
  const village = aBench();
  const { bench } = village;
  bench.take('house');
  touch(bench, tap(HOUSE!));
  bench.turnTo(LLAMA);
  bench.take('school');
  touch(bench, tap(SCHOOL!));
  bench.turnTo(ZORRO);
  return village;
}

function kinds({ entries }: Workbench): string[] {
  return entries.map(({ op }) => op.kind);
}

function itemsOf({ entries }: Workbench): { symbol: string; x: number; y: number }[] {
  return WorkFold.of(entries).work.pages.flatMap(({ items }) =>
    items.map(({ symbol, x, y }) => ({ symbol, x, y })),
  );
}

function linkCount({ entries }: Workbench): number {
  return WorkFold.of(entries).work.pages.flatMap(({ links }) => links).length;
}

describe('pictures', () => {
  test('[M1] a picture pulled out of the tray lies where it was let go, and the table shows it', () => {
    const { bench, table } = aBench();
    const [down, ...rest] = pull({ x: 20, y: -60 }, BARE!);

    bench.carry('hen', down!);
    touch(bench, rest);

    expect(itemsOf(bench)).toEqual([{ symbol: 'hen', ...BARE }]);
    expect(table.changes.at(-1)?.onTop).toMatchObject({ item: { symbol: 'hen', ...BARE } });
    expect(table.pages.at(-1)?.items).toHaveLength(1);
    expect(table.drafts.at(-1)?.held).toEqual([]);
  });

  test('[M1] a picture tapped in the tray waits in the hand until the sheet is tapped', () => {
    const { bench } = aBench();
    bench.pick('draw');

    bench.take('hen');
    expect([bench.tool, bench.taken]).toEqual(['hand', 'hen']);
    touch(bench, tap(BARE!));

    expect(itemsOf(bench)).toEqual([{ symbol: 'hen', ...BARE }]);
    expect(bench.taken).toBeUndefined();
    expect([bench.isBlank, bench.canUndo]).toEqual([false, true]);
  });

  test('[M2] beside the sheet and over the bin nothing is put', () => {
    const { bench } = aBench();

    bench.carry('hen', aStep('down', BARE!));
    touch(bench, [aStep('up', { x: 1610, y: 100 })]);
    bench.carry('hen', aStep('down', BARE!));
    touch(bench, [aStep('up', BARE!, { overBin: true })]);

    expect(kinds(bench)).toEqual(['page/add']);
    expect(bench.isBlank).toBe(true);
  });

  test('[M3] a picture is moved by drag and by tap-tap', () => {
    const { bench, table } = aVillage();

    touch(bench, pull(HOUSE!, { x: 400, y: 500 }));
    touch(bench, tap({ x: 400, y: 500 }));
    expect(bench.picked).toMatchObject({ kind: 'item' });
    touch(bench, tap(BARE!));

    expect(itemsOf(bench)).toContainEqual({ symbol: 'house', ...BARE });
    expect(table.changes.slice(-2)).toMatchObject([
      { anew: [{ item: { x: 300 } }], onTop: { item: { x: 400 } } },
      { anew: [{ item: { x: 400 } }], onTop: { item: { x: 600 } } },
    ]);
    expect(bench.picked).toBeUndefined();
  });

  test('[M4] a picture is taken away by the bin, by drag and by tap-tap', () => {
    const { bench } = aVillage();

    touch(bench, pull(HOUSE!, BARE!, { overBin: true }));
    expect(itemsOf(bench).map(({ symbol }) => symbol)).toEqual(['school']);
    touch(bench, tap(SCHOOL!));
    bench.binPicked();

    expect(itemsOf(bench)).toEqual([]);
    expect([bench.picked, bench.isBlank]).toEqual([undefined, true]);
  });

  test('[M4] a line is taken away by the bin; with nothing picked the bin does nothing', () => {
    const { bench, table } = aVillage();
    bench.binPicked();
    bench.pick('join');
    touch(bench, pull(HOUSE!, SCHOOL!));
    bench.pick('hand');
    touch(bench, tap({ x: 650, y: 310 }));
    expect(bench.picked?.kind).toBe('link');

    bench.binPicked();

    expect(linkCount(bench)).toBe(0);
    expect(table.drafts.at(-1)?.picked).toBeUndefined();
    expect(kinds(bench).slice(-2)).toEqual(['link/add', 'link/set']);
  });

  test('[M4] a picture tapped with the rope and then binned is not joined to the next one', () => {
    const { bench } = aVillage();
    bench.pick('join');
    touch(bench, tap(HOUSE!));

    bench.binPicked();
    touch(bench, tap(SCHOOL!));

    expect(kinds(bench)).not.toContain('link/add');
    expect(bench.picked).toMatchObject({ kind: 'item' });
  });

  test('[M5] two pictures are joined by pulling and by tap-tap', () => {
    const { bench } = aVillage();
    bench.pick('join');
    touch(bench, pull(HOUSE!, SCHOOL!));
    expect(linkCount(bench)).toBe(1);
    bench.undo();
    bench.pick('join');

    touch(bench, tap(HOUSE!), tap(SCHOOL!));

    expect(linkCount(bench)).toBe(1);
    expect(bench.hint).toBeUndefined();
  });

  test('[M6] joining a picture to itself, or two twice, is answered by a kind word until the next touch', () => {
    const { bench } = aVillage();
    bench.pick('join');
    touch(bench, tap(HOUSE!), tap(HOUSE!));
    expect(bench.hint).toEqual({ code: 'link/to-itself' });

    touch(bench, pull(HOUSE!, SCHOOL!));
    expect(bench.hint).toBeUndefined();
    touch(bench, pull(SCHOOL!, HOUSE!));

    expect(bench.hint).toEqual({ code: 'link/already-there' });
    expect(linkCount(bench)).toBe(1);
    bench.pick('hand');
    expect(bench.hint).toBeUndefined();
  });

  test('[M6] two fingers that join the same two pictures at once join them once', () => {
    const { bench } = aVillage();
    bench.pick('join');
    const second = { pointer: 2 };

    touch(bench, [aStep('down', HOUSE!), aStep('down', SCHOOL!, second)]);
    touch(bench, [aStep('up', SCHOOL!), aStep('up', HOUSE!, second)]);

    expect(linkCount(bench)).toBe(1);
    expect(bench.hint).toEqual({ code: 'link/already-there' });
  });
});

describe('taking back', () => {
  test('[J2] undo and redo are on offer exactly when there is something to take back or do again', () => {
    const { bench, table } = aBench({ activity: 'drawing' });
    expect([bench.canUndo, bench.canRedo]).toEqual([false, false]);
    bench.undo();
    bench.redo();
    expect(kinds(bench)).toEqual(['page/add']);

    touch(bench, pull(HOUSE!, BARE!));
    expect([bench.canUndo, bench.canRedo]).toEqual([true, false]);
    bench.undo();
    expect([bench.canUndo, bench.canRedo, bench.isBlank]).toEqual([false, true, true]);
    expect(table.changes.at(-1)?.anew).toMatchObject([{ stroke: { line: { crayon: 'black' } } }]);
    bench.redo();

    expect([bench.canUndo, bench.canRedo, bench.isBlank]).toEqual([true, false, false]);
    expect(kinds(bench)).toEqual(['page/add', 'stroke/add', 'undo', 'redo']);
  });

  test('[I14] when nothing is left to take back or do again, this is said and nothing changes', () => {
    const { bench, table } = aVillage();
    bench.redo();
    expect(bench.hint).toEqual({ code: 'undo/nothing-left' });
    bench.undo();
    expect(bench.hint).toBeUndefined();
    const [entries, shown] = [bench.entries, table.changes.length];

    bench.undo();

    expect(bench.hint).toEqual({ code: 'undo/nothing-left' });
    expect(bench.entries).toEqual(entries);
    expect(table.changes).toHaveLength(shown);
    expect(itemsOf(bench).map(({ symbol }) => symbol)).toEqual(['school']);
  });

  test('[J3] a child’s undo takes back its own act, not the last one on the sheet', () => {
    const { bench } = aVillage();

    bench.undo();

    expect(itemsOf(bench).map(({ symbol }) => symbol)).toEqual(['school']);
  });

  test('[J4] what another hand holds stays, and the child sees whose hand it is', () => {
    const { bench, table } = aVillage();
    bench.turnTo(LLAMA);
    touch(bench, pull(HOUSE!, BARE!));
    bench.turnTo(ZORRO);

    bench.undo();

    expect(bench.hint).toEqual({ code: 'undo/held', by: LLAMA });
    expect(itemsOf(bench)).toContainEqual({ symbol: 'house', ...BARE });
    expect(table.changes.at(-1)?.heldBy).toBe(LLAMA);
    touch(bench, [aStep('down', { x: 1500, y: 1100 })]);
    expect(bench.hint).toBeUndefined();
  });

  test('[J2] an undo in the middle of a line takes back that line', () => {
    const { bench } = aBench({ activity: 'drawing' });
    touch(bench, pull(HOUSE!, SCHOOL!));
    touch(bench, pull(HOUSE!, BARE!).slice(0, 2));

    bench.undo();

    expect(kinds(bench)).toEqual(['page/add', 'stroke/add', 'stroke/add', 'undo']);
    expect(WorkFold.of(bench.entries).work.pages[0]?.strokes).toHaveLength(1);
  });
});

describe('what is in the hand', () => {
  test('[I4] taking another tool ends running lines; none is lost', () => {
    const { bench, table } = aBench({ activity: 'drawing' });
    touch(bench, pull(HOUSE!, BARE!).slice(0, 2));
    touch(bench, pull(SCHOOL!, BARE!, { pointer: 2 }).slice(0, 2));
    expect(table.drafts.at(-1)?.lines).toHaveLength(2);

    bench.pick('draw');
    expect(kinds(bench)).toEqual(['page/add']);
    bench.pick('rub-out');

    expect(kinds(bench)).toEqual(['page/add', 'stroke/add', 'stroke/add']);
    expect(table.drafts.at(-1)?.lines).toEqual([]);
  });

  test('[I4] another brush ends running lines, each drawn with what it was begun with', () => {
    const { bench } = aBench({ activity: 'drawing' });
    touch(bench, pull(HOUSE!, BARE!).slice(0, 2));

    bench.brush = 'marker';
    touch(bench, pull(HOUSE!, BARE!));

    expect(bench.entries.slice(1).map(({ op }) => 'tool' in op && op.tool)).toEqual([
      'crayon',
      'marker',
    ]);
  });

  test('[I4] crayon and rubber leave what is chosen', () => {
    const { bench } = aBench({ activity: 'drawing' });
    bench.crayon = 'ichu';
    bench.width = 'thick';
    touch(bench, tap(BARE!));
    bench.pick('rub-out');
    bench.width = 'thin';
    touch(bench, tap(BARE!));

    expect(bench.entries.slice(1).map(({ op }) => op)).toMatchObject([
      { tool: 'crayon', crayon: 'ichu', width: 'thick' },
      { tool: 'rubber', crayon: 'ichu', width: 'thin' },
    ]);
  });

  test('[M3] another tool or another child puts the picked and the taken picture down', () => {
    const { bench } = aVillage();
    touch(bench, tap(HOUSE!));
    bench.pick('join');
    expect(bench.picked).toBeUndefined();

    bench.take('hen');
    bench.turnTo(LLAMA);

    expect(bench.taken).toBeUndefined();
  });
});

describe('paint', () => {
  const rings = [[0, 0, 400, 0, 400, 400]];
  const poured = (): ReturnType<typeof aTable> =>
    aTable({ pour: () => Promise.resolve({ kind: 'filled', rings }) });

  test('[I12] paint poured on the sheet is an act of the child, in its colour, and can be taken back', async () => {
    const { bench, table } = aBench({ activity: 'drawing', table: poured() });
    bench.pick('fill');
    bench.crayon = 'ichu';
    touch(bench, tap(HOUSE!));
    bench.crayon = 'blue';
    await vi.waitFor(() => {
      expect(kinds(bench)).toEqual(['page/add', 'fill/add']);
    });

    expect(bench.entries.at(-1)).toMatchObject({ by: ZORRO, op: { crayon: 'ichu', rings } });
    expect(table.changes.at(-1)?.onTop).toMatchObject({ kind: 'fill' });
    expect([bench.isBlank, bench.canUndo]).toEqual([false, true]);
    bench.undo();
    expect(bench.isBlank).toBe(true);
  });

  test.each(['spills', 'on-ink'] as const)(
    '[I12] when the paint %s nothing changes and a kind word says so, until the next touch',
    async (kind) => {
      const table = aTable({ pour: () => Promise.resolve({ kind }) });
      const { bench } = aBench({ activity: 'drawing', table });
      bench.pick('fill');
      touch(bench, tap(HOUSE!));
      await vi.waitFor(() => {
        expect(bench.hint).toEqual({ code: `fill/${kind}` });
      });

      expect(kinds(bench)).toEqual(['page/add']);
      touch(bench, [aStep('down', BARE!)]);
      expect(bench.hint).toBeUndefined();
    },
  );

  test('[I12] paint falls on the page it was poured on, though another lies there by now', async () => {
    const { bench } = aBench({ activity: 'drawing', table: poured() });
    touch(bench, tap(BARE!));
    bench.newPage();
    bench.pick('fill');

    touch(bench, tap(HOUSE!));
    bench.turnPage(-1);
    await vi.waitFor(() => {
      expect(kinds(bench)).toContain('fill/add');
    });

    const { pages } = WorkFold.of(bench.entries).work;
    expect(pages.map(({ fills }) => fills.length)).toEqual([0, 1]);
  });

  test('[I13] the rubber of the youngest takes a whole line; that of the older is a line itself', () => {
    const rubbed = (['whole', 'touched'] as const).map((rubber) => {
      const { bench } = aBench({ activity: 'drawing', rubber });
      touch(bench, pull(HOUSE!, SCHOOL!));
      bench.pick('rub-out');
      touch(bench, tap({ x: 600, y: 300 }));
      return [kinds(bench).at(-1), bench.isBlank];
    });

    expect(rubbed).toEqual([
      ['rub-out', true],
      ['stroke/add', false],
    ]);
  });
});

describe('several at one sheet', () => {
  const [NEAR, FAR] = [
    { x: 800, y: 1100 },
    { x: 800, y: 100 },
  ];

  test('[I22] children draw at the same moment, each in an own colour, and every line names its child', () => {
    const { bench } = aBench({ activity: 'drawing' });
    bench.dock([ZORRO, LLAMA]);
    const mine = pull(NEAR, { x: 1550, y: 50 });
    const yours = pull(FAR, { x: 50, y: 1150 }, { pointer: 2 });

    touch(bench, [mine[0]!, yours[0]!, mine[1]!, yours[1]!, mine[2]!, yours[2]!]);

    expect(bench.entries.slice(1).map(({ by, op }) => [by, 'crayon' in op && op.crayon])).toEqual([
      [ZORRO, 'red'],
      [LLAMA, 'blue'],
    ]);
  });

  test('[I22] undo, colour and turn are those of the child whose finger came down last', () => {
    const { bench } = aBench({ activity: 'drawing', by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    touch(bench, tap(NEAR));
    touch(bench, tap(FAR));
    expect([bench.by, bench.crayon, bench.canUndo]).toEqual([LLAMA, 'blue', true]);

    bench.undo();
    expect(bench.canUndo).toBe(false);
    bench.crayon = 'ichu';
    touch(bench, tap(NEAR));

    expect([bench.by, bench.crayon]).toEqual([ZORRO, 'red']);
    expect(bench.docks.map(({ crayon }) => crayon)).toEqual(['red', 'ichu']);
  });

  test('[I22] paint is of the colour of the child who poured it, whoever touched since', async () => {
    const pour = (): Promise<Poured> =>
      Promise.resolve({ kind: 'filled', rings: [[0, 0, 9, 0, 9, 9]] });
    const { bench } = aBench({ activity: 'drawing', by: CONDOR, table: aTable({ pour }) });
    bench.dock([ZORRO, LLAMA]);
    bench.pick('fill');

    touch(bench, [
      aStep('down', NEAR),
      aStep('down', FAR, { pointer: 2 }),
      aStep('up', NEAR),
      aStep('cancel', FAR, { pointer: 2 }),
    ]);
    await vi.waitFor(() => {
      expect(bench.entries).toHaveLength(2);
    });

    expect(bench.entries.at(-1)).toMatchObject({ by: ZORRO, op: { crayon: 'red' } });
  });

  test('[I22] a line that runs when the docks go is of the child who drew it', () => {
    const { bench } = aBench({ activity: 'drawing', by: CONDOR });
    bench.dock([ZORRO, LLAMA]);
    touch(bench, [aStep('down', NEAR), aStep('down', FAR, { pointer: 2 })]);

    bench.dock([]);

    expect(bench.entries.slice(1).map(({ by }) => by)).toEqual([ZORRO, LLAMA]);
    bench.turnTo(CONDOR);
    bench.crayon = 'green';
    touch(bench, tap(NEAR));
    expect(bench.entries.at(-1)).toMatchObject({ by: CONDOR, op: { crayon: 'green' } });
  });
});

describe('a crash', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A bench on a journal in which its work was begun. */
  async function aKeptBench(
    over: Parameters<typeof aBench>[0] = {},
  ): Promise<ReturnType<typeof aBench> & { journal: Journal }> {
    const journal = memoryJournal();
    const session = anId('session');
    await journal.begin({ kind: 'work', id: WORK, session, activity: 'drawing' }, []);
    return { ...aBench({ activity: 'drawing', journal, ...over }), journal };
  }

  /** The samples of every draft, as x in page units. */
  async function draftsIn(journal: Journal): Promise<number[][]> {
    const drafts = await readDrafts(journal, WORK);
    return drafts.ok
      ? drafts.value.map(({ op }) =>
          op.kind === 'stroke/add' ? samplesOf(op).map(({ x }) => x / 8) : [],
        )
      : [];
  }

  test('[I19] what is being drawn is kept every 400 ms, in place of what was kept before', async () => {
    const { bench, journal } = await aKeptBench();
    touch(bench, [aStep('down', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(399);
    expect(await draftsIn(journal)).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await draftsIn(journal)).toEqual([[100]]);
    touch(bench, [
      aStep('move', { x: 130, y: 100 }, { samples: [sampleAt({ x: 130, y: 100 }, 700)] }),
    ]);
    touch(bench, [aStep('down', { x: 800, y: 800 }, { pointer: 2 })]);
    await vi.advanceTimersByTimeAsync(400);

    expect(await draftsIn(journal)).toEqual([[100, 130], [800]]);
  });

  test('[I19] a line that is done leaves no draft behind, and the timer rests', async () => {
    const { bench, journal } = await aKeptBench();
    touch(bench, [aStep('down', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(600);
    touch(bench, [aStep('up', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(500);

    expect(await draftsIn(journal)).toEqual([]);
    expect(kinds(bench)).toEqual(['page/add', 'stroke/add']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('[I19] after a crash the line is there again, as one that was cancelled, once', async () => {
    const { bench, journal } = await aKeptBench({ by: LLAMA });
    touch(bench, pull({ x: 100, y: 100 }, { x: 300, y: 100 }).slice(0, 2));
    await vi.advanceTimersByTimeAsync(500);
    const kept = await journal.read(WORK);
    const entries = kept.ok ? admitWork(kept.value) : kept;
    const drafts = await readDrafts(journal, WORK);

    const again = aBench({
      activity: 'drawing',
      journal,
      entries: entries.ok ? entries.value : [],
    });
    for (const draft of drafts.ok ? drafts.value : []) again.bench.rescue(draft);
    await again.bench.keeper.settled();

    expect(again.bench.entries.at(-1)).toMatchObject({
      by: LLAMA,
      op: { kind: 'stroke/add', cancelled: true },
    });
    expect(again.bench.isBlank).toBe(false);
    expect(await draftsIn(journal)).toEqual([]);
    const after = await journal.read(WORK);
    expect(after.ok && after.value).toHaveLength(2);
  });

  test('[I16] what a palm began is no draft either once it is known to be a palm', async () => {
    const { bench, journal } = await aKeptBench();
    touch(bench, [aStep('down', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(500);
    touch(bench, [aStep('drop', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(500);

    expect(await draftsIn(journal)).toEqual([]);
    expect(kinds(bench)).toEqual(['page/add']);
  });

  test('[I5] a slip of the hand comes back after no crash', async () => {
    const { bench, journal } = await aKeptBench();
    touch(bench, [aStep('down', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(350);
    touch(bench, [aStep('down', { x: 900, y: 900 }, { pointer: 2 })]);
    await vi.advanceTimersByTimeAsync(60);
    expect(await draftsIn(journal)).toHaveLength(2);

    touch(bench, [aStep('cancel', { x: 900, y: 900 }, { pointer: 2 })]);
    await vi.advanceTimersByTimeAsync(10);

    expect(await draftsIn(journal)).toEqual([[100]]);
  });

  test('[I19] before and after a jump it is one finger: the line that goes on is kept anew', async () => {
    const { bench, journal } = await aKeptBench();
    touch(bench, [aStep('down', { x: 100, y: 100 })]);
    await vi.advanceTimersByTimeAsync(500);
    touch(bench, [
      aStep('move', { x: 1500, y: 900 }, { samples: [sampleAt({ x: 1500, y: 900 }, 9)] }),
    ]);
    await vi.advanceTimersByTimeAsync(500);

    expect(kinds(bench)).toEqual(['page/add', 'stroke/add']);
    expect(await draftsIn(journal)).toEqual([[1500]]);
  });
});

describe('the picture of the page', () => {
  const png = aPng(9);

  test('[I28] a work opened again shows the picture kept of its page at once', async () => {
    const journal = memoryJournal();
    const session = anId('session');
    await journal.begin({ kind: 'work', id: WORK, session, activity: 'drawing' }, []);
    const table = aTable({ picture: () => Promise.resolve(png) });
    const { bench } = aBench({ activity: 'drawing', journal, table });
    touch(bench, tap(BARE!));
    await bench.keepPicture();
    const picture = await readPicture(journal, WORK);

    const again = aBench({
      activity: 'drawing',
      entries: bench.entries,
      ...(picture && { picture }),
    });

    expect(picture).toMatchObject({ entries: 2 });
    expect(again.table.covers).toEqual([png]);
    again.bench.attach(again.table);
    expect(again.table.covers.at(-1)).toBeUndefined();
  });

  test.each([
    ['of an earlier state', { page: anId('page'), entries: 1 }],
    ['of another page', { page: anId('page', 2), entries: 2 }],
  ])('[I28] a picture %s is not shown', (_what, { page, entries }) => {
    const journal = [
      anEntry({ kind: 'page/add', page: anId('page') }),
      anEntry(aStroke(), { seq: 2, n: 2 }),
    ];

    const { table } = aBench({ entries: journal, picture: { page, entries, png } });

    expect(table.covers).toEqual([undefined]);
  });

  test('[I28] of a state that was pictured no second picture is taken; of the next one is', async () => {
    let asked = 0;
    const table = aTable({
      picture: () => {
        asked++;
        return Promise.resolve(png);
      },
    });
    const { bench } = aBench({ activity: 'drawing', table });
    touch(bench, tap(BARE!));
    await bench.keepPicture();
    await bench.keepPicture();
    expect(asked).toBe(1);

    touch(bench, tap(BARE!));
    await bench.keepPicture();

    expect(asked).toBe(2);
  });

  test('[I28] while hands are at it there is no picture, and it is tried again', async () => {
    const answers = [undefined, png];
    const table = aTable({ picture: () => Promise.resolve(answers.shift()) });
    const { bench } = aBench({ activity: 'drawing', table });

    await bench.keepPicture();
    await bench.keepPicture();

    expect(answers).toEqual([]);
  });
});

describe('pages', () => {
  test('[I8] a work opened again lies there with its last page, and undo goes on where it was', () => {
    const { bench } = aVillage();
    bench.newPage();
    touch(bench, tap(BARE!));
    const again = aBench({ entries: bench.entries });

    expect([again.bench.pageNumber, again.bench.pageCount]).toEqual([2, 2]);
    expect(again.table.pages.at(-1)).toEqual(WorkFold.of(bench.entries).work.pages[1]);
    again.bench.turnPage(-1);
    expect(again.table.pages.at(-1)).toEqual(WorkFold.of(bench.entries).work.pages[0]);
    expect(kinds(again.bench)).toEqual(kinds(bench));
    again.bench.undo();

    expect(itemsOf(again.bench).map(({ symbol }) => symbol)).toEqual(['school']);
    expect(again.bench.entries.at(-1)).toMatchObject({ seq: 1, n: 5 });
  });

  test('[I30] a work opened again lies there with the page that was worked on last', () => {
    const { bench } = aVillage();
    const put = (): void => {
      bench.take('hen');
      touch(bench, tap(BARE!));
    };
    bench.newPage();
    expect(aBench({ entries: bench.entries }).bench.pageNumber, 'a page was laid').toBe(2);
    bench.turnPage(-1);
    put();
    expect(aBench({ entries: bench.entries }).bench.pageNumber, 'something was put').toBe(1);
    bench.turnPage(1);
    put();
    bench.turnPage(-1);
    bench.undo();
    const again = aBench({ entries: [...bench.entries].reverse() });
    expect(again.bench.pageNumber, 'something was taken back').toBe(1);
  });

  test('[I8] a new page is laid only over one that is not blank, and pages can be turned', () => {
    const { bench, table } = aBench({ activity: 'drawing' });
    bench.newPage();
    expect([bench.pageNumber, bench.pageCount]).toEqual([1, 1]);

    touch(bench, tap(BARE!));
    bench.newPage();
    expect([bench.pageNumber, bench.pageCount, bench.isBlank, bench.canUndo]).toEqual([
      2,
      2,
      true,
      false,
    ]);
    expect(table.pages.at(-1)?.strokes).toEqual([]);
    bench.turnPage(1);
    expect(bench.pageNumber).toBe(2);
    bench.turnPage(-1);

    expect([bench.pageNumber, bench.isBlank, bench.canUndo]).toEqual([1, false, true]);
    expect(table.pages.at(-1)?.strokes).toHaveLength(1);
    bench.turnPage(-1);
    expect(bench.pageNumber).toBe(1);
  });

  test('[I8] from an older page, too, the new page is the last', () => {
    const { bench } = aBench({ activity: 'drawing' });
    for (let page = 0; page < 2; page++) {
      touch(bench, tap(BARE!));
      bench.newPage();
    }
    bench.turnPage(-2);
    bench.newPage();

    expect([bench.pageNumber, bench.pageCount]).toEqual([4, 4]);
  });

  test('[I10] a line that still runs when the page is turned stays on the page it was drawn on', () => {
    const { bench } = aBench({ activity: 'drawing' });
    touch(bench, tap(BARE!));
    bench.newPage();
    touch(bench, pull(HOUSE!, BARE!).slice(0, 2));

    bench.turnPage(-1);

    const { pages } = WorkFold.of(bench.entries).work;
    expect(pages.map(({ strokes }) => strokes.length)).toEqual([1, 1]);
  });

  test('[I8] a table that was taken away hears nothing any more', () => {
    const { bench } = aBench();
    const told: string[] = [];
    const leave = bench.attach({
      ...aTable(),
      show: () => told.push('show'),
      change: () => told.push('change'),
      draft: () => told.push('draft'),
    });

    leave();
    const before = told.length;
    touch(bench, tap(BARE!));

    expect(told[0]).toBe('show');
    expect(told).toHaveLength(before);
  });
});

describe('whose hand, and when', () => {
  test('[M9] every act carries the hand it was of and the round of the work', () => {
    const { bench } = aVillage();
    bench.turnTo(CONDOR);
    bench.pick('join');
    touch(bench, pull(HOUSE!, SCHOOL!));
    bench.undo();

    expect(bench.entries.map(({ by, round, op }) => [by, round, op.kind])).toEqual([
      [ZORRO, 'base', 'page/add'],
      [ZORRO, 'base', 'item/put'],
      [LLAMA, 'base', 'item/put'],
      [CONDOR, 'base', 'link/add'],
      [CONDOR, 'base', 'undo'],
    ]);
  });

  test('[M9] a line that was running when the turn changed is of the child who drew it', () => {
    const { bench } = aBench({ activity: 'drawing' });
    touch(bench, pull(HOUSE!, BARE!).slice(0, 2));

    bench.turnTo(LLAMA);

    expect(bench.entries.at(-1)).toMatchObject({
      by: ZORRO,
      round: 'free',
      op: { kind: 'stroke/add' },
    });
  });

  test('[M9] every act carries when it was, since the work was opened, also across openings', () => {
    const { bench, clock } = aBench();
    clock.pass(1500);
    bench.take('hen');
    touch(bench, tap(BARE!));
    clock.pass(0.6);
    touch(bench, pull(BARE!, HOUSE!));
    expect(bench.entries.map(({ at }) => at)).toEqual([0, 1500, 1501]);

    const again = aBench({ entries: bench.entries });
    again.clock.pass(10);
    touch(again.bench, pull(HOUSE!, BARE!));

    expect(again.bench.entries.at(-1)).toMatchObject({ at: 1511, n: 4 });
  });

  type Doing = (bench: Workbench) => void;
  const doings = fc.oneof(
    fc.constantFrom<Doing[]>(
      (bench) => {
        bench.undo();
      },
      (bench) => {
        bench.redo();
      },
      (bench) => {
        bench.newPage();
      },
      (bench) => {
        bench.binPicked();
      },
    ),
    fc.constantFrom(...TOOLS).map((tool): Doing => {
      return (bench) => {
        bench.pick(tool);
      };
    }),
    fc.constantFrom(...SYMBOLS).map((symbol): Doing => {
      return (bench) => {
        bench.take(symbol);
      };
    }),
    fc.integer({ min: -1, max: 1 }).map((by): Doing => {
      return (bench) => {
        bench.turnPage(by);
      };
    }),
    {
      arbitrary: gestures.map((steps): Doing => (bench) => {
        touch(bench, steps);
      }),
      weight: 6,
    },
    gestures.map(([first, ...steps]): Doing => {
      return (bench) => {
        if (first) bench.carry('cow', first);
        touch(bench, steps);
      };
    }),
  );
  const turns: fc.Arbitrary<Contributor> = fc.constantFrom(ZORRO, LLAMA, CONDOR, 'f');

  property.prop([fc.array(fc.tuple(turns, doings), { maxLength: 40, size: 'max' })], {
    numRuns: 80,
  })(
    '[M9] whatever is done with all tools, it is admitted, of the right hand, and what is painted',
    (story) => {
      const { bench, table } = aBench();
      for (const [by, doing] of story) {
        bench.turnTo(by);
        const before = bench.entries.length;
        doing(bench);
        for (const entry of bench.entries.slice(before)) expect(entry.by).toBe(by);
      }
      bench.rest();

      expect(admitWork(bench.entries)).toEqual({ ok: true, value: bench.entries });
      const { pages } = WorkFold.of(bench.entries).work;
      expect(table.pages.at(-1)).toEqual(pages[bench.pageNumber - 1]);
      expect(bench.pageCount).toBe(pages.length);
      expect(table.drafts.at(-1)).toMatchObject({
        lines: [],
        held: [],
        ropes: [],
        picked: undefined,
      });
    },
  );

  property.prop(
    [
      fc.array(
        fc.oneof(
          doings,
          fc.constantFrom(...BRUSHES).map((brush): Doing => (bench) => {
            bench.brush = brush;
          }),
          fc.subarray([ZORRO, LLAMA, CONDOR]).map((tokens): Doing => (bench) => {
            bench.dock(tokens);
          }),
        ),
        { maxLength: 60, size: 'max' },
      ),
      fc.constantFrom('whole', 'touched'),
    ],
    { numRuns: 60 },
  )(
    '[I25] whatever many hands do, with docks and every brush and rubber, the record is sound and no page goes',
    (story, rubber) => {
      const { bench } = aBench({ rubber: rubber });
      let pages = 1;
      for (const doing of story) {
        doing(bench);
        expect(bench.pageCount).toBeGreaterThanOrEqual(pages);
        pages = bench.pageCount;
      }
      bench.rest();

      expect(admitWork(bench.entries)).toEqual({ ok: true, value: bench.entries });
      expect(WorkFold.of(bench.entries).pageIds).toHaveLength(pages);
      expect(WorkFold.of(settle(bench.entries)).pageIds).toHaveLength(pages);
    },
  );

  property.prop([walks(CHILD_ACTS, 30)], { numRuns: 40 })(
    '[J1] a work merged from two tablets can be opened and goes on after its latest entry',
    (walk) => {
      const merged = joined(walked(walk, 2));
      const { bench } = aBench({ entries: merged });

      touch(bench, tap(BARE!));
      bench.newPage();
      const [first] = bench.entries.filter(
        ({ actor }) => !merged.some((entry) => entry.actor === actor),
      );

      if (first) expect(first.n).toBe(Math.max(...merged.map(({ n }) => n)) + 1);
      expect(admitWork(bench.entries).ok).toBe(true);
    },
  );

  test('[M9] what is written goes to the journal at once, in order', async () => {
    const { journal } = aJournal();
    const session = anId('session');
    await journal.begin({ kind: 'work', id: WORK, session, activity: 'map' }, []);
    const { bench } = aBench({ journal });
    bench.pick('draw');
    touch(bench, [aStep('down', BARE!)]);
    bench.take('hen');
    touch(bench, tap(BARE!));

    expect(kinds(bench)).toEqual(['page/add', 'stroke/add', 'item/put']);
    expect(await bench.keeper.settled()).toBe('saved');
    const kept = await journal.read(WORK);
    expect(kept.ok && admitWork(kept.value)).toEqual({ ok: true, value: bench.entries });
  });

  test('[M9] every animal can be the hand', () => {
    const { bench } = aBench({ activity: 'drawing' });
    for (const animal of ANIMALS) {
      bench.turnTo(`${animal}-07`);
      touch(bench, tap(BARE!));
    }

    expect(new Set(bench.entries.slice(1).map(({ by }) => by)).size).toBe(ANIMALS.length);
  });
});
