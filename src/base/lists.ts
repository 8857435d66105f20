/** Lists that are never changed, only written anew. */

/** The list with something else at this place. */
export function replacedAt<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return list.map((one, index) => (index === at ? item : one));
}

/** The list without what lies at this place. */
export function withoutAt<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_, index) => index !== at);
}

/** The list with something more at this place. */
export function insertedAt<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** The list with what lies at this place so many places further on, or further to the front when negative. */
export function movedAt<Item>(list: readonly Item[], at: number, by: number): Item[] {
  const item = list.slice(at, at + 1);
  const rest = withoutAt(list, at);
  return [...rest.slice(0, at + by), ...item, ...rest.slice(at + by)];
}
