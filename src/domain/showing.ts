/** What may be shown to people outside the team: never by default, and nobody decides it alone. Source: method, 3.7. */
import type { Session, WorkOfSession } from '#domain/session.ts';

/** Why a work cannot be shown. */
export type NotShown = 'undecided' | 'private' | 'no-agreement';

/** What stands in the way of showing it; nothing where the child keeps it for others to see and every family agreed. */
export function whyNotShown(
  session: Pick<Session, 'participants'>,
  work: Pick<WorkOfSession, 'decision' | 'members'>,
): NotShown | undefined {
  if (work.decision === undefined) return 'undecided';
  if (work.decision !== 'keep') return 'private';
  return canBeShown(session, work) ? undefined : 'no-agreement';
}

/** Did the child keep it for others to see, and every family agree? Where nobody is known to have made it: no. */
export function canBeShown(
  { participants }: Pick<Session, 'participants'>,
  { decision, members }: Pick<WorkOfSession, 'decision' | 'members'>,
): boolean {
  const agreed = participants.filter(
    ({ token, channels }) => members.includes(token) && channels.includes('publication'),
  );
  return decision === 'keep' && members.length > 0 && agreed.length === members.length;
}

/** Besides, did an adult say that it may? */
export function mayBeShown(
  session: Pick<Session, 'participants'>,
  work: Pick<WorkOfSession, 'decision' | 'members' | 'publishable'>,
): boolean {
  return work.publishable && canBeShown(session, work);
}
