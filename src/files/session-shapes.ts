/** What is written down about a sitting, checked: shape, ranges and sizes. */
import * as v from 'valibot';

import { LABEL_LANGUAGES } from '#domain/operation.ts';
import { AGES, CHANNELS, GENDERS, REFERENCE_MOST, ROLES, TONGUES } from '#domain/participant.ts';
import {
  ANSWERS,
  BYSTANDERS,
  DECISIONS,
  HOW_SHOWN,
  NOTE_MOST,
  SETTINGS,
  UNDERSTANDINGS,
} from '#domain/session-operation.ts';
import { ACTIVITIES } from '#domain/work.ts';
import {
  count,
  day,
  entryId,
  erased,
  idOf,
  name,
  ownSymbol,
  shortText,
  some,
  symbolLine,
  token,
  tokens,
  unknown,
  whole,
} from '#files/atoms.ts';

/** Every operation of a session that this version knows. */
export const sessionOperation = v.variant('kind', [
  v.strictObject({
    kind: v.literal('session/set'),
    community: v.exactOptional(name),
    setting: v.exactOptional(v.picklist(SETTINGS)),
    language: v.exactOptional(v.picklist(LABEL_LANGUAGES)),
    interpreter: v.exactOptional(v.boolean()),
    present: v.exactOptional(some(BYSTANDERS)),
    facilitator: v.exactOptional(name),
  }),
  v.strictObject({ kind: v.literal('contributor/join'), token }),
  v.strictObject({
    kind: v.literal('participant/set'),
    token,
    role: v.exactOptional(v.picklist(ROLES)),
    age: v.exactOptional(whole(AGES.least, AGES.most)),
    gender: v.exactOptional(v.picklist(GENDERS)),
    tongues: v.exactOptional(some(TONGUES)),
    reference: v.exactOptional(shortText(REFERENCE_MOST)),
    explainedIn: v.exactOptional(v.picklist(LABEL_LANGUAGES)),
    agreedOn: v.exactOptional(day),
    channels: v.exactOptional(some(CHANNELS)),
    groupOnly: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('group/set'), group: idOf('group'), members: tokens }),
  v.strictObject({
    kind: v.literal('assent/answer'),
    token,
    answer: v.picklist(ANSWERS),
    understanding: v.picklist(UNDERSTANDINGS),
    repeats: whole(0, 100),
    language: v.picklist(LABEL_LANGUAGES),
    voice: v.boolean(),
    order: some(ANSWERS),
    adultOperated: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    kind: v.literal('activity/skip'),
    token,
    activity: name,
    prompt: v.exactOptional(name),
  }),
  v.strictObject({
    kind: v.literal('work/begin'),
    work: idOf('work'),
    activity: v.picklist(ACTIVITIES),
    template: v.exactOptional(name),
    prompt: v.exactOptional(name),
    members: v.exactOptional(tokens),
  }),
  v.strictObject({ kind: v.literal('work/rest'), work: idOf('work') }),
  v.strictObject({
    kind: v.literal('work/finish'),
    work: idOf('work'),
    decision: v.picklist(DECISIONS),
  }),
  v.strictObject({
    kind: v.literal('work/publish'),
    work: idOf('work'),
    publishable: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('work/tell'), work: idOf('work') }),
  v.strictObject({ kind: v.literal('work/give-back'), work: idOf('work') }),
  v.strictObject({
    kind: v.literal('prompt/show'),
    prompt: name,
    language: v.picklist(LABEL_LANGUAGES),
    work: v.exactOptional(idOf('work')),
    how: v.exactOptional(v.picklist(HOW_SHOWN)),
  }),
  v.strictObject({
    kind: v.literal('observation/add'),
    tag: v.exactOptional(name),
    note: v.exactOptional(shortText(NOTE_MOST)),
    dissent: v.exactOptional(v.literal(true)),
    work: v.exactOptional(idOf('work')),
    about: v.exactOptional(tokens),
  }),
  v.strictObject({ kind: v.literal('session/take-back'), entry: entryId }),
  v.strictObject({
    kind: v.literal('symbol/add'),
    symbol: ownSymbol,
    lines: v.pipe(v.array(symbolLine), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('session/hand-over'),
    file: v.string(),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    left: count,
  }),
  v.strictObject({ kind: v.literal('session/close') }),
  v.strictObject({
    kind: v.literal('withdrawal/add'),
    scope: v.union([v.strictObject({ token }), v.strictObject({ work: idOf('work') })]),
    on: day,
    works: v.array(idOf('work')),
    removed: v.array(
      v.strictObject({
        work: idOf('work'),
        items: count,
        links: count,
        stamps: count,
        strokes: count,
        quotes: count,
      }),
    ),
  }),
  erased,
  unknown,
]);
