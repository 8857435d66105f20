/** Taking back work afterwards (adults). */
export const withdrawal = {
  'withdrawal.title': 'Retirar',
} as const;
