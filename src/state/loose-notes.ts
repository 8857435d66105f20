/**
 * Notes that do not say of whom they are, because several children worked at once: whom they name only a reader
 * knows. After a withdrawal an adult reads them, and takes away what must go.
 */
import { present } from '#base/assert.ts';
import { hexOf } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { EntryId } from '#domain/entry.ts';
import type { SessionId } from '#domain/ids.ts';
import { settledSession } from '#domain/settle-session.ts';
import { keptSessions, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import { Scribe, startAfter } from '#state/scribe.ts';

/** Such a note, of which session, and when that began. */
export type LooseNote = Readonly<{
  session: SessionId;
  startedAt: number;
  entry: EntryId;
  note: string;
}>;

/** The notes of these sessions, as they are kept by now. */
export async function looseNotes(
  { journal }: Pick<Kit, 'journal'>,
  sessions: readonly Pick<KeptSession, 'header'>[],
): Promise<Result<readonly LooseNote[], ArchiveProblem>> {
  const meant = new Set(sessions.map(({ header }) => header.id));
  const kept = await keptSessions(journal);
  if (!kept.ok) return kept;
  return ok(kept.value.sessions.filter(({ header }) => meant.has(header.id)).flatMap(notesOf));
}

function notesOf({ header, session }: KeptSession): LooseNote[] {
  const { id, startedAt } = header;
  return session.observations.flatMap(({ entry, note = '', about = [] }) =>
    note !== '' && about.length === 0 ? { session: id, startedAt, entry, note } : [],
  );
}

/** Take one away: that something was noted stays, what it was leaves the tablet at once. */
export async function eraseNote(
  { journal, chance, clock }: Kit,
  { session, entry }: LooseNote,
): Promise<Result<void, ArchiveProblem>> {
  const kept = await keptSessions(journal);
  if (!kept.ok) return kept;
  const { entries } = present(
    kept.value.sessions.find(({ header }) => header.id === session),
    'a note was read in a session',
  );
  const scribe = new Scribe(hexOf(chance(8)), clock, startAfter(entries));
  const slip = scribe.write({ kind: 'session/take-back', entry } as const, 'f', 'free');
  const written = await journal.append(session, [slip]);
  if (!written.ok) return written;
  return journal.rewrite(session, settledSession([...entries, slip]));
}
