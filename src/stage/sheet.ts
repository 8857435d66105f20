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
import { inside, surface, wholePixels, wipe, type Context, type Surface } from '#stage/surface.ts';

/** The two surfaces of a page. */
export type Sheet = Readonly<{ pictures: Surface; ink: Surface }>;
type Brushes = Readonly<{ pictures: Context; ink: Context }>;

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

/** Paint all that lies in the box, lowest first. */
export function bakeAnew(
  { pictures, ink }: Sheet,
  page: Page,
  pictureOf: PictureOf,
  box: Box = WHOLE_PAGE,
): void {
  const area = wholePixels(box, ink.scale);
  const brushes = { pictures: pictures.context, ink: ink.context };
  wipe(pictures, area);
  wipe(ink, area);
  inside(pictures.context, area, () => {
    inside(ink.context, area, () => {
      paintPage(brushes, page, pictureOf, area);
    });
  });
}

/** Paint the page's marks that meet the box. */
export function paintPage(on: Brushes, page: Page, pictureOf: PictureOf, area: Box): void {
  for (const mark of marksOf(page)) {
    if (mark.kind === 'stroke') {
      if (meet(boxOf(mark.stroke.line), area)) paintStroke(on.ink, mark.stroke.line);
    } else if (meet(boxOfItem(mark.item), area)) {
      paintItem(on.pictures, mark.item, pictureOf);
      on.ink.save();
      on.ink.globalCompositeOperation = 'destination-out';
      paintItem(on.ink, mark.item, pictureOf);
      on.ink.restore();
    }
  }
}
