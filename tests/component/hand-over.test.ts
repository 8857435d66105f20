/** Handing over: the file for the team, and beside it only the pictures that may be shown. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { dayOf } from '#base/calendar.ts';
import type { Decision } from '#domain/session-operation.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t, tCount } from '#i18n/translate.svelte.ts';
import HandOver from '#screens/facilitator/HandOver.svelte';
import type { Given } from '#devices/saving.ts';
import { keptSessions } from '#state/archive.ts';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { ART } from '../fixtures/art.ts';
import { aPng } from '../fixtures/sessions.ts';
import { filesIn } from '../fixtures/zips.ts';
import { aKit, aTable, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

afterEach(cleanup);

type Bytes = Uint8Array<ArrayBuffer>;
/** Zorro's family agreed that its pictures are shown. */
const ZORRO = 'zorro-04';

function button(says: MessageKey): Locator {
  return page.getByRole('button', { name: t(says), exact: true });
}

/** A tablet that gives files so, and what it gave. */
function giving(how: Given = 'downloaded'): Readonly<{ kit: Kit; given: Map<string, Bytes> }> {
  const given = new Map<string, Bytes>();
  const kit = aKit({
    imageMaker: () =>
      Promise.resolve({
        art: ART,
        font: '',
        clean: () => Promise.resolve(aPng(1)),
        annotated: () => Promise.resolve(aPng(2)),
      }),
    give: (name, bytes) => {
      given.set(name, bytes);
      return Promise.resolve(how);
    },
  });
  return { kit, given };
}

/** The page, after a session of a study with one drawing that was decided about so, and marked to be shown. */
async function afterDrawing(kit: Kit, decision: Decision): Promise<Desk> {
  const desk = new Desk(kit, '#/hand-over');
  const sitting = valueOf(await desk.beginSession());
  const channels = ['drawing', 'publication'] as const;
  sitting.note({ kind: 'participant/set', token: ZORRO, reference: 'F-1', channels });
  const [activity] = sitting.pack.activities;
  const plan = { activity: activity!, prompt: activity!.prompts[0]!, members: [ZORRO] as const };
  sitting.seat(plan);
  const bench = valueOf(await sitting.beginPlanned(plan));
  sitting.note({ kind: 'work/publish', work: bench.id, publishable: true });
  valueOf(await sitting.finish(decision));
  await sitting.keeper.settled();
  await render(WithDesk, { desk, screen: HandOver });
  return desk;
}

describe('only what may be shown', () => {
  test('[P12] it leaves as pictures alone, says so, and the session still waits to be handed over', async () => {
    const { kit, given } = giving();
    await afterDrawing(kit, 'keep');
    await expect
      .element(button('hand-over.show'))
      .toHaveAccessibleDescription(tCount('hand-over.show.works', 1));
    await button('hand-over.show').click();

    const file = `llaqta-imagenes-${dayOf(kit.clock.wall())}.zip`;
    const status = page.getByRole('status');
    await expect.element(status).toHaveTextContent(t('hand-over.show.given', { file }));
    expect([...given.keys()]).toEqual([file]);
    const names = [...filesIn(given.get(file)!).keys()];
    expect(names).toEqual(['README.txt', 'imagen-01.png', 'SHA256SUMS']);
    const { sessions } = valueOf(await keptSessions(kit.journal));
    expect(sessions[0]?.session.handedOver).toBe(false);
    const works = sessions[0]?.session.works.map(({ id }) => id);
    expect(sessions[0]?.entries.at(-1)?.op).toEqual({ kind: 'session/show', file, works });
    await expect.element(button('hand-over.give')).toBeEnabled();

    await button('hand-over.give').click();
    await expect.poll(() => given.size).toBe(2);
  });

  test('[P12] where nobody took it, it is said that everything is still here', async () => {
    const { kit } = giving('cancelled');
    await afterDrawing(kit, 'keep');
    await button('hand-over.show').click();

    await expect.element(page.getByRole('status')).toHaveTextContent(t('hand-over.cancelled'));
    const { sessions } = valueOf(await keptSessions(kit.journal));
    expect(sessions[0]?.entries.map(({ op }) => op.kind)).not.toContain('session/show');
  });

  test('[P12] where there is nothing to show the button is shut, and it is said why', async () => {
    await afterDrawing(giving().kit, 'keep-private');

    await expect.element(button('hand-over.show')).toBeDisabled();
    await expect.element(page.getByText(t('hand-over.show.none'))).toBeVisible();
    await expect.element(button('hand-over.give')).toBeEnabled();
  });

  test('[P12] where somebody only tries the app nothing is offered: nobody agreed there', async () => {
    const { desk, sitting } = await aTable('drawing', giving().kit);
    valueOf(await sitting.finish('keep'));
    await sitting.keeper.settled();
    await render(WithDesk, { desk, screen: HandOver });

    await expect.element(button('hand-over.give')).toBeEnabled();
    await expect.element(button('hand-over.show')).not.toBeInTheDocument();
  });
});
