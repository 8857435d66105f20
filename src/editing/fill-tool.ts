/** Pouring paint: a tap asks which area it fills; the answer comes a little later. */
import { isOnPage, type Point } from '#domain/page.ts';
import { EMPTY_DRAFT } from '#editing/draft.ts';
import type { Outcome, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

/** The fingers that touch, and where each came down. */
export type FillState = ReadonlyMap<number, Point>;

/** The paint pot. */
export const fillTool: Tool<FillState> = {
  idle: new Map(),
  draft: () => EMPTY_DRAFT,
  step: (state, step) => {
    const rest = new Map(state);
    const down = state.get(step.pointer);
    rest.delete(step.pointer);
    if (step.phase === 'down') rest.set(step.pointer, placeOf(step.samples[0]));
    if (step.phase === 'move') return outcome(state);
    return outcome(rest, step.phase === 'up' ? down : undefined);
  },
};

function outcome(state: FillState, at?: Point): Outcome<FillState> {
  const drop = at && isOnPage(at) ? { pour: at } : {};
  return { state, draft: EMPTY_DRAFT, operations: [], ...drop };
}
