/** [I28]: a full page is shown at once, takes lines at once, and ends with the same pixels. */
import { describe, expect, test } from 'vitest';

import type { Page } from '#domain/work.ts';
import { pictureOf } from '#symbols/pictures.ts';
import type { Stage } from '#stage/stage.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { baked } from './baked.ts';
import { allFrames, frame, holdFrames } from './frames.ts';
import { Finger } from './hands.ts';
import { aStage, differences, inkAt, lookAt, lookNow, painted, PAPER, seenAt } from './paper.ts';
import { aTable, chanceFrom, openedAgain, pageOf, type Table } from './tablet.ts';

/** So many lines are more than are baked at once, and more than three frames' worth. */
const MANY = 260;

/** A drawing full of lines; one quick picture among them. */
async function aFullDrawing(
  lines = MANY,
): Promise<Table & Readonly<{ stage: Stage; host: HTMLElement }>> {
  const table = await aTable('map');
  const { stage, host } = aStage(table.bench.touch);
  table.bench.attach(stage);
  const random = chanceFrom(lines);
  const finger = new Finger(host);
  for (let line = 0; line < lines; line++) {
    table.bench.pick('draw');
    table.bench.brush = (['crayon', 'marker', 'brush'] as const)[line % 3] ?? 'crayon';
    const [x, y] = [100 + random() * 1300, 100 + random() * 900];
    finger
      .down(x, y)
      .move(x + 60, y + 40)
      .move(x + 90, y - 30)
      .up();
    if (line % 90 === 50) {
      table.bench.take('house');
      finger.tap(x, y);
    }
  }
  table.bench.pick('draw');
  return { ...table, stage, host };
}

type Opened = Readonly<{ bench: Workbench; host: HTMLElement; stage: Stage }>;

/** The same work opened again, not one frame after it was laid on the table. */
async function reopened({ kit, bench }: Table, cover?: Uint8Array<ArrayBuffer>): Promise<Opened> {
  const again = await openedAgain(kit, bench);
  holdFrames();
  const { stage, host } = aStage(again.bench.touch);
  again.bench.attach(
    cover
      ? {
          ...stage,
          show: (page) => {
            stage.show(page, cover);
          },
        }
      : stage,
  );
  again.bench.pick('draw');
  again.bench.brush = 'brush';
  return { bench: again.bench, host, stage };
}

async function coverOf({ stage }: { stage: Stage }): Promise<Uint8Array<ArrayBuffer>> {
  allFrames();
  const png = await stage.picture();
  if (!png) throw new Error('a full page at rest has a picture');
  return png;
}

function expectBaked({ host }: Opened, page: Page): void {
  expect(differences(lookAt(host), baked(page))).toEqual([]);
}

describe('without a picture of it', () => {
  test('[I28] a full page comes by and by, and ends as if baked at once', async () => {
    const full = await aFullDrawing();
    const opened = await reopened(full);
    const shares: number[] = [];
    const whole = painted(baked(opened.bench.shown));
    for (let frames = 0; frames < 4; frames++) {
      frame();
      shares.push(painted(lookNow(opened.host)) / whole);
    }
    expect(shares[0]).toBeLessThan(0.9);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expectBaked(opened, opened.bench.shown);
  });

  test('[I28] lines drawn meanwhile are on top in the end', async () => {
    const opened = await reopened(await aFullDrawing());
    const finger = new Finger(opened.host);
    finger.line([
      { x: 200, y: 600 },
      { x: 700, y: 610 },
      { x: 1400, y: 600 },
    ]);
    frame();
    finger.line([
      { x: 800, y: 100 },
      { x: 790, y: 600 },
      { x: 800, y: 1100 },
    ]);
    expectBaked(opened, opened.bench.shown);
    expect(opened.bench.shown.strokes).toHaveLength(MANY + 2);
  });

  test.each([
    [
      'an undo of a line drawn meanwhile',
      (on: Opened) => {
        new Finger(on.host).tap(800, 600);
        on.bench.undo();
      },
    ],
    [
      'an undo of a line drawn before',
      (on: Opened) => {
        on.bench.undo();
        frame();
        on.bench.undo();
        on.bench.redo();
      },
    ],
    [
      'a rubbing',
      (on: Opened) => {
        on.bench.pick('rub-out');
        new Finger(on.host).down(200, 300).move(700, 500).move(1400, 900).up();
      },
    ],
    [
      'a picture put',
      (on: Opened) => {
        on.bench.take('cow');
        new Finger(on.host).tap(800, 600);
      },
    ],
    [
      'a picture moved',
      (on: Opened) => {
        const [{ x, y } = { x: 0, y: 0 }] = on.bench.shown.items;
        on.bench.pick('hand');
        new Finger(on.host)
          .down(x, y)
          .move(x + 80, y + 50)
          .up();
      },
    ],
    [
      'lines, a rubbing, a line and undos',
      (on: Opened) => {
        const finger = new Finger(on.host);
        finger.down(200, 300).move(700, 500).up();
        frame();
        on.bench.pick('rub-out');
        finger.down(300, 300).move(700, 500).up();
        on.bench.pick('draw');
        finger.down(200, 900).move(500, 500).up();
        on.bench.undo();
        on.bench.undo();
      },
    ],
  ])('[I28] %s while it is baked leaves the page as if baked at once', async (_what, act) => {
    const opened = await reopened(await aFullDrawing());
    act(opened);
    frame();
    expectBaked(opened, opened.bench.shown);
  });

  test('[I28] a sheet taken down while it is baked is left alone', async () => {
    const { host, stage } = await reopened(await aFullDrawing());
    frame();
    stage.destroy();
    expect(allFrames).not.toThrow();
    expect(host.childNodes).toHaveLength(0);
  });

  test('[I28] another page shown while one is baked shows nothing of it', async () => {
    const opened = await reopened(await aFullDrawing());
    frame();
    const blank = {
      ...opened.bench.shown,
      strokes: [],
      fills: [],
      items: [],
      links: [],
      stamps: [],
      rings: [],
    };
    opened.stage.show(blank);
    expect(painted(lookAt(opened.host))).toBe(0);
  });
});

describe('with a picture of it', () => {
  test('[I28] the picture is all to be seen before the page is baked, and shows what the page will', async () => {
    const full = await aFullDrawing();
    const opened = await reopened(full, await coverOf(full));
    const whole = baked(opened.bench.shown);
    await expect.poll(() => differences(lookNow(opened.host), whole)).toEqual([]);
    frame();
    expect(differences(lookNow(opened.host), whole)).toEqual([]);
    expectBaked(opened, opened.bench.shown);
  });

  test('[I28] a line drawn before or after the picture came shows at once, and on top in the end', async () => {
    const full = await aFullDrawing();
    const opened = await reopened(full, await coverOf(full));
    const finger = new Finger(opened.host);
    finger.down(100, 1150).move(400, 1150).move(800, 1150).up();
    await expect.poll(() => painted(lookNow(opened.host))).toBeGreaterThan(10_000);
    finger.down(100, 40).move(400, 40).move(800, 40).up();
    const seen = (y: number): boolean =>
      [...Array(40).keys()].some(
        (x) => lookNow(opened.host).pixels[(y / 2) * 800 + 120 + x * 4] !== 0xffffffff,
      );
    expect([seen(1150), seen(40)]).toEqual([true, true]);
    expectBaked(opened, opened.bench.shown);
  });

  test('[I28] a line drawn and taken back meanwhile is nowhere', async () => {
    const full = await aFullDrawing();
    const opened = await reopened(full, await coverOf(full));
    await expect.poll(() => painted(lookNow(opened.host))).toBeGreaterThan(10_000);
    new Finger(opened.host).down(100, 1150).move(400, 1150).move(800, 1150).up();
    opened.bench.undo();
    expectBaked(opened, opened.bench.shown);
    expect(seenAt(opened.host, { x: 500, y: 1150 })).toEqual(PAPER);
  });

  test('[I28] a rubbing meanwhile takes no picture, not even for a moment', async () => {
    const full = await aFullDrawing();
    const opened = await reopened(full, await coverOf(full));
    const whole = baked(opened.bench.shown);
    await expect.poll(() => differences(lookNow(opened.host), whole)).toEqual([]);
    const [{ x, y } = { x: 0, y: 0 }] = opened.bench.shown.items;
    opened.bench.pick('rub-out');
    opened.bench.width = 'thick';
    const finger = new Finger(opened.host);
    for (const down of [-60, -20, 20, 60]) {
      finger
        .down(x - 150, y + down)
        .move(x, y + down)
        .move(x + 150, y + down)
        .up();
    }
    for (let frames = 0; frames < 4; frames++) frame();
    const { pixels } = lookNow(opened.host);
    const around = [...pixels.keys()].filter((at) => {
      const [left, top] = [(at % 800) * 2 - x, Math.floor(at / 800) * 2 - y];
      return Math.abs(left) < 60 && Math.abs(top) < 60;
    });
    expect(around.filter((at) => pixels[at] !== 0xffffffff).length).toBeGreaterThan(500);
    expectBaked(opened, opened.bench.shown);
  });

  test('[I28] bytes that are no picture are passed over', async () => {
    const opened = await reopened(await aFullDrawing(), Uint8Array.of(1, 2, 3));
    frame();
    expectBaked(opened, opened.bench.shown);
  });

  test('[I28] a picture that comes when the page is baked long since changes nothing', async () => {
    const full = await aFullDrawing();
    const cover = await coverOf(full);
    const opened = await reopened(full, cover);
    allFrames();
    await createImageBitmap(new Blob([cover], { type: 'image/png' }));
    await Promise.resolve();
    expectBaked(opened, opened.bench.shown);
  });
});

describe('the picture that is kept', () => {
  test('[I28] is shown to the table when the work is opened again, for this state of it only', async () => {
    const full = await aFullDrawing();
    allFrames();
    await full.bench.keepPicture();
    const covers: (Uint8Array | undefined)[] = [];
    const open = async (): Promise<Workbench> => {
      const again = await openedAgain(full.kit, full.bench);
      const { stage } = aStage();
      again.bench.attach({
        ...stage,
        show: (page, cover) => {
          covers.push(cover);
          stage.show(page, cover);
        },
      })();
      return again.bench;
    };
    await open();
    expect(covers[0]?.length).toBeGreaterThan(1_000);
    new Finger(full.host).tap(300, 300);
    await full.bench.keeper.settled();
    await open();
    expect(covers[1]).toBeUndefined();
  });

  test('[I28] is none of a page with few lines, of one still baked, or while a hand is at it', async () => {
    const few = await aFullDrawing(20);
    expect(await few.stage.picture()).toBeUndefined();
    const full = await aFullDrawing();
    const finger = new Finger(full.host).down(300, 300).move(400, 400);
    expect(await full.stage.picture()).toBeUndefined();
    finger.up();
    expect(await full.stage.picture()).toBeInstanceOf(Uint8Array);
    const opened = await reopened(full);
    expect(await opened.stage.picture()).toBeUndefined();
    allFrames();
    expect(await opened.stage.picture()).toBeInstanceOf(Uint8Array);
  });

  test('[I28] shows the last lines too, though the screen had no frame since', async () => {
    const full = await aFullDrawing();
    allFrames();
    holdFrames();
    full.bench.brush = 'brush';
    full.bench.width = 'thick';
    const finger = new Finger(full.host).down(100, 1100);
    for (let step = 1; step < 20; step++) finger.move(100 + step * 40, 1100 + Math.sin(step) * 60);
    finger.up();
    const png = await full.stage.picture();
    const bitmap = await createImageBitmap(new Blob([png!], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const { above } = lookAt(full.host);
    const kept = { pixels: new Uint32Array(data.buffer), above };
    expect(differences(kept, baked(pageOf(full.bench)))).toEqual([]);
  });
});

test('[I28] a page of few lines is there at once, without a frame', async () => {
  const few = await aFullDrawing(100);
  const opened = await reopened(few);
  expect(differences(lookNow(opened.host), baked(opened.bench.shown, 0.5, pictureOf))).toEqual([]);
  expect(inkAt(opened.host, { x: 10, y: 10 })).toEqual(PAPER);
});
