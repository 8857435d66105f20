/**
 * A voice out of the tablet: one that was recorded, or the browser's own where it speaks without a network.
 * One thing at a time.
 */

/** Languages of which browsers have voices that can be understood. Source: method, 4.4. */
export type SpokenLanguage = 'es' | 'en';

export type Speaker = Readonly<{
  /** Let a recorded voice be heard; false when the tablet cannot play it. */
  play: (bytes: Uint8Array<ArrayBuffer>, mime: string) => Promise<boolean>;
  /** Let the browser read the words aloud; false when it has no voice of this language of its own. */
  read: (words: string, language: SpokenLanguage) => boolean;
  /** Say no more. */
  hush: () => void;
}>;

/** Children follow a calm voice better. */
const RATE = 0.9;

/** The tablet's speaker. */
export function tabletSpeaker(): Speaker {
  let stop: (() => void) | undefined;
  const hush = (): void => {
    stop?.();
    stop = undefined;
  };
  const play = async (bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<boolean> => {
    hush();
    // An element plays a long or hostile file piece by piece; decoding it whole would fill the memory.
    const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
    const audio = new Audio(url);
    const over = new AbortController();
    const end = (): void => {
      over.abort();
      audio.pause();
      URL.revokeObjectURL(url);
    };
    stop = end;
    audio.addEventListener('ended', end, { signal: over.signal });
    try {
      await audio.play();
      return true;
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause;
      end();
      // Somebody asked for something else meanwhile: there is a voice, it was only not needed any more.
      return cause.name === 'AbortError';
    }
  };
  const read = (words: string, language: SpokenLanguage): boolean => {
    hush();
    const voice = ownVoice(language);
    if (!voice) return false;
    const utterance = new SpeechSynthesisUtterance(words);
    Object.assign(utterance, { voice, lang: voice.lang, rate: RATE });
    speechSynthesis.speak(utterance);
    stop = () => {
      speechSynthesis.cancel();
    };
    return true;
  };
  // Browsers look for their voices when they are first asked, and answer only later.
  ownVoice('es');
  return { play, read, hush };
}

/** A voice of the language that needs no network: what a child is asked stays on the tablet. */
function ownVoice(language: SpokenLanguage): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const own = speechSynthesis
    .getVoices()
    .filter((one) => one.localService && one.lang.toLowerCase().startsWith(language));
  return own.find((one) => /[-_](pe|419|mx|us)$/i.test(one.lang)) ?? own[0];
}
