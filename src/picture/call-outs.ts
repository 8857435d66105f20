/** Where the numbers go: beside what they stand for, on the sheet, and never over one another. */
import {
  distance,
  isOnPage,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  squareAt,
  toSegment,
  type Point,
} from '#domain/page.ts';
import type { Item } from '#domain/work.ts';
import { sideOf, type Run } from '#domain/bonds.ts';

/** A number, where its disc stands and how large it is, and the place it points to. */
export type CallOut = Readonly<{ number: number; at: Point; radius: number; to: Point }>;

/** Radius of a number's disc, in page units; on a very full page they are smaller. */
export const CALL_OUT_RADIUS = 25;
/**
 * So many numbers always find room at full size: a disc takes at most four of the 588 places of the grid, and more
 * discs are smaller, so that a grid as fine as they are has four places for each.
 */
const ALWAYS_FIT = 140;
/** Directions tried first: the upper right corner, then around, eight ways; farther out each time. */
const WAYS = [-45, -135, 45, 135, -90, 0, 180, 90].map((degrees) => (degrees * Math.PI) / 180);
const RINGS = [0, 40, 90, 150, 220, 300, 400, 520, 660, 820, 1000, 1200];

/** How large the discs of so many numbers are, in page units. */
export function radiusFor(count: number): number {
  return CALL_OUT_RADIUS * Math.min(Math.sqrt(ALWAYS_FIT / count), 1);
}

/**
 * A number for each picture, in the given order, 1 first; away from the `lines` and from what else is `taken`
 * where there is room.
 */
export function callOuts(
  items: readonly Item[],
  lines: readonly Run[] = [],
  taken: readonly Point[] = [],
): CallOut[] {
  const radius = radiusFor(items.length);
  const room = new Room(radius);
  return items.map((item, index) => {
    const isClear = (at: Point): boolean =>
      !items.some((other) => other !== item && covers(other, at, radius)) &&
      !taken.some((place) => distance(place, at) < room.apart) &&
      !lines.some((run) => toSegment(at, run) < radius + 8);
    const at = room.near(item, isClear) ?? room.anywhere(item) ?? { x: item.x, y: item.y };
    room.take(at);
    return { number: index + 1, at, radius, to: edgeOf(item, at) };
  });
}

/** The sheet, and where discs stand on it already; kept by squares, so that only neighbours are looked at. */
class Room {
  /** The least way between the middles of two discs. */
  readonly apart: number;
  readonly #edge: number;
  readonly #squares = new Map<string, Point[]>();

  constructor(radius: number) {
    this.apart = radius * 2.24;
    this.#edge = radius + 4;
  }

  take(at: Point): void {
    const key = this.#squareOf(at, 0, 0);
    this.#squares.set(key, [...(this.#squares.get(key) ?? []), at]);
  }

  /** The first free place around the picture, best one that is clear of everything else. */
  near(item: Item, isClear: (at: Point) => boolean): Point | undefined {
    let free: Point | undefined;
    for (const at of ways(item)) {
      if (!this.#fits(at) || !this.#isFree(at)) continue;
      if (isClear(at)) return at;
      free ??= at;
    }
    return free;
  }

  /** The nearest free place on the whole sheet, for pictures heaped up where all places around are taken. */
  anywhere(item: Item): Point | undefined {
    const [xs, ys] = [this.#steps(PAGE_WIDTH), this.#steps(PAGE_HEIGHT)];
    const grid = xs.flatMap((x) => ys.map((y) => ({ x, y })));
    const free = grid.filter((at) => this.#isFree(at));
    return free.sort((a, b) => distance(a, item) - distance(b, item))[0];
  }

  #steps(length: number): number[] {
    const count = Math.floor((length - 2 * this.#edge) / this.apart) + 1;
    return Array.from({ length: count }, (_, at) => this.#edge + at * this.apart);
  }

  #fits({ x, y }: Point): boolean {
    const edge = this.#edge;
    return isOnPage({ x: x - edge, y: y - edge }) && isOnPage({ x: x + edge, y: y + edge });
  }

  #isFree(at: Point): boolean {
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => this.#squareOf(at, dx, dy)));
    return around.every((square) =>
      (this.#squares.get(square) ?? []).every((one) => distance(one, at) >= this.apart),
    );
  }

  #squareOf({ x, y }: Point, dx: number, dy: number): string {
    const [column, row] = [Math.floor(x / this.apart) + dx, Math.floor(y / this.apart) + dy];
    return `${String(column)} ${String(row)}`;
  }
}

function* ways(item: Item): Generator<Point> {
  const { x, y } = item;
  const size = sideOf(item);
  for (const out of RINGS) {
    for (const way of WAYS) {
      const reach =
        (size / 2) * (Math.abs(Math.cos(way)) > 0.1 && Math.abs(Math.sin(way)) > 0.1 ? 1.3 : 1.1);
      yield { x: x + Math.cos(way) * (reach + out), y: y + Math.sin(way) * (reach + out) };
    }
  }
}

function covers(item: Item, at: Point, radius: number): boolean {
  const box = squareAt(item, sideOf(item) * 0.9 + radius);
  return at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom;
}

/** Where the leader touches the picture. */
function edgeOf(item: Item, at: Point): Point {
  const { x, y } = item;
  const apart = distance({ x, y }, at) || 1;
  const reach = Math.min(sideOf(item) * 0.42, apart);
  return { x: x + ((at.x - x) * reach) / apart, y: y + ((at.y - y) * reach) / apart };
}
