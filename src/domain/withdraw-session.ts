/**
 * A session without one child, or without some works: who it was, what it agreed to and what was seen of it
 * leaves the journal; that entries were there stays. Rules: docs/decisions/0025-withdrawal.md.
 */
import type { Token } from '#domain/contributor.ts';
import type { Entry } from '#domain/entry.ts';
import type { WorkId } from '#domain/ids.ts';
import type { Finish, Observe, SessionOperation, Show } from '#domain/session-operation.ts';
import { mentions, withdrawn } from '#domain/withdrawal.ts';

/** An entry of a session's journal. */
export type SessionEntry = Entry<SessionOperation>;

/** Who goes, if it is a child, and which works are gone. */
export type Going = Readonly<{ token: Token | undefined; works: ReadonlySet<WorkId> }>;

/** The entries without what goes; one that stays as it was is the very same. */
export function withoutGoing(entries: readonly SessionEntry[], going: Going): SessionEntry[] {
  return entries.map((entry) => {
    const left = leftOf(entry, going);
    if (!left) return withdrawn(entry);
    const by = entry.by === going.token ? 'f' : entry.by;
    return left === entry.op && by === entry.by ? entry : { ...entry, by, op: left };
  });
}

/** Pictures for the tray that the child drew. */
export function symbolsOf(entries: readonly SessionEntry[], token: Token): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ op, by }) => (op.kind === 'symbol/add' && by === token ? op.symbol : [])),
  );
}

function leftOf({ op, by }: SessionEntry, going: Going): SessionOperation | undefined {
  const { token, works } = going;
  switch (op.kind) {
    case 'contributor/join':
    case 'participant/set':
    case 'participant/clear':
    case 'participant/leave':
    case 'assent/answer':
    case 'activity/skip':
      return op.token === token ? undefined : op;
    case 'group/set':
      return membersLeft(op, token);
    case 'work/begin':
      return works.has(op.work) ? undefined : membersLeft(op, token);
    case 'work/finish':
      return works.has(op.work) ? undefined : finishLeft(op, token);
    case 'work/rest':
    case 'work/publish':
    case 'work/tell':
    case 'work/give-back':
      return works.has(op.work) ? undefined : op;
    case 'prompt/show':
      return op.work && works.has(op.work) ? undefined : op;
    case 'observation/add':
      return op.work && works.has(op.work) ? undefined : observationLeft(op, token);
    case 'session/show':
      return worksLeft(op, works);
    case 'symbol/add':
    case 'erased':
      return by === token ? undefined : op;
    case 'unknown':
      return mentions(op.body, [...(token ? [token] : []), ...works]) ? undefined : op;
    default:
      return op;
  }
}

function membersLeft<Op extends Readonly<{ members?: readonly Token[] }>>(
  op: Op,
  token: Token | undefined,
): Op {
  if (!token || !op.members?.includes(token)) return op;
  return { ...op, members: op.members.filter((one) => one !== token) };
}

/** What became of the work stays; what the child said for itself does not. */
function finishLeft(op: Finish, token: Token | undefined): Finish {
  if (!op.each?.some((one) => one.token === token)) return op;
  return { ...op, each: op.each.filter((one) => one.token !== token) };
}

/** That a file left the tablet stays; which of its pictures are gone is in the stone. */
function worksLeft(op: Show, gone: ReadonlySet<WorkId>): Show {
  const works = op.works.filter((work) => !gone.has(work));
  return works.length === op.works.length ? op : { ...op, works };
}

/** What was seen of several stays without the child; of the child alone nothing does. */
function observationLeft(op: Observe, token: Token | undefined): Observe | undefined {
  if (!token || !op.about?.includes(token)) return op;
  const about = op.about.filter((one) => one !== token);
  return about.length > 0 ? { ...op, about } : undefined;
}
