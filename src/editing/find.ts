/** What lies under a finger. Small fingers miss: the nearest within reach counts, by geometry alone. */
import { distance, toSegment, type Point } from '#domain/page.ts';
import type { Item, Link, Page } from '#domain/work.ts';

/** How far beside a thing a finger may land and still mean it, in page units (about 1 cm on 8 inches). */
const REACH = 28;

/** The topmost picture under the finger, or the nearest within reach. */
export function itemUnder(page: Pick<Page, 'items'>, at: Point): Item | undefined {
  const within = page.items.findLast((item) => outside(item, at) <= 0);
  if (within) return within;
  const near = page.items.filter((item) => outside(item, at) <= REACH);
  return near.sort((a, b) => distance(a, at) - distance(b, at))[0];
}

/** The line between pictures nearest to the finger, if any is within reach. */
export function linkUnder(page: Pick<Page, 'items' | 'links'>, at: Point): Link | undefined {
  const away = (link: Link): number => {
    const from = page.items.find(({ id }) => id === link.from);
    const to = page.items.find(({ id }) => id === link.to);
    return from && to ? toSegment(at, [from, to]) : Infinity;
  };
  const [nearest] = [...page.links].sort((a, b) => away(a) - away(b));
  return nearest && away(nearest) <= REACH ? nearest : undefined;
}

/** How far the place lies outside the picture's square; 0 or less is inside. */
function outside({ x, y, size }: Item, at: Point): number {
  return Math.max(Math.abs(at.x - x), Math.abs(at.y - y)) - size / 2;
}
