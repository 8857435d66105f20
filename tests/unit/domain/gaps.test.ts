import { expect, test } from 'vitest';

import { gapsOf, toldIn } from '#domain/gaps.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { WorkFold } from '#domain/fold.ts';
import { anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aToldMap, sessionEntries } from '../../fixtures/sessions.ts';

const COMPLETE: SessionOperation = {
  kind: 'session/set',
  community: 'b',
  setting: 'patio',
  language: 'quy',
  present: [],
  facilitator: 'f-1',
};
const person = (token: typeof ZORRO, over: object = {}): SessionOperation => ({
  kind: 'participant/set',
  token,
  age: 8,
  reference: 'F-0117',
  channels: ['drawing'],
  ...over,
});
const work = (number: number, ...members: (typeof ZORRO)[]): SessionOperation => ({
  kind: 'work/begin',
  work: anId('work', number),
  activity: 'drawing',
  members,
});

test('[P4] every gap that was left is listed, of the session, of people and of works, and no other', () => {
  const session = sessionOf(
    sessionEntries(
      { kind: 'session/set', setting: 'patio', present: [] },
      person(ZORRO, { reference: '' }),
      { kind: 'participant/set', token: LLAMA, reference: 'F-2' },
      person(CONDOR),
      { kind: 'participant/set', token: 'puma-09', role: 'teacher', channels: ['drawing'] },
      work(1, ZORRO),
      work(2, CONDOR),
      {
        kind: 'assent/answer',
        token: CONDOR,
        answer: 'yes',
        understanding: 'understood',
        repeats: 0,
        language: 'quy',
        voice: false,
        order: ['yes', 'no', 'not-now'],
      },
      { kind: 'work/finish', work: anId('work', 2), decision: 'keep' },
      work(3, CONDOR),
      { kind: 'work/finish', work: anId('work', 3), decision: 'throw-away' },
    ),
  );
  const told = new Map([
    [anId('work', 1), { titled: false, quotes: 0, untranslated: 0 }],
    [anId('work', 2), { titled: true, quotes: 3, untranslated: 2 }],
  ]);

  expect(gapsOf(session, told)).toEqual([
    { kind: 'about', field: 'community' },
    { kind: 'about', field: 'language' },
    { kind: 'about', field: 'facilitator' },
    { kind: 'no-reference', token: ZORRO },
    { kind: 'no-assent', token: ZORRO },
    { kind: 'no-channel', token: LLAMA },
    { kind: 'no-age', token: LLAMA },
    { kind: 'no-age', token: 'puma-09' },
    { kind: 'no-decision', work: anId('work', 1) },
    { kind: 'no-title', work: anId('work', 1) },
    { kind: 'no-words', work: anId('work', 1) },
    { kind: 'no-translation', work: anId('work', 2), count: 2 },
  ]);
});

test('[P4] a session with nothing missing has no gaps; a work that cannot be read is not blamed', () => {
  const session = sessionOf(
    sessionEntries(COMPLETE, person(ZORRO), work(1), {
      kind: 'work/finish',
      work: anId('work', 1),
      decision: 'keep-private',
    }),
  );

  expect(gapsOf(session, new Map())).toEqual([]);
});

test('[P4] what was told is counted: a title is no story, and Spanish needs no translation', () => {
  const { pages } = WorkFold.of(aToldMap()).work;

  expect(toldIn(pages)).toEqual({ titled: true, quotes: 3, untranslated: 0 });
  expect(
    toldIn([
      { ...pages[0]!, quotes: pages[0]!.quotes.map((one) => ({ ...one, translation: undefined })) },
    ]),
  ).toEqual({
    titled: true,
    quotes: 3,
    untranslated: 1,
  });
  expect(toldIn([])).toEqual({ titled: false, quotes: 0, untranslated: 0 });
});
