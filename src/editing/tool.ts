/** The contract of a tool: a step of a gesture goes in, what is in the hand and what was done come out. */
import type { Crayon, Width } from '#domain/crayon.ts';
import type { Contributor } from '#domain/contributor.ts';
import type { Direction, Feeling, Valence } from '#domain/feeling.ts';
import type { ItemId, LinkId, PageId, RingId, StampId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import type { Draft } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';

/** What the next link will say; what is left out nobody said. */
export type Bond = Readonly<{ relation?: string; valence?: Valence; direction?: Direction }>;

/** What a tool may look at: the page as it shows, the child's choices, and fresh names. */
export type Scene = Readonly<{
  pageId: PageId;
  /** Looked at only when a tool needs it: most movements do not. */
  page: () => Page;
  /** Whose hand it is. */
  by: Contributor;
  crayon: Crayon;
  width: Width;
  bond: Bond;
  feeling: Feeling;
  /** Side of a picture that is put on the page, in page units. */
  itemSize: number;
  /** Names nobody has used; a tool takes them for what it makes in this step. */
  names: () => Readonly<{ item: ItemId; link: LinkId; stamp: StampId; ring: RingId }>;
}>;

/** A kind word for the child: what it tried cannot be done, and nothing was changed. */
export type Hint =
  | 'link/to-itself'
  | 'link/already-there'
  | 'item/gone'
  | 'ring/needs-two'
  | 'fill/spills'
  | 'fill/on-ink'
  | 'undo/nothing-left';

export type Outcome<State> = Readonly<{
  state: State;
  draft: Draft;
  operations: readonly Operation[];
  hint?: Hint;
  /** Paint is to be poured here: whoever knows the ink says which area that is. */
  pour?: Point;
}>;

/** An act, and the page before and after it. */
export type Done = Readonly<{ op: Operation; before: Page; after: Page }>;

/** A pure tool: the same state, step and scene always give the same outcome. */
export type Tool<State> = Readonly<{
  idle: State;
  step: (state: State, step: Step, scene: Scene) => Outcome<State>;
  /** What shows while nothing moves. */
  draft: (state: State) => Draft;
}>;
