/** Brings a session.json of an older version up to the newest, one step at a time. */
import { from1to2 } from '#files/migrations/from-1-to-2.ts';
import { from2to3 } from '#files/migrations/from-2-to-3.ts';
import { from3to4 } from '#files/migrations/from-3-to-4.ts';
import { VERSION } from '#files/session-file.ts';

type Json = Readonly<Record<string, unknown>>;

/** From each version to the next. */
const STEPS: Readonly<Record<number, (json: Json) => Json>> = {
  1: from1to2,
  2: from2to3,
  3: from3to4,
};

/** The same content in the newest version. */
export function migrate(json: Json & Readonly<{ version: number }>): Json {
  let now: Json = json;
  for (let version = json.version; version < VERSION; version++) now = STEPS[version]?.(now) ?? now;
  return now;
}
