/** What main.ts built, for whoever needs it. */
import type { Chance } from '#base/chance.ts';
import type { Result } from '#base/result.ts';
import type { Clock } from '#base/clock.ts';
import type { AddSymbol } from '#domain/session-operation.ts';
import type { Page } from '#domain/work.ts';
import type { SoundName } from '#devices/sound.ts';
import type { Speaker } from '#devices/speaker.ts';
import type { StoragePromise } from '#devices/storage-promise.ts';
import type { Power } from '#devices/tablet.ts';
import type { MicrophoneProblem, Recording } from '#devices/voice-recorder.ts';
import type { Given } from '#devices/saving.ts';
import type { Stretch } from '#devices/stretching.ts';
import type { AnnotatedArt, AnnotatedSheet } from '#picture/annotated.ts';
import type { Journal } from '#storage/journal.ts';
import type { Shelf } from '#storage/shelf.ts';
import type { Settings } from '#storage/settings.ts';
import type { SigningKeys } from '#storage/signing-keys.ts';

/** An encoded image. */
export type Png = Uint8Array<ArrayBuffer>;

/** Makes the pictures that leave the tablet; loaded when they are needed. */
export type ImageMaker = Readonly<{
  art: AnnotatedArt;
  /** The rule that carries the letters inside an SVG. */
  font: string;
  /** Both reject with the signal's reason when it says stop. */
  clean: (page: Page, signal: AbortSignal) => Promise<Png>;
  annotated: (layout: AnnotatedSheet, page: Page, signal: AbortSignal) => Promise<Png>;
}>;

export type Kit = Readonly<{
  version: string;
  journal: Journal;
  settings: Settings;
  shelf: Shelf;
  /** Where the key lies with which this tablet signs. */
  signingKeys: SigningKeys;
  clock: Clock;
  chance: Chance;
  /** Makes pictures of works in which these pictures of children's own occur. */
  imageMaker: (own: readonly AddSymbol[]) => Promise<ImageMaker>;
  give: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Given>;
  /** Put a file among the tablet's downloads. A child presses this: no other program is offered. */
  save: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
  askToKeep: () => Promise<StoragePromise>;
  /** A journal that forgets: for practice and for what is drawn before it is decided. */
  scratchJournal: () => Journal;
  sound: (name: SoundName) => void;
  speaker: Speaker;
  /** Begin to record a voice, at most for so long; `signal` calls it off. Only who writes a study records. */
  record: (signal: AbortSignal, mostMs: number) => Promise<Result<Recording, MicrophoneProblem>>;
  canvasIsTrue: () => boolean;
  power: () => Promise<Power | undefined>;
  roomLeft: () => Promise<number | undefined>;
  /** Makes a PIN slow to try. */
  stretch: Stretch;
  /** Words that only the holder of this key can read, as plain letters; nothing when it is no key. */
  sealTo: (recipient: string, text: string) => Promise<string | undefined>;
}>;
