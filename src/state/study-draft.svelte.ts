/** A study that somebody is still writing: kept on this tablet as it is, also half done, until it is saved. */
import { hexOf } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { StudyPack } from '#domain/study-pack.ts';
import { faultsIn, owedIn, type StudyFault } from '#files/study-faults.ts';
import {
  MOST_VOICE_BYTES,
  readStudyDraft,
  writeStudyFile,
  type StudyContent,
  type StudyFileProblem,
} from '#files/study-file.ts';
import { voiceKind } from '#files/voice-kind.ts';
import type { Kit } from '#state/kit.ts';
import { DRAFT, type KeptStudy, type Studies, type StudyProblem } from '#state/studies.svelte.ts';
import { Voice } from '#state/voice.ts';
import type { StorageProblem } from '#storage/journal.ts';

/** How far the draft is kept. */
export type DraftKept = 'keeping' | 'kept' | StorageProblem;

/** Why a recording is not taken in, and for what it was meant. */
export type VoiceRefused = Readonly<{
  code: `study-file/voice-${'too-large' | 'unknown'}`;
  path: string;
}>;

/** The one draft of the tablet. */
export class StudyDraft {
  /** Says what is written here, as a child would hear it. */
  readonly voice: Voice;
  readonly #kit: Kit;
  #pack = $state.raw<StudyPack>() as StudyPack;
  #voices: StudyContent['voices'] = $state.raw(new Map());
  #kept = $state.raw<DraftKept>('kept');
  /** Writing one after the other, so that the last one said is the last one kept. */
  #writing: Promise<void> = Promise.resolve();
  /** How often it was changed, and which of these changes is on its way to the shelf. */
  #changes = 0;
  #written = 0;
  #isDropped = false;

  private constructor(kit: Kit, { pack, voices }: StudyContent) {
    this.#kit = kit;
    this.voice = new Voice(kit.speaker, this);
    this.#pack = pack;
    this.#voices = voices;
  }

  /** Begin with a study that is there: its next version. */
  static from(kit: Kit, studies: Studies, { pack, voices }: StudyContent): StudyDraft {
    const version = studies.nextVersion(pack.study);
    const draft = new StudyDraft(kit, { pack: { ...pack, version }, voices });
    draft.#keep();
    return draft;
  }

  /** The draft that lies on this tablet; nothing when there is none. */
  static async onTablet(
    kit: Kit,
  ): Promise<Result<StudyDraft | undefined, StorageProblem | StudyFileProblem>> {
    const shelved = await kit.shelf.all('studies');
    if (!shelved.ok) return shelved;
    const file = shelved.value.find(({ name }) => name === DRAFT);
    if (!file) return ok(undefined);
    const read = await readStudyDraft(file.bytes);
    return read.ok ? ok(new StudyDraft(kit, read.value)) : fail(read.problem);
  }

  /** The study as it stands now. */
  get pack(): StudyPack {
    return this.#pack;
  }

  /** Is the last change safe against closing the app? */
  get kept(): DraftKept {
    return this.#kept;
  }

  /** What still stands in the way of saving it. */
  get faults(): readonly StudyFault[] {
    return [...faultsIn(this.#pack), ...owedIn(this.#pack)];
  }

  /** Write something of it anew. */
  change(what: Partial<StudyPack>): void {
    this.#pack = { ...this.#pack, ...what };
    this.#keep();
  }

  /** A recording of the draft. */
  voiceOf(_: StudyPack, file: string | undefined): Uint8Array<ArrayBuffer> | undefined {
    return this.#voices.get(file ?? '');
  }

  /** Take in a recording for what is called so; the name under which a prompt may call it. One too large would close the whole draft. */
  record(
    id: string,
    language: LabelLanguage,
    bytes: Uint8Array<ArrayBuffer>,
  ): Result<string, VoiceRefused> {
    if (bytes.length > MOST_VOICE_BYTES) {
      return fail({ code: 'study-file/voice-too-large', path: id });
    }
    const kind = voiceKind(bytes);
    if (!kind) return fail({ code: 'study-file/voice-unknown', path: id });
    const name = `${id}-${language}-${hexOf(this.#kit.chance(4))}.${kind}`;
    this.#voices = new Map([...this.#voices, [name, bytes]]);
    return ok(name);
  }

  /** Keep it as a study of this tablet: through the door that every study comes in by. */
  async save(studies: Studies): Promise<Result<KeptStudy, StudyProblem>> {
    const brought = await studies.bring(
      await writeStudyFile({ pack: this.#pack, voices: this.#voices }),
    );
    if (brought.ok) await this.drop();
    return brought;
  }

  /** Leave nothing of it. */
  async drop(): Promise<Result<void, StorageProblem>> {
    this.#isDropped = true;
    await this.#writing;
    return this.#kit.shelf.drop('studies', DRAFT);
  }

  /** Everything that was written is on the shelf, or it is known why not. */
  async settled(): Promise<DraftKept> {
    await this.#writing;
    return this.#kept;
  }

  #keep(): void {
    this.#kept = 'keeping';
    this.#changes++;
    this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    if (this.#isDropped || this.#written === this.#changes) return;
    const changes = (this.#written = this.#changes);
    const { pack } = this;
    const file = await writeStudyFile({ pack, voices: this.#voices });
    const kept = await this.#kit.shelf.keep('studies', DRAFT, file);
    if (changes === this.#changes) this.#kept = kept.ok ? 'kept' : kept.problem;
  }
}
