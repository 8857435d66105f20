/**
 * The port to whole files this tablet keeps beside the journal: studies that teams brought, and what was
 * sealed and can only be opened elsewhere. Kept whole or not at all, and said to be kept only when it is durable.
 */
import type { Stored } from '#storage/journal.ts';

export const SHELVES = ['studies', 'sealed'] as const;
export type ShelfName = (typeof SHELVES)[number];

/** A file on a shelf. Raw: check before use. */
export type Shelved = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;

export type Shelf = Readonly<{
  /** Keep a file, in place of one of the same name. */
  keep: (shelf: ShelfName, name: string, bytes: Uint8Array) => Stored<void>;
  /** All files of a shelf, by name. */
  all: (shelf: ShelfName) => Stored<readonly Shelved[]>;
  /** Leave nothing of a file. */
  drop: (shelf: ShelfName, name: string) => Stored<void>;
}>;
