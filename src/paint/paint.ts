/** The one way a line, a picture or a word becomes paint: on the sheet, in the air and in exports. */
import { present } from '#base/assert.ts';
import { COLOUR_OF, MARKER_COVER, type Crayon } from '#domain/crayon.ts';
import type { AddFill, AddStroke } from '#domain/operation.ts';
import type { Item } from '#domain/work.ts';
import { GRAIN, GRAIN_SIDE } from '#ink/grain.ts';
import { ribbon } from '#ink/ribbon.ts';
import type { Sample } from '#ink/sample.ts';
import { partsOf, widthOf } from '#ink/stroke.ts';
import { steady } from '#ink/steady.ts';
import { trace } from '#ink/trace.ts';
import { placed, type Path, type Shape } from '#picture/shape.ts';
import { ringsPath, type PictureOf } from '#picture/svg.ts';
import type { Context } from '#paint/surface.ts';

/** How a line looks: what drew it, its colour and width. */
export type Look = Pick<AddStroke, 'tool' | 'crayon' | 'width'>;

/** Paint a whole stroke of the record. */
export function paintStroke(context: Context, stroke: AddStroke): void {
  context.save();
  if (stroke.tool === 'rubber') context.globalCompositeOperation = 'destination-out';
  if (stroke.tool === 'marker') context.globalAlpha = MARKER_COVER;
  paintParts(context, stroke, partsOf(stroke));
  context.restore();
}

/** What a line is painted with. */
type Paint = CanvasPattern | string;

/** Paint the line of the samples in full colour; from the `from`-th on, or with another `paint`. */
export function paintLine(
  context: Context,
  look: Look,
  samples: readonly Sample[],
  how: Readonly<{ from?: number; paint?: Paint }> = {},
): void {
  paintParts(context, look, [samples], how);
}

/** Paint the parts of a line. All but a brush's are one path: see-through ink shows once where they cross. */
function paintParts(
  context: Context,
  look: Look,
  parts: readonly (readonly Sample[])[],
  { from = 0, paint = paintOf(context, look) }: Readonly<{ from?: number; paint?: Paint }> = {},
): void {
  const isDot = parts.every(({ length }) => length === 1);
  context.lineCap = look.tool === 'marker' && !isDot ? 'butt' : 'round';
  context.lineJoin = 'round';
  context.strokeStyle = paint;
  if (look.tool === 'brush') {
    for (const samples of parts) paintBristles(context, widthOf(look), samples, from);
    return;
  }
  context.lineWidth = widthOf(look);
  context.beginPath();
  for (const samples of parts) trace(steady(samples), context, from);
  context.stroke();
}

function paintBristles(
  context: Context,
  widest: number,
  samples: readonly Sample[],
  from: number,
): void {
  const line = steady(samples);
  for (const { from: begin, to, width } of ribbon(samples, widest, from)) {
    context.lineWidth = width;
    context.beginPath();
    trace(line, context, begin, to);
    context.stroke();
  }
}

/** Paint poured paint. */
export function paintFill(context: Context, { crayon, rings }: AddFill): void {
  context.fillStyle = COLOUR_OF[crayon];
  context.fill(new Path2D(ringsPath(rings)), 'evenodd');
}

/** Paint a picture of the page. */
export function paintItem(
  context: Context,
  item: Pick<Item, 'symbol' | 'x' | 'y' | 'size'>,
  pictureOf: PictureOf,
): void {
  paintShape(context, placed(pictureOf(item.symbol), item));
}

/** Paint a shape. */
export function paintShape(context: Context, shape: Shape): void {
  context.save();
  switch (shape.kind) {
    case 'path':
      paintPath(context, shape);
      break;
    case 'words':
      context.font = `${shape.bold ? '700' : '400'} ${String(shape.size)}px Andika, sans-serif`;
      context.textAlign = WORDS_ALIGN[shape.anchor ?? 'start'];
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
      break;
    case 'placed':
      context.translate(shape.x, shape.y);
      context.scale(shape.scale, shape.scale);
      for (const part of shape.shapes) paintShape(context, part);
      break;
  }
  context.restore();
}

const WORDS_ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;
/** Outlines are read once: a picture is painted many times. */
const outlines = new WeakMap<Path, Path2D>();

function paintPath(context: Context, path: Path): void {
  const outline = outlines.get(path) ?? new Path2D(path.d);
  outlines.set(path, outline);
  if (path.fill) {
    context.fillStyle = path.fill;
    context.fill(outline, path.evenOdd ? 'evenodd' : 'nonzero');
  }
  if (path.stroke) {
    context.strokeStyle = path.stroke;
    context.lineWidth = path.width ?? 1;
    context.lineCap = path.round ? 'round' : 'butt';
    context.lineJoin = path.round ? 'round' : 'miter';
    context.stroke(outline);
  }
}

/** Wax of each colour on paper, made once for each scale. */
const wax = new Map<string, CanvasPattern>();

function paintOf(context: Context, { tool, crayon }: Look): CanvasPattern | string {
  const colour = COLOUR_OF[crayon];
  if (tool !== 'crayon') return colour;
  const scale = Math.abs(context.getTransform().a);
  const key = `${crayon} ${String(scale)}`;
  const pattern = wax.get(key) ?? waxOf(context, crayon, scale);
  wax.set(key, pattern);
  return pattern;
}

/** The grain lies in the page: where the wax missed once it misses always. */
function waxOf(context: Context, crayon: Crayon, scale: number): CanvasPattern {
  const side = Math.round(GRAIN_SIDE * scale);
  const tile = new OffscreenCanvas(side, side);
  const paint = present(tile.getContext('2d'), 'a canvas can be painted on');
  paint.scale(side / GRAIN_SIDE, side / GRAIN_SIDE);
  paint.fillStyle = COLOUR_OF[crayon];
  paint.fill(new Path2D(GRAIN), 'evenodd');
  const pattern = present(context.createPattern(tile, 'repeat'), 'a tile can be repeated');
  pattern.setTransform(new DOMMatrix().scaleSelf(GRAIN_SIDE / side));
  return pattern;
}
