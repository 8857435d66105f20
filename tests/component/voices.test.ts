/** The tablet's microphone and speaker, as browsers have them. */
import { afterEach, describe, expect, test, vi } from 'vitest';

import { tabletSpeaker } from '#devices/speaker.ts';
import { record } from '#devices/voice-recorder.ts';
import { voiceKind } from '#files/voice-kind.ts';
import { aVoice } from '../fixtures/voices.ts';
import { valueOf } from './tablet.ts';

const A_MINUTE_MS = 60_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A sound that needs no microphone. */
function aTone(): MediaStream {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  tone.connect(out);
  tone.start();
  return out.stream;
}

/** Half a second of silence. Source: RIFF WAVE, 8 bits, one channel. */
function silence(): Uint8Array<ArrayBuffer> {
  const samples = 4_000;
  const bytes = new Uint8Array(44 + samples).fill(128, 44);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string): void => {
    bytes.set(new TextEncoder().encode(text), at);
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8_000, true);
  view.setUint32(28, 8_000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples, true);
  return bytes;
}

function aBrowserVoice(lang: string, localService: boolean): SpeechSynthesisVoice {
  return { lang, localService, name: lang, voiceURI: lang, default: false };
}

describe('the microphone', () => {
  test('[D19] what was recorded is a voice of a known kind, and the microphone is let go', async () => {
    const stream = aTone();
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);

    const recording = valueOf(await record(new AbortController().signal, A_MINUTE_MS));
    const bytes = await recording.end();

    expect(ask.mock.calls).toEqual([[{ audio: true }]]);
    expect(voiceKind(bytes ?? new Uint8Array())).toBe('webm');
    expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
  });

  test('[D19] a recording ends by itself when it is as long as it may be, and what was heard is there', async () => {
    const stream = aTone();
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);

    const recording = valueOf(await record(new AbortController().signal, 200));
    await recording.full;

    expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(voiceKind((await recording.end()) ?? new Uint8Array())).toBe('webm');
  });

  test('[D19] whoever leaves ends the recording, and nothing of it is left', async () => {
    const stream = aTone();
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
    const off = new AbortController();
    const recording = valueOf(await record(off.signal, A_MINUTE_MS));

    off.abort();

    expect(await recording.end()).toBeUndefined();
    expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
  });

  test.each([
    ['NotAllowedError', 'microphone/refused'],
    ['NotFoundError', 'microphone/absent'],
    ['NotReadableError', 'microphone/failing'],
  ])('[D19] a browser that answers %s is said to be %s', async (name, code) => {
    const cause = new DOMException('no', name);
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(cause);

    expect(await record(new AbortController().signal, A_MINUTE_MS)).toEqual({
      ok: false,
      problem: { code },
    });
  });
});

describe('the speaker', () => {
  test('[D20] a recording is played; what is none is said not to be heard', async () => {
    const speaker = tabletSpeaker();

    expect(await speaker.play(silence(), 'audio/wav')).toBe(true);
    expect(await speaker.play(aVoice('mp3', 2_000), 'audio/mpeg')).toBe(false);
    speaker.hush();
  });

  test('[D20] the tablet reads with a voice of its own, never with one from the network', () => {
    const said: string[] = [];
    vi.spyOn(speechSynthesis, 'speak').mockImplementation(({ text }) => said.push(text));
    const voices = vi.spyOn(speechSynthesis, 'getVoices');
    voices.mockReturnValue([aBrowserVoice('es-PE', false), aBrowserVoice('en-US', true)]);
    const speaker = tabletSpeaker();

    expect(speaker.read('Dibuja.', 'es')).toBe(false);
    expect(said).toEqual([]);
  });
});
