/** Asks the pouring worker; one answer for each question, in order. */
import { present } from '#base/assert.ts';
import { WHOLE_PAGE, type Point } from '#domain/page.ts';
import { MASK_HEIGHT, MASK_WIDTH, type InkMask, type PourAsk, type Poured } from '#ink/fill.ts';
import { areaOf, pixelsOf, type Surface } from '#paint/surface.ts';
import PourWorker from '#workers/pour.ts?worker';

/** A worker that is started at the first drop and ended with the sheet. */
export class Pouring {
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Which area a drop here fills, given the ink as it lies now. */
  pour(ink: Surface, at: Point): Promise<Poured> {
    const ask: PourAsk = { ink: maskOf(ink), at };
    const answer = this.#last.then(() => this.#ask(ask));
    this.#last = answer.catch((cause: unknown) => cause);
    return answer;
  }

  /** End the worker. */
  release(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(ask: PourAsk): Promise<Poured> {
    const worker = (this.#worker ??= new PourWorker());
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Poured>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(ask, [ask.ink.buffer]);
    });
  }
}

/** How much ink lies in each cell of the coarse raster. */
function maskOf(ink: Surface): InkMask {
  const { width, height } = pixelsOf(ink.scale);
  const whole = new OffscreenCanvas(width, height);
  const copy = present(whole.getContext('2d'), 'a canvas can be painted on');
  ink.copyTo(copy, areaOf(WHOLE_PAGE, ink.scale), { x: 0, y: 0 });
  const small = new OffscreenCanvas(MASK_WIDTH, MASK_HEIGHT);
  const context = present(
    small.getContext('2d', { willReadFrequently: true }),
    'a canvas can be painted on',
  );
  context.drawImage(whole, 0, 0, MASK_WIDTH, MASK_HEIGHT);
  const { data } = context.getImageData(0, 0, MASK_WIDTH, MASK_HEIGHT);
  return Uint8Array.from(
    { length: MASK_WIDTH * MASK_HEIGHT },
    (_, cell) => data[cell * 4 + 3] ?? 0,
  );
}
