/**
 * What the tablet's own store promises beyond every journal: it lasts, it survives a lost connection,
 * and it leaves alone what a newer version made. Run over IndexedDB, the browser's and a stand-in.
 */
import { describe, expect, test } from 'vitest';

import { tabletStore } from '#storage/indexed-db.ts';
import {
  answerOf,
  failNextOpening,
  loseEveryConnection,
  openBeside,
  watchOpening,
  watchTransactions,
} from './boundary.ts';
import {
  aDraft,
  anEntry,
  aStrokeEntry,
  aWork,
  bytes,
  entries,
  inOrder,
  partsOf,
} from './entries.ts';

const DONE = { ok: true, value: undefined };
const WORK = 'work-0123456789abcdef';
/** A version of the database that this app does not know yet. */
const NEWER = 99;

let stores = 0;
/** A name no database has yet. */
export function freshName(): string {
  stores += 1;
  return `contract-${crypto.randomUUID()}-${stores}`;
}

/** The contract; `name` says on which IndexedDB. */
export function tabletStoreContract(name: string): void {
  describe(`${name}: lasting`, () => {
    test('[J15] a store opened again has everything that was kept', async () => {
      const database = freshName();
      const first = tabletStore(database);
      const voice = bytes(2_000_000);
      await first.journal.begin(aWork(WORK), [anEntry(1), aStrokeEntry(2, bytes(50))]);
      for (const [index, part] of partsOf(voice).entries()) {
        await first.journal.keepPart({ stream: WORK, name: 'voice', index }, part);
      }
      await first.settings.write('language', 'en');
      first.journal.close();

      const { journal, settings } = tabletStore(database);

      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1), aStrokeEntry(2, bytes(50))]);
      const back = await journal.blob({ stream: WORK, name: 'voice' });
      expect(back.ok && back.value?.length).toBe(voice.length);
      expect(back.ok && back.value?.every((byte, at) => byte === voice[at])).toBe(true);
      expect(await settings.read('language')).toEqual({ ok: true, value: 'en' });
    });

    test('[J15] two stores of one tablet see each other’s entries', async () => {
      const database = freshName();
      const [here, there] = [tabletStore(database).journal, tabletStore(database).journal];
      await here.begin(aWork(WORK), [anEntry(1)]);
      expect(await there.append(WORK, [anEntry(1), anEntry(2)])).toEqual(DONE);
      expect(inOrder(await here.read(WORK))).toEqual(entries(2));
    });

    test('[J15] a draft outlives the app, until the entry it became is kept', async () => {
      const database = freshName();
      const first = tabletStore(database);
      await first.journal.begin(aWork(WORK), []);
      await first.journal.keepDraft(WORK, 'finger-1', aDraft(1));
      first.journal.close();

      const second = tabletStore(database);
      expect(await second.journal.drafts(WORK)).toEqual({
        ok: true,
        value: [{ name: 'finger-1', draft: aDraft(1) }],
      });
      await second.journal.append(WORK, [anEntry(1)], ['finger-1']);
      second.journal.close();

      expect(await tabletStore(database).journal.drafts(WORK)).toEqual({ ok: true, value: [] });
    });

    test('[J15] a database of the first version keeps everything, and learns to keep drafts', async () => {
      const database = freshName();
      const old = await openBeside(database, 1, (made) => {
        made.createObjectStore('streams', { keyPath: 'id' });
        made.createObjectStore('entries', { keyPath: ['stream', 'actor', 'seq'] });
        made.createObjectStore('parts', { keyPath: ['stream', 'name', 'index'] });
        made.createObjectStore('settings', { keyPath: 'name' });
      });
      const stores = ['streams', 'entries', 'parts', 'settings'];
      const transaction = old.transaction(stores, 'readwrite');
      const put = (store: string, row: unknown): Promise<unknown> =>
        answerOf(transaction.objectStore(store).put(row));
      await put('streams', aWork(WORK));
      for (const entry of [anEntry(1), aStrokeEntry(2, bytes(50))]) {
        await put('entries', { ...entry, stream: WORK });
      }
      await put('parts', { stream: WORK, name: 'voice', index: 0, bytes: bytes(9).buffer });
      await put('settings', { name: 'language', value: 'en' });
      old.close();

      const { journal, settings } = tabletStore(database);

      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1), aStrokeEntry(2, bytes(50))]);
      expect(await journal.blob({ stream: WORK, name: 'voice' })).toEqual({
        ok: true,
        value: bytes(9),
      });
      expect(await settings.read('language')).toEqual({ ok: true, value: 'en' });
      expect(await journal.drafts(WORK)).toEqual({ ok: true, value: [] });
      expect(await journal.keepDraft(WORK, 'finger-1', aDraft(1))).toEqual(DONE);
      expect(await journal.append(WORK, [anEntry(3)], ['finger-1'])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toHaveLength(3);
    });

    test('[J15] a setting is what was written last, and nothing before', async () => {
      const { settings } = tabletStore(freshName());
      expect(await settings.read('language')).toEqual(DONE);
      expect(await settings.write('language', 'en')).toEqual(DONE);
      expect(await settings.write('language', 'es-PE')).toEqual(DONE);
      expect(await settings.read('language')).toEqual({ ok: true, value: 'es-PE' });
    });
  });

  describe(`${name}: a lost connection`, () => {
    test('[J12] a connection closed behind our back is opened again, and the write succeeds', async () => {
      const { journal, settings } = tabletStore(freshName());
      await journal.begin(aWork(WORK), [anEntry(1)]);
      const seen = watchTransactions();
      const opened = watchOpening();
      const lose = async (): Promise<void> => {
        await journal.streams();
        seen.at(-1)?.database.close();
      };

      await lose();
      expect(await journal.append(WORK, [anEntry(2)])).toEqual(DONE);
      await lose();
      expect(inOrder(await journal.read(WORK))).toEqual(entries(2));
      await lose();
      expect(await settings.write('language', 'en')).toEqual(DONE);
      await lose();
      expect(await settings.read('language')).toEqual({ ok: true, value: 'en' });
      expect(opened()).toBe(4);
    });

    test('[J12] many calls on a lost connection all succeed, in the order they came', async () => {
      const { journal } = tabletStore(freshName());
      await journal.begin(aWork(WORK), []);
      const seen = watchTransactions();
      await journal.streams();
      seen[0]?.database.close();
      const opened = watchOpening();

      const answers = await Promise.all([
        ...entries(10).map((entry) => journal.append(WORK, [entry])),
        journal.rewrite(WORK, entries(3)),
        journal.append(WORK, [anEntry(4)]),
      ]);

      expect(answers).toEqual(answers.map(() => DONE));
      expect(opened()).toBe(1);
      expect(inOrder(await journal.read(WORK))).toEqual(entries(4));
    });

    test('[J12] another window that wants to upgrade is let through, and the next write succeeds', async () => {
      const database = freshName();
      const { journal } = tabletStore(database);
      await journal.begin(aWork(WORK), [anEntry(1)]);

      const upgrade = openBeside(database, NEWER, (_database, transaction) => {
        transaction.abort();
      });

      await expect(upgrade).rejects.toThrow('AbortError');
      expect(await journal.append(WORK, [anEntry(2)])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual(entries(2));
    });

    test('[J12] a store deleted from outside is made anew by the next beginning', async () => {
      const database = freshName();
      const { journal } = tabletStore(database);
      await journal.begin(aWork(WORK), [anEntry(1)]);
      await answerOf(indexedDB.deleteDatabase(database));
      expect(await journal.append(WORK, [anEntry(2)])).toMatchObject({
        problem: { code: 'storage/no-such-stream' },
      });
      expect(await journal.begin(aWork(WORK), [anEntry(2)])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(2)]);
    });

    test('[J12] a connection lost again and again is a failure, said after the second try', async () => {
      const { journal } = tabletStore(freshName());
      await journal.begin(aWork(WORK), [anEntry(1)]);
      const opened = watchOpening();
      loseEveryConnection();
      const failed = await journal.append(WORK, [anEntry(2)]);
      expect(failed).toMatchObject({ ok: false, problem: { code: 'storage/failing' } });
      expect(!failed.ok && failed.problem).toHaveProperty(
        'why',
        expect.stringContaining('InvalidState'),
      );
      expect(opened()).toBe(1);
    });

    test('[J12] an opening that failed once is tried again by the next call', async () => {
      const { journal } = tabletStore(freshName());
      await failNextOpening();
      expect(await journal.begin(aWork(WORK), [])).toMatchObject({
        problem: { code: 'storage/failing' },
      });
      expect(await journal.begin(aWork(WORK), [anEntry(1)])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1)]);
    });
  });

  describe(`${name}: shut doors`, () => {
    test('[J14] a database of a newer version is refused and left as it was', async () => {
      const database = freshName();
      const newer = await openBeside(database, NEWER, (made) => made.createObjectStore('photos'));
      newer.close();
      const { journal, settings } = tabletStore(database);
      const refused = { ok: false, problem: { code: 'storage/newer-than-app' } };

      expect(await journal.streams()).toEqual(refused);
      expect(await journal.begin(aWork(WORK), [])).toEqual(refused);
      expect(await settings.read('language')).toEqual(refused);

      const still = await openBeside(database);
      expect(still.version).toBe(NEWER);
      expect([...still.objectStoreNames]).toEqual(['photos']);
      still.close();
    });

    test.each(['SecurityError', 'NotAllowedError', 'ReferenceError'])(
      '[S7] a browser that answers %s does not allow anything to be kept',
      async (why) => {
        watchOpening(() => {
          throw new DOMException('no', why);
        });
        const { journal } = tabletStore(freshName());
        expect(await journal.streams()).toEqual({
          ok: false,
          problem: { code: 'storage/refused', why: `${why}: no` },
        });
      },
    );

    test('[J8] closing lets go of the connection', async () => {
      const { journal } = tabletStore(freshName());
      const seen = watchTransactions();
      await journal.begin(aWork(WORK), []);
      journal.close();
      await journal.streams();
      expect(() => seen[0]?.database.transaction('streams')).toThrow(
        /closing|InvalidState|closed/i,
      );
    });
  });
}
