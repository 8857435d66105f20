import { describe, expect, test } from 'vitest';

import {
  answered,
  answerOrder,
  beginHearing,
  cardAt,
  goBack,
  goOn,
  questionAt,
  saidYes,
  understanding,
  unwilling,
  type Hearing,
} from '#domain/assent.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { ANSWERS, type Assent, type SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { aChance, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { sessionEntries } from '../../fixtures/sessions.ts';

const HEARD = MY_COMMUNITY_PACK.assent;

/** All cards were seen. */
function afterCards(): Hearing {
  return HEARD.cards.reduce((hearing) => goOn(hearing, HEARD), beginHearing(HEARD));
}

/** The cards and questions that show on the way, answered so; a wrong answer's card is looked at. */
function answering(...isRight: readonly boolean[]): { shown: unknown[]; end: Hearing } {
  const shown: unknown[] = [];
  let hearing = afterCards();
  for (const right of isRight) {
    shown.push(questionAt(hearing, HEARD)?.id);
    hearing = answered(hearing, HEARD, right);
    if (hearing.at !== 'again') continue;
    shown.push(`card ${cardAt(hearing, HEARD)?.id ?? ''}`);
    hearing = goOn(hearing, HEARD);
  }
  return { shown, end: hearing };
}

describe('hearing what it is about', () => {
  test('[A1] every card shows once, in its order, and before the first there is nothing', () => {
    let hearing = beginHearing(HEARD);
    expect(goBack(hearing)).toEqual(hearing);
    const shown: unknown[] = [];
    while (hearing.at === 'card') {
      shown.push(cardAt(hearing, HEARD)?.id);
      hearing = goOn(hearing, HEARD);
    }
    expect(shown).toEqual(HEARD.cards.map(({ id }) => id));
    expect(questionAt(hearing, HEARD)).toBe(HEARD.questions[0]);
  });

  test('[A1] a card that was passed is seen again by going back', () => {
    const second = goOn(beginHearing(HEARD), HEARD);
    expect(cardAt(goBack(second), HEARD)).toBe(HEARD.cards[0]);
  });

  test('[A1] no card of the built-in study has more than twelve words', () => {
    const lengths = HEARD.cards.flatMap(({ words }) =>
      Object.values(words).map((said) => said.split(' ').length),
    );
    expect(lengths.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12);
  });

  test('[A1] a study without cards or questions asks at once', () => {
    expect(beginHearing({ cards: [], questions: [] }).at).toBe('answer');
    expect(beginHearing({ ...HEARD, cards: [] }).at).toBe('question');
  });

  test('[A2] right answers lead on, and all was understood', () => {
    const { shown, end } = answering(true, true);
    expect(shown).toEqual(['can-stop', 'who-will-see']);
    expect(end.at).toBe('answer');
    expect(understanding(end)).toEqual({ understanding: 'understood', repeats: 0 });
  });

  test('[A2] a wrong answer shows its card and asks again', () => {
    const { shown, end } = answering(true, false, true);
    expect(shown).toEqual(['can-stop', 'who-will-see', 'card who-sees', 'who-will-see']);
    expect(end.at).toBe('answer');
    expect(understanding(end)).toEqual({ understanding: 'needed-help', repeats: 1 });
  });

  test('[A2] after two wrong answers the card shows once more and the child goes on', () => {
    const { shown, end } = answering(false, false, true);
    expect(shown).toEqual(['can-stop', 'card stop', 'can-stop', 'card stop', 'who-will-see']);
    expect(end.at).toBe('answer');
    expect(understanding(end)).toEqual({ understanding: 'not-understood', repeats: 2 });
  });
});

describe('answering', () => {
  test('[A3] of a thousand orders each answer comes first a third of the time, and each order occurs', () => {
    const chance = aChance(4);
    const orders = Array.from({ length: 1000 }, () => answerOrder(chance));
    for (const answer of ANSWERS) {
      const share = orders.filter(([first]) => first === answer).length / orders.length;
      expect(share).toBeGreaterThan(0.28);
      expect(share).toBeLessThan(0.38);
    }
    expect(new Set(orders.map((order) => order.join(' '))).size).toBe(6);
    for (const order of orders) expect([...order].sort()).toEqual([...ANSWERS].sort());
  });

  test('[A4] the last answer of a child counts, and only its own', () => {
    const say = (token: Assent['token'], answer: Assent['answer']): SessionOperation => {
      const how = { understanding: 'understood', repeats: 0, language: 'es' } as const;
      return { kind: 'assent/answer', token, answer, ...how, voice: false, order: ANSWERS };
    };
    const first = sessionOf(sessionEntries(say(ZORRO, 'not-now'), say(LLAMA, 'yes')));
    expect([saidYes(first, ZORRO), saidYes(first, LLAMA)]).toEqual([false, true]);
    expect(saidYes(sessionOf(sessionEntries(say(ZORRO, 'no'), say(ZORRO, 'yes'))), ZORRO)).toBe(
      true,
    );
    expect(unwilling(first, [LLAMA, ZORRO])).toEqual([{ token: ZORRO, answer: 'not-now' }]);
    expect(unwilling(first, [LLAMA, 'puma-09'])).toEqual([]);
  });
});
