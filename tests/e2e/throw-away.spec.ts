/** A child throws a work away: it is gone, and only that it was is told. */
import { expect, test } from '@playwright/test';

import type { SessionJson } from '#files/session-file.ts';

import { App } from './app.ts';
import { leave, tabletOf, type Row } from './tablet.ts';
import { unpack } from './unpack.ts';

test('[J11][F10] a work thrown away leaves nothing on the tablet and is in no file', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  const thrown = await makeMap(app, 'church');
  await app.finish('throw-away');
  await expect(page.getByRole('group', { name: app.says('mine') })).toHaveCount(0);
  const left = await tabletOf(page);
  expect(left.streams.map(({ kind }) => kind)).toEqual(['session']);
  expect(left.entries.filter(({ stream }) => stream === thrown)).toEqual([]);
  expect(left.parts).toEqual([]);

  const kept = await makeMap(app, 'river');
  await app.finish('keep');
  const { name, bytes } = await app.handOver();
  const { names, read } = unpack({ name, bytes });
  const session = JSON.parse(read('session.json').toString()) as SessionJson;
  expect(session.session.thrownAway).toBe(1);
  expect(session.works.map(({ work }) => work)).toEqual([kept]);
  expect(session.session.log.map(({ op }) => op).filter(({ work }) => work === thrown)).toEqual([
    { kind: 'work/begin', work: thrown, activity: 'map' },
    { kind: 'work/finish', work: thrown, decision: 'throw-away' },
  ]);
  expect(names.filter((file) => file.startsWith('works/'))).toHaveLength(3);
  for (const file of names) expect(read(file).includes('church')).toBe(false);
});

test('[J11] a work half thrown away when the app died is swept when it starts again', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  const work = await makeMap(app, 'church');
  await page.goto('about:blank');
  await app.visit('manifest.webmanifest');
  const { streams, entries } = await tabletOf(page);
  const session = streams.find(({ kind }) => kind === 'session');
  const last = entries.findLast(({ stream }) => stream === session?.['id']);
  await leave(page, 'entries', {
    ...last,
    seq: Number(last?.['seq']) + 1,
    n: Number(last?.['n']) + 1,
    op: { kind: 'work/finish', work, decision: 'throw-away' },
  });
  expect(streamsOf((await tabletOf(page)).streams)).toContain(work);

  await app.visit('#/try');
  await expect(app.button('animal.zorro')).toBeVisible();
  await expect.poll(async () => streamsOf((await tabletOf(page)).streams)).not.toContain(work);
  const swept = await tabletOf(page);
  expect(swept.entries.filter(({ stream }) => stream === work)).toEqual([]);
  await expect(app.button('go.on')).toHaveCount(0);
});

test('[F10] a work that nobody decided about stays on the tablet and is in no file', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('llama');
  const kept = await makeMap(app, 'tree');
  await app.finish('keep-private');
  const open = await makeMap(app, 'field');
  await app.startAgain('#/try');
  const { name, bytes } = await app.handOver();
  const { works } = JSON.parse(
    unpack({ name, bytes }).read('session.json').toString(),
  ) as SessionJson;
  expect(works.map(({ work, decision }) => [work, decision])).toEqual([[kept, 'keep-private']]);
  expect(streamsOf((await tabletOf(page)).streams)).toContain(open);
  await app.goHome();
  await app.button('welcome.try').click();
  await app.goOn();
  await expect(page).toHaveURL(new RegExp(`#/work/${open}$`));
});

/** A map with one picture, two lines and no more; its name. */
async function makeMap(app: App, symbol: 'church' | 'river' | 'tree' | 'field'): Promise<string> {
  await app.begin('map');
  await app.kept(3, async () => {
    await app.putByTap(symbol, 800, 500);
    await app.drawLine([
      { x: 300, y: 900 },
      { x: 900, y: 1000 },
    ]);
    await app.drawLine(
      [
        { x: 500, y: 800 },
        { x: 1200, y: 1000 },
      ],
      'touch',
    );
  });
  return new URL(app.page.url()).hash.split('/')[2] ?? '';
}

function streamsOf(streams: readonly Row[]): unknown[] {
  return streams.map(({ id }) => id);
}
