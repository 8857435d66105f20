/** Are two stored values the same? For telling a resent entry from one that contradicts what is kept. */
import { sameBytes } from '#base/bytes.ts';

/** Do both hold the same plain values and bytes, in whatever order their fields stand? */
export function sameEntry(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return sameBytes(a, b);
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameEntry(a[key], b[key]))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
