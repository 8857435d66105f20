/** Pours paint beside the page's own thread: finding an area takes longer than a frame. */
import { pour, type PourAsk, type Poured } from '#ink/fill.ts';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<PourAsk>): void => {
  const poured: Poured = pour(data.ink, data.at);
  self.postMessage(poured);
};
