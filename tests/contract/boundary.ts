/**
 * Watches, and sometimes breaks, what the browser offers for keeping things: its own IndexedDB, never
 * our store. Everything is put back when the test ends.
 */
import { onTestFinished } from 'vitest';

/** What was seen of one transaction. */
export type Seen = Readonly<{
  database: IDBDatabase;
  transaction: IDBTransaction;
  completed: () => boolean;
}>;

/** Put another value in place of one of the browser's until the test ends. */
export function replace<Of extends object, Name extends keyof Of>(
  of: Of,
  name: Name,
  value: Of[Name],
): void {
  const before = Object.getOwnPropertyDescriptor(of, name);
  Object.defineProperty(of, name, { configurable: true, writable: true, value });
  onTestFinished(() => {
    if (before) Object.defineProperty(of, name, before);
    else Reflect.deleteProperty(of, name);
  });
}

/** A call of one of the browser's methods: whose it was, and the way on to the real method. */
type Call<Self, Answer> = Readonly<{
  self: Self;
  /** Call the real method, as it was called or otherwise. */
  go: (...otherwise: unknown[]) => Answer;
}>;

/** Stand around one of the browser's methods until the test ends. */
export function around<Self extends object, Answer>(
  prototype: Self,
  name: keyof Self,
  act: (call: Call<Self, Answer>) => Answer,
): void {
  const real = Reflect.get(prototype, name) as (...how: unknown[]) => Answer;
  const stand = function (this: Self, ...how: unknown[]): Answer {
    return act({
      self: this,
      go: (...otherwise) => real.apply(this, otherwise.length > 0 ? otherwise : how),
    });
  };
  replace(prototype, name, stand as Self[keyof Self]);
}

/** Every transaction begun from now on. */
export function watchTransactions(): readonly Seen[] {
  const seen: Seen[] = [];
  around<IDBDatabase, IDBTransaction>(
    IDBDatabase.prototype,
    'transaction',
    ({ self: database, go }) => {
      const transaction = go();
      const { signal } = new AbortController();
      let completed = false;
      transaction.addEventListener('complete', () => (completed = true), { signal });
      seen.push({ database, transaction, completed: () => completed });
      return transaction;
    },
  );
  return seen;
}

/** How many rows were written from now on, as far as their requests know. */
export function watchSuccess(): () => number {
  let succeeded = 0;
  around<IDBObjectStore, IDBRequest>(IDBObjectStore.prototype, 'add', ({ go }) => {
    const request = go();
    const { signal } = new AbortController();
    request.addEventListener('success', () => (succeeded += 1), { signal });
    return request;
  });
  return () => succeeded;
}

/** How often a database was opened from now on; `refuse` may throw in its place. */
export function watchOpening(refuse: () => void = () => undefined): () => number {
  let times = 0;
  around<IDBFactory, IDBOpenDBRequest>(IDBFactory.prototype, 'open', ({ go }) => {
    times += 1;
    refuse();
    return go();
  });
  return () => times;
}

/** Let the next opening fail as a tablet does whose disk is busy or broken: some time after it was asked. */
export async function failNextOpening(): Promise<void> {
  const newer = `newer-${crypto.randomUUID()}`;
  (await openBeside(newer, 2)).close();
  let failing = true;
  around<IDBFactory, IDBOpenDBRequest>(IDBFactory.prototype, 'open', ({ go }) => {
    if (!failing) return go();
    failing = false;
    const error = new DOMException('Internal error opening backing store', 'UnknownError');
    return Object.defineProperty(go(newer, 1), 'error', {
      get: () => error,
      set: () => undefined,
    });
  });
}

/** Close every connection just before it is used, as if it had been lost at that moment. */
export function loseEveryConnection(): void {
  around<IDBDatabase, IDBTransaction>(IDBDatabase.prototype, 'transaction', ({ self, go }) => {
    self.close();
    return go();
  });
}

/** Let the next transaction that only reads be aborted, as browsers do when they end a connection. */
export function cutOffNextReading(): void {
  let cutting = true;
  around<IDBDatabase, IDBTransaction>(IDBDatabase.prototype, 'transaction', ({ go }) => {
    const transaction = go();
    if (cutting && transaction.mode === 'readonly') {
      cutting = false;
      queueMicrotask(() => {
        transaction.abort();
      });
    }
    return transaction;
  });
}

/** Open a database past our store, as another window or another version of the app would. */
export function openBeside(
  name: string,
  version?: number,
  upgrade?: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  const { signal } = new AbortController();
  request.addEventListener(
    'upgradeneeded',
    () => {
      if (request.transaction) upgrade?.(request.result, request.transaction);
    },
    { signal },
  );
  return answerOf(request);
}

/** What a request of the browser's comes to. */
export function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  const { signal } = new AbortController();
  return new Promise((resolve, reject) => {
    request.addEventListener(
      'success',
      () => {
        resolve(request.result);
      },
      { signal },
    );
    request.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        reject(new Error(request.error?.name));
      },
      { signal },
    );
  });
}
