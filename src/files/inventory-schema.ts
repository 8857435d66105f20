/**
 * inventory.json: whose data lies on a tablet. The shape lets through ids, codes, days, counts and the number of the
 * parents' paper, and nothing else. Field by field: docs/format/inventory.md.
 */
import * as v from 'valibot';

import { ANIMALS } from '#domain/contributor.ts';
import { CHANNELS, REFERENCE_MOST, ROLES } from '#domain/participant.ts';

export const INVENTORY_FORMAT = 'llaqta-inventory';
/** Raised when a reader of the version before would misread the file. */
export const INVENTORY_VERSION = 1;

const matching = (pattern: RegExp): v.GenericSchema<string> => v.pipe(v.string(), v.regex(pattern));
const name = matching(/^[a-z0-9][a-z0-9-]{0,63}$/);
const day = matching(/^\d{4}-\d{2}-\d{2}$/);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const works = v.strictObject({ drawing: count, map: count, circles: count, 'two-panels': count });

const participant = v.strictObject({
  token: matching(new RegExp(`^(${ANIMALS.join('|')})-\\d{2}$`)),
  role: v.exactOptional(v.picklist(ROLES)),
  // In a text a letter of some scripts counts twice.
  reference: v.exactOptional(v.pipe(v.string(), v.maxLength(2 * REFERENCE_MOST))),
  channels: v.array(v.picklist(CHANNELS)),
  works,
  undecided: count,
  quotes: count,
  observations: count,
  ownPictures: count,
});
const session = v.strictObject({
  session: matching(/^session-[0-9a-hjkmnp-tv-z]{16}$/),
  day,
  clockLooksWrong: v.boolean(),
  study: name,
  studyVersion: v.exactOptional(count),
  community: v.exactOptional(name),
  closed: v.boolean(),
  handedOver: v.boolean(),
  files: v.array(v.strictObject({ sha256: matching(/^[0-9a-f]{64}$/), left: count })),
  works,
  undecided: count,
  unreadable: count,
  diary: v.boolean(),
  participants: v.array(participant),
});

/** inventory.json, as published in docs/format/inventory.schema.json. */
export const inventorySchema = v.strictObject({
  format: v.literal(INVENTORY_FORMAT),
  version: v.literal(INVENTORY_VERSION),
  app: v.string(),
  tablet: matching(/^[0-9a-f]{16}$/),
  writtenAt: v.pipe(v.string(), v.isoTimestamp()),
  clockLooksWrong: v.boolean(),
  unreadable: count,
  sessions: v.array(session),
});

export type InventoryJson = v.InferOutput<typeof inventorySchema>;
export type SessionLine = InventoryJson['sessions'][number];
