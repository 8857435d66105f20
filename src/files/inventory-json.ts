/** What a tablet holds, as the plain values of inventory.json. */
import * as v from 'valibot';

import { assert } from '#base/assert.ts';
import { dayOf } from '#base/calendar.ts';
import { looksWrong } from '#base/clock.ts';
import { heldIn, type HeldOfPerson, type Holding } from '#domain/inventory.ts';
import {
  INVENTORY_FORMAT,
  INVENTORY_VERSION,
  inventorySchema,
  type InventoryJson,
  type SessionLine,
} from '#files/inventory-schema.ts';
import { writtenTime } from '#files/session-file.ts';

/** What a list is written from. */
export type InventoryContent = Readonly<{
  /** Version of the app that writes it. */
  app: string;
  /** Milliseconds since 1970, as far as the tablet knows. */
  wallMs: number;
  sessions: readonly Holding[];
  /** Sessions of which nothing could be read. */
  unreadable: number;
}>;

/** The list of the tablet with this mark. */
export function inventoryJsonOf(content: InventoryContent, tablet: string): InventoryJson {
  const json = {
    format: INVENTORY_FORMAT,
    version: INVENTORY_VERSION,
    app: content.app,
    tablet,
    writtenAt: writtenTime(content.wallMs),
    clockLooksWrong: looksWrong(content.wallMs),
    unreadable: content.unreadable,
    sessions: content.sessions.map(sessionLine),
  };
  assert(v.is(inventorySchema, json), 'nothing but codes and counts is in an inventory');
  return json;
}

function sessionLine(holding: Holding): SessionLine {
  const { header, entries, session, diary } = holding;
  const { works, undecided, unreadable, people } = heldIn(holding);
  const { community } = session.about;
  return {
    session: header.id,
    day: dayOf(header.startedAt),
    clockLooksWrong: header.clockLooksWrong,
    study: header.study,
    ...(header.studyVersion !== undefined && { studyVersion: header.studyVersion }),
    ...(community !== undefined && { community }),
    closed: session.closed,
    handedOver: session.handedOver,
    files: entries.flatMap(({ op }) =>
      op.kind === 'session/hand-over' ? { sha256: op.sha256, left: op.left } : [],
    ),
    works,
    undecided,
    unreadable,
    diary,
    participants: people.map(personLine),
  };
}

function personLine({ token, known, ...held }: HeldOfPerson): SessionLine['participants'][number] {
  return {
    token,
    ...(known && { role: known.role }),
    ...(known?.reference !== undefined && { reference: known.reference }),
    channels: [...(known?.channels ?? [])],
    ...held,
  };
}
