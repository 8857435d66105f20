/** The works of those before the tablet, and what they may decide about each: a child's own, never another's. */
import type { Token } from '#domain/contributor.ts';
import { DECISIONS, type Decision } from '#domain/session-operation.ts';
import type { Session, WorkOfSession } from '#domain/session.ts';

/** Works in which all of these took part, and that were not thrown away. Nobody has none. */
export function piecesOf(
  { works }: Pick<Session, 'works'>,
  seated: readonly Token[],
): readonly WorkOfSession[] {
  if (seated.length === 0) return [];
  return works.filter(({ members, decision }) => {
    return decision !== 'throw-away' && seated.every((token) => members.includes(token));
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
