/**
 * Several children at one sheet at the same time: each has a dock at a corner and a colour of its own,
 * and a finger that comes down belongs to the nearest dock.
 */
import type { Contributor, Token } from '#domain/contributor.ts';
import type { Crayon } from '#domain/crayon.ts';
import { distance, PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';

export type Dock = Readonly<{ by: Token; crayon: Crayon; corner: Corner }>;

export const CORNERS = ['bottom-left', 'bottom-right', 'top-right', 'top-left'] as const;
export type Corner = (typeof CORNERS)[number];

/** At most as many as the sheet has corners. */
export const MOST_DOCKS = CORNERS.length;
const FIRST_COLOURS: readonly Crayon[] = ['red', 'blue', 'green', 'adobe'];

const PLACE_OF: Readonly<Record<Corner, Point>> = {
  'bottom-left': { x: 0, y: PAGE_HEIGHT },
  'bottom-right': { x: PAGE_WIDTH, y: PAGE_HEIGHT },
  'top-right': { x: PAGE_WIDTH, y: 0 },
  'top-left': { x: 0, y: 0 },
};

/** Docks for the first children of the list. */
export function docksFor(tokens: readonly Token[]): Dock[] {
  return tokens.slice(0, MOST_DOCKS).map((by, at) => ({
    by,
    crayon: FIRST_COLOURS[at] ?? 'black',
    corner: CORNERS[at] ?? 'bottom-left',
  }));
}

/** The dock a finger at this place belongs to; none when there are no docks. */
export function nearestDock(docks: readonly Dock[], at: Point): Dock | undefined {
  const [nearest] = [...docks].sort(
    (a, b) => distance(PLACE_OF[a.corner], at) - distance(PLACE_OF[b.corner], at),
  );
  return nearest;
}

/** The docks with another colour at one of them. */
export function recoloured(docks: readonly Dock[], by: Contributor, crayon: Crayon): Dock[] {
  return docks.map((dock) => (dock.by === by ? { ...dock, crayon } : dock));
}
