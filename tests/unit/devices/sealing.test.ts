import { armor, Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';

import { newKeyPair, sealedText, sealFor } from '#devices/sealing.ts';

const SECRET = new TextEncoder().encode('nine words that nobody else may ever read here');

async function opened(identity: string, sealed: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed);
}

test('[G1] what was sealed opens with each key it was sealed for, and with no other', async () => {
  const [team, office, stranger] = [await newKeyPair(), await newKeyPair(), await newKeyPair()];

  const sealed = await sealFor([team.recipient, office.recipient], SECRET);

  expect(await opened(team.identity, sealed)).toEqual(SECRET);
  expect(await opened(office.identity, sealed)).toEqual(SECRET);
  await expect(opened(stranger.identity, sealed)).rejects.toThrow('no identity matched');
  expect(Buffer.from(sealed).includes('nobody')).toBe(false);
});

test('[G1] sealed as letters it is still the same', async () => {
  const { recipient, identity } = await newKeyPair();

  const text = await sealedText(await sealFor([recipient], SECRET));

  expect(text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----\n')).toBe(true);
  expect(await opened(identity, armor.decode(text))).toEqual(SECRET);
});
