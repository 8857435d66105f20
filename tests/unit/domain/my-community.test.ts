import { expect, test } from 'vitest';

import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { groundFor, unsaidIn } from '#domain/study-pack.ts';
import { ACTIVITIES } from '#domain/work.ts';

const { activities, assent } = MY_COMMUNITY_PACK;

test('[D22] the built-in study has every kind of sheet, in Spanish and in English, and nothing of a team', () => {
  expect(activities.map(({ activity }) => activity)).toEqual(ACTIVITIES);
  expect([unsaidIn(MY_COMMUNITY_PACK, 'es'), unsaidIn(MY_COMMUNITY_PACK, 'en')]).toEqual([0, 0]);
  expect(MY_COMMUNITY_PACK.keys).toEqual({ team: undefined, safeguarding: undefined });
  expect(activities.map((one) => groundFor(one, undefined)?.kind)).toEqual([
    undefined,
    undefined,
    'circles',
    'two-panels',
  ]);
});

test.each(['es', 'en'] as const)(
  '[D22] what a child is told before it begins is at most twelve words a card in %s',
  (language) => {
    const lengths = [...assent.cards, ...assent.questions].map(
      ({ words }) => (words[language] ?? '').split(/\s+/).length,
    );

    expect(Math.max(...lengths)).toBeLessThanOrEqual(12);
    expect(Math.min(...lengths)).toBeGreaterThan(1);
  },
);

test('[D22] words that a language lacks are counted one by one', () => {
  const [first, ...others] = assent.cards;
  const cards = [{ ...first!, words: { es: 'Ven.' } }, ...others];

  expect(unsaidIn({ ...MY_COMMUNITY_PACK, assent: { ...assent, cards } }, 'en')).toBe(1);
  expect(unsaidIn(MY_COMMUNITY_PACK, 'quy')).toBeGreaterThan(60);
});
