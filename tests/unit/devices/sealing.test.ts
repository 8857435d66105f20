import { armor, Decrypter, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';

import { isRecipient, newKeyPair, sealedText, sealFor } from '#devices/sealing.ts';

/** Made with `age-keygen` 1.1.1; the secret half was thrown away. */
const BY_AGE_KEYGEN = 'age1n5prvjegwkz79x5zfzqvdjqyr4up3f3fqjdmwjfhlj4ncjh5aqhqna4e5n';
/** The same with a bit more than a key has; its checksum is right. */
const TOO_LONG = 'age1n5prvjegwkz79x5zfzqvdjqyr4up3f3fqjdmwjfhlj4ncjh5aqhpwtpvfp';
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

test('[G1] the public half of a key is known by its checksum; anything else is none', async () => {
  const { recipient, identity } = await newKeyPair();
  const wrongs = [
    '',
    'age1',
    identity,
    TOO_LONG,
    ` ${recipient}`,
    recipient.toUpperCase(),
    recipient.slice(0, -1),
    `${recipient}q`,
    `age2${recipient.slice(4)}`,
    ...Array.from(recipient.slice(4), (letter, at) => {
      const other = letter === 'q' ? 'p' : 'q';
      return recipient.slice(0, 4 + at) + other + recipient.slice(5 + at);
    }),
  ];

  expect(recipient).toBe(await identityToRecipient(identity));
  expect([recipient, BY_AGE_KEYGEN].map(isRecipient)).toEqual([true, true]);
  expect(wrongs.filter(isRecipient)).toEqual([]);
});
