/** New parts of a study, empty, under names that are not taken yet. */
import { MY_COMMUNITY } from '#domain/study.ts';
import {
  ANSWER_PICTURES,
  CARD_PICTURES,
  inLanguage,
  type AssentCard,
  type AssentQuestion,
  type PackActivity,
  type Prompt,
  type Words,
} from '#domain/study-pack.ts';
import { wordLanguage } from '#i18n/adult.svelte.ts';

type Named = readonly Readonly<{ id: string }>[];
type Choice = AssentQuestion['choices'][number];

/** The first name of this kind that nothing of these is called. */
export function freshName(kind: string, ...taken: readonly Named[]): string {
  const names = new Set(taken.flat().map(({ id }) => id));
  let number = 1;
  while (names.has(`${kind}-${String(number)}`)) number++;
  return `${kind}-${String(number)}`;
}

/** Something to be said. */
export function freshPrompt(id: string): Prompt {
  return { id, words: {}, voices: {} };
}

/** An activity. */
export function freshActivity(id: string): PackActivity {
  return {
    id,
    activity: 'drawing',
    title: {},
    prompts: [freshPrompt('prompt-1')],
    probes: [],
    rounds: MY_COMMUNITY.rounds('drawing'),
    sectors: false,
    person: 'me',
  };
}

/** A card of the assent. */
export function freshCard(id: string): AssentCard {
  return { ...freshPrompt(id), picture: CARD_PICTURES[0] };
}

/** An answer to a question about a card. */
export function freshChoice(right = false): Choice {
  return { picture: ANSWER_PICTURES[right ? 0 : 1], words: {}, right };
}

/** A question about a card. */
export function freshQuestion(id: string, card: string): AssentQuestion {
  return { ...freshPrompt(id), card, choices: [freshChoice(true), freshChoice()] };
}

/** What a part of the study is called in lists: its words in the adult's language, else its code. */
export function called(words: Words, id: string): string {
  return inLanguage(words, wordLanguage())?.text ?? id;
}
