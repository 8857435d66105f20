/** [N1] to [N10]: what an adult asks and notes while children work, its diary, and what an opened file says of it. */
import { cleanup } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { present } from '#base/assert.ts';
import { WorkFold } from '#domain/fold.ts';
import { newId, type WorkId } from '#domain/ids.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { activityOf, type Words } from '#domain/study-pack.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { speak, t, tCount } from '#i18n/adult.svelte.ts';
import Work from '#screens/child/Work.svelte';
import Diary from '#screens/facilitator/Diary.svelte';
import People from '#screens/researcher/People.svelte';
import Told from '#screens/researcher/Told.svelte';
import { sessionOf } from '#domain/session.ts';
import { Desk } from '#state/desk.svelte.ts';
import { writeDiary } from '#state/diary.ts';
import type { Kit } from '#state/kit.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import { anEntry } from '../fixtures/marks.ts';
import { anActor } from '../fixtures/names.ts';
import { aRichSession, aToldMap } from '../fixtures/sessions.ts';
import { Finger } from './hands.ts';
import { aKit, aTable, ANIMALS_HERE, valueOf, type Table } from './tablet.ts';
import { heldByAdult } from './hands.ts';
import WithDesk from './WithDesk.svelte';

afterEach(cleanup);

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const says = (key: MessageKey): Locator => button(t(key));

/** A session of the built-in study with a map of two children on the working screen; it is the fox's turn. */
async function aStudy(): Promise<Table> {
  const kit = aKit();
  const desk = new Desk(kit, '');
  const sitting = valueOf(await desk.beginSession());
  const activity = present(activityOf(sitting.pack, 'map'), 'the built-in study has a map');
  const prompt = present(activity.prompts[0], 'a prompt');
  sitting.note({ kind: 'session/set', language: 'en' });
  for (const token of ANIMALS_HERE) sitting.note({ kind: 'contributor/join', token });
  const plan = { activity, prompt, members: ANIMALS_HERE };
  sitting.seat(plan);
  const bench = valueOf(await sitting.beginPlanned(plan));
  await render(WithDesk, { desk, screen: Work, work: bench.id });
  await expect.element(page.getByRole('application')).toBeVisible();
  return { kit, desk, sitting, bench };
}

/** The adults' panel, as if the button had been held for two seconds. */
async function openPanel(): Promise<void> {
  await says('turn').click();
  heldByAdult(says('adult.hold').element());
  await expect.element(page.getByRole('heading', { name: t('adult.title') })).toBeVisible();
}

/** The words of a probe or a tag of the built-in study. */
function wordsOf({ pack }: Sitting, id: string): Words {
  const all = [...pack.activities.flatMap(({ probes }) => probes), ...pack.tags];
  return present(
    all.find((one) => one.id === id),
    'it is in the study',
  ).words;
}

test('[P29] after the tablet went off the heads lie open, nobody’s turn yet, until one is tapped', async () => {
  const { kit, sitting, bench } = await aStudy();
  await sitting.keeper.settled();
  cleanup();
  const desk = new Desk(kit, '');
  await render(WithDesk, { desk, screen: Work, work: bench.id });
  const heads = page.getByRole('group', { name: t('turn') });
  await expect.element(heads).toBeVisible();
  const pressed = (): number => heads.element().querySelectorAll('[aria-pressed="true"]').length;
  expect(pressed()).toBe(0);
  await heads.getByRole('button', { name: t('animal.llama'), exact: true }).click();
  await expect.element(heads).not.toBeInTheDocument();
  expect(desk.sitting?.bench?.by).toBe(ANIMALS_HERE[1]);
  await says('turn').click();
  expect(pressed()).toBe(1);
});

test('[P29] of a finished work that several made nobody is taken for whoever tells', async () => {
  const { desk, sitting, bench } = await aStudy();
  valueOf(await sitting.finish('keep'));
  const work = present(
    sitting.works.find(({ id }) => id === bench.id),
    'it was finished',
  );
  cleanup();
  const kept = valueOf(await sitting.open(work));
  await render(WithDesk, { desk, screen: Work, work: kept.id });
  await openPanel();
  await says('observe.work').click();
  await says('tell.page').click();
  await userEvent.fill(page.getByLabelText(t('tell.words')), 'aquí vivimos');
  await expect.element(says('tell.save')).toBeDisabled();
  await button(present(ANIMALS_HERE[1], 'the llama')).click();
  await says('tell.save').click();

  expect(kept.shown.quotes).toMatchObject([{ speaker: ANIMALS_HERE[1] }]);
});

describe('asking', () => {
  test('[N1] a question is offered in the child’s language and the adult’s, and a tap says that it was asked', async () => {
    const { sitting, bench } = await aStudy();
    await openPanel();
    const { es = '', en = '' } = wordsOf(sitting, 'here');
    const question = page.getByRole('button', { name: `${en} ${es}` });
    await expect.element(question.getByText(en)).toHaveAttribute('lang', 'en');
    await question.click();

    expect(sitting.session.prompts).toMatchObject([
      { prompt: 'here', language: 'en', work: bench.id },
    ]);
    await expect.element(question).toHaveAttribute('aria-current', 'true');
    await expect.element(question).toHaveTextContent(t('observe.asked-at', { minute: 0 }));
    await page.getByRole('button', { name: wordsOf(sitting, 'who').en ?? '' }).click();
    await expect.element(question).not.toHaveAttribute('aria-current');
    expect(sitting.session.prompts).toHaveLength(2);
  });

  test('[N13] the parts of the panel stay within reach however far it is pushed', async () => {
    await aStudy();
    await openPanel();
    const panel = present(document.querySelector('.panel-form.adult'), 'the panel is open');
    expect(panel.scrollHeight).toBeGreaterThan(panel.clientHeight);
    panel.scrollTop = panel.scrollHeight;
    const top = (key: MessageKey): number => says(key).element().getBoundingClientRect().top;
    await expect.poll(() => panel.scrollTop).toBeGreaterThan(0);
    for (const key of ['observe.tags', 'close'] as const) {
      expect(top(key), key).toBeGreaterThanOrEqual(panel.getBoundingClientRect().top);
      await expect.element(says(key)).toBeInViewport();
    }
    await says('observe.tags').click();
    await expect.element(page.getByLabelText(t('observe.note'))).toBeInTheDocument();
  });

  test('[N1] where child and adult share the language, each question stands there once', async () => {
    const { sitting } = await aStudy();
    sitting.note({ kind: 'session/set', language: 'es' });
    await openPanel();

    await expect.element(button(wordsOf(sitting, 'here').es ?? '')).toBeVisible();
    expect(document.body.textContent).not.toContain(wordsOf(sitting, 'here').en);
  });

  test('[N2] [T11] what is told next says which question it answers; the adult takes it off or corrects it; a title answers none', async () => {
    const { sitting, bench } = await aStudy();
    await openPanel();
    const { es = '', en = '' } = wordsOf(sitting, 'tell');
    await page.getByRole('button', { name: `${en} ${es}` }).click();
    await says('observe.work').click();
    await says('tell.page').click();
    const words = page.getByLabelText(t('tell.words'));
    await expect.element(page.getByText(t('tell.after', { question: es }))).toBeVisible();
    await userEvent.fill(words, 'aquí vivo');
    await button(ANIMALS_HERE[0]).click();
    await says('tell.save').click();
    await says('tell.not-after').click();
    await userEvent.fill(words, 'y aquí juego');
    await says('tell.save').click();
    await says('tell.change').first().click();
    await page.getByLabelText(t('tell.question')).selectOptions('here');
    await says('tell.save').click();
    await says('close').click();
    await openPanel();
    await says('tell.title').click();
    await userEvent.fill(words, 'Mi pueblo');
    await button(ANIMALS_HERE[0]).click();
    await says('tell.save').click();

    expect(bench.shown.quotes.map(({ wording, prompt }) => [wording.text, prompt])).toEqual([
      ['aquí vivo', 'here'],
      ['y aquí juego', undefined],
      ['Mi pueblo', undefined],
    ]);
  });
});

describe('noting', () => {
  test('[N3] a tag takes two taps, says when it was noted, and of whom', async () => {
    const { sitting, bench } = await aStudy();
    await openPanel();
    await says('observe.tags').click();
    const { es: laughs = '' } = wordsOf(sitting, 'laughs');
    await button(laughs).click();

    const line = t('observe.noted', { what: laughs, minute: 0 });
    await expect.element(page.getByText(line)).toBeVisible();
    expect(sitting.session.observations).toMatchObject([
      { tag: 'laughs', work: bench.id, about: [bench.by] },
    ]);
    expect(says('observe.offer-rest').query()).toBeNull();
  });

  test('[T9] a note with what looks like a name is put otherwise with one tap, in the language of the adult', async () => {
    const { sitting } = await aStudy();
    await openPanel();
    await says('observe.tags').click();
    const note = page.getByLabelText(t('observe.note'));
    await userEvent.fill(note, 'mira a Wilber');
    await page
      .getByRole('group', { name: t('name.roles') })
      .getByRole('button', { name: 'hermano', exact: true })
      .click();
    await expect.element(note).toHaveValue('mira a [hermano]');
    await says('observe.write').click();

    expect(sitting.session.observations).toMatchObject([{ note: 'mira a [hermano]' }]);
  });

  test('[N3] a note that is being typed waits when a child touches the sheet, and the panel opens where it was', async () => {
    const { sitting } = await aStudy();
    await openPanel();
    await says('observe.tags').click();
    const note = page.getByLabelText(t('observe.note'));
    await userEvent.fill(note, 'mira por la');
    new Finger(page.getByRole('application').element() as HTMLElement).tap(400, 900);
    await expect.poll(() => note.query()).toBeNull();
    await openPanel();
    await expect.element(note).toHaveValue('mira por la');
    await userEvent.fill(note, 'mira por la ventana');
    await says('observe.write').click();

    await expect.element(note).toHaveValue('');
    expect(sitting.session.observations).toMatchObject([{ note: 'mira por la ventana' }]);
  });

  test('[N9] a tag, a note and a question that were slips are taken back where they show; the note is written anew', async () => {
    const { sitting } = await aStudy();
    await openPanel();
    const { es = '', en = '' } = wordsOf(sitting, 'tell');
    await page.getByRole('button', { name: `${en} ${es}` }).click();
    await says('observe.not-asked').click();
    expect(sitting.session.prompts).toEqual([]);
    await expect.element(says('observe.not-asked')).not.toBeInTheDocument();

    await says('observe.tags').click();
    const { es: laughs = '' } = wordsOf(sitting, 'laughs');
    await button(laughs).click();
    const note = page.getByLabelText(t('observe.note'));
    await userEvent.fill(note, 'mira a Wilber');
    await says('observe.write').click();
    await button(t('observe.take-back', { what: 'mira a Wilber' })).click();
    await expect.element(note).toHaveValue('mira a Wilber');
    await userEvent.fill(note, 'mira a su hermano');
    await says('observe.write').click();
    expect(sitting.session.observations).toMatchObject([
      { tag: 'laughs' },
      { note: 'mira a su hermano' },
    ]);
    for (const what of ['mira a su hermano', laughs]) {
      await button(t('observe.take-back', { what })).click();
    }
    await expect.element(page.getByText(t('observe.nothing-noted'))).toBeVisible();
  });

  test('[N4] after a sign of not wanting the adult may offer a rest; the child’s screen stays as it is till then', async () => {
    const { sitting, bench } = await aStudy();
    await openPanel();
    await says('observe.tags').click();
    const rails = (): string[] =>
      [...document.querySelectorAll('.rail')].map((one) => one.innerHTML);
    const before = [location.hash, bench.shown.items.length, ...rails()];
    await button(wordsOf(sitting, 'silent').es ?? '').click();

    await expect.element(page.getByText(t('observe.unwilling'))).toBeVisible();
    expect(sitting.session.observations).toMatchObject([{ tag: 'silent', dissent: true }]);
    expect([location.hash, bench.shown.items.length, ...rails()]).toEqual(before);
    await button(wordsOf(sitting, 'laughs').es ?? '').click();
    for (const section of ['observe.script', 'observe.work'] as const) {
      await says(section).click();
      await expect.element(says('observe.offer-rest')).toBeInViewport();
    }
    await says('observe.no-rest').click();
    await expect.element(says('observe.offer-rest')).not.toBeInTheDocument();
    await says('observe.tags').click();
    await button(wordsOf(sitting, 'silent').es ?? '').click();
    await says('observe.offer-rest').click();
    await expect.poll(() => location.hash).toBe(`#/finish/${bench.id}`);
    expect(bench.shown.items).toHaveLength(0);
  });

  test('[N5] where somebody only tries the app the panel asks and tags nothing', async () => {
    const { desk, bench } = await aTable('map');
    await render(WithDesk, { desk, screen: Work, work: bench.id });
    await openPanel();

    await expect.element(says('tell.page')).toBeVisible();
    expect(says('observe.script').query()).toBeNull();
    expect(says('observe.tags').query()).toBeNull();
  });
});

describe('the diary', () => {
  async function open(kit: Kit): Promise<void> {
    const desk = new Desk(kit, '#/diary');
    await render(WithDesk, { desk, screen: Diary as Component<{ work: WorkId }> });
  }

  test('[N7] what was written is kept when the field is left, and is there again', async () => {
    const { kit } = await aTable('map');
    await open(kit);
    const text = page.getByRole('textbox');
    await expect.element(says('diary.keep')).toBeDisabled();
    await userEvent.fill(text, 'Hacía frío.');
    (text.element() as HTMLElement).blur();
    await expect.element(page.getByRole('status')).toHaveTextContent(t('diary.kept'));
    await expect.element(says('diary.keep')).toBeEnabled();
    cleanup();
    await open(kit);

    await expect.element(page.getByRole('textbox')).toHaveValue('Hacía frío.');
  });

  test('[N10] how many diaries are damaged is said, and the others are there', async () => {
    const { kit, sitting } = await aTable('map');
    const diary = { kind: 'diary', session: sitting.header.id } as const;
    await kit.journal.begin({ ...diary, id: newId('diary', kit.chance) }, [
      anEntry({ kind: 'undo', entry: `${anActor()}.9` }, { seq: 7 }),
    ]);
    valueOf(await writeDiary(kit, sitting.header.id, undefined, 'Llovió.'));
    await open(kit);

    await expect.element(page.getByText(tCount('diary.unreadable', 1))).toBeVisible();
    await expect.element(page.getByRole('textbox')).toHaveValue('Llovió.');
  });

  test('[N8] it is given as a text that says of which session it is, in the adult’s language', async () => {
    await speak('en');
    const given: [string, string][] = [];
    const { kit, sitting } = await aTable(
      'map',
      aKit({
        give: (name, bytes) => {
          given.push([name, new TextDecoder().decode(bytes)]);
          return Promise.resolve('downloaded');
        },
      }),
    );
    await open(kit);
    await expect.element(says('diary.give')).toBeDisabled();
    await userEvent.fill(page.getByRole('textbox'), 'Rain all day.');
    await says('diary.give').click();
    await expect.poll(() => given).toHaveLength(1);
    const [[name, text] = ['', '']] = given;
    expect(name).toBe(`llaqta-diary-2026-09-21-${sitting.header.id.slice(-6)}.txt`);
    expect(text).toMatch(/^Field diary\nSession of September 21, 2026/);
    expect(text).toContain(sitting.header.id);
    expect(text.endsWith('\n\nRain all day.\n')).toBe(true);
    await speak('es-PE');
  });
});

test('[N6] an opened file says who took part, what they answered and were asked, and what was seen', async () => {
  await render(People, { session: sessionOf(aRichSession().entries), pack: undefined });
  await page.getByText(t('people.title')).click();
  const rows = (title: MessageKey): string[][] =>
    [
      ...page
        .getByRole('table', { name: t(title) })
        .element()
        .querySelectorAll('tbody tr'),
    ].map((row) => [...row.children].map(({ textContent }) => textContent.trim()));

  expect(rows('people.about').map(([, value]) => value)).toEqual([
    'b',
    t('board.setting.patio'),
    t('spoken.quy'),
    t('people.no'),
    `${t('board.bystander.teacher')}, ${t('board.bystander.sibling')}`,
    'f-07',
  ]);
  expect(rows('people.participants').map((row) => row.slice(0, 3))).toEqual([
    ['zorro-01', t('board.role.child'), '9'],
    ['llama-02', t('board.role.child'), '11'],
    ['condor-03', t('board.role.teacher'), '–'],
  ]);
  expect(rows('people.assents').map(([who, answer]) => [who, answer])).toEqual([
    ['llama-02', t('board.answered.not-now')],
    ['llama-02', `${t('board.answered.yes')} (${t('people.by-adult')})`],
  ]);
  expect(rows('people.skips')).toEqual([['zorro-01', 'circles', '0']]);
  const map = `7 · ${t('activity.map')}`;
  expect(rows('people.prompts').map((row) => row.slice(0, -1))).toEqual([
    ['important', t('people.how.shown'), t('spoken.es'), '–'],
    ['tell', t('people.how.asked'), t('spoken.quy'), map],
    ['missing', t('people.how.asked'), t('spoken.es'), '–'],
    ['map', t('people.how.again'), t('spoken.quy'), map],
  ]);
  expect(rows('people.observations').map(([what, who]) => [what, who])).toEqual([
    ['laughs', 'zorro-01'],
    [`looks-at-teacher (${t('people.dissent')})`, 'llama-02'],
    ['“Llegó el profesor 🏫”', '–'],
  ]);
  expect(page.getByRole('table').elements()).toHaveLength(7);
});

test('[N6] where the tablet knows the study its words stand before the codes; what it does not know stays a code', async () => {
  const session = sessionOf(aRichSession().entries);
  const pack = {
    ...MY_COMMUNITY_PACK,
    tags: MY_COMMUNITY_PACK.tags.filter(({ id }) => id === 'laughs'),
  };
  await render(People, { session, pack });
  await page.getByText(t('people.title')).click();
  const firsts = (title: MessageKey): string[] =>
    [
      ...page
        .getByRole('table', { name: t(title) })
        .element()
        .querySelectorAll('tbody th'),
    ].map(({ textContent }) => textContent.trim());

  expect(firsts('people.observations')[0]).toBe('Se ríe (laughs)');
  expect(firsts('people.observations')[1]).toMatch(/^looks-at-teacher/);
  expect(firsts('people.prompts')[0]).toMatch(/ \(important\)$/);
  const skipped = page.getByRole('table', { name: t('people.skips') });
  await expect.element(skipped).toHaveTextContent(/ \(circles\)/);
});

test('[N6] what was told says which question it answers, in the study’s words where the tablet knows it', async () => {
  const first = present(WorkFold.of(aToldMap()).work.pages[0], 'a told map has a page');
  const sheet = { ...first, quotes: first.quotes.map((quote) => ({ ...quote, prompt: 'here' })) };
  const words = MY_COMMUNITY_PACK.activities
    .flatMap(({ probes }) => probes)
    .find(({ id }) => id === 'here')?.words.es;
  for (const [pack, question] of [
    [MY_COMMUNITY_PACK, words ?? ''],
    [undefined, 'here'],
  ] as const) {
    await render(Told, { page: sheet, own: [], pack });
    const after = page.getByText(t('tell.after', { question }));
    expect(after.elements()).toHaveLength(sheet.quotes.length);
    cleanup();
  }
});
