/**
 * One line of the journal: who did what, when, in which round. Immutable once written.
 * Nothing but the journal is a source of truth.
 */
import type { Contributor } from '#domain/contributor.ts';

/** A tablet during one session: 64 random bits in hexadecimal, never a hardware id. */
export type Actor = string;
/** `actor.seq`. */
export type EntryId = `${string}.${number}`;

export const ROUNDS = ['free', 'base', 'prompted'] as const;
/** What was on offer when it was made: nothing, the base pictures, or those of the prompted round. */
export type Round = (typeof ROUNDS)[number];

/** Where an entry stands in the one order of all tablets: first `n`, then `actor`. */
export type Order = Readonly<{ n: number; actor: Actor }>;

export type Entry<Op> = Readonly<{
  actor: Actor;
  /** Dense for each actor: 1, 2, 3 ... */
  seq: number;
  /** Lamport counter. Wall time orders nothing. */
  n: number;
  /** Milliseconds since the work was opened. */
  at: number;
  by: Contributor;
  round: Round;
  op: Op;
}>;

/** The entry's name. */
export function entryIdOf({ actor, seq }: Readonly<{ actor: Actor; seq: number }>): EntryId {
  return `${actor}.${seq}`;
}

/** Negative when `a` stands before `b`, positive when after, 0 when they are the same entry. */
export function inOrder(a: Order, b: Order): number {
  if (a.n !== b.n) return a.n - b.n;
  if (a.actor === b.actor) return 0;
  return a.actor < b.actor ? -1 : 1;
}
