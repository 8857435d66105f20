/** What every place for the tablet's signing key promises. */
import { describe, expect, test } from 'vitest';

import { isSigningPair, newSigningPair, publicHalf, signatureOf } from '#devices/signing.ts';
import type { SigningKeys } from '#storage/signing-keys.ts';

/** The contract; `opened` opens the same place again, as at the next start. */
export function signingKeysContract(name: string, opened: (place: string) => SigningKeys): void {
  describe(`${name}: the tablet’s signing key`, () => {
    test('[V4] there is none before one is kept, and the first one stays, at every later start', async () => {
      const place = crypto.randomUUID();
      const [pair, later] = [await newSigningPair(), await newSigningPair()];
      expect(await opened(place).read()).toEqual({ ok: true, value: undefined });

      const both = await Promise.all([pair, later].map((one) => opened(place).keep(one)));

      for (const answer of [...both, await opened(place).read()]) {
        if (!answer.ok || !isSigningPair(answer.value)) throw new Error('no key came back');
        expect(await publicHalf(answer.value)).toEqual(await publicHalf(pair));
      }
      const kept = await opened(place).read();
      if (!kept.ok || !isSigningPair(kept.value)) throw new Error('no key came back');
      expect(await signatureOf(kept.value, new Uint8Array([1]))).toHaveProperty('byteLength');
      await expect(crypto.subtle.exportKey('pkcs8', kept.value.privateKey)).rejects.toThrow();
    });
  });
}
