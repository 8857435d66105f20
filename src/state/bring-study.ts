/** Takes a study out of a file that somebody chose or dropped; one too large is not even read. */
import { fail, type Result } from '#base/result.ts';
import type { KeptStudy, Studies, StudyProblem } from '#state/studies.svelte.ts';

/** The study of the file, kept on this tablet, or why it is not. */
export async function bringFile(
  studies: Studies,
  file: Pick<File, 'arrayBuffer' | 'name' | 'size'>,
): Promise<Result<KeptStudy, StudyProblem>> {
  const { MOST_STUDY_BYTES } = await import('#files/study-file.ts');
  if (file.size > MOST_STUDY_BYTES) return fail({ code: 'study-file/too-large', path: file.name });
  return studies.bring(new Uint8Array(await file.arrayBuffer()));
}
