/**
 * A canvas that holds the whole sheet at a fixed size in pixels. The screen scales it, so turning the
 * tablet or resizing the window changes no pixel of it and no coordinate.
 */
import { present } from '#base/assert.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE, type Box } from '#domain/page.ts';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export type Surface = Readonly<{
  canvas: HTMLCanvasElement;
  /** In page units. */
  context: CanvasRenderingContext2D;
  scale: number;
}>;

/** Pixels to a page unit: sharp on the screen, and at most 2400 x 1800 (17 MB a surface). */
export function bestScale(widthPx: number, devicePixelRatio: number): number {
  const wanted = Math.ceil((widthPx * devicePixelRatio * 4) / PAGE_WIDTH) / 4;
  return Math.min(Math.max(wanted, 1), 1.5);
}

/** An empty, see-through surface. */
export function surface(scale: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = PAGE_WIDTH * scale;
  canvas.height = PAGE_HEIGHT * scale;
  const context = present(canvas.getContext('2d'), 'a canvas can be painted on');
  const made = { canvas, context, scale };
  setScale(made);
  return made;
}

/** Paint in page units: at the beginning, and when the browser gave a lost canvas back as new. */
export function setScale({ context, scale }: Surface): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
}

/** Give the memory back now, not when the collector comes by. */
export function release({ canvas }: Surface): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** The box widened to whole pixels of the surface, so that its edge cuts no pixel in half. */
export function wholePixels(box: Box, scale: number): Box {
  return {
    left: Math.max(Math.floor(box.left * scale) / scale, WHOLE_PAGE.left),
    top: Math.max(Math.floor(box.top * scale) / scale, WHOLE_PAGE.top),
    right: Math.min(Math.ceil(box.right * scale) / scale, WHOLE_PAGE.right),
    bottom: Math.min(Math.ceil(box.bottom * scale) / scale, WHOLE_PAGE.bottom),
  };
}

/** Wipe the box clean. */
export function wipe({ context }: Surface, { left, top, right, bottom }: Box = WHOLE_PAGE): void {
  context.clearRect(left, top, right - left, bottom - top);
}

/** Let the box show what `paint` paints and nothing else, each pixel as if the whole had been painted. */
export function paintAside(on: Surface, box: Box, paint: (context: Context) => void): void {
  if (box.left >= box.right || box.top >= box.bottom) return;
  const aside = surface(on.scale);
  paint(aside.context);
  copy(aside, on, box);
  release(aside);
}

/** Copy the box, pixel by pixel; both surfaces are of one scale and the box is of whole pixels. */
export function copy(from: Surface, to: Surface, { left, top, right, bottom }: Box): void {
  const { scale } = from;
  const [x, y] = [Math.round(left * scale), Math.round(top * scale)];
  const [width, height] = [Math.round(right * scale) - x, Math.round(bottom * scale) - y];
  if (width <= 0 || height <= 0) return;
  to.context.save();
  to.context.resetTransform();
  to.context.clearRect(x, y, width, height);
  to.context.drawImage(from.canvas, x, y, width, height, x, y, width, height);
  to.context.restore();
}
