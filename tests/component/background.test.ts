/** [I26]: after the background, a rotation or a lost canvas the page shows what it showed. */
import { describe, expect, onTestFinished, test } from 'vitest';

import { present } from '#base/assert.ts';
import { PAGE_WIDTH, type Point } from '#domain/page.ts';
import { Finger } from './hands.ts';
import {
  aStage,
  canvasOf,
  differences,
  floatingOn,
  lookAt,
  lookNow,
  painted,
  PAPER,
  resize,
  seenAt,
} from './paper.ts';
import { aTable, pageOf, type Table } from './tablet.ts';

type Sheet = Table & Readonly<{ host: HTMLElement; finger: Finger }>;

async function aMap(widthPx = 800): Promise<Sheet> {
  const table = await aTable('map');
  const { bench } = table;
  const { stage, host } = aStage(bench.touch, { widthPx });
  bench.attach(stage);
  const finger = new Finger(host);
  bench.take('house');
  finger.tap(300, 600);
  bench.take('school');
  finger.tap(1300, 600);
  bench.pick('join');
  finger.line([
    { x: 300, y: 600 },
    { x: 1300, y: 600 },
  ]);
  bench.pick('draw');
  bench.brush = 'brush';
  finger.line([
    { x: 200, y: 300 },
    { x: 800, y: 500 },
    { x: 1300, y: 900 },
  ]);
  return { ...table, host, finger };
}

/** What a browser does to a canvas it lost: everything is gone, the units too. */
function empty(host: HTMLElement): void {
  const context = present(canvasOf(host).getContext('2d'), 'a canvas can be painted on');
  context.reset();
  expect(lookNow(host).pixels.every((pixel) => pixel === 0xff000000)).toBe(true);
}

/** The pixel at a place at this very moment. */
function inNow(host: HTMLElement, { x, y }: Point): number | undefined {
  const { width } = canvasOf(host);
  const scale = width / PAGE_WIDTH;
  return lookNow(host).pixels[Math.floor(y * scale) * width + Math.floor(x * scale)];
}

function comeBack(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Let the browser have lost every canvas nobody sees, until it is asked the first time. */
function loseTiles(): () => number {
  const prototype = OffscreenCanvasRenderingContext2D.prototype;
  const real = Object.getOwnPropertyDescriptor(prototype, 'isContextLost')!;
  const lost = new WeakSet<object>();
  let count = 0;
  let losing = true;
  OffscreenCanvasRenderingContext2D.prototype.isContextLost = function (
    this: OffscreenCanvasRenderingContext2D,
  ) {
    if (!losing || lost.has(this)) return (real.value as () => boolean).call(this);
    losing = false;
    lost.add(this);
    this.reset();
    count += 1;
    return true;
  };
  onTestFinished(() => {
    Object.defineProperty(prototype, 'isContextLost', real);
  });
  return () => count;
}

describe('a canvas that the browser took', () => {
  test.each([800, 1240])('[I26] and gave back is painted as it was (%i px)', async (widthPx) => {
    const { host } = await aMap(widthPx);
    const before = lookAt(host);
    empty(host);
    canvasOf(host).dispatchEvent(new Event('contextrestored'));
    expect(differences(lookNow(host), before)).toEqual([]);
  });

  test('[I26] while the app lay in the background is painted when it comes back', async () => {
    const { host } = await aMap();
    const before = lookAt(host);
    empty(host);
    comeBack();
    expect(differences(lookNow(host), before)).toEqual([]);
  });

  test('[I26] and nobody sees is baked again from the record', async () => {
    const { host } = await aMap();
    const before = lookAt(host);
    const count = loseTiles();
    comeBack();
    expect(count()).toBe(1);
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[I26] is not painted while the page is hidden', async () => {
    const { host } = await aMap();
    empty(host);
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    onTestFinished(() => {
      Reflect.deleteProperty(document, 'visibilityState');
    });
    comeBack();
    expect(lookNow(host).pixels.every((pixel) => pixel === 0xff000000)).toBe(true);
    Reflect.deleteProperty(document, 'visibilityState');
    comeBack();
    expect(painted(lookNow(host))).toBeGreaterThan(1_000);
  });
});

describe('meanwhile', () => {
  test.each([
    [
      'gave back',
      (host: HTMLElement) => canvasOf(host).dispatchEvent(new Event('contextrestored')),
    ],
    ['had in the background', comeBack],
  ])(
    '[I26] a line being drawn on a canvas the browser %s is there again, and goes on',
    async (_how, back) => {
      const { bench, host } = await aMap();
      const finger = new Finger(host, 2).down(200, 1000).move(500, 1000).move(800, 1000);
      const before = lookAt(host);
      empty(host);
      back(host);
      expect(seenAt(host, { x: 400, y: 1000 })).not.toEqual(PAPER);
      expect(differences(lookAt(host), before).length).toBeLessThanOrEqual(1);
      finger.move(1100, 1000);
      expect(inNow(host, { x: 1000, y: 1000 })).not.toEqual(0xffffffff);
      finger.up();
      expect(pageOf(bench).strokes).toHaveLength(2);
      expect(seenAt(host, { x: 1000, y: 1000 })).not.toEqual(PAPER);
    },
  );

  test('[I26] a picture in the air stays in the air, and undo still works after', async () => {
    const { bench, host, finger } = await aMap();
    const lying = lookAt(host);
    bench.pick('hand');
    finger.down(1300, 600).move(1200, 1000);
    const before = lookAt(host);
    const count = loseTiles();
    comeBack();
    expect(count()).toBe(1);
    expect(floatingOn(host)).toHaveLength(1);
    expect(differences(lookAt(host), before)).toEqual([]);
    expect(seenAt(host, { x: 1300, y: 600 })).toEqual(PAPER);
    finger.up();
    bench.undo();
    expect(differences(lookAt(host), lying)).toEqual([]);
  });

  test('[I26] what is laid and taken back after a loss is as if nothing had happened', async () => {
    const { bench, host, finger } = await aMap();
    const before = lookAt(host);
    finger.tap(500, 1000);
    loseTiles();
    comeBack();
    bench.undo();
    expect(differences(lookAt(host), before)).toEqual([]);
    bench.redo();
    bench.undo();
    expect(differences(lookAt(host), before)).toEqual([]);
  });
});

test('[I26] turned there and back the sheet has every pixel it had, and lines go on', async () => {
  const { bench, host } = await aMap();
  const before = lookAt(host);
  const finger = new Finger(host, 2).down(200, 1000);
  for (const widthPx of [500, 1000, 800]) {
    resize(host, widthPx);
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
    finger.move(300 + widthPx, 1000);
  }
  finger.up();
  expect(pageOf(bench).strokes).toHaveLength(2);
  bench.undo();
  expect(differences(lookAt(host), before)).toEqual([]);
});
