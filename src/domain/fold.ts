/**
 * From journal to work: entries in, what shows out. The same entries give the same work in whatever
 * order, and however often, they arrive. Rules: docs/spec/journal.md.
 */
import type { Contributor } from '#domain/contributor.ts';
import { entryIdOf, inOrder, type EntryId, type Order } from '#domain/entry.ts';
import type { ItemId, LinkId, PageId } from '#domain/ids.ts';
import type { AddLink, PutItem, SetItem } from '#domain/operation.ts';
import type { Register, Saying } from '#domain/register.ts';
import {
  emptySheet,
  itemOf,
  linksOf,
  newItem,
  newLink,
  pageOf,
  registersOf,
  say,
  strokeOf,
  touchedItem,
  type Sheet,
  type WorkEntry,
} from '#domain/sheet.ts';
import type { Item, Page, Stroke, Work } from '#domain/work.ts';

/** What an entry changed on the sheets, for whoever paints them. */
export type Change = Readonly<{
  /** The page it happened on. */
  page?: PageId;
  /** A line that lies on top of all else on the page. */
  onTop?: Stroke;
  /** A line that left, or came back somewhere in between. */
  line?: Stroke;
  /** A picture as it was and as it is; absent means not on the page. */
  item?: Readonly<{ before?: Item; after?: Item }>;
  /** The lines between pictures changed. */
  links?: true;
  /** Pages were added. */
  pages?: true;
  /** Entries arrived late: look at everything anew. */
  everything?: true;
  /** An undo that changed nothing, because this contributor's later entry holds the thing now. */
  heldBy?: Contributor;
}>;

/** What one contributor can take back or do again on one page, last at the end. */
type Past = { readonly done: WorkEntry[]; readonly undone: WorkEntry[] };
/** A register together with what an undo took off it, so that a redo can put it back. */
type Taken = Readonly<{
  register: Register<unknown>;
  saying: Saying<unknown>;
  over: Saying<unknown> | undefined;
}>;

/** A work that grows entry by entry. */
export class WorkFold {
  readonly #actors = new Map<string, WorkEntry[]>();
  #last: Order | undefined;
  #sheets = new Map<PageId, Sheet>();
  #pageOfItem = new Map<ItemId, PageId>();
  #pasts = new Map<string, Past>();
  #taken = new Map<EntryId, readonly Taken[]>();

  /** Fold these entries, in whatever order they come. */
  static of(entries: Iterable<WorkEntry>): WorkFold {
    const fold = new WorkFold();
    for (const entry of [...entries].sort(inOrder)) fold.absorb(entry);
    return fold;
  }

  /** The largest Lamport counter seen. */
  get n(): number {
    return this.#last?.n ?? 0;
  }

  /** How many entries this actor has written. */
  seqOf(actor: string): number {
    return this.#actors.get(actor)?.length ?? 0;
  }

  /** Every entry, in order. */
  entries(): WorkEntry[] {
    return [...this.#actors.values()].flatMap((list) => list.filter(isThere)).sort(inOrder);
  }

  /** The work as it shows now. */
  get work(): Work {
    return { pages: [...this.#sheets.values()].map(pageOf) };
  }

  /** The names of the pages, oldest first. */
  get pageIds(): readonly PageId[] {
    return [...this.#sheets.keys()];
  }

  /** One page as it shows now. */
  page(id: PageId): Page | undefined {
    const sheet = this.#sheets.get(id);
    return sheet && pageOf(sheet);
  }

  /** The entry that undo would take back for this contributor on this page. */
  undoable(by: Contributor, page: PageId): EntryId | undefined {
    return nameOf(this.#past(by, page).done.at(-1));
  }

  /** The entry that redo would do again. */
  redoable(by: Contributor, page: PageId): EntryId | undefined {
    return nameOf(this.#past(by, page).undone.at(-1));
  }

  /** Was what this entry said about a picture or a line taken back? */
  tookBack(id: EntryId): boolean {
    return this.#taken.has(id);
  }

  /** Take one entry in. One that is already here changes nothing. */
  absorb(entry: WorkEntry): Change {
    const list = this.#actors.get(entry.actor) ?? [];
    this.#actors.set(entry.actor, list);
    if (list[entry.seq - 1]) return {};
    list[entry.seq - 1] = entry;

    if (this.#last && inOrder(entry, this.#last) < 0) return this.#foldAnew();
    this.#last = { n: entry.n, actor: entry.actor };
    return this.#apply(entry);
  }

  #foldAnew(): Change {
    this.#sheets = new Map();
    this.#pageOfItem = new Map();
    this.#pasts = new Map();
    this.#taken = new Map();
    for (const entry of this.entries()) this.#apply(entry);
    return { everything: true };
  }

  #apply(entry: WorkEntry): Change {
    const { op } = entry;
    switch (op.kind) {
      case 'page/add':
        return this.#addPage(op.page);
      case 'stroke/add':
        return this.#addStroke(entry, strokeOf(entry, op));
      case 'item/put':
        return this.#putItem(entry, op);
      case 'item/set':
        return this.#setItem(entry, op);
      case 'link/add':
        return this.#addLink(entry, op);
      case 'link/set':
        return this.#setLink(entry, op.link, op.gone);
      case 'undo':
        return this.#undo(entry, op.entry);
      case 'redo':
        return this.#redo(entry, op.entry);
      case 'erased':
      case 'unknown':
        return {};
    }
  }

  #addPage(id: PageId): Change {
    if (this.#sheets.has(id)) return {};
    this.#sheets.set(id, emptySheet(id));
    return { pages: true };
  }

  #addStroke(entry: WorkEntry, stroke: Stroke): Change {
    const sheet = this.#sheets.get(stroke.line.page);
    if (!sheet) return {};
    sheet.strokes.push(stroke);
    this.#remember(entry, sheet.id);
    return { page: sheet.id, onTop: stroke };
  }

  #putItem(entry: WorkEntry, put: PutItem): Change {
    const sheet = this.#sheets.get(put.page);
    if (!sheet || this.#pageOfItem.has(put.item)) return {};
    const item = newItem(entry, put);
    sheet.items.set(put.item, item);
    this.#pageOfItem.set(put.item, sheet.id);
    this.#remember(entry, sheet.id);
    return { page: sheet.id, item: change(undefined, itemOf(item)) };
  }

  #setItem(entry: WorkEntry, { item: id, place, gone }: SetItem): Change {
    const sheet = this.#sheetOf(id);
    const item = sheet?.items.get(id);
    if (!sheet || !item) return {};
    const before = itemOf(item);
    if (place) say(item.place, entry, place);
    if (gone !== undefined) say(item.gone, entry, gone);
    this.#remember(entry, sheet.id);
    return { page: sheet.id, item: change(before, itemOf(item)), links: true };
  }

  #addLink(entry: WorkEntry, add: AddLink): Change {
    const sheet = this.#sheetOf(add.from);
    if (!sheet?.items.has(add.to) || add.from === add.to || sheet.links.has(add.link)) return {};
    sheet.links.set(add.link, newLink(entry, add));
    this.#remember(entry, sheet.id);
    return { page: sheet.id, links: true };
  }

  #setLink(entry: WorkEntry, id: LinkId, gone: boolean): Change {
    const sheet = [...this.#sheets.values()].find(({ links }) => links.has(id));
    const link = sheet?.links.get(id);
    if (!sheet || !link) return {};
    say(link.gone, entry, gone);
    this.#remember(entry, sheet.id);
    return { page: sheet.id, links: true };
  }

  #undo(undo: WorkEntry, id: EntryId): Change {
    const target = this.#find(id);
    const sheet = target && this.#sheetTouchedBy(target);
    if (!sheet || target.by !== undo.by) return {};
    const past = this.#past(target.by, sheet.id);
    const at = past.done.lastIndexOf(target);
    if (at < 0) return {};

    past.done.splice(at, 1);
    const heldBy = this.#holderOf(sheet, target);
    if (heldBy) return heldBy === undo.by ? {} : { page: sheet.id, heldBy };
    past.undone.push(target);
    return this.#takeBack(sheet, target);
  }

  #redo(redo: WorkEntry, id: EntryId): Change {
    const target = this.#find(id);
    const sheet = target && this.#sheetTouchedBy(target);
    if (!sheet || target.by !== redo.by) return {};
    const past = this.#past(target.by, sheet.id);
    const at = past.undone.lastIndexOf(target);
    if (at < 0) return {};

    past.undone.splice(at, 1);
    const taken = this.#taken.get(id) ?? [];
    const overtaken = taken.find(({ register, over }) => register.top !== over);
    if (overtaken) {
      const heldBy = overtaken.register.top?.by;
      return heldBy && heldBy !== redo.by ? { page: sheet.id, heldBy } : {};
    }
    past.done.push(target);
    return this.#doAgain(sheet, target, taken);
  }

  #takeBack(sheet: Sheet, target: WorkEntry): Change {
    const id = entryIdOf(target);
    if (target.op.kind === 'stroke/add') {
      const at = sheet.strokes.findLastIndex(({ entry }) => entry === id);
      const [line] = sheet.strokes.splice(at, 1);
      return line ? { page: sheet.id, line } : {};
    }
    const item = touchedItem(sheet, target.op);
    const before = item && itemOf(item);
    const taken = registersOf(sheet, target.op)
      .filter((register) => register.shows(id))
      .flatMap((register) => {
        const saying = register.takeBack();
        return saying ? [{ register, saying, over: register.top }] : [];
      });
    this.#taken.set(id, taken);
    return { page: sheet.id, links: true, ...(item && { item: change(before, itemOf(item)) }) };
  }

  #doAgain(sheet: Sheet, target: WorkEntry, taken: readonly Taken[]): Change {
    const { op } = target;
    if (op.kind === 'stroke/add') {
      const line = strokeOf(target, op);
      const at = sheet.strokes.findLastIndex(({ order }) => inOrder(order, line.order) < 0);
      sheet.strokes.splice(at + 1, 0, line);
      return { page: sheet.id, line };
    }
    const item = touchedItem(sheet, op);
    const before = item && itemOf(item);
    for (const { register, saying } of taken) register.say(saying);
    this.#taken.delete(entryIdOf(target));
    return { page: sheet.id, links: true, ...(item && { item: change(before, itemOf(item)) }) };
  }

  /** Whose later work rests on what this entry did, so that it may not be taken back. */
  #holderOf(sheet: Sheet, target: WorkEntry): Contributor | undefined {
    const id = entryIdOf(target);
    const covered = registersOf(sheet, target.op).find((register) => !register.shows(id));
    if (covered) return covered.top?.by ?? target.by;
    if (target.op.kind !== 'item/put') return undefined;
    const { item } = target.op;
    const leaning = linksOf(sheet).find(
      ({ from, to, by }) => (from === item || to === item) && by !== target.by,
    );
    return leaning?.by;
  }

  #remember(entry: WorkEntry, page: PageId): void {
    const past = this.#past(entry.by, page);
    past.done.push(entry);
    past.undone.length = 0;
  }

  #past(by: Contributor, page: PageId): Past {
    const key = `${by} ${page}`;
    const past = this.#pasts.get(key) ?? { done: [], undone: [] };
    this.#pasts.set(key, past);
    return past;
  }

  #find(id: EntryId): WorkEntry | undefined {
    const dot = id.lastIndexOf('.');
    return this.#actors.get(id.slice(0, dot))?.[Number(id.slice(dot + 1)) - 1];
  }

  #sheetOf(item: ItemId): Sheet | undefined {
    const page = this.#pageOfItem.get(item);
    return page && this.#sheets.get(page);
  }

  #sheetTouchedBy({ op }: WorkEntry): Sheet | undefined {
    switch (op.kind) {
      case 'stroke/add':
        return this.#sheets.get(op.page);
      case 'item/put':
      case 'item/set':
        return this.#sheetOf(op.item);
      case 'link/add':
        return this.#sheetOf(op.from);
      case 'link/set':
        return [...this.#sheets.values()].find(({ links }) => links.has(op.link));
      default:
        return undefined;
    }
  }
}

function change(before: Item | undefined, after: Item | undefined): NonNullable<Change['item']> {
  return { ...(before && { before }), ...(after && { after }) };
}

function nameOf(entry: WorkEntry | undefined): EntryId | undefined {
  return entry && entryIdOf(entry);
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
