/**
 * Signing with a key that is this tablet's own: ECDSA on the curve P-256 with SHA-256, which every browser we run in
 * and every common tool knows (Chromium learnt Ed25519 only in version 137). The secret half can be used
 * here and read by nobody, this app included.
 */

/** Why nothing was signed: this browser could not. */
export type SigningProblem = Readonly<{ code: 'signing/failed'; why: string }>;

const KIND = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const HOW = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** A signature is two numbers of so many bytes. */
const NUMBER_BYTES = 32;

/** A new key of which the secret half can never be taken out of this browser. */
export function newSigningPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KIND, false, ['sign', 'verify']);
}

/** Is it a pair that can sign? What was kept comes back raw. */
export function isSigningPair(raw: unknown): raw is CryptoKeyPair {
  if (typeof raw !== 'object' || raw === null) return false;
  const { privateKey, publicKey } = raw as Partial<CryptoKeyPair>;
  return (
    privateKey instanceof CryptoKey &&
    publicKey instanceof CryptoKey &&
    privateKey.algorithm.name === KIND.name &&
    privateKey.usages.includes('sign')
  );
}

/** The half that may be shown to all, as programs exchange it (SPKI, DER). */
export async function publicHalf({ publicKey }: CryptoKeyPair): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
}

/** The signature over these bytes, as most programs expect one (DER). */
export async function signatureOf(
  { privateKey }: CryptoKeyPair,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return derOf(new Uint8Array(await crypto.subtle.sign(HOW, privateKey, bytes)));
}

/** The two numbers side by side, which browsers give, as a sequence of two. Source: RFC 3279, 2.2.3; X.690. */
function derOf(numbers: Uint8Array): Uint8Array<ArrayBuffer> {
  const two = [numbers.subarray(0, NUMBER_BYTES), numbers.subarray(NUMBER_BYTES)];
  const body = two.flatMap(integerOf);
  return Uint8Array.from([0x30, body.length, ...body]);
}

/** A number without zeros before it; one stands there where it would be taken for a negative one. */
function integerOf(bytes: Uint8Array): number[] {
  const number = [...bytes.subarray(bytes.findIndex((byte) => byte !== 0))];
  const positive = (number[0] ?? 0) > 0x7f ? [0, ...number] : number;
  return [0x02, positive.length, ...positive];
}
