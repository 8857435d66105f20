/**
 * Settling: when a work is finished, what the child took back or rubbed out loses its content; that it
 * happened, when, and by whom, stays, and the page looks as before (record, rule 9). A rubbing stays only
 * while it still cuts into something that shows.
 */
import { entryIdOf, inOrder, type EntryId } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { AddStroke, Operation, Redo, Undo } from '#domain/operation.ts';
import { meet } from '#domain/page.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { thingOf } from '#domain/thing.ts';
import type { Page, Stroke } from '#domain/work.ts';
import { BRUSH_WEIGHT, rubbingOf, visibleParts, type Rubbing } from '#ink/cut.ts';
import { pack } from '#ink/pack.ts';
import { boxOf, partsOf, widthOf } from '#ink/stroke.ts';

/** The entries with nothing left in them that no longer shows. */
export function settle(entries: readonly WorkEntry[]): WorkEntry[] {
  const settled = emptiedOnce(entries);
  const stable = settled.every(({ op }, at) => op === entries[at]?.op);
  if (!stable) return settle(settled);
  const cut = withLinesCut(settled);
  // What was made of a line goes with it.
  const linesWent = cut.some(({ op }, at) => op.kind !== settled[at]?.op.kind);
  return linesWent ? settle(cut) : cut;
}

function emptiedOnce(entries: readonly WorkEntry[]): WorkEntry[] {
  const { fold, idle } = foldOf(entries);
  const shows = shownBy(fold);
  const left = new Set(
    entries.filter((entry) => entry.op.kind !== 'erased' && shows(entry)).map(entryIdOf),
  );
  // What was held once must not find its way free when the hand that held it was emptied.
  const stays = (entry: WorkEntry): boolean =>
    isTakingBack(entry.op)
      ? !(idle.has(entryIdOf(entry)) && left.has(entry.op.entry))
      : shows(entry);
  const things = thingsOf(fold);
  return entries.map((entry) =>
    stays(entry) ? withoutOldWords(withoutGone(entry, things), fold) : emptied(entry),
  );
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

/** Everything that shows and of which something can be said. */
function thingsOf(fold: WorkFold): ReadonlySet<string> {
  const things = fold.work.pages.flatMap(({ items, links, stamps, rings, quotes }) => [
    ...items,
    ...links,
    ...stamps,
    ...rings,
    ...quotes,
  ]);
  return new Set(things.map(({ id }) => id));
}

/** The entry without the names of pictures that are gone. */
function withoutGone(entry: WorkEntry, things: ReadonlySet<string>): WorkEntry {
  const { op } = entry;
  if (op.kind !== 'ring/add' && op.kind !== 'rub-out') return entry;
  const items = op.items.filter((item) => things.has(item));
  return items.length === op.items.length ? entry : { ...entry, op: { ...op, items } };
}

/**
 * The entry without words that somebody put others in place of, or took away: a name may have been a person's.
 * With nothing else in it, it is emptied.
 */
function withoutOldWords(entry: WorkEntry, fold: WorkFold): WorkEntry {
  const { op } = entry;
  if (op.kind === 'quote/add') {
    if (op.wording.text === '' || fold.shows(entryIdOf(entry), op.quote, 'wording')) return entry;
    return { ...entry, op: { ...op, wording: { ...op.wording, text: '' } } };
  }
  if (op.kind !== 'item/set' && op.kind !== 'ring/set' && op.kind !== 'quote/set') return entry;
  const old = WORDS.filter(
    (field) => field in op && !fold.shows(entryIdOf(entry), thingOf(op), field),
  );
  if (old.length === 0) return entry;
  const left = Object.entries(op).filter(([key]) => !old.some((field) => field === key));
  if (left.length === NAME_AND_KIND) return emptied(entry);
  return { ...entry, op: Object.fromEntries(left) as typeof op };
}

/** Fields with words that somebody typed. */
const WORDS = ['label', 'dispute', 'wording', 'translation'] as const;
/** What is left of an operation that says nothing any more. */
const NAME_AND_KIND = 2;

function shownBy(fold: WorkFold): (entry: WorkEntry) => boolean {
  const inks = new Set<EntryId>();
  const things = thingsOf(fold);
  for (const page of fold.work.pages) {
    for (const { entry } of [...page.strokes, ...page.fills]) inks.add(entry);
  }
  return (entry) => {
    const { op } = entry;
    const id = entryIdOf(entry);
    switch (op.kind) {
      case 'stroke/add':
      case 'fill/add':
        return inks.has(id);
      case 'item/put':
      case 'link/add':
      case 'stamp/add':
      case 'ring/add':
      case 'quote/add':
        return things.has(thingOf(op));
      case 'item/set':
      case 'link/set':
      case 'stamp/set':
      case 'ring/set':
      case 'quote/set':
        return !fold.tookBack(id) && things.has(thingOf(op));
      case 'rub-out': {
        const back = op.marks.some((mark) => inks.has(mark)) || op.items.some((i) => things.has(i));
        return !fold.tookBack(id) && back;
      }
      default:
        return true;
    }
  };
}

function emptied(entry: WorkEntry): WorkEntry {
  if (entry.op.kind === 'erased') return entry;
  return { ...entry, op: { kind: 'erased', was: entry.op.kind } };
}

/** Lines without what rubbers hide of them; rubbings that hide nothing any more are emptied. */
function withLinesCut(entries: readonly WorkEntry[]): WorkEntry[] {
  const kept = new Map<EntryId, AddStroke>();
  for (const page of WorkFold.of(entries).work.pages) {
    for (const [entry, line] of linesLeft(page)) kept.set(entry, line);
  }
  return entries.map((entry) => {
    if (entry.op.kind !== 'stroke/add') return entry;
    const line = kept.get(entryIdOf(entry));
    return line ? { ...entry, op: line } : emptied(entry);
  });
}

/** The strokes of a page with what rubbers left of them. */
function linesLeft({ strokes, fills }: Page): Map<EntryId, AddStroke> {
  const left = new Map<EntryId, AddStroke>();
  const rubbers: Stroke[] = [];
  const cutting = new Set<Stroke>();
  for (const stroke of [...strokes].reverse()) {
    if (stroke.line.tool === 'rubber') {
      rubbers.push(stroke);
      continue;
    }
    const over = rubbers.filter(({ line }) => meet(boxOf(line), boxOf(stroke.line)));
    const line = over.length > 0 ? cut(stroke.line, over) : stroke.line;
    if (!line) continue;
    left.set(stroke.entry, line);
    const reached = over.filter((rubber) => meet(boxOf(line), boxOf(rubber.line)));
    for (const rubber of reached) cutting.add(rubber);
  }
  for (const rubber of rubbers) {
    const overPaint = fills.some(({ order }) => inOrder(order, rubber.order) < 0);
    if (cutting.has(rubber) || overPaint) left.set(rubber.entry, rubber.line);
  }
  return left;
}

function cut(line: AddStroke, rubbers: readonly Stroke[]): AddStroke | undefined {
  const rubbings = rubbers.flatMap(({ line: rubber }) => rubbingsOf(rubber));
  const weight = line.tool === 'brush' ? BRUSH_WEIGHT : undefined;
  const parts = partsOf(line).flatMap((samples) =>
    visibleParts(samples, widthOf(line), rubbings, weight),
  );
  if (parts.length === 0) return undefined;
  const begins = parts.slice(1).map((_, at) => parts.slice(0, at + 1).flat().length);
  const { parts: _, ...whole } = line;
  const { length } = partsOf(line).flat();
  if (begins.length === 0 && parts.flat().length === length) return line;
  return { ...whole, samples: pack(parts.flat()), ...(begins.length > 0 && { parts: begins }) };
}

function rubbingsOf(rubber: AddStroke): Rubbing[] {
  return partsOf(rubber).map((samples) => rubbingOf(samples, widthOf(rubber)));
}
