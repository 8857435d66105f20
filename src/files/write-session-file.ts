/** Packs a session: session.json, the pages' pictures, the README and the checksums, as one file. */
import { dayOf } from '#base/calendar.ts';
import { enclosed, sha256Of, written } from '#files/envelope.ts';
import { measuresJsonOf } from '#files/measures-json.ts';
import { readmeOf } from '#files/readme.ts';
import { withdrawalsJsonOf } from '#files/withdrawals-json.ts';
import { sessionJsonOf } from '#files/session-json.ts';
import { NAMES, type SessionContent } from '#files/session-file.ts';
import type { Files } from '#files/zip.ts';

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
    [NAMES.readme, new TextEncoder().encode(readmeOf(content))],
    [NAMES.json, written(sessionJsonOf(content))],
    [NAMES.withdrawals, written(withdrawalsJsonOf(content.withdrawals))],
    [NAMES.measures, written(measuresJsonOf(content.works))],
    ...pictures,
  ]);
  const bytes = await enclosed(files, NAMES.sums);
  const day = dayOf(content.header.startedAt);
  const name = `llaqta-${day}-${content.header.id.slice(-6)}.zip`;
  return { name, bytes, sha256: await sha256Of(bytes) };
}
