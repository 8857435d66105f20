/** Small sounds, made on the spot: a soft tap for a tool, a low one when nothing is left to undo. */

export type SoundName = 'tool' | 'nothing-left';

/** Pitch and length of each sound. */
const SOUNDS: Readonly<Record<SoundName, Readonly<{ hz: number; toHz: number; ms: number }>>> = {
  tool: { hz: 620, toHz: 760, ms: 70 },
  'nothing-left': { hz: 240, toHz: 180, ms: 160 },
};
const LOUDNESS = 0.08;

let context: AudioContext | undefined;

/** Make a sound. Tablets without sound stay silent. */
export function sound(name: SoundName): void {
  if (!('AudioContext' in globalThis)) return;
  context ??= new AudioContext();
  const { hz, toHz, ms } = SOUNDS[name];
  const [begin, end] = [context.currentTime, context.currentTime + ms / 1000];
  const [tone, gain] = [context.createOscillator(), context.createGain()];
  tone.frequency.setValueAtTime(hz, begin);
  tone.frequency.linearRampToValueAtTime(toHz, end);
  gain.gain.setValueAtTime(LOUDNESS, begin);
  gain.gain.linearRampToValueAtTime(0, end);
  tone.connect(gain).connect(context.destination);
  tone.start(begin);
  tone.stop(end);
}
