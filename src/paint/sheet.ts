/**
 * The page, baked on surfaces nobody sees: the print lowest, then poured paint and soft regions, then pictures, ink on top. A picture
 * put down cuts its own shape out of the ink, so what came last is on top, a rubber reaches paint and ink
 * only, and a line, a rubbing or a picture costs the same on an empty and on a full page.
 * Why: docs/decisions/0003-stickers-below-ink.md.
 */
import { isArea } from '#domain/crayon.ts';
import { meet, squareAt, WHOLE_PAGE, type Box } from '#domain/page.ts';
import type { Fill, Item, Mark, Page } from '#domain/work.ts';
import { boxOf } from '#ink/stroke.ts';
import { paintFill, paintItem, paintShape, paintStroke } from '#paint/paint.ts';
import { areaOf, boxOfArea, Surface, type Area, type Context, type Rows } from '#paint/surface.ts';
import { groundShapes } from '#picture/ground.ts';
import { reachOfLooks, type Looks } from '#picture/item.ts';
import { marksOf } from '#picture/marks.ts';
import type { PictureOf } from '#picture/shape.ts';

/** The surfaces of a page, so many pixels to a page unit. */
export class Sheet {
  readonly scale: number;
  readonly ground: Surface;
  readonly pictures: Surface;
  readonly ink: Surface;
  readonly #paint: Surface;
  readonly #pictureOf: PictureOf;
  readonly #rows: Rows | undefined;

  /** A sheet of this scale; only these rows of it when the whole would be too large. */
  constructor(scale: number, pictureOf: PictureOf, rows?: Rows) {
    this.scale = scale;
    this.#pictureOf = pictureOf;
    this.#rows = rows;
    this.ground = new Surface(scale, rows);
    this.#paint = new Surface(scale, rows);
    this.pictures = new Surface(scale, rows);
    this.ink = new Surface(scale, rows);
  }

  /** Put a mark on top of what is there. */
  lay(mark: Mark): void {
    const box = boxOfMark(mark);
    switch (mark.kind) {
      case 'fill':
        this.#paint.on(box, (context) => paintFill(context, mark.fill.area));
        break;
      case 'stroke': {
        const { line } = mark.stroke;
        if (isArea(line.tool)) this.#paint.on(box, (context) => paintStroke(context, line));
        else if (line.tool !== 'rubber') this.ink.on(box, (context) => paintStroke(context, line));
        else for (const one of this.#inked) one.off(box, (context) => paintStroke(context, line));
        break;
      }
      case 'item':
        this.pictures.on(box, (context) => paintItem(context, mark.item, this.#pictureOf));
        this.ink.off(box, (context) => cutOut(context, mark.item, this.#pictureOf));
        break;
    }
  }

  /** Put what is printed on a page on the empty sheet; no rubber reaches it. */
  print({ ground }: Pick<Page, 'ground'>): void {
    const shapes = groundShapes(ground, this.#pictureOf);
    if (shapes.length === 0) return;
    this.ground.on(WHOLE_PAGE, (context) => {
      for (const shape of shapes) paintShape(context, shape);
    });
  }

  /** Paint the whole page, lowest first. */
  bake(page: Page): void {
    this.release();
    this.print(page);
    for (const mark of marksOf(page)) this.lay(mark);
  }

  /**
   * Paint what lies in the box as `bake` would. It is painted aside and then copied, because a line painted
   * through a clip has other edge pixels than the same line painted whole.
   */
  bakeAnew(page: Page, box: Box): void {
    const area = areaOf(box, this.scale);
    const reached = boxOfArea(area, this.scale);
    const aside = new Sheet(this.scale, this.#pictureOf, this.#rows);
    for (const mark of marksOf(page)) if (meet(boxOfMark(mark), reached)) aside.lay(mark);
    for (const [at, surface] of this.#laid.entries()) {
      const fresh = aside.#laid[at];
      if (fresh) surface.take(area, fresh);
    }
    aside.release();
  }

  /** Is all there still that was painted? */
  get isIntact(): boolean {
    return this.#all.every(({ isIntact }) => isIntact);
  }

  /** Copy the area onto the same place of a canvas whose origin is at `origin`. */
  copyTo(context: Context, area: Area, origin = { x: 0, y: 0 }): void {
    for (const surface of this.#all) surface.copyTo(context, area, origin);
  }

  /** Give the memory back. */
  release(): void {
    for (const surface of this.#all) surface.release();
  }

  /** What lies under a mark that is about to be laid. */
  patchUnder(mark: Mark): Patch {
    const area = areaOf(boxOfMark(mark), this.scale);
    const pieces = this.#laid.map((surface) => ({ surface, under: surface.patchOf(area) }));
    return { mark, area, pieces };
  }

  /** Take a mark that was laid last off again: what lay under it shows. */
  putBack({ area, pieces }: Patch): void {
    for (const { surface, under } of pieces) surface.putBack(area, under);
  }

  /** What a rubber reaches. */
  get #inked(): readonly Surface[] {
    return [this.#paint, this.ink];
  }

  /** What children lay, lowest first. */
  get #laid(): readonly Surface[] {
    return [this.#paint, this.pictures, this.ink];
  }

  /** Lowest first. */
  get #all(): readonly Surface[] {
    return [this.ground, ...this.#laid];
  }
}

/** What lay under a mark before it was laid. */
export type Patch = Readonly<{
  mark: Mark;
  area: Area;
  pieces: readonly Readonly<{ surface: Surface; under: OffscreenCanvas | undefined }>[];
}>;

/** Take a picture's shape out of the ink it is put on. */
function cutOut(context: Context, item: Item, pictureOf: PictureOf): void {
  context.save();
  context.globalCompositeOperation = 'destination-out';
  paintItem(context, item, pictureOf);
  context.restore();
}

/** Where an item may have left paint: its square and a little more. */
export function boxOfItem(item: Looks): Box {
  return squareAt(item, item.size * reachOfLooks(item));
}

/** Where a mark's paint lies. */
export function boxOfMark(mark: Mark): Box {
  switch (mark.kind) {
    case 'stroke':
      return boxOf(mark.stroke.line);
    case 'fill':
      return boxOfFill(mark.fill);
    case 'item':
      return boxOfItem(mark.item);
  }
}

function boxOfFill({ area }: Fill): Box {
  const box = { left: WHOLE_PAGE.right, top: WHOLE_PAGE.bottom, right: 0, bottom: 0 };
  for (const ring of area.rings) {
    for (const [at, value] of ring.entries()) {
      const [least, most] =
        at % 2 === 0 ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
      box[least] = Math.min(box[least], value - 1);
      box[most] = Math.max(box[most], value + 1);
    }
  }
  return box;
}
