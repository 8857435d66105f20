/** The sheet on the screen: shows a page, shows what is in the hand, and hears what fingers do. */
import type { Change } from '#domain/fold.ts';
import type { Point } from '#domain/page.ts';
import type { Item, Page } from '#domain/work.ts';
import { EMPTY_DRAFT, type Draft, type Held, type Picked } from '#editing/draft.ts';
import type { Table } from '#editing/table.ts';
import { endsOf, linkShapes, ropeShapes } from '#picture/links.ts';
import type { PictureOf } from '#picture/svg.ts';
import { Floating } from '#stage/held.ts';
import { paintShape } from '#stage/paint.ts';
import { listen, type OnStep } from '#stage/pointers.ts';
import { bake, bakeAnew, boxOfItem, sheet, type Sheet } from '#stage/sheet.ts';
import { bestScale, release, setScale, surface, wipe, type Surface } from '#stage/surface.ts';
import { WetInk } from '#stage/wet-ink.ts';

export type Stage = Table & Readonly<{ destroy: () => void }>;

/** Width of the ring at the middle of a picked line, in page units. */
const RING_ON_LINE = 90;

/** Put a sheet into the empty element and listen to it. The element keeps the shape of the page. */
export function mountStage(host: HTMLElement, pictureOf: PictureOf, onStep?: OnStep): Stage {
  return new SheetStage(host, pictureOf, onStep);
}

class SheetStage implements Stage {
  readonly #host: HTMLElement;
  readonly #pictureOf: PictureOf;
  readonly #listening = new AbortController();
  readonly #sizes: ResizeObserver;
  readonly #sheet: Sheet;
  readonly #wet: WetInk;
  readonly #links: Surface;
  readonly #floating = new Map<number, Floating>();
  #ring: Floating | undefined;
  #page: Page | undefined;
  #draft: Draft = EMPTY_DRAFT;

  constructor(host: HTMLElement, pictureOf: PictureOf, onStep?: OnStep) {
    const scale = bestScale(host.clientWidth, devicePixelRatio);
    this.#host = host;
    this.#pictureOf = pictureOf;
    this.#sheet = sheet(scale);
    this.#wet = new WetInk(this.#sheet);
    this.#links = surface(scale);
    const { signal } = this.#listening;
    const { pictures, ink } = this.#sheet;
    for (const { canvas } of [pictures, ink, this.#wet.surface, this.#links]) {
      host.append(canvas);
      canvas.addEventListener('contextrestored', this.#paintAll, { signal });
    }
    if (onStep) listen(host, onStep, signal);
    this.#sizes = new ResizeObserver(this.#resize);
    this.#sizes.observe(host);
  }

  show = (page: Page): void => {
    this.draft(EMPTY_DRAFT);
    this.#page = page;
    this.#paintAll();
  };

  change = (change: Change, page: Page): void => {
    if (change.page !== undefined && change.page !== page.id) return;
    this.#page = page;
    const lying = this.#lying(page);
    this.#wet.aside(() => {
      bake(this.#sheet, change, lying, this.#pictureOf);
    });
    if (change.everything ?? change.links) this.#paintLinks();
    this.#showRing();
  };

  draft = (draft: Draft): void => {
    const before = this.#draft;
    this.#draft = draft;
    this.#wet.show(draft.lines);
    this.#showHeld(before.held);
    if (draft.picked !== before.picked || draft.held !== before.held) this.#showRing();
    const moving = [draft.ropes, draft.held, before.ropes, before.held];
    if (moving.some(({ length }) => length > 0)) this.#paintLinks();
  };

  destroy = (): void => {
    this.#listening.abort();
    this.#sizes.disconnect();
    for (const floating of this.#floating.values()) floating.destroy();
    this.#ring?.destroy();
    this.#wet.release();
    for (const one of [this.#sheet.pictures, this.#sheet.ink, this.#links]) release(one);
    this.#host.replaceChildren();
  };

  readonly #paintAll = (): void => {
    if (!this.#page) return;
    for (const one of [this.#sheet.pictures, this.#sheet.ink, this.#wet.surface, this.#links]) {
      setScale(one);
    }
    const lying = this.#lying(this.#page);
    this.#wet.aside(() => {
      bakeAnew(this.#sheet, lying, this.#pictureOf);
    });
    this.#paintLinks();
  };

  /** Canvases scale by themselves; what floats is measured anew. */
  readonly #resize = (): void => {
    for (const floating of this.#floating.values()) floating.destroy();
    this.#floating.clear();
    this.#showHeld(this.#draft.held);
    this.#showRing();
  };

  /** The page without the pictures that are in the air. */
  #lying(page: Page): Page {
    const { held } = this.#draft;
    if (held.length === 0) return page;
    return { ...page, items: page.items.filter(({ id }) => !held.some(({ item }) => item === id)) };
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
    if (!page || !item) return;
    const lying = this.#lying(page);
    this.#wet.aside(() => {
      bakeAnew(this.#sheet, lying, this.#pictureOf, boxOfItem(item));
    });
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

  /** The lines between pictures, following those in the air. */
  #paintLinks(): void {
    wipe(this.#links);
    if (!this.#page) return;
    const { held, ropes } = this.#draft;
    const items = this.#page.items.map((item): Item => {
      const inHand = held.find((one) => one.item === item.id);
      return inHand ? { ...item, x: inHand.at.x, y: inHand.at.y } : item;
    });
    const pulled = ropes.flatMap(({ from, at }) => {
      const item = items.find(({ id }) => id === from);
      return item ? ropeShapes([item, at]) : [];
    });
    for (const shape of [...linkShapes({ items, links: this.#page.links }), ...pulled]) {
      paintShape(this.#links.context, shape);
    }
  }
}

/** Where the ring goes: around a picture, or at the middle of a line. */
function placeAround(page: Page, picked: Picked): (Point & { size: number }) | undefined {
  if (picked.kind === 'item') return page.items.find(({ id }) => id === picked.id);
  const link = page.links.find(({ id }) => id === picked.id);
  const ends = link && endsOf(page.items, link.from, link.to);
  if (!ends) return undefined;
  const [from, to] = ends;
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, size: RING_ON_LINE };
}
