/** Registers the service worker and says when a newer version waits. It never applies one by itself. */
import { Workbox } from 'workbox-window';

/** The worker's file, beside the page. */
export const WORKER_FILE = './sw.js';

export type AppWorker = Readonly<{
  /** Is the app ready to be used without a network? */
  ready: Promise<void>;
  /** Replace the running version by the one that waits, and start anew. */
  update: () => void;
}>;

/**
 * Start the worker. `onWaiting` is called when a newer version is there and waits, `onRefused` when the
 * browser allows no worker: the app then works while there is a network.
 */
export function startAppWorker(
  onWaiting: () => void,
  onRefused: () => void,
): AppWorker | undefined {
  if (!('serviceWorker' in navigator)) return undefined;
  const workbox = new Workbox(WORKER_FILE);
  workbox.addEventListener('waiting', onWaiting);
  workbox.register().catch(onRefused);
  return {
    ready: workbox.active.then(() => undefined),
    update: () => {
      workbox.addEventListener('controlling', () => {
        location.reload();
      });
      workbox.messageSkipWaiting();
    },
  };
}
