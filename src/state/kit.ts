/** What main.ts built, for whoever needs it. */
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Page } from '#domain/work.ts';
import type { StoragePromise } from '#devices/storage-promise.ts';
import type { Given } from '#devices/saving.ts';
import type { AnnotatedArt, AnnotatedSheet } from '#picture/annotated.ts';
import type { Journal } from '#storage/journal.ts';
import type { Settings } from '#storage/settings.ts';

type Png = Uint8Array<ArrayBuffer>;

/** Makes the pictures that leave the tablet; loaded when they are needed. */
export type ImageMaker = Readonly<{
  art: AnnotatedArt;
  /** The rule that carries the letters inside an SVG. */
  font: string;
  clean: (page: Page) => Promise<Png>;
  annotated: (layout: AnnotatedSheet, page: Page) => Promise<Png>;
}>;

export type Kit = Readonly<{
  version: string;
  journal: Journal;
  settings: Settings;
  clock: Clock;
  chance: Chance;
  imageMaker: () => Promise<ImageMaker>;
  give: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Given>;
  askToKeep: () => Promise<StoragePromise>;
}>;
