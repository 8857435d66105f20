/** The list of whose data is on the tablet: what the page says of it, and taking it out. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { fail } from '#base/result.ts';
import { sumByEye } from '#base/text.ts';
import type { Given } from '#devices/saving.ts';
import { t, tTime } from '#i18n/adult.svelte.ts';
import HandOver from '#screens/facilitator/HandOver.svelte';
import { Desk } from '#state/desk.svelte.ts';
import { tabletSigner } from '#state/inventory.ts';
import type { Kit } from '#state/kit.ts';
import { filesIn } from '../fixtures/zips.ts';
import { aKit, aTable, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

afterEach(cleanup);

type Bytes = Uint8Array<ArrayBuffer>;

const make = page.getByRole('button', { name: t('inventory.make'), exact: true });
const card = page.getByRole('region', { name: t('inventory.title') });

/** A tablet that gives files so, and what it gave. */
function giving(how: Given): Readonly<{ kit: Kit; given: Map<string, Bytes> }> {
  const given = new Map<string, Bytes>();
  const give: Kit['give'] = (name, bytes) => {
    given.set(name, bytes);
    return Promise.resolve(how);
  };
  return { kit: aKit({ give }), given };
}

test('[V4] the mark stands there before anything was made, to be written down', async () => {
  const kit = aKit();
  await render(WithDesk, { desk: new Desk(kit, '#/hand-over'), screen: HandOver });

  const { mark } = valueOf(await tabletSigner(kit));
  await expect.element(card.getByText(sumByEye(mark))).toBeVisible();
  await expect.element(card).toHaveTextContent(t('inventory.never'));
});

test('[V7] one tap takes it out, with what lies on the table right now, and it is said when', async () => {
  const { kit, given } = giving('downloaded');
  const { desk } = await aTable('drawing', kit);
  await render(WithDesk, { desk, screen: HandOver });

  await make.click();

  await expect.poll(() => [...given.keys()]).toHaveLength(1);
  const [name = '', bytes = new Uint8Array()] = [...given][0] ?? [];
  await expect
    .element(card.getByRole('status'))
    .toHaveTextContent(t('inventory.given', { file: name }));
  const time = tTime(kit.clock.wall());
  await expect.element(card).toHaveTextContent(t('inventory.last', { time }));
  const list = new TextDecoder().decode(filesIn(bytes).get('inventory.json'));
  expect(JSON.parse(list)).toMatchObject({
    sessions: [{ undecided: 1, participants: [{ token: 'zorro-01' }, { token: 'llama-02' }] }],
  });
});

test('[V7] where nobody took it, it is said that it did not leave', async () => {
  const { kit } = giving('cancelled');
  await render(WithDesk, { desk: new Desk(kit, '#/hand-over'), screen: HandOver });

  await make.click();

  await expect.element(card.getByRole('status')).toHaveTextContent(t('inventory.cancelled'));
  await expect.element(card).toHaveTextContent(t('inventory.never'));
});

test('[V6] a tablet that cannot keep its key says so, and gives nothing', async () => {
  const { kit, given } = giving('downloaded');
  const keep: Kit['signingKeys']['keep'] = () => Promise.resolve(fail({ code: 'storage/full' }));
  const full = { ...kit, signingKeys: { ...kit.signingKeys, keep } };
  await render(WithDesk, { desk: new Desk(full, '#/hand-over'), screen: HandOver });

  await make.click();

  await expect.element(card.getByRole('alert')).toHaveTextContent(t('problem.storage/full'));
  await expect.element(make).toBeEnabled();
  expect(given.size).toBe(0);
});
