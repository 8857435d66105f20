import { expect, test } from 'vitest';

import { retold, told } from '#editing/tell.ts';
import { aQuote } from '../../fixtures/marks.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';

const names = { quote: anId('quote', 99), page: anId('page') };
const wording = { text: 'sumaqmi', language: 'quz' } as const;
const nothing = { text: '', language: 'quz' } as const;
const what = { about: anId('item'), speaker: LLAMA, source: 'said' } as const;

test('[T1] what is told is written down with whose words they are; without words it is nothing', () => {
  expect(told(names, { ...what, wording })).toEqual({
    kind: 'quote/add',
    ...names,
    ...what,
    wording,
  });
  expect(told(names, { ...what, wording: nothing })).toBeUndefined();
});

test('[T5] a translation is written beside what was said, as far as it is news', () => {
  const quote = aQuote('page');
  const translation = { text: 'es bonito', language: 'es' } as const;
  const about = { kind: 'quote/set', quote: quote.id };

  expect(retold(quote, { wording, translation })).toEqual({ ...about, translation });
  expect(retold({ ...quote, translation }, { wording, translation })).toBeUndefined();
  expect(retold(quote, { wording, translation: nothing })).toBeUndefined();
  expect(retold({ ...quote, translation }, { wording, translation: nothing })).toEqual({
    ...about,
    translation: nothing,
  });
});

test('[T1] what was written down is corrected, also in its language; with no words left it is gone', () => {
  const quote = aQuote('page');
  const about = { kind: 'quote/set', quote: quote.id };
  const next = { text: 'allinmi', language: 'quy' } as const;

  expect(retold(quote, { wording: next })).toEqual({ ...about, wording: next });
  expect(retold(quote, { wording: { ...wording, language: 'quy' } })).toMatchObject({
    wording: { language: 'quy' },
  });
  expect(retold(quote, { wording })).toBeUndefined();
  expect(retold(quote, { wording: nothing })).toEqual({ ...about, gone: true });
});

test('[T11] who said it, how that is known and which question it answers are corrected, as far as it is news', () => {
  const quote = {
    ...aQuote('page'),
    wording,
    speaker: LLAMA,
    source: 'said',
    prompt: 'tell',
  } as const;
  const about = { kind: 'quote/set', quote: quote.id };
  const same = { speaker: LLAMA, source: 'said', prompt: 'tell' } as const;

  expect(retold(quote, { wording, ...same })).toBeUndefined();
  expect(retold(quote, { wording, ...same, speaker: ZORRO })).toEqual({ ...about, speaker: ZORRO });
  expect(retold(quote, { wording, ...same, source: 'chose' })).toEqual({
    ...about,
    source: 'chose',
  });
  expect(retold(quote, { wording, ...same, prompt: '' })).toEqual({ ...about, prompt: '' });
  expect(retold({ ...quote, prompt: undefined }, { wording, ...same, prompt: '' })).toBeUndefined();
});
