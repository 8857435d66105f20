/** What adults see, ask and note while children work; the diary. */
export const observe = {
  'observe.title': 'Observar',
} as const;
