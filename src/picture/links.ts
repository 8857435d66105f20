/** How a line between two pictures is drawn: from edge to edge, so that it never hides what it joins. */
import { decimal } from '#base/decimal.ts';
import { distance, type Point } from '#domain/page.ts';
import type { Item, Link, Page } from '#domain/work.ts';
import type { Path } from '#picture/shape.ts';

/** Colours of a line between pictures: ink with a rim of paper, so that it shows on any ground. */
const LINE = { stroke: '#2a2019', width: 9, rim: '#fffdf7', rimWidth: 19 } as const;
/** The part of a picture's half side that its drawing fills: lines stop there. */
const FILLED = 1.06;

/** A line's two ends, in page units. */
export type Ends = readonly [Point, Point];

/** The shapes of all lines that show on the page. */
export function linkShapes(page: Pick<Page, 'items' | 'links'>): Path[] {
  return endsOfAll(page).flatMap(({ ends }) => ropeShapes(ends));
}

/** Where the lines of the page begin and end; those between overlapping pictures do not show. */
export function endsOfAll({
  items,
  links,
}: Pick<Page, 'items' | 'links'>): { link: Link; ends: Ends }[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return links.flatMap((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    const ends = from && to && between(from, to);
    return ends ? [{ link, ends }] : [];
  });
}

/** The shapes of one line. */
export function ropeShapes([from, to]: Ends): Path[] {
  const d = `M${decimal(from.x)} ${decimal(from.y)}L${decimal(to.x)} ${decimal(to.y)}`;
  return [
    { kind: 'path', d, stroke: LINE.rim, width: LINE.rimWidth, round: true },
    { kind: 'path', d, stroke: LINE.stroke, width: LINE.width, round: true },
  ];
}

function between(a: Item, b: Item): Ends | undefined {
  const apart = distance(a, b);
  const [leave, arrive] = [reach(a), reach(b)];
  if (apart <= leave + arrive) return undefined;
  const along = (from: Point, to: Point, length: number): Point => ({
    x: from.x + ((to.x - from.x) * length) / apart,
    y: from.y + ((to.y - from.y) * length) / apart,
  });
  return [along(a, b, leave), along(b, a, arrive)];
}

function reach({ size }: Item): number {
  return (size / 2) * FILLED;
}
