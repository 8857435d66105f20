/**
 * Sealing with age: whoever has the public half of a key closes, only who has the secret half opens again.
 * The format is public (age-encryption.org/v1), so that `age -d` opens it without us, years from now.
 */
import { isRecipient } from '#base/age-key.ts';

/** Both halves of a new key: `recipient` may be shown to all; `identity` opens what was sealed for it. */
export type KeyPair = Readonly<{ recipient: string; identity: string }>;

/** Why nothing was sealed: the key is not one that can be sealed for, or this browser cannot. */
export type SealingProblem = Readonly<{ code: 'sealing/failed'; why: string }>;

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
