/**
 * The adult's own field diary of a session: written afterwards, kept apart from everything of the children's, and
 * handed over apart. Source: method, 2.12.
 */
import { inOrder, type Entry } from '#domain/entry.ts';
import type { DiaryId, SessionId } from '#domain/ids.ts';
import type { Erased, Unknown } from '#domain/operation.ts';

/** What stands once at the head of a diary. */
export type DiaryHeader = Readonly<{ kind: 'diary'; id: DiaryId; session: SessionId }>;

/** Room for what an adult writes of a session, in letters as people count them. */
export const DIARY_MOST = 10_000;

/** The whole diary of the session is written, in place of what was written before. */
export type WriteDiary = Readonly<{
  kind: 'diary/write';
  text: string;
  /** `YYYY-MM-DD` by the tablet's own clock. */
  on: string;
}>;

export type DiaryOperation = WriteDiary | Erased | Unknown;
export type DiaryEntry = Entry<DiaryOperation>;

/** What stands in the diary now; nothing when nobody wrote. */
export function diaryOf(entries: readonly DiaryEntry[]): WriteDiary | undefined {
  return [...entries].sort(inOrder).flatMap(writtenIn).at(-1);
}

/** The same diary, with what was written over left out: a name that slipped in can be taken out for good. */
export function settledDiary(entries: readonly DiaryEntry[]): DiaryEntry[] {
  const now = diaryOf(entries);
  return entries.map((entry) => {
    if (entry.op.kind !== 'diary/write' || entry.op === now) return entry;
    return { ...entry, op: { kind: 'erased', was: entry.op.kind } };
  });
}

function writtenIn({ op }: DiaryEntry): WriteDiary[] {
  return op.kind === 'diary/write' ? [op] : [];
}
