import { expect, test } from 'vitest';

import type { Gender } from '#domain/participant.ts';
import { pictureWord, tItem, tPicture, type Whose } from '#i18n/picture-words.ts';
import { Desk } from '#state/desk.svelte.ts';
import { writeStudyFile } from '#files/study-file.ts';
import { aKit } from '../../fixtures/benches.ts';
import { LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aStudy } from '../../fixtures/studies.ts';

const OURS: Whose = { words: { river: { es: 'el río Pampas' } }, gender: undefined };

test('[D15] a picture is called as the community calls it, on the tray and on the sheet; where it says nothing, as the dictionary does', () => {
  expect(tPicture('river', [], OURS)).toBe('el río Pampas');
  expect(tPicture('river', [])).toBe('río');
  expect(tPicture('hen', [], OURS)).toBe('gallina');
  expect(tItem({ symbol: 'river', label: undefined }, [], OURS)).toBe('el río Pampas');
  expect(pictureWord('river', 'quy', OURS)).toBe('mayu');
});

test('[D15] what somebody called a thing wins over every dictionary', () => {
  const label = { text: 'Mayucha', language: 'quy' } as const;

  expect(tItem({ symbol: 'river', label }, [], OURS)).toBe('Mayucha');
});

test.each<[Gender | undefined, string, string]>([
  ['female', 'turi', 'ñaña'],
  ['male', 'wawqi', 'pani'],
  ['other', 'wawqi / turi', 'pani / ñaña'],
  [undefined, 'wawqi / turi', 'pani / ñaña'],
])('[D15] whoever says %s of themselves has a %s and a %s', (gender, brother, sister) => {
  const whose: Whose = { words: {}, gender };

  expect(pictureWord('brother', 'quy', whose)).toBe(brother);
  expect(pictureWord('sister', 'quy', whose)).toBe(sister);
});

test('[D15] a session names pictures in the words of its study, for the child whose turn it is', async () => {
  const desk = new Desk(aKit(), '');
  const brought = await desk.studies.bring(await writeStudyFile(aStudy()));
  if (brought.ok) desk.studies.choose(brought.value.pack);
  const begun = await desk.beginSession();
  if (!begun.ok) throw new Error(begun.problem.code);
  const sitting = begun.value;
  sitting.note({ kind: 'participant/set', token: ZORRO, gender: 'female' });
  sitting.note({ kind: 'participant/set', token: LLAMA });
  sitting.turnTo('zorro');

  expect(sitting.whose()).toEqual({ words: aStudy().pack.words, gender: 'female' });
  expect(sitting.whose(LLAMA).gender).toBeUndefined();
  expect(tPicture('river', [], sitting.whose())).toBe('el río Pampas');
});
