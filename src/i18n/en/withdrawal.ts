import type { withdrawal as spanish } from '#i18n/es-PE/withdrawal.ts';

/** Taking back work afterwards (adults). */
export const withdrawal: Readonly<Record<keyof typeof spanish, string>> = {
  'withdrawal.title': 'Take back',
};
