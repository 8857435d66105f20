/** What kind of recording a file is, by its first bytes and never by its name. */

export const VOICE_KINDS = ['webm', 'm4a', 'mp3', 'ogg', 'wav'] as const;
/** A kind of recording that is let in, as its file's name ends. */
export type VoiceKind = (typeof VOICE_KINDS)[number];

/** What a browser calls each kind. */
export const MIME_OF: Readonly<Record<VoiceKind, string>> = {
  webm: 'audio/webm',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
};

/** The kind of the recording; nothing for anything else. */
export function voiceKind(bytes: Uint8Array): VoiceKind | undefined {
  const word = (at: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(at, at + length));
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0x1a && second === 0x45 && third === 0xdf && fourth === 0xa3) return 'webm';
  if (word(4, 4) === 'ftyp') return 'm4a';
  if (word(0, 4) === 'OggS') return 'ogg';
  if (word(0, 4) === 'RIFF' && word(8, 4) === 'WAVE') return 'wav';
  // An ID3 tag, or a frame of MPEG layer III. Source: ISO 11172-3, 2.4.2.3.
  const isFrame = first === 0xff && (second & 0xe6) === 0xe2;
  return word(0, 3) === 'ID3' || isFrame ? 'mp3' : undefined;
}
