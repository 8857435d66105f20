import type { assent as spanish } from '#i18n/es-PE/assent.ts';

/** Cards, questions and answers before a child begins; do or skip; my pieces; rest (children). */
export const assent: Readonly<Record<keyof typeof spanish, string>> = {
  'assent.title': 'Do you want to?',
};
