import type { safeguarding as spanish } from '#i18n/es-PE/safeguarding.ts';

/** When a child is in danger (adults). */
export const safeguarding: Readonly<Record<keyof typeof spanish, string>> = {
  'safeguarding.title': 'Safeguarding',
};
