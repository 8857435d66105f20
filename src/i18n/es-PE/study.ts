/** Loading, making and changing a study (adults). */
export const study = {
  'study.title': 'Estudio',
} as const;
