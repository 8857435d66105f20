/** What a child is told: in the language of the session, in words and aloud. */
import type { LabelLanguage } from '#domain/operation.ts';
import { inLanguage, type Words } from '#domain/study-pack.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t, wordLanguage } from '#i18n/translate.svelte.ts';
import type { Desk } from '#state/desk.svelte.ts';
import type { Sayable } from '#state/voice.ts';

/** The language children are spoken to in; where nobody said so, that of the screen. */
export function childsLanguage({ sitting }: Desk): LabelLanguage {
  return sitting?.spoken ?? wordLanguage();
}

/** The words of a study, as this session says them. */
export function inWords(desk: Desk, words: Words): string {
  return inLanguage(words, childsLanguage(desk))?.text ?? '';
}

/** Words of the app itself, as something that can be said. */
export function sayable(key: MessageKey): Sayable {
  return { words: { [wordLanguage()]: t(key) }, voices: {} };
}

/** Say it aloud; false when there is no voice for it. */
export function sayAloud(desk: Desk, what: Sayable): Promise<boolean> {
  const pack = desk.sitting?.pack ?? desk.studies.chosen;
  const language = childsLanguage(desk);
  // Words of the app itself are there in the language of the screen only.
  const isOfApp = what.words[language] === undefined && what.words.es === undefined;
  return desk.voice.say(pack, what, isOfApp ? wordLanguage() : language);
}
