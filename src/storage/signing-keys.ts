/**
 * The port to the pair of keys with which this tablet signs. It is made once and stays; of the secret half only the
 * browser's handle is kept, never its bytes.
 */
import type { Stored } from '#storage/journal.ts';

export type SigningKeys = Readonly<{
  /** The pair; nothing while there is none. Raw: check before use. */
  read: () => Stored<unknown>;
  /** Keep this pair, unless one is there: the one that is kept from now on comes back. Raw: check before use. */
  keep: (pair: CryptoKeyPair) => Stored<unknown>;
}>;
