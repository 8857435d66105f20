/** What a session still lacks before the day is closed. Source: method, G4; 2.12. */
import type { Token } from '#domain/contributor.ts';
import type { WorkId } from '#domain/ids.ts';
import { namesIn, type Everyday } from '#domain/names.ts';
import { missingToBegin } from '#domain/participant.ts';
import type { Circumstances, Session } from '#domain/session.ts';
import { titleOf, type Page } from '#domain/work.ts';

/** What was told in a work, and what in it looks like names of persons. */
export type ToldOf = Readonly<{
  titled: boolean;
  quotes: number;
  untranslated: number;
  names: readonly string[];
}>;

/** Something that is missing. */
export type Gap =
  | Readonly<{ kind: 'about'; field: keyof Circumstances }>
  | Readonly<{ kind: 'no-reference' | 'no-channel' | 'no-age' | 'no-assent'; token: Token }>
  | Readonly<{ kind: 'no-decision' | 'no-title' | 'no-words'; work: WorkId }>
  | Readonly<{ kind: 'no-translation'; work: WorkId; count: number }>
  /** Words that look like names: in a work, where they can be put otherwise, or in notes, where they cannot. */
  | Readonly<{ kind: 'name'; work: WorkId; names: readonly string[] }>
  | Readonly<{ kind: 'name-in-notes'; names: readonly string[] }>;

/** The language translations are made into. */
const OFFICE = 'es';
const ASKED = ['community', 'setting', 'language', 'present', 'facilitator'] as const;

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
  const noted = session.observations.flatMap(({ note }) => note ?? []);
  const names = namesOf(noted, everyday);
  const about = ASKED.filter((field) => session.about[field] === undefined);
  return [
    ...about.map((field) => ({ kind: 'about', field }) as const),
    ...peopleGaps(session),
    ...session.works.flatMap(({ id, decision }) =>
      decision === 'throw-away' ? [] : workGaps(id, decision !== undefined, told.get(id)),
    ),
    ...(names.length > 0 ? [{ kind: 'name-in-notes', names } as const] : []),
  ];
}

function peopleGaps({ participants, assents, works }: Session): Gap[] {
  const sat = new Set(works.flatMap(({ members }) => members));
  return participants.flatMap((person): Gap[] => {
    const { token, age } = person;
    const missing = missingToBegin(person);
    const asked = assents.some((assent) => assent.token === token);
    return [
      ...(missing ? [{ kind: missing, token } as const] : []),
      ...(age === undefined ? [{ kind: 'no-age', token } as const] : []),
      ...(sat.has(token) && !asked ? [{ kind: 'no-assent', token } as const] : []),
    ];
  });
}

function workGaps(work: WorkId, decided: boolean, told: ToldOf | undefined): Gap[] {
  return [
    ...(decided ? [] : [{ kind: 'no-decision', work } as const]),
    ...(told && !told.titled ? [{ kind: 'no-title', work } as const] : []),
    ...(told && told.quotes === 0 ? [{ kind: 'no-words', work } as const] : []),
    ...(told && told.untranslated > 0
      ? [{ kind: 'no-translation', work, count: told.untranslated } as const]
      : []),
    ...(told && told.names.length > 0 ? [{ kind: 'name', work, names: told.names } as const] : []),
  ];
}
