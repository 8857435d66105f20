/** What lies under a finger. Small fingers miss: the nearest within reach counts, by geometry alone. */
import { bandOf, runsOf } from '#domain/bonds.ts';
import { isArea } from '#domain/crayon.ts';
import { inOrder, type EntryId } from '#domain/entry.ts';
import type { AddStroke } from '#domain/operation.ts';
import { distance, meet, squareAt, toSegment, type Point } from '#domain/page.ts';
import { DRAWN, isEgo, type Item, type Link, type Page, type Ring } from '#domain/work.ts';
import type { Picked } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';
import { placeOf } from '#ink/sample.ts';
import { boxOf, partsOf, widthOf } from '#ink/stroke.ts';

/** How far beside a thing a finger may land and still mean it, in page units (about 1 cm on 8 inches). */
const REACH = 28;

/** The topmost picture under the finger, or the nearest within reach; or what was drawn there and named. */
export function itemUnder(page: Pick<Page, 'items' | 'strokes'>, at: Point): Item | undefined {
  const put = page.items.filter(({ symbol }) => symbol !== DRAWN);
  const within = put.findLast((item) => outside(item, at) <= 0);
  if (within) return within;
  const near = put.filter((item) => outside(item, at) <= REACH);
  return near.sort((a, b) => distance(a, at) - distance(b, at))[0] ?? drawnUnder(page, at);
}

/** What was drawn under the finger and made a thing. */
function drawnUnder(page: Pick<Page, 'items' | 'strokes'>, at: Point): Item | undefined {
  if (!page.items.some(({ symbol }) => symbol === DRAWN)) return undefined;
  const inks = inksNear(page, at);
  return page.items.findLast(
    (item) =>
      item.symbol === DRAWN &&
      (distance(item, at) <= REACH || item.marks.some((mark) => inks.includes(mark))),
  );
}

/** The line between pictures nearest to the finger, if any is within reach. */
export function linkUnder(page: Pick<Page, 'items' | 'links'>, at: Point): Link | undefined {
  const near = runsOf(page).map(({ link, run }) => ({ link, away: toSegment(at, run) }));
  const [nearest] = near.sort((a, b) => a.away - b.away);
  return nearest && nearest.away <= REACH ? nearest.link : undefined;
}

/** The ring whose band runs under the finger. */
export function ringUnder(page: Pick<Page, 'items' | 'rings'>, at: Point): Ring | undefined {
  return page.rings.findLast((ring) => {
    const band = bandOf(ring, page.items);
    return band.some((corner, index) => {
      const next = band[(index + 1) % band.length] ?? corner;
      return toSegment(at, [corner, next]) <= REACH;
    });
  });
}

/** The lines within reach of the finger, by the entries that drew them; soft regions are none. */
export function inksNear({ strokes }: Pick<Page, 'strokes'>, at: Point): EntryId[] {
  const spot = squareAt(at, 2 * REACH);
  return strokes
    .filter(({ line }) => line.tool !== 'rubber' && !isArea(line.tool))
    .filter(({ line }) => meet(boxOf(line), spot) && isOnLine(line, at, REACH))
    .map(({ entry }) => entry);
}

/** The picture a step means: the one it names, or the one under the finger now. */
export function itemMeant(
  page: Pick<Page, 'items' | 'strokes'>,
  { item, samples }: Pick<Step, 'item' | 'samples'>,
): Item | undefined {
  if (item !== undefined) return page.items.find(({ id }) => id === item);
  return itemUnder(page, placeOf(samples.at(-1) ?? samples[0]));
}

/** The link or the ring under the finger. */
export function bondUnder(
  page: Pick<Page, 'items' | 'links' | 'rings'>,
  at: Point,
): Picked | undefined {
  const link = linkUnder(page, at);
  if (link) return { kind: 'link', id: link.id };
  const ring = ringUnder(page, at);
  return ring && { kind: 'ring', id: ring.id };
}

/** Whatever a step means of what lies on the page; not oneself in the middle of the circles. */
export function thingMeant(page: Page, step: Pick<Step, 'item' | 'samples'>): Picked | undefined {
  const item = itemMeant(page, step);
  if (item && !isEgo(item)) return { kind: 'item', id: item.id };
  return bondUnder(page, placeOf(step.samples.at(-1) ?? step.samples[0]));
}

/** The topmost picture right under the finger, of those that can be taken away by rubbing. */
export function itemOn(page: Pick<Page, 'items'>, at: Point): Item | undefined {
  return page.items.findLast((item) => !item.pinned && outside(item, at) <= -item.size * EDGE);
}

/** A finger on the outermost part of a picture's square touches paper as likely as the picture. */
const EDGE = 0.1;

/** A finger this far beside a line still touches it. */
const BESIDE = 4;

/** The lines right under the finger; where there is none, the soft region or poured paint that came there last. By the entries that made them. */
export function inksUnder(page: Pick<Page, 'strokes' | 'fills'>, at: Point): EntryId[] {
  const spot = squareAt(at, 2 * BESIDE);
  const under = page.strokes.filter(
    ({ line }) => line.tool !== 'rubber' && meet(boxOf(line), spot) && isOnLine(line, at, BESIDE),
  );
  const lines = under.filter(({ line }) => !isArea(line.tool));
  if (lines.length > 0) return lines.map(({ entry }) => entry);
  const paint = page.fills.filter(({ area }) => isInside(area.rings, at));
  const below = [...paint, ...under].sort((a, b) => inOrder(a.order, b.order));
  return below.slice(-1).map(({ entry }) => entry);
}

function isOnLine(line: AddStroke, at: Point, beside: number): boolean {
  const reach = widthOf(line) / 2 + beside;
  return partsOf(line).some((samples) =>
    samples.some((sample, index) => {
      const here = placeOf(sample);
      const next = samples[index + 1];
      return (next ? toSegment(at, [here, placeOf(next)]) : distance(at, here)) <= reach;
    }),
  );
}

/** Is the place inside the edges, by even-odd? */
export function isInside(rings: readonly (readonly number[])[], at: Point): boolean {
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

/** Does what was picked still lie on the page? */
export function isOn({ items, links, rings }: Page, { id }: Picked): boolean {
  return [...items, ...links, ...rings].some((one) => one.id === id);
}
