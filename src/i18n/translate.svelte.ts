/** Says a key to children, in the language chosen for them. Adults are spoken to through adult.svelte.ts. */
import type { LabelLanguage } from '#domain/operation.ts';
import * as adults from '#i18n/adult.svelte.ts';
import { newSpeaker } from '#i18n/speaker.svelte.ts';
import { languageOf } from '#i18n/words.ts';

export const { language, wordLanguage, tag, speak, t, tCount } = newSpeaker();

/** Speak to children in this language from now on; where nobody chose one, in that of the adults. */
export function speakToChildren(spoken: LabelLanguage | undefined): Promise<void> {
  return speak(spoken ? languageOf(spoken) : adults.language());
}
