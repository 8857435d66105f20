/**
 * Things of which something can be said after they were made: pictures, the links between them, stamps,
 * rings, and what was told. Each thing has fields, and the fields win apart (record, rules 1 and 2).
 */
import type { Contributor } from '#domain/contributor.ts';
import { entryIdOf, type Entry, type EntryId } from '#domain/entry.ts';
import type { Direction, Valence } from '#domain/feeling.ts';
import type { ThingId } from '#domain/ids.ts';
import type {
  AddThing,
  Dispute,
  Label,
  Operation,
  SetThing,
  Source,
  Wording,
} from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import { Register, type Saying } from '#domain/register.ts';

/** Everything that can be said. */
export type Fields = {
  place: Point;
  size: number;
  turn: number;
  behind: boolean;
  label: Label;
  wish: boolean;
  dispute: Dispute;
  relation: string;
  valence: Valence;
  direction: Direction;
  speaker: Contributor;
  source: Source;
  wording: Wording;
  prompt: string;
  translation: Wording;
  gone: boolean;
};

type Registers = { [Field in keyof Fields]?: Register<Fields[Field]> };

/** What was said about one thing, apart for each field. */
export class Sayings {
  readonly #registers: Registers = {};

  /** Let an entry say these fields. */
  hear(entry: Entry<Operation>, fields: Partial<Fields>): void {
    const { by, n, actor } = entry;
    for (const [field, value] of Object.entries(fields)) {
      const said = { entry: entryIdOf(entry), by, value, order: { n, actor } };
      (this.of(field as keyof Fields) as Register<unknown>).say(said);
    }
  }

  /** The register of a field. */
  of<Field extends keyof Fields>(field: Field): Register<Fields[Field]> {
    const known = this.#registers[field];
    if (known) return known;
    const register = new Register<Fields[Field]>();
    this.#registers[field] = register as Registers[Field];
    return register;
  }

  /** What shows in a field, and who said it. */
  top<Field extends keyof Fields>(field: Field): Saying<Fields[Field]> | undefined {
    return this.#registers[field]?.top;
  }

  /** The registers of these fields. */
  registersOf(fields: Partial<Fields>): Register<unknown>[] {
    return Object.keys(fields).map((field) => this.of(field as keyof Fields));
  }

  /** Every register of which anything was said. */
  get all(): Register<unknown>[] {
    return Object.values(this.#registers);
  }
}

/** A thing, how it was made, and what was said about it. */
export type Thing<Add extends AddThing = AddThing> = {
  readonly add: Add;
  readonly made: Entry<Operation>;
  readonly said: Sayings;
};

/** A thing just made. */
export function newThing<Add extends AddThing>(made: Entry<Operation>, add: Add): Thing<Add> {
  const said = new Sayings();
  said.hear(made, fieldsOf(add));
  return { add, made, said };
}

/** Is it there, as far as it was not taken away itself? */
export function isPresent({ said }: Thing): boolean {
  return said.top('gone')?.value === false;
}

/** Which thing an operation makes or speaks of. */
export function thingOf(op: AddThing | SetThing): ThingId {
  switch (op.kind) {
    case 'item/put':
    case 'item/set':
      return op.item;
    case 'link/add':
    case 'link/set':
      return op.link;
    case 'stamp/add':
    case 'stamp/set':
      return op.stamp;
    case 'ring/add':
    case 'ring/set':
      return op.ring;
    case 'quote/add':
    case 'quote/set':
      return op.quote;
  }
}

/** Does the operation make a thing? */
export function isAdd(op: Operation): op is AddThing {
  return ['item/put', 'link/add', 'stamp/add', 'ring/add', 'quote/add'].includes(op.kind);
}

/** Does the operation say something about a thing that is there already? */
export function isSet(op: Operation): op is SetThing {
  return ['item/set', 'link/set', 'stamp/set', 'ring/set', 'quote/set'].includes(op.kind);
}

/** What an operation says about its thing. */
export function fieldsOf(op: AddThing | SetThing): Partial<Fields> {
  switch (op.kind) {
    case 'item/put':
      return { place: { x: op.x, y: op.y }, size: op.size, gone: false };
    case 'link/add': {
      const { kind: _, link: __, from: ___, to: ____, ...fields } = op;
      return { ...fields, gone: false };
    }
    case 'stamp/add':
    case 'ring/add':
      return { gone: false };
    case 'quote/add': {
      const { speaker, source, wording, prompt = '' } = op;
      return { speaker, source, wording, prompt, gone: false };
    }
    case 'item/set': {
      const { kind: _, item: __, ...fields } = op;
      return fields;
    }
    case 'link/set': {
      const { kind: _, link: __, ...fields } = op;
      return fields;
    }
    case 'stamp/set':
      return { gone: op.gone };
    case 'ring/set': {
      const { kind: _, ring: __, ...fields } = op;
      return fields;
    }
    case 'quote/set': {
      const { kind: _, quote: __, ...fields } = op;
      return fields;
    }
  }
}

/** Whose saying about the thing lies on top of what this entry said, or beside it by another hand. */
export function holderOf({ said, made }: Thing, by: Contributor): Contributor | undefined {
  const id: EntryId = entryIdOf(made);
  const over = said.all.find(({ top }) => top !== undefined && top.entry !== id && top.by !== by);
  return over?.top?.by;
}
