import { expect, test } from 'vitest';

import { Scribe, startAfter } from '#state/scribe.ts';
import { anEntry } from '../../fixtures/marks.ts';
import { aClock, anActor, ZORRO } from '../../fixtures/names.ts';

const op = { kind: 'erased', was: 'stroke/add' } as const;

test('[M9] entries are numbered without gaps, after all there are, whatever order those were kept in', () => {
  const kept = [
    anEntry(op, { n: 7, at: 40 }),
    anEntry(op, { n: 3, at: 90 }),
    anEntry(op, { n: 5 }),
  ];
  const scribe = new Scribe(anActor(2), aClock(), startAfter(kept));

  const written = [scribe.write(op, ZORRO, 'base'), scribe.write(op, 'f', 'free')];

  expect(written).toEqual([
    { actor: anActor(2), seq: 1, n: 8, at: 90, by: ZORRO, round: 'base', op },
    { actor: anActor(2), seq: 2, n: 9, at: 90, by: 'f', round: 'free', op },
  ]);
});

test('[M9] the time of an act is whole milliseconds since the work was opened', () => {
  const clock = aClock();
  clock.pass(5000);
  const scribe = new Scribe(anActor(), clock, startAfter([]));
  clock.pass(12.6);

  expect(scribe.write(op, ZORRO, 'free')).toMatchObject({ seq: 1, n: 1, at: 13 });
});
