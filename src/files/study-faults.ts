/** What must hold between the parts of a study's design before it may be run; each fault says where it is. */
import { isRecipient } from '#base/age-key.ts';
import { isDay } from '#base/calendar.ts';
import type { AgePreset } from '#domain/age-band.ts';
import { MY_COMMUNITY } from '#domain/study.ts';
import {
  LEAST_QUESTIONS,
  MOST_CARD_WORDS,
  SECRECY_PICTURE,
  wordCount,
  type AssentQuestion,
  type PackActivity,
  type Prompt,
  type StudyPack,
  type Words,
} from '#domain/study-pack.ts';
import { LEAST_CARDS } from '#files/study-schema.ts';

/** Something of the design is missing, there twice, or does not fit. */
export type StudyFault = Readonly<{
  code:
    | 'study-file/broken'
    | 'study-file/few-questions'
    | 'study-file/no-key'
    | 'study-file/no-secrecy'
    | 'study-file/one-right'
    | 'study-file/too-few'
    | 'study-file/too-wordy'
    | 'study-file/twice'
    | 'study-file/without-words';
  /** Where, such as `activities.2.prompts.0`. */
  path: string;
}>;

type Named = readonly Readonly<{ id: string }>[];

/** Everything that stands in the way of running the study, from the top down. */
export function faultsIn(pack: StudyPack): StudyFault[] {
  const { title, languages, communities, activities, assent, tags, concerns } = pack;
  return [
    ...unsaid('title', title),
    ...enough('languages', languages, 1),
    ...unlike('languages', languages),
    ...unlike('communities', communities),
    ...enough('activities', activities, 1),
    ...unlike('activities', idsOf(activities)),
    ...activities.flatMap((one, at) => faultsOfActivity(one, `activities.${String(at)}`)),
    ...Object.entries(pack.ages).flatMap(([band, preset]) => faultsOfAge(preset, `ages.${band}`)),
    ...(['relations', 'feelings', 'without'] as const).flatMap((one) => unlike(one, pack[one])),
    ...Object.entries(pack.words).flatMap(([symbol, words]) => unsaid(`words.${symbol}`, words)),
    ...faultsOfAssent(assent),
    ...enough('channels', pack.channels, 1),
    ...unlike('channels', pack.channels),
    ...enough('roles', pack.roles, 1),
    ...unlike('roles', pack.roles),
    ...faultsOfNamed('tags', tags),
    ...faultsOfNamed('concerns', concerns),
    ...enough('concerns', concerns, 1),
    ...unsaid('referral', pack.referral),
    ...faultsOfDay(pack.withdrawUntil),
    ...faultsOfKeys(pack.keys),
  ];
}

/**
 * What a study still owes a child that it asks. It bars a new study; one that lies on the tablet is run and read as
 * before. Source: method, 3.2 and 3.3.
 */
export function owedIn({ assent: { cards, questions } }: StudyPack): StudyFault[] {
  const isSecrecySaid = cards.some(({ picture }) => picture === SECRECY_PICTURE);
  return [
    ...cards.flatMap(({ words }, at) => tooWordy(`assent.cards.${String(at)}`, words)),
    ...(isSecrecySaid ? [] : [{ code: 'study-file/no-secrecy', path: 'assent.cards' } as const]),
    ...(questions.length >= LEAST_QUESTIONS
      ? []
      : [{ code: 'study-file/few-questions', path: 'assent.questions' } as const]),
  ];
}

function tooWordy(path: string, words: Words): StudyFault[] {
  return Object.entries(words)
    .filter(([, text]) => wordCount(text) > MOST_CARD_WORDS)
    .map(([language]) => ({ code: 'study-file/too-wordy', path: `${path}.${language}` }));
}

function faultsOfActivity(
  { activity, title, prompts, probes, rounds }: PackActivity,
  path: string,
): StudyFault[] {
  const usual = MY_COMMUNITY.rounds(activity);
  const places = rounds.map((round) => usual.indexOf(round));
  const inOrder = places.every((place, at) => place > (places[at - 1] ?? -1));
  return [
    ...unsaid(`${path}.title`, title),
    ...enough(`${path}.prompts`, prompts, 1),
    ...unlike(path, idsOf([...prompts, ...probes])),
    ...unsaidPrompts(`${path}.prompts`, prompts),
    ...unsaidPrompts(`${path}.probes`, probes),
    ...enough(`${path}.rounds`, rounds, 1),
    ...(inOrder ? [] : [{ code: 'study-file/broken', path: `${path}.rounds` } as const]),
  ];
}

function faultsOfAge({ brushes, rounds }: AgePreset, path: string): StudyFault[] {
  return [
    ...enough(`${path}.brushes`, brushes, 1),
    ...unlike(`${path}.brushes`, brushes),
    ...enough(`${path}.rounds`, rounds, 1),
    ...unlike(`${path}.rounds`, rounds),
  ];
}

function faultsOfAssent({ cards, questions }: StudyPack['assent']): StudyFault[] {
  const known = idsOf(cards);
  return [
    ...enough('assent.cards', cards, LEAST_CARDS),
    ...unlike('assent', [...known, ...idsOf(questions)]),
    ...unsaidPrompts('assent.cards', cards),
    ...enough('assent.questions', questions, 1),
    ...unsaidPrompts('assent.questions', questions),
    ...questions.flatMap((one, at) =>
      faultsOfQuestion(one, known, `assent.questions.${String(at)}`),
    ),
  ];
}

function faultsOfQuestion(
  { card, choices }: AssentQuestion,
  cards: readonly string[],
  path: string,
): StudyFault[] {
  const right = choices.filter((choice) => choice.right).length;
  return [
    ...(cards.includes(card) ? [] : [{ code: 'study-file/broken', path: `${path}.card` } as const]),
    ...enough(`${path}.choices`, choices, 2),
    ...(right === 1 ? [] : [{ code: 'study-file/one-right', path: `${path}.choices` } as const]),
    ...choices.flatMap(({ words }, at) => unsaid(`${path}.choices.${String(at)}`, words)),
  ];
}

function faultsOfNamed(
  path: string,
  named: readonly Readonly<{ id: string; words: Words }>[],
): StudyFault[] {
  return [
    ...unlike(path, idsOf(named)),
    ...named.flatMap(({ words }, at) => unsaid(`${path}.${String(at)}`, words)),
  ];
}

function faultsOfDay(day: string | undefined): StudyFault[] {
  const isWrong = day !== undefined && !isDay(day);
  return isWrong ? [{ code: 'study-file/broken', path: 'withdrawUntil' }] : [];
}

/** Nothing can be sealed for a key with a wrong letter, and nobody would know before it matters. */
function faultsOfKeys(keys: StudyPack['keys']): StudyFault[] {
  return (['team', 'safeguarding'] as const).flatMap((whose) => {
    const key = keys[whose];
    const isKey = key === undefined || isRecipient(key);
    return isKey ? [] : [{ code: 'study-file/no-key', path: `keys.${whose}` } as const];
  });
}

function unsaidPrompts(path: string, prompts: readonly Prompt[]): StudyFault[] {
  return prompts.flatMap(({ words }, at) => unsaid(`${path}.${String(at)}`, words));
}

function unsaid(path: string, words: Words): StudyFault[] {
  return Object.keys(words).length > 0 ? [] : [{ code: 'study-file/without-words', path }];
}

function enough(path: string, list: readonly unknown[], least: number): StudyFault[] {
  return list.length >= least ? [] : [{ code: 'study-file/too-few', path }];
}

function unlike(path: string, names: readonly string[]): StudyFault[] {
  return new Set(names).size === names.length ? [] : [{ code: 'study-file/twice', path }];
}

function idsOf(named: Named): string[] {
  return named.map(({ id }) => id);
}
