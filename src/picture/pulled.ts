/** What shows of a hand that is not done yet: a ring being drawn, what was chosen for one, where the keys point. */
import { decimal } from '#base/decimal.ts';
import { sideOf } from '#domain/bonds.ts';
import type { EntryId } from '#domain/entry.ts';
import type { ItemId } from '#domain/ids.ts';
import type { Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { placeOf, type Sample } from '#ink/sample.ts';
import { samplesOf } from '#ink/stroke.ts';
import { disc, type Path } from '#picture/shape.ts';

const LINE = '#1f4a78';
const RIM = '#fffdf7';

/** A ring as far as the finger has come. */
export function lassoShape(samples: readonly Sample[]): Path {
  return { ...dashed(wayOf(samples.map(placeOf))), width: 7 };
}

/** A ring that was tapped. */
export function bandShape(band: readonly Point[]): Path {
  return { ...dashed(`${wayOf(band)}z`), width: 10 };
}

/** What was tapped to be ringed together. */
export function chosenShapes(
  { items, strokes }: Pick<Page, 'items' | 'strokes'>,
  chosen: Readonly<{ items: readonly ItemId[]; marks: readonly EntryId[] }>,
): Path[] {
  const pictures = items.filter(({ id }) => chosen.items.includes(id));
  const lines = strokes.filter(({ entry }) => chosen.marks.includes(entry));
  return [
    ...pictures.map((item) => dashed(disc(item.x, item.y, sideOf(item) * 0.6))),
    ...lines.map(({ line }) => dashed(wayOf(samplesOf(line).map(placeOf)))),
  ];
}

/** Where the keys point. */
export function crosshair({ x, y }: Point): Path[] {
  const arms = `M${decimal(x - 34)} ${decimal(y)}h24m20 0h24M${decimal(x)} ${decimal(y - 34)}v24m0 20v24`;
  const d = `${disc(x, y, 22)}${arms}`;
  return [
    { kind: 'path', d, stroke: RIM, width: 12, round: true },
    { kind: 'path', d, stroke: LINE, width: 5, round: true },
  ];
}

function dashed(d: string): Path {
  return { kind: 'path', d, stroke: LINE, width: 6, round: true, dash: [16, 12] };
}

function wayOf(places: readonly Point[]): string {
  return `M${places.map(({ x, y }) => `${decimal(x)} ${decimal(y)}`).join('L')}`;
}
