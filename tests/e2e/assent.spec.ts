/** Scenario 4: a child who says not now, then yes, then stops, skips, and hides what it made. */
import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { faultsIn, recordOf } from './record.ts';

const STROKES = 22;

test('[A2][A4][A5][A7][A8][A9] a child says not now, later yes, rests, finishes, skips, and shows its piece to nobody', async ({
  page,
}) => {
  const app = new App(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      value: () => {
        document.documentElement.dataset['recorded'] = '';
      },
    });
  });
  await app.visit();
  await app.beginStudy();
  await app.addChild('colibri', 9, 7);

  await app.seat('drawing', 'colibri-09');
  await app.assent('not-now');
  await expect(page.getByText(app.says('pieces.wait'))).toBeVisible();
  await app.holdToBoard();

  await app.seat('drawing', 'colibri-09');
  await app.hearCards();
  await app.answerQuestion('can-stop', true);
  await app.answerQuestion('who-will-see', false);
  await app.answerQuestion('who-will-see', true);
  await app.answerAssent('yes');
  await app.doIt();
  for (let at = 0; at < STROKES; at++) {
    const y = 100 + at * 40;
    await app.drawLine([
      { x: 300, y },
      { x: 500, y: y + 20 },
    ]);
  }
  await app.allSaved();
  await app.button('stop').click();
  await app.button('finish.rest').click();
  await expect(page).toHaveURL(/#\/rest\/work-/);
  await page.reload();
  await app.button('go.on').click();
  await app.sheetReady();
  await app.finish('keep');
  await expect(app.pieces).toHaveCount(1);

  await app.holdToBoard();
  await app.seat('circles', 'colibri-09');
  await app.skip();
  await app.decideAgain(1, 'keep-private');
  await app.pieces.click();
  await expect(app.button('finish.keep-private')).toHaveAttribute('aria-pressed', 'true');
  await expect(app.button('copy.print')).toHaveCount(0);
  await app.holdToBoard();

  const record = recordOf(await app.handOverStudy());
  expect(faultsIn(record)).toEqual([]);
  const ops = record.session.log.map(({ by, op }) => ({ ...op, by }));
  const of = (kind: string): Readonly<Record<string, unknown>>[] =>
    ops.filter((op) => op.kind === kind);
  const answer = { token: 'colibri-09', by: 'colibri-09', language: 'es' };
  expect(of('assent/answer')).toMatchObject([
    { ...answer, answer: 'not-now', understanding: 'understood', repeats: 0 },
    { ...answer, answer: 'yes', understanding: 'needed-help', repeats: 1 },
  ]);
  expect(of('activity/skip')).toMatchObject([{ token: 'colibri-09', activity: 'circles' }]);
  expect(of('work/rest')).toHaveLength(1);
  expect(of('work/finish').map((op) => op['decision'])).toEqual(['keep', 'keep-private']);
  expect(record.works).toMatchObject([{ decision: 'keep-private' }]);
  expect(record.works[0]?.strokes).toHaveLength(STROKES);
  await expect(page.locator('html')).not.toHaveAttribute('data-recorded');
});
