/** Time as an argument, so that tests are exact. */

/** Two clocks: `wall` may be wrong or jump, `elapsed` only ever goes forward. */
export type Clock = Readonly<{
  /** Milliseconds since 1970, as far as the tablet knows. */
  wall: () => number;
  /** Milliseconds since some fixed moment; never goes back. */
  elapsed: () => number;
}>;

/** No tablet with this app can honestly show an earlier moment: the app did not exist (2026-01-01, UTC). */
const APP_DID_NOT_EXIST_MS = 1_767_225_600_000;

/** Does this wall time look wrong? Cheap tablets wake up in 1970 or 2015 after their battery died. */
export function looksWrong(wallMs: number): boolean {
  return wallMs < APP_DID_NOT_EXIST_MS;
}
