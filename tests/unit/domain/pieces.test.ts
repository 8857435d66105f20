import { describe, expect, test } from 'vitest';

import type { Token } from '#domain/contributor.ts';
import { decisionsFor, hinderedIn, jointDecision, lastSeated, piecesOf } from '#domain/pieces.ts';
import {
  ANSWERS,
  type Answer,
  type Decision,
  type SessionOperation,
} from '#domain/session-operation.ts';
import { sessionOf, type Session } from '#domain/session.ts';
import { anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { sessionEntries } from '../../fixtures/sessions.ts';

const begin = (number: number, ...members: Token[]): SessionOperation => {
  return { kind: 'work/begin', work: anId('work', number), activity: 'drawing', members };
};
const skip = (token: Token): SessionOperation => {
  return { kind: 'activity/skip', token, activity: 'circles' };
};
const assent = (token: Token, answer: Answer): SessionOperation => {
  const how = { understanding: 'understood', repeats: 0, language: 'es', voice: false } as const;
  return { kind: 'assent/answer', token, answer, ...how, order: ANSWERS };
};
const after = (...ops: SessionOperation[]): Session => sessionOf(sessionEntries(...ops));

describe('whose pieces', () => {
  const all = after(
    begin(1, ZORRO),
    begin(2, LLAMA),
    begin(3, ZORRO, LLAMA),
    begin(4, ZORRO, LLAMA, CONDOR),
    begin(5, ZORRO),
    { kind: 'work/finish', work: anId('work', 5), decision: 'throw-away' },
  );
  const numbers = (...seated: Token[]): number[] =>
    piecesOf(all, seated).map(({ id }) => Number(id.slice(-2)));

  test('[A8] a child sees its own and what it made with others; nothing of others, nothing thrown away', () => {
    expect(numbers(ZORRO)).toEqual([1, 3, 4]);
    expect(numbers(CONDOR)).toEqual([4]);
  });

  test('[A8] a group sees what all of them made, and nobody sees nothing', () => {
    expect(numbers(ZORRO, LLAMA)).toEqual([3, 4]);
    expect(numbers(ZORRO, CONDOR)).toEqual([4]);
    expect(numbers()).toEqual([]);
  });
});

test('[P28] a work of somebody whose family took away what it takes is no piece to go on with; decided it stays one', () => {
  const agreed = (token: Token, over: object = {}): SessionOperation => {
    const paper = { reference: 'F-1', channels: ['drawing'] } as const;
    return { kind: 'participant/set', token, ...paper, ...over };
  };
  const works = [begin(1, ZORRO), begin(2, ZORRO, LLAMA), begin(3, ZORRO, LLAMA)];
  const before = after(
    agreed(ZORRO),
    agreed(LLAMA),
    ...works,
    { kind: 'work/finish', work: anId('work', 3), decision: 'keep' },
    agreed(LLAMA, { channels: ['voice'], reference: '' }),
  );
  const numbers = piecesOf(before, [ZORRO]).map(({ id }) => Number(id.slice(-2)));

  expect(numbers).toEqual([1, 3]);
  expect(before.works.map((work) => hinderedIn(before, work))).toEqual([
    [],
    [{ token: LLAMA, hindrances: ['no-reference', 'no-channel'] }],
    [],
  ]);
});

describe('what may be decided', () => {
  test('[A8] about a piece of its own a child decides all, about a shared one no child throws away', () => {
    const own = { members: [ZORRO], decision: 'keep-private' } as const;
    const shared = { members: [ZORRO, LLAMA], decision: 'keep' } as const;
    expect(decisionsFor(own, [ZORRO])).toEqual(['keep', 'keep-private', 'throw-away']);
    expect(decisionsFor(shared, [ZORRO])).toEqual(['keep', 'keep-private']);
    expect(decisionsFor(shared, [ZORRO, LLAMA])).toEqual(['keep', 'keep-private']);
  });

  test('[A8] a shared work that goes on is thrown away by all who made it, not by some', () => {
    const open = { members: [ZORRO, LLAMA], decision: undefined } as const;
    expect(decisionsFor(open, [LLAMA])).toEqual(['keep', 'keep-private']);
    expect(decisionsFor(open, [LLAMA, ZORRO])).toEqual(['keep', 'keep-private', 'throw-away']);
    expect(decisionsFor({ ...open, members: [] }, [])).toContain('throw-away');
  });

  test('[A8] what is shown to nobody only all who made it show again', () => {
    const hidden = { members: [ZORRO, LLAMA], decision: 'keep-private' } as const;
    expect(decisionsFor(hidden, [LLAMA])).toEqual(['keep-private']);
    expect(decisionsFor(hidden, [LLAMA, ZORRO])).toEqual(['keep', 'keep-private']);
  });
});

test.each<[Decision, ...Decision[]]>([
  ['keep', 'keep', 'keep'],
  ['keep-private', 'keep', 'keep-private'],
  ['keep-private', 'throw-away', 'keep'],
  ['keep-private', 'keep-private', 'throw-away'],
  ['throw-away', 'throw-away', 'throw-away'],
])('[A16] it is %s when they say %s and %s', (joint, ...said) => {
  expect(jointDecision(said)).toBe(joint);
  expect(jointDecision(said.reverse())).toBe(joint);
});

describe('who sat before the tablet last', () => {
  test('[A10] those of the last work, or who answered or skipped after it', () => {
    expect(lastSeated(after())).toEqual([]);
    expect(lastSeated(after(begin(1, ZORRO), begin(2, LLAMA, CONDOR)))).toEqual([LLAMA, CONDOR]);
    expect(lastSeated(after(begin(1, ZORRO), skip(LLAMA)))).toEqual([LLAMA]);
    expect(lastSeated(after(begin(1, ZORRO), assent(LLAMA, 'yes')))).toEqual([LLAMA]);
    expect(lastSeated(after(assent(LLAMA, 'yes'), begin(1, ZORRO)))).toEqual([ZORRO]);
  });

  test.each(['work/rest', 'work/finish'] as const)(
    '[A10] those who went on with an earlier work, when it came to %s',
    (kind) => {
      const op = { kind, work: anId('work', 1), decision: 'keep' } as SessionOperation;
      expect(lastSeated(after(begin(1, ZORRO), begin(2, LLAMA), op))).toEqual([ZORRO]);
      expect(lastSeated(after(begin(1, ZORRO), op, begin(2, LLAMA)))).toEqual([LLAMA]);
    },
  );

  test('[A10] of what was decided anew the first time counts', () => {
    const finish = (decision: Decision): SessionOperation => {
      return { kind: 'work/finish', work: anId('work', 1), decision };
    };
    const again = after(begin(1, ZORRO), finish('keep'), begin(2, LLAMA), finish('keep-private'));
    expect(lastSeated(again)).toEqual([LLAMA]);
  });

  test('[A10] who did not want to take part sits before nothing, least of all others’ pieces', () => {
    expect(lastSeated(after(begin(1, ZORRO), assent(LLAMA, 'not-now')))).toEqual([]);
    expect(lastSeated(after(begin(1, ZORRO), assent(LLAMA, 'no')))).toEqual([]);
  });
});
