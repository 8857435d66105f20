/** Looks into a session file without letting anything of it onto the tablet, and takes out what was withdrawn. */
import { hexOf } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { WorkFold } from '#domain/fold.ts';
import type { Withdraw } from '#domain/session-operation.ts';
import { sessionOf, type Session } from '#domain/session.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import type { Page } from '#domain/work.ts';
import { readSessionFile, type SessionFileProblem } from '#files/read-session-file.ts';
import { reduced } from '#files/reduced.ts';
import type { FiledWork, SessionContent } from '#files/session-file.ts';
import { readWithdrawalsFile } from '#files/withdrawals-json.ts';
import type { Kit } from '#state/kit.ts';
import { withdrawalsOf } from '#state/withdrawing.ts';

/** The largest file worth reading: what its content may be at most, packed. */
const MOST_BYTES = 200 * 2 ** 20;

/** A work of the file as it shows. */
export type OpenedWork = Readonly<{ work: FiledWork; pages: readonly Page[] }>;
export type OpenedFile = Readonly<{
  content: SessionContent;
  session: Session;
  works: readonly OpenedWork[];
  /** What was withdrawn since the file was written, and is left out of it here. */
  taken: readonly Withdraw[];
}>;

/**
 * The session in the file, or why it is not opened. What this tablet knows to be withdrawn is taken out at
 * once; if the tablet cannot say, the file is opened as it is.
 */
export async function openSessionFile(
  kit: Kit,
  file: File,
): Promise<Result<OpenedFile, SessionFileProblem>> {
  const content = await contentOf(file);
  if (!content.ok) return content;
  const known = await withdrawalsOf(kit.journal, content.value.header.study);
  const opened = openedFile(content.value, []);
  return ok(known.ok ? withoutListed(kit, opened, known.value) : opened);
}

/** The list in the file: withdrawals.json alone, or that of a session file. */
export async function openWithdrawals(
  file: File,
): Promise<Result<readonly Withdrawal[], SessionFileProblem>> {
  const alone = file.size <= MOST_BYTES && readWithdrawalsFile(await bytesOf(file));
  if (alone && alone.ok) return alone;
  const content = await contentOf(file);
  return content.ok ? ok(content.value.withdrawals) : content;
}

/** The file without what the list says was withdrawn from its session. */
export function withoutListed(
  { chance }: Kit,
  { content, taken }: OpenedFile,
  list: readonly Withdrawal[],
): OpenedFile {
  const after = reduced(content, list, () => hexOf(chance(8)));
  return openedFile(after.content, [...taken, ...after.taken]);
}

async function contentOf(file: File): Promise<Result<SessionContent, SessionFileProblem>> {
  if (file.size > MOST_BYTES) return fail({ code: 'session-file/too-large', path: file.name });
  return readSessionFile(await bytesOf(file));
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

function openedFile(content: SessionContent, taken: readonly Withdraw[]): OpenedFile {
  const works = content.works.map((work) => ({
    work,
    pages: WorkFold.of(work.entries).work.pages,
  }));
  return { content, session: sessionOf(content.entries), works, taken };
}
