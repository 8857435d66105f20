/** What lies in the tablet's database, read past the app. */
import { createHash } from 'node:crypto';

import type { Page } from '@playwright/test';

/** A row of a store; bytes are written as `bytes:` and hexadecimal. */
export type Row = Readonly<Record<string, unknown>>;
/** Every store of the database, each row in order of its key. */
export type Tablet = Readonly<
  Record<'streams' | 'entries' | 'parts' | 'drafts' | 'settings' | 'shelf', Row[]>
>;

/** All that the tablet keeps. The app must have opened its database before. */
export async function tabletOf(page: Page): Promise<Tablet> {
  return page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('database'));
        };
      });
    const plain = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return plain(new Uint8Array(value));
      if (value instanceof Uint8Array) {
        return `bytes:${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
      }
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
    };
    const database = await asked(indexedDB.open('llaqta'));
    const all = async (store: string): Promise<Row[]> =>
      plain(await asked(database.transaction(store).objectStore(store).getAll())) as Row[];
    const tablet = {
      streams: await all('streams'),
      entries: await all('entries'),
      parts: await all('parts'),
      drafts: await all('drafts'),
      settings: await all('settings'),
      shelf: await all('shelf'),
    };
    database.close();
    return tablet;
  });
}

/** One number for all that the tablet keeps. */
export async function sumOf(page: Page): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await tabletOf(page)))
    .digest('hex');
}

/** Write a row past the app, as a crash may leave it. */
export function leave(page: Page, store: keyof Tablet, row: Row): Promise<void> {
  return leaveAll(page, store, [row]);
}

/** Write rows past the app. */
export async function leaveAll(
  page: Page,
  store: keyof Tablet,
  rows: readonly Row[],
): Promise<void> {
  await page.evaluate(
    ([name, values]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('llaqta');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(name, 'readwrite');
          for (const value of values) transaction.objectStore(name).put(value);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => {
            reject(new Error(name));
          };
        };
      }),
    [store, rows] as const,
  );
}

/** Which of these stand anywhere in what a page may read: all databases, the private files, all caches. */
export async function foundOn(page: Page, texts: readonly string[]): Promise<string[]> {
  const all = await page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('database'));
        };
      });
    const textOf = (bytes: Uint8Array): string => {
      const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return `${hex} ${new TextDecoder('latin1').decode(bytes)}`;
    };
    const read: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = await asked(database.transaction(store).objectStore(store).getAll());
        read.push(
          JSON.stringify(rows, (_, value: unknown) => {
            if (value instanceof ArrayBuffer) return textOf(new Uint8Array(value));
            return value instanceof Uint8Array ? textOf(value) : value;
          }),
        );
      }
      database.close();
    }
    const look = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        read.push(name);
        if (handle instanceof FileSystemDirectoryHandle) await look(handle);
        else if (handle instanceof FileSystemFileHandle) {
          read.push(textOf(new Uint8Array(await (await handle.getFile()).arrayBuffer())));
        }
      }
    };
    await look(await navigator.storage.getDirectory());
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.arrayBuffer();
        read.push(`${request.url} ${new TextDecoder('latin1').decode(body)}`);
      }
    }
    return read.join('\n');
  });
  return texts.filter((text) => all.includes(text));
}
