/** Scenario 5: three days later a parent takes colibri-03 out of everything; her map and drawing were handed over before. */
import { readFile } from 'node:fs/promises';

import { expect, test, type Page } from '@playwright/test';

import type { SessionJson, WorkJson } from '#files/session-file.ts';
import { unpack as samplesIn } from '#ink/pack.ts';

import {
  COLIBRI,
  HER_LINES,
  HER_WORDS,
  MAP,
  OTHERS_WORDS,
  scenario5,
} from '../fixtures/withdrawals.ts';
import { App, type Handed } from './app.ts';
import { faultsIn, recordOf } from './record.ts';
import { foundOn, leaveAll } from './tablet.ts';
import { filesOf } from './zips.ts';

/** Her lines as rows of the database hold them, and as a file writes their places. */
const KEPT_LINES = HER_LINES.map((line) => Buffer.from(line).toString('hex'));
const FILED_LINES = HER_LINES.map((line) => {
  const xs = (samplesIn(line) ?? []).map(({ x }) => x);
  return JSON.stringify(xs).slice(1, -1);
});
const CACHED = 'killa-cached-picture';

test('[W1][W4][W6][W9][W10][W11] her part leaves the tablet, the next file, and the file of yesterday', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const app = new App(page);
  await app.visit();
  await expect(app.button('welcome.try')).toBeVisible();
  await leaveScenario(page);
  const early = await handOver(app);
  const hers = [...HER_WORDS, CACHED, ...KEPT_LINES];
  expect(await foundOn(page, hers)).toEqual(hers);

  await withdraw(app);

  expect(await foundOn(page, hers)).toEqual([]);
  expect(await foundOn(page, OTHERS_WORDS)).toEqual([...OTHERS_WORDS]);
  const later = await handOver(app);
  checkReduced(later);

  await app.visit('#/open');
  await app.openFile(chosen(early));
  await expect(page.getByText(app.says('open.counts', REDUCED))).toBeVisible();

  const desk = new App(await (await browser.newContext()).newPage());
  await desk.visit('#/open', new URL('./', page.url()).href);
  await desk.openFile(chosen(early));
  await expect(
    desk.page.getByText(desk.says('open.counts', { strokes: 1, items: 41, links: 18 })),
  ).toBeVisible();
  await desk.page.getByLabel(desk.says('withdrawal.list')).setInputFiles(listOf(later));
  await expect(desk.page.getByText(desk.says('open.counts', REDUCED))).toBeVisible();
  checkReduced(await downloadOf(desk, () => desk.button('withdrawal.save').click()));
  await desk.page.context().close();
});

const REDUCED = { strokes: 0, items: 33, links: 12 };

/** What lies on the tablet of scenario 2: three works, a line that was being drawn, a picture that was kept. */
async function leaveScenario(page: Page): Promise<void> {
  const { header, entries, works } = scenario5();
  const heads = [...works.keys()].map((id) => {
    const activity = id === MAP ? 'map' : 'drawing';
    return { kind: 'work', id, session: header.id, activity };
  });
  await leaveAll(page, 'streams', [header, ...heads]);
  const rows = [...works].flatMap(([stream, list]) => list.map((entry) => ({ ...entry, stream })));
  await leaveAll(page, 'entries', [
    ...entries.map((entry) => ({ ...entry, stream: header.id })),
    ...rows,
  ]);
  const line = rows.find(({ op, by }) => op.kind === 'stroke/add' && by === COLIBRI);
  const draft = { by: COLIBRI, round: 'base', op: line?.op };
  await leaveAll(page, 'drafts', [{ stream: MAP, name: 'line', draft }]);
  const bytes = new Uint8Array(Buffer.from(CACHED));
  await leaveAll(page, 'parts', [{ stream: MAP, name: 'picture', index: 0, bytes }]);
}

async function handOver(app: App): Promise<Handed> {
  await app.visit('#/hand-over');
  return downloadOf(app, () => app.button('hand-over.give').first().click());
}

async function downloadOf(app: App, act: () => Promise<void>): Promise<Handed> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), act()]);
  const name = download.suggestedFilename();
  await expect(app.page.getByRole('status').filter({ hasText: name })).toBeVisible();
  return { name, bytes: await readFile(await download.path()) };
}

async function withdraw(app: App): Promise<void> {
  const { page } = app;
  await app.button('withdrawal.title').click();
  await page.getByRole('button', { name: COLIBRI }).first().click();
  await app.hold(app.button('withdrawal.hold'), page.getByText(app.says('withdrawal.done')));
}

/** The file has the numbers of the method, and nothing of hers in any of its files. */
function checkReduced(handed: Handed): void {
  const session = recordOf(handed);
  expect(faultsIn(session)).toEqual([]);
  const map = mapIn(session);
  expect([map.items, map.stamps, map.links].map(({ length }) => length)).toEqual([33, 17, 12]);
  expect(counted(map.items.map(({ round }) => round))).toEqual({ free: 3, base: 26, prompted: 4 });
  expect(counted(map.links.map(({ valence = 'unsaid' }) => valence))).toEqual({
    support: 9,
    neutral: 2,
    both: 1,
  });
  expect(map.removedAtRequest).toMatchObject({ items: 8, stamps: 7, links: 6 });
  expect(session.session.withdrawals).toMatchObject([{ token: COLIBRI }]);
  expect(session.works).toHaveLength(2);

  for (const [name, bytes] of Object.entries(filesOf(handed.bytes))) {
    const text = Buffer.from(bytes).toString(name.endsWith('.png') ? 'latin1' : 'utf8');
    const plain = name.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text;
    const left = [...HER_WORDS, ...FILED_LINES].filter((one) => plain.includes(one));
    expect([name, left]).toEqual([name, []]);
    if (name.endsWith('.png')) expect(plain).not.toMatch(/[zi]TXt/);
    if (name.endsWith('.svg')) expect(plain).not.toContain(COLIBRI);
  }
}

function mapIn({ works }: SessionJson): WorkJson {
  const map = works.find(({ work }) => work === MAP);
  if (!map) throw new Error('no map in the file');
  return map;
}

function listOf({ bytes }: Handed): { name: string; mimeType: string; buffer: Buffer } {
  const list = filesOf(bytes)['withdrawals.json'];
  if (!list) throw new Error('no list in the file');
  return { name: 'withdrawals.json', mimeType: 'application/json', buffer: Buffer.from(list) };
}

function chosen({ name, bytes }: Handed): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/zip', buffer: bytes };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
