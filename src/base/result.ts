/** The outcome of work that may fail in a way somebody can meet. Broken promises of ours throw instead (assert.ts). */

/** A failure somebody can meet: `subject/what`, with its facts and no sentence inside. */
export type Problem = Readonly<{ code: string }>;

/** Either the value, or the problem that stood in the way. */
export type Result<Value, P extends Problem> =
  Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; problem: P }>;

/** The good outcome. */
export function ok<Value>(value: Value): Readonly<{ ok: true; value: Value }> {
  return { ok: true, value };
}

/** The bad outcome. */
export function fail<P extends Problem>(problem: P): Readonly<{ ok: false; problem: P }> {
  return { ok: false, problem };
}
