/**
 * The tin: twelve crayons, the same for every child, stored by name so that colour can be compared
 * between children. Three widths and the rubber's three, in page units.
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

/** What each crayon leaves on paper, `#rrggbb`. */
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

export const WIDTHS = ['thin', 'middle', 'thick'] as const;
export type Width = (typeof WIDTHS)[number];

/** How wide a crayon's line is, in page units. */
export const LINE_WIDTH: Readonly<Record<Width, number>> = { thin: 6, middle: 16, thick: 40 };
/** How wide the rubber's trace is, in page units: a rubber is broader than what it rubs out. */
export const RUBBER_WIDTH: Readonly<Record<Width, number>> = { thin: 30, middle: 60, thick: 110 };
