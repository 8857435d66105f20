/** [S14] and [S3]: children and adults are spoken to in languages of their own, in the whole app. */
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';

import * as adults from '#i18n/adult.svelte.ts';
import * as children from '#i18n/translate.svelte.ts';
import { OWN_NAME, WORDS_OF } from '#i18n/words.ts';
import type { Desk } from '#state/desk.svelte.ts';

import App from '../../src/App.svelte';
import { onScreen, Touches } from './hands.ts';
import { lookAt } from './paper.ts';
import { aTable, strokesOf, type Table } from './tablet.ts';

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
  await expect.element(language('adults')).toBeVisible();
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
  button('Para personas adultas: mantener apretado').element().focus();
  await holdFor(button('Para personas adultas: mantener apretado'));

  const panel = page.getByRole('region', { name: adults.t('adult.title') });
  await expect.element(panel).toHaveAttribute('lang', 'en');
  await language('children').selectOptions(OWN_NAME.quy);

  await expect.poll(children.language).toBe('quy');
  expect(adults.language()).toBe('en');
  await expect.element(panel).toBeVisible();
});

test.each(['quy', 'quz', 'en', 'es-PE'] as const)(
  '[S3] while a finger draws the language becomes %s: the line goes on, and is the same as without',
  async (name) => {
    const lines = [];
    const looks = [];
    for (const switches of [false, true]) {
      await children.speak(name === 'es-PE' ? 'en' : 'es-PE');
      const { desk, bench } = await theApp();
      desk.speakToChildrenIn(WORDS_OF[children.language()]);
      await goTo(desk, { screen: 'work', work: bench.id });
      const sheet = page.getByRole('application');
      await expect.element(sheet).toBeVisible();
      const element = sheet.element() as HTMLElement;
      const touches = new Touches();
      const at = (x: number): { x: number; y: number } => onScreen(element, { x, y: 500 });
      await touches.down(1, at(400));
      await touches.move(1, at(600));
      if (switches) {
        desk.speakToChildrenIn(WORDS_OF[name]);
        await expect.poll(children.language).toBe(name);
      }
      await touches.move(1, at(900));
      await touches.up(1);
      lines.push(strokesOf(bench).map(({ points }) => points.length));
      looks.push(lookAt(element));
      cleanup();
    }
    expect(lines[0]).toHaveLength(1);
    expect(lines[1]).toEqual(lines[0]);
  },
);
