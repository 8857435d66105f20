/** A drawing of 44 lines and the group map of the study's own scenario, as plans for hands. */
import { readFileSync } from 'node:fs';

import { ANIMALS, type Animal } from '#domain/contributor.ts';
import { BRUSHES, type Brush, type Crayon, type Width } from '#domain/crayon.ts';
import { ROUNDS, type Round } from '#domain/entry.ts';
import type { Feeling, Valence } from '#domain/feeling.ts';
import type { Relation } from '#domain/study.ts';
import { isSymbol, type SymbolName } from '#domain/symbol.ts';

import { crayonOf, widthOf, type App, type Bond } from './app.ts';
import { INPUTS, type Input, type Place } from './hands.ts';

type Scenario = Readonly<{
  contributors: readonly (readonly [string, string, number])[];
  items: readonly Readonly<{ key: string; item: string; author: string; round: Round }>[];
  stamps: readonly Readonly<{ author: string; item: string; feeling: Feeling }>[];
  links: readonly Readonly<{
    author: string;
    from: string;
    to: string;
    kind: Relation;
    valence: Valence;
    dir: '->' | '<-' | '<->' | '-';
  }>[];
}>;

/** A line somebody draws. */
export type Line = Readonly<{
  brush: Brush;
  crayon: Crayon;
  width: Width;
  input: Input;
  places: readonly Place[];
  /** A place in the middle of the painted line. */
  on: Place;
}>;
/** A picture somebody puts, or draws. */
export type Put = Place &
  Readonly<{ key: string; symbol: SymbolName; author: string; round: Round }>;
/** A bond between pictures. */
export type Tie = Readonly<{ author: string; from: string; to: string }> & Bond;
/** How a picture feels to somebody. */
export type Felt = Readonly<{ author: string; item: string; feeling: Feeling }>;

/** The study's own scenario of a group map, whole. */
export const { groupMap: SCENARIO } = JSON.parse(
  readFileSync('tests/fixtures/scenarios.json', 'utf8'),
) as { groupMap: Scenario };

/** So many lines with one crayon before the next is taken. */
const ALIKE = 4;

/** Lines in rows of six, the first with this crayon; every hand takes its turn. */
export function linesOf(count: number, firstCrayon: number): Line[] {
  return Array.from({ length: count }, (_, at): Line => {
    const corner = { x: 90 + (at % 6) * 245, y: 80 + Math.floor(at / 6) * 270 };
    const places = Array.from({ length: 9 }, (__, step) => ({
      x: corner.x + step * 20,
      y: corner.y + (step % 2) * 40 + step * 6,
    }));
    const [a, b] = [places[4] ?? corner, places[5] ?? corner];
    const group = firstCrayon + Math.floor(at / ALIKE);
    return {
      brush: BRUSHES[group % BRUSHES.length] ?? 'crayon',
      crayon: crayonOf(group),
      width: widthOf(group),
      input: INPUTS[at % INPUTS.length] ?? 'mouse',
      places,
      on: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
    };
  });
}

/** Draw them all, each with its brush, colour and hand. */
export async function drawAll(app: App, lines: readonly Line[]): Promise<void> {
  let inHand: Crayon | undefined;
  for (const { brush, crayon, width, input, places } of lines) {
    if (crayon !== inHand) {
      await app.takeBrush(brush);
      await app.takeCrayon(crayon, width);
    }
    inHand = crayon;
    await app.drawLine(places, input);
  }
}

/** How the scenario writes which way a link goes. */
const DIRECTION_OF = { '->': 'there', '<-': 'back', '<->': 'both', '-': 'none' } as const;

/** All pictures of the scenario, eight to a row, in the order in which the rounds allow them. */
export const ALL_PUTS: readonly Put[] = ROUNDS.flatMap((round) =>
  SCENARIO.items.filter((item) => item.round === round),
).map(({ key, item, author, round }, at) => {
  if (!isSymbol(item)) throw new Error(`${item} is not in the vocabulary`);
  const [column, row] = [at % 8, Math.floor(at / 8)];
  return { key, symbol: item, author, round, x: 105 + column * 198, y: 105 + row * 198 };
});

/** All bonds of the scenario. */
export const ALL_TIES: readonly Tie[] = SCENARIO.links.map(
  ({ author, from, to, kind: relation, valence, dir }) => {
    return { author, from, to, relation, valence, direction: DIRECTION_OF[dir] };
  },
);

/** The twelve pictures that a shorter map is made of: most of them are joined. */
const CHOSEN = [
  'house.1',
  'school.1',
  'river.1',
  'hen.1',
  'mother.1',
  'cow.1',
  'herder.1',
  'dog.1',
  'health-post.1',
  'house.2',
  'church.1',
  'house.3',
];

/** The pictures of the shorter map, four to a row, in the order in which the children put them. */
export const PUTS: readonly Put[] = SCENARIO.items
  .filter(({ key }) => CHOSEN.includes(key))
  .map(({ key, item, author }, at) => {
    if (!isSymbol(item)) throw new Error(`${item} is not in the vocabulary`);
    const place = { x: 203 + (at % 4) * 397, y: 197 + Math.floor(at / 4) * 399 };
    return { key, symbol: item, author, round: 'base', ...place };
  });

/** The scenario's bonds between them. */
export const TIES: readonly Tie[] = ALL_TIES.filter(
  ({ from, to }) => CHOSEN.includes(from) && CHOSEN.includes(to),
);

/** The animal of a contributor of the scenario. */
export function animalOf(author: string): Animal {
  const animal = ANIMALS.find((one) => author.startsWith(one));
  if (!animal) throw new Error(`${author} has no animal`);
  return animal;
}

/** Where a picture of the plan is put. */
export function placeOf(key: string, puts: readonly Put[] = PUTS): Put {
  const put = puts.find((one) => one.key === key);
  if (!put) throw new Error(`${key} is not on the map`);
  return put;
}

/** It is this child's turn, if it was not already. */
async function passTo(app: App, author: string, before: string | undefined): Promise<void> {
  if (author !== before) await app.turnTo(animalOf(author));
}

/** The children put the pictures, half by drag, half by tap. */
export async function putAll(app: App, puts: readonly Put[]): Promise<void> {
  for (const [at, { symbol, author, x, y }] of puts.entries()) {
    await passTo(app, author, puts[at - 1]?.author);
    const input = INPUTS[at % INPUTS.length] ?? 'mouse';
    if (at % 2 === 0) await app.putByDrag(symbol, x, y, input);
    else await app.putByTap(symbol, x, y, input);
  }
}

/** The children join the pictures, half by pulling, half by taps, each bond with what it says. */
export async function joinAll(
  app: App,
  ties: readonly Tie[],
  puts: readonly Put[] = PUTS,
): Promise<void> {
  for (const [at, { author, from, to, ...bond }] of ties.entries()) {
    await passTo(app, author, ties[at - 1]?.author);
    await app.bind(bond);
    const input = INPUTS[at % INPUTS.length] ?? 'mouse';
    const ends = [placeOf(from, puts), placeOf(to, puts)] as const;
    if (at % 2 === 0) await app.join(...ends, input);
    else await app.joinByTap(...ends, input);
  }
}

/** The children put the pictures of the shorter map and join them. */
export async function layMap(app: App): Promise<void> {
  await putAll(app, PUTS);
  await joinAll(app, TIES);
}
