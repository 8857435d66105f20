/**
 * A picture of the page that lay on the table last, so that a full page can be shown before it is painted
 * again. A cache: it says which state of the journal it shows, and is worthless for any other.
 */
import { ok, type Result } from '#base/result.ts';
import type { PageId, WorkId } from '#domain/ids.ts';
import { PART_BYTES, type BlobName, type Journal, type StorageProblem } from '#storage/journal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The picture, the page it shows, and how many entries the work had. */
export type PagePicture = Readonly<{ page: PageId; entries: number; png: Bytes }>;

const nameOf = (stream: WorkId): BlobName => ({ stream, name: 'picture' });
const HEAD_BYTES = 64;

/** The picture that was kept of the work, if any. */
export async function readPicture(
  journal: Journal,
  work: WorkId,
): Promise<PagePicture | undefined> {
  const kept = await journal.blob(nameOf(work));
  if (!kept.ok || !kept.value || kept.value.length <= HEAD_BYTES) return undefined;
  const head = new TextDecoder().decode(kept.value.subarray(0, HEAD_BYTES)).trim();
  const [page, entries] = head.split(' ');
  return { page: page as PageId, entries: Number(entries), png: kept.value.slice(HEAD_BYTES) };
}

/** Let go of the picture: it may show what the record does not hold any more. */
export function dropPicture(journal: Journal, work: WorkId): Promise<Result<void, StorageProblem>> {
  return journal.dropBlob(nameOf(work));
}

/** Keep a picture in place of the one before. */
export async function keepPicture(
  journal: Journal,
  work: WorkId,
  { page, entries, png }: PagePicture,
): Promise<Result<void, StorageProblem>> {
  const head = new TextEncoder().encode(`${page} ${String(entries)}`.padEnd(HEAD_BYTES));
  const whole = new Uint8Array(HEAD_BYTES + png.length);
  whole.set(head);
  whole.set(png, HEAD_BYTES);
  const dropped = await journal.dropBlob(nameOf(work));
  if (!dropped.ok) return dropped;
  for (let index = 0; index * PART_BYTES < whole.length; index++) {
    const part = whole.subarray(index * PART_BYTES, (index + 1) * PART_BYTES);
    const kept = await journal.keepPart({ ...nameOf(work), index }, part);
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}
