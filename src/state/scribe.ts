/** Writes entries for one tablet in one stream: numbers them, stamps them, and passes them on. */
import type { Clock } from '#base/clock.ts';
import type { Contributor } from '#domain/contributor.ts';
import type { Actor, Entry, Round } from '#domain/entry.ts';

/** Where the numbering goes on. */
export type Start = Readonly<{ n: number; at: number }>;

/** The numbering and the stamps of one stream. */
export class Scribe {
  readonly actor: Actor;
  readonly #clock: Clock;
  readonly #opened: number;
  #n: number;
  #seq = 0;

  constructor(actor: Actor, clock: Clock, start: Start) {
    this.actor = actor;
    this.#clock = clock;
    this.#n = start.n;
    this.#opened = clock.elapsed() - start.at;
  }

  /** How long the stream goes on by now, in milliseconds: what an entry written now would be stamped with. */
  get now(): number {
    return Math.max(Math.round(this.#clock.elapsed() - this.#opened), 0);
  }

  /** The next entry. */
  write<Op>(op: Op, by: Contributor, round: Round): Entry<Op> {
    this.#seq += 1;
    this.#n += 1;
    return { actor: this.actor, seq: this.#seq, n: this.#n, at: this.now, by, round, op };
  }
}

/** Where the numbering of a stream goes on after these entries. */
export function startAfter(entries: readonly Entry<unknown>[]): Start {
  return entries.reduce(
    (start, { n, at }) => ({ n: Math.max(start.n, n), at: Math.max(start.at, at) }),
    { n: 0, at: 0 },
  );
}
