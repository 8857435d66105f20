/**
 * What every file of ours has in common: a zip with one JSON that says what it is, and a list of checksums.
 * Going in, all that is judged before anybody looks at the content; each kind of file has its own codes.
 */
import { hexOf } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { unzip, zipOf, type Files, type ZipLimits } from '#files/zip.ts';

/** How one kind of file is told from others. */
export type Envelope<Kind extends string> = Readonly<{
  /** How its problems begin. */
  kind: Kind;
  limits: ZipLimits;
  /** Every name that stands at the top of the zip. */
  names: Readonly<{ json: string; sums: string }> & Readonly<Record<string, string>>;
  /** The folder of all other files. */
  folder: string;
  /** What the JSON calls itself, and the newest version of it that this app reads. */
  format: string;
  newest: number;
  /** Where in the JSON that version stands. */
  versionIn: 'version' | 'formatVersion';
}>;

/** Why a file is not opened. */
export type EnvelopeProblem<Kind extends string> =
  | Readonly<{ code: `${Kind}/not-ours` }>
  | Readonly<{ code: `${Kind}/cut` }>
  | Readonly<{ code: `${Kind}/altered`; path: string }>
  | Readonly<{ code: `${Kind}/too-large`; path: string }>
  | Readonly<{ code: `${Kind}/newer-than-app`; version: number }>;

/** What was in it; `json` is an object, nothing else of it was looked at. */
export type Opened = Readonly<{
  files: Files;
  json: Readonly<Record<string, unknown>>;
  version: number;
}>;

/** The files of a zip that is whole and of this kind. */
export async function opened<Kind extends string>(
  zip: Uint8Array<ArrayBuffer>,
  envelope: Envelope<Kind>,
): Promise<Result<Opened, EnvelopeProblem<Kind>>> {
  const { kind, names } = envelope;
  const notOurs = { code: `${kind}/not-ours` } as const;
  if (!beginsLikeOurs(zip, envelope)) return fail(notOurs);
  const files = unzip(zip, envelope.limits);
  if (!files.ok) return fail(ofKind(kind, files.problem));
  const json = parsed(files.value.get(names.json));
  const version = versionOf(json, envelope);
  if (!isObject(json) || version === undefined) return fail(notOurs);
  if (version > envelope.newest) {
    return fail({ code: `${kind}/newer-than-app`, version } as const);
  }
  const altered = await firstAltered(files.value, names.sums);
  return altered === undefined
    ? ok({ files: files.value, json, version })
    : fail({ code: `${kind}/altered`, path: altered } as const);
}

/** The files and the list of their checksums, as one zip. */
export async function enclosed(files: Files, sums: string): Promise<Uint8Array<ArrayBuffer>> {
  const lines = [...files].map(async ([name, bytes]) => `${await sha256Of(bytes)}  ${name}\n`);
  const list = new TextEncoder().encode((await Promise.all(lines)).join(''));
  return zipOf(new Map([...files, [sums, list]]));
}

/** A plain value as text that people can read. */
export function written(json: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(json, undefined, 1)}\n`);
}

/** The JSON in the bytes; nothing when there is none. */
export function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return (
      bytes && (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown)
    );
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined;
    throw cause;
  }
}

/** The SHA-256 of the bytes, in lower-case hexadecimal. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Is the first file in the zip called like one of ours? Else it is somebody else's zip, not an altered one. */
function beginsLikeOurs(zip: Uint8Array, { names, folder }: Envelope<string>): boolean {
  const length = (zip[26] ?? 0) + 256 * (zip[27] ?? 0);
  const first = new TextDecoder('latin1').decode(zip.subarray(30, 30 + length));
  return first.startsWith(`${folder}/`) || Object.values<string>(names).includes(first);
}

type ZipFault = Extract<ReturnType<typeof unzip>, { ok: false }>['problem'];

/** The same problem of a zip, said of this kind of file. */
function ofKind<Kind extends string>(kind: Kind, problem: ZipFault): EnvelopeProblem<Kind> {
  switch (problem.code) {
    case 'zip/not-ours':
      return { code: `${kind}/not-ours` };
    case 'zip/cut':
      return { code: `${kind}/cut` };
    case 'zip/altered':
      return { code: `${kind}/altered`, path: problem.path };
    case 'zip/too-large':
      return { code: `${kind}/too-large`, path: problem.path };
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}

function versionOf(json: unknown, { format, versionIn }: Envelope<string>): number | undefined {
  if (!isObject(json) || json['format'] !== format) return undefined;
  const version = json[versionIn];
  return Number.isInteger(version) && Number(version) >= 1 ? Number(version) : undefined;
}

/** The first file whose bytes are not those in the list of checksums, or that is not on it. */
async function firstAltered(files: Files, sums: string): Promise<string | undefined> {
  const list = new TextDecoder().decode(files.get(sums));
  const expected: string[] = [];
  for (const [name, bytes] of files) {
    if (name !== sums) expected.push(`${await sha256Of(bytes)}  ${name}`);
  }
  const lines = list.split('\n').filter((line) => line !== '');
  const at = expected.findIndex((line) => !lines.includes(line));
  if (at >= 0) return expected[at]?.slice(66);
  return lines.length === expected.length ? undefined : sums;
}
