/**
 * One page while it is being folded: every line, picture and link ever put there, with all that was said
 * about each, shown or not; and what shows of it. Written by fold.ts.
 */
import { entryIdOf, inOrder, type Entry, type EntryId, type Order } from '#domain/entry.ts';
import type { Ground } from '#domain/ground.ts';
import type { ItemId, PageId, ThingId } from '#domain/ids.ts';
import type {
  About,
  AddLink,
  AddQuote,
  AddRing,
  AddStamp,
  AddThing,
  Operation,
  PutItem,
} from '#domain/operation.ts';
import { Register } from '#domain/register.ts';
import { fieldsOf, isAdd, isPresent, isSet, thingOf, type Thing } from '#domain/thing.ts';
import {
  DRAWN,
  isEgo,
  type Fill,
  type Ink,
  type Item,
  type Link,
  type Page,
  type Quote,
  type Ring,
  type Stamp,
  type Stroke,
} from '#domain/work.ts';

/** An entry of a work's journal. */
export type WorkEntry = Entry<Operation>;

/** One page: strokes and poured paint that show, in order; things, shown or not. */
export class Sheet {
  readonly id: PageId;
  readonly ground: Ground | undefined;
  readonly strokes: Stroke[] = [];
  readonly fills: Fill[] = [];
  /** Whether lines and poured paint were rubbed out whole, for those of which anybody said so. */
  readonly #rubbed = new Map<EntryId, Register<boolean>>();
  readonly #things = new Map<ThingId, Thing>();
  /** What was made of lines and poured paint: by the entry that drew them. */
  readonly #drawn = new Map<EntryId, ItemId[]>();
  /** What shows of each picture, and of the page, until something changes it. */
  readonly #items = new Map<ItemId, Item | undefined>();
  #page: Page | undefined;

  constructor(id: PageId, ground: Ground | undefined) {
    this.id = id;
    this.ground = ground;
  }

  /** The thing of this name, shown or not. */
  thing(id: ThingId): Thing | undefined {
    return this.#things.get(id);
  }

  /** A thing just made. */
  add(id: ThingId, thing: Thing): void {
    this.#things.set(id, thing);
    if (!isA(thing, 'item/put')) return;
    const { item, marks = [] } = thing.add;
    for (const mark of marks) this.#drawn.set(mark, [...(this.#drawn.get(mark) ?? []), item]);
  }

  /** The things that were made of what this entry drew, shown or not. */
  drawnWith(mark: EntryId): readonly ItemId[] {
    return this.#drawn.get(mark) ?? [];
  }

  /** What was said about whether this entry's line or paint is rubbed out whole. */
  rubbedOf(id: EntryId): Register<boolean> {
    const register = this.#rubbed.get(id) ?? new Register<boolean>();
    this.#rubbed.set(id, register);
    return register;
  }

  /** Does this entry's line or paint show, as far as nobody rubbed it out whole? */
  isRubbed(id: EntryId): boolean {
    return this.#rubbed.get(id)?.top?.value === true;
  }

  /** Something about these things has changed. */
  changed(things: readonly ThingId[]): void {
    for (const id of things) this.#items.delete(id as ItemId);
    this.#page = undefined;
  }

  /** The picture as it shows now, if it does. */
  item(id: ItemId): Item | undefined {
    if (this.#items.has(id)) return this.#items.get(id);
    const thing = this.#things.get(id);
    const item = thing && isA(thing, 'item/put') ? this.#itemOf(thing) : undefined;
    this.#items.set(id, item);
    return item;
  }

  /** Something drawn shows as long as any of its lines does, and came when the oldest of them came. */
  #itemOf(thing: Thing<PutItem>): Item | undefined {
    const item = itemOf(thing);
    if (item?.symbol !== DRAWN) return item;
    const isOfIt = ({ entry }: Stroke | Fill): boolean => item.marks.includes(entry);
    const [oldest] = [...this.strokes, ...this.fills]
      .filter(isOfIt)
      .sort((a, b) => inOrder(a.order, b.order));
    if (!oldest) return undefined;
    const { by, round, order } = oldest;
    return { ...item, origin: { by, round, order } };
  }

  /** The pictures that show, as they came. */
  items(): Item[] {
    const items: Item[] = [];
    for (const thing of this.#things.values()) {
      const item = isA(thing, 'item/put') ? this.item(thing.add.item) : undefined;
      if (item) items.push(item);
    }
    return items;
  }

  /** The page as it shows now. */
  get page(): Page {
    return (this.#page ??= this.#look());
  }

  #look(): Page {
    const { id, ground, fills, strokes } = this;
    const things = [...this.#things.values()];
    const items = this.items().sort((a, b) => inOrder(a.order, b.order));
    const shows = (name: ItemId): boolean => this.item(name) !== undefined;
    const isThere = (about: About): boolean => this.#isThere(about);
    return {
      id,
      ground,
      fills,
      strokes,
      items,
      links: things.flatMap((thing) => (isA(thing, 'link/add') ? linkOf(thing, shows) : [])),
      stamps: things.flatMap((thing) => (isA(thing, 'stamp/add') ? stampOf(thing, shows) : [])),
      rings: things.flatMap((thing) => (isA(thing, 'ring/add') ? ringOf(thing, shows) : [])),
      quotes: things.flatMap((thing) => (isA(thing, 'quote/add') ? quoteOf(thing, isThere) : [])),
    };
  }

  /** Does the thing show, if it is one? */
  #isThere(about: About): boolean {
    if (about === 'page' || about === 'title') return true;
    const thing = this.#things.get(about);
    const shows = (name: ItemId): boolean => this.item(name) !== undefined;
    if (!thing) return false;
    if (isA(thing, 'item/put')) return shows(thing.add.item);
    if (isA(thing, 'link/add')) return linkOf(thing, shows).length > 0;
    return isA(thing, 'ring/add') && ringOf(thing, shows).length > 0;
  }

  /** Every thing that leans on this one, shown or not. */
  leaningOn(id: ThingId): Thing[] {
    return [...this.#things.values()].filter(({ add }) => leansOn(add, id));
  }
}

/** The line an entry drew, or the paint it poured. */
export function inkOf(entry: WorkEntry): Ink | undefined {
  const { op } = entry;
  const common = { entry: entryIdOf(entry), ...madeOf(entry) };
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

/** The registers an operation speaks to. */
export function registersOf(sheet: Sheet, op: Operation): Register<unknown>[] {
  if (op.kind === 'rub-out') {
    const inks = op.marks.map((id) => sheet.rubbedOf(id));
    return [...inks, ...op.items.flatMap((id) => sheet.thing(id)?.said.of('gone') ?? [])];
  }
  if (!isAdd(op) && !isSet(op)) return [];
  return sheet.thing(thingOf(op))?.said.registersOf(fieldsOf(op)) ?? [];
}

/** The pictures an operation may change. */
export function itemsIn(op: Operation): readonly ItemId[] {
  if (op.kind === 'rub-out') return op.items;
  return op.kind === 'item/put' || op.kind === 'item/set' ? [op.item] : [];
}

/** Does a thing that is made so hang on this one? */
function leansOn(add: AddThing, id: ThingId): boolean {
  switch (add.kind) {
    case 'item/put':
      return false;
    case 'link/add':
      return add.from === id || add.to === id;
    case 'stamp/add':
      return add.item === id;
    case 'ring/add':
      return add.items.some((item) => item === id);
    case 'quote/add':
      return add.about === id;
  }
}

function isA<Kind extends AddThing['kind']>(
  thing: Thing,
  kind: Kind,
): thing is Thing<Extract<AddThing, { kind: Kind }>> {
  return thing.add.kind === kind;
}

function itemOf(thing: Thing<PutItem>): Item | undefined {
  const { add, made, said } = thing;
  const place = said.top('place');
  if (
    !place ||
    (!isPresent(thing) && !isEgo({ symbol: add.symbol, pinned: add.pinned ?? false }))
  ) {
    return undefined;
  }
  const { order: put, ...common } = madeOf(made);
  const { by, round } = common;
  const label = said.top('label')?.value;
  const dispute = said.top('dispute')?.value;
  return {
    ...common,
    entry: entryIdOf(made),
    id: add.item,
    page: add.page,
    symbol: add.symbol,
    ...place.value,
    size: said.top('size')?.value ?? add.size,
    turn: said.top('turn')?.value ?? 0,
    wish: said.top('wish')?.value ?? false,
    pinned: add.pinned ?? false,
    marks: add.marks ?? [],
    label: label?.text === '' ? undefined : label,
    dispute: dispute?.between.length === 0 ? undefined : dispute,
    put,
    order: paintingOrder(thing),
    origin: { by, round, order: put },
  };
}

/** Put down last, on top; sent behind since, below all else, and below what was sent behind before. */
function paintingOrder({ said }: Thing): Order {
  const [place, behind] = [said.top('place'), said.top('behind')];
  const put = place?.order ?? { n: 0, actor: '' };
  if (!behind?.value || inOrder(behind.order, put) < 0) return put;
  return { n: -behind.order.n, actor: behind.order.actor };
}

type Shows = (item: ItemId) => boolean;

/** The link, unless it is gone itself or left hanging by a picture that is. */
function linkOf(thing: Thing<AddLink>, shows: Shows): Link[] {
  const { add, made, said } = thing;
  const { link: id, from, to } = add;
  if (!isPresent(thing) || !shows(from) || !shows(to)) return [];
  const relation = said.top('relation')?.value;
  const valence = said.top('valence')?.value;
  const direction = said.top('direction')?.value;
  const common = { ...madeOf(made), entry: entryIdOf(made), id };
  return [{ ...common, from, to, relation, valence, direction }];
}

function stampOf(thing: Thing<AddStamp>, shows: Shows): Stamp[] {
  const { add, made } = thing;
  const { stamp: id, item, feeling } = add;
  if (!isPresent(thing) || !shows(item)) return [];
  return [{ ...madeOf(made), entry: entryIdOf(made), id, item, feeling }];
}

function ringOf(thing: Thing<AddRing>, shows: Shows): Ring[] {
  const { add, made, said } = thing;
  const items = add.items.filter(shows);
  if (!isPresent(thing) || items.length === 0) return [];
  const label = said.top('label')?.value;
  const named = label?.text === '' ? undefined : label;
  return [{ ...madeOf(made), entry: entryIdOf(made), id: add.ring, items, label: named }];
}

function quoteOf(thing: Thing<AddQuote>, isThere: (about: About) => boolean): Quote[] {
  const { add, made, said } = thing;
  const { quote: id, about } = add;
  if (!isPresent(thing) || !isThere(about)) return [];
  const speaker = said.top('speaker')?.value ?? add.speaker;
  const source = said.top('source')?.value ?? add.source;
  const wording = said.top('wording')?.value ?? add.wording;
  const asked = said.top('prompt')?.value ?? add.prompt;
  const prompt = asked === '' ? undefined : asked;
  const translated = said.top('translation')?.value;
  const translation = translated?.text === '' ? undefined : translated;
  const common = { ...madeOf(made), entry: entryIdOf(made), id };
  return [{ ...common, about, speaker, source, wording, translation, prompt }];
}

function madeOf(entry: WorkEntry): Pick<Stroke, 'order' | 'by' | 'round' | 'at'> {
  const { n, actor, by, round, at } = entry;
  return { order: { n, actor }, by, round, at };
}
