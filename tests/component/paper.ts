/** A sheet on the screen of a test, and what can be seen on it. */
import { onTestFinished } from 'vitest';

import { present } from '#base/assert.ts';
import { PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Hands } from '#editing/palm.ts';
import type { PictureOf } from '#picture/shape.ts';
import type { OnStep } from '#stage/pointers.ts';
import { mountStage, type Stage } from '#stage/stage.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { allFrames } from './frames.ts';

/** Red, green, blue and how much it covers, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const PAPER: Colour = [255, 255, 255, 255];

/** Width of the page on the screen: two page units are one pixel. */
const WIDTH_PX = 800;

/** The colour written `#rrggbb`. */
export function colour(hex: string): Colour {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5), 255];
}

/** A place for a sheet, styled as the screens do it, and the sheet's element in it; gone when the test ends. */
export function aHost(widthPx = WIDTH_PX): HTMLElement {
  const place = document.createElement('div');
  place.className = 'place';
  place.style.cssText = 'position: relative; overflow: hidden';
  const host = document.createElement('div');
  host.className = 'sheet';
  host.style.cssText = 'position: relative; aspect-ratio: 4 / 3; touch-action: none';
  const style = document.createElement('style');
  style.textContent =
    '.sheet > canvas, .sheet > svg { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none }' +
    '.sheet > .floating { position: absolute; inset: 0 auto auto 0; pointer-events: none }';
  place.append(host);
  document.body.append(style, place);
  resize(host, widthPx);
  onTestFinished(() => {
    style.remove();
    place.remove();
  });
  return host;
}

/** Give the place of a sheet another width. */
export function resize(host: HTMLElement, widthPx: number): void {
  const place = present(host.parentElement, 'a sheet has a place');
  place.style.width = `${widthPx}px`;
  place.style.height = `${(widthPx * 3) / 4}px`;
}

/** The stage, mounted in an element of its own; taken down when the test ends. */
export function aStage(
  onStep?: OnStep,
  {
    widthPx = WIDTH_PX,
    of = pictureOf,
    hands,
  }: { widthPx?: number; of?: PictureOf; hands?: () => Hands } = {},
): Readonly<{ stage: Stage; host: HTMLElement }> {
  const host = aHost(widthPx);
  const stage = mountStage(host, of, onStep && { onStep, ...(hands && { hands }) });
  onTestFinished(() => {
    stage.destroy();
  });
  return { stage, host };
}

/** The canvas on which the sheet is seen. */
export function canvasOf(host: Element): HTMLCanvasElement {
  const [canvas] = [...host.children].filter((child) => child instanceof HTMLCanvasElement);
  return present(canvas, 'a sheet has a canvas');
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

/** The colour at a place of the page, as the eye sees it when the browser has had its frames. */
export function seenAt(host: Element, at: Point): Colour {
  return linkAt(host, at) ?? paintAt(host, at);
}

/** The colour of the canvas at a place of the page. */
export function paintAt(host: Element, at: Point): Colour {
  allFrames();
  const { x, y } = pixelOf(canvasOf(host), at);
  return firstPixel(brushOf(canvasOf(host)).getImageData(x, y, 1, 1));
}

/** The colour most seen right around a place: crayon leaves small holes. */
export function inkAt(host: Element, at: Point): Colour {
  allFrames();
  const { x, y } = pixelOf(canvasOf(host), at);
  const { data } = brushOf(canvasOf(host)).getImageData(x - 3, y - 3, 7, 7);
  const counts = new Map<number, number>();
  for (const pixel of new Uint32Array(data.buffer)) {
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  }
  const [[most] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
  return [most & 255, (most >>> 8) & 255, (most >>> 16) & 255, most >>> 24];
}

/** Layers above the sheet, lowest first, as stage/overlay.ts stacks them. */
const LAYER = { rings: 1, links: 2, words: 3, stamps: 4, pulled: 5, keys: 6 } as const;
export type LayerName = keyof typeof LAYER;

/** What lies in a layer above the sheet, lowest first: an element for each thing. */
export function layerOf(host: Element, layer: LayerName): SVGElement[] {
  return [
    ...host.querySelectorAll<SVGElement>(`:scope > svg > g:nth-child(${String(LAYER[layer])}) > *`),
  ];
}

/** The colour of the line between pictures at a place; nothing where there is none. */
export function linkAt(host: Element, { x, y }: Point): Colour | undefined {
  const lines = [...layerOf(host, 'links'), ...layerOf(host, 'pulled')].flatMap((one) =>
    one instanceof SVGPathElement ? [one] : [...one.querySelectorAll('path')],
  );
  const top = lines.findLast(
    (line) =>
      line.getAttribute('stroke') !== 'none' &&
      line.closest('[transform]') === null &&
      line.isPointInStroke(new DOMPoint(x, y)),
  );
  return top && colour(top.getAttribute('stroke') ?? '');
}

/** Everything that is seen of a sheet: each pixel of its canvas, and what lies above it, lowest first. */
export type Look = Readonly<{ pixels: Uint32Array; above: readonly string[] }>;

/** How the sheet looks when the browser has had its frames. */
export function lookAt(host: Element): Look {
  allFrames();
  return lookNow(host);
}

/** How the sheet looks at this very moment. */
export function lookNow(host: Element): Look {
  return { pixels: pixelsOn(host), above: aboveOn(host) };
}

/** Every pixel of the sheet's canvas at this very moment. */
export function pixelsOn(host: Element): Uint32Array {
  const canvas = canvasOf(host);
  const { data } = brushOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  return new Uint32Array(data.buffer);
}

/** What lies above the sheet, a text for each thing. */
export function aboveOn(host: Element): string[] {
  return [...host.querySelectorAll(':scope > svg > g > *')].map(toldOf);
}

/** Attributes that say how a shape looks; those of its line mean nothing where it has none. */
const LOOKS = ['d', 'fill', 'fill-rule', 'x', 'y', 'font-size', 'font-weight', 'text-anchor'];
const LINE_LOOKS = ['stroke', 'stroke-width', 'stroke-linecap', 'stroke-dasharray', 'paint-order'];

/** How an element of an SVG looks, in words that are the same whoever wrote it. */
export function toldOf(element: Element): string {
  const stroke = element.getAttribute('stroke') ?? 'none';
  const names = ['transform', ...LOOKS, ...(stroke === 'none' ? [] : LINE_LOOKS)];
  const said = names.flatMap((name) => {
    const value = element.getAttribute(name);
    if (value === null || (name === 'fill' && element.tagName === 'g')) return [];
    return `${name}=${value.startsWith('#') || name === 'd' ? value : rounded(value)}`;
  });
  const inside =
    element.children.length > 0 ? [...element.children].map(toldOf).join('') : element.textContent;
  return `<${[element.tagName, ...said].join(' ')}>${inside}`;
}

function rounded(numbers: string): string {
  return numbers.replace(/-?\d+(\.\d+)?/g, (one) => String(Math.round(Number(one) * 100) / 100));
}

/** Where two looks differ; nothing when they are the same. */
export function differences(a: Look, b: Look): readonly Difference[] {
  const found: Difference[] = [];
  if (a.pixels.length !== b.pixels.length) return [{ pixels: Infinity, first: 0 }];
  const first = a.pixels.findIndex((pixel, at) => pixel !== b.pixels[at]);
  if (first >= 0) {
    const count = a.pixels.filter((pixel, at) => pixel !== b.pixels[at]).length;
    found.push({ pixels: count, first });
  }
  if (a.above.join('\n') !== b.above.join('\n')) {
    const only = (one: Look, other: Look): string[] =>
      one.above.filter((thing) => !other.above.includes(thing));
    found.push({ above: [only(a, b), only(b, a)] });
  }
  return found;
}

/** `above`: what only the one has, and what only the other; both empty where only the order differs. */
type Difference =
  | Readonly<{ pixels: number; first: number }>
  | Readonly<{ above: readonly [readonly string[], readonly string[]] }>;

/** How far apart, of 255, the pixels are that differ most. */
export function farthest(a: Uint32Array, b: Uint32Array): number {
  const bytes = (pixels: Uint32Array): Uint8Array => new Uint8Array(pixels.buffer);
  const [one, other] = [bytes(a), bytes(b)];
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))), 0);
}

/** How many pixels are not bare paper. */
export function painted({ pixels }: Look): number {
  return pixels.reduce((count, pixel) => count + (pixel === BARE ? 0 : 1), 0);
}

const BARE = 0xffffffff;

/** How far two colours are apart in the channel that differs most. */
export function apart(a: Colour, b: Colour): number {
  return Math.max(...a.map((channel, at) => Math.abs(channel - (b[at] ?? 0))));
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
