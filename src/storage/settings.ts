/** The port to what this tablet remembers for itself: choices of the adults, never anything of a child. */
import type { Stored } from '#storage/journal.ts';

export const SETTINGS = [
  'language',
  'child-language',
  'age-band',
  'sound',
  'hands',
  'drawing-hand',
  'question',
  'sectors',
  'person',
  'study',
  'pin',
  'pin-tries',
  'inventory',
] as const;
export type Setting = (typeof SETTINGS)[number];

/** Settings by name. What comes back is raw: check before use. */
export type Settings = Readonly<{
  read: (setting: Setting) => Stored<unknown>;
  write: (setting: Setting, value: string) => Stored<void>;
}>;
