/** What a part of a study looks like on a child's screen, for the preview beside the form. */
import type { Words } from '#domain/study-pack.ts';
import type { Picture } from '#picture/shape.ts';
import type { Sayable } from '#state/voice.ts';

/** A child's screen: something shown and said, and what can be chosen. */
export type ChildScreen = Readonly<{
  picture?: Picture | undefined;
  says?: Sayable | undefined;
  choices: readonly Readonly<{ picture: Picture; words: Words }>[];
  /** Many small pictures, as in the tray. */
  many?: boolean;
}>;
