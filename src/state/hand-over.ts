/** Packs a session for the team, proves that the file can be read back, gives it, and only then says so. */
import { hexOf } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import { inOrder } from '#domain/entry.ts';
import { settledSession } from '#domain/settle-session.ts';
import { withoutUnagreed } from '#domain/unagreed.ts';
import { settle } from '#ink/settle.ts';
import type { FiledWork } from '#files/session-file.ts';
import type { PackedSession } from '#files/write-session-file.ts';
import { readWork, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import {
  packContent,
  type Packing,
  type PackingProblem,
  type PackingWords,
} from '#state/pack-content.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import { withdrawalsOf } from '#state/withdrawing.ts';

export type HandOverProblem = ArchiveProblem | PackingProblem;

/** Works of the session that the child has not decided about stay on the tablet. */
export type Packed = Readonly<{ file: PackedSession; undecided: number }>;

/** Pack the session, with the list of all that was withdrawn from sessions of its study. */
export async function packSession(
  kit: Kit,
  kept: KeptSession,
  words: PackingWords,
  packing: Packing,
): Promise<Result<Packed, HandOverProblem>> {
  const { header } = kept;
  const decided = await decidedWorks(kit, kept);
  if (!decided.ok) return decided;
  const withdrawals = await withdrawalsOf(kit.journal, header.study);
  if (!withdrawals.ok) return withdrawals;
  const { works, undecided } = decided.value;
  const entries = [...withoutUnagreed(settledSession(kept.entries))].sort(inOrder);
  const content = { header, entries, works, withdrawals: withdrawals.value };
  const file = await packContent(kit, content, words, packing);
  return file.ok ? ok({ file: file.value, undecided }) : file;
}

/** Write down that the file left the tablet. Only for a file that was really shared or downloaded. */
export function markHandedOver(
  { journal, chance, clock }: Kit,
  { header, entries }: KeptSession,
  { file, undecided }: Packed,
): Promise<Result<void, ArchiveProblem>> {
  const scribe = new Scribe(hexOf(chance(8)), clock, startAfter(entries));
  const { name, sha256 } = file;
  const op = { kind: 'session/hand-over', file: name, sha256, left: undecided } as const;
  return journal.append(header.id, [scribe.write(op, 'f', 'free')]);
}

async function decidedWorks(
  { journal }: Kit,
  { session }: KeptSession,
): Promise<Result<Readonly<{ works: FiledWork[]; undecided: number }>, ArchiveProblem>> {
  const works: FiledWork[] = [];
  for (const { id, activity, decision } of session.works) {
    if (decision === undefined || decision === 'throw-away') continue;
    const entries = await readWork(journal, id);
    if (!entries.ok) return entries;
    works.push({ id, activity, decision, entries: settle(entries.value) });
  }
  const undecided = session.works.filter(({ decision }) => decision === undefined).length;
  return ok({ works, undecided });
}
