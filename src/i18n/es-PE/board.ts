/** The session board, the roster, groups, gaps (adults). */
export const board = {
  'board.title': 'Sesión',
} as const;
