/** A thousand pictures and five hundred links on one sheet: opened, gone on with, and handed over. */
import { expect, test } from '@playwright/test';

import { SYMBOLS } from '#domain/symbol.ts';
import type { SessionJson } from '#files/session-file.ts';

import { App } from './app.ts';
import { pixelsOf } from './png.ts';
import { leaveAll, tabletOf, type Row } from './tablet.ts';
import { unpack } from './unpack.ts';

const ITEMS = 1_000;
const LINKS = 500;
const ACTOR = 'abcdef0123456789';

test('[M29][M8][F8] a thousand pictures are opened, counted and handed over with a number each', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const app = new App(page);
  await app.visit();
  await app.tryIt('puma');
  await app.begin('map');
  await app.kept(1, () => app.putByTap('river', 800, 600));
  const { entries } = await tabletOf(page);
  const put = entries.find(({ op }) => (op as Row)['kind'] === 'item/put');
  if (!put) throw new Error('the river was put');
  await leaveAll(page, 'entries', manyAfter(put));
  await page.reload();
  await app.sheetReady();
  await app.allSaved();
  await app.kept(1, () => app.putByTap('dog', 1500, 1100));
  await app.finish('keep');
  const unpacked = unpack(await app.handOver());

  const session = JSON.parse(unpacked.read('session.json').toString()) as SessionJson;
  expect(session.works[0]?.items).toHaveLength(ITEMS + 2);
  expect(session.works[0]?.links).toHaveLength(LINKS);
  const svg = unpacked.read('works/01-map-page-01-annotated.svg').toString();
  for (const number of ['1', '500', String(ITEMS + 2)]) {
    expect(svg.split(`>${number}</text>`).length).toBeGreaterThanOrEqual(3);
  }
  const { width, height } = pixelsOf(unpacked.read('works/01-map-page-01-annotated.png'));
  expect(width).toBeLessThan(8_000);
  expect(height).toBeGreaterThan(10_000);
});

/** What another tablet did on the same sheet after this entry. */
function manyAfter(put: Row): Row[] {
  const { stream, by, round, n } = put;
  const { page } = put['op'] as Row;
  const name = (kind: string, at: number): string => `${kind}-${String(at).padStart(16, '0')}`;
  const operations: Row[] = [
    ...Array.from({ length: ITEMS }, (_, at): Row => {
      const place = { x: 30 + (at % 40) * 39, y: 30 + Math.floor(at / 40) * 46, size: 60 };
      const symbol = SYMBOLS[at % SYMBOLS.length];
      return { kind: 'item/put', item: name('item', at), page, symbol, ...place };
    }),
    ...Array.from({ length: LINKS }, (_, at): Row => {
      const ends = { from: name('item', at * 2), to: name('item', at * 2 + 1) };
      return { kind: 'link/add', link: name('link', at), ...ends };
    }),
  ];
  return operations.map((op, at) => {
    return { stream, actor: ACTOR, seq: at + 1, n: Number(n) + 1 + at, at: at * 10, by, round, op };
  });
}
