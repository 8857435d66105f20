/** The sheet on the screen: shows a page, shows what is in the hand, and hears what fingers do. */
import type { Change } from '#domain/fold.ts';
import { PAGE_WIDTH, type Box, type Point } from '#domain/page.ts';
import type { Item, Mark, Page } from '#domain/work.ts';
import { EMPTY_DRAFT, type Draft, type Held, type Picked, type Swept } from '#editing/draft.ts';
import type { Hands } from '#editing/palm.ts';
import { without } from '#editing/sweep-tool.ts';
import type { Table } from '#editing/table.ts';
import type { Poured } from '#ink/fill.ts';
import { boxOfItem, boxOfMark, Sheet, type Patch } from '#paint/sheet.ts';
import { pixelWidth } from '#paint/surface.ts';
import { endsOfAll } from '#picture/links.ts';
import { marksOf } from '#picture/marks.ts';
import type { PictureOf } from '#picture/svg.ts';
import { Baker } from '#stage/baker.ts';
import { Floating } from '#stage/held.ts';
import { LinkLines, type Rope } from '#stage/link-lines.ts';
import { pngOfBitmap } from '#stage/image.ts';
import { listen, type OnStep } from '#stage/pointers.ts';
import { Pouring } from '#stage/pouring.ts';
import { Screen } from '#stage/screen.ts';

/** Who hears what fingers do, and what may draw. Without it the sheet is only looked at. */
export type Hears = Readonly<{ onStep: OnStep; hands?: () => Hands }>;

export type Stage = Table & Readonly<{ destroy: () => void }>;

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
  readonly #floating = new Map<number, Floating>();
  readonly #links = new LinkLines();
  /** What lay under the marks that were laid last, newest at the end. */
  #patches: Patch[] = [];
  #ring: Floating | undefined;
  #page: Page | undefined;
  #draft: Draft = EMPTY_DRAFT;

  constructor(host: HTMLElement, pictureOf: PictureOf, hears?: Hears) {
    this.#host = host;
    this.#pictureOf = pictureOf;
    this.#sheet = new Sheet(fit(host) / PAGE_WIDTH, pictureOf);
    this.#screen = new Screen(this.#sheet);
    this.#baker = new Baker(this.#sheet, this.#screen);
    const { signal } = this.#listening;
    host.append(this.#screen.canvas, this.#links.element);
    host.addEventListener('contextrestored', this.#paintAll, { signal, capture: true });
    document.addEventListener('visibilitychange', this.#look, { signal });
    if (hears) listen(host, hears.onStep, signal, hears.hands);
    this.#sizes = new ResizeObserver(this.#resize);
    this.#sizes.observe(host.parentElement ?? host);
  }

  show = (page: Page, cover?: Uint8Array<ArrayBuffer>): void => {
    this.draft(EMPTY_DRAFT);
    this.#page = page;
    this.#patches = [];
    this.#baker.begin(page);
    if (page.strokes.length < AT_ONCE) this.#baker.finish();
    else if (cover) void this.#coverWith(cover);
    this.#showLinks();
  };

  picture = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const { lines, held, swept } = this.#draft;
    const busy = lines.length + held.length + swept.length > 0;
    const few = (this.#page?.strokes.length ?? 0) < AT_ONCE;
    if (this.#baker.isBaking || busy || few) return undefined;
    this.#screen.settle();
    return pngOfBitmap(await createImageBitmap(this.#screen.canvas));
  };

  change = (change: Change, page: Page): void => {
    if (change.page !== undefined && change.page !== page.id) return;
    this.#page = page;
    if (change.everything) this.#paintAll();
    const { anew = [], onTop } = change;
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
    if (change.everything ?? change.links) this.#showLinks();
    this.#showRing();
  };

  draft = (draft: Draft): void => {
    const before = this.#draft;
    this.#draft = draft;
    this.#screen.lines(draft.lines);
    if (draft.held !== before.held) this.#showHeld(before.held);
    if (draft.swept !== before.swept) this.#hideSwept(before.swept);
    if (draft.picked !== before.picked || draft.held !== before.held) this.#showRing();
    const onlyMoved = samePictures(draft.held, before.held) && draft.ropes === before.ropes;
    if (onlyMoved && draft.swept === before.swept) {
      if (draft.held !== before.held) this.#moveLinks();
    } else this.#showLinks();
  };

  pour = (at: Point): Promise<Poured> => {
    this.#baker.finish();
    return this.#pouring.pour(this.#sheet.ink, at);
  };

  destroy = (): void => {
    this.#listening.abort();
    this.#baker.stop();
    this.#pouring.release();
    this.#sizes.disconnect();
    for (const floating of this.#floating.values()) floating.destroy();
    this.#ring?.destroy();
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
    this.#showLinks();
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
    for (const floating of this.#floating.values()) floating.destroy();
    this.#floating.clear();
    this.#showHeld(this.#draft.held);
    this.#showRing();
  };

  /** The page without the pictures that are in the air, and without what is being swept away. */
  #lying(whole: Page): Page {
    const { held, swept } = this.#draft;
    const page = without(whole, swept);
    if (held.length === 0) return page;
    return { ...page, items: page.items.filter(({ id }) => !held.some(({ item }) => item === id)) };
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
    const holds = (list: readonly Held[], { pointer }: Held): boolean =>
      list.some((one) => one.pointer === pointer);
    for (const one of before.filter((was) => !holds(held, was))) {
      this.#floating.get(one.pointer)?.destroy();
      this.#floating.delete(one.pointer);
      this.#bakeAround(one);
    }
    for (const one of held) {
      const known = this.#floating.get(one.pointer);
      const floating = known ?? Floating.picture(this.#host, one, this.#pictureOf);
      floating.moveTo(this.#host, one.at);
      this.#floating.set(one.pointer, floating);
      if (!holds(before, one)) this.#bakeAround(one);
    }
  }

  /** Bake the place a picture was lifted from, or was let go at. */
  #bakeAround({ item: id }: Held): void {
    const page = this.#page;
    const item = page?.items.find((one) => one.id === id);
    if (page && item) this.#bakeAnew(page, boxOfItem(item));
  }

  #showRing(): void {
    this.#ring?.destroy();
    this.#ring = undefined;
    const { picked, held } = this.#draft;
    const around = picked && this.#page && placeAround(this.#page, picked);
    if (!around || held.some(({ item }) => item === picked.id)) return;
    this.#ring = Floating.ring(this.#host, around.size);
    this.#ring.moveTo(this.#host, around);
  }

  /** The lines between pictures, following those in the air, and those being pulled. */
  #showLinks(): void {
    if (!this.#page) return;
    const page = without(this.#page, this.#draft.swept);
    const items = page.items.map(this.#inHand);
    const lying = endsOfAll({ items, links: page.links }).map(({ link, ends }): Rope => {
      return { name: link.id, ends };
    });
    this.#links.show([...lying, ...this.#pulled(items)]);
  }

  /** While something is only moved, the lines that hang on it are all there is to do. */
  #moveLinks(): void {
    if (!this.#page) return;
    const held = new Set(this.#draft.held.map(({ item }) => item));
    const links = this.#page.links.filter(({ from, to }) => held.has(from) || held.has(to));
    const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
    const items = this.#page.items.filter(({ id }) => ends.has(id)).map(this.#inHand);
    for (const { link, ends: at } of endsOfAll({ items, links })) {
      this.#links.move({ name: link.id, ends: at });
    }
  }

  #pulled(items: readonly Item[]): Rope[] {
    return this.#draft.ropes.flatMap(({ pointer, from, at }): Rope[] => {
      const item = items.find(({ id }) => id === from);
      return item ? [{ name: `pulled ${String(pointer)}`, ends: [item, at] }] : [];
    });
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
  const [joined] = endsOfAll({ ...page, links: page.links.filter(({ id }) => id === picked.id) });
  if (!joined) return undefined;
  const [from, to] = joined.ends;
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, size: RING_ON_LINE };
}
