/**
 * Settling a session: what was said to be asked or noted as seen by a slip, and what was said of somebody who was put
 * down by one, loses its content, because a name may have stood in it; that something was written there, when, stays
 * (record, rule 9).
 */
import { entryIdOf, inOrder } from '#domain/entry.ts';
import type { SessionEntry } from '#domain/withdraw-session.ts';

/** The entries with nothing left of what was taken back; the very same where nothing was. */
export function settledSession(entries: readonly SessionEntry[]): readonly SessionEntry[] {
  const slips = new Set(
    entries.flatMap(({ op }) => (op.kind === 'session/take-back' ? op.entry : [])),
  );
  const ofLeft = saidOfLeft(entries);
  const isSlip = (entry: SessionEntry): boolean =>
    (NOTED.has(entry.op.kind) && slips.has(entryIdOf(entry))) || ofLeft.has(entry);
  if (!entries.some(isSlip)) return entries;
  return entries.map((entry) =>
    isSlip(entry) ? { ...entry, op: { kind: 'erased', was: entry.op.kind } } : entry,
  );
}

/** What can be taken back. */
const NOTED: ReadonlySet<string> = new Set(['prompt/show', 'observation/add']);

/** What was said of those who take no part, until they were taken off: who is put down again begins anew. */
function saidOfLeft(entries: readonly SessionEntry[]): ReadonlySet<SessionEntry> {
  const leaving = entries.filter(({ op }) => op.kind === 'participant/leave');
  return new Set(
    leaving.flatMap((leave) =>
      entries.filter((entry) => isSaidOf(leave, entry) && inOrder(entry, leave) < 0),
    ),
  );
}

function isSaidOf({ op: leave }: SessionEntry, { op }: SessionEntry): boolean {
  if (leave.kind !== 'participant/leave') return false;
  const isOfRoster = op.kind === 'participant/set' || op.kind === 'participant/clear';
  return (isOfRoster || op.kind === 'contributor/join') && op.token === leave.token;
}
