/** Version 3 knows what links say, stamps, rings, what was told, names of pictures, wishes, and printed sheets. */

type Json = Readonly<Record<string, unknown>>;

/** A session.json of version 2 as version 3 would have written it. */
export function from2to3(json: Json): Json {
  return { ...json, version: 3, works: eachOf(json['works'], work) };
}

function work(json: Json): Json {
  return {
    ...json,
    items: eachOf(json['items'], (item) => {
      return { ...item, type: item['symbol'], turn: 0, wish: false };
    }),
    stamps: [],
    rings: [],
    quotes: [],
  };
}

/** Each of the rows, where there are rows at all. */
function eachOf(rows: unknown, change: (row: Json) => Json): unknown {
  return Array.isArray(rows) ? rows.map((row: Json) => change(row)) : rows;
}
