/** inventory.csv: the list as a table, one row for each session and person. Source: RFC 4180. */
import { ACTIVITIES } from '#domain/work.ts';
import type { InventoryJson, SessionLine } from '#files/inventory-schema.ts';

type Cell = string | number | boolean | undefined;
type Person = SessionLine['participants'][number];

const COLUMNS = [
  'session',
  'day',
  'study',
  'community',
  'token',
  'role',
  'reference',
  'channels',
  ...ACTIVITIES,
  'undecided',
  'quotes',
  'observations',
  'ownPictures',
  'handedOver',
] as const;

/** The table; what is not known is an empty cell. A session of nobody has a row, too. */
export function inventoryCsvOf({ sessions }: Pick<InventoryJson, 'sessions'>): string {
  const rows = sessions.flatMap((session) =>
    session.participants.length > 0
      ? session.participants.map((person) => rowOf(session, person))
      : [rowOf(session, undefined)],
  );
  return [COLUMNS, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function rowOf(session: SessionLine, person: Person | undefined): readonly Cell[] {
  const { works, undecided } = person ?? session;
  return [
    session.session,
    session.day,
    session.study,
    session.community,
    person?.token,
    person?.role,
    person?.reference,
    person?.channels.join(' '),
    ...ACTIVITIES.map((activity) => works[activity]),
    undecided,
    person?.quotes,
    person?.observations,
    person?.ownPictures,
    session.handedOver,
  ];
}

/** A text is never a formula to a spreadsheet. Source: OWASP, CSV injection. */
function cellOf(cell: Cell): string {
  const text = String(cell ?? '');
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
