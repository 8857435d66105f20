/** session.json from content, and content from session.json. Reading back what was written gives the same. */
import * as v from 'valibot';

import { fail, ok, type Result } from '#base/result.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import { entryIdOf, inOrder, type Entry } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { Ground } from '#domain/ground.ts';
import type { WorkId } from '#domain/ids.ts';
import type { AddStroke, Operation } from '#domain/operation.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { SessionOperation, SymbolLine } from '#domain/session-operation.ts';
import { sessionOf, type Session, type SessionHeader } from '#domain/session.ts';
import { standingOfItem } from '#domain/measures.ts';
import {
  DRAWN,
  isBlank,
  typeOf,
  type Fill,
  type Item,
  type Link,
  numbered,
  type Page,
  type Quote,
  type Ring,
  type Stamp,
  type Stroke,
} from '#domain/work.ts';
import { admitHeader, admitSession, admitWork, pathOf } from '#files/admit.ts';
import {
  FORMAT,
  pageFiles,
  sessionSchema,
  VERSION,
  writtenTime,
  type FiledWork,
  type LogJson,
  type SessionContent,
  type SessionJson,
  type WorkJson,
} from '#files/session-file.ts';
import { peopleJsonOf, sittingJsonOf, timesOf } from '#files/people-json.ts';
import { pack, unpack } from '#ink/pack.ts';
import { INK_SCALE, type Sample } from '#ink/sample.ts';
import { widthOf } from '#ink/stroke.ts';

/** The file is not what it should be; the path says where. */
export type BrokenJson = Readonly<{ code: 'session-file/broken'; path: string }>;

/** The content as plain, readable values. */
export function sessionJsonOf(content: SessionContent): SessionJson {
  const { app, header, entries, works, words } = content;
  const session = sessionOf(entries);
  return {
    format: FORMAT,
    version: VERSION,
    app,
    units: {
      pageWidth: PAGE_WIDTH,
      pageHeight: PAGE_HEIGHT,
      inkPerPageUnit: INK_SCALE,
      time: 'ms',
    },
    session: {
      session: header.id,
      study: header.study,
      ...(header.studyVersion !== undefined && { studyVersion: header.studyVersion }),
      startedAt: writtenTime(header.startedAt),
      clockLooksWrong: header.clockLooksWrong,
      ...peopleJsonOf(session),
      thrownAway: session.works.filter(({ decision }) => decision === 'throw-away').length,
      log: logOf(entries),
    },
    symbols: structuredClone(words),
    ownSymbols: [...entries].sort(inOrder).flatMap(ownSymbolJson),
    works: works.map((work, at) => workJsonOf(work, at + 1, session)),
  };
}

/** A work's tables; `number` is its place among the works of the session. */
function workJsonOf(
  { id, activity, decision, entries }: FiledWork,
  number: number,
  session: Session,
): WorkJson {
  const { pages } = WorkFold.of(entries).work;
  const order = ordersOf(pages);
  return {
    work: id,
    activity,
    decision,
    ...sittingJsonOf(id, session),
    ...timesOf(entries),
    contributors: [...new Set(entries.map(({ by }) => by))].sort(),
    pages: pages.map((page, at) => ({
      page: page.id,
      number: at + 1,
      ...(page.ground && { ground: groundJson(page.ground) }),
      blank: isBlank(page),
      ...pageFiles(number, activity, at + 1),
    })),
    fills: pages.flatMap(({ fills }) => fills.map((fill) => fillJson(fill, order))),
    strokes: pages.flatMap(({ strokes }) => strokes.map((stroke) => strokeJson(stroke, order))),
    items: pages.flatMap((page) =>
      numbered(page).map((item, at) => itemJson(item, page, at + 1, order)),
    ),
    links: pages.flatMap(({ id: page, links }) => links.map((link) => linkJson(link, page, order))),
    stamps: pages.flatMap(({ id: page, stamps }) =>
      stamps.map((stamp) => stampJson(stamp, page, order)),
    ),
    rings: pages.flatMap(({ id: page, rings }) => rings.map((ring) => ringJson(ring, page, order))),
    quotes: pages.flatMap(({ id: page, quotes }) =>
      quotes.map((quote) => quoteJson(quote, page, order)),
    ),
    log: logOf(entries),
  };
}

/** What is printed; of a newer version word for word. */
function groundJson(ground: Ground): { kind: string } {
  return ground.kind === 'unknown' ? (ground.body as { kind: string }) : { ...ground };
}

type LineJson = SessionJson['ownSymbols'][number]['lines'][number];
type Columns = Readonly<{ x: number[]; y: number[]; t: number[]; pressure?: number[] }>;
type Orders = ReadonlyMap<string, number>;

/** The rank of everything that shows, 1 for what was made first, without gaps. */
function ordersOf(pages: readonly Page[]): Orders {
  const made = pages.flatMap(({ fills, strokes, items, links, stamps, rings, quotes }) => [
    ...fills.map(({ entry, order }) => ({ entry, order })),
    ...strokes.map(({ entry, order }) => ({ entry, order })),
    ...items.map(({ entry, put }) => ({ entry, order: put })),
    ...links.map(({ entry, order }) => ({ entry, order })),
    ...stamps.map(({ entry, order }) => ({ entry, order })),
    ...rings.map(({ entry, order }) => ({ entry, order })),
    ...quotes.map(({ entry, order }) => ({ entry, order })),
  ]);
  made.sort((a, b) => inOrder(a.order, b.order));
  return new Map(made.map(({ entry }, at) => [entry, at + 1]));
}

function madeJson(
  { entry, by, round, at }: Pick<Stroke | Item | Link, 'entry' | 'by' | 'round' | 'at'>,
  order: Orders,
): { by: string; round: string; order: number; at: number } {
  return { by, round, order: order.get(entry) ?? 0, at };
}

function strokeJson(stroke: Stroke, order: Orders): WorkJson['strokes'][number] {
  const { line } = stroke;
  return {
    entry: stroke.entry,
    page: line.page,
    ...madeJson(stroke, order),
    input: line.input,
    cancelled: line.cancelled === true,
    ...(line.parts && { parts: [...line.parts] }),
    ...lineJson(line),
  };
}

/** How a line looks, and its samples as columns. */
function lineJson(line: SymbolLine): LineJson {
  const samples = unpack(line.samples) ?? [];
  const pressed = samples.some(({ pressure }) => pressure !== undefined);
  return {
    tool: line.tool,
    crayon: line.crayon,
    colour: COLOUR_OF[line.crayon],
    width: line.width,
    widthUnits: widthOf(line),
    x: samples.map(({ x }) => x),
    y: samples.map(({ y }) => y),
    t: samples.map(({ t }) => t),
    ...(pressed && { pressure: samples.map(({ pressure = 0 }) => pressure) }),
  };
}

function fillJson(fill: Fill, order: Orders): WorkJson['fills'][number] {
  const { entry, area } = fill;
  const { page, crayon, rings } = area;
  const colour = COLOUR_OF[crayon];
  return { entry, page, ...madeJson(fill, order), crayon, colour, rings: rings.map((r) => [...r]) };
}

/** A picture that a child drew. */
function ownSymbolJson(entry: Entry<SessionOperation>): SessionJson['ownSymbols'] {
  const { op, by, at } = entry;
  if (op.kind !== 'symbol/add') return [];
  return [{ symbol: op.symbol, entry: entryIdOf(entry), by, at, lines: op.lines.map(lineJson) }];
}

function itemJson(item: Item, page: Page, callOut: number, order: Orders): ItemJson {
  const { id, symbol, x, y, size, turn, wish, label, dispute, marks } = item;
  return {
    item: id,
    callOut,
    page: page.id,
    symbol,
    type: typeOf(item),
    ...madeJson(item, order),
    x,
    y,
    size,
    turn,
    wish,
    ...(label && { label: { ...label } }),
    ...(dispute && { dispute: { between: [...dispute.between], note: dispute.note } }),
    ...(marks.length > 0 && { marks: [...marks] }),
    ...drawnJson(item, order),
    ...standingOfItem(page, item),
  };
}
type ItemJson = WorkJson['items'][number];

/** Who drew something, in which round, and the order of its oldest line. */
function drawnJson({ symbol, marks, origin }: Item, order: Orders): Partial<ItemJson> {
  if (symbol !== DRAWN) return {};
  const orders = marks.flatMap((mark) => order.get(mark) ?? []);
  return { drawnBy: origin.by, drawnRound: origin.round, drawnOrder: Math.min(...orders) };
}

function linkJson(link: Link, page: string, order: Orders): WorkJson['links'][number] {
  const { id, from, to, relation, valence, direction } = link;
  return {
    link: id,
    page,
    from,
    to,
    ...madeJson(link, order),
    ...(relation !== undefined && { relation }),
    ...(valence && { valence }),
    ...(direction && { direction }),
  };
}

function stampJson(stamp: Stamp, page: string, order: Orders): WorkJson['stamps'][number] {
  const { id, item, feeling } = stamp;
  return { stamp: id, page, item, feeling, ...madeJson(stamp, order) };
}

function ringJson(ring: Ring, page: string, order: Orders): WorkJson['rings'][number] {
  const { id, items, label } = ring;
  const named = label && { label: { ...label } };
  return { ring: id, page, items: [...items], ...named, ...madeJson(ring, order) };
}

function quoteJson(quote: Quote, page: string, order: Orders): WorkJson['quotes'][number] {
  const { id, about, speaker, source, wording, translation, prompt } = quote;
  return {
    quote: id,
    page,
    about,
    speaker,
    source,
    ...wording,
    ...(translation && { translation: { ...translation } }),
    ...(prompt !== undefined && { prompt }),
    ...madeJson(quote, order),
  };
}

/** The journal itself, oldest first; the samples of strokes stand in the table of strokes. */
function logOf(entries: readonly Entry<Operation | SessionOperation>[]): LogJson[] {
  return [...entries].sort(inOrder).map((entry) => ({ ...entry, op: { ...opJson(entry.op) } }));
}

function opJson(op: Operation | SessionOperation): LogJson['op'] {
  if (op.kind === 'unknown') return op.body as LogJson['op'];
  if (op.kind === 'page/add' && op.ground) return { ...op, ground: groundJson(op.ground) };
  if (op.kind === 'stroke/add') return less(op, 'samples');
  if (op.kind === 'fill/add') return less(op, 'rings');
  return op.kind === 'symbol/add' ? less(op, 'lines') : op;
}

/** The operation without what stands in a table of its own. */
function less<Op extends object, Key extends keyof Op>(op: Op, key: Key): Omit<Op, Key> {
  const { [key]: _, ...rest } = op;
  return rest;
}

/** The content of a parsed session.json of this version, or where it is broken. */
export function readSessionJson(
  json: unknown,
  withdrawals: SessionContent['withdrawals'] = [],
): Result<SessionContent, BrokenJson> {
  const shape = v.safeParse(sessionSchema, json);
  if (!shape.success) return broken(pathOf(shape.issues));
  const { app, session, symbols, ownSymbols, works } = shape.output;

  const header = admitHeader({
    kind: 'session',
    id: session.session,
    study: session.study,
    ...(session.studyVersion !== undefined && { studyVersion: session.studyVersion }),
    startedAt: Date.parse(session.startedAt),
    clockLooksWrong: session.clockLooksWrong,
  });
  if (!header.ok) return broken(`session.${header.problem.path}`);
  const entries = admitSession(session.log.map((entry) => withLines(entry, ownSymbols)));
  if (!entries.ok) return broken(`session.log.${entries.problem.path}`);

  const filed: FiledWork[] = [];
  for (const [at, work] of works.entries()) {
    const read = readWork(work);
    if (!read.ok) return broken(`works.${String(at)}.${read.problem.path}`);
    filed.push(read.value);
  }
  const content = {
    app,
    header: header.value as SessionHeader,
    entries: entries.value,
    works: filed,
    withdrawals,
    words: symbols,
  };
  const now = sessionJsonOf(content);
  const path = firstDifference(withShownOf(shape.output, now, content.entries), now);
  return path === undefined ? ok(content) : broken(path);
}

/**
 * The file as it would be written now: the first of this version called a work `publishable` that an adult had
 * marked, also one that the child hid or a family did not agree to.
 */
function withShownOf(
  file: SessionJson,
  now: SessionJson,
  entries: SessionContent['entries'],
): SessionJson {
  const marked = new Map(
    [...entries]
      .sort(inOrder)
      .flatMap(({ op }) => (op.kind === 'work/publish' ? [[op.work, op.publishable]] : [])),
  );
  const works = file.works.map((work, at) => {
    const publishable = now.works[at]?.publishable ?? work.publishable;
    const { work: id } = work;
    return work.publishable && marked.get(id as WorkId) ? { ...work, publishable } : work;
  });
  return { ...file, works };
}

/** The entry with the lines of a child's own picture back in it. */
function withLines(entry: LogJson, own: SessionJson['ownSymbols']): unknown {
  if (entry.op.kind !== 'symbol/add') return entry;
  const lines = own
    .find((row) => row.entry === entryIdOf(entry))
    ?.lines.map(({ tool, crayon, width, ...columns }) => {
      return { tool, crayon, width, samples: packed(columns) };
    });
  return { ...entry, op: { ...entry.op, lines } };
}

function readWork(work: WorkJson): Result<FiledWork, BrokenJson> {
  const strokes = new Map(work.strokes.map((row) => [row.entry, row]));
  const fills = new Map(work.fills.map((row) => [row.entry, row]));
  const raw = work.log.map((entry) => {
    const id = entryIdOf(entry);
    if (entry.op.kind === 'stroke/add') {
      const row = strokes.get(id);
      return { ...entry, op: { ...entry.op, samples: row && packed(row) } };
    }
    if (entry.op.kind !== 'fill/add') return entry;
    return { ...entry, op: { ...entry.op, rings: fills.get(id)?.rings } };
  });
  const entries = admitWork(raw);
  if (!entries.ok) return broken(`log.${entries.problem.path}`);
  const head = admitHeader({
    kind: 'work',
    id: work.work,
    session: SOME_SESSION,
    activity: work.activity,
  });
  if (head.ok && head.value.kind === 'work' && isDecision(work.decision)) {
    const { id, activity } = head.value;
    return ok({ id, activity, decision: work.decision, entries: entries.value });
  }
  return broken(head.ok ? 'decision' : head.problem.path);
}

/** Stands in where a work's head is checked alone. */
const SOME_SESSION = 'session-0000000000000000';

function isDecision(text: string): text is FiledWork['decision'] {
  return text === 'keep' || text === 'keep-private';
}

function packed(columns: Columns): AddStroke['samples'] | undefined {
  const { x, y, t, pressure } = columns;
  const alike = [y, t, pressure ?? x].every(({ length }) => length === x.length);
  if (!alike || x.length === 0) return undefined;
  return pack(
    x.map((each, at): Sample => {
      const sample = { x: each, y: y[at] ?? 0, t: t[at] ?? 0 };
      return pressure ? { ...sample, pressure: pressure[at] ?? 0 } : sample;
    }),
  );
}

/** Where the tables in the file differ from what its own journal says. */
function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return path;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    const [left, right] = [(a as Row)[key], (b as Row)[key]];
    const found = firstDifference(left, right, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
type Row = Record<string, unknown>;

function broken(path: string): Readonly<{ ok: false; problem: BrokenJson }> {
  return fail({ code: 'session-file/broken', path });
}
