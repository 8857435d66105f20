/** Makes the pictures of a session's content, packs it, and proves that the file can be read back. */
import { fail, ok, type Result } from '#base/result.ts';
import { WorkFold } from '#domain/fold.ts';
import type { Ground } from '#domain/ground.ts';
import { sessionOf } from '#domain/session.ts';
import { removedFrom } from '#domain/withdrawal.ts';
import { numbered, typeOf, type Activity, type Page } from '#domain/work.ts';
import { readSessionFile, type SessionFileProblem } from '#files/read-session-file.ts';
import { pageFiles, type SessionContent } from '#files/session-file.ts';
import { writeSessionFile, type PackedSession } from '#files/write-session-file.ts';
import { annotatedSheet, annotatedSvg, type AnnotatedWords } from '#picture/annotated.ts';
import type { ImageMaker, Kit, Png } from '#state/kit.ts';

/** Why no file was made. */
export type PackingProblem = SessionFileProblem | Readonly<{ code: 'hand-over/stopped' }>;

/** Hears of every finished page, and may call the packing off. */
export type Packing = Readonly<{ onPage: (done: number) => void; signal: AbortSignal }>;

/** What is known of a sheet. `removed` is how many things were withdrawn from its work. */
export type SheetFacts = Readonly<{
  activity: Activity;
  number: number;
  ground: Ground | undefined;
  removed: number;
}>;

/** The words that go onto the sheets and into the file. */
export type PackingWords = Readonly<{
  /** The words of an annotated sheet. */
  sheet: (facts: SheetFacts) => AnnotatedWords;
  /** What a picture is called, by language. */
  symbol: (symbol: string) => Readonly<Record<string, string>>;
}>;

/** Pack the content; the words for its pictures are put into it here. */
export async function packContent(
  kit: Kit,
  content: Omit<SessionContent, 'app' | 'words'>,
  words: PackingWords,
  { onPage, signal }: Packing,
): Promise<Result<PackedSession, PackingProblem>> {
  const session = sessionOf(content.entries);
  const maker = await kit.imageMaker(session.symbols);
  const pictures = new Map<string, Png>();
  const symbols = new Set<string>();
  for (const [at, { id, activity, entries }] of content.works.entries()) {
    const removed = sumOf(removedFrom(id, session.withdrawals));
    for (const [index, page] of WorkFold.of(entries).work.pages.entries()) {
      for (const item of page.items) symbols.add(item.symbol).add(typeOf(item));
      const names = pageFiles(at + 1, activity, index + 1);
      const facts = { activity, number: index + 1, ground: page.ground, removed };
      const made = await pageImages(maker, page, words.sheet(facts), signal);
      if (!made) return fail({ code: 'hand-over/stopped' });
      pictures.set(names.clean, made.clean);
      pictures.set(names.annotated, made.annotated);
      pictures.set(names.annotatedSvg, made.annotatedSvg);
      onPage(pictures.size / 3);
    }
  }
  const called = [...symbols].sort().map((symbol) => [symbol, words.symbol(symbol)] as const);
  const whole = { ...content, app: kit.version, words: Object.fromEntries(called) };
  const file = await writeSessionFile(whole, pictures);
  const read = await readSessionFile(file.bytes);
  return read.ok ? ok(file) : fail(read.problem);
}

function sumOf(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
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
