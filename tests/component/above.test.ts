/** What lies above the sheet: it follows, it is what files show, and for none of it is the sheet painted anew. */
import { describe, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import type { Label, Operation } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { Item, Page } from '#domain/work.ts';
import { labelled } from '#editing/picked-acts.ts';
import { pageSvg } from '#picture/svg.ts';
import { cleanImage } from '#stage/image.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { anId } from '../fixtures/names.ts';
import { toldAbove } from './baked.ts';
import { allFrames, landed } from './frames.ts';
import { Finger } from './hands.ts';
import {
  aboveOn,
  aStage,
  differences,
  floatingOn,
  layerOf,
  lookAt,
  middleOf,
  painted,
  toldOf,
  type LayerName,
} from './paper.ts';
import { darkRuns, greyAt, greysAlong, seenAbove, watchPaint } from './seen.ts';
import { aTable, type Table } from './tablet.ts';
import { mapping } from './working.ts';

type Sheet = Table & Readonly<{ host: HTMLElement; finger: Finger }>;

const HOUSE = { x: 400, y: 500 };
const SCHOOL = { x: 1200, y: 500 };
const HEN = { x: 800, y: 1000 };

/** A house, a school and a hen on a sheet, and a line of crayon. */
async function aMap(ageBand: '6-8' | '9-11' = '9-11'): Promise<Sheet> {
  const table = await aTable('map', undefined, ageBand);
  const { bench } = table;
  const { stage, host } = aStage(bench.touch);
  bench.attach(stage);
  const finger = new Finger(host);
  finger.line([
    { x: 100, y: 150 },
    { x: 1500, y: 180 },
  ]);
  for (const [symbol, { x, y }] of [
    ['house', HOUSE],
    ['school', SCHOOL],
    ['hen', HEN],
  ] as const) {
    bench.take(symbol);
    finger.tap(x, y);
  }
  allFrames();
  return { ...table, host, finger };
}

function join({ bench, finger }: Sheet, from: Point, to: Point, relation = 'help'): void {
  bench.pick('join');
  bench.letGo();
  bench.bind({ relation, valence: 'support', direction: 'there' });
  finger.line([from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to]);
}

function stamp(
  { bench, finger }: Sheet,
  { x, y }: Point,
  feeling: 'happy' | 'sad' = 'happy',
): void {
  bench.pick('feel');
  bench.feeling = feeling;
  finger.tap(x, y);
}

function ring({ bench, finger }: Sheet, ...places: readonly Point[]): void {
  bench.pick('ring');
  for (const { x, y } of places) finger.tap(x, y);
  bench.closeRing();
}

function itemAt({ bench }: Pick<Sheet, 'bench'>, symbol: string): Item {
  const item = bench.shown.items.find((one) => one.symbol === symbol);
  return present(item, 'the picture lies on the page');
}

function name({ bench }: Sheet, symbol: string, text: string): void {
  const label: Label = { text, language: 'es' };
  bench.act(labelled({ kind: 'item', id: itemAt({ bench }, symbol).id }, label));
}

/** A map with everything on it that can lie above a sheet. */
async function aFullMap(ageBand?: '6-8'): Promise<Sheet> {
  const sheet = await aMap(ageBand);
  join(sheet, HOUSE, SCHOOL);
  sheet.bench.bind({ valence: 'stress', direction: 'both' });
  join(sheet, HEN, SCHOOL, 'play');
  stamp(sheet, HOUSE);
  stamp(sheet, HOUSE, 'sad');
  stamp(sheet, HEN);
  ring(sheet, HOUSE, SCHOOL);
  name(sheet, 'house', 'wasiy');
  const [made] = sheet.bench.shown.rings;
  const label: Label = { text: 'juntos', language: 'es' };
  sheet.bench.act(made && { kind: 'ring/set', ring: made.id, label });
  sheet.bench.pick('hand');
  return sheet;
}

/** How many things lie in each layer. */
function counts(host: Element): Partial<Record<LayerName, number>> {
  const layers = ['rings', 'links', 'words', 'stamps', 'pulled'] as const;
  return Object.fromEntries(layers.map((layer) => [layer, layerOf(host, layer).length]));
}

/** The names of what lies above the page, whatever lies over what. */
function inAnyOrder(told: readonly string[]): string[] {
  return [...told].sort();
}

describe('the sheet is not painted', () => {
  const acts: readonly (readonly [string, (sheet: Sheet) => unknown])[] = [
    [
      'a link',
      (sheet) => {
        join(sheet, HOUSE, HEN);
      },
    ],
    [
      'what a link says',
      (sheet) => {
        setLink(sheet, { valence: 'both', relation: 'quarrel' });
      },
    ],
    [
      'a link gone',
      (sheet) => {
        setLink(sheet, { gone: true });
      },
    ],
    [
      'a stamp',
      (sheet) => {
        stamp(sheet, SCHOOL);
      },
    ],
    [
      'a stamp taken back by the same tap',
      (sheet) => {
        stamp(sheet, HEN);
      },
    ],
    [
      'one of two stamps taken back',
      (sheet) => {
        stamp(sheet, HOUSE, 'sad');
      },
    ],
    [
      'a ring',
      (sheet) => {
        ring(sheet, HEN, SCHOOL);
      },
    ],
    [
      'a ring gone',
      (sheet) => {
        setRing(sheet, { gone: true });
      },
    ],
    [
      'the name of a ring',
      (sheet) => {
        setRing(sheet, { label: { text: 'x', language: 'es' } });
      },
    ],
    [
      'a name',
      (sheet) => {
        name(sheet, 'hen', 'wallpa');
      },
    ],
    [
      'another name',
      (sheet) => {
        name(sheet, 'house', 'casa');
      },
    ],
    [
      'no name any more',
      (sheet) => {
        name(sheet, 'house', '');
      },
    ],
    [
      'a dispute',
      (sheet) => {
        sheet.bench.act(disputeOf(sheet), 'f');
      },
    ],
  ];

  test.each(acts)(
    '[M27] for %s no pixel of the sheet changes and nothing is painted; nor undone, nor done again',
    async (_, act) => {
      const sheet = await aFullMap();
      const { bench, host } = sheet;
      const before = lookAt(host);
      const count = watchPaint(host);
      const entries = bench.entries.length;

      act(sheet);
      const steps =
        bench.entries.at(-1)?.by === 'f'
          ? []
          : [
              () => {
                bench.undo();
              },
              () => {
                bench.redo();
              },
            ];
      for (const step of steps) step();

      allFrames();
      expect(count()).toBe(0);
      expect(bench.entries).toHaveLength(entries + 1 + steps.length);
      expect(differences({ ...lookAt(host), above: [] }, { ...before, above: [] })).toEqual([]);
      expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
    },
  );

  test('[M27] while a link is pulled and a ring drawn nothing of the sheet is painted', async () => {
    const { bench, host, finger } = await aFullMap();
    bench.pick('join');
    const count = watchPaint(host);
    finger.down(HOUSE.x, HOUSE.y).move(700, 700).move(900, 900);
    expect(counts(host).pulled).toBeGreaterThan(0);
    finger.move(1000, 300).up();
    bench.pick('ring');
    finger.down(100, 100).move(700, 100).move(700, 700);
    expect(counts(host).pulled).toBeGreaterThan(0);
    finger.cancel();
    expect(counts(host).pulled).toBe(0);
    expect(count()).toBe(0);
  });

  test('[M27] a picture that is moved is painted: so paint is counted', async () => {
    const { host, finger } = await aFullMap();
    const count = watchPaint(host);
    finger.line([HEN, { x: 900, y: 900 }, { x: 1000, y: 800 }]);
    expect(count()).toBeGreaterThan(0);
  });
});

function setLink(
  { bench }: Sheet,
  fields: Partial<Extract<Operation, { kind: 'link/set' }>>,
): void {
  const [link] = bench.shown.links;
  bench.act(link && { ...fields, kind: 'link/set', link: link.id });
}

function setRing(
  { bench }: Sheet,
  fields: Partial<Extract<Operation, { kind: 'ring/set' }>>,
): void {
  const [made] = bench.shown.rings;
  bench.act(made && { ...fields, kind: 'ring/set', ring: made.id });
}

function disputeOf(sheet: Sheet): Operation {
  const dispute = { between: ['zorro-01', 'llama-02'], note: 'de quién es' } as const;
  return { kind: 'item/set', item: itemAt(sheet, 'house').id, dispute };
}

describe('as in files', () => {
  test('[M27] the shapes above the sheet are those that the file draws, but for words', async () => {
    const { bench, host } = await aFullMap();
    expect(counts(host)).toEqual({ rings: 1, links: 2, words: 1, stamps: 2, pulled: 0 });
    const shown = (['rings', 'links', 'stamps'] as const)
      .flatMap((layer) => layerOf(host, layer))
      .flatMap((thing) => [...thing.children])
      .filter(({ tagName }) => tagName !== 'text')
      .map(toldOf);
    const file = `<svg xmlns="http://www.w3.org/2000/svg">${pageSvg(bench.shown, pictureOf)}</svg>`;
    const drawn = [
      ...new DOMParser().parseFromString(file, 'image/svg+xml').documentElement.children,
    ];
    expect(drawn.map(toldOf).slice(-shown.length)).toEqual(shown);
    const below = drawn.at(-shown.length - 1);
    expect(below?.id).toBe(itemAt({ bench }, 'hen').id);
  });

  test('[M27] what is seen above the sheet is what the exported picture shows there', async () => {
    const { bench, host } = await aFullMap();
    const empty: Page = { ...bench.shown, strokes: [], fills: [] };
    const blank = (): ReturnType<typeof pictureOf> => ({ width: 1, height: 1, shapes: [] });
    const of = (symbol: string): ReturnType<typeof pictureOf> =>
      bench.shown.items.some((item) => item.symbol === symbol) ? blank() : pictureOf(symbol);
    const bitmap = await createImageBitmap(new Blob([await cleanImage(empty, of, 0.5)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const file = { image: context.getImageData(0, 0, 800, 600), scale: 0.5 };
    for (const text of host.querySelectorAll(':scope > svg text')) text.remove();
    const live = await seenAbove(host, ['rings', 'links', 'stamps']);

    let [off, dark] = [0, 0];
    for (let y = 1; y < 1200; y += 2) {
      for (let x = 1; x < 1600; x += 2) {
        const [a, b] = [greyAt(live, { x, y }), greyAt(file, { x, y })];
        if (a < 128) dark++;
        if (Math.abs(a - b) > 40) off++;
      }
    }
    expect(dark).toBeGreaterThan(5_000);
    expect(off).toBeLessThan(dark / 50);
  });

  test('[M27] whose stamps lie over whose is the same live and in files, also when a picture was put down anew', async () => {
    const { bench, host, finger } = await aFullMap();
    finger.line([HOUSE, { x: 600, y: 900 }, { x: 760, y: 960 }]);
    expect(aboveOn(host)).toEqual(toldAbove(bench.shown));
  });

  test('[M27] which link lies over which is the same live and in files, also when one was undone and done again', async () => {
    const sheet = await aMap();
    const { bench, host, sitting } = sheet;
    join(sheet, HOUSE, SCHOOL);
    sitting.turnTo('llama');
    join(sheet, HEN, { x: 1210, y: 510 });
    sitting.turnTo('zorro');
    bench.undo();
    bench.redo();
    expect(bench.shown.links).toHaveLength(2);
    expect(aboveOn(host)).toEqual(toldAbove(bench.shown));
  });
});

describe('links side by side', () => {
  test('[M12] three links of different kinds between the same two lie side by side, whichever way they were pulled', async () => {
    const sheet = await aMap();
    join(sheet, HOUSE, SCHOOL, 'help');
    join(sheet, HOUSE, SCHOOL, 'play');
    join(sheet, SCHOOL, HOUSE, 'work');
    expect(sheet.bench.shown.links).toHaveLength(3);
    const seen = await seenAbove(sheet.host, ['links']);
    const across = (x: number): number[] =>
      darkRuns(greysAlong(seen, { x, y: HOUSE.y - 120 }, { x, y: HOUSE.y + 120 }));
    for (const x of [620, 700, 900]) {
      const runs = across(x);
      expect(runs).toHaveLength(3);
      for (const run of runs) expect(run).toBeGreaterThan(5);
    }
  });

  test('[M12] taking one of three away lets the others close up, undoing it makes room again', async () => {
    const sheet = await aMap();
    const { bench, host } = sheet;
    for (const relation of ['help', 'play', 'work']) join(sheet, HOUSE, SCHOOL, relation);
    const before = aboveOn(host);
    setLink(sheet, { gone: true });
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
    expect(layerOf(host, 'links')).toHaveLength(2);
    bench.undo();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(before));
  });
});

describe('what follows', () => {
  test('[M12] [M15] links, stamps, names and rings follow a picture while it is dragged, and stay where it is let go', async () => {
    const { bench, host, finger } = await aFullMap();
    const before = bench.shown;
    const moved = (x: number, y: number): Page => ({
      ...before,
      items: before.items.map((item) => (item.symbol === 'house' ? { ...item, x, y } : item)),
    });
    finger.down(HOUSE.x, HOUSE.y).move(500, 600);
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(moved(500, 600))));
    finger.move(300, 900);
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(moved(300, 900))));
    finger.up();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
    bench.undo();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(before)));
  });

  test('[M12] [M15] they follow two hands that move both ends at once, and go back when a finger is taken away', async () => {
    const { bench, host, finger } = await aFullMap();
    const before = bench.shown;
    const other = new Finger(host, 2);
    finger.down(HOUSE.x, HOUSE.y).move(300, 300);
    other.down(SCHOOL.x, SCHOOL.y).move(1300, 800);
    const both = before.items.map((item) => {
      if (item.symbol === 'house') return { ...item, x: 300, y: 300 };
      return item.symbol === 'school' ? { ...item, x: 1300, y: 800 } : item;
    });
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove({ ...before, items: both })));
    finger.cancel();
    other.cancel();
    await landed();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(before)));
  });

  test('[M12] what others do meanwhile to a picture in the air follows it, too', async () => {
    const { bench, host, finger } = await aFullMap();
    finger.down(HEN.x, HEN.y).move(700, 900);
    const { id } = itemAt({ bench }, 'hen');
    bench.act({ kind: 'stamp/add', stamp: anId('stamp', 9), item: id, feeling: 'sad' }, 'llama-02');
    const other = itemAt({ bench }, 'house').id;
    const link = { link: anId('link', 9), from: id, to: other, relation: 'visits' };
    bench.act({ kind: 'link/add', ...link }, 'llama-02');
    finger.move(600, 1000);
    const items = bench.shown.items.map((item) =>
      item.id === id ? { ...item, x: 600, y: 1000 } : item,
    );
    const seen = toldAbove({ ...bench.shown, items });
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(seen));
    finger.up();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
  });

  test('[M12] a real finger drags a picture, and what hangs on it is with it all the time', async () => {
    const on = await mapping();
    const { bench } = on;
    const finger = new Finger(on.sheet());
    const sheet = { ...on, host: on.sheet(), finger };
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1300],
    ] as const) {
      bench.take(symbol);
      finger.tap(x, 400);
    }
    join(sheet, { x: 700, y: 400 }, { x: 1300, y: 400 });
    stamp(sheet, { x: 700, y: 400 });
    name(sheet, 'house', 'wasiy');
    bench.pick('hand');

    await on.touches.down(1, on.at(700, 400));
    for (const [x, y] of [
      [800, 800],
      [1000, 900],
    ] as const) {
      await on.touches.move(1, on.at(x, y));
      const [air] = floatingOn(sheet.host);
      const held = middleOf(air!, sheet.host);
      const [stamps, words, link] = (['stamps', 'words', 'links'] as const).map((layer) =>
        boxIn(sheet.host, layer),
      );
      expect(held).toEqual({
        x: expect.closeTo(x, -1) as number,
        y: expect.closeTo(y, -1) as number,
      });
      expect(stamps).toMatchObject({ x: near(held.x), y: near(held.y - 85) });
      expect(words).toMatchObject({ x: near(held.x), y: near(held.y + 100) });
      expect(link?.left).toBeGreaterThan(held.x);
      expect(link?.right).toBeLessThan(1300);
    }
    await on.touches.up(1);
    expect(inAnyOrder(aboveOn(sheet.host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
  });
});

function near(value: number): unknown {
  return expect.closeTo(value, -1.5);
}

/** The middle and the sides of the only thing in a layer, in page units. */
function boxIn(
  host: Element,
  layer: LayerName,
): Readonly<{ x: number; y: number; left: number; right: number }> {
  const [thing] = layerOf(host, layer) as SVGGElement[] as SVGGraphicsElement[];
  const { x, y, width, height } = present(thing, 'something lies in the layer').getBBox();
  return { x: x + width / 2, y: y + height / 2, left: x, right: x + width };
}

describe('nothing is left behind', () => {
  test.each([
    ['house', HOUSE, { rings: 1, links: 1, words: 0, stamps: 1 }],
    ['school', SCHOOL, { rings: 1, links: 0, words: 1, stamps: 2 }],
    ['hen', HEN, { rings: 1, links: 1, words: 1, stamps: 1 }],
  ] as const)(
    '[M12] of a %s that is put into the bin, and undo brings all of it back',
    async (_, { x, y }, left) => {
      const { bench, host, finger } = await aFullMap();
      const before = aboveOn(host);
      finger.tap(x, y);
      bench.binPicked();
      expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
      expect(counts(host)).toEqual({ ...left, pulled: 0 });
      bench.undo();
      expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(before));
      bench.redo();
      expect(counts(host)).toEqual({ ...left, pulled: 0 });
    },
  );

  test('[M12] of a picture that is swept away, already while the finger sweeps', async () => {
    const { bench, host, finger } = await aFullMap('6-8');
    const before = aboveOn(host);
    bench.pick('rub-out');
    finger.down(HOUSE.x, HOUSE.y + 60).move(HOUSE.x, HOUSE.y);
    expect(counts(host)).toEqual({ rings: 1, links: 1, words: 0, stamps: 1, pulled: 0 });
    finger.up();
    expect(counts(host)).toEqual({ rings: 1, links: 1, words: 0, stamps: 1, pulled: 0 });
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
    bench.undo();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(before));
  });

  test('[M12] of a sweep that never ended, because another tool was taken', async () => {
    const { bench, host, finger } = await aFullMap('6-8');
    bench.pick('rub-out');
    finger.down(HOUSE.x, HOUSE.y).move(HOUSE.x + 10, HOUSE.y);
    bench.pick('hand');
    await landed();
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
  });

  test('[M12] of all that was done, when all of it is undone; and all is there again when redone', async () => {
    const { bench, host } = await aFullMap();
    const full = lookAt(host);
    while (bench.canUndo) {
      bench.undo();
      expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
    }
    expect(aboveOn(host)).toEqual([]);
    expect(painted(lookAt(host))).toBe(0);
    while (bench.canRedo) {
      bench.redo();
      expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(toldAbove(bench.shown)));
    }
    expect(differences({ ...lookAt(host), above: [] }, { ...full, above: [] })).toEqual([]);
    expect(inAnyOrder(aboveOn(host))).toEqual(inAnyOrder(full.above));
  });
});
