/** A sheet on the screen of a test, and what can be seen on it. */
import { onTestFinished } from 'vitest';

import { present } from '#base/assert.ts';
import { PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { PictureOf } from '#picture/svg.ts';
import type { OnStep } from '#stage/pointers.ts';
import { mountStage, type Stage } from '#stage/stage.ts';
import { pictureOf } from '#symbols/pictures.ts';

/** Red, green, blue and how much it covers, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const NOTHING: Colour = [0, 0, 0, 0];
export const PAPER: Colour = [255, 255, 255, 255];

/** Width of the page on the screen at which one page unit is one pixel of the canvases. */
const ONE_TO_ONE_PX = 800;

/** The colour written `#rrggbb`. */
export function colour(hex: string): Colour {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5), 255];
}

/** A place for a sheet, styled as the working screen does it; gone when the test ends. */
export function aHost(widthPx = ONE_TO_ONE_PX): HTMLElement {
  const host = document.createElement('div');
  host.className = 'sheet';
  host.style.cssText = 'position: relative; aspect-ratio: 4 / 3; touch-action: none';
  host.style.width = `${widthPx}px`;
  const style = document.createElement('style');
  style.textContent =
    '.sheet > canvas { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none }' +
    '.sheet > .floating { position: absolute; inset: 0 auto auto 0; pointer-events: none }';
  document.body.append(style, host);
  onTestFinished(() => {
    style.remove();
    host.remove();
  });
  return host;
}

/** The stage, mounted in an element of its own; taken down when the test ends. */
export function aStage(
  onStep?: OnStep,
  { widthPx = ONE_TO_ONE_PX, of = pictureOf }: { widthPx?: number; of?: PictureOf } = {},
): Readonly<{ stage: Stage; host: HTMLElement }> {
  const host = aHost(widthPx);
  const stage = mountStage(host, of, onStep);
  onTestFinished(() => {
    stage.destroy();
  });
  return { stage, host };
}

/** The canvases that lie on the sheet, lowest first. */
export function canvasesOf(host: Element): HTMLCanvasElement[] {
  return [...host.children].filter((child) => child instanceof HTMLCanvasElement);
}

/** What floats above the sheet: pictures in the air, and the ring. */
export function floatingOn(host: Element): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>(':scope > .floating')];
}

/** The middle of something floating, in page units. */
export function middleOf(floating: Element, host: Element): Point {
  const [part, whole] = [floating.getBoundingClientRect(), host.getBoundingClientRect()];
  const units = PAGE_WIDTH / whole.width;
  return {
    x: (part.left + part.width / 2 - whole.left) * units,
    y: (part.top + part.height / 2 - whole.top) * units,
  };
}

/** The colour at a place of the page, as the eye sees it: all canvases over white paper. */
export function seenAt(host: Element, at: Point): Colour {
  const dot = document.createElement('canvas');
  dot.width = dot.height = 1;
  const context = present(dot.getContext('2d'), 'a canvas can be painted on');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 1, 1);
  for (const canvas of canvasesOf(host)) {
    const { x, y } = pixelOf(canvas, at);
    context.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
  }
  return firstPixel(context.getImageData(0, 0, 1, 1));
}

/** The colour one canvas has at a place of the page. */
export function pixelAt(canvas: HTMLCanvasElement, at: Point): Colour {
  const { x, y } = pixelOf(canvas, at);
  return firstPixel(brushOf(canvas).getImageData(x, y, 1, 1));
}

/** Every pixel of every canvas of the sheet, as numbers. */
export function everyPixel(host: Element): Uint32Array[] {
  return canvasesOf(host).map((canvas) => {
    const { data } = brushOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
    return new Uint32Array(data.buffer);
  });
}

/** Where the first two sheets of pixels differ, canvas by canvas; empty when they are the same. */
export function differences(
  a: readonly Uint32Array[],
  b: readonly Uint32Array[],
): readonly Readonly<{ canvas: number; pixels: number; first: number }>[] {
  return a.flatMap((pixels, canvas) => {
    const others = b[canvas];
    if (others?.length !== pixels.length) return [{ canvas, pixels: Infinity, first: 0 }];
    let [count, first] = [0, -1];
    for (let at = 0; at < pixels.length; at++) {
      if (pixels[at] === others[at]) continue;
      count += 1;
      if (first < 0) first = at;
    }
    return count > 0 ? [{ canvas, pixels: count, first }] : [];
  });
}

/** How many pixels have any paint. */
export function painted(pixels: Uint32Array): number {
  return pixels.reduce((count, pixel) => count + (pixel === 0 ? 0 : 1), 0);
}

function brushOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return present(canvas.getContext('2d'), 'a canvas can be painted on');
}

function pixelOf(canvas: HTMLCanvasElement, { x, y }: Point): Point {
  const scale = canvas.width / PAGE_WIDTH;
  return { x: Math.floor(x * scale), y: Math.floor(y * scale) };
}

function firstPixel({ data: [red = 0, green = 0, blue = 0, alpha = 0] }: ImageData): Colour {
  return [red, green, blue, alpha];
}
