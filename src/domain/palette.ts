/** The pictures on offer when nobody loaded a study, in the order they lie in the tray. */

export const PALETTE = [
  'mother',
  'herder',
  'house',
  'school',
  'health-post',
  'church',
  'field',
  'river',
  'tree',
  'hen',
  'cow',
  'dog',
] as const;
/** A picture of the palette. */
export type PaletteSymbol = (typeof PALETTE)[number];
