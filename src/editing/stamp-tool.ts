/** Stamping: a tap on a person or a place says how it feels; the same tap again takes it back. */
import type { ItemId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import { distance, type Point } from '#domain/page.ts';
import { EMPTY_DRAFT } from '#editing/draft.ts';
import { itemMeant } from '#editing/find.ts';
import type { Hint, Outcome, Scene, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

/** The fingers that touch: where each came down, and on which picture. */
export type StampState = ReadonlyMap<number, Readonly<{ at: Point; item: ItemId | undefined }>>;

/** A finger that slid farther than this did not mean the picture it came down on. */
const SLIP = 60;

/** The stamp. */
export const stampTool: Tool<StampState> = {
  idle: new Map(),
  draft: () => EMPTY_DRAFT,
  step: (state, step, scene) => {
    if (step.phase === 'move') return outcome(state);
    const rest = new Map(state);
    const down = state.get(step.pointer);
    rest.delete(step.pointer);
    if (step.phase === 'down') {
      const at = placeOf(step.samples[0]);
      rest.set(step.pointer, { at, item: itemMeant(scene.page(), step)?.id });
    }
    if (step.phase !== 'up' || down?.item === undefined) return outcome(rest);
    const slid = distance(down.at, placeOf(step.samples.at(-1) ?? step.samples[0])) > SLIP;
    return slid ? outcome(rest) : stamped(rest, down.item, scene);
  },
};

function stamped(rest: StampState, item: ItemId, scene: Scene): Outcome<StampState> {
  const { by, feeling, names } = scene;
  const page = scene.page();
  if (!page.items.some(({ id }) => id === item)) return outcome(rest, [], 'item/gone');
  const mine = page.stamps.find(
    (stamp) => stamp.item === item && stamp.by === by && stamp.feeling === feeling,
  );
  if (mine) return outcome(rest, [{ kind: 'stamp/set', stamp: mine.id, gone: true }]);
  return outcome(rest, [{ kind: 'stamp/add', stamp: names().stamp, item, feeling }]);
}

function outcome(
  state: StampState,
  operations: readonly Operation[] = [],
  hint?: Hint,
): Outcome<StampState> {
  return { state, draft: EMPTY_DRAFT, operations, ...(hint && { hint }) };
}
