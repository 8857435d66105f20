/** A stroke's samples, width and place. */
import { present } from '#base/assert.ts';
import { WIDTH_OF } from '#domain/crayon.ts';
import type { AddStroke } from '#domain/operation.ts';
import type { Box } from '#domain/page.ts';
import { boxOfPacked, unpack } from '#ink/pack.ts';
import type { Sample } from '#ink/sample.ts';

/** The samples of the stroke; its bytes were checked when it was admitted. */
export function samplesOf(stroke: Pick<AddStroke, 'samples'>): Sample[] {
  return present(unpack(stroke.samples), 'an admitted stroke can be unpacked');
}

/** The runs of samples that are lines of their own: one, unless a rubber cut the stroke in parts. */
export function partsOf(stroke: AddStroke): Sample[][] {
  const samples = samplesOf(stroke);
  const begins = [0, ...(stroke.parts ?? [])];
  return begins.map((begin, at) => samples.slice(begin, begins[at + 1]));
}

/** How wide the stroke is painted at its widest, in page units. */
export function widthOf({ tool, width }: Pick<AddStroke, 'tool' | 'width'>): number {
  return WIDTH_OF[tool][width];
}

/** Where on the sheet the painted stroke lies. */
export function boxOf(stroke: AddStroke): Box {
  const box = present(boxOfPacked(stroke.samples), 'an admitted stroke has a box');
  const edge = widthOf(stroke) / 2 + 1;
  return {
    left: box.left - edge,
    top: box.top - edge,
    right: box.right + edge,
    bottom: box.bottom + edge,
  };
}
