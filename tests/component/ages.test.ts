/** What children of an age find on their table, in real Chromium. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';

import { AGE_BANDS, type AgeBand } from '#domain/age-band.ts';
import { BRUSHES } from '#domain/crayon.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t } from '#i18n/translate.svelte.ts';
import { aTable } from './tablet.ts';
import { show } from './working.ts';

afterEach(cleanup);

function button(says: MessageKey): Locator {
  return page.getByRole('button', { name: t(says), exact: true });
}

/** A map for children of this age, in the round of pictures. */
async function aMapFor(ageBand: AgeBand): Promise<void> {
  const table = await aTable('map', undefined, ageBand);
  table.bench.openRound();
  await show(table);
}

async function widthOf(says: MessageKey): Promise<number> {
  await expect.element(button(says)).toBeVisible();
  return button(says).element().getBoundingClientRect().width;
}

describe('the table of an age', () => {
  test('[P17] the youngest draw with two things and ring nothing; from nine on all is there', async () => {
    const found: Record<string, unknown> = {};
    for (const ageBand of AGE_BANDS) {
      await aMapFor(ageBand);
      await button('tool.draw').click();
      const tin = page.getByRole('group', { name: t('tin') });
      await expect.element(tin).toBeVisible();
      const brushes = BRUSHES.filter((one) => button(`brush.${one}`).query() !== null);
      await button('tool.join').click();
      await expect.element(page.getByRole('group', { name: t('relation.ask') })).toBeVisible();
      found[ageBand] = { brushes, rings: button('tool.ring').query() !== null };
      cleanup();
    }

    expect(found).toEqual({
      '6-8': { brushes: ['crayon', 'brush'], rings: false },
      '9-11': { brushes: ['crayon', 'marker', 'brush'], rings: true },
      '12-14': { brushes: ['crayon', 'marker', 'brush'], rings: true },
    });
  });

  test('[P17] what the oldest touch is one step smaller and never below 80 px; stop is as large as ever', async () => {
    const sizes = [];
    for (const ageBand of AGE_BANDS) {
      await aMapFor(ageBand);
      const [tool, stop] = [await widthOf('tool.rub-out'), await widthOf('stop')];
      await button('tool.hand').click();
      const tile = await widthOf('tray.draw-own');
      sizes.push({ tool, tile, stop });
      cleanup();
    }

    const [young, middle, old] = sizes;
    expect(middle).toEqual(young);
    expect(old?.stop).toBe(young?.stop);
    for (const what of ['tool', 'tile'] as const) {
      expect(old?.[what]).toBeLessThan(young?.[what] ?? 0);
      expect(old?.[what]).toBeGreaterThanOrEqual(80);
    }
  });
});
