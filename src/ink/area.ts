/**
 * How a soft region looks: a wash that lets everything shine through, with dots where a child is safe and
 * slanted lines where it is not, so that the two differ without colour. The motif lies in the page.
 */
import type { Area } from '#domain/crayon.ts';

/** Side of the tile, in page units; whole pixels at every scale of a sheet (paint/surface.ts). */
export const MOTIF_SIDE = 40;
/** How much of what lies below the wash and the motif hide. */
export const WASH_COVER = 0.2;
export const MOTIF_COVER = 0.5;

/** The motif of one tile: a path to be filled. */
export const MOTIF: Readonly<Record<Area, string>> = {
  safe: 'M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM25 30a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  unsafe: 'M0 0h5l-5 5zM34 0h6v5l-35 35h-5v-6zM40 34v6h-6z',
};
