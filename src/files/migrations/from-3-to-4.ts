/** Version 4 knows who took part, what they agreed to, what was seen, and what was withdrawn. */
import { timesOf } from '#files/people-json.ts';

type Json = Readonly<Record<string, unknown>>;

/** A session.json of version 3 as version 4 would have written it. */
export function from3to4(json: Json): Json {
  const session = json['session'] as Json | undefined;
  const log = rowsOf(session?.['log']);
  const works = json['works'];
  return {
    ...json,
    version: 4,
    session: {
      ...session,
      closed: false,
      about: {},
      participants: [],
      groups: [],
      assents: [],
      skips: [],
      prompts: [],
      observations: [],
      withdrawals: [],
    },
    works: Array.isArray(works) ? works.map((work: Json) => workAfter(work, log)) : works,
  };
}

function workAfter(work: Json, session: readonly Json[]): Json {
  const timeOf = (kind: string): unknown =>
    session.find(({ op }) => {
      const { kind: what, work: whose } = op as Json;
      return what === kind && whose === work['work'];
    })?.['at'];
  const [begunAt, finishedAt] = [timeOf('work/begin'), timeOf('work/finish')];
  return {
    ...work,
    members: [],
    publishable: false,
    givenBack: false,
    ...(begunAt !== undefined && { begunAt }),
    ...(begunAt !== undefined && finishedAt !== undefined && { finishedAt }),
    ...timesOf(rowsOf(work['log']) as readonly { at: number }[]),
  };
}

function rowsOf(rows: unknown): readonly Json[] {
  return Array.isArray(rows) ? (rows as readonly Json[]) : [];
}
