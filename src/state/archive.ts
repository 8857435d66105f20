/** The sessions on this tablet, read from the journal through the one door (files/admit.ts). */
import { fail, ok, type Result } from '#base/result.ts';
import type { Entry } from '#domain/entry.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionOf, type Session, type SessionHeader } from '#domain/session.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import {
  admitDraft,
  admitHeader,
  admitSession,
  admitWork,
  type AdmittedDraft,
  type Fault,
} from '#files/admit.ts';
import { takeOut, undone } from '#state/take-out.ts';
import type { DraftName, Journal, StorageProblem } from '#storage/journal.ts';

export type ArchiveProblem = StorageProblem | Fault;

/** A session as it is kept. */
export type KeptSession = Readonly<{
  header: SessionHeader;
  entries: readonly Entry<SessionOperation>[];
  session: Session;
}>;

/**
 * Every session that can be read, the newest first, and how many could not. What a crash left half thrown
 * away, or half withdrawn, goes for good on the way.
 */
export async function keptSessions(
  journal: Journal,
): Promise<
  Result<Readonly<{ sessions: readonly KeptSession[]; unreadable: number }>, StorageProblem>
> {
  const streams = await journal.streams();
  if (!streams.ok) return streams;
  const sessions: KeptSession[] = [];
  let unreadable = 0;
  for (const raw of streams.value) {
    const header = admitHeader(raw);
    if (!header.ok) unreadable++;
    else if (header.value.kind === 'session') {
      const kept = await keptSession(journal, header.value);
      if (kept.ok) sessions.push(kept.value);
      else unreadable++;
    }
  }
  const swept = await sweep(journal, streams.value, sessions);
  if (!swept.ok) return swept;
  sessions.sort((a, b) => b.header.startedAt - a.header.startedAt);
  return ok({ sessions, unreadable });
}

/** Destroy the works that were thrown away and still have a stream. */
async function sweep(
  journal: Journal,
  streams: readonly unknown[],
  sessions: readonly KeptSession[],
): Promise<Result<void, StorageProblem>> {
  const left = new Set(streams.flatMap((raw) => (isNamed(raw) ? raw.id : [])));
  const thrownAway = sessions
    .flatMap(({ session }) => session.works)
    .filter(({ id, decision }) => decision === 'throw-away' && left.has(id));
  return thrownAway.length > 0 ? journal.destroy(thrownAway.map(({ id }) => id)) : ok(undefined);
}

function isNamed(raw: unknown): raw is { id: unknown } {
  return typeof raw === 'object' && raw !== null && 'id' in raw;
}

async function keptSession(
  journal: Journal,
  header: SessionHeader,
): Promise<Result<KeptSession, ArchiveProblem>> {
  const entries = await readSession(journal, header.id);
  if (!entries.ok) return entries;
  const [stone] = undone(entries.value);
  if (!stone) return ok({ header, entries: entries.value, session: sessionOf(entries.value) });
  const done = await takeOut(journal, { header, entries: entries.value }, stone);
  return done.ok ? keptSession(journal, header) : done;
}

async function readSession(
  journal: Journal,
  id: SessionId,
): Promise<Result<Entry<SessionOperation>[], ArchiveProblem>> {
  const raw = await journal.read(id);
  return raw.ok ? admitSession(raw.value) : fail(raw.problem);
}

/** What was being done when the app ended, as entries to be written; drafts that make no sense are let go. */
export async function readDrafts(
  journal: Journal,
  id: WorkId,
): Promise<Result<readonly RescuedDraft[], ArchiveProblem>> {
  const raw = await journal.drafts(id);
  if (!raw.ok) return raw;
  return ok(
    raw.value.flatMap(({ name, draft }) => {
      const admitted = admitDraft(draft);
      return admitted.ok ? [{ name, ...admitted.value }] : [];
    }),
  );
}

/** A line that was being drawn, and the name of its draft. */
export type RescuedDraft = Readonly<{ name: DraftName }> & AdmittedDraft;

/** The journal of a work. */
export async function readWork(
  journal: Journal,
  id: WorkId,
): Promise<Result<WorkEntry[], ArchiveProblem>> {
  const raw = await journal.read(id);
  return raw.ok ? admitWork(raw.value) : fail(raw.problem);
}
