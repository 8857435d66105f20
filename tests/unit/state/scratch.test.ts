import { expect, test } from 'vitest';

import { AGE_PRESETS } from '#domain/age-band.ts';
import { linesOn, scratchBench } from '#state/scratch.ts';
import { aKit, aTable, touch } from '../../fixtures/benches.ts';
import { pull, tap } from '../../fixtures/hands.ts';

const [HERE, THERE] = [
  { x: 300, y: 300 },
  { x: 600, y: 500 },
];

test('[I15] what is drawn for practice is on the sheet and in no store of the tablet', async () => {
  const kit = aKit();
  const bench = await scratchBench(kit, AGE_PRESETS['9-11']);
  const leave = bench.attach(aTable());
  touch(bench, pull(HERE, THERE));
  bench.newPage();
  touch(bench, tap(HERE));
  leave();

  expect(await bench.keeper.settled()).toBe('saved');
  expect(bench.entries.map(({ op }) => op.kind)).toEqual([
    'page/add',
    'stroke/add',
    'page/add',
    'stroke/add',
  ]);
  expect(await kit.journal.streams()).toEqual({ ok: true, value: [] });
});

test('[I23] a picture is made of the lines that still show, in their order', async () => {
  const bench = await scratchBench(aKit(), AGE_PRESETS['6-8']);
  bench.crayon = 'red';
  touch(bench, pull(HERE, THERE));
  bench.crayon = 'blue';
  bench.brush = 'brush';
  touch(bench, pull(THERE, { x: 1000, y: 200 }));
  touch(bench, tap({ x: 1200, y: 900 }));
  bench.undo();
  bench.brush = 'crayon';
  bench.crayon = 'ichu';
  touch(bench, tap({ x: 100, y: 1000 }));
  bench.pick('rub-out');
  touch(bench, tap({ x: 100, y: 1000 }));

  expect(linesOn(bench)).toMatchObject([
    { tool: 'crayon', crayon: 'red' },
    { tool: 'brush', crayon: 'blue' },
  ]);
  expect(Object.keys(linesOn(bench)[0]!).sort()).toEqual(['crayon', 'samples', 'tool', 'width']);
});
