/** A stroke's samples, width and place, worked out once and remembered as long as the stroke lives. */
import { present } from '#base/assert.ts';
import { LINE_WIDTH, RUBBER_WIDTH } from '#domain/crayon.ts';
import type { AddStroke } from '#domain/operation.ts';
import type { Box } from '#domain/page.ts';
import { unpack } from '#ink/pack.ts';
import type { Sample } from '#ink/sample.ts';
import { boxAround } from '#ink/trace.ts';

const boxes = new WeakMap<AddStroke, Box>();

/** The samples of the stroke; its bytes were checked when it was admitted. */
export function samplesOf(stroke: AddStroke): Sample[] {
  return present(unpack(stroke.samples), 'an admitted stroke can be unpacked');
}

/** How wide the stroke is painted, in page units. */
export function widthOf({ tool, width }: Pick<AddStroke, 'tool' | 'width'>): number {
  return tool === 'rubber' ? RUBBER_WIDTH[width] : LINE_WIDTH[width];
}

/** Where on the sheet the painted stroke lies. */
export function boxOf(stroke: AddStroke): Box {
  const known = boxes.get(stroke);
  if (known) return known;
  const box = boxAround(samplesOf(stroke), widthOf(stroke));
  boxes.set(stroke, box);
  return box;
}
