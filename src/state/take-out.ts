/**
 * What a stone in a session's journal promises, done to the streams: works destroyed or rewritten, with their
 * cached pictures and drafts, and the session's own journal last. Until that is clean it is not done.
 */
import { fail, ok, type Result } from '#base/result.ts';
import { inOrder } from '#domain/entry.ts';
import type { WorkId } from '#domain/ids.ts';
import { sessionOf, type SessionHeader } from '#domain/session.ts';
import type { Withdraw } from '#domain/session-operation.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { withoutGoing, type SessionEntry } from '#domain/withdraw-session.ts';
import { admitWork, type Fault } from '#files/admit.ts';
import { withdraw, type Held } from '#ink/withdraw.ts';
import { dropPicture } from '#state/page-picture.ts';
import type { Journal, StorageProblem } from '#storage/journal.ts';

type Problem = StorageProblem | Fault;
type Kept = Readonly<{ header: SessionHeader; entries: readonly SessionEntry[] }>;

/** The journals of a session and of its works, as far as there are any. */
export async function heldOf(
  journal: Journal,
  entries: readonly SessionEntry[],
): Promise<Result<Held, Problem>> {
  const works = new Map<WorkId, readonly WorkEntry[]>();
  for (const { id } of sessionOf(entries).works) {
    const raw = await journal.read(id);
    if (!raw.ok && raw.problem.code !== 'storage/no-such-stream') return raw;
    if (!raw.ok) continue;
    const read = admitWork(raw.value);
    if (!read.ok) return fail(read.problem);
    works.set(id, read.value);
  }
  return ok({ entries, works });
}

/** The stones of the session whose promise is not done; what came after a stone is somebody else's. */
export function undone(entries: readonly SessionEntry[]): readonly Withdraw[] {
  return entries.flatMap(({ op, ...stone }) => {
    if (op.kind !== 'withdrawal/add') return [];
    const { scope, works } = op;
    const token = 'token' in scope ? scope.token : undefined;
    const before = entries.filter((entry) => inOrder(entry, stone) < 0);
    const left = withoutGoing(before, { token, works: new Set(works) });
    return left.some((entry, at) => entry !== before[at]) ? [op] : [];
  });
}

/** Do what the stone promises. */
export async function takeOut(
  journal: Journal,
  { header, entries }: Kept,
  { scope, works }: Pick<Withdraw, 'scope' | 'works'>,
): Promise<Result<void, Problem>> {
  const held = await heldOf(journal, entries);
  if (!held.ok) return held;
  const after = withdraw(held.value, scope, works);
  const destroyed = await journal.destroy(after.works);
  if (!destroyed.ok) return destroyed;
  for (const [id, left] of after.left) {
    const done = await rewriteWork(journal, id, left);
    if (!done.ok) return done;
  }
  return journal.rewrite(header.id, after.entries);
}

/** What is not done yet may be of whoever goes, or hang on what does: it goes too. */
async function rewriteWork(
  journal: Journal,
  id: WorkId,
  left: readonly WorkEntry[],
): Promise<Result<void, StorageProblem>> {
  const pictured = await dropPicture(journal, id);
  return pictured.ok ? journal.rewrite(id, left) : pictured;
}
