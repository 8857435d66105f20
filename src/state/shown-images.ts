/** Packs the pictures of a session that may be shown to others: pictures alone, for a school, a family, a talk. */
import { hexOf } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { WorkFold } from '#domain/fold.ts';
import type { WorkOfSession } from '#domain/session.ts';
import { mayBeShown } from '#domain/showing.ts';
import type { Page } from '#domain/work.ts';
import { writeShownImages } from '#files/write-shown-images.ts';
import { readWork, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { ImageMaker, Kit, Png } from '#state/kit.ts';
import type { Packing } from '#state/pack-content.ts';
import { Scribe, startAfter } from '#state/scribe.ts';

/** Why there is no file with pictures. */
export type ShownImagesProblem = ArchiveProblem | Readonly<{ code: 'hand-over/stopped' }>;

/** The works of the session that may be shown. Where somebody only tries the app there are none: nobody agreed. */
export function worksToShow({ session }: Pick<KeptSession, 'session'>): readonly WorkOfSession[] {
  return session.works.filter((work) => mayBeShown(session, work));
}

/** Their pages as pictures, in one file. The session is not handed over by that. */
export async function packShownImages(
  kit: Kit,
  kept: KeptSession,
  { onPage, signal }: Packing,
): Promise<Result<Awaited<ReturnType<typeof writeShownImages>>, ShownImagesProblem>> {
  const maker = await kit.imageMaker(kept.session.symbols);
  const images: Png[] = [];
  for (const { id } of worksToShow(kept)) {
    const entries = await readWork(kit.journal, id);
    if (!entries.ok) return entries;
    for (const page of WorkFold.of(entries.value).work.pages) {
      const image = await imageUnlessStopped(maker, page, signal);
      if (!image) return fail({ code: 'hand-over/stopped' });
      images.push(image);
      onPage(images.length);
    }
  }
  return ok(await writeShownImages(images, kept.header.startedAt));
}

/** Write down that these pictures left the tablet. Only for a file that was really shared or downloaded. */
export function markShown(
  { journal, chance, clock }: Kit,
  kept: KeptSession,
  file: string,
): Promise<Result<void, ArchiveProblem>> {
  const scribe = new Scribe(hexOf(chance(8)), clock, startAfter(kept.entries));
  const works = worksToShow(kept).map(({ id }) => id);
  return journal.append(kept.header.id, [
    scribe.write({ kind: 'session/show', file, works }, 'f', 'free'),
  ]);
}

async function imageUnlessStopped(
  maker: ImageMaker,
  page: Page,
  signal: AbortSignal,
): Promise<Png | undefined> {
  try {
    return await maker.clean(page, signal);
  } catch (cause) {
    if (signal.aborted) return undefined;
    throw cause;
  }
}
