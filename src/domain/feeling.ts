/** How children say a place, a person or a bond feels: categories, no scale. Source: method, 4.1 (faces scales) and 2.5. */

export const FEELINGS = ['happy', 'sad', 'afraid', 'angry', 'lonely', 'loved'] as const;
/** What a stamp on a person or a place says. */
export type Feeling = (typeof FEELINGS)[number];

export const VALENCES = ['support', 'stress', 'both', 'neutral'] as const;
/** How a link feels. */
export type Valence = (typeof VALENCES)[number];

export const DIRECTIONS = ['there', 'back', 'both', 'none'] as const;
/** Which way a link goes, seen from the picture it was begun at. */
export type Direction = (typeof DIRECTIONS)[number];
