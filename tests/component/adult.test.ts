/** [M21] and [M11]: what adults see and do while children work, behind a button held for two seconds. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { Token } from '#domain/contributor.ts';
import { t } from '#i18n/translate.svelte.ts';
import { Finger, middleOnScreen, heldByAdult, HOLD_MS } from './hands.ts';
import { openedAgain } from './tablet.ts';
import { mapping, working, type Working } from './working.ts';

function panel(): Element | null {
  return page.getByRole('region', { name: t('adult.title') }).query();
}

/** Is anything said anywhere that only adults should see? */
function isBalanceSaid(): boolean {
  return document.body.textContent.includes(t('balance.title'));
}

/** Let a finger come down on an element, or go. */
function send(button: Element, kind: string): void {
  button.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1 }));
}

/** The panel, opened by an adult whose two seconds pass at once. */
async function openPanel(on: Working): Promise<void> {
  if (on.button('adult.hold').query() === null) await on.button('turn').click();
  heldByAdult(on.button('adult.hold').element());
  await expect.poll(panel).not.toBeNull();
}

describe('holding', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function aHeldButton(): Promise<HTMLElement> {
    const on = await mapping();
    await on.button('turn').click();
    expect(panel()).toBeNull();
    expect(isBalanceSaid()).toBe(false);
    return on.button('adult.hold').element() as HTMLElement;
  }

  test('[M21] the panel is not there before two seconds of holding, and is there then', async () => {
    const button = await aHeldButton();
    send(button, 'pointerdown');
    vi.advanceTimersByTime(HOLD_MS - 1);
    await Promise.resolve();
    expect(panel()).toBeNull();
    expect(isBalanceSaid()).toBe(false);
    vi.advanceTimersByTime(1);
    await expect.element(page.getByRole('heading', { name: t('adult.title') })).toBeVisible();
  });

  test.each(['pointerup', 'pointerleave', 'pointercancel', 'blur'])(
    '[M21] a finger that goes before (%s) opens nothing, and starts from the beginning again',
    async (kind) => {
      const button = await aHeldButton();
      for (let times = 0; times < 3; times++) {
        send(button, 'pointerdown');
        vi.advanceTimersByTime(HOLD_MS - 50);
        send(button, kind);
        vi.advanceTimersByTime(HOLD_MS);
      }
      await Promise.resolve();
      expect(panel()).toBeNull();
    },
  );

  test('[M21] [M23] a key is held as long as a finger, and its repeats count for nothing', async () => {
    const button = await aHeldButton();
    const key = (kind: string, repeat = false): boolean =>
      button.dispatchEvent(new KeyboardEvent(kind, { key: 'Enter', repeat, bubbles: true }));
    key('keydown');
    vi.advanceTimersByTime(HOLD_MS - 100);
    key('keydown', true);
    key('keyup');
    vi.advanceTimersByTime(HOLD_MS);
    await Promise.resolve();
    expect(panel()).toBeNull();
    key('keydown');
    vi.advanceTimersByTime(HOLD_MS);
    await expect.element(page.getByRole('heading', { name: t('adult.title') })).toBeVisible();
  });

  test('[M21] a tap, a click and a double click open nothing', async () => {
    const button = await aHeldButton();
    button.click();
    button.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    vi.advanceTimersByTime(10 * HOLD_MS);
    await Promise.resolve();
    expect(panel()).toBeNull();
  });
});

test('[M21] a real finger has to stay two seconds', async () => {
  const on = await mapping();
  await on.button('turn').click();
  const at = middleOnScreen(on.button('adult.hold').element());
  const begun = performance.now();
  await on.touches.down(1, at);
  await expect.poll(panel, { timeout: 8_000 }).not.toBeNull();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(HOLD_MS);
  await on.touches.up(1);
  expect(panel()).not.toBeNull();
});

test('[M21] [M23] it is opened by the keyboard alone, and the next round with it', async () => {
  const on = await working('map');
  on.button('turn').element().focus();
  await userEvent.keyboard('{Enter}');
  on.button('adult.hold').element().focus();
  await userEvent.keyboard('{Enter>}');
  await expect.poll(panel, { timeout: 8_000 }).not.toBeNull();
  await userEvent.keyboard('{/Enter}');
  const opener = page.getByRole('button', {
    name: t('round.open', { round: t('round.base') }),
  });
  opener.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alertdialog')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alertdialog')).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(on.button('round.yes')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(on.bench.round).toBe('base');
  const now = page.getByText(t('round.now', { round: t('round.base') }), { exact: true });
  await expect.element(now).toHaveFocus();
});

describe('rounds', () => {
  test('[M11] where an activity has one round only, nothing is said of rounds', async () => {
    const on = await working('drawing');
    await openPanel(on);
    await expect.element(page.getByText(t('tell.title'), { exact: true })).toBeVisible();
    expect(page.getByText(t('round.last')).query()).toBeNull();
    expect(page.getByText(t('round.now', { round: t('round.free') })).query()).toBeNull();
  });

  test('[M11] each round is opened by the facilitator, one after the other, and none closes again', async () => {
    const on = await working('map');
    await openPanel(on);
    await expect
      .element(page.getByText(t('round.now', { round: t('round.free') }), { exact: true }))
      .toBeVisible();
    for (const round of ['base', 'prompted'] as const) {
      const before = on.bench.round;
      await page
        .getByRole('button', { name: t('round.open', { round: t(`round.${round}`) }), exact: true })
        .dblClick();
      expect(on.bench.round).toBe(before);
      await expect
        .element(page.getByText(t('round.ask', { round: t(`round.${round}`) })))
        .toBeVisible();
      await on.button('round.yes').click();
      expect(on.bench.round).toBe(round);
      await expect
        .element(page.getByText(t('round.now', { round: t(`round.${round}`) }), { exact: true }))
        .toBeVisible();
    }
    await expect.element(page.getByText(t('round.last'))).toBeVisible();
    const rounds = on.bench.entries.filter(({ op }) => op.kind === 'round/open');
    expect(rounds).toMatchObject([
      { by: 'f', round: 'free', op: { round: 'base' } },
      { by: 'f', round: 'base', op: { round: 'prompted' } },
    ]);
    await on.button('close').click();
    await on.button('tool.hand').click();
    await expect.element(on.button('tab.programme')).toBeVisible();
  });
});

describe('balance', () => {
  /** A table of children of whom each did something else. */
  async function aBusyMap(): Promise<Working> {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    const { bench, sitting } = on;
    const put = (symbol: string, x: number, y: number): void => {
      bench.take(symbol);
      finger.tap(x, y);
    };
    put('house', 600, 500);
    put('school', 1000, 500);
    put('hen', 1300, 900);
    sitting.turnTo('llama');
    put('river', 700, 950);
    bench.pick('join');
    finger.line([
      { x: 600, y: 500 },
      { x: 800, y: 520 },
      { x: 1000, y: 500 },
    ]);
    bench.pick('feel');
    finger.tap(1300, 900);
    finger.tap(600, 500);
    bench.pick('ring');
    finger.tap(600, 500);
    finger.tap(1300, 900);
    bench.closeRing();
    sitting.turnTo('condor');
    bench.pick('draw');
    finger.line([
      { x: 300, y: 1100 },
      { x: 600, y: 1100 },
      { x: 900, y: 1050 },
    ]);
    bench.pick('rub-out');
    finger.line([
      { x: 700, y: 1000 },
      { x: 700, y: 1060 },
      { x: 700, y: 1150 },
    ]);
    sitting.turnTo('zorro');
    put('cow', 1400, 300);
    bench.undo();
    return on;
  }

  function rows(): string[][] {
    return [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
  }

  test('[M21] it says who has done how much of what shows; what was undone and rubbings count for nothing', async () => {
    const on = await aBusyMap();
    await openPanel(on);
    expect(rows()).toEqual([
      ['condor-03', '0', '0', '0', '0', '1'],
      ['llama-02', '1', '1', '2', '1', '0'],
      ['zorro-01', '3', '0', '0', '0', '0'],
    ]);
    const heads = [...document.querySelectorAll('thead th')].map(({ textContent }) => textContent);
    expect(heads).toEqual(
      (['who', 'items', 'links', 'stamps', 'rings', 'strokes'] as const).map((one) =>
        t(`balance.${one}`),
      ),
    );
  });

  test.each(['map', 'circles'] as const)(
    '[M21] in %s, where nobody did anything yet, everybody is there with nothing; oneself in the middle is nobody’s work',
    async (activity) => {
      const on = await mapping(activity);
      await openPanel(on);
      expect(rows()).toEqual([
        ['llama-02', '0', '0', '0', '0', '0'],
        ['zorro-01', '0', '0', '0', '0', '0'],
      ]);
    },
  );

  test.each([
    ['circles', 'question.important'],
    ['two-panels', 'person.me'],
  ] as const)('[M24] [M25] in %s it says what was asked', async (activity, asked) => {
    const on = await mapping(activity);
    await openPanel(on);
    await expect.element(page.getByText(t('adult.asked', { question: t(asked) }))).toBeVisible();
  });

  test('[M21] closed, or after a touch of the sheet, it is gone again', async () => {
    const on = await aBusyMap();
    await openPanel(on);
    await on.button('close').click();
    expect(panel()).toBeNull();
    await openPanel(on);
    await on.tap(300, 300);
    await expect.poll(panel).toBeNull();
    expect(isBalanceSaid()).toBe(false);
  });
});

describe('disputes', () => {
  const [FOX, LLAMA]: readonly [Token, Token] = ['zorro-01', 'llama-02'];

  async function aPickedHouse(): Promise<Working> {
    const on = await mapping();
    on.bench.take('house');
    await on.tap(700, 700);
    await on.tap(700, 700);
    expect(on.bench.pickedItem?.symbol).toBe('house');
    return on;
  }

  function who(token: Token): ReturnType<typeof page.getByRole> {
    return page
      .getByRole('group', { name: t('dispute.who') })
      .getByRole('button', { name: token, exact: true });
  }

  test('[M21] of the picked picture it is noted who does not agree, by the facilitator', async () => {
    const on = await aPickedHouse();
    await openPanel(on);
    await expect.element(page.getByRole('button', { name: t('dispute.save') })).toBeDisabled();
    await who(LLAMA).click();
    await expect.element(page.getByRole('button', { name: t('dispute.save') })).toBeDisabled();
    await who(FOX).click();
    await page.getByLabelText(t('dispute.note')).fill('de quién es la casa');
    await page.getByRole('button', { name: t('dispute.save') }).click();

    expect(on.bench.shown.items[0]?.dispute).toEqual({
      between: [LLAMA, FOX],
      note: 'de quién es la casa',
    });
    expect(on.bench.entries.at(-1)).toMatchObject({ by: 'f', op: { kind: 'item/set' } });
    const again = await openedAgain(on.kit, on.bench);
    expect(again.bench.shown.items[0]?.dispute?.between).toEqual([LLAMA, FOX]);
  });

  test('[T12] who does not agree and what is being typed of it waits when a child touches the sheet', async () => {
    const on = await aPickedHouse();
    await openPanel(on);
    await who(LLAMA).click();
    const note = page.getByLabelText(t('dispute.note'));
    await note.fill('de quién');
    await on.tap(300, 300);
    await expect.element(note).not.toBeInTheDocument();
    await on.tap(300, 300);
    await openPanel(on);
    await expect.element(note).toHaveValue('de quién');
    await expect.element(who(LLAMA)).toHaveAttribute('aria-pressed', 'true');
    expect(on.bench.shown.items[0]?.dispute).toBeUndefined();

    await who(FOX).click();
    await page.getByRole('button', { name: t('dispute.save') }).click();
    await on.button('close').click();
    await openPanel(on);
    const waiting = (): unknown => on.bench.typed.disputed(on.bench.pickedItem!.id)?.between;
    await who(FOX).click();
    await expect.poll(waiting).toEqual([LLAMA]);
    await who(FOX).click();
    await expect.poll(waiting).toBeUndefined();
  });

  test('[M21] children see nothing of it, and their undo leaves it', async () => {
    const on = await aPickedHouse();
    await openPanel(on);
    await who(FOX).click();
    await who(LLAMA).click();
    await page.getByRole('button', { name: t('dispute.save') }).click();
    await on.button('close').click();
    expect(document.body.textContent).not.toContain(t('dispute.title'));
    await on.button('undo').click();
    await expect.element(page.getByText(t('undo.held'))).toBeVisible();
    expect(on.bench.shown.items[0]?.dispute?.between).toEqual([FOX, LLAMA]);
  });

  test('[M21] later they agree, and it is noted, too', async () => {
    const on = await aPickedHouse();
    await openPanel(on);
    await who(FOX).click();
    await who(LLAMA).click();
    await page.getByRole('button', { name: t('dispute.save') }).click();
    await page.getByRole('button', { name: t('dispute.settled') }).click();
    expect(on.bench.shown.items[0]?.dispute).toBeUndefined();
    const said = on.bench.entries.filter(({ op }) => op.kind === 'item/set' && op.dispute);
    expect(said).toHaveLength(2);
    await expect
      .element(page.getByRole('button', { name: t('dispute.settled') }))
      .not.toBeInTheDocument();
  });

  test('[M21] who was named and named again is not party to it', async () => {
    const on = await aPickedHouse();
    on.sitting.turnTo('condor');
    on.sitting.turnTo('zorro');
    await on.tap(700, 700);
    await openPanel(on);
    for (const token of [FOX, LLAMA, 'condor-03', FOX] as const) await who(token).click();
    await page.getByRole('button', { name: t('dispute.save') }).click();
    expect(on.bench.shown.items[0]?.dispute?.between).toEqual([LLAMA, 'condor-03']);
  });

  test('[M21] with nothing picked there is nothing to disagree about', async () => {
    const on = await mapping();
    await openPanel(on);
    expect(page.getByRole('group', { name: t('dispute.who') }).query()).toBeNull();
  });
});
