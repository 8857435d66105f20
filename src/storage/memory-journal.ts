/** A journal that lasts as long as the page: for tests, the gallery and looking at other people's files. */
import { fail, ok } from '#base/result.ts';
import { entryIdOf } from '#domain/entry.ts';
import type {
  AnyEntry,
  DraftName,
  Journal,
  Stored,
  StreamHeader,
  StreamId,
} from '#storage/journal.ts';
import { sameEntry } from '#storage/same-entry.ts';

type Stream = {
  readonly header: StreamHeader;
  entries: Map<string, AnyEntry>;
  readonly parts: Map<string, Uint8Array[]>;
  readonly drafts: Map<DraftName, unknown>;
};

/** An empty journal. */
export function memoryJournal(): Journal {
  const streams = new Map<StreamId, Stream>();
  let closed = false;

  async function on<Value>(act: () => Awaited<Stored<Value>>): Stored<Value> {
    await Promise.resolve();
    if (closed) return fail({ code: 'storage/failing', why: 'closed' });
    try {
      return act();
    } catch (cause) {
      return fail({ code: 'storage/failing', why: String(cause) });
    }
  }
  function within<Value>(
    id: StreamId,
    act: (stream: Stream) => Awaited<Stored<Value>>,
  ): Stored<Value> {
    return on<Value>(() => {
      const stream = streams.get(id);
      return stream ? act(stream) : fail({ code: 'storage/no-such-stream', stream: id });
    });
  }

  return {
    streams: () => on(() => ok([...streams.values()].map(({ header }) => structuredClone(header)))),
    begin: (header, entries) =>
      on(() => {
        const stream = streams.get(header.id) ?? {
          header: structuredClone(header),
          entries: new Map(),
          parts: new Map(),
          drafts: new Map(),
        };
        const done = add(stream, entries);
        if (done.ok) streams.set(header.id, stream);
        return done;
      }),
    append: (id, entries, drafts = []) =>
      within(id, (stream) => {
        const done = add(stream, entries);
        if (done.ok) for (const name of drafts) stream.drafts.delete(name);
        return done;
      }),
    keepDraft: (id, name, draft) =>
      within(id, ({ drafts }) => {
        drafts.set(name, structuredClone(draft));
        return ok(undefined);
      }),
    drafts: (id) =>
      within(id, ({ drafts }) => {
        return ok([...drafts].map(([name, draft]) => ({ name, draft: structuredClone(draft) })));
      }),
    read: (id) => within(id, ({ entries }) => ok(structuredClone([...entries.values()]))),
    rewrite: (id, entries) =>
      within(id, (stream) => {
        const anew = { ...stream, entries: new Map<string, AnyEntry>() };
        const done = add(anew, entries);
        if (!done.ok) return done;
        stream.entries = anew.entries;
        stream.drafts.clear();
        return done;
      }),
    destroy: (ids) =>
      on(() => {
        for (const id of ids) streams.delete(id);
        return ok(undefined);
      }),
    keepPart: ({ stream: id, name, index }, bytes) =>
      within(id, ({ parts }) => {
        const pieces = parts.get(name) ?? [];
        pieces[index] = bytes.slice();
        parts.set(name, pieces);
        return ok(undefined);
      }),
    dropBlob: ({ stream: id, name }) =>
      within(id, ({ parts }) => {
        parts.delete(name);
        return ok(undefined);
      }),
    blob: ({ stream: id, name }) =>
      on(() => {
        const pieces = streams.get(id)?.parts.get(name);
        return ok(pieces && Uint8Array.from(pieces.flatMap((piece) => [...piece])));
      }),
    close: () => {
      closed = true;
    },
  };
}

function add(stream: Stream, entries: readonly AnyEntry[]): Awaited<Stored<void>> {
  const all = new Map(stream.entries);
  for (const entry of structuredClone(entries)) {
    const there = all.get(entryIdOf(entry));
    if (there && !sameEntry(there, entry)) {
      return fail({ code: 'storage/conflict', entry: entryIdOf(entry) });
    }
    all.set(entryIdOf(entry), entry);
  }
  stream.entries = all;
  return ok(undefined);
}
