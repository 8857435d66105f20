import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import type { DECISIONS, SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { anId, LLAMA, seeded, ZORRO } from '../../fixtures/names.ts';
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
