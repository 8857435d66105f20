/** The PIN of the adults: what it may be, what opens when it is forgotten, and how long wrong ones make wait. */

export const PIN_LEAST = 4;
export const PIN_MOST = 6;
/** So many wrong ones cost nothing. Source: threat model of the study, "PIN guessing". */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Why the adults' part stays closed. */
export type PinProblem =
  Readonly<{ code: 'pin/wrong'; left: number }> | Readonly<{ code: 'pin/wait'; waitMs: number }>;

/** Four to six digits. */
export function isPin(text: string): boolean {
  return new RegExp(`^[0-9]{${PIN_LEAST},${PIN_MOST}}$`).test(text);
}

/** How long nothing is heard after so many wrong ones: five are free, then twice as long each time, an hour at most. */
export function waitAfter(wrong: number): number {
  if (wrong < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
}

/** What to say after so many wrong ones. */
export function problemAfter(wrong: number): PinProblem {
  const waitMs = waitAfter(wrong);
  if (waitMs > 0) return { code: 'pin/wait', waitMs };
  return { code: 'pin/wrong', left: FREE_TRIES - wrong };
}

const RECOVERY_LENGTH = 12;

/** A recovery code as it stands on paper: three groups of four letters, made from a random name. */
export function recoveryCode(name: string): string {
  const letters = name.slice(0, RECOVERY_LENGTH).toUpperCase();
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A recovery code as somebody read it from paper: small letters, spaces, and what looks alike do no harm. */
export function asCode(written: string): string {
  const letters = written.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return recoveryCode(letters.replaceAll('O', '0').replace(/[IL]/g, '1'));
}
