import { expect, test } from 'vitest';

import { gapsOf, toldIn } from '#domain/gaps.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { WorkFold } from '#domain/fold.ts';
import { aPut } from '../../fixtures/marks.ts';
import { anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aToldMap, sessionEntries } from '../../fixtures/sessions.ts';
import { aTablet } from '../../fixtures/tablet.ts';

const NONE: ReadonlySet<string> = new Set();
const COMPLETE: SessionOperation = {
  kind: 'session/set',
  community: 'b',
  setting: 'patio',
  language: 'quy',
  interpreter: false,
  present: [],
  facilitator: 'f-1',
};
const person = (token: typeof ZORRO, over: object = {}): SessionOperation => ({
  kind: 'participant/set',
  token,
  age: 8,
  gender: 'unsaid',
  tongues: ['quy'],
  reference: 'F-0117',
  agreedOn: '2026-08-10',
  explainedIn: 'quy',
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
    [anId('work', 1), { titled: false, quotes: 0, untranslated: 0, names: [] }],
    [anId('work', 2), { titled: true, quotes: 3, untranslated: 2, names: [] }],
  ]);

  expect(gapsOf(session, told, NONE)).toEqual([
    { kind: 'about', field: 'community' },
    { kind: 'about', field: 'language' },
    { kind: 'about', field: 'interpreter' },
    { kind: 'about', field: 'facilitator' },
    { kind: 'person', token: ZORRO, lacks: ['no-reference', 'no-assent'] },
    {
      kind: 'person',
      token: LLAMA,
      lacks: ['no-channel', 'no-day', 'no-explanation', 'no-age', 'no-gender', 'no-tongues'],
    },
    { kind: 'person', token: 'puma-09', lacks: ['no-age', 'no-gender', 'no-tongues'] },
    { kind: 'no-decision', work: anId('work', 1) },
    { kind: 'no-title', work: anId('work', 1) },
    { kind: 'no-words', work: anId('work', 1) },
    { kind: 'no-translation', work: anId('work', 2), count: 2 },
    { kind: 'not-returned', work: anId('work', 2) },
  ]);
});

test('[P4] of a child whose family said no on a paper with its day nothing is missing', () => {
  const paper = { kind: 'participant/set', token: LLAMA, reference: 'F-2' } as const;
  const lacks = (...more: SessionOperation[]): unknown[] =>
    gapsOf(sessionOf(sessionEntries(COMPLETE, paper, ...more)), new Map(), NONE);

  expect(lacks()).toMatchObject([{ kind: 'person', token: LLAMA }]);
  expect(lacks({ ...paper, agreedOn: '2026-08-10' })).toEqual([]);
  expect(lacks({ ...paper, agreedOn: '2026-08-10', channels: ['drawing'] })).toMatchObject([
    { kind: 'person', lacks: ['no-explanation', 'no-age', 'no-gender', 'no-tongues'] },
  ]);
});

test('[P4] a copy is asked for until it was given back; what a child shows to nobody is not', () => {
  const kept = [
    COMPLETE,
    work(1),
    { kind: 'work/finish', work: anId('work', 1), decision: 'keep' },
    work(2),
    { kind: 'work/finish', work: anId('work', 2), decision: 'keep-private' },
  ] as const;
  const givenBack = { kind: 'work/give-back', work: anId('work', 1) } as const;

  expect(gapsOf(sessionOf(sessionEntries(...kept)), new Map(), NONE)).toEqual([
    { kind: 'not-returned', work: anId('work', 1) },
  ]);
  expect(gapsOf(sessionOf(sessionEntries(...kept, givenBack)), new Map(), NONE)).toEqual([]);
});

test('[P4] an adult with a paper is asked for its day and language, one without is not', () => {
  const adult = { role: 'teacher', agreedOn: undefined, explainedIn: undefined };
  const lacksOf = (reference: string | undefined): unknown => {
    const { participants, ...rest } = sessionOf(sessionEntries(COMPLETE, person(ZORRO)));
    const one = { ...participants[0]!, ...adult, reference } as (typeof participants)[0];
    return gapsOf({ ...rest, participants: [one] }, new Map(), NONE);
  };

  expect(lacksOf(undefined)).toEqual([]);
  expect(lacksOf('F-3')).toEqual([
    { kind: 'person', token: ZORRO, lacks: ['no-day', 'no-explanation'] },
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

  expect(gapsOf(session, new Map(), NONE)).toEqual([]);
});

test('[P4] what was told is counted: a title is no story, and Spanish needs no translation', () => {
  const { pages } = WorkFold.of(aToldMap()).work;

  expect(toldIn(pages, NONE)).toEqual({ titled: true, quotes: 3, untranslated: 0, names: [] });
  expect(
    toldIn(
      [
        {
          ...pages[0]!,
          quotes: pages[0]!.quotes.map((one) => ({ ...one, translation: undefined })),
        },
      ],
      NONE,
    ),
  ).toEqual({ titled: true, quotes: 3, untranslated: 1, names: [] });
  expect(toldIn([], NONE)).toEqual({ titled: false, quotes: 0, untranslated: 0, names: [] });
});

test('[T10] what looks like a name in a title, a story, its translation, a label or a dispute is listed until it is gone', () => {
  const tablet = aTablet();
  const [title, story] = [anId('quote', 1), anId('quote', 2)];
  const told = { page: anId('page'), speaker: ZORRO, source: 'said' } as const;
  const es = (text: string): { text: string; language: 'es' } => ({ text, language: 'es' });
  tablet.does(ZORRO, aPut(1), 'base');
  tablet.does(ZORRO, aPut(2), 'base');
  tablet.does('f', { kind: 'item/set', item: anId('item', 1), label: es('mi amigo Wilber') });
  const dispute = { between: [ZORRO, LLAMA], note: 'Elmer dice que no' };
  tablet.does('f', { kind: 'item/set', item: anId('item', 2), dispute });
  const ring = { ring: anId('ring', 1), page: anId('page'), items: [anId('item', 1)] };
  tablet.does('f', { kind: 'ring/add', ...ring });
  tablet.does('f', { kind: 'ring/set', ring: ring.ring, label: es('los Quispe') });
  tablet.does('f', {
    kind: 'quote/add',
    quote: title,
    about: 'title',
    ...told,
    wording: es('Juana'),
  });
  const said = { text: 'Mariaqa wasiypi', language: 'quy' } as const;
  tablet.does('f', { kind: 'quote/add', quote: story, about: 'page', ...told, wording: said });
  const translation = es('Maria está en mi casa con Nelly');
  tablet.does('f', { kind: 'quote/set', quote: story, translation });
  const namesNow = (): readonly string[] =>
    toldIn(WorkFold.of(tablet.entries).work.pages, NONE).names;
  expect(namesNow()).toEqual(['Juana', 'Maria', 'Nelly', 'Wilber', 'Quispe', 'Elmer']);

  tablet.does('f', { kind: 'item/set', item: anId('item', 1), label: es('mi [amigo]') });
  tablet.does('f', { kind: 'quote/set', quote: title, gone: true });

  expect(namesNow()).toEqual(['Maria', 'Nelly', 'Quispe', 'Elmer']);
});

test('[T10] names in a work and in notes are gaps; of a work that was thrown away none', () => {
  const session = sessionOf(
    sessionEntries(
      COMPLETE,
      work(1),
      { kind: 'work/finish', work: anId('work', 1), decision: 'keep' },
      { kind: 'work/give-back', work: anId('work', 1) },
      work(2),
      { kind: 'work/finish', work: anId('work', 2), decision: 'throw-away' },
      { kind: 'observation/add', note: 'Rosaura mira a Rosaura', work: anId('work', 1) },
      { kind: 'observation/add', tag: 'laughs', work: anId('work', 1) },
    ),
  );
  const one = { titled: true, quotes: 1, untranslated: 0, names: ['Juana'] };
  const told = new Map([
    [anId('work', 1), one],
    [anId('work', 2), one],
  ]);

  expect(gapsOf(session, told, NONE)).toEqual([
    { kind: 'name', work: anId('work', 1), names: ['Juana'] },
    {
      kind: 'name-in-note',
      entry: expect.stringMatching(/\.7$/) as string,
      note: 'Rosaura mira a Rosaura',
      names: ['Rosaura'],
    },
  ]);
  expect(gapsOf(session, told, new Set(['rosaura'])).map(({ kind }) => kind)).toEqual(['name']);
});
