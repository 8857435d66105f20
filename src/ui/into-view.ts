/** What has just appeared is brought into view: nobody looks for it below the edge. */
import type { Attachment } from 'svelte/attachments';

/** It comes into view, moving only where people did not ask for less of that. */
export const intoView: Attachment = (element) => {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
};

/** Besides, the keys go on from there. */
export const comeForth: Attachment<HTMLElement> = (element) => {
  element.focus({ preventScroll: true });
  intoView(element);
};
