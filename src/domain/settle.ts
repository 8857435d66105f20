/**
 * Settling: when a work is finished, what the child took back or rubbed out loses its content; that it
 * happened, when, and by whom, stays (record, rule 9).
 */
import { entryIdOf, inOrder, type EntryId } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { Operation, Redo, Undo } from '#domain/operation.ts';
import type { WorkEntry } from '#domain/sheet.ts';

/** The entries with nothing left in them that no longer shows. */
export function settle(entries: readonly WorkEntry[]): WorkEntry[] {
  const { fold, idle } = foldOf(entries);
  const shown = shownBy(fold);
  const left = new Set(
    entries.filter((entry) => entry.op.kind !== 'erased' && shown(entry)).map(entryIdOf),
  );
  // What was held once must not find its way free when the hand that held it was emptied.
  const stays = (entry: WorkEntry): boolean =>
    isTakingBack(entry.op)
      ? !(idle.has(entryIdOf(entry)) && left.has(entry.op.entry))
      : shown(entry);
  const settled = entries.map((entry) => (stays(entry) ? entry : emptied(entry)));
  return settled.every(({ op }, at) => op === entries[at]?.op) ? settled : settle(settled);
}

/** The fold, and the entries that changed nothing in it. */
function foldOf(entries: readonly WorkEntry[]): { fold: WorkFold; idle: ReadonlySet<EntryId> } {
  const fold = new WorkFold();
  const idle = new Set<EntryId>();
  for (const entry of [...entries].sort(inOrder)) {
    const { page, heldBy } = fold.absorb(entry);
    if (page === undefined || heldBy) idle.add(entryIdOf(entry));
  }
  return { fold, idle };
}

function isTakingBack(op: Operation): op is Undo | Redo {
  return op.kind === 'undo' || op.kind === 'redo';
}

function shownBy(fold: WorkFold): (entry: WorkEntry) => boolean {
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
    if (op.kind === 'stroke/add') return strokes.has(id);
    if (op.kind === 'item/put') return items.has(op.item);
    if (op.kind === 'link/add') return links.has(op.link);
    if (fold.tookBack(id)) return false;
    if (op.kind === 'item/set') return items.has(op.item);
    if (op.kind === 'link/set') return links.has(op.link);
    return true;
  };
}

function emptied(entry: WorkEntry): WorkEntry {
  if (entry.op.kind === 'erased') return entry;
  return { ...entry, op: { kind: 'erased', was: entry.op.kind } };
}
