/** A sheet whose lines are kept nowhere: for practice, and for a picture before it joins the tray. */
import { hexOf } from '#base/bytes.ts';
import { newId } from '#domain/ids.ts';
import type { AgePreset } from '#domain/age-band.ts';
import type { SymbolLine } from '#domain/session-operation.ts';
import { MY_COMMUNITY } from '#domain/study.ts';
import { Keeper } from '#state/keeper.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { Scribe } from '#state/scribe.ts';
import { Workbench } from '#state/workbench.svelte.ts';
import { WorkFold } from '#domain/fold.ts';

/** An empty sheet that is forgotten when it is left. */
export async function scratchBench(
  { scratchJournal, chance, clock }: Kit,
  preset: AgePreset,
): Promise<Workbench> {
  const journal = scratchJournal();
  const id = newId('work', chance);
  const session = newId('session', chance);
  await journal.begin({ kind: 'work', id, session, activity: 'drawing' }, []);
  return new Workbench({
    id,
    activity: 'drawing',
    study: MY_COMMUNITY,
    by: 'f',
    preset,
    entries: [],
    scribe: new Scribe(hexOf(chance(8)), clock, { n: 0, at: 0 }),
    keeper: new Keeper(journal),
    chance,
  });
}

/** The lines that show on the sheet, as a picture of the tray is made of. */
export function linesOn(bench: Workbench): SymbolLine[] {
  const [page] = WorkFold.of(bench.entries).work.pages;
  return (page?.strokes ?? []).map(({ line: { tool, crayon, width, samples } }) => {
    return { tool, crayon, width, samples };
  });
}
