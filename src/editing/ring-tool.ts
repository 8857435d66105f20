/**
 * The ring: drawn round several pictures it says that they belong together; drawn round lines alone it makes
 * what was drawn a thing, which can be named, joined and stamped. By taps: choose, then close the ring.
 */
import { isArea } from '#domain/crayon.ts';
import type { EntryId } from '#domain/entry.ts';
import type { ItemId } from '#domain/ids.ts';
import type { Operation, PutItem } from '#domain/operation.ts';
import { distance, ontoPage, PAGE_WIDTH, type Box, type Point } from '#domain/page.ts';
import { DRAWN, isEgo, type Page } from '#domain/work.ts';
import {
  EMPTY_DRAFT,
  lengthen,
  NONE_CHOSEN,
  samplesOfTail,
  type Chosen,
  type Draft,
  type Lasso,
  type Picked,
} from '#editing/draft.ts';
import { inksNear, isInside, itemMeant, itemUnder } from '#editing/find.ts';
import type { Step } from '#editing/step.ts';
import type { Hint, Outcome, Scene, Tool } from '#editing/tool.ts';
import { placeOf, type Sample } from '#ink/sample.ts';
import { boxOf, samplesOf } from '#ink/stroke.ts';

export type RingState = Readonly<{
  lassos: readonly Lasso[];
  chosen: Chosen;
  /** What was ringed last: it can be named at once. */
  made: Picked | undefined;
}>;

/** A finger that went no farther than this tapped. */
const TAP = 30;
/** So much of a line must lie inside for the ring to be round it. */
const MOSTLY = 0.7;
/** The least side of a thing that was drawn, in page units: a dot can be found again. */
const LEAST = 40;

/** The ring. */
export const ringTool: Tool<RingState> = {
  idle: { lassos: [], chosen: NONE_CHOSEN, made: undefined },
  draft: draftOf,
  step: (state, step, scene) => {
    const lasso = state.lassos.find(({ pointer }) => pointer === step.pointer);
    const rest = { ...state, lassos: state.lassos.filter((one) => one !== lasso) };
    switch (step.phase) {
      case 'down':
        return outcome(grown({ ...rest, made: undefined }, undefined, step));
      case 'move':
        return outcome(lasso ? grown(rest, lasso, step) : state);
      case 'up':
        return lasso ? lifted(rest, grown(rest, lasso, step), step, scene) : outcome(rest);
      case 'cancel':
      case 'drop':
        return outcome(rest);
    }
  },
};

/** Close the ring round what was chosen by taps. */
export function closeRing(state: RingState, scene: Scene): Outcome<RingState> {
  return ringed({ ...state, chosen: NONE_CHOSEN }, state.chosen, scene);
}

function grown(rest: RingState, lasso: Lasso | undefined, step: Step): RingState {
  const [first, ...others] = step.samples;
  const start = lasso?.tail ?? { sample: first, before: undefined, length: 1 };
  const tail = lengthen(start, lasso ? step.samples : others) ?? start;
  return { ...rest, lassos: [...rest.lassos, { pointer: step.pointer, tail }] };
}

function lifted(
  rest: RingState,
  { lassos }: RingState,
  step: Step,
  scene: Scene,
): Outcome<RingState> {
  const tail = lassos.find((one) => one.pointer === step.pointer)?.tail;
  const way = tail ? samplesOfTail(tail).map(placeOf) : [];
  const [start] = way;
  if (!start) return outcome(rest);
  if (way.every((place) => distance(place, start) <= TAP)) return tapped(rest, start, step, scene);
  return ringed(rest, within(scene.page(), way), scene);
}

/** A tap chooses, and taps away again. */
function tapped(rest: RingState, at: Point, step: Step, scene: Scene): Outcome<RingState> {
  const page = scene.page();
  const item = step.item === undefined ? itemUnder(page, at) : itemMeant(page, step);
  if (item && isEgo(item)) return outcome(rest);
  const { items, marks } = rest.chosen;
  if (item) return outcome({ ...rest, chosen: { marks, items: toggled(items, item.id) } });
  const mark = inksNear(page, at).at(-1);
  if (mark === undefined) return outcome(rest);
  return outcome({ ...rest, chosen: { items, marks: toggled(marks, mark) } });
}

function toggled<Name>(names: readonly Name[], name: Name): Name[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
}

/** What lies inside the way of a finger. */
function within(page: Page, way: readonly Point[]): Chosen {
  const ring = way.flatMap(({ x, y }) => [x, y]);
  const inside = (at: Point): boolean => isInside([ring], at);
  const items = page.items.filter((item) => !isEgo(item) && inside(item)).map(({ id }) => id);
  const lines = page.strokes.filter(({ line }) => {
    if (line.tool === 'rubber' || isArea(line.tool)) return false;
    const samples = samplesOf(line);
    return samples.filter((sample) => inside(placeOf(sample))).length >= samples.length * MOSTLY;
  });
  return { items, marks: lines.map(({ entry }) => entry) };
}

function ringed(rest: RingState, chosen: Chosen, scene: Scene): Outcome<RingState> {
  const page = scene.page();
  const items = chosen.items.filter((id) => page.items.some((item) => item.id === id));
  if (items.length > 1) {
    const { ring } = scene.names();
    const made = { kind: 'ring', id: ring } as const;
    return outcome({ ...rest, made }, [{ kind: 'ring/add', ring, page: page.id, items }]);
  }
  const free = chosen.marks.filter((mark) => !page.items.some(({ marks }) => marks.includes(mark)));
  const thing = items.length === 0 ? thingDrawn(page, free, scene.names().item) : undefined;
  if (!thing) return outcome(rest, [], 'ring/needs-two');
  return outcome({ ...rest, made: { kind: 'item', id: thing.item } }, [thing]);
}

/** What was drawn, as a thing: it stands where its line comes nearest to its middle. */
function thingDrawn(page: Page, marks: readonly EntryId[], item: ItemId): PutItem | undefined {
  const lines = page.strokes.filter(({ entry }) => marks.includes(entry));
  if (lines.length === 0) return undefined;
  const boxes = lines.map(({ line }) => boxOf(line));
  const box = around(boxes);
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const places = lines.flatMap(({ line }) =>
    samplesOf(line).map((sample: Sample) => placeOf(sample)),
  );
  const [nearest = middle] = places.sort((a, b) => distance(a, middle) - distance(b, middle));
  const side = Math.max(box.right - box.left, box.bottom - box.top, LEAST);
  return {
    kind: 'item/put',
    item,
    page: page.id,
    symbol: DRAWN,
    ...ontoPage(nearest),
    size: Math.min(Math.round(side), PAGE_WIDTH),
    pinned: true,
    marks: [...marks],
  };
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function outcome(
  state: RingState,
  operations: readonly Operation[] = [],
  hint?: Hint,
): Outcome<RingState> {
  return { state, draft: draftOf(state), operations, ...(hint && { hint }) };
}

function draftOf({ lassos, chosen, made }: RingState): Draft {
  return { ...EMPTY_DRAFT, lassos, chosen, picked: made };
}
