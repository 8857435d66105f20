/**
 * The session file: what is handed over. A zip with session.json, the pictures of every
 * page, a README and a list of checksums. Field by field: docs/format/session-file.md.
 */
import * as v from 'valibot';

import type { Entry } from '#domain/entry.ts';
import type { WorkId } from '#domain/ids.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import type { Operation } from '#domain/operation.ts';
import { INK_SCALE } from '#ink/sample.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { Decision, SessionOperation } from '#domain/session-operation.ts';
import type { SessionHeader } from '#domain/session.ts';
import type { Activity } from '#domain/work.ts';

export const FORMAT = 'llaqta-session';
/** Raised when a reader of the version before would misread the file. */
export const VERSION = 4;

/** A work that was thrown away is in no file. */
export type KeptDecision = Exclude<Decision, 'throw-away'>;

/** A work inside a session file: its journal, whole and settled. */
export type FiledWork = Readonly<{
  id: WorkId;
  activity: Activity;
  decision: KeptDecision;
  entries: readonly Entry<Operation>[];
}>;

/** Everything a session file says, before it is text and after it was read. */
export type SessionContent = Readonly<{
  /** Version of the app that wrote it. */
  app: string;
  header: SessionHeader;
  entries: readonly Entry<SessionOperation>[];
  works: readonly FiledWork[];
  /** All that was withdrawn on the tablet by then, from earlier files too. */
  withdrawals: readonly Withdrawal[];
  /** The words for the pictures used, by language. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}>;

const whole = v.pipe(v.number(), v.integer());
const text = v.string();
/** A column of whole numbers; checked by one loop, because a drawing has very many. */
export const column = v.custom<number[]>(
  (value) => Array.isArray(value) && value.every((one) => Number.isSafeInteger(one)),
);
const logEntry = v.strictObject({
  actor: text,
  seq: whole,
  n: whole,
  at: whole,
  by: text,
  round: text,
  op: v.looseObject({ kind: text }),
});
const made = { by: text, round: text, order: whole, at: whole };

const stroke = v.strictObject({
  entry: text,
  page: text,
  ...made,
  tool: text,
  crayon: text,
  colour: text,
  width: text,
  widthUnits: whole,
  input: text,
  cancelled: v.boolean(),
  parts: v.exactOptional(column),
  x: column,
  y: column,
  t: column,
  pressure: v.exactOptional(column),
});
const fill = v.strictObject({
  entry: text,
  page: text,
  ...made,
  crayon: text,
  colour: text,
  rings: v.array(column),
});
const ownSymbol = v.strictObject({
  symbol: text,
  entry: text,
  by: text,
  at: whole,
  lines: v.array(
    v.strictObject({
      tool: text,
      crayon: text,
      colour: text,
      width: text,
      widthUnits: whole,
      x: column,
      y: column,
      t: column,
      pressure: v.exactOptional(column),
    }),
  ),
});
const label = v.strictObject({ text, language: text, what: v.exactOptional(text) });
const item = v.strictObject({
  item: text,
  callOut: whole,
  page: text,
  symbol: text,
  type: text,
  ...made,
  x: whole,
  y: whole,
  size: whole,
  turn: whole,
  wish: v.boolean(),
  label: v.exactOptional(label),
  dispute: v.exactOptional(v.strictObject({ between: v.array(text), note: text })),
  marks: v.exactOptional(v.array(text)),
  ring: v.exactOptional(whole),
  sector: v.exactOptional(text),
  drawnBy: v.exactOptional(text),
  drawnRound: v.exactOptional(text),
  drawnOrder: v.exactOptional(whole),
  panel: v.exactOptional(text),
});
const link = v.strictObject({
  link: text,
  page: text,
  from: text,
  to: text,
  ...made,
  relation: v.exactOptional(text),
  valence: v.exactOptional(text),
  direction: v.exactOptional(text),
});
const stamp = v.strictObject({ stamp: text, page: text, item: text, feeling: text, ...made });
const ring = v.strictObject({
  ring: text,
  page: text,
  items: v.array(text),
  label: v.exactOptional(label),
  ...made,
});
const quote = v.strictObject({
  quote: text,
  page: text,
  about: text,
  speaker: text,
  source: text,
  text,
  language: text,
  translation: v.exactOptional(v.strictObject({ text, language: text })),
  prompt: v.exactOptional(text),
  ...made,
});
const ground = v.looseObject({
  kind: text,
  sectors: v.exactOptional(v.boolean()),
  question: v.exactOptional(text),
  person: v.exactOptional(text),
});
const page = v.strictObject({
  page: text,
  number: whole,
  ground: v.exactOptional(ground),
  blank: v.boolean(),
  clean: text,
  annotated: text,
  annotatedSvg: text,
});
const removed = v.strictObject({
  items: whole,
  links: whole,
  stamps: whole,
  strokes: whole,
  quotes: whole,
});
const work = v.strictObject({
  work: text,
  activity: text,
  template: v.exactOptional(text),
  prompt: v.exactOptional(text),
  members: v.array(text),
  decision: text,
  publishable: v.boolean(),
  givenBack: v.boolean(),
  begunAt: v.exactOptional(whole),
  finishedAt: v.exactOptional(whole),
  activeMs: whole,
  pausedMs: whole,
  removedAtRequest: v.exactOptional(removed),
  contributors: v.array(text),
  pages: v.array(page),
  fills: v.array(fill),
  strokes: v.array(stroke),
  items: v.array(item),
  links: v.array(link),
  stamps: v.array(stamp),
  rings: v.array(ring),
  quotes: v.array(quote),
  log: v.array(logEntry),
});

const participant = v.strictObject({
  token: text,
  role: text,
  age: v.exactOptional(whole),
  gender: v.exactOptional(text),
  tongues: v.array(text),
  reference: v.exactOptional(text),
  explainedIn: v.exactOptional(text),
  agreedOn: v.exactOptional(text),
  channels: v.array(text),
  groupOnly: v.boolean(),
});
const assent = v.strictObject({
  token: text,
  at: whole,
  answer: text,
  understanding: text,
  repeats: whole,
  language: text,
  voice: v.boolean(),
  order: v.array(text),
  adultOperated: v.exactOptional(v.literal(true)),
});
const observation = v.strictObject({
  at: whole,
  tag: v.exactOptional(text),
  note: v.exactOptional(text),
  dissent: v.exactOptional(v.literal(true)),
  work: v.exactOptional(text),
  about: v.exactOptional(v.array(text)),
});
const withdrawal = v.strictObject({
  token: v.exactOptional(text),
  work: v.exactOptional(text),
  on: text,
  at: whole,
  works: v.array(text),
});
/** What is known about the sitting; what nobody said is not there. */
const about = v.strictObject({
  community: v.exactOptional(text),
  setting: v.exactOptional(text),
  language: v.exactOptional(text),
  interpreter: v.exactOptional(v.boolean()),
  present: v.exactOptional(v.array(text)),
  facilitator: v.exactOptional(text),
});

/** session.json, as published in docs/format/session-file.schema.json. */
export const sessionSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  app: text,
  units: v.strictObject({
    pageWidth: v.literal(PAGE_WIDTH),
    pageHeight: v.literal(PAGE_HEIGHT),
    inkPerPageUnit: v.literal(INK_SCALE),
    time: v.literal('ms'),
  }),
  session: v.strictObject({
    session: text,
    study: text,
    studyVersion: v.exactOptional(whole),
    startedAt: text,
    clockLooksWrong: v.boolean(),
    closed: v.boolean(),
    about,
    contributors: v.array(text),
    participants: v.array(participant),
    groups: v.array(v.strictObject({ group: text, members: v.array(text) })),
    assents: v.array(assent),
    skips: v.array(
      v.strictObject({ token: text, activity: text, prompt: v.exactOptional(text), at: whole }),
    ),
    prompts: v.array(
      v.strictObject({
        prompt: text,
        language: text,
        work: v.exactOptional(text),
        how: v.exactOptional(text),
        at: whole,
      }),
    ),
    observations: v.array(observation),
    withdrawals: v.array(withdrawal),
    thrownAway: whole,
    log: v.array(logEntry),
  }),
  symbols: v.record(text, v.record(text, text)),
  ownSymbols: v.array(ownSymbol),
  works: v.array(work),
});

export type SessionJson = v.InferOutput<typeof sessionSchema>;
export type WorkJson = SessionJson['works'][number];
export type LogJson = v.InferOutput<typeof logEntry>;

/** The names of a work's files: its place in the session, its activity, and the page's number. */
export function pageFiles(
  workNumber: number,
  activity: Activity,
  pageNumber: number,
): Readonly<{ clean: string; annotated: string; annotatedSvg: string }> {
  const two = (value: number): string => String(value).padStart(2, '0');
  const stem = `works/${two(workNumber)}-${activity}-page-${two(pageNumber)}`;
  return {
    clean: `${stem}.png`,
    annotated: `${stem}-annotated.png`,
    annotatedSvg: `${stem}-annotated.svg`,
  };
}

/** The other names in the zip. */
export const NAMES = {
  json: 'session.json',
  measures: 'measures.json',
  withdrawals: 'withdrawals.json',
  readme: 'README.txt',
  sums: 'SHA256SUMS',
} as const;
/** Before this version a file held no measures. */
export const MEASURED_SINCE = 3;
/** Before this version a file held no list of what was withdrawn. */
export const WITHDRAWALS_SINCE = 4;
/** How `clockLooksWrong` and `startedAt` are written: `YYYY-MM-DDThh:mm:ss.sssZ`. */
export function writtenTime(wallMs: number): string {
  return new Date(wallMs).toISOString();
}
