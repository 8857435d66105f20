/**
 * Every screen, to be looked at, in three windows and all languages: reports/screenshots. What a machine can see of it
 * is checked: nothing cut off, nothing over something else, nothing to push aside, nothing in anybody's way.
 */
import { expect, test } from '@playwright/test';

import { LANGUAGES, OWN_NAME, type Language } from '#i18n/words.ts';

import { walkApp } from './app-walk.ts';
import { App } from './app.ts';
import { lookerAt } from './looking.ts';
import { walkStudy } from './study-walk.ts';

/** In all four languages they are made when somebody is to look: LLAQTA_LOOK=all npx playwright test screenshots. */
const LOOKS_AT_ALL = process.env['LLAQTA_LOOK'] === 'all';
const SPOKEN: readonly Language[] = LOOKS_AT_ALL ? LANGUAGES : ['es-PE'];

for (const language of SPOKEN) {
  test(`[S5][S8][S10][S15] every screen fits every window, and axe finds nothing, in ${OWN_NAME[language]}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    const app = new App(page);
    await app.visit();
    await app.speak(language);
    await walkApp(app, (window) => lookerAt(window, language, faults));
    expect(faults).toEqual([]);
  });

  test(`[S5][S8][S10][S15] every screen of a study fits every window, and axe finds nothing, in ${OWN_NAME[language]}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    const app = new App(page);
    await app.visit();
    await app.speak(language);
    await walkStudy(app, language, lookerAt(page, language, faults));
    expect(faults).toEqual([]);
  });
}
