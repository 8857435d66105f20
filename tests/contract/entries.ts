/** Small things to keep: heads, entries and blobs, each with nothing in it but what a test asks about. */
import type { AnyEntry, Draft, StreamHeader } from '#storage/journal.ts';
import { PART_BYTES } from '#storage/journal.ts';
import type { Result } from '#base/result.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';

const SESSION: SessionId = 'session-0123456789abcdef';

/** The head of a session's stream. */
export function aSession(id: SessionId = SESSION): StreamHeader {
  return {
    kind: 'session',
    id,
    study: 'try-it',
    startedAt: 1_790_000_000_000,
    clockLooksWrong: false,
  };
}

/** The head of a work's stream. */
export function aWork(id: WorkId): StreamHeader {
  return { kind: 'work', id, session: SESSION, activity: 'map' };
}

/** The `seq`-th entry of an actor. */
export function anEntry(seq: number, more: Partial<AnyEntry> = {}): AnyEntry {
  const op = { kind: 'unknown', was: 'dance', body: { steps: seq } };
  return {
    actor: '00c0ffee00c0ffee',
    seq,
    n: seq,
    at: seq * 10,
    by: 'zorro-01',
    round: 'free',
    op,
    ...more,
  };
}

/** The first so many entries of an actor. */
export function entries(count: number): AnyEntry[] {
  return Array.from({ length: count }, (_, at) => anEntry(at + 1));
}

/** An entry with a line of so many bytes in it, as strokes have. */
export function aStrokeEntry(seq: number, samples: Uint8Array): AnyEntry {
  return anEntry(seq, { op: { kind: 'stroke/add', page: 'page-0', samples } });
}

/** A line of so many bytes that is not done yet. */
export function aDraft(
  length: number,
): Draft & Readonly<{ op: { kind: string; page: string; samples: Uint8Array } }> {
  const op = { kind: 'stroke/add', page: 'page-0', samples: bytes(length) };
  return { by: 'zorro-01', round: 'free', op };
}

/** So many bytes, each telling where it stands. */
export function bytes(length: number, from = 0): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at + from) * 31 + ((at + from) >> 8));
}

/** A blob cut into parts as large as a part may be. */
export function partsOf(whole: Uint8Array): Uint8Array[] {
  const count = Math.max(Math.ceil(whole.length / PART_BYTES), 1);
  return Array.from({ length: count }, (_, at) =>
    whole.subarray(at * PART_BYTES, (at + 1) * PART_BYTES),
  );
}

/** Raw entries in the order of their numbers: a journal gives them in no order. */
export function inOrder(read: Result<readonly unknown[], { code: string }>): unknown {
  if (!read.ok) return read.problem;
  return [...(read.value as readonly AnyEntry[])].sort(
    (a, b) => a.actor.localeCompare(b.actor) || a.seq - b.seq,
  );
}
