/**
 * The annotated sheet: the page large on white, a number beside each picture, the legend in columns
 * beside it, a line at the foot and the woven band. One layout for SVG and PNG, in page units.
 */
import { decimal } from '#base/decimal.ts';
import type { Contributor } from '#domain/contributor.ts';
import { distance, PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import { isBlank, type Item, type Link, type Page } from '#domain/work.ts';
import { CALL_OUT_RADIUS, callOuts, type CallOut } from '#picture/call-outs.ts';
import { endsOfAll } from '#picture/links.ts';
import { card, disc, placed, type Picture, type Shape } from '#picture/shape.ts';
import { pageSvg, shapeSvg, svgFile } from '#picture/svg.ts';

/** What the sheet says in words; two languages a picture, the first one large. */
export type AnnotatedWords = Readonly<{
  title: string;
  foot: string;
  blank: string;
  links: string;
  labelOf: (symbol: string) => Readonly<{ main: string; second: string }>;
}>;
/** Pictures the sheet shows besides the page's own. */
export type AnnotatedArt = Readonly<{
  pictureOf: (symbol: string) => Picture;
  headOf: (contributor: Contributor) => Picture | undefined;
  band: Picture;
}>;

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
const ROW = 62;
const COLUMN = 480;
/** A number nearer than this to its picture needs no line to it. */
const LEADER = 70;
const BAND = 30;
const FOOT = 110;
const ROWS = Math.floor(PAGE_HEIGHT / ROW);

/** Lay out the sheet of a page. `items` are its pictures in the order of their numbers. */
export function annotatedSheet(
  page: Page,
  items: readonly Item[],
  words: AnnotatedWords,
  art: AnnotatedArt,
): AnnotatedSheet {
  const numberOf = new Map(items.map(({ id }, at) => [id, at + 1]));
  const entries = [
    ...items.map((item, at) => itemEntry(item, at + 1, words, art)),
    ...page.links.map((link) => linkEntry(link, numberOf, words, art)),
  ];
  const columns = Math.max(Math.ceil(entries.length / ROWS), 1);
  const width = MARGIN + PAGE_WIDTH + MARGIN + columns * COLUMN + MARGIN;
  const height = HEAD + PAGE_HEIGHT + FOOT + BAND;
  const at = { x: MARGIN, y: HEAD };
  const lines = endsOfAll({ items, links: page.links }).map(({ ends }) => ends);
  const numbered = callOuts(items, lines).flatMap(callOutShapes);
  const legend = entries.map((shapes, index): Shape => {
    const column = Math.floor(index / ROWS);
    const x = MARGIN * 2 + PAGE_WIDTH + column * COLUMN;
    return { kind: 'placed', x, y: HEAD + (index % ROWS) * ROW, scale: 1, shapes };
  });
  return {
    width,
    height,
    page: at,
    under: [
      { kind: 'path', d: card({ left: 0, top: 0, right: width, bottom: height }), fill: PAPER },
      { kind: 'words', text: words.title, x: MARGIN, y: 82, size: 46, fill: INK, bold: true },
    ],
    over: [
      { kind: 'path', d: frameOf(at), stroke: FRAME, width: 3 },
      { kind: 'placed', ...at, scale: 1, shapes: numbered },
      ...legend,
      ...(isBlank(page) ? [blankNote(words.blank)] : []),
      { kind: 'words', text: words.foot, x: MARGIN, y: height - BAND - 44, size: 28, fill: SOFT },
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

function blankNote(text: string): Shape {
  const [x, y] = [MARGIN + PAGE_WIDTH / 2, HEAD + PAGE_HEIGHT - 40];
  return { kind: 'words', text, x, y, size: 28, fill: SOFT, anchor: 'middle' };
}

function frameOf({ x, y }: Readonly<{ x: number; y: number }>): string {
  return card({ left: x, top: y, right: x + PAGE_WIDTH, bottom: y + PAGE_HEIGHT });
}

function callOutShapes({ number, at, to }: CallOut): Shape[] {
  if (distance(at, to) < LEADER) return numberShapes(number, at.x, at.y);
  const leader = `M${decimal(at.x)} ${decimal(at.y)}L${decimal(to.x)} ${decimal(to.y)}`;
  return [
    { kind: 'path', d: leader, stroke: GROUND, width: 8, round: true },
    { kind: 'path', d: leader, stroke: NUMBER, width: 3, round: true },
    ...numberShapes(number, at.x, at.y),
  ];
}

function numberShapes(number: number, x: number, y: number): Shape[] {
  const text = String(number);
  return [
    { kind: 'path', d: disc(x, y, CALL_OUT_RADIUS), fill: NUMBER, stroke: GROUND, width: 4 },
    { kind: 'words', text, x, y: y + 10, size: 29, fill: GROUND, bold: true, anchor: 'middle' },
  ];
}

function itemEntry(item: Item, number: number, words: AnnotatedWords, art: AnnotatedArt): Shape[] {
  const { main, second } = words.labelOf(item.symbol);
  return [
    ...numberShapes(number, 28, 28),
    placed(art.pictureOf(item.symbol), { x: 92, y: 28, size: 52 }),
    { kind: 'words', text: main, x: 130, y: 28, size: 26, fill: INK },
    { kind: 'words', text: second, x: 130, y: 52, size: 19, fill: SOFT },
    ...headShapes(item.by, art),
  ];
}

function linkEntry(
  { from, to, by }: Link,
  numberOf: ReadonlyMap<string, number>,
  words: AnnotatedWords,
  art: AnnotatedArt,
): Shape[] {
  const [a, b] = [numberOf.get(from) ?? 0, numberOf.get(to) ?? 0];
  const d = 'M58 28h50';
  return [
    ...numberShapes(a, 28, 28),
    { kind: 'path', d, stroke: INK, width: 6, round: true },
    ...numberShapes(b, 136, 28),
    { kind: 'words', text: words.links, x: 176, y: 37, size: 24, fill: SOFT },
    ...headShapes(by, art),
  ];
}

/** Whose hand it was: the animal's head and its label, at the end of the row. */
function headShapes(by: Contributor, { headOf }: AnnotatedArt): Shape[] {
  const head = headOf(by);
  const label: Shape = {
    kind: 'words',
    text: by,
    x: 400,
    y: 54,
    size: 20,
    fill: SOFT,
    anchor: 'middle',
  };
  return head ? [placed(head, { x: 400, y: 20, size: 38 }), label] : [label];
}

function bandShapes(band: AnnotatedArt['band'], width: number, height: number): Shape[] {
  const scale = BAND / band.height;
  const tile = band.width * scale;
  const full = Math.ceil(width / tile);
  return Array.from({ length: full }, (_, at): Shape => {
    return { kind: 'placed', x: at * tile, y: height - BAND, scale, shapes: band.shapes };
  });
}
