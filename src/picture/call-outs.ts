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
import type { Ends } from '#picture/links.ts';

/** A number, where it stands, and the place it points to. */
export type CallOut = Readonly<{ number: number; at: Point; to: Point }>;

/** Radius of a number's disc and the least room between two, in page units. */
export const CALL_OUT_RADIUS = 25;
const APART = CALL_OUT_RADIUS * 2 + 6;
/** Directions tried first: the upper right corner, then around, eight ways; farther out each time. */
const WAYS = [-45, -135, 45, 135, -90, 0, 180, 90].map((degrees) => (degrees * Math.PI) / 180);
const RINGS = [0, 40, 90, 150, 220, 300, 400, 520, 660, 820, 1000, 1200];

const EDGE = CALL_OUT_RADIUS + 4;
const GRID = steps(PAGE_WIDTH).flatMap((x) => steps(PAGE_HEIGHT).map((y): Point => ({ x, y })));

/** A number for each picture, in the given order, 1 first; away from the `lines` where there is room. */
export function callOuts(items: readonly Item[], lines: readonly Ends[] = []): CallOut[] {
  const set: CallOut[] = [];
  for (const [index, item] of items.entries()) {
    const free = placesAround(item).filter((at) =>
      set.every((one) => distance(one.at, at) >= APART),
    );
    const clear = free.find(
      (at) =>
        !items.some((other) => other !== item && covers(other, at)) &&
        !lines.some((ends) => toSegment(at, ends) < CALL_OUT_RADIUS + 8),
    );
    const at = clear ?? free[0] ?? anywhere(item, set) ?? { x: item.x, y: item.y };
    set.push({ number: index + 1, at, to: edgeOf(item, at) });
  }
  return set;
}

function steps(length: number): number[] {
  return Array.from(
    { length: Math.floor((length - 2 * EDGE) / APART) + 1 },
    (_, at) => EDGE + at * APART,
  );
}

function* ways({ x, y, size }: Item): Generator<Point> {
  for (const out of RINGS) {
    for (const way of WAYS) {
      const reach =
        (size / 2) * (Math.abs(Math.cos(way)) > 0.1 && Math.abs(Math.sin(way)) > 0.1 ? 1.3 : 1.1);
      yield { x: x + Math.cos(way) * (reach + out), y: y + Math.sin(way) * (reach + out) };
    }
  }
}

function placesAround(item: Item): Point[] {
  return [...ways(item)].filter(
    ({ x, y }) => isOnPage({ x: x - EDGE, y: y - EDGE }) && isOnPage({ x: x + EDGE, y: y + EDGE }),
  );
}

/** The nearest free place on the whole sheet, for pictures heaped up where all places around are taken. */
function anywhere(item: Item, set: readonly CallOut[]): Point | undefined {
  const free = GRID.filter((at) => set.every((one) => distance(one.at, at) >= APART));
  return free.sort((a, b) => distance(a, item) - distance(b, item))[0];
}

function covers(item: Item, at: Point): boolean {
  const box = squareAt(item, item.size * 0.9 + CALL_OUT_RADIUS);
  return at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom;
}

/** Where the leader touches the picture. */
function edgeOf({ x, y, size }: Item, at: Point): Point {
  const apart = distance({ x, y }, at) || 1;
  const reach = Math.min(size * 0.42, apart);
  return { x: x + ((at.x - x) * reach) / apart, y: y + ((at.y - y) * reach) / apart };
}
