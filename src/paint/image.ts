/** A page, or a sheet laid out around a page, as PNG at any size: painted and written band by band. */
import { present } from '#base/assert.ts';
import type { Page } from '#domain/work.ts';
import { paintShape } from '#paint/paint.ts';
import { pngOf, type Band } from '#paint/png.ts';
import { Sheet } from '#paint/sheet.ts';
import { BAND } from '#paint/surface.ts';
import type { Picture, Shape } from '#picture/shape.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';

/** What is to be painted: the page at a place, shapes before and after it, so many pixels to a unit. */
export type ImageAsk = Readonly<{
  width: number;
  height: number;
  scale: number;
  page: Page;
  at: Readonly<{ x: number; y: number }>;
  under: readonly Shape[];
  over: readonly Shape[];
  /** The pictures of the page's items, by symbol. */
  pictures: Readonly<Record<string, Picture>>;
}>;

const WHITE = '#ffffff';

/** The image; `onBand` hears how many bands of how many are done. */
export function imageOf(
  ask: ImageAsk,
  onBand: (done: number, of: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = [Math.round(ask.width * ask.scale), Math.round(ask.height * ask.scale)];
  return pngOf(width, height, bandsOf(ask, width, height, onBand));
}

function* bandsOf(
  ask: ImageAsk,
  width: number,
  height: number,
  onBand: (done: number, of: number) => void,
): Generator<Band> {
  const of = Math.ceil(height / BAND);
  for (let band = 0; band < of; band++) {
    const top = band * BAND;
    const rows = Math.min(BAND, height - top);
    yield { rows, pixels: bandOf(ask, width, top, rows) };
    onBand(band + 1, of);
  }
}

function bandOf(ask: ImageAsk, width: number, top: number, rows: number): Uint8ClampedArray {
  const { scale, page, at, under, over } = ask;
  const canvas = new OffscreenCanvas(width, rows);
  const context = present(
    canvas.getContext('2d', { alpha: false, willReadFrequently: true }),
    'a canvas can be painted on',
  );
  context.fillStyle = WHITE;
  context.fillRect(0, 0, width, rows);
  context.setTransform(scale, 0, 0, scale, 0, -top);
  for (const shape of under) paintShape(context, shape);
  const offset = { x: Math.round(at.x * scale), y: Math.round(at.y * scale) };
  paintPage(context, page, ask, { top: top - offset.y, rows, left: offset.x });
  for (const shape of over) paintShape(context, shape);
  const { data } = context.getImageData(0, 0, width, rows);
  canvas.width = canvas.height = 0;
  return data;
}

/** The rows of the page that fall into the band, counted from the page's own top. */
function paintPage(
  context: OffscreenCanvasRenderingContext2D,
  page: Page,
  { scale, pictures }: ImageAsk,
  { top, rows, left }: Readonly<{ top: number; rows: number; left: number }>,
): void {
  const from = Math.max(Math.floor(top / BAND) * BAND, 0);
  const to = Math.min(top + rows, PAGE_HEIGHT * scale);
  if (to <= from) return;
  const pictureOf = (symbol: string): Picture =>
    present(pictures[symbol], 'every picture of the page came with it');
  const sheet = new Sheet(scale, pictureOf, { from, to });
  sheet.bake(page);
  const begin = Math.max(top, 0);
  const area = { x: 0, y: begin, width: PAGE_WIDTH * scale, height: to - begin };
  sheet.copyTo(context, area, { x: -left, y: top });
  sheet.release();
}
