/** The sheet on the screen: shows a page, shows what is in the hand, and hears what fingers do. */
import { bandOf, runsOf } from '#domain/bonds.ts';
import type { Change } from '#domain/fold.ts';
import type { ItemId } from '#domain/ids.ts';
import { PAGE_WIDTH, type Box, type Point } from '#domain/page.ts';
import type { Item, Mark, Page } from '#domain/work.ts';
import {
  EMPTY_DRAFT,
  samplesOfTail,
  type Draft,
  type Held,
  type Picked,
  type Swept,
} from '#editing/draft.ts';
import type { Hands } from '#editing/palm.ts';
import { without } from '#editing/sweep-tool.ts';
import type { Table } from '#editing/table.ts';
import type { Poured } from '#ink/fill.ts';
import { boxOfItem, boxOfMark, Sheet, type Patch } from '#paint/sheet.ts';
import { pixelWidth } from '#paint/surface.ts';
import { partWith } from '#picture/above.ts';
import { bondShapes, middleOf, ROPE } from '#picture/bonds.ts';
import { bandShape, chosenShapes, lassoShape } from '#picture/pulled.ts';
import { marksOf } from '#picture/marks.ts';
import type { PictureOf } from '#picture/shape.ts';
import { Baker } from '#stage/baker.ts';
import { Floatings } from '#stage/held.ts';
import { pngOfBitmap } from '#stage/image.ts';
import { Overlay } from '#stage/overlay.ts';
import { listen, type OnStep } from '#stage/pointers.ts';
import { Pouring } from '#stage/pouring.ts';
import { Screen } from '#stage/screen.ts';

/** Who hears what fingers do, and what may draw. Without it the sheet is only looked at. */
export type Hears = Readonly<{ onStep: OnStep; hands?: () => Hands }>;

export type Stage = Table & Readonly<{ destroy: () => void }>;

/** Is something shown that is not on the page yet? */
function isPulling({ ropes, lassos, chosen, picked }: Draft): boolean {
  const count = ropes.length + lassos.length + chosen.items.length + chosen.marks.length;
  return count > 0 || picked?.kind === 'ring';
}

/** A page with fewer strokes is baked at once. */
const AT_ONCE = 150;
/** Width of the ring at the middle of a picked line, in page units. */
const RING_ON_LINE = 90;

/** Put a sheet into the empty element and listen to it. The element keeps the shape of the page. */
export function mountStage(host: HTMLElement, pictureOf: PictureOf, hears?: Hears): Stage {
  return new SheetStage(host, pictureOf, hears);
}

class SheetStage implements Stage {
  readonly #host: HTMLElement;
  readonly #pictureOf: PictureOf;
  readonly #listening = new AbortController();
  readonly #sizes: ResizeObserver;
  readonly #sheet: Sheet;
  readonly #screen: Screen;
  readonly #baker: Baker;
  readonly #pouring = new Pouring();
  readonly #floating: Floatings;
  readonly #overlay: Overlay;
  /** What lay under the marks that were laid last, newest at the end. */
  #patches: Patch[] = [];
  #page: Page | undefined;
  /** What hangs on the pictures in the air. */
  #hanging: Page | undefined;
  #draft: Draft = EMPTY_DRAFT;
  /** Pictures just let go: the change that follows says where they lie, or else they lie where they lay. */
  readonly #landing = new Set<ItemId>();

  constructor(host: HTMLElement, pictureOf: PictureOf, hears?: Hears) {
    this.#host = host;
    this.#pictureOf = pictureOf;
    this.#sheet = new Sheet(fit(host) / PAGE_WIDTH, pictureOf);
    this.#screen = new Screen(this.#sheet);
    this.#baker = new Baker(this.#sheet, this.#screen);
    this.#overlay = new Overlay(pictureOf);
    this.#floating = new Floatings(host, pictureOf);
    const { signal } = this.#listening;
    host.append(this.#screen.canvas, ...this.#overlay.elements);
    host.addEventListener('contextrestored', this.#paintAll, { signal, capture: true });
    document.addEventListener('visibilitychange', this.#look, { signal });
    if (hears) listen(host, hears.onStep, signal, hears.hands);
    this.#sizes = new ResizeObserver(this.#resize);
    this.#sizes.observe(host.parentElement ?? host);
  }

  show = (page: Page, cover?: Uint8Array<ArrayBuffer>): void => {
    this.draft(EMPTY_DRAFT);
    this.#landing.clear();
    this.#page = page;
    this.#patches = [];
    this.#baker.begin(page);
    if (page.strokes.length < AT_ONCE) this.#baker.finish();
    else if (cover) void this.#coverWith(cover);
    this.#overlay.show(page);
  };

  picture = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const { lines, held, swept } = this.#draft;
    const busy = lines.length + held.length + swept.length > 0;
    const few = (this.#page?.strokes.length ?? 0) < AT_ONCE;
    if (this.#baker.isBaking || busy || few) return undefined;
    this.#land();
    this.#screen.settle();
    return pngOfBitmap(await createImageBitmap(this.#screen.canvas));
  };

  change = (change: Change, page: Page): void => {
    if (change.page !== undefined && change.page !== page.id) return;
    this.#page = page;
    if (change.everything) this.#paintAll();
    const { onTop } = change;
    const anew = this.#landWith(change);
    if (this.#baker.isBaking) {
      if (anew.length === 0 && onTop?.kind === 'stroke' && onTop.stroke.line.tool !== 'rubber') {
        this.#baker.add(onTop);
        return;
      }
      this.#baker.finish();
    }
    if (!this.#takeOff(anew)) {
      const below = onTop && anew.length > 0 ? beneath(page, onTop) : page;
      for (const mark of anew) this.#bakeAnew(below, boxOfMark(mark));
    }
    if (onTop) this.#lay(onTop);
    if (!change.everything && change.things) this.#overlay.update(this.#seen(page), change.things);
    this.#lookWhatHangs(page);
    this.#showRing();
  };

  draft = (draft: Draft): void => {
    const before = this.#draft;
    this.#draft = draft;
    this.#screen.lines(draft.lines);
    if (draft.held !== before.held) this.#showHeld(before.held);
    if (draft.swept !== before.swept) this.#hideSwept(before.swept);
    const grips = !samePictures(draft.held, before.held);
    if (draft.picked !== before.picked || grips) this.#showRing();
    if (draft.held !== before.held) this.#followHeld(grips);
    if (draft.swept !== before.swept) this.#followSwept(before.swept);
    if (isPulling(draft) || isPulling(before)) this.#showPulled();
  };

  point = (at: Point | undefined): void => {
    this.#overlay.point(at);
  };

  pour = (at: Point): Promise<Poured> => {
    this.#land();
    this.#baker.finish();
    return this.#pouring.pour(this.#sheet.ink, at);
  };

  destroy = (): void => {
    this.#listening.abort();
    this.#baker.stop();
    this.#pouring.release();
    this.#sizes.disconnect();
    this.#floating.destroy();
    this.#screen.release();
    this.#sheet.release();
    this.#host.replaceChildren();
    this.#host.style.removeProperty('inline-size');
  };

  readonly #paintAll = (): void => {
    if (!this.#page) return;
    this.#patches = [];
    this.#baker.begin(this.#lying(this.#page));
    this.#baker.finish();
    this.#screen.restore();
    this.#overlay.show(this.#seen(this.#page));
  };

  /** Back from the background: what the browser took away meanwhile is painted again. */
  readonly #look = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.#sheet.isIntact) this.#screen.restore();
    else this.#paintAll();
  };

  /** While the page is baked, show the picture that was kept of it. */
  async #coverWith(png: Uint8Array<ArrayBuffer>): Promise<void> {
    const picture = await bitmapOf(png);
    if (!picture) return;
    this.#baker.coverWith(picture);
    picture.close();
  }

  /** Put a mark on top, and remember what it covers: taking it off again then costs nothing. */
  #lay(mark: Mark): void {
    this.#patches = [...this.#patches, this.#sheet.patchUnder(mark)].slice(-MOST_PATCHES);
    while (sizeOf(this.#patches) > MOST_PATCHED_PIXELS) this.#patches.shift();
    this.#sheet.lay(mark);
    if (mark.kind === 'stroke') this.#screen.composeSoon(boxOfMark(mark));
    else this.#screen.compose(boxOfMark(mark));
  }

  /** Take off the mark that was laid last, if that is what is asked. */
  #takeOff(marks: readonly Mark[]): boolean {
    const patch = this.#patches.at(-1);
    const [mark] = marks;
    if (!patch || !mark || marks.length > 1 || nameOf(patch.mark) !== nameOf(mark)) return false;
    this.#patches.pop();
    this.#sheet.putBack(patch);
    this.#screen.compose(boxOfMark(mark));
    return true;
  }

  /** The canvas is scaled by the browser; what floats is measured anew. */
  readonly #resize = (): void => {
    fit(this.#host);
    this.#floating.clear();
    for (const one of this.#draft.held) this.#floating.hold(one);
    this.#showRing();
  };

  /** The page without the pictures that are in the air, and without what is being swept away. */
  #lying(whole: Page): Page {
    const { held, swept } = this.#draft;
    const page = without(whole, swept);
    const inTheAir = (id: ItemId): boolean =>
      this.#landing.has(id) || held.some(({ item }) => item === id);
    return { ...page, items: page.items.filter(({ id }) => !inTheAir(id)) };
  }

  /** Bake the box from the record; what was covered before is not known any more. */
  #bakeAnew(page: Page, box: Box): void {
    this.#baker.finish();
    this.#patches = [];
    this.#sheet.bakeAnew(this.#lying(page), box);
    this.#screen.compose(box);
  }

  /** Bake the places where sweeping began or ended to hide something. */
  #hideSwept(before: readonly Swept[]): void {
    const page = this.#page;
    if (!page) return;
    const [were, are] = [namesOf(before), namesOf(this.#draft.swept)];
    const changed = (name: string): boolean => were.has(name) !== are.has(name);
    if (![...were, ...are].some(changed)) return;
    for (const mark of marksOf(page)) {
      if (changed(nameOf(mark))) this.#bakeAnew(page, boxOfMark(mark));
    }
  }

  #showHeld(before: readonly Held[]): void {
    const { held } = this.#draft;
    const holds = (list: readonly Held[], { pointer, item }: Held): boolean =>
      list.some((one) => one.pointer === pointer && one.item === item);
    for (const { pointer, item } of before.filter((was) => !holds(held, was))) {
      this.#floating.letGo(pointer);
      if (item !== undefined) this.#landing.add(item);
    }
    if (this.#landing.size > 0) queueMicrotask(this.#land);
    for (const one of held) {
      this.#floating.hold(one);
      if (!holds(before, one)) this.#bakeAt(one.item);
    }
  }

  /** Bake the place where a picture lies, or lay before it was lifted. */
  #bakeAt(id: ItemId | undefined): void {
    const page = this.#page;
    const item = page?.items.find((one) => one.id === id);
    if (page && item) this.#bakeAnew(page, boxOfItem(item));
  }

  /** Pictures let go lie again. */
  readonly #land = (): void => {
    const landed = [...this.#landing];
    this.#landing.clear();
    if (landed.length === 0 || !this.#page) return;
    for (const id of landed) this.#bakeAt(id);
    this.#overlay.update(this.#seen(this.#page), landed);
  };

  /** Let pictures land; where the change itself says how one lies, what is left to be painted anew. */
  #landWith({ anew = [], onTop }: Change): readonly Mark[] {
    const lands = onTop?.kind === 'item' && this.#landing.delete(onTop.item.id);
    this.#land();
    if (!lands) return anew;
    return anew.filter((mark) => nameOf(mark) !== nameOf(onTop));
  }

  #showRing(): void {
    const { picked, held } = this.#draft;
    const isUp = held.some(({ item }) => item === picked?.id);
    this.#floating.ring(
      picked && !isUp && this.#page ? placeAround(this.#page, picked) : undefined,
    );
  }

  /** What lies above the sheet follows the pictures that are in the air. */
  #followHeld(isAnother: boolean): void {
    const page = this.#page;
    if (!page) return;
    if (isAnother) this.#lookWhatHangs(page);
    const hanging = this.#hanging;
    if (hanging) this.#overlay.move({ ...hanging, items: hanging.items.map(this.#inHand) });
  }

  #lookWhatHangs(page: Page): void {
    const ids = this.#draft.held.flatMap(({ item }) => item ?? []);
    if (ids.length === 0 && !this.#hanging) return;
    this.#hanging = ids.length > 0 ? partWith(page, new Set(ids)) : undefined;
    this.#overlay.lift(page, this.#hanging);
  }

  /** What lies above the sheet goes with the pictures that are being swept away. */
  #followSwept(before: readonly Swept[]): void {
    const page = this.#page;
    if (!page) return;
    const ids = [...before, ...this.#draft.swept].flatMap(({ items }) => items);
    if (ids.length > 0) this.#overlay.update(this.#seen(page), ids);
  }

  /** The page as it is seen now: without what is being swept away, and with pictures where hands hold them. */
  #seen(page: Page): Page {
    const { held, swept } = this.#draft;
    const left = without(page, swept);
    return held.length === 0 ? left : { ...left, items: left.items.map(this.#inHand) };
  }

  /** Links being pulled, rings being drawn, and what was chosen for one. */
  #showPulled(): void {
    const { ropes, lassos, chosen, picked } = this.#draft;
    const page = this.#page;
    if (!page) return;
    const ring = picked?.kind === 'ring' && page.rings.find(({ id }) => id === picked.id);
    this.#overlay.pull([
      ...(ring ? [bandShape(bandOf(ring, page.items))] : []),
      ...chosenShapes(page, chosen),
      ...ropes.flatMap(({ from, at }) => {
        const item = page.items.find(({ id }) => id === from);
        return item ? bondShapes([item, at], ROPE, this.#pictureOf) : [];
      }),
      ...lassos.map(({ tail }) => lassoShape(samplesOfTail(tail))),
    ]);
  }

  /** A picture where it is now: in the air, or where it lies. */
  readonly #inHand = (item: Item): Item => {
    const held = this.#draft.held.find((one) => one.item === item.id);
    return held ? { ...item, x: held.at.x, y: held.at.y } : item;
  };
}

/** So many undos in a row need no painting, within so much memory (4 bytes a pixel: 24 MB). */
const MOST_PATCHES = 40;
const MOST_PATCHED_PIXELS = 6_000_000;

function sizeOf(patches: readonly Patch[]): number {
  return patches.reduce((sum, { area }) => sum + area.width * area.height, 0);
}

/** Give the element a width of whole pixels; the width of its surfaces. */
function fit(host: HTMLElement): number {
  host.style.removeProperty('inline-size');
  const width = pixelWidth(host.clientWidth, devicePixelRatio);
  const whole = Math.floor((host.clientWidth * devicePixelRatio) / width) >= 1;
  const near = host.clientWidth - width / devicePixelRatio < 40;
  if (whole && near) host.style.setProperty('inline-size', `${String(width / devicePixelRatio)}px`);
  return width;
}

/** The picture, or nothing when its bytes are none: then the page is seen as it is painted. */
async function bitmapOf(png: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(new Blob([png], { type: 'image/png' }));
  } catch (cause) {
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
}

/** The page without a mark that is laid on top afterwards: painted twice, its rim would be darker. */
function beneath(page: Page, top: Mark): Page {
  const name = nameOf(top);
  switch (top.kind) {
    case 'stroke':
      return { ...page, strokes: page.strokes.filter(({ entry }) => entry !== name) };
    case 'fill':
      return { ...page, fills: page.fills.filter(({ entry }) => entry !== name) };
    case 'item':
      return { ...page, items: page.items.filter(({ id }) => id !== name) };
  }
}

function samePictures(a: readonly Held[], b: readonly Held[]): boolean {
  return a.length === b.length && a.every(({ item }, at) => item === b[at]?.item);
}

function namesOf(swept: readonly Swept[]): ReadonlySet<string> {
  return new Set(swept.flatMap(({ marks, items }) => [...marks, ...items]));
}

function nameOf(mark: Mark): string {
  if (mark.kind === 'item') return mark.item.id;
  return mark.kind === 'stroke' ? mark.stroke.entry : mark.fill.entry;
}

/** Where the ring goes: around a picture, or at the middle of a line. */
function placeAround(page: Page, picked: Picked): (Point & { size: number }) | undefined {
  if (picked.kind === 'item') return page.items.find(({ id }) => id === picked.id);
  const [joined] = runsOf(page).filter(({ link }) => link.id === picked.id);
  return joined && { ...middleOf(joined.run), size: RING_ON_LINE };
}
