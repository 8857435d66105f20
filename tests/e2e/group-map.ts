/** A drawing of 44 lines and the group map of the study's own scenario, as plans for hands. */
import { readFileSync } from 'node:fs';

import { ANIMALS, type Animal } from '#domain/contributor.ts';
import { BRUSHES, type Brush, type Crayon, type Width } from '#domain/crayon.ts';
import { PALETTE, type PaletteSymbol } from '#domain/palette.ts';

import { crayonOf, widthOf, type App } from './app.ts';
import { INPUTS, type Input, type Place } from './hands.ts';

type Scenario = Readonly<{
  items: readonly Readonly<{ key: string; item: string; author: string }>[];
  links: readonly Readonly<{ author: string; from: string; to: string }>[];
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
/** A picture somebody puts. */
export type Put = Place & Readonly<{ key: string; symbol: PaletteSymbol; author: string }>;
/** A line between pictures. */
export type Tie = Readonly<{ author: string; from: string; to: string }>;

const { groupMap } = JSON.parse(readFileSync('tests/fixtures/scenarios.json', 'utf8')) as {
  groupMap: Scenario;
};

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

/** The twelve pictures of the scenario that the palette has and that lines join, or nearly so. */
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

/** The pictures, four to a row, in the order in which the children put them. */
export const PUTS: readonly Put[] = groupMap.items
  .filter(({ key }) => CHOSEN.includes(key))
  .map(({ key, item, author }, at) => {
    const symbol = PALETTE.find((one) => one === item);
    if (!symbol) throw new Error(`${item} is not in the palette`);
    return { key, symbol, author, x: 203 + (at % 4) * 397, y: 197 + Math.floor(at / 4) * 399 };
  });

/** The scenario's lines between them. */
export const TIES: readonly Tie[] = groupMap.links.filter(
  ({ from, to }) => CHOSEN.includes(from) && CHOSEN.includes(to),
);

/** The animal of a contributor of the scenario. */
export function animalOf(author: string): Animal {
  const animal = ANIMALS.find((one) => author.startsWith(one));
  if (!animal) throw new Error(`${author} has no animal`);
  return animal;
}

/** Where a picture of the plan is put. */
export function placeOf(key: string): Put {
  const put = PUTS.find((one) => one.key === key);
  if (!put) throw new Error(`${key} is not on the map`);
  return put;
}

/** The children put the pictures, half by drag, half by tap, and join them likewise. */
export async function layMap(app: App): Promise<void> {
  for (const [at, { symbol, author, x, y }] of PUTS.entries()) {
    await app.turnTo(animalOf(author));
    const input = INPUTS[at % INPUTS.length] ?? 'mouse';
    if (at % 2 === 0) await app.putByDrag(symbol, x, y, input);
    else await app.putByTap(symbol, x, y, input);
  }
  for (const [at, { author, from, to }] of TIES.entries()) {
    await app.turnTo(animalOf(author));
    const input = INPUTS[at % INPUTS.length] ?? 'mouse';
    if (at % 2 === 0) await app.join(placeOf(from), placeOf(to), input);
    else await app.joinByTap(placeOf(from), placeOf(to), input);
  }
}
