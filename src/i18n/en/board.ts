import type { board as spanish } from '#i18n/es-PE/board.ts';

/** The session board, the roster, groups, gaps (adults). */
export const board: Readonly<Record<keyof typeof spanish, string>> = {
  'board.title': 'Session',
};
