/** Says a prompt aloud in a language: as somebody recorded it for the study, else as the tablet reads it. */
import type { Speaker, SpokenLanguage } from '#devices/speaker.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { Prompt, StudyPack } from '#domain/study-pack.ts';
import { MIME_OF, voiceKind } from '#files/voice-kind.ts';
import type { Studies } from '#state/studies.svelte.ts';

/** What can be said: its words, and its voices by language. */
export type Sayable = Pick<Prompt, 'words' | 'voices'>;

/** The voice of the studies. */
export class Voice {
  readonly #speaker: Speaker;
  readonly #studies: Pick<Studies, 'voiceOf'>;

  constructor(speaker: Speaker, studies: Pick<Studies, 'voiceOf'>) {
    this.#speaker = speaker;
    this.#studies = studies;
  }

  /**
   * Say it; false when there is no voice for it. A recording wins over the tablet's own voice, and the
   * language over Spanish, which is only taken where the study allows it.
   */
  async say(pack: StudyPack, prompt: Sayable, language: LabelLanguage): Promise<boolean> {
    const languages = pack.spanishVoice ? ([language, 'es'] as const) : [language];
    for (const one of languages) {
      const bytes = this.#studies.voiceOf(pack, prompt.voices[one]);
      if (bytes && (await this.play(bytes))) return true;
    }
    return languages.some((one) => {
      const words = prompt.words[one];
      return isRead(one) && words !== undefined && this.#speaker.read(words, one);
    });
  }

  /** Let a recording be heard; false when it is none, or the tablet cannot play it. */
  play(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const kind = voiceKind(bytes);
    return kind ? this.#speaker.play(bytes, MIME_OF[kind]) : Promise.resolve(false);
  }

  /** Say no more: whoever listened has gone on. */
  hush(): void {
    this.#speaker.hush();
  }
}

/** A voice of another language reading Quechua would only confuse. */
function isRead(language: LabelLanguage): language is SpokenLanguage {
  return language === 'es' || language === 'en';
}
