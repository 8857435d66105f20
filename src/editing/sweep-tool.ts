/** Rubbing out as the youngest do it: whatever the finger passes over goes whole; done when it lifts. */
import type { RubOut } from '#domain/operation.ts';
import { distance, type Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { EMPTY_DRAFT, type Draft, type Swept } from '#editing/draft.ts';
import { inksUnder, itemOn } from '#editing/find.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

/** A finger's sweep, and where the finger is now. */
type Sweeping = Swept & Readonly<{ at: Point }>;
export type SweepState = readonly Sweeping[];

/** Between two readings the finger passed over the way between them: looked at every so many page units. */
const STEP = 6;

/** The rubber that takes whole lines, paint and pictures. */
export const sweepTool: Tool<SweepState> = {
  idle: [],
  draft: draftOf,
  step: (state, step, scene) => {
    const { pointer } = step;
    const running = state.find((one) => one.pointer === pointer);
    const others = state.filter((one) => one !== running);
    switch (step.phase) {
      case 'down': {
        const at = placeOf(step.samples[0]);
        const begun = sweep({ pointer, marks: [], items: [], at }, step, state, scene.page());
        return outcome([...others, begun]);
      }
      case 'move':
        if (!running) return outcome(state);
        return outcome([...others, sweep(running, step, state, scene.page())]);
      case 'up':
      case 'cancel':
        return outcome(others, running ? rubOut(running, scene.page()) : []);
      case 'drop':
        return outcome(others);
    }
  },
};

/** What was swept, and what lies under the finger now; of things that overlap all that show. */
function sweep(swept: Sweeping, { samples }: Step, all: SweepState, page: Page): Sweeping {
  const left = without(page, [...all, swept]);
  const way = [swept.at, ...samples.map(placeOf)];
  const places = way.slice(1).flatMap((to, before) => between(way[before] ?? to, to));
  const marks = new Set(swept.marks);
  const items = new Set(swept.items);
  for (const at of places) {
    for (const entry of inksUnder(left, at)) marks.add(entry);
    const item = itemOn(left, at);
    if (item) items.add(item.id);
  }
  return { ...swept, marks: [...marks], items: [...items], at: way.at(-1) ?? swept.at };
}

/** The places on the way from one to the other, the last included. */
function between(from: Point, to: Point): Point[] {
  const steps = Math.max(Math.ceil(distance(from, to) / STEP), 1);
  return Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}

/** The page without what fingers have swept. */
export function without(page: Page, swept: readonly Swept[]): Page {
  if (swept.every(({ marks, items }) => marks.length + items.length === 0)) return page;
  const marks = new Set(swept.flatMap((one) => one.marks));
  const items = new Set(swept.flatMap((one) => one.items));
  return {
    ...page,
    fills: page.fills.filter(({ entry }) => !marks.has(entry)),
    strokes: page.strokes.filter(({ entry }) => !marks.has(entry)),
    items: page.items.filter(({ id }) => !items.has(id)),
    links: page.links.filter(({ from, to }) => !items.has(from) && !items.has(to)),
    stamps: page.stamps.filter(({ item }) => !items.has(item)),
    rings: page.rings.flatMap((ring) => {
      const left = ring.items.filter((id) => !items.has(id));
      return left.length > 0 ? [{ ...ring, items: left }] : [];
    }),
  };
}

function rubOut({ marks, items }: Swept, { id: page }: Page): RubOut[] {
  return marks.length + items.length > 0 ? [{ kind: 'rub-out', page, marks, items }] : [];
}

function outcome(state: SweepState, operations: readonly RubOut[] = []): Outcome<SweepState> {
  return { state, draft: draftOf(state), operations };
}

function draftOf(sweeping: SweepState): Draft {
  const swept = sweeping.map(({ pointer, marks, items }) => ({ pointer, marks, items }));
  return { ...EMPTY_DRAFT, swept };
}
