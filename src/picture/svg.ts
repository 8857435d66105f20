/**
 * Shapes and pages as SVG text. No script, no reference to anything outside, every word escaped; the
 * same work gives the same bytes on every engine.
 */
import { decimal } from '#base/decimal.ts';
import {
  AREAS,
  COLOUR_OF,
  CRAYON_OF_AREA,
  isArea,
  MARKER_COVER,
  type Crayon,
} from '#domain/crayon.ts';
import { inOrder, type Order } from '#domain/entry.ts';
import type { AddStroke } from '#domain/operation.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE } from '#domain/page.ts';
import type { Fill, Mark, Page, Stroke } from '#domain/work.ts';
import { MOTIF, MOTIF_COVER, MOTIF_SIDE, WASH_COVER } from '#ink/area.ts';
import { GRAIN, GRAIN_SIDE } from '#ink/grain.ts';
import { ribbon } from '#ink/ribbon.ts';
import type { Sample } from '#ink/sample.ts';
import { steady } from '#ink/steady.ts';
import { partsOf, widthOf } from '#ink/stroke.ts';
import { shapesAbove } from '#picture/above.ts';
import { groundShapes } from '#picture/ground.ts';
import { itemShapes } from '#picture/item.ts';
import { marksOf } from '#picture/marks.ts';
import { pathOf } from '#picture/path.ts';
import { card, LETTER_RIM, type PictureOf, type Placed, type Shape } from '#picture/shape.ts';

/** A whole SVG file of this size around the body; `title` and `description` are read aloud. */
export function svgFile(
  body: string,
  about: Readonly<{
    width: number;
    height: number;
    title: string;
    description: string;
    style?: string;
  }>,
): string {
  const { width, height, title, description, style } = about;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${decimal(width)} ${decimal(height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...(style === undefined ? [] : [`<style>${style}</style>`]),
    body,
    '</svg>',
    '',
  ].join('\n');
}

/** The page alone: paper, print, poured paint and soft regions, lines and pictures, and what lies above them. */
export function pageSvg(page: Page, pictureOf: PictureOf): string {
  const rubbers = page.strokes.filter(({ line }) => line.tool === 'rubber');
  const paper: Shape = { kind: 'path', d: card(WHOLE_PAGE), fill: '#ffffff' };
  const defs = [waxDefs(page.strokes), ...areaDefs(page.strokes), ...maskDefs(rubbers)].filter(
    (one) => one !== '',
  );
  const marks = [...marksOf(page)];
  const markSvg = (mark: Mark): string[] => {
    if (mark.kind === 'item') {
      const shapes = itemShapes(mark.item, pictureOf).map(shapeSvg);
      return [`<g id="${mark.item.id}">${shapes.join('')}</g>`];
    }
    if (mark.kind === 'fill') return [masked(mark.fill.order, rubbers, fillSvg(mark.fill))];
    if (mark.stroke.line.tool === 'rubber') return [];
    return [masked(mark.stroke.order, rubbers, strokeSvg(mark.stroke.line))];
  };
  return [
    `<defs>${defs.join('')}</defs>`,
    shapeSvg(paper),
    ...groundShapes(page.ground, pictureOf).map(shapeSvg),
    ...marks.filter(isLow).flatMap(markSvg),
    ...marks.filter((mark) => !isLow(mark)).flatMap(markSvg),
    ...shapesAbove(page, pictureOf).map(shapeSvg),
  ].join('\n');
}

/** Poured paint and soft regions lie below all else, whenever they were made. */
function isLow(mark: Mark): boolean {
  return mark.kind === 'fill' || (mark.kind === 'stroke' && isArea(mark.stroke.line.tool));
}

/** What is drawn, behind the mask of every rubbing that came after it. */
function masked(order: Order, rubbers: readonly Stroke[], svg: string): string {
  const after = rubbers.findIndex((rubber) => inOrder(order, rubber.order) < 0);
  return after < 0 ? svg : `<g mask="url(#rub${String(after)})">${svg}</g>`;
}

/** One mask for each rubbing: it hides what this and every later rubbing takes away. */
function maskDefs(rubbers: readonly Stroke[]): string[] {
  const sheet = `x="0" y="0" width="${String(PAGE_WIDTH)}" height="${String(PAGE_HEIGHT)}"`;
  return rubbers
    .map((rubber, at) => {
      const later = at + 1 < rubbers.length ? `<use href="#rubbing${String(at + 1)}"/>` : '';
      return [
        `<g id="rubbing${String(at)}">${lineSvg(rubber.line, '#000000')}${later}</g>`,
        `<mask id="rub${String(at)}" maskUnits="userSpaceOnUse" ${sheet}>`,
        `<rect ${sheet} fill="#ffffff"/><use href="#rubbing${String(at)}"/></mask>`,
      ].join('');
    })
    .reverse();
}

/** The grain of wax, and a pattern of it in each colour that was used. */
function waxDefs(strokes: readonly Stroke[]): string {
  const used = new Set(
    strokes.filter(({ line }) => line.tool === 'crayon').map(({ line }) => line.crayon),
  );
  if (used.size === 0) return '';
  const side = decimal(GRAIN_SIDE);
  const patterns = [...used].sort().map((crayon) => {
    const head = `<pattern id="${waxId(crayon)}" width="${side}" height="${side}"`;
    const fill = `<use href="#grain" fill="${COLOUR_OF[crayon]}"/>`;
    return `${head} patternUnits="userSpaceOnUse">${fill}</pattern>`;
  });
  return `<path id="grain" fill-rule="evenodd" d="${GRAIN}"/>${patterns.join('')}`;
}

function waxId(crayon: Crayon): string {
  return `wax-${crayon}`;
}

/** The wash and the motif of each kind of soft region that was painted. */
function areaDefs(strokes: readonly Stroke[]): string[] {
  const side = decimal(MOTIF_SIDE);
  return AREAS.filter((area) => strokes.some(({ line }) => line.tool === area)).map((area) => {
    const colour = COLOUR_OF[CRAYON_OF_AREA[area]];
    const wash = `<rect width="${side}" height="${side}" fill="${colour}" fill-opacity="${decimal(WASH_COVER)}"/>`;
    const motif = `<path d="${MOTIF[area]}" fill="${colour}" fill-opacity="${decimal(MOTIF_COVER)}"/>`;
    return `<pattern id="area-${area}" width="${side}" height="${side}" patternUnits="userSpaceOnUse">${wash}${motif}</pattern>`;
  });
}

function paintOf({ tool, crayon }: AddStroke): string {
  if (tool === 'crayon') return `url(#${waxId(crayon)})`;
  return isArea(tool) ? `url(#area-${tool})` : COLOUR_OF[crayon];
}

function strokeSvg(line: AddStroke): string {
  const svg = lineSvg(line, paintOf(line));
  return line.tool === 'marker' ? `<g opacity="${decimal(MARKER_COVER)}">${svg}</g>` : svg;
}

function lineSvg(line: AddStroke, colour: string): string {
  return partsOf(line)
    .map((samples) => partSvg(line, samples, colour))
    .join('');
}

function partSvg(line: AddStroke, samples: readonly Sample[], colour: string): string {
  const steadied = steady(samples);
  const width = widthOf(line);
  const pieces =
    line.tool === 'brush' ? ribbon(samples, width) : [{ from: 0, to: samples.length, width }];
  const round = line.tool !== 'marker' || samples.length === 1;
  return pieces
    .map((piece) => {
      const d = pathOf(steadied, piece.from, piece.to);
      return shapeSvg({ kind: 'path', d, stroke: colour, width: piece.width, round });
    })
    .join('');
}

function fillSvg({ area }: Fill): string {
  const d = ringsPath(area.rings);
  return shapeSvg({ kind: 'path', d, fill: COLOUR_OF[area.crayon], evenOdd: true });
}

/** The edges of poured paint as a path. */
export function ringsPath(rings: readonly (readonly number[])[]): string {
  return rings
    .map((ring) => {
      const points = ring.flatMap((x, at) =>
        at % 2 === 0 ? [`${decimal(x)} ${decimal(ring[at + 1] ?? 0)}`] : [],
      );
      return `M${points.join('L')}z`;
    })
    .join('');
}
/** One shape. */
export function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'path': {
      const { d, fill = 'none', stroke, width = 1, round, dash, evenOdd } = shape;
      const ends = round ? ' stroke-linecap="round" stroke-linejoin="round"' : '';
      const gaps = dash ? ` stroke-dasharray="${dash.map(decimal).join(' ')}"` : '';
      const line = stroke
        ? ` stroke="${stroke}" stroke-width="${decimal(width)}"${ends}${gaps}`
        : '';
      return `<path d="${d}" fill="${fill}"${line}${evenOdd ? ' fill-rule="evenodd"' : ''}/>`;
    }
    case 'words': {
      const { text, x, y, size, fill, bold, anchor = 'start', rim } = shape;
      const weight = bold ? ' font-weight="700"' : '';
      const edge = rim
        ? ` stroke="${rim}" stroke-width="${decimal(size * LETTER_RIM)}" stroke-linejoin="round" paint-order="stroke"`
        : '';
      return `<text x="${decimal(x)}" y="${decimal(y)}" font-family="Andika, sans-serif" font-size="${decimal(size)}"${weight} fill="${fill}"${edge} text-anchor="${anchor}">${escaped(text)}</text>`;
    }
    case 'placed': {
      return `<g transform="${transformOf(shape)}">${shape.shapes.map(shapeSvg).join('')}</g>`;
    }
  }
}

/** Where shapes are drawn, as SVG says it. */
export function transformOf({ x, y, scale, turn }: Placed): string {
  const move = `translate(${decimal(x)} ${decimal(y)}) scale(${decimal(scale)})`;
  if (!turn) return move;
  return `${move} rotate(${decimal(turn.degrees)} ${decimal(turn.x)} ${decimal(turn.y)})`;
}

/** Words made safe to stand in XML: five signs escaped, characters XML forbids left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
