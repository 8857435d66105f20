/** Says a key to adults, in the language they chose for themselves: on their pages, and in what they open over a child's. */
import { newSpeaker } from '#i18n/speaker.svelte.ts';

export const { language, wordLanguage, tag, speak, t, tCount, tNumber, tDay, tTime } = newSpeaker();
