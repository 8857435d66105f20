import type { Token } from '#domain/contributor.ts';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import type { DECISIONS, SessionOperation } from '#domain/session-operation.ts';
import { aStranger } from '#domain/participant.ts';
import { isUnheardOf, sessionOf, tokensGiven, type Session } from '#domain/session.ts';
import { settledSession } from '#domain/settle-session.ts';
import { anActor, anId, LLAMA, seeded, ZORRO } from '../../fixtures/names.ts';
import { sessionEntries, sessionOperations } from '../../fixtures/sessions.ts';

const begin = (number: number): SessionOperation => {
  return { kind: 'work/begin', work: anId('work', number), activity: 'map' };
};
const handOver = (left: number): SessionOperation => {
  return { kind: 'session/hand-over', file: 'a.zip', sha256: 'ab'.repeat(32), left };
};

property.prop([fc.array(sessionOperations, { maxLength: 20, size: 'max' }), fc.nat()], {
  numRuns: 100,
})(
  '[J1] the entries of a session give the same session in whatever order they come',
  (ops, seed) => {
    const entries = sessionEntries(...ops);
    const next = seeded(seed);
    const mixed = entries
      .map((entry) => ({ entry, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry);

    expect(sessionOf(mixed)).toEqual(sessionOf(entries));
  },
);

test('[F8] children stand in the order in which they joined, each once', () => {
  const join = (token: typeof ZORRO): SessionOperation => ({ kind: 'contributor/join', token });

  const { contributors } = sessionOf(sessionEntries(join(LLAMA), join(ZORRO), join(LLAMA)));

  expect(contributors).toEqual([LLAMA, ZORRO]);
});

test('[F10] of each work the last decision counts; one that was not finished has none', () => {
  const finish = (number: number, decision: (typeof DECISIONS)[number]): SessionOperation => {
    return { kind: 'work/finish', work: anId('work', number), decision };
  };

  const { works } = sessionOf(
    sessionEntries(begin(1), begin(2), begin(1), finish(1, 'keep'), finish(1, 'throw-away')),
  );

  expect(works).toMatchObject([
    { id: anId('work', 1), activity: 'map', decision: 'throw-away', begunAt: 0, finishedAt: 3000 },
    { id: anId('work', 2), activity: 'map', decision: undefined, finishedAt: undefined },
  ]);
});

test('[F11] a session is handed over when nothing stayed behind, and until a work is begun after', () => {
  const isOver = (...ops: SessionOperation[]): boolean =>
    sessionOf(sessionEntries(...ops)).handedOver;

  expect(isOver()).toBe(false);
  expect(isOver(begin(1), handOver(1))).toBe(false);
  expect(isOver(begin(1), handOver(0))).toBe(true);
  expect(isOver(begin(1), handOver(0), begin(1))).toBe(true);
  expect(isOver(begin(1), handOver(0), begin(2))).toBe(false);
  expect(isOver(begin(1), handOver(0), begin(2), handOver(1))).toBe(false);
});

const folded = (...ops: SessionOperation[]): Session => sessionOf(sessionEntries(...ops));
const work = anId('work', 1);

test('[F8] what is said of the sitting later stands beside what was said before, or in its place', () => {
  const { about } = folded(
    { kind: 'session/set', community: 'b', language: 'es' },
    { kind: 'session/set', language: 'quy', present: ['parent'] },
    { kind: 'session/set', present: [] },
  );

  expect(about).toEqual({
    community: 'b',
    setting: undefined,
    language: 'quy',
    interpreter: undefined,
    present: [],
    facilitator: undefined,
  });
});

test('[F8] who is put on the roster takes part; what is known of them grows, each thing by itself', () => {
  const { contributors, participants } = folded(
    { kind: 'participant/set', token: LLAMA, age: 9, channels: ['drawing'] },
    { kind: 'contributor/join', token: ZORRO },
    { kind: 'contributor/join', token: LLAMA },
    { kind: 'participant/set', token: LLAMA, age: 10 },
  );

  expect(contributors).toEqual([LLAMA, ZORRO]);
  expect(participants).toEqual([{ ...aStranger(LLAMA), age: 10, channels: ['drawing'] }]);
});

test('[F8] a group that is set anew has the new members; one without members is none', () => {
  const [one, two] = [anId('group', 1), anId('group', 2)];
  const set = (group: typeof one, members: Token[]): SessionOperation => {
    return { kind: 'group/set', group, members };
  };

  const { groups } = folded(
    set(one, [ZORRO]),
    set(two, [LLAMA]),
    set(one, [ZORRO, LLAMA]),
    set(two, []),
  );

  expect(groups).toEqual([{ id: one, members: [ZORRO, LLAMA] }]);
});

test('[F8] every answer, skip, question and observation stands there with its time, the later ones too', () => {
  const skip = { kind: 'activity/skip', token: ZORRO, activity: 'map' } as const;
  const ask = { kind: 'prompt/show', prompt: 'tell', language: 'quy', work } as const;
  const see = { kind: 'observation/add', tag: 'laughs' } as const;

  const { skips, prompts, observations } = folded(skip, ask, see, see, ask, skip);

  expect(skips.map(({ at }) => at)).toEqual([0, 5_000]);
  expect(prompts).toMatchObject([
    { ...ask, at: 1_000 },
    { ...ask, at: 4_000 },
  ]);
  expect(observations.map(({ at, tag }) => [at, tag])).toEqual([
    [2_000, 'laughs'],
    [3_000, 'laughs'],
  ]);
});

test('[F10] a work rests until it is finished, may be shown when that was said, and is given back for good', () => {
  const more: SessionOperation[] = [
    { kind: 'work/rest', work },
    { kind: 'work/finish', work, decision: 'keep' },
    { kind: 'work/publish', work, publishable: true },
    { kind: 'work/give-back', work },
    { kind: 'work/publish', work, publishable: false },
  ];
  const states = more.map((_, at) => {
    const found = folded(begin(1), begin(2), ...more.slice(0, at + 1)).works;
    return [found[0]?.resting, found[0]?.publishable, found[0]?.givenBack, found[1]?.resting];
  });

  expect(states).toEqual([
    [true, false, false, false],
    [false, false, false, false],
    [false, true, false, false],
    [false, true, true, false],
    [false, false, true, false],
  ]);
});

test.each(['keep-private', 'throw-away'] as const)(
  '[P24] after %s a work may not be shown until it is said again, and keeping it changes nothing',
  (decision) => {
    const finish = { kind: 'work/finish', work, decision: 'keep' } as const;
    const publish = { kind: 'work/publish', work, publishable: true } as const;
    const ops = [publish, finish, { ...finish, decision }, finish, publish] as const;
    const may = ops.map((_, at) => folded(begin(1), ...ops.slice(0, at + 1)).works[0]?.publishable);

    expect(may).toEqual([true, true, false, false, true]);
  },
);

test('[F10] of a work that is decided about anew the first finish says when it was done', () => {
  const finish = { kind: 'work/finish', work, decision: 'keep' } as const;

  const { works } = folded(begin(1), finish, { ...finish, decision: 'keep-private' });

  expect(works).toMatchObject([{ decision: 'keep-private', finishedAt: 1_000 }]);
});

test.each<[string, SessionOperation, boolean]>([
  ['a work is begun', begin(2), false],
  ['somebody is put down', { kind: 'participant/set', token: ZORRO }, false],
  ['something said is not known', { kind: 'participant/clear', token: ZORRO, fields: [] }, false],
  ['somebody is taken off', { kind: 'participant/leave', token: LLAMA }, false],
  ['something is said of the sitting', { kind: 'session/set', setting: 'home' }, false],
  ['a child skips', { kind: 'activity/skip', token: ZORRO, activity: 'map' }, false],
  ['a work is given back', { kind: 'work/give-back', work }, true],
  ['the file leaves the tablet', handOver(0), true],
])('[F11] whether the day is still closed when %s', (_what, op, closed) => {
  expect(folded(begin(1), { kind: 'session/close' }, op).closed).toBe(closed);
});

test.each<[string, SessionOperation, boolean]>([
  ['something is noted', { kind: 'observation/add', tag: 'laughs' }, false],
  ['something is asked', { kind: 'prompt/show', prompt: 'tell', language: 'es' }, false],
  ['a slip is taken back', { kind: 'session/take-back', entry: `${anActor(7)}.1` }, false],
  ['a child decides anew', { kind: 'work/finish', work, decision: 'keep-private' }, false],
  ['it may be shown', { kind: 'work/publish', work, publishable: true }, false],
  ['more was told', { kind: 'work/tell', work }, false],
  ['a group is made', { kind: 'group/set', group: anId('group'), members: [ZORRO] }, false],
  ['the child is given its picture', { kind: 'work/give-back', work }, true],
  ['the day is closed', { kind: 'session/close' }, true],
])('[F11] whether it is still handed over when %s', (_what, op, handedOver) => {
  expect(folded(begin(1), handOver(0), op).handedOver).toBe(handedOver);
});

test('[P1] what was said of somebody by a slip is not known any more, and the rest stays', () => {
  const said = { age: 8, gender: 'female', reference: 'F-1', explainedIn: 'quy' } as const;
  const { participants } = folded(
    { kind: 'participant/set', token: ZORRO, ...said, agreedOn: '2026-08-10' },
    { kind: 'participant/set', token: LLAMA, age: 9 },
    { kind: 'participant/clear', token: ZORRO, fields: ['age', 'agreedOn', 'explainedIn'] },
  );

  const cleared = { age: undefined, agreedOn: undefined, explainedIn: undefined };
  expect(participants).toEqual([
    { ...aStranger(ZORRO), gender: 'female', reference: 'F-1', ...cleared },
    { ...aStranger(LLAMA), age: 9 },
  ]);
});

describe('[P8] who was put down by a slip', () => {
  const put = (token: typeof ZORRO): SessionOperation => {
    return { kind: 'participant/set', token, age: 8, reference: 'F-7' };
  };
  const leave = { kind: 'participant/leave', token: LLAMA } as const;
  const group = { kind: 'group/set', members: [ZORRO, LLAMA] } as const;
  const ops = [
    put(ZORRO),
    put(LLAMA),
    { ...group, group: anId('group', 1) },
    { ...group, group: anId('group', 2), members: [LLAMA] },
    { kind: 'participant/clear', token: LLAMA, fields: ['age'] },
    leave,
  ] as const;

  test('takes no part, and the number stays given', () => {
    const session = folded(...ops);
    expect(session.participants.map(({ token }) => token)).toEqual([ZORRO]);
    expect(session.contributors).toEqual([ZORRO]);
    expect(session.groups).toEqual([{ id: anId('group', 1), members: [ZORRO] }]);
    expect(tokensGiven(session)).toEqual([ZORRO, LLAMA]);
  });

  test('leaves nothing that was said of them; put down again they begin anew', () => {
    const entries = sessionEntries(...ops, { kind: 'participant/set', token: LLAMA, age: 11 });
    const left = settledSession(entries);
    expect(left.map(({ op }) => op.kind)).toEqual([
      'participant/set',
      'erased',
      'group/set',
      'group/set',
      'erased',
      'participant/leave',
      'participant/set',
    ]);
    expect(sessionOf(left)).toEqual(sessionOf(entries));
    expect(sessionOf(left).participants[1]).toEqual({ ...aStranger(LLAMA), age: 11 });
  });

  test.each<[string, SessionOperation]>([
    ['a work', { ...begin(1), members: [LLAMA] } as SessionOperation],
    ['a skip', { kind: 'activity/skip', token: LLAMA, activity: 'map' }],
    ['something seen', { kind: 'observation/add', tag: 'laughs', about: [LLAMA] }],
  ])('is not somebody of whom there is %s', (_what, op) => {
    expect(isUnheardOf(folded(put(LLAMA)), LLAMA)).toBe(true);
    expect(isUnheardOf(folded(put(LLAMA), op), LLAMA)).toBe(false);
    expect(isUnheardOf(folded(put(LLAMA), put(ZORRO), op), ZORRO)).toBe(true);
  });
});

describe('[N9] what was noted by a slip', () => {
  const ask = { kind: 'prompt/show', prompt: 'tell', language: 'quy', work } as const;
  const see = { kind: 'observation/add', note: 'mira a Wilber' } as const;
  const back = (seq: number): SessionOperation => {
    return { kind: 'session/take-back', entry: `${anActor(7)}.${seq}` as const };
  };

  test('is asked and seen no more, and what stands beside it is', () => {
    const { prompts, observations } = folded(ask, ask, see, see, back(2), back(3));

    expect(prompts).toMatchObject([{ at: 0 }]);
    expect(observations).toMatchObject([{ at: 3_000 }]);
  });

  test('leaves the record with its words, and nothing else leaves it', () => {
    const entries = sessionEntries(begin(1), ask, see, see, back(3), back(1));
    const left = settledSession(entries);

    expect(left.map(({ op }) => op)).toEqual([
      begin(1),
      ask,
      { kind: 'erased', was: 'observation/add' },
      see,
      back(3),
      back(1),
    ]);
    expect(sessionOf(left)).toEqual(sessionOf(entries));
    expect(settledSession(left), 'there is nothing left to do').toBe(left);
  });
});

describe('[A8] of a work that is thrown away', () => {
  const finish = (decision: (typeof DECISIONS)[number]): SessionOperation => {
    return { kind: 'work/finish', work, decision };
  };
  const other = anId('work', 2);
  const ask = { kind: 'prompt/show', prompt: 'tell', language: 'quy', work } as const;
  const see = { kind: 'observation/add', note: 'tiene pena', work, about: [ZORRO] } as const;
  const rest = { kind: 'work/rest', work } as const;
  const ofOthers = [
    { ...ask, work: other },
    { ...see, work: other },
  ] as const;
  const before = [begin(1), begin(2), ask, see, ...ofOthers, rest] as const;

  test('what stays in the record is that it was begun and thrown away', () => {
    const entries = sessionEntries(...before, finish('throw-away'));
    const left = settledSession(entries);

    expect(left.map(({ op }) => op)).toEqual([
      begin(1),
      begin(2),
      { kind: 'erased', was: 'prompt/show' },
      { kind: 'erased', was: 'observation/add' },
      ...ofOthers,
      { kind: 'erased', was: 'work/rest' },
      finish('throw-away'),
    ]);
    const { prompts, observations, works } = sessionOf(left);
    expect([prompts, observations]).toMatchObject([[{ work: other }], [{ work: other }]]);
    expect(works).toMatchObject([{ decision: 'throw-away', restedAt: undefined }, { id: other }]);
    expect(settledSession(left), 'there is nothing left to do').toBe(left);
    const kept = sessionEntries(...before, finish('keep-private'));
    expect(settledSession(kept)).toBe(kept);
  });
});
