/** The PIN, and what it guards (adults). */
export const lock = {
  'lock.title': 'PIN',
} as const;
