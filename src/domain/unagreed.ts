/**
 * Who was only written down: a child whose family did not agree to drawing, and that took part in nothing, leaves the
 * tablet as an animal and a number. Source: method, 3.1: nothing is recorded for which nobody agreed.
 */
import type { Contributor } from '#domain/contributor.ts';
import { missingToBegin } from '#domain/participant.ts';
import { sessionOf } from '#domain/session.ts';
import type { SessionEntry } from '#domain/withdraw-session.ts';

/** The entries without what is known of those children. */
export function withoutUnagreed(entries: readonly SessionEntry[]): readonly SessionEntry[] {
  const { participants } = sessionOf(entries);
  const took = new Set<Contributor>(entries.flatMap(thoseOf));
  const only = new Set(
    participants.flatMap((person) =>
      person.role === 'child' && missingToBegin(person) && !took.has(person.token)
        ? person.token
        : [],
    ),
  );
  return entries.map((entry) => {
    const { op } = entry;
    if (op.kind !== 'participant/set' || !only.has(op.token)) return entry;
    return { ...entry, op: { kind: op.kind, token: op.token } };
  });
}

/** Those who took part in what this entry tells of. */
function thoseOf({ op, by }: SessionEntry): readonly Contributor[] {
  switch (op.kind) {
    case 'assent/answer':
    case 'activity/skip':
      return [op.token];
    case 'work/begin':
      return op.members ?? [];
    case 'observation/add':
      return op.about ?? [];
    case 'symbol/add':
      return [by];
    default:
      return [];
  }
}
