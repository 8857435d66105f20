/** Pages as PNG, painted by the same hand as the screen, in a worker. */
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import type { ImageAsk } from '#paint/image.ts';
import type { AnnotatedSheet } from '#picture/annotated.ts';
import { shapesAbove, symbolsOn } from '#picture/above.ts';
import type { Picture } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';
import ImageWorker from '#workers/image.ts?worker';

/** A font for the words of an image. */
export type Letters = Readonly<{ weight: string; bytes: ArrayBuffer }>;

/** Hears how much is done, and may call the work off. */
export type Progress = Readonly<{
  onPart?: (done: number, of: number) => void;
  signal?: AbortSignal;
}>;

type Answer =
  | Readonly<{ kind: 'band'; done: number; of: number }>
  | Readonly<{ kind: 'done'; png: Uint8Array<ArrayBuffer> }>;

/** Pixels to a page unit: 3200 x 2400 for the page. */
const CLEAN_SCALE = 2;
const ANNOTATED_SCALE = 1.5;

/** The page and nothing else, `scale` pixels to a unit. */
export function cleanImage(
  page: Page,
  pictureOf: PictureOf,
  scale = CLEAN_SCALE,
  progress: Progress = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const size = { width: PAGE_WIDTH, height: PAGE_HEIGHT, scale };
  const place = { page, at: { x: 0, y: 0 } };
  const ask = { ...size, ...place, under: [], over: shapesAbove(page, pictureOf) };
  return made({ ...ask, pictures: picturesOf(page, pictureOf) }, [], progress);
}

/** The annotated sheet with the page on it. */
export function annotatedImage(
  { width, height, page: at, under, over }: AnnotatedSheet,
  page: Page,
  { pictureOf, letters }: Readonly<{ pictureOf: PictureOf; letters: readonly Letters[] }>,
  progress: Progress = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = picturesOf(page, pictureOf);
  const placed = { kind: 'placed', ...at, scale: 1, shapes: shapesAbove(page, pictureOf) } as const;
  const ask = { width, height, scale: ANNOTATED_SCALE, page, at, under, pictures };
  return made({ ...ask, over: [placed, ...over] }, letters, progress);
}

/** What a bitmap shows, encoded beside the page's own thread: a full screen takes longer than a frame. */
export function pngOfBitmap(bitmap: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  return answerTo({ bitmap }, [bitmap], {});
}

function picturesOf(page: Page, pictureOf: PictureOf): Record<string, Picture> {
  return Object.fromEntries([...symbolsOn(page)].map((symbol) => [symbol, pictureOf(symbol)]));
}

function made(
  ask: ImageAsk,
  letters: readonly Letters[],
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  return answerTo({ ask, letters }, [], progress);
}

function answerTo(
  ask: unknown,
  transfer: Transferable[],
  { onPart, signal }: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new ImageWorker();
  // Not the caller's own signal: a listener that ends with it is gone before it is told.
  const listening = new AbortController();
  const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'done') resolve(data.png);
      else onPart?.(data.done, data.of);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    const stop = (): void => reject(new DOMException('called off', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { signal: listening.signal });
  });
  worker.postMessage(ask, transfer);
  return answer.finally(() => {
    listening.abort();
    worker.terminate();
  });
}
