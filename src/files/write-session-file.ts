/** Packs a session: session.json, the pages' pictures, the README and the checksums, as one file. */
import { hexOf } from '#base/bytes.ts';
import { dayOf } from '#base/calendar.ts';
import { measuresJsonOf } from '#files/measures-json.ts';
import { readmeOf } from '#files/readme.ts';
import { withdrawalsJsonOf } from '#files/withdrawals-json.ts';
import { sessionJsonOf } from '#files/session-json.ts';
import { NAMES, type SessionContent } from '#files/session-file.ts';
import { zipOf, type Files } from '#files/zip.ts';

const encoder = new TextEncoder();

/** The session file: its name, bytes and checksum. */
export type PackedSession = Readonly<{
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}>;

/** Pack the content; `pictures` holds the pages' files by the names session.json gives them. */
export async function writeSessionFile(
  content: SessionContent,
  pictures: Files,
): Promise<PackedSession> {
  const files = new Map([
    [NAMES.readme, encoder.encode(readmeOf(content))],
    [NAMES.json, encoder.encode(written(sessionJsonOf(content)))],
    [NAMES.withdrawals, encoder.encode(written(withdrawalsJsonOf(content.withdrawals)))],
    [NAMES.measures, encoder.encode(written(measuresJsonOf(content.works)))],
    ...pictures,
  ]);
  files.set(NAMES.sums, encoder.encode(await sumsOf(files)));
  const bytes = zipOf(files);
  const day = dayOf(content.header.startedAt);
  const name = `llaqta-${day}-${content.header.id.slice(-6)}.zip`;
  return { name, bytes, sha256: await sha256Of(bytes) };
}

function written(json: unknown): string {
  return `${JSON.stringify(json, undefined, 1)}\n`;
}

/** The checksums of files: a line for each, as `sha256sum -c` reads it. */
export async function sumsOf(files: Files): Promise<string> {
  const lines = [...files].map(async ([name, bytes]) => `${await sha256Of(bytes)}  ${name}\n`);
  return (await Promise.all(lines)).join('');
}

/** The SHA-256 of the bytes, in lower-case hexadecimal. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
