/** What something that a Quechua screen names is called in Spanish: no tablet has a voice that reads Quechua. */
import { esPE } from '#i18n/es-PE.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t, wordLanguage } from '#i18n/translate.svelte.ts';
import { VOCABULARY, wordFor, type LocalWords } from '#i18n/vocabulary.ts';

/** What joins a name and what follows it: its number, or what else it is. */
const JOINT = /(: | (?=\d))/;

/** The name on the screen with its Quechua words said in Spanish; what stands there in Spanish stays. */
export function inSpanish(name: string, local: LocalWords): string {
  const spanish = new Map<string, string>();
  for (const [key, word] of Object.entries(esPE)) spanish.set(t(key as MessageKey), word);
  for (const [symbol, { es }] of Object.entries(VOCABULARY)) {
    for (const speaker of ['boy', 'girl', undefined] as const) {
      const { text } = wordFor(symbol, wordLanguage(), { speaker, local });
      spanish.set(text, local[symbol]?.es ?? es);
    }
  }
  return name
    .split(JOINT)
    .map((part) => spanish.get(part) ?? part)
    .join('');
}
