/** The contract of a tool: a step of a gesture goes in, what is in the hand and what was done come out. */
import type { Crayon, Width } from '#domain/crayon.ts';
import type { ItemId, LinkId, PageId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import type { Draft } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';

/** What a tool may look at: the page as it shows, the child's choices, and fresh names. */
export type Scene = Readonly<{
  pageId: PageId;
  /** Looked at only when a tool needs it: most movements do not. */
  page: () => Page;
  crayon: Crayon;
  width: Width;
  /** Names nobody has used; a tool takes them for what it makes in this step. */
  names: () => Readonly<{ item: ItemId; link: LinkId }>;
}>;

/** A kind word for the child: what it tried cannot be done, and nothing was changed. */
export type Hint =
  'link/to-itself' | 'link/already-there' | 'fill/spills' | 'fill/on-ink' | 'undo/nothing-left';

export type Outcome<State> = Readonly<{
  state: State;
  draft: Draft;
  operations: readonly Operation[];
  hint?: Hint;
  /** Paint is to be poured here: whoever knows the ink says which area that is. */
  pour?: Point;
}>;

/** A pure tool: the same state, step and scene always give the same outcome. */
export type Tool<State> = Readonly<{
  idle: State;
  step: (state: State, step: Step, scene: Scene) => Outcome<State>;
  /** What shows while nothing moves. */
  draft: (state: State) => Draft;
}>;
