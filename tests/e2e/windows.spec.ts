/** Two windows of the app on one tablet: one writes, and the other says where that one is. */
import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { tabletOf } from './tablet.ts';

const BLACK = '#231a15';

test('[J16] the second window says where the first is and takes over, and back, and nothing is lost', async ({
  context,
}) => {
  const first = new App(await context.newPage());
  await first.visit();
  await first.tryIt('condor');
  await first.begin('drawing');
  await first.kept(2, () => twoLines(first, 200));

  const second = new App(await context.newPage());
  await second.visit();
  await expect(second.page.getByRole('heading')).toHaveText(second.says('elsewhere.title'));
  await expect(second.page.getByRole('main')).toContainText(
    second.says('elsewhere.where', { place: second.says('place.work') }),
  );
  await expect(second.button('welcome.try')).toHaveCount(0);
  await second.button('elsewhere.take-over').click();
  await expect(first.page.getByRole('heading')).toHaveText(first.says('elsewhere.taken'));
  await expect(first.sheet).toHaveCount(0);
  await second.button('welcome.try').click();
  await second.goOn();
  await second.kept(2, () => twoLines(second, 500));

  await first.look();
  await first.button('elsewhere.take-back').click();
  await expect(second.page.getByRole('heading')).toHaveText(second.says('elsewhere.taken'));
  await first.sheetReady();
  await expect.poll(() => first.colourAt({ x: 600, y: 500 })).toBe(BLACK);
  await first.kept(2, () => twoLines(first, 800));

  const { entries, streams } = await tabletOf(first.page);
  const strokes = entries.filter(({ op }) => (op as { kind: string }).kind === 'stroke/add');
  expect(strokes).toHaveLength(6);
  expect(streams.map(({ kind }) => kind).toSorted()).toEqual(['session', 'work']);
  await first.page.reload();
  await first.sheetReady();
  for (const y of [200, 500, 800])
    await expect.poll(() => first.colourAt({ x: 600, y })).toBe(BLACK);
});

test('[J16] a third window hears of the window that writes now, not of one that stopped', async ({
  context,
}) => {
  const first = new App(await context.newPage());
  await first.visit('#/about');
  await expect(first.button('go.home')).toBeVisible();
  const second = new App(await context.newPage());
  await second.visit('#/try');
  await second.button('elsewhere.take-over').click();
  await expect(second.button('animal.zorro')).toBeVisible();

  const third = new App(await context.newPage());
  await third.visit();
  await expect(third.page.getByRole('main')).toContainText(
    third.says('elsewhere.where', { place: third.says('place.try') }),
  );
});

test('[J16] when the first window closes the next one simply opens', async ({ context }) => {
  const first = new App(await context.newPage());
  await first.visit();
  await expect(first.button('welcome.try')).toBeVisible();
  await first.page.close();
  const second = new App(await context.newPage());
  await second.visit();
  await expect(second.button('welcome.try')).toBeVisible();
});

async function twoLines(app: App, y: number): Promise<void> {
  await app.drawLine([
    { x: 300, y },
    { x: 600, y },
    { x: 900, y },
  ]);
  await app.drawLine(
    [
      { x: 300, y: y + 80 },
      { x: 900, y: y + 80 },
    ],
    'touch',
  );
}
