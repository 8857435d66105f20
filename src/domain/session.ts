/**
 * One sitting on one day: who was there, what they agreed to, which works were begun, what was seen. Like a
 * work, a session is the fold of its own journal; the wall time stands once, in its header.
 */
import type { Token } from '#domain/contributor.ts';
import { entryIdOf, inOrder, type Entry, type EntryId } from '#domain/entry.ts';
import type { GroupId, SessionId, WorkId } from '#domain/ids.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import { aStranger, type Participant } from '#domain/participant.ts';
import type {
  AddSymbol,
  Assent,
  Begin,
  Bystander,
  ClearParticipant,
  Decision,
  Observe,
  SessionOperation,
  SetParticipant,
  Setting,
  ShowPrompt,
  Skip,
  Withdraw,
} from '#domain/session-operation.ts';
import type { Activity } from '#domain/work.ts';

/** What stands once at the head of a session's journal. */
export type SessionHeader = Readonly<{
  kind: 'session';
  id: SessionId;
  /** Name of the study whose design was followed. */
  study: string;
  /** The version of that design; nothing where no study was loaded. */
  studyVersion?: number;
  /** Milliseconds since 1970 when it began, as far as the tablet knew. */
  startedAt: number;
  /** The tablet's clock cannot have been right. */
  clockLooksWrong: boolean;
}>;

/** A work of the session, as the session knows it. */
export type WorkOfSession = Readonly<{
  id: WorkId;
  activity: Activity;
  /** The activity's name in the study, and the prompt that opened it. */
  template: string | undefined;
  prompt: string | undefined;
  /** Those who sat down to it; nobody where nobody said so. */
  members: readonly Token[];
  /** When it was begun, and finished for the first time, in milliseconds of the session. */
  begunAt: number;
  finishedAt: number | undefined;
  /** Absent while the work goes on. */
  decision: Decision | undefined;
  /** The child rests: the work waits. */
  resting: boolean;
  /** When the child rested last, in milliseconds of the session. */
  restedAt: number | undefined;
  /** An adult said that it may be shown, and no child hid it since. */
  publishable: boolean;
  givenBack: boolean;
}>;

/** Those who do something together. */
export type Group = Readonly<{ id: GroupId; members: readonly Token[] }>;

/** Something that was said or seen, when, as it was written down in which entry. */
export type Noted<Op> = Op & Readonly<{ at: number; entry: EntryId }>;

/** What is known about the sitting itself. */
export type Circumstances = Readonly<{
  community: string | undefined;
  setting: Setting | undefined;
  language: LabelLanguage | undefined;
  interpreter: boolean | undefined;
  present: readonly Bystander[] | undefined;
  facilitator: string | undefined;
}>;

/** The session as it stands now. */
export type Session = Readonly<{
  about: Circumstances;
  contributors: readonly Token[];
  /** Those of whom more is known than the token, in the order in which they were put down. */
  participants: readonly Participant[];
  groups: readonly Group[];
  assents: readonly Noted<Assent>[];
  skips: readonly Noted<Skip>[];
  works: readonly WorkOfSession[];
  prompts: readonly Noted<ShowPrompt>[];
  observations: readonly Noted<Observe>[];
  /** Pictures the children drew for the tray, oldest first. */
  symbols: readonly AddSymbol[];
  withdrawals: readonly Noted<Withdraw>[];
  /** Those who were put down by a slip and take no part. */
  left: readonly Token[];
  closed: boolean;
  handedOver: boolean;
}>;

/** A session in which nothing has happened. */
export const NOTHING_YET: Session = {
  about: {
    community: undefined,
    setting: undefined,
    language: undefined,
    interpreter: undefined,
    present: undefined,
    facilitator: undefined,
  },
  contributors: [],
  participants: [],
  groups: [],
  assents: [],
  skips: [],
  works: [],
  prompts: [],
  observations: [],
  symbols: [],
  withdrawals: [],
  left: [],
  closed: false,
  handedOver: false,
};

/** Fold the session's entries, in whatever order they come. */
export function sessionOf(entries: Iterable<Entry<SessionOperation>>): Session {
  return [...entries].sort(inOrder).reduce(after, NOTHING_YET);
}

/** Every token that was given so far, also those that were taken off or withdrawn: they are not given to somebody else. */
export function tokensGiven({ contributors, left, withdrawals }: Session): readonly Token[] {
  return [...contributors, ...left, ...tokensWithdrawn(withdrawals)];
}

/** Is nothing recorded of somebody but who they are? */
export function isUnheardOf(
  { assents, skips, works, observations }: Session,
  token: Token,
): boolean {
  const isTheirs = (one: Readonly<{ token: Token }>): boolean => one.token === token;
  return !(
    assents.some(isTheirs) ||
    skips.some(isTheirs) ||
    works.some(({ members }) => members.includes(token)) ||
    observations.some(({ about }) => about?.includes(token))
  );
}

/** The tokens of those who were taken out. */
export function tokensWithdrawn(withdrawals: readonly Pick<Withdraw, 'scope'>[]): readonly Token[] {
  return withdrawals.flatMap(({ scope }) => ('token' in scope ? scope.token : []));
}

/** The session after one more entry. */
export function after(
  session: Session,
  { op, at, actor, seq }: Pick<Entry<SessionOperation>, 'op' | 'at' | 'actor' | 'seq'>,
): Session {
  const entry = entryIdOf({ actor, seq });
  switch (op.kind) {
    case 'session/set': {
      const { kind: _, ...about } = op;
      return { ...opened(session), about: { ...session.about, ...about } };
    }
    case 'contributor/join':
      return joined(session, op.token);
    case 'participant/set':
      return described(opened(session), op);
    case 'participant/clear':
      return cleared(opened(session), op);
    case 'participant/leave':
      return leftBy(opened(session), op.token);
    case 'group/set': {
      const others = session.groups.filter(({ id }) => id !== op.group);
      const { group: id, members } = op;
      return {
        ...changed(session),
        groups: members.length > 0 ? [...others, { id, members }] : others,
      };
    }
    case 'assent/answer':
      return { ...opened(session), assents: [...session.assents, { ...op, at, entry }] };
    case 'activity/skip':
      return { ...opened(session), skips: [...session.skips, { ...op, at, entry }] };
    case 'work/begin':
      return begun(session, op, at);
    case 'work/finish':
    case 'work/publish':
      return withWork(changed(session), op, at);
    case 'work/rest':
    case 'work/give-back':
      return withWork(session, op, at);
    case 'work/tell':
      return changed(session);
    case 'prompt/show':
      return { ...opened(session), prompts: [...session.prompts, { ...op, at, entry }] };
    case 'observation/add':
      return { ...opened(session), observations: [...session.observations, { ...op, at, entry }] };
    case 'session/take-back': {
      const stays = (noted: Readonly<{ entry: EntryId }>): boolean => noted.entry !== op.entry;
      const { prompts, observations } = session;
      return {
        ...changed(session),
        prompts: prompts.filter(stays),
        observations: observations.filter(stays),
      };
    }
    case 'symbol/add':
      if (session.symbols.some(({ symbol }) => symbol === op.symbol)) return session;
      return { ...session, symbols: [...session.symbols, op] };
    case 'session/close':
      return { ...session, closed: true };
    case 'session/hand-over':
      return { ...session, handedOver: op.left === 0 };
    case 'withdrawal/add':
      return { ...session, withdrawals: [...session.withdrawals, { ...op, at, entry }] };
    case 'session/show':
    case 'erased':
    case 'unknown':
      return session;
  }
}

/** The day goes on: what was closed or handed over is not any more. */
function opened(session: Session): Session {
  return { ...changed(session), closed: false };
}

/** The file that left the tablet lacks something by now. */
function changed(session: Session): Session {
  return { ...session, handedOver: false };
}

function joined(session: Session, token: Token): Session {
  if (session.contributors.includes(token)) return session;
  return { ...session, contributors: [...session.contributors, token] };
}

function described(session: Session, { kind: _, ...said }: SetParticipant): Session {
  const { participants } = session;
  const known = participants.some(({ token }) => token === said.token);
  const before = known ? participants : [...participants, aStranger(said.token)];
  return {
    ...joined(session, said.token),
    participants: before.map((one) => (one.token === said.token ? { ...one, ...said } : one)),
  };
}

function cleared(session: Session, { token, fields }: ClearParticipant): Session {
  const unknown = Object.fromEntries(fields.map((field) => [field, undefined]));
  const { participants } = session;
  return {
    ...session,
    participants: participants.map((one) => (one.token === token ? { ...one, ...unknown } : one)),
  };
}

function leftBy(session: Session, token: Token): Session {
  const isOther = (one: Token): boolean => one !== token;
  const { contributors, participants, groups, left } = session;
  return {
    ...session,
    contributors: contributors.filter(isOther),
    participants: participants.filter((one) => isOther(one.token)),
    groups: groups
      .map((group) => ({ ...group, members: group.members.filter(isOther) }))
      .filter(({ members }) => members.length > 0),
    left: [...left.filter(isOther), token],
  };
}

function begun(session: Session, op: Begin, at: number): Session {
  const { work: id, activity, template, prompt, members = [] } = op;
  if (session.works.some((work) => work.id === id)) return session;
  const work: WorkOfSession = {
    id,
    activity,
    template,
    prompt,
    members,
    begunAt: at,
    finishedAt: undefined,
    decision: undefined,
    resting: false,
    restedAt: undefined,
    publishable: false,
    givenBack: false,
  };
  return { ...opened(session), works: [...session.works, work] };
}

type OfWork = Extract<
  SessionOperation,
  { kind: 'work/rest' | 'work/finish' | 'work/publish' | 'work/give-back' }
>;

function withWork(session: Session, op: OfWork, at: number): Session {
  return { ...session, works: session.works.map((work) => workAfter(work, op, at)) };
}

function workAfter(work: WorkOfSession, op: OfWork, at: number): WorkOfSession {
  if (work.id !== op.work) return work;
  switch (op.kind) {
    case 'work/rest':
      return { ...work, resting: true, restedAt: at };
    case 'work/finish': {
      const { decision } = op;
      const finishedAt = work.finishedAt ?? at;
      const publishable = work.publishable && decision === 'keep';
      return { ...work, decision, resting: false, finishedAt, publishable };
    }
    case 'work/publish':
      return { ...work, publishable: op.publishable };
    case 'work/give-back':
      return { ...work, givenBack: true };
  }
}
