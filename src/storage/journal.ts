/**
 * The port to what stays on the tablet: streams of entries that are only ever appended to. A session,
 * each of its works and its diary is a stream. What comes back is raw: files/admit.ts checks it before use.
 * Rules: docs/spec/journal.md; every adapter passes tests/contract/journal.contract.ts.
 */
import type { Result } from '#base/result.ts';
import type { Entry } from '#domain/entry.ts';
import type { DiaryHeader } from '#domain/diary.ts';
import type { DiaryId, SessionId, WorkId } from '#domain/ids.ts';
import type { SessionHeader } from '#domain/session.ts';
import type { WorkHeader } from '#domain/work.ts';

export type StreamId = SessionId | WorkId | DiaryId;
export type StreamHeader = SessionHeader | WorkHeader | DiaryHeader;
/** Any entry; a journal does not look into what was done. */
export type AnyEntry = Entry<unknown>;

/** Why the tablet could not keep or find something. */
export type StorageProblem =
  | Readonly<{ code: 'storage/refused'; why: string }>
  | Readonly<{ code: 'storage/full' }>
  | Readonly<{ code: 'storage/failing'; why: string }>
  | Readonly<{ code: 'storage/newer-than-app' }>
  | Readonly<{ code: 'storage/conflict'; entry: string }>
  | Readonly<{ code: 'storage/no-such-stream'; stream: string }>;

export type Stored<Value> = Promise<Result<Value, StorageProblem>>;

/**
 * A journal. Every promise resolves only when the change is durable: the transaction completed and the
 * bytes were flushed. A change is kept whole or not at all. Calls are carried out in the order they came.
 */
export type Journal = Readonly<{
  /** The heads of all streams, in no order. Raw: check before use. */
  streams: () => Stored<readonly unknown[]>;
  /** Begin a stream with its first entries. Beginning it again with the same head changes nothing. */
  begin: (header: StreamHeader, entries: readonly AnyEntry[]) => Stored<void>;
  /**
   * Add entries to a stream. Those already there are passed over, so sending again does no harm; one
   * that differs from what is there is `storage/conflict` and nothing is added. The drafts of these names
   * became entries and go at the same moment.
   */
  append: (
    stream: StreamId,
    entries: readonly AnyEntry[],
    drafts?: readonly DraftName[],
  ) => Stored<void>;
  /** Keep what is not done yet, in place of what was kept under this name before. */
  keepDraft: (stream: StreamId, name: DraftName, draft: Draft) => Stored<void>;
  /** What was not done when the app ended. Raw: check before use. */
  drafts: (stream: StreamId) => Stored<readonly KeptDraft[]>;
  /** All entries of a stream, in no order. Raw: check before use. */
  read: (stream: StreamId) => Stored<readonly unknown[]>;
  /** Put these entries in place of all there were, drafts too. Only settling and withdrawal may. */
  rewrite: (stream: StreamId, entries: readonly AnyEntry[]) => Stored<void>;
  /** Leave nothing of these streams: no head, no entry, no part. */
  destroy: (streams: readonly StreamId[]) => Stored<void>;
  /** Keep one part (at most `PART_BYTES`) of a blob that belongs to a stream. */
  keepPart: (part: PartName, bytes: Uint8Array) => Stored<void>;
  /** Let go of all parts of a blob. */
  dropBlob: (blob: BlobName) => Stored<void>;
  /** All parts of a blob, put together; nothing when there are none. */
  blob: (blob: BlobName) => Stored<Uint8Array | undefined>;
  /** Let go of the store; calls after this fail. */
  close: () => void;
}>;

/** The name of something that is not done yet, such as one running line. */
export type DraftName = string;
/** What would be written if it were done now. */
export type Draft = Readonly<{ by: string; round: string; op: unknown }>;
/** A draft as it comes back. */
export type KeptDraft = Readonly<{ name: DraftName; draft: unknown }>;

/** A blob of a stream, by the name its entries give it. */
export type BlobName = Readonly<{ stream: StreamId; name: string }>;
/** The `index`-th piece of a blob, from 0. */
export type PartName = BlobName & Readonly<{ index: number }>;
/** The largest part: WebKit loses large blobs, so they are kept in pieces of plain bytes. */
export const PART_BYTES = 1_048_576;
