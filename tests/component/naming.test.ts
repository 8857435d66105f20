/** While a child asks what buttons are called: a tap says a name, and does nothing else. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';

import type { WorkId } from '#domain/ids.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { speakToChildren, t } from '#i18n/translate.svelte.ts';
import Assent from '#screens/child/Assent.svelte';
import Finish from '#screens/child/Finish.svelte';
import Offer from '#screens/child/Offer.svelte';
import Pieces from '#screens/child/Pieces.svelte';
import Practice from '#screens/child/Practice.svelte';
import Rest from '#screens/child/Rest.svelte';
import TryIt from '#screens/child/TryIt.svelte';
import Work from '#screens/child/Work.svelte';
import { Desk } from '#state/desk.svelte.ts';
import { aSpeaker } from '../fixtures/voices.ts';
import { ANIMALS_HERE, aKit, aStudy, linesOf, sayYes, valueOf } from './tablet.ts';
import { inTray, mapping } from './working.ts';
import WithDesk from './WithDesk.svelte';

const [ZORRO, LLAMA] = ANIMALS_HERE;

afterEach(cleanup);
beforeEach(() => {
  location.hash = '#/';
});

const button = (says: MessageKey): ReturnType<typeof page.getByRole> =>
  page.getByRole('button', { name: t(says), exact: true });

/** The word that lies beside a button. */
const word = (): Element | null => document.querySelector('.called');

async function show(desk: Desk, screen: unknown, work?: WorkId): Promise<void> {
  await render(WithDesk, {
    desk,
    screen: screen as Component<{ work: WorkId }>,
    ...(work && { work }),
  });
}

/** Press the helper, and wait until every button says its name. */
async function help(): Promise<void> {
  await button('helper').click();
  await expect.poll(() => word()?.textContent).toContain(t('naming.how'));
}

/** Every button that is to say its name, and the name. */
function buttons(): readonly Readonly<{ element: HTMLElement; name: string }>[] {
  const all = document.querySelectorAll<HTMLElement>('button:not([data-always], .mirror *)');
  return [...all].map((element) => ({
    element,
    name: element.getAttribute('aria-label') ?? element.innerText.trim(),
  }));
}

/** Tap each of them; what was said, in order. */
async function tapAll({ heard }: Readonly<{ heard: string[] }>): Promise<string[]> {
  heard.length = 0;
  for (const { element } of buttons()) await userEvent.click(element, { force: true });
  return heard.filter((one) => one !== 'hush');
}

describe('on every screen of a child', () => {
  test.each<[string, unknown]>([
    ['cards', Assent],
    ['what is offered', Offer],
    ['the practice page', Practice],
    ['a sheet', Work],
    ['the end of a work', Finish],
    ['my pieces', Pieces],
    ['a rest', Rest],
  ])('[S18] %s: each button says its name once and does nothing else', async (name, screen) => {
    const speaker = aSpeaker(['es']);
    const { desk, sitting } = await aStudy([ZORRO], aKit({ speaker }));
    if (name !== 'cards') sayYes(sitting, ZORRO);
    const { id } =
      name === 'what is offered'
        ? { id: undefined }
        : valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, screen, id);
    await help();
    const names = buttons().map((one) => one.name);
    const before = JSON.stringify([sitting.session, sitting.plan, location.hash]);
    const drawn = sitting.bench?.entries.length;

    expect(await tapAll(speaker)).toEqual(names.map((one) => `es: ${one}`));

    expect(names.length).toBeGreaterThan(0);
    expect(JSON.stringify([sitting.session, sitting.plan, location.hash])).toBe(before);
    expect(sitting.bench?.entries.length).toBe(drawn);
    expect(buttons().map((one) => one.name)).toEqual(names);
    await button('helper').click();
    expect(word()).toBeNull();
  });

  test('[S18] where one only tries the app an animal is named, and not chosen', async () => {
    const speaker = aSpeaker(['es']);
    const desk = new Desk(aKit({ speaker }), '');
    await show(desk, TryIt);
    await help();
    const names = buttons().map((one) => one.name);
    expect(await tapAll(speaker)).toEqual(names.map((one) => `es: ${one}`));
    expect(button('animal.zorro').element().getAttribute('aria-pressed')).toBe('false');
    await button('helper').click();
    await button('animal.zorro').click();
    expect(desk.sitting?.by).toBe('zorro-01');
  });
});

describe('a name', () => {
  test('[S18] is there in words, large, where the tablet has no voice', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    sayYes(sitting, ZORRO);
    await show(desk, Offer);
    await help();
    for (const { element, name } of buttons()) {
      await userEvent.click(element);
      expect(word()?.textContent.trim()).toBe(name);
    }
    expect(parseFloat(getComputedStyle(word()!).fontSize)).toBeGreaterThanOrEqual(30);
  });

  test('[S18] is said to keys too', async () => {
    const speaker = aSpeaker(['es']);
    const { desk, sitting } = await aStudy([ZORRO], aKit({ speaker }));
    sayYes(sitting, ZORRO);
    await show(desk, Offer);
    await help();
    button('offer.skip').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(speaker.heard.at(-1)).toBe(`es: ${t('offer.skip')}`);
    expect(sitting.session.skips).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Enter}');
    expect(sitting.session.skips).toHaveLength(1);
  });

  test.each([true, false])(
    '[S18] on a Quechua screen is said in Spanish where the study allows it (%s), and shown as it is',
    async (spanishVoice) => {
      onTestFinished(() => speakToChildren('es'));
      const speaker = aSpeaker(['es']);
      const { desk, sitting } = await aStudy([ZORRO, LLAMA], aKit({ speaker }));
      for (const token of [ZORRO, LLAMA]) sayYes(sitting, token);
      sitting.note({ kind: 'session/set', language: 'quy' });
      Object.defineProperty(sitting, 'pack', { value: { ...sitting.pack, spanishVoice } });
      await speakToChildren('quy');
      await show(desk, Offer);
      await help();
      speaker.heard.length = 0;
      await button('animal.zorro').click();
      expect(word()?.textContent.trim()).toBe('atuq');
      await button('offer.do').click();
      expect(word()?.textContent.trim()).toBe('Lo hago');
      expect(speaker.heard).toEqual(spanishVoice ? ['es: zorro', 'es: Lo hago'] : []);
    },
  );
});

describe('beside a sheet', () => {
  test('[S18] what lies open over it is named: who works with others finds the helper among the heads, and gets it back', async () => {
    const speaker = aSpeaker(['es']);
    const on = await mapping('map', aKit({ speaker }));
    const tree = await inTray(on, 'tree');
    await on.button('turn').click();
    await help();
    const before = on.bench.entries.length;
    speaker.heard.length = 0;
    await on.touches.drag(1, tree);
    await expect.poll(() => speaker.heard).toContain('es: árbol');
    await on.touches.drag(1, tree, on.at(800, 600));
    expect(on.bench.taken).toBeUndefined();
    expect(on.bench.entries).toHaveLength(before);

    await on.button('helper').click();
    await on.touches.drag(1, tree);
    expect(on.bench.taken).toBe('tree');
  });

  test('[S18] the heads themselves are named, where nothing else lay open', async () => {
    const speaker = aSpeaker(['es']);
    const on = await mapping('map', aKit({ speaker }));
    await on.button('turn').click();
    await help();
    const by = on.bench.by;
    await on.button('animal.oso').click();
    expect(speaker.heard.at(-1)).toBe(`es: ${t('animal.oso')}`);
    expect(on.bench.by).toBe(by);

    await on.button('turn').click();
    expect(speaker.heard.at(-1)).toBe(`es: ${t('turn')}`);
    expect(on.desk.isNaming).toBe(true);
    expect(on.button('animal.oso').query()).toBeNull();
    await on.button('undo').click();
    expect(speaker.heard.at(-1)).toBe(`es: ${t('undo')}`);
  });

  test('[S19] a line on the sheet ends it, and is drawn', async () => {
    const on = await mapping();
    await on.button('tool.draw').click();
    await on.button('turn').click();
    await help();
    await on.pull([900, 700], on.at(1200, 800));
    expect(on.desk.isNaming).toBe(false);
    expect(linesOf(on.bench)).toHaveLength(1);
    await expect.poll(word).toBeNull();
  });

  test('[S19] an adult who holds the helper goes on as ever', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, Work, id);
    await help();
    vi.useFakeTimers();
    button('helper')
      .element()
      .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    vi.advanceTimersByTime(2_000);
    vi.useRealTimers();
    await expect.element(page.getByRole('region', { name: t('adult.title') })).toBeVisible();
    expect(desk.isNaming).toBe(false);
  });
});

test('[S19] the hand stops at once, and its name is heard to the end', async () => {
  const speaker = aSpeaker(['es']);
  const { desk, sitting } = await aStudy([ZORRO], aKit({ speaker }));
  sayYes(sitting, ZORRO);
  await show(desk, Offer);
  await help();
  await button('stop').click();
  expect(location.hash).toBe('#/rest/offer');
  desk.arrive(location.hash);
  expect(speaker.heard.at(-1)).toBe(`es: ${t('stop')}`);
  expect(desk.isNaming).toBe(false);
});
