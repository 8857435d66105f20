/**
 * Lines while they are drawn. Crayon lines grow piece by piece on a surface of their own; a rubber
 * works on the ink itself, and a copy of the ink from before makes it exact when it lifts.
 */
import { WHOLE_PAGE, type Box } from '#domain/page.ts';
import { samplesOfTail, type WetLine } from '#editing/draft.ts';
import { widthOf } from '#ink/stroke.ts';
import { boxAround } from '#ink/trace.ts';
import { paintLine } from '#stage/paint.ts';
import type { Sheet } from '#stage/sheet.ts';
import { copy, release, surface, wholePixels, wipe, type Surface } from '#stage/surface.ts';

/** The last pieces of a line are painted again when it grows, because their end was provisional. */
const OVERLAP = 2;

/** The running lines of all fingers. */
export class WetInk {
  readonly surface: Surface;
  readonly #sheet: Sheet;
  #lines: readonly WetLine[] = [];
  #before: Surface | undefined;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.surface = surface(sheet.ink.scale);
  }

  /** Show these lines, and no others. */
  show(lines: readonly WetLine[]): void {
    if (lines === this.#lines) return;
    const gone = this.#lines.filter(
      ({ pointer }) => !lines.some((line) => line.pointer === pointer),
    );
    for (const line of lines) this.#grow(line);
    this.#lines = lines;
    for (const line of gone) this.#takeOff(line);
    if (this.#before && !lines.some(({ tool }) => tool === 'rubber')) this.#forgetBefore();
  }

  /** Let the page be baked below, with what is being rubbed out put back first and rubbed again after. */
  aside(bake: () => void): void {
    const rubbing = this.#lines.filter(({ tool }) => tool === 'rubber');
    for (const line of rubbing) this.#putBack(line);
    this.#forgetBefore();
    bake();
    this.#lines = this.#lines.filter(({ tool }) => tool !== 'rubber');
    for (const line of rubbing) this.#grow(line);
    this.#lines = [...this.#lines, ...rubbing];
  }

  /** Give the memory back. */
  release(): void {
    this.#forgetBefore();
    release(this.surface);
  }

  #grow(line: WetLine): void {
    const known = this.#lines.find(({ pointer }) => pointer === line.pointer)?.tail;
    if (known === line.tail) return;
    if (line.tool === 'rubber') this.#before ??= copyOf(this.#sheet.ink);
    const from = Math.max((known?.length ?? 0) - OVERLAP, 0);
    const start = Math.max(from - 2, 0);
    paintLine(this.#brushFor(line), line, samplesOfTail(line.tail, start), from - start);
  }

  #takeOff(line: WetLine): void {
    if (line.tool === 'rubber') this.#putBack(line);
    else wipe(this.surface, this.#boxOf(line));
    for (const other of this.#lines.filter(({ tool }) => tool === line.tool)) {
      paintLine(this.#brushFor(other), other, samplesOfTail(other.tail));
    }
  }

  #putBack(line: WetLine): void {
    if (this.#before) copy(this.#before, this.#sheet.ink, this.#boxOf(line));
  }

  #boxOf(line: WetLine): Box {
    const box = boxAround(samplesOfTail(line.tail), widthOf(line));
    return wholePixels(box, this.surface.scale);
  }

  #brushFor({ tool }: WetLine): CanvasRenderingContext2D {
    return tool === 'rubber' ? this.#sheet.ink.context : this.surface.context;
  }

  #forgetBefore(): void {
    if (this.#before) release(this.#before);
    this.#before = undefined;
  }
}

function copyOf(from: Surface): Surface {
  const twin = surface(from.scale);
  copy(from, twin, WHOLE_PAGE);
  return twin;
}
