import { Decrypter, armor } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';

import { fail, ok, type Result } from '#base/result.ts';
import { newKeyPair } from '#devices/sealing.ts';
import type { PinProblem } from '#domain/pin.ts';
import { Lock, type LockKit } from '#state/lock.svelte.ts';
import { aKit } from '../../fixtures/benches.ts';

const PIN = '2580';
const MINUTE = 60_000;

/** Both clocks of a tablet, and what happens to them. */
const clock = { wallMs: 0, elapsedMs: 0 };
let held: Record<string, unknown>;
let kit: LockKit;

beforeEach(() => {
  Object.assign(clock, { wallMs: Date.UTC(2026, 7, 14, 9), elapsedMs: 0 });
  held = {};
  kit = {
    ...aKit(),
    clock: { wall: () => clock.wallMs, elapsed: () => clock.elapsedMs },
    settings: {
      read: (setting) => Promise.resolve(ok(held[setting])),
      write: (setting, value) => {
        held[setting] = value;
        return Promise.resolve(ok(undefined));
      },
    },
  };
});

function pass(ms: number): void {
  clock.wallMs += ms;
  clock.elapsedMs += ms;
}

/** The app starts. */
async function aLock(): Promise<Lock> {
  const lock = new Lock(kit);
  await lock.remember();
  return lock;
}

/** A lock with the PIN, closed as where a child works; and what opens it when the PIN is forgotten. */
async function closed(team?: string): Promise<{ lock: Lock; code: string }> {
  const lock = await aLock();
  const set = await lock.setPin(PIN, team);
  lock.close();
  return { lock, code: set.ok ? set.value : '' };
}

/** So many wrong ones, each as soon as it is heard; what the last of them was answered. */
async function guess(lock: Lock, times: number): Promise<Result<void, PinProblem> | undefined> {
  let said: Result<void, PinProblem> | undefined;
  for (let time = 0; time < times; time++) {
    pass(lock.waitMs);
    said = await lock.unlock('0000');
  }
  return said;
}

describe('the PIN', () => {
  test('[L1] without a PIN nothing is locked, whatever happens', async () => {
    const lock = await aLock();
    lock.close();
    pass(100 * MINUTE);
    lock.stir();

    expect([lock.isSet, lock.isLocked]).toEqual([false, false]);
  });

  test('[L1] with a PIN it is locked when a child takes over, and opens with the PIN only', async () => {
    const { lock } = await closed();

    expect(lock.isLocked).toBe(true);
    expect(await lock.unlock('2581')).toEqual(fail({ code: 'pin/wrong', left: 4 }));
    expect(lock.isLocked).toBe(true);
    expect(await lock.unlock(PIN)).toEqual(ok(undefined));
    expect(lock.isLocked).toBe(false);
  });

  test('[L1] whoever sets the PIN is in; when the app starts again it is locked', async () => {
    const lock = await aLock();
    await lock.setPin(PIN);
    expect(lock.isLocked).toBe(false);

    const again = await aLock();

    expect(again.isLocked).toBe(true);
    expect((await again.unlock(PIN)).ok).toBe(true);
  });

  test('[L1] the PIN that was set last is the one that opens, and a removed one locks nothing', async () => {
    const { lock } = await closed();
    await lock.setPin('141421');
    lock.close();
    expect((await lock.unlock(PIN)).ok).toBe(false);
    expect((await lock.unlock('141421')).ok).toBe(true);

    await lock.remove();
    lock.close();

    expect(lock.isLocked).toBe(false);
    expect((await aLock()).isSet).toBe(false);
  });

  test('[L1] a PIN that could not be kept is not said to be set', async () => {
    const { lock } = await closed();
    const full = fail({ code: 'storage/full' } as const);
    const refusing = new Lock({
      ...kit,
      settings: { ...kit.settings, write: () => Promise.resolve(full) },
    });

    expect(await refusing.setPin(PIN)).toEqual(full);
    expect(refusing.isSet).toBe(false);
    await refusing.remember();
    expect(await refusing.remove()).toEqual(full);
    expect([refusing.isSet, lock.isSet]).toEqual([true, true]);
  });

  test.each([undefined, 7, '', '1234', '300000 ab cd ef\n'])(
    '[L1] what is kept and makes no sense (%j) is no PIN',
    async (strange) => {
      held['pin'] = strange;

      expect((await aLock()).isSet).toBe(false);
    },
  );

  test('[L2] neither the PIN nor the recovery code is kept, and each tablet’s salt is its own', async () => {
    const asked: [number, number][] = [];
    const { stretch } = kit;
    kit = {
      ...kit,
      stretch: (secret, salt, rounds) => {
        asked.push([salt.length, rounds]);
        return stretch(secret, salt, rounds);
      },
    };
    const { code } = await closed();
    const first = String(held['pin']);

    expect(asked).toEqual([
      [16, 300_000],
      [16, 300_000],
    ]);
    expect(JSON.stringify(held)).not.toMatch(new RegExp(`${PIN}\\b|${code}`, 'i'));
    await closed();
    expect(String(held['pin']).split(' ')[2]).not.toBe(first.split(' ')[2]);
  });
});

describe('wrong ones', () => {
  test('[L3] a hundred wrong ones never open, and what must be waited grows to an hour', async () => {
    const { lock } = await closed();
    const waits: number[] = [];
    for (let time = 0; time < 100; time++) {
      await guess(lock, 1);
      waits.push(lock.waitMs / 1000);
      expect(lock.isLocked).toBe(true);
    }

    expect(waits.slice(0, 13)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    expect(new Set(waits.slice(13))).toEqual(new Set([3600]));
  });

  test('[L3] while it waits even the right one is not heard; afterwards it is, and the count begins anew', async () => {
    const { lock } = await closed();
    await guess(lock, 5);
    pass(29_999);
    expect(await lock.unlock(PIN)).toEqual(fail({ code: 'pin/wait', waitMs: 1 }));
    expect(lock.isLocked).toBe(true);

    pass(1);

    expect((await lock.unlock(PIN)).ok).toBe(true);
    lock.close();
    expect(await lock.unlock('0000')).toEqual(fail({ code: 'pin/wrong', left: 4 }));
  });

  test('[L3] starting the app again takes no try back and makes no wait shorter', async () => {
    const { lock } = await closed();
    await guess(lock, 4);
    const again = await aLock();
    expect(await guess(again, 1)).toEqual(fail({ code: 'pin/wait', waitMs: 30_000 }));
    pass(10_000);

    const third = await aLock();

    expect(third.waitMs).toBe(20_000);
    expect((await third.unlock(PIN)).ok).toBe(false);
  });

  test('[L3] a try counts before it is looked at', async () => {
    const { lock } = await closed();
    const slow = new Lock({ ...kit, stretch: () => new Promise(() => undefined) });
    await slow.remember();
    for (let time = 0; time < 5; time++) void slow.unlock('0000');
    expect(await slow.unlock('0000')).toMatchObject({ problem: { code: 'pin/wait' } });

    expect((await aLock()).waitMs).toBe(30_000);
    expect(lock.isLocked).toBe(true);
  });

  test('[L3] a clock that is set back makes the wait neither shorter nor longer', async () => {
    const { lock } = await closed();
    await guess(lock, 6);
    clock.wallMs -= 400 * 24 * 60 * MINUTE;
    pass(MINUTE / 2);
    expect(lock.waitMs).toBe(MINUTE / 2);

    const again = await aLock();

    expect(again.waitMs).toBe(MINUTE);
    pass(MINUTE / 2);
    expect((await aLock()).waitMs).toBe(MINUTE / 2);
    pass(MINUTE / 2);
    expect((await again.unlock(PIN)).ok).toBe(true);
  });

  test('[L3] a tablet that slept waited, too', async () => {
    const { lock } = await closed();
    await guess(lock, 5);

    clock.wallMs += 30_000;

    expect(lock.waitMs).toBe(0);
  });

  test.each(['x', '-3 5', '2.5 7', '5', '5 x'])(
    '[L3] tries that make no sense (%j) lock nobody out',
    async (strange) => {
      await closed();
      held['pin-tries'] = strange;

      const lock = await aLock();

      expect(lock.waitMs).toBe(0);
      expect((await lock.unlock(PIN)).ok).toBe(true);
    },
  );
});

describe('nobody there', () => {
  /** Open, on a page of adults. */
  async function opened(): Promise<Lock> {
    const { lock } = await closed();
    lock.look(true);
    await lock.unlock(PIN);
    return lock;
  }

  test('[L4] after three minutes without a touch it locks; each touch begins them anew', async () => {
    const lock = await opened();
    pass(3 * MINUTE - 1);
    lock.stir();
    pass(3 * MINUTE - 1);
    lock.heed();
    expect(lock.isLocked).toBe(false);

    pass(1);
    lock.heed();

    expect(lock.isLocked).toBe(true);
  });

  test('[L4] a touch that comes too late opens nothing', async () => {
    const lock = await opened();
    pass(3 * MINUTE);

    lock.stir();

    expect(lock.isLocked).toBe(true);
  });

  test.each(['wallMs', 'elapsedMs'] as const)(
    '[L4] either clock is enough (%s): one sleeps, the other may be set back',
    async (which) => {
      const lock = await opened();
      clock[which] += 3 * MINUTE;
      lock.heed();

      expect(lock.isLocked).toBe(true);
    },
  );

  test('[L6] at a child’s side it stays open for a minute after the last panel, whatever the child touches', async () => {
    const { lock } = await closed();
    lock.look(true);
    await lock.unlock(PIN);
    pass(2 * MINUTE);
    lock.look(false);
    pass(MINUTE - 1);
    lock.stir();
    lock.look(true);
    expect(lock.isLocked).toBe(false);
    pass(2 * MINUTE);
    lock.look(false);
    lock.look(false);
    pass(MINUTE);
    lock.stir();

    expect(lock.isLocked).toBe(true);
  });
});

describe('forgotten', () => {
  test('[L5] the recovery code opens, however it is written, and lets the PIN be set anew', async () => {
    const { lock, code } = await closed();
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(lock.isRecovered).toBe(false);

    expect((await lock.recover(` ${code.toLowerCase().replaceAll('-', ' ')}`)).ok).toBe(true);

    expect([lock.isLocked, lock.isRecovered]).toEqual([false, true]);
    const next = await lock.setPin('1111');
    expect(lock.isRecovered).toBe(false);
    lock.close();
    expect((await lock.recover(code)).ok).toBe(false);
    expect((await lock.recover(next.ok ? next.value : '')).ok).toBe(true);
    lock.close();
    expect([lock.isLocked, lock.isRecovered]).toEqual([true, false]);
  });

  test('[L5] wrong codes and wrong PINs are counted together, and neither stands for the other', async () => {
    const { lock, code } = await closed();
    await guess(lock, 2);
    expect((await lock.recover(PIN)).ok).toBe(false);
    expect((await lock.unlock(code)).ok).toBe(false);

    expect(await lock.recover('AAAA-AAAA-AAAA')).toEqual(
      fail({ code: 'pin/wait', waitMs: 30_000 }),
    );
    expect((await lock.recover(code)).ok).toBe(false);
  });

  test('[L5] where the study has a key, the team can open the code that is kept, and tell it', async () => {
    const { recipient, identity } = await newKeyPair();
    const { code } = await closed(recipient);
    const lock = await aLock();

    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const told = await decrypter.decrypt(armor.decode(lock.sealed ?? ''), 'text');

    expect(told).toBe(code);
    expect((await lock.recover(told)).ok).toBe(true);
  });

  test.each([undefined, 'age1nonsense'])(
    '[L5] with no key (%j) nothing is sealed',
    async (team) => {
      const { lock } = await closed(team);

      expect(lock.isSet).toBe(true);
      expect(lock.sealed).toBeUndefined();
    },
  );
});
