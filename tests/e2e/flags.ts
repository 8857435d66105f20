/** An adult seals that a child may be in danger, and gives what was sealed: as a person does it. */
import { readFile } from 'node:fs/promises';

import { expect } from '@playwright/test';

import type { App, Handed } from './app.ts';

/** What an adult says, in the words of the screen. */
type Said = Readonly<{ category: string; words: string }>;

/** On a child's screen: hold the adults' button, seal, and close what lay open. */
export async function sealFlag(app: App, { category, words }: Said): Promise<void> {
  await app.openAdultPanel();
  await app.button('safeguarding.title').click();
  const form = app.page.getByRole('form', { name: app.says('safeguarding.title') });
  await form.getByText(category, { exact: true }).click();
  await form.getByLabel(app.says('safeguarding.words')).fill(words);
  await app.button('safeguarding.seal').click();
  await expect(form.getByText(app.says('safeguarding.sealed'))).toBeVisible();
  await form.getByRole('button', { name: app.says('close'), exact: true }).click();
  await expect(form).toHaveCount(0);
}

/** From the board: give what is sealed. Open it with `unsealed` of fixtures/flags.ts. */
export async function giveSealed(app: App): Promise<Handed> {
  await app.button('safeguarding.title').click();
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.button('safeguarding.give').click(),
  ]);
  const name = download.suggestedFilename();
  await expect(app.page.getByText(app.says('safeguarding.given', { file: name }))).toBeVisible();
  return { name, bytes: await readFile(await download.path()) };
}
