/** Joining two pictures with a line: pull from one to the other, or tap one and then the other. */
import type { ItemId, LinkId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import type { Link, Page } from '#domain/work.ts';
import { EMPTY_DRAFT, type Draft, type Rope } from '#editing/draft.ts';
import { itemMeant, linkUnder } from '#editing/find.ts';
import type { Step } from '#editing/step.ts';
import type { Hint, Outcome, Scene, Tool } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';

export type JoinState = Readonly<{
  /** The first picture, tapped and waiting for the second. */
  first: ItemId | undefined;
  /** The link that was made or tapped last: what it says can be changed. */
  link: LinkId | undefined;
  ropes: readonly Rope[];
}>;

/** The rope. */
export const joinTool: Tool<JoinState> = {
  idle: { first: undefined, link: undefined, ropes: [] },
  draft: draftOf,
  step: (state, step, scene) => {
    const at = placeOf(step.samples.at(-1) ?? step.samples[0]);
    const rope = state.ropes.find(({ pointer }) => pointer === step.pointer);
    const rest = { ...state, ropes: state.ropes.filter((one) => one !== rope) };
    switch (step.phase) {
      case 'down': {
        const from = itemMeant(scene.page(), step)?.id;
        if (from === undefined) {
          const link = linkUnder(scene.page(), at)?.id;
          return outcome({ ...rest, first: undefined, link });
        }
        const pulled = { pointer: step.pointer, from, at };
        return outcome({ ...rest, link: undefined, ropes: [...rest.ropes, pulled] });
      }
      case 'move':
        if (!rope) return outcome(state);
        return outcome({
          ...rest,
          ropes: [...rest.ropes, { ...rope, at, over: over(rope, step, scene) }],
        });
      case 'up':
        return rope ? lifted(rest, rope, over(rope, step, scene), scene) : outcome(rest);
      case 'cancel':
      case 'drop':
        return outcome(rest);
    }
  },
};

/** The picture a rope is pulled to: the one under the finger, or the one that was there until it went. */
function over(rope: Rope, step: Step, scene: Scene): ItemId | undefined {
  const now = itemMeant(scene.page(), step)?.id;
  const isGone = !scene.page().items.some(({ id }) => id === rope.over);
  return now ?? (isGone ? rope.over : undefined);
}

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
  const page = scene.page();
  if (![from, to].every((end) => page.items.some(({ id }) => id === end))) {
    return outcome(done, [], 'item/gone');
  }
  const there = linkLike(page, { from, to, relation: scene.bond.relation });
  if (there) return outcome({ ...done, link: there.id }, [], 'link/already-there');
  const { link } = scene.names();
  return outcome({ ...done, link }, [{ kind: 'link/add', link, from, to, ...scene.bond }]);
}

/** The link of this kind that joins these two pictures already, either way round. */
export function linkLike(
  { links }: Pick<Page, 'links'>,
  { from, to, relation }: Pick<Link, 'from' | 'to' | 'relation'>,
): Link | undefined {
  const isBetween = (one: Link, a: ItemId, b: ItemId): boolean => one.from === a && one.to === b;
  return links.find(
    (one) => one.relation === relation && (isBetween(one, from, to) || isBetween(one, to, from)),
  );
}

function outcome(
  state: JoinState,
  operations: readonly Operation[] = [],
  hint?: Hint,
): Outcome<JoinState> {
  return { state, draft: draftOf(state), operations, ...(hint && { hint }) };
}

function draftOf({ first, link, ropes }: JoinState): Draft {
  const item = first && ({ kind: 'item', id: first } as const);
  const picked = item ?? (link && ({ kind: 'link', id: link } as const));
  return { ...EMPTY_DRAFT, ropes, picked };
}
