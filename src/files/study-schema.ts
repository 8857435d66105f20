/**
 * study.json, the design of a study as a file: its shape by whitelist, sizes of all words limited. What must
 * hold between its parts is judged in study-faults.ts. Field by field: docs/format/study-pack.md.
 */
import * as v from 'valibot';

import { RECIPIENT } from '#base/age-key.ts';
import { AGE_BANDS, RUBBER_KINDS, TOOL_SIZES } from '#domain/age-band.ts';
import { BRUSHES } from '#domain/crayon.ts';
import { ROUNDS } from '#domain/entry.ts';
import { FEELINGS } from '#domain/feeling.ts';
import { PERSONS } from '#domain/ground.ts';
import { CHANNELS, ROLES } from '#domain/participant.ts';
import { LABEL_LANGUAGES } from '#domain/operation.ts';
import { RELATIONS } from '#domain/study.ts';
import { ANSWER_PICTURES, CARD_PICTURES, type StudyPack } from '#domain/study-pack.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import { ACTIVITIES } from '#domain/work.ts';
import { VOICE_KINDS } from '#files/voice-kind.ts';

export const STUDY_FORMAT = 'llaqta-study';
/** Raised when a reader of the version before would misread the file. */
export const STUDY_FORMAT_VERSION = 1;

/** Room for words, in letters. */
export const ROOM = { line: 300, paper: 2_000 } as const;
/** So many of one thing at most. */
export const MOST_OF = {
  activities: 30,
  cards: 8,
  choices: 4,
  communities: 200,
  prompts: 40,
  questions: 4,
  tags: 40,
  version: 9_999,
} as const;
/** Fewer cards of the assent leave out what a child must know. Source: method, 3.2. */
export const LEAST_CARDS = 6;

/** Neither signs that cannot be seen nor such that turn the words around them. */
const LINE = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u;
const PAPER = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*(\n[^\p{Cc}\u202a-\u202e\u2066-\u2069]*)*$/u;
const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const voice = v.pipe(
  v.string(),
  v.regex(new RegExp(`^[a-z0-9][a-z0-9-]{0,95}\\.(${VOICE_KINDS.join('|')})$`)),
);

/** The same in each language that somebody wrote it in. */
function byLanguage<Value extends v.GenericSchema<string>>(
  value: Value,
): v.StrictObjectSchema<
  Record<'es' | 'quy' | 'quz' | 'en', v.ExactOptionalSchema<Value, undefined>>,
  undefined
> {
  const one = v.exactOptional(value);
  return v.strictObject({ es: one, quy: one, quz: one, en: one });
}

const written = (room: number, what: RegExp): v.GenericSchema<string> =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(room), v.regex(what));
const words = byLanguage(written(ROOM.line, LINE));
const voices = byLanguage(voice);
const prompt = { id: name, words, voices };
const list = <Item extends v.GenericSchema>(
  item: Item,
  most: number,
): v.SchemaWithPipe<
  readonly [
    v.ArraySchema<Item, undefined>,
    v.MaxLengthAction<v.InferOutput<Item>[], number, undefined>,
  ]
> => v.pipe(v.array(item), v.maxLength(most));

const activityPrompt = v.strictObject({
  ...prompt,
  ages: v.exactOptional(
    v.pipe(v.array(v.picklist(AGE_BANDS)), v.minLength(1), v.maxLength(AGE_BANDS.length)),
  ),
});
const preset = v.exactOptional(
  v.strictObject({
    rubber: v.picklist(RUBBER_KINDS),
    brushes: list(v.picklist(BRUSHES), BRUSHES.length),
    rings: v.boolean(),
    tools: v.picklist(TOOL_SIZES),
    rounds: list(v.picklist(ROUNDS), ROUNDS.length),
  }),
);

const activity = v.strictObject({
  id: name,
  activity: v.picklist(ACTIVITIES),
  title: words,
  prompts: list(activityPrompt, MOST_OF.prompts),
  probes: list(activityPrompt, MOST_OF.prompts),
  rounds: list(v.picklist(ROUNDS), ROUNDS.length),
  sectors: v.boolean(),
  person: v.picklist(PERSONS),
});
const card = v.strictObject({ ...prompt, picture: v.picklist(CARD_PICTURES) });
const choice = v.strictObject({
  picture: v.picklist([...ANSWER_PICTURES, ...CARD_PICTURES]),
  words,
  right: v.boolean(),
});
const question = v.strictObject({
  ...prompt,
  card: name,
  choices: list(choice, MOST_OF.choices),
});
/** Written like a public key; whether it is one, its checksum says (study-faults.ts). */
const key = v.pipe(v.string(), v.regex(RECIPIENT));

/** study.json, as published in docs/format/study-file.schema.json. */
export const studySchema = v.strictObject({
  format: v.literal(STUDY_FORMAT),
  formatVersion: v.literal(STUDY_FORMAT_VERSION),
  study: name,
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_OF.version)),
  title: words,
  languages: list(v.picklist(LABEL_LANGUAGES), LABEL_LANGUAGES.length),
  communities: list(name, MOST_OF.communities),
  activities: list(activity, MOST_OF.activities),
  ages: v.exactOptional(v.strictObject({ '6-8': preset, '9-11': preset, '12-14': preset })),
  relations: list(v.picklist(RELATIONS), RELATIONS.length),
  feelings: list(v.picklist(FEELINGS), FEELINGS.length),
  without: list(v.picklist(SYMBOLS), SYMBOLS.length),
  words: v.record(v.picklist(SYMBOLS), words),
  assent: v.strictObject({
    cards: list(card, MOST_OF.cards),
    questions: list(question, MOST_OF.questions),
  }),
  channels: list(v.picklist(CHANNELS), CHANNELS.length),
  roles: list(v.picklist(ROLES), ROLES.length),
  tags: list(v.strictObject({ id: name, words, dissent: v.boolean() }), MOST_OF.tags),
  concerns: list(v.strictObject({ id: name, words }), MOST_OF.tags),
  referral: byLanguage(written(ROOM.paper, PAPER)),
  withdrawUntil: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  spanishVoice: v.boolean(),
  keys: v.strictObject({ team: v.exactOptional(key), safeguarding: v.exactOptional(key) }),
});
export type StudyJson = v.InferOutput<typeof studySchema>;

/** The design as plain values, in the order in which they are always written. */
export function studyJsonOf(pack: StudyPack): unknown {
  const { ages, withdrawUntil, keys, ...rest } = pack;
  const { team, safeguarding } = keys;
  const json = {
    format: STUDY_FORMAT,
    formatVersion: STUDY_FORMAT_VERSION,
    ...rest,
    ...(Object.keys(ages).length > 0 && { ages }),
    words: Object.fromEntries(Object.entries(pack.words).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(withdrawUntil !== undefined && { withdrawUntil }),
    keys: {
      ...(team !== undefined && { team }),
      ...(safeguarding !== undefined && { safeguarding }),
    },
  };
  // A schema's output stands in the schema's order.
  const read = v.safeParse(studySchema, json);
  return read.success ? read.output : json;
}

/** The design a file's plain values say; nothing else is taken over from them. */
export function packOf({ format: _, formatVersion: __, ...json }: StudyJson): StudyPack {
  const { team, safeguarding } = json.keys;
  return {
    ...json,
    ages: json.ages ?? {},
    withdrawUntil: json.withdrawUntil,
    keys: { team, safeguarding },
  };
}
