import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import type { AddStroke, Operation } from '#domain/operation.ts';
import { finished, inkTool } from '#editing/ink-tool.ts';
import { samplesOfTail } from '#editing/draft.ts';
import type { Phase, Step } from '#editing/step.ts';
import { admitWork } from '#files/admit.ts';
import { sampleAt, type Sample } from '#ink/sample.ts';
import { samplesOf } from '#ink/stroke.ts';
import { aStep, gestures, pull, tap } from '../../fixtures/hands.ts';
import { anEntry } from '../../fixtures/marks.ts';
import { anId } from '../../fixtures/names.ts';
import { answered, aScene } from '../../fixtures/scenes.ts';

const crayon = inkTool('crayon');
const rubber = inkTool('rubber');
const HERE = { x: 100, y: 100 };

test('[I3] a tap is a dot: one sample, where the finger was', () => {
  const { operations, draft } = answered(crayon, tap({ x: 320, y: 240 }));

  expect(strokesIn(operations).map(samplesOf)).toEqual([[{ x: 2560, y: 1920, t: 0 }]]);
  expect(draft.lines).toEqual([]);
});

test('[I4] a line takes crayon, width and input from the moment the finger touched', () => {
  const pen = { input: 'pen', samples: [sampleAt(HERE, 0, 0.5)] } as const;
  const begun = answered(crayon, [aStep('down', HERE, pen)], aScene(undefined, { width: 'thick' }));

  const { operations } = answered(
    crayon,
    [aStep('up', { x: 200, y: 100 })],
    aScene(undefined, { crayon: 'blue', width: 'thin' }),
    begun.state,
  );

  expect(operations).toMatchObject([
    { kind: 'stroke/add', page: anId('page'), tool: 'crayon', crayon: 'red' },
  ]);
  expect(operations).toMatchObject([{ width: 'thick', input: 'pen' }]);
  expect(strokesIn(operations)[0]).not.toHaveProperty('cancelled');
});

test('[I4] a second finger draws its own line and ends none', () => {
  const down = [aStep('down', HERE), aStep('down', { x: 900, y: 900 }, { pointer: 2 })];
  const begun = answered(crayon, down);
  expect(begun.operations).toEqual([]);
  expect(begun.draft.lines.map(({ pointer }) => pointer)).toEqual([1, 2]);

  const second = answered(
    crayon,
    [
      aStep('move', { x: 950, y: 900 }, { pointer: 2 }),
      aStep('up', { x: 960, y: 900 }, { pointer: 2 }),
    ],
    aScene(),
    begun.state,
  );
  const first = answered(crayon, [aStep('up', { x: 150, y: 100 })], aScene(), second.state);

  expect(placesIn(second.operations)).toEqual([[900, 950, 960]]);
  expect(placesIn(first.operations)).toEqual([[100, 150]]);
});

property.prop([gestures], { numRuns: 150 })(
  '[I4] every finger draws its own line, whatever the others do',
  (steps) => {
    const together = answered(crayon, steps).operations;
    const pointers = [...new Set(steps.map(({ pointer }) => pointer))];
    const alone = pointers.flatMap(
      (pointer) =>
        answered(
          crayon,
          steps.filter((step) => step.pointer === pointer),
        ).operations,
    );

    expect(together).toHaveLength(alone.length);
    expect(together).toEqual(expect.arrayContaining(alone));
  },
);

test('[I4] a finger that comes down again without having lifted begins a new line; the old one is done', () => {
  const { operations, draft } = answered(crayon, [
    aStep('down', HERE),
    aStep('move', { x: 200, y: 100 }),
    aStep('down', { x: 500, y: 500 }),
  ]);

  expect(placesIn(operations)).toEqual([[100, 200]]);
  expect(draft.lines).toHaveLength(1);
});

test('[I4] steps of a finger that never came down draw nothing', () => {
  const stray = [aStep('move', HERE), aStep('up', HERE), aStep('cancel', HERE)];

  expect(answered(crayon, stray)).toEqual({ state: [], draft: crayon.draft([]), operations: [] });
});

test('[I4] lines that still run when something else begins are done as far as they came', () => {
  const { state } = answered(rubber, [
    aStep('down', HERE),
    aStep('down', { x: 300, y: 300 }, { pointer: 2 }),
    aStep('move', { x: 400, y: 300 }, { pointer: 2 }),
  ]);

  const done = finished(state, anId('page', 3));

  expect(placesIn(done)).toEqual([[100], [300, 400]]);
  expect(done).toMatchObject([
    { tool: 'rubber', page: anId('page', 3) },
    { tool: 'rubber', page: anId('page', 3) },
  ]);
});

test.each<[string, number, number, number]>([
  ['short and quick: it was a slip', 149, 19.9, 0],
  ['short but slow', 150, 19.9, 1],
  ['quick but long', 149, 20, 1],
])('[I5] a cancelled line that is %s', (_what, ms, far, kept) => {
  const end = { samples: [sampleAt({ x: 100 + far, y: 100 }, ms)] } as const;
  const { operations, draft } = answered(crayon, [
    aStep('down', HERE),
    aStep('move', HERE, end),
    aStep('cancel', HERE, end),
  ]);

  expect(strokesIn(operations).map(({ cancelled }) => cancelled)).toEqual(kept ? [true] : []);
  expect(draft.lines).toEqual([]);
});

test('[I5] a line that went far and came back was no slip', () => {
  const [out, home] = [
    { samples: [sampleAt({ x: 180, y: 100 }, 40)] } as const,
    { samples: [sampleAt({ x: 101, y: 100 }, 90)] } as const,
  ];
  const { operations } = answered(crayon, [
    aStep('down', HERE),
    aStep('move', HERE, out),
    aStep('move', HERE, home),
    aStep('cancel', HERE, home),
  ]);

  expect(placesIn(operations)).toEqual([[100, 180, 101]]);
});

test('[I5] a very long cancelled line stays', () => {
  const samples = Array.from({ length: 300_000 }, (_, at): Sample => ({
    x: 800 + (at % 2),
    y: 800,
    t: at * 4,
  }));
  const [first, ...rest] = samples;

  const { operations } = answered(crayon, [
    aStep('down', { x: 0, y: 0 }, { samples: [first!, ...rest] }),
    aStep('cancel', { x: 0, y: 0 }),
  ]);

  expect(operations).toHaveLength(1);
});

test('[I5] a line that lifts in the ordinary way is not marked, however short', () => {
  const { operations } = answered(crayon, pull(HERE, { x: 101, y: 100 }));

  expect(strokesIn(operations)[0]?.cancelled).toBeUndefined();
});

test('[I9] every reading of one event is kept, the first ones too', () => {
  const bundle = [0, 4, 8].map((t) => sampleAt({ x: 100 + t, y: 100 }, t));
  const later = [12, 16].map((t) => sampleAt({ x: 100 + t, y: 100 }, t));

  const { operations } = answered(crayon, [
    aStep('down', HERE, { samples: many(bundle) }),
    aStep('up', HERE, { samples: many(later) }),
  ]);

  expect(strokesIn(operations).map(samplesOf)).toEqual([[...bundle, ...later]]);
});

test('[I9] a reading on the spot of the one before, or from before it, adds nothing', () => {
  const [start, again, older, on] = [
    sampleAt(HERE, 10),
    sampleAt(HERE, 20),
    sampleAt({ x: 300, y: 100 }, 5),
    sampleAt({ x: 100, y: 400 }, 30),
  ] as const;

  const { operations } = answered(crayon, [
    aStep('down', HERE, { samples: [start] }),
    aStep('up', HERE, { samples: [again, older, on] }),
  ]);

  const early = { ...start, t: 0 };
  expect(strokesIn(operations).map(samplesOf)).toEqual([[early, { ...on, t: 20 }]]);
});

test('[I10] a line that leaves the sheet and comes back stays one line', () => {
  const way = [
    { x: 1500, y: 600 },
    { x: 1700, y: 600 },
    { x: 2500, y: 650 },
    { x: 1500, y: 700 },
  ];
  const [first, ...rest] = way.map((place, at) => sampleAt(place, at * 16));
  const { operations } = answered(crayon, [
    aStep('down', HERE, { samples: [first!] }),
    ...rest.map((sample) => aStep('move', HERE, { samples: [sample] })),
    aStep('up', HERE, { samples: [rest.at(-1)!] }),
  ]);

  expect(placesIn(operations)).toEqual([[1500, 1700, 1800, 1500]]);
});

test.each<[string, number, number, number]>([
  ['as far as no finger gets in so short a time', 24, 381, 2],
  ['no farther than a fast hand gets', 24, 380, 1],
  ['far, but with time to get there', 25, 1000, 1],
])('[I17] two readings apart %s', (_what, ms, far, lines) => {
  const jump = { samples: [sampleAt({ x: 110 + far, y: 100 }, 40 + ms)] } as const;
  const on = { samples: [sampleAt({ x: 120 + far, y: 100 }, 56 + ms)] } as const;
  const { operations } = answered(crayon, [
    aStep('down', HERE),
    aStep('move', HERE, { samples: [sampleAt({ x: 110, y: 100 }, 40)] }),
    aStep('move', HERE, jump),
    aStep('up', HERE, on),
  ]);

  expect(placesIn(operations).flat()).toEqual([100, 110, 110 + far, 120 + far]);
  expect(placesIn(operations)).toHaveLength(lines);
});

test('[I17] what was drawn before a jump is done at once; what comes after is a line from its own beginning', () => {
  const moved = answered(crayon, [
    aStep('down', HERE, { samples: [sampleAt(HERE, 0, 0.5)], input: 'pen' }),
    aStep('move', HERE, {
      samples: [sampleAt({ x: 130, y: 100 }, 30), sampleAt({ x: 900, y: 900 }, 38)],
    }),
  ]);
  expect(placesIn(moved.operations)).toEqual([[100, 130]]);
  expect(moved.draft.lines.map(({ tail }) => samplesOfTail(tail).length)).toEqual([1]);

  const { operations } = answered(
    crayon,
    [aStep('up', HERE, { samples: [sampleAt({ x: 910, y: 900 }, 50)] })],
    aScene(),
    moved.state,
  );

  expect(strokesIn(operations).map(samplesOf)).toEqual([
    [
      { x: 7200, y: 7200, t: 0 },
      { x: 7280, y: 7200, t: 12 },
    ],
  ]);
});

test('[I17] also the last reading may be a jump', () => {
  const { operations, draft } = answered(crayon, [
    aStep('down', HERE),
    aStep('up', HERE, { samples: [sampleAt({ x: 1500, y: 1100 }, 8)] }),
  ]);

  expect(placesIn(operations)).toEqual([[100], [1500]]);
  expect(draft.lines).toEqual([]);
});

test('[I16] a palm that drew while it was taken for a finger leaves nothing', () => {
  const { operations, draft } = answered(crayon, [
    aStep('down', HERE),
    aStep('move', { x: 300, y: 100 }, { samples: [sampleAt({ x: 300, y: 100 }, 400)] }),
    aStep('down', { x: 700, y: 700 }, { pointer: 2 }),
    aStep('drop', { x: 300, y: 100 }),
  ]);

  expect(operations).toEqual([]);
  expect(draft.lines.map(({ pointer }) => pointer)).toEqual([2]);
});

/** Readings as broken digitisers make them: anywhere, at any time, pressed fully or not at all. */
const oddReadings = fc.array(
  fc
    .record({
      x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      t: fc.integer({ min: 0, max: 2_000_000 }),
      pressure: fc.constantFrom(undefined, 0, 1, 7, -3),
    })
    .map(({ x, y, t, pressure }) => sampleAt({ x, y }, t, pressure)),
  { minLength: 1, maxLength: 30 },
);

property.prop([fc.array(fc.tuple(fc.constantFrom('down', 'move', 'up', 'cancel'), oddReadings))])(
  '[I18] whatever readings come, in whatever order, what is drawn can be kept',
  (story) => {
    const steps = story.map(([phase, samples]) =>
      aStep(phase as Phase, HERE, { samples: many(samples) }),
    );
    const { operations } = answered(crayon, steps);
    const page = anEntry({ kind: 'page/add', page: anId('page') });
    const entries = operations.map((op, at) => anEntry(op, { seq: at + 2, n: at + 2 }));

    expect(admitWork([page, ...entries])).toEqual({ ok: true, value: [page, ...entries] });
    for (const stroke of strokesIn(operations)) expect(samplesOf(stroke)[0]?.t).toBe(0);
  },
);

test('[I18] a scribble of twenty minutes is one line, with every reading', () => {
  const samples = Array.from({ length: 144_000 }, (_, at): Sample => ({
    x: 4000 + (at % 97) * 8,
    y: 4000 + (at % 89) * 8,
    t: Math.round(at * 8.33),
  }));
  const [first, ...rest] = samples;
  let { state } = answered(crayon, [aStep('down', HERE, { samples: [first!] })]);
  for (let from = 0; from < rest.length; from += 1000) {
    const piece = many(rest.slice(from, from + 1000));
    state = answered(crayon, [aStep('move', HERE, { samples: piece })], aScene(), state).state;
  }

  const [line] = finished(state, anId('page'));

  expect(samplesOf(line!)).toHaveLength(144_000);
  expect(line!.samples.length / 144_000).toBeLessThanOrEqual(6);
});

test('[I4] what is not yet lifted is a draft, and a draft from any sample on can be asked for', () => {
  const { draft, operations } = answered(crayon, [
    aStep('down', HERE),
    aStep('move', { x: 120, y: 100 }),
    aStep('move', { x: 140, y: 100 }),
  ]);
  const tail = draft.lines[0]!.tail;

  expect(operations).toEqual([]);
  expect(tail.length).toBe(3);
  expect(samplesOfTail(tail).map(({ x }) => x / 8)).toEqual([100, 120, 140]);
  expect(samplesOfTail(tail, 2).map(({ x }) => x / 8)).toEqual([140]);
  expect(samplesOfTail(tail, 3)).toEqual([]);
});

function strokesIn(operations: readonly Operation[]): AddStroke[] {
  return operations.flatMap((op) => (op.kind === 'stroke/add' ? [op] : []));
}

function placesIn(operations: readonly Operation[]): number[][] {
  return strokesIn(operations).map((stroke) => samplesOf(stroke).map(({ x }) => x / 8));
}

function many(samples: readonly Sample[]): Step['samples'] {
  const [first, ...rest] = samples;
  return [first!, ...rest];
}
