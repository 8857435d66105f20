/** Promises our own code makes to itself. A broken one is our bug and ends on the mending screen. */

/** Thrown when our own code broke a promise; caught only at the very top. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** Go on only if `condition` holds; `promise` says what must hold. */
export function assert(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new BrokenPromise(promise);
}

/** The value, or a broken promise when there is none. */
export function present<Value>(value: Value | undefined | null, promise: string): Value {
  assert(value !== undefined && value !== null, promise);
  return value;
}
