import type { lock as spanish } from '#i18n/es-PE/lock.ts';

/** The PIN, and what it guards (adults). */
export const lock: Readonly<Record<keyof typeof spanish, string>> = {
  'lock.title': 'PIN',
};
