/** What a page must offer so that run.mjs can measure it. */

/** A picture of a map, its middle at x, y, in page units of 1600 x 1200. */
export type BenchItem = Readonly<{
  id: string;
  symbol: string;
  x: number;
  y: number;
  size: number;
}>;
/** A line between two of them. */
export type BenchLink = Readonly<{ from: string; to: string }>;

export type Bench = {
  /** Resolves when the sheet can be drawn on. */
  ready: Promise<void>;
  /** Lay so many seeded strokes of 60 samples on the sheet. */
  preload: (strokes: number) => Promise<void>;
  /** How many strokes and samples the record holds now. */
  count: () => Readonly<{ strokes: number; samples: number }>;
  /** Resolves when all that was drawn is durable; how long the last stroke took, in milliseconds. */
  save: () => Promise<number>;
  /** How many bytes the record takes in the store. */
  serialize: () => Promise<number>;
  /** Make a PNG of the sheet at `scale` pixels a unit. */
  exportPng: (
    scale: number,
  ) => Promise<Readonly<{ ms: number; bytes: number; longestBlockMs: number }>>;
  /** Keep pictures and links, and open the sheet anew; how long until they showed, in milliseconds. */
  loadMap: (items: readonly BenchItem[], links: readonly BenchLink[]) => Promise<number>;
  /** Stamp the n-th picture, or ring four from it on; how long it took, in milliseconds. */
  stamp: (at: number) => number;
  ring: (at: number) => number;
  /** Where the picture that is being dragged is now. */
  draggedAt: () => Readonly<{ x: number; y: number }> | undefined;
  /** Take back or do again; how long it took, in milliseconds. */
  undo: () => number;
  redo: () => number;
  /** Close the sheet and open it again: until the whole picture showed, until drawing was possible, longest slice of painting again. */
  reopen: () => Promise<Readonly<{ pictureMs: number; drawingMs: number; longestSliceMs: number }>>;
};

declare global {
  interface Window {
    bench: Bench;
  }
}
