/** What a session still lacks before the day is closed. Source: method, G4; 2.12. */
import type { Token } from '#domain/contributor.ts';
import type { EntryId } from '#domain/entry.ts';
import type { WorkId } from '#domain/ids.ts';
import { namesIn, type Everyday } from '#domain/names.ts';
import { hindrancesOf, type NotYet, type Participant } from '#domain/participant.ts';
import type { Circumstances, Session, WorkOfSession } from '#domain/session.ts';
import { titleOf, type Page } from '#domain/work.ts';

/** What was told in a work, and what in it looks like names of persons. */
export type ToldOf = Readonly<{
  titled: boolean;
  quotes: number;
  untranslated: number;
  names: readonly string[];
}>;

/** What is not known of somebody, or was not asked. */
export type Lack =
  NotYet | 'no-day' | 'no-explanation' | 'no-age' | 'no-gender' | 'no-tongues' | 'no-assent';

/** Something that is missing. */
export type Gap =
  | Readonly<{ kind: 'about'; field: keyof Circumstances }>
  | Readonly<{ kind: 'person'; token: Token; lacks: readonly Lack[] }>
  | Readonly<{ kind: 'no-decision' | 'no-title' | 'no-words' | 'not-returned'; work: WorkId }>
  | Readonly<{ kind: 'no-translation'; work: WorkId; count: number }>
  /** Words that look like names: in a work, where they are put otherwise, or in a note, which is taken away. */
  | Readonly<{ kind: 'name'; work: WorkId; names: readonly string[] }>
  | Readonly<{ kind: 'name-in-note'; entry: EntryId; note: string; names: readonly string[] }>;

/** The language translations are made into. */
const OFFICE = 'es';
const ASKED = [
  'community',
  'setting',
  'language',
  'interpreter',
  'present',
  'facilitator',
] as const;

/** How much was told in the pages of a work. `everyday` words are no names. */
export function toldIn(pages: readonly Page[], everyday: Everyday): ToldOf {
  const quotes = pages.flatMap((page) => page.quotes);
  return {
    titled: pages.some((page) => titleOf(page) !== undefined),
    quotes: quotes.filter(({ about }) => about !== 'title').length,
    untranslated: quotes.filter(
      ({ wording, translation }) => wording.language !== OFFICE && !translation,
    ).length,
    names: namesOf(pages.flatMap(wordsOn), everyday),
  };
}

/** Each word once that looks like a name. */
function namesOf(texts: readonly string[], everyday: Everyday): string[] {
  const found = texts.flatMap((text) => namesIn(text, everyday));
  return [...new Set(found.map(({ word }) => word))];
}

/** All words that somebody typed about a page. */
function wordsOn({ quotes, items, rings }: Page): string[] {
  const told = quotes.flatMap(({ wording, translation }) => [wording.text, translation?.text]);
  const named = [...items, ...rings].map(({ label }) => label?.text);
  const disputes = items.map(({ dispute }) => dispute?.note);
  return [...told, ...named, ...disputes].filter((text) => text !== undefined);
}

/** All that is missing, in the order in which it is asked for. `told` knows the works that can be looked into. */
export function gapsOf(
  session: Session,
  told: ReadonlyMap<WorkId, ToldOf>,
  everyday: Everyday,
): Gap[] {
  const about = ASKED.filter((field) => session.about[field] === undefined);
  return [
    ...about.map((field) => ({ kind: 'about', field }) as const),
    ...peopleGaps(session),
    ...session.works.flatMap((work) =>
      work.decision === 'throw-away' ? [] : workGaps(work, told.get(work.id)),
    ),
    ...session.observations.flatMap(({ entry, note = '' }): Gap[] => {
      const names = namesOf([note], everyday);
      return names.length > 0 ? [{ kind: 'name-in-note', entry, note, names }] : [];
    }),
  ];
}

function peopleGaps({ participants, assents, works }: Session): Gap[] {
  const sat = new Set(works.flatMap(({ members }) => members));
  return participants.flatMap((person): Gap[] => {
    const { token } = person;
    const isUnasked = sat.has(token) && !assents.some((assent) => assent.token === token);
    const lacks = [...lacksOf(person), ...(isUnasked ? (['no-assent'] as const) : [])];
    return lacks.length > 0 ? [{ kind: 'person', token, lacks }] : [];
  });
}

/**
 * A paper has its day and was explained in a language. Adults need none, and what they have is asked for whole. Of a
 * child whose family said no on a paper with its day nothing is missing.
 */
function lacksOf(person: Participant): Lack[] {
  const { role, reference, agreedOn, explainedIn, age, gender, tongues, channels } = person;
  if (role === 'child' && reference && agreedOn && !channels.includes('drawing')) return [];
  const hasPaper = role === 'child' || Boolean(reference);
  return [
    ...hindrancesOf(person),
    ...(hasPaper && agreedOn === undefined ? (['no-day'] as const) : []),
    ...(hasPaper && explainedIn === undefined ? (['no-explanation'] as const) : []),
    ...(age === undefined ? (['no-age'] as const) : []),
    ...(gender === undefined ? (['no-gender'] as const) : []),
    ...(tongues.length === 0 ? (['no-tongues'] as const) : []),
  ];
}

/** What a child keeps to itself is its own: only what may be seen is given back as a copy. */
function workGaps(
  { id: work, decision, givenBack }: WorkOfSession,
  told: ToldOf | undefined,
): Gap[] {
  return [
    ...(decision === undefined ? [{ kind: 'no-decision', work } as const] : []),
    ...(told && !told.titled ? [{ kind: 'no-title', work } as const] : []),
    ...(told && told.quotes === 0 ? [{ kind: 'no-words', work } as const] : []),
    ...(told && told.untranslated > 0
      ? [{ kind: 'no-translation', work, count: told.untranslated } as const]
      : []),
    ...(told && told.names.length > 0 ? [{ kind: 'name', work, names: told.names } as const] : []),
    ...(decision === 'keep' && !givenBack ? [{ kind: 'not-returned', work } as const] : []),
  ];
}
