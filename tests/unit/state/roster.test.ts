import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { ANIMALS, nextNumber, numberOf, tokenOf, type Token } from '#domain/contributor.ts';
import { aStranger } from '#domain/participant.ts';
import type { Withdraw } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import type { KeptSession } from '#state/archive.ts';
import { knownParticipants, takenTokens } from '#state/roster.ts';
import { signsOf } from '#state/signs.ts';
import { aKit } from '../../fixtures/benches.ts';
import { aClock } from '../../fixtures/names.ts';
import { anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aHeader, sessionEntries } from '../../fixtures/sessions.ts';

function kept(startedAt: number, study: string, ...ages: [typeof ZORRO, number][]): KeptSession {
  const entries = sessionEntries(
    ...ages.map(([token, age]) => ({ kind: 'participant/set', token, age }) as const),
  );
  return { header: aHeader({ startedAt, study }), entries, session: sessionOf(entries) };
}

function keptWithout(startedAt: number, study: string, scope: Withdraw['scope']): KeptSession {
  const stone = { scope, on: '2026-08-17', works: [], removed: [] };
  const entries = sessionEntries({ kind: 'withdrawal/add', ...stone });
  return { header: aHeader({ startedAt, study }), entries, session: sessionOf(entries) };
}

test('[P8] a study knows everybody of its sessions, as they were described last', () => {
  const sessions = [
    kept(3, 'juntos', [ZORRO, 9]),
    kept(1, 'juntos', [ZORRO, 8], [LLAMA, 7]),
    kept(2, 'other', [CONDOR, 12]),
  ];

  expect(knownParticipants(sessions, 'juntos')).toEqual([
    { ...aStranger(LLAMA), age: 7 },
    { ...aStranger(ZORRO), age: 9 },
  ]);
});

test('[P8] the number after the highest is offered, after the last the first that is left', () => {
  const cuyes = Array.from({ length: 99 }, (_, at) => tokenOf('cuy', at + 1));

  expect(nextNumber([], 'zorro')).toBe(1);
  expect(nextNumber(['zorro-07', 'llama-03'], 'llama')).toBe(8);
  expect(nextNumber(['zorro-01', 'zorro-99', 'llama-02'], 'zorro')).toBe(3);
  expect(nextNumber([...cuyes, 'oso-01'], 'oso')).toBe(2);
  expect(nextNumber(cuyes, 'cuy')).toBe(99);
  expect([tokenOf('cuy', 4), numberOf('cuy-04'), numberOf('zorro-99')]).toEqual(['cuy-04', 4, 99]);
});

property.prop([fc.array(fc.constantFrom(...ANIMALS), { minLength: 500, maxLength: 500 })], {
  numRuns: 20,
})(
  '[P8] five hundred people are put down one after the other, each under what is offered',
  (all) => {
    const given: Token[] = [];
    for (const animal of all) given.push(tokenOf(animal, nextNumber(given, animal)));

    expect(new Set(given).size).toBe(500);
  },
);

test('[P8] every token there is can be offered', () => {
  const given: Token[] = [];
  for (const animal of ANIMALS.flatMap((one) => Array.from({ length: 99 }, () => one))) {
    given.push(tokenOf(animal, nextNumber(given, animal)));
  }

  expect(new Set(given).size).toBe(99 * ANIMALS.length);
});

test('[P8] [W8] a token is taken by whoever bears it, and by who was taken out of any session of the study', () => {
  const sessions = [
    kept(3, 'juntos', [ZORRO, 9]),
    keptWithout(2, 'juntos', { token: 'cuy-12' }),
    keptWithout(1, 'juntos', { work: anId('work') }),
    kept(1, 'juntos', [ZORRO, 8], [LLAMA, 7]),
    keptWithout(2, 'other', { token: 'oso-50' }),
  ];

  const taken = takenTokens(sessions, 'juntos');

  expect(taken).toEqual([LLAMA, ZORRO, 'cuy-12']);
  expect(nextNumber(taken, 'cuy')).toBe(13);
});

test('[P8] who was taken off is not known any more, and the number stays taken', () => {
  const entries = sessionEntries(
    { kind: 'participant/set', token: ZORRO, age: 8 },
    { kind: 'participant/leave', token: ZORRO },
  );
  const sessions = [{ header: aHeader({ study: 'juntos' }), entries, session: sessionOf(entries) }];

  expect(knownParticipants(sessions, 'juntos')).toEqual([]);
  expect(takenTokens(sessions, 'juntos')).toEqual([ZORRO]);
});

describe('how the tablet is', () => {
  const on = (level: number, charging = false, left?: number, wall = Date.UTC(2026, 7, 1)) =>
    signsOf(
      aKit({
        power: () => Promise.resolve({ level, charging }),
        roomLeft: () => Promise.resolve(left),
        clock: aClock(wall),
      }),
    );

  test('[P5] a battery at ten percent, fifty megabytes and the year 2015 are warned of', async () => {
    expect(await on(0.1, false, 50 * 2 ** 20, Date.UTC(2015, 0, 1))).toMatchObject({
      battery: 10,
      batteryLow: true,
      roomLow: true,
      clockWrong: true,
    });
  });

  test('[P5] a battery that is being filled, room enough and a right clock are not', async () => {
    expect(await on(0.1, true, 3 * 2 ** 30)).toMatchObject({
      batteryLow: false,
      roomLow: false,
      clockWrong: false,
    });
    expect((await on(0.15)).batteryLow).toBe(true);
    expect((await on(0.16)).batteryLow).toBe(false);
    expect((await on(1, false, 100 * 2 ** 20)).roomLow).toBe(false);
    expect((await on(1, false, 100 * 2 ** 20 - 1)).roomLow).toBe(true);
  });

  test('[P5] what a browser does not tell is not made up', async () => {
    const silent = aKit({
      power: () => Promise.resolve(undefined),
      roomLeft: () => Promise.resolve(undefined),
    });

    expect(await signsOf(silent)).toMatchObject({
      battery: undefined,
      batteryLow: false,
      room: undefined,
      roomLow: false,
    });
  });
});
