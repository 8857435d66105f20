/**
 * The studies this tablet knows: the built-in one, and those that teams brought, kept as the files they came
 * in and read back through the same guarded reader.
 */
import { fail, ok, type Result } from '#base/result.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { SessionHeader } from '#domain/session.ts';
import type { StudyPack } from '#domain/study-pack.ts';
import type { StudyContent, StudyFileProblem } from '#files/study-file.ts';
import type { Kit } from '#state/kit.ts';
import type { StorageProblem } from '#storage/journal.ts';

/** Where a study that is still being written lies on the shelf; no study can be called so. */
export const DRAFT = 'draft';

/** Why a study is not kept, or not taken away. */
export type StudyProblem =
  | StudyFileProblem
  | StorageProblem
  | Readonly<{ code: 'study-file/other-content' }>
  | Readonly<{ code: 'study-file/in-use' }>;

/** The study a session followed is not on this tablet, or cannot be read; `path` is its name and version. */
export type StudyMissing = Readonly<{ code: 'study-file/missing'; path: string }>;

/** A study on this tablet; the sum of its file is the same on every tablet that has it. */
export type KeptStudy = StudyContent & Readonly<{ sum: string | undefined }>;
/** A file on the shelf that cannot be read any more. */
export type Unreadable = Readonly<{ name: string; problem: StudyFileProblem }>;

/** A study and its version, as they are named together. */
type Named = Pick<StudyPack, 'study' | 'version'>;

const BUILT_IN: KeptStudy = { pack: MY_COMMUNITY_PACK, voices: new Map(), sum: undefined };

/** The studies of the tablet, and the one that new sessions follow. */
export class Studies {
  readonly #kit: Pick<Kit, 'journal' | 'settings' | 'shelf'>;
  #all = $state.raw<readonly KeptStudy[]>([BUILT_IN]);
  #unreadable = $state.raw<readonly Unreadable[]>([]);
  #chosen = $state.raw<StudyPack>(MY_COMMUNITY_PACK);

  constructor(kit: Pick<Kit, 'journal' | 'settings' | 'shelf'>) {
    this.#kit = kit;
  }

  /** Read what was brought and chosen before; what cannot be read is said to be so. */
  async remember(): Promise<void> {
    const shelved = await this.#kit.shelf.all('studies');
    const files = shelved.ok ? shelved.value.filter(({ name }) => name !== DRAFT) : [];
    const [kept, unreadable]: [KeptStudy[], Unreadable[]] = [[], []];
    for (const { name, bytes } of files) {
      const read = await readKept(bytes);
      if (read.ok && nameOf(read.value.pack) === name) kept.push(read.value);
      else unreadable.push({ name, problem: read.ok ? otherName(name) : read.problem });
    }
    this.#all = [BUILT_IN, ...kept];
    this.#unreadable = unreadable;
    const chosen = await this.#kit.settings.read('study');
    const found = chosen.ok && this.#all.find(({ pack }) => nameOf(pack) === chosen.value);
    this.#chosen = found ? found.pack : MY_COMMUNITY_PACK;
  }

  /** All that can be run, the built-in one first. */
  get all(): readonly KeptStudy[] {
    return this.#all;
  }

  /** Files that lie here and cannot be read. */
  get unreadable(): readonly Unreadable[] {
    return this.#unreadable;
  }

  /** The design of new sessions. */
  get chosen(): StudyPack {
    return this.#chosen;
  }

  /** Let new sessions follow this one; the tablet remembers it. */
  choose(pack: StudyPack): void {
    this.#chosen = this.#find(pack)?.pack ?? this.#chosen;
    void this.#kit.settings.write('study', nameOf(this.#chosen));
  }

  /** The design a session followed, in the version it began with, and never another; the built-in one where it followed none. */
  of({
    study,
    studyVersion,
  }: Pick<SessionHeader, 'study' | 'studyVersion'>): Result<StudyPack, StudyMissing> {
    if (studyVersion === undefined) return ok(MY_COMMUNITY_PACK);
    const named = { study, version: studyVersion };
    const found = this.#find(named);
    return found ? ok(found.pack) : fail({ code: 'study-file/missing', path: nameOf(named) });
  }

  /** The recording of this name that the study brought. */
  voiceOf(pack: Named, file: string | undefined): Uint8Array<ArrayBuffer> | undefined {
    return this.#find(pack)?.voices.get(file ?? '');
  }

  /** The version that a changed study of this name would be. */
  nextVersion(study: string): number {
    const versions = this.#all.flatMap(({ pack }) => (pack.study === study ? [pack.version] : []));
    return Math.max(0, ...versions) + 1;
  }

  /**
   * Keep the study in this file. The same one twice is one; another one under the same version is refused, and so is
   * a new one that owes children something. One that a session here followed comes in as it was.
   */
  async bring(file: Uint8Array<ArrayBuffer>): Promise<Result<KeptStudy, StudyProblem>> {
    const read = await readKept(file);
    if (!read.ok) return read;
    const { pack } = read.value;
    const known = this.#find(pack);
    if (known) {
      const { isSameStudy } = await import('#files/study-file.ts');
      const same = await isSameStudy(known, read.value);
      return same ? ok(known) : fail({ code: 'study-file/other-content' });
    }
    const { owedIn } = await import('#files/study-faults.ts');
    const [owed] = owedIn(pack);
    if (owed) {
      const followed = await this.#isFollowed(pack);
      if (!followed.ok) return followed;
      if (!followed.value) return fail(owed);
    }
    const kept = await this.#kit.shelf.keep('studies', nameOf(pack), file);
    if (!kept.ok) return kept;
    this.#all = [...this.#all, read.value];
    this.#unreadable = this.#unreadable.filter(({ name }) => name !== nameOf(pack));
    return read;
  }

  /** Leave nothing of a study that no session on this tablet followed. */
  async remove(pack: StudyPack): Promise<Result<void, StudyProblem>> {
    const followed = await this.#isFollowed(pack);
    if (!followed.ok) return followed;
    if (followed.value || pack === MY_COMMUNITY_PACK) return fail({ code: 'study-file/in-use' });
    const dropped = await this.#kit.shelf.drop('studies', nameOf(pack));
    if (!dropped.ok) return dropped;
    this.#all = this.#all.filter((one) => one.pack !== pack);
    if (this.#chosen === pack) this.choose(MY_COMMUNITY_PACK);
    return dropped;
  }

  /** The study as a file to be given: the one it came in; the built-in one is packed. */
  async fileOf(
    study: KeptStudy,
  ): Promise<Result<Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>, StorageProblem>> {
    const { studyFileName, writeStudyFile } = await import('#files/study-file.ts');
    const name = studyFileName(study.pack);
    const shelved = await this.#kit.shelf.all('studies');
    if (!shelved.ok) return shelved;
    const file = shelved.value.find((one) => one.name === nameOf(study.pack));
    return ok({ name, bytes: file?.bytes ?? (await writeStudyFile(study)) });
  }

  /** Did a session on this tablet follow this version? */
  async #isFollowed({ study, version }: Named): Promise<Result<boolean, StorageProblem>> {
    const { keptSessions } = await import('#state/archive.ts');
    const kept = await keptSessions(this.#kit.journal);
    if (!kept.ok) return kept;
    const headers = kept.value.sessions.map(({ header }) => header);
    return ok(headers.some((one) => one.study === study && one.studyVersion === version));
  }

  #find({ study, version }: Named): KeptStudy | undefined {
    return this.#all.find(({ pack }) => pack.study === study && pack.version === version);
  }
}

function nameOf({ study, version }: Named): string {
  return `${study}@${String(version)}`;
}

/** A file lies under the name of another study: somebody else wrote onto the shelf. */
function otherName(path: string): StudyFileProblem {
  return { code: 'study-file/strange', path };
}

async function readKept(
  file: Uint8Array<ArrayBuffer>,
): Promise<Result<KeptStudy, StudyFileProblem>> {
  const [{ readStudyFile }, { sha256Of }] = await Promise.all([
    import('#files/study-file.ts'),
    import('#files/envelope.ts'),
  ]);
  const read = await readStudyFile(file);
  return read.ok ? ok({ ...read.value, sum: await sha256Of(file) }) : read;
}
