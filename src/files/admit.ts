/**
 * The one door through which stored and foreign entries come in: shape, ranges and sizes are checked
 * before one entry is admitted. The fault's path says where (`works.3.log.0.op.x`).
 */
import * as v from 'valibot';

import { fail, ok, type Result } from '#base/result.ts';
import type { Contributor } from '#domain/contributor.ts';
import { DIARY_MOST, type DiaryHeader, type DiaryOperation } from '#domain/diary.ts';
import { CRAYONS, INK_TOOLS, WIDTHS } from '#domain/crayon.ts';
import { ROUNDS, type Entry, type Round } from '#domain/entry.ts';
import { DIRECTIONS, VALENCES } from '#domain/feeling.ts';
import { PERSONS, type Ground, type UnknownGround } from '#domain/ground.ts';
import {
  INPUTS,
  LABEL_LANGUAGES,
  LABEL_MOST,
  QUOTE_MOST,
  SOURCES,
  type Operation,
} from '#domain/operation.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { SessionHeader } from '#domain/session.ts';
import { ACTIVITIES, type WorkHeader } from '#domain/work.ts';
import {
  contributor,
  count,
  day,
  entryId,
  erased,
  idOf,
  MOST,
  MOST_CONTRIBUTORS,
  name,
  samples,
  shortText,
  unknown,
  whole,
} from '#files/atoms.ts';
import { sessionOperation } from '#files/session-shapes.ts';
import { unpack } from '#ink/pack.ts';

/** Something that came in is not what the app writes. */
export type Fault = Readonly<{ code: 'entry/broken'; path: string }>;

/** The last moment a calendar can write. */
const LATEST_MS = 8_640_000_000_000_000;
/** A picture is at least visible and at most as large as the page. */
const ITEM_SIZE = { least: 20, most: PAGE_WIDTH };

const isWhole = (value: unknown): value is number => Number.isInteger(value);
const place = { x: whole(0, PAGE_WIDTH), y: whole(0, PAGE_HEIGHT) };

/** Edges of poured paint: at least a triangle, x and y in turn, within the page. */
const ring = v.custom<readonly number[]>(
  (edge) =>
    Array.isArray(edge) &&
    edge.length >= 6 &&
    edge.length % 2 === 0 &&
    edge.every((one, at) => isWhole(one) && one >= 0 && one <= (at % 2 ? PAGE_HEIGHT : PAGE_WIDTH)),
);
/** More separate edges than any area a child can pour into. */
const MOST_RINGS = 2_000;

/** Where the parts of a line begin: after its first sample, each after the one before. */
const parts = v.custom<readonly number[]>(
  (begins) =>
    Array.isArray(begins) &&
    begins.length > 0 &&
    begins.every((one, at) => isWhole(one) && one > (at > 0 ? Number(begins[at - 1]) : 0)),
);
/** Words somebody typed, at most so many letters. */
const words = v.pipe(
  v.string(),
  v.check((text) => Array.from(text).length <= LABEL_MOST),
);
const label = v.strictObject({
  text: words,
  language: v.picklist(LABEL_LANGUAGES),
  what: v.exactOptional(name),
});
const wording = v.strictObject({
  text: v.pipe(
    v.string(),
    v.check((text) => Array.from(text).length <= QUOTE_MOST),
  ),
  language: v.picklist(LABEL_LANGUAGES),
});
const about = v.union([
  idOf('item'),
  idOf('link'),
  idOf('ring'),
  v.literal('page'),
  v.literal('title'),
]);
const dispute = v.strictObject({
  between: v.pipe(v.array(contributor), v.maxLength(MOST_CONTRIBUTORS)),
  note: words,
});
const knownGround = v.variant('kind', [
  v.strictObject({ kind: v.literal('circles'), sectors: v.boolean(), question: name }),
  v.strictObject({ kind: v.literal('two-panels'), person: v.picklist(PERSONS) }),
  v.strictObject({ kind: v.literal('unknown'), body: v.looseObject({ kind: name }) }),
]);
const GROUNDS = kindsOf(knownGround);
/** What a newer version prints is wrapped, and passed on word for word. */
const newerGround = v.pipe(
  v.looseObject({ kind: name }),
  v.transform((body): UnknownGround => ({ kind: 'unknown', body })),
);
const ground = v.lazy((raw): v.GenericSchema<unknown, Ground> => {
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined;
  return typeof kind === 'string' && !GROUNDS.has(kind) ? newerGround : knownGround;
});
const itemSize = whole(ITEM_SIZE.least, ITEM_SIZE.most);
const bond = {
  relation: v.exactOptional(name),
  valence: v.exactOptional(v.picklist(VALENCES)),
  direction: v.exactOptional(v.picklist(DIRECTIONS)),
};

const operation = v.variant('kind', [
  v.strictObject({
    kind: v.literal('page/add'),
    page: idOf('page'),
    ground: v.exactOptional(ground),
  }),
  v.strictObject({ kind: v.literal('round/open'), round: v.picklist(ROUNDS) }),
  v.pipe(
    v.strictObject({
      kind: v.literal('stroke/add'),
      page: idOf('page'),
      tool: v.picklist(INK_TOOLS),
      crayon: v.picklist(CRAYONS),
      width: v.picklist(WIDTHS),
      input: v.picklist(INPUTS),
      samples,
      cancelled: v.exactOptional(v.literal(true)),
      parts: v.exactOptional(parts),
    }),
    v.forward(
      v.check(
        (line) => !line.parts || (line.parts.at(-1) ?? 0) < (unpack(line.samples)?.length ?? 0),
      ),
      ['parts'],
    ),
  ),
  v.strictObject({
    kind: v.literal('fill/add'),
    page: idOf('page'),
    crayon: v.picklist(CRAYONS),
    rings: v.pipe(v.array(ring), v.minLength(1), v.maxLength(MOST_RINGS)),
  }),
  v.strictObject({
    kind: v.literal('rub-out'),
    page: idOf('page'),
    marks: v.array(entryId),
    items: v.array(idOf('item')),
  }),
  v.strictObject({
    kind: v.literal('item/put'),
    item: idOf('item'),
    page: idOf('page'),
    symbol: name,
    ...place,
    size: itemSize,
    pinned: v.exactOptional(v.literal(true)),
    marks: v.exactOptional(v.array(entryId)),
  }),
  v.strictObject({
    kind: v.literal('item/set'),
    item: idOf('item'),
    place: v.exactOptional(v.strictObject(place)),
    size: v.exactOptional(itemSize),
    turn: v.exactOptional(whole(0, 359)),
    behind: v.exactOptional(v.boolean()),
    label: v.exactOptional(label),
    wish: v.exactOptional(v.boolean()),
    dispute: v.exactOptional(dispute),
    gone: v.exactOptional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('link/add'),
    link: idOf('link'),
    from: idOf('item'),
    to: idOf('item'),
    ...bond,
  }),
  v.strictObject({
    kind: v.literal('link/set'),
    link: idOf('link'),
    ...bond,
    gone: v.exactOptional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('stamp/add'),
    stamp: idOf('stamp'),
    item: idOf('item'),
    feeling: name,
  }),
  v.strictObject({ kind: v.literal('stamp/set'), stamp: idOf('stamp'), gone: v.boolean() }),
  v.strictObject({
    kind: v.literal('ring/add'),
    ring: idOf('ring'),
    page: idOf('page'),
    items: v.pipe(v.array(idOf('item')), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('ring/set'),
    ring: idOf('ring'),
    label: v.exactOptional(label),
    gone: v.exactOptional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('quote/add'),
    quote: idOf('quote'),
    page: idOf('page'),
    about,
    speaker: contributor,
    source: v.picklist(SOURCES),
    wording,
    prompt: v.exactOptional(name),
  }),
  v.strictObject({
    kind: v.literal('quote/set'),
    quote: idOf('quote'),
    speaker: v.exactOptional(contributor),
    source: v.exactOptional(v.picklist(SOURCES)),
    wording: v.exactOptional(wording),
    prompt: v.exactOptional(v.union([v.literal(''), name])),
    translation: v.exactOptional(wording),
    gone: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('undo'), entry: entryId }),
  v.strictObject({ kind: v.literal('redo'), entry: entryId }),
  erased,
  unknown,
]);

const diaryOperation = v.variant('kind', [
  v.strictObject({ kind: v.literal('diary/write'), text: shortText(DIARY_MOST), on: day }),
  erased,
  unknown,
]);

const envelope = {
  actor: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  seq: whole(1, MOST),
  n: whole(1, MOST),
  at: count,
  by: contributor,
  round: v.picklist(ROUNDS),
};

const header = v.variant('kind', [
  v.strictObject({
    kind: v.literal('session'),
    id: idOf('session'),
    study: name,
    studyVersion: v.exactOptional(whole(1, MOST)),
    startedAt: whole(0, LATEST_MS),
    clockLooksWrong: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('work'),
    id: idOf('work'),
    session: idOf('session'),
    activity: v.picklist(ACTIVITIES),
  }),
  v.strictObject({ kind: v.literal('diary'), id: idOf('diary'), session: idOf('session') }),
]);

/** The entries of a work, or where the first fault lies. */
export function admitWork(raw: readonly unknown[]): Result<Entry<Operation>[], Fault> {
  return admit(raw, operation);
}

/** The entries of a session, or where the first fault lies. */
export function admitSession(raw: readonly unknown[]): Result<Entry<SessionOperation>[], Fault> {
  return admit(raw, sessionOperation);
}

/** The entries of a diary, or where the first fault lies. */
export function admitDiary(raw: readonly unknown[]): Result<Entry<DiaryOperation>[], Fault> {
  return admit(raw, diaryOperation);
}

/** What was not done yet when the app ended. */
export type AdmittedDraft = Readonly<{ by: Contributor; round: Round; op: Operation }>;

const draft = v.strictObject({ by: contributor, round: v.picklist(ROUNDS), op: operation });

/** A draft of something that was not done yet, or where its fault lies. */
export function admitDraft(raw: unknown): Result<AdmittedDraft, Fault> {
  const read = v.safeParse(draft, raw);
  return read.success ? ok(read.output) : fail({ code: 'entry/broken', path: pathOf(read.issues) });
}

/** The head of a stream, or where its fault lies. */
export function admitHeader(raw: unknown): Result<SessionHeader | WorkHeader | DiaryHeader, Fault> {
  const read = v.safeParse(header, raw);
  return read.success ? ok(read.output) : fail({ code: 'entry/broken', path: pathOf(read.issues) });
}

function admit<Op extends Readonly<{ kind: string }>>(
  raw: readonly unknown[],
  op: v.GenericSchema<unknown, Op> & { options: readonly v.GenericSchema[] },
): Result<Entry<Op>[], Fault> {
  const entry = v.strictObject({ ...envelope, op });
  const kinds = kindsOf(op);
  const admitted: Entry<Op>[] = [];
  const texts = new Map<string, string>();
  for (const [at, one] of raw.entries()) {
    const read = v.safeParse(entry, withUnknown(one, kinds));
    if (!read.success) {
      return fail({ code: 'entry/broken', path: `${String(at)}.${pathOf(read.issues)}` });
    }
    const { op: done, ...head } = read.output;
    admitted.push({ ...shared(head, texts), op: shared(done, texts) });
  }
  const gap = firstGap(admitted);
  return gap === undefined
    ? ok(admitted)
    : fail({ code: 'entry/broken', path: `${String(gap)}.seq` });
}

/** A copy whose texts are the very ones that were read before: a full sheet repeats a few of them thousands of times. */
function shared<Row extends object>(row: Row, texts: Map<string, string>): Row {
  const one = (text: string): string => {
    const known = texts.get(text) ?? text;
    texts.set(known, known);
    return known;
  };
  const columns = Object.entries(row).map(([key, value]: [string, unknown]) => {
    return [key, typeof value === 'string' ? one(value) : value];
  });
  return Object.fromEntries(columns) as Row;
}

/** An operation of a kind this version does not know is wrapped, so that it is kept word for word. */
function withUnknown(entry: unknown, kinds: ReadonlySet<string>): unknown {
  if (typeof entry !== 'object' || entry === null || !('op' in entry)) return entry;
  const { op } = entry;
  if (typeof op !== 'object' || op === null || !('kind' in op)) return entry;
  const { kind } = op;
  if (kind === 'unknown' && 'was' in op && 'body' in op && isIn(kinds, op.was)) {
    return { ...entry, op: op.body };
  }
  if (typeof kind !== 'string' || kinds.has(kind)) return entry;
  return { ...entry, op: { kind: 'unknown', was: kind, body: op } };
}

function isIn(kinds: ReadonlySet<string>, kind: unknown): boolean {
  return typeof kind === 'string' && kinds.has(kind);
}

function kindsOf(op: { options: readonly v.GenericSchema[] }): ReadonlySet<string> {
  const literals = op.options as unknown as readonly { entries: { kind: { literal: string } } }[];
  return new Set(literals.map(({ entries }) => entries.kind.literal));
}

/** Where an actor's numbering has a gap, a repetition, or runs against the order. */
function firstGap(entries: readonly Entry<unknown>[]): number | undefined {
  const order = [...entries.keys()].sort((a, b) => (entries[a]?.seq ?? 0) - (entries[b]?.seq ?? 0));
  const last = new Map<string, { seq: number; n: number }>();
  for (const at of order) {
    const entry = entries[at];
    if (!entry) continue;
    const before = last.get(entry.actor) ?? { seq: 0, n: 0 };
    if (entry.seq !== before.seq + 1 || entry.n <= before.n) return at;
    last.set(entry.actor, entry);
  }
  return undefined;
}

/** The path of the first fault, keys joined by dots. */
export function pathOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return (issues[0]?.path ?? []).map(({ key }) => String(key)).join('.');
}
