/** The rows of an annotated sheet's legend: a picture with its name and stamps, a link, a ring, a soft region, and what was told. */
import { decimal } from '#base/decimal.ts';
import { isolated, linesOf, shortened } from '#base/text.ts';
import type { Contributor } from '#domain/contributor.ts';
import { COLOUR_OF, CRAYON_OF_AREA, type Area } from '#domain/crayon.ts';
import type { ItemId } from '#domain/ids.ts';
import { standingOfItem, type Standing } from '#domain/measures.ts';
import type { Source } from '#domain/operation.ts';
import {
  DRAWN,
  type Item,
  type Link,
  type Page,
  type Quote,
  type Ring,
  type Stamp,
} from '#domain/work.ts';
import type { Point } from '#domain/page.ts';
import { MOTIF, MOTIF_SIDE } from '#ink/area.ts';
import { bondShapes } from '#picture/bonds.ts';
import { pictureOfLines } from '#picture/own.ts';
import { card, disc, placed, type Picture, type Shape } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';

/** What the legend says in words. */
export type LegendWords = Readonly<{
  /** What a picture is called: large, and smaller below. */
  itemOf: (item: Item, standing: Standing) => Readonly<{ main: string; second: string }>;
  linkOf: (link: Link) => Readonly<{ main: string; second: string }>;
  ringOf: (ring: Ring) => string;
  areaOf: (area: Area) => string;
}>;

/** Pictures the legend shows besides those of the page. */
export type LegendArt = Readonly<{
  pictureOf: PictureOf;
  headOf: (contributor: Contributor) => Picture | undefined;
}>;

/** All that rows are made of; numbers are those of the call-outs. */
export type Legend = Readonly<{
  page: Page;
  numbers: ReadonlyMap<ItemId, number>;
  words: LegendWords;
  art: LegendArt;
}>;

export const ROW_HEIGHT = 62;
export const ROW_WIDTH = 620;

const INK = '#2a2019';
const SOFT = '#5b4a3c';
const GROUND = '#fffdf7';
const NUMBER = '#a3203a';
const HEAD_X = 560;
const FACES = { end: 515, side: 38, step: 46, most: 5 } as const;
/** Width of an average letter of the font, as a share of its height. */
const LETTER = 0.54;
const BADGE = 25;
/** Where what was told stands in its rows, two lines in each: below a thing further in, of the whole page at the edge. */
const QUOTE = {
  size: 22,
  step: 29,
  below: { x: 90, letters: 33 },
  whole: { x: 6, letters: 40 },
} as const;
const BAR: Shape = {
  kind: 'path',
  d: `M72 0V${decimal(ROW_HEIGHT - 4)}`,
  stroke: SOFT,
  width: 4,
  round: true,
};
/** Around what a child said, what it chose, and what an adult noted. */
const MARKS: Readonly<Record<Source, readonly [string, string]>> = {
  said: ['“', '”'],
  chose: ['‘', '’'],
  noted: ['[', ']'],
};
/** The middle of a row's first number. */
const FIRST: Point = { x: 28, y: 28 };

/** A picture: its number, what it is called, who felt what about it, whose hand put it. */
export function itemRow(item: Item, { page, numbers, words, art }: Legend): Shape[] {
  const { main, second } = words.itemOf(item, standingOfItem(page, item));
  const stamps = page.stamps.filter((stamp) => stamp.item === item.id);
  const end = FACES.end - Math.min(stamps.length, FACES.most) * FACES.step;
  return [
    ...numberShapes(numbers.get(item.id) ?? 0, FIRST),
    placed(pictureIn(page, item, art), { x: 92, y: 28, size: 52 }),
    ...twoLines(main, second, { from: 130, to: end }),
    ...faces(stamps, art),
    ...headShapes(item.by, art),
  ];
}

/** A link: from which number to which, how it is drawn, what it says. */
export function linkRow(link: Link, { numbers, words, art }: Legend): Shape[] {
  const { main, second } = words.linkOf(link);
  const run = [
    { x: 58, y: 28 },
    { x: 182, y: 28 },
  ] as const;
  return [
    ...numberShapes(numbers.get(link.from) ?? 0, FIRST),
    ...bondShapes(run, link, art.pictureOf),
    ...numberShapes(numbers.get(link.to) ?? 0, { x: 212, y: 28 }),
    ...twoLines(main, second, { from: 250, to: FACES.end }),
    ...headShapes(link.by, art),
  ];
}

/** A ring: what it is called and the numbers of its pictures. */
export function ringRow(ring: Ring, { numbers, words, art }: Legend): Shape[] {
  const members = ring.items.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b);
  const d = disc(40, 28, 22);
  return [
    { kind: 'path', d, stroke: '#a9552f', width: 6, dash: [20, 9], round: true },
    ...twoLines(words.ringOf(ring), members.join(', '), { from: 84, to: FACES.end }),
    ...headShapes(ring.by, art),
  ];
}

/** A kind of soft region, as it is painted. */
export function areaRow(area: Area, { words }: Legend): Shape[] {
  const fill = COLOUR_OF[CRAYON_OF_AREA[area]];
  const tiles = [0, 1].map((at): Shape => {
    const shapes: Shape[] = [{ kind: 'path', d: MOTIF[area], fill }];
    return { kind: 'placed', x: at * MOTIF_SIDE, y: 8, scale: 1, shapes };
  });
  const box = { left: 0, top: 8, right: 2 * MOTIF_SIDE, bottom: 8 + MOTIF_SIDE };
  return [
    ...tiles,
    { kind: 'path', d: card(box, 8), stroke: fill, width: 3 },
    { kind: 'words', text: words.areaOf(area), x: 100, y: 38, size: 26, fill: INK },
  ];
}

/** What somebody told, in as many rows as it needs; below the row of what it is about. */
export function quoteRows(quote: Quote, { art }: Legend): Shape[][] {
  const { about, wording, source, speaker } = quote;
  const [open, end] = MARKS[source];
  const { x, letters } = about === 'page' ? QUOTE.whole : QUOTE.below;
  const lines = linesOf(`${open}${wording.text}${end}`, letters);
  const rows = Math.ceil(lines.length / 2);
  return Array.from({ length: rows }, (_, row): Shape[] => [
    ...(about === 'page' ? [] : [BAR]),
    ...lines.slice(2 * row, 2 * row + 2).map((text, at): Shape => {
      const y = 22 + at * QUOTE.step;
      return { kind: 'words', text: isolated(text), x, y, size: QUOTE.size, fill: INK };
    }),
    ...(row === 0 ? headShapes(speaker, art) : []),
  ]);
}

/** A number on its disc; one of four digits is written smaller. */
export function numberShapes(number: number, { x, y }: Point, radius = BADGE): Shape[] {
  const text = decimal(number);
  const part = (radius / BADGE) * Math.min(3 / text.length, 1);
  const letters = { size: 29 * part, fill: GROUND, bold: true, anchor: 'middle' } as const;
  return [
    { kind: 'path', d: disc(x, y, radius), fill: NUMBER, stroke: GROUND, width: 4 },
    { kind: 'words', text, x, y: y + 10 * part, ...letters },
  ];
}

/** Something drawn is shown by its own lines. */
function pictureIn(page: Page, item: Item, { pictureOf }: LegendArt): Picture {
  if (item.symbol !== DRAWN) return pictureOf(item.symbol);
  const lines = page.strokes.filter(({ entry }) => item.marks.includes(entry));
  return pictureOfLines(lines.map(({ line }) => line));
}

/** Two lines of words, no longer than there is room. */
function twoLines(
  main: string,
  second: string,
  { from: x, to }: Readonly<{ from: number; to: number }>,
): Shape[] {
  const line = (text: string, y: number, size: number, fill: string): Shape => {
    const most = Math.max(Math.floor((to - x) / (size * LETTER)), 4);
    return { kind: 'words', text: isolated(shortened(text, most)), x, y, size, fill };
  };
  if (second === '') return [line(main, 37, 26, INK)];
  return [line(main, 28, 26, INK), line(second, 52, 19, SOFT)];
}

/** The faces children stamped, each with the head of whoever did. */
function faces(stamps: readonly Stamp[], { pictureOf, headOf }: LegendArt): Shape[] {
  const step = Math.min(FACES.step, (FACES.step * FACES.most) / stamps.length);
  return [...stamps].reverse().flatMap(({ feeling, by }, at): Shape[] => {
    const x = FACES.end - at * step - FACES.side / 2;
    const head = headOf(by);
    return [
      placed(pictureOf(feeling), { x, y: 22, size: FACES.side }),
      ...(head ? [placed(head, { x: x + 15, y: 42, size: 24 })] : []),
    ];
  });
}

/** Whose hand it was: the animal's head and its label, at the end of the row. */
function headShapes(by: Contributor, { headOf }: LegendArt): Shape[] {
  const head = headOf(by);
  const place = { x: HEAD_X, y: 54, size: 18, fill: SOFT, anchor: 'middle' } as const;
  const label: Shape = { kind: 'words', text: by, ...place };
  return head ? [placed(head, { x: HEAD_X, y: 20, size: 38 }), label] : [label];
}
