/**
 * From journal to work: entries in, what shows out. The same entries give the same work in whatever
 * order, and however often, they arrive. Rules: docs/spec/journal.md.
 */
import type { Contributor } from '#domain/contributor.ts';
import { entryIdOf, inOrder, ROUNDS, type EntryId, type Order, type Round } from '#domain/entry.ts';
import type { ItemId, PageId, ThingId } from '#domain/ids.ts';
import type { About, AddThing, Operation } from '#domain/operation.ts';
import { Pasts } from '#domain/past.ts';
import type { Register, Saying } from '#domain/register.ts';
import {
  inkOf,
  itemsIn,
  lay,
  lies,
  lift,
  registersOf,
  Sheet,
  type WorkEntry,
} from '#domain/sheet.ts';
import {
  fieldsOf,
  holderOf,
  isAdd,
  isPresent,
  isSet,
  newThing,
  thingOf,
  type Fields,
  type Thing,
} from '#domain/thing.ts';
import { DRAWN, type Ink, type Item, type Mark, type Page, type Work } from '#domain/work.ts';

/** What an entry changed on the sheets, for whoever paints them. */
export type Change = Readonly<{
  /** The page it happened on. */
  page?: PageId;
  /** Marks that left, or came in somewhere in between: where they lie is to be painted anew. */
  anew?: readonly Mark[];
  /** A mark that lies on top of all others of its kind; paint it there. */
  onTop?: Mark;
  /** Things of which something changed that is shown above the sheet: links, stamps, rings, words. */
  things?: readonly ThingId[];
  /** Another round was opened. */
  round?: Round;
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
  #sheetOf = new Map<ThingId, Sheet>();
  #round: Round | undefined;
  #lastPage: PageId | undefined;
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
    return { pages: [...this.#sheets.values()].map(({ page }) => page) };
  }

  /** The names of the pages, oldest first. */
  get pageIds(): readonly PageId[] {
    return [...this.#sheets.keys()];
  }

  /** The page that was laid or worked on last. */
  get lastPage(): PageId | undefined {
    return this.#lastPage;
  }

  /** One page as it shows now. */
  page(id: PageId): Page | undefined {
    return this.#sheets.get(id)?.page;
  }

  /** The round the facilitator opened last; nothing while it is the one the work began with. */
  get round(): Round | undefined {
    return this.#round;
  }

  /** The entry that undo would take back for this contributor on this page. */
  undoable(by: Contributor, page: PageId): EntryId | undefined {
    return this.#pasts.last('done', by, page);
  }

  /** The entry that redo would do again. */
  redoable(by: Contributor, page: PageId): EntryId | undefined {
    return this.#pasts.last('undone', by, page);
  }

  /** Is this the entry whose saying about a field of a thing shows? */
  shows(entry: EntryId, thing: ThingId, field: keyof Fields): boolean {
    return this.#sheetOf.get(thing)?.thing(thing)?.said.top(field)?.entry === entry;
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
    return this.#take(entry);
  }

  #foldAnew(): Change {
    this.#sheets = new Map();
    this.#sheetOf = new Map();
    this.#round = undefined;
    this.#pasts = new Pasts();
    this.#taken = new Map();
    for (const entry of this.entries()) this.#take(entry);
    return { everything: true };
  }

  #take(entry: WorkEntry): Change {
    const change = this.#apply(entry);
    const laid = change.pages && entry.op.kind === 'page/add' ? entry.op.page : undefined;
    this.#lastPage = change.page ?? laid ?? this.#lastPage;
    return change;
  }

  #apply(entry: WorkEntry): Change {
    const { op } = entry;
    switch (op.kind) {
      case 'page/add':
        if (this.#sheets.has(op.page)) return {};
        this.#sheets.set(op.page, new Sheet(op.page, op.ground));
        return { pages: true };
      case 'round/open':
        return this.#open(entry, op.round);
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

  /** Only the facilitator opens a round, and rounds only go on. */
  #open({ by }: WorkEntry, round: Round): Change {
    const now = this.#round === undefined ? -1 : ROUNDS.indexOf(this.#round);
    if (by !== 'f' || ROUNDS.indexOf(round) <= now) return {};
    this.#round = round;
    return { round };
  }

  /** Let the entry say what it says; false when there is nothing it could speak of. */
  #speak(sheet: Sheet, entry: WorkEntry): boolean {
    const { op } = entry;
    if (isAdd(op)) {
      const id = thingOf(op);
      if (this.#sheetOf.has(id) || !canAdd(sheet, op)) return false;
      sheet.add(id, newThing(entry, op));
      this.#sheetOf.set(id, sheet);
    } else if (isSet(op)) {
      const thing = sheet.thing(thingOf(op));
      if (!thing || !isOfKind(thing, op.kind)) return false;
      thing.said.hear(entry, fieldsOf(op));
    } else if (op.kind === 'rub-out') {
      for (const id of op.marks) say(sheet.rubbedOf(id), entry, true);
      for (const id of op.items) sheet.thing(id)?.said.hear(entry, { gone: true });
    }
    return true;
  }

  /** Do something on a sheet and say what it changed there; nothing when it was not done. */
  #watch(sheet: Sheet, { op, ...entry }: WorkEntry, act: () => boolean): Change | undefined {
    const inks = inksOf(entryIdOf(entry), op).flatMap((id) => {
      const maker = this.#find(id);
      return (maker && this.#sheetFor(maker.op) === sheet && inkOf(maker)) || [];
    });
    const items = itemsIn(op);
    const drawn = inks.flatMap((ink) => sheet.drawnWith(nameOfInk(ink)));
    const things = [...(isAdd(op) || isSet(op) ? [thingOf(op)] : items), ...drawn];
    const itemsBefore = items.map((id) => sheet.item(id));
    const laidBefore = inks.map((ink) => lies(sheet, ink));
    if (!act()) return undefined;
    if (things.length > 0) sheet.changed(things);

    const found = new Found();
    for (const [at, ink] of inks.entries()) {
      if (laidBefore[at] === this.#inkShows(sheet, nameOfInk(ink))) continue;
      if (laidBefore[at]) lift(sheet, ink);
      else lay(sheet, ink);
      found.see(ink, !laidBefore[at] && isTop(sheet, ink));
    }
    if (drawn.length > 0) sheet.changed(drawn);
    for (const [at, id] of items.entries()) {
      const [before, after] = [itemsBefore[at], sheet.item(id)];
      if (looksTheSame(before, after)) continue;
      if (before) found.see({ kind: 'item', item: before }, false);
      const mark = after && ({ kind: 'item', item: after } as const);
      if (mark) found.see(mark, isTop(sheet, mark));
    }
    const { anew, onTop } = found;
    return {
      page: sheet.id,
      anew,
      ...(onTop && { onTop }),
      ...(things.length > 0 && { things }),
    };
  }

  #inkShows(sheet: Sheet, id: EntryId): boolean {
    return !this.#taken.has(id) && !sheet.isRubbed(id);
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
    const { op, by } = target;
    const id = entryIdOf(target);
    if (op.kind === 'stroke/add' || op.kind === 'fill/add') {
      return sheet.rubbedOf(id).top?.by ?? this.#namerOf(sheet, target);
    }
    const covered = registersOf(sheet, op).find((register) => !register.shows(id));
    if (covered) return covered.top?.by ?? by;
    if (!isAdd(op)) return undefined;
    const thing = sheet.thing(thingOf(op));
    const leaning = sheet.leaningOn(thingOf(op));
    const holders = leaning
      .filter((other) => shows(sheet, other))
      .flatMap((other) => (other.made.by === by ? (holderOf(other, by) ?? []) : other.made.by));
    return (thing && holderOf(thing, by)) ?? holders[0];
  }

  /** Who made what this entry drew a thing, or said more about it since. */
  #namerOf(sheet: Sheet, { by, ...drawn }: WorkEntry): Contributor | undefined {
    const holders = sheet.drawnWith(entryIdOf(drawn)).flatMap((item) => {
      const thing = sheet.item(item) && sheet.thing(item);
      if (!thing) return [];
      const { made } = thing;
      return made.by === by ? (this.#holderOf(sheet, made) ?? []) : made.by;
    });
    return holders.find((holder) => holder !== by);
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
      case 'ring/add':
      case 'quote/add':
        return this.#sheets.get(op.page);
      case 'link/add':
        return this.#sheetOf.get(op.from);
      case 'stamp/add':
        return this.#sheetOf.get(op.item);
      case 'item/set':
      case 'link/set':
      case 'stamp/set':
      case 'ring/set':
      case 'quote/set':
        return this.#sheetOf.get(thingOf(op));
      default:
        return undefined;
    }
  }
}

/** What lies to be painted: all of it anew, but for one mark that came on top. */
class Found {
  readonly anew: Mark[] = [];
  onTop: Mark | undefined;

  see(mark: Mark, isTop: boolean): void {
    if (!isTop) {
      this.anew.push(mark);
      return;
    }
    if (this.onTop) this.anew.push(this.onTop);
    this.onTop = mark;
  }
}

/** The entries whose lines or poured paint an operation speaks of. */
function inksOf(entry: EntryId, op: Operation): readonly EntryId[] {
  if (op.kind === 'rub-out') return [...new Set(op.marks)];
  return op.kind === 'stroke/add' || op.kind === 'fill/add' ? [entry] : [];
}

function nameOfInk(ink: Ink): EntryId {
  return ink.kind === 'stroke' ? ink.stroke.entry : ink.fill.entry;
}

/** Does nothing on the sheet lie above the mark? */
function isTop(sheet: Sheet, mark: Mark): boolean {
  const { order } =
    mark.kind === 'stroke' ? mark.stroke : mark.kind === 'fill' ? mark.fill : mark.item;
  const above = (other: Readonly<{ order: Order }> | undefined): boolean =>
    other !== undefined && inOrder(other.order, order) > 0;
  if (above(sheet.strokes.at(-1)) || above(sheet.fills.at(-1))) return false;
  return !sheet.items().some(above);
}

/** Is the picture painted as before? Words and quarrels are not painted. */
function looksTheSame(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.symbol === DRAWN) return true;
  const looks = ['x', 'y', 'size', 'turn', 'wish'] as const;
  return looks.every((look) => a[look] === b[look]) && inOrder(a.order, b.order) === 0;
}

/** Is there on the sheet what the new thing joins, stamps or rings? */
function canAdd(sheet: Sheet, op: AddThing): boolean {
  const isItem = (id: ItemId): boolean => sheet.thing(id)?.add.kind === 'item/put';
  switch (op.kind) {
    case 'item/put':
      return true;
    case 'link/add':
      return op.from !== op.to && isItem(op.from) && isItem(op.to);
    case 'stamp/add':
      return isItem(op.item);
    case 'ring/add':
      return op.items.some(isItem);
    case 'quote/add':
      return canBeTold(sheet, op.about);
  }
}

/** Stamps say all there is to say of them, and what was told is not told of. */
function canBeTold(sheet: Sheet, about: About): boolean {
  if (about === 'page' || about === 'title') return true;
  const kind = sheet.thing(about)?.add.kind;
  return kind === 'item/put' || kind === 'link/add' || kind === 'ring/add';
}

/** Names carry their kind, but a foreign file may say a stamp's field of a link. */
function isOfKind({ add }: Thing, set: string): boolean {
  return add.kind.split('/')[0] === set.split('/')[0];
}

function shows(sheet: Sheet, thing: Thing): boolean {
  const { add } = thing;
  if (!isPresent(thing)) return false;
  if (add.kind !== 'link/add') return true;
  return sheet.item(add.from) !== undefined && sheet.item(add.to) !== undefined;
}

function say<Value>(register: Register<Value>, entry: WorkEntry, value: Value): void {
  const { by, n, actor } = entry;
  register.say({ entry: entryIdOf(entry), by, value, order: { n, actor } });
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
