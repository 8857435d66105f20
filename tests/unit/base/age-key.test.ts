import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';

import { isRecipient } from '#base/age-key.ts';
import { A_KEY, A_MISTYPED_KEY } from '../../fixtures/studies.ts';

/** `A_KEY` with a bit more than a key has; its checksum is right. */
const TOO_LONG = 'age1n5prvjegwkz79x5zfzqvdjqyr4up3f3fqjdmwjfhlj4ncjh5aqhpwtpvfp';

test('[G1] the public half of a key is known by its checksum; anything else is none', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const wrongs = [
    '',
    'age1',
    identity,
    TOO_LONG,
    A_MISTYPED_KEY,
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

  expect([recipient, A_KEY].map(isRecipient)).toEqual([true, true]);
  expect(wrongs.filter(isRecipient)).toEqual([]);
});
