/** The port to whatever shows the sheet. The workbench speaks to it; the stage answers. */
import type { Change } from '#domain/fold.ts';
import type { Page } from '#domain/work.ts';
import type { Draft } from '#editing/draft.ts';

export type Table = Readonly<{
  /** Show this page, whole. */
  show: (page: Page) => void;
  /** The page changed; paint what the change names. */
  change: (change: Change, page: Page) => void;
  /** This is in the hand now. Called for every movement: nothing in it may be slow. */
  draft: (draft: Draft) => void;
}>;
