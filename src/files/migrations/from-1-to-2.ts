/** Version 2 knows poured paint, lines a rubber left in parts, and pictures that children drew. */

type Json = Readonly<Record<string, unknown>>;

/** A session.json of version 1 as version 2 would have written it. */
export function from1to2(json: Json): Json {
  const { works } = json;
  return {
    ...json,
    version: 2,
    ownSymbols: [],
    works: Array.isArray(works) ? works.map((work: Json) => ({ ...work, fills: [] })) : works,
  };
}
