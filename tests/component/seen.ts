/** What is seen of a sheet with all that lies above it, as pixels, also in grey; and who paints the sheet. */
import { onTestFinished, vi } from 'vitest';

import { present } from '#base/assert.ts';
import { PAGE_WIDTH, type Point } from '#domain/page.ts';
import { canvasOf, layerOf, type LayerName } from './paper.ts';

/** Pixels, and how many of them there are to a page unit. */
export type Seen = Readonly<{ image: ImageData; scale: number }>;

/** What lies above the sheet, on white, without the sheet itself. */
export async function seenAbove(host: Element, layers: readonly LayerName[]): Promise<Seen> {
  const svg = present(host.querySelector(':scope > svg'), 'something may lie above a sheet');
  const copy = svg.cloneNode(false) as Element;
  const { width, height } = canvasOf(host);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const layer of layers) {
    for (const one of layerOf(host, layer)) copy.append(one.cloneNode(true));
  }
  const picture = new Image(width, height);
  const xml = new XMLSerializer().serializeToString(copy);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(xml)}`;
  await picture.decode();
  const context = bareCanvas(width, height);
  context.drawImage(picture, 0, 0);
  return { image: context.getImageData(0, 0, width, height), scale: width / PAGE_WIDTH };
}

/** White paper of so many pixels to paint on. */
export function bareCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = present(
    new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }),
    'a canvas can be painted on',
  );
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  return context;
}

/** How light a place of the page is without colour, from 0, black, to 255. Source: ITU-R BT.601. */
export function greyAt({ image, scale }: Seen, { x, y }: Point): number {
  const [column, row] = [Math.round(x * scale - 0.5), Math.round(y * scale - 0.5)];
  const at = 4 * (row * image.width + column);
  const [red = 255, green = 255, blue = 255] = image.data.slice(at, at + 3);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** How light it is at places one page unit apart, from one place towards another. */
export function greysAlong(seen: Seen, from: Point, to: Point): number[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return Array.from({ length: Math.floor(length) + 1 }, (_, at) => {
    const share = at / length;
    return greyAt(seen, {
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    });
  });
}

/** How long each dark stretch is, in page units, in the order in which they come. */
export function darkRuns(greys: readonly number[], dark = 128): number[] {
  const runs: number[] = [];
  let length = 0;
  for (const grey of [...greys, 255]) {
    if (grey < dark) length++;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  return runs;
}

const PAINTS = [
  'drawImage',
  'fill',
  'stroke',
  'fillRect',
  'clearRect',
  'fillText',
  'strokeText',
  'putImageData',
] as const;

/** Counts, until the test ends, what is painted on the sheet: on the canvas that is seen and on those that are not. */
export function watchPaint(host: Element): () => number {
  const canvas = canvasOf(host);
  const seen = PAINTS.map((name) => vi.spyOn(CanvasRenderingContext2D.prototype, name));
  const unseen = PAINTS.map((name) => vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, name));
  onTestFinished(() => {
    for (const spy of [...seen, ...unseen]) spy.mockRestore();
  });
  return () => {
    const onScreen = seen.flatMap(({ mock }) => mock.contexts as CanvasRenderingContext2D[]);
    const behind = unseen.flatMap(({ mock }) => mock.contexts);
    return onScreen.filter((context) => context.canvas === canvas).length + behind.length;
  };
}
