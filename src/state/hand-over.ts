/** Packs a session for the team, proves that the file can be read back, gives it, and only then says so. */
import { hexOf } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { inOrder } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import { settle } from '#ink/settle.ts';
import type { Ground } from '#domain/ground.ts';
import { numbered, typeOf, type Activity, type Page } from '#domain/work.ts';
import { readSessionFile, type SessionFileProblem } from '#files/read-session-file.ts';
import { pageFiles, type FiledWork, type SessionContent } from '#files/session-file.ts';
import { writeSessionFile, type PackedSession } from '#files/write-session-file.ts';
import { annotatedSheet, annotatedSvg, type AnnotatedWords } from '#picture/annotated.ts';
import { readWork, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { ImageMaker, Kit, Png } from '#state/kit.ts';
import { Scribe, startAfter } from '#state/scribe.ts';

export type HandOverProblem =
  ArchiveProblem | SessionFileProblem | Readonly<{ code: 'hand-over/stopped' }>;

/** Hears of every finished page, and may call the packing off. */
export type Packing = Readonly<{ onPage: (done: number) => void; signal: AbortSignal }>;

/** The words that go onto the sheets and into the file. */
export type HandOverWords = Readonly<{
  /** The words of an annotated sheet. */
  sheet: (activity: Activity, pageNumber: number, ground: Ground | undefined) => AnnotatedWords;
  /** What a picture is called, by language. */
  symbol: (symbol: string) => Readonly<Record<string, string>>;
}>;

/** Works of the session that the child has not decided about stay on the tablet. */
export type Packed = Readonly<{ file: PackedSession; undecided: number }>;

/** Pack the session. */
export async function packSession(
  kit: Kit,
  kept: KeptSession,
  words: HandOverWords,
  { onPage, signal }: Packing,
): Promise<Result<Packed, HandOverProblem>> {
  const works = await decidedWorks(kit, kept);
  if (!works.ok) return works;
  const maker = await kit.imageMaker(kept.session.symbols);
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  const symbols = new Set<string>();
  for (const [at, work] of works.value.works.entries()) {
    for (const [index, page] of WorkFold.of(work.entries).work.pages.entries()) {
      for (const item of page.items) symbols.add(item.symbol).add(typeOf(item));
      const names = pageFiles(at + 1, work.activity, index + 1);
      const sheetWords = words.sheet(work.activity, index + 1, page.ground);
      const made = await pageImages(maker, page, sheetWords, signal);
      if (!made) return fail({ code: 'hand-over/stopped' });
      pictures.set(names.clean, made.clean);
      pictures.set(names.annotated, made.annotated);
      pictures.set(names.annotatedSvg, made.annotatedSvg);
      onPage(pictures.size / 3);
    }
  }
  const content: SessionContent = {
    app: kit.version,
    header: kept.header,
    entries: [...kept.entries].sort(inOrder),
    works: works.value.works,
    withdrawals: [],
    words: Object.fromEntries([...symbols].sort().map((symbol) => [symbol, words.symbol(symbol)])),
  };
  const file = await writeSessionFile(content, pictures);
  const read = await readSessionFile(file.bytes);
  return read.ok ? ok({ file, undecided: works.value.undecided }) : fail(read.problem);
}

/** Write down that the file left the tablet. Only for a file that was really shared or downloaded. */
export function markHandedOver(
  { journal, chance, clock }: Kit,
  { header, entries }: KeptSession,
  { file, undecided }: Packed,
): Promise<Result<void, ArchiveProblem>> {
  const scribe = new Scribe(hexOf(chance(8)), clock, startAfter(entries));
  const { name, sha256 } = file;
  const op = { kind: 'session/hand-over', file: name, sha256, left: undecided } as const;
  return journal.append(header.id, [scribe.write(op, 'f', 'free')]);
}

async function decidedWorks(
  { journal }: Kit,
  { session }: KeptSession,
): Promise<Result<Readonly<{ works: FiledWork[]; undecided: number }>, ArchiveProblem>> {
  const works: FiledWork[] = [];
  for (const { id, activity, decision } of session.works) {
    if (decision === undefined || decision === 'throw-away') continue;
    const entries = await readWork(journal, id);
    if (!entries.ok) return entries;
    works.push({ id, activity, decision, entries: settle(entries.value) });
  }
  const undecided = session.works.filter(({ decision }) => decision === undefined).length;
  return ok({ works, undecided });
}

async function pageImages(
  maker: ImageMaker,
  page: Page,
  words: AnnotatedWords,
  signal: AbortSignal,
): Promise<Record<'clean' | 'annotated' | 'annotatedSvg', Png> | undefined> {
  const { art, font } = maker;
  const layout = annotatedSheet(page, numbered(page), words, art);
  const about = { title: words.title, description: words.foot, font };
  try {
    return {
      clean: await maker.clean(page, signal),
      annotated: await maker.annotated(layout, page, signal),
      annotatedSvg: new TextEncoder().encode(annotatedSvg(layout, page, about, art)),
    };
  } catch (cause) {
    if (signal.aborted) return undefined;
    throw cause;
  }
}
