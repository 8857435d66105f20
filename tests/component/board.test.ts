/** The facilitator's home: a session of a study, who is here, what they start, and what is missing. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { ANIMALS, tokenOf, type Token } from '#domain/contributor.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { newId } from '#domain/ids.ts';
import { aStranger, type ParticipantFields } from '#domain/participant.ts';
import { forAge } from '#domain/study-pack.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { writeStudyFile } from '#files/study-file.ts';
import { t } from '#i18n/translate.svelte.ts';
import Assent from '#screens/child/Assent.svelte';
import Board from '#screens/facilitator/Board.svelte';
import HandOver from '#screens/facilitator/HandOver.svelte';
import Diary from '#screens/facilitator/Diary.svelte';
import Safeguarding from '#screens/facilitator/Safeguarding.svelte';
import Withdraw from '#screens/facilitator/Withdraw.svelte';
import { keptSessions } from '#state/archive.ts';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import { aKit, sayYes, seat, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

afterEach(cleanup);

function button(says: MessageKey): Locator {
  return page.getByRole('button', { name: t(says), exact: true });
}

function person(token: Token): Locator {
  return page.getByRole('button', { name: new RegExp(`^${token}`) });
}

/** The board of a tablet, with or without a session of a study on it. */
async function onBoard(
  people: Readonly<Partial<Record<Token, ParticipantFields>>> | undefined,
  kit: Kit = aKit(),
): Promise<Readonly<{ kit: Kit; desk: Desk; sitting: () => Sitting }>> {
  const desk = new Desk(kit, '');
  if (people) {
    const sitting = valueOf(await desk.beginSession());
    for (const [token, fields] of Object.entries(people)) {
      sitting.note({ kind: 'participant/set', token: token as Token, ...fields });
    }
    await sitting.keeper.settled();
  }
  await render(WithDesk, { desk, screen: Board });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return { kit, desk, sitting: () => desk.sitting! };
}

const A_TEAMS = { pack: { ...MY_COMMUNITY_PACK, study: 'of-a-team', version: 2 } };
const READY: ParticipantFields = { age: 8, reference: 'F-1', channels: ['drawing'] };

describe('a session of a study', () => {
  test('[P3] where, in which language, who else and who runs it is written down, by the last word', async () => {
    const { kit } = await onBoard(undefined);
    await page.getByRole('button', { name: new RegExp(t('board.new')) }).click();
    for (const choice of ['B', t('board.setting.patio'), t('spoken.quy')]) {
      await page.getByRole('radio', { name: choice, exact: true }).click();
    }
    await page.getByRole('radio', { name: t('board.setting.classroom'), exact: true }).click();
    const interpreter = page.getByRole('group', { name: t('board.interpreter') });
    for (const said of ['people.no', 'people.yes'] as const) {
      await interpreter.getByRole('radio', { name: t(said), exact: true }).click();
    }
    await page.getByRole('checkbox', { name: t('board.bystander.teacher') }).click();
    await page.getByRole('checkbox', { name: t('board.bystander.parent') }).click();
    await page.getByRole('checkbox', { name: t('board.bystander.teacher') }).click();
    await page.getByLabelText(t('board.facilitator')).fill(' F-1 ');
    await button('board.about.save').click();
    await expect.element(button('board.about.edit')).toBeVisible();

    const { sessions } = valueOf(await keptSessions(kit.journal));
    expect(sessions[0]?.header).toMatchObject({ study: 'my-community', studyVersion: 1 });
    expect(sessions[0]?.session.about).toEqual({
      community: 'b',
      setting: 'classroom',
      language: 'quy',
      interpreter: true,
      present: ['parent'],
      facilitator: 'f-1',
    });
  });

  test('[P3] what is no code is said to be none, stays as it was typed, and the form does not close over it', async () => {
    const { sitting } = await onBoard({});
    const field = page.getByLabelText(t('board.facilitator'));
    for (const typed of ['María Quispe', 'f-1, f-2', 'ñ1']) {
      await field.fill(typed);
      await button('board.about.save').click();
      await expect
        .element(page.getByRole('alert'))
        .toHaveTextContent(t('board.code.wrong', { code: typed }));
      await expect.element(field).toHaveValue(typed);
      await expect.element(field).toHaveFocus();
      await expect.element(page.getByText(t('board.unsaved'))).toBeVisible();
      expect(sitting().session.about.facilitator).toBeUndefined();
    }
    await field.fill('F-1');
    await button('board.about.save').click();
    await expect.element(button('board.about.edit')).toBeVisible();
    expect(sitting().session.about.facilitator).toBe('f-1');
    await expect.element(page.getByText(t('board.saved'))).toBeVisible();
  });

  test('[P3] that nobody else is there stands beside the others, and nothing moves when one is ticked', async () => {
    const { sitting } = await onBoard({});
    const nobody = page.getByRole('radio', { name: t('board.present.nobody'), exact: true });
    const teacher = page.getByRole('checkbox', { name: t('board.bystander.teacher') });
    const field = page.getByLabelText(t('board.facilitator'));
    const topOf = (what: Locator): number => what.element().getBoundingClientRect().top;
    const below = (): number => topOf(field) - topOf(page.getByRole('heading', { level: 1 }));
    const before = below();
    await expect.element(nobody).not.toBeChecked();
    await teacher.click();
    expect(below()).toBe(before);
    await nobody.click();
    await expect.element(teacher).not.toBeChecked();
    expect(sitting().session.about.present).toEqual([]);
    await teacher.click();
    await expect.element(nobody).not.toBeChecked();
    expect(sitting().session.about.present).toEqual(['teacher']);
  });

  test('[P18] what is half written waits while the board is away, and is said not to be saved', async () => {
    const { desk, sitting } = await onBoard({ 'zorro-01': READY });
    await page.getByRole('radio', { name: t('board.setting.patio'), exact: true }).click();
    await page.getByLabelText(t('board.facilitator')).fill('María');
    await button('board.add').click();
    await button('animal.cuy').click();
    await page.getByLabelText(t('board.person.age')).fill('9');
    await page.getByLabelText(t('board.person.reference')).fill('F-22');
    await expect.element(page.getByText(t('board.unsaved'))).toBeVisible();

    cleanup();
    await render(WithDesk, { desk, screen: Board });

    await expect.element(page.getByLabelText(t('board.facilitator'))).toHaveValue('María');
    await expect.element(button('animal.cuy')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(page.getByLabelText(t('board.person.age'))).toHaveValue(9);
    await expect.element(page.getByLabelText(t('board.person.reference'))).toHaveValue('F-22');
    expect(sitting().session.participants).toHaveLength(1);
    await button('board.person.save').click();
    await expect.element(person('cuy-02')).toBeVisible();
    await page.getByLabelText(t('board.facilitator')).fill('');
    await button('board.about.save').click();
    await expect.element(page.getByText(t('board.saved'))).toBeVisible();
  });

  test('[P18] what is half written waits while sessions are handed over or withdrawn, not the form of who is withdrawn', async () => {
    const { desk, sitting } = await onBoard({ 'zorro-01': READY, 'llama-02': READY });
    await page.getByLabelText(t('board.facilitator')).fill('María');
    await person('zorro-01').click();
    await button('board.person.edit').click();
    await page.getByLabelText(t('board.person.age')).fill('12');
    const { id } = sitting().header;
    await sitting().keeper.settled();

    desk.riseFromSitting();
    desk.dropForms('llama-02');
    cleanup();
    await desk.sitDown(id);
    await render(WithDesk, { desk, screen: Board });
    await expect.element(page.getByLabelText(t('board.facilitator'))).toHaveValue('María');
    await expect.element(page.getByLabelText(t('board.person.age'))).toHaveValue(12);
    await expect.element(page.getByText(t('board.unsaved'))).toBeVisible();

    desk.dropForms('zorro-01');
    await expect.element(page.getByLabelText(t('board.person.age'))).not.toBeInTheDocument();
  });

  test('[P11] a closed day says so; what is done after that opens it again', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY });
    await expect.element(page.getByText(t('board.close.what'))).toBeVisible();
    await button('board.close').click();
    await expect.element(button('board.close.said')).toBeDisabled();
    expect(sitting().session.closed).toBe(true);

    sitting().note({ kind: 'session/set', setting: 'home' });

    await expect.element(button('board.close')).toBeEnabled();
  });

  test('[P11] sessions are gone on with one by one', async () => {
    const kit = aKit();
    const { sitting } = await onBoard({ 'zorro-01': READY }, kit);
    const first = sitting().header.id;
    await page.getByRole('button', { name: new RegExp(t('board.new')) }).click();
    await expect.poll(() => sitting().header.id).not.toBe(first);
    await page
      .getByRole('button', { name: new RegExp(t('board.people.one', { count: 1 })) })
      .click();
    await expect.poll(() => sitting().header.id).toBe(first);
    await expect.element(person('zorro-01')).toBeVisible();
  });
});

test('[D25] a session whose study is missing says which, starts nothing, and leads to where it is brought again', async () => {
  const kit = aKit();
  const before = new Desk(kit, '');
  const file = await writeStudyFile({ ...A_TEAMS, voices: new Map() });
  before.studies.choose(valueOf(await before.studies.bring(file)).pack);
  const session = valueOf(await before.beginSession());
  session.note({ kind: 'participant/set', token: 'zorro-01', ...READY });
  const { id } = valueOf(await session.begin('drawing'));
  session.note({ kind: 'work/finish', work: id, decision: 'keep' });
  await session.keeper.settled();
  await kit.shelf.drop('studies', 'of-a-team@2');

  const { desk } = await onBoard(undefined, kit);
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent(t('problem.study-file/missing'));
  await expect.element(alert).toHaveTextContent('of-a-team, versión 2');
  await expect.element(person('zorro-01')).not.toBeInTheDocument();
  await expect.element(button('board.start')).not.toBeInTheDocument();
  await button('board.diary').click();
  expect(location.hash).toBe('#/diary');
  await button('board.withdraw').click();
  expect(location.hash).toBe('#/withdraw');
  await page
    .getByRole('button', { name: t('board.studies'), exact: true })
    .first()
    .click();
  expect(location.hash).toBe('#/studies');

  cleanup();
  await render(WithDesk, { desk, screen: HandOver });
  await expect.element(button('hand-over.give')).toBeEnabled();
  await expect
    .element(page.getByText(t('study.missing.in-file', { study: 'of-a-team', version: 2 })))
    .toBeVisible();

  valueOf(await desk.studies.bring(file));
  cleanup();
  await render(WithDesk, { desk, screen: Board });
  await expect.element(person('zorro-01')).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

describe('who is here', () => {
  test('[P1] somebody is put down with all that is known, in a form without a field for a name', async () => {
    const { sitting } = await onBoard({});
    await button('board.add').click();
    const fields = [
      ...document.querySelectorAll('form label:has(input:not([type=radio], [type=checkbox]))'),
    ];
    expect(fields.map((one) => one.firstChild?.textContent?.trim())).toEqual([
      t('board.person.number'),
      t('board.person.age'),
      t('board.person.reference'),
      t('board.person.agreed'),
    ]);
    await button('animal.vicuna').click();
    await page.getByLabelText(t('board.person.number'), { exact: true }).fill('3');
    await page.getByLabelText(t('board.person.age')).fill('8');
    for (const choice of ['board.gender.female', 'board.role.child'] as const) {
      await page.getByRole('radio', { name: t(choice), exact: true }).click();
    }
    await page
      .getByRole('radio', { name: t('spoken.quy'), exact: true })
      .last()
      .click();
    for (const box of [
      'board.tongue.quy',
      'board.tongue.es',
      'board.channel.drawing',
      'board.channel.archive',
    ] as const) {
      await page.getByRole('checkbox', { name: t(box), exact: true }).click();
    }
    await page.getByLabelText(t('board.person.reference')).fill('F-0117 🦙');
    await page.getByLabelText(t('board.person.agreed')).fill('2026-09-01');
    await button('board.person.save').click();
    await expect.element(person('vicuna-03')).toBeInViewport();
    await expect.element(person('vicuna-03')).toHaveFocus();

    expect(sitting().session.participants).toEqual([
      {
        token: 'vicuna-03',
        role: 'child',
        age: 8,
        gender: 'female',
        tongues: ['quy', 'es'],
        reference: 'F-0117 🦙',
        explainedIn: 'quy',
        agreedOn: '2026-09-01',
        channels: ['drawing', 'archive'],
        groupOnly: false,
      },
    ]);
  });

  test('[P25] no day of consent is invented; one to come is refused in our words, and a wrong clock refuses none', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY });
    await person('zorro-01').click();
    await button('board.person.edit').click();
    const day = page.getByLabelText(t('board.person.agreed'));
    await expect.element(day).toHaveValue('');
    await button('board.person.save').click();
    await expect.element(person('zorro-01')).toBeVisible();
    expect(sitting().session.participants[0]).toMatchObject({ agreedOn: undefined });

    await button('board.person.edit').click();
    await day.fill('2027-01-01');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('board.person.agreed.to-come'));
    await expect.element(button('board.person.save')).toBeDisabled();
    await day.fill('2026-09-01');
    await button('board.person.save').click();
    await expect.element(person('zorro-01')).toBeVisible();
    expect(sitting().session.participants[0]).toMatchObject({ agreedOn: '2026-09-01' });

    cleanup();
    const clock = { wall: () => Date.UTC(2015, 0, 1), elapsed: () => performance.now() };
    const wrong = await onBoard({ 'zorro-01': READY }, aKit({ clock }));
    await person('zorro-01').click();
    await button('board.person.edit').click();
    await day.fill('2026-09-01');
    await button('board.person.save').click();
    await expect.element(person('zorro-01')).toBeVisible();
    expect(wrong.sitting().session.participants[0]).toMatchObject({ agreedOn: '2026-09-01' });
  });

  test('[P25] what is no number is said to be none, in our words', async () => {
    await onBoard({});
    await button('board.add').click();
    await page.getByLabelText(t('board.person.number'), { exact: true }).fill('0');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('board.person.number.wrong', { most: 99 }));
    await expect.element(button('board.person.save')).toBeDisabled();
    expect(document.querySelector('form')?.noValidate).toBe(true);
  });

  test('[P1] age, gender, day and language of the paper are emptied again', async () => {
    const known = { gender: 'male', explainedIn: 'quy', agreedOn: '2026-08-10' } as const;
    const { sitting } = await onBoard({ 'zorro-01': { ...READY, ...known } });
    await person('zorro-01').click();
    await button('board.person.edit').click();
    await page.getByLabelText(t('board.person.age')).fill('');
    await page.getByLabelText(t('board.person.agreed')).fill('');
    for (const group of ['board.person.gender', 'board.person.explained'] as const) {
      const unknown = { name: t('board.person.unknown'), exact: true };
      await page
        .getByRole('group', { name: t(group) })
        .getByRole('radio', unknown)
        .click();
    }
    await button('board.person.save').click();
    await expect.element(person('zorro-01')).toBeVisible();
    expect(sitting().session.participants).toEqual([
      { ...aStranger('zorro-01'), reference: 'F-1', channels: ['drawing'] },
    ]);
  });

  test('[P8] who was added by a slip is taken off after it was asked once more; who answered is not', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY, 'llama-02': READY });
    const takeOff = button('board.person.take-off');
    await person('llama-02').click();
    await takeOff.click();
    await button('board.person.take-off.no').click();
    await expect.element(person('llama-02')).toBeVisible();
    await takeOff.click();
    await button('board.person.take-off.yes').click();
    await expect.element(person('llama-02')).not.toBeInTheDocument();
    await button('board.add').click();
    const number = page.getByLabelText(t('board.person.number'), { exact: true });
    await expect.element(number).toHaveValue(3);
    await button('animal.llama').click();
    await number.fill('2');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('board.person.taken', { token: 'llama-02' }));
    await button('board.person.cancel').click();

    sayYes(sitting(), 'zorro-01');
    await person('zorro-01').click();
    await expect.element(button('board.person.edit')).toBeVisible();
    await expect.element(takeOff).not.toBeInTheDocument();
  });

  test('[P8] a number that is taken is refused, the next free one is offered; ages are whole years', async () => {
    const { sitting } = await onBoard({ 'zorro-07': READY });
    await button('board.add').click();
    const number = page.getByLabelText(t('board.person.number'), { exact: true });
    await expect.element(number).toHaveValue(8);
    await number.fill('7');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('board.person.taken', { token: 'zorro-07' }));
    await expect.element(button('board.person.save')).toBeDisabled();
    await number.fill('9');
    for (const age of ['2', '200', '8.5']) {
      await page.getByLabelText(t('board.person.age')).fill(age);
      await expect.element(button('board.person.save')).toBeDisabled();
    }
    await page.getByLabelText(t('board.person.age')).fill('9');
    await button('board.person.save').click();
    await expect.element(person('zorro-09')).toBeVisible();
    expect(sitting().session.participants).toHaveLength(2);
  });

  test('[P8] [W8] a token that was taken out on an earlier day, or is known, is neither offered nor accepted', async () => {
    const kit = aKit();
    const desk = new Desk(kit, '');
    const before = valueOf(await desk.beginSession());
    before.note({ kind: 'participant/set', token: 'llama-02', ...READY });
    const stone = {
      scope: { token: 'zorro-07' },
      on: '2026-09-01',
      works: [],
      removed: [],
    } as const;
    before.note({ kind: 'withdrawal/add', ...stone });
    await before.keeper.settled();

    const { sitting } = await onBoard({}, kit);
    await expect.element(page.getByText(`${t('board.known')} (1)`)).toBeVisible();
    await button('board.add').click();
    const number = page.getByLabelText(t('board.person.number'), { exact: true });
    await expect.element(number).toHaveValue(8);
    await number.fill('7');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('board.person.taken', { token: 'zorro-07' }));
    await expect.element(button('board.person.save')).toBeDisabled();
    await number.fill('2');
    await expect.element(button('board.person.save')).toBeEnabled();
    await button('animal.llama').click();
    await expect.element(button('board.person.save')).toBeDisabled();
    await number.fill('7');
    await button('board.person.save').click();
    await expect.element(person('llama-07')).toBeVisible();
    expect(sitting().session.participants).toMatchObject([{ token: 'llama-07' }]);
  });

  test('[P8] five hundred people are listed, and those of earlier days are added with one tap', async () => {
    const kit = aKit();
    const many = Array.from({ length: 500 }, (_, at) =>
      tokenOf(ANIMALS[at % 12] ?? 'zorro', 1 + Math.floor(at / 12)),
    );
    const desk = new Desk(kit, '');
    const before = valueOf(await desk.beginSession());
    for (const token of many) before.note({ kind: 'participant/set', token, ...READY });
    await before.keeper.settled();
    desk.riseFromSitting();

    const { sitting } = await onBoard({}, kit);
    await page.getByText(`${t('board.known')} (500)`).click();
    await page.getByRole('button', { name: 'venado-41', exact: true }).click();
    await expect.element(person('venado-41')).toBeVisible();
    expect(sitting().session.participants).toMatchObject([{ token: 'venado-41', ...READY }]);

    cleanup();
    await before.keeper.settled();
    await desk.sitDown(before.header.id);
    await render(WithDesk, { desk, screen: Board });
    await expect.element(person('lechuza-42')).toBeVisible();
    expect(document.querySelectorAll('.people li')).toHaveLength(500);
  });

  test('[P8] another animal brings the number that is free with it, unless one was typed', async () => {
    const all = Array.from({ length: 99 }, (_, at) => tokenOf('cuy', at + 1));
    const bears = Object.fromEntries([...all, 'zorro-01' as const].map((one) => [one, READY]));
    const { sitting } = await onBoard(bears);
    await button('board.add').click();
    const number = page.getByLabelText(t('board.person.number'), { exact: true });
    await expect.element(number).toHaveValue(2);
    await button('animal.llama').click();
    await expect.element(number).toHaveValue(1);
    await button('animal.cuy').click();
    const taken = t('board.person.taken', { token: 'cuy-99' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(taken);
    await button('animal.zorro').click();
    await number.fill('40');
    await button('animal.llama').click();
    await expect.element(number).toHaveValue(40);
    await button('board.person.save').click();
    await expect.element(person('llama-40')).toBeVisible();
    expect(sitting().session.participants).toHaveLength(101);
  });

  test('[S20] [S17] a form comes into view with the keys in it, and leaves them where they were', async () => {
    await onBoard({ 'zorro-01': READY });
    const add = button('board.add');
    await add.click();
    const form = page.getByRole('form', { name: t('board.person.new') });
    await expect.element(form).toHaveFocus();
    await expect
      .poll(() => form.element().getBoundingClientRect().top)
      .toBeLessThan(window.innerHeight / 2);
    await button('board.person.cancel').click();
    await expect.element(page.getByRole('heading', { name: t('board.who') })).toHaveFocus();
  });

  test('[P1] each animal stands there with its name', async () => {
    await onBoard({});
    await button('board.add').click();
    const form = page.getByRole('form', { name: t('board.person.new') });
    for (const animal of ANIMALS) {
      await expect.element(form.getByText(t(`animal.${animal}`), { exact: true })).toBeVisible();
    }
  });

  test('[P9] a group is made of those who were chosen, chooses them again, and is undone', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY, 'llama-02': READY, 'cuy-03': READY });
    await person('zorro-01').click();
    await person('cuy-03').click();
    await button('board.group.make').click();
    const group = page.getByRole('button', { name: `${t('board.group')}: zorro-01, cuy-03` });
    await expect.element(group).toHaveAttribute('aria-pressed', 'true');
    await person('cuy-03').click();
    await group.click();
    await expect.element(person('cuy-03')).toHaveAttribute('aria-pressed', 'true');
    await button('board.group.undo').click();
    await expect.element(group).not.toBeInTheDocument();
    expect(sitting().session.groups).toEqual([]);
  });
});

describe('eight at one work', () => {
  test('[P22] who does not fit any more is said, and who has to go first; then there is room', async () => {
    const nine = ANIMALS.slice(0, 9).map((animal, at) => tokenOf(animal, at + 1));
    const ninth = nine[8] ?? 'oso-09';
    const { sitting } = await onBoard(Object.fromEntries(nine.map((token) => [token, READY])));
    for (const token of nine) await person(token).click();
    const said = page.getByText(t('board.choose.full', { who: ninth, most: 8 }));
    await expect.element(said).toBeVisible();
    await expect.element(person(ninth)).toHaveAttribute('aria-pressed', 'false');

    await person('llama-02').click();
    await expect.element(said).not.toBeInTheDocument();
    await person(ninth).click();
    await button('board.group.make').click();
    expect(sitting().session.groups[0]?.members).toHaveLength(8);
  });

  test('[P22] a larger group of earlier days is not started before some of it go', async () => {
    const nine = ANIMALS.slice(0, 9).map((animal, at) => tokenOf(animal, at + 1));
    const { sitting } = await onBoard(Object.fromEntries(nine.map((token) => [token, READY])));
    sitting().note({ kind: 'group/set', group: newId('group', aKit().chance), members: nine });
    await page.getByRole('button', { name: `${t('board.group')}: ${nine.join(', ')}` }).click();
    const said = page.getByText(t('board.start.many', { count: 9, most: 8 }));
    await expect.element(said).toBeVisible();
    await expect.element(button('board.group.make')).toBeDisabled();
    await person('llama-02').click();
    await expect.element(said).not.toBeInTheDocument();
    await expect.element(button('board.group.make')).toBeEnabled();
  });
});

describe('starting', () => {
  test('[P6][D24] each activity starts within four taps, with the question that opens it at this age', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY });
    const { activities } = sitting().pack;
    expect(activities).toHaveLength(4);
    for (const { id, title } of activities) {
      let taps = 0;
      const tap = async (what: Locator): Promise<void> => {
        taps += 1;
        await what.click();
      };
      await tap(person('zorro-01'));
      await tap(page.getByRole('button', { name: title.es!, exact: true }));
      await tap(button('board.start'));
      if (!sitting().goesWithoutPin) await tap(button('board.start.no-pin.yes'));
      expect(location.hash).toBe('#/assent');
      expect(sitting().plan?.activity.id).toBe(id);
      const prompts = sitting().plan?.activity.prompts ?? [];
      expect(sitting().plan?.prompt).toBe(forAge(prompts, '6-8')[0]);
      expect(taps).toBeLessThanOrEqual(4);
      await person('zorro-01').click();
    }
  });

  test('[P6] another question opens it when the adult chooses one', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY });
    const [drawing] = sitting().pack.activities;
    await person('zorro-01').click();
    await page.getByRole('button', { name: drawing!.title.es!, exact: true }).click();
    await expect.element(button('board.start')).toBeInViewport();
    await page.getByRole('radio', { name: drawing!.prompts[2]!.words.es!, exact: true }).click();
    await button('board.start').click();
    await button('board.start.no-pin.yes').click();

    expect(sitting().plan).toMatchObject({ prompt: { id: 'open' }, members: ['zorro-01'] });
    expect(sitting().seated).toEqual(['zorro-01']);
  });

  test('[P2] without paper or agreement nobody is seated, and what is missing is said', async () => {
    await onBoard({
      'zorro-01': READY,
      'llama-02': { age: 9, channels: ['drawing'] },
      'cuy-03': { reference: 'F-3' },
    });
    await person('zorro-01').click();
    await person('llama-02').click();
    await person('cuy-03').click();
    const alert = page.getByRole('alert');
    for (const [who, lack] of [
      ['llama-02', 'no-reference'],
      ['cuy-03', 'no-channel'],
    ] as const) {
      const what = t(`board.lack.${lack}`);
      await expect.element(alert).toHaveTextContent(t('board.gap.person', { who, what }));
    }
    await expect.element(button('board.start')).not.toBeInTheDocument();
    expect(document.querySelectorAll('.activities button')).toHaveLength(0);
  });

  async function chooseDrawing(...tokens: readonly Token[]): Promise<void> {
    for (const token of tokens) await person(token).click();
    await page.getByRole('button', { name: 'Dibujo libre', exact: true }).click();
  }

  test('[P26] a tablet without a PIN says so, leads to it, and asks once whether to start without', async () => {
    const { desk, sitting } = await onBoard({ 'zorro-01': READY, 'llama-02': READY });
    await expect.element(page.getByText(t('board.no-pin'))).toBeVisible();
    await button('pin.set').click();
    await expect.poll(() => location.hash).toBe('#/pin');

    await chooseDrawing('zorro-01');
    await button('board.start').click();
    await expect.element(page.getByRole('alertdialog')).toHaveFocus();
    await button('board.start.not-yet').click();
    expect(sitting().plan).toBeUndefined();
    await button('board.start').click();
    await person('llama-02').click();
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
    await button('board.start').click();
    await button('board.start.no-pin.yes').click();
    await expect.poll(() => location.hash).toBe('#/assent');
    expect(sitting().plan?.members).toEqual(['zorro-01', 'llama-02']);
    location.hash = '#/board';
    await button('board.start').click();
    await expect.poll(() => location.hash).toBe('#/assent');

    await desk.lock.setPin('4711');
    await expect.element(page.getByText(t('board.no-pin'))).not.toBeInTheDocument();
  });

  test('[P27] of a child who said no or not now this is said, and it starts only after it was asked once more', async () => {
    const { desk, sitting } = await onBoard({ 'zorro-01': READY, 'llama-02': READY });
    await desk.lock.setPin('4711');
    const answers = { understanding: 'understood', repeats: 0, language: 'es' } as const;
    const order = ['yes', 'no', 'not-now'] as const;
    const say = (answer: 'no' | 'not-now'): void => {
      const token = 'zorro-01';
      const said = { kind: 'assent/answer', token, answer, ...answers, voice: false } as const;
      sitting().note({ ...said, order }, token);
    };
    sayYes(sitting(), 'llama-02');
    say('not-now');
    location.hash = '#/board';
    await chooseDrawing('zorro-01', 'llama-02');
    const alert = page.getByRole('alert');
    await expect
      .element(alert)
      .toHaveTextContent(t('board.start.said.not-now', { who: 'zorro-01' }));
    await expect.element(alert).toHaveTextContent(t('board.start.if-asked-for'));
    await expect.element(alert).not.toHaveTextContent('llama-02');
    say('no');
    await expect.element(alert).toHaveTextContent(t('board.start.said.no', { who: 'zorro-01' }));
    await button('board.start').click();
    await button('board.start.not-yet').click();
    expect([location.hash, sitting().plan]).toEqual(['#/board', undefined]);
    await button('board.start').click();
    await button('board.start.unwilling.yes').click();
    await expect.poll(() => location.hash).toBe('#/assent');
    expect(sitting().plan?.members).toEqual(['zorro-01', 'llama-02']);
    sayYes(sitting(), 'zorro-01');
    await expect.element(alert).not.toBeInTheDocument();
  });

  test('[P7] a child that takes part in groups only is not started alone', async () => {
    await onBoard({ 'zorro-01': { ...READY, groupOnly: true }, 'llama-02': READY });
    await person('zorro-01').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(t('board.start.alone'));
    await person('llama-02').click();
    await expect.poll(() => document.querySelectorAll('.activities button').length).toBe(4);
  });
});

describe('what was made', () => {
  type Channels = NonNullable<ParticipantFields['channels']>;

  async function made(decision: 'keep' | 'keep-private', channels: Channels): Promise<Sitting> {
    return (await madeOn(decision, channels)).sitting;
  }

  async function madeOn(
    decision: 'keep' | 'keep-private',
    channels: Channels,
  ): Promise<Readonly<{ desk: Desk; sitting: Sitting }>> {
    const kit = aKit();
    const desk = new Desk(kit, '');
    const sitting = valueOf(await desk.beginSession());
    sitting.note({ kind: 'participant/set', token: 'zorro-01', ...READY, channels });
    const [activity] = sitting.pack.activities;
    const plan = {
      activity: activity!,
      prompt: activity!.prompts[0]!,
      members: ['zorro-01'] as const,
    };
    sitting.seat(plan);
    valueOf(await sitting.beginPlanned(plan));
    valueOf(await sitting.finish(decision));
    await sitting.keeper.settled();
    await render(WithDesk, { desk, screen: Board });
    return { desk, sitting };
  }

  const shown = (): Locator =>
    page.getByRole('checkbox', { name: new RegExp(`^${t('board.work.publishable')}`) });

  test('[P10] a work may be shown only after an adult said so and that the child wants it, and not again when they take it back', async () => {
    const sitting = await made('keep', ['drawing', 'publication']);
    expect(sitting.works[0]).toMatchObject({
      publishable: false,
      template: 'drawing',
      prompt: 'place',
      members: ['zorro-01'],
    });
    await shown().click();
    await button('board.publish.no').click();
    await expect.element(shown()).not.toBeChecked();
    expect(sitting.works[0]?.publishable).toBe(false);
    await shown().click();
    await button('board.publish.yes').click();
    await expect.element(shown()).toBeChecked();
    expect(sitting.works[0]?.publishable).toBe(true);
    await shown().click();
    await expect.element(shown()).not.toBeChecked();
    expect(sitting.works[0]?.publishable).toBe(false);
  });

  test('[P10] what a child keeps to itself, or what a family did not agree to, cannot be shown, and it is said why', async () => {
    await made('keep-private', ['drawing', 'publication']);
    await expect.element(shown()).toBeDisabled();
    await expect.element(page.getByText(t('board.not-shown.private'))).toBeVisible();
    cleanup();
    await made('keep', ['drawing']);
    await expect.element(shown()).toBeDisabled();
    await expect.element(page.getByText(t('board.not-shown.no-agreement'))).toBeVisible();
  });

  test('[P20] of a work that is shown to nobody no copy is written down', async () => {
    await made('keep-private', ['drawing']);
    const tick = page.getByRole('checkbox', {
      name: new RegExp(`^${t('board.work.given-back')}`),
    });
    await expect.element(tick).toBeDisabled();
  });

  test('[P31] whom an adult led away from the cards goes on at the same card, in the language chosen meanwhile', async () => {
    const desk = new Desk(aKit(), '');
    const sitting = valueOf(await desk.beginSession());
    sitting.note({ kind: 'session/set', language: 'es' });
    sitting.note({ kind: 'participant/set', token: 'zorro-01', ...READY });
    seat(sitting, ['zorro-01']);
    const [first, second] = sitting.pack.assent.cards;
    await render(WithDesk, { desk, screen: Assent });
    await button('card.next').click();
    await expect.element(page.getByText(second!.words.es!)).toBeVisible();
    cleanup();

    await render(WithDesk, { desk, screen: Board });
    await expect.element(page.getByText(t('board.waiting', { who: 'zorro-01' }))).toBeVisible();
    sitting.note({ kind: 'session/set', language: 'en' });
    await button('board.waiting.go-on').click();
    await expect.poll(() => location.hash).toBe('#/assent');
    cleanup();
    await render(WithDesk, { desk, screen: Assent });
    await expect.element(page.getByText(second!.words.en!)).toBeVisible();
    expect(page.getByText(first!.words.en!).query()).toBeNull();

    valueOf(await sitting.beginPlanned(sitting.plan!));
    expect(sitting.waiting).toEqual([]);
  });

  test('[P30] who was chosen is shown what it made; who made nothing has nothing to be shown', async () => {
    const { desk, sitting } = await madeOn('keep', ['drawing']);
    sitting.note({ kind: 'participant/set', token: 'llama-02', ...READY });
    await person('llama-02').click();
    expect(button('board.pieces').query()).toBeNull();
    await person('llama-02').click();
    await person('zorro-01').click();
    await button('board.pieces').click();
    await expect.poll(() => location.hash).toBe('#/pieces');
    expect([sitting.seated, sitting.by, sitting.plan]).toEqual([
      ['zorro-01'],
      'zorro-01',
      undefined,
    ]);
    expect(desk.sitting).toBe(sitting);
  });

  test('[P20] that a child has its copy is asked once more before it is written down, and then stays', async () => {
    const sitting = await made('keep', ['drawing']);
    const tick = page.getByRole('checkbox', {
      name: new RegExp(`^${t('board.work.given-back')}`),
    });
    await tick.click();
    await expect.element(tick).not.toBeChecked();
    await button('board.given-back.no').click();
    await expect.element(tick).toHaveFocus();
    expect(sitting.works[0]?.givenBack).toBe(false);
    await tick.click();
    await button('board.given-back.yes').click();
    await expect.element(tick).toBeChecked();
    await expect.element(tick).toBeDisabled();
    await expect.element(page.getByText(t('board.given-back.stays'))).toBeVisible();
    expect(sitting.works[0]?.givenBack).toBe(true);
  });

  test('[P19] two works of one kind by one child are told apart by their number, and a title says more', async () => {
    const { desk, sitting } = await madeOn('keep', ['drawing']);
    cleanup();
    seat(sitting, ['zorro-01']);
    const bench = valueOf(await sitting.beginPlanned(sitting.plan!));
    const wording = { language: 'es', text: 'Mi pueblo' } as const;
    bench.tell({ about: 'title', speaker: 'zorro-01', source: 'said', wording });
    valueOf(await sitting.finish('keep'));
    await render(WithDesk, { desk, screen: Board });
    const name = t('activity.drawing');
    for (const at of [1, 2]) {
      await expect
        .element(page.getByRole('rowheader', { name: new RegExp(`^${name} ${at}`) }))
        .toBeVisible();
    }
    await expect
      .element(page.getByRole('rowheader', { name: `${name} 2 «Mi pueblo»` }))
      .toBeVisible();
    const what = t('board.work.of', { activity: `${name} 1`, who: 'zorro-01' });
    await expect.element(page.getByText(t('board.gap.no-title', { what }))).toBeVisible();
  });

  test('[P15] a work that was decided about is opened again from the board', async () => {
    const sitting = await made('keep', ['drawing']);
    await page.getByRole('button', { name: new RegExp(`^${t('board.work.tell')}`) }).click();
    await expect.poll(() => sitting.bench?.id).toBe(sitting.works[0]?.id);
  });

  test('[P28] a work that a family does not agree to any more does not go on, and it is said what is missing', async () => {
    const { sitting } = await onBoard({ 'zorro-01': READY });
    seat(sitting(), ['zorro-01']);
    valueOf(await sitting().beginPlanned(sitting().plan!));
    const goOn = page.getByRole('button', { name: new RegExp(`^${t('board.work.go-on')}`) });
    await expect.element(goOn).toBeVisible();
    sitting().note({ kind: 'participant/set', token: 'zorro-01', channels: ['voice'] });
    await expect.element(goOn).not.toBeInTheDocument();
    const missing = { who: 'zorro-01', what: t('board.lack.no-channel') };
    const what = t('board.gap.person', missing);
    await expect.element(page.getByText(t('board.work.not-agreed', { what }))).toBeVisible();
  });

  test('[P4] what is missing is said, and goes when it is there', async () => {
    const sitting = await made('keep', ['drawing']);
    const what = t('board.work.of', { activity: t('activity.drawing'), who: 'zorro-01' });
    const gap = page.getByText(t('board.gap.no-title', { what }));
    await expect.element(gap).toBeVisible();
    const lacks = (['no-day', 'no-explanation', 'no-gender', 'no-tongues', 'no-assent'] as const)
      .map((one) => t(`board.lack.${one}`))
      .join(', ');
    await expect
      .element(page.getByText(t('board.gap.person', { who: 'zorro-01', what: lacks })))
      .toBeVisible();
    await expect
      .element(page.getByText(t('board.gap.about', { field: t('board.setting') })))
      .toBeVisible();
    const whether = { field: t('board.interpreter.whether') };
    await expect.element(page.getByText(t('board.gap.about', whether))).toBeVisible();
    sitting.note({ kind: 'session/set', setting: 'patio' });
    await expect
      .element(page.getByText(t('board.gap.about', { field: t('board.setting') })))
      .not.toBeInTheDocument();
  });
});

test('[T10] what looks like a name is listed until it is put otherwise; a note with one is taken away after once more', async () => {
  const desk = new Desk(aKit(), '');
  const sitting = valueOf(await desk.beginSession());
  sitting.note({ kind: 'participant/set', token: 'zorro-01', ...READY });
  seat(sitting, ['zorro-01']);
  const bench = valueOf(await sitting.beginPlanned(sitting.plan!));
  const wording = { text: 'Teodora y yo', language: 'es' } as const;
  bench.tell({ about: 'title', speaker: 'zorro-01', source: 'said', wording });
  const quoted = (name: string): string => t('name.quoted', { name });
  const what = t('board.work.of', { activity: t('activity.drawing'), who: 'zorro-01' });
  const ofWork = page.getByText(t('board.gap.name', { what, names: quoted('Teodora') }));
  const note = { what: 'mira a Elmer', names: quoted('Elmer') };
  const ofNotes = page.getByText(t('board.gap.name-in-note', note));
  await render(WithDesk, { desk, screen: Board });
  await expect.element(ofWork).toBeVisible();
  expect(ofNotes.query()).toBeNull();
  sitting.note({ kind: 'observation/add', note: 'mira a Elmer', work: bench.id });
  await expect.element(ofNotes).toBeVisible();
  cleanup();

  const quote = bench.shown.quotes[0]!.id;
  bench.act({ kind: 'quote/set', quote, wording: { ...wording, text: '[mi tía] y yo' } }, 'f');
  await render(WithDesk, { desk, screen: Board });

  await expect.element(ofNotes).toBeVisible();
  await expect.element(page.getByText(t('board.gap.no-words', { what }))).toBeVisible();
  expect(ofWork.query()).toBeNull();
  const name = t('observe.take-back', { what: 'mira a Elmer' });
  const takeBack = page.getByRole('button', { name, exact: true });
  await takeBack.click();
  await button('withdrawal.notes.no').click();
  await expect.element(ofNotes).toBeVisible();
  await takeBack.click();
  await button('withdrawal.notes.yes').click();
  await expect.element(ofNotes).not.toBeInTheDocument();
  expect(sitting.session.observations).toEqual([]);
});

test.each([
  { label: 'board.diary', Door: Diary },
  { label: 'board.hand-over', Door: HandOver },
  { label: 'board.safeguarding', Door: Safeguarding },
  { label: 'board.withdraw', Door: Withdraw },
] as const)('[P16] from $label one comes back to the board', async ({ label, Door }) => {
  const { desk } = await onBoard({});
  await button(label).click();
  await expect.poll(() => location.hash).toBe(`#/${label.replace('board.', '')}`);
  cleanup();
  await render(WithDesk, { desk, screen: Door });
  await button('go.back').click();
  await expect.poll(() => location.hash).toBe('#/board');
});

test.each(['may-be-lost', 'refused'] as const)(
  '[S21] that the tablet answered %s when it was asked to keep is said on the board',
  async (answer) => {
    const { desk } = await onBoard({}, aKit({ askToKeep: () => Promise.resolve(answer) }));
    expect(page.getByText(t(`storage.${answer}`)).query()).toBeNull();
    await desk.checkStorage();
    await expect.element(page.getByText(t(`storage.${answer}`))).toBeVisible();
  },
);

test('[P5] a tired tablet says so in one line', async () => {
  await onBoard(
    {},
    aKit({
      power: () => Promise.resolve({ level: 0.08, charging: false }),
      roomLeft: () => Promise.resolve(50 * 2 ** 20),
      clock: { wall: () => Date.UTC(2015, 0, 1), elapsed: () => performance.now() },
    }),
  );
  await expect.element(page.getByText(t('board.battery.low', { percent: 8 }))).toBeVisible();
  await expect.element(page.getByText(t('board.room.low', { mb: 50 }))).toBeVisible();
  await expect
    .element(page.getByText(new RegExp(t('board.clock.wrong').split(':')[0]!)))
    .toBeVisible();
  await expect.element(page.getByText(t('board.saved'))).toBeVisible();
});
