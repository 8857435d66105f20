/** What hands of an age can do: presets, never a birth date. Source: method, 4.1 and 4.3 rule 7. */
import { BRUSHES, type Brush } from '#domain/crayon.ts';
import { ROUNDS, type Round } from '#domain/entry.ts';

export const AGE_BANDS = ['6-8', '9-11', '12-14'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const RUBBER_KINDS = ['whole', 'touched'] as const;
/** A rubber takes whole lines and pictures, or what it touches. */
export type RubberKind = (typeof RUBBER_KINDS)[number];

export const TOOL_SIZES = ['large', 'smaller'] as const;
/** About two centimetres of glass, or one step less; never below 1.2 cm. */
export type ToolSize = (typeof TOOL_SIZES)[number];

/** What children of an age find on their table. */
export type AgePreset = Readonly<{
  rubber: RubberKind;
  /** What the tin holds to draw with. */
  brushes: readonly Brush[];
  /** Can a ring be drawn around several pictures? */
  rings: boolean;
  tools: ToolSize;
  /** Rounds they go through, of an activity that has several. */
  rounds: readonly Round[];
}>;

/**
 * What a study that says nothing else gives to each age: the youngest have fewer tools and rub out whole
 * things; from twelve on what is touched may be one step smaller. Source: method, 4.1.
 */
export const AGE_PRESETS: Readonly<Record<AgeBand, AgePreset>> = {
  '6-8': {
    rubber: 'whole',
    brushes: ['crayon', 'brush'],
    rings: false,
    tools: 'large',
    rounds: ROUNDS,
  },
  '9-11': { rubber: 'touched', brushes: BRUSHES, rings: true, tools: 'large', rounds: ROUNDS },
  '12-14': { rubber: 'touched', brushes: BRUSHES, rings: true, tools: 'smaller', rounds: ROUNDS },
};

/** The band of an age in years: the youngest band below it, the oldest above. */
export function ageBandOf(age: number): AgeBand {
  if (age <= 8) return '6-8';
  return age <= 11 ? '9-11' : '12-14';
}
