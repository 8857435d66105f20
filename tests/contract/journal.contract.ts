/**
 * What every journal promises, whatever keeps it. Rules: docs/spec/journal.md.
 * `open` gives an empty journal each time.
 */
import { describe, expect, test } from 'vitest';

import type { AnyEntry, Journal } from '#storage/journal.ts';
import { PART_BYTES } from '#storage/journal.ts';
import {
  aDraft,
  anEntry,
  aSession,
  aStrokeEntry,
  aWork,
  bytes,
  entries,
  inOrder,
  partsOf,
} from './entries.ts';

const DONE = { ok: true, value: undefined };
const SESSION = 'session-0123456789abcdef';
const WORK = 'work-0123456789abcdef';
/** Sorts right behind WORK: whoever asks for all of WORK must not meet it. */
const NEXT = 'work-0123456789abcdefg';
const GONE = { ok: false, problem: { code: 'storage/no-such-stream', stream: WORK } };

/** The contract; `name` says of which journal. */
export function journalContract(name: string, open: () => Journal): void {
  /** A journal with one work begun. */
  async function withWork(first: readonly AnyEntry[] = []): Promise<Journal> {
    const journal = open();
    expect(await journal.begin(aWork(WORK), first)).toEqual(DONE);
    return journal;
  }

  describe(`${name}: streams and entries`, () => {
    test('[J8] an empty journal has no stream', async () => {
      expect(await open().streams()).toEqual({ ok: true, value: [] });
    });

    test('[J8] what was begun and appended is there, head and entries as they were', async () => {
      const journal = await withWork([anEntry(1)]);
      await journal.begin(aSession(), []);
      expect(await journal.append(WORK, [anEntry(2), anEntry(3)])).toEqual(DONE);

      const heads = await journal.streams();
      expect(heads.ok && [...heads.value]).toHaveLength(2);
      expect(heads.ok && heads.value).toEqual(expect.arrayContaining([aSession(), aWork(WORK)]));
      expect(inOrder(await journal.read(WORK))).toEqual(entries(3));
      expect(await journal.read(SESSION)).toEqual({ ok: true, value: [] });
    });

    test('[J8] a thousand entries are there, sent together or one by one', async () => {
      const journal = await withWork();
      const thousand = entries(1_000);
      expect(await journal.append(WORK, thousand.slice(0, 900))).toEqual(DONE);
      for (const entry of thousand.slice(900)) {
        expect(await journal.append(WORK, [entry])).toEqual(DONE);
      }
      expect(inOrder(await journal.read(WORK))).toEqual(thousand);
    });

    test('[J8] entries of several actors with the same numbers stand side by side', async () => {
      const journal = await withWork();
      const mine = anEntry(1);
      const yours = anEntry(1, { actor: 'ffffffffffffffff', by: 'llama-02' });
      expect(await journal.append(WORK, [yours, mine])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual([mine, yours]);
    });

    test('[J8] bytes inside an entry come back as the same bytes', async () => {
      const line = aStrokeEntry(1, bytes(300));
      const journal = await withWork([line]);
      const [back] = inOrder(await journal.read(WORK)) as [typeof line];
      expect(back).toEqual(line);
      expect((back.op as { samples: unknown }).samples).toBeInstanceOf(Uint8Array);
    });

    test('[J8] what is kept is a copy: changing what was sent or read changes nothing', async () => {
      const samples = bytes(3);
      const journal = await withWork([aStrokeEntry(1, samples)]);
      samples.fill(0);
      const first = await journal.read(WORK);
      const [one] = inOrder(first) as [{ op: { samples: Uint8Array } }];
      one.op.samples.fill(7);
      expect(inOrder(await journal.read(WORK))).toEqual([aStrokeEntry(1, bytes(3))]);
      const heads = await journal.streams();
      Object.assign((heads.ok && heads.value[0]) as object, { activity: 'changed' });
      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
    });

    test('[J8] calls are carried out in the order they came, awaited or not', async () => {
      const journal = open();
      const sent = entries(20);
      const [, early, ...rest] = await Promise.all([
        journal.begin(aWork(WORK), []),
        journal.read(WORK),
        ...sent.map((entry) => journal.append(WORK, [entry])),
        journal.rewrite(WORK, sent.slice(0, 5)),
        journal.append(WORK, [anEntry(6)]),
        journal.keepPart({ stream: WORK, name: 'voice', index: 0 }, bytes(2)),
        journal.keepDraft(WORK, 'finger-1', aDraft(2)),
        journal.destroy([WORK]),
        journal.append(WORK, [anEntry(7)]),
        journal.begin(aWork(WORK), [anEntry(8)]),
      ]);
      expect(early).toEqual({ ok: true, value: [] });
      const refused = rest.filter((one) => !one.ok);
      expect(refused).toEqual([GONE]);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(8)]);
      expect(await journal.blob({ stream: WORK, name: 'voice' })).toEqual(DONE);
    });

    test('[J8] once closed, every call says that it failed', async () => {
      const journal = await withWork([anEntry(1)]);
      journal.close();
      const answers = await Promise.all([
        journal.streams(),
        journal.begin(aSession(), []),
        journal.append(WORK, [anEntry(2)]),
        journal.read(WORK),
        journal.rewrite(WORK, []),
        journal.destroy([WORK]),
        journal.keepPart({ stream: WORK, name: 'voice', index: 0 }, bytes(1)),
        journal.dropBlob({ stream: WORK, name: 'voice' }),
        journal.blob({ stream: WORK, name: 'voice' }),
        journal.keepDraft(WORK, 'finger-1', aDraft(1)),
        journal.drafts(WORK),
      ]);
      for (const answer of answers) {
        expect(answer).toMatchObject({ ok: false, problem: { code: 'storage/failing' } });
      }
    });
  });

  describe(`${name}: sending again and contradicting`, () => {
    test('[J9] a stream begun twice is there once, with what both brought', async () => {
      const journal = await withWork([anEntry(1)]);
      expect(await journal.begin(aWork(WORK), [anEntry(1), anEntry(2)])).toEqual(DONE);
      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
      expect(inOrder(await journal.read(WORK))).toEqual(entries(2));
    });

    test('[J9] entries sent again change nothing, in whatever company they come', async () => {
      const journal = await withWork(entries(3));
      expect(await journal.append(WORK, entries(3))).toEqual(DONE);
      expect(await journal.append(WORK, [anEntry(4), ...entries(4), anEntry(4)])).toEqual(DONE);
      expect(await journal.append(WORK, [])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual(entries(4));
    });

    test('[J9] an entry whose fields stand in another order is the same entry', async () => {
      const line = aStrokeEntry(1, bytes(40));
      const journal = await withWork([line]);
      const turned = Object.fromEntries(Object.entries(line).reverse()) as AnyEntry;
      expect(await journal.append(WORK, [turned])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual([line]);
    });

    const line = aStrokeEntry(2, bytes(40));
    const oneByteOff = bytes(40).fill(0, 39);
    const { round, ...withoutRound } = line;
    test.each<[string, AnyEntry]>([
      ['another time', { ...line, at: line.at + 1 }],
      ['another hand', { ...line, by: 'llama-02' }],
      ['one byte changed', aStrokeEntry(2, oneByteOff)],
      ['one byte more', aStrokeEntry(2, bytes(41))],
      ['a field more', { ...line, op: { ...(line.op as object), cancelled: true } }],
      ['a field less', withoutRound as AnyEntry],
      ['a field more, another less', { ...withoutRound, ground: round } as unknown as AnyEntry],
      ['nothing in place of what was done', { ...line, op: null }],
    ])('[J9] an entry with %s is refused, and with it all it came with', async (_what, other) => {
      const journal = await withWork([anEntry(1), line]);
      const refused = {
        ok: false,
        problem: { code: 'storage/conflict', entry: '00c0ffee00c0ffee.2' },
      };

      expect(await journal.append(WORK, [anEntry(3), other])).toEqual(refused);
      expect(await journal.append(WORK, [other, anEntry(3)])).toEqual(refused);
      expect(await journal.begin(aWork(WORK), [anEntry(3), other])).toEqual(refused);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1), line]);
      expect(await journal.append(WORK, [anEntry(3)])).toEqual(DONE);
    });

    test('[J9] a field without a value is not the same as another field without one', async () => {
      const left = { kind: 'stroke/add', cancelled: undefined };
      const right = { kind: 'stroke/add', finished: undefined };
      const journal = await withWork([anEntry(1, { op: left })]);
      expect(await journal.append(WORK, [anEntry(1, { op: left })])).toEqual(DONE);
      expect(await journal.append(WORK, [anEntry(1, { op: right })])).toMatchObject({
        problem: { code: 'storage/conflict' },
      });
    });

    test('[J9] entries that contradict each other are refused whole, also in a new stream', async () => {
      const journal = await withWork();
      const quarrel = [anEntry(1), anEntry(2), anEntry(2, { at: 999 })];
      const refused = {
        ok: false,
        problem: { code: 'storage/conflict', entry: '00c0ffee00c0ffee.2' },
      };
      expect(await journal.append(WORK, quarrel)).toEqual(refused);
      expect(await journal.begin(aWork(NEXT), quarrel)).toEqual(refused);
      expect(await journal.rewrite(WORK, quarrel)).toEqual(refused);
      expect(await journal.read(WORK)).toEqual({ ok: true, value: [] });
      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
    });

    test('[J9] the same entry may stand in two streams with different content', async () => {
      const journal = await withWork([anEntry(1)]);
      expect(await journal.begin(aWork(NEXT), [anEntry(1, { at: 5 })])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1)]);
      expect(inOrder(await journal.read(NEXT))).toEqual([anEntry(1, { at: 5 })]);
    });
  });

  describe(`${name}: whole or not at all`, () => {
    test('[J10] a stream that was never begun takes nothing and has nothing', async () => {
      const journal = open();
      const part = { stream: WORK, name: 'voice', index: 0 } as const;
      expect(await journal.append(WORK, [anEntry(1)])).toEqual(GONE);
      expect(await journal.read(WORK)).toEqual(GONE);
      expect(await journal.rewrite(WORK, [anEntry(1)])).toEqual(GONE);
      expect(await journal.keepPart(part, bytes(1))).toEqual(GONE);
      expect(await journal.blob(part)).toEqual(DONE);
      expect(await journal.streams()).toEqual({ ok: true, value: [] });
      expect(await journal.begin(aWork(WORK), [])).toEqual(DONE);
      expect(await journal.read(WORK)).toEqual({ ok: true, value: [] });
      expect(await journal.blob(part)).toEqual(DONE);
    });

    test('[J10] a rewrite puts the new entries in place of all there were, and of nothing else', async () => {
      const journal = await withWork(entries(5));
      await journal.begin(aWork(NEXT), entries(2));
      await journal.keepPart({ stream: WORK, name: 'voice', index: 0 }, bytes(3));
      const emptied = anEntry(2, { op: { kind: 'erased', was: 'stroke/add' } });

      expect(await journal.rewrite(WORK, [anEntry(1), emptied])).toEqual(DONE);

      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1), emptied]);
      expect(inOrder(await journal.read(NEXT))).toEqual(entries(2));
      expect(await journal.blob({ stream: WORK, name: 'voice' })).toEqual({
        ok: true,
        value: bytes(3),
      });
      expect(await journal.append(WORK, [anEntry(3)])).toEqual(DONE);
      expect(await journal.rewrite(WORK, [])).toEqual(DONE);
      expect(await journal.read(WORK)).toEqual({ ok: true, value: [] });
    });

    test('[J10] an entry that cannot be kept leaves nothing of what it came with', async () => {
      const journal = await withWork([anEntry(1)]);
      const broken = anEntry(3, { op: { kind: 'unknown', body: () => 'not data' } });
      const failing = { ok: false, problem: { code: 'storage/failing' } };
      expect(await journal.append(WORK, [anEntry(2), broken])).toMatchObject(failing);
      expect(await journal.rewrite(WORK, [anEntry(2), broken])).toMatchObject(failing);
      expect(await journal.begin(aWork(NEXT), [anEntry(2), broken])).toMatchObject(failing);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1)]);
      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(WORK)] });
    });

    test('[J11] destroyed streams leave no head, entry or part; all others stay whole', async () => {
      const journal = await withWork(entries(3));
      await journal.begin(aSession(), entries(2));
      await journal.begin(aWork(NEXT), entries(4));
      for (const stream of [WORK, SESSION, NEXT] as const) {
        await journal.keepPart({ stream, name: 'voice', index: 0 }, bytes(5));
      }

      expect(await journal.destroy([WORK, SESSION])).toEqual(DONE);

      expect(await journal.streams()).toEqual({ ok: true, value: [aWork(NEXT)] });
      expect(await journal.read(WORK)).toEqual(GONE);
      expect(inOrder(await journal.read(NEXT))).toEqual(entries(4));
      expect(await journal.blob({ stream: NEXT, name: 'voice' })).toEqual({
        ok: true,
        value: bytes(5),
      });
      for (const [stream, head] of [
        [WORK, aWork(WORK)],
        [SESSION, aSession()],
      ] as const) {
        await journal.begin(head, []);
        expect(await journal.read(stream)).toEqual({ ok: true, value: [] });
        expect(await journal.blob({ stream, name: 'voice' })).toEqual(DONE);
      }
    });

    test('[J11] destroying what is not there, or again, is fine', async () => {
      const journal = await withWork();
      expect(await journal.destroy([NEXT])).toEqual(DONE);
      expect(await journal.destroy([WORK, NEXT])).toEqual(DONE);
      expect(await journal.destroy([WORK, NEXT])).toEqual(DONE);
      expect(await journal.streams()).toEqual({ ok: true, value: [] });
    });
  });

  describe(`${name}: drafts`, () => {
    /** The drafts of a stream by name: they come in no order. */
    async function draftsOf(journal: Journal, stream: typeof WORK | typeof NEXT): Promise<unknown> {
      const kept = await journal.drafts(stream);
      return kept.ok
        ? Object.fromEntries(kept.value.map(({ name: draft, draft: what }) => [draft, what]))
        : kept.problem;
    }

    test('[I19] what is not done yet is kept, each under its name, in place of what was there', async () => {
      const journal = await withWork();
      expect(await draftsOf(journal, WORK)).toEqual({});
      expect(await journal.keepDraft(WORK, 'finger-1', aDraft(3))).toEqual(DONE);
      expect(await journal.keepDraft(WORK, 'finger-2', aDraft(4))).toEqual(DONE);
      expect(await journal.keepDraft(WORK, 'finger-1', aDraft(9))).toEqual(DONE);
      expect(await draftsOf(journal, WORK)).toEqual({
        'finger-1': aDraft(9),
        'finger-2': aDraft(4),
      });
      expect(await journal.read(WORK)).toEqual({ ok: true, value: [] });
    });

    test('[I19] a draft goes at the moment the entry it became is kept, and no other with it', async () => {
      const journal = await withWork();
      await journal.begin(aWork(NEXT), []);
      for (const draft of ['finger-1', 'finger-2', 'finger-3']) {
        await journal.keepDraft(WORK, draft, aDraft(2));
        await journal.keepDraft(NEXT, draft, aDraft(2));
      }
      expect(await journal.append(WORK, [anEntry(1)], ['finger-1', 'finger-3'])).toEqual(DONE);
      expect(inOrder(await journal.read(WORK))).toEqual([anEntry(1)]);
      expect(await draftsOf(journal, WORK)).toEqual({ 'finger-2': aDraft(2) });
      expect(await journal.append(WORK, [anEntry(2)])).toEqual(DONE);
      expect(await draftsOf(journal, WORK)).toEqual({ 'finger-2': aDraft(2) });
      expect(await journal.append(WORK, [], ['finger-2', 'never-there'])).toEqual(DONE);
      expect(await draftsOf(journal, WORK)).toEqual({});
      expect(Object.keys((await draftsOf(journal, NEXT)) as object)).toHaveLength(3);
    });

    test('[J10] an append that is refused leaves the drafts it names', async () => {
      const journal = await withWork([anEntry(1)]);
      await journal.keepDraft(WORK, 'finger-1', aDraft(2));
      const quarrel = [anEntry(2), anEntry(1, { at: 999 })];
      expect(await journal.append(WORK, quarrel, ['finger-1'])).toMatchObject({
        problem: { code: 'storage/conflict' },
      });
      expect(await draftsOf(journal, WORK)).toEqual({ 'finger-1': aDraft(2) });
    });

    test('[J10] a stream that was never begun takes no draft and has none', async () => {
      const journal = open();
      expect(await journal.keepDraft(WORK, 'finger-1', aDraft(1))).toEqual(GONE);
      expect(await journal.append(WORK, [], ['finger-1'])).toEqual(GONE);
      await journal.begin(aWork(WORK), []);
      expect(await draftsOf(journal, WORK)).toEqual({});
    });

    test('[J11] a stream that is put anew leaves no draft of before, and all others keep theirs', async () => {
      const journal = await withWork([anEntry(1)]);
      await journal.begin(aWork(NEXT), []);
      await journal.keepDraft(WORK, 'typed', aDraft(1));
      await journal.keepDraft(NEXT, 'typed', aDraft(1));
      expect(await journal.rewrite(WORK, [anEntry(1)])).toEqual(DONE);
      expect(await draftsOf(journal, WORK)).toEqual({});
      expect(await draftsOf(journal, NEXT)).toEqual({ typed: aDraft(1) });
    });

    test('[J11] destroyed streams leave no draft, and all others keep theirs', async () => {
      const journal = await withWork();
      await journal.begin(aWork(NEXT), []);
      await journal.keepDraft(WORK, 'finger-1', aDraft(1));
      await journal.keepDraft(NEXT, 'finger-1', aDraft(2));
      expect(await journal.destroy([WORK])).toEqual(DONE);
      await journal.begin(aWork(WORK), []);
      expect(await draftsOf(journal, WORK)).toEqual({});
      expect(await draftsOf(journal, NEXT)).toEqual({ 'finger-1': aDraft(2) });
    });

    test('[I19] what is kept of a draft is a copy', async () => {
      const journal = await withWork();
      const samples = bytes(5);
      await journal.keepDraft(WORK, 'finger-1', { ...aDraft(0), op: { ...aDraft(0).op, samples } });
      samples.fill(0);
      expect(await draftsOf(journal, WORK)).toEqual({ 'finger-1': aDraft(5) });
      const back = await journal.drafts(WORK);
      const [first] = back.ok ? back.value : [];
      (first?.draft as ReturnType<typeof aDraft>).op.samples.fill(7);
      expect(await draftsOf(journal, WORK)).toEqual({ 'finger-1': aDraft(5) });
    });
  });

  describe(`${name}: blobs`, () => {
    const voice = { stream: WORK, name: 'voice' } as const;

    test('[J17] a blob let go leaves no part, and its neighbours stay', async () => {
      const journal = await withWork();
      await journal.begin(aWork(NEXT), []);
      for (const index of [0, 1, 2]) await journal.keepPart({ ...voice, index }, bytes(3));
      await journal.keepPart({ stream: WORK, name: 'voice-2', index: 0 }, Uint8Array.of(2));
      await journal.keepPart({ stream: NEXT, name: 'voice', index: 0 }, Uint8Array.of(4));

      expect(await journal.dropBlob(voice)).toEqual(DONE);

      expect(await journal.blob(voice)).toEqual(DONE);
      expect(await journal.blob({ stream: WORK, name: 'voice-2' })).toMatchObject({
        value: Uint8Array.of(2),
      });
      expect(await journal.blob({ stream: NEXT, name: 'voice' })).toMatchObject({
        value: Uint8Array.of(4),
      });
      await journal.keepPart({ ...voice, index: 0 }, Uint8Array.of(9));
      expect(await journal.blob(voice)).toEqual({ ok: true, value: Uint8Array.of(9) });
      expect(await journal.dropBlob({ stream: WORK, name: 'never-there' })).toEqual(DONE);
    });

    test.each([
      ['no byte', 0],
      ['one byte', 1],
      ['exactly one part', PART_BYTES],
      ['two and a half parts', PART_BYTES * 2.5],
    ])('[J17] a blob of %s comes back as it was', async (_size, length) => {
      const journal = await withWork();
      const whole = bytes(length);
      for (const [index, part] of partsOf(whole).entries()) {
        expect(part.length).toBeLessThanOrEqual(PART_BYTES);
        expect(await journal.keepPart({ ...voice, index }, part)).toEqual(DONE);
      }
      const back = await journal.blob(voice);
      const kept = back.ok ? back.value : undefined;
      expect(kept).toBeInstanceOf(Uint8Array);
      expect(kept?.length).toBe(length);
      expect(kept?.every((byte, at) => byte === whole[at])).toBe(true);
    });

    test('[J17] a part is one megabyte', () => {
      expect(PART_BYTES).toBe(1_048_576);
    });

    test('[J17] parts kept in any order come back in theirs', async () => {
      const journal = await withWork();
      const order = [11, 0, 10, 2, 1, 9, 3, 8, 4, 7, 5, 6];
      for (const index of order) {
        await journal.keepPart({ ...voice, index }, Uint8Array.of(index, index * 2));
      }
      const expected = order.toSorted((a, b) => a - b).flatMap((index) => [index, index * 2]);
      expect(await journal.blob(voice)).toEqual({ ok: true, value: Uint8Array.from(expected) });
    });

    test('[J17] a part kept again takes the place of the first', async () => {
      const journal = await withWork();
      await journal.keepPart({ ...voice, index: 0 }, bytes(4));
      await journal.keepPart({ ...voice, index: 1 }, bytes(2));
      await journal.keepPart({ ...voice, index: 0 }, Uint8Array.of(9));
      expect(await journal.blob(voice)).toEqual({ ok: true, value: Uint8Array.of(9, ...bytes(2)) });
    });

    test('[J17] a blob has nothing of its neighbours in name or stream', async () => {
      const journal = await withWork();
      await journal.begin(aWork(NEXT), []);
      await journal.keepPart({ ...voice, index: 0 }, Uint8Array.of(1));
      await journal.keepPart({ stream: WORK, name: 'voice-2', index: 0 }, Uint8Array.of(2));
      await journal.keepPart({ stream: WORK, name: 'voic', index: 0 }, Uint8Array.of(3));
      await journal.keepPart({ stream: NEXT, name: 'voice', index: 0 }, Uint8Array.of(4));
      expect(await journal.blob(voice)).toEqual({ ok: true, value: Uint8Array.of(1) });
      expect(await journal.blob({ stream: WORK, name: 'photo' })).toEqual(DONE);
    });

    test('[J17] of a part cut from something larger only the part is kept, and as it was then', async () => {
      const journal = await withWork();
      const larger = bytes(100);
      const middle = larger.subarray(40, 50);
      await journal.keepPart({ ...voice, index: 0 }, middle);
      larger.fill(0);
      expect(await journal.blob(voice)).toEqual({ ok: true, value: bytes(10, 40) });
    });

    test('[J17] what came back is a copy: changing it changes nothing that is kept', async () => {
      const journal = await withWork();
      await journal.keepPart({ ...voice, index: 0 }, bytes(4));
      const back = await journal.blob(voice);
      if (back.ok) back.value?.fill(0);
      expect(await journal.blob(voice)).toEqual({ ok: true, value: bytes(4) });
    });
  });
}
