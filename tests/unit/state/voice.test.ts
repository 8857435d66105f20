import { expect, test } from 'vitest';

import type { Sayable } from '#state/voice.ts';
import { Voice } from '#state/voice.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { SpokenLanguage } from '#devices/speaker.ts';
import { MIME_OF, VOICE_KINDS, voiceKind } from '#files/voice-kind.ts';
import { aSpeaker, aVoice, SILENT } from '../../fixtures/voices.ts';

const RECORDED = new Map([
  ['place-es.webm', aVoice('webm', 50)],
  ['place-quy.ogg', aVoice('ogg', 60)],
  ['letter.ogg', new TextEncoder().encode('no voice at all')],
]);

/** What is heard when this is asked for; nothing when nothing is. */
async function heardOf(
  prompt: Sayable,
  language: LabelLanguage,
  { reads = [], spanishVoice = true }: { reads?: SpokenLanguage[]; spanishVoice?: boolean } = {},
): Promise<string | undefined> {
  const speaker = aSpeaker(reads);
  const voice = new Voice(speaker, { voiceOf: (_, file) => RECORDED.get(file ?? '') });
  const pack = { ...MY_COMMUNITY_PACK, spanishVoice };
  const said = await voice.say(pack, prompt, language);
  expect(speaker.heard).toHaveLength(said ? 1 : 0);
  return speaker.heard[0];
}

const WORDS = { es: 'Dibuja.', en: 'Draw.', quy: 'Siqiy.' };
const BOTH: Sayable = { words: WORDS, voices: { es: 'place-es.webm', quy: 'place-quy.ogg' } };
const UNSPOKEN: Sayable = { words: WORDS, voices: {} };

test('[D20] a prompt is said in the voice that was recorded for the language, else in the Spanish one where the study allows it', async () => {
  expect(await heardOf(BOTH, 'quy', { reads: ['es'] })).toBe('audio/ogg 60');
  expect(await heardOf(BOTH, 'es', { reads: ['es'] })).toBe('audio/webm 50');
  expect(await heardOf(BOTH, 'quz')).toBe('audio/webm 50');
  expect(await heardOf(BOTH, 'quz', { spanishVoice: false, reads: ['es', 'en'] })).toBeUndefined();
});

test('[D20] without a recording the tablet reads Spanish and English itself, and never Quechua', async () => {
  expect(await heardOf(UNSPOKEN, 'en', { reads: ['es', 'en'] })).toBe('en: Draw.');
  expect(await heardOf(UNSPOKEN, 'quy', { reads: ['es', 'en'] })).toBe('es: Dibuja.');
  expect(await heardOf(UNSPOKEN, 'quy', { reads: ['es'], spanishVoice: false })).toBeUndefined();
  expect(await heardOf({ words: { quy: 'Siqiy.' }, voices: {} }, 'es', { reads: ['es'] })).toBe(
    undefined,
  );
});

test('[D20] where there is no voice at all it is said that there is none', async () => {
  expect(await heardOf(UNSPOKEN, 'es')).toBeUndefined();
  expect(await heardOf({ words: {}, voices: { es: 'letter.ogg' } }, 'es')).toBeUndefined();
  const voice = new Voice(SILENT, { voiceOf: () => aVoice() });
  expect(await voice.say(MY_COMMUNITY_PACK, BOTH, 'es')).toBe(false);
});

test('[D9] a recording is known by its first bytes', () => {
  expect(VOICE_KINDS.map((kind) => voiceKind(aVoice(kind)))).toEqual(VOICE_KINDS);
  expect(voiceKind(Uint8Array.of(0xff, 0xfb, 0x90, 0))).toBe('mp3');
  for (const other of ['<svg>', '%PDF-1.7', 'PK\u0003\u0004', 'MZ', '', 'RIFF....AVI ']) {
    expect(voiceKind(new TextEncoder().encode(other))).toBeUndefined();
  }
  expect(new Set(Object.values(MIME_OF)).size).toBe(VOICE_KINDS.length);
});
