import { expect, test } from 'vitest';

import type { Token } from '#domain/contributor.ts';
import { aStranger, type Channel } from '#domain/participant.ts';
import { canBeShown, mayBeShown, whyNotShown } from '#domain/showing.ts';
import { CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';

const person = (token: Token, ...channels: Channel[]): ReturnType<typeof aStranger> => {
  return { ...aStranger(token), channels };
};
const session = {
  participants: [
    person(ZORRO, 'drawing', 'publication'),
    person(LLAMA, 'publication'),
    person(CONDOR, 'drawing', 'archive'),
  ],
};
const work = { decision: 'keep', members: [ZORRO, LLAMA], publishable: true } as const;

test('[P10] what every child keeps and every family agreed to can be shown, and may be when an adult said so', () => {
  expect([canBeShown(session, work), mayBeShown(session, work)]).toEqual([true, true]);
  const unmarked = { ...work, publishable: false };
  expect([canBeShown(session, unmarked), mayBeShown(session, unmarked)]).toEqual([true, false]);
});

test.each<[string, Parameters<typeof mayBeShown>[1]]>([
  ['kept to oneself', { ...work, decision: 'keep-private' }],
  ['thrown away', { ...work, decision: 'throw-away' }],
  ['not decided about', { ...work, decision: undefined }],
  ['of nobody who is known', { ...work, members: [] }],
  ['of one family that did not agree', { ...work, members: [ZORRO, CONDOR] }],
  ['of somebody who is not on the roster', { ...work, members: [ZORRO, 'cuy-09'] }],
])('[P10] a work %s may not be shown, whatever was marked', (_what, other) => {
  expect([canBeShown(session, other), mayBeShown(session, other)]).toEqual([false, false]);
});

test('[P10] what stands in the way of showing a work is known', () => {
  expect(whyNotShown(session, work)).toBeUndefined();
  expect(whyNotShown(session, { ...work, decision: undefined })).toBe('undecided');
  expect(whyNotShown(session, { ...work, decision: 'keep-private' })).toBe('private');
  expect(whyNotShown(session, { ...work, members: [ZORRO, CONDOR] })).toBe('no-agreement');
});
