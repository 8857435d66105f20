/** Whatever a child may press says what it is called, on every screen of a child, in Spanish and where most words are Quechua. */
import { expect, test, type Page } from '@playwright/test';

import type { Language } from '#i18n/words.ts';

import { App } from './app.ts';
import { walkChilds } from './child-walk.ts';

/** What a tap on a button led to. */
type Told = Readonly<{ name: string; shown: string; said: readonly string[] }>;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    class Words {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Words });
    speechSynthesis.getVoices = () => [
      { lang: 'es-PE', localService: true, name: 'es', voiceURI: 'es', default: true },
    ];
    speechSynthesis.speak = ({ text }) => said.push(text);
  });
});

for (const language of ['es-PE', 'quy'] as const) {
  test(`[S18] every button on every screen of a child says its name and does nothing else, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const app = await welcome(page, language);
    const told: Told[] = [];
    await walkChilds(app, async () => {
      told.push(...(await askAll(app)));
      if (/#\/work\//.test(page.url())) told.push(...(await askOverSheet(app)));
    });
    await app.startAgain('#/try');
    await app.button('animal.zorro').click();
    await app.begin('map');
    await app.turnTo('llama');
    told.push(...(await askAll(app)), ...(await askOverSheet(app)));
    await app.drawTogether();
    for (const head of await app.heads.all()) await head.click();
    told.push(...(await askAll(app, () => app.button('turn').click())));

    expect(told.length).toBeGreaterThan(200);
    expect(told.filter(({ name, shown }) => name === '' || shown !== name)).toEqual([]);
    expect(told.filter(({ said }) => said.length !== 1 || said[0] === '')).toEqual([]);
    if (language === 'es-PE') expect(told.filter(({ name, said }) => said[0] !== name)).toEqual([]);
    else expect(told.find(({ name }) => name === 'atuq')?.said).toEqual(['zorro']);
  });
}

async function welcome(page: Page, language: Language): Promise<App> {
  const app = new App(page);
  await app.visit();
  await app.speak(language);
  return app;
}

/** With each of the panels over the sheet that there are. */
async function askOverSheet(app: App): Promise<Told[]> {
  const told: Told[] = [];
  for (const panel of ['tool.draw', 'tool.hand', 'tool.join', 'tool.feel', 'turn'] as const) {
    if (!(await app.button(panel).isVisible())) continue;
    if (panel !== 'turn' && (await app.button(panel).getAttribute('aria-expanded')) === null)
      continue;
    await app.openPanel(panel);
    told.push(...(await askAll(app)));
    await app.closePanels();
  }
  return told;
}

/** Help, tap every button there is but those that act at once, and help again. */
async function askAll(app: App, first?: () => Promise<void>): Promise<Told[]> {
  const { page } = app;
  const before = page.url();
  await app.beginNaming();
  await first?.();
  const told: Told[] = [];
  for (const button of await page.locator('button:not([data-always], .mirror button)').all()) {
    const box = await button.boundingBox();
    if (!box) continue;
    await page.evaluate(forget);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const name = (await button.getAttribute('aria-label')) ?? (await button.innerText());
    const shown = await app.wordBeside.innerText();
    told.push({ name: name.trim(), shown, said: await page.evaluate(said) });
  }
  expect(page.url()).toBe(before);
  await app.endNaming();
  return told;
}

/** In the page: what was said since it was forgotten. */
function said(): string[] {
  return (globalThis as unknown as { said: string[] }).said;
}

function forget(): void {
  (globalThis as unknown as { said: string[] }).said.length = 0;
}
