/** What a facilitator does around the children: brings a study, says where everybody is, asks, notes, writes down. */
import { expect, type Locator } from '@playwright/test';

import type { StudyPack, Words } from '#domain/study-pack.ts';
import { writeStudyFile } from '#files/study-file.ts';

import { type App } from './app.ts';

/** Who asked for the microphone, the camera or the place of the tablet, from now on. */
export async function watchSenses({ page }: App): Promise<string[]> {
  const asked: string[] = [];
  await page.exposeFunction('wasAsked', (what: string) => asked.push(what));
  await page.addInitScript(() => {
    const { wasAsked } = globalThis as unknown as { wasAsked: (what: string) => void };
    const spied = [
      [MediaDevices.prototype, 'getUserMedia'],
      [Geolocation.prototype, 'getCurrentPosition'],
      [Geolocation.prototype, 'watchPosition'],
    ] as const;
    for (const [on, what] of spied) {
      Object.defineProperty(on, what, {
        value: () => {
          wasAsked(what);
          return Promise.reject(new DOMException('nobody is here', 'NotAllowedError'));
        },
      });
    }
  });
  return asked;
}

/** From the first screen: a study comes as a file, and new sessions follow it. */
export async function bringStudy(app: App, pack: StudyPack): Promise<void> {
  const bytes = await writeStudyFile({ pack, voices: new Map() });
  await app.button('welcome.studies').click();
  await app.page.getByLabel(app.says('study.bring')).setInputFiles({
    name: 'study.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(bytes),
  });
  await app.button('study.choose').last().click();
  await app.goHome();
}

/** One of a few is said: in a group with this name, what is called so. */
export async function say(within: Locator, group: string, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    await within.getByRole('group', { name: group }).getByText(label, { exact: true }).click();
  }
}

/** In the open panel of adults: this is asked. */
export async function ask(app: App, words: Words | undefined): Promise<void> {
  await app.button('observe.script').click();
  await app.adultPanel.getByRole('button', { name: words?.es ?? '' }).click();
}

/** In the open panel of adults: this is seen, by the tags of the study. */
export async function see(app: App, ...tags: readonly string[]): Promise<void> {
  await app.button('observe.tags').click();
  for (const tag of tags) {
    await app.adultPanel.getByRole('button', { name: tag, exact: true }).click();
    await expect(app.adultPanel.getByRole('status')).toContainText(tag);
  }
}

/** In the open panel of adults: a short note. */
export async function jot(app: App, note: string): Promise<void> {
  await app.button('observe.tags').click();
  await app.page.getByLabel(app.says('observe.note')).fill(note);
  await app.button('observe.write').click();
  await expect(app.adultPanel.getByRole('status')).toContainText(note);
}

/** In the open panel of adults: what is told of the whole page, or how it is called, is to be written down. */
export async function beginToTell(app: App, what: 'tell.page' | 'tell.title'): Promise<void> {
  await app.button('observe.work').click();
  await app.button(what).click();
}
