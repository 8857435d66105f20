/** An earlier file's content, without what was withdrawn since. Source: method, 3.12. */
import type { Actor } from '#domain/entry.ts';
import type { Withdraw } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { isSameScope, type Withdrawal } from '#domain/withdrawal.ts';
import type { SessionContent } from '#files/session-file.ts';
import { isAny, withdraw, withStone } from '#ink/withdraw.ts';

/** The content that is left, and what was taken out of it. */
export type Reduced = Readonly<{ content: SessionContent; taken: readonly Withdraw[] }>;

/** Take out of the content what the list says of its session. Each stone is written by a new actor. */
export function reduced(
  content: SessionContent,
  list: readonly Withdrawal[],
  newActor: () => Actor,
): Reduced {
  let now = content;
  const taken: Withdraw[] = [];
  for (const { session, scope, on } of list) {
    const stones = sessionOf(now.entries).withdrawals;
    const isDone = stones.some((stone) => isSameScope(stone.scope, scope));
    if (session !== content.header.id || isDone) continue;
    const held = { entries: now.entries, works: new Map(now.works.map((w) => [w.id, w.entries])) };
    const after = withdraw(held, scope);
    if (!isAny(held, after)) continue;
    const stone = { scope, on, works: after.works, removed: after.removed };
    taken.push({ kind: 'withdrawal/add', ...stone });
    now = {
      ...now,
      entries: withStone(after.entries, newActor(), stone),
      works: now.works
        .filter(({ id }) => !after.works.includes(id))
        .map((work) => ({ ...work, entries: after.left.get(work.id) ?? work.entries })),
    };
  }
  return { content: { ...now, withdrawals: together(now.withdrawals, list) }, taken };
}

/** Both lists, each line once. */
function together(one: readonly Withdrawal[], other: readonly Withdrawal[]): readonly Withdrawal[] {
  const more = other.filter(
    (line) =>
      !one.some(({ session, scope }) => {
        return session === line.session && isSameScope(scope, line.scope);
      }),
  );
  return [...one, ...more];
}
