/** The adult's diaries on this tablet: read through the one door, written whole, and given as plain text. */
import { hexOf } from '#base/bytes.ts';
import { dayOf } from '#base/calendar.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { settledDiary, type DiaryEntry, type DiaryHeader, type WriteDiary } from '#domain/diary.ts';
import { newId, type SessionId } from '#domain/ids.ts';
import type { SessionHeader } from '#domain/session.ts';
import { admitDiary, admitHeader } from '#files/admit.ts';
import type { ArchiveProblem } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import type { Journal, StorageProblem } from '#storage/journal.ts';

/** A diary as it is kept. */
export type KeptDiary = Readonly<{ header: DiaryHeader; entries: readonly DiaryEntry[] }>;

/** The diaries of a tablet that can be read, by the session they are of, and how many cannot. */
export type Diaries = Readonly<{
  bySession: ReadonlyMap<SessionId, KeptDiary>;
  unreadable: number;
}>;

/** The diaries on this tablet. One that is damaged is left as it is, and closes none of the others. */
export async function keptDiaries(journal: Journal): Promise<Result<Diaries, StorageProblem>> {
  const streams = await journal.streams();
  if (!streams.ok) return streams;
  const bySession = new Map<SessionId, KeptDiary>();
  let unreadable = 0;
  for (const raw of streams.value) {
    const header = admitHeader(raw);
    if (!header.ok || header.value.kind !== 'diary') continue;
    const rows = await journal.read(header.value.id);
    const entries = rows.ok ? admitDiary(rows.value) : fail(rows.problem);
    if (entries.ok) {
      bySession.set(header.value.session, { header: header.value, entries: entries.value });
    } else unreadable++;
  }
  return ok({ bySession, unreadable });
}

/** Write the diary of a session whole. What stood there before leaves the record. */
export async function writeDiary(
  { journal, chance, clock }: Kit,
  session: SessionId,
  before: KeptDiary | undefined,
  text: string,
): Promise<Result<KeptDiary, ArchiveProblem>> {
  const header = before?.header ?? { kind: 'diary', id: newId('diary', chance), session };
  const written = before?.entries ?? [];
  const op: WriteDiary = { kind: 'diary/write', text, on: dayOf(clock.wall()) };
  const scribe = new Scribe(hexOf(chance(8)), clock, startAfter(written));
  const entries = settledDiary([...written, scribe.write(op, 'f', 'free')]);
  const done = before
    ? await journal.rewrite(header.id, entries)
    : await journal.begin(header, entries);
  return done.ok ? ok({ header, entries }) : done;
}

/** The diary as a text that any program reads: a head of these lines, and the words. Called like its session's file. */
export function diaryFile(
  { id, startedAt }: SessionHeader,
  head: readonly string[],
  text: string,
): Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  return {
    name: `llaqta-diary-${dayOf(startedAt)}-${id.slice(-6)}.txt`,
    bytes: new TextEncoder().encode(`${head.join('\n')}\n\n${text}\n`),
  };
}
