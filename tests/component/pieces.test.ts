/** My pieces: whose they are, what is decided about them, and the copy a child is given. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import type { Token } from '#domain/contributor.ts';
import type { Decision } from '#domain/session-operation.ts';
import type { WorkOfSession } from '#domain/session.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t } from '#i18n/translate.svelte.ts';
import Finish from '#screens/child/Finish.svelte';
import { save } from '#devices/saving.ts';
import Pieces from '#screens/child/Pieces.svelte';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import { ANIMALS_HERE, aKit, aStudy, aTable, seat, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

const [ZORRO, LLAMA] = ANIMALS_HERE;

afterEach(cleanup);
beforeEach(() => {
  location.hash = '#/';
});

const button = (says: MessageKey): ReturnType<typeof page.getByRole> =>
  page.getByRole('button', { name: t(says), exact: true });
/** What lies on the table of pieces, as a screen reader says it. */
const named = (): (string | null)[] =>
  page
    .getByRole('group', { name: t('pieces.title') })
    .getByRole('button')
    .elements()
    .map((one) => one.getAttribute('aria-label'));

/** These make something and decide so; without a decision they leave it. */
async function make(
  sitting: Sitting,
  members: readonly Token[],
  decision?: Decision,
): Promise<WorkOfSession> {
  seat(sitting, members);
  const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
  if (decision) valueOf(await sitting.finish(decision));
  return sitting.session.works.find((work) => work.id === id)!;
}

const card = (number: number, mark: MessageKey): string =>
  `${t('activity.drawing')} ${String(number)}: ${t(mark)}`;
const open = (number: number, mark: MessageKey): Promise<void> =>
  page.getByRole('button', { name: card(number, mark), exact: true }).click();

describe('my pieces', () => {
  test('[A8] a child sees what it made, alone or with others, with what it decided; nothing of others', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await make(sitting, [ZORRO], 'keep');
    await make(sitting, [LLAMA], 'keep');
    await make(sitting, [ZORRO, LLAMA], 'keep-private');
    await make(sitting, [ZORRO], 'throw-away');
    seat(sitting, [ZORRO]);
    await render(WithDesk, { desk, screen: Pieces });
    await expect.poll(named).toEqual([card(1, 'mark.keep'), card(2, 'mark.keep-private')]);
    await expect.poll(() => document.querySelectorAll('main img').length).toBe(2);
  });

  test('[A8] a shared work that waits is not thrown away by one of those who made it', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const shared = await make(sitting, [ZORRO, LLAMA]);
    seat(sitting, [LLAMA]);
    const ways = (): (string | null)[] =>
      [...document.querySelectorAll('main .choices button')].map((one) => one.textContent.trim());
    for (const [here, words] of [
      [[LLAMA], ['finish.rest', 'finish.keep', 'finish.keep-private']],
      [
        [ZORRO, LLAMA],
        ['finish.rest', 'finish.keep', 'finish.keep-private', 'finish.throw-away'],
      ],
    ] as const) {
      valueOf(await sitting.open(await make(sitting, [LLAMA], 'keep')));
      valueOf(await sitting.open(shared, here));
      await render(WithDesk, { desk, screen: Finish, work: shared.id });
      await expect.poll(ways).toEqual(words.map((word) => t(word)));
      cleanup();
    }
  });

  describe('[A16] at the end each of a group says its own', () => {
    async function atTheEnd(): Promise<Awaited<ReturnType<typeof aStudy>>> {
      const on = await aStudy([ZORRO]);
      await make(on.sitting, [ZORRO, LLAMA]);
      await render(WithDesk, { desk: on.desk, screen: Finish, work: on.sitting.bench!.id });
      return on;
    }
    const head = (animal: 'zorro' | 'llama'): ReturnType<typeof button> =>
      button(`animal.${animal}`);

    test('and the most careful wish counts; what each said is written', async () => {
      const { sitting } = await atTheEnd();
      await button('finish.throw-away').click();
      await expect.element(head('llama')).toHaveAttribute('aria-pressed', 'true');
      await button('finish.keep').click();
      await expect.poll(() => sitting.works).toMatchObject([{ decision: 'keep-private' }]);
    });

    test('who wants another thing taps its head; thrown away it is when all want it, after once more', async () => {
      const { kit, sitting } = await atTheEnd();
      const { id } = sitting.bench!;
      await button('finish.keep').click();
      await head('zorro').click();
      await button('finish.throw-away').click();
      await expect.element(head('llama')).toHaveAttribute('aria-pressed', 'true');
      await button('finish.throw-away').click();
      await button('throw-away.leave').click();
      expect(await kit.journal.read(id)).toMatchObject({ ok: true });
      for (const other of ['llama', 'zorro'] as const) {
        await button('finish.throw-away').click();
        if (other === 'llama')
          await expect.element(head(other)).toHaveAttribute('aria-pressed', 'true');
      }
      await expect.element(button('throw-away.leave')).toBeVisible();
      await button('finish.throw-away').click();
      await expect.poll(() => sitting.works).toEqual([]);
    });

    test('and one who is tired rests for all', async () => {
      const { sitting } = await atTheEnd();
      await button('finish.keep').click();
      await button('finish.rest').click();
      await expect
        .poll(() => sitting.works)
        .toMatchObject([{ resting: true, decision: undefined }]);
    });
  });

  test('[A8] a piece is decided about anew; thrown away, after once more, nothing of it stays', async () => {
    const { desk, sitting, kit } = await aStudy([ZORRO]);
    const { id } = await make(sitting, [ZORRO], 'keep');
    await render(WithDesk, { desk, screen: Pieces });
    await open(1, 'mark.keep');
    await expect.element(button('finish.keep')).toHaveAttribute('aria-pressed', 'true');
    await button('finish.keep-private').click();
    await expect.element(button('finish.keep-private')).toHaveAttribute('aria-pressed', 'true');
    expect(sitting.works).toMatchObject([{ id, decision: 'keep-private' }]);
    await button('finish.throw-away').click();
    await button('throw-away.leave').click();
    expect(await kit.journal.read(id)).toMatchObject({ ok: true });
    await button('finish.throw-away').click();
    await expect.element(button('throw-away.leave')).toBeVisible();
    await button('finish.throw-away').click();
    await expect.element(page.getByText(t('pieces.wait'))).toBeVisible();
    expect(await kit.journal.read(id)).toMatchObject({ ok: false });
  });

  test('[A8] what was made together is not thrown away by one', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA]);
    await make(sitting, [ZORRO, LLAMA], 'keep');
    seat(sitting, [LLAMA]);
    await render(WithDesk, { desk, screen: Pieces });
    await open(1, 'mark.keep');
    await expect.element(button('finish.keep-private')).toBeVisible();
    expect(button('finish.throw-away').query()).toBeNull();
  });

  test('[A7] a work that waits is gone on with', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const { id } = await make(sitting, [ZORRO]);
    await render(WithDesk, { desk, screen: Pieces });
    await open(1, 'go.on');
    await expect.poll(() => location.hash).toBe(`#/work/${id}`);
  });

  test('[A10] after the app was closed those are shown who were heard of last', async () => {
    const { kit, sitting } = await aStudy([ZORRO]);
    await make(sitting, [ZORRO], 'keep');
    await make(sitting, [LLAMA], 'keep-private');
    await sitting.keeper.settled();
    await render(WithDesk, { desk: new Desk(kit, '#/pieces'), screen: Pieces });
    await expect.poll(named).toEqual([card(1, 'mark.keep-private')]);
  });

  test('[A10] who did not want to take part is shown nothing of others', async () => {
    const { kit, sitting } = await aStudy([ZORRO]);
    await make(sitting, [ZORRO], 'keep');
    const how = { understanding: 'understood', repeats: 0, language: 'es', voice: false } as const;
    sitting.note({ kind: 'assent/answer', token: LLAMA, answer: 'no', ...how, order: ['no'] });
    await sitting.keeper.settled();
    await render(WithDesk, { desk: new Desk(kit, '#/pieces'), screen: Pieces });
    await expect.element(page.getByText(t('pieces.wait'))).toBeVisible();
    await expect.element(button('adult.hold')).toBeVisible();
    expect(document.querySelector('main img')).toBeNull();
  });

  test('[A10] where no study runs there are no pieces', async () => {
    const { desk } = await aTable('drawing');
    location.hash = '#/pieces';
    await render(WithDesk, { desk, screen: Pieces });
    await expect.poll(() => location.hash).toBe('#/');
  });
});

describe('the copy', () => {
  test('[A13] where a tablet would share, what is saved is downloaded all the same', () => {
    const share = vi.fn(() => Promise.resolve());
    Object.assign(navigator, { share, canShare: () => true });
    const coarse = vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: true } as never);
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    save('dibujo.png', new Uint8Array([1]));
    expect(clicked.mock.contexts.map((link) => (link as HTMLAnchorElement).download)).toEqual([
      'dibujo.png',
    ]);
    expect(share).not.toHaveBeenCalled();
    for (const spy of [coarse, clicked]) spy.mockRestore();
    for (const own of ['share', 'canShare']) Reflect.deleteProperty(navigator, own);
  });

  test('[A9] [A13] a copy is saved under a name that says nothing; that is shown and written, and nothing is sent', async () => {
    const given: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    const save = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
      given.push({ name, bytes });
    };
    const give = vi.fn<Kit['give']>(() => Promise.resolve('shared'));
    const { desk, sitting } = await aStudy([ZORRO], aKit({ give, save }));
    await make(sitting, [ZORRO], 'keep');
    await render(WithDesk, { desk, screen: Pieces });
    await open(1, 'mark.keep');
    await button('copy.save').click();
    await expect.poll(() => sitting.works, { timeout: 8_000 }).toMatchObject([{ givenBack: true }]);
    expect(given.map(({ name }) => name)).toEqual(['dibujo.png']);
    await expect.element(page.getByRole('status')).toHaveTextContent(t('copy.saved'));
    expect(give).not.toHaveBeenCalled();
    const { width, height } = await createImageBitmap(new Blob([given[0]!.bytes]));
    expect([width, height]).toEqual([3200, 2400]);
  });

  test('[A9] on paper there is the picture and nothing else', async () => {
    const print = vi.spyOn(globalThis, 'print').mockReturnValue();
    const { desk, sitting } = await aStudy([ZORRO]);
    await make(sitting, [ZORRO], 'keep');
    await render(WithDesk, { desk, screen: Pieces });
    await open(1, 'mark.keep');
    await button('copy.print').click();
    await expect.poll(() => print.mock.calls.length, { timeout: 8_000 }).toBe(1);
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
    const seen = [...document.querySelectorAll('body *')].filter((one) => {
      return one.checkVisibility() && one.getClientRects().length > 0;
    });
    await cdp().send('Emulation.setEmulatedMedia', { media: '' });
    expect(seen.map(({ tagName }) => tagName)).toEqual(['DIV', 'IMG']);
    expect(seen.map(({ textContent }) => textContent.trim())).toEqual(['', '']);
    expect(sitting.works, 'who knows whether paper came out').toMatchObject([{ givenBack: false }]);
    dispatchEvent(new Event('afterprint'));
    await expect.poll(() => document.querySelector('.child-copy')).toBeNull();
    print.mockRestore();
  });

  test('[A9] of a piece that is to be shown to nobody there is no copy', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await make(sitting, [ZORRO], 'keep-private');
    await render(WithDesk, { desk, screen: Pieces });
    await open(1, 'mark.keep-private');
    await expect.element(button('finish.keep')).toBeVisible();
    for (const key of ['copy.save', 'copy.print'] as const) expect(button(key).query()).toBeNull();
    await button('finish.keep').click();
    await expect.element(button('copy.print')).toBeVisible();
  });
});
