/** The one way a line, a picture or a word becomes paint: on the sheet, in the air and in exports. */
import { COLOUR_OF } from '#domain/crayon.ts';
import type { AddStroke } from '#domain/operation.ts';
import type { Item } from '#domain/work.ts';
import type { Sample } from '#ink/sample.ts';
import { samplesOf, widthOf } from '#ink/stroke.ts';
import { trace } from '#ink/trace.ts';
import { placed, type Path, type Shape } from '#picture/shape.ts';
import type { PictureOf } from '#picture/svg.ts';
import type { Context } from '#stage/surface.ts';

/** How a line looks: its paint and width, or the rubber's. */
export type Look = Pick<AddStroke, 'tool' | 'crayon' | 'width'>;

/** Paint the line of the samples, from the `from`-th on; a rubber takes paint away. */
export function paintLine(
  context: Context,
  look: Look,
  samples: readonly Sample[],
  from = 0,
): void {
  context.save();
  if (look.tool === 'rubber') context.globalCompositeOperation = 'destination-out';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = widthOf(look);
  context.strokeStyle = COLOUR_OF[look.crayon];
  context.beginPath();
  trace(samples, context, from);
  context.stroke();
  context.restore();
}

/** Paint a whole stroke of the record. */
export function paintStroke(context: Context, stroke: AddStroke): void {
  paintLine(context, stroke, samplesOf(stroke));
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
