/**
 * The browser's frames, in the hands of a test: what waits for the next frame can be let go on at once,
 * frame by frame, so that no test sleeps and each sees the same.
 */

import { onTestFinished } from 'vitest';

type Callback = (now: number) => void;

const waiting = new Map<number, Callback>();
let held = false;
const real = {
  request: window.requestAnimationFrame.bind(window),
  cancel: window.cancelAnimationFrame.bind(window),
};

window.requestAnimationFrame = (callback) => {
  const id = real.request((now) => {
    if (held) return;
    const mine = waiting.get(id);
    waiting.delete(id);
    mine?.(now);
  });
  waiting.set(id, callback);
  return id;
};
window.cancelAnimationFrame = (id) => {
  waiting.delete(id);
  real.cancel(id);
};

/** More frames than anything here needs: whatever asks for more never comes to an end. */
const MOST_FRAMES = 5_000;

/** Until the test ends no frame comes but those it lets come. */
export function holdFrames(): void {
  held = true;
  onTestFinished(() => {
    held = false;
    allFrames();
  });
}

/** Let one frame come, at this time of the page's clock. */
export function frame(now = performance.now()): void {
  const callbacks = [...waiting];
  for (const [id, callback] of callbacks) {
    if (!waiting.delete(id)) continue;
    real.cancel(id);
    callback(now);
  }
}

/** Does anything wait for a frame? */
export function isWaiting(): boolean {
  return waiting.size > 0;
}

/** Let frames come until nothing waits for one any more. */
export function allFrames(): void {
  for (let frames = 0; isWaiting(); frames++) {
    if (frames > MOST_FRAMES) throw new Error('something asks for frames for ever');
    frame();
  }
}

/** What the app leaves for right after an event, and before any frame, is done: a picture that was let go lies again. */
export async function landed(): Promise<void> {
  await Promise.resolve();
}
