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
  context.scale(scale, scale);
  return { canvas, context, scale };
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

/** Paint, but only inside the box. */
export function inside(context: Context, { left, top, right, bottom }: Box, act: () => void): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  act();
  context.restore();
}
