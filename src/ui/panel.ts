/** Manners of a panel over the sheet, for those who use keys. */
import type { Attachment } from 'svelte/attachments';

/** Escape closes the panel; when it is gone, the keys are where they were before it came. */
export function panel(onclose: () => void): Attachment<HTMLElement> {
  return (element) => {
    const listening = new AbortController();
    const before = document.activeElement;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onclose();
    };
    element.addEventListener('keydown', press, { signal: listening.signal });
    return () => {
      listening.abort();
      const now = document.activeElement;
      const isLost = now === null || now === document.body || element.contains(now);
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  };
}
