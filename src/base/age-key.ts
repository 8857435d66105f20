/** Public halves of age keys (age-encryption.org/v1), known by their checksum: whoever mistypes one is told at once. */

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** How the public half of an age key (X25519) is written: `age1`, then 256 bits of key and 30 bits of checksum, five to a letter. */
export const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
/** What five bits that leave the checksum are folded back with. Source: BIP 173 (Bech32). */
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Is this the public half of an age key, as `age-keygen` writes it? A wrong letter is noticed. */
export function isRecipient(text: string): boolean {
  if (!RECIPIENT.test(text)) return false;
  const values = Array.from(text.slice('age1'.length), (letter) => LETTERS.indexOf(letter));
  const left = (values[51] ?? 0) & 0b1111; // 52 letters hold 260 bits, four more than a key has
  return left === 0 && checksumOf([...expanded('age'), ...values]) === 1;
}

/** The human part of a Bech32 text as its checksum counts it. */
function expanded(prefix: string): number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25;
    const moved = ((sum & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce(
      (folded, one, bit) => ((top >> bit) & 1 ? folded ^ one : folded),
      moved,
    );
  }, 1);
}
