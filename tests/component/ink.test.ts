/** Lines under the finger: I3, I4, I5, I9, I10, on a real stage with a real workbench behind it. */
import { describe, expect, test } from 'vitest';

import { BRUSHES, COLOUR_OF, WIDTH_OF, WIDTHS } from '#domain/crayon.ts';
import type { Point } from '#domain/page.ts';
import { placeOf, type Sample } from '#ink/sample.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { Finger, inWindow, onScreen, pause, remote, Touches } from './hands.ts';
import { apart, aStage, colour, lookAt, lookNow, painted, PAPER, seenAt } from './paper.ts';
import { aTable, linesOf, strokesOf } from './tablet.ts';

const RED = colour(COLOUR_OF.red);
const MIDDLE = { x: 800, y: 600 };

/** A workbench with a drawing on a sheet of 800 px: two page units are one pixel. A brush covers evenly. */
async function aDrawing(widthPx = 800): Promise<{ bench: Workbench; host: HTMLElement }> {
  const { bench } = await aTable('drawing');
  const { stage, host } = aStage(bench.touch, { widthPx });
  bench.attach(stage);
  bench.brush = 'brush';
  bench.crayon = 'red';
  return { bench, host };
}

function placesOf(samples: readonly Sample[] | undefined): Point[] {
  return (samples ?? []).map(placeOf);
}

/** The places this far from the middle, all around. */
function around(radius: number): Point[] {
  return [0, 45, 90, 135, 180, 225, 270, 315].map((degrees) => {
    const turn = (degrees * Math.PI) / 180;
    return { x: MIDDLE.x + Math.cos(turn) * radius, y: MIDDLE.y + Math.sin(turn) * radius };
  });
}

describe('a tap', () => {
  test.each(WIDTHS)('[I3] a tap is a dot, as %s as the brush and of its colour', async (width) => {
    const { bench, host } = await aDrawing(1600);
    bench.width = width;
    const radius = WIDTH_OF.brush[width] / 2;

    new Finger(host).tap(MIDDLE.x, MIDDLE.y);

    expect(seenAt(host, MIDDLE)).toEqual(RED);
    expect(around(radius - 1.5).map((at) => seenAt(host, at))).toEqual(Array(8).fill(RED));
    expect(around(radius + 1.5).map((at) => seenAt(host, at))).toEqual(Array(8).fill(PAPER));
  });

  test('[I3] the dot shows before the finger lifts, and is there once when it has', async () => {
    const { bench, host } = await aDrawing();
    bench.brush = 'marker';
    const finger = new Finger(host).down(MIDDLE.x, MIDDLE.y);
    const wet = seenAt(host, MIDDLE);
    expect(wet).not.toEqual(PAPER);

    finger.up();

    expect(seenAt(host, MIDDLE)).toEqual(wet);
  });

  test('[I3] a tap is kept as one line of one sample, where it was', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host).tap(801, 399);
    expect(linesOf(bench).map(placesOf)).toEqual([[{ x: 801, y: 399 }]]);
  });

  test.each(WIDTHS)('[I3] a tap with a %s rubber takes away a round spot', async (width) => {
    const { bench, host } = await aDrawing(1600);
    bench.width = 'thick';
    const finger = new Finger(host);
    for (let y = 500; y <= 700; y += 20) {
      finger.down(600, y);
      for (let x = 620; x <= 1000; x += 20) finger.move(x, y);
      finger.up();
    }
    bench.pick('rub-out');
    bench.width = width;
    const radius = WIDTH_OF.rubber[width] / 2;

    finger.down(MIDDLE.x, MIDDLE.y);
    expect(seenAt(host, MIDDLE)).toEqual(PAPER);
    finger.up();

    expect(around(radius - 1.5).map((at) => seenAt(host, at))).toEqual(Array(8).fill(PAPER));
    expect(around(radius + 1.5).map((at) => seenAt(host, at))).toEqual(Array(8).fill(RED));
  });

  test('[I3] only the first button of a mouse draws', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host, 1, 'mouse').down(800, 600, { button: 2, buttons: 2 }).move(900, 600).up();
    expect(strokesOf(bench)).toEqual([]);
    expect(painted(lookAt(host))).toBe(0);
  });
});

describe('many fingers', () => {
  test('[I4] every finger draws its own line, whoever lifts first', async () => {
    const { bench, host } = await aDrawing();
    const [one, two, three] = [1, 2, 3].map((id) => new Finger(host, id)) as [
      Finger,
      Finger,
      Finger,
    ];
    const row = (y: number): Point[] => [200, 600, 1000, 1400].map((x) => ({ x, y }));

    one.down(200, 200);
    two.down(200, 600);
    one.move(600, 200);
    two.move(600, 600);
    three.down(200, 1000);
    one.move(1000, 200).move(1400, 200).up();
    three.move(600, 1000);
    two.move(1000, 600);
    three.move(1000, 1000).move(1400, 1000).up();
    two.move(1400, 600).up();

    expect(linesOf(bench).map(placesOf)).toEqual([row(200), row(1000), row(600)]);
    for (const y of [200, 600, 1000]) expect(seenAt(host, { x: 800, y })).toEqual(RED);
    for (const y of [400, 800]) expect(seenAt(host, { x: 800, y })).toEqual(PAPER);
  });

  test('[I4] while others lift, what a finger has drawn so far stays in sight', async () => {
    const { host } = await aDrawing();
    const seen = (): unknown[] =>
      [300, 620, 700, 800, 900, 980, 1300].map((x) => seenAt(host, { x, y: 600 }));
    const still = new Finger(host, 1).down(200, 600).move(1400, 600);
    new Finger(host, 2).line([
      { x: 600, y: 300 },
      { x: 1000, y: 900 },
    ]);
    expect(seen()).toEqual(Array(7).fill(RED));
    still.up();
    expect(seen()).toEqual(Array(7).fill(RED));
  });

  test.each(BRUSHES)(
    '[I8] while it is drawn with the %s a line shows as it will be seen when it is done',
    async (brush) => {
      const { bench, host } = await aDrawing();
      bench.brush = brush;
      bench.width = 'thick';
      const finger = new Finger(host).down(200, 300);
      for (let at = 1; at < 40; at++) finger.move(200 + at * 30, 500 + Math.sin(at / 2) * 300);
      const wet = lookNow(host).pixels;
      finger.up();
      const dry = lookAt(host);

      expect(painted(dry)).toBeGreaterThan(10_000);
      const isInk = (pixel: number): boolean => apart(parts(pixel), PAPER) > MUCH;
      const gaps = dry.pixels.filter((pixel, at) => {
        return isInk(pixel) && apart(parts(pixel), parts(wet[at] ?? 0)) > MUCH;
      });
      const besides = wet.filter((pixel, at) => {
        return isInk(pixel) && apart(parts(pixel), parts(dry.pixels[at] ?? 0)) > MUCH;
      });
      expect(gaps).toHaveLength(0);
      expect(besides.length / painted(dry)).toBeLessThan(0.02);
    },
  );

  test('[I4] real fingers on the glass draw at the same time, each a line of its own', async () => {
    const { bench, host } = await aDrawing();
    const touches = new Touches();
    const at = (x: number, y: number): Point => onScreen(host, { x, y });
    await touches.down(1, at(200, 300));
    await touches.move(1, at(400, 300));
    await touches.down(2, at(200, 900));
    await touches.move(1, at(800, 300));
    await touches.move(2, at(800, 900));
    await touches.up(2);
    await touches.move(1, at(1400, 300));
    await touches.up(1);

    const lines = linesOf(bench).map(placesOf);
    expect(lines).toHaveLength(2);
    const [short, long] = lines as [Point[], Point[]];
    expect(short.at(0)?.y).toBeCloseTo(900, 0);
    expect(short.at(-1)?.x).toBeCloseTo(800, 0);
    expect(long.every(({ y }) => Math.abs(y - 300) < 1)).toBe(true);
    expect(long.at(-1)?.x).toBeCloseTo(1400, 0);
    expect(strokesOf(bench).map(({ cancelled }) => cancelled)).toEqual([undefined, undefined]);
    expect(strokesOf(bench).map(({ input }) => input)).toEqual(['touch', 'touch']);
  });

  test('[I4] a finger that comes down again without having lifted loses nothing', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host).down(200, 200).move(600, 200).down(200, 600).move(600, 600).up();
    expect(linesOf(bench).map((line) => placesOf(line).at(-1))).toEqual([
      { x: 200, y: 600 },
      { x: 600, y: 600 },
    ]);
    expect(seenAt(host, { x: 400, y: 200 })).toEqual(RED);
  });

  test('[I4] another brush taken while a line is drawn ends that line, and nothing of it is lost', async () => {
    const { bench, host } = await aDrawing();
    const finger = new Finger(host).down(200, 600).move(600, 600);
    bench.brush = 'marker';
    expect(strokesOf(bench)).toMatchObject([{ tool: 'brush' }]);
    finger.move(1000, 600).up().tap(800, 900);
    expect(strokesOf(bench).map(({ tool }) => tool)).toEqual(['brush', 'marker']);
    expect(seenAt(host, { x: 500, y: 600 })).toEqual(RED);
    expect(seenAt(host, { x: 800, y: 600 })).toEqual(PAPER);
  });

  test('[I4] a pen’s pressure is kept, a finger has none', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host, 1, 'pen')
      .down(200, 200, { pressure: 0.5 })
      .move(300, 200, { pressure: 1 })
      .up();
    pause(1_000);
    new Finger(host, 2).tap(500, 500);
    expect(linesOf(bench).map((line) => line.map(({ pressure }) => pressure))).toEqual([
      [128, 255],
      [undefined],
    ]);
    expect(strokesOf(bench).map(({ input }) => input)).toEqual(['pen', 'touch']);
  });
});

describe('a finger taken away', () => {
  test.each([
    ['long in time', 10, 400],
    ['long on paper', 200, 100],
  ])('[I5] a cancelled line that is %s stays, marked as cancelled', async (_how, units, ms) => {
    const { bench, host } = await aDrawing();
    const finger = new Finger(host).down(600, 600, { atMs: 1_000 });
    finger.move(600 + units, 600, { atMs: 1_000 + ms }).cancel({ atMs: 1_000 + ms });
    expect(strokesOf(bench)).toMatchObject([{ cancelled: true }]);
    expect(linesOf(bench)[0]?.at(-1)).toMatchObject({ x: (600 + units) * 8, t: ms });
    expect(seenAt(host, { x: 600 + units / 2, y: 600 })).toEqual(RED);
  });

  test('[I5] a slip of the hand leaves nothing, in the record and in sight', async () => {
    const { bench, host } = await aDrawing();
    const finger = new Finger(host).down(600, 600, { atMs: 1_000 });
    finger.move(610, 600, { atMs: 1_100 }).cancel({ atMs: 1_100 });
    expect(strokesOf(bench)).toEqual([]);
    expect(painted(lookAt(host))).toBe(0);
    expect(bench.canUndo).toBe(false);
  });

  test('[I5] a finger that another element took is a cancelled one', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host).down(200, 200).move(900, 200);
    host.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: 1 }));
    expect(strokesOf(bench)).toMatchObject([{ cancelled: true }]);
  });
});

describe('readings', () => {
  const ten = Array.from({ length: 10 }, (_, at) => ({ x: 300 + at * 40, y: 300 + at * at }));

  test('[I9] ten readings bundled into one event are ten samples', async () => {
    const { bench, host } = await aDrawing();
    const last = ten.at(-1)!;
    new Finger(host).down(200, 300).move(last.x, last.y, { bundled: ten }).up();
    expect(linesOf(bench).map(placesOf)).toEqual([[{ x: 200, y: 300 }, ...ten]]);
  });

  test('[I9] an event with an empty bundle is a reading itself', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host).down(200, 300).move(400, 300, { bundled: [] }).up();
    expect(linesOf(bench).map(placesOf)).toEqual([
      [
        { x: 200, y: 300 },
        { x: 400, y: 300 },
      ],
    ]);
  });

  test('[I9] in a browser that knows no bundles every event is a reading', async () => {
    const { bench, host } = await aDrawing();
    const finger = new Finger(host).down(200, 300);
    const { x: clientX, y: clientY } = onScreen(host, { x: 500, y: 300 });
    const event = new PointerEvent('pointermove', { pointerId: 1, clientX, clientY });
    Object.defineProperty(event, 'getCoalescedEvents', { value: undefined });
    host.dispatchEvent(event);
    finger.up();
    expect(linesOf(bench).map(placesOf)[0]).toContainEqual({ x: 500, y: 300 });
  });

  test('[I9] a page that is busy while the hand moves loses no reading of the browser’s', async () => {
    const { bench, host } = await aDrawing();
    const listening = new AbortController();
    let events = 0;
    const slowly = (): void => {
      events += 1;
      keepBusy(25);
    };
    host.addEventListener('pointermove', slowly, { signal: listening.signal });
    const at = (x: number, y: number): Point => onScreen(host, { x, y });
    await mouse('mousePressed', at(200, 300));
    const moves = Array.from({ length: 40 }, (_, step) =>
      mouse('mouseMoved', at(220 + step * 20, 300 + step)),
    );
    await Promise.all(moves);
    await mouse('mouseReleased', at(1000, 339));
    listening.abort();

    expect(events).toBeLessThan(40);
    expect(linesOf(bench).map(({ length }) => length)).toEqual([41]);
  });

  test('[I9] time counts from the moment the finger touched', async () => {
    const { bench, host } = await aDrawing();
    const finger = new Finger(host).down(200, 300, { atMs: 5_000 });
    finger.move(300, 300, { atMs: 5_016.4 }).move(400, 300, { atMs: 5_033.6 }).up({ atMs: 5_040 });
    expect(linesOf(bench)[0]?.map(({ t }) => t)).toEqual([0, 16, 34]);
  });
});

describe('beyond the edge', () => {
  test('[I10] a line that leaves the sheet and comes back stays one line', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host)
      .down(1400, 300)
      .move(1500, 300)
      .move(1700, 300)
      .move(1750, 600)
      .move(1700, 900)
      .move(1400, 900)
      .up();

    expect(linesOf(bench).map(placesOf)).toEqual([
      [
        { x: 1400, y: 300 },
        { x: 1500, y: 300 },
        { x: 1700, y: 300 },
        { x: 1750, y: 600 },
        { x: 1700, y: 900 },
        { x: 1400, y: 900 },
      ],
    ]);
    for (const y of [300, 900]) expect(seenAt(host, { x: 1450, y })).toEqual(RED);
    expect(seenAt(host, { x: 1590, y: 600 })).toEqual(PAPER);
  });

  test('[I10] a real finger that goes far off the sheet is followed until it comes back', async () => {
    const { bench, host } = await aDrawing();
    const touches = new Touches();
    const off = { x: host.getBoundingClientRect().right + 300, y: onScreen(host, MIDDLE).y };
    await touches.down(1, onScreen(host, { x: 1300, y: 300 }));
    await touches.move(1, onScreen(host, { x: 1500, y: 300 }));
    await touches.move(1, off);
    await touches.move(1, onScreen(host, { x: 1500, y: 900 }));
    await touches.move(1, onScreen(host, { x: 1300, y: 900 }));
    await touches.up(1);

    const lines = linesOf(bench).map(placesOf);
    expect(lines).toHaveLength(1);
    expect(Math.max(...lines.flat().map(({ x }) => x))).toBe(1_800);
    expect(lines[0]?.at(-1)?.x).toBeCloseTo(1300, 0);
    expect(strokesOf(bench)[0]?.cancelled).toBeUndefined();
    for (const y of [300, 900]) expect(seenAt(host, { x: 1400, y })).toEqual(RED);
  });

  test('[I10] a mouse that leaves the sheet with its button down is followed, too', async () => {
    const { bench, host } = await aDrawing();
    const off = { x: host.getBoundingClientRect().right + 200, y: onScreen(host, MIDDLE).y };
    await mouse('mousePressed', onScreen(host, { x: 1300, y: 300 }));
    for (const x of [1500, 1700]) await mouse('mouseMoved', onScreen(host, { x, y: 300 }));
    await mouse('mouseMoved', off);
    for (const x of [1700, 1500]) await mouse('mouseMoved', onScreen(host, { x, y: 900 }));
    await mouse('mouseMoved', onScreen(host, { x: 1700, y: 900 }));
    await mouse('mouseReleased', onScreen(host, { x: 1700, y: 900 }));

    const lines = linesOf(bench).map(placesOf);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.map(({ x }) => Math.round(x / 10))).toEqual([
      130, 150, 170, 180, 170, 150, 170,
    ]);
    expect(strokesOf(bench)[0]?.cancelled).toBeUndefined();
  });

  test('[I10] what a finger does that never touched the sheet leaves nothing', async () => {
    const { bench, host } = await aDrawing();
    new Finger(host, 1, 'mouse').move(300, 300).move(900, 300).up();
    expect(strokesOf(bench)).toEqual([]);
    expect(painted(lookAt(host))).toBe(0);
  });

  test.each(['touchstart', 'touchmove', 'touchend', 'contextmenu', 'selectstart'])(
    '[I10] the browser does nothing of its own on %s while a child draws',
    async (kind) => {
      const { host } = await aDrawing();
      expect(host.dispatchEvent(new Event(kind, { cancelable: true }))).toBe(false);
    },
  );
});

/** So far apart are two colours that are not the rim of the same line. */
const MUCH = 150;

/** The channels of a pixel. */
function parts(pixel: number): [number, number, number, number] {
  return [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24];
}

/** A real mouse does something at a place of the screen. */
function mouse(type: string, place: Point): Promise<unknown> {
  const how = { type, ...inWindow(place), button: 'left', buttons: 1, clickCount: 1 };
  return remote().send('Input.dispatchMouseEvent', how);
}

/** Let the page do nothing else for a while, as a cheap tablet does. */
function keepBusy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
