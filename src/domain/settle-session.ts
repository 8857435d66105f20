/**
 * Settling a session: what was said to be asked or noted as seen by a slip, and what was said of somebody who was put
 * down by one, loses its content, because a name may have stood in it, and so does what was asked, noted and rested of
 * a work that was thrown away; that something was written there, when, stays (record, rule 9).
 */
import { entryIdOf, inOrder } from '#domain/entry.ts';
import { sessionOf } from '#domain/session.ts';
import type { SessionEntry } from '#domain/withdraw-session.ts';

/** The entries with nothing left of what was taken back, off or away; the very same where nothing was. */
export function settledSession(entries: readonly SessionEntry[]): readonly SessionEntry[] {
  const slips = new Set(
    entries.flatMap(({ op }) => (op.kind === 'session/take-back' ? op.entry : [])),
  );
  const thrownAway = new Set(
    sessionOf(entries).works.flatMap(({ id, decision }) => (decision === 'throw-away' ? id : [])),
  );
  const ofLeft = saidOfLeft(entries);
  const goes = (entry: SessionEntry): boolean => {
    const { op } = entry;
    if (op.kind === 'work/rest') return thrownAway.has(op.work);
    if (op.kind !== 'prompt/show' && op.kind !== 'observation/add') return ofLeft.has(entry);
    return slips.has(entryIdOf(entry)) || (op.work !== undefined && thrownAway.has(op.work));
  };
  if (!entries.some(goes)) return entries;
  return entries.map((entry) =>
    goes(entry) ? { ...entry, op: { kind: 'erased', was: entry.op.kind } } : entry,
  );
}

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
