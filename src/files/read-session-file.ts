/**
 * Untrusted bytes in, a session or one clear problem out. Nothing is admitted before the file's
 * structure, names, sizes, checksums, shape, ranges and the tables' agreement with the journal held.
 */
import { fail, ok, type Result } from '#base/result.ts';
import { opened, parsed, type Envelope, type EnvelopeProblem } from '#files/envelope.ts';
import { migrate } from '#files/migrate.ts';
import { readSessionJson, type BrokenJson } from '#files/session-json.ts';
import {
  FORMAT,
  MEASURED_SINCE,
  NAMES,
  pageFiles,
  VERSION,
  WITHDRAWALS_SINCE,
  type SessionContent,
} from '#files/session-file.ts';
import { readWithdrawalsJson } from '#files/withdrawals-json.ts';
import type { Files } from '#files/zip.ts';
import { WorkFold } from '#domain/fold.ts';

/** Why a file is not opened. */
export type SessionFileProblem =
  | EnvelopeProblem<'session-file'>
  | BrokenJson
  | Readonly<{ code: 'session-file/strange'; path: string }>;

/** How a session file is told from others. */
const ENVELOPE: Envelope<'session-file'> = {
  kind: 'session-file',
  // A session of fifty children with three pages each stays far below.
  limits: { files: 2_000, fileBytes: 64 * 2 ** 20, allBytes: 200 * 2 ** 20 },
  names: NAMES,
  folder: 'works',
  format: FORMAT,
  newest: VERSION,
  versionIn: 'version',
};

/** The content of a session file, or why it is not opened. */
export async function readSessionFile(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<SessionContent, SessionFileProblem>> {
  const file = await opened(bytes, ENVELOPE);
  if (!file.ok) return file;
  const { files, json, version } = file.value;
  const withdrawals = withdrawalsIn(files, version);
  if (!withdrawals.ok) return withdrawals;
  const content = readSessionJson(migrate({ ...json, version }), withdrawals.value);
  if (!content.ok) return content;
  const strange = firstStranger(files, content.value, version);
  return strange === undefined ? content : fail({ code: 'session-file/strange', path: strange });
}

/** What was withdrawn by the time of the file; older files have no such list. */
function withdrawalsIn(files: Files, version: number): ReturnType<typeof readWithdrawalsJson> {
  if (version < WITHDRAWALS_SINCE) return ok([]);
  return readWithdrawalsJson(parsed(files.get(NAMES.withdrawals)));
}

/** A file that does not belong, or one that is missing. */
function firstStranger(
  files: Files,
  { works }: SessionContent,
  version: number,
): string | undefined {
  const pages = works.flatMap(({ activity, entries }, work) =>
    WorkFold.of(entries).pageIds.flatMap((_, page) =>
      Object.values(pageFiles(work + 1, activity, page + 1)),
    ),
  );
  const names = new Set<string>([...Object.values(NAMES), ...pages]);
  if (version < MEASURED_SINCE) names.delete(NAMES.measures);
  if (version < WITHDRAWALS_SINCE) names.delete(NAMES.withdrawals);
  const stranger = [...files.keys()].find((name) => !names.has(name));
  return stranger ?? [...names].find((name) => !files.has(name));
}
