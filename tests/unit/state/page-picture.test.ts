import { expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import { sameBytes } from '#base/bytes.ts';
import { keepPicture, readPicture, dropPicture } from '#state/page-picture.ts';
import { PART_BYTES, type Journal } from '#storage/journal.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { WORK } from '../../fixtures/benches.ts';
import { anId } from '../../fixtures/names.ts';
import { aPng } from '../../fixtures/sessions.ts';

async function aStore(): Promise<Journal> {
  const journal = memoryJournal();
  await journal.begin({ kind: 'work', id: WORK, session: anId('session'), activity: 'map' }, []);
  return journal;
}

test.each([1, 5000, PART_BYTES, PART_BYTES * 2 + 17])(
  '[I28] a picture of %i bytes comes back with the page and the state it shows',
  async (size) => {
    const journal = await aStore();
    const png = Uint8Array.from({ length: size }, (_, at) => at % 251);
    const picture = { page: anId('page', 7), entries: 12_345, png };

    await keepPicture(journal, WORK, picture);

    const read = present(await readPicture(journal, WORK), 'a picture was kept');
    expect({ ...read, png: read.png.length }).toEqual({ ...picture, png: size });
    expect(sameBytes(read.png, png)).toBe(true);
  },
);

test('[I28] a newer picture stands in place of the one before, also when it is smaller', async () => {
  const journal = await aStore();
  const page = anId('page');
  await keepPicture(journal, WORK, { page, entries: 1, png: new Uint8Array(3 * PART_BYTES) });

  await keepPicture(journal, WORK, { page, entries: 2, png: aPng(3) });

  expect(await readPicture(journal, WORK)).toEqual({ page, entries: 2, png: aPng(3) });
});

test('[I28] without a picture there is none, and one that was let go is gone', async () => {
  const journal = await aStore();
  expect(await readPicture(journal, WORK)).toBeUndefined();
  await keepPicture(journal, WORK, { page: anId('page'), entries: 1, png: aPng(1) });

  await dropPicture(journal, WORK);

  expect(await readPicture(journal, WORK)).toBeUndefined();
});

test('[I28] a picture that cannot be kept is a problem said, never a crash', async () => {
  const journal = await aStore();
  journal.close();
  const picture = { page: anId('page'), entries: 1, png: aPng(1) };

  expect(await keepPicture(journal, WORK, picture)).toMatchObject({ ok: false });
  expect(await readPicture(journal, WORK)).toBeUndefined();
});
