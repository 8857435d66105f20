/**
 * Where links and rings run: links from the edge of one picture to the edge of the other, side by side when
 * there are several between the same two; rings as a rubber band round their pictures. They follow whatever
 * moves, because nothing of this is stored.
 */
import type { ItemId, LinkId } from '#domain/ids.ts';
import { distance, type Point } from '#domain/page.ts';
import { DRAWN, type Item, type Link, type Ring } from '#domain/work.ts';

/** From one end to the other, in page units. */
export type Run = readonly [Point, Point];

/** What a picture is to whatever runs to it or round it. */
type Place = Pick<Item, 'id' | 'symbol' | 'x' | 'y' | 'size'>;

/** The part of a picture's half side that its drawing fills: lines stop there. */
const FILLED = 1.06;
/** Links between the same two pictures lie so far from each other. */
const APART = 50;
/** Pictures that overlap still show that they are joined, by a line this long. */
const SHORTEST = 44;
/** Something drawn is held where it was named, however far it reaches. */
const DRAWN_SIDE = 110;
/** Room between a picture and the ring round it. */
const RING_ROOM = 26;

/** The side of the square a picture takes up for what hangs on it, in page units. */
export function sideOf({ symbol, size }: Pick<Item, 'symbol' | 'size'>): number {
  return symbol === DRAWN ? Math.min(size, DRAWN_SIDE) : size;
}

/** Where each link runs whose two pictures are among the items. */
export function runsOf<Bond extends Pick<Link, 'id' | 'from' | 'to'>>(
  page: Readonly<{ items: readonly Place[]; links: readonly Bond[] }>,
): { link: Bond; run: Run }[] {
  const byId = new Map(page.items.map((item) => [item.id, item]));
  const siblings = new Map<string, LinkId[]>();
  for (const { id, from, to } of page.links) {
    const key = pairOf(from, to);
    siblings.set(key, [...(siblings.get(key) ?? []), id]);
  }
  return page.links.flatMap((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    if (!from || !to) return [];
    const all = siblings.get(pairOf(link.from, link.to)) ?? [];
    const aside = (all.indexOf(link.id) - (all.length - 1) / 2) * APART;
    return [{ link, run: runBetween(from, to, link.from < link.to ? aside : -aside) }];
  });
}

function pairOf(a: ItemId, b: ItemId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Edge to edge, `aside` to the left of the straight way. */
function runBetween(from: Place, to: Place, aside: number): Run {
  const apart = distance(from, to);
  const along =
    apart === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / apart, y: (to.y - from.y) / apart };
  const [leave, arrive] = [reachOf(from, aside), reachOf(to, aside)];
  const free = apart - leave - arrive;
  const begin = free >= SHORTEST ? leave : leave + (free - SHORTEST) / 2;
  const end = free >= SHORTEST ? apart - arrive : begin + SHORTEST;
  const at = (length: number): Point => ({
    x: from.x + along.x * length - along.y * aside,
    y: from.y + along.y * length + along.x * aside,
  });
  return [at(begin), at(end)];
}

/** How far from a picture's middle a line leaves it that runs `aside` of the middle. */
function reachOf(item: Place, aside: number): number {
  const radius = (sideOf(item) / 2) * FILLED;
  return Math.sqrt(Math.max(radius * radius - aside * aside, 0));
}

/** The rubber band round the ring's pictures, as corners in turn. */
export function bandOf({ items: members }: Pick<Ring, 'items'>, items: readonly Place[]): Point[] {
  const places = members.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return hullOf(places.flatMap(cornersAround));
}

/** Places on a circle round the picture. */
function cornersAround(item: Place): Point[] {
  const radius = sideOf(item) / Math.SQRT2 + RING_ROOM;
  return Array.from({ length: 16 }, (_, at) => {
    const angle = (at * Math.PI) / 8;
    return { x: item.x + Math.cos(angle) * radius, y: item.y + Math.sin(angle) * radius };
  });
}

/** The corners of the smallest bulging outline round the places. Source: Andrew's monotone chain, 1979. */
function hullOf(places: readonly Point[]): Point[] {
  const sorted = [...places].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (way: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const place of way) {
      while (chain.length > 1 && turnsRight(chain.at(-2), chain.at(-1), place)) chain.pop();
      chain.push(place);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsRight(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return false;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) <= 0;
}
