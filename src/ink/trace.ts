/**
 * From samples to the line that is painted: curves through the middles between samples, so that a
 * line may be painted piece by piece while the finger moves and comes out the same as in one go.
 */
import type { Box } from '#domain/page.ts';
import { placeOf, type Sample } from '#ink/sample.ts';

/** What can receive a line: a canvas path, or a text for SVG. */
export type Pen = Readonly<{
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  quadraticCurveTo: (cx: number, cy: number, x: number, y: number) => void;
}>;

/** A dot is a line this long, in page units: canvases paint nothing for a line of no length. */
const DOT = 0.125;

/**
 * Trace the line of the samples onto the pen: all of it, or the piece that the samples from `from` to
 * before `to` stand for. Pieces that follow one another meet exactly.
 */
export function trace(samples: readonly Sample[], pen: Pen, from = 0, to = samples.length): void {
  const start = Math.max(from, 0);
  const first = samples[start];
  if (!first) return;

  const begin = start === 0 ? placeOf(first) : middle(samples[start - 1] ?? first, first);
  pen.moveTo(begin.x, begin.y);
  for (let at = start; at < Math.min(to, samples.length - 1); at++) {
    const here = samples[at] ?? first;
    const end = middle(here, samples[at + 1] ?? here);
    const through = placeOf(here);
    pen.quadraticCurveTo(through.x, through.y, end.x, end.y);
  }
  if (to < samples.length) return;
  const last = placeOf(samples.at(-1) ?? first);
  pen.lineTo(samples.length === 1 ? last.x + DOT : last.x, last.y);
}

/** The smallest rectangle of the sheet that holds the painted line of the given width. */
export function boxAround(samples: readonly Sample[], width: number): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const edge = width / 2 + 1;
  for (const sample of samples) {
    const { x, y } = placeOf(sample);
    box.left = Math.min(box.left, x - edge);
    box.top = Math.min(box.top, y - edge);
    box.right = Math.max(box.right, x + edge);
    box.bottom = Math.max(box.bottom, y + edge);
  }
  return box;
}

function middle(a: Sample, b: Sample): { x: number; y: number } {
  const [from, to] = [placeOf(a), placeOf(b)];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
