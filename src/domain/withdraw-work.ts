/**
 * A work without one child's part: what the child made, and what anybody said of it, leaves the journal; what
 * others made and told stays. The journal must be settled before (ink/settle.ts), so that nothing the child had
 * taken away comes back. Rules: docs/decisions/0025-withdrawal.md.
 */
import type { Contributor, Token } from '#domain/contributor.ts';
import { entryIdOf, type EntryId } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type {
  AddQuote,
  Operation,
  PutItem,
  RubOut,
  SetItem,
  SetQuote,
  SetThing,
} from '#domain/operation.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import type { Removed } from '#domain/session-operation.ts';
import { isAdd, isSet, thingOf } from '#domain/thing.ts';
import { isEgo, type Page, type Work } from '#domain/work.ts';
import { mentions, withdrawn } from '#domain/withdrawal.ts';

/** Whose part goes, and the pictures for the tray that go with the child who drew them. */
export type Part = Readonly<{ token: Token; symbols: ReadonlySet<string> }>;

/** What goes with the part: lines and paint, and things by their names. */
type Gone = Part &
  Readonly<{
    inks: ReadonlySet<EntryId>;
    /** Lines and paint of others. */
    kept: ReadonlySet<EntryId>;
    things: ReadonlySet<string>;
    /** What others made, and only the child had brought back: it stays. */
    freed: ReadonlySet<string>;
    /** Whose words these are, as far as it is known by now. */
    speakers: ReadonlyMap<string, Contributor>;
  }>;

/** A picture whose own look went with the child who drew it. */
const SOMETHING = 'something';

/**
 * The entries without the child's part; one that stays as it was is the very same. Nobody takes back or does
 * again what is gone, nor that something was made which stays.
 */
export function withoutPart(entries: readonly WorkEntry[], part: Part): WorkEntry[] {
  const gone = goneWith(entries, part);
  const left = entries.map((entry) => leftOf(entry, gone));
  const isSilent = ({ op }: WorkEntry, at: number): boolean =>
    left[at] === undefined || (isAdd(op) && gone.freed.has(thingOf(op)));
  const silent = new Set(entries.filter(isSilent).map(entryIdOf));
  return entries.map((entry, at) => {
    const { op } = entry;
    const isMoot = (op.kind === 'undo' || op.kind === 'redo') && silent.has(op.entry);
    const stays = isMoot ? undefined : left[at];
    if (!stays) return withdrawn(entry);
    if (stays === op && entry.by !== part.token) return entry;
    return { ...entry, by: entry.by === part.token ? 'f' : entry.by, op: stays };
  });
}

/** Has another child a part in what shows? */
export function isOthersToo({ pages }: Work, token: Token): boolean {
  const isOther = (one: Contributor): boolean => one !== token && one !== 'f';
  return pages.some(
    (page) =>
      thingsOn(page).some(({ by }) => isOther(by)) ||
      page.quotes.some(({ speaker }) => isOther(speaker)),
  );
}

/** How much showed before and does not any more; nothing when all of it still does. */
export function removedBetween(before: Work, after: Work): Omit<Removed, 'work'> | undefined {
  const lost = (of: (page: Page) => readonly string[]): number => {
    const left = new Set(after.pages.flatMap(of));
    return before.pages.flatMap(of).filter((name) => !left.has(name)).length;
  };
  const removed = {
    items: lost(({ items }) => items.filter((item) => !isEgo(item)).map(({ id }) => id)),
    links: lost(({ links }) => links.map(({ id }) => id)),
    stamps: lost(({ stamps }) => stamps.map(({ id }) => id)),
    strokes: lost((page) => inksOn(page).map(({ entry }) => entry)),
    quotes: lost(({ quotes }) => quotes.map(({ id }) => id)),
  };
  return Object.values(removed).some((count) => count > 0) ? removed : undefined;
}

/** Lines and paint that show; a rubber shows nothing itself. */
function inksOn({
  strokes,
  fills,
}: Page): readonly Readonly<{ entry: EntryId; by: Contributor }>[] {
  return [...strokes.filter(({ line }) => line.tool !== 'rubber'), ...fills];
}

function thingsOn(page: Page): readonly Readonly<{ by: Contributor }>[] {
  const { items, links, stamps, rings } = page;
  return [...inksOn(page), ...items, ...links, ...stamps, ...rings];
}

/** First what was drawn, then what it was made, then what hangs on that. */
function goneWith(entries: readonly WorkEntry[], part: Part): Gone {
  const [inks, kept] = [new Set<EntryId>(), new Set<EntryId>()];
  const things = new Set<string>();
  const fold = WorkFold.of(entries);
  const speakers = speakersIn(fold.work);
  const gone = { ...part, inks, kept, things, speakers, freed: freedIn(entries, fold, part) };
  for (const entry of entries.filter(({ op }) => isInk(op))) {
    (isOf(entry, part) ? inks : kept).add(entryIdOf(entry));
  }
  for (const kinds of [['item/put'], ['link/add', 'stamp/add', 'ring/add'], ['quote/add']]) {
    for (const entry of entries) {
      const name = kinds.includes(entry.op.kind) ? nameOfGone(entry, gone) : undefined;
      if (name !== undefined) things.add(name);
    }
  }
  return gone;
}

/** The name of the thing the entry makes, if it goes. */
function nameOfGone(entry: WorkEntry, gone: Gone): string | undefined {
  const { op } = entry;
  const { things } = gone;
  switch (op.kind) {
    case 'item/put': {
      const { marks = [] } = op;
      const isLeft = marks.length === 0 || marks.some((mark) => gone.kept.has(mark));
      return isOf(entry, gone) || !isLeft ? op.item : undefined;
    }
    case 'link/add':
      return isOf(entry, gone) || things.has(op.from) || things.has(op.to) ? op.link : undefined;
    case 'stamp/add':
      return isOf(entry, gone) || things.has(op.item) ? op.stamp : undefined;
    case 'ring/add':
      return isOf(entry, gone) || op.items.every((item) => things.has(item)) ? op.ring : undefined;
    case 'quote/add':
      return isQuoteGone(op, gone) ? op.quote : undefined;
    default:
      return undefined;
  }
}

/** The child's own words go, and what an adult noted of its things; another child's words stay. */
function isQuoteGone(op: AddQuote, gone: Gone): boolean {
  const { token, things } = gone;
  const [speaker, about] = [speakerOf(op, gone), op.about];
  return speaker === token || (speaker === 'f' && things.has(about));
}

/** Whose words it says they are; who that was taken for before may have been somebody else. */
function speakerOf({ quote, speaker }: AddQuote, { speakers }: Gone): Contributor {
  return speakers.get(quote) ?? speaker;
}

function speakersIn({ pages }: Work): Map<string, Contributor> {
  return new Map(pages.flatMap(({ quotes }) => quotes.map(({ id, speaker }) => [id, speaker])));
}

/** Things of others that show because the child brought them back. */
function freedIn(entries: readonly WorkEntry[], fold: WorkFold, part: Part): Set<string> {
  const brought = entries.flatMap((entry) => {
    const { op } = entry;
    if (!isOf(entry, part) || !isSet(op) || !('gone' in op) || op.gone) return [];
    return fold.shows(entryIdOf(entry), thingOf(op), 'gone') ? thingOf(op) : [];
  });
  return new Set(brought);
}

function isInk({ kind }: Operation): boolean {
  return kind === 'stroke/add' || kind === 'fill/add';
}

function isOf({ by }: WorkEntry, { token }: Part): boolean {
  return by === token;
}

/** What is left of the operation; nothing when it goes. */
function leftOf(entry: WorkEntry, gone: Gone): Operation | undefined {
  const { op } = entry;
  switch (op.kind) {
    case 'page/add':
      return op;
    case 'quote/add':
      return gone.things.has(op.quote) ? undefined : leftOfQuote(op, gone);
    case 'quote/set':
      return gone.things.has(op.quote) ? undefined : leftOfCorrection(op, gone);
    default:
      return isOf(entry, gone) ? undefined : leftOfOthers(op, gone);
  }
}

/** What is left of something another hand did. */
function leftOfOthers(op: Operation, gone: Gone): Operation | undefined {
  const { things } = gone;
  switch (op.kind) {
    case 'item/put':
      return things.has(op.item) ? undefined : leftOfItem(op, gone);
    case 'item/set':
      return things.has(op.item) ? undefined : leftOfSaying(withoutChild(op, gone), gone);
    case 'link/add':
      return things.has(op.link) ? undefined : op;
    case 'stamp/add':
      return things.has(op.stamp) ? undefined : op;
    case 'ring/add': {
      if (things.has(op.ring)) return undefined;
      const items = op.items.filter((item) => !things.has(item));
      return items.length === op.items.length ? op : { ...op, items };
    }
    case 'link/set':
    case 'stamp/set':
    case 'ring/set':
      return things.has(thingOf(op)) ? undefined : leftOfSaying(op, gone);
    case 'rub-out':
      return leftOfRubbing(op, gone);
    case 'unknown':
      return mentions(op.body, [gone.token, ...things, ...gone.inks]) ? undefined : op;
    default:
      return op;
  }
}

/** Words that were taken for the child's are from the start whose they are. */
function leftOfQuote(op: AddQuote, gone: Gone): AddQuote {
  const isTaken = op.speaker === gone.token;
  const isBare = gone.things.has(op.about);
  if (!isTaken && !isBare) return op;
  const speaker = speakerOf(op, gone);
  return { ...op, ...(isTaken && { speaker }), ...(isBare && { about: 'page' }) };
}

function leftOfCorrection(op: SetQuote, { token }: Gone): SetQuote | undefined {
  if (op.speaker !== token) return op;
  const { speaker: _, ...rest } = op;
  return Object.keys(rest).length > NAME_AND_KIND ? rest : undefined;
}

function leftOfItem(op: PutItem, { inks, symbols }: Gone): PutItem {
  const marks = op.marks?.filter((mark) => !inks.has(mark));
  const isLess = marks !== undefined && marks.length < (op.marks?.length ?? 0);
  const isBare = symbols.has(op.symbol);
  if (!isLess && !isBare) return op;
  return { ...op, ...(isLess && { marks }), ...(isBare && { symbol: SOMETHING }) };
}

function leftOfRubbing(op: RubOut, { inks, things, freed }: Gone): RubOut | undefined {
  const marks = op.marks.filter((mark) => !inks.has(mark));
  const items = op.items.filter((item) => !things.has(item) && !freed.has(item));
  if (marks.length === op.marks.length && items.length === op.items.length) return op;
  return marks.length + items.length > 0 ? { ...op, marks, items } : undefined;
}

/** The saying without the child among those who do not agree; of one alone nothing is left to disagree about. */
function withoutChild(op: SetItem, { token }: Gone): SetItem {
  if (!op.dispute?.between.includes(token)) return op;
  const between = op.dispute.between.filter((one) => one !== token);
  const { dispute, ...rest } = op;
  return between.length > 1 ? { ...op, dispute: { ...dispute, between } } : rest;
}

/** The saying without that something was away which shows again; nothing when nothing else is said. */
function leftOfSaying(
  op: Exclude<SetThing, { kind: 'quote/set' }>,
  gone: Gone,
): Operation | undefined {
  const isFreed = gone.freed.has(thingOf(op)) && 'gone' in op;
  const { gone: _, ...rest } = op;
  const left = isFreed ? (rest as Operation) : op;
  return Object.keys(left).length > NAME_AND_KIND ? left : undefined;
}

/** What is left of an operation that says nothing any more. */
const NAME_AND_KIND = 2;
