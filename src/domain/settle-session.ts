/**
 * Settling a session: what was said to be asked or noted as seen by a slip loses its content, because a name may
 * have stood in it; that something was written there, when, stays (record, rule 9).
 */
import { entryIdOf } from '#domain/entry.ts';
import type { SessionEntry } from '#domain/withdraw-session.ts';

/** The entries with nothing left of what was taken back; the very same where nothing was. */
export function settledSession(entries: readonly SessionEntry[]): readonly SessionEntry[] {
  const slips = new Set(
    entries.flatMap(({ op }) => (op.kind === 'session/take-back' ? op.entry : [])),
  );
  const isSlip = (entry: SessionEntry): boolean =>
    NOTED.has(entry.op.kind) && slips.has(entryIdOf(entry));
  if (!entries.some(isSlip)) return entries;
  return entries.map((entry) =>
    isSlip(entry) ? { ...entry, op: { kind: 'erased', was: entry.op.kind } } : entry,
  );
}

/** What can be taken back. */
const NOTED: ReadonlySet<string> = new Set(['prompt/show', 'observation/add']);
