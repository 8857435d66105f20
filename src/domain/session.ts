/**
 * One sitting on one day: who was there and which works were begun. Like a work, a session is the fold
 * of its own journal; the wall time stands once, in its header.
 */
import type { Token } from '#domain/contributor.ts';
import { inOrder, type Entry } from '#domain/entry.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';
import type { AddStroke, Erased, Unknown } from '#domain/operation.ts';
import type { Activity } from '#domain/work.ts';

/** What stands once at the head of a session's journal. */
export type SessionHeader = Readonly<{
  kind: 'session';
  id: SessionId;
  /** Name of the study whose design was followed. */
  study: string;
  /** Milliseconds since 1970 when it began, as far as the tablet knew. */
  startedAt: number;
  /** The tablet's clock cannot have been right. */
  clockLooksWrong: boolean;
}>;

/** A child takes part, under a token. */
export type Join = Readonly<{ kind: 'contributor/join'; token: Token }>;
/** A work is begun. */
export type Begin = Readonly<{ kind: 'work/begin'; work: WorkId; activity: Activity }>;
export const DECISIONS = ['keep', 'keep-private', 'throw-away'] as const;
/** What the child decided about a work at its end. */
export type Decision = (typeof DECISIONS)[number];
/** A work is finished. Of one that is thrown away this is all that stays. */
export type Finish = Readonly<{ kind: 'work/finish'; work: WorkId; decision: Decision }>;
/** A child drew a picture of its own for the tray; items wear it by this name. */
export type AddSymbol = Readonly<{
  kind: 'symbol/add';
  symbol: OwnSymbol;
  lines: readonly SymbolLine[];
}>;
/** The name of a picture that a child drew. */
export type OwnSymbol = `own-${string}`;
/** One line of such a picture, as it was drawn on a sheet of its own. */
export type SymbolLine = Pick<AddStroke, 'tool' | 'crayon' | 'width' | 'samples'>;
/** A file with the session left the tablet; `left` works stayed, because nobody decided about them. */
export type HandOver = Readonly<{
  kind: 'session/hand-over';
  file: string;
  sha256: string;
  left: number;
}>;

export type SessionOperation = Join | Begin | Finish | AddSymbol | HandOver | Erased | Unknown;

/** A work of the session, as the session knows it. */
export type WorkOfSession = Readonly<{
  id: WorkId;
  activity: Activity;
  /** Absent while the work goes on. */
  decision: Decision | undefined;
}>;

/** The session as it stands now. */
export type Session = Readonly<{
  contributors: readonly Token[];
  works: readonly WorkOfSession[];
  /** Pictures the children drew for the tray, oldest first. */
  symbols: readonly AddSymbol[];
  handedOver: boolean;
}>;

/** A session in which nothing has happened. */
export const NOTHING_YET: Session = {
  contributors: [],
  works: [],
  symbols: [],
  handedOver: false,
};

/** Fold the session's entries, in whatever order they come. */
export function sessionOf(entries: Iterable<Entry<SessionOperation>>): Session {
  return [...entries].sort(inOrder).reduce((session, { op }) => after(session, op), NOTHING_YET);
}

/** The session after one more operation. */
export function after(session: Session, op: SessionOperation): Session {
  const { contributors, works } = session;
  switch (op.kind) {
    case 'contributor/join':
      if (contributors.includes(op.token)) return session;
      return { ...session, contributors: [...contributors, op.token] };
    case 'work/begin':
      if (works.some(({ id }) => id === op.work)) return session;
      return {
        ...session,
        handedOver: false,
        works: [...works, { id: op.work, activity: op.activity, decision: undefined }],
      };
    case 'work/finish':
      return {
        ...session,
        works: works.map((work) =>
          work.id === op.work ? { ...work, decision: op.decision } : work,
        ),
      };
    case 'symbol/add':
      if (session.symbols.some(({ symbol }) => symbol === op.symbol)) return session;
      return { ...session, symbols: [...session.symbols, op] };
    case 'session/hand-over':
      return { ...session, handedOver: op.left === 0 };
    case 'erased':
    case 'unknown':
      return session;
  }
}
