/** The works of those before the tablet, and what they may decide about each: a child's own, never another's. */
import type { Token } from '#domain/contributor.ts';
import { hindrancesOf, type NotYet } from '#domain/participant.ts';
import { DECISIONS, type Decision } from '#domain/session-operation.ts';
import type { Session, WorkOfSession } from '#domain/session.ts';

/**
 * Works in which all of these took part, that were not thrown away and, where they go on, may go on. Nobody has none.
 */
export function piecesOf(
  session: Pick<Session, 'works' | 'participants'>,
  seated: readonly Token[],
): readonly WorkOfSession[] {
  if (seated.length === 0) return [];
  return session.works.filter((work) => {
    const { members, decision } = work;
    const isTheirs = decision !== 'throw-away' && seated.every((token) => members.includes(token));
    return isTheirs && hinderedIn(session, work).length === 0;
  });
}

/** Somebody who may not go on, and what is missing for that. */
export type Hindered = Readonly<{ token: Token; hindrances: readonly NotYet[] }>;

/**
 * Who of those at a work nobody decided about may not go on with it: what a family took away afterwards counts from
 * then on. Source: method, 3.1.
 */
export function hinderedIn(
  { participants }: Pick<Session, 'participants'>,
  { members, decision }: Readonly<{ members: readonly Token[]; decision?: Decision | undefined }>,
): readonly Hindered[] {
  if (decision !== undefined) return [];
  return participants.flatMap((person) => {
    const hindrances = members.includes(person.token) ? hindrancesOf(person) : [];
    return hindrances.length > 0 ? [{ token: person.token, hindrances }] : [];
  });
}

/**
 * What can be decided about a work, by those who are there. What others made too is not thrown away by some, nor
 * once it was finished; and what was to be shown to nobody only all of them together show again. Source: method, 3.7.
 */
export function decisionsFor(
  { members, decision }: Pick<WorkOfSession, 'members' | 'decision'>,
  seated: readonly Token[],
): readonly Decision[] {
  const isWhole = members.every((token) => seated.includes(token));
  if (members.length <= 1 || (isWhole && !decision)) return DECISIONS;
  return decision === 'keep-private' && !isWhole ? ['keep-private'] : ['keep', 'keep-private'];
}

/**
 * What becomes of a work when each of those who made it said its own: thrown away only if all want that, shown to
 * nobody as soon as one does not want it shown, else kept. Source: method, 3.7: the most careful wish counts.
 */
export function jointDecision(said: readonly Decision[]): Decision {
  if (said.every((one) => one === 'throw-away')) return 'throw-away';
  return said.every((one) => one === 'keep') ? 'keep' : 'keep-private';
}

/**
 * Who sat before the tablet when something was written last: those of the work that was begun, rested or finished,
 * or the child that answered. One who did not want to take part sits before nothing.
 */
export function lastSeated({
  works,
  skips,
  assents,
}: Pick<Session, 'works' | 'skips' | 'assents'>): readonly Token[] {
  type Moment = Readonly<{ at: number; who: readonly Token[] }>;
  const moments: readonly Moment[] = [
    ...works.map(({ begunAt, finishedAt = 0, restedAt = 0, members }) => {
      return { at: Math.max(begunAt, finishedAt, restedAt), who: members };
    }),
    ...skips.slice(-1).map(({ at, token }) => ({ at, who: [token] })),
    ...assents.slice(-1).map(({ at, token, answer }) => {
      return { at, who: answer === 'yes' ? [token] : [] };
    }),
  ];
  const none: Moment = { at: -1, who: [] };
  return moments.reduce((last, one) => (one.at >= last.at ? one : last), none).who;
}
