/** The studies this tablet knows: the built-in one, and those that teams brought. */
import type { SessionHeader } from '#domain/session.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { StudyPack } from '#domain/study-pack.ts';

/** A study with the recordings of its voices, by name. */
export type StudyContent = Readonly<{
  pack: StudyPack;
  voices: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}>;

/** The studies of the tablet, and the one that new sessions follow. */
export class Studies {
  #all = $state.raw<readonly StudyContent[]>([{ pack: MY_COMMUNITY_PACK, voices: new Map() }]);
  #chosen = $state.raw<StudyPack>(MY_COMMUNITY_PACK);

  /** The design of new sessions. */
  get chosen(): StudyPack {
    return this.#chosen;
  }

  /** The design a session followed, in the version it began with; the built-in one where it followed none. */
  of({ study, studyVersion }: Pick<SessionHeader, 'study' | 'studyVersion'>): StudyPack {
    const { chosen } = this;
    return chosen.study === study && chosen.version === studyVersion ? chosen : MY_COMMUNITY_PACK;
  }

  /** The recording of this name that the study brought. */
  voiceOf(pack: StudyPack, file: string | undefined): Uint8Array<ArrayBuffer> | undefined {
    return this.#all.find((one) => one.pack === pack)?.voices.get(file ?? '');
  }
}
