/** With a PIN: children's screens lead nowhere else, and nobody guesses the way. */
import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { tabletOf } from './tablet.ts';

const PIN = '2580';

test('[L7] [L1] a child’s screen is left by holding and the PIN, not by a swipe; a reload on an adult’s page locks', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.setPin(PIN);
  await app.tryIt('zorro');
  await page.goBack();
  await expect(page).toHaveURL(/#\/try$/);
  await app.holdAdults(app.pinPad);
  await app.button('lock.back').click();
  await expect(app.button('animal.zorro')).toBeVisible();

  await app.goHome(PIN);
  await app.button('welcome.hand-over').click();
  await expect(page.getByText(app.says('hand-over.what'))).toBeVisible();
  await page.reload();
  await expect(app.pinPad).toBeVisible();
  await expect(page.getByText(app.says('hand-over.what'))).toHaveCount(0);

  await app.typePin(PIN);
  await expect(page.getByText(app.says('hand-over.what'))).toBeVisible();
});

test('[L9] the finger that held the hat types no digit and presses nothing when it is lifted', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.setPin(PIN);
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.turnTo('llama');
  await app.openPanel('turn');
  await app.holdAdults(app.pinPad);
  await app.typePin(PIN);
  await expect(app.adultPanel).toBeVisible();
  await app.closeAdultPanel();
  const before = await tabletOf(page);

  await app.openPanel('turn');
  await app.holdAdults(app.adultPanel);
  await expect(app.adultPanel).toBeVisible();
  expect(await tabletOf(page)).toEqual(before);
});

test('[L3] [L4] wrong PINs open nothing and make wait ever longer, through a reload; who is idle is locked out', async ({
  page,
}) => {
  await page.clock.install();
  const app = new App(page);
  await app.visit();
  await app.setPin(PIN);
  await app.button('welcome.hand-over').click();
  await page.clock.fastForward('02:59');
  await expect(page.getByText(app.says('hand-over.what'))).toBeVisible();
  await page.clock.fastForward('00:10');
  await expect(app.pinPad).toBeVisible();

  for (const left of [4, 3, 2, 1]) {
    await app.typePin('0000');
    await expect(page.getByText(app.says('problem.pin/wrong', { left }))).toBeVisible();
  }
  const waits = page.getByRole('timer');
  for (const [shown, passes] of [
    [/0:(30|2\d)/, '00:31'],
    [/1:00|0:5\d/, '01:01'],
    [/2:00|1:5\d/, '00:30'],
  ] as const) {
    await app.typePin('0000');
    await expect(waits).toHaveText(shown);
    await expect(page.getByRole('button', { name: '1', exact: true })).toBeDisabled();
    await page.clock.fastForward(passes);
  }
  await page.reload();
  await expect(waits).toHaveText(/1:[0-3]\d/);
  await page.clock.fastForward('01:40');
  await app.typePin(PIN);
  await expect(page.getByText(app.says('hand-over.what'))).toBeVisible();
});
