/**
 * What lies above the marks of a page: rings, links, words and stamps. Each has a name, so that the screen can
 * move or change one without touching the others; exports draw the same shapes in the same order.
 */
import { decimal } from '#base/decimal.ts';
import { isolated, shortened } from '#base/text.ts';
import { bandOf, runsOf, sideOf } from '#domain/bonds.ts';
import type { ItemId, ThingId } from '#domain/ids.ts';
import type { Point } from '#domain/page.ts';
import { isSymbol } from '#domain/symbol.ts';
import { DRAWN, type Item, type Page, type Ring, type Stamp } from '#domain/work.ts';
import { bondShapes, symbolOfRelation } from '#picture/bonds.ts';
import { symbolsOfGround } from '#picture/ground.ts';
import { disc, placed, type Shape } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';

/** Something above the marks, and the things it hangs on, first what it is of: when they change or move, so does it. */
export type Above = Readonly<{
  name: string;
  layer: Layer;
  on: readonly ThingId[];
  shapes: readonly Shape[];
}>;

/** Lowest first. */
export const LAYERS = ['rings', 'links', 'words', 'stamps'] as const;
export type Layer = (typeof LAYERS)[number];

const RIM = '#fffdf7';
const BAND = { stroke: '#a9552f', width: 8, dash: [30, 14] } as const;
const WORDS = { size: 30, fill: '#2a2019', most: 24 } as const;
const STAMP = { side: 58, step: 48 } as const;
const TAG = 13;
const WISHED = '#5b4a3c';

/** A card for what has no picture; a word says what it is. */
export const SOMETHING = 'something';

/** All that lies above the page; words are for those who work on it, not for the clean picture. */
export function aboveOf(
  page: Pick<Page, 'items' | 'links' | 'stamps' | 'rings'>,
  pictureOf: PictureOf,
  withWords: boolean,
): Above[] {
  const { items, stamps, rings } = page;
  const stampsOn = new Map<ItemId, Stamp[]>();
  for (const stamp of stamps)
    stampsOn.set(stamp.item, [...(stampsOn.get(stamp.item) ?? []), stamp]);
  return [
    ...rings.map((ring) => aroundRing(ring, items, withWords)),
    ...runsOf(page).map(({ link, run }): Above => {
      const { id, from, to } = link;
      const shapes = bondShapes(run, link, pictureOf);
      return { name: id, layer: 'links', on: [id, from, to], shapes };
    }),
    ...(withWords ? items.flatMap(wordsBelow) : []),
    ...items.flatMap((item) => stampsAbove(item, stampsOn.get(item.id) ?? [], pictureOf)),
  ];
}

/** The names of all that may lie above the page, by layer, lowest first. */
export function namesAbove({
  items,
  links,
  rings,
}: Pick<Page, 'items' | 'links' | 'rings'>): Readonly<Record<Layer, readonly string[]>> {
  return {
    rings: rings.map(({ id }) => id),
    links: links.map(({ id }) => id),
    words: items.map(wordsName),
    stamps: items.map(stampsName),
  };
}

function wordsName({ id }: Pick<Item, 'id'>): string {
  return `words ${id}`;
}

function stampsName({ id }: Pick<Item, 'id'>): string {
  return `stamps ${id}`;
}

/** The shapes of all that lies above the page, lowest first. */
export function shapesAbove(
  page: Pick<Page, 'items' | 'links' | 'stamps' | 'rings'>,
  pictureOf: PictureOf,
): Shape[] {
  const above = aboveOf(page, pictureOf, false);
  return LAYERS.flatMap((layer) =>
    above.filter((one) => one.layer === layer).flatMap(({ shapes }) => shapes),
  );
}

/** The part of a page on which these things, and all that hangs on them, lie. */
export function partWith(page: Page, things: ReadonlySet<ThingId>): Page {
  const touched = page.links.filter(({ id, from, to }) =>
    [id, from, to].some((one) => things.has(one)),
  );
  const pairs = new Set(touched.map(({ from, to }) => pairOf(from, to)));
  const links = page.links.filter(({ from, to }) => pairs.has(pairOf(from, to)));
  const rings = page.rings.filter(({ id, items }) => [id, ...items].some((one) => things.has(one)));
  const stamped = page.stamps.filter(({ id }) => things.has(id)).map(({ item }) => item);
  const reached = new Set<ThingId>([
    ...things,
    ...stamped,
    ...links.flatMap(({ from, to }) => [from, to]),
    ...rings.flatMap(({ items }) => items),
  ]);
  return {
    ...page,
    items: page.items.filter(({ id }) => reached.has(id)),
    links,
    rings,
    stamps: page.stamps.filter(({ item }) => reached.has(item)),
  };
}

function pairOf(a: ItemId, b: ItemId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Every picture that is needed to show the page. */
export function symbolsOn({ ground, items, links, stamps }: Page): ReadonlySet<string> {
  return new Set([
    ...symbolsOfGround(ground),
    ...items.map(({ symbol }) => symbol).filter((symbol) => symbol !== DRAWN),
    ...stamps.map(({ feeling }) => feeling),
    ...links.flatMap(({ relation }) => (relation === undefined ? [] : symbolOfRelation(relation))),
  ]);
}

/** The words that stand at a picture: its name, or of a picture this app does not know what it is called. */
export function wordsAt({ symbol, label }: Pick<Item, 'symbol' | 'label'>): string | undefined {
  if (label) return label.text;
  return isShown(symbol) ? undefined : symbol;
}

function isShown(symbol: string): boolean {
  return isSymbol(symbol) || symbol === DRAWN || symbol === SOMETHING || symbol.startsWith('own-');
}

function aroundRing(ring: Ring, items: readonly Item[], withWords: boolean): Above {
  const band = bandOf(ring, items);
  const d = `M${band.map(({ x, y }) => `${decimal(x)} ${decimal(y)}`).join('L')}z`;
  const name = withWords && ring.label ? nameOf(ring.label.text, topOf(band)) : [];
  const { stroke, width, dash } = BAND;
  return {
    name: ring.id,
    layer: 'rings',
    on: [ring.id, ...ring.items],
    shapes: [
      { kind: 'path', d, stroke: RIM, width: width * 2, round: true },
      { kind: 'path', d, stroke, width, dash, round: true },
      ...name,
    ],
  };
}

/** Above the middle of the band. */
function topOf(band: readonly Point[]): Point {
  const xs = band.map(({ x }) => x);
  const top = Math.min(...band.map(({ y }) => y));
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: Math.max(top - 12, WORDS.size) };
}

function wordsBelow(item: Item): Above[] {
  const tag: Shape[] = item.symbol === DRAWN ? tagAt(item) : [];
  const text = wordsAt(item);
  if (text === undefined && tag.length === 0) return [];
  const y = item.y + sideOf(item) / 2 + WORDS.size * 0.8;
  const words = text === undefined ? [] : nameOf(text, { x: item.x, y });
  return [{ name: wordsName(item), layer: 'words', on: [item.id], shapes: [...tag, ...words] }];
}

/** Something drawn carries a tag where it is held; what is wished for, in a broken ring. */
function tagAt({ x, y, wish }: Item): Shape[] {
  const d = disc(x, y, TAG * 2);
  return [
    ...(wish ? ([{ kind: 'path', d, stroke: WISHED, width: 5, dash: [12, 9] }] as const) : []),
    { kind: 'path', d: disc(x, y, TAG), fill: RIM, stroke: '#2a2019', width: 4 },
    { kind: 'path', d: disc(x, y, TAG * 0.4), fill: '#a9552f' },
  ];
}

function nameOf(text: string, { x, y }: Point): Shape[] {
  const { size, fill, most } = WORDS;
  const short = isolated(shortened(text, most));
  return [{ kind: 'words', text: short, x, y, size, fill, rim: RIM, bold: true, anchor: 'middle' }];
}

/** Faces side by side along the upper edge; the more there are, the closer they stand. */
function stampsAbove(item: Item, stamps: readonly Stamp[], pictureOf: PictureOf): Above[] {
  if (stamps.length === 0) return [];
  const room = Math.max(sideOf(item) * 1.3, STAMP.step * 2);
  const step = Math.min(STAMP.step, room / stamps.length);
  const y = Math.max(item.y - sideOf(item) / 2, STAMP.side / 2);
  const shapes = stamps.flatMap(({ feeling }, at): Shape[] => {
    const x = item.x + (at - (stamps.length - 1) / 2) * step;
    return [
      { kind: 'path', d: disc(x, y, STAMP.side / 2 + 3), fill: RIM },
      placed(pictureOf(feeling), { x, y, size: STAMP.side }),
    ];
  });
  const on = [item.id, ...stamps.map(({ id }) => id)];
  return [{ name: stampsName(item), layer: 'stamps', on, shapes }];
}
