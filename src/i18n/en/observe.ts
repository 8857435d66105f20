import type { observe as spanish } from '#i18n/es-PE/observe.ts';

/** What adults see, ask and note while children work; the diary. */
export const observe: Readonly<Record<keyof typeof spanish, string>> = {
  'observe.title': 'Observe',
};
