/**
 * Taking a child, or one work, out of a session and its works. The same for what lies on the tablet and for
 * what an earlier file holds. Rules: docs/decisions/0025-withdrawal.md.
 */
import type { Token } from '#domain/contributor.ts';
import type { Actor } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { WorkId } from '#domain/ids.ts';
import type { Removed, Withdraw } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { symbolsOf, withoutGoing, type SessionEntry } from '#domain/withdraw-session.ts';
import { isOthersToo, removedBetween, withoutPart, type Part } from '#domain/withdraw-work.ts';
import { settle } from '#ink/settle.ts';

/** A session's journal and those of its works that there are. */
export type Held = Readonly<{
  entries: readonly SessionEntry[];
  works: ReadonlyMap<WorkId, readonly WorkEntry[]>;
}>;

/** What a withdrawal does. */
export type Withdrawn = Readonly<{
  /** Works that are gone whole. */
  works: readonly WorkId[];
  /** Works of which others' parts stay, as they are left. */
  left: ReadonlyMap<WorkId, readonly WorkEntry[]>;
  removed: readonly Removed[];
  /** The session's journal as it is left. */
  entries: readonly SessionEntry[];
}>;

/** Take it out. `already` are works that an earlier try has destroyed. */
export function withdraw(
  held: Held,
  scope: Withdraw['scope'],
  already: readonly WorkId[] = [],
): Withdrawn {
  if ('token' in scope) return withoutToken(held, scope.token, already);
  const works = [scope.work];
  const entries = withoutGoing(held.entries, { token: undefined, works: new Set(works) });
  return { works, left: new Map(), removed: [], entries };
}

/** Does the withdrawal find anything to take out? */
export function isAny(held: Held, { left, entries }: Withdrawn): boolean {
  return left.size > 0 || entries.some((entry, at) => entry !== held.entries[at]);
}

/** The session's journal with the stone that says what was withdrawn. */
export function withStone(
  entries: readonly SessionEntry[],
  actor: Actor,
  withdrawal: Omit<Withdraw, 'kind'>,
): SessionEntry[] {
  const n = entries.reduce((most, entry) => Math.max(most, entry.n), 0) + 1;
  const at = entries.reduce((last, entry) => Math.max(last, entry.at), 0);
  const op = { kind: 'withdrawal/add', ...withdrawal } as const;
  return [...entries, { actor, seq: 1, n, at, by: 'f', round: 'free', op }];
}

function withoutToken(held: Held, token: Token, already: readonly WorkId[]): Withdrawn {
  const part = { token, symbols: symbolsOf(held.entries, token) };
  const works: WorkId[] = [...already];
  const left = new Map<WorkId, readonly WorkEntry[]>();
  const removed: Removed[] = [];
  for (const { id } of sessionOf(held.entries).works) {
    if (works.includes(id)) continue;
    const entries = held.works.get(id) ?? [];
    const outcome = withoutPartOf(entries, part, isAlone(held.entries, id, token));
    if (outcome === 'gone') works.push(id);
    else if (outcome) {
      left.set(id, outcome.entries);
      if (outcome.removed) removed.push({ work: id, ...outcome.removed });
    }
  }
  const entries = withoutGoing(held.entries, { token, works: new Set(works) });
  return { works, left, removed, entries };
}

type Outcome =
  'gone' | Readonly<{ entries: readonly WorkEntry[]; removed: Omit<Removed, 'work'> | undefined }>;

/** What becomes of a work; nothing when the child has no part in it. */
function withoutPartOf(
  entries: readonly WorkEntry[],
  part: Part,
  isAlone: boolean,
): Outcome | undefined {
  const settled = settle(entries);
  const without = withoutPart(settled, part);
  const isTouched = isChanged(settled, without) || isChanged(entries, withoutPart(entries, part));
  if (!isTouched && !isAlone) return undefined;
  const after = WorkFold.of(without).work;
  if (!isOthersToo(after, part.token) && (isAlone || isMadeBy(entries, part.token))) return 'gone';
  if (!isTouched) return undefined;
  const removed = removedBetween(WorkFold.of(settled).work, after);
  return { entries: settle(without), removed };
}

/** Also of a work that nobody finished yet: what was taken back of the child lies in it until it is settled. */
function isChanged(before: readonly WorkEntry[], after: readonly WorkEntry[]): boolean {
  return after.some((entry, at) => entry !== before[at]);
}

function isMadeBy(entries: readonly WorkEntry[], token: Token): boolean {
  return entries.some(({ by, op }) => by === token || ('speaker' in op && op.speaker === token));
}

/** Did nobody but the child sit down to the work? Where nobody was said to, it is whoever began it. */
function isAlone(entries: readonly SessionEntry[], work: WorkId, token: Token): boolean {
  const begun = entries.find(({ op }) => op.kind === 'work/begin' && op.work === work);
  if (begun?.op.kind !== 'work/begin') return false;
  const { members = [begun.by] } = begun.op;
  return members.length === 1 && members[0] === token;
}
