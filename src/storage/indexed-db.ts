/**
 * The journal and the settings in IndexedDB. One strict transaction for each call: it counts as kept when the
 * transaction has completed, never when a request succeeded (a full disk lets requests succeed and
 * then aborts). Browsers may close the connection of a hidden page; it is opened again once.
 */
import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';

import { fail, ok } from '#base/result.ts';
import type {
  AnyEntry,
  Draft,
  DraftName,
  Journal,
  PartName,
  StorageProblem,
  Stored,
  StreamHeader,
  StreamId,
} from '#storage/journal.ts';
import type { Shelf, ShelfName } from '#storage/shelf.ts';
import type { Setting, Settings } from '#storage/settings.ts';
import { sameEntry } from '#storage/same-entry.ts';
import type { SigningKeys } from '#storage/signing-keys.ts';

const DATABASE = 'llaqta';
/** Only ever adds stores and indexes; entries are never rewritten by an upgrade. */
const VERSION = 3;
const JOURNAL: StoreNames<Schema>[] = ['streams', 'entries', 'parts', 'drafts'];
const SHELVED: StoreNames<Schema>[] = ['shelf'];
const SETTLED: StoreNames<Schema>[] = ['settings'];
/** Under this name the pair of keys lies among the settings, so that no upgrade is needed for it. */
const SIGNING = 'signing-keys';

interface Schema extends DBSchema {
  streams: { key: StreamId; value: StreamHeader };
  entries: { key: [StreamId, string, number]; value: AnyEntry & { stream: StreamId } };
  parts: { key: [StreamId, string, number]; value: PartName & { bytes: ArrayBuffer } };
  drafts: {
    key: [StreamId, DraftName];
    value: { stream: StreamId; name: DraftName; draft: Draft };
  };
  shelf: {
    key: [ShelfName, string];
    value: { shelf: ShelfName; name: string; bytes: ArrayBuffer };
  };
  settings: {
    key: Setting | typeof SIGNING;
    value: { name: Setting | typeof SIGNING; value: string | CryptoKeyPair };
  };
}
type Database = IDBPDatabase<Schema>;
type Reading = IDBPTransaction<Schema, StoreNames<Schema>[]>;
type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** Thrown inside a transaction to abort it with a problem of ours. */
class Refusal extends Error {
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Everything this tablet keeps, in one database. */
export type TabletStore = Readonly<{
  journal: Journal;
  settings: Settings;
  shelf: Shelf;
  signingKeys: SigningKeys;
}>;

/** The store of this tablet, opened at the first call. */
export function tabletStore(name = DATABASE): TabletStore {
  let opening: Promise<Database> | undefined;
  let closed = false;

  function connection(): Promise<Database> {
    if (opening) return opening;
    const mine: Promise<Database> = open(name, () => drop(mine));
    mine.catch(() => drop(mine));
    opening = mine;
    return mine;
  }

  /** What was lost, or could not be opened, is not used again; one opened since stays. */
  function drop(lost: Promise<Database> | undefined): void {
    if (opening === lost) opening = undefined;
  }

  async function on<Value>(act: (database: Database) => Promise<Value>): Stored<Value> {
    if (closed) return fail({ code: 'storage/failing', why: 'closed' });
    let used: Promise<Database> | undefined;
    try {
      used = connection();
      return ok(await act(await used));
    } catch (cause) {
      if (!isLostConnection(cause)) return fail(problemOf(cause));
    }
    drop(used);
    try {
      return ok(await act(await connection()));
    } catch (cause) {
      return fail(problemOf(cause));
    }
  }

  /** Both are waited for: a transaction that the browser cuts off may not fail unheard. */
  function reading<Value>(
    stores: StoreNames<Schema>[],
    act: (transaction: Reading) => Promise<Value>,
  ): Stored<Value> {
    return on(async (database) => {
      const transaction = database.transaction(stores);
      const [value] = await Promise.all([act(transaction), transaction.done]);
      return value;
    });
  }

  function write(
    act: (transaction: Writing) => Promise<void>,
    stores: StoreNames<Schema>[] = JOURNAL,
  ): Stored<void> {
    return on((database) => inTransaction(database, stores, act));
  }

  function setting(called: Setting | typeof SIGNING): Stored<unknown> {
    return reading(SETTLED, async (transaction) => {
      const row = await transaction.objectStore('settings').get(called);
      return row?.value;
    });
  }

  const settings: Settings = {
    read: setting,
    write: (called, value) =>
      on(async (database) => {
        await database.put('settings', { name: called, value });
      }),
  };
  const journal: Journal = {
    streams: () =>
      reading(['streams'], (transaction) => transaction.objectStore('streams').getAll()),
    begin: (header, entries) =>
      write(async (transaction) => {
        const streams = transaction.objectStore('streams');
        if (!(await streams.get(header.id))) await streams.put(header);
        await add(transaction, header.id, entries);
      }),
    append: (id, entries, drafts = []) =>
      write(async (transaction) => {
        await mustBeThere(transaction, id);
        await add(transaction, id, entries);
        for (const draft of drafts) await transaction.objectStore('drafts').delete([id, draft]);
      }),
    keepDraft: (id, draftName, draft) =>
      write(async (transaction) => {
        await mustBeThere(transaction, id);
        await transaction.objectStore('drafts').put({ stream: id, name: draftName, draft });
      }),
    drafts: (id) =>
      reading(['drafts'], async (transaction) => {
        const rows = await transaction.objectStore('drafts').getAll(allOf(id));
        return rows.map(({ name: draftName, draft }) => ({ name: draftName, draft }));
      }),
    read: (id) =>
      reading(JOURNAL, async (transaction) => {
        await mustBeThere(transaction, id);
        const rows = await transaction.objectStore('entries').getAll(allOf(id));
        return rows.map(({ stream, ...entry }) => entry);
      }),
    rewrite: (id, entries) =>
      write(async (transaction) => {
        await mustBeThere(transaction, id);
        await transaction.objectStore('entries').delete(allOf(id));
        await transaction.objectStore('drafts').delete(allOf(id));
        await add(transaction, id, entries);
      }),
    destroy: (ids) =>
      write(async (transaction) => {
        for (const id of ids) {
          await transaction.objectStore('streams').delete(id);
          await transaction.objectStore('entries').delete(allOf(id));
          await transaction.objectStore('parts').delete(allOf(id));
          await transaction.objectStore('drafts').delete(allOf(id));
        }
      }),
    keepPart: (part, bytes) =>
      write(async (transaction) => {
        await mustBeThere(transaction, part.stream);
        await transaction.objectStore('parts').put({ ...part, bytes: bytes.slice().buffer });
      }),
    dropBlob: ({ stream, name: blob }) =>
      write(async (transaction) => {
        await transaction.objectStore('parts').delete(allOf(stream, blob));
      }),
    blob: ({ stream, name: blob }) =>
      reading(['parts'], async (transaction) => {
        const parts = await transaction.objectStore('parts').getAll(allOf(stream, blob));
        return parts.length === 0 ? undefined : joined(parts.map(({ bytes }) => bytes));
      }),
    close: () => {
      closed = true;
      opening?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
  const shelf: Shelf = {
    keep: (where, file, bytes) =>
      write(async (transaction) => {
        const row = { shelf: where, name: file, bytes: bytes.slice().buffer };
        await transaction.objectStore('shelf').put(row);
      }, SHELVED),
    all: (where) =>
      reading(SHELVED, async (transaction) => {
        const rows = await transaction
          .objectStore('shelf')
          .getAll(IDBKeyRange.bound([where], [where, []]));
        return rows.map(({ name: file, bytes }) => ({ name: file, bytes: new Uint8Array(bytes) }));
      }),
    drop: (where, file) =>
      write((transaction) => transaction.objectStore('shelf').delete([where, file]), SHELVED),
  };
  const signingKeys: SigningKeys = {
    read: () => setting(SIGNING),
    keep: async (pair) => {
      let kept: unknown;
      const done = await write(async (transaction) => {
        const store = transaction.objectStore('settings');
        const row = await store.get(SIGNING);
        if (!row) await store.put({ name: SIGNING, value: pair });
        kept = row?.value ?? pair;
      }, SETTLED);
      return done.ok ? ok(kept) : done;
    },
  };
  return { journal, settings, shelf, signingKeys };
}

function open(name: string, onLost: () => void): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(database, before) {
      if (before < 1) {
        database.createObjectStore('streams', { keyPath: 'id' });
        database.createObjectStore('entries', { keyPath: ['stream', 'actor', 'seq'] });
        database.createObjectStore('parts', { keyPath: ['stream', 'name', 'index'] });
        database.createObjectStore('settings', { keyPath: 'name' });
      }
      if (before < 2) database.createObjectStore('drafts', { keyPath: ['stream', 'name'] });
      if (before < 3) database.createObjectStore('shelf', { keyPath: ['shelf', 'name'] });
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}

async function inTransaction(
  database: Database,
  stores: StoreNames<Schema>[],
  act: (transaction: Writing) => Promise<void>,
): Promise<void> {
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const { done } = transaction;
  try {
    await act(transaction);
  } catch (cause) {
    done.catch(() => cause);
    const reason = transaction.error ?? cause;
    if (!transaction.error) transaction.abort();
    throw reason;
  }
  await done;
}

async function add(
  transaction: Writing,
  stream: StreamId,
  entries: readonly AnyEntry[],
): Promise<void> {
  const store = transaction.objectStore('entries');
  for (const entry of entries) {
    const row = { ...entry, stream };
    const there = await store.get([stream, entry.actor, entry.seq]);
    if (!there) await store.add(row);
    else if (!sameEntry(there, row)) {
      throw new Refusal({ code: 'storage/conflict', entry: `${entry.actor}.${String(entry.seq)}` });
    }
  }
}

async function mustBeThere(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], IDBTransactionMode>,
  stream: StreamId,
): Promise<void> {
  const there = await transaction.objectStore('streams').getKey(stream);
  if (!there) throw new Refusal({ code: 'storage/no-such-stream', stream });
}

/** All rows of a stream, or of one blob of it: arrays sort after every text and number. */
function allOf(...prefix: [StreamId] | [StreamId, string]): IDBKeyRange {
  return IDBKeyRange.bound(prefix, [...prefix, []]);
}

function joined(buffers: readonly ArrayBuffer[]): Uint8Array {
  const whole = new Uint8Array(buffers.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const buffer of buffers) {
    whole.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  return whole;
}

function nameOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : '';
}

function isLostConnection(cause: unknown): boolean {
  return ['InvalidStateError', 'AbortError'].includes(nameOf(cause));
}

function problemOf(cause: unknown): StorageProblem {
  if (cause instanceof Refusal) return cause.problem;
  const why = `${nameOf(cause)}: ${cause instanceof Error ? cause.message : String(cause)}`;
  switch (nameOf(cause)) {
    case 'QuotaExceededError':
      return { code: 'storage/full' };
    case 'VersionError':
      return { code: 'storage/newer-than-app' };
    case 'SecurityError':
    case 'NotAllowedError':
    case 'ReferenceError':
      return { code: 'storage/refused', why };
    default:
      return { code: 'storage/failing', why };
  }
}
