/** A child draws and maps, tells, and an adult writes it down; it is found in the file and where that is opened. */
import { expect, test } from '@playwright/test';

import type { SessionJson } from '#files/session-file.ts';

import { App } from './app.ts';
import { faultsIn } from './record.ts';
import { unpack } from './unpack.ts';

const TOLD = 'Kaypiqa yachaniku, sumaqmi. Mamaywan hamuni sapa punchaw.';
const MEANT = 'Aquí aprendemos, es bonito. Vengo con mi mamá cada día.';

test('[T1][T4][T5][T7] what a child told is in the file, on the annotated sheet and on the screen that opens it', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('map');
  await app.putByTap('house', 400, 700);
  await app.putByTap('school', 1000, 400);
  await app.putDown({ x: 1000, y: 400 });
  await app.button('item.tell').click();
  await page.getByLabel(app.says('say.language')).selectOption('quy');
  await app.tell(TOLD);
  await app.button('tell.change').click();
  await page.getByLabel(app.says('tell.translation')).fill(MEANT);
  await app.button('tell.save').click();
  await expect(page.getByText(MEANT)).toBeVisible();
  await app.button('close').click();
  await app.openAdultPanel();
  await app.button('tell.title').click();
  await app.tell('Mi llaqta');
  await app.allSaved();
  await page.reload();
  await app.sheetReady();
  await app.allSaved();
  await app.finish('keep');
  const handed = await app.handOver();

  const file = unpack(handed);
  const session = JSON.parse(file.read('session.json').toString()) as SessionJson;
  expect(faultsIn(session)).toEqual([]);
  const [{ quotes, items, pages } = { quotes: [], items: [], pages: [] }] = session.works;
  const school = items.find(({ symbol }) => symbol === 'school');
  expect(school?.callOut).toBe(1);
  expect(quotes).toMatchObject([
    {
      about: school?.item,
      speaker: 'zorro-01',
      source: 'said',
      text: TOLD,
      language: 'quy',
      translation: { text: MEANT, language: 'es' },
      by: 'f',
    },
    { about: 'title', text: 'Mi llaqta', language: 'es' },
  ]);
  const svg = file.read(pages[0]?.annotatedSvg ?? '').toString();
  for (const words of ['“Mi llaqta”', 'Kaypiqa yachaniku, sumaqmi.']) expect(svg).toContain(words);

  await app.goHome();
  await app.button('welcome.open').click();
  const { name, bytes } = handed;
  await app.openFile({ name, mimeType: 'application/zip', buffer: bytes });
  await expect(page.getByText(TOLD)).toBeVisible();
  await expect(page.getByText(MEANT)).toBeVisible();
  await expect(page.getByText('Mi llaqta')).toBeVisible();
});
