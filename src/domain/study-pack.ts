/**
 * A study's whole design as data: what is asked, in which words and voices, what children agree to, what
 * adults may note, and whose keys seal what. A pack holds no code. File: docs/format/study-pack.md.
 */
import { AGE_PRESETS, type AgeBand, type AgePreset } from '#domain/age-band.ts';
import type { Round } from '#domain/entry.ts';
import type { Feeling } from '#domain/feeling.ts';
import type { Ground, Person } from '#domain/ground.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { Channel, Role } from '#domain/participant.ts';
import { MY_COMMUNITY, type Relation, type Study, type Tab } from '#domain/study.ts';
import type { Activity } from '#domain/work.ts';

/** The same words in the languages somebody wrote them in. */
export type Words = Readonly<Partial<Record<LabelLanguage, string>>>;

/** Something that is said to a child: shown, and heard where a voice was recorded (files of the pack, by language). */
export type Prompt = Readonly<{
  id: string;
  words: Words;
  voices: Readonly<Partial<Record<LabelLanguage, string>>>;
}>;

/** What an adult asks in an activity: of all children, or of those of some ages. */
export type ActivityPrompt = Prompt & Readonly<{ ages?: readonly AgeBand[] }>;

/** An activity as this study runs it. */
export type PackActivity = Readonly<{
  /** Its name in the study, such as `drawing` or `good-day`. */
  id: string;
  activity: Activity;
  title: Words;
  /** What opens it; the first is the one that is asked unless the adult takes another. */
  prompts: readonly ActivityPrompt[];
  /** What adults may ask while a child tells, without giving an answer. */
  probes: readonly ActivityPrompt[];
  rounds: readonly Round[];
  /** Circles: are they cut into sectors? */
  sectors: boolean;
  /** Two panels: whose days are told? */
  person: Person;
}>;

/** A card of the assent: a picture, at most twelve words, a voice. */
export type AssentCard = Prompt & Readonly<{ picture: string }>;
/** A question about a card; a wrong answer shows the card again. */
export type AssentQuestion = Prompt &
  Readonly<{
    card: string;
    choices: readonly Readonly<{ picture: string; words: Words; right: boolean }>[];
  }>;

/** Pictures of cards of the assent, and of answers to a question about one. */
export const CARD_PICTURES = [
  'card-invite',
  'card-study',
  'card-choose',
  'card-stop',
  'card-voice',
  'card-keep',
  'card-who-sees',
  'card-secret',
] as const;
export const ANSWER_PICTURES = [
  'answer-can-stop',
  'answer-must-go-on',
  'answer-team-sees',
  'answer-all-see',
] as const;

/** The card that says when an adult has to be told: the limit of secrecy. Source: method, 3.2. */
export const SECRECY_PICTURE = 'card-secret' satisfies (typeof CARD_PICTURES)[number];
/** More words on a card than a child hears out. Source: method, 3.2. */
export const MOST_CARD_WORDS = 12;
/** Fewer questions do not show whether a child understood. Source: method, 3.3. */
export const LEAST_QUESTIONS = 2;

/** The longest voice, in seconds: three times what is long for a child. Source: docs/guide/studies.md, twenty seconds. */
export const MOST_VOICE_SECONDS = 60;

/** How many words a text has; signs that stand alone are none. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What an adult may note with one tap. */
export type Tag = Readonly<{
  id: string;
  words: Words;
  /** It is a sign that somebody does not want to go on. */
  dissent: boolean;
}>;

/** A study's design. */
export type StudyPack = Readonly<{
  /** Its short name, lower case, as it stands in the record. */
  study: string;
  /** Raised by the team with every change. */
  version: number;
  title: Words;
  /** Languages in which it can be run; words missing in one are said in Spanish. */
  languages: readonly LabelLanguage[];
  /** Codes of communities. */
  communities: readonly string[];
  activities: readonly PackActivity[];
  /** What children of an age find on their table, where this study departs from what is usual. */
  ages: Readonly<Partial<Record<AgeBand, AgePreset>>>;
  /** Kinds of bond and feelings on offer, in order, from the vocabulary. */
  relations: readonly Relation[];
  feelings: readonly Feeling[];
  /** Pictures of the vocabulary that the community does not want on offer. */
  without: readonly string[];
  /** The community's own words for pictures: they win over the dictionary. */
  words: Readonly<Record<string, Words>>;
  assent: Readonly<{ cards: readonly AssentCard[]; questions: readonly AssentQuestion[] }>;
  channels: readonly Channel[];
  roles: readonly Role[];
  tags: readonly Tag[];
  /** Kinds of harm a safeguarding flag may name. */
  concerns: readonly Readonly<{ id: string; words: Words }>[];
  /** What an adult does when a child is in danger: shown offline. */
  referral: Words;
  /** Until which day work can be withdrawn, `YYYY-MM-DD`. */
  withdrawUntil: string | undefined;
  /** May a missing voice be replaced by the Spanish one? */
  spanishVoice: boolean;
  /** Public keys (age): whoever holds the secret half opens what was sealed, or helps with a forgotten PIN. */
  keys: Readonly<{ team: string | undefined; safeguarding: string | undefined }>;
}>;

/** The question of this name, in whichever activity it is asked. */
export function questionOf({ activities }: StudyPack, id: string): Prompt | undefined {
  const all = activities.flatMap(({ prompts, probes }) => [...prompts, ...probes]);
  return all.find((one) => one.id === id);
}

/** The activity of this name. */
export function activityOf(pack: StudyPack, id: string): PackActivity | undefined {
  return pack.activities.find((one) => one.id === id);
}

/** What children of this age find on their table in this study. */
export function presetOf(pack: Pick<StudyPack, 'ages'>, band: AgeBand): AgePreset {
  return pack.ages[band] ?? AGE_PRESETS[band];
}

/** The same prompts, those first that are meant for children of this age. */
export function forAge(prompts: readonly ActivityPrompt[], band: AgeBand): ActivityPrompt[] {
  const isFor = ({ ages }: ActivityPrompt): boolean => ages?.includes(band) ?? true;
  return [...prompts.filter(isFor), ...prompts.filter((prompt) => !isFor(prompt))];
}

/** The words in this language, else in Spanish, else in whatever there is; nothing when there are none. */
export function inLanguage(
  words: Words,
  language: LabelLanguage,
): Readonly<{ text: string; language: LabelLanguage }> | undefined {
  const wanted = [language, 'es', 'en', 'quy', 'quz'] as const;
  const found = wanted.find((one) => words[one] !== undefined && words[one] !== '');
  return found && { text: words[found] ?? '', language: found };
}

/** How many of a study's words there are not in this language: they will be said in another. */
export function unsaidIn(pack: StudyPack, language: LabelLanguage): number {
  const { activities, assent, tags, concerns, title, referral } = pack;
  const said = [
    ...activities.flatMap(({ prompts, probes, ...one }) => [
      one.title,
      ...[...prompts, ...probes].map(({ words }) => words),
    ]),
    ...[...assent.cards, ...assent.questions, ...tags, ...concerns].map(({ words }) => words),
    ...assent.questions.flatMap(({ choices }) => choices.map(({ words }) => words)),
  ];
  return [title, referral, ...said].filter((words) => words[language] === undefined).length;
}

/** What the sheet needs to know of the design, for one of its activities and those who go through these rounds. */
export function studyOf(
  pack: StudyPack,
  activity: PackActivity,
  rounds: readonly Round[] = activity.rounds,
): Study {
  const gone = activity.rounds.filter((round) => rounds.includes(round));
  const left = (tabs: readonly Tab[]): Tab[] =>
    tabs.flatMap(({ name, symbols }) => {
      const kept = symbols.filter((symbol) => !pack.without.includes(symbol));
      return kept.length > 0 ? [{ name, symbols: kept }] : [];
    });
  const { tabs, more, prompted } = MY_COMMUNITY;
  return {
    name: pack.study,
    tabs: (kind, round) => left(tabs(kind, round)),
    more: (kind, round) => left(more(kind, round)),
    relations: pack.relations,
    feelings: pack.feelings,
    prompted,
    rounds: (kind) => {
      if (kind !== activity.activity) return MY_COMMUNITY.rounds(kind);
      return gone.length > 0 ? gone : activity.rounds;
    },
  };
}

/** What is printed on the sheets of an activity. */
export function groundFor(
  { activity, sectors, person, prompts }: PackActivity,
  prompt: string | undefined,
): Ground | undefined {
  const question = prompt ?? prompts[0]?.id ?? 'important';
  if (activity === 'circles') return { kind: 'circles', sectors, question };
  return activity === 'two-panels' ? { kind: 'two-panels', person } : undefined;
}
