import { expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import type { Problem, Result } from '#base/result.ts';
import { diaryOf } from '#domain/diary.ts';
import { keptSessions } from '#state/archive.ts';
import { diaryFile, keptDiaries, writeDiary, type KeptDiary } from '#state/diary.ts';
import { packSession } from '#state/hand-over.ts';
import type { Kit } from '#state/kit.ts';
import { someWords } from '../../fixtures/art.ts';
import { aKit } from '../../fixtures/benches.ts';
import { anId } from '../../fixtures/names.ts';
import { aHeader, sessionEntries } from '../../fixtures/sessions.ts';
import { filesIn } from '../../fixtures/zips.ts';

const SESSION = anId('session');

function got<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function aTablet(): Promise<Kit> {
  const kit = aKit();
  got(await kit.journal.begin(aHeader(), sessionEntries()));
  return kit;
}

async function diaryIn({ journal }: Kit): Promise<KeptDiary> {
  return present(got(await keptDiaries(journal)).bySession.get(SESSION), 'the session has a diary');
}

test('[N7] a diary is kept, written over, and what was written over is nowhere any more', async () => {
  const kit = await aTablet();
  const first = got(await writeDiary(kit, SESSION, undefined, 'Rosa lloró'));
  got(await writeDiary(kit, SESSION, first, 'Una niña lloró'));

  const kept = await diaryIn(kit);
  expect(kept.header).toEqual(first.header);
  expect(diaryOf(kept.entries)).toEqual({
    kind: 'diary/write',
    text: 'Una niña lloró',
    on: '2026-08-14',
  });
  expect(JSON.stringify(got(await kit.journal.read(kept.header.id)))).not.toContain('Rosa');
  const again = got(await writeDiary(kit, SESSION, kept, ''));
  expect(diaryOf((await diaryIn(kit)).entries)?.text).toBe('');
  expect(again.entries).toHaveLength(3);
});

test('[N7] a diary is no session, is not counted as one that cannot be read, and stands in no session file', async () => {
  const kit = await aTablet();
  got(await writeDiary(kit, SESSION, undefined, 'LO-PRIVADO'));

  const kept = got(await keptSessions(kit.journal));
  expect(kept).toMatchObject({ sessions: [{ header: aHeader() }], unreadable: 0 });
  const words = { sheet: () => someWords({}), symbol: () => ({}) };
  const packing = { onPage: () => undefined, signal: new AbortController().signal };
  const session = present(kept.sessions[0], 'a session');
  const { file } = got(await packSession(kit, session, words, packing));
  const texts = [...filesIn(file.bytes).values()].map((bytes) => new TextDecoder().decode(bytes));
  expect(texts.join()).not.toContain('LO-PRIVADO');
  expect(texts.join()).not.toContain('diary');
});

test('[N7] a diary that cannot be kept says so', async () => {
  const kit = await aTablet();
  const { journal } = kit;
  const full: Kit = {
    ...kit,
    journal: {
      ...journal,
      begin: () => Promise.resolve({ ok: false, problem: { code: 'storage/full' } }),
    },
  };
  expect(await writeDiary(full, SESSION, undefined, 'x')).toEqual({
    ok: false,
    problem: { code: 'storage/full' },
  });
});

test('[N10] a diary that is damaged is counted, left as it is, and closes none of the others', async () => {
  const kit = await aTablet();
  const { journal } = kit;
  const header = { kind: 'diary', id: anId('diary', 9), session: anId('session', 2) } as const;
  const damaged = { ...sessionEntries({ kind: 'session/close' })[0]!, seq: 7 };
  got(await journal.begin(header, [damaged]));
  got(await writeDiary(kit, SESSION, undefined, 'Llovió'));

  const { bySession, unreadable } = got(await keptDiaries(journal));

  expect([...bySession.keys()]).toEqual([SESSION]);
  expect(unreadable).toBe(1);
  expect(got(await journal.read(header.id))).toEqual([damaged]);
  got(await writeDiary(kit, header.session, undefined, 'Otra vez'));
  const after = got(await keptDiaries(journal));
  expect(diaryOf(after.bySession.get(header.session)?.entries ?? [])?.text).toBe('Otra vez');
  expect(after.unreadable).toBe(1);
});

test('[N8] a diary leaves as plain text with its head, called like the file of its session', () => {
  const { name, bytes } = diaryFile(aHeader(), ['Diario', 'Sesión'], 'Lluvia 🌧\ny frío');

  expect(name).toBe('llaqta-diary-2026-08-14-000001.txt');
  expect(new TextDecoder().decode(bytes)).toBe('Diario\nSesión\n\nLluvia 🌧\ny frío\n');
});
