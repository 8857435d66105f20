/** Makes images beside the page's own thread. */
import { imageOf, type ImageAsk } from '#paint/image.ts';

/** A font whose letters the image needs. */
export type Letters = Readonly<{ weight: string; bytes: ArrayBuffer }>;

declare const self: DedicatedWorkerGlobalScope;

/** An image to be made, or a bitmap to be encoded as it is. */
type Ask =
  Readonly<{ ask: ImageAsk; letters: readonly Letters[] }> | Readonly<{ bitmap: ImageBitmap }>;

/** A promise that fails in a worker is heard by nobody: reported, it reaches who asked. */
self.onmessage = ({ data }: MessageEvent<Ask>): void => {
  answer(data).catch(reportError);
};

async function answer(data: Ask): Promise<void> {
  if ('bitmap' in data) {
    const png = await encoded(data.bitmap);
    self.postMessage({ kind: 'done', png }, [png.buffer]);
    return;
  }
  for (const { weight, bytes } of data.letters) {
    self.fonts.add(await new FontFace('Andika', bytes, { weight }).load());
  }
  const png = await imageOf(data.ask, (done, of) => {
    self.postMessage({ kind: 'band', done, of });
  });
  self.postMessage({ kind: 'done', png }, [png.buffer]);
}

async function encoded(bitmap: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
