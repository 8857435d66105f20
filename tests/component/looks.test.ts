/** Pictures turned, resized, sent behind, wished and unknown: the sheet shows them as the record says, live and opened anew. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { present } from '#base/assert.ts';
import type { Item } from '#domain/work.ts';
import { resized, sentBehind, turned, wished } from '#editing/picked-acts.ts';
import { cleanImage } from '#stage/image.ts';
import type { PictureOf } from '#picture/shape.ts';
import { pageSvg } from '#picture/svg.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { anId } from '../fixtures/names.ts';
import { baked } from './baked.ts';
import { allFrames } from './frames.ts';
import { Finger } from './hands.ts';
import {
  aStage,
  canvasOf,
  colour,
  differences,
  floatingOn,
  layerOf,
  lookAt,
  paintAt,
  painted,
  PAPER,
  type Colour,
  type Look,
} from './paper.ts';
import { bareCanvas, darkRuns, greyAt, greysAlong, type Seen } from './seen.ts';
import { aKit, aTable, openedAgain, type Table } from './tablet.ts';
import { mapping, show } from './working.ts';

/** A finger that taps at the edge of the screen only rests there: let every sheet be within. */
beforeAll(() => page.viewport(2500, 2500));

const WIDTHS_PX = [800, 1680, 2400];
const GREEN = colour('#00aa00');
const BLUE = colour('#0000aa');

/** A green square and, for every other symbol, a blue one. */
const plain: PictureOf = (symbol) => ({
  width: 32,
  height: 32,
  shapes: [
    { kind: 'path', d: 'M0 0h32v32h-32z', fill: symbol === 'house' ? '#00aa00' : '#0000aa' },
  ],
});

type Sheet = Table & Readonly<{ host: HTMLElement; finger: Finger; of: PictureOf }>;

async function aSheet(widthPx = 800, of: PictureOf = pictureOf): Promise<Sheet> {
  const table = await aTable('map', aKit());
  const { stage, host } = aStage(table.bench.touch, { widthPx, of });
  table.bench.attach(stage);
  return { ...table, host, finger: new Finger(host), of };
}

function put({ bench, finger }: Sheet, symbol: string, x: number, y: number): void {
  bench.take(symbol);
  finger.tap(x, y);
}

function itemOf({ bench }: Pick<Sheet, 'bench'>, symbol = 'house'): Item {
  const item = bench.shown.items.find((one) => one.symbol === symbol);
  return present(item, 'the picture lies on the page');
}

/** A house between a school below and a hen above it, lines below and over them, poured over the same place. */
async function aHeap(widthPx: number): Promise<Sheet> {
  const sheet = await aSheet(widthPx);
  const line = (y: number): void => {
    sheet.bench.pick('draw');
    sheet.finger.line([
      { x: 400, y },
      { x: 800.3, y: y + 33.1 },
      { x: 1200, y: y - 20 },
    ]);
  };
  sheet.bench.width = 'thick';
  line(560);
  put(sheet, 'school', 700, 560);
  put(sheet, 'house', 800, 600);
  put(sheet, 'hen', 870, 660);
  line(640);
  return sheet;
}

/** How the work looks on a sheet that nobody worked on, after the app was closed and opened. */
async function openedLook({ kit, bench, host, of }: Sheet): Promise<Look> {
  const again = await openedAgain(kit, bench);
  const fresh = aStage(undefined, { widthPx: host.clientWidth, of });
  again.bench.attach(fresh.stage);
  return lookAt(fresh.host);
}

const ACTS: readonly (readonly [string, (sheet: Sheet) => void])[] = [
  [
    'bigger',
    (sheet) => {
      sheet.bench.act(resized(itemOf(sheet), 'bigger'));
    },
  ],
  [
    'smaller',
    (sheet) => {
      sheet.bench.act(resized(itemOf(sheet), 'smaller'));
    },
  ],
  [
    'turned to the right',
    (sheet) => {
      sheet.bench.act(turned(itemOf(sheet), 'right'));
    },
  ],
  [
    'turned to the left',
    (sheet) => {
      sheet.bench.act(turned(itemOf(sheet), 'left'));
    },
  ],
  [
    'sent behind',
    (sheet) => {
      sheet.bench.act(sentBehind(itemOf(sheet)));
    },
  ],
  [
    'wished for',
    (sheet) => {
      sheet.bench.act(wished(itemOf(sheet)));
    },
  ],
];

describe.each(WIDTHS_PX)('on a sheet %i px wide', (widthPx) => {
  test.each(ACTS)(
    '[M10] [M17] a picture %s looks so opened anew, pixel for pixel, and undo brings the old pixels back',
    async (_, act) => {
      const sheet = await aHeap(widthPx);
      const { bench, host } = sheet;
      const before = lookAt(host);
      act(sheet);
      const after = lookAt(host);
      expect(differences(after, before)).not.toEqual([]);
      expect(differences(after, await openedLook(sheet))).toEqual([]);
      bench.undo();
      expect(differences(lookAt(host), before)).toEqual([]);
      bench.redo();
      expect(differences(lookAt(host), after)).toEqual([]);
    },
  );

  test('[M10] [M17] all of it at once, undone step by step, is each time as if opened anew', async () => {
    const sheet = await aHeap(widthPx);
    const looks = [lookAt(sheet.host)];
    for (const [, act] of [...ACTS, ...ACTS.slice(0, 4)]) {
      act(sheet);
      looks.push(lookAt(sheet.host));
    }
    expect(differences(present(looks.at(-1), 'it looks'), await openedLook(sheet))).toEqual([]);
    for (const look of looks.slice(0, -1).reverse()) {
      sheet.bench.undo();
      expect(differences(lookAt(sheet.host), look)).toEqual([]);
    }
  });

  test('[M10] a turned picture that is moved or taken away leaves no paint behind', async () => {
    const sheet = await aSheet(widthPx);
    const { bench, host, finger } = sheet;
    put(sheet, 'house', 800, 600);
    bench.act(turned(itemOf(sheet), 'right'));
    for (let steps = 0; steps < 3; steps++) bench.act(resized(itemOf(sheet), 'bigger'));
    finger.line([
      { x: 800, y: 600 },
      { x: 1000, y: 500 },
      { x: 1400.3, y: 300.7 },
    ]);
    expect(differences(lookAt(host), await openedLook(sheet))).toEqual([]);
    finger.tap(1400, 300);
    bench.binPicked();
    expect(painted(lookAt(host))).toBe(0);
  });
});

test('[M10] a turn to the right is clockwise: as it lies, in the air, and in files', async () => {
  const flag: PictureOf = () => ({
    width: 32,
    height: 32,
    shapes: [
      { kind: 'path', d: 'M0 0h32v32h-32z', fill: '#00aa00' },
      { kind: 'path', d: 'M0 0h32v8h-32z', fill: '#0000aa' },
    ],
  });
  const sheet = await aSheet(800, flag);
  const { bench, host, finger } = sheet;
  put(sheet, 'house', 800, 600);
  expect(paintAt(host, { x: 800, y: 540 })).toEqual(BLUE);
  for (let times = 0; times < 3; times++) bench.act(turned(itemOf(sheet), 'right'));
  expect(itemOf(sheet).turn).toBe(90);
  const [left, right] = [
    { x: 740, y: 600 },
    { x: 860, y: 600 },
  ];
  expect([paintAt(host, left), paintAt(host, right)]).toEqual([GREEN, BLUE]);

  finger.down(800, 600).move(900, 700);
  const air = floatingOn(host)[0]!.querySelector('canvas')!;
  const inAir = (x: number): Colour => {
    const share = air.width / 1.5;
    const { data } = air
      .getContext('2d')!
      .getImageData(air.width / 2 + x * share, air.height / 2, 1, 1);
    return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0, data[3] ?? 0];
  };
  expect([inAir(-0.4), inAir(0.45)]).toEqual([GREEN, BLUE]);
  finger.cancel();

  const file = new Image(800, 600);
  const body = pageSvg(bench.shown, flag);
  const xml = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="800" height="600">${body}</svg>`;
  file.src = `data:image/svg+xml,${encodeURIComponent(xml)}`;
  await file.decode();
  const context = bareCanvas(800, 600);
  context.drawImage(file, 0, 0);
  const inFile = ({ x, y }: { x: number; y: number }): number[] => [
    ...context.getImageData(x / 2, y / 2, 1, 1).data,
  ];
  expect([inFile(left), inFile(right)]).toEqual([GREEN, BLUE]);
});

describe('below and above', () => {
  test('[M10] what was sent behind lies below all else, the last below the others, until it is put down anew', async () => {
    const sheet = await aSheet(800, plain);
    const { bench, host, finger } = sheet;
    put(sheet, 'cow', 760, 600);
    put(sheet, 'house', 840, 600);
    bench.brush = 'brush';
    bench.crayon = 'red';
    bench.pick('draw');
    finger.line([
      { x: 860, y: 400 },
      { x: 860, y: 600 },
      { x: 860, y: 800 },
    ]);
    const RED = colour('#c4262e');
    const both = { x: 800, y: 600 };
    expect(paintAt(host, both)).toEqual(GREEN);
    bench.act(sentBehind(itemOf(sheet)));
    expect(paintAt(host, both)).toEqual(BLUE);
    expect(paintAt(host, { x: 860, y: 600 })).toEqual(RED);
    expect(paintAt(host, { x: 900, y: 600 })).toEqual(GREEN);
    bench.act(sentBehind(itemOf(sheet, 'cow')));
    expect(paintAt(host, both)).toEqual(GREEN);
    bench.act(sentBehind(itemOf(sheet)));
    expect(paintAt(host, both)).toEqual(BLUE);
    bench.act(sentBehind(itemOf(sheet, 'cow')));
    expect(paintAt(host, both)).toEqual(GREEN);
    bench.pick('hand');
    finger.line([
      { x: 720, y: 600 },
      { x: 730, y: 640 },
      { x: 724, y: 602 },
    ]);
    expect(paintAt(host, both)).toEqual(BLUE);
    expect(differences(lookAt(host), await openedLook(sheet))).toEqual([]);
  });

  test('[M10] ink that a picture covered is seen again when it is sent behind', async () => {
    const sheet = await aSheet(800, plain);
    const { bench, host, finger } = sheet;
    bench.brush = 'brush';
    bench.pick('draw');
    finger.line([
      { x: 600, y: 600 },
      { x: 800, y: 600 },
      { x: 1000, y: 600 },
    ]);
    put(sheet, 'house', 800, 600);
    expect(paintAt(host, { x: 800, y: 600 })).toEqual(GREEN);
    bench.act(sentBehind(itemOf(sheet)));
    expect(paintAt(host, { x: 800, y: 600 })).toEqual(colour('#231a15'));
    expect(paintAt(host, { x: 800, y: 640 })).toEqual(GREEN);
  });
});

describe('wishes', () => {
  function seenOn(host: Element): Seen {
    allFrames();
    const canvas = canvasOf(host);
    const image = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return { image, scale: canvas.width / 1600 };
  }

  /** How light the square around a place is, in the mean. */
  function lightness(seen: Seen, x: number, y: number): number {
    const greys = Array.from({ length: 64 }, (_, at) =>
      greyAt(seen, { x: x - 56 + 16 * (at % 8), y: y - 56 + 16 * Math.floor(at / 8) }),
    );
    return greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
  }

  test('[M17] what is wished for is paler, in a broken frame that shows in grey', async () => {
    const sheet = await aSheet(1680);
    const { bench, host } = sheet;
    put(sheet, 'health-post', 800, 600);
    const before = seenOn(host);
    bench.act(wished(itemOf(sheet, 'health-post')));
    const after = seenOn(host);
    expect(lightness(after, 800, 600)).toBeGreaterThan(lightness(before, 800, 600) + 20);
    const edge = 170 * 0.48;
    for (const side of [-edge, edge]) {
      const along = greysAlong(
        after,
        { x: 800 - edge + 20, y: 600 + side },
        { x: 800 + edge - 20, y: 600 + side },
      );
      const dashes = darkRuns(along, 160);
      expect(dashes.length).toBeGreaterThanOrEqual(4);
      expect(Math.max(...dashes)).toBeLessThan(30);
    }
  });

  test('[M17] a wish that was granted after all looks as it did before', async () => {
    const sheet = await aHeap(800);
    const before = lookAt(sheet.host);
    sheet.bench.act(wished(itemOf(sheet)));
    sheet.bench.act(wished(itemOf(sheet)));
    expect(differences(lookAt(sheet.host), before)).toEqual([]);
    expect(itemOf(sheet).wish).toBe(false);
  });

  test('[M17] [F9] the exported picture shows wishes and turns as the sheet does', async () => {
    const sheet = await aHeap(800);
    sheet.bench.act(wished(itemOf(sheet)));
    sheet.bench.act(turned(itemOf(sheet, 'hen'), 'left'));
    sheet.bench.act(sentBehind(itemOf(sheet, 'school')));
    const bitmap = await createImageBitmap(
      new Blob([await cleanImage(sheet.bench.shown, pictureOf, 0.5)]),
    );
    const context = new OffscreenCanvas(800, 600).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, 800, 600).data.buffer);
    expect(differences({ pixels, above: [] }, lookAt(sheet.host))).toEqual([]);
    expect(differences(lookAt(sheet.host), baked(sheet.bench.shown))).toEqual([]);
  });
});

describe('with the buttons beside a picture', () => {
  test.each([
    ['item.bigger', { size: 213, turn: 0, wish: false }],
    ['item.smaller', { size: 136, turn: 0, wish: false }],
    ['item.turn-right', { size: 170, turn: 30, wish: false }],
    ['item.turn-left', { size: 170, turn: 330, wish: false }],
    ['item.wish', { size: 170, turn: 0, wish: true }],
  ] as const)('[M10] [M17] %s changes that and nothing else', async (says, becomes) => {
    const on = await mapping();
    on.bench.take('house');
    await on.tap(900, 600);
    await on.tap(900, 600);
    const { x, y } = itemOf(on);
    await on.button(says).click();
    expect(itemOf(on)).toMatchObject({ ...becomes, x, y, symbol: 'house' });
    expect(on.bench.pickedItem).toMatchObject(becomes);
    await on.button('undo').click();
    expect(itemOf(on)).toMatchObject({ size: 170, turn: 0, wish: false, x, y });
  });

  test.each([120, 390, 410, 1080])(
    '[M10] they keep away from the picture they belong to, %i units from the upper edge',
    async (y) => {
      const on = await mapping();
      on.bench.take('house');
      new Finger(on.sheet()).tap(900, y);
      new Finger(on.sheet()).tap(900, y);
      await expect.element(on.button('item.bigger')).toBeVisible();
      const { top, bottom } = on.button('item.bigger').element().getBoundingClientRect();
      const [upper, lower] = [on.at(900, y - 85).y, on.at(900, y + 85).y];
      expect(bottom < upper || top > lower).toBe(true);
    },
  );

  test('[M10] behind goes below what lies there, and twice is as once', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const symbol of ['house', 'school']) {
      on.bench.take(symbol);
      finger.tap(900, 600);
    }
    await on.tap(900, 600);
    expect(on.bench.pickedItem?.symbol).toBe('school');
    for (let times = 0; times < 2; times++) {
      await on.button('item.behind').click();
      expect(on.bench.shown.items.map(({ symbol }) => symbol)).toEqual(['school', 'house']);
    }
  });

  test('[M10] a picture is never too small to be touched nor larger than half the sheet', async () => {
    const on = await mapping();
    on.bench.take('house');
    await on.tap(900, 600);
    await on.tap(900, 600);
    const sizes = new Set<number>();
    for (let times = 0; times < 9; times++) {
      await on.button('item.bigger').click();
      sizes.add(itemOf(on).size);
    }
    expect(Math.max(...sizes)).toBe(800);
    const { length } = on.bench.entries;
    await on.button('item.bigger').click();
    expect(on.bench.entries).toHaveLength(length);
    for (let times = 0; times < 13; times++) await on.button('item.smaller').click();
    expect(itemOf(on).size).toBe(60);
  });
});

describe('pictures of a newer version', () => {
  const NEWER = 'drone-post';

  async function aNewerMap(): Promise<Awaited<ReturnType<typeof mapping>>> {
    const on = await mapping();
    const item = { item: anId('item', 7), page: on.bench.shown.id, symbol: NEWER, size: 170 };
    on.bench.act({ kind: 'item/put', ...item, x: 900, y: 600 });
    return on;
  }

  test('[M19] one that this version does not know is a card with its name, not another picture', async () => {
    const on = await aNewerMap();
    expect(paintAt(on.sheet(), { x: 830, y: 540 })).not.toEqual(PAPER);
    const words = layerOf(on.sheet(), 'words').map(({ textContent }) => textContent);
    expect(words).toEqual([`\u2068${NEWER}\u2069`]);
    expect(pictureOf(NEWER)).toBe(pictureOf('something-else-unheard-of'));
  });

  test('[M19] it is moved, joined and named like any other, and is kept', async () => {
    const on = await aNewerMap();
    on.bench.take('house');
    new Finger(on.sheet()).tap(1300, 600);
    on.bench.pick('join');
    new Finger(on.sheet()).line([
      { x: 900, y: 600 },
      { x: 1100, y: 620 },
      { x: 1300, y: 600 },
    ]);
    on.bench.pick('hand');
    await on.pull([900, 600], on.at(1000, 800), on.at(1000, 900));
    expect(itemOf(on, NEWER)).toMatchObject({ y: expect.closeTo(900, -1) as number });
    expect(on.bench.shown.links).toHaveLength(1);
    const before = lookAt(on.sheet());

    const again = await openedAgain(on.kit, on.bench);
    document.body.replaceChildren();
    await show(again);

    expect(itemOf(again, NEWER)).toMatchObject({ symbol: NEWER });
    expect(differences(lookAt(on.sheet()), before)).toEqual([]);
    const list = page.getByRole('region').getByRole('button', { name: new RegExp(`^${NEWER}, `) });
    expect(list.elements()).toHaveLength(1);
  });
});
