/** Who is known to the study on this tablet, from all its sessions. */
import type { Token } from '#domain/contributor.ts';
import type { Participant } from '#domain/participant.ts';
import { tokensWithdrawn } from '#domain/session.ts';
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

/** Tokens that nobody new in the study may bear: those of everybody it knows, and of those who were taken off or out. */
export function takenTokens(sessions: readonly KeptSession[], study: string): readonly Token[] {
  const ofStudy = sessions.filter(({ header }) => header.study === study);
  const withdrawn = ofStudy.flatMap(({ session }) => tokensWithdrawn(session.withdrawals));
  const left = ofStudy.flatMap(({ session }) => session.left);
  const known = knownParticipants(ofStudy, study).map(({ token }) => token);
  return [...new Set([...known, ...left, ...withdrawn])];
}
