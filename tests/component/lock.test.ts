/** The pad, what stands before an adult's screen, setting the PIN, and the panels of the working screen. */
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { newKeyPair } from '#devices/sealing.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t, tCount } from '#i18n/translate.svelte.ts';
import TryIt from '#screens/child/TryIt.svelte';
import Locked from '#screens/facilitator/Locked.svelte';
import Pin from '#screens/facilitator/Pin.svelte';
import { Desk } from '#state/desk.svelte.ts';
import { Lock } from '#state/lock.svelte.ts';
import PinPad from '#ui/PinPad.svelte';
import { aKit } from './tablet.ts';
import { heldByAdult } from './hands.ts';
import WithDesk from './WithDesk.svelte';
import { mapping, type Working } from './working.ts';

const PIN = '2580';

function button(says: MessageKey): Locator {
  return page.getByRole('button', { name: t(says), exact: true });
}

/** Press the digits, then the button that says it is done. */
async function press(digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
  await button('lock.enter').click();
}

describe('the pad', () => {
  async function aPad(disabled = false): Promise<{ onenter: ReturnType<typeof vi.fn> }> {
    const onenter = vi.fn<(digits: string) => void>();
    await render(PinPad, {
      label: 'Type it',
      count: (digits: number) => `${digits} in`,
      deleteLabel: 'Delete',
      enterLabel: 'Done',
      least: 4,
      most: 6,
      disabled,
      onenter,
    });
    return { onenter };
  }

  test('[L8] every digit is at least 80 px large', async () => {
    await aPad();
    const sizes = page
      .getByRole('button')
      .elements()
      .map((one) => one.getBoundingClientRect());

    expect(sizes).toHaveLength(12);
    expect(sizes.filter(({ width, height }) => Math.min(width, height) < 80)).toEqual([]);
  });

  test('[L8] it is worked by the keyboard alone, and says how many digits are in, never which', async () => {
    const { onenter } = await aPad();
    await userEvent.keyboard('98{Backspace}7{Enter}');
    await expect.element(page.getByText('2 in')).toBeInTheDocument();
    expect(onenter).not.toHaveBeenCalled();
    await userEvent.keyboard('65x4321');
    await expect.element(page.getByText('6 in')).toBeInTheDocument();
    expect(document.querySelectorAll('.dots .full')).toHaveLength(6);
    expect(document.body.textContent).not.toContain('9765');

    await userEvent.keyboard('{Enter}');

    expect(onenter).toHaveBeenCalledExactlyOnceWith('976543');
    await expect.element(page.getByText('0 in')).toBeInTheDocument();
  });

  test('[L8] a digit that was pressed does not take the Enter that follows', async () => {
    const { onenter } = await aPad();
    for (const digit of ['1', '2', '3', '3'])
      await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: '4', exact: true }).click();
    await userEvent.keyboard('{Enter}');

    expect(onenter).toHaveBeenCalledExactlyOnceWith('1234');
  });

  test('[L8] while nothing is heard, nothing is taken', async () => {
    const { onenter } = await aPad(true);
    await userEvent.keyboard('1234{Enter}');

    await expect.element(page.getByText('0 in')).toBeInTheDocument();
    expect(onenter).not.toHaveBeenCalled();
  });
});

/** A tablet with a PIN, a child's screen left behind, and the lock before the first screen. */
async function lockedAfterChild(team?: string): Promise<{ desk: Desk; code: string }> {
  location.hash = '#/try';
  const desk = new Desk(aKit(), '#/try');
  const set = await desk.lock.setPin(PIN, team);
  desk.lock.close();
  desk.go({ screen: 'welcome' });
  await render(WithDesk, { desk, screen: Locked });
  return { desk, code: set.ok ? set.value : '' };
}

describe('before an adult’s screen', () => {
  test('[L1] [L3] wrong ones are counted down, the fifth makes wait, and the right one opens', async () => {
    const { desk } = await lockedAfterChild();
    await expect.element(page.getByText(t('lock.guards'))).toBeVisible();
    await press('0000');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('problem.pin/wrong', { left: 4 }));
    await press(PIN);
    await expect.poll(() => desk.lock.isLocked).toBe(false);
  });

  test('[L3] while it waits no digit is taken, and it says how long', async () => {
    await lockedAfterChild();
    for (let time = 0; time < 5; time++) {
      await userEvent.keyboard('0000{Enter}');
      await expect.element(page.getByText(tCount('lock.digits', 0))).toBeInTheDocument();
      if (time < 4)
        await expect
          .element(page.getByRole('alert'))
          .toHaveTextContent(t('problem.pin/wrong', { left: 4 - time }));
    }
    const [before = ''] = t('problem.pin/wait').split('{');
    await expect.element(page.getByRole('timer')).toHaveTextContent(before);
    await expect.element(page.getByRole('timer')).toHaveTextContent('0:30');
    await expect.element(page.getByRole('button', { name: '1', exact: true })).toBeDisabled();
  });

  test('[L7] a child that got there goes back to where it was', async () => {
    await lockedAfterChild();
    await button('lock.back').click();
    await expect.poll(() => location.hash).toBe('#/try');
  });

  test('[L5] the code from paper opens and leads to where the PIN is set anew; without a team’s key it says so', async () => {
    const { desk, code } = await lockedAfterChild();
    await button('lock.forgotten').click();
    await expect.element(page.getByText(t('lock.not-sealed'))).toBeVisible();
    await page.getByLabelText(t('lock.code')).fill('0000 0000 0000');
    await button('lock.open').click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(t('problem.pin/wrong', { left: 4 }));
    await page.getByLabelText(t('lock.code')).fill(code.toLowerCase());
    await button('lock.open').click();

    await expect.poll(() => location.hash).toBe('#/pin');
    expect(desk.lock.isRecovered).toBe(true);
  });

  test('[L5] where the study has a key, the text for its team is there', async () => {
    const { recipient } = await newKeyPair();
    const { desk } = await lockedAfterChild(recipient);
    await button('lock.forgotten').click();
    await expect.element(page.getByLabelText(t('lock.sealed-text'))).toBeVisible();
    expect(document.querySelector('textarea')?.value).toBe(desk.lock.sealed);
    expect(desk.lock.sealed).toContain('BEGIN AGE ENCRYPTED FILE');
  });
});

describe('setting the PIN', () => {
  async function pinPage(pin?: string): Promise<{ desk: Desk; lock: Lock }> {
    const desk = new Desk(aKit(), '#/pin');
    if (pin !== undefined) await desk.lock.setPin(pin);
    await render(WithDesk, { desk, screen: Pin });
    return { desk, lock: desk.lock };
  }

  /** The code shown to be written down. */
  function code(): string {
    return document.querySelector('output')?.textContent ?? '';
  }

  test('[L1] [L5] it is typed twice, and the recovery code is shown once', async () => {
    const { lock } = await pinPage();
    await button('pin.set').click();
    await press('1234');
    await press('1235');
    await expect.element(page.getByRole('alert')).toHaveTextContent(t('pin.not-same'));
    expect(lock.isSet).toBe(false);
    await press(PIN);
    await expect.element(page.getByText(t('pin.again'))).toBeVisible();
    await press(PIN);
    await expect.element(page.getByText(t('pin.code'))).toBeVisible();
    const shown = code();
    await button('pin.noted').click();
    await expect.element(page.getByText(t('pin.on'))).toBeVisible();
    expect(document.body.textContent).not.toContain(shown);

    lock.close();
    expect((await lock.unlock(PIN)).ok).toBe(true);
    lock.close();
    expect((await lock.recover(shown)).ok).toBe(true);
  });

  test('[L1] who changes or removes it must know it', async () => {
    const { lock } = await pinPage(PIN);
    await button('pin.remove').click();
    await press('9999');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(lock.isSet).toBe(true);
    await press(PIN);
    await expect.element(page.getByText(t('pin.none'))).toBeVisible();
    expect(lock.isSet).toBe(false);
  });

  test('[L1] it is changed by who knows it', async () => {
    const { lock } = await pinPage(PIN);
    await button('pin.change').click();
    await press(PIN);
    await expect.element(page.getByRole('heading', { name: t('pin.new') })).toBeVisible();
    await press('141421');
    await expect.element(page.getByRole('heading', { name: t('pin.again') })).toBeVisible();
    await press('141421');
    await expect.element(page.getByText(t('pin.code'))).toBeVisible();
    lock.close();
    expect((await lock.unlock('141421')).ok).toBe(true);
  });

  test('[L5] after the recovery code nobody is asked for the old one', async () => {
    const desk = new Desk(aKit(), '#/pin');
    const set = await desk.lock.setPin(PIN);
    await desk.lock.recover(set.ok ? set.value : '');
    await render(WithDesk, { desk, screen: Pin });
    await expect.element(page.getByText(t('pin.recovered'))).toBeVisible();
    await button('pin.change').click();
    await expect.element(page.getByRole('heading', { name: t('pin.new') })).toBeVisible();
  });

  test('[L5] it is sealed for the team of the study that is chosen', async () => {
    const { recipient } = await newKeyPair();
    const { desk, lock } = await pinPage();
    const keys = { team: recipient, safeguarding: undefined };
    vi.spyOn(desk.studies, 'chosen', 'get').mockReturnValue({ ...MY_COMMUNITY_PACK, keys });
    await button('pin.set').click();
    await press(PIN);
    await expect.element(page.getByRole('heading', { name: t('pin.again') })).toBeVisible();
    await press(PIN);
    await expect.poll(() => lock.sealed).toContain('BEGIN AGE ENCRYPTED FILE');
  });
});

describe('in the working screen', () => {
  const clock = { ms: 0 };

  /** A map on the table of a tablet with a PIN; a house is picked. */
  async function aLockedMap(): Promise<Working> {
    clock.ms = 0;
    const kit = aKit({
      clock: { wall: () => 1_790_000_000_000 + clock.ms, elapsed: () => clock.ms },
    });
    const on = await mapping('map', kit);
    await on.desk.lock.setPin(PIN);
    on.desk.lock.close();
    on.bench.take('house');
    await on.tap(700, 700);
    await on.tap(700, 700);
    return on;
  }

  function pad(): Element | null {
    return page.getByRole('group', { name: t('lock.ask') }).query();
  }

  test.each([
    ['item.say', 'say.text'],
    ['item.tell', 'tell.words'],
  ] as const)('[L6] behind %s the PIN comes first', async (opener, field) => {
    const on = await aLockedMap();
    await on.button(opener).click();
    await expect.poll(pad).not.toBeNull();
    expect(page.getByLabelText(t(field)).query()).toBeNull();

    await press(PIN);

    await expect.element(page.getByLabelText(t(field))).toBeVisible();
    expect(pad()).toBeNull();
  });

  test('[L6] within a minute after a panel closed the next one opens at once, later not', async () => {
    const on = await aLockedMap();
    await on.button('item.say').click();
    await press(PIN);
    await expect.element(page.getByLabelText(t('say.text'))).toBeVisible();
    await on.button('close').click();
    clock.ms += 59_000;
    await on.button('item.tell').click();
    await expect.element(page.getByLabelText(t('tell.words'))).toBeVisible();
    await on.button('close').click();
    clock.ms += 60_000;
    on.desk.lock.stir();

    await on.button('item.say').click();

    await expect.poll(pad).not.toBeNull();
  });

  test('[L6] a child that opened it closes it, or touches the sheet', async () => {
    const on = await aLockedMap();
    await on.button('item.say').click();
    await expect.poll(pad).not.toBeNull();
    await on.button('close').click();
    await expect.poll(pad).toBeNull();
    await on.button('item.say').click();
    await expect.poll(pad).not.toBeNull();
    await on.tap(1300, 900);
    await expect.poll(pad).toBeNull();
  });

  test('[L6] pictures, crayons and turns are not locked', async () => {
    const on = await aLockedMap();
    for (const opener of ['tool.hand', 'tool.draw', 'turn'] as const) {
      await on.button(opener).click();
      expect(pad()).toBeNull();
    }
    await expect.element(on.button('adult.hold')).toBeVisible();
  });
});

test('[L7] where a child begins, one button held for two seconds leads away and nothing else', async () => {
  location.hash = '#/try';
  const desk = new Desk(aKit(), '#/try');
  await render(WithDesk, { desk, screen: TryIt });
  await expect.element(button('animal.zorro')).toBeVisible();
  expect(button('go.home').query()).toBeNull();
  expect(button('manners.title').query()).toBeNull();
  const hold = button('adult.hold').element();
  const send = (kind: string): boolean =>
    hold.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1 }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  send('pointerdown');
  vi.advanceTimersByTime(1_999);
  send('pointerup');
  expect(location.hash).toBe('#/try');
  send('pointerdown');
  vi.advanceTimersByTime(2_000);
  vi.useRealTimers();
  await expect.poll(() => location.hash).toBe('#/');
});

test('[L7] from a session of a study it leads to the board', async () => {
  location.hash = '#/try';
  const desk = new Desk(aKit(), '#/try');
  await desk.beginSession();
  vi.spyOn(desk, 'tryIt').mockReturnValue(new Promise(() => undefined));
  await render(WithDesk, { desk, screen: TryIt });
  heldByAdult(button('adult.hold').element());
  await expect.poll(() => location.hash).toBe('#/board');
});
