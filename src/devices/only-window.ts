/**
 * One window at a time: two that write the same journal would overtake each other. The window that
 * holds the lock answers where it is; another may take over, and the first then stops.
 */

/** What the window that has the app open says of itself. */
export type Elsewhere = Readonly<{ place: string; sinceMs: number }>;

export type OnlyWindow = Readonly<{
  /** Nothing when this window may go on; else where the app is open. */
  elsewhere: Elsewhere | undefined;
  /** Make this window the one; the other is told and stops. */
  takeOver: () => Promise<void>;
}>;

const LOCK = 'llaqta-window';
const ANSWER_WITHIN_MS = 1_000;

type Message =
  Readonly<{ kind: 'where' }> | Readonly<{ kind: 'here'; place: string; sinceMs: number }>;

/**
 * Try to be the only window. `place` tells where in the app this window is, for others that ask;
 * `onTakenOver` is called when another window took over.
 */
export async function becomeOnlyWindow(
  place: () => string,
  onTakenOver: () => void,
): Promise<OnlyWindow> {
  const sinceMs = Date.now();
  const channel = new BroadcastChannel(LOCK);
  const hold = async (steal: boolean): Promise<boolean> => {
    const got = await lock(steal, () => {
      channel.onmessage = null;
      onTakenOver();
    });
    if (got) answer(channel, () => ({ kind: 'here', place: place(), sinceMs }));
    return got;
  };
  const alone = await hold(false);
  return {
    elsewhere: alone ? undefined : await ask(channel),
    takeOver: async () => {
      await hold(true);
    },
  };
}

/** Hold the lock until the window closes; false when another window has it. */
function lock(steal: boolean, onTakenOver: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const options = steal ? { steal } : { ifAvailable: true };
    navigator.locks
      .request(LOCK, options, (held) => {
        resolve(held !== null);
        return held && new Promise<never>(() => undefined);
      })
      .catch(onTakenOver);
  });
}

function answer(channel: BroadcastChannel, here: () => Message): void {
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'where') channel.postMessage(here());
  };
}

/** Ask the other window where it is; one that does not answer (asleep) is somewhere unknown. */
function ask(channel: BroadcastChannel): Promise<Elsewhere> {
  return new Promise((resolve) => {
    const asked = setTimeout(() => {
      resolve({ place: '', sinceMs: 0 });
    }, ANSWER_WITHIN_MS);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind !== 'here') return;
      clearTimeout(asked);
      resolve(data);
    };
    channel.postMessage({ kind: 'where' } satisfies Message);
  });
}
