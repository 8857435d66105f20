import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { AREAS } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import { DRAWN, SELF, type Page } from '#domain/work.ts';
import { closeRing, ringTool, type RingState } from '#editing/ring-tool.ts';
import { samplesOfTail } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome } from '#editing/tool.ts';
import { pack } from '#ink/pack.ts';
import { sampleAt } from '#ink/sample.ts';
import { aStep, gestures, tap } from '../../fixtures/hands.ts';
import { anItem, aPage, aShownStroke, samplesAlong } from '../../fixtures/marks.ts';
import { anId } from '../../fixtures/names.ts';
import { answered, aScene, FRESH } from '../../fixtures/scenes.ts';

const house = anItem(1, { x: 300, y: 300 });
const hen = anItem(2, { symbol: 'hen', x: 560, y: 300 });
const school = anItem(3, { symbol: 'school', x: 1300, y: 900 });
const river = aShownStroke(10, line({ x: 400, y: 800 }, { x: 800, y: 800 }));
const bank = aShownStroke(11, line({ x: 400, y: 860 }, { x: 800, y: 860 }));
const village = aPage({ items: [house, hen, school], strokes: [river, bank] });
const BARE = { x: 1300, y: 200 };

function line(from: Point, to: Point): { samples: Uint8Array } {
  return { samples: pack(samplesAlong(from, to)) };
}

/** A finger goes round a box and lifts where it began. */
function round(left: number, top: number, right: number, bottom: number): Step[] {
  const corners = [
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
    { x: left, y: top },
  ];
  const start = { x: left, y: top };
  const moves = corners.map((at, index) =>
    aStep('move', at, { samples: [sampleAt(at, 40 * (index + 1))] }),
  );
  return [aStep('down', start), ...moves, aStep('up', start, { samples: [sampleAt(start, 200)] })];
}

function drawn(steps: readonly Step[], page: Page = village): Outcome<RingState> {
  return answered(ringTool, steps, aScene(page));
}

const aRingOf = (...items: string[]): unknown => ({
  kind: 'ring/add',
  ring: anId('ring', 99),
  page: anId('page'),
  items,
});

describe('drawn round pictures', () => {
  test('[M15] a ring drawn round several pictures says that they belong together, and can be named at once', () => {
    const { operations, draft, hint } = drawn(round(150, 150, 700, 450));

    expect(operations).toEqual([aRingOf(house.id, hen.id)]);
    expect(draft.picked).toEqual({ kind: 'ring', id: anId('ring', 99) });
    expect([draft.lassos, hint]).toEqual([[], undefined]);
  });

  test('[M15] what was ringed last is let go by the next touch', () => {
    const { state } = drawn(round(150, 150, 700, 450));

    expect(answered(ringTool, [aStep('down', BARE)], aScene(village), state).draft.picked).toBe(
      undefined,
    );
  });

  test('[M15] while the finger goes round, the ring is shown as far as it came', () => {
    const { draft } = drawn(round(150, 150, 700, 450).slice(0, 3));

    expect(draft.lassos.map(({ tail }) => samplesOfTail(tail).length)).toEqual([3]);
  });

  test('[M15] a ring round one picture, or round nothing, is none; a kind word says so', () => {
    for (const steps of [round(1150, 750, 1450, 1050), round(1000, 100, 1500, 300)]) {
      expect(drawn(steps)).toMatchObject({ operations: [], hint: 'ring/needs-two' });
    }
  });

  test('[M15] round pictures and lines alike it holds the pictures', () => {
    const { operations } = drawn(round(100, 100, 1000, 1000));

    expect(operations).toEqual([aRingOf(house.id, hen.id)]);
  });

  test('[M15] a picture counts when its middle is inside', () => {
    expect(drawn(round(150, 150, 559, 450)).operations).toEqual([]);
    expect(drawn(round(150, 150, 561, 450)).operations).toHaveLength(1);
  });

  test('[M24] oneself in the middle of the circles is in no ring', () => {
    const ego = anItem(9, { symbol: SELF, x: 430, y: 300, pinned: true });
    const page = aPage({ items: [ego, house, hen] });

    expect(drawn(round(150, 150, 700, 450), page).operations).toEqual([aRingOf(house.id, hen.id)]);
    expect(drawn(tap(ego), page).draft.chosen.items).toEqual([]);
  });

  test.each(['cancel', 'drop'] as const)('[M15] a ring that ends by %s is none', (phase) => {
    const steps = [...round(150, 150, 700, 450).slice(0, 5), aStep(phase, BARE)];

    expect(drawn(steps)).toMatchObject({ operations: [], draft: { lassos: [] } });
  });

  test('[M31] a picture that another child took away meanwhile is not in the ring', () => {
    const without = aScene({ ...village, items: [house, school] });
    const steps = round(150, 150, 700, 450);
    const begun = answered(ringTool, steps.slice(0, -1), aScene(village));

    expect(answered(ringTool, steps.slice(-1), without, begun.state)).toMatchObject({
      operations: [],
      hint: 'ring/needs-two',
    });
  });
});

describe('drawn round lines alone', () => {
  test('[M15] what was drawn becomes a thing that stands on its line, as large as it was drawn', () => {
    const { operations, draft } = drawn(round(300, 700, 900, 830));

    expect(operations).toEqual([
      {
        kind: 'item/put',
        item: FRESH,
        page: anId('page'),
        symbol: DRAWN,
        x: 600,
        y: 800,
        size: 418,
        pinned: true,
        marks: [river.entry],
      },
    ]);
    expect(draft.picked).toEqual({ kind: 'item', id: FRESH });
  });

  test('[M15] round one picture and a line it is no ring and no thing', () => {
    const page = { ...village, items: [{ ...house, x: 600, y: 760 }] };

    expect(drawn(round(300, 700, 900, 830), page)).toMatchObject({
      operations: [],
      hint: 'ring/needs-two',
    });
  });

  test('[M15] a thing is as large as its line is high, or wide, but no larger than the sheet', () => {
    const tree = aShownStroke(1, line({ x: 500, y: 200 }, { x: 500, y: 600 }));
    const horizon = aShownStroke(2, line({ x: -190, y: 900 }, { x: 1790, y: 900 }));
    const sizeOf = (stroke: typeof tree): unknown =>
      drawn(round(-199, 100, 1799, 1100), aPage({ strokes: [stroke] })).operations;

    expect(sizeOf(tree)).toMatchObject([{ size: 418 }]);
    expect(sizeOf(horizon)).toMatchObject([{ size: 1600 }]);
  });

  test('[M15] several lines become one thing', () => {
    const { operations } = drawn(round(300, 700, 900, 950));

    expect(operations).toMatchObject([{ marks: [river.entry, bank.entry] }]);
  });

  test('[M15] a line counts when most of it lies inside', () => {
    const most = drawn(round(350, 700, 750, 830)).operations;
    const half = drawn(round(350, 700, 650, 830)).operations;

    expect(most).toMatchObject([{ marks: [river.entry] }]);
    expect(half).toEqual([]);
  });

  test('[M15] what is a thing already is not made one again', () => {
    const thing = anItem(7, { symbol: DRAWN, x: 600, y: 800, pinned: true, marks: [river.entry] });
    const page = { ...village, items: [thing] };
    const aside = { ...village, items: [{ ...thing, x: 1500, y: 100 }] };

    for (const one of [page, aside]) {
      expect(drawn(round(300, 700, 900, 830), one)).toMatchObject({
        operations: [],
        hint: 'ring/needs-two',
      });
    }
    expect(drawn(round(300, 820, 900, 950), page).operations).toMatchObject([
      { marks: [bank.entry] },
    ]);
  });

  test('[M16] a soft region is no line: a ring round one makes no thing of it', () => {
    const areas = AREAS.map((tool, at) =>
      aShownStroke(at + 1, { tool, ...line({ x: 500, y: 300 }, { x: 520, y: 300 }) }),
    );
    const steps = round(300, 100, 700, 500);
    const drawing = aShownStroke(9, line({ x: 500, y: 200 }, { x: 520, y: 210 }));

    expect(drawn(steps, aPage({ strokes: areas }))).toMatchObject({
      operations: [],
      hint: 'ring/needs-two',
    });
    expect(drawn(steps, aPage({ strokes: [...areas, drawing] })).operations).toMatchObject([
      { marks: [drawing.entry] },
    ]);
  });

  test('[M15] a rubbing is no line; a dot can be found again; a line at the very edge stands on the sheet', () => {
    const rubbing = aShownStroke(1, {
      tool: 'rubber',
      ...line({ x: 500, y: 300 }, { x: 520, y: 300 }),
    });
    const dot = aShownStroke(2, {
      samples: pack([sampleAt({ x: 500, y: 300 }, 0)]),
      width: 'thin',
    });
    const edge = aShownStroke(3, line({ x: -90, y: 600 }, { x: -40, y: 600 }));
    const about = round(400, 200, 600, 400);

    expect(drawn(about, aPage({ strokes: [rubbing] })).operations).toEqual([]);
    expect(drawn(about, aPage({ strokes: [dot] })).operations).toMatchObject([{ size: 40 }]);
    const outside = drawn(round(-150, 500, 100, 700), aPage({ strokes: [edge] }));
    expect(outside.operations).toMatchObject([{ x: 0, y: 600 }]);
  });
});

describe('chosen by taps', () => {
  test('[M22] pictures are chosen by taps, and one that is tapped again is let go', () => {
    const { draft } = drawn([...tap(house), ...tap(hen), ...tap(school), ...tap(hen)]);

    expect(draft.chosen).toEqual({ items: [house.id, school.id], marks: [] });
  });

  test('[M22] the ring is closed round what was chosen, and then nothing is chosen any more', () => {
    const { state } = drawn([...tap(house), ...tap(school)]);

    const { operations, draft } = closeRing(state, aScene(village));

    expect(operations).toEqual([aRingOf(house.id, school.id)]);
    expect(draft.chosen).toEqual({ items: [], marks: [] });
    expect(draft.picked).toEqual({ kind: 'ring', id: anId('ring', 99) });
  });

  test('[M22] what was drawn is chosen by a tap on its line, and made a thing', () => {
    const { state, draft } = drawn(tap({ x: 450, y: 805 }));
    expect(draft.chosen).toEqual({ items: [], marks: [river.entry] });

    const { operations } = closeRing(state, aScene(village));

    expect(operations).toMatchObject([{ symbol: DRAWN, marks: [river.entry] }]);
    expect(
      drawn([...tap({ x: 450, y: 805 }), ...tap({ x: 700, y: 800 })]).draft.chosen.marks,
    ).toEqual([]);
  });

  test('[M22] of two lines under the finger the upper is chosen', () => {
    expect(drawn(tap({ x: 450, y: 830 })).draft.chosen.marks).toEqual([bank.entry]);
  });

  test('[M22] a tap on bare paper chooses nothing; a ring round nothing, or one, says so kindly', () => {
    const { state, draft } = drawn([...tap(house), ...tap(BARE)]);
    expect(draft.chosen.items).toEqual([house.id]);

    expect(closeRing(ringTool.idle, aScene(village)).hint).toBe('ring/needs-two');
    expect(closeRing(state, aScene(village))).toMatchObject({
      operations: [],
      hint: 'ring/needs-two',
    });
  });

  test('[M31] of what was chosen, what another child took away meanwhile does not count', () => {
    const { state } = drawn([...tap(house), ...tap(hen)]);

    const closed = closeRing(state, aScene({ ...village, items: [house, school] }));

    expect(closed).toMatchObject({ operations: [], hint: 'ring/needs-two' });
  });

  test('[M15] a finger that goes thirty units tapped, one that goes farther drew', () => {
    const to = (x: number): Step[] => [
      aStep('down', house),
      aStep('up', { x, y: house.y }, { samples: [sampleAt({ x, y: house.y }, 90)] }),
    ];

    expect(drawn(to(house.x + 30)).draft.chosen.items).toEqual([house.id]);
    expect(drawn(to(house.x + 31)).draft.chosen.items).toEqual([]);
  });
});

property.prop([gestures], { numRuns: 150 })(
  '[M15] whatever fingers do, a ring holds two at least that are there, and nothing stays in the air',
  (steps) => {
    const items = Array.from({ length: 30 }, (_, at) =>
      anItem(at + 1, { x: 100 + 270 * (at % 6), y: 100 + 240 * Math.floor(at / 6), size: 60 }),
    );

    const { operations, draft } = drawn(steps, aPage({ items, strokes: [river, bank] }));

    for (const op of operations) {
      if (op.kind === 'ring/add') {
        expect(op.items.length).toBeGreaterThan(1);
        expect(new Set(op.items).size).toBe(op.items.length);
      } else expect(op).toMatchObject({ kind: 'item/put', symbol: DRAWN, pinned: true });
    }
    expect(draft.lassos).toEqual([]);
  },
);
