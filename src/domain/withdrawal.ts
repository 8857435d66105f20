/**
 * What was withdrawn, for whoever holds an earlier file: the list goes with every later one. Applying it to
 * the earlier file gives what the tablet holds now. Source: method, 3.12 and 3.13.
 */
import type { Entry } from '#domain/entry.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';
import type { Erased } from '#domain/operation.ts';
import type { Removed, Withdraw } from '#domain/session-operation.ts';

/** One line of the list: of which session, who or which work, on which day. */
export type Withdrawal = Readonly<{ session: SessionId; scope: Withdraw['scope']; on: string }>;

/** How much went from a work, by all withdrawals together; nothing when nothing did. */
export function removedFrom(
  work: WorkId,
  withdrawals: readonly Pick<Withdraw, 'removed'>[],
): Omit<Removed, 'work'> | undefined {
  const all = withdrawals.flatMap(({ removed }) => removed.filter((one) => one.work === work));
  if (all.length === 0) return undefined;
  const sum = (what: keyof Omit<Removed, 'work'>): number =>
    all.reduce((total, one) => total + one[what], 0);
  return {
    items: sum('items'),
    links: sum('links'),
    stamps: sum('stamps'),
    strokes: sum('strokes'),
    quotes: sum('quotes'),
  };
}

/** What is left of an entry that was withdrawn: its place in the numbering, which may have no gap. */
export function withdrawn(entry: Entry<unknown>): Entry<Erased> {
  const { actor, seq, n } = entry;
  return { actor, seq, n, at: 0, by: 'f', round: 'free', op: { kind: 'erased', was: 'withdrawn' } };
}

/** Is any of these names in it? Of what a newer version wrote nothing else is known. */
export function mentions(body: unknown, names: readonly string[]): boolean {
  const text = JSON.stringify([body]);
  return names.some((name) => text.includes(name));
}

/** Is it the same child, or the same work? */
export function isSameScope(a: Withdraw['scope'], b: Withdraw['scope']): boolean {
  if ('token' in a) return 'token' in b && a.token === b.token;
  return 'work' in b && a.work === b.work;
}
