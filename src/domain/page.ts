/**
 * The sheet: 1600 x 1200 page units, x to the right, y downwards. No screen pixels and no geographic
 * coordinates anywhere in the record (record, rule 6).
 */

export const PAGE_WIDTH = 1600;
export const PAGE_HEIGHT = 1200;

/** A place on the sheet, in page units. */
export type Point = Readonly<{ x: number; y: number }>;
/** A rectangle on the sheet, in page units; `right` and `bottom` are outside it. */
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** The whole sheet. */
export const WHOLE_PAGE: Box = { left: 0, top: 0, right: PAGE_WIDTH, bottom: PAGE_HEIGHT };

/** The nearest place that is on the sheet, in whole page units. */
export function ontoPage({ x, y }: Point): Point {
  return {
    x: Math.round(Math.min(Math.max(x, 0), PAGE_WIDTH)),
    y: Math.round(Math.min(Math.max(y, 0), PAGE_HEIGHT)),
  };
}

/** Is the place on the sheet? */
export function isOnPage({ x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x <= PAGE_WIDTH && y <= PAGE_HEIGHT;
}

/** How far the two places are apart. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** How far the place is from the straight line between two others. */
export function toSegment(at: Point, [from, to]: readonly [Point, Point]): number {
  const length = distance(from, to);
  if (length === 0) return distance(at, from);
  const along = ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length;
  const share = Math.min(Math.max(along / length, 0), 1);
  return distance(at, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
}

/** Do the two rectangles share any place? */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The square of the given side around a middle. */
export function squareAt({ x, y }: Point, side: number): Box {
  return { left: x - side / 2, top: y - side / 2, right: x + side / 2, bottom: y + side / 2 };
}
