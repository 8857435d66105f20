/** Who is known to the study on this tablet, from all its sessions. */
import { numberOf, NUMBER_MOST } from '#domain/contributor.ts';
import type { Participant } from '#domain/participant.ts';
import type { KeptSession } from '#state/archive.ts';

/** Everybody of the study, as they were described last, by animal and number. */
export function knownParticipants(
  sessions: readonly KeptSession[],
  study: string,
): readonly Participant[] {
  const known = new Map<string, Participant>();
  const oldestFirst = [...sessions].sort((a, b) => a.header.startedAt - b.header.startedAt);
  for (const { header, session } of oldestFirst) {
    if (header.study !== study) continue;
    for (const person of session.participants) known.set(person.token, person);
  }
  return [...known.values()].sort((a, b) => (a.token < b.token ? -1 : 1));
}

/** The next number that nobody bears; the last there is when all are taken. */
export function nextNumber(known: readonly Participant[]): number {
  const highest = Math.max(0, ...known.map(({ token }) => numberOf(token)));
  return Math.min(highest + 1, NUMBER_MOST);
}
