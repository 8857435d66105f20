/**
 * Shapes and pages as SVG text. No script, no reference to anything outside, every word escaped; the
 * same work gives the same bytes on every engine.
 */
import { COLOUR_OF } from '#domain/crayon.ts';
import type { Page, Stroke } from '#domain/work.ts';
import { samplesOf, widthOf } from '#ink/stroke.ts';
import { trace } from '#ink/trace.ts';
import { linkShapes } from '#picture/links.ts';
import { marksOf } from '#picture/marks.ts';
import { card, decimal, placed, type Picture, type Shape } from '#picture/shape.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE } from '#domain/page.ts';

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

/** The page alone: paper, strokes, pictures and the lines between them. */
export function pageSvg(page: Page, pictureOf: PictureOf): string {
  const rubbers = page.strokes.filter(({ line }) => line.tool === 'rubber');
  const parts = [
    shapeSvg({ kind: 'path', d: card(WHOLE_PAGE), fill: '#ffffff' }),
    masksSvg(rubbers),
  ];
  let open: number | undefined;
  let rubbed = 0;
  const close = (): void => {
    if (open !== undefined) parts.push('</g>');
    open = undefined;
  };
  for (const mark of marksOf(page)) {
    if (mark.kind === 'item') {
      close();
      const { item } = mark;
      parts.push(`<g id="${item.id}">${shapeSvg(placed(pictureOf(item.symbol), item))}</g>`);
    } else if (mark.stroke.line.tool === 'rubber') {
      close();
      rubbed++;
    } else {
      if (open === undefined)
        parts.push(rubbed < rubbers.length ? `<g mask="url(#rub${String(rubbed)})">` : '<g>');
      open = rubbed;
      parts.push(strokeSvg(mark.stroke, COLOUR_OF[mark.stroke.line.crayon]));
    }
  }
  close();
  parts.push(...linkShapes(page).map(shapeSvg));
  return parts.filter((part) => part !== '').join('\n');
}

/** One mask for each rubbing: it hides what this and every later rubbing takes away. */
function masksSvg(rubbers: readonly Stroke[]): string {
  const sheet = `x="0" y="0" width="${String(PAGE_WIDTH)}" height="${String(PAGE_HEIGHT)}"`;
  return rubbers
    .map((rubber, at) => {
      const later = at + 1 < rubbers.length ? `<use href="#rubbing${String(at + 1)}"/>` : '';
      return [
        `<g id="rubbing${String(at)}">${strokeSvg(rubber, '#000000')}${later}</g>`,
        `<mask id="rub${String(at)}" maskUnits="userSpaceOnUse" ${sheet}>`,
        `<rect ${sheet} fill="#ffffff"/><use href="#rubbing${String(at)}"/></mask>`,
      ].join('');
    })
    .reverse()
    .map((mask) => `<defs>${mask}</defs>`)
    .join('\n');
}

function strokeSvg({ line }: Stroke, colour: string): string {
  const d: string[] = [];
  trace(samplesOf(line), {
    moveTo: (x, y) => d.push(`M${decimal(x)} ${decimal(y)}`),
    lineTo: (x, y) => d.push(`L${decimal(x)} ${decimal(y)}`),
    quadraticCurveTo: (cx, cy, x, y) =>
      d.push(`Q${decimal(cx)} ${decimal(cy)} ${decimal(x)} ${decimal(y)}`),
  });
  return shapeSvg({
    kind: 'path',
    d: d.join(''),
    stroke: colour,
    width: widthOf(line),
    round: true,
  });
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
