/**
 * Shapes and pages as SVG text. No script, no reference to anything outside, every word escaped; the
 * same work gives the same bytes on every engine.
 */
import { decimal } from '#base/decimal.ts';
import { COLOUR_OF, MARKER_COVER, type Crayon } from '#domain/crayon.ts';
import { inOrder, type Order } from '#domain/entry.ts';
import type { AddStroke } from '#domain/operation.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE } from '#domain/page.ts';
import type { Fill, Page, Stroke } from '#domain/work.ts';
import { GRAIN, GRAIN_SIDE } from '#ink/grain.ts';
import { ribbon } from '#ink/ribbon.ts';
import type { Sample } from '#ink/sample.ts';
import { steady } from '#ink/steady.ts';
import { partsOf, widthOf } from '#ink/stroke.ts';
import { linkShapes } from '#picture/links.ts';
import { marksOf } from '#picture/marks.ts';
import { pathOf } from '#picture/path.ts';
import { card, placed, type Picture, type Shape } from '#picture/shape.ts';

/** Where the pictures come from. */
export type PictureOf = (symbol: string) => Picture;

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

/** The page alone: paper, poured paint, strokes, pictures and the lines between them. */
export function pageSvg(page: Page, pictureOf: PictureOf): string {
  const rubbers = page.strokes.filter(({ line }) => line.tool === 'rubber');
  const ground = shapeSvg({ kind: 'path', d: card(WHOLE_PAGE), fill: '#ffffff' });
  const defs = [waxDefs(page.strokes), ...maskDefs(rubbers)].filter((one) => one !== '');
  const body = [
    ...page.fills.map((fill) => masked(fill.order, rubbers, fillSvg(fill))),
    ...[...marksOf(page)].flatMap((mark) => {
      if (mark.kind === 'item') {
        const { item } = mark;
        return `<g id="${item.id}">${shapeSvg(placed(pictureOf(item.symbol), item))}</g>`;
      }
      if (mark.kind === 'fill' || mark.stroke.line.tool === 'rubber') return [];
      return masked(mark.stroke.order, rubbers, strokeSvg(mark.stroke.line));
    }),
    ...linkShapes(page).map(shapeSvg),
  ];
  return [`<defs>${defs.join('')}</defs>`, ground, ...body].join('\n');
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

function strokeSvg(line: AddStroke): string {
  const colour = line.tool === 'crayon' ? `url(#${waxId(line.crayon)})` : COLOUR_OF[line.crayon];
  const svg = lineSvg(line, colour);
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
      const { d, fill = 'none', stroke, width = 1, round, evenOdd } = shape;
      const ends = round ? ' stroke-linecap="round" stroke-linejoin="round"' : '';
      const line = stroke ? ` stroke="${stroke}" stroke-width="${decimal(width)}"${ends}` : '';
      return `<path d="${d}" fill="${fill}"${line}${evenOdd ? ' fill-rule="evenodd"' : ''}/>`;
    }
    case 'words': {
      const { text, x, y, size, fill, bold, anchor = 'start' } = shape;
      const weight = bold ? ' font-weight="700"' : '';
      return `<text x="${decimal(x)}" y="${decimal(y)}" font-family="Andika, sans-serif" font-size="${decimal(size)}"${weight} fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;
    }
    case 'placed': {
      const { x, y, scale, shapes } = shape;
      const move = `translate(${decimal(x)} ${decimal(y)}) scale(${decimal(scale)})`;
      return `<g transform="${move}">${shapes.map(shapeSvg).join('')}</g>`;
    }
  }
}

/** Words made safe to stand in XML: five signs escaped, characters XML forbids left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
