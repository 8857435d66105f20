import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Keeper } from '#state/keeper.svelte.ts';
import type { AnyEntry, Journal, StreamId } from '#storage/journal.ts';
import { aJournal, type Asked } from '../../fixtures/benches.ts';
import { anEntry } from '../../fixtures/marks.ts';
import { anId } from '../../fixtures/names.ts';
import { aHeader } from '../../fixtures/sessions.ts';

const [SESSION, WORK] = [anId('session'), anId('work')];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function begun(journal: Journal): Promise<Keeper> {
  await journal.begin(aHeader(), []);
  await journal.begin({ kind: 'work', id: WORK, session: SESSION, activity: 'drawing' }, []);
  return new Keeper(journal);
}

function entry(seq: number): AnyEntry {
  return anEntry({ kind: 'erased', was: 'stroke/add' }, { seq, n: seq });
}

/** The numbers of the entries that were really written, in order. */
function written(asked: readonly Asked[], stream: StreamId = WORK): number[] {
  return asked
    .filter((one) => one.done && one.stream === stream)
    .flatMap(({ entries }) => entries.map(({ seq }) => seq));
}

test('[J8] nothing is said to be saved before its transaction has completed', async () => {
  const { journal } = aJournal();
  let complete = (): void => undefined;
  const completed = new Promise<void>((resolve) => {
    complete = resolve;
  });
  const keeper = await begun({
    ...journal,
    append: async (...all) => {
      await completed;
      return journal.append(...all);
    },
  });
  expect(keeper.safety).toBe('saved');

  keeper.keep(WORK, entry(1));
  expect([keeper.safety, keeper.kept]).toEqual(['saving', 0]);
  complete();

  expect(await keeper.settled()).toBe('saved');
  expect(keeper.kept).toBe(1);
});

test('[J8] what queues up while one transaction runs goes into the next, in order', async () => {
  const { journal, asked } = aJournal();
  const keeper = await begun(journal);

  for (const seq of [1, 2, 3]) keeper.keep(WORK, entry(seq));
  keeper.keep(SESSION, entry(1));
  keeper.keep(WORK, entry(4));
  await keeper.settled();

  expect(asked.map(({ stream, entries }) => [stream, entries.map(({ seq }) => seq)])).toEqual([
    [WORK, [1]],
    [WORK, [2, 3]],
    [SESSION, [1]],
    [WORK, [4]],
  ]);
  expect(keeper.kept).toBe(5);
});

test.each([1, 2, 3, 4, 5])(
  '[J12] when write %i fails, the entry stays, is tried again and is never said to be saved',
  async (nth) => {
    const { journal, asked } = aJournal((call) => call === nth);
    const keeper = await begun(journal);

    for (const seq of [1, 2, 3, 4, 5]) {
      keeper.keep(WORK, entry(seq));
      const safety = await keeper.settled();
      expect(safety).toBe(seq === nth ? 'not-saved' : 'saved');
      expect(keeper.problem?.code).toBe(seq === nth ? 'storage/full' : undefined);
      expect(keeper.kept).toBe(written(asked).length);
    }
    await vi.advanceTimersByTimeAsync(2_000);

    expect(keeper.safety).toBe('saved');
    expect(written(asked)).toEqual([1, 2, 3, 4, 5]);
  },
);

test('[J12] a failed write is tried again by itself, as often as it takes', async () => {
  const { journal, asked } = aJournal((call) => call <= 3);
  const keeper = await begun(journal);

  keeper.keep(WORK, entry(1));
  await keeper.settled();
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);

  expect(asked.map(({ done }) => done)).toEqual([false, false, false, true]);
  expect([keeper.safety, keeper.problem]).toEqual(['saved', undefined]);
});

test('[J12] what is drawn while nothing can be written waits behind what was drawn before', async () => {
  const { journal, asked } = aJournal((call) => call <= 2);
  const keeper = await begun(journal);

  keeper.keep(WORK, entry(1));
  await keeper.settled();
  keeper.keep(SESSION, entry(1));
  await keeper.settled();
  keeper.keep(WORK, entry(2));
  await keeper.settled();

  expect(asked.filter(({ done }) => done).map(({ stream }) => stream)).toEqual([
    WORK,
    SESSION,
    WORK,
  ]);
  expect(written(asked)).toEqual([1, 2]);
});

property.prop(
  [
    fc.array(fc.constantFrom('work', 'session', 'settle', 'wait'), { maxLength: 30, size: 'max' }),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
  ],
  { numRuns: 150 },
)(
  '[J12] whenever it says saved, all is in the journal; in the end all is, in order',
  async (acts, failing) => {
    const { journal, asked } = aJournal((call) => failing.includes(call));
    const keeper = await begun(journal);
    const given = new Map<StreamId, number[]>([
      [WORK, []],
      [SESSION, []],
    ]);
    const kept = (): unknown => [...given.keys()].map((stream) => written(asked, stream));

    for (const act of acts) {
      if (act === 'settle') await keeper.settled();
      else if (act === 'wait') await vi.advanceTimersByTimeAsync(700);
      else {
        const stream = act === 'work' ? WORK : SESSION;
        const numbers = given.get(stream) ?? [];
        numbers.push(numbers.length + 1);
        keeper.keep(stream, entry(numbers.length));
      }
      if (keeper.safety === 'saved') expect(kept()).toEqual([...given.values()]);
    }
    await keeper.settled();
    await vi.advanceTimersByTimeAsync(30_000);

    expect(keeper.safety).toBe('saved');
    expect(kept()).toEqual([...given.values()]);
    expect(keeper.kept).toBe([...given.values()].flat().length);
  },
);

test('[J12] an entry kept at the very moment another was written is written too', async () => {
  const { journal } = aJournal();
  let first = true;
  const keeper = await begun({
    ...journal,
    append: (...all) => {
      const done = journal.append(...all);
      if (first) {
        first = false;
        queueMicrotask(() => {
          void done.then(() => {
            keeper.keep(WORK, entry(2));
          });
        });
      }
      return done;
    },
  });
  keeper.keep(WORK, entry(1));

  await vi.advanceTimersByTimeAsync(60_000);

  expect([keeper.safety, keeper.kept]).toEqual(['saved', 2]);
});

test('[J12] on a full tablet one try at a time is waiting, however much is drawn', async () => {
  let full = true;
  const { journal, asked } = aJournal(() => full);
  const keeper = await begun(journal);
  for (let seq = 1; seq <= 50; seq++) {
    keeper.keep(WORK, entry(seq));
    await keeper.settled();
  }
  const before = asked.length;

  await vi.advanceTimersByTimeAsync(20_000);

  expect(asked.length - before).toBeLessThanOrEqual(10);
  full = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(keeper.safety).toBe('saved');
});

test('[J11] what still waits for a work that is thrown away is not written any more', async () => {
  const { journal, asked } = aJournal((call) => call === 1);
  const keeper = await begun(journal);
  keeper.keep(WORK, entry(1));
  await keeper.settled();
  keeper.keep(SESSION, entry(1));
  await keeper.settled();
  keeper.keep(WORK, entry(2));

  keeper.forget(WORK);
  await keeper.settled();
  await vi.advanceTimersByTimeAsync(10_000);

  expect(written(asked, SESSION)).toEqual([1]);
  expect(keeper.safety).toBe('saved');
});
