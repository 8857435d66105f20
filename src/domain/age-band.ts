/** What hands of an age can do: presets, never a birth date. Source: method, 4.1 and 4.3 rule 7. */

export const AGE_BANDS = ['6-8', '9-11', '12-14'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The youngest rub out whole lines and pictures; from nine on a rubber takes away what it touches. */
export type RubberKind = 'whole' | 'touched';

/** How children of an age rub out. */
export const RUBBER_OF: Readonly<Record<AgeBand, RubberKind>> = {
  '6-8': 'whole',
  '9-11': 'touched',
  '12-14': 'touched',
};

/** The band of an age in years: the youngest band below it, the oldest above. */
export function ageBandOf(age: number): AgeBand {
  if (age <= 8) return '6-8';
  return age <= 11 ? '9-11' : '12-14';
}
