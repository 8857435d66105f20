/**
 * The tin: twelve colours, the same for every child, stored by name so that colour can be compared
 * between children. Three things to draw with and a rubber, three widths each, in page units.
 * Source: method, 4.3 rules 6 and 7 (about 3, 8 and 20 px on a tablet sheet of about 800 px).
 */

export const CRAYONS = [
  'black',
  'white',
  'dark-brown',
  'adobe',
  'skin-light',
  'skin-medium',
  'skin-dark',
  'ichu',
  'red',
  'green',
  'sky',
  'blue',
] as const;
export type Crayon = (typeof CRAYONS)[number];

/** What each colour leaves on paper, `#rrggbb`. */
export const COLOUR_OF: Readonly<Record<Crayon, string>> = {
  black: '#231a15',
  white: '#ffffff',
  'dark-brown': '#5a3522',
  adobe: '#a9552f',
  'skin-light': '#e8b48c',
  'skin-medium': '#b97a50',
  'skin-dark': '#7d4a2d',
  ichu: '#eab62f',
  red: '#c4262e',
  green: '#3f8a37',
  sky: '#74b9e4',
  blue: '#22559c',
};

export const BRUSHES = ['crayon', 'marker', 'brush'] as const;
/** What leaves colour: waxy with the paper's grain, see-through and even, or broad and thin by speed. */
export type Brush = (typeof BRUSHES)[number];

export const AREAS = ['safe', 'unsafe'] as const;
/** A soft region painted with a broad finger: here I am safe, here I am not. */
export type Area = (typeof AREAS)[number];

export const INK_TOOLS = [...BRUSHES, 'rubber', ...AREAS] as const;
export type InkTool = (typeof INK_TOOLS)[number];

export const WIDTHS = ['thin', 'middle', 'thick'] as const;
export type Width = (typeof WIDTHS)[number];

/** How wide a line is at its widest, in page units: a rubber is broader than what it rubs out. */
export const WIDTH_OF: Readonly<Record<InkTool, Readonly<Record<Width, number>>>> = {
  crayon: { thin: 6, middle: 16, thick: 40 },
  marker: { thin: 10, middle: 24, thick: 52 },
  brush: { thin: 10, middle: 26, thick: 56 },
  rubber: { thin: 30, middle: 60, thick: 110 },
  safe: { thin: 80, middle: 130, thick: 200 },
  unsafe: { thin: 80, middle: 130, thick: 200 },
};

/** The colour of a soft region; what tells the two apart without colour is their motif (ink/area.ts). */
export const CRAYON_OF_AREA: Readonly<Record<Area, Crayon>> = { safe: 'green', unsafe: 'red' };

/** How much of the paper a marker hides. */
export const MARKER_COVER = 0.55;

/** Is this a soft region? */
export function isArea(tool: InkTool): tool is Area {
  return tool === 'safe' || tool === 'unsafe';
}

/** Does what lies under a line of this tool shine through? */
export function isSeeThrough(tool: InkTool): boolean {
  return tool === 'marker' || isArea(tool);
}
