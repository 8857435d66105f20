/** Who took part, what they agreed to and what an adult saw, as plain values of session.json. */
import type { Entry } from '#domain/entry.ts';
import type { WorkId } from '#domain/ids.ts';
import type { Noted, Session } from '#domain/session.ts';
import { mayBeShown } from '#domain/showing.ts';
import { removedFrom } from '#domain/withdrawal.ts';
import type { SessionJson, WorkJson } from '#files/session-file.ts';

type People = Pick<
  SessionJson['session'],
  | 'about'
  | 'assents'
  | 'closed'
  | 'contributors'
  | 'groups'
  | 'observations'
  | 'participants'
  | 'prompts'
  | 'skips'
  | 'withdrawals'
>;

/** The session's own tables. */
export function peopleJsonOf(session: Session): People {
  return structuredClone({
    closed: session.closed,
    about: told(session.about),
    contributors: session.contributors,
    participants: session.participants.map(told),
    groups: session.groups.map(({ id: group, members }) => ({ group, members })),
    assents: session.assents.map(rowOf),
    skips: session.skips.map(rowOf),
    prompts: session.prompts.map(rowOf),
    observations: session.observations.map(rowOf),
    withdrawals: session.withdrawals.map(({ scope, on, at, works }) => {
      return { ...scope, on, at, works };
    }),
  }) as People;
}

type Sat = Pick<
  WorkJson,
  | 'begunAt'
  | 'finishedAt'
  | 'givenBack'
  | 'members'
  | 'prompt'
  | 'publishable'
  | 'removedAtRequest'
  | 'template'
>;

/** How a work stands in the session: who sat down to it, when, and what may become of it. */
export function sittingJsonOf(id: WorkId, session: Session): Sat {
  const work = session.works.find((one) => one.id === id);
  const { template, prompt, begunAt, finishedAt } = work ?? {};
  const removedAtRequest = removedFrom(id, session.withdrawals);
  return {
    ...(template !== undefined && { template }),
    ...(prompt !== undefined && { prompt }),
    members: [...(work?.members ?? [])],
    publishable: work !== undefined && mayBeShown(session, work),
    givenBack: work?.givenBack ?? false,
    ...(begunAt !== undefined && { begunAt }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(removedAtRequest && { removedAtRequest }),
  };
}

/** A longer silence is a pause. Source: method, 8, scenario 1. */
const PAUSE_MS = 60_000;

/** How long hands were busy with a work, and how long nothing happened, in milliseconds. */
export function timesOf(
  entries: readonly Pick<Entry<unknown>, 'at'>[],
): Readonly<{ activeMs: number; pausedMs: number }> {
  const times = entries.map(({ at }) => at).sort((a, b) => a - b);
  const gaps = times.slice(1).map((at, before) => at - (times[before] ?? at));
  const pausedMs = gaps.filter((gap) => gap > PAUSE_MS).reduce((sum, gap) => sum + gap, 0);
  return { activeMs: gaps.reduce((sum, gap) => sum + gap, 0) - pausedMs, pausedMs };
}

/** What somebody said, without what nobody did. */
function told<Row extends object>(row: Row): Partial<Row> {
  const said = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Partial<Row>;
}

function rowOf<Row extends Noted<Readonly<{ kind: string }>>>({
  kind: _,
  entry: __,
  ...row
}: Row): Omit<Row, 'kind' | 'entry'> {
  return row;
}
