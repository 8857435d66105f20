/**
 * The hand: puts pictures from the tray on the page, moves them, takes them away. Everything goes by
 * drag and by tap-tap: tap a picture in the tray or on the page, then tap where it shall go.
 */
import type { Operation } from '#domain/operation.ts';
import { distance, isOnPage, ontoPage, type Point } from '#domain/page.ts';
import { isEgo, type Item } from '#domain/work.ts';
import { EMPTY_DRAFT, type Draft, type Held, type Picked } from '#editing/draft.ts';
import { bondUnder, itemMeant } from '#editing/find.ts';
import type { Step } from '#editing/step.ts';
import type { Hint, Outcome, Scene, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

/** One finger on the page. */
type Grip = Readonly<{
  pointer: number;
  /** What it holds; nothing when it touched bare paper. */
  held: Held | undefined;
  /** What it holds does not move. */
  pinned: boolean;
  /** From the finger to the middle of what it holds. */
  offset: Point;
  start: Point;
  moved: boolean;
}>;

export type HandState = Readonly<{
  /** The picture taken from the tray by a tap, waiting for its place. */
  taken: string | undefined;
  picked: Picked | undefined;
  grips: readonly Grip[];
}>;

/** A finger that moved less than this tapped. */
const TAP = 14;

/** The hand. */
export const handTool: Tool<HandState> = {
  idle: { taken: undefined, picked: undefined, grips: [] },
  draft: draftOf,
  step: (state, step, scene) => {
    switch (step.phase) {
      case 'down':
        return outcome(touched(state, step, scene));
      case 'move':
        return outcome(moved(state, step));
      case 'up':
        return lifted(moved(state, step), step, scene);
      case 'cancel':
      case 'drop':
        return outcome(without(state, step));
    }
  },
};

/** A tap on the tray: the picture waits in the hand; a second tap puts it back. */
export function take(state: HandState, symbol: string): HandState {
  const taken = state.taken === symbol ? undefined : symbol;
  return { ...state, taken, picked: undefined };
}

/** A finger pulls a picture of this size out of the tray. */
export function carry(
  state: HandState,
  { symbol, size }: Readonly<{ symbol: string; size: number }>,
  step: Step,
): HandState {
  const at = placeOf(step.samples[0]);
  const { pointer } = step;
  const held = { pointer, item: undefined, symbol, size, turn: 0, at };
  const grip = { pointer, held, pinned: false, offset: { x: 0, y: 0 }, start: at, moved: true };
  return gripping({ ...state, taken: undefined, picked: undefined }, grip);
}

/** Nothing picked and nothing waiting any more; what fingers hold stays held. */
export function letGo(state: HandState): HandState {
  return { ...state, taken: undefined, picked: undefined };
}

/** What takes the picked thing away. */
export function takeAway(picked: Picked): Operation {
  switch (picked.kind) {
    case 'item':
      return { kind: 'item/set', item: picked.id, gone: true };
    case 'link':
      return { kind: 'link/set', link: picked.id, gone: true };
    case 'ring':
      return { kind: 'ring/set', ring: picked.id, gone: true };
  }
}

function touched(state: HandState, step: Step, scene: Scene): HandState {
  const { pointer, samples } = step;
  const start = placeOf(samples[0]);
  const { taken: symbol } = state;
  if (symbol !== undefined) {
    const held = { pointer, item: undefined, symbol, size: scene.itemSize, turn: 0, at: start };
    const grip = { pointer, held, pinned: false, offset: NOWHERE, start, moved: false };
    return gripping(state, grip);
  }
  const found = itemMeant(scene.page(), { ...step, samples: [samples[0]] });
  const item = found && !isEgo(found) ? found : undefined;
  const grip = {
    pointer,
    held: item && { pointer, ...looksOf(item), at: item },
    pinned: item?.pinned ?? false,
    offset: item ? { x: item.x - start.x, y: item.y - start.y } : NOWHERE,
    start,
    moved: false,
  };
  return gripping(state, grip);
}

const NOWHERE: Point = { x: 0, y: 0 };

function looksOf({ id, symbol, size, turn }: Item): Omit<Held, 'pointer' | 'at'> {
  return { item: id, symbol, size, turn };
}

function moved(state: HandState, { pointer, samples }: Step): HandState {
  const finger = placeOf(samples.at(-1) ?? samples[0]);
  const grips = state.grips.map((grip): Grip => {
    if (grip.pointer !== pointer) return grip;
    const far = grip.moved || distance(finger, grip.start) > TAP;
    const at = { x: finger.x + grip.offset.x, y: finger.y + grip.offset.y };
    return { ...grip, moved: far, held: grip.held && far ? { ...grip.held, at } : grip.held };
  });
  return { ...state, grips };
}

function lifted(state: HandState, step: Step, scene: Scene): Outcome<HandState> {
  const grip = state.grips.find(({ pointer }) => pointer === step.pointer);
  const rest = without(state, step);
  if (!grip) return outcome(rest);
  const { held } = grip;
  if (!held) return grip.moved ? outcome(rest) : tappedPaper(rest, grip.start, scene);
  if (held.item === undefined) return putDown(rest, held, step, scene);
  const picked: Picked = { kind: 'item', id: held.item };
  if (!scene.page().items.some(({ id }) => id === held.item)) return outcome(rest, [], 'item/gone');
  if (step.overBin) return outcome({ ...rest, picked: undefined }, [takeAway(picked)]);
  if (grip.moved && grip.pinned) return outcome(rest);
  if (grip.moved) {
    const place = ontoPage(held.at);
    return outcome(rest, [{ kind: 'item/set', item: held.item, place }]);
  }
  const again = rest.picked?.id === held.item;
  return outcome({ ...rest, picked: again ? undefined : picked });
}

/** A new picture is put where it was let go; beside the page it goes back to the tray. */
function putDown(rest: HandState, held: Held, step: Step, scene: Scene): Outcome<HandState> {
  if (step.overBin || !isOnPage(held.at)) return outcome(rest);
  const { symbol, size } = held;
  const put: Operation = {
    kind: 'item/put',
    item: scene.names().item,
    page: scene.page().id,
    symbol,
    ...ontoPage(held.at),
    size,
  };
  return outcome({ ...rest, taken: undefined }, [put]);
}

/** A tap on bare paper: what was picked goes there; else a line or a ring under the finger is picked. */
function tappedPaper(rest: HandState, at: Point, scene: Scene): Outcome<HandState> {
  const page = scene.page();
  const { picked } = rest;
  const waiting = picked?.kind === 'item' && page.items.find(({ id }) => id === picked.id);
  if (picked?.kind === 'item' && !waiting) {
    return outcome({ ...rest, picked: undefined }, [], 'item/gone');
  }
  if (waiting && !waiting.pinned) {
    const operation = { kind: 'item/set', item: waiting.id, place: ontoPage(at) } as const;
    return outcome({ ...rest, picked: undefined }, [operation]);
  }
  return outcome({ ...rest, picked: bondUnder(page, at) });
}

/** A finger has one grip: one that never lifted is forgotten when it comes down again. */
function gripping(state: HandState, grip: Grip): HandState {
  const { grips, ...rest } = without(state, grip);
  return { ...rest, grips: [...grips, grip] };
}

function without(state: HandState, { pointer }: Pick<Step, 'pointer'>): HandState {
  return { ...state, grips: state.grips.filter((grip) => grip.pointer !== pointer) };
}

function outcome(
  state: HandState,
  operations: readonly Operation[] = [],
  hint?: Hint,
): Outcome<HandState> {
  return { state, draft: draftOf(state), operations, ...(hint && { hint }) };
}

function draftOf({ grips, picked }: HandState): Draft {
  const held = grips.flatMap(({ held: one, pinned, moved: far }) =>
    one && !pinned && (far || one.item === undefined) ? [one] : [],
  );
  return { ...EMPTY_DRAFT, held, picked };
}
