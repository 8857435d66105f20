/**
 * Several children at one sheet at the same time: each has a dock at a side of the tablet and a colour of its
 * own. A finger that comes down belongs to the nearest dock, and what leaves a dock to the child whose it is.
 */
import type { Contributor, Token } from '#domain/contributor.ts';
import type { Crayon } from '#domain/crayon.ts';
import { distance, PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';

export type Dock = Readonly<{ by: Token; crayon: Crayon; side: Side }>;

/** The first two sit face to face. */
export const SIDES = ['bottom', 'top', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** At most as many as the tablet has sides. */
export const MOST_DOCKS = SIDES.length;
const FIRST_COLOURS: readonly Crayon[] = ['red', 'blue', 'green', 'adobe'];

const PLACE_OF: Readonly<Record<Side, Point>> = {
  bottom: { x: PAGE_WIDTH / 2, y: PAGE_HEIGHT },
  top: { x: PAGE_WIDTH / 2, y: 0 },
  left: { x: 0, y: PAGE_HEIGHT / 2 },
  right: { x: PAGE_WIDTH, y: PAGE_HEIGHT / 2 },
};

/** Docks for the first children of the list. */
export function docksFor(tokens: readonly Token[]): Dock[] {
  return tokens.slice(0, MOST_DOCKS).map((by, at) => ({
    by,
    crayon: FIRST_COLOURS[at] ?? 'black',
    side: SIDES[at] ?? 'bottom',
  }));
}

/** The dock a finger at this place belongs to; none when there are no docks. */
export function nearestDock(docks: readonly Dock[], at: Point): Dock | undefined {
  const [nearest] = [...docks].sort(
    (a, b) => distance(PLACE_OF[a.side], at) - distance(PLACE_OF[b.side], at),
  );
  return nearest;
}

/** The docks with another colour at one of them. */
export function recoloured(docks: readonly Dock[], by: Contributor, crayon: Crayon): Dock[] {
  return docks.map((dock) => (dock.by === by ? { ...dock, crayon } : dock));
}
