/** What an adult typed of a work and has not written down yet: it waits where it was typed, also when the app ends. */
import type { Round } from '#domain/entry.ts';
import type { ItemId, QuoteId, RingId, WorkId } from '#domain/ids.ts';
import type {
  About,
  AddQuote,
  Dispute,
  Label,
  Operation,
  SetItem,
  SetQuote,
  SetRing,
  Wording,
} from '#domain/operation.ts';
import type { Keeper } from '#state/keeper.svelte.ts';

/** What waits, as what it would be written down as: words, a correction, a name, or what is not agreed about. */
type Waiting = AddQuote | SetQuote | SetItem | SetRing;
/** What is typed of something that is there already. */
type Correction = Exclude<Waiting, AddQuote>;

/** What this needs to know of the work. */
type Around = Readonly<{
  /** How words would be written down; nothing without words. */
  asQuote: (about: About, wording: Wording) => AddQuote | undefined;
  round: () => Round;
}>;

/** What waits, by where it was typed. */
export class Typed {
  readonly #work: WorkId;
  readonly #keeper: Keeper;
  readonly #around: Around;
  readonly #waiting = new Map<string, Waiting>();

  constructor(work: WorkId, keeper: Keeper, around: Around) {
    this.#work = work;
    this.#keeper = keeper;
    this.#around = around;
  }

  /** The words that wait to be told of this. */
  told(about: About): Wording | undefined {
    const op = this.#waiting.get(about);
    return op?.kind === 'quote/add' ? op.wording : undefined;
  }

  /** How what was told is being corrected. */
  corrected(quote: QuoteId): SetQuote | undefined {
    const op = this.#waiting.get(quote);
    return op?.kind === 'quote/set' ? op : undefined;
  }

  /** What a picture or ring is about to be called. */
  named(thing: ItemId | RingId): Label | undefined {
    const op = this.#waiting.get(`label-${thing}`);
    return op && 'label' in op ? op.label : undefined;
  }

  /** What children are about to be said not to agree about. */
  disputed(item: ItemId): Dispute | undefined {
    const op = this.#waiting.get(`dispute-${item}`);
    return op && 'dispute' in op ? op.dispute : undefined;
  }

  /** Let these words wait in place of those before; without words nothing waits. */
  keep(about: About, wording: Wording): void {
    const before = this.told(about);
    if (before?.text === wording.text && before.language === wording.language) return;
    const quote = this.#around.asQuote(about, wording);
    if (quote) this.#keep(quote);
    else this.forget(about);
  }

  /** Let this wait; where it says no more than what stands there, nothing does. */
  correct(op: Correction, isNews: boolean): void {
    if (isNews) this.#keep(op);
    else this.forget(placeOf(op));
  }

  /** Nothing waits there any more: it was written down, or taken out. */
  forget(place: string): void {
    if (this.#waiting.delete(place)) this.#keeper.dropDraft(this.#work, nameOf(place));
  }

  /** Go on with what was being typed when the app ended. */
  rescue(op: Operation): void {
    if (isTyped(op)) this.#waiting.set(placeOf(op), op);
  }

  #keep(op: Waiting): void {
    const place = placeOf(op);
    const before = this.#waiting.get(place);
    if (before && JSON.stringify(before) === JSON.stringify(op)) return;
    this.#waiting.set(place, op);
    const draft = { by: 'f', round: this.#around.round(), op } as const;
    this.#keeper.keepDraft(this.#work, nameOf(place), draft);
  }
}

function isTyped(op: Operation): op is Waiting {
  return ['quote/add', 'quote/set', 'item/set', 'ring/set'].includes(op.kind);
}

/** Where it was typed: names and disputes of one picture stand in forms of their own. */
function placeOf(op: Waiting): string {
  switch (op.kind) {
    case 'quote/add':
      return op.about;
    case 'quote/set':
      return op.quote;
    case 'ring/set':
      return `label-${op.ring}`;
    case 'item/set':
      return `${op.dispute ? 'dispute' : 'label'}-${op.item}`;
  }
}

function nameOf(place: string): string {
  return `typed-${place}`;
}
