/** Every screen on which a child may be, by one child with the built-in study and then by one who only tries the app. */
import { expect } from '@playwright/test';

import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';

import type { App } from './app.ts';

/** From the first screen; whoever comes along looks at each screen. */
export async function walkChilds(app: App, look: () => Promise<void>): Promise<void> {
  await app.beginStudy();
  await app.addChild('puma', 4, 9);
  await app.seat('drawing', 'puma-04');
  await look();
  await app.assent('not-now');
  await look();
  await app.holdToBoard();
  for (const [at, { id }] of MY_COMMUNITY_PACK.activities.entries()) {
    await app.seat(id, 'puma-04');
    if (at === 0) await app.assent('yes');
    await expect(app.button('offer.do')).toBeVisible();
    await look();
    if (at === 0) {
      await app.practise();
      await look();
      await app.button('go.back').click();
    }
    await app.doIt();
    await look();
    await app.button('stop').click();
    await expect(app.button('finish.rest')).toBeVisible();
    await look();
    await app.button('finish.rest').click();
    await expect(app.button('go.on')).toBeVisible();
    await look();
    await app.button('go.on').click();
    await app.sheetReady();
    await app.finish('keep');
    await expect(app.pieces).toHaveCount(at + 1);
    await look();
    await app.holdToBoard();
  }
  await app.startAgain('#/try');
  await look();
  await app.button('stop').click();
  await expect(app.button('go.on')).toBeVisible();
  await look();
}
