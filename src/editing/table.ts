/** The port to whatever shows the sheet. The workbench speaks to it; the stage answers. */
import type { Change } from '#domain/fold.ts';
import type { Page } from '#domain/work.ts';
import type { Point } from '#domain/page.ts';
import type { Draft } from '#editing/draft.ts';
import type { Poured } from '#ink/fill.ts';

export type Table = Readonly<{
  /** Show this page, whole; a picture of it may stand in while it is painted. */
  show: (page: Page, cover?: Uint8Array<ArrayBuffer>) => void;
  /** The page changed; paint what the change names. */
  change: (change: Change, page: Page) => void;
  /** This is in the hand now. Called for every movement: nothing in it may be slow. */
  draft: (draft: Draft) => void;
  /** Show where the keys point; nowhere when they do not. */
  point: (at: Point | undefined) => void;
  /** What is seen now as PNG, without the lines between pictures; nothing while hands are at it. */
  picture: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Which area paint fills that is poured here, by the ink as it lies now. */
  pour: (at: Point) => Promise<Poured>;
}>;
