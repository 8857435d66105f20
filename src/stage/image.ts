/** Pages as PNG, painted by the same hand as the screen, at any size. */
import { present } from '#base/assert.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import type { AnnotatedSheet } from '#picture/annotated.ts';
import { linkShapes } from '#picture/links.ts';
import type { PictureOf } from '#picture/svg.ts';
import { paintShape } from '#stage/paint.ts';
import { bakeAnew, sheet } from '#stage/sheet.ts';
import { release } from '#stage/surface.ts';

/** Pixels to a page unit: 3200 x 2400 for the page, below every browser's limit of 16.7 million. */
const CLEAN_SCALE = 2;
const ANNOTATED_SCALE = 1.5;
const WHITE = '#ffffff';

/** The page and nothing else. */
export function cleanImage(page: Page, pictureOf: PictureOf): Promise<Uint8Array<ArrayBuffer>> {
  const size = { width: PAGE_WIDTH, height: PAGE_HEIGHT };
  return painted(size, CLEAN_SCALE, (context) => {
    paintPageOn(context, page, pictureOf);
  });
}

/** The annotated sheet with the page on it; the letters' font must have been loaded. */
export function annotatedImage(
  layout: AnnotatedSheet,
  page: Page,
  pictureOf: PictureOf,
): Promise<Uint8Array<ArrayBuffer>> {
  return painted(layout, ANNOTATED_SCALE, (context) => {
    for (const shape of layout.under) paintShape(context, shape);
    context.save();
    context.translate(layout.page.x, layout.page.y);
    paintPageOn(context, page, pictureOf);
    context.restore();
    for (const shape of layout.over) paintShape(context, shape);
  });
}

function paintPageOn(context: CanvasRenderingContext2D, page: Page, pictureOf: PictureOf): void {
  const baked = sheet(CLEAN_SCALE);
  bakeAnew(baked, page, pictureOf);
  context.fillStyle = WHITE;
  context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
  for (const one of [baked.pictures, baked.ink]) {
    context.drawImage(one.canvas, 0, 0, WHOLE_PAGE.right, WHOLE_PAGE.bottom);
    release(one);
  }
  for (const shape of linkShapes(page)) paintShape(context, shape);
}

async function painted(
  { width, height }: Readonly<{ width: number; height: number }>,
  scale: number,
  paint: (context: CanvasRenderingContext2D) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = present(canvas.getContext('2d', { alpha: false }), 'a canvas can be painted on');
  context.scale(scale, scale);
  paint(context);
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png');
  });
  canvas.width = canvas.height = 0;
  return new Uint8Array(await present(blob, 'a canvas can be encoded').arrayBuffer());
}
