/**
 * The annotated sheet: the page large on white, a number beside each picture, the legend in columns
 * beside it, a line at the foot and the woven band. One layout for SVG and PNG, in page units.
 */
import { decimal } from '#base/decimal.ts';
import { isolated, shortened } from '#base/text.ts';
import { runsOf } from '#domain/bonds.ts';
import { AREAS, type Area } from '#domain/crayon.ts';
import { distance, PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import { isBlank, titleOf, type Item, type Page } from '#domain/work.ts';
import type { About } from '#domain/operation.ts';
import { middleOf } from '#picture/bonds.ts';
import { callOuts, type CallOut } from '#picture/call-outs.ts';
import {
  areaRow,
  itemRow,
  linkRow,
  numberShapes,
  quoteRows,
  ringRow,
  ROW_HEIGHT,
  ROW_WIDTH,
  type LegendArt,
  type LegendWords,
} from '#picture/legend.ts';
import { card, type Picture, type Shape } from '#picture/shape.ts';
import { pageSvg, shapeSvg, svgFile } from '#picture/svg.ts';

/** What the sheet says in words. */
export type AnnotatedWords = LegendWords &
  Readonly<{
    title: string;
    /** What was asked; empty when nothing was. */
    question: string;
    foot: string;
    blank: string;
  }>;
/** Pictures the sheet shows besides the page's own. */
export type AnnotatedArt = LegendArt & Readonly<{ band: Picture }>;

/** The sheet: how large it is, where the page lies on it, and all that is drawn around and over it. */
export type AnnotatedSheet = Readonly<{
  width: number;
  height: number;
  page: Readonly<{ x: number; y: number }>;
  /** Drawn before the page. */
  under: readonly Shape[];
  /** Drawn after the page. */
  over: readonly Shape[];
}>;

/** Colours as in styles/tokens.css, which a file that leaves the app cannot read. */
const INK = '#2a2019';
const SOFT = '#5b4a3c';
const PAPER = '#ffffff';
const GROUND = '#fffdf7';
const FRAME = '#e4d3b8';
const NUMBER = '#a3203a';

const MARGIN = 60;
const HEAD = 120;
/** A number nearer than this to its picture needs no line to it. */
const LEADER = 70;
const BAND = 30;
const FOOT = 110;
/** A longer title would reach over the legend. */
const TITLE_LETTERS = 48;
const ROWS = Math.floor(PAGE_HEIGHT / ROW_HEIGHT);
/** So many columns stand beside the page; what is more stands below it, over the whole width. */
const MOST_BESIDE = 4;

/** Lay out the sheet of a page. `items` are its pictures in the order of their numbers. */
export function annotatedSheet(
  page: Page,
  items: readonly Item[],
  words: AnnotatedWords,
  art: AnnotatedArt,
): AnnotatedSheet {
  const rows = legendOf(page, items, words, art);
  const columns = Math.min(Math.max(Math.ceil(rows.length / ROWS), 1), MOST_BESIDE);
  const width = MARGIN + PAGE_WIDTH + MARGIN + columns * ROW_WIDTH + MARGIN;
  const at = { x: MARGIN, y: HEAD };
  const beside = inColumns(rows.slice(0, columns * ROWS), ROWS, {
    x: MARGIN * 2 + PAGE_WIDTH,
    y: HEAD,
  });
  const more = rows.slice(columns * ROWS);
  const deep = Math.ceil(more.length / Math.floor((width - 2 * MARGIN) / ROW_WIDTH));
  const below = inColumns(more, deep, { x: MARGIN, y: HEAD + PAGE_HEIGHT + MARGIN });
  const height = HEAD + PAGE_HEIGHT + (deep > 0 ? MARGIN + deep * ROW_HEIGHT : 0) + FOOT + BAND;
  const runs = runsOf({ items, links: page.links }).map(({ run }) => run);
  const taken = runs.map(middleOf);
  const numbered = callOuts(items, runs, [...taken, ...facesOn(page, items)]).flatMap(
    callOutShapes,
  );
  const line = (text: string, y: number, size: number, bold: boolean): Shape => {
    const fill = bold ? INK : SOFT;
    return { kind: 'words', text, x: MARGIN, y, size, fill, bold };
  };
  return {
    width,
    height,
    page: at,
    under: [
      { kind: 'path', d: card({ left: 0, top: 0, right: width, bottom: height }), fill: PAPER },
      line(headOf(page, words), 70, 46, true),
      ...(words.question === '' ? [] : [line(words.question, 106, 26, false)]),
    ],
    over: [
      { kind: 'path', d: frameOf(at), stroke: FRAME, width: 3 },
      { kind: 'placed', ...at, scale: 1, shapes: numbered },
      ...beside,
      ...below,
      ...(isBlank(page) ? [blankNote(words.blank)] : []),
      line(words.foot, height - BAND - 44, 28, false),
      ...bandShapes(art.band, width, height),
    ],
  };
}

/** The sheet as an SVG file; `font` is the @font-face rule that carries the letters with it. */
export function annotatedSvg(
  sheet: AnnotatedSheet,
  page: Page,
  about: Readonly<{ title: string; description: string; font: string }>,
  art: AnnotatedArt,
): string {
  const { x, y } = sheet.page;
  const [wide, high] = [String(PAGE_WIDTH), String(PAGE_HEIGHT)];
  const place = `x="${decimal(x)}" y="${decimal(y)}" width="${wide}" height="${high}"`;
  const body = [
    ...sheet.under.map(shapeSvg),
    `<svg ${place} viewBox="0 0 ${wide} ${high}">`,
    pageSvg(page, art.pictureOf),
    '</svg>',
    ...sheet.over.map(shapeSvg),
  ].join('\n');
  const { title, description, font } = about;
  return svgFile(body, {
    width: sheet.width,
    height: sheet.height,
    title,
    description,
    style: font,
  });
}

/** The title that a child gave, if it did, and which page it is. */
function headOf(page: Page, { title }: AnnotatedWords): string {
  const given = titleOf(page);
  if (!given) return title;
  return `${isolated(`“${shortened(given.wording.text, TITLE_LETTERS)}”`)} · ${title}`;
}

/** A row for each picture, link and ring, what was told of it below, and one for each kind of soft region. */
function legendOf(
  page: Page,
  items: readonly Item[],
  words: LegendWords,
  art: LegendArt,
): Shape[][] {
  const numbers = new Map(items.map(({ id }, at) => [id, at + 1]));
  const legend = { page, numbers, words, art };
  const isPainted = (area: Area): boolean => page.strokes.some(({ line }) => line.tool === area);
  const told = (what: About): Shape[][] =>
    page.quotes.filter(({ about }) => about === what).flatMap((quote) => quoteRows(quote, legend));
  return [
    ...items.flatMap((item) => [itemRow(item, legend), ...told(item.id)]),
    ...page.links.flatMap((link) => [linkRow(link, legend), ...told(link.id)]),
    ...page.rings.flatMap((ring) => [ringRow(ring, legend), ...told(ring.id)]),
    ...AREAS.filter(isPainted).map((area) => areaRow(area, legend)),
    ...told('page'),
  ];
}

/** Rows of the legend in columns of so many, the first at this place. */
function inColumns(rows: readonly Shape[][], deep: number, { x, y }: Point): Shape[] {
  return rows.map((shapes, index): Shape => {
    const column = Math.floor(index / deep);
    const place = { x: x + column * ROW_WIDTH, y: y + (index % deep) * ROW_HEIGHT };
    return { kind: 'placed', ...place, scale: 1, shapes };
  });
}

/** Where faces were stamped: numbers keep away from them where there is room. */
function facesOn({ stamps }: Page, items: readonly Item[]): Point[] {
  const stamped = new Set(stamps.map(({ item }) => item));
  return items.flatMap(({ id, x, y, size }) => (stamped.has(id) ? [{ x, y: y - size / 2 }] : []));
}

function blankNote(text: string): Shape {
  const [x, y] = [MARGIN + PAGE_WIDTH / 2, HEAD + PAGE_HEIGHT - 40];
  return { kind: 'words', text, x, y, size: 28, fill: SOFT, anchor: 'middle' };
}

function frameOf({ x, y }: Readonly<{ x: number; y: number }>): string {
  return card({ left: x, top: y, right: x + PAGE_WIDTH, bottom: y + PAGE_HEIGHT });
}

function callOutShapes({ number, at, radius, to }: CallOut): Shape[] {
  const disc = numberShapes(number, at, radius);
  if (distance(at, to) < LEADER) return disc;
  const leader = `M${decimal(at.x)} ${decimal(at.y)}L${decimal(to.x)} ${decimal(to.y)}`;
  return [
    { kind: 'path', d: leader, stroke: GROUND, width: 8, round: true },
    { kind: 'path', d: leader, stroke: NUMBER, width: 3, round: true },
    ...disc,
  ];
}

function bandShapes(band: AnnotatedArt['band'], width: number, height: number): Shape[] {
  const scale = BAND / band.height;
  const tile = band.width * scale;
  const full = Math.ceil(width / tile);
  return Array.from({ length: full }, (_, at): Shape => {
    return { kind: 'placed', x: at * tile, y: height - BAND, scale, shapes: band.shapes };
  });
}
