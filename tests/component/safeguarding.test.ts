/** [G2] to [G6]: an adult seals that a child may be in danger, on the real screen; the page that gives it away. */
import { cleanup } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { fail } from '#base/result.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { Token } from '#domain/contributor.ts';
import type { WorkId } from '#domain/ids.ts';
import type { StudyPack } from '#domain/study-pack.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t, tCount } from '#i18n/translate.svelte.ts';
import SafeguardingScreen from '#screens/facilitator/Safeguarding.svelte';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { raiseFlag } from '#state/safeguarding.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { memoryShelf } from '#storage/memory-shelf.ts';
import type { Shelved } from '#storage/shelf.ts';
import { follow, packWith, someKeys, unsealed, type Keys } from '../fixtures/flags.ts';
import { Finger, heldByAdult } from './hands.ts';
import { differences, lookAt } from './paper.ts';
import { aKit, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';
import { show } from './working.ts';

const NINE = 'dijo que le pegan con correa cuando llega tarde';
const HARM = 'Posible daño físico';

afterEach(cleanup);

/** A desk on which new sessions follow this study. */
async function deskWith(kit: Kit, pack: StudyPack): Promise<Desk> {
  const desk = new Desk(kit, '');
  await follow(desk.studies, pack);
  return desk;
}

type Here = Readonly<{ kit: Kit; keys: Keys; desk: Desk; bench: Workbench }>;

/** A session of a study with keys; these children sit down to a drawing. */
async function drawing(kit = aKit(), ...members: readonly Token[]): Promise<Here> {
  const keys = await someKeys();
  const desk = await deskWith(kit, packWith(keys));
  const sitting = valueOf(await desk.beginSession());
  const [activity] = sitting.pack.activities;
  const [prompt] = activity!.prompts;
  const seated = members.length > 0 ? members : (['condor-14'] as const);
  const bench = valueOf(
    await sitting.beginPlanned({ activity: activity!, prompt: prompt!, members: seated }),
  );
  await show({ desk, bench });
  return { kit, keys, desk, bench };
}

const form = page.getByRole('form', { name: t('safeguarding.title') });
const words = page.getByLabelText(t('safeguarding.words'));
const seal = button('safeguarding.seal');

function button(says: MessageKey): Locator {
  return page.getByRole('button', { name: t(says), exact: true });
}

/** From the child's screen: the adults' button held - of one child alone that is the helper - and the small button there. */
async function openPanel(): Promise<void> {
  if (button('helper').query()) heldByAdult(button('helper').element());
  else {
    await button('turn').click();
    heldByAdult(button('adult.hold').element());
  }
  await button('safeguarding.title').click();
  await expect.element(form).toBeVisible();
}

async function shelved({ shelf }: Kit): Promise<readonly Shelved[]> {
  return valueOf(await shelf.all('sealed'));
}

describe('the panel', () => {
  test('[G3] what to do stands there first; a kind of danger and nine words are sealed, and open with the key', async () => {
    const { kit, keys } = await drawing();
    await openPanel();
    await expect.element(page.getByText(MY_COMMUNITY_PACK.referral.es ?? '')).toBeVisible();
    await expect.element(seal).toBeDisabled();

    await userEvent.fill(words.element(), NINE);
    await expect.element(seal).toBeDisabled();
    await page.getByText(HARM).click();
    await seal.click();

    await expect.element(page.getByText(t('safeguarding.sealed'))).toBeVisible();
    await expect.element(words).toHaveValue('');
    await expect.element(seal).toBeDisabled();
    const [flag] = await shelved(kit);
    expect(await unsealed(keys.safeguarding, flag!.bytes)).toMatchObject({
      category: 'physical-harm',
      words: NINE,
      about: ['condor-14'],
    });
  });

  test('[G3] words are counted, and eleven are too many', async () => {
    await drawing();
    await openPanel();
    await page.getByText(HARM).click();
    await expect.element(seal).toBeEnabled();
    for (const [text, count] of [
      [`${NINE} hoy`, 10],
      [`${NINE} hoy no`, 11],
    ] as const) {
      await userEvent.fill(words.element(), text);
      const counted = t('safeguarding.counted', { count, most: 10 });
      await expect.element(page.getByText(counted)).toBeVisible();
      expect(seal.element().hasAttribute('disabled')).toBe(count > 10);
    }
  });

  test('[G3] of several children it is said whom it is about', async () => {
    const { kit, keys } = await drawing(aKit(), 'llama-03', 'condor-14');
    await openPanel();
    await page.getByText(HARM).click();
    const who = page.getByRole('group', { name: t('safeguarding.about') });
    await who.getByRole('button', { name: 'llama-03' }).click();
    await who.getByRole('button', { name: 'condor-14' }).click();
    await who.getByRole('button', { name: 'llama-03' }).click();
    await seal.click();

    await expect.element(page.getByText(t('safeguarding.sealed'))).toBeVisible();
    const [flag] = await shelved(kit);
    expect(await unsealed(keys.safeguarding, flag!.bytes)).toMatchObject({ about: ['condor-14'] });
  });

  test('[G3] what is being typed waits when a child touches the sheet', async () => {
    const { bench } = await drawing();
    const sheet = page.getByRole('application').element() as HTMLElement;
    await openPanel();
    await page.getByText(HARM).click();
    await userEvent.fill(words.element(), 'dijo que');
    new Finger(sheet).tap(400, 600);
    await expect.poll(() => form.query()).toBeNull();
    expect(bench.canUndo).toBe(true);

    await openPanel();
    await expect.element(words).toHaveValue('dijo que');
    await expect.element(page.getByRole('radio', { name: HARM })).toBeChecked();
  });

  test('[G4] on the child’s screen nothing is different afterwards: no word, no mark, no sound, no line of ink', async () => {
    const heard: string[] = [];
    const { bench } = await drawing(aKit({ sound: (name) => heard.push(name) }));
    const sheet = page.getByRole('application').element() as HTMLElement;
    new Finger(sheet).tap(400, 600);
    await bench.keeper.settled();
    const main = page.getByRole('main').element();
    const looks = (): string => main.innerHTML.replaceAll(/<!--.*?-->/g, '');
    const [before, ink] = [looks(), lookAt(sheet)];
    const [said, kept] = [heard.length, bench.keeper.kept];

    await openPanel();
    await page.getByText(HARM).click();
    await userEvent.fill(words.element(), NINE);
    await seal.click();
    await expect.element(page.getByText(t('safeguarding.sealed'))).toBeVisible();
    await form.getByRole('button', { name: t('close'), exact: true }).click();

    await expect.poll(looks).toBe(before);
    expect(differences(lookAt(sheet), ink)).toEqual([]);
    expect(heard).toHaveLength(said);
    expect(bench.keeper.kept).toBe(kept);
  });

  test('[G6] where the study has no key the card is there, and paper; nothing can be kept', async () => {
    const desk = new Desk(aKit(), '');
    const sitting = valueOf(await desk.beginSession());
    sitting.turnTo('zorro');
    const bench = valueOf(await sitting.begin('drawing'));
    await show({ desk, bench });
    await openPanel();
    await expect.element(page.getByText(MY_COMMUNITY_PACK.referral.es ?? '')).toBeVisible();
    await expect.element(page.getByText(t('safeguarding.no-key'))).toBeVisible();
    expect([seal.query(), words.query()]).toEqual([null, null]);
  });

  test('[G6] what could not be kept is said, and the words are still there to try again', async () => {
    const shelf = memoryShelf();
    const keep: typeof shelf.keep = async (on, ...file) =>
      on === 'sealed' ? fail({ code: 'storage/full' }) : shelf.keep(on, ...file);
    const { kit } = await drawing(aKit({ shelf: { ...shelf, keep } }));
    await openPanel();
    await page.getByText(HARM).click();
    await userEvent.fill(words.element(), NINE);
    await seal.click();

    await expect.element(page.getByRole('alert')).toHaveTextContent(t('problem.storage/full'));
    await expect.element(words).toHaveValue(NINE);
    expect(page.getByText(t('safeguarding.sealed')).query()).toBeNull();
    expect(await shelved(kit)).toEqual([]);
  });
});

describe('the page', () => {
  type Gift = Readonly<{ name: string; bytes: Uint8Array }>;

  /** The page of a tablet with two flags; the person first thinks better of it, then takes the file. */
  async function withTwoFlags(): Promise<Readonly<{ kit: Kit; gifts: Gift[] }>> {
    const gifts: Gift[] = [];
    const give: Kit['give'] = (name, bytes) => {
      gifts.push({ name, bytes });
      return Promise.resolve(gifts.length === 1 ? 'cancelled' : 'shared');
    };
    const kit = aKit({ give });
    const desk = await deskWith(kit, packWith(await someKeys()));
    const sitting = valueOf(await desk.beginSession());
    const concern = { category: 'neglect', words: NINE, about: [] };
    for (let times = 0; times < 2; times++) valueOf(await raiseFlag(kit, sitting, concern));
    const screen = SafeguardingScreen as Component<{ work: WorkId }>;
    await render(WithDesk, { desk, screen });
    return { kit, gifts };
  }

  test('[G5] it says how many there are and nothing of them, gives them, and takes them away only after that and held', async () => {
    const { kit, gifts } = await withTwoFlags();
    await expect.element(page.getByText(tCount('safeguarding.count', 2))).toBeVisible();
    await expect.element(page.getByText(MY_COMMUNITY_PACK.referral.es ?? '')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/correa|neglect|abandono/u);

    await button('safeguarding.give').click();
    await expect.element(page.getByText(t('safeguarding.cancelled'))).toBeVisible();
    expect(button('safeguarding.remove').query()).toBeNull();

    await button('safeguarding.give').click();
    const file = gifts[1]?.name ?? '';
    await expect.element(page.getByText(t('safeguarding.given', { file }))).toBeVisible();
    await button('safeguarding.remove').click();
    expect(await shelved(kit)).toHaveLength(4);
    heldByAdult(button('safeguarding.remove').element());

    await expect.element(page.getByText(t('safeguarding.none'))).toBeVisible();
    expect(await shelved(kit)).toEqual([]);
    expect(button('safeguarding.give').query()).toBeNull();
  });
});
