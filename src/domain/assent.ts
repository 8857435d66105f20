/**
 * Hearing what it is about, and answering: every card, then every question; a wrong answer shows its card
 * again. Nothing is scored: what stays is whether it was understood. Source: method, 3.2 to 3.4.
 */
import type { Chance } from '#base/chance.ts';
import type { Token } from '#domain/contributor.ts';
import type { Session } from '#domain/session.ts';
import { ANSWERS, type Answer, type Understanding } from '#domain/session-operation.ts';
import type { AssentCard, AssentQuestion, StudyPack } from '#domain/study-pack.ts';

/** What is heard, in its order. */
export type Heard = StudyPack['assent'];

/** Where a child is: at a card, at a question, at the card of a question again, or at the answer. */
export type Hearing = Readonly<{
  at: 'card' | 'question' | 'again' | 'answer';
  /** Which card, or which question. */
  index: number;
  /** How often each question was answered wrongly. */
  wrong: readonly number[];
}>;

/** So often a question is asked: then the child goes on, whatever it understood. */
const ASKED_MOST = 2;

/** Before the first card; where a study has none, at what comes next. */
export function beginHearing({ cards, questions }: Heard): Hearing {
  const wrong = questions.map(() => 0);
  if (cards.length > 0) return { at: 'card', index: 0, wrong };
  return { at: questions.length > 0 ? 'question' : 'answer', index: 0, wrong };
}

/** After a card was seen. */
export function goOn(hearing: Hearing, heard: Heard): Hearing {
  const { at, index, wrong } = hearing;
  if (at === 'card' && index + 1 < heard.cards.length) return { ...hearing, index: index + 1 };
  if (at === 'card') return question(hearing, heard, 0);
  if (at !== 'again') return hearing;
  const isAskedAgain = (wrong[index] ?? 0) < ASKED_MOST;
  return question(hearing, heard, isAskedAgain ? index : index + 1);
}

/** To the card before; there is nothing before the first. */
export function goBack(hearing: Hearing): Hearing {
  const { at, index } = hearing;
  return at === 'card' && index > 0 ? { ...hearing, index: index - 1 } : hearing;
}

/** A question was answered. */
export function answered(hearing: Hearing, heard: Heard, isRight: boolean): Hearing {
  const { index, wrong } = hearing;
  if (isRight) return question(hearing, heard, index + 1);
  const counted = wrong.map((times, one) => (one === index ? times + 1 : times));
  return { at: 'again', index, wrong: counted };
}

function question(hearing: Hearing, { questions }: Heard, index: number): Hearing {
  return { ...hearing, at: index < questions.length ? 'question' : 'answer', index };
}

/** The card that shows now. */
export function cardAt({ at, index }: Hearing, heard: Heard): AssentCard | undefined {
  if (at === 'card') return heard.cards[index];
  const about = at === 'again' ? heard.questions[index] : undefined;
  return about && heard.cards.find(({ id }) => id === about.card);
}

/** The question that is asked now. */
export function questionAt({ at, index }: Hearing, heard: Heard): AssentQuestion | undefined {
  return at === 'question' ? heard.questions[index] : undefined;
}

/** How it went, and how often a card was shown again. */
export function understanding({ wrong }: Hearing): Readonly<{
  understanding: Understanding;
  repeats: number;
}> {
  const repeats = wrong.reduce((sum, times) => sum + times, 0);
  if (wrong.some((times) => times >= ASKED_MOST)) {
    return { understanding: 'not-understood', repeats };
  }
  return { understanding: repeats > 0 ? 'needed-help' : 'understood', repeats };
}

/** In another order every time, each as likely as any other. */
export function shuffled<One>(all: readonly One[], chance: Chance): One[] {
  const left = [...all];
  const mixed: One[] = [];
  while (left.length > 0) mixed.push(...left.splice(below(left.length, chance), 1));
  return mixed;
}

/** A number below this one; of 65,536 chances none is favoured by more than one. */
function below(most: number, chance: Chance): number {
  const [high = 0, low = 0] = chance(2);
  return (high * 256 + low) % most;
}

/** The three answers in the order in which they stand this time. */
export function answerOrder(chance: Chance): Answer[] {
  return shuffled(ANSWERS, chance);
}

/** Who of these said last in this session that they do not want to, or not now, and how. Source: method, 3.4. */
export function unwilling(
  { assents }: Pick<Session, 'assents'>,
  tokens: readonly Token[],
): readonly Readonly<{ token: Token; answer: Exclude<Answer, 'yes'> }>[] {
  return tokens.flatMap((token) => {
    const answer = assents.findLast((one) => one.token === token)?.answer;
    return answer && answer !== 'yes' ? [{ token, answer }] : [];
  });
}

/** Did this child say yes today? */
export function saidYes({ assents }: Pick<Session, 'assents'>, token: Token): boolean {
  return assents.findLast((one) => one.token === token)?.answer === 'yes';
}
