/**
 * Untrusted bytes in, a session or one clear problem out. Nothing is admitted before the file's
 * structure, names, sizes, checksums, shape, ranges and the tables' agreement with the journal held.
 */
import { fail, ok, type Result } from '#base/result.ts';
import { migrate } from '#files/migrate.ts';
import { parsedJson } from '#files/parsed-json.ts';
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
import { sha256Of } from '#files/write-session-file.ts';
import { unzip, type Files, type ZipLimits, type ZipProblem } from '#files/zip.ts';
import { WorkFold } from '#domain/fold.ts';

/** Why a file is not opened. */
export type SessionFileProblem =
  | ZipProblem
  | BrokenJson
  | Readonly<{ code: 'session-file/newer-than-app'; version: number }>
  | Readonly<{ code: 'session-file/strange'; path: string }>;

/** A session of fifty children with three pages each stays far below. */
const LIMITS: ZipLimits = { files: 2_000, fileBytes: 64 * 2 ** 20, allBytes: 200 * 2 ** 20 };

/** The content of a session file, or why it is not opened. */
export async function readSessionFile(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<SessionContent, SessionFileProblem>> {
  if (!beginsLikeOurs(bytes)) return fail({ code: 'session-file/not-ours' });
  const files = unzip(bytes, LIMITS);
  if (!files.ok) return files;
  const json = parsedJson(files.value.get(NAMES.json));
  if (!isOurs(json)) return fail({ code: 'session-file/not-ours' });
  if (json.version > VERSION) {
    return fail({ code: 'session-file/newer-than-app', version: json.version });
  }
  const altered = await firstAltered(files.value);
  if (altered !== undefined) return fail({ code: 'session-file/altered', path: altered });

  const withdrawals = withdrawalsIn(files.value, json.version);
  if (!withdrawals.ok) return withdrawals;
  const content = readSessionJson(migrate(json), withdrawals.value);
  if (!content.ok) return content;
  const strange = firstStranger(files.value, content.value, json.version);
  return strange === undefined ? content : fail({ code: 'session-file/strange', path: strange });
}

/** What was withdrawn by the time of the file; older files have no such list. */
function withdrawalsIn(files: Files, version: number): ReturnType<typeof readWithdrawalsJson> {
  if (version < WITHDRAWALS_SINCE) return ok([]);
  return readWithdrawalsJson(parsedJson(files.get(NAMES.withdrawals)));
}

/** Is the first file in the zip called like one of ours? Else it is somebody else's zip, not an altered one. */
function beginsLikeOurs(bytes: Uint8Array): boolean {
  const length = (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0);
  const first = new TextDecoder('latin1').decode(bytes.subarray(30, 30 + length));
  return first.startsWith('works/') || Object.values<string>(NAMES).includes(first);
}

function isOurs(
  json: unknown,
): json is { format: typeof FORMAT; version: number; [key: string]: unknown } {
  if (typeof json !== 'object' || json === null) return false;
  const { format, version } = json as Record<string, unknown>;
  return format === FORMAT && Number.isInteger(version) && Number(version) >= 1;
}

/** The first file whose bytes are not those in the list of checksums, or that is not on it. */
async function firstAltered(files: Files): Promise<string | undefined> {
  const sums = new TextDecoder().decode(files.get(NAMES.sums));
  const expected: string[] = [];
  for (const [name, bytes] of files) {
    if (name !== NAMES.sums) expected.push(`${await sha256Of(bytes)}  ${name}`);
  }
  const lines = sums.split('\n').filter((line) => line !== '');
  const at = expected.findIndex((line) => !lines.includes(line));
  if (at >= 0) return expected[at]?.slice(66);
  return lines.length === expected.length ? undefined : NAMES.sums;
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
