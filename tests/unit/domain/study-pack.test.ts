import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { AGE_BANDS } from '#domain/age-band.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { activityOf, forAge, type ActivityPrompt } from '#domain/study-pack.ts';

const asks: fc.Arbitrary<ActivityPrompt[]> = fc
  .array(fc.option(fc.uniqueArray(fc.constantFrom(...AGE_BANDS), { minLength: 1 })))
  .map((list) =>
    list.map((ages, at) => ({
      id: `ask-${String(at)}`,
      words: {},
      voices: {},
      ...(ages && { ages }),
    })),
  );

property.prop([asks, fc.constantFrom(...AGE_BANDS)])(
  '[D24] what is for an age comes before what is for others, nothing is lost, and the order stays',
  (list, band) => {
    const sorted = forAge(list, band);
    const others = sorted.filter(({ ages }) => ages && !ages.includes(band));

    expect(sorted.slice(sorted.length - others.length)).toEqual(others);
    for (const part of [others, sorted.slice(0, sorted.length - others.length)]) {
      expect(part).toEqual(list.filter((one) => part.includes(one)));
    }
    expect(new Set(sorted)).toEqual(new Set(list));
  },
);

test('[D24] of two days the youngest are asked in six words, the others in more', () => {
  const days = activityOf(MY_COMMUNITY_PACK, 'good-day');
  const asked = AGE_BANDS.map((band) => forAge(days?.prompts ?? [], band)[0]?.words.es);

  expect(asked.map((said) => said?.split(' ').length)).toEqual([6, 14, 14]);
});
