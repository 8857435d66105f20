import type { study as spanish } from '#i18n/es-PE/study.ts';

/** Loading, making and changing a study (adults). */
export const study: Readonly<Record<keyof typeof spanish, string>> = {
  'study.title': 'Study',
};
