/** The smallest shapes stored and foreign entries are made of: names, ids, tokens, counts, days. */
import * as v from 'valibot';

import { isDay } from '#base/calendar.ts';
import { isContributor, type Contributor, type Token } from '#domain/contributor.ts';
import type { EntryId } from '#domain/entry.ts';
import { isId, type Id, type IdKind } from '#domain/ids.ts';
import { CRAYONS, INK_TOOLS, WIDTHS } from '#domain/crayon.ts';
import type { OwnSymbol } from '#domain/session-operation.ts';
import { unpack } from '#ink/pack.ts';

/** The largest counter, time or size a record may hold: exact in every language that reads JSON. */
export const MOST = Number.MAX_SAFE_INTEGER;
/** More hands than any sheet has room for. */
export const MOST_CONTRIBUTORS = 50;

export const whole = (least: number, most: number): v.GenericSchema<number> =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const count = whole(0, MOST);
export const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
export const idOf = <Kind extends IdKind>(kind: Kind): v.GenericSchema<Id<Kind>> =>
  v.custom<Id<Kind>>((text) => typeof text === 'string' && isId(kind, text));
export const entryId = v.custom<EntryId>(
  (text) => typeof text === 'string' && /^[0-9a-f]{16}\.[1-9]\d{0,9}$/.test(text),
);
export const contributor = v.custom<Contributor>(
  (text) => typeof text === 'string' && isContributor(text),
);
export const token = v.custom<Token>(
  (text) => typeof text === 'string' && text !== 'f' && isContributor(text),
);
export const samples = v.custom<Uint8Array>(
  (bytes) => bytes instanceof Uint8Array && !!unpack(bytes),
);
export const ownSymbol = v.custom<OwnSymbol>(
  (text) => typeof text === 'string' && /^own-[0-9a-z]{16}$/.test(text),
);
export const erased = v.strictObject({ kind: v.literal('erased'), was: v.string() });
export const unknown = v.strictObject({
  kind: v.literal('unknown'),
  was: v.string(),
  body: v.unknown(),
});

/** Several of these choices, none twice. */
export const some = <Choice extends string>(
  choices: readonly Choice[],
): v.GenericSchema<readonly Choice[]> =>
  v.custom<readonly Choice[]>(
    (many) =>
      Array.isArray(many) && isUnlike(many) && many.every((one: Choice) => choices.includes(one)),
  );
/** Participants, none twice. */
export const tokens = v.custom<readonly Token[]>(
  (many) =>
    Array.isArray(many) &&
    many.length <= MOST_CONTRIBUTORS &&
    isUnlike(many) &&
    many.every((one) => v.is(token, one)),
);
export const day = v.pipe(
  v.string(),
  v.check((text) => isDay(text)),
);
/** Words somebody typed, at most so many letters as people count them. */
export const shortText = (most: number): v.GenericSchema<string> =>
  v.custom<string>((text) => typeof text === 'string' && Array.from(text).length <= most);
/** How one line of a picture of one's own was drawn. */
export const symbolLine = v.strictObject({
  tool: v.picklist(INK_TOOLS),
  crayon: v.picklist(CRAYONS),
  width: v.picklist(WIDTHS),
  samples,
});

function isUnlike(many: readonly unknown[]): boolean {
  return new Set(many).size === many.length;
}
