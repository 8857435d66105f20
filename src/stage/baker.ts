/**
 * Bakes a full page a few marks a frame, so that opening it never holds up a hand. Until it is done a
 * stored picture of the page stands in for it, if there is one; what is drawn meanwhile shows at once.
 */
import type { Mark, Page } from '#domain/work.ts';
import type { Sheet } from '#paint/sheet.ts';
import { marksOf } from '#picture/marks.ts';
import type { Screen } from '#stage/screen.ts';

/** So many marks are painted in a frame. By number: a canvas tells nothing of how long painting takes. */
const MARKS_A_FRAME = 60;

/** The baking of one sheet. */
export class Baker {
  readonly #sheet: Sheet;
  readonly #screen: Screen;
  #marks: Iterator<Mark> | undefined;
  #late: Mark[] = [];
  #frame = 0;

  constructor(sheet: Sheet, screen: Screen) {
    this.#sheet = sheet;
    this.#screen = screen;
  }

  /** Is a page still being baked? */
  get isBaking(): boolean {
    return this.#marks !== undefined;
  }

  /** Bake this page. */
  begin(page: Page): void {
    cancelAnimationFrame(this.#frame);
    this.#sheet.release();
    this.#sheet.print(page);
    this.#late = [];
    // A copy: what is drawn meanwhile joins the page's own list, and is laid when this is done.
    this.#marks = marksOf({ ...page, strokes: [...page.strokes] });
    this.#screen.uncover();
    this.#slice();
  }

  /** A picture of the page as it was opened; until the page is baked it stands in for it. */
  coverWith(picture: ImageBitmap): void {
    if (!this.isBaking) return;
    this.#screen.cover(picture);
    for (const mark of this.#late) this.#screen.paintOnCover(mark);
  }

  /** Something is put on top of the page while it is baked. */
  add(mark: Mark): void {
    this.#late.push(mark);
    this.#screen.paintOnCover(mark);
  }

  /** Bake what is left now: something is to be changed that may not have been painted yet. */
  finish(): void {
    if (!this.#marks) return;
    this.#lay(Infinity);
    this.#screen.compose();
  }

  /** Stop, for good. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#marks = undefined;
  }

  readonly #slice = (): void => {
    this.#lay(MARKS_A_FRAME);
    this.#screen.refresh();
    if (this.#marks) this.#frame = requestAnimationFrame(this.#slice);
  };

  #lay(most: number): void {
    for (let laid = 0; laid < most && this.#marks; laid++) {
      const next = this.#marks.next();
      if (next.done) this.#end();
      else this.#sheet.lay(next.value);
    }
  }

  #end(): void {
    cancelAnimationFrame(this.#frame);
    this.#marks = undefined;
    for (const mark of this.#late) this.#sheet.lay(mark);
    this.#late = [];
    this.#screen.uncover();
  }
}
