/**
 * Settling: when a work is finished, what the child took back or rubbed out loses its content; that it
 * happened, when, and by whom, stays (record, rule 9).
 */
import { entryIdOf, type EntryId } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { WorkEntry } from '#domain/sheet.ts';

/** The entries with nothing left in them that no longer shows. */
export function settle(entries: readonly WorkEntry[]): WorkEntry[] {
  const shown = shownBy(entries);
  return entries.map((entry) => (shown(entry) ? entry : emptied(entry)));
}

function shownBy(entries: readonly WorkEntry[]): (entry: WorkEntry) => boolean {
  const fold = WorkFold.of(entries);
  const strokes = new Set<EntryId>();
  const items = new Set<string>();
  const links = new Set<string>();
  for (const page of fold.work.pages) {
    for (const { entry } of page.strokes) strokes.add(entry);
    for (const { id } of page.items) items.add(id);
    for (const { id } of page.links) links.add(id);
  }
  return (entry) => {
    const { op } = entry;
    const id = entryIdOf(entry);
    if (fold.tookBack(id)) return false;
    if (op.kind === 'stroke/add') return strokes.has(id);
    if (op.kind === 'item/put' || op.kind === 'item/set') return items.has(op.item);
    if (op.kind === 'link/add' || op.kind === 'link/set') return links.has(op.link);
    return true;
  };
}

function emptied(entry: WorkEntry): WorkEntry {
  return { ...entry, op: { kind: 'erased', was: entry.op.kind } };
}
