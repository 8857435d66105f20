/** [I12]: poured paint fills what lines enclose, lies under them, and never floods the page. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { COLOUR_OF } from '#domain/crayon.ts';
import { t } from '#i18n/translate.svelte.ts';
import { paintFill } from '#paint/paint.ts';
import { Finger } from './hands.ts';
import { baked } from './baked.ts';
import { aStage, colour, differences, lookAt, PAPER, seenAt } from './paper.ts';
import { poured } from './play.ts';
import { aTable, openedAgain, pageOf, type Table } from './tablet.ts';
import { working } from './working.ts';

const RED = colour(COLOUR_OF.red);
const SKY = colour(COLOUR_OF.sky);
const INSIDE = { x: 600, y: 600 };

type Sheet = Table &
  Readonly<{ host: HTMLElement; finger: Finger; pour: (x: number, y: number) => Promise<void> }>;

async function aDrawing(): Promise<Sheet> {
  const table = await aTable('drawing');
  const { bench } = table;
  const { stage, host } = aStage(bench.touch);
  bench.attach(stage);
  bench.brush = 'brush';
  bench.width = 'thick';
  bench.crayon = 'red';
  const finger = new Finger(host);
  const pour = async (x: number, y: number): Promise<void> => {
    bench.pick('fill');
    bench.crayon = 'sky';
    await poured(bench, () => finger.tap(x, y));
  };
  return { ...table, host, finger, pour };
}

/** A square from 400 to 800 with a gap of so many units in its right side. */
function square(finger: Finger, gap = 0): void {
  const corners = [
    { x: 800, y: 600 - gap / 2 },
    { x: 800, y: 400 },
    { x: 400, y: 400 },
    { x: 400, y: 800 },
    { x: 800, y: 800 },
    { x: 800, y: 600 + gap / 2 },
  ];
  const [first, ...rest] = corners;
  finger.down(first!.x, first!.y);
  let from = first!;
  for (const to of rest) {
    const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / 40);
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      finger.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    }
    from = to;
  }
  finger.up();
}

describe('paint', () => {
  test('[I12] fills the area around the drop up to its lines, and nothing beyond', async () => {
    const { bench, host, finger, pour } = await aDrawing();
    square(finger);
    await pour(600, 600);
    for (const at of [INSIDE, { x: 420, y: 420 }, { x: 780, y: 780 }, { x: 600, y: 425 }]) {
      expect(seenAt(host, at)).toEqual(SKY);
    }
    for (const at of [
      { x: 370, y: 600 },
      { x: 830, y: 600 },
      { x: 600, y: 830 },
      { x: 100, y: 100 },
    ]) {
      expect(seenAt(host, at)).toEqual(PAPER);
    }
    expect(pageOf(bench).fills).toMatchObject([{ by: 'zorro-01', area: { crayon: 'sky' } }]);
  });

  test('[I12] lies under the lines: they are seen as before, and no paper shines between', async () => {
    const { host, finger, pour } = await aDrawing();
    square(finger);
    const before = lookAt(host);
    await pour(600, 600);
    const after = lookAt(host);
    const red = new Uint32Array(Uint8ClampedArray.from(RED).buffer)[0];
    const covered = [...before.pixels.keys()].filter((at) => before.pixels[at] === red);
    expect(covered.length).toBeGreaterThan(1_000);
    expect(covered.every((at) => after.pixels[at] === red)).toBe(true);
    for (let x = 401; x < 800; x += 3) expect(seenAt(host, { x, y: 600 })).not.toEqual(PAPER);
  });

  test('[I12] leaves an island in it bare', async () => {
    const { host, finger, pour, bench } = await aDrawing();
    square(finger);
    bench.width = 'thin';
    finger.down(560, 560);
    for (let turn = 1; turn <= 24; turn++) {
      const angle = (turn * Math.PI * 2) / 24;
      finger.move(600 - Math.cos(angle) * 60, 600 - Math.sin(angle) * 60);
    }
    finger.up();
    await pour(450, 450);
    expect(seenAt(host, { x: 450, y: 750 })).toEqual(SKY);
    expect(seenAt(host, { x: 600, y: 600 })).toEqual(PAPER);
  });

  test('[I12] shows the holes its record has, whichever way round their edges run', () => {
    const context = new OffscreenCanvas(400, 400).getContext('2d')!;
    const ring = (from: number, to: number): number[] => [from, from, to, from, to, to, from, to];
    const rings = [ring(50, 350), ring(150, 250)];
    paintFill(context, { kind: 'fill/add', page: 'page-0', crayon: 'sky', rings });
    const at = (x: number): number => context.getImageData(x, 200, 1, 1).data[3] ?? 0;
    expect([at(20), at(100), at(200), at(300)]).toEqual([0, 255, 0, 255]);
  });

  test('[I12] flows not through a small gap', async () => {
    const { host, finger, pour, bench } = await aDrawing();
    bench.width = 'thin';
    square(finger, 14);
    await pour(600, 600);
    expect(seenAt(host, INSIDE)).toEqual(SKY);
    expect(seenAt(host, { x: 900, y: 600 })).toEqual(PAPER);
  });

  test('[I12] poured where it would flood the page changes nothing, and the hint says so', async () => {
    const { bench, host, finger, pour } = await aDrawing();
    square(finger, 120);
    const [before, { length }] = [lookAt(host), bench.entries];
    await pour(600, 600);
    expect(bench.hint).toEqual({ code: 'fill/spills' });
    await pour(100, 100);
    expect(bench.hint).toEqual({ code: 'fill/spills' });
    expect(bench.entries).toHaveLength(length);
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[I12] poured on a line changes nothing, and the hint says so', async () => {
    const { bench, host, finger, pour } = await aDrawing();
    square(finger);
    const [before, { length }] = [lookAt(host), bench.entries];
    await pour(400, 600);
    expect(bench.hint).toEqual({ code: 'fill/on-ink' });
    expect(bench.entries).toHaveLength(length);
    expect(differences(lookAt(host), before)).toEqual([]);
  });

  test('[I12] a second pot over the first takes its place; undo brings the first back', async () => {
    const { bench, host, finger, pour } = await aDrawing();
    square(finger);
    await pour(600, 600);
    const first = lookAt(host);
    bench.crayon = 'green';
    await poured(bench, () => finger.tap(600, 600));
    expect(seenAt(host, INSIDE)).toEqual(colour(COLOUR_OF.green));
    bench.undo();
    expect(differences(lookAt(host), first)).toEqual([]);
  });

  test('[I12] a drop beside the sheet, or a finger that was taken away, pours nothing', async () => {
    const { bench, finger } = await aDrawing();
    square(finger);
    bench.pick('fill');
    const { length } = bench.entries;
    finger.down(-20, 600).up();
    finger.down(600, 600).cancel();
    await poured(bench, () => finger.tap(600, 600));
    expect(bench.entries).toHaveLength(length + 1);
  });

  test('[I12] two drops one after the other are both poured, each by the ink as it lay', async () => {
    const { bench, host, finger } = await aDrawing();
    square(finger);
    bench.pick('fill');
    bench.crayon = 'sky';
    finger.tap(600, 600);
    await poured(bench, () => finger.tap(600, 500));
    await expect.poll(() => pageOf(bench).fills.length).toBe(2);
    expect(seenAt(host, INSIDE)).toEqual(SKY);
  });

  test('[I12] opened again the paint is the same pixels, and baked whole too', async () => {
    const { kit, bench, host, finger, pour } = await aDrawing();
    square(finger);
    await pour(600, 600);
    bench.pick('rub-out');
    finger.line([
      { x: 300, y: 500 },
      { x: 600, y: 700 },
    ]);
    const again = await openedAgain(kit, bench);
    const fresh = aStage();
    again.bench.attach(fresh.stage);
    expect(differences(lookAt(fresh.host), lookAt(host))).toEqual([]);
    expect(differences(baked(pageOf(bench)), lookAt(host))).toEqual([]);
    expect(seenAt(host, { x: 600, y: 690 })).toEqual(PAPER);
    expect(seenAt(host, { x: 700, y: 450 })).toEqual(SKY);
  });
});

test('[I12] on the working screen the tin holds the pot, and a kind word says when paint would spill', async () => {
  const { bench, button, tap } = await working('drawing');
  await button('tool.draw').click();
  await button('tool.fill').click();
  await button('crayon.sky').click();
  expect(bench.tool).toBe('fill');
  await poured(bench, () => tap(800, 600));
  await expect.element(page.getByText(t('hint.fill/spills'))).toBeVisible();
  expect(bench.isBlank).toBe(true);
});

test('[I31] a kind word goes by itself, and the next one is seen again', async () => {
  const { bench, button, tap } = await working('drawing');
  await button('tool.draw').click();
  await button('tool.fill').click();
  const word = page.getByText(t('hint.fill/spills'));
  for (let times = 0; times < 2; times++) {
    await poured(bench, () => tap(800, 600));
    await expect.element(word).toBeVisible();
    const [leaving] = word.element().getAnimations();
    expect(leaving?.effect?.getTiming().delay).toBe(8_000);
    leaving?.finish();
    await expect.element(word).not.toBeVisible();
  }
});
