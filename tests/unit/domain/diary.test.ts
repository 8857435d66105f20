import { expect, test } from 'vitest';

import { diaryOf, settledDiary, type DiaryEntry } from '#domain/diary.ts';
import { anEntry } from '../../fixtures/marks.ts';

function written(seq: number, text: string): DiaryEntry {
  return { ...anEntry({ kind: 'erased', was: '' }), seq, n: seq, op: writing(text) };
}

function writing(text: string): Extract<DiaryEntry['op'], { kind: 'diary/write' }> {
  return { kind: 'diary/write', text, on: '2026-08-14' };
}

test('[N7] what was written last stands in the diary, in whatever order it is stored', () => {
  const entries = [written(2, 'b'), written(3, 'c'), written(1, 'a')];

  expect(diaryOf(entries)?.text).toBe('c');
  expect(diaryOf([])).toBeUndefined();
});

test('[N7] of what was written over only stays that it was written', () => {
  const entries = settledDiary([written(1, 'Rosa'), written(2, 'una niña'), written(3, 'ella')]);

  expect(entries.map(({ op }) => op)).toEqual([
    { kind: 'erased', was: 'diary/write' },
    { kind: 'erased', was: 'diary/write' },
    writing('ella'),
  ]);
  expect(settledDiary(entries)).toEqual(entries);
});
