/** The sheet itself: turned, resized, restored, taken down; the lines between pictures, and what is in the air. */
import { describe, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import { distance, PAGE_WIDTH } from '#domain/page.ts';
import { placeOf, sampleAt } from '#ink/sample.ts';
import type { Step } from '#editing/step.ts';
import { mountStage } from '#stage/stage.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { allFrames, landed } from './frames.ts';
import { Finger } from './hands.ts';
import {
  aHost,
  aStage,
  canvasOf,
  colour,
  differences,
  floatingOn,
  linkAt,
  lookAt,
  middleOf,
  painted,
  PAPER,
  resize,
  seenAt,
} from './paper.ts';
import { aTable, linesOf, pageOf } from './tablet.ts';

const RED = colour(COLOUR_OF.red);
const LINK = colour('#2a2019');
/** A line of which nobody said anything yet. */
const ROPE = colour('#5b4a3c');
const SIZE = 170;

async function aSheet(
  activity: 'map' | 'drawing',
  widthPx = 800,
): Promise<{ bench: Workbench; host: HTMLElement; finger: Finger }> {
  const { bench } = await aTable(activity);
  const { stage, host } = aStage(bench.touch, { widthPx });
  bench.attach(stage);
  bench.brush = 'brush';
  bench.crayon = 'red';
  return { bench, host, finger: new Finger(host) };
}

/** A map with a house at the left, a school at the right, and a line between them. */
async function aJoinedMap(): Promise<{ bench: Workbench; host: HTMLElement; finger: Finger }> {
  const sheet = await aSheet('map');
  const { bench, finger } = sheet;
  bench.take('house');
  finger.tap(300, 600);
  bench.take('school');
  finger.tap(1300, 600);
  bench.pick('join');
  bench.bind({ valence: 'support', direction: 'there' });
  finger.line([
    { x: 300, y: 600 },
    { x: 1300, y: 600 },
  ]);
  bench.pick('hand');
  return sheet;
}

describe('turning and resizing', () => {
  test('[I6] resizing leaves every pixel as it was, and the canvases fill the sheet', async () => {
    const { host, finger } = await aSheet('drawing');
    finger.line([
      { x: 200, y: 200 },
      { x: 700, y: 900 },
      { x: 1300, y: 300 },
    ]);
    const before = lookAt(host);

    for (const widthPx of [400, 1100, 300]) {
      resize(host, widthPx);
      await nextFrame();
      const { width, height } = canvasOf(host).getBoundingClientRect();
      const sheet = host.getBoundingClientRect();
      expect([width, height]).toEqual([sheet.width, sheet.height]);
      expect(Math.abs(sheet.width - widthPx)).toBeLessThan(40);
      expect(sheet.width / sheet.height).toBeCloseTo(4 / 3, 5);
      expect(differences(lookAt(host), before)).toEqual([]);
    }
  });

  test('[I6] after resizing a tap has the same place on the page as before', async () => {
    const { bench, host, finger } = await aSheet('drawing');
    finger.tap(400, 300);
    resize(host, 500);
    finger.tap(1200, 900);
    resize(host, 1000);
    finger.tap(1200, 300);
    expect(linesOf(bench).flat().map(placeOf)).toEqual([
      { x: 400, y: 300 },
      { x: 1200, y: 900 },
      { x: 1200, y: 300 },
    ]);
    for (const at of [
      { x: 400, y: 300 },
      { x: 1200, y: 900 },
      { x: 1200, y: 300 },
    ]) {
      expect(seenAt(host, at)).toEqual(RED);
    }
  });

  test('[I6] a sheet that moved and was resized while a line is drawn goes on with that line', async () => {
    const { bench, host, finger } = await aSheet('drawing');
    finger.down(200, 600).move(600, 600);
    resize(host, 420);
    present(host.parentElement, 'a sheet has a place').style.marginInlineStart = '77px';
    finger.move(1000, 600).move(1400, 600).up();
    expect(linesOf(bench).map((line) => line.map(placeOf))).toEqual([
      [200, 600, 1000, 1400].map((x) => ({ x, y: 600 })),
    ]);
    for (const x of [300, 600, 800, 1300]) expect(seenAt(host, { x, y: 600 })).toEqual(RED);
  });

  test('[I6] a picture in the air and the ring keep their place and size on the page', async () => {
    const { host, finger } = await aJoinedMap();
    finger.tap(300, 600);
    const [ring] = floatingOn(host);
    expect(distance(middleOf(ring!, host), { x: 300, y: 600 })).toBeLessThan(2);
    const share = (): number =>
      floatingOn(host)[0]!.getBoundingClientRect().width / host.clientWidth;
    const before = share();
    new Finger(host, 2).down(1300, 600).move(1000, 900);

    resize(host, 400);

    await expect.poll(share).toBeCloseTo(before, 2);
    await expect
      .poll(() =>
        floatingOn(host)
          .map((one) => middleOf(one, host).y)
          .sort(),
      )
      .toEqual([expect.closeTo(600, -1), expect.closeTo(900, -1)]);
  });

  test.each([
    [300, 400],
    [800, 800],
    [1700, 1680],
    [2400, 2400],
    [5000, 2400],
  ])(
    '[I6] on %i px of glass the page has %i pixels in its width, never more than 2400',
    (widthPx, pixels) => {
      const { width, height } = canvasOf(aStage(undefined, { widthPx }).host);
      expect([width, height]).toEqual([pixels, (pixels * 3) / 4]);
    },
  );
});

test('[I8] a page shown anew shows nothing of what was in a hand', async () => {
  const { bench } = await aJoinedMap();
  const page = pageOf(bench);
  const [shown, fresh] = [aStage(), aStage()];
  fresh.stage.show(page);
  shown.stage.show(page);
  const tail = { sample: sampleAt({ x: 800, y: 300 }, 0), before: undefined, length: 1 };
  const look = { crayon: 'red', width: 'thick', input: 'touch', tail } as const;
  const [house] = page.items;
  shown.stage.draft({
    lines: [
      { pointer: 1, tool: 'crayon', ...look },
      { pointer: 2, tool: 'rubber', ...look },
    ],
    held: [
      {
        pointer: 3,
        item: house!.id,
        symbol: 'house',
        size: SIZE,
        turn: 0,
        at: { x: 900, y: 900 },
      },
    ],
    ropes: [{ pointer: 4, from: house!.id, at: { x: 500, y: 100 } }],
    picked: { kind: 'item', id: page.items[1]!.id },
    swept: [{ pointer: 5, marks: [], items: [page.items[1]!.id] }],
    lassos: [{ pointer: 6, tail }],
    chosen: { items: [page.items[1]!.id], marks: [] },
  });
  expect(floatingOn(shown.host)).toHaveLength(2);
  expect(differences(lookAt(shown.host), lookAt(fresh.host))).not.toEqual([]);

  shown.stage.show(page);

  expect(floatingOn(shown.host)).toEqual([]);
  expect(differences(lookAt(shown.host), lookAt(fresh.host))).toEqual([]);
});

describe('taken down', () => {
  test('[I6] a sheet taken down leaves no canvas, no memory and nothing that listens', async () => {
    const { bench } = await aTable('map');
    const steps: Step[] = [];
    const host = aHost();
    const onStep = (step: Step): void => {
      steps.push(step);
      bench.touch(step);
    };
    const stage = mountStage(host, pictureOf, { onStep });
    bench.attach(stage);
    const finger = new Finger(host);
    bench.take('house');
    finger.tap(300, 600);
    finger.tap(300, 600);
    new Finger(host, 2).down(300, 600).move(500, 600);
    const canvases = [...host.querySelectorAll('canvas')];
    expect(canvases.length).toBeGreaterThan(1);
    const before = steps.length;

    expect(floatingOn(host)).toHaveLength(1);

    stage.destroy();

    expect(host.childNodes).toHaveLength(0);
    expect([canvases[0]?.width, canvases[0]?.height]).toEqual([0, 0]);
    allFrames();
    expect(host.childNodes).toHaveLength(0);
    finger.tap(500, 500);
    new Finger(host, 2).up();
    expect(steps).toHaveLength(before);
    expect(host.dispatchEvent(new Event('touchstart', { cancelable: true }))).toBe(true);
    for (const canvas of canvases) canvas.dispatchEvent(new Event('contextrestored'));
    document.dispatchEvent(new Event('visibilitychange'));
    resize(host, 333);
    await nextFrame();
    await nextFrame();
    expect(host.childNodes).toHaveLength(0);
  });

  test('[I6] one sheet taken down leaves the other one working', async () => {
    const { bench } = await aTable('drawing');
    const first = aHost();
    const stage = mountStage(first, pictureOf, { onStep: bench.touch });
    bench.attach(stage)();
    stage.destroy();
    const second = aStage(bench.touch);
    bench.attach(second.stage);
    new Finger(second.host).tap(400, 100);
    expect(linesOf(bench)).toHaveLength(1);
    expect(painted(lookAt(second.host))).toBeGreaterThan(50);
  });

  test('[I6] a sheet to look at hears nothing', async () => {
    const { bench } = await aTable('drawing');
    const { stage, host } = aStage();
    bench.attach(stage);
    new Finger(host).tap(400, 400);
    expect(linesOf(bench)).toEqual([]);
    expect(host.dispatchEvent(new Event('touchstart', { cancelable: true }))).toBe(true);
  });
});

describe('lines between pictures', () => {
  test('[M7] a line goes from edge to edge and hides nothing of what it joins', async () => {
    const { host } = await aJoinedMap();
    for (const x of [420, 800, 1180]) expect(linkAt(host, { x, y: 600 })).toEqual(LINK);
    const half = SIZE / 2;
    for (const x of [300, 300 + half - 6, 1300 - half + 6, 1300]) {
      expect(linkAt(host, { x, y: 600 })).toBeUndefined();
    }
    expect(linkAt(host, { x: 800, y: 630 })).toBeUndefined();
  });

  test('[M7] a line follows a picture while it is dragged, and stays when it is put down', async () => {
    const { bench, host, finger } = await aJoinedMap();
    finger.down(1300, 600).move(1300, 700).move(1300, 1000);

    expect(linkAt(host, { x: 800, y: 800 })).toEqual(LINK);
    expect(linkAt(host, { x: 800, y: 600 })).toBeUndefined();
    finger.move(1300, 200);
    expect(linkAt(host, { x: 800, y: 400 })).toEqual(LINK);
    expect(linkAt(host, { x: 800, y: 800 })).toBeUndefined();
    finger.up();

    expect(linkAt(host, { x: 800, y: 400 })).toEqual(LINK);
    expect(pageOf(bench).items[1]).toMatchObject({ x: 1300, y: 200 });
    bench.undo();
    expect(linkAt(host, { x: 800, y: 600 })).toEqual(LINK);
    expect(linkAt(host, { x: 800, y: 400 })).toBeUndefined();
  });

  test('[M7] a line follows both its pictures when two hands move them', async () => {
    const { host, finger } = await aJoinedMap();
    const other = new Finger(host, 2);
    finger.down(300, 600).move(300, 300);
    other.down(1300, 600).move(1300, 300);
    expect(linkAt(host, { x: 800, y: 300 })).toEqual(LINK);
    expect(linkAt(host, { x: 800, y: 600 })).toBeUndefined();
    finger.cancel();
    other.cancel();
    await landed();
    expect(linkAt(host, { x: 800, y: 600 })).toEqual(LINK);
    expect(linkAt(host, { x: 800, y: 300 })).toBeUndefined();
  });

  test('[M7] a picture that is taken away takes its line with it, and brings it back', async () => {
    const { bench, host, finger } = await aJoinedMap();
    finger.tap(300, 600);
    bench.binPicked();
    expect(lookAt(host).above).toEqual([]);
    bench.undo();
    expect(linkAt(host, { x: 800, y: 600 })).toEqual(LINK);
  });

  test('[M5] the line being pulled is seen from its picture to the finger', async () => {
    const { bench, host, finger } = await aJoinedMap();
    bench.pick('join');
    finger.down(300, 600).move(700, 1000);
    expect(linkAt(host, { x: 500, y: 800 })).toEqual(ROPE);
    finger.move(700, 200);
    expect(linkAt(host, { x: 500, y: 400 })).toEqual(ROPE);
    expect(linkAt(host, { x: 500, y: 800 })).toBeUndefined();
    finger.up();
    expect(linkAt(host, { x: 500, y: 400 })).toBeUndefined();
    expect(pageOf(bench).links).toHaveLength(1);
  });
});

describe('in the air', () => {
  test('[M3] a picture in the air floats under the finger, and its place on the page is bare', async () => {
    const { host, finger } = await aJoinedMap();
    finger.down(310, 610).move(600, 900);
    const [floating] = floatingOn(host);
    expect(distance(middleOf(floating!, host), { x: 590, y: 890 })).toBeLessThan(2);
    expect(widthOn(host, floating!)).toBeCloseTo(SIZE * 1.5, 0);
    expect(imageIn(floating!).data.some((value) => value > 0)).toBe(true);
    expect(seenAt(host, { x: 300, y: 600 })).toEqual(PAPER);

    finger.move(700, 300);
    expect(floatingOn(host)[0]).toBe(floating);
    expect(distance(middleOf(floating!, host), { x: 690, y: 290 })).toBeLessThan(2);
    finger.up();
    expect(floatingOn(host)).toEqual([]);
    expect(seenAt(host, { x: 690, y: 290 })).not.toEqual(PAPER);
  });

  test('[M3] a tapped picture wears a ring until it is tapped again or put somewhere', async () => {
    const { host, finger } = await aJoinedMap();
    finger.tap(300, 600);
    const [ring] = floatingOn(host);
    expect(distance(middleOf(ring!, host), { x: 300, y: 600 })).toBeLessThan(2);
    expect(widthOn(host, ring!)).toBeCloseTo(SIZE * 1.5, 0);
    finger.tap(300, 600);
    expect(floatingOn(host)).toEqual([]);
    finger.tap(1300, 600);
    expect(floatingOn(host)).toHaveLength(1);
    finger.tap(800, 1000);
    expect(floatingOn(host)).toEqual([]);
  });

  test('[M4] a tapped line wears its ring at its middle', async () => {
    const { host, finger } = await aJoinedMap();
    finger.tap(700, 600);
    const [ring] = floatingOn(host);
    expect(distance(middleOf(ring!, host), { x: 800, y: 600 })).toBeLessThan(2);
  });

  test('[M3] taking another tool puts a picture in the air back where it was', async () => {
    const { bench, host, finger } = await aJoinedMap();
    const before = lookAt(host);
    finger.down(300, 600).move(600, 900);
    bench.pick('draw');
    await landed();
    expect(floatingOn(host)).toEqual([]);
    expect(differences(lookAt(host), before)).toEqual([]);
  });
});

/** How wide something is on the page, in page units. */
function widthOn(host: Element, part: Element): number {
  return (part.getBoundingClientRect().width * PAGE_WIDTH) / host.getBoundingClientRect().width;
}

function imageIn(floating: Element): ImageData {
  const canvas = floating.querySelector('canvas')!;
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
}

/** A frame of the browser's own, in which it also tells of new sizes. */
function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(resolve);
    });
  });
}
