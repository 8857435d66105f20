/** How long an adult holds what no child must press by a slip. Source: method, 4.3 rule 13. */
export const HOLD_MS = 2_000;

/** A click comes this long after its finger lifted, at the latest. */
const CLICK_MS = 500;

/**
 * Nothing is pressed by the finger or key that held: what a hold opens may lie under it when it is lifted.
 * Ends with the next touch or key.
 */
export function spendPress(): void {
  const spent = new AbortController();
  const { signal } = spent;
  const capture = true;
  const end = (): void => spent.abort();
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const soon = (): void => void setTimeout(end, CLICK_MS);
  addEventListener('click', swallow, { capture, signal });
  addEventListener('pointerdown', end, { capture, signal });
  addEventListener('pointerup', soon, { capture, signal });
  addEventListener('pointercancel', soon, { capture, signal });
  addEventListener('keydown', ({ repeat }) => repeat || end(), { capture, signal });
}
