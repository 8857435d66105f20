/**
 * Pouring paint: which area a drop at one place fills. Lines are walls, small gaps in them are closed as
 * a child means them to be, and paint that would flood the sheet is refused. Works on a coarse raster of
 * the ink, two page units a cell; what comes out is edges in page units.
 */
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import { ringsOf } from '#ink/outline.ts';

/** Page units to a cell of the raster. */
export const CELL = 2;
export const MASK_WIDTH = PAGE_WIDTH / CELL;
export const MASK_HEIGHT = PAGE_HEIGHT / CELL;

/** How much ink lies in each cell, row by row: 0 none to 255 full. */
export type InkMask = Uint8Array;

/** Where to pour, on which ink. */
export type PourAsk = Readonly<{ ink: InkMask; at: Point }>;

/** The edges of what was filled; or why nothing was. */
export type Poured =
  Readonly<{ kind: 'filled'; rings: number[][] }> | Readonly<{ kind: 'spills' | 'on-ink' }>;

/** From so much ink on a cell is wall: privacy browsers add noise, so nothing compares exactly. */
const WALL = 96;
/** Gaps up to twice as many cells are closed; fewer when the drop falls into a narrow place. */
const BRIDGES = [4, 2, 1, 0];
/** Paint that would cover more of the sheet than this is refused kindly. */
const FLOOD = 0.6;
/** So many cells the paint reaches under the lines around it, so that no rim shows. */
const UNDER = 2;

/** Pour at a place of the page. */
export function pour(ink: InkMask, at: Point): Poured {
  const seed = cellAt(at);
  const walls = ink.map((cover) => (cover >= WALL ? 1 : 0));
  const far = distances(walls);
  if (walls[seed] === 1) return { kind: 'on-ink' };
  const bridge = BRIDGES.find((cells) => (far[seed] ?? 0) > cells) ?? 0;
  const area = flood(seed, (cell) => (far[cell] ?? 0) > bridge);
  if (sizeOf(area) > FLOOD * area.length) return { kind: 'spills' };
  for (let step = 0; step < bridge; step++) widen(area, (cell) => walls[cell] === 0);
  for (let step = 0; step < UNDER; step++) widen(area, () => true);
  const rings = ringsOf(area, MASK_WIDTH).map((ring) => ring.map((value) => value * CELL));
  return { kind: 'filled', rings };
}

function cellAt({ x, y }: Point): number {
  const column = Math.min(Math.max(Math.floor(x / CELL), 0), MASK_WIDTH - 1);
  const row = Math.min(Math.max(Math.floor(y / CELL), 0), MASK_HEIGHT - 1);
  return row * MASK_WIDTH + column;
}

function sizeOf(area: Uint8Array): number {
  return area.reduce((sum, one) => sum + one, 0);
}

/** How far each cell is from the nearest wall, about; two sweeps. Source: chamfer distance, Borgefors 1986. */
function distances(walls: Uint8Array): Float32Array {
  const far = Float32Array.from(walls, (wall) => (wall === 1 ? 0 : Infinity));
  const sweep = (cell: number, neighbours: readonly (readonly [number, number])[]): void => {
    let least = far[cell] ?? Infinity;
    for (const [step, cost] of neighbours)
      least = Math.min(least, (far[cell + step] ?? Infinity) + cost);
    far[cell] = least;
  };
  const [near, askew] = [1, 4 / 3];
  const before = [
    [-1, near],
    [-MASK_WIDTH, near],
    [-MASK_WIDTH - 1, askew],
    [-MASK_WIDTH + 1, askew],
  ] as const;
  const after = before.map(([step, cost]) => [-step, cost] as const);
  for (let cell = 0; cell < far.length; cell++) sweep(cell, before);
  for (let cell = far.length - 1; cell >= 0; cell--) sweep(cell, after);
  return far;
}

/** The cells that can be reached from the seed, as 1. Runs along rows. */
function flood(seed: number, isFree: (cell: number) => boolean): Uint8Array {
  const area = new Uint8Array(MASK_WIDTH * MASK_HEIGHT);
  const open = (cell: number): boolean => area[cell] === 0 && isFree(cell);
  const waiting = [seed];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (!open(cell)) continue;
    const row = cell - (cell % MASK_WIDTH);
    let [from, to] = [cell, cell];
    while (from > row && open(from - 1)) from--;
    while (to < row + MASK_WIDTH - 1 && open(to + 1)) to++;
    area.fill(1, from, to + 1);
    for (const beside of [from - MASK_WIDTH, from + MASK_WIDTH]) {
      waiting.push(...runsFrom(beside, beside + to - from, open));
    }
  }
  return area;
}

/** The first cell of each open run between two cells of a row. */
function runsFrom(from: number, to: number, open: (cell: number) => boolean): number[] {
  if (from < 0 || to >= MASK_WIDTH * MASK_HEIGHT) return [];
  const runs: number[] = [];
  for (let at = from; at <= to; at++) if (open(at) && (at === from || !open(at - 1))) runs.push(at);
  return runs;
}

/** Let the area grow by one cell on all sides, where it may. */
function widen(area: Uint8Array, mayGrow: (cell: number) => boolean): void {
  const rim: number[] = [];
  for (let cell = 0; cell < area.length; cell++) {
    if (area[cell] === 1 || !mayGrow(cell)) continue;
    const column = cell % MASK_WIDTH;
    const beside =
      (column > 0 && area[cell - 1] === 1) ||
      (column < MASK_WIDTH - 1 && area[cell + 1] === 1) ||
      area[cell - MASK_WIDTH] === 1 ||
      area[cell + MASK_WIDTH] === 1;
    if (beside) rim.push(cell);
  }
  for (const cell of rim) area[cell] = 1;
}
