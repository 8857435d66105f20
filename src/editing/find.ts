/** What lies under a finger. Small fingers miss: the nearest within reach counts, by geometry alone. */
import type { EntryId } from '#domain/entry.ts';
import type { AddStroke } from '#domain/operation.ts';
import { distance, meet, squareAt, toSegment, type Point } from '#domain/page.ts';
import type { Item, Link, Page } from '#domain/work.ts';
import { placeOf } from '#ink/sample.ts';
import { boxOf, partsOf, widthOf } from '#ink/stroke.ts';

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

/** The topmost picture right under the finger. */
export function itemOn(page: Pick<Page, 'items'>, at: Point): Item | undefined {
  return page.items.findLast((item) => outside(item, at) <= -item.size * EDGE);
}

/** A finger on the outermost part of a picture's square touches paper as likely as the picture. */
const EDGE = 0.1;

/** A finger this far beside a line still touches it. */
const BESIDE = 4;

/** The lines and the poured paint right under the finger, by the entries that made them. */
export function inksUnder(page: Pick<Page, 'strokes' | 'fills'>, at: Point): EntryId[] {
  const spot = squareAt(at, 2 * BESIDE);
  const lines = page.strokes.filter(
    ({ line }) => line.tool !== 'rubber' && meet(boxOf(line), spot) && isOnLine(line, at),
  );
  const paint = lines.length === 0 ? page.fills.filter(({ area }) => isInside(area.rings, at)) : [];
  return [...lines, ...paint.slice(-1)].map(({ entry }) => entry);
}

function isOnLine(line: AddStroke, at: Point): boolean {
  const reach = widthOf(line) / 2 + BESIDE;
  return partsOf(line).some((samples) =>
    samples.some((sample, index) => {
      const here = placeOf(sample);
      const next = samples[index + 1];
      return (next ? toSegment(at, [here, placeOf(next)]) : distance(at, here)) <= reach;
    }),
  );
}

/** Is the place inside the edges, by even-odd? */
function isInside(rings: readonly (readonly number[])[], at: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let [x1 = 0, y1 = 0] = ring.slice(-2);
    for (let corner = 0; corner < ring.length; corner += 2) {
      const [x2 = 0, y2 = 0] = ring.slice(corner, corner + 2);
      const crosses = y1 > at.y !== y2 > at.y && at.x < ((x2 - x1) * (at.y - y1)) / (y2 - y1) + x1;
      if (crosses) inside = !inside;
      [x1, y1] = [x2, y2];
    }
  }
  return inside;
}

/** How far the place lies outside the picture's square; 0 or less is inside. */
function outside({ x, y, size }: Item, at: Point): number {
  return Math.max(Math.abs(at.x - x), Math.abs(at.y - y)) - size / 2;
}
