/** What the buttons beside a picked thing do: each an operation, or nothing when it is at its end already. */
import type { Dispute, Label, SetItem, SetLink, SetRing } from '#domain/operation.ts';
import { PAGE_WIDTH } from '#domain/page.ts';
import type { Item, Link } from '#domain/work.ts';
import type { Picked } from '#editing/draft.ts';
import type { Bond } from '#editing/tool.ts';

/** Bigger and smaller by a quarter: size is data, so there are few sizes. */
const STEP = 1.25;
/** A picture stays large enough to be touched, and leaves room for others. */
const SIZES = { least: 60, most: PAGE_WIDTH / 2 } as const;
/** A turn, in degrees. */
const TURN = 30;
/** How far an arrow key moves a picture, in page units. */
const NUDGE = 40;

export const WAYS = ['left', 'right', 'up', 'down'] as const;
export type Way = (typeof WAYS)[number];

/** Bigger, or smaller. */
export function resized({ id, size }: Item, way: 'bigger' | 'smaller'): SetItem | undefined {
  const wanted = way === 'bigger' ? size * STEP : size / STEP;
  const next = Math.round(Math.min(Math.max(wanted, SIZES.least), SIZES.most));
  return next === size ? undefined : { kind: 'item/set', item: id, size: next };
}

/** Turned to the left or to the right. */
export function turned({ id, turn }: Item, way: 'left' | 'right'): SetItem {
  const next = (turn + (way === 'right' ? TURN : 360 - TURN)) % 360;
  return { kind: 'item/set', item: id, turn: next };
}

/** Below all else on the page. */
export function sentBehind({ id }: Item): SetItem {
  return { kind: 'item/set', item: id, behind: true };
}

/** There is none and we want one; or after all there is. */
export function wished({ id, wish }: Item): SetItem {
  return { kind: 'item/set', item: id, wish: !wish };
}

/** Moved a little; nothing for what is pinned. */
export function nudged({ id, x, y, pinned }: Item, way: Way): SetItem | undefined {
  if (pinned) return undefined;
  const [dx, dy] = stepOf(way);
  return { kind: 'item/set', item: id, place: { x: x + dx * NUDGE, y: y + dy * NUDGE } };
}

/** The step of an arrow key: 1, 0 or -1 along x and y. */
export function stepOf(way: Way): readonly [number, number] {
  return ({ left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const)[way];
}

/** What the thing is called; of links nothing. */
export function labelled(picked: Picked, label: Label): SetItem | SetRing | undefined {
  if (picked.kind === 'item') return { kind: 'item/set', item: picked.id, label };
  return picked.kind === 'ring' ? { kind: 'ring/set', ring: picked.id, label } : undefined;
}

/** The children do not agree about the picture; between nobody: they do now. */
export function disputed({ id }: Item, dispute: Dispute): SetItem {
  return { kind: 'item/set', item: id, dispute };
}

/** What a link says from now on; nothing when it says so already. */
export function bound(link: Link, bond: Bond): SetLink | undefined {
  const { relation, valence, direction } = bond;
  const said = {
    ...(relation !== undefined && relation !== link.relation && { relation }),
    ...(valence !== undefined && valence !== link.valence && { valence }),
    ...(direction !== undefined && direction !== link.direction && { direction }),
  };
  return Object.keys(said).length === 0 ? undefined : { kind: 'link/set', link: link.id, ...said };
}
