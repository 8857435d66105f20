/** [I22]: several children at one sheet at the same moment. */
import { describe, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';

import type { Animal } from '#domain/contributor.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import { tPicture } from '#i18n/picture-words.ts';
import { t } from '#i18n/translate.svelte.ts';
import { Finger, middleOnScreen, sideOf } from './hands.ts';
import { aStage, colour, differences, floatingOn, inkAt, lookAt, paintAt, PAPER } from './paper.ts';
import { aKit, aTable, linesOf, openedAgain, strokesOf } from './tablet.ts';
import { headOf, mapping, working, type Working } from './working.ts';

/** Three children at docks, their heads at three sides of the sheet. */
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
      { x: 800, y: 900 },
      { x: 800, y: 200 },
      { x: 200, y: 600 },
    ];
    for (const [finger, { x, y }] of begins.entries()) await touches.down(finger + 1, at(x, y));
    for (let step = 1; step < 99; step++) {
      await touches.moveAll(
        begins.map(({ x, y }, finger): [number, Point] => [
          finger + 1,
          at(x + step * 3, y + (step % 7) * 6),
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
    llama.down(1400, 200);
    fox.move(400, 1000);
    llama.move(1200, 200).up();
    fox.up();
    expect(bench.by).toBe('llama-02');
    bench.undo();
    expect(bench.shown.strokes).toMatchObject([{ by: 'zorro-01' }]);
    expect(paintAt(host, { x: 1300, y: 200 })).toEqual(PAPER);
    expect(paintAt(host, { x: 300, y: 1000 })).toEqual(colour(COLOUR_OF.red));
    bench.turnTo('zorro-01');
    bench.undo();
    expect(bench.shown.strokes).toEqual([]);
  });

  test('[I22] a line that crosses another child’s side stays with who began it', async () => {
    const { bench } = await aTable('drawing');
    const { stage, host } = aStage(bench.touch);
    bench.attach(stage);
    bench.dock(['zorro-01', 'llama-02']);
    const [fox, llama] = [new Finger(host, 1), new Finger(host, 2)];
    fox.down(200, 1000).move(800, 600);
    llama.down(1400, 300).move(1300, 300);
    fox.move(1400, 100).up();
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
    llama.down(1400, 200);
    for (let step = 1; step < 30; step++) {
      fox.move(200 + step * 40, 1000 - step * 25);
      llama.move(1400 - step * 40, 200 + step * 25);
    }
    fox.up();
    llama.up();
    const again = await openedAgain(kit, bench);
    const fresh = aStage();
    again.bench.attach(fresh.stage);
    expect(differences(lookAt(fresh.host), lookAt(host))).toEqual([]);
  });
});

/** A map in the round with pictures, and four children at its four sides. */
async function aFullTable(): Promise<Working> {
  const on = await mapping();
  for (const animal of ['condor', 'puma', 'zorro'] as const) on.sitting.turnTo(animal);
  on.bench.dock(on.sitting.contributors);
  await expect.element(headOf('puma')).toBeVisible();
  return on;
}

/** Who sits where, and a picture each may want, all from the first three of the tray. */
const SEATS = [
  { animal: 'zorro', by: 'zorro-01', side: 'bottom', symbol: 'self', to: { x: 400, y: 500 } },
  { animal: 'llama', by: 'llama-02', side: 'top', symbol: 'mother', to: { x: 1200, y: 500 } },
  { animal: 'condor', by: 'condor-03', side: 'left', symbol: 'father', to: { x: 700, y: 700 } },
  { animal: 'puma', by: 'puma-04', side: 'right', symbol: 'self', to: { x: 1000, y: 700 } },
] as const;

/** The small tray of a child. */
function trayOf(animal: Animal): Locator {
  return page.getByRole('group', { name: `${t('tray')}: ${t(`animal.${animal}`)}`, exact: true });
}

function tileOf(animal: Animal, symbol: string): Locator {
  return trayOf(animal).getByRole('button', { name: tPicture(symbol, []), exact: true });
}

/** What lies on the page, and whose it is. */
function ownersOn({ bench }: Working): unknown[] {
  return bench.shown.items.map(({ symbol, by }) => [symbol, by]);
}

describe('the docks', () => {
  test('[I22] stand at the sides, one for each child, each on its own colour; a tap opens its tin', async () => {
    const { bench, button, sheet } = await aGroup();
    const heads = ['zorro', 'llama', 'condor'] as const;
    const crayons = ['red', 'blue', 'green'] as const;
    const docks = heads.map((animal, at) =>
      page.getByRole('button', {
        name: `${t(`animal.${animal}`)}: ${t(`crayon.${crayons[at] ?? 'red'}`)}`,
      }),
    );
    expect(docks.map((dock) => sideOf(sheet(), dock.element()))).toEqual(['bottom', 'top', 'left']);
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
    await tap(1300, 200);
    expect(strokesOf(bench)).toMatchObject([{ crayon: 'blue' }]);
    await button('turn').click();
    await button('turn.together').click();
    expect(bench.docks).toEqual([]);
  });

  test('[M20] each head is turned towards its child’s side, and so is its open tray', async () => {
    const on = await aFullTable();
    for (const { animal, side } of SEATS) {
      await headOf(animal).click();
      const [head, tile] = [headOf(animal), tileOf(animal, 'self')].map((one) => feetOf(one));
      expect([animal, sideOf(on.sheet(), headOf(animal).element())]).toEqual([animal, side]);
      expect([animal, head, tile]).toEqual([animal, side, side]);
    }
  });

  test('[M20] pictures pulled out of four docks at the same moment belong each to its child, wherever they go', async () => {
    const on = await aFullTable();
    for (const { animal } of SEATS) await headOf(animal).click();
    expect(on.bench.by).toBe('puma-04');
    const paths = SEATS.map(({ animal, symbol, to }, at) => {
      const from = middleOnScreen(tileOf(animal, symbol).element());
      return { finger: at + 1, from, to: on.at(to.x, to.y) };
    });
    for (const { finger, from } of paths) await on.touches.down(finger, from);
    for (let step = 1; step <= 8; step++) {
      await on.touches.moveAll(
        paths.map(({ finger, from, to }): [number, Point] => [
          finger,
          {
            x: from.x + ((to.x - from.x) * step) / 8,
            y: from.y + ((to.y - from.y) * step) / 8,
          },
        ]),
      );
    }
    expect(floatingOn(on.sheet())).toHaveLength(4);
    for (const { finger } of paths) await on.touches.up(finger);

    expect(ownersOn(on)).toEqual(SEATS.map(({ symbol, by }) => [symbol, by]));
    expect(floatingOn(on.sheet())).toEqual([]);
    for (const [at, { to }] of SEATS.entries()) {
      const item = on.bench.shown.items[at];
      expect([item?.x, item?.y]).toEqual([expect.closeTo(to.x, -1), expect.closeTo(to.y, -1)]);
    }
  });

  test('[M20] a picture pulled out of a dock across the sheet stays its child’s, whoever’s turn it was', async () => {
    const on = await aFullTable();
    await headOf('llama').click();
    await headOf('zorro').click();
    expect(on.bench.by).toBe('zorro-01');
    const from = middleOnScreen(tileOf('llama', 'mother').element());
    await on.touches.drag(1, from, on.at(800, 500), on.at(500, 900));
    expect(ownersOn(on)).toEqual([['mother', 'llama-02']]);
  });

  test('[M20] [M22] tapped in a dock and then on the sheet it is that child’s, wherever the sheet is tapped', async () => {
    const on = await aFullTable();
    await headOf('llama').click();
    await tileOf('llama', 'father').click();
    expect(on.bench.by).toBe('llama-02');
    await on.tap(300, 1000);
    expect(ownersOn(on)).toEqual([['father', 'llama-02']]);
  });

  test('[M20] [M22] two children who tap a picture each, both put it', async () => {
    const on = await aFullTable();
    await headOf('llama').click();
    await headOf('zorro').click();
    await tileOf('zorro', 'self').click();
    await tileOf('llama', 'father').click();
    await on.tap(500, 850);
    await on.tap(500, 250);
    expect(ownersOn(on)).toEqual([
      ['self', 'zorro-01'],
      ['father', 'llama-02'],
    ]);
  });

  test('[M20] the small tray shows three at a time, turns over to all the others, and at last to the card without a picture', async () => {
    const on = await aFullTable();
    await headOf('puma').click();
    const tiles = (): (string | null)[] =>
      trayOf('puma')
        .getByRole('button')
        .elements()
        .map((tile) => tile.getAttribute('aria-label'))
        .filter((label) => label !== t('tray.more') && label !== t('undo'));
    const first = tiles();
    expect(first).toHaveLength(3);
    const { study } = on.bench;
    const tabs = study.tabs('map', 'base').flatMap(({ symbols }) => symbols);
    const offered = [...tabs, 'something'];
    const seen = [...first];
    for (let turns = 1; turns < offered.length / 3; turns++) {
      await trayOf('puma')
        .getByRole('button', { name: t('tray.more'), exact: true })
        .click();
      seen.push(...tiles());
    }
    expect(seen).toEqual(offered.map((symbol) => tPicture(symbol, [])));
    await trayOf('puma')
      .getByRole('button', { name: t('tray.more'), exact: true })
      .click();
    expect(tiles()).toEqual(first);
  });

  test('[M20] [J3] the arrow in a dock takes back what its own child did last, whoever’s turn it is', async () => {
    const on = await aFullTable();
    for (const animal of ['zorro', 'llama'] as const) await headOf(animal).click();
    await tileOf('llama', 'father').click();
    await on.tap(500, 300);
    await tileOf('zorro', 'self').click();
    await on.tap(1100, 850);
    expect(on.bench.by).toBe('zorro-01');
    await trayOf('llama')
      .getByRole('button', { name: t('undo'), exact: true })
      .click();
    expect(ownersOn(on)).toEqual([['self', 'zorro-01']]);
    await trayOf('llama')
      .getByRole('button', { name: t('undo'), exact: true })
      .click();
    await expect.element(page.getByText(t('hint.undo/nothing-left'))).toBeVisible();
    expect(ownersOn(on)).toEqual([['self', 'zorro-01']]);
  });

  test('[M20] while one child holds a picture another takes back an act of its own, and nothing falls out of the hand', async () => {
    const on = await aFullTable();
    for (const animal of ['zorro', 'llama'] as const) await headOf(animal).click();
    await tileOf('llama', 'father').click();
    await on.tap(500, 300);
    const from = middleOnScreen(tileOf('zorro', 'self').element());
    await on.touches.down(1, from);
    await on.touches.move(1, on.at(800, 600));
    on.bench.undo('llama-02');
    expect(floatingOn(on.sheet())).toHaveLength(1);
    await on.touches.move(1, on.at(1000, 700));
    await on.touches.up(1);
    expect(ownersOn(on)).toEqual([['self', 'zorro-01']]);
  });

  test('[M20] [M12] what one child chose for its links is not what another’s say', async () => {
    const on = await aFullTable();
    on.bench.turnTo('zorro-01');
    on.bench.bind({ relation: 'quarrel', valence: 'stress' });
    on.bench.turnTo('llama-02');
    on.bench.bind({ relation: 'help' });
    for (const [symbol, x, y] of [
      ['house', 500, 900],
      ['school', 1100, 900],
      ['hen', 500, 300],
      ['cow', 1100, 300],
    ] as const) {
      on.bench.take(symbol, 'zorro-01');
      await on.tap(x, y);
    }
    on.bench.pick('join');
    await on.pull([500, 900], on.at(800, 900), on.at(1100, 900));
    await on.pull([500, 300], on.at(800, 300), on.at(1100, 300));
    expect(
      on.bench.shown.links.map(({ by, relation, valence }) => [by, relation, valence]),
    ).toEqual([
      ['zorro-01', 'quarrel', 'stress'],
      ['llama-02', 'help', undefined],
    ]);
  });

  test('[M20] what one child holds shows in its own dock and in no other', async () => {
    const on = await aFullTable();
    for (const animal of ['zorro', 'llama'] as const) await headOf(animal).click();
    await tileOf('zorro', 'self').click();
    await tileOf('llama', 'mother').click();
    const pressed = (animal: Animal, symbol: string): string | null =>
      tileOf(animal, symbol).element().getAttribute('aria-pressed');
    const seen = (): unknown[] =>
      (['zorro', 'llama'] as const).flatMap((animal) =>
        (['self', 'mother'] as const).filter((symbol) => pressed(animal, symbol) === 'true'),
      );
    await expect.poll(seen).toEqual(['self', 'mother']);
    expect(pressed('llama', 'self')).toBe('false');
    await on.tap(1100, 300);
    await expect.poll(seen).toEqual(['self']);
    expect(on.bench.takenBy('zorro-01')).toBe('self');
  });

  test('[M20] a line being drawn goes on while other children open docks, take and put pictures, and take back', async () => {
    const on = await aFullTable();
    on.bench.pick('draw');
    await headOf('llama').click();
    const [draws, puts] = [new Finger(on.sheet(), 1), new Finger(on.sheet(), 2)];
    draws.down(600, 1000).move(700, 1000);
    (headOf('puma').element() as HTMLElement).click();
    await expect.element(trayOf('puma')).toBeVisible();
    on.bench.take('mother', 'llama-02');
    draws.move(800, 1000);
    puts.tap(700, 250);
    expect(ownersOn(on)).toEqual([['mother', 'llama-02']]);
    on.bench.undo('llama-02');
    on.bench.undo('puma-04');
    draws.move(900, 1000).move(1100, 1000).up();
    expect(on.bench.shown.items).toEqual([]);
    expect(linesOf(on.bench).map(({ length }) => length)).toEqual([5]);
    expect(strokesOf(on.bench)).toMatchObject([{ crayon: 'red' }]);
    expect(on.bench.shown.strokes).toMatchObject([{ by: 'zorro-01' }]);
  });

  test('[M20] a child’s own arrow ends its own line alone', async () => {
    const on = await aFullTable();
    on.bench.pick('draw');
    const [fox, llama] = [new Finger(on.sheet(), 1), new Finger(on.sheet(), 2)];
    fox.down(600, 1000).move(700, 1000);
    llama.down(1000, 200).move(900, 200);
    on.bench.undo('llama-02');
    expect(on.bench.shown.strokes).toEqual([]);
    llama.move(800, 200).up();
    fox.move(800, 1000).up();
    expect(on.bench.shown.strokes).toMatchObject([{ by: 'zorro-01' }]);
    expect(linesOf(on.bench).map(({ length }) => length)).toEqual([3]);
  });

  test('[M20] a picture one child picked stays picked while another puts one', async () => {
    const on = await aFullTable();
    on.bench.take('house', 'zorro-01');
    await on.tap(800, 850);
    on.bench.pick('hand');
    await on.tap(800, 850);
    expect(on.bench.pickedItem?.symbol).toBe('house');
    on.bench.take('school', 'llama-02');
    await on.tap(800, 250);
    expect(on.bench.by).toBe('llama-02');
    expect(on.bench.picked).toBeUndefined();
    await on.tap(400, 950);
    expect(on.bench.shown.items).toMatchObject([
      { symbol: 'school', by: 'llama-02', y: expect.closeTo(250, -1) as number },
      { symbol: 'house', by: 'zorro-01', y: expect.closeTo(950, -1) as number },
    ]);
  });

  test('[M20] who has no dock takes turns, and all docks close', async () => {
    const on = await mapping();
    on.bench.dock(on.sitting.contributors);
    await expect.element(headOf('llama')).toBeVisible();
    await on.button('turn').click();
    await on.button('animal.sapo').click();
    expect(on.bench.docks).toEqual([]);
    expect(on.bench.by).toBe('sapo-03');
    await expect.element(headOf('llama')).not.toBeInTheDocument();
  });

  test('[I22] who is chosen fifth sits where the first would have', async () => {
    const on = await mapping();
    for (const animal of ['condor', 'puma', 'sapo', 'zorro'] as const) on.sitting.turnTo(animal);
    await on.button('turn').click();
    await on.button('turn.together').click();
    const five = ['sapo', 'puma', 'llama', 'zorro', 'condor'] as const;
    for (const animal of five) await on.button(`animal.${animal}`).click();
    for (const animal of five) {
      const isSeated = String(animal !== 'sapo');
      await expect.element(on.button(`animal.${animal}`)).toHaveAttribute('aria-pressed', isSeated);
    }
    await on.button('turn.together').click();
    expect(on.bench.docks.map(({ by }) => by)).toEqual([
      'puma-04',
      'llama-02',
      'zorro-01',
      'condor-03',
    ]);
  });

  test('[I22] where fewer than two were chosen nobody sits, and they take turns as before', async () => {
    const on = await mapping();
    for (const animal of ['condor', 'puma', 'sapo', 'zorro'] as const) on.sitting.turnTo(animal);
    await on.button('turn').click();
    await on.button('turn.together').click();
    await expect.element(on.button('animal.cuy')).not.toBeInTheDocument();
    await on.button('animal.puma').click();
    await on.button('turn.together').click();
    expect(on.bench.docks).toEqual([]);
    await on.button('animal.puma').click();
    expect(on.bench.by).toBe('puma-04');
  });

  test('[I22] of more children than the tablet has sides those sit at it who are chosen', async () => {
    const on = await mapping();
    for (const animal of ['condor', 'puma', 'sapo', 'zorro'] as const) on.sitting.turnTo(animal);
    await on.button('turn').click();
    await on.button('turn.together').click();
    expect(on.bench.docks).toEqual([]);
    for (const animal of ['sapo', 'puma', 'llama'] as const) {
      await on.button(`animal.${animal}`).click();
    }
    await on.button('animal.puma').click();
    await on.button('turn.together').click();
    expect(on.bench.docks.map(({ by }) => by)).toEqual(['sapo-05', 'llama-02']);
  });

  test('[M20] an open dock closes again with a tap on its head', async () => {
    await aFullTable();
    await headOf('condor').click();
    await expect.element(trayOf('condor')).toBeVisible();
    await headOf('condor').click();
    await expect.element(trayOf('condor')).not.toBeInTheDocument();
  });

  test('[M20] no head and no open tray hides another', async () => {
    const on = await aFullTable();
    for (const { animal } of SEATS) await headOf(animal).click();
    const boxes = SEATS.flatMap(({ animal }) => [
      headOf(animal).element().getBoundingClientRect(),
      trayOf(animal).element().getBoundingClientRect(),
    ]);
    const overlaps = boxes.flatMap((a, at) =>
      boxes
        .slice(0, at)
        .filter(
          (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        ),
    );
    expect(overlaps).toEqual([]);
    const { right, bottom } = on.sheet().getBoundingClientRect();
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(right + 60);
      expect(box.bottom).toBeLessThanOrEqual(bottom);
    }
  });
});

/** The side to which the lower edge of the picture in a button points. */
function feetOf(button: Locator): string {
  const svg = button.element().querySelector('svg');
  const { c = 0, d = 0 } = svg?.getScreenCTM() ?? {};
  if (Math.abs(c) > Math.abs(d)) return c > 0 ? 'right' : 'left';
  return d > 0 ? 'bottom' : 'top';
}
