/**
 * Sealing with age: whoever has the public half of a key closes, only who has the secret half opens again.
 * The format is public (age-encryption.org/v1), so that `age -d` opens it without us, years from now.
 */

/** Both halves of a new key: `recipient` may be shown to all; `identity` opens what was sealed for it. */
export type KeyPair = Readonly<{ recipient: string; identity: string }>;

/** Why nothing was sealed: the key is not one that can be sealed for, or this browser cannot. */
export type SealingProblem = Readonly<{ code: 'sealing/failed'; why: string }>;

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** `age1`, then 256 bits of key and 30 bits of checksum, five to a letter. */
const X25519_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
/** What five bits that leave the checksum are folded back with. Source: BIP 173 (Bech32). */
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Is this the public half of an age key, as `age-keygen` writes it? A wrong letter is noticed. */
export function isRecipient(text: string): boolean {
  if (!X25519_RECIPIENT.test(text)) return false;
  const values = Array.from(text.slice('age1'.length), (letter) => LETTERS.indexOf(letter));
  const left = (values[51] ?? 0) & 0b1111; // 52 letters hold 260 bits, four more than a key has
  return left === 0 && checksumOf([...expanded('age'), ...values]) === 1;
}

/** Seal the bytes so that the holder of any one of these keys, and nobody else, can open them. */
export async function sealFor(
  recipients: readonly string[],
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(bytes));
}

/** What was sealed as plain letters, to be sent as text or read off a screen. */
export async function sealedText(sealed: Uint8Array): Promise<string> {
  const { armor } = await import('age-encryption');
  return armor.encode(sealed);
}

/** Words sealed for the holder of this key, as plain letters; nothing when it is no key. */
export async function sealTo(recipient: string, text: string): Promise<string | undefined> {
  if (!isRecipient(recipient)) return undefined;
  return sealedText(await sealFor([recipient], new TextEncoder().encode(text)));
}

/** A new key. Nothing of it is kept here. */
export async function newKeyPair(): Promise<KeyPair> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
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
