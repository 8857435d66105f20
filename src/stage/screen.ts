/**
 * What is seen: one opaque canvas, put together from the sheet's surfaces wherever something changed, with
 * the running lines drawn straight onto it. Moving a finger touches nothing else.
 */
import { present } from '#base/assert.ts';
import { isSeeThrough, MARKER_COVER } from '#domain/crayon.ts';
import { meet, WHOLE_PAGE, type Box } from '#domain/page.ts';
import type { Mark } from '#domain/work.ts';
import { samplesOfTail, type Tail, type WetLine } from '#editing/draft.ts';
import type { Sample } from '#ink/sample.ts';
import { widthOf } from '#ink/stroke.ts';
import { boxAround } from '#ink/trace.ts';
import { paintLine, paintStroke } from '#paint/paint.ts';
import { boxOfMark, type Sheet } from '#paint/sheet.ts';
import {
  areaOf,
  boxOfArea,
  cutInTiles,
  inPixels,
  inside,
  pixelsOf,
  type Area,
} from '#paint/surface.ts';

/** The last pieces of a line are painted again when it grows, because their end was provisional. */
const OVERLAP = 2;
/** So far back a sample still weighs on how a line is painted (ink/steady.ts, ink/ribbon.ts). */
const WEIGHS_MS = 100;
/** So many tiles are put together in a frame: each costs the browser up to a millisecond. */
const TILES_A_FRAME = 2;
const PAPER = '#ffffff';

/** The visible canvas of a sheet. */
export class Screen {
  readonly canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #sheet: Sheet;
  #lines: readonly WetLine[] = [];
  /** Stands in for the sheet while that is still being baked. */
  #cover: OffscreenCanvas | undefined;
  /** What is still to be put together anew, and the frame that will. */
  #stale: Area[] = [];
  #frame = 0;

  constructor(sheet: Sheet) {
    const { scale } = sheet;
    this.#sheet = sheet;
    Object.assign(this.canvas, pixelsOf(scale));
    const context = this.canvas.getContext('2d', { alpha: false });
    this.#context = present(context, 'a canvas can be painted on');
    this.#context.scale(scale, scale);
    this.compose();
  }

  /** Put the box together anew: surfaces and running lines. */
  compose(box: Box = WHOLE_PAGE): void {
    this.#composeArea(areaOf(box, this.#sheet.scale));
  }

  /**
   * Put the box together anew over the next frames. What is seen there is right already but for the rims of
   * a line; copying much at once would hold up the next one.
   */
  composeSoon(box: Box): void {
    if (box === WHOLE_PAGE) this.#stale = [];
    this.#stale.push(...cutInTiles(areaOf(box, this.#sheet.scale)));
    if (!this.#frame) this.#frame = requestAnimationFrame(this.#composeStale);
  }

  /** Put together now what was left for later. */
  settle(): void {
    while (this.#stale.length > 0) this.#composeStale();
  }

  readonly #composeStale = (): void => {
    cancelAnimationFrame(this.#frame);
    for (const area of this.#stale.splice(0, TILES_A_FRAME)) this.#composeArea(area);
    this.#frame = this.#stale.length > 0 ? requestAnimationFrame(this.#composeStale) : 0;
  };

  #composeArea(area: Area): void {
    const context = this.#context;
    if (area.width === 0 || area.height === 0) return;
    const box = boxOfArea(area, this.#sheet.scale);
    inPixels(context, () => {
      context.fillStyle = PAPER;
      context.fillRect(area.x, area.y, area.width, area.height);
    });
    const { x, y, width, height } = area;
    const cover = this.#cover;
    if (!cover) this.#sheet.copyTo(context, area);
    else
      inPixels(context, () => context.drawImage(cover, x, y, width, height, x, y, width, height));
    const running = this.#lines.filter((line) => meet(boxOfLine(line), box));
    if (running.length === 0) return;
    inside(context, area, () => {
      for (const line of running) this.#paintWhole(line);
    });
  }

  /** Show these running lines, and no others. */
  lines(lines: readonly WetLine[]): void {
    if (lines === this.#lines) return;
    const before = this.#lines;
    this.#lines = lines;
    for (const gone of before.filter(({ pointer }) => !hasPointer(lines, pointer))) {
      this.composeSoon(boxOfLine(gone));
    }
    for (const line of lines) {
      const known = before.find(({ pointer }) => pointer === line.pointer)?.tail;
      if (known !== line.tail) this.#grow(line, known);
    }
  }

  /** Show by and by what the sheet has become, unless a picture stands in for it. */
  refresh(): void {
    if (!this.#cover && this.#stale.length === 0) this.composeSoon(WHOLE_PAGE);
  }

  /** Let a picture stand in for the sheet. */
  cover(picture: ImageBitmap): void {
    const { width, height } = this.canvas;
    this.#cover = new OffscreenCanvas(width, height);
    this.#cover.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    this.compose();
  }

  /** Let the sheet show itself. */
  uncover(): void {
    this.#cover = undefined;
    this.composeSoon(WHOLE_PAGE);
  }

  /** Show a mark that was put on top of what the cover shows. */
  paintOnCover(mark: Mark): void {
    const context = this.#cover?.getContext('2d');
    if (!context || mark.kind !== 'stroke') return;
    inPixels(context, () => {
      context.scale(this.#sheet.scale, this.#sheet.scale);
      paintStroke(context, mark.stroke.line);
    });
    this.compose(boxOfMark(mark));
  }

  /** The browser gave a lost canvas back as new. */
  restore(): void {
    const { scale } = this.#sheet;
    this.#context.setTransform(scale, 0, 0, scale, 0, 0);
    this.compose();
  }

  /** Give the memory back. */
  release(): void {
    cancelAnimationFrame(this.#frame);
    this.canvas.width = this.canvas.height = 0;
  }

  /** Paint what came to the line since it was painted last. */
  #grow(line: WetLine, known: Tail | undefined): void {
    const from = Math.max((known?.length ?? 0) - OVERLAP, 0);
    const start = Math.max(weighsFrom(line.tail, from), 0);
    const samples = samplesOfTail(line.tail, start);
    if (isSeeThrough(line.tool)) {
      this.compose(boxAround(samples.slice(Math.max(from - start - 1, 0)), widthOf(line)));
    } else this.#paint(line, samples, from - start);
  }

  #paintWhole(line: WetLine): void {
    const context = this.#context;
    context.save();
    if (line.tool === 'marker') context.globalAlpha = MARKER_COVER;
    this.#paint(line, samplesOfTail(line.tail), 0);
    context.restore();
  }

  /** A rubber brings to light what there is besides ink: paper, print and pictures. */
  #paint(line: WetLine, samples: readonly Sample[], from: number): void {
    const context = this.#context;
    if (line.tool !== 'rubber') {
      paintLine(context, line, samples, { from });
      return;
    }
    const { ground, pictures, scale } = this.#sheet;
    const area = areaOf(boxAround(samples, widthOf(line)), scale);
    const below = [ground, pictures].flatMap((surface) => surface.patterns(context, area));
    for (const paint of [PAPER, ...below]) {
      paintLine(context, line, samples, { from, paint });
    }
  }
}

function hasPointer(lines: readonly WetLine[], pointer: number): boolean {
  return lines.some((line) => line.pointer === pointer);
}

function boxOfLine(line: WetLine): Box {
  return boxAround(samplesOfTail(line.tail), widthOf(line));
}

/** The first sample that still weighs on how the `from`-th is painted. */
function weighsFrom(tail: Tail, from: number): number {
  let at: Tail | undefined = tail;
  while (at && at.length > from + 1) at = at.before;
  const now = at?.sample.t ?? 0;
  while (at && now - at.sample.t <= WEIGHS_MS) at = at.before;
  return (at?.length ?? 0) - 1;
}
