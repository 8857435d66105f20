/**
 * One thing that can be said about a picture or a line, and everybody who said it: the last in the
 * order shows. Taking back uncovers what was said before (record, rules 1 to 3).
 */
import type { Contributor } from '#domain/contributor.ts';
import type { EntryId, Order } from '#domain/entry.ts';

/** One saying. */
export type Saying<Value> = Readonly<{
  entry: EntryId;
  order: Order;
  by: Contributor;
  value: Value;
}>;

/** What was said about one thing, last on top. */
export class Register<Value> {
  readonly #sayings: Saying<Value>[] = [];

  /** What shows. */
  get top(): Saying<Value> | undefined {
    return this.#sayings.at(-1);
  }

  /** Say something new. */
  say(saying: Saying<Value>): void {
    this.#sayings.push(saying);
  }

  /** Does this entry's saying show? */
  shows(entry: EntryId): boolean {
    return this.top?.entry === entry;
  }

  /** Take the showing saying away. */
  takeBack(): Saying<Value> | undefined {
    return this.#sayings.pop();
  }
}
