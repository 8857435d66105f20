/**
 * The design of a study, as far as the sheet needs it: which pictures are on offer in which round, which
 * kinds of bond, which question is asked. The built-in one is "My community".
 */
import { ROUNDS, type Round } from '#domain/entry.ts';
import type { Ground } from '#domain/ground.ts';
import { FEELINGS, type Feeling } from '#domain/feeling.ts';
import type { SymbolName } from '#domain/symbol.ts';
import type { Activity } from '#domain/work.ts';

/** So many pictures lie side by side: more is too much for small eyes and hands. Source: method, 5. */
export const TAB_SIZE = 8;

/** Pictures that lie in the tray together; the first stands for the tab. */
export type Tab = Readonly<{ name: TabName; symbols: readonly string[] }>;

const CORE = {
  'my-people': [
    'self',
    'mother',
    'father',
    'grandmother',
    'grandfather',
    'brother',
    'sister',
    'friend',
  ],
  'people-here': [
    'baby',
    'teacher',
    'health-worker',
    'neighbour',
    'authority',
    'healer',
    'herder',
    'seller',
  ],
  places: ['house', 'kitchen-fire', 'yard', 'school', 'health-post', 'church', 'shop', 'market'],
  'land-and-ways': ['field', 'path', 'road', 'bridge', 'tap', 'pitch', 'meeting-house', 'cemetery'],
  nature: ['hill', 'river', 'lake', 'spring', 'tree', 'stone', 'sun', 'rain'],
  animals: ['dog', 'cow', 'sheep', 'guinea-pig', 'hen', 'llama', 'horse', 'condor'],
} as const satisfies Record<string, readonly SymbolName[]>;

/** What only the prompted round offers. */
const PROGRAMME = {
  programme: [
    'juntos-promoter',
    'mother-leader',
    'juntos-money',
    'queue',
    'health-check',
    'assembly',
    'bank',
    'bank-card',
  ],
} as const satisfies Record<string, readonly SymbolName[]>;

/** What "something else" offers besides, in the prompted round. */
const MORE_PROGRAMME = { 'more-programme': ['government'] } as const satisfies Record<
  string,
  readonly SymbolName[]
>;

/** The rest of the vocabulary, for "something else". */
const MORE = {
  'more-people': ['child', 'boy', 'girl', 'uncle', 'aunt', 'cousin', 'family', 'far-relative'],
  'more-neighbours': [
    'godparent',
    'priest',
    'mayor',
    'police',
    'farmer',
    'varayoq',
    'saint',
    'dead-person',
  ],
  'more-places': [
    'ichu-house',
    'nursery',
    'high-school',
    'hospital',
    'plaza',
    'town-hall',
    'town',
    'city',
  ],
  'more-land': [
    'terraces',
    'garden',
    'canal',
    'footbridge',
    'latrine',
    'dump',
    'ruin',
    'danger-place',
  ],
  'more-nature': [
    'flower',
    'eucalyptus',
    'grass',
    'snow-peak',
    'apu',
    'water',
    'fire',
    'lightning',
  ],
  sky: ['moon', 'star', 'cloud', 'wind', 'hail', 'frost', 'rainbow', 'night'],
  'more-animals': ['pig', 'cat', 'bull', 'rooster', 'alpaca', 'donkey', 'fox', 'bird'],
  'small-animals': ['fish', 'toad', 'mouse', 'egg', 'meat', 'milk', 'wool', 'day'],
  food: ['food', 'potato', 'maize', 'bread', 'firewood', 'medicine', 'money', 'clothes'],
  things: ['ball', 'book', 'pencil', 'phone', 'radio', 'television', 'light', 'car'],
  'more-things': ['motorbike', 'mototaxi', 'poncho', 'carrying-cloth', 'sandals'],
  doing: ['play', 'study', 'work', 'herd', 'cook', 'help', 'give', 'communal-work'],
  'more-doing': ['dance', 'sing', 'feast', 'fight', 'illness'],
} as const satisfies Record<string, readonly SymbolName[]>;

/** The people of circles of closeness, by the five fields, and what else may be close. */
const CLOSE = {
  family: [
    'mother',
    'father',
    'grandmother',
    'grandfather',
    'brother',
    'sister',
    'baby',
    'dead-person',
  ],
  relatives: ['uncle', 'aunt', 'cousin', 'godparent', 'far-relative', 'family'],
  friends: ['friend', 'boy', 'girl', 'neighbour', 'herder', 'farmer', 'seller', 'child'],
  services: [
    'teacher',
    'health-worker',
    'authority',
    'healer',
    'varayoq',
    'police',
    'priest',
    'mayor',
  ],
  animals: CORE.animals,
  'close-places': ['house', 'school', 'field', 'river', 'hill', 'church', 'saint', 'apu'],
} as const satisfies Record<string, readonly SymbolName[]>;

export type TabName =
  | keyof typeof CORE
  | keyof typeof PROGRAMME
  | keyof typeof MORE_PROGRAMME
  | keyof typeof MORE
  | keyof typeof CLOSE;

/** What a study prescribes. */
export type Study = Readonly<{
  /** Its short name, lower case, as it stands in the record. */
  name: string;
  /** The tabs of the tray that lie open in a round of an activity. */
  tabs: (activity: Activity, round: Round) => readonly Tab[];
  /** What "something else" offers beyond them. */
  more: (activity: Activity, round: Round) => readonly Tab[];
  /** Kinds of bond, in the order in which they are offered. */
  relations: readonly string[];
  feelings: readonly Feeling[];
  /** Pictures that lie in the tray in the prompted round only. */
  prompted: readonly string[];
  /** The rounds of an activity, in order. */
  rounds: (activity: Activity) => readonly Round[];
}>;

export const RELATIONS = [
  'help',
  'care',
  'play',
  'work',
  'gives',
  'rules',
  'quarrel',
  'visits',
  'waits',
  'brings',
  'spends',
  'path',
  'water',
  'knows',
] as const;
/** A kind of bond of the built-in study. */
export type Relation = (typeof RELATIONS)[number];

export const QUESTIONS = ['important', 'time-with'] as const;
/** What is asked before circles are filled: wording matters, so it stays with the data. */
export type Question = (typeof QUESTIONS)[number];

/** The rounds of each activity. Circles are no free drawing, and a drawing is nothing else. */
const ROUNDS_OF: Readonly<Record<Activity, readonly Round[]>> = {
  drawing: ['free'],
  map: ROUNDS,
  circles: ['base', 'prompted'],
  'two-panels': ROUNDS,
};

/** The built-in study. */
export const MY_COMMUNITY: Study = {
  name: 'my-community',
  tabs: (activity, round) => {
    if (round === 'free') return [];
    const base = tabsOf(activity === 'circles' ? CLOSE : CORE);
    return round === 'prompted' ? [...base, ...tabsOf(PROGRAMME)] : base;
  },
  more: (activity, round) => {
    if (round === 'free') return [];
    const base = tabsOf(activity === 'circles' ? CORE : MORE);
    return round === 'prompted' ? [...base, ...tabsOf(MORE_PROGRAMME)] : base;
  },
  relations: RELATIONS,
  feelings: FEELINGS,
  prompted: [...Object.values(PROGRAMME), ...Object.values(MORE_PROGRAMME)].flat(),
  rounds: (activity) => ROUNDS_OF[activity],
};

/** May this picture be seen in this round? Those of the programme only once it was asked about. */
export function isOffered(study: Study, round: Round, symbol: string): boolean {
  return round === 'prompted' || !study.prompted.includes(symbol);
}

/** The round that comes after this one, if the activity has another. */
export function roundAfter(study: Study, activity: Activity, round: Round): Round | undefined {
  const rounds = study.rounds(activity);
  return rounds[rounds.indexOf(round) + 1];
}

/** The sheet of an activity as the facilitator set it. */
export function groundOf(
  activity: Activity,
  {
    sectors,
    question,
    person,
  }: Readonly<{ sectors: boolean; question: Question; person: 'me' | 'a-child' }>,
): Ground | undefined {
  if (activity === 'circles') return { kind: 'circles', sectors, question };
  return activity === 'two-panels' ? { kind: 'two-panels', person } : undefined;
}

function tabsOf(tabs: Readonly<Record<string, readonly string[]>>): Tab[] {
  return Object.entries(tabs).map(([name, symbols]) => ({ name: name as TabName, symbols }));
}
