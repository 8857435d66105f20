/**
 * Whose data lies on a tablet, person by person, in codes and counts alone: what a team must be able to say of a
 * tablet that is lost. Nothing that a child made or said is in it. Source: method, 3.15.
 */
import { isToken, type Contributor, type Token } from '#domain/contributor.ts';
import type { Entry } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { WorkId } from '#domain/ids.ts';
import type { Participant } from '#domain/participant.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import type { Session, SessionHeader, WorkOfSession } from '#domain/session.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { ACTIVITIES, type Activity } from '#domain/work.ts';

/** Whose hands are in a work, and whose words. */
export type HandsIn = Readonly<{ hands: readonly Token[]; speakers: readonly Contributor[] }>;

/** A session as it is kept, and what its works could be read for. */
export type Holding = Readonly<{
  header: SessionHeader;
  entries: readonly Entry<SessionOperation>[];
  session: Session;
  /** Works that could not be read are not in it. */
  works: ReadonlyMap<WorkId, HandsIn>;
  /** An adult wrote a diary of it. */
  diary: boolean;
}>;

/** How many works of each kind. */
export type WorkCounts = Readonly<Record<Activity, number>>;

/** What there is of one person in one session. */
export type HeldOfPerson = Readonly<{
  token: Token;
  /** What is known of this person; nothing where nobody put it down. */
  known: Pick<Participant, 'role' | 'reference' | 'channels'> | undefined;
  /** Works at which it sat, or in which its hand is. */
  works: WorkCounts;
  /** Those of them that nobody decided about. */
  undecided: number;
  quotes: number;
  observations: number;
  ownPictures: number;
}>;

/** What there is of one session. */
export type HeldOfSession = Readonly<{
  works: WorkCounts;
  undecided: number;
  /** Works that could not be read: those who sat at them are known, what was told in them is not. */
  unreadable: number;
  people: readonly HeldOfPerson[];
}>;

/** Whose hands are in the work as it is kept, and whose words show in it. */
export function handsIn(entries: readonly WorkEntry[]): HandsIn {
  const hands = new Set(entries.map(({ by }) => by).filter(isToken));
  const { pages } = WorkFold.of(entries).work;
  const speakers = pages.flatMap(({ quotes }) => quotes.map(({ speaker }) => speaker));
  return { hands: [...hands].sort(), speakers };
}

/** What there is of everybody who takes part in the session. */
export function heldIn({ entries, session, works }: Holding): HeldOfSession {
  const kept = session.works.filter(({ decision }) => decision !== 'throw-away');
  const ofPerson = (token: Token): HeldOfPerson => {
    const isIn = ({ id, members }: WorkOfSession): boolean =>
      members.includes(token) || works.get(id)?.hands.includes(token) === true;
    const own = kept.filter(isIn);
    const told = kept.flatMap(({ id }) => works.get(id)?.speakers ?? []);
    return {
      token,
      known: session.participants.find((person) => person.token === token),
      works: countsOf(own),
      undecided: undecidedIn(own),
      quotes: told.filter((speaker) => speaker === token).length,
      observations: session.observations.filter(({ about }) => about?.includes(token)).length,
      ownPictures: entries.filter(({ op, by }) => op.kind === 'symbol/add' && by === token).length,
    };
  };
  const hands = kept.flatMap(({ id, members }) => [...members, ...(works.get(id)?.hands ?? [])]);
  return {
    works: countsOf(kept),
    undecided: undecidedIn(kept),
    unreadable: kept.filter(({ id }) => !works.has(id)).length,
    people: [...new Set([...session.contributors, ...hands])].map(ofPerson),
  };
}

function countsOf(works: readonly WorkOfSession[]): WorkCounts {
  const counts = ACTIVITIES.map((activity) => [
    activity,
    works.filter((work) => work.activity === activity).length,
  ]);
  return Object.fromEntries(counts) as WorkCounts;
}

function undecidedIn(works: readonly WorkOfSession[]): number {
  return works.filter(({ decision }) => decision === undefined).length;
}
