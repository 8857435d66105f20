/** What every shelf promises. */
import { describe, expect, test } from 'vitest';

import type { Shelf } from '#storage/shelf.ts';

const DONE = { ok: true, value: undefined };
const bytesOf = (...bytes: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** The contract; `name` says of which shelf. */
export function shelfContract(name: string, empty: () => Shelf): void {
  describe(`${name}: files beside the journal`, () => {
    test('[J18] a file is kept whole, in place of one of its name, and comes back by name', async () => {
      const shelf = empty();
      const bytes = bytesOf(1, 2, 3);

      expect(await shelf.keep('studies', 'b', bytes)).toEqual(DONE);
      expect(await shelf.keep('studies', 'a', bytesOf(7))).toEqual(DONE);
      expect(await shelf.keep('studies', 'b', bytesOf(4, 5))).toEqual(DONE);
      bytes[0] = 99;

      expect(await shelf.all('studies')).toEqual({
        ok: true,
        value: [
          { name: 'a', bytes: bytesOf(7) },
          { name: 'b', bytes: bytesOf(4, 5) },
        ],
      });
    });

    test('[J18] shelves do not mix, and of a dropped file nothing is left', async () => {
      const shelf = empty();
      await shelf.keep('studies', 'a', bytesOf(1));
      await shelf.keep('sealed', 'a', bytesOf(2));

      expect(await shelf.drop('studies', 'a')).toEqual(DONE);
      expect(await shelf.drop('studies', 'never-there')).toEqual(DONE);

      expect(await shelf.all('studies')).toEqual({ ok: true, value: [] });
      expect(await shelf.all('sealed')).toEqual({
        ok: true,
        value: [{ name: 'a', bytes: bytesOf(2) }],
      });
    });
  });
}
