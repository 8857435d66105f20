/** The one way a line, a picture or a word becomes paint: on the sheet, in the air and in exports. */
import { present } from '#base/assert.ts';
import { COLOUR_OF, isArea, MARKER_COVER, type Area } from '#domain/crayon.ts';
import type { AddFill, AddStroke } from '#domain/operation.ts';
import { MOTIF, MOTIF_COVER, MOTIF_SIDE, WASH_COVER } from '#ink/area.ts';
import { GRAIN, GRAIN_SIDE } from '#ink/grain.ts';
import { ribbon } from '#ink/ribbon.ts';
import type { Sample } from '#ink/sample.ts';
import { partsOf, widthOf } from '#ink/stroke.ts';
import { steady } from '#ink/steady.ts';
import { trace } from '#ink/trace.ts';
import { itemShapes, type Looks } from '#picture/item.ts';
import { LETTER_RIM, type Path, type PictureOf, type Shape } from '#picture/shape.ts';
import { ringsPath } from '#picture/svg.ts';
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
export function paintItem(context: Context, item: Looks, pictureOf: PictureOf): void {
  for (const shape of itemShapes(item, pictureOf)) paintShape(context, shape);
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
      if (shape.rim) {
        context.strokeStyle = shape.rim;
        context.lineWidth = shape.size * LETTER_RIM;
        context.lineJoin = 'round';
        context.strokeText(shape.text, shape.x, shape.y);
      }
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
      break;
    case 'placed':
      context.translate(shape.x, shape.y);
      context.scale(shape.scale, shape.scale);
      if (shape.turn) {
        context.translate(shape.turn.x, shape.turn.y);
        context.rotate((shape.turn.degrees * Math.PI) / 180);
        context.translate(-shape.turn.x, -shape.turn.y);
      }
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
    context.setLineDash([...(path.dash ?? [])]);
    context.stroke(outline);
  }
}

/** Wax of each colour on paper, and soft regions, made once for each scale. */
const patterns = new Map<string, CanvasPattern>();

function paintOf(context: Context, { tool, crayon }: Look): CanvasPattern | string {
  if (tool !== 'crayon' && !isArea(tool)) return COLOUR_OF[crayon];
  const scale = Math.abs(context.getTransform().a);
  const key = `${tool} ${crayon} ${String(scale)}`;
  const known = patterns.get(key);
  if (known) return known;
  const colour = COLOUR_OF[crayon];
  const pattern = isArea(tool)
    ? tiled(context, MOTIF_SIDE, scale, (paint) => paintArea(paint, tool, colour))
    : tiled(context, GRAIN_SIDE, scale, (paint) => {
        paint.fillStyle = colour;
        paint.fill(new Path2D(GRAIN), 'evenodd');
      });
  patterns.set(key, pattern);
  return pattern;
}

function paintArea(paint: OffscreenCanvasRenderingContext2D, area: Area, colour: string): void {
  paint.fillStyle = colour;
  paint.globalAlpha = WASH_COVER;
  paint.fillRect(0, 0, MOTIF_SIDE, MOTIF_SIDE);
  paint.globalAlpha = MOTIF_COVER;
  paint.fill(new Path2D(MOTIF[area]));
}

/** A tile repeated over the page. It lies in the page: where wax missed once it misses always. */
function tiled(
  context: Context,
  sideUnits: number,
  scale: number,
  draw: (paint: OffscreenCanvasRenderingContext2D) => void,
): CanvasPattern {
  const side = Math.round(sideUnits * scale);
  const tile = new OffscreenCanvas(side, side);
  const paint = present(tile.getContext('2d'), 'a canvas can be painted on');
  paint.scale(side / sideUnits, side / sideUnits);
  draw(paint);
  const pattern = present(context.createPattern(tile, 'repeat'), 'a tile can be repeated');
  pattern.setTransform(new DOMMatrix().scaleSelf(sideUnits / side));
  return pattern;
}
