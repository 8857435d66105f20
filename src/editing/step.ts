/** One step of a gesture: what one finger, pen or mouse did just now, on the sheet. */
import type { ItemId } from '#domain/ids.ts';
import type { Input } from '#domain/operation.ts';
import type { Sample } from '#ink/sample.ts';

/**
 * `cancel`: the system took the finger away (a notification, a rotation). `drop`: it was no finger that
 * meant to draw (a palm); what it did is forgotten.
 */
export type Phase = 'down' | 'move' | 'up' | 'cancel' | 'drop';

export type Step = Readonly<{
  phase: Phase;
  /** Tells the fingers apart that touch at the same time. */
  pointer: number;
  input: Input;
  /** New readings, oldest first; at least one. `t` counts from the moment this finger touched. */
  samples: readonly [Sample, ...Sample[]];
  /** The finger is over the bin. */
  overBin: boolean;
  /** The picture that is meant, where a key names it: others may lie over it. */
  item?: ItemId;
}>;
