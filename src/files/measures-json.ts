/** measures.json: what can be counted on each page, ready for a table. Definitions: docs/format/measures.md. */
import { inOrder } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import { areasAt } from '#ink/areas-at.ts';
import {
  contributionsOf,
  distancesFromHome,
  measuresOf,
  sizeShareOf,
  standingOfItem,
} from '#domain/measures.ts';
import { kindOf } from '#domain/symbol.ts';
import { typeOf, type Page } from '#domain/work.ts';
import type { FiledWork } from '#files/session-file.ts';

/** Which rules the figures follow. */
const MEASURES = { format: 'llaqta-measures', version: 1 } as const;

/** The measures of every page of these works, as plain values; numbers with at most four decimals. */
export function measuresJsonOf(works: readonly FiledWork[]): unknown {
  const pages = works.flatMap(({ id, activity, entries }) =>
    WorkFold.of(entries).work.pages.map((page, at) => ({
      work: id,
      activity,
      page: page.id,
      number: at + 1,
      ...measuresOf(page),
      contributors: contributionsOf(page),
      itemMeasures: itemMeasures(page),
    })),
  );
  return rounded({ ...MEASURES, pages });
}

function itemMeasures(page: Page): unknown[] {
  const distances = distancesFromHome(page);
  return [...page.items]
    .sort((a, b) => inOrder(a.put, b.put))
    .map((item) => ({
      item: item.id,
      type: typeOf(item),
      kind: kindOf(typeOf(item)) ?? 'other',
      by: item.origin.by,
      round: item.origin.round,
      wish: item.wish,
      sizeShare: sizeShareOf(item),
      distanceFromHome: distances.get(item.id),
      areas: areasAt(page, item),
      ...standingOfItem(page, item),
    }));
}

/** Numbers short enough to read, the same on every engine; what is not there is `null`. */
function rounded(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return Math.round(value * 10_000) / 10_000;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  const rows = Object.entries(value).map(([key, one]) => [key, rounded(one)]);
  return Object.fromEntries(rows) as unknown;
}
