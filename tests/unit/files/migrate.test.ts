import { expect, test } from 'vitest';

import { migrate } from '#files/migrate.ts';
import { readSessionJson, sessionJsonOf } from '#files/session-json.ts';
import { aPut, aStroke } from '../../fixtures/marks.ts';
import { aFiledWork, aHeader, sessionEntries } from '../../fixtures/sessions.ts';
import { aTablet } from '../../fixtures/tablet.ts';

/** A session as version 1 knew it, and its session.json as version 1 wrote it. */
function asOfVersion1(): { content: Parameters<typeof sessionJsonOf>[0]; json: Json } {
  const tablet = aTablet();
  tablet.does('zorro-01', aStroke());
  tablet.does('llama-02', aPut());
  const works = [aFiledWork(1, tablet.entries)];
  const entries = sessionEntries({ kind: 'contributor/join', token: 'zorro-01' });
  const content = { app: '0.1.0', header: aHeader(), entries, works, words: {} };
  const { ownSymbols, ...json } = sessionJsonOf(content);
  expect(ownSymbols).toEqual([]);
  const old = json.works.map(({ fills, ...work }) => ({
    ...work,
    ...(fills.length > 0 && { fills }),
  }));
  return { content, json: { ...json, version: 1, works: old } };
}
type Json = Record<string, unknown> & { version: number };

test('[F7] a session.json of version 1 says the same when it is read by version 2', () => {
  const { content, json } = asOfVersion1();

  expect(readSessionJson(migrate(json))).toEqual({ ok: true, value: content });
});

test('[F7] bringing up to date leaves what was given as it was, and the newest version alone', () => {
  const { json } = asOfVersion1();
  const before = structuredClone(json);

  const newest = migrate(json) as Json;

  expect(json).toEqual(before);
  expect(newest.version).toBe(2);
  expect(migrate(newest)).toBe(newest);
});

test('[F5] a file of version 1 whose works are no works is broken, and the path says where', () => {
  const { json } = asOfVersion1();

  expect(readSessionJson(migrate({ ...json, works: 'none' }))).toMatchObject({ ok: false });
  expect(readSessionJson(migrate({ ...json, works: [{}] }))).toEqual({
    ok: false,
    problem: { code: 'session-file/broken', path: 'works.0.work' },
  });
});
