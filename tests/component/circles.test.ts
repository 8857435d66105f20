/** [M24] and [M25]: sheets with something printed on them, on the screen and in files. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { present } from '#base/assert.ts';
import type { AgeBand } from '#domain/age-band.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import { CENTRE } from '#domain/ground.ts';
import { standingOfItem } from '#domain/measures.ts';
import { isEgo, type Activity, type Item } from '#domain/work.ts';
import { t } from '#i18n/translate.svelte.ts';
import { pageSvg } from '#picture/svg.ts';
import { cleanImage } from '#stage/image.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { baked, bare } from './baked.ts';
import { Finger } from './hands.ts';
import {
  aStage,
  colour,
  differences,
  farthest,
  floatingOn,
  inkAt,
  lookAt,
  paintAt,
  PAPER,
  type Colour,
} from './paper.ts';
import { poured } from './play.ts';
import { aKit, aTable, openedAgain, type Table } from './tablet.ts';
import { mapping } from './working.ts';

/** A finger that taps at the edge of the screen only rests there: let every sheet be within. */
beforeAll(() => page.viewport(2500, 2500));

/** Beside the page's thread the browser rounds a rim otherwise now and then: measured 1 of 255. */
const ROUNDING = 2;

type Sheet = Table & Readonly<{ host: HTMLElement; finger: Finger }>;

async function aSheet(activity: Activity, ageBand: AgeBand = '9-11'): Promise<Sheet> {
  const table = await aTable(activity, aKit(), ageBand);
  const { stage, host } = aStage(table.bench.touch);
  table.bench.attach(stage);
  return { ...table, host, finger: new Finger(host) };
}

function egoOn({ bench }: Pick<Sheet, 'bench'>): Item {
  return present(bench.shown.items.find(isEgo), 'oneself is in the middle');
}

/** Places of the print where nothing else lies: of circles in each ring and beyond, of panels in each. */
const PRINT = {
  circles: [
    { x: 800, y: 380 },
    { x: 980, y: 300 },
    { x: 1000, y: 150 },
    { x: 100, y: 100 },
  ],
  'two-panels': [
    { x: 400, y: 700 },
    { x: 1200, y: 700 },
  ],
} as const;

function printSeen(activity: keyof typeof PRINT, host: Element): Colour[] {
  return PRINT[activity].map((at) => paintAt(host, at));
}

describe.each(['circles', 'two-panels'] as const)('%s', (activity) => {
  test('[M24] [M25] the print is seen on an empty sheet, each part otherwise, and is as in files', async () => {
    const { bench, host } = await aSheet(activity);
    const seen = printSeen(activity, host).map(String);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((one) => one === String(PAPER))).toHaveLength(
      activity === 'circles' ? 1 : 0,
    );
    const bitmap = await createImageBitmap(
      new Blob([await cleanImage(bare(bench.shown), pictureOf, 0.5)]),
    );
    const context = new OffscreenCanvas(800, 600).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, 800, 600).data.buffer);
    expect(farthest(pixels, lookAt(host).pixels)).toBeLessThanOrEqual(ROUNDING);
  });

  test('[M24] [M25] ink and pictures lie above the print, and rubbing takes ink but leaves the print', async () => {
    const { bench, host, finger } = await aSheet(activity);
    const before = lookAt(host);
    bench.pick('draw');
    bench.brush = 'brush';
    bench.crayon = 'red';
    const [at] = PRINT[activity];
    const across = (): void => {
      finger.line([
        { x: at.x - 200, y: at.y },
        { x: at.x, y: at.y },
        { x: at.x + 200, y: at.y },
      ]);
    };
    across();
    expect(paintAt(host, at)).toEqual(colour(COLOUR_OF.red));
    bench.pick('rub-out');
    bench.width = 'thick';
    finger
      .down(at.x - 200, at.y)
      .move(at.x, at.y)
      .move(at.x + 200, at.y);
    expect(paintAt(host, at)).toEqual(colourIn(before.pixels, at.x / 2, at.y / 2));
    finger.up();
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[M24] [M25] the rubber of the youngest sweeps over the print and takes nothing of it', async () => {
    const { bench, host, finger } = await aSheet(activity, '6-8');
    const before = lookAt(host);
    const { length } = bench.entries;
    bench.pick('rub-out');
    finger.down(20, 20);
    for (let y = 20; y < 1200; y += 60) finger.move(20, y).move(800, y).move(1580, y);
    finger.up();
    expect(bench.entries).toHaveLength(length);
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test.each(['safe', 'unsafe'] as const)(
    '[M24] [M25] [M16] a region that says %s is seen on the print, too',
    async (area) => {
      const { bench, host, finger } = await aSheet(activity);
      const [at] = PRINT[activity];
      const before = paintAt(host, at);
      bench.area = area;
      bench.pick('area');
      finger.line([
        { x: at.x - 150, y: at.y },
        { x: at.x, y: at.y },
        { x: at.x + 150, y: at.y },
      ]);
      expect(bench.shown.strokes).toHaveLength(1);
      expect(paintAt(host, at)).not.toEqual(before);
    },
  );

  test('[M24] [M25] [I12] poured paint is seen on the print, too', async () => {
    const { bench, host, finger } = await aSheet(activity);
    const [{ x, y }] = PRINT[activity];
    bench.pick('draw');
    finger
      .down(x - 70, y - 70)
      .move(x + 70, y - 70)
      .move(x + 70, y + 70)
      .move(x - 70, y + 70)
      .move(x - 70, y - 70)
      .up();
    bench.crayon = 'sky';
    bench.pick('fill');
    await poured(bench, () => finger.tap(x, y));
    expect(bench.shown.fills).toHaveLength(1);
    expect(paintAt(host, { x, y })).toEqual(colour(COLOUR_OF.sky));
  });

  test('[M24] [M25] [I8] with everything on it, opened anew it is the same, pixel for pixel', async () => {
    const sheet = await aSheet(activity);
    const { kit, bench, host, finger } = sheet;
    bench.pick('draw');
    finger.line([
      { x: 200, y: 200 },
      { x: 800, y: 900 },
      { x: 1400, y: 300 },
    ]);
    bench.take('mother');
    finger.tap(700, 700);
    bench.area = 'unsafe';
    bench.pick('area');
    finger.line([
      { x: 300, y: 300 },
      { x: 700, y: 320 },
      { x: 1000, y: 500 },
    ]);
    bench.pick('rub-out');
    finger.line([
      { x: 500, y: 900 },
      { x: 800, y: 800 },
      { x: 1100, y: 700 },
    ]);
    bench.undo();
    bench.redo();
    const again = await openedAgain(kit, bench);
    const fresh = aStage(again.bench.touch);
    again.bench.attach(fresh.stage);
    expect(differences(lookAt(host), lookAt(fresh.host))).toEqual([]);
    expect(differences(lookAt(host), baked(bench.shown))).toEqual([]);
  });

  test('[M24] [M25] a picture moved over the print and away again leaves it as it was', async () => {
    const { bench, host, finger } = await aSheet(activity);
    const before = lookAt(host);
    bench.take('mother');
    finger.tap(PRINT[activity][0].x, PRINT[activity][0].y);
    finger.line([PRINT[activity][0], { x: 700, y: 650 }, PRINT[activity][1]]);
    finger.tap(PRINT[activity][1].x, PRINT[activity][1].y);
    bench.binPicked();
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[M24] [M25] the file draws the print below pictures and ink', async () => {
    const { bench, finger } = await aSheet(activity);
    bench.take('mother');
    finger.tap(700, 700);
    const svg = pageSvg(bench.shown, pictureOf);
    const print = svg.indexOf(activity === 'circles' ? '#fefaef' : '#fff7df');
    const item = svg.indexOf(bench.shown.items.at(-1)?.id ?? 'none');
    expect(print).toBeGreaterThan(0);
    expect(item).toBeGreaterThan(print);
  });
});

describe('oneself in the middle', () => {
  test('[M24] is there from the start, and is nobody’s picture to take back', async () => {
    const { bench, host } = await aSheet('circles');
    expect(egoOn({ bench })).toMatchObject({ ...CENTRE, symbol: 'self', by: 'f' });
    expect(paintAt(host, CENTRE)).not.toEqual(PAPER);
    bench.undo();
    expect(egoOn({ bench })).toMatchObject(CENTRE);
    expect(bench.isBlank).toBe(true);
  });

  test('[M24] cannot be moved, neither by drag nor by tap-tap, nor put into the bin', async () => {
    const on = await mapping('circles');
    const { length } = on.bench.entries;
    on.bench.pick('hand');
    await on.pull([CENTRE.x, CENTRE.y], on.at(900, 700), on.at(1100, 800));
    await on.tap(CENTRE.x, CENTRE.y);
    expect(on.bench.picked).toBeUndefined();
    expect(floatingOn(on.sheet())).toEqual([]);
    await on.tap(1100, 800);
    const { x, y, width, height } = on.button('tool.bin').element().getBoundingClientRect();
    await on.pull([CENTRE.x, CENTRE.y], { x: x + width / 2, y: y + height / 2 });
    await expect.element(on.button('tool.bin')).toBeDisabled();
    expect(egoOn(on)).toMatchObject(CENTRE);
    expect(on.bench.entries).toHaveLength(length);
  });

  test('[M24] [M23] cannot be taken away, resized or turned from the list or by keys on the sheet', async () => {
    const on = await mapping('circles');
    const { length } = on.bench.entries;
    const list = page.getByRole('region', { name: t('mirror.title') });
    const me = list.getByRole('button').element() as HTMLElement;
    me.focus();
    await userEvent.keyboard('{Delete}{Backspace}+-.,');
    me.click();
    await userEvent.keyboard('{ArrowLeft}{Delete}');
    on.sheet().focus();
    await userEvent.keyboard('{Enter}{Delete}{Backspace}');
    on.bench.bin({ kind: 'item', id: egoOn(on).id });
    await expect.element(on.button('tool.bin')).toBeDisabled();
    expect(page.getByRole('group', { name: t('picked'), exact: true }).query()).toBeNull();
    expect(egoOn(on)).toMatchObject({ ...CENTRE, size: 116, turn: 0 });
    expect(on.bench.entries).toHaveLength(length);
  });

  test('[M24] is not swept away by the youngest, and what lies beside it is', async () => {
    const { bench, finger } = await aSheet('circles', '6-8');
    bench.take('mother');
    finger.tap(800, 450);
    bench.pick('rub-out');
    finger.down(800, 440);
    for (let y = 450; y < 700; y += 10) finger.move(800, y);
    finger.up();
    expect(bench.shown.items.map(({ symbol }) => symbol)).toEqual(['self']);
    expect(egoOn({ bench })).toMatchObject(CENTRE);
  });

  test('[M24] is not ringed with others, neither by a ring drawn round it nor by taps', async () => {
    const { bench, finger } = await aSheet('circles');
    for (const [symbol, x] of [
      ['mother', 640],
      ['father', 960],
    ] as const) {
      bench.take(symbol);
      finger.tap(x, 600);
    }
    bench.pick('ring');
    finger.down(500, 450).move(1100, 450).move(1100, 750).move(500, 750).move(500, 450).up();
    const [ring] = bench.shown.rings;
    expect(ring?.items).toHaveLength(2);
    expect(ring?.items).not.toContain(egoOn({ bench }).id);
    finger.tap(CENTRE.x, CENTRE.y);
    expect(bench.chosen.items).toEqual([]);
  });

  test('[M24] is joined like any other', async () => {
    const { bench, finger } = await aSheet('circles');
    bench.take('mother');
    finger.tap(1100, 600);
    bench.pick('join');
    finger.line([CENTRE, { x: 950, y: 600 }, { x: 1100, y: 600 }]);
    const [mother] = bench.shown.items.filter(({ symbol }) => symbol === 'mother');
    expect(bench.shown.links).toMatchObject([{ from: egoOn({ bench }).id, to: mother?.id }]);
  });

  test('[M24] covered by a picture it is in the middle again when that is moved away', async () => {
    const { bench, host, finger } = await aSheet('circles');
    const before = lookAt(host);
    bench.take('mother');
    finger.tap(CENTRE.x, CENTRE.y);
    expect(differences(lookAt(host), before)).not.toEqual([]);
    bench.pick('hand');
    finger.line([CENTRE, { x: 1000, y: 700 }, { x: 1450, y: 1100 }]);
    expect(paintAt(host, CENTRE)).toEqual(colourIn(before.pixels, CENTRE.x / 2, CENTRE.y / 2));
    expect(egoOn({ bench })).toMatchObject(CENTRE);
  });
});

function colourIn(pixels: Uint32Array, x: number, y: number): Colour {
  const pixel = pixels[y * 800 + x] ?? 0;
  return [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24];
}

describe('what the place says', () => {
  test('[M24] ring and sector follow a picture that is pulled inward by a real finger', async () => {
    const on = await mapping('circles');
    on.bench.take('uncle');
    await on.tap(1240, 500);
    const uncle = (): Item =>
      present(
        on.bench.shown.items.find(({ symbol }) => symbol === 'uncle'),
        'it lies there',
      );
    expect(standingOfItem(on.bench.shown, uncle())).toEqual({ ring: 3, sector: 'relatives' });
    expect(uncle().size).toBe(116);
    await on.pull([1240, 500], on.at(1100, 520), on.at(980, 560));
    expect(standingOfItem(on.bench.shown, uncle())).toEqual({ ring: 1, sector: 'relatives' });
    const moves = on.bench.entries.filter(({ op }) => op.kind === 'item/set');
    expect(moves).toHaveLength(1);
  });

  test.each([
    ['important', true],
    ['time-with', false],
  ] as const)(
    '[M24] the question "%s" and whether sectors are shown (%s) stay with the sheet when the tablet is set otherwise',
    async (question, sectors) => {
      const kit = aKit();
      const table = await aTable('drawing', kit);
      table.desk.manners.question = question;
      table.desk.manners.sectors = sectors;
      const begun = await table.sitting.begin('circles');
      if (!begun.ok) throw new Error(begun.problem.code);
      const ground = { kind: 'circles', question, sectors };
      expect(begun.value.shown.ground).toEqual(ground);
      table.desk.manners.question = 'important';
      table.desk.manners.sectors = true;
      const again = await openedAgain(kit, begun.value);
      expect(again.bench.shown.ground).toEqual(ground);
      const { stage, host } = aStage();
      again.bench.attach(stage);
      const along = Array.from({ length: 60 }, (_, at) => {
        const out = 200 + at;
        const angle = -Math.PI / 2 + Math.PI / 5;
        return inkAt(host, { x: 800 + Math.cos(angle) * out, y: 600 + Math.sin(angle) * out });
      });
      expect(along.some((one) => String(one) === String(colour('#d8c29a')))).toBe(sectors);
    },
  );

  test.each(['me', 'a-child'] as const)(
    '[M25] whose days are told (%s) stays with the sheet, and the panel follows from the place',
    async (person) => {
      const kit = aKit();
      const table = await aTable('drawing', kit);
      table.desk.manners.person = person;
      const begun = await table.sitting.begin('two-panels');
      if (!begun.ok) throw new Error(begun.problem.code);
      const again = await openedAgain(kit, begun.value);
      expect(again.bench.shown.ground).toEqual({ kind: 'two-panels', person });
      const { stage, host } = aStage(again.bench.touch);
      again.bench.attach(stage);
      const finger = new Finger(host);
      for (const [symbol, x] of [
        ['house', 300],
        ['queue', 1300],
      ] as const) {
        again.bench.take(symbol);
        finger.tap(x, 600);
      }
      const { shown } = again.bench;
      expect(shown.items.map((item) => standingOfItem(shown, item).panel)).toEqual(['good', 'bad']);
    },
  );
});
