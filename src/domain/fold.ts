/**
 * From journal to work: entries in, what shows out. The same entries give the same work in whatever
 * order, and however often, they arrive. Rules: docs/spec/journal.md.
 */
import type { Contributor } from '#domain/contributor.ts';
import { entryIdOf, inOrder, type EntryId, type Order } from '#domain/entry.ts';
import type { ItemId, LinkId, PageId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import { Pasts } from '#domain/past.ts';
import type { Register, Saying } from '#domain/register.ts';
import {
  emptySheet,
  inkOf,
  itemOf,
  itemsOf,
  lay,
  lies,
  lift,
  linksOf,
  newItem,
  newLink,
  pageOf,
  registersOf,
  say,
  type Sheet,
  type WorkEntry,
} from '#domain/sheet.ts';
import type { Mark, Page, Work } from '#domain/work.ts';

/** What an entry changed on the sheets, for whoever paints them. */
export type Change = Readonly<{
  /** The page it happened on. */
  page?: PageId;
  /** Marks that left, or came in somewhere in between: where they lie is to be painted anew. */
  anew?: readonly Mark[];
  /** A mark that lies on top of all others of its kind; paint it there. */
  onTop?: Mark;
  /** The lines between pictures changed. */
  links?: true;
  /** Pages were added. */
  pages?: true;
  /** Entries arrived late: look at everything anew. */
  everything?: true;
  /** An undo that changed nothing, because this contributor's later entry holds the thing now. */
  heldBy?: Contributor;
}>;

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
  #pageOf = new Map<ItemId | LinkId, PageId>();
  #pasts = new Pasts();
  #taken = new Map<EntryId, readonly Taken[]>();

  /** Fold these entries, in whatever order they come. */
  static of(entries: Iterable<WorkEntry>): WorkFold {
    const fold = new WorkFold();
    for (const entry of [...entries].sort(inOrder)) fold.absorb(entry);
    return fold;
  }

  /** How many entries there are. */
  get size(): number {
    return [...this.#actors.values()].reduce((sum, list) => sum + list.filter(isThere).length, 0);
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
    return this.#pasts.last('done', by, page);
  }

  /** The entry that redo would do again. */
  redoable(by: Contributor, page: PageId): EntryId | undefined {
    return this.#pasts.last('undone', by, page);
  }

  /** Was what this entry did taken back? */
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
    this.#pageOf = new Map();
    this.#pasts = new Pasts();
    this.#taken = new Map();
    for (const entry of this.entries()) this.#apply(entry);
    return { everything: true };
  }

  #apply(entry: WorkEntry): Change {
    const { op } = entry;
    switch (op.kind) {
      case 'page/add':
        if (this.#sheets.has(op.page)) return {};
        this.#sheets.set(op.page, emptySheet(op.page));
        return { pages: true };
      case 'undo':
        return this.#undo(entry, op.entry);
      case 'redo':
        return this.#redo(entry, op.entry);
      case 'erased':
      case 'unknown':
        return {};
      default: {
        const sheet = this.#sheetFor(op);
        if (!sheet) return {};
        const change = this.#watch(sheet, entry, () => this.#speak(sheet, entry));
        if (change) this.#pasts.remember(entry, sheet.id);
        return change ?? {};
      }
    }
  }

  /** Let the entry say what it says; false when there is nothing it could speak of. */
  #speak(sheet: Sheet, entry: WorkEntry): boolean {
    const { op } = entry;
    switch (op.kind) {
      case 'item/put':
        if (this.#pageOf.has(op.item)) return false;
        sheet.items.set(op.item, newItem(entry, op));
        this.#pageOf.set(op.item, sheet.id);
        return true;
      case 'link/add':
        if (!canLink(sheet, op.from, op.to) || this.#pageOf.has(op.link)) return false;
        sheet.links.set(op.link, newLink(entry, op));
        this.#pageOf.set(op.link, sheet.id);
        return true;
      case 'item/set':
        for (const { place, gone } of itemsOf(sheet, op)) {
          if (op.place) say(place, entry, op.place);
          if (op.gone !== undefined) say(gone, entry, op.gone);
        }
        return true;
      case 'link/set':
        for (const gone of registersOf(sheet, op)) say(gone, entry, op.gone);
        return true;
      case 'rub-out':
        for (const gone of registersOf(sheet, op)) say(gone, entry, true);
        return true;
      default:
        return true;
    }
  }

  /** Do something on a sheet and say what it changed there; nothing when it was not done. */
  #watch(sheet: Sheet, { op, ...entry }: WorkEntry, act: () => boolean): Change | undefined {
    const inks = inksOf(entryIdOf(entry), op).flatMap((id) => {
      const maker = this.#find(id);
      return (maker && this.#sheetFor(maker.op) === sheet && inkOf(maker)) || [];
    });
    const itemsBefore = itemsOf(sheet, op).map(itemOf);
    const laidBefore = inks.map((ink) => lies(sheet, ink));
    if (!act()) return undefined;

    const anew: Mark[] = [];
    let onTop: Mark | undefined;
    for (const [at, ink] of inks.entries()) {
      const id = ink.kind === 'stroke' ? ink.stroke.entry : ink.fill.entry;
      if (laidBefore[at] === this.#inkShows(sheet, id)) continue;
      if (laidBefore[at]) lift(sheet, ink);
      else lay(sheet, ink);
      if (!laidBefore[at] && isTop(sheet, ink)) {
        if (onTop) anew.push(onTop);
        onTop = ink;
      } else anew.push(ink);
    }
    for (const [at, registers] of itemsOf(sheet, op).entries()) {
      const [before, after] = [itemsBefore[at], itemOf(registers)];
      if (before) anew.push({ kind: 'item', item: before });
      const mark = after && ({ kind: 'item', item: after } as const);
      if (mark && isTop(sheet, mark)) {
        if (onTop) anew.push(onTop);
        onTop = mark;
      } else if (mark) anew.push(mark);
    }
    const links =
      op.kind === 'stroke/add' || op.kind === 'fill/add' ? {} : ({ links: true } as const);
    return { page: sheet.id, anew, ...(onTop && { onTop }), ...links };
  }

  #inkShows(sheet: Sheet, id: EntryId): boolean {
    return !this.#taken.has(id) && sheet.rubbed.get(id)?.top?.value !== true;
  }

  #undo(undo: WorkEntry, id: EntryId): Change {
    const target = this.#find(id);
    const sheet = target && this.#sheetFor(target.op);
    if (!sheet || target.by !== undo.by) return {};
    if (!this.#pasts.takeOff('done', target, sheet.id)) return {};
    const heldBy = this.#holderOf(sheet, target);
    if (heldBy) return heldBy === undo.by ? {} : { page: sheet.id, heldBy };

    this.#pasts.putOn('undone', target, sheet.id);
    const takeBack = (): boolean => {
      const taken = registersOf(sheet, target.op)
        .filter((register) => register.shows(id))
        .flatMap((register) => {
          const saying = register.takeBack();
          return saying ? [{ register, saying, over: register.top }] : [];
        });
      this.#taken.set(id, taken);
      return true;
    };
    return this.#watch(sheet, target, takeBack) ?? {};
  }

  #redo(redo: WorkEntry, id: EntryId): Change {
    const target = this.#find(id);
    const sheet = target && this.#sheetFor(target.op);
    if (!sheet || target.by !== redo.by) return {};
    if (!this.#pasts.takeOff('undone', target, sheet.id)) return {};
    const taken = this.#taken.get(id) ?? [];
    const overtaken = taken.find(({ register, over }) => register.top !== over);
    if (overtaken) {
      const heldBy = overtaken.register.top?.by;
      return heldBy && heldBy !== redo.by ? { page: sheet.id, heldBy } : {};
    }

    this.#pasts.putOn('done', target, sheet.id);
    const doAgain = (): boolean => {
      for (const { register, saying } of taken) register.say(saying);
      this.#taken.delete(id);
      return true;
    };
    return this.#watch(sheet, target, doAgain) ?? {};
  }

  /** Whose later work rests on what this entry did, so that it may not be taken back. */
  #holderOf(sheet: Sheet, target: WorkEntry): Contributor | undefined {
    const { op } = target;
    const id = entryIdOf(target);
    if (op.kind === 'stroke/add' || op.kind === 'fill/add') return sheet.rubbed.get(id)?.top?.by;
    const covered = registersOf(sheet, op).find((register) => !register.shows(id));
    if (covered) return covered.top?.by ?? target.by;
    if (op.kind !== 'item/put') return undefined;
    const leaning = linksOf(sheet).find(
      ({ from, to, by }) => (from === op.item || to === op.item) && by !== target.by,
    );
    return leaning?.by;
  }

  #find(id: EntryId): WorkEntry | undefined {
    const dot = id.lastIndexOf('.');
    return this.#actors.get(id.slice(0, dot))?.[Number(id.slice(dot + 1)) - 1];
  }

  /** The page an operation speaks of, if it is here. */
  #sheetFor(op: Operation): Sheet | undefined {
    switch (op.kind) {
      case 'stroke/add':
      case 'fill/add':
      case 'rub-out':
      case 'item/put':
        return this.#sheets.get(op.page);
      case 'item/set':
        return this.#sheetWith(op.item);
      case 'link/add':
        return this.#sheetWith(op.from);
      case 'link/set':
        return this.#sheetWith(op.link);
      default:
        return undefined;
    }
  }

  #sheetWith(id: ItemId | LinkId): Sheet | undefined {
    const page = this.#pageOf.get(id);
    return page && this.#sheets.get(page);
  }
}

/** The entries whose lines or poured paint an operation speaks of. */
function inksOf(entry: EntryId, op: Operation): readonly EntryId[] {
  if (op.kind === 'rub-out') return [...new Set(op.marks)];
  return op.kind === 'stroke/add' || op.kind === 'fill/add' ? [entry] : [];
}

/** Does nothing on the sheet lie above the mark? */
function isTop(sheet: Sheet, mark: Mark): boolean {
  const { order } =
    mark.kind === 'stroke' ? mark.stroke : mark.kind === 'fill' ? mark.fill : mark.item;
  const above = (other: Order | undefined): boolean =>
    other !== undefined && inOrder(other, order) > 0;
  if (above(sheet.strokes.at(-1)?.order) || above(sheet.fills.at(-1)?.order)) return false;
  return ![...sheet.items.values()].some((item) => above(itemOf(item)?.order));
}

function canLink(sheet: Sheet, from: ItemId, to: ItemId): boolean {
  return from !== to && sheet.items.has(from) && sheet.items.has(to);
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
