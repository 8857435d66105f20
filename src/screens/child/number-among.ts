/** Two children of a group may wear the same animal: then their numbers tell them apart. */
import { animalOf, numberOf, type Animal, type Token } from '#domain/contributor.ts';

/** The number of this child where another of them wears the same animal; nothing where the head says enough. */
export function numberAmong(who: Animal | Token, all: readonly Token[]): number | undefined {
  const alike = all.filter((token) => animalOf(token) === animalOf(who));
  const isToken = alike.some((token) => token === who);
  return isToken && alike.length > 1 ? numberOf(who as Token) : undefined;
}
