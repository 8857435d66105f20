/**
 * Everything that is written down about a sitting, as plain values: who is there, what they agreed to, what
 * was asked, what an adult saw, and what was taken back afterwards. The union is closed like that of works.
 */
import type { Token } from '#domain/contributor.ts';
import type { EntryId } from '#domain/entry.ts';
import type { GroupId, WorkId } from '#domain/ids.ts';
import type { AddStroke, Erased, LabelLanguage, Unknown } from '#domain/operation.ts';
import type { Clearable, ParticipantFields } from '#domain/participant.ts';
import type { Activity } from '#domain/work.ts';

export const SETTINGS = ['classroom', 'patio', 'outdoors', 'home', 'other'] as const;
/** Where a session takes place: a kind of place, never a place. */
export type Setting = (typeof SETTINGS)[number];

export const BYSTANDERS = ['teacher', 'parent', 'sibling', 'other-adult'] as const;
/** Who else is there: it changes answers. Source: method, 2.12. */
export type Bystander = (typeof BYSTANDERS)[number];

/** Room for a note typed while watching, in letters as people count them. */
export const NOTE_MOST = 300;

/** What a facilitator says about the sitting; what is left out stays as it was. */
export type SetSession = Readonly<{
  kind: 'session/set';
  /** By its code in the study. */
  community?: string;
  setting?: Setting;
  /** The language children are spoken to in. */
  language?: LabelLanguage;
  interpreter?: boolean;
  present?: readonly Bystander[];
  /** The facilitator's code. */
  facilitator?: string;
}>;
/** A child takes part, under a token. */
export type Join = Readonly<{ kind: 'contributor/join'; token: Token }>;
/** Somebody is on the roster, or more is known about them. */
export type SetParticipant = Readonly<{ kind: 'participant/set'; token: Token }> &
  ParticipantFields;
/** What was said of somebody by a slip is not known. */
export type ClearParticipant = Readonly<{
  kind: 'participant/clear';
  token: Token;
  fields: readonly Clearable[];
}>;
/** Somebody was put on the roster by a slip: they take no part, and their number is given to nobody else. */
export type Leave = Readonly<{ kind: 'participant/leave'; token: Token }>;
/** Who does something together; nobody in it: there is no such group any more. */
export type SetGroup = Readonly<{ kind: 'group/set'; group: GroupId; members: readonly Token[] }>;

export const ANSWERS = ['yes', 'not-now', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];
export const UNDERSTANDINGS = ['understood', 'needed-help', 'not-understood'] as const;
/** How the two pictures were answered: never a score. Source: method, 3.3. */
export type Understanding = (typeof UNDERSTANDINGS)[number];
/** A child answered whether it wants to take part. */
export type Assent = Readonly<{
  kind: 'assent/answer';
  token: Token;
  answer: Answer;
  understanding: Understanding;
  /** How often a picture question was answered wrongly, and its card shown again. */
  repeats: number;
  language: LabelLanguage;
  /** Was a voice heard, besides the pictures? */
  voice: boolean;
  /** The answers in the order in which they stood, from the left. */
  order: readonly Answer[];
  /** An adult pressed in place of the child. */
  adultOperated?: true;
}>;
/** A child does not want this activity, which this prompt was to open. It needs no reason. */
export type Skip = Readonly<{
  kind: 'activity/skip';
  token: Token;
  activity: string;
  prompt?: string;
}>;

/** A work is begun: which activity of the study, with which question, by whom. */
export type Begin = Readonly<{
  kind: 'work/begin';
  work: WorkId;
  activity: Activity;
  /** The activity's name in the study, and the prompt that opened it. */
  template?: string;
  prompt?: string;
  /** Those who sat down to it. */
  members?: readonly Token[];
}>;
/** A child rests: the work waits. */
export type Rest = Readonly<{ kind: 'work/rest'; work: WorkId }>;
export const DECISIONS = ['keep', 'keep-private', 'throw-away'] as const;
/** What the child decided about a work at its end. */
export type Decision = (typeof DECISIONS)[number];
/** A work is finished, or decided about anew. Of one that is thrown away this is all that stays. */
export type Finish = Readonly<{
  kind: 'work/finish';
  work: WorkId;
  decision: Decision;
  /** What each of several said for itself, where they were asked one by one. */
  each?: readonly Readonly<{ token: Token; decision: Decision }>[];
}>;
/** May a work be shown to others? Nobody said so: no. */
export type Publish = Readonly<{ kind: 'work/publish'; work: WorkId; publishable: boolean }>;
/** An adult wrote down more of a work that had left the tablet: the file that left lacks it. */
export type Tell = Readonly<{ kind: 'work/tell'; work: WorkId }>;
/** The child was given its picture. */
export type GiveBack = Readonly<{ kind: 'work/give-back'; work: WorkId }>;

export const HOW_SHOWN = ['shown', 'again'] as const;
/** How the tablet itself asks: it shows a child what opens an activity, or says it again to one who wants to hear it. */
export type HowShown = (typeof HOW_SHOWN)[number];
/** An adult asked; or the tablet did, before there is a work or during it. */
export type ShowPrompt = Readonly<{
  kind: 'prompt/show';
  prompt: string;
  language: LabelLanguage;
  work?: WorkId;
  /** Absent: an adult read or played it. */
  how?: HowShown;
}>;
/** What an adult saw: a tag of the study, a few words, or both. */
export type Observe = Readonly<{
  kind: 'observation/add';
  tag?: string;
  note?: string;
  /** A sign that somebody does not want to go on. */
  dissent?: true;
  work?: WorkId;
  about?: readonly Token[];
}>;
/** It was a slip that this was said to be asked, or noted as seen. */
export type TakeBack = Readonly<{ kind: 'session/take-back'; entry: EntryId }>;

/** A child drew a picture of its own for the tray; items wear it by this name. */
export type AddSymbol = Readonly<{
  kind: 'symbol/add';
  symbol: OwnSymbol;
  lines: readonly SymbolLine[];
}>;
/** The name of a picture that a child drew. */
export type OwnSymbol = `own-${string}`;
/** One line of such a picture, as it was drawn on a sheet of its own. */
export type SymbolLine = Pick<AddStroke, 'tool' | 'crayon' | 'width' | 'samples'>;
/** The day is done: what is written after this opens the session again. */
export type Close = Readonly<{ kind: 'session/close' }>;
/** A file with the session left the tablet; `left` works stayed, because nobody decided about them. */
export type HandOver = Readonly<{
  kind: 'session/hand-over';
  file: string;
  sha256: string;
  left: number;
}>;

/** A file with pictures of these works left the tablet, to be shown. The session is not handed over by it. */
export type Show = Readonly<{ kind: 'session/show'; file: string; works: readonly WorkId[] }>;

/** What went from a work that others share. */
export type Removed = Readonly<{
  work: WorkId;
  items: number;
  links: number;
  stamps: number;
  strokes: number;
  quotes: number;
}>;
/**
 * What was taken back afterwards, as a stone without content: who or which work, on which day, and how much went.
 * Source: method, 3.12 and 3.13.
 */
export type Withdraw = Readonly<{
  kind: 'withdrawal/add';
  /** A participant everywhere, or one work. */
  scope: Readonly<{ token: Token }> | Readonly<{ work: WorkId }>;
  /** `YYYY-MM-DD` by the tablet's own clock. */
  on: string;
  /** Works that are gone whole. */
  works: readonly WorkId[];
  /** Works in which others' parts stayed. */
  removed: readonly Removed[];
}>;

export type SessionOperation =
  | SetSession
  | Join
  | SetParticipant
  | ClearParticipant
  | Leave
  | SetGroup
  | Assent
  | Skip
  | Begin
  | Rest
  | Finish
  | Publish
  | Tell
  | GiveBack
  | ShowPrompt
  | Observe
  | TakeBack
  | AddSymbol
  | Close
  | HandOver
  | Show
  | Withdraw
  | Erased
  | Unknown;
