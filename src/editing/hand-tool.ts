/**
 * The hand: puts pictures from the tray on the page, moves them, takes them away. Everything goes by
 * drag and by tap-tap: tap a picture in the tray or on the page, then tap where it shall go.
 */
import type { Operation } from '#domain/operation.ts';
import { distance, isOnPage, ontoPage, type Point } from '#domain/page.ts';
import { EMPTY_DRAFT, type Draft, type Held, type Picked } from '#editing/draft.ts';
import { itemUnder, linkUnder } from '#editing/find.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome, Scene, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

/** One finger on the page. */
type Grip = Readonly<{
  pointer: number;
  /** What it holds; nothing when it touched bare paper. */
  held: Held | undefined;
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

/** Side of a picture put on the page, in page units: about 1.7 cm on an 8-inch tablet. */
export const ITEM_SIZE = 170;
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

/** A finger pulls a picture out of the tray. */
export function carry(state: HandState, symbol: string, step: Step): HandState {
  const at = placeOf(step.samples[0]);
  const held = { pointer: step.pointer, item: undefined, symbol, size: ITEM_SIZE, at };
  const grip = { pointer: step.pointer, held, offset: { x: 0, y: 0 }, start: at, moved: true };
  return gripping({ ...state, taken: undefined, picked: undefined }, grip);
}

/** Nothing picked and nothing waiting any more; what fingers hold stays held. */
export function letGo(state: HandState): HandState {
  return { ...state, taken: undefined, picked: undefined };
}

/** What takes the picked thing away. */
export function takeAway(picked: Picked): Operation {
  return picked.kind === 'item'
    ? { kind: 'item/set', item: picked.id, gone: true }
    : { kind: 'link/set', link: picked.id, gone: true };
}

function touched(state: HandState, { pointer, samples }: Step, { page }: Scene): HandState {
  const start = placeOf(samples[0]);
  const item = state.taken === undefined ? itemUnder(page(), start) : undefined;
  const held = state.taken
    ? { pointer, item: undefined, symbol: state.taken, size: ITEM_SIZE, at: start }
    : item && { pointer, item: item.id, symbol: item.symbol, size: item.size, at: item };
  const offset = item ? { x: item.x - start.x, y: item.y - start.y } : { x: 0, y: 0 };
  const grip = { pointer, held, offset, start, moved: false };
  return gripping(state, grip);
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
  if (step.overBin) return outcome({ ...rest, picked: undefined }, [takeAway(picked)]);
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

/** A tap on bare paper: what was picked goes there; else a line under the finger is picked. */
function tappedPaper(rest: HandState, at: Point, { page }: Scene): Outcome<HandState> {
  if (rest.picked?.kind === 'item') {
    const operation = { kind: 'item/set', item: rest.picked.id, place: ontoPage(at) } as const;
    return outcome({ ...rest, picked: undefined }, [operation]);
  }
  const link = linkUnder(page(), at);
  return outcome({ ...rest, picked: link && { kind: 'link', id: link.id } });
}

/** A finger has one grip: one that never lifted is forgotten when it comes down again. */
function gripping(state: HandState, grip: Grip): HandState {
  const { grips, ...rest } = without(state, grip);
  return { ...rest, grips: [...grips, grip] };
}

function without(state: HandState, { pointer }: Pick<Step, 'pointer'>): HandState {
  return { ...state, grips: state.grips.filter((grip) => grip.pointer !== pointer) };
}

function outcome(state: HandState, operations: readonly Operation[] = []): Outcome<HandState> {
  return { state, draft: draftOf(state), operations };
}

function draftOf({ grips, picked }: HandState): Draft {
  const held = grips.flatMap(({ held: one, moved: far }) =>
    one && (far || one.item === undefined) ? [one] : [],
  );
  return { ...EMPTY_DRAFT, held, picked };
}
