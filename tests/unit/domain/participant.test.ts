import { describe, expect, test } from 'vitest';

import { aStranger, chosenWith, missingToBegin, MOST_TOGETHER } from '#domain/participant.ts';
import { tokenOf } from '#domain/contributor.ts';
import { sessionOf } from '#domain/session.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionSchema } from '#files/session-file.ts';
import { LLAMA, ZORRO } from '../../fixtures/names.ts';
import { sessionEntries } from '../../fixtures/sessions.ts';

test('[P1] no field of a participant, in the record or in the file, is one for a name', () => {
  const fields = Object.keys(aStranger(ZORRO));
  const filed = Object.keys(sessionSchema.entries.session.entries.participants.item.entries);

  expect(filed.sort()).toEqual(fields.sort());
  expect(fields.filter((field) => /name|nombre|birth|address/i.test(field))).toEqual([]);
});

test('[P1] what is said of somebody later wins field by field; the rest stays', () => {
  const set = (fields: object): SessionOperation => ({
    kind: 'participant/set',
    token: ZORRO,
    ...fields,
  });

  const { participants, contributors } = sessionOf(
    sessionEntries(
      set({ age: 8, gender: 'female', tongues: ['quy', 'es'] }),
      { kind: 'participant/set', token: LLAMA },
      set({ age: 9, reference: 'F-1', agreedOn: '2026-08-01', explainedIn: 'quy' }),
      set({ channels: ['drawing', 'archive'], groupOnly: true }),
    ),
  );

  expect(participants).toEqual([
    {
      token: ZORRO,
      role: 'child',
      age: 9,
      gender: 'female',
      tongues: ['quy', 'es'],
      reference: 'F-1',
      explainedIn: 'quy',
      agreedOn: '2026-08-01',
      channels: ['drawing', 'archive'],
      groupOnly: true,
    },
    aStranger(LLAMA),
  ]);
  expect(contributors).toEqual([ZORRO, LLAMA]);
});

describe('who may begin', () => {
  const ready = { ...aStranger(ZORRO), reference: 'F-1', channels: ['drawing'] } as const;

  test.each([
    ['with paper and agreement', ready, undefined],
    ['without paper', { ...ready, reference: undefined }, 'no-reference'],
    ['with an empty number', { ...ready, reference: '' }, 'no-reference'],
    ['without agreement to drawing', { ...ready, channels: ['voice'] as const }, 'no-channel'],
    [
      'an adult without paper',
      { ...ready, role: 'teacher', reference: undefined } as const,
      undefined,
    ],
    [
      'an adult who does not agree',
      { ...ready, role: 'teacher', channels: [] } as const,
      'no-channel',
    ],
  ])('[P2] %s', (_case, person, missing) => {
    expect(missingToBegin(person)).toBe(missing);
  });
});

test('[P22] eight sit down together; a ninth does not fit until somebody goes', () => {
  const eight = Array.from({ length: 8 }, (_, at) => tokenOf('zorro', at + 1));

  expect(MOST_TOGETHER).toBe(8);
  expect(chosenWith(eight.slice(1), ZORRO)).toEqual([...eight.slice(1), ZORRO]);
  expect(chosenWith(eight, LLAMA)).toBeUndefined();
  expect(chosenWith(eight, 'zorro-03')).toEqual(eight.filter((one) => one !== 'zorro-03'));
  expect(chosenWith([...eight, 'oso-01', 'oso-02'], 'oso-01')).toHaveLength(9);
});
