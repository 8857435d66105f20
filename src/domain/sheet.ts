/**
 * One page while it is being folded: every picture and line ever put there, with all that was said
 * about each, shown or not; and what shows of it. Written by fold.ts.
 */
import { entryIdOf, inOrder, type Entry } from '#domain/entry.ts';
import type { ItemId, LinkId, PageId } from '#domain/ids.ts';
import type { AddLink, Operation, PutItem } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import { Register } from '#domain/register.ts';
import type { Item, Link, Page, Stroke } from '#domain/work.ts';

/** An entry of a work's journal. */
export type WorkEntry = Entry<Operation>;

/** A picture and what was said about it. */
export type ItemRegisters = {
  readonly put: PutItem;
  readonly made: WorkEntry;
  readonly place: Register<Point>;
  readonly gone: Register<boolean>;
};
/** A line between pictures and what was said about it. */
export type LinkRegisters = {
  readonly add: AddLink;
  readonly made: WorkEntry;
  readonly gone: Register<boolean>;
};
/** One page with its strokes in order. */
export type Sheet = {
  readonly id: PageId;
  readonly strokes: Stroke[];
  readonly items: Map<ItemId, ItemRegisters>;
  readonly links: Map<LinkId, LinkRegisters>;
};

/** An empty page. */
export function emptySheet(id: PageId): Sheet {
  return { id, strokes: [], items: new Map(), links: new Map() };
}

/** A picture just put on the page. */
export function newItem(entry: WorkEntry, put: PutItem): ItemRegisters {
  const item = { put, made: entry, place: new Register<Point>(), gone: new Register<boolean>() };
  say(item.place, entry, { x: put.x, y: put.y });
  say(item.gone, entry, false);
  return item;
}

/** A line just drawn between two pictures. */
export function newLink(entry: WorkEntry, add: AddLink): LinkRegisters {
  const link = { add, made: entry, gone: new Register<boolean>() };
  say(link.gone, entry, false);
  return link;
}

/** The line an entry drew. */
export function strokeOf(entry: WorkEntry, line: Stroke['line']): Stroke {
  return { entry: entryIdOf(entry), ...made(entry), line };
}

/** Let an entry say something. */
export function say<Value>(register: Register<Value>, entry: WorkEntry, value: Value): void {
  const { by } = entry;
  register.say({ entry: entryIdOf(entry), by, value, order: { n: entry.n, actor: entry.actor } });
}

/** The page as it shows now. */
export function pageOf(sheet: Sheet): Page {
  const items = [...sheet.items.values()]
    .flatMap((item) => itemOf(item) ?? [])
    .sort((a, b) => inOrder(a.order, b.order));
  return { id: sheet.id, strokes: sheet.strokes, items, links: linksOf(sheet) };
}

/** The registers an operation speaks to. */
export function registersOf(sheet: Sheet, op: Operation): Register<unknown>[] {
  switch (op.kind) {
    case 'item/put': {
      const item = sheet.items.get(op.item);
      return item ? [item.place, item.gone] : [];
    }
    case 'item/set': {
      const item = sheet.items.get(op.item);
      if (!item) return [];
      return [...(op.place ? [item.place] : []), ...(op.gone === undefined ? [] : [item.gone])];
    }
    case 'link/add':
    case 'link/set': {
      const link = sheet.links.get(op.link);
      return link ? [link.gone] : [];
    }
    default:
      return [];
  }
}

/** The picture an operation speaks of. */
export function touchedItem(sheet: Sheet, op: Operation): ItemRegisters | undefined {
  return op.kind === 'item/put' || op.kind === 'item/set' ? sheet.items.get(op.item) : undefined;
}

/** The picture as it shows now, if it does. */
export function itemOf({ put, made: entry, place, gone }: ItemRegisters): Item | undefined {
  if (!place.top || gone.top?.value !== false) return undefined;
  const { item: id, page, symbol, size } = put;
  const { order: first, ...rest } = made(entry);
  const { order, value } = place.top;
  return { ...rest, entry: entryIdOf(entry), id, page, symbol, size, ...value, put: first, order };
}

/**
 *
 */
/** The lines that show: neither gone themselves nor left hanging by a picture that is. */
export function linksOf(sheet: Sheet): Link[] {
  const shows = (id: ItemId): boolean => {
    const item = sheet.items.get(id);
    return item !== undefined && itemOf(item) !== undefined;
  };
  return [...sheet.links.values()]
    .filter(({ add, gone }) => gone.top?.value === false && shows(add.from) && shows(add.to))
    .map(({ add, made: entry }) => {
      const { link: id, from, to } = add;
      return { ...made(entry), entry: entryIdOf(entry), id, from, to };
    });
}

function made(entry: WorkEntry): Pick<Stroke, 'order' | 'by' | 'round' | 'at'> {
  const { n, actor, by, round, at } = entry;
  return { order: { n, actor }, by, round, at };
}
