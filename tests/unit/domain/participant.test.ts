import { expect, test } from 'vitest';

import { aStranger, missingToBegin, type Participant } from '#domain/participant.ts';
import { ZORRO } from '../../fixtures/names.ts';

const child: Participant = { ...aStranger(ZORRO), reference: 'F-0117', channels: ['drawing'] };

test('[F8] of somebody who is only a token nothing is known, and nothing may be kept', () => {
  expect(aStranger(ZORRO)).toEqual({
    token: ZORRO,
    role: 'child',
    age: undefined,
    gender: undefined,
    tongues: [],
    reference: undefined,
    explainedIn: undefined,
    agreedOn: undefined,
    channels: [],
    groupOnly: false,
  });
});

test.each<[string, Partial<Participant>, ReturnType<typeof missingToBegin>]>([
  ['a child with a paper and the drawing ticked', {}, undefined],
  ['a child without a paper', { reference: undefined }, 'no-reference'],
  ['a child with an empty paper', { reference: '' }, 'no-reference'],
  ['a child whose drawing is not ticked', { channels: ['voice', 'archive'] }, 'no-channel'],
  ['an adult without a paper', { role: 'teacher', reference: undefined }, undefined],
  ['an adult whose drawing is not ticked', { role: 'parent', channels: [] }, 'no-channel'],
])('[N9] what is missing before %s begins is said', (_who, over, missing) => {
  expect(missingToBegin({ ...child, ...over })).toBe(missing);
});
