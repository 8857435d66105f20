import { createPublicKey, verify } from 'node:crypto';

import { expect, test } from 'vitest';

import { isSigningPair, newSigningPair, publicHalf, signatureOf } from '#devices/signing.ts';

/** Enough that numbers occur which begin with zeros, and such that begin with a high bit. */
const MANY = 600;

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

test('[V3] every signature is one that somebody else’s program takes, and for these bytes only', async () => {
  const pair = await newSigningPair();
  const key = createPublicKey({
    key: Buffer.from(await publicHalf(pair)),
    format: 'der',
    type: 'spki',
  });
  const lengths = new Set<number>();

  for (let number = 0; number < MANY; number++) {
    const bytes = textBytes(`list ${number}`);
    const signature = await signatureOf(pair, bytes);
    lengths.add(signature.length);
    expect(verify('sha256', bytes, key, signature)).toBe(true);
    expect(verify('sha256', textBytes(`list ${number}.`), key, signature)).toBe(false);
  }

  expect(lengths.size).toBeGreaterThan(2);
});

test('[V4] the secret half is given out in no form, also after it was kept', async () => {
  const pair = await newSigningPair();
  const kept: unknown = structuredClone(pair);

  expect(isSigningPair(kept)).toBe(true);
  for (const form of ['jwk', 'pkcs8'] as const) {
    await expect(crypto.subtle.exportKey(form, pair.privateKey)).rejects.toThrow(/extractable/);
  }
});

test('[V4] what cannot sign is not taken for a key', async () => {
  const { privateKey, publicKey } = await newSigningPair();
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, [
    'deriveBits',
  ]);

  for (const strange of [undefined, null, 'key', {}, { publicKey }, sealing]) {
    expect(isSigningPair(strange)).toBe(false);
  }
  expect(isSigningPair({ privateKey: publicKey, publicKey })).toBe(false);
  expect(isSigningPair({ privateKey, publicKey })).toBe(true);
});
