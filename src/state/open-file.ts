/** Looks into a session file without letting anything of it onto the tablet. */
import { fail, ok, type Result } from '#base/result.ts';
import { WorkFold } from '#domain/fold.ts';
import { sessionOf, type Session } from '#domain/session.ts';
import type { Page } from '#domain/work.ts';
import { readSessionFile, type SessionFileProblem } from '#files/read-session-file.ts';
import type { FiledWork, SessionContent } from '#files/session-file.ts';

/** The largest file worth reading: what its content may be at most, packed. */
const MOST_BYTES = 200 * 2 ** 20;

/** A work of the file as it shows. */
export type OpenedWork = Readonly<{ work: FiledWork; pages: readonly Page[] }>;
export type OpenedFile = Readonly<{
  content: SessionContent;
  session: Session;
  works: readonly OpenedWork[];
}>;

/** The session in the file, or why it is not opened. */
export async function openSessionFile(file: File): Promise<Result<OpenedFile, SessionFileProblem>> {
  if (file.size > MOST_BYTES) return fail({ code: 'session-file/too-large', path: file.name });
  const content = await readSessionFile(new Uint8Array(await file.arrayBuffer()));
  if (!content.ok) return content;
  const works = content.value.works.map((work) => ({
    work,
    pages: WorkFold.of(work.entries).work.pages,
  }));
  return ok({ content: content.value, session: sessionOf(content.value.entries), works });
}
