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

/** The animal a token shows; the facilitator has none. */
export function animalOf(contributor: Contributor): Animal | undefined {
  return ANIMALS.find((animal) => contributor.startsWith(`${animal}-`));
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

/** The label of the child who joins as `animal` when `before` have joined already. */
export function tokenFor(animal: Animal, before: number): Token {
  return `${animal}-${String(before + 1).padStart(2, '0')}` as Token;
}
