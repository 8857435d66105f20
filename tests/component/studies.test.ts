/** Studies on their screens: brought, chosen, written, spoken. */
import { render } from 'vitest-browser-svelte';
import { cleanup } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { AGE_PRESETS } from '#domain/age-band.ts';
import { ok } from '#base/result.ts';
import { writeStudyFile } from '#files/study-file.ts';
import { t } from '#i18n/translate.svelte.ts';
import type { MessageKey } from '#i18n/messages.ts';
import EditStudy from '#screens/researcher/EditStudy.svelte';
import Studies from '#screens/facilitator/Studies.svelte';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { StudyDraft } from '#state/study-draft.svelte.ts';
import { A_KEY, aStudy } from '../fixtures/studies.ts';
import { aSpeaker, aVoice } from '../fixtures/voices.ts';
import { aKit, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

type Bytes = Uint8Array<ArrayBuffer>;

const HTML = '<img src=x onerror="document.title=1">';
const FIRST_PROMPT = 'Dibuja el lugar donde vives.';

afterEach(cleanup);

function button(key: MessageKey): ReturnType<typeof page.getByRole> {
  return page.getByRole('button', { name: t(key), exact: true });
}

function heading(name: string): ReturnType<typeof page.getByRole> {
  return page.getByRole('heading', { name });
}

function fileOf(bytes: Bytes): File {
  return new File([bytes], 'study.zip', { type: 'application/zip' });
}

/** Somebody chooses a file. */
async function choose(bytes: Bytes): Promise<void> {
  await userEvent.upload(page.getByLabelText(t('study.bring')), fileOf(bytes));
}

/** Somebody drops a file onto the page. */
function drop(bytes: Bytes): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(fileOf(bytes));
  document.body.dispatchEvent(
    new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
  );
}

async function theList(kit: Kit = aKit()): Promise<Desk> {
  const desk = new Desk(kit, '#/studies');
  await desk.studies.remember();
  await render(WithDesk, { desk, screen: Studies });
  await expect.element(heading('Mi comunidad')).toBeVisible();
  return desk;
}

/** The editor, on a draft of the built-in study. */
async function theEditor(kit: Kit = aKit()): Promise<Desk> {
  const desk = new Desk(kit, '#/study');
  const [builtIn] = desk.studies.all;
  if (!builtIn) throw new Error('there is no study');
  await StudyDraft.from(kit, desk.studies, builtIn).settled();
  await render(WithDesk, { desk, screen: EditStudy });
  await expect.element(button('study.part.about')).toBeVisible();
  return desk;
}

/** The draft as it lies on the tablet. */
async function kept(kit: Kit): Promise<StudyDraft['pack'] | undefined> {
  await expect.element(page.getByText(t('study.draft.kept'))).toBeVisible();
  return valueOf(await StudyDraft.onTablet(kit))?.pack;
}

/** The first prompt of the first activity, open. */
async function openFirstPrompt(): Promise<void> {
  await button('study.part.activities').click();
  await page.getByText('1. Dibujo libre').click();
  await page.getByText(`1. ${FIRST_PROMPT}`).click();
}

function preview(): ReturnType<typeof page.getByRole> {
  return page.getByRole('complementary', { name: t('study.preview') });
}

describe('the list of studies', () => {
  test('[D16] a study is brought by choosing its file, chosen for new sessions, and given again as it came', async () => {
    const given: [string, Bytes][] = [];
    const desk = await theList(
      aKit({
        give: (name, bytes) => {
          given.push([name, bytes]);
          return Promise.resolve('downloaded');
        },
      }),
    );
    const file = await writeStudyFile(aStudy());

    await choose(file);

    const facts = { study: 'Juntos y la niñez', version: 3 };
    await expect.element(page.getByText(t('study.brought', facts))).toBeInViewport();
    await button('study.choose').click();
    await expect.poll(() => desk.studies.chosen.study).toBe('juntos-2026');
    await button('study.give').last().click();
    await expect.poll(() => given).toEqual([['juntos-2026-v3.llaqta-study.zip', file]]);
    await choose(file);
    await expect.element(page.getByText(t('study.was-there', facts))).toBeVisible();
  });

  test('[D16] a study is brought by dropping its file onto the page', async () => {
    await theList();

    drop(await writeStudyFile(aStudy()));

    await expect.element(heading('Juntos y la niñez')).toBeVisible();
  });

  test('[D4] of a file that is refused it is said why, and nothing comes onto the list', async () => {
    const desk = await theList();
    const file = await writeStudyFile(aStudy());

    await choose(file.slice(0, -9));

    await expect.element(page.getByText(t('problem.study-file/cut'))).toBeVisible();
    await expect.element(page.getByText(t('study.nothing-changed'))).toBeVisible();
    expect(desk.studies.all).toHaveLength(1);
  });

  test('[D4] a file larger than any study is refused before it is read', async () => {
    await theList();
    const huge = fileOf(new Uint8Array());
    Object.defineProperty(huge, 'size', { value: 2 ** 40 });
    const dataTransfer = { files: [huge] };
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });

    document.body.dispatchEvent(event);

    await expect.element(page.getByText(t('problem.study-file/too-large'))).toBeVisible();
  });

  test('[D11] taking away is asked once more, and a study that a session followed stays', async () => {
    const kit = aKit();
    const desk = await theList(kit);
    await choose(await writeStudyFile(aStudy()));
    await button('study.choose').click();
    await desk.beginSession();

    await button('study.remove').click();
    await expect.element(page.getByRole('alertdialog')).toBeInViewport();
    await expect.element(page.getByText(t('study.remove.ask'))).toBeVisible();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('study.remove') })
      .click();

    await expect.element(page.getByText(t('problem.study-file/in-use'))).toBeVisible();
    await expect.element(heading('Juntos y la niñez')).toBeVisible();
  });

  test('[D12] a study that cannot be read any more stands there as such', async () => {
    const kit = aKit();
    const file = await writeStudyFile(aStudy());
    await kit.shelf.keep('studies', 'juntos-2026@3', file.slice(0, -1));

    await theList(kit);

    await expect.element(heading(t('study.unreadable'))).toBeVisible();
    await expect.element(page.getByText('juntos-2026@3')).toBeVisible();
  });

  test('[D14] a draft stands there, and beginning another one is asked first', async () => {
    const kit = aKit();
    const desk = await theList(kit);
    await button('study.edit').click();
    await expect.poll(() => location.hash).toBe('#/study');
    cleanup();
    document.body.replaceChildren();
    await render(WithDesk, { desk, screen: Studies });

    await expect.element(heading(t('study.draft', { study: 'Mi comunidad' }))).toBeVisible();
    await button('study.edit').click();
    await expect.element(page.getByText(t('study.edit.ask'))).toBeVisible();
    await button('study.leave-it').click();
    await button('study.draft.drop').click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('study.draft.drop') })
      .click();
    await expect
      .element(heading(t('study.draft', { study: 'Mi comunidad' })))
      .not.toBeInTheDocument();
    expect(valueOf(await StudyDraft.onTablet(kit))).toBeUndefined();
  });
});

describe('writing a study', () => {
  test('[D17] what is written shows at once as a child would see it, as text and nothing else', async () => {
    const kit = aKit();
    await theEditor(kit);
    await openFirstPrompt();

    const field = page.getByRole('textbox', { name: t('spoken.es') }).nth(1);
    await expect.element(field).toHaveValue(FIRST_PROMPT);
    await field.fill(HTML);

    await expect.element(preview().getByText(HTML)).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
    expect(document.title).not.toBe('1');
    expect((await kept(kit))?.activities[0]?.prompts[0]?.words.es).toBe(HTML);
  });

  test('[D17] cards are shown with their picture and can be moved, taken out and put back', async () => {
    const kit = aKit();
    await theEditor(kit);
    await button('study.part.assent').click();
    await page.getByText('1. Te invitamos a dibujar y a contar.').click();
    const name = 'Te invitamos a dibujar y a contar.';
    await expect.element(preview().getByText(name)).toBeVisible();

    await page.getByRole('button', { name: `${t('study.down')}: ${name}` }).click();
    await expect.element(page.getByText(`2. ${name}`)).toBeVisible();
    await page.getByRole('button', { name: `${t('study.take-out')}: ${name}` }).click();
    expect((await kept(kit))?.assent.cards.map(({ id }) => id)).not.toContain('invite');
    await button('study.put-back').click();
    await expect.element(page.getByText(`2. ${name}`)).toBeVisible();
    expect((await kept(kit))?.assent.cards[1]?.id).toBe('invite');
  });

  test('[D23] what an age finds can be changed, shows beside the form, and can be left as usual again', async () => {
    const kit = aKit();
    await theEditor(kit);
    await button('study.part.ages').click();
    const youngest = page.getByRole('group', { name: t('age.6-8') });
    const marker = youngest.getByRole('checkbox', { name: t('brush.marker') });
    await expect.element(marker).not.toBeChecked();
    await expect.element(preview().getByText(t('brush.marker'))).not.toBeInTheDocument();
    await marker.click();

    await expect.element(preview().getByText(t('brush.marker'))).toBeVisible();
    expect((await kept(kit))?.ages).toEqual({
      '6-8': { ...AGE_PRESETS['6-8'], brushes: ['crayon', 'marker', 'brush'] },
    });
    await button('study.age.as-usual').click();
    await expect.element(marker).not.toBeChecked();
    expect((await kept(kit))?.ages).toEqual({});
  });

  test('[D24] a prompt is for some ages, or for all when none or every one is ticked', async () => {
    const kit = aKit();
    await theEditor(kit);
    await openFirstPrompt();
    const ages = page.getByRole('group', { name: t('study.prompt-ages') }).first();
    const firstAges = async (): Promise<unknown> => {
      return (await kept(kit))?.activities[0]?.prompts[0]?.ages;
    };

    await ages.getByRole('checkbox', { name: t('age.6-8') }).click();
    expect(await firstAges()).toEqual(['9-11', '12-14']);
    await ages.getByRole('checkbox', { name: t('age.6-8') }).click();
    expect(await firstAges()).toBeUndefined();
  });

  test('[D5] what is missing is said, and only a complete study can be saved', async () => {
    const kit = aKit();
    const desk = await theEditor(kit);
    for (const language of ['es', 'en'] as const) {
      await page.getByRole('textbox', { name: t(`spoken.${language}`) }).fill('');
    }
    await button('study.part.save').click();
    await expect.element(page.getByText(t('problem.study-file/without-words'))).toBeVisible();
    await expect.element(button('study.save')).toBeDisabled();

    await button('study.part.about').click();
    await page.getByRole('textbox', { name: t('spoken.es') }).fill('Otra comunidad');
    await button('study.part.save').click();
    await button('study.save').click();

    await expect.poll(() => location.hash).toBe('#/studies');
    expect(desk.studies.all.map(({ pack }) => [pack.study, pack.version, pack.title.es])).toEqual([
      ['my-community', 1, 'Mi comunidad'],
      ['my-community', 2, 'Otra comunidad'],
    ]);
  });

  test('[D26] without the card about the limit of secrecy, or with a long one, nothing can be saved', async () => {
    const kit = aKit();
    await theEditor(kit);
    await button('study.part.assent').click();
    await page.getByText('1. Te invitamos a dibujar y a contar.').click();
    await page
      .getByRole('textbox', { name: t('spoken.es') })
      .first()
      .fill('uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece');
    await expect
      .element(page.getByText(t('study.too-long', { count: 13, most: 12 })))
      .toBeVisible();
    const secrecy = 'Si alguien te hace daño, pedimos ayuda para ti.';
    await page.getByText(`8. ${secrecy}`).click();
    await page.getByRole('button', { name: `${t('study.take-out')}: ${secrecy}` }).click();

    await button('study.part.save').click();

    await expect.element(page.getByText(t('problem.study-file/no-secrecy'))).toBeVisible();
    await expect.element(page.getByText(t('problem.study-file/too-wordy'))).toBeVisible();
    await expect.element(page.getByText('assent.cards.0.es')).toBeVisible();
    await expect.element(button('study.save')).toBeDisabled();
  });

  test('[D13] a picture can be left out, and be called as the community calls it', async () => {
    const kit = aKit();
    await theEditor(kit);
    await button('study.part.pictures').click();
    await page.getByRole('searchbox').fill('río');
    await page
      .getByRole('textbox', { name: t('spoken.quy') })
      .first()
      .fill('hatun mayu');
    await page.getByRole('checkbox', { name: t('study.offered', { picture: 'río' }) }).click();

    const pack = await kept(kit);
    expect([pack?.without, pack?.words]).toEqual([['river'], { river: { quy: 'hatun mayu' } }]);
  });

  test('[D18] a key is taken only when it is one; the secret half of a new one is given and kept nowhere', async () => {
    const given: string[] = [];
    const kit = aKit({
      give: (_, bytes) => {
        given.push(new TextDecoder().decode(bytes));
        return Promise.resolve('downloaded');
      },
    });
    await theEditor(kit);
    await button('study.part.keys').click();
    const field = page.getByRole('textbox', { name: t('study.key.public') }).first();
    await field.fill(A_KEY.slice(0, -1));
    await userEvent.tab();
    await expect.element(page.getByText(t('problem.study-file/no-key'))).toBeVisible();
    expect((await kept(kit))?.keys.safeguarding).toBeUndefined();

    await button('study.key.make').click();
    await expect.poll(() => given).toHaveLength(1);
    await expect.element(field).not.toHaveValue('');
    await expect.element(field).not.toHaveValue(A_KEY.slice(0, -1));
    const pack = await kept(kit);
    const [, secret = ''] = /(AGE-SECRET-KEY-1\S+)/.exec(given[0] ?? '') ?? [];
    expect(given[0]).toContain(pack?.keys.safeguarding);
    expect(secret).not.toBe('');
    const [draft] = valueOf(await kit.shelf.all('studies'));
    expect(new TextDecoder('latin1').decode(draft?.bytes)).not.toContain(secret);
    expect(document.body.textContent).not.toContain(secret);
  });

  test('[D19] a voice is recorded after Record was pressed, listened to, kept, and heard in the preview', async () => {
    const speaker = aSpeaker();
    let asked = 0;
    const kit = aKit({
      speaker,
      record: () => {
        asked++;
        const end = () => Promise.resolve(aVoice('webm', 64));
        return Promise.resolve(ok({ end, full: new Promise<void>(() => undefined) }));
      },
    });
    await theEditor(kit);
    await openFirstPrompt();
    expect(asked).toBe(0);
    const of = (key: MessageKey): ReturnType<typeof page.getByRole> =>
      page.getByRole('button', { name: `${t(key)} · ${t('spoken.quy')}` }).first();
    await of('study.voice.record').click();
    await of('study.voice.end').click();
    await of('study.voice.play').click();
    expect(speaker.heard).toContain('audio/webm 64');
    expect((await kept(kit))?.activities[0]?.prompts[0]?.voices).toEqual({});
    await of('study.voice.keep').click();

    const { quy = '' } = (await kept(kit))?.activities[0]?.prompts[0]?.voices ?? {};
    expect(quy).toMatch(/^place-quy-[0-9a-f]{8}\.webm$/);
    await page.getByLabelText(t('study.preview.language')).selectOptions('quy');
    speaker.heard.length = 0;
    await button('study.preview.say').click();
    expect(speaker.heard).toContain('audio/webm 64');
    await of('study.voice.throw-away').click();
    expect((await kept(kit))?.activities[0]?.prompts[0]?.voices).toEqual({});
    expect(asked).toBe(1);
  });

  test('[D19] a recording that ends by itself says so, and can be kept', async () => {
    const end = () => Promise.resolve(aVoice('webm', 64));
    const allowed: number[] = [];
    const kit = aKit({
      record: (_, mostMs) => {
        allowed.push(mostMs);
        return Promise.resolve(ok({ end, full: Promise.resolve() }));
      },
    });
    await theEditor(kit);
    await openFirstPrompt();
    const of = (key: MessageKey): ReturnType<typeof page.getByRole> =>
      page.getByRole('button', { name: `${t(key)} · ${t('spoken.quy')}` }).first();
    await of('study.voice.record').click();
    const said = page.getByText(t('study.voice.full', { seconds: 60 }));
    await expect.element(said).toBeVisible();
    expect(allowed).toEqual([60_000]);
    await of('study.voice.keep').click();

    await expect.element(said).not.toBeInTheDocument();
    expect((await kept(kit))?.activities[0]?.prompts[0]?.voices.quy).toMatch(/^place-quy-/);
  });

  test('[D19] without a microphone it is said so, and without a voice the preview says that too', async () => {
    await theEditor();
    await openFirstPrompt();
    await page
      .getByRole('button', { name: new RegExp(`^${t('study.voice.record')}`) })
      .first()
      .click();
    await expect.element(page.getByText(t('problem.microphone/absent'))).toBeVisible();
    await button('study.preview.say').click();
    await expect.element(page.getByText(t('study.preview.silent'))).toBeVisible();
  });
});
