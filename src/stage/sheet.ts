/**
 * The page, baked on two surfaces: pictures below, ink above. A picture put down cuts its own shape
 * out of the ink, so what came last is on top, a rubber reaches ink only, and a line, a rubbing or a
 * picture costs the same on an empty and on a full page. Why: docs/decisions/0003-stickers-below-ink.md.
 */
import type { Change } from '#domain/fold.ts';
import { meet, squareAt, WHOLE_PAGE, type Box } from '#domain/page.ts';
import type { Item, Page } from '#domain/work.ts';
import { boxOf } from '#ink/stroke.ts';
import { marksOf } from '#picture/marks.ts';
import type { PictureOf } from '#picture/svg.ts';
import { paintItem, paintStroke } from '#stage/paint.ts';
import { paintAside, surface, wholePixels, type Context, type Surface } from '#stage/surface.ts';

/** The two surfaces of a page. */
export type Sheet = Readonly<{ pictures: Surface; ink: Surface }>;

/** Two empty surfaces. */
export function sheet(scale: number): Sheet {
  return { pictures: surface(scale), ink: surface(scale) };
}

/** Where an item may have left paint: its square and a little more. */
export function boxOfItem(item: Pick<Item, 'x' | 'y' | 'size'>): Box {
  return squareAt(item, item.size * 1.05);
}

/** Paint what the change names onto the sheet. */
export function bake(on: Sheet, change: Change, page: Page, pictureOf: PictureOf): void {
  if (change.everything) bakeAnew(on, page, pictureOf);
  if (change.onTop) paintStroke(on.ink.context, change.onTop.line);
  if (change.line) bakeAnew(on, page, pictureOf, boxOf(change.line.line));
  if (!change.item) return;
  const { before, after } = change.item;
  if (before) bakeAnew(on, page, pictureOf, boxOfItem(before));
  if (after) bakeAnew(on, page, pictureOf, boxOfItem(after));
}

/**
 * Paint all that lies in the box, lowest first. Part of a page is painted aside and then copied,
 * because a line painted through a clip has other edge pixels than the same line painted whole.
 */
export function bakeAnew(
  { pictures, ink }: Sheet,
  page: Page,
  pictureOf: PictureOf,
  box: Box = WHOLE_PAGE,
): void {
  const area = wholePixels(box, ink.scale);
  paintAside(pictures, area, (context) => {
    paintPictures(context, page, pictureOf, area);
  });
  paintAside(ink, area, (context) => {
    paintInk(context, page, pictureOf, area);
  });
}

/** Paint the page's pictures that meet the box. */
function paintPictures(context: Context, page: Page, pictureOf: PictureOf, area: Box): void {
  for (const item of page.items) {
    if (meet(boxOfItem(item), area)) paintItem(context, item, pictureOf);
  }
}

/** Paint the page's lines that meet the box, and cut out the pictures that lie above them. */
function paintInk(context: Context, page: Page, pictureOf: PictureOf, area: Box): void {
  for (const mark of marksOf(page)) {
    if (mark.kind === 'stroke') {
      if (meet(boxOf(mark.stroke.line), area)) paintStroke(context, mark.stroke.line);
    } else if (meet(boxOfItem(mark.item), area)) {
      context.save();
      context.globalCompositeOperation = 'destination-out';
      paintItem(context, mark.item, pictureOf);
      context.restore();
    }
  }
}
