import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { decimal } from '#base/decimal.ts';
import { entryIdOf } from '#domain/entry.ts';
import { INK_TOOLS, WIDTHS } from '#domain/crayon.ts';
import { WorkFold } from '#domain/fold.ts';
import { settle } from '#ink/settle.ts';
import type { AddStroke, Operation } from '#domain/operation.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import type { Point } from '#domain/page.ts';
import { isAdd, thingOf } from '#domain/thing.ts';
import { present } from '#base/assert.ts';
import { DRAWN, type Page } from '#domain/work.ts';
import { pack } from '#ink/pack.ts';
import { placeOf, sampleAt, type Sample } from '#ink/sample.ts';
import { partsOf, samplesOf } from '#ink/stroke.ts';
import { placesToLook, seenAt } from '../../fixtures/eyes.ts';
import { CHILD_ACTS, journals, ODD_ACTS, QUARREL_ACTS } from '../../fixtures/journals.ts';
import { aFill, aPut, aStroke, samplesAlong } from '../../fixtures/marks.ts';
import { anActor, anId, LLAMA, seeded, ZORRO } from '../../fixtures/names.ts';
import { aTalkingMap } from '../../fixtures/sessions.ts';
import { aTablet, type Tablet } from '../../fixtures/tablet.ts';

const any = journals([...QUARREL_ACTS, ...CHILD_ACTS, ...ODD_ACTS, 'learn']);

property.prop([any], { numRuns: 80 })('[J7] settling changes nothing that shows', (journal) => {
  const { work } = WorkFold.of(journal);

  const settled = WorkFold.of(settle(journal)).work;

  expect(settled.pages.map(withoutStrokes)).toEqual(work.pages.map(withoutStrokes));
  for (const [at, page] of work.pages.entries()) {
    expect(seenOn(settled.pages[at]!, page)).toEqual(seenOn(page, page));
  }
});

/** Lines of all tools, long and short, and rubbers through and along them. */
const scribbled: fc.Arbitrary<WorkEntry[]> = fc
  .array(
    fc.record({
      tool: fc.constantFrom(...INK_TOOLS),
      width: fc.constantFrom(...WIDTHS),
      seed: fc.nat(100_000),
      count: fc.integer({ min: 1, max: 50 }),
      everyMs: fc.constantFrom(3, 8, 17),
      pressed: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((lines) => {
    const tablet = aTablet();
    for (const { seed, count, everyMs, pressed, ...line } of lines) {
      const hand = scribble(seed, count, everyMs);
      const samples = hand.map((one, at) => ({ ...one, pressure: 30 + ((at * 7) % 200) }));
      tablet.does(ZORRO, aStroke({ ...line, samples: pack(pressed ? samples : hand) }));
    }
    return tablet.entries;
  });

property.prop([scribbled], { numRuns: 15 })(
  '[I20] settling takes what rubbers hide off the record, and wherever one looks the same ink shows',
  (journal) => {
    const [page] = WorkFold.of(journal).work.pages;
    const [settled] = WorkFold.of(settle(journal)).work.pages;

    expect(seenOn(settled!, page!)).toEqual(seenOn(page!, page!));
  },
  20_000,
);

test.each<[string, (at: number) => Partial<Sample>]>([
  ['whose pen feels nothing', () => ({})],
  ['whose pen feels', (at) => ({ pressure: 40 + ((5 * at) % 200) })],
  ['whose pen feels now and then', (at) => ({ pressure: at % 40 < 30 ? 40 : 200 - at })],
])('[I20] what rubbers leave of a brush’s line %s is as broad as it was', (_pen, felt) => {
  const tablet = aTablet();
  let x = 100;
  const line = Array.from({ length: 150 }, (_, at): Sample => {
    x += 8 * (0.3 + (1.2 * ((at * 8) % 200)) / 200);
    return { ...sampleAt({ x, y: 500 + 3 * Math.sin(at / 3) }, at * 8), ...felt(at) };
  });
  tablet.does(ZORRO, aStroke({ tool: 'brush', width: 'thin', samples: pack(line) }));
  for (const left of [300, 600]) {
    const samples = samplesAlong({ x: left, y: 500 }, { x: left + 130, y: 500 });
    tablet.does(LLAMA, aStroke({ tool: 'rubber', width: 'thick', samples: pack(samples) }));
  }

  const [settled] = WorkFold.of(settle(tablet.entries)).work.pages;

  const left = settled!.strokes[0]!.line;
  expect(samplesOf(left).length).toBeLessThan(line.length);
  expect(seenOn(settled!, tablet.page)).toEqual(seenOn(tablet.page, tablet.page));
});

/** A page with a line of these places, 35 ms apart, and a dab of the thick rubber on each of those. */
function dabbed(line: readonly Point[], dabs: readonly Point[]): Tablet {
  const tablet = aTablet();
  const samples = line.map((at, index) => sampleAt(at, index * 35));
  tablet.does(ZORRO, aStroke({ samples: pack(samples) }));
  for (const at of dabs) {
    tablet.does(
      ZORRO,
      aStroke({ tool: 'rubber', width: 'thick', samples: pack([sampleAt(at, 0)]) }),
    );
  }
  return tablet;
}

test('[I20] what shows between places that are rubbed out stays, however far apart the readings are', () => {
  const places = [200, 500, 800, 1100].map((x) => ({ x, y: 600 }));
  const dabs = [200, 350, 650, 950, 1100].map((x) => ({ x, y: 600 }));
  const tablet = dabbed(places, dabs);

  const [settled] = WorkFold.of(settle(tablet.entries)).work.pages;

  expect(settled!.strokes.map(({ line }) => samplesOf(line).length)).toEqual([4, 1, 1, 1, 1, 1]);
});

test('[I20] a line rubbed along its side stays while but its rim still shows', () => {
  for (let beside = 8; beside <= 17; beside++) {
    const tablet = aTablet();
    const along = (y: number): Uint8Array =>
      pack(samplesAlong({ x: 400, y: 600 + y }, { x: 900, y: 600 + y }));
    tablet.does(ZORRO, aStroke({ width: 'thin', samples: along(0) }));
    tablet.does(ZORRO, aStroke({ tool: 'rubber', width: 'thin', samples: along(beside) }));

    const [settled] = WorkFold.of(settle(tablet.entries)).work.pages;

    expect(seenOn(settled!, tablet.page)).toEqual(seenOn(tablet.page, tablet.page));
  }
});

test('[I20] what is left of a line that turns at every reading looks as it did, to the very rim', () => {
  const turns = Array.from({ length: 60 }, (_, at) => ({
    x: 100 + 18 * at,
    y: 509 + 12 * (at % 2),
  }));
  for (let shift = 0; shift < 18; shift += 5) {
    const dabs = Array.from({ length: 11 }, (_, dab) => ({ x: 400 + shift + 40 * dab, y: 515 }));
    const tablet = dabbed(turns, dabs);

    const [settled] = WorkFold.of(settle(tablet.entries)).work.pages;

    expect(partsOf(settled!.strokes[0]!.line)).toHaveLength(2);
    expect(seenOn(settled!, tablet.page)).toEqual(seenOn(tablet.page, tablet.page));
  }
});

test('[I20] a rubbing through the middle of a line leaves two parts, and of the middle nothing', () => {
  const tablet = aTablet();
  const line = samplesOver(200, 1000, 200);
  tablet.does(ZORRO, aStroke({ samples: pack(line) }));
  const over = samplesAlong({ x: 500, y: 600 }, { x: 700, y: 600 });
  tablet.does(LLAMA, aStroke({ tool: 'rubber', width: 'thick', samples: pack(over) }));

  const [, settled, rubbing] = settle(tablet.entries);

  const [left, right] = partsOf(settled!.op as AddStroke).map((part) => part.map(placeOf));
  expect(left!.at(0)?.x).toBe(200);
  expect(right!.at(-1)?.x).toBe(1000);
  expect(left!.at(-1)!.x).toBeLessThan(500);
  expect(right!.at(0)!.x).toBeGreaterThan(650);
  expect((settled!.op as AddStroke).parts).toEqual([left!.length]);
  expect(rubbing).toEqual(tablet.entries[2]);
});

test('[I20] a line rubbed out altogether leaves only that it was, and so does the rubbing', () => {
  const tablet = aTablet();
  const over = samplesOver(195, 420, 40);
  tablet.does(ZORRO, aStroke({ width: 'thin', samples: pack(samplesOver(200, 400, 30)) }));
  tablet.does(ZORRO, aStroke({ tool: 'rubber', samples: pack(over) }));
  tablet.does(ZORRO, aStroke({ tool: 'rubber', samples: pack(samplesOver(1200, 1300, 9)) }));

  expect(settle(tablet.entries).map(({ op }) => op)).toEqual([
    { kind: 'page/add', page: anId('page') },
    { kind: 'erased', was: 'stroke/add' },
    { kind: 'erased', was: 'stroke/add' },
    { kind: 'erased', was: 'stroke/add' },
  ]);
});

test('[I20] a rubbing that took poured paint away stays, for the paint would show again', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aFill());
  tablet.does(ZORRO, aStroke({ tool: 'rubber', samples: pack(samplesOver(100, 300, 20)) }));

  expect(settle(tablet.entries)).toEqual(tablet.entries);
});

test('[I20] a rubbing from before a line was drawn takes nothing off it', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aStroke({ tool: 'rubber', samples: pack(samplesOver(195, 420, 40)) }));
  tablet.does(ZORRO, aStroke({ width: 'thin', samples: pack(samplesOver(200, 400, 30)) }));

  const [, rubbing, line] = settle(tablet.entries);

  expect(rubbing?.op).toEqual({ kind: 'erased', was: 'stroke/add' });
  expect(line).toEqual(tablet.entries[2]);
});

test('[I20] what a sweep took whole is gone from the record, lines, paint and pictures', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aStroke());
  tablet.does(ZORRO, aFill());
  tablet.does(ZORRO, aPut(1));
  const marks = [`${anActor()}.2`, `${anActor()}.3`] as const;
  tablet.does(LLAMA, { kind: 'rub-out', page: anId('page'), marks, items: [anId('item')] });

  expect(settle(tablet.entries).map(({ op }) => (op.kind === 'erased' ? op.was : ''))).toEqual([
    '',
    'stroke/add',
    'fill/add',
    'item/put',
    'rub-out',
  ]);
});

test('[J7] a sweep that was taken back is emptied; what it took is there word for word', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aStroke());
  const marks = [`${anActor()}.2` as const];
  tablet.does(LLAMA, { kind: 'rub-out', page: anId('page'), marks, items: [] });
  tablet.undoes(LLAMA);

  const settled = settle(tablet.entries);

  expect(settled[1]).toEqual(tablet.entries[1]);
  expect(settled[2]?.op).toEqual({ kind: 'erased', was: 'rub-out' });
  expect(WorkFold.of(settled).work).toEqual(tablet.work);
});

property.prop([any], { numRuns: 100 })(
  '[J7] a thing, line or mark that does not show is in no settled journal; the rest is word for word',
  (journal) => {
    const { pages } = WorkFold.of(journal).work;
    const text = JSON.stringify(settle(journal));

    const names = journal.flatMap(({ op }) => namesIn(op));
    const shown = new Set<string>(
      pages.flatMap(({ items, links, stamps, rings, quotes }) =>
        [...items, ...links, ...stamps, ...rings, ...quotes].map(({ id }) => id),
      ),
    );
    for (const name of names) expect(text.includes(name)).toBe(shown.has(name));
    const there = new Set(
      pages.flatMap(({ strokes, fills }) => [...strokes, ...fills]).map(({ entry }) => entry),
    );
    const rubbed = pages.some(({ strokes }) => strokes.some(({ line }) => line.tool === 'rubber'));
    for (const entry of settle(journal)) {
      if (entry.op.kind !== 'stroke/add' && entry.op.kind !== 'fill/add') continue;
      expect(there).toContain(entryIdOf(entry));
      if (!rubbed) expect(journal).toContainEqual(entry);
    }
  },
);

property.prop([journals()], { numRuns: 100 })(
  '[J7] that it happened, when, by whom and in which round stays of every entry, also of those erased',
  (journal) => {
    const stamps = ({ op, ...stamp }: WorkEntry): unknown => [
      stamp,
      op.kind === 'erased' ? op.was : op.kind,
    ];

    expect(settle(journal).map(stamps)).toEqual(journal.map(stamps));
  },
);

property.prop([any], { numRuns: 50 })(
  '[J7] settling what was settled changes nothing any more',
  (journal) => {
    const settled = settle(journal);

    expect(settle(settled)).toEqual(settled);
  },
);

test('[J7] a line taken back leaves no sample, only that there was one', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aStroke({ crayon: 'red' }));
  tablet.does(ZORRO, aStroke({ crayon: 'blue' }));
  tablet.undoes(ZORRO);

  const [, red, blue, undo] = settle(tablet.entries);

  expect(red?.op).toMatchObject({ kind: 'stroke/add', crayon: 'red' });
  expect(blue).toMatchObject({ by: ZORRO, at: 300, op: { kind: 'erased', was: 'stroke/add' } });
  expect(undo?.op).toEqual({ kind: 'undo', entry: `${anActor()}.3` });
});

test('[J7] of a picture in the bin nothing stays: not its name, its way, nor the lines to it', () => {
  const tablet = aTablet();
  const [house, school] = [anId('item', 1), anId('item', 2)];
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2, { symbol: 'school' }));
  tablet.does(LLAMA, { kind: 'item/set', item: house, place: { x: 1, y: 2 } });
  tablet.does(LLAMA, { kind: 'link/add', link: anId('link'), from: school, to: house });
  tablet.does(ZORRO, { kind: 'item/set', item: house, gone: true });

  const kinds = settle(tablet.entries).map(({ op }) =>
    op.kind === 'erased' ? op.was : `= ${op.kind}`,
  );

  expect(kinds).toEqual([
    '= page/add',
    'item/put',
    '= item/put',
    'item/set',
    'link/add',
    'item/set',
  ]);
});

test('[J7] of a line that was cut nothing stays, not even its name', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(ZORRO, aPut(2, { x: 100 }));
  const link = anId('link');
  tablet.does(LLAMA, { kind: 'link/add', link, from: anId('item', 1), to: anId('item', 2) });
  tablet.does(ZORRO, { kind: 'link/set', link, gone: true });

  expect(JSON.stringify(settle(tablet.entries))).not.toContain(link);
});

test('[J7] a move taken back loses where it led; the picture stays where it shows', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 100, y: 100 }));
  tablet.does(LLAMA, { kind: 'item/set', item: anId('item'), place: { x: 777, y: 555 } });
  tablet.undoes(LLAMA);

  const settled = settle(tablet.entries);

  expect(JSON.stringify(settled)).not.toContain('777');
  expect(WorkFold.of(settled).work.pages[0]?.items).toMatchObject([{ x: 100, y: 100 }]);
});

test('[J7] a picture whose undo was held stays, also when the hand that held it let go', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 100, y: 100 }));
  tablet.does(LLAMA, { kind: 'item/set', item: anId('item'), place: { x: 700, y: 100 } });
  tablet.undoes(ZORRO); // held by Llama: nothing changes
  tablet.undoes(LLAMA); // the picture is back where Zorro put it
  expect(tablet.page.items).toHaveLength(1);

  expect(WorkFold.of(settle(tablet.entries)).work).toEqual(tablet.work);
});

test('[J7] a picture whose undo was held by a line stays, also when that line was cut', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2, { x: 100 }));
  tablet.does(LLAMA, {
    kind: 'link/add',
    link: anId('link'),
    from: anId('item', 1),
    to: anId('item', 2),
  });
  tablet.undoes(ZORRO);
  tablet.does(LLAMA, { kind: 'link/set', link: anId('link'), gone: true });
  expect(tablet.page.items).toHaveLength(2);

  expect(WorkFold.of(settle(tablet.entries)).work).toEqual(tablet.work);
});

test('[J7] a line that somebody else brought back after it was taken back stays', () => {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(ZORRO, aPut(2, { x: 100 }));
  tablet.does(LLAMA, {
    kind: 'link/add',
    link: anId('link'),
    from: anId('item', 1),
    to: anId('item', 2),
  });
  tablet.undoes(LLAMA);
  tablet.does(ZORRO, { kind: 'link/set', link: anId('link'), gone: false });
  expect(tablet.page.links).toHaveLength(1);

  expect(WorkFold.of(settle(tablet.entries)).work).toEqual(tablet.work);
});

const [HOUSE, SCHOOL] = [anId('item', 1), anId('item', 2)];

/** A house of Zorro's and a school of Llama's. */
function aVillage(): Tablet {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1));
  tablet.does(LLAMA, aPut(2, { symbol: 'school', x: 100 }));
  return tablet;
}

test.each<[string, Operation]>([
  ['stamp', { kind: 'stamp/add', stamp: anId('stamp'), item: HOUSE, feeling: 'afraid' }],
  ['ring', { kind: 'ring/add', ring: anId('ring'), page: anId('page'), items: [HOUSE, SCHOOL] }],
  ['name', { kind: 'item/set', item: HOUSE, label: { text: 'secreto', language: 'es' } }],
  ['quarrel', { kind: 'item/set', item: HOUSE, dispute: { between: [ZORRO], note: 'secreto' } }],
  ['wish', { kind: 'item/set', item: HOUSE, wish: true }],
])('[J7] a %s that was taken back loses what it said; done again it keeps it', (_what, op) => {
  const undone = aVillage();
  undone.does(LLAMA, op);
  undone.undoes(LLAMA);
  const redone = aVillage();
  redone.does(LLAMA, op);
  redone.undoes(LLAMA);
  redone.redoes(LLAMA);

  expect(settle(undone.entries)[3]).toMatchObject({
    by: LLAMA,
    op: { kind: 'erased', was: op.kind },
  });
  expect(settle(redone.entries)[3]?.op).toEqual(op);
});

test.each<[string, Operation, Operation, Operation | undefined]>([
  [
    'name',
    { kind: 'item/set', item: HOUSE, label: { text: 'secreto', language: 'es' } },
    { kind: 'item/set', item: HOUSE, label: { text: 'casa', language: 'es' } },
    undefined,
  ],
  [
    'quarrel, said together with a wish,',
    { kind: 'item/set', item: HOUSE, wish: true, dispute: { between: [ZORRO], note: 'secreto' } },
    { kind: 'item/set', item: HOUSE, dispute: { between: [], note: '' } },
    { kind: 'item/set', item: HOUSE, wish: true },
  ],
  [
    'name of a ring',
    { kind: 'ring/set', ring: anId('ring'), label: { text: 'secreto', language: 'es' } },
    { kind: 'ring/set', ring: anId('ring'), label: { text: '', language: 'es' } },
    undefined,
  ],
])(
  '[J7] a %s in whose place another was put loses its words, and nothing else',
  (_what, old, next, left) => {
    const tablet = aVillage();
    const items = [HOUSE, SCHOOL];
    tablet.does(ZORRO, { kind: 'ring/add', ring: anId('ring'), page: anId('page'), items });
    tablet.does(LLAMA, old);
    tablet.does(ZORRO, next);

    const settled = settle(tablet.entries);

    expect(settled[4]?.op).toEqual(left ?? { kind: 'erased', was: old.kind });
    expect(settled[5]?.op).toEqual(next);
    expect(JSON.stringify(settled)).not.toContain('secreto');
    expect(WorkFold.of(settled).work).toEqual(tablet.work);
  },
);

test('[T6] words that were corrected or taken away are not in the record any more; the rest of what was told is', () => {
  const tablet = aVillage();
  const [quote, page] = [anId('quote'), anId('page')];
  const wording = { text: 'secreto', language: 'es' } as const;
  const about = { about: HOUSE, speaker: ZORRO, source: 'said' } as const;
  tablet.does('f', { kind: 'quote/add', quote, page, ...about, wording });
  tablet.does('f', { kind: 'quote/set', quote, translation: wording });
  const next = { text: 'mi casa', language: 'es' } as const;
  tablet.does('f', { kind: 'quote/set', quote, wording: next, translation: next });

  const settled = settle(tablet.entries);

  expect(JSON.stringify(settled)).not.toContain('secreto');
  expect(settled[3]?.op).toMatchObject({ ...about, wording: { text: '', language: 'es' } });
  expect(settled[4]?.op).toEqual({ kind: 'erased', was: 'quote/set' });
  expect(WorkFold.of(settled).work).toEqual(tablet.work);
  tablet.does('f', { kind: 'quote/set', quote, gone: true });
  expect(JSON.stringify(settle(tablet.entries))).not.toContain('mi casa');
});

test('[J7] what was made of a line that was rubbed out leaves no name', () => {
  const tablet = aVillage();
  tablet.does(ZORRO, aStroke());
  const marks = [present(tablet.page.strokes[0], 'a line').entry];
  const river = anId('item', 9);
  tablet.does(ZORRO, aPut(9, { symbol: DRAWN, pinned: true, marks }));
  const label = { text: 'secreto', language: 'es' } as const;
  tablet.does(ZORRO, { kind: 'item/set', item: river, label });
  tablet.does(LLAMA, { kind: 'link/add', link: anId('link'), from: HOUSE, to: river });
  tablet.does(LLAMA, { kind: 'rub-out', page: anId('page'), marks, items: [] });

  const settled = settle(tablet.entries);

  expect(settled.slice(3).map(({ op }) => op.kind)).toEqual(Array(5).fill('erased'));
  expect(WorkFold.of(settled).work).toEqual(tablet.work);
});

test('[J7] a stamp peeled off and a ring taken away leave only that they were, with their names', () => {
  const tablet = aVillage();
  const [stamp, ring] = [anId('stamp'), anId('ring')];
  tablet.does(ZORRO, { kind: 'stamp/add', stamp, item: HOUSE, feeling: 'afraid' });
  tablet.does(ZORRO, { kind: 'stamp/set', stamp, gone: true });
  tablet.does(ZORRO, { kind: 'ring/add', ring, page: anId('page'), items: [HOUSE, SCHOOL] });
  tablet.does(LLAMA, { kind: 'ring/set', ring, label: { text: 'secreto', language: 'es' } });
  tablet.does(ZORRO, { kind: 'ring/set', ring, gone: true });

  const settled = settle(tablet.entries);

  expect(settled.slice(3).map(({ op }) => op)).toEqual(
    ['stamp/add', 'stamp/set', 'ring/add', 'ring/set', 'ring/set'].map((was) => {
      return { kind: 'erased', was };
    }),
  );
});

test('[J7] a picture that is gone takes the stamps on it along, and its name out of the ring it was in', () => {
  const tablet = aVillage();
  const [stamp, ring] = [anId('stamp'), anId('ring')];
  tablet.does(LLAMA, { kind: 'stamp/add', stamp, item: HOUSE, feeling: 'afraid' });
  tablet.does(LLAMA, { kind: 'ring/add', ring, page: anId('page'), items: [HOUSE, SCHOOL] });
  tablet.does(ZORRO, { kind: 'item/set', item: HOUSE, gone: true });

  const settled = settle(tablet.entries);

  expect(settled[4]?.op).toMatchObject({ kind: 'ring/add', items: [SCHOOL] });
  expect(JSON.stringify(settled)).not.toContain(HOUSE);
  expect(JSON.stringify(settled)).not.toContain('afraid');
  expect(WorkFold.of(settled).work).toEqual(tablet.work);
});

test('[J7] of a sweep the names of those that stayed away are gone, and the one that came back is there', () => {
  const tablet = aVillage();
  const items = [HOUSE, SCHOOL];
  tablet.does(ZORRO, { kind: 'rub-out', page: anId('page'), marks: [], items });
  tablet.does(LLAMA, { kind: 'item/set', item: SCHOOL, gone: false });

  const settled = settle(tablet.entries);

  expect(settled[3]?.op).toMatchObject({ kind: 'rub-out', items: [SCHOOL] });
  expect(JSON.stringify(settled)).not.toContain(HOUSE);
  expect(WorkFold.of(settled).work).toEqual(tablet.work);
});

test('[J7] what is said of things that show stays word for word, and so do the rounds', () => {
  const entries = settle(aTalkingMap());

  expect(settle(entries)).toEqual(entries);
  expect(entries.flatMap(({ op }) => (op.kind === 'erased' ? op.was : []))).toEqual([
    'stamp/add',
    'stamp/set',
    'ring/add',
  ]);
  expect(WorkFold.of(entries).work).toEqual(WorkFold.of(aTalkingMap()).work);
  expect(WorkFold.of(entries).round).toBe('prompted');
});

/** What shows of a page wherever something might, told by the places of another. */
function seenOn(page: Page, other: Page): string[] {
  return placesToLook(other).map(
    (at) => `${decimal(at.x)} ${decimal(at.y)} ${seenAt(page, at).join()}`,
  );
}

/** So many samples from left to right at the height of 600, 8 ms apart. */
function samplesOver(from: number, to: number, count: number): Sample[] {
  return Array.from({ length: count }, (_, at) =>
    sampleAt({ x: from + ((to - from) * at) / (count - 1), y: 600 }, at * 8),
  );
}

function withoutStrokes(page: Page): Page {
  return { ...page, strokes: [] };
}

/** A line that turns sharply and often in the middle of the sheet. */
function scribble(seed: number, count: number, everyMs: number): Sample[] {
  const next = seeded(seed);
  let at = { x: 650 + 300 * next(), y: 450 + 300 * next() };
  let [dx, dy] = [next() - 0.5, next() - 0.5];
  const speed = 0.1 + 2 * next();
  return Array.from({ length: count }, (_, index) => {
    if (next() < 0.2) [dx, dy] = [next() - 0.5, next() - 0.5];
    at = { x: at.x + dx * speed * everyMs, y: at.y + dy * speed * everyMs };
    return sampleAt(at, index * everyMs);
  });
}

function namesIn(op: WorkEntry['op']): string[] {
  return isAdd(op) ? [thingOf(op)] : [];
}
