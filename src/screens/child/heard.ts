/** What a child is told: in the language of the session, in words and aloud. */
import type { LabelLanguage } from '#domain/operation.ts';
import { inLanguage, type StudyPack, type Words } from '#domain/study-pack.ts';
import { esPE } from '#i18n/es-PE.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t, wordLanguage } from '#i18n/translate.svelte.ts';
import type { Desk } from '#state/desk.svelte.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import type { Sayable } from '#state/voice.ts';

/** The language children are spoken to in; where nobody said so, that of the screen. */
export function childsLanguage({ sitting }: Desk): LabelLanguage {
  return sitting?.spoken ?? wordLanguage();
}

/** The words of a study, as this session says them. */
export function inWords(desk: Desk, words: Words): string {
  return inLanguage(words, childsLanguage(desk))?.text ?? '';
}

/** Words of the app itself, as something that can be said; in Spanish too, for tablets that read no Quechua. */
export function sayable(key: MessageKey): Sayable {
  return { words: { es: esPE[key], [wordLanguage()]: t(key) }, voices: {} };
}

/** What is asked in the work on the table; where no study asks, what is done there. */
export function askedIn({ prompt, bench }: Pick<Sitting, 'prompt' | 'bench'>): Sayable {
  return prompt ?? sayable(`activity.${bench?.activity ?? 'drawing'}`);
}

/** The study whose words and voices children hear. */
export function packHere({ sitting, studies }: Desk): StudyPack {
  return sitting?.pack ?? studies.chosen;
}

/** Say again to a child what is asked here, or what this screen is for; what the study asks is written down. */
export function sayAgain(desk: Desk, what: Sayable): void {
  void sayAloud(desk, what);
  desk.sitting?.shows(what, 'again', childsLanguage(desk));
}

/** Say it aloud; false when there is no voice for it. */
export function sayAloud(desk: Desk, what: Sayable): Promise<boolean> {
  return desk.voice.say(packHere(desk), what, childsLanguage(desk));
}
