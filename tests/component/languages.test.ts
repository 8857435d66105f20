/** [S14] and [S3]: children and adults are spoken to in languages of their own, in the whole app. */
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';

import * as adults from '#i18n/adult.svelte.ts';
import * as children from '#i18n/translate.svelte.ts';
import { OWN_NAME, WORDS_OF } from '#i18n/words.ts';
import type { Desk } from '#state/desk.svelte.ts';

import App from '../../src/App.svelte';
import { Finger, heldByAdult } from './hands.ts';
import { differences, lookAt } from './paper.ts';
import { aTable, linesOf, type Table } from './tablet.ts';

afterEach(async () => {
  cleanup();
  location.hash = '';
  await Promise.all([adults.speak('es-PE'), children.speak('es-PE')]);
});

/** The app on its first screen, with a drawing begun. */
async function theApp(): Promise<Table> {
  const table = await aTable('drawing');
  const only = { elsewhere: undefined, takeOver: () => Promise.resolve() };
  render(App, { desk: table.desk, only });
  await expect.element(language('adults'), { timeout: 5_000 }).toBeVisible();
  return table;
}

/** Where the language of one of both is chosen. */
function language(whose: 'adults' | 'children'): Locator {
  return page.getByLabelText(adults.t(`language.${whose}`), { exact: true });
}

async function goTo(desk: Desk, route: Parameters<Desk['go']>[0]): Promise<void> {
  desk.go(route);
  await expect.poll(() => desk.route).toEqual(route);
}

function button(name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

test('[S14] on the first screen both are chosen, apart from each other; children’s screens and adults’ pages follow', async () => {
  const { desk, kit } = await theApp();

  await language('children').selectOptions(OWN_NAME.quz);
  await expect.poll(children.language).toBe('quz');
  await language('adults').selectOptions(OWN_NAME.en);
  await expect.element(button('Try it')).toBeVisible();

  expect(children.language()).toBe('quz');
  expect(document.documentElement.lang).toBe('en');
  expect(await kit.settings.read('language')).toMatchObject({ value: 'en' });
  expect(await kit.settings.read('child-language')).toMatchObject({ value: 'quz' });
  await goTo(desk, { screen: 'try' });
  await expect.element(button("hamp'atu")).toBeVisible();
  await expect.element(page.getByRole('heading', { name: '¿Quién eres?' })).toBeVisible();
  expect(document.documentElement.lang).toBe('es-PE');
  await goTo(desk, { screen: 'about' });
  await expect.element(page.getByRole('heading', { name: 'About Llaqta' })).toBeVisible();
});

test('[S14] what an adult opens over a child’s sheet speaks to the adult, and changes the child’s language', async () => {
  const { desk, bench } = await theApp();
  await adults.speak('en');
  await goTo(desk, { screen: 'work', work: bench.id });
  desk.speakToChildrenIn('es');
  await button('¿A quién le toca?').click();
  heldByAdult(button('Para personas adultas: mantener apretado').element());

  const panel = page.getByRole('region', { name: adults.t('adult.title') });
  await expect.element(panel).toHaveAttribute('lang', 'en');
  await language('children').selectOptions(OWN_NAME.quy);

  await expect.poll(children.language).toBe('quy');
  expect(adults.language()).toBe('en');
  await expect.element(panel).toBeVisible();
});

test.each(['quy', 'quz', 'en'] as const)(
  '[S3] while a finger draws the language becomes %s: line, page and journal are the same as without',
  async (name) => {
    const drawn = await drawWhile(() => Promise.resolve());
    const switched = await drawWhile(async (desk) => {
      desk.speakToChildrenIn(WORDS_OF[name]);
      await expect.poll(children.language).toBe(name);
    });

    expect(switched.lines).toEqual(drawn.lines);
    expect(switched.entries).toBe(drawn.entries);
    expect(differences(switched.looks, drawn.looks)).toEqual([]);
  },
);

/** A line, in the middle of which something is done. */
async function drawWhile(
  doIt: (desk: Desk) => Promise<void>,
): Promise<Readonly<{ lines: unknown; entries: number; looks: ReturnType<typeof lookAt> }>> {
  const { desk, bench } = await theApp();
  await goTo(desk, { screen: 'work', work: bench.id });
  await expect.element(page.getByRole('application')).toBeVisible();
  const sheet = page.getByRole('application').element();
  const finger = new Finger(sheet).down(400, 500).move(600, 500);
  await doIt(desk);
  finger.move(700, 600).move(900, 500).up();
  const lines = linesOf(bench);
  expect(lines).toHaveLength(1);
  const looks = lookAt(sheet);
  cleanup();
  location.hash = '';
  return { lines, entries: bench.entries.length, looks };
}
