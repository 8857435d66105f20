/**
 * One page while it is being folded: every line, picture and link ever put there, with all that was said
 * about each, shown or not; and what shows of it. Written by fold.ts.
 */
import { entryIdOf, inOrder, type Entry, type EntryId, type Order } from '#domain/entry.ts';
import type { ItemId, LinkId, PageId } from '#domain/ids.ts';
import type { AddLink, Operation, PutItem } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import { Register } from '#domain/register.ts';
import type { Fill, Ink, Item, Link, Page, Stroke } from '#domain/work.ts';

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
/** One page: strokes and poured paint that show, in order; pictures and links, shown or not. */
export type Sheet = {
  readonly id: PageId;
  readonly strokes: Stroke[];
  readonly fills: Fill[];
  /** Whether lines and poured paint were rubbed out whole, for those of which anybody said so. */
  readonly rubbed: Map<EntryId, Register<boolean>>;
  readonly items: Map<ItemId, ItemRegisters>;
  readonly links: Map<LinkId, LinkRegisters>;
};

/** An empty page. */
export function emptySheet(id: PageId): Sheet {
  return { id, strokes: [], fills: [], rubbed: new Map(), items: new Map(), links: new Map() };
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

/** Let an entry say something. */
export function say<Value>(register: Register<Value>, entry: WorkEntry, value: Value): void {
  const { by, n, actor } = entry;
  register.say({ entry: entryIdOf(entry), by, value, order: { n, actor } });
}

/** The line an entry drew, or the paint it poured. */
export function inkOf(entry: WorkEntry): Ink | undefined {
  const { op } = entry;
  const common = { entry: entryIdOf(entry), ...made(entry) };
  if (op.kind === 'stroke/add') return { kind: 'stroke', stroke: { ...common, line: op } };
  if (op.kind === 'fill/add') return { kind: 'fill', fill: { ...common, area: op } };
  return undefined;
}

/** Does this line or poured paint lie on the page? */
export function lies(sheet: Sheet, ink: Ink): boolean {
  const [list, one] = placeOf(sheet, ink);
  return list[rankOf(list, one.order)]?.entry === one.entry;
}

/** Put a line or poured paint where it belongs in the order. */
export function lay(sheet: Sheet, ink: Ink): void {
  const [list, one] = placeOf(sheet, ink);
  list.splice(rankOf(list, one.order), 0, one);
}

/** Take a line or poured paint off. */
export function lift(sheet: Sheet, ink: Ink): void {
  const [list, one] = placeOf(sheet, ink);
  list.splice(rankOf(list, one.order), 1);
}

function placeOf(sheet: Sheet, ink: Ink): [(Stroke | Fill)[], Stroke | Fill] {
  return ink.kind === 'stroke' ? [sheet.strokes, ink.stroke] : [sheet.fills, ink.fill];
}

/** Where something of this order stands, or would stand, in a list that is in order. */
function rankOf(list: readonly (Stroke | Fill)[], order: Order): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = list[middle];
    if (there && inOrder(there.order, order) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What was said about whether this entry's line or paint is rubbed out whole. */
export function rubbedOf(sheet: Sheet, id: EntryId): Register<boolean> {
  const register = sheet.rubbed.get(id) ?? new Register<boolean>();
  sheet.rubbed.set(id, register);
  return register;
}

/** The page as it shows now. */
export function pageOf(sheet: Sheet): Page {
  const { id, fills, strokes } = sheet;
  const items = [...sheet.items.values()]
    .flatMap((item) => itemOf(item) ?? [])
    .sort((a, b) => inOrder(a.order, b.order));
  return { id, fills, strokes, items, links: linksOf(sheet) };
}

/** The registers an operation speaks to. */
export function registersOf(sheet: Sheet, op: Operation): Register<unknown>[] {
  switch (op.kind) {
    case 'item/put':
      return itemsOf(sheet, op).flatMap(({ place, gone }) => [place, gone]);
    case 'item/set':
      return itemsOf(sheet, op).flatMap(({ place, gone }) => [
        ...(op.place ? [place] : []),
        ...(op.gone === undefined ? [] : [gone]),
      ]);
    case 'rub-out': {
      const inks = op.marks.map((id) => rubbedOf(sheet, id));
      return [...inks, ...itemsOf(sheet, op).map(({ gone }) => gone)];
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

/** The pictures an operation speaks of. */
export function itemsOf(sheet: Sheet, op: Operation): ItemRegisters[] {
  if (op.kind === 'rub-out') return op.items.flatMap((id) => sheet.items.get(id) ?? []);
  if (op.kind !== 'item/put' && op.kind !== 'item/set') return [];
  const item = sheet.items.get(op.item);
  return item ? [item] : [];
}

/** The picture as it shows now, if it does. */
export function itemOf({ put, made: entry, place, gone }: ItemRegisters): Item | undefined {
  if (!place.top || gone.top?.value !== false) return undefined;
  const { item: id, page, symbol, size } = put;
  const { order: first, ...rest } = made(entry);
  const { order, value } = place.top;
  return { ...rest, entry: entryIdOf(entry), id, page, symbol, size, ...value, put: first, order };
}

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
