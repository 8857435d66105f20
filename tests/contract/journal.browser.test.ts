/**
 * The contract of the journal, in a browser: in memory, and the tablet's store over real IndexedDB, with
 * what only a real one can show: a full disk, a second connection, a transaction that completes.
 */
import { expect, onTestFinished, test } from 'vitest';

import { tabletStore } from '#storage/indexed-db.ts';
import type { Journal, StreamId } from '#storage/journal.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { memoryShelf } from '#storage/memory-shelf.ts';
import { aChance } from '../fixtures/names.ts';
import {
  answerOf,
  around,
  cutOffNextReading,
  openBeside,
  replace,
  watchOpening,
  watchSuccess,
  watchTransactions,
} from './boundary.ts';
import { aDraft, anEntry, aStrokeEntry, aWork, bytes, entries, inOrder } from './entries.ts';
import { journalContract } from './journal.contract.ts';
import { shelfContract } from './shelf.contract.ts';
import { signingKeysContract } from './signing-keys.contract.ts';
import { freshName, tabletStoreContract } from './tablet-store.contract.ts';

const DONE = { ok: true, value: undefined };
const FULL = { ok: false, problem: { code: 'storage/full' } };
const WORK = 'work-0123456789abcdef';
/** More than the small disk takes; noise, for browsers pack what repeats itself. */
const NOISE = aChance()(2_000_000);

journalContract('memory', memoryJournal);
journalContract('IndexedDB', () => tabletStore(freshName()).journal);
tabletStoreContract('IndexedDB');
shelfContract('memory', memoryShelf);
shelfContract('IndexedDB', () => tabletStore(freshName()).shelf);
signingKeysContract('IndexedDB', (place) => tabletStore(place).signingKeys);

test('[J8] every change is said to be kept only after its transaction completed, and flushed to disk', async () => {
  const { journal } = tabletStore(freshName());
  const seen = watchTransactions();
  const changes: (() => ReturnType<Journal['append']>)[] = [
    () => journal.begin(aWork(WORK), [anEntry(1)]),
    () => journal.append(WORK, [anEntry(2)]),
    () => journal.rewrite(WORK, [anEntry(1)]),
    () => journal.keepDraft(WORK, 'finger-1', aDraft(9)),
    () => journal.append(WORK, [], ['finger-1']),
    () => journal.keepPart({ stream: WORK, name: 'voice', index: 0 }, bytes(9)),
    () => journal.dropBlob({ stream: WORK, name: 'voice' }),
    () => journal.destroy([WORK]),
  ];
  for (const [at, change] of changes.entries()) {
    const done = change().then((answer) => ({ answer, completed: seen[at]?.completed() }));
    expect(await done).toEqual({ answer: DONE, completed: true });
    expect(seen[at]?.transaction.durability).toBe('strict');
    expect(seen).toHaveLength(at + 1);
  }
});

test('[J8] a second connection reads an entry the moment it is said to be kept', async () => {
  const database = freshName();
  const { journal } = tabletStore(database);
  await journal.begin(aWork(WORK), []);
  const beside = await openBeside(database);
  onTestFinished(() => {
    beside.close();
  });
  for (const entry of entries(20)) {
    expect(await journal.append(WORK, [entry])).toEqual(DONE);
    const rows = beside.transaction('entries').objectStore('entries').getAll();
    expect(await answerOf(rows)).toContainEqual({ ...entry, stream: WORK });
  }
});

test('[J8] a full disk that lets requests succeed and then aborts is said to be full, and keeps nothing', async () => {
  const { journal } = tabletStore(await onSmallDisk());
  await journal.begin(aWork(WORK), [anEntry(1)]);
  const seen = watchTransactions();
  const succeeded = watchSuccess();
  const tooMuch = [anEntry(2), aStrokeEntry(3, NOISE), anEntry(4)];

  expect(await journal.append(WORK, tooMuch)).toEqual(FULL);

  expect(succeeded()).toBe(3);
  expect(seen[0]?.transaction.error?.name).toBe('QuotaExceededError');
  expect(seen[0]?.completed()).toBe(false);
  expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1)]);
});

test('[J10] on a full disk every kind of change leaves all as it was, and smaller ones still go on', async () => {
  const { journal } = tabletStore(await onSmallDisk());
  const other: StreamId = 'work-ffffffffffffffff';
  const tooMuch = aStrokeEntry(9, NOISE);
  const part = { stream: WORK, name: 'voice', index: 0 } as const;
  await journal.begin(aWork(WORK), entries(2));

  expect(await journal.begin(aWork(other), [anEntry(1), tooMuch])).toEqual(FULL);
  expect(await journal.rewrite(WORK, [tooMuch])).toEqual(FULL);
  expect(await journal.keepPart(part, NOISE)).toEqual(FULL);
  await journal.keepDraft(WORK, 'finger-1', aDraft(3));
  const huge = { ...aDraft(3), op: { ...aDraft(3).op, samples: NOISE } };
  expect(await journal.keepDraft(WORK, 'finger-1', huge)).toEqual(FULL);
  expect(await journal.append(WORK, [tooMuch], ['finger-1'])).toEqual(FULL);

  expect(await journal.drafts(WORK)).toEqual({
    ok: true,
    value: [{ name: 'finger-1', draft: aDraft(3) }],
  });
  expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
  expect(inOrder(await journal.read(WORK))).toEqual(entries(2));
  expect(await journal.blob(part)).toEqual(DONE);
  expect(await journal.append(WORK, [anEntry(3)])).toEqual(DONE);
  expect(inOrder(await journal.read(WORK))).toEqual(entries(3));
});

test('[J12] a connection that the browser ended by itself is not used again', async () => {
  const { journal } = tabletStore(freshName());
  const seen = watchTransactions();
  await journal.begin(aWork(WORK), []);
  const opened = watchOpening();
  const ended = seen[0]?.database;
  const used: IDBDatabase[] = [];
  around<IDBDatabase, IDBTransaction>(IDBDatabase.prototype, 'transaction', ({ self, go }) => {
    used.push(self);
    return go();
  });

  ended?.close();
  ended?.dispatchEvent(new Event('close'));

  expect(await journal.append(WORK, [anEntry(1)])).toEqual(DONE);
  expect(used).toHaveLength(1);
  expect(used[0]).not.toBe(ended);
  expect(opened()).toBe(1);
});

test('[J12] reading that is cut off is tried again, and nothing of it is left unheard', async () => {
  const { journal, settings } = tabletStore(freshName());
  await journal.begin(aWork(WORK), entries(2));
  await journal.keepPart({ stream: WORK, name: 'voice', index: 0 }, bytes(3));
  const unheard = watchUnheard();

  cutOffNextReading();
  expect(inOrder(await journal.read(WORK))).toEqual(entries(2));
  cutOffNextReading();
  expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
  cutOffNextReading();
  expect(await journal.blob({ stream: WORK, name: 'voice' })).toEqual({
    ok: true,
    value: bytes(3),
  });
  cutOffNextReading();
  expect(await journal.drafts(WORK)).toEqual({ ok: true, value: [] });
  cutOffNextReading();
  expect(await settings.read('language')).toEqual(DONE);

  expect(unheard).toEqual([]);
});

test('[J14] letting go of a store that could not be opened is quiet', async () => {
  const database = freshName();
  (await openBeside(database, 99)).close();
  const { journal } = tabletStore(database);
  const unheard = watchUnheard();
  await journal.streams();

  journal.close();

  expect(await journal.streams()).toMatchObject({ problem: { code: 'storage/failing' } });
  (await openBeside(database)).close();
  expect(unheard).toEqual([]);
});

/** A real IndexedDB of half a megabyte until the test ends; gives the name for a database in it. */
async function onSmallDisk(): Promise<string> {
  const name = freshName();
  const bucket = await storageBuckets().open(name, { quota: 500_000 });
  replace(globalThis, 'indexedDB', bucket.indexedDB);
  return name;
}

/** What failed with nobody listening: on the tablet it would end on the mending screen. */
function watchUnheard(): readonly unknown[] {
  const unheard: unknown[] = [];
  const listening = new AbortController();
  const hear = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    unheard.push(event.reason);
  };
  addEventListener('unhandledrejection', hear, { signal: listening.signal });
  onTestFinished(() => {
    listening.abort();
  });
  return unheard;
}

/** Chromium's buckets, of which each has its own room; not in the standard types yet. */
type Buckets = Readonly<{
  open: (name: string, how: { quota: number }) => Promise<{ indexedDB: IDBFactory }>;
}>;

function storageBuckets(): Buckets {
  return (navigator as unknown as { storageBuckets: Buckets }).storageBuckets;
}
