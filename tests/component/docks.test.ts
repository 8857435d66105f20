/** [I22]: several children at one sheet at the same moment. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { COLOUR_OF } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import { t } from '#i18n/translate.svelte.ts';
import { Finger, middleOnScreen } from './hands.ts';
import { aStage, colour, differences, inkAt, lookAt, paintAt, PAPER } from './paper.ts';
import { aKit, aTable, linesOf, openedAgain, strokesOf } from './tablet.ts';
import { working, type Working } from './working.ts';

/** Three children at docks, their heads at three corners of the sheet. */
async function aGroup(on?: Working): Promise<Working> {
  const group = on ?? (await working('drawing'));
  group.sitting.turnTo('condor');
  group.bench.dock(group.sitting.contributors);
  await expect
    .element(page.getByRole('button', { name: /^zorro|^cóndor|^llama/u }).first())
    .toBeVisible();
  return group;
}

describe('three children', () => {
  test('[I22] draw at the same moment: 99 of 99 readings each, each in an own colour and name', async () => {
    const { bench, at, touches, sheet } = await aGroup();
    const begins = [
      { x: 300, y: 1000 },
      { x: 1300, y: 1000 },
      { x: 1300, y: 200 },
    ];
    for (const [finger, { x, y }] of begins.entries()) await touches.down(finger + 1, at(x, y));
    for (let step = 1; step < 99; step++) {
      await touches.moveAll(
        begins.map(({ x, y }, finger): [number, Point] => [
          finger + 1,
          at(x + (x < 800 ? 1 : -1) * step * 3, y + (y < 600 ? 1 : -1) * (step % 7) * 6),
        ]),
      );
    }
    for (const finger of [1, 2, 3]) await touches.up(finger);

    expect(linesOf(bench).map(({ length }) => length)).toEqual([99, 99, 99]);
    const drawn = bench.shown.strokes.map(({ by, line }) => [by, line.crayon]);
    expect(drawn).toEqual([
      ['zorro-01', 'red'],
      ['llama-02', 'blue'],
      ['condor-03', 'green'],
    ]);
    for (const [index, { x, y }] of begins.entries()) {
      const crayon = (['red', 'blue', 'green'] as const)[index] ?? 'black';
      expect(inkAt(sheet(), { x, y })).toEqual(colour(COLOUR_OF[crayon]));
    }
  });

  test('[I22] each takes back only what is its own', async () => {
    const { bench } = await aTable('drawing');
    const { stage, host } = aStage(bench.touch);
    bench.attach(stage);
    bench.dock(['zorro-01', 'llama-02']);
    bench.brush = 'brush';
    const [fox, llama] = [new Finger(host, 1), new Finger(host, 2)];
    fox.down(200, 1000);
    llama.down(1400, 1000);
    fox.move(400, 1000);
    llama.move(1200, 1000).up();
    fox.up();
    expect(bench.by).toBe('llama-02');
    bench.undo();
    expect(bench.shown.strokes).toMatchObject([{ by: 'zorro-01' }]);
    expect(paintAt(host, { x: 1300, y: 1000 })).toEqual(PAPER);
    expect(paintAt(host, { x: 300, y: 1000 })).toEqual(colour(COLOUR_OF.red));
    bench.turnTo('zorro-01');
    bench.undo();
    expect(bench.shown.strokes).toEqual([]);
  });

  test('[I22] a line that crosses another child’s corner stays with who began it', async () => {
    const { bench } = await aTable('drawing');
    const { stage, host } = aStage(bench.touch);
    bench.attach(stage);
    bench.dock(['zorro-01', 'llama-02']);
    const [fox, llama] = [new Finger(host, 1), new Finger(host, 2)];
    fox.down(200, 1000).move(800, 1000);
    llama.down(1400, 900).move(1300, 900);
    fox.move(1400, 1000).up();
    llama.up();
    expect(bench.shown.strokes).toMatchObject([
      { by: 'zorro-01', line: { crayon: 'red' } },
      { by: 'llama-02', line: { crayon: 'blue' } },
    ]);
  });

  test('[I22] what they drew at once opens as the same picture', async () => {
    const kit = aKit();
    const { bench } = await aTable('drawing', kit);
    const { stage, host } = aStage(bench.touch);
    bench.attach(stage);
    bench.dock(['zorro-01', 'llama-02']);
    bench.brush = 'marker';
    const [fox, llama] = [new Finger(host, 1), new Finger(host, 2)];
    fox.down(200, 1000);
    llama.down(1400, 1000);
    for (let step = 1; step < 30; step++) {
      fox.move(200 + step * 40, 1000 - step * 25);
      llama.move(1400 - step * 40, 1000 - step * 25);
    }
    fox.up();
    llama.up();
    const again = await openedAgain(kit, bench);
    const fresh = aStage();
    again.bench.attach(fresh.stage);
    expect(differences(lookAt(fresh.host), lookAt(host))).toEqual([]);
  });
});

describe('the docks', () => {
  test('[I22] stand at the corners, one for each child, each on its own colour; a tap opens its tin', async () => {
    const { bench, button, sheet } = await aGroup();
    const heads = ['zorro', 'llama', 'condor'] as const;
    const crayons = ['red', 'blue', 'green'] as const;
    const docks = heads.map((animal, at) =>
      page.getByRole('button', {
        name: `${t(`animal.${animal}`)}: ${t(`crayon.${crayons[at] ?? 'red'}`)}`,
      }),
    );
    const box = sheet().getBoundingClientRect();
    const corners = docks.map((dock) => {
      const { x, y } = middleOnScreen(dock.element());
      return [
        x > box.left + box.width / 2 ? 'right' : 'left',
        y > box.top + box.height / 2 ? 'bottom' : 'top',
      ];
    });
    expect(corners).toEqual([
      ['left', 'bottom'],
      ['right', 'bottom'],
      ['right', 'top'],
    ]);
    await docks[1]!.click();
    await button('crayon.sky').click();
    expect(bench.docks.map(({ crayon }) => crayon)).toEqual(['red', 'sky', 'green']);
    await expect
      .element(page.getByRole('button', { name: `${t('animal.llama')}: ${t('crayon.sky')}` }))
      .toHaveAttribute('aria-pressed', 'true');
  });

  test('[I22] come and go with one tap on the panel of turns', async () => {
    const { bench, button, tap } = await working('drawing');
    await button('turn').click();
    await button('turn.together').click();
    expect(bench.docks.map(({ by }) => by)).toEqual(['zorro-01', 'llama-02']);
    await tap(1300, 1000);
    expect(strokesOf(bench)).toMatchObject([{ crayon: 'blue' }]);
    await button('turn').click();
    await button('turn.together').click();
    expect(bench.docks).toEqual([]);
  });
});
