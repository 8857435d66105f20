/** Whose hand it was: an animal and a number, never a name. `f` is the facilitator. */

export const ANIMALS = [
  'zorro',
  'llama',
  'colibri',
  'condor',
  'vicuna',
  'sapo',
  'cuy',
  'lechuza',
  'oso',
  'puma',
  'trucha',
  'venado',
] as const;
/** The sign a child picks for itself. */
export type Animal = (typeof ANIMALS)[number];

/** Such as `zorro-01`: a label that is unique within a session. */
export type Token = `${Animal}-${number}`;
export type Contributor = Token | 'f';

/** The animal a token shows; an animal is its own, and the facilitator has none. */
export function animalOf(contributor: Contributor | Animal): Animal | undefined {
  return ANIMALS.find((animal) => contributor === animal || contributor.startsWith(`${animal}-`));
}

const TOKEN = new RegExp(`^(${ANIMALS.join('|')})-\\d{2}$`);

/** Is it one of the children? */
export function isToken(contributor: Contributor): contributor is Token {
  return contributor !== 'f';
}

/** Is this text a contributor's label? */
export function isContributor(text: string): text is Contributor {
  return text === 'f' || TOKEN.test(text);
}

/** The largest number a token can bear. */
export const NUMBER_MOST = 99;

/** The label of this animal and number. */
export function tokenOf(animal: Animal, number: number): Token {
  return `${animal}-${String(number).padStart(2, '0')}` as Token;
}

/** The number a token bears. */
export function numberOf(token: Token): number {
  return Number(token.slice(-2));
}

/**
 * A number for somebody new of this animal: after the highest of all, so that the number alone tells people apart as
 * long as it can; then the first that nobody bears, then the first that is free with this animal; the last when none is.
 */
export function nextNumber(given: readonly Token[], animal: Animal): number {
  const numbers = new Set(given.map(numberOf));
  const after = Math.max(0, ...numbers) + 1;
  if (after <= NUMBER_MOST) return after;
  const all = Array.from({ length: NUMBER_MOST }, (_, at) => at + 1);
  const borne = new Set<string>(given);
  return (
    all.find((number) => !numbers.has(number)) ??
    all.find((number) => !borne.has(tokenOf(animal, number))) ??
    NUMBER_MOST
  );
}
