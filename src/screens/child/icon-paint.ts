/** The colour that stands in an icon's drawing for what is in the hand: it is repainted in the crayon's. */
export const ICON_PAINT = {
  crayon: '#a3203a',
  marker: '#1f4a78',
  brush: '#a3203a',
  fill: '#a3203a',
} as const;
