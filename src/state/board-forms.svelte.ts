/**
 * What an adult is writing on the board before it is saved. It waits in memory while the lock stands before it, and
 * lies nowhere else: what is half written is nobody's record.
 */
import { animalOf, numberOf, tokenOf, type Animal, type Token } from '#domain/contributor.ts';
import {
  CLEARABLE,
  type Clearable,
  type Participant,
  type ParticipantFields,
} from '#domain/participant.ts';

/** The form of one person of the roster. */
export class PersonDraft {
  /** Who is looked at; nobody for somebody new. */
  readonly person: Participant | undefined;
  #animal = $state.raw<Animal>('zorro');
  number = $state(1);
  fields = $state.raw<ParticipantFields>({ role: 'child' });
  age = $state<number | null | undefined>();
  reference = $state('');
  agreedOn = $state('');
  /** The number that is free with an animal. */
  readonly #offer: (animal: Animal) => number;
  #offered: number;
  readonly #first: string;

  constructor(person: Participant | undefined, offer: (animal: Animal) => number) {
    this.person = person;
    this.#offer = offer;
    this.#animal = (person && animalOf(person.token)) ?? 'zorro';
    this.#offered = person ? numberOf(person.token) : offer(this.#animal);
    this.number = this.#offered;
    if (person) this.fields = fieldsOf(person);
    this.age = person?.age;
    this.reference = person?.reference ?? '';
    this.agreedOn = person?.agreedOn ?? '';
    this.#first = this.#written;
  }

  get animal(): Animal {
    return this.#animal;
  }

  get token(): Token {
    return tokenOf(this.animal, this.number);
  }

  /** Another animal: with the number that is free with it, unless somebody typed one. */
  choose(animal: Animal): void {
    this.#animal = animal;
    if (this.number !== this.#offered) return;
    this.#offered = this.#offer(animal);
    this.number = this.#offered;
  }

  /** Does something stand here that would be lost? */
  get isChanged(): boolean {
    return this.#written !== this.#first;
  }

  /** Say more of this person. */
  say(more: ParticipantFields): void {
    this.fields = { ...this.fields, ...more };
  }

  /** This is not known of this person. */
  unsay(field: 'gender' | 'explainedIn'): void {
    const { [field]: _, ...rest } = this.fields;
    this.fields = rest;
  }

  /** What was known before and is not any more. */
  clearedBy(fields: ParticipantFields): readonly Clearable[] {
    const { person } = this;
    return CLEARABLE.filter((one) => person?.[one] !== undefined && fields[one] === undefined);
  }

  get #written(): string {
    const { animal, number, fields, age, reference, agreedOn } = this;
    return JSON.stringify([animal, number, fields, age, reference, agreedOn]);
  }
}

/** The forms of the board. */
export class BoardForms {
  /** Whose form is open; nothing while none is. */
  person = $state.raw<PersonDraft | undefined>();
  /** Is the form of the session open? Nothing while nobody opened or closed it. */
  isAboutOpen = $state.raw<boolean | undefined>();
  /** The facilitator's code as it stands typed, also one that cannot be kept; nothing while it is the one that is kept. */
  facilitator = $state.raw<string | undefined>();

  /** Does something stand in a form that would be lost? */
  get isChanged(): boolean {
    return this.facilitator !== undefined || this.person?.isChanged === true;
  }
}

/** What is known of somebody, as it can be said again. */
export function fieldsOf({ token: _, ...rest }: Participant): ParticipantFields {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}
