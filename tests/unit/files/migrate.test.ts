import { expect, test } from 'vitest';

import { migrate } from '#files/migrate.ts';
import { readSessionJson, sessionJsonOf } from '#files/session-json.ts';
import { aPut, aStroke } from '../../fixtures/marks.ts';
import { aFiledWork, aHeader, sessionEntries } from '../../fixtures/sessions.ts';
import { anId } from '../../fixtures/names.ts';
import { aTablet } from '../../fixtures/tablet.ts';

/** A session as version 1 knew it, and its session.json as versions 1 and 2 wrote it. */
function asBefore(): { content: Content; first: Json; second: Json } {
  const tablet = aTablet();
  tablet.does('zorro-01', aStroke());
  tablet.does('llama-02', aPut(1));
  tablet.does('llama-02', aPut(2, { symbol: 'hen', x: 100 }));
  const ends = { from: anId('item', 1), to: anId('item', 2) };
  tablet.does('zorro-01', { kind: 'link/add', link: anId('link'), ...ends });
  const works = [aFiledWork(1, tablet.entries)];
  const entries = sessionEntries({ kind: 'contributor/join', token: 'zorro-01' });
  const content = { app: '0.1.0', header: aHeader(), entries, works, withdrawals: [], words: {} };
  const { ownSymbols, ...json } = sessionJsonOf(content);
  const [work] = json.works;
  const { fills, stamps, rings, items, links, ...rest } = work!;
  expect([ownSymbols, fills, stamps, rings].flat()).toEqual([]);
  const old = {
    ...rest,
    items: items.map((item) => without(item, 'type', 'turn', 'wish')),
    links: links.map((link) => without(link, 'valence', 'direction')),
  };
  const first = { ...json, version: 1, works: [old] };
  return {
    content,
    first,
    second: { ...first, version: 2, ownSymbols, works: [{ ...old, fills }] },
  };
}

/** The row without these columns. */
function without(row: object, ...columns: string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

type Content = Parameters<typeof sessionJsonOf>[0];
type Json = Record<string, unknown> & { version: number };

test('[F7] a session.json of version 1, or of version 2, says the same when it is read by version 4', () => {
  const { content, first, second } = asBefore();

  expect(readSessionJson(migrate(first))).toEqual({ ok: true, value: content });
  expect(readSessionJson(migrate(second))).toEqual({ ok: true, value: content });
});

test('[F7] what version 2 did not know is in none of its pictures and links when it is read today', () => {
  const { works } = migrate(asBefore().second) as unknown as { works: Record<string, object[]>[] };
  const [work] = works;

  expect(work).toMatchObject({ stamps: [], rings: [] });
  expect(work!['items']).toMatchObject([
    { type: 'house', turn: 0, wish: false },
    { type: 'hen', turn: 0, wish: false },
  ]);
  for (const said of ['relation', 'valence', 'direction']) {
    expect(work!['links']?.[0]).not.toHaveProperty(said);
  }
});

test('[F7] bringing up to date leaves what was given as it was, and the newest version alone', () => {
  const { first } = asBefore();
  const before = structuredClone(first);

  const newest = migrate(first) as Json;

  expect(first).toEqual(before);
  expect(newest.version).toBe(4);
  expect(migrate(newest)).toBe(newest);
});

test.each(['first', 'second'] as const)(
  '[F5] a file of the %s version whose works are no works is broken, and the path says where',
  (which) => {
    const json = asBefore()[which];

    expect(readSessionJson(migrate({ ...json, works: 'none' }))).toMatchObject({ ok: false });
    expect(readSessionJson(migrate({ ...json, works: [{}] }))).toEqual({
      ok: false,
      problem: { code: 'session-file/broken', path: 'works.0.work' },
    });
    const [work] = json['works'] as object[];
    expect(readSessionJson(migrate({ ...json, works: [{ ...work, items: 7 }] }))).toEqual({
      ok: false,
      problem: { code: 'session-file/broken', path: 'works.0.items' },
    });
  },
);
