/** Taking back: who or what, what goes and what stays, held for two seconds, and what happened. */
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { hexOf } from '#base/bytes.ts';
import { ok } from '#base/result.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { tDay } from '#i18n/adult.svelte.ts';
import { t, tCount } from '#i18n/translate.svelte.ts';
import Withdraw from '#screens/facilitator/Withdraw.svelte';
import OpenFile from '#screens/researcher/OpenFile.svelte';
import { writeSessionFile } from '#files/write-session-file.ts';
import { withdrawalsJsonOf } from '#files/withdrawals-json.ts';
import { keptSessions, type KeptSession } from '#state/archive.ts';
import { Desk } from '#state/desk.svelte.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import { anId } from '../fixtures/names.ts';
import { picturesOf } from '../fixtures/sessions.ts';
import { COLIBRI, HER_DRAWING, MAP, scenario5, ZORROS } from '../fixtures/withdrawals.ts';
import { aKit, valueOf } from './tablet.ts';
import { heldByAdult } from './hands.ts';
import WithDesk from './WithDesk.svelte';

afterEach(cleanup);

const FILE = { kind: 'session/hand-over', file: 'llaqta-yesterday.zip', left: 0 } as const;

const NOTE = 'Wilber la mira mucho';

/** A desk on the tablet of scenario 5, whose session was handed over yesterday. */
async function aDesk(): Promise<Desk> {
  const { header, entries, works } = scenario5();
  const kit = aKit();
  valueOf(await kit.journal.begin(header, entries));
  for (const [id, list] of works) {
    const activity = id === MAP ? 'map' : 'drawing';
    valueOf(await kit.journal.begin({ kind: 'work', id, session: header.id, activity }, list));
  }
  const desk = new Desk(kit, '#/withdraw');
  await note(desk, { ...FILE, sha256: '0'.repeat(64) });
  return desk;
}

/** One more thing was written down about the session. */
async function note({ kit }: Desk, op: SessionOperation): Promise<void> {
  const [{ header, entries }] = valueOf(await keptSessions(kit.journal)).sessions as [KeptSession];
  const scribe = new Scribe(hexOf(kit.chance(8)), kit.clock, startAfter(entries));
  valueOf(await kit.journal.append(header.id, [scribe.write(op, 'f', 'free')]));
}

function hold(): void {
  heldByAdult(page.getByRole('button', { name: t('withdrawal.hold') }).element());
}

async function choose(name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

describe('on the facilitator’s screen', () => {
  test('[W7] a child: what goes and what stays is said before, and which files still hold it afterwards', async () => {
    const desk = await aDesk();
    render(WithDesk, { desk, screen: Withdraw });
    await choose(/^colibri-03/);

    await expect.element(page.getByText(t('withdrawal.goes.child'))).toBeVisible();
    await expect.element(page.getByText(tCount('withdrawal.goes.works', 1))).toBeVisible();
    const counts = { items: 8, links: 6, stamps: 7, strokes: 1, quotes: 2 };
    await expect.element(page.getByText(t('withdrawal.goes.parts', counts))).toBeVisible();
    await expect.element(page.getByText(tCount('withdrawal.stays.shared', 1))).toBeVisible();
    hold();

    await expect.element(page.getByText(t('withdrawal.done'))).toBeVisible();
    await expect.element(page.getByText(FILE.file)).toBeVisible();
    expect(await desk.kit.journal.read(HER_DRAWING)).toMatchObject({ ok: false });
    await page.getByRole('button', { name: t('withdrawal.another') }).click();
    await expect.element(page.getByRole('button', { name: /^zorro-01/ })).toBeVisible();
    expect(page.getByRole('button', { name: /^colibri-03/ }).query()).toBeNull();
  });

  test('[W13] a copy that a child was given is said before and after', async () => {
    const desk = await aDesk();
    const op = { kind: 'work/give-back', work: ZORROS } as const;
    await note(desk, op);
    render(WithDesk, { desk, screen: Withdraw });
    await choose(/zorro-01$/);
    await expect.element(page.getByText(t('withdrawal.stays.files'))).toBeVisible();
    hold();

    await expect.element(page.getByText(tCount('withdrawal.copies', 1))).toBeVisible();
    expect(page.getByText(t('withdrawal.no-files')).query()).toBeNull();
  });

  test('[W14] [W15] what has to be looked through by hand is said before and after, and leads to the diary', async () => {
    const desk = await aDesk();
    const { header } = scenario5();
    await note(desk, { kind: 'observation/add', note: NOTE, work: MAP });
    const broken = { ...header, id: anId('session', 6) };
    const nothing = { actor: 'f'.repeat(16), seq: 1, n: 1, at: 0, by: 'f', round: 'free' } as const;
    valueOf(await desk.kit.journal.begin(broken, [{ ...nothing, op: 'of another kind' }]));
    render(WithDesk, { desk, screen: Withdraw });
    const unreadable = page.getByText(tCount('withdrawal.unreadable', 1));
    await expect.element(unreadable).toBeVisible();
    await choose(/^colibri-03/);

    const days = tDay(header.startedAt);
    const byHand = page.getByText(t('withdrawal.by-hand.diary', { days }));
    await expect.element(byHand).toBeVisible();
    await expect.element(unreadable).toBeVisible();
    hold();
    await expect.element(page.getByText(t('withdrawal.done'))).toBeVisible();
    await expect.element(byHand).toBeVisible();
    await expect.element(unreadable).toBeVisible();
    const erase = page.getByRole('button', { name: t('observe.take-back', { what: NOTE }) });
    await erase.click();
    await page.getByRole('button', { name: t('withdrawal.notes.no') }).click();
    await erase.click();
    await page.getByRole('button', { name: t('withdrawal.notes.yes') }).click();
    await expect.poll(() => erase.query()).toBeNull();
    await page.getByRole('button', { name: t('board.diary') }).click();
    await expect.poll(() => location.hash).toBe('#/diary');
  });

  test('[W7] a tap takes nothing, and the way back leads to the choice', async () => {
    const desk = await aDesk();
    render(WithDesk, { desk, screen: Withdraw });
    await choose(/^colibri-03/);
    await page.getByRole('button', { name: t('withdrawal.hold') }).click();
    await page.getByRole('button', { name: t('go.back') }).click();

    await expect.element(page.getByRole('button', { name: /^colibri-03/ })).toBeVisible();
    expect(await desk.kit.journal.read(HER_DRAWING)).toMatchObject({ ok: true });
  });

  test('[W5] [W7] one piece is taken back without its child', async () => {
    const desk = await aDesk();
    render(WithDesk, { desk, screen: Withdraw });
    await choose(new RegExp(`^${t('activity.map')}`));
    await expect.element(page.getByText(t('withdrawal.goes.piece'))).toBeVisible();
    hold();

    await expect.element(page.getByText(t('withdrawal.done'))).toBeVisible();
    expect(await desk.kit.journal.read(MAP)).toMatchObject({ ok: false });
    expect(await desk.kit.journal.read(HER_DRAWING)).toMatchObject({ ok: true });
  });

  test('[W12] after the day of the study it is said, and asked whether the team agrees', async () => {
    const desk = await aDesk();
    desk.studies.of = () => ok({ ...MY_COMMUNITY_PACK, withdrawUntil: '2026-08-31' });
    render(WithDesk, { desk, screen: Withdraw });
    await choose(/^colibri-03/);

    const agree = page.getByRole('checkbox');
    await expect.element(agree).not.toBeChecked();
    expect(page.getByRole('button', { name: t('withdrawal.hold') }).query()).toBeNull();
    await agree.click();
    hold();

    await expect.element(page.getByText(t('withdrawal.done'))).toBeVisible();
  });
});

test('[W10] an earlier file and the list: the screen says what is out, and counts without it', async () => {
  const { header, entries, works } = scenario5();
  const filed = [...works].map(([id, list]) => {
    const activity = id === MAP ? ('map' as const) : ('drawing' as const);
    return { id, activity, decision: 'keep' as const, entries: list };
  });
  const content = { app: '1', header, entries, works: filed, withdrawals: [], words: {} };
  const { bytes } = await writeSessionFile(content, picturesOf(content));
  const line = { session: header.id, scope: { token: COLIBRI }, on: '2026-08-17' };
  const list = JSON.stringify(withdrawalsJsonOf([line]));
  const desk = new Desk(aKit(), '#/open');
  render(WithDesk, { desk, screen: OpenFile });

  await page.getByLabelText(t('open.choose')).upload(new File([bytes], 'early.zip'));
  await expect
    .element(page.getByText(t('open.counts', { strokes: 1, items: 41, links: 18 })))
    .toBeVisible();
  await page.getByLabelText(t('withdrawal.list')).upload(new File([list], 'withdrawals.json'));

  await expect
    .element(page.getByText(t('open.counts', { strokes: 0, items: 33, links: 12 })))
    .toBeVisible();
  const out = { works: 1, items: 8, links: 6, stamps: 7, strokes: 1, quotes: 2 };
  await expect.element(page.getByText(t('withdrawal.reduced', out))).toBeVisible();
  expect(valueOf(await keptSessions(desk.kit.journal)).sessions).toEqual([]);
});
