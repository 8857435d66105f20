import { expect, test } from 'vitest';

import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { withoutUnagreed } from '#domain/unagreed.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { sessionEntries } from '../../fixtures/sessions.ts';

const known: SessionOperation = {
  kind: 'participant/set',
  token: ZORRO,
  age: 8,
  gender: 'female',
  tongues: ['quy'],
  reference: 'F-0117',
};
const agreed: SessionOperation = {
  kind: 'participant/set',
  token: LLAMA,
  age: 9,
  reference: 'F-0118',
  channels: ['drawing'],
};
const left = (...ops: SessionOperation[]): unknown[] =>
  withoutUnagreed(sessionEntries(...ops)).map(({ op }) => op);

test('[F15] a child whose family did not agree leaves as an animal and a number; nobody else loses a word', () => {
  const more: SessionOperation = { kind: 'participant/set', token: ZORRO, channels: ['voice'] };
  const entries = withoutUnagreed(sessionEntries(known, agreed, more));

  expect(entries.map(({ op }) => op)).toEqual([
    { kind: 'participant/set', token: ZORRO },
    agreed,
    { kind: 'participant/set', token: ZORRO },
  ]);
  expect(sessionOf(entries).participants).toMatchObject([
    { token: ZORRO, age: undefined, reference: undefined, channels: [] },
    { token: LLAMA, age: 9 },
  ]);
});

test.each<[string, SessionOperation]>([
  ['begins a work', { kind: 'work/begin', work: anId('work'), activity: 'map', members: [ZORRO] }],
  ['skips', { kind: 'activity/skip', token: ZORRO, activity: 'map' }],
  ['is seen', { kind: 'observation/add', tag: 'laughs', about: [ZORRO] }],
  ['agrees', { kind: 'participant/set', token: ZORRO, channels: ['drawing'] }],
  ['is an adult', { kind: 'participant/set', token: ZORRO, role: 'teacher' }],
  [
    'answers',
    {
      kind: 'assent/answer',
      token: ZORRO,
      answer: 'no',
      understanding: 'understood',
      repeats: 0,
      language: 'es',
      voice: false,
      order: ['yes', 'no', 'not-now'],
    },
  ],
])('[F15] who %s stays as it was written down', (_what, op) => {
  expect(left(known, op)).toEqual([known, op]);
});

test('[F15] who drew a picture for the tray stays as it was written down', () => {
  const [entry, drawn] = sessionEntries(known, { kind: 'symbol/add', symbol: 'own-1', lines: [] });
  const entries = withoutUnagreed([entry!, { ...drawn!, by: ZORRO }]);
  expect(entries[0]).toEqual(entry);
});
