/** Chance as an argument, and the short names made from it. */

/** So many random bytes. */
export type Chance = (length: number) => Uint8Array;

/** Lower-case letters and digits without i, l, o, u: no two look alike on paper. Source: Crockford base 32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 16 random letters and digits, 80 bits: never met twice, short enough to read aloud. */
export function randomName(chance: Chance): string {
  return Array.from(chance(16), (byte) => ALPHABET.charAt(byte % 32)).join('');
}
