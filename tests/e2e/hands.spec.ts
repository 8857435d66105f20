/** Small hands, many at once, on glass that turns and slips. */
import { expect, test, type Page } from '@playwright/test';

import { App } from './app.ts';
import { drawn, Fingers, handOf, type Place } from './hands.ts';
import { tabletOf } from './tablet.ts';

type Stroke = Readonly<{ kind: string; input: string; cancelled?: true; samples: string }>;

const BLACK = '#231a15';

test.afterEach(async ({ page }) => {
  const moved = await page.evaluate(() => ({
    scrolled: [scrollX, scrollY, document.querySelector('#app')?.scrollTop ?? 0],
    zoomed: visualViewport?.scale,
    picked: getSelection()?.toString(),
  }));
  expect(moved).toEqual({ scrolled: [0, 0, 0], zoomed: 1, picked: '' });
});

test('[I4] two fingers at once draw two lines, and the second ends no line', async ({ page }) => {
  const app = await drawing(page);
  const fingers = await Fingers.on(page);
  const [one, two] = [fingers.finger(1), fingers.finger(2)];
  const [a, b, c, d, e, f] = await app.inWindow([
    { x: 200, y: 300 },
    { x: 500, y: 300 },
    { x: 800, y: 300 },
    { x: 1400, y: 900 },
    { x: 1100, y: 900 },
    { x: 800, y: 900 },
  ]);
  await app.kept(2, async () => {
    await one.down(at(a));
    await two.down(at(d));
    await one.along([at(b)]);
    await two.along([at(e)]);
    await one.along([at(c)]);
    await one.up();
    await two.along([at(f)]);
    await two.up();
  });
  expect((await strokes(page)).map(({ input }) => input)).toEqual(['touch', 'touch']);
  expect(
    await app.coloursAt([
      { x: 500, y: 300 },
      { x: 1000, y: 900 },
      { x: 650, y: 600 },
    ]),
  ).toEqual([BLACK, BLACK, '#ffffff']);
});

test('[I4] ten fingers and a palm leave ten lines, and the page stays where it is', async ({
  page,
}) => {
  const app = await drawing(page);
  const fingers = await Fingers.on(page);
  const hands = Array.from({ length: 10 }, (_, number) => fingers.finger(number));
  await app.kept(10, async () => {
    for (const [number, hand] of hands.entries()) {
      const [start] = await app.inWindow([{ x: 150 + number * 140, y: 300 }]);
      await hand.down(at(start));
    }
    for (const [number, hand] of hands.entries()) {
      await hand.along(await app.inWindow([{ x: 150 + number * 140, y: 700 }]));
    }
    for (const hand of hands) await hand.up();
  });
  const middles = hands.map((_, number) => ({ x: 150 + number * 140, y: 500 }));
  expect(await app.coloursAt(middles)).toEqual(hands.map(() => BLACK));
});

test('[I6] fingers that pinch and pull beside the sheet change nothing', async ({ page }) => {
  const app = await drawing(page);
  const before = await app.sheet.boundingBox();
  const fingers = await Fingers.on(page);
  const [one, two] = [fingers.finger(1), fingers.finger(2)];
  await one.down({ x: 60, y: 560 });
  await two.down({ x: 1220, y: 700 });
  await one.along([
    { x: 60, y: 600 },
    { x: 60, y: 720 },
  ]);
  await two.along([
    { x: 1220, y: 640 },
    { x: 1220, y: 600 },
  ]);
  await one.up();
  await two.up();
  expect(await app.sheet.boundingBox()).toEqual(before);
  expect(await strokes(page)).toEqual([]);
});

test('[I10] a pen that leaves the sheet and comes back draws one line', async ({ page }) => {
  const app = await drawing(page);
  const pen = await handOf(page, 'pen');
  const [start, edge, outside, back, end] = await app.inWindow([
    { x: 1300, y: 500 },
    { x: 1590, y: 550 },
    { x: 1690, y: 600 },
    { x: 1590, y: 650 },
    { x: 1300, y: 700 },
  ]);
  await app.kept(1, async () => {
    await pen.down(at(start));
    await pen.along([at(edge), at(outside), at(back), at(end)]);
    await pen.up();
  });
  const [line, ...others] = await strokes(page);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ input: 'pen' });
  expect(line).not.toHaveProperty('cancelled');
  expect(
    await app.coloursAt([
      { x: 1445, y: 525 },
      { x: 1445, y: 675 },
    ]),
  ).toEqual([BLACK, BLACK]);
});

test('[I5] a line that the system takes away stays, and is marked as cancelled', async ({
  page,
}) => {
  const app = await drawing(page);
  const fingers = await Fingers.on(page);
  const finger = fingers.finger(1);
  const [start, middle, end] = await app.inWindow([
    { x: 300, y: 400 },
    { x: 700, y: 400 },
    { x: 1100, y: 400 },
  ]);
  await app.kept(1, async () => {
    await finger.down(at(start));
    await finger.along(drawn([at(start), at(middle), at(end)]));
    await fingers.cancel();
  });
  expect(await strokes(page)).toMatchObject([{ cancelled: true }]);
  expect(await app.colourAt({ x: 700, y: 400 })).toBe(BLACK);
  await page.reload();
  await app.sheetReady();
  await expect.poll(() => app.colourAt({ x: 700, y: 400 })).toBe(BLACK);
});

test('[I5] a slip of the hand leaves nothing', async ({ page }) => {
  const app = await drawing(page);
  const fingers = await Fingers.on(page);
  const [place] = await app.inWindow([{ x: 700, y: 400 }]);
  await fingers.finger(1).down(at(place));
  await fingers.cancel();
  await app.kept(1, () =>
    app.drawLine(
      [
        { x: 300, y: 900 },
        { x: 900, y: 900 },
      ],
      'touch',
    ),
  );
  expect(await strokes(page)).toHaveLength(1);
  expect(await app.colourAt({ x: 700, y: 400 })).toBe('#ffffff');
});

for (const [what, width, height] of [
  ['turned', 800, 1280],
  ['made smaller', 1007, 601],
] as const) {
  test(`[I6] a tablet ${what} in the middle of a line keeps what was drawn where it was`, async ({
    page,
  }) => {
    const app = await drawing(page);
    await app.kept(1, () =>
      app.drawLine([
        { x: 300, y: 1000 },
        { x: 700, y: 1000 },
        { x: 1100, y: 1000 },
      ]),
    );
    const finger = (await Fingers.on(page)).finger(1);
    await app.kept(1, async () => {
      const [start, middle] = await app.inWindow([
        { x: 300, y: 400 },
        { x: 700, y: 400 },
      ]);
      await finger.down(at(start));
      await finger.along(drawn([at(start), at(middle)]));
      await page.setViewportSize({ width, height });
      await expect.poll(() => app.sheet.boundingBox().then((box) => box?.width)).toBeLessThan(1000);
      await finger.along(
        await app.inWindow(
          drawn([
            { x: 700, y: 400 },
            { x: 1100, y: 400 },
          ]),
        ),
      );
      await finger.up();
    });
    const places = [
      { x: 500, y: 400 },
      { x: 900, y: 400 },
      { x: 700, y: 1000 },
    ];
    expect(await app.coloursAt(places)).toEqual([BLACK, BLACK, BLACK]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await app.coloursAt(places)).toEqual([BLACK, BLACK, BLACK]);
    expect(await strokes(page)).toHaveLength(2);
  });
}

test('[I3] a tap of each hand is a dot', async ({ page }) => {
  const app = await drawing(page);
  const dots = [
    { x: 400, y: 400 },
    { x: 800, y: 400 },
    { x: 1200, y: 400 },
  ];
  await app.kept(3, async () => {
    await app.drawLine([at(dots[0])], 'mouse');
    await app.drawLine([at(dots[1])], 'touch');
    await app.drawLine([at(dots[2])], 'pen');
  });
  expect(await app.coloursAt(dots)).toEqual([BLACK, BLACK, BLACK]);
});

async function drawing(page: Page): Promise<App> {
  const app = new App(page);
  await app.visit();
  await app.tryIt('llama');
  await app.begin('drawing');
  await app.allSaved();
  return app;
}

async function strokes(page: Page): Promise<Stroke[]> {
  const { entries } = await tabletOf(page);
  return entries.map(({ op }) => op as Stroke).filter(({ kind }) => kind === 'stroke/add');
}

function at(place: Place | undefined): Place {
  if (!place) throw new Error('a place is missing');
  return place;
}
