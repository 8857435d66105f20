/** What is in the hand and not yet done: drawn at once, never stored, gone when the finger lifts. */
import type { Crayon, InkTool, Width } from '#domain/crayon.ts';
import type { EntryId } from '#domain/entry.ts';
import type { ItemId, LinkId, RingId } from '#domain/ids.ts';
import type { Input } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { Sample } from '#ink/sample.ts';

/** The samples of a running line, newest first, so that adding one copies nothing. */
export type Tail = Readonly<{ sample: Sample; before: Tail | undefined; length: number }>;

/** A line being drawn or rubbed. */
export type WetLine = Readonly<{
  pointer: number;
  tool: InkTool;
  crayon: Crayon;
  width: Width;
  input: Input;
  tail: Tail;
}>;

/** A picture in the air: one of the page's, or a new one from the tray. */
export type Held = Readonly<{
  pointer: number;
  item: ItemId | undefined;
  symbol: string;
  size: number;
  turn: number;
  at: Point;
}>;

/** What was tapped and waits for what comes next. */
export type Picked = Readonly<
  { kind: 'item'; id: ItemId } | { kind: 'link'; id: LinkId } | { kind: 'ring'; id: RingId }
>;

/** A line being pulled from a picture, and the picture it reached, also when that has gone since. */
export type Rope = Readonly<{
  pointer: number;
  from: ItemId;
  at: Point;
  over?: ItemId | undefined;
}>;

/** What a sweeping finger has passed over: it no longer shows, and goes when the finger lifts. */
export type Swept = Readonly<{
  pointer: number;
  marks: readonly EntryId[];
  items: readonly ItemId[];
}>;

/** A ring being drawn round things. */
export type Lasso = Readonly<{ pointer: number; tail: Tail }>;

/** What was tapped to be ringed together: pictures, and what was drawn. */
export type Chosen = Readonly<{ items: readonly ItemId[]; marks: readonly EntryId[] }>;

export type Draft = Readonly<{
  lines: readonly WetLine[];
  held: readonly Held[];
  ropes: readonly Rope[];
  picked: Picked | undefined;
  swept: readonly Swept[];
  lassos: readonly Lasso[];
  chosen: Chosen;
}>;

export const NONE_CHOSEN: Chosen = { items: [], marks: [] };

/** Nothing in the hand. */
export const EMPTY_DRAFT: Draft = {
  lines: [],
  held: [],
  ropes: [],
  picked: undefined,
  swept: [],
  lassos: [],
  chosen: NONE_CHOSEN,
};

/** What shows of several hands at once; what is picked and chosen, of this one. */
export function together(drafts: readonly Draft[], { picked, chosen }: Draft): Draft {
  const [first] = drafts;
  if (drafts.length === 1 && first) return first;
  const all = <Part>(part: (draft: Draft) => readonly Part[]): readonly Part[] =>
    drafts.flatMap(part);
  return {
    lines: all(({ lines }) => lines),
    held: all(({ held }) => held),
    ropes: all(({ ropes }) => ropes),
    swept: all(({ swept }) => swept),
    lassos: all(({ lassos }) => lassos),
    picked,
    chosen,
  };
}

/** The tail with newer samples added; one on the very spot of the last adds nothing. */
export function lengthen(tail: Tail | undefined, samples: readonly Sample[]): Tail | undefined {
  return samples.reduce((before, sample) => {
    const last = before?.sample;
    if (last && (sample.t < last.t || (sample.x === last.x && sample.y === last.y))) return before;
    return { sample, before, length: (before?.length ?? 0) + 1 };
  }, tail);
}

/** The tail's samples, oldest first, from the `from`-th on. */
export function samplesOfTail(tail: Tail, from = 0): Sample[] {
  const samples: Sample[] = [];
  for (let at: Tail | undefined = tail; at && at.length > from; at = at.before) {
    samples.push(at.sample);
  }
  return samples.reverse();
}
