/** A study goes from tablet to tablet as a file: written in the app, offline, and let in only when it is whole. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { expect, test, type Browser, type Page } from '@playwright/test';

import type { ProblemCode } from '#i18n/messages.ts';

import { App, type Chosen, type Handed } from './app.ts';
import { sumOf, tabletOf } from './tablet.ts';
import { filesOf, honest, packedAgain, zipOfClaims } from './zips.ts';

const PROMPT = 'Dibuja tu casa y quiénes viven ahí.';
const NAME = 'my-community-v2.llaqta-study.zip';

/** A fresh tablet without a network, on the list of studies; whoever asks for the microphone is counted. */
async function aTablet(browser: Browser): Promise<App> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const { dataset } = document.documentElement;
      dataset['asked'] = String(Number(dataset['asked'] ?? 0) + 1);
      return Promise.reject(new DOMException('nobody is here', 'NotAllowedError'));
    };
  });
  const app = new App(page);
  await app.visit();
  await expect(page.getByText(app.says('welcome.offline'))).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await app.button('welcome.studies').click();
  await expect(page.getByRole('heading', { name: 'Mi comunidad' })).toBeVisible();
  return app;
}

function asked(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['asked'] ?? 0));
}

/** What the page says of the file's sum. */
function shownSum(app: App): Promise<string> {
  return app.page.locator('dd.sum').innerText();
}

async function bring(app: App, buffer: Buffer, name = 'study.zip'): Promise<void> {
  const chosen: Chosen = { name, mimeType: 'application/zip', buffer };
  await app.page.getByLabel(app.says('study.bring')).setInputFiles(chosen);
}

/** Write the next version of the built-in study, with another first prompt; look for the microphone on the way. */
async function write(app: App): Promise<Handed> {
  const { page } = app;
  await app.button('study.edit').click();
  await app.button('study.part.activities').click();
  await page.getByText('1. Dibujo libre').click();
  await page.getByText('1. Dibuja el lugar donde vives.').click();
  const field = page.getByRole('textbox', { name: app.says('spoken.es') }).nth(1);
  await expect(field).toHaveValue('Dibuja el lugar donde vives.');
  await field.fill(PROMPT);
  await expect(page.getByRole('complementary').getByText(PROMPT)).toBeVisible();
  await expect(page.getByText(app.says('study.draft.kept'))).toBeVisible();

  await page.reload();
  await app.button('study.part.activities').click();
  await page.getByText('1. Dibujo libre').click();
  await page.getByText(`1. ${PROMPT}`).click();
  expect(await asked(page)).toBe(0);
  await page
    .getByRole('button', { name: app.says('study.voice.record') })
    .first()
    .click();
  await expect(page.getByText(app.says('problem.microphone/refused'))).toBeVisible();
  expect(await asked(page)).toBe(1);

  await app.button('study.part.save').click();
  await app.button('study.save').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.button('study.give').last().click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('[D21] a study written offline on one tablet is the same on the next, and hostile files change nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const first = await aTablet(browser);
  const { name, bytes } = await write(first);
  expect(name).toBe(NAME);
  const sum = createHash('sha256').update(bytes).digest('hex');
  const shown = (sum.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
  expect(await shownSum(first)).toBe(shown);

  const second = await aTablet(browser);
  const { page } = second;
  await bring(second, bytes, name);
  await expect(page.getByText(second.says('study.choose'))).toBeVisible();
  expect(await shownSum(second)).toBe(shown);
  const [kept] = (await tabletOf(page)).shelf;
  expect(kept).toMatchObject({ name: 'my-community@2', bytes: `bytes:${bytes.toString('hex')}` });
  await page.reload();
  await expect(page.locator('dd.sum')).toHaveText(shown);

  const before = await sumOf(page);
  const files = filesOf(bytes);
  const json = Buffer.from(files['study.json'] ?? []).toString();
  const told = (from: string, to: string): Buffer =>
    packedAgain({ ...files, 'study.json': Buffer.from(json.replace(from, to)) });
  const bad: [ProblemCode, Buffer][] = [
    ['study-file/not-ours', Buffer.from('%PDF-1.7 a letter to the school, somewhat longer')],
    ['study-file/cut', bytes.subarray(0, bytes.length / 2)],
    ['study-file/newer-than-app', told('"formatVersion": 1', '"formatVersion": 2')],
    ['study-file/other-content', told(PROMPT, 'Dibuja a tu vecina.')],
    ['study-file/broken', told('"study": "my-community"', '"study": "<script>"')],
    ['study-file/strange', packedAgain({ ...files, 'voices/run.js': Buffer.from('alert(1)') })],
    ['study-file/altered', packedAgain({ ...files, '../evil.json': Buffer.from('{}') })],
    ['study-file/too-large', zipOfClaims([honest('study.json', Buffer.alloc(6 * 2 ** 20))])],
  ];
  for (const [code, file] of bad) {
    await bring(second, file);
    await expect(page.getByRole('alert')).toContainText(code);
    await expect(page.getByRole('alert')).toContainText(second.says('study.nothing-changed'));
    expect(await sumOf(page)).toBe(before);
  }
  expect(await asked(page)).toBe(0);
});
