/** The record inside a handed-over file, as researchers read it. */
import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';

import type { SessionJson } from '#files/session-file.ts';

import type { Handed } from './app.ts';
import { filesOf } from './zips.ts';

/** What session.json says. */
export function recordOf({ bytes }: Handed): SessionJson {
  const json = filesOf(bytes)['session.json'];
  if (!json) throw new Error('no session.json in the file');
  return JSON.parse(Buffer.from(json).toString()) as SessionJson;
}

/** What somebody else's checker finds wrong with it, by the published schema. */
export function faultsIn(session: SessionJson): unknown[] {
  const schema = JSON.parse(readFileSync('docs/format/session-file.schema.json', 'utf8')) as object;
  const check = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  check(session);
  return check.errors ?? [];
}
