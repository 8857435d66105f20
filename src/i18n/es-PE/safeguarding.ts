/** When a child is in danger (adults). */
export const safeguarding = {
  'safeguarding.title': 'Protección',
} as const;
