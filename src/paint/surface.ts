/**
 * A surface that holds the whole page, in tiles: a tile is made when something is first painted on it, and
 * painting on one never makes the browser copy the others. Areas are whole pixels, so that painting a
 * part anew leaves no seam. Works in a window and in a worker.
 */
import { present } from '#base/assert.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, type Box } from '#domain/page.ts';

/** Any 2d context: of a canvas on screen, or of one nobody sees. */
export type Context = Omit<OffscreenCanvasRenderingContext2D, 'canvas' | 'commit'>;

/** A rectangle of whole pixels. */
export type Area = Readonly<{ x: number; y: number; width: number; height: number }>;

/** Widths in pixels are multiples of this: then heights and the tile of the grain come out whole too. */
const GRID = 40;
/** No surface for the screen is wider: 2400 x 1800 pixels are 17 MB. */
const WIDEST = 2400;
/** Side of a tile in pixels: a megabyte each. */
const TILE = 512;

/** The width in pixels of surfaces for a sheet that may be so wide on this screen. */
export function pixelWidth(availablePx: number, devicePixelRatio: number): number {
  const fits = Math.floor((availablePx * devicePixelRatio) / GRID) * GRID;
  return Math.min(Math.max(fits, PAGE_WIDTH / 4), WIDEST);
}

/** The pixels of the whole page on a surface of this scale: 1600 times 0.575 is a little less than 920 to a computer. */
export function pixelsOf(scale: number): Readonly<{ width: number; height: number }> {
  return { width: Math.round(PAGE_WIDTH * scale), height: Math.round(PAGE_HEIGHT * scale) };
}

/** The whole pixels that a box of the page touches, on a surface of this scale. */
export function areaOf(box: Box, scale: number): Area {
  const page = pixelsOf(scale);
  const x = Math.max(Math.floor(box.left * scale), 0);
  const y = Math.max(Math.floor(box.top * scale), 0);
  const right = Math.min(Math.ceil(box.right * scale), page.width);
  const bottom = Math.min(Math.ceil(box.bottom * scale), page.height);
  return { x, y, width: Math.max(right - x, 0), height: Math.max(bottom - y, 0) };
}

/** The box of the page that an area covers. */
export function boxOfArea({ x, y, width, height }: Area, scale: number): Box {
  const [right, bottom] = [x + width, y + height];
  return { left: x / scale, top: y / scale, right: right / scale, bottom: bottom / scale };
}

/** The area cut along the tiles. */
export function cutInTiles(area: Area): Area[] {
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const parts: Area[] = [];
  for (let y = area.y; y < bottom; y = nextTile(y)) {
    for (let x = area.x; x < right; x = nextTile(x)) {
      const [width, height] = [Math.min(nextTile(x), right) - x, Math.min(nextTile(y), bottom) - y];
      parts.push({ x, y, width, height });
    }
  }
  return parts;
}

function nextTile(at: number): number {
  return (Math.floor(at / TILE) + 1) * TILE;
}

/** Paint in whatever units the context has, but only inside an area given in pixels. */
export function inside(context: Context, { x, y, width, height }: Area, act: () => void): void {
  const units = context.getTransform();
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.setTransform(units);
  act();
  context.restore();
}

/** Do something in pixels instead of page units. */
export function inPixels(context: Context, act: () => void): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  act();
  context.restore();
}

/** Rows of pixels, from one to before another; whole tiles high. */
export type Rows = Readonly<{ from: number; to: number }>;
const ALL_ROWS: Rows = { from: 0, to: Infinity };
/** So many rows are a row of tiles. */
export const BAND = TILE;

type Tile = Readonly<{
  canvas: OffscreenCanvas;
  /** In page units. */
  context: OffscreenCanvasRenderingContext2D;
  area: Area;
}>;

/** One see-through surface of a page. */
export class Surface {
  readonly scale: number;
  readonly #rows: Rows;
  readonly #tiles = new Map<string, Tile>();

  /** A surface of this scale; only these rows of it when the whole would be too large. */
  constructor(scale: number, rows: Rows = ALL_ROWS) {
    this.scale = scale;
    this.#rows = rows;
  }

  /** Paint on the tiles that the box touches; `paint` works in page units. */
  on(box: Box, paint: (context: Context) => void): void {
    for (const tile of this.#tilesIn(areaOf(box, this.scale), true)) paint(tile.context);
  }

  /** Take paint away: like `on`, but where there is nothing, nothing needs to be made. */
  off(box: Box, paint: (context: Context) => void): void {
    for (const tile of this.#tilesIn(areaOf(box, this.scale), false)) paint(tile.context);
  }

  /** What lies in the area now, to be put back later; nothing when there never was anything. */
  patchOf(area: Area): OffscreenCanvas | undefined {
    const { width, height } = area;
    if (width <= 0 || height <= 0 || this.#tilesIn(area, false).length === 0) return undefined;
    const patch = new OffscreenCanvas(width, height);
    const context = present(patch.getContext('2d'), 'a canvas can be painted on');
    this.copyTo(context, area, area);
    return patch;
  }

  /** Put back what lay in the area. */
  putBack(area: Area, patch: OffscreenCanvas | undefined): void {
    for (const { context, area: tile } of this.#tilesIn(area, patch !== undefined)) {
      const { x, y, width, height } = within(area, tile);
      inPixels(context, () => {
        context.clearRect(x, y, width, height);
        if (!patch) return;
        const [left, top] = [x + tile.x - area.x, y + tile.y - area.y];
        context.drawImage(patch, left, top, width, height, x, y, width, height);
      });
    }
  }

  /** Show in the area what another surface of this scale shows there, and nothing else. */
  take(area: Area, from: Surface): void {
    for (const tile of this.#tilesIn(area, false)) {
      const { x, y, width, height } = within(area, tile.area);
      inPixels(tile.context, () => tile.context.clearRect(x, y, width, height));
    }
    for (const theirs of from.#tilesIn(area, false)) {
      const { x, y, width, height } = within(area, theirs.area);
      const column = theirs.area.x / TILE;
      const ours = this.#tileAt(column, theirs.area.y / TILE, true);
      if (!ours) continue;
      inPixels(ours.context, () => {
        ours.context.drawImage(theirs.canvas, x, y, width, height, x, y, width, height);
      });
    }
  }

  /** Is all there still, or did the browser take a tile away while the app lay in the background? */
  get isIntact(): boolean {
    return [...this.#tiles.values()].every(({ context }) => !context.isContextLost());
  }

  /** Copy the area onto the same place of a canvas whose origin is at `origin`, over what is there. */
  copyTo(context: Context, area: Area, origin: Readonly<{ x: number; y: number }>): void {
    inPixels(context, () => {
      for (const tile of this.#tilesIn(area, false)) {
        const { x, y, width, height } = within(area, tile.area);
        const [left, top] = [x + tile.area.x - origin.x, y + tile.area.y - origin.y];
        context.drawImage(tile.canvas, x, y, width, height, left, top, width, height);
      }
    });
  }

  /** What lies in the area, as patterns that can be painted with in page units. */
  patterns(context: Context, area: Area): CanvasPattern[] {
    return this.#tilesIn(area, false).flatMap(({ canvas, area: { x, y } }) => {
      const pattern = context.createPattern(canvas, 'no-repeat');
      pattern?.setTransform(new DOMMatrix().scaleSelf(1 / this.scale).translateSelf(x, y));
      return pattern ?? [];
    });
  }

  /** Give the memory back now, not when the collector comes by. */
  release(): void {
    for (const tile of this.#tiles.values()) giveBack(tile);
    this.#tiles.clear();
  }

  #tilesIn({ x, y, width, height }: Area, make: boolean): Tile[] {
    if (width <= 0 || height <= 0) return [];
    const tiles: Tile[] = [];
    const [top, bottom] = [Math.max(y, this.#rows.from), Math.min(y + height, this.#rows.to)];
    for (let row = Math.floor(top / TILE); row * TILE < bottom; row++) {
      for (let column = Math.floor(x / TILE); column * TILE < x + width; column++) {
        const tile = this.#tileAt(column, row, make);
        if (tile) tiles.push(tile);
      }
    }
    return tiles;
  }

  #tileAt(column: number, row: number, make: boolean): Tile | undefined {
    const key = `${String(column)} ${String(row)}`;
    const known = this.#tiles.get(key);
    if (known || !make) return known;
    const tile = newTile(
      { x: column * TILE, y: row * TILE, width: TILE, height: TILE },
      this.scale,
    );
    this.#tiles.set(key, tile);
    return tile;
  }
}

/** Tiles that were given back: making one costs more than wiping one, and painting anew needs some each time. */
const spare: Omit<Tile, 'area'>[] = [];
/** So many are kept: what a picture across four tiles takes on two surfaces. */
const MOST_SPARE = 8;

function newTile(area: Area, scale: number): Tile {
  const { canvas, context } = spare.pop() ?? blankTile();
  context.setTransform(scale, 0, 0, scale, -area.x, -area.y);
  return { canvas, context, area };
}

function blankTile(): Omit<Tile, 'area'> {
  const canvas = new OffscreenCanvas(TILE, TILE);
  return { canvas, context: present(canvas.getContext('2d'), 'a canvas can be painted on') };
}

function giveBack({ canvas, context }: Tile): void {
  if (spare.length < MOST_SPARE && !context.isContextLost()) {
    context.reset();
    spare.push({ canvas, context });
  } else canvas.width = canvas.height = 0;
}

/** The part of an area that lies on a tile, in pixels of the tile. */
function within(area: Area, tile: Area): Area {
  const x = Math.max(area.x, tile.x);
  const y = Math.max(area.y, tile.y);
  const right = Math.min(area.x + area.width, tile.x + tile.width);
  const bottom = Math.min(area.y + area.height, tile.y + tile.height);
  return { x: x - tile.x, y: y - tile.y, width: right - x, height: bottom - y };
}
