/** Withdrawing a child or a piece on this tablet: what there is to choose, what would go, and doing it. */
import { hexOf } from '#base/bytes.ts';
import { dayOf } from '#base/calendar.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Token } from '#domain/contributor.ts';
import type { WorkId } from '#domain/ids.ts';
import type { Removed, Withdraw } from '#domain/session-operation.ts';
import type { WorkOfSession } from '#domain/session.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { isAny, withdraw, withStone, type Held, type Withdrawn } from '#ink/withdraw.ts';
import { keptSessions, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import { heldOf, takeOut } from '#state/take-out.ts';
import type { Journal, StorageProblem } from '#storage/journal.ts';

/** What is to be withdrawn, and from which sessions. */
export type Target = Readonly<{ scope: Withdraw['scope']; sessions: readonly KeptSession[] }>;

/** A child under its token, with all sessions of the study in which it takes part. */
export type ChildHere = Target & Readonly<{ token: Token }>;
/** One work of a session. */
export type PieceHere = Target & Readonly<{ work: WorkOfSession }>;

/** What goes, and where it lies outside the tablet. */
export type Outlook = Readonly<{
  /** Works that lie on the tablet and go whole. */
  works: readonly WorkId[];
  /** Works that go on without the child's part, and how much goes from each. */
  removed: readonly Removed[];
  /** Works in which something changes and others' parts stay. */
  shared: number;
  /** Files with it that left the tablet before, for the team or to be shown. */
  files: readonly string[];
  /** Works in which something goes, and of which a child has a copy. */
  copies: number;
  /** Sessions of the tablet that could not be read: nobody looked whether it is in them. */
  unreadable: number;
}>;

/** Every child of these sessions. Where no study was followed a token names somebody in its own session only. */
export function childrenIn(sessions: readonly KeptSession[]): ChildHere[] {
  const children = new Map<string, ChildHere>();
  for (const kept of sessions) {
    const { id, study, studyVersion } = kept.header;
    for (const token of kept.session.contributors) {
      const key = `${studyVersion === undefined ? id : study} ${token}`;
      const before = children.get(key)?.sessions ?? [];
      children.set(key, { token, scope: { token }, sessions: [...before, kept] });
    }
  }
  return [...children.values()];
}

/** Every work of these sessions that was not thrown away. */
export function piecesIn(sessions: readonly KeptSession[]): PieceHere[] {
  return sessions.flatMap((kept) =>
    kept.session.works
      .filter(({ decision }) => decision !== 'throw-away')
      .map((work) => ({ work, scope: { work: work.id }, sessions: [kept] })),
  );
}

/** What would go. */
export async function outlookOf(
  { journal }: Kit,
  target: Target,
): Promise<Result<Outlook, ArchiveProblem>> {
  const found = await plansOf(journal, target);
  return found.ok ? ok(outlookOn(found.value)) : found;
}

/**
 * Withdraw it. First the stone is written, then what it promises is done: should the tablet die in between, the
 * next start finishes it (state/archive.ts).
 */
export async function withdrawHere(
  { journal, chance, clock }: Kit,
  target: Target,
): Promise<Result<Outlook, ArchiveProblem>> {
  const found = await plansOf(journal, target);
  if (!found.ok) return found;
  const on = dayOf(clock.wall());
  for (const { kept, plan } of found.value.plans) {
    const { header } = kept;
    const stone = { scope: target.scope, on, works: plan.works, removed: plan.removed };
    const entries = withStone(kept.entries, hexOf(chance(8)), stone);
    const promised = await journal.append(header.id, entries.slice(kept.entries.length));
    if (!promised.ok) return promised;
    const done = await takeOut(journal, { header, entries }, stone);
    if (!done.ok) return done;
  }
  return ok(outlookOn(found.value));
}

/** All that was withdrawn from sessions of a study, as it goes with every file. */
export async function withdrawalsOf(
  journal: Journal,
  study: string,
): Promise<Result<readonly Withdrawal[], StorageProblem>> {
  const kept = await keptSessions(journal);
  if (!kept.ok) return kept;
  const ofStudy = kept.value.sessions.filter(({ header }) => header.study === study);
  return ok(withdrawalsIn(ofStudy));
}

/** All that was withdrawn from these sessions. */
export function withdrawalsIn(
  sessions: readonly Pick<KeptSession, 'header' | 'session'>[],
): readonly Withdrawal[] {
  return sessions.flatMap(({ header, session }) =>
    session.withdrawals.map(({ scope, on }) => ({ session: header.id, scope, on })),
  );
}

type Plan = Readonly<{ kept: KeptSession; held: Held; plan: Withdrawn }>;
type Found = Readonly<{ plans: readonly Plan[]; unreadable: number }>;

/** The sessions are read anew: what an earlier try left half done is done by that. */
async function plansOf(
  journal: Journal,
  { scope, sessions }: Target,
): Promise<Result<Found, ArchiveProblem>> {
  const meant = new Set(sessions.map(({ header }) => header.id));
  const now = await keptSessions(journal);
  if (!now.ok) return now;
  const plans: Plan[] = [];
  for (const kept of now.value.sessions.filter(({ header }) => meant.has(header.id))) {
    const held = await heldOf(journal, kept.entries);
    if (!held.ok) return fail(held.problem);
    const plan = withdraw(held.value, scope);
    if (isAny(held.value, plan)) plans.push({ kept, held: held.value, plan });
  }
  return ok({ plans, unreadable: now.value.unreadable });
}

function outlookOn({ plans, unreadable }: Found): Outlook {
  return {
    works: plans.flatMap(({ plan, held }) => plan.works.filter((id) => held.works.has(id))),
    removed: plans.flatMap(({ plan }) => plan.removed),
    shared: plans.reduce((sum, { plan }) => sum + plan.left.size, 0),
    files: [...new Set(plans.flatMap(filesWith))],
    copies: plans.reduce((sum, plan) => sum + copiesOf(plan), 0),
    unreadable,
  };
}

/** A file for the team holds the whole session; one to be shown holds the works that are named. */
function filesWith({ kept, plan }: Plan): readonly string[] {
  return kept.entries.flatMap(({ op }) => {
    if (op.kind === 'session/hand-over') return op.file;
    return op.kind === 'session/show' && op.works.some(isIn(plan)) ? op.file : [];
  });
}

function copiesOf({ kept, plan }: Plan): number {
  const isTouched = isIn(plan);
  return kept.session.works.filter(({ id, givenBack }) => givenBack && isTouched(id)).length;
}

/** Does something of this work go? */
function isIn({ works, left }: Withdrawn): (work: WorkId) => boolean {
  return (work) => works.includes(work) || left.has(work);
}
