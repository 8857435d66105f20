/** How the facilitator set this tablet up: remembered by the tablet, never part of the children's data. */
import { AGE_BANDS, type AgeBand } from '#domain/age-band.ts';
import { PERSONS, type Person } from '#domain/ground.ts';
import { LABEL_LANGUAGES, type LabelLanguage } from '#domain/operation.ts';
import { QUESTIONS, type Question } from '#domain/study.ts';
import { HANDS, type Hands } from '#editing/palm.ts';
import type { Setting, Settings } from '#storage/settings.ts';

export const SOUNDS = ['on', 'off'] as const;
export type Sound = (typeof SOUNDS)[number];
export const DRAWING_HANDS = ['right', 'left'] as const;
/** The hand a child draws with: the tools stand on the other side. */
export type DrawingHand = (typeof DRAWING_HANDS)[number];

export const SECTORS_SHOWN = ['with', 'without'] as const;
export type SectorsShown = (typeof SECTORS_SHOWN)[number];

/** The settings of the tablet. */
export class Manners {
  readonly #settings: Settings;
  #ageBand = $state.raw<AgeBand>('9-11');
  #sound = $state.raw<Sound>('on');
  #hands = $state.raw<Hands>('both');
  #drawingHand = $state.raw<DrawingHand>('right');
  #question = $state.raw<Question>('important');
  #sectors = $state.raw<SectorsShown>('with');
  #person = $state.raw<Person>('me');
  #childLanguage = $state.raw<LabelLanguage | undefined>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Read what was chosen before; what is not there or makes no sense stays as it is. */
  async remember(): Promise<void> {
    this.#ageBand = (await this.#read('age-band', AGE_BANDS)) ?? this.#ageBand;
    this.#sound = (await this.#read('sound', SOUNDS)) ?? this.#sound;
    this.#hands = (await this.#read('hands', HANDS)) ?? this.#hands;
    this.#drawingHand = (await this.#read('drawing-hand', DRAWING_HANDS)) ?? this.#drawingHand;
    this.#question = (await this.#read('question', QUESTIONS)) ?? this.#question;
    this.#sectors = (await this.#read('sectors', SECTORS_SHOWN)) ?? this.#sectors;
    this.#person = (await this.#read('person', PERSONS)) ?? this.#person;
    this.#childLanguage = await this.#read('child-language', LABEL_LANGUAGES);
  }

  get ageBand(): AgeBand {
    return this.#ageBand;
  }

  set ageBand(ageBand: AgeBand) {
    this.#ageBand = ageBand;
    this.#write('age-band', ageBand);
  }

  get sound(): Sound {
    return this.#sound;
  }

  set sound(sound: Sound) {
    this.#sound = sound;
    this.#write('sound', sound);
  }

  /** What may draw: fingers, pens or both. */
  get hands(): Hands {
    return this.#hands;
  }

  set hands(hands: Hands) {
    this.#hands = hands;
    this.#write('hands', hands);
  }

  get drawingHand(): DrawingHand {
    return this.#drawingHand;
  }

  set drawingHand(hand: DrawingHand) {
    this.#drawingHand = hand;
    this.#write('drawing-hand', hand);
  }

  /** What is asked before circles are filled. */
  get question(): Question {
    return this.#question;
  }

  set question(question: Question) {
    this.#question = question;
    this.#write('question', question);
  }

  /** Are the circles cut into sectors? */
  get sectors(): boolean {
    return this.#sectors === 'with';
  }

  set sectors(sectors: boolean) {
    this.#sectors = sectors ? 'with' : 'without';
    this.#write('sectors', this.#sectors);
  }

  /** Whose good and bad day is told. */
  get person(): Person {
    return this.#person;
  }

  set person(person: Person) {
    this.#person = person;
    this.#write('person', person);
  }

  /** The language children are spoken to in; nothing where nobody chose one: then it is that of the adults. */
  get childLanguage(): LabelLanguage | undefined {
    return this.#childLanguage;
  }

  set childLanguage(language: LabelLanguage | undefined) {
    this.#childLanguage = language;
    this.#write('child-language', language ?? '');
  }

  async #read<Choice extends string>(
    setting: Setting,
    choices: readonly Choice[],
  ): Promise<Choice | undefined> {
    const kept = await this.#settings.read(setting);
    return choices.find((choice) => kept.ok && choice === kept.value);
  }

  /** A setting that cannot be kept still holds until the app is closed. */
  #write(setting: Setting, value: string): void {
    void this.#settings.write(setting, value);
  }
}
