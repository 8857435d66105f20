/**
 * The study file: a study's design with its recorded voices, as teams carry it from tablet to tablet. Data
 * only: untrusted bytes in, a design or one clear problem out, and nothing else of the file is ever used.
 */
import * as v from 'valibot';

import { sameBytes } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Prompt, StudyPack } from '#domain/study-pack.ts';
import { pathOf } from '#files/admit.ts';
import { enclosed, opened, written, type Envelope, type EnvelopeProblem } from '#files/envelope.ts';
import { faultsIn, type StudyFault } from '#files/study-faults.ts';
import { studyReadme } from '#files/study-readme.ts';
import {
  packOf,
  STUDY_FORMAT,
  STUDY_FORMAT_VERSION,
  studyJsonOf,
  studySchema,
} from '#files/study-schema.ts';
import { voiceKind } from '#files/voice-kind.ts';
import type { Files } from '#files/zip.ts';

/** A study's design, and its recordings by the names the design calls them. */
export type StudyContent = Readonly<{ pack: StudyPack; voices: Files }>;

/** Why a study file is not let in. */
export type StudyFileProblem =
  | EnvelopeProblem<'study-file'>
  | StudyFault
  | Readonly<{ code: 'study-file/strange'; path: string }>
  | Readonly<{ code: 'study-file/voice-unknown'; path: string }>;

const NAMES = { readme: 'README.txt', json: 'study.json', sums: 'SHA256SUMS' } as const;
const FOLDER = 'voices';

const ENVELOPE: Envelope<'study-file'> = {
  kind: 'study-file',
  // 40 prompts in four languages at 20 seconds each stay far below.
  limits: { files: 500, fileBytes: 5 * 2 ** 20, allBytes: 100 * 2 ** 20 },
  names: NAMES,
  folder: FOLDER,
  format: STUDY_FORMAT,
  newest: STUDY_FORMAT_VERSION,
  versionIn: 'formatVersion',
};
/** The largest study file worth reading. */
export const MOST_STUDY_BYTES = ENVELOPE.limits.allBytes;

/** The largest recording a study file holds. */
export const MOST_VOICE_BYTES = ENVELOPE.limits.fileBytes;

/** How the file of a study is called. */
export function studyFileName({ study, version }: Pick<StudyPack, 'study' | 'version'>): string {
  return `${study}-v${String(version)}.llaqta-study.zip`;
}

/** Pack the study; recordings that nothing in it calls are left out. The same study gives the same bytes. */
export async function writeStudyFile({
  pack,
  voices,
}: StudyContent): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>([
    [NAMES.readme, new TextEncoder().encode(studyReadme(pack))],
    [NAMES.json, written(studyJsonOf(pack))],
  ]);
  for (const name of voicesOf(pack)) {
    const bytes = voices.get(name);
    if (bytes) files.set(`${FOLDER}/${name}`, bytes);
  }
  return enclosed(files, NAMES.sums);
}

/** The study in the file, ready to be run, or why it is not let in. */
export async function readStudyFile(
  zip: Uint8Array<ArrayBuffer>,
): Promise<Result<StudyContent, StudyFileProblem>> {
  const content = await readStudyDraft(zip);
  if (!content.ok) return content;
  const [fault] = faultsIn(content.value.pack);
  return fault ? fail(fault) : content;
}

/** A study that somebody is still writing: all is checked but whether it is complete. */
export async function readStudyDraft(
  zip: Uint8Array<ArrayBuffer>,
): Promise<Result<StudyContent, StudyFileProblem>> {
  const file = await opened(zip, ENVELOPE);
  if (!file.ok) return file;
  const { files, json } = file.value;
  const read = v.safeParse(studySchema, json, { abortEarly: true });
  if (!read.success) return fail({ code: 'study-file/broken', path: pathOf(read.issues) });
  const pack = packOf(read.output);
  const names = voicesOf(pack);
  const strange = firstStranger(files, names);
  if (strange !== undefined) return fail({ code: 'study-file/strange', path: strange });
  const voices = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of names) {
    const path = `${FOLDER}/${name}`;
    const bytes = files.get(path);
    // Where the name says one thing and the bytes another, somebody was not honest.
    if (!bytes || !name.endsWith(`.${voiceKind(bytes) ?? '?'}`)) {
      return fail({ code: 'study-file/voice-unknown', path });
    }
    voices.set(name, bytes);
  }
  return ok({ pack, voices });
}

/** Is it the same design with the same recordings? */
export async function isSameStudy(one: StudyContent, other: StudyContent): Promise<boolean> {
  const [a, b] = await Promise.all([writeStudyFile(one), writeStudyFile(other)]);
  return sameBytes(a, b);
}

/** The names of all recordings the design calls, in order. */
function voicesOf({ activities, assent }: StudyPack): string[] {
  const said: Pick<Prompt, 'voices'>[] = [
    ...activities.flatMap(({ prompts, probes }) => [...prompts, ...probes]),
    ...assent.cards,
    ...assent.questions,
  ];
  return [...new Set(said.flatMap(({ voices }) => Object.values(voices)))].sort();
}

/** A file that does not belong, or one that is missing. */
function firstStranger(files: Files, voices: readonly string[]): string | undefined {
  const names = new Set<string>([
    ...Object.values(NAMES),
    ...voices.map((name) => `${FOLDER}/${name}`),
  ]);
  const stranger = [...files.keys()].find((name) => !names.has(name));
  return stranger ?? [...names].find((name) => !files.has(name));
}
