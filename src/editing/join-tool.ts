/** Joining two pictures with a line: pull from one to the other, or tap one and then the other. */
import type { ItemId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import { EMPTY_DRAFT, type Draft, type Rope } from '#editing/draft.ts';
import { itemUnder } from '#editing/find.ts';
import type { Hint, Outcome, Scene, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

export type JoinState = Readonly<{
  /** The first picture, tapped and waiting for the second. */
  first: ItemId | undefined;
  ropes: readonly Rope[];
}>;

/** The rope. */
export const joinTool: Tool<JoinState> = {
  idle: { first: undefined, ropes: [] },
  draft: draftOf,
  step: (state, step, scene) => {
    const at = placeOf(step.samples.at(-1) ?? step.samples[0]);
    const rope = state.ropes.find(({ pointer }) => pointer === step.pointer);
    const rest = { ...state, ropes: state.ropes.filter((one) => one !== rope) };
    switch (step.phase) {
      case 'down': {
        const from = itemUnder(scene.page(), at)?.id;
        if (from === undefined) return outcome({ ...rest, first: undefined });
        return outcome({ ...rest, ropes: [...rest.ropes, { pointer: step.pointer, from, at }] });
      }
      case 'move':
        return outcome(rope ? { ...rest, ropes: [...rest.ropes, { ...rope, at }] } : state);
      case 'up':
        return rope ? lifted(rest, rope, itemUnder(scene.page(), at)?.id, scene) : outcome(rest);
      case 'cancel':
      case 'drop':
        return outcome(rest);
    }
  },
};

function lifted(
  rest: JoinState,
  { from }: Rope,
  to: ItemId | undefined,
  scene: Scene,
): Outcome<JoinState> {
  if (to === undefined) return outcome({ ...rest, first: undefined });
  if (to !== from) return joined(rest, from, to, scene);
  if (rest.first === undefined) return outcome({ ...rest, first: to });
  if (rest.first !== to) return joined(rest, rest.first, to, scene);
  return outcome({ ...rest, first: undefined }, [], 'link/to-itself');
}

function joined(rest: JoinState, from: ItemId, to: ItemId, scene: Scene): Outcome<JoinState> {
  const done = { ...rest, first: undefined };
  const there = scene
    .page()
    .links.some(
      (link) => (link.from === from && link.to === to) || (link.from === to && link.to === from),
    );
  if (there) return outcome(done, [], 'link/already-there');
  return outcome(done, [{ kind: 'link/add', link: scene.names().link, from, to }]);
}

function outcome(
  state: JoinState,
  operations: readonly Operation[] = [],
  hint?: Hint,
): Outcome<JoinState> {
  return { state, draft: draftOf(state), operations, ...(hint && { hint }) };
}

function draftOf({ first, ropes }: JoinState): Draft {
  const picked = first && ({ kind: 'item', id: first } as const);
  return { ...EMPTY_DRAFT, ropes, picked };
}
