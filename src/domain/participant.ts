/**
 * Who takes part, under a token and never under a name: there is no field for one. What parents agreed to
 * stands here as channels; without their reference a child of a study does not begin (method, 3.1).
 */
import type { Token } from '#domain/contributor.ts';
import type { LabelLanguage } from '#domain/operation.ts';

export const ROLES = ['child', 'parent', 'teacher', 'health-worker', 'promoter'] as const;
export type Role = (typeof ROLES)[number];

export const GENDERS = ['female', 'male', 'other', 'unsaid'] as const;
/** As the person states it, or that they do not; nothing while nobody asked. */
export type Gender = (typeof GENDERS)[number];

export const TONGUES = ['quy', 'quz', 'es', 'other'] as const;
/** A language a person grew up with. */
export type Tongue = (typeof TONGUES)[number];

export const CHANNELS = ['drawing', 'voice', 'photo', 'archive', 'publication'] as const;
/** What may be recorded, kept for later, or shown to others: nothing is, for a channel that is not ticked. */
export type Channel = (typeof CHANNELS)[number];

/** The youngest and the oldest anybody can be, in years. */
export const AGES = { least: 3, most: 110 } as const;
/** How many may sit down to one work: more hands than that one adult cannot follow. Source: method, S27, groups of 6-8. */
export const MOST_TOGETHER = 8;
/** Room for the number of a paper form. */
export const REFERENCE_MOST = 40;

/** What is known of somebody who takes part. */
export type Participant = Readonly<{
  token: Token;
  role: Role;
  /** In years; never a date of birth. */
  age: number | undefined;
  gender: Gender | undefined;
  tongues: readonly Tongue[];
  /** The number of the paper on which a parent agreed. */
  reference: string | undefined;
  /** The language in which it was explained to the parent, and the day, `YYYY-MM-DD`. */
  explainedIn: LabelLanguage | undefined;
  agreedOn: string | undefined;
  channels: readonly Channel[];
  /** Takes part in groups only. */
  groupOnly: boolean;
}>;

/** What can be said of a participant later; what is left out stays as it was. */
export type ParticipantFields = Partial<
  Readonly<{
    [Field in Exclude<keyof Participant, 'token'>]: NonNullable<Participant[Field]>;
  }>
>;

/** What was said by a slip and is not known; a number of a paper is emptied, and what is ticked unticked. */
export const CLEARABLE = ['age', 'gender', 'explainedIn', 'agreedOn'] as const;
export type Clearable = (typeof CLEARABLE)[number];

/** Somebody of whom nothing is known but the token. */
export function aStranger(token: Token): Participant {
  return {
    token,
    role: 'child',
    age: undefined,
    gender: undefined,
    tongues: [],
    reference: undefined,
    explainedIn: undefined,
    agreedOn: undefined,
    channels: [],
    groupOnly: false,
  };
}

/** Why somebody may not begin yet. */
export type NotYet = 'no-reference' | 'no-channel';

/** What is still missing before this person may draw; nothing when all is there. Source: method, 3.1. */
export function missingToBegin(person: Participant): NotYet | undefined {
  return hindrancesOf(person)[0];
}

/** All of that, the paper first. */
export function hindrancesOf({ role, reference, channels }: Participant): readonly NotYet[] {
  return [
    ...(role === 'child' && !reference ? (['no-reference'] as const) : []),
    ...(channels.includes('drawing') ? [] : (['no-channel'] as const)),
  ];
}

/** Those who sit down together with this one more, or without them who is among them; nothing when no more fit. */
export function chosenWith(chosen: readonly Token[], token: Token): readonly Token[] | undefined {
  if (chosen.includes(token)) return chosen.filter((one) => one !== token);
  return chosen.length < MOST_TOGETHER ? [...chosen, token] : undefined;
}
