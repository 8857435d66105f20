/**
 * The grain of paper under wax: a tile of small holes that a crayon does not reach. It lies in the page,
 * not in the line, so that going over a place again leaves the same holes, as on paper.
 */
import { decimal } from '#base/decimal.ts';

/** Side of the tile, in page units. */
export const GRAIN_SIDE = 120;
const HOLES = 300;

/** The tile's paint as a path: a full square with holes, to be filled by even-odd. */
export const GRAIN: string = tile();

function tile(): string {
  const chance = seeded();
  const side = decimal(GRAIN_SIDE);
  const parts = [`M0 0h${side}v${side}h-${side}z`];
  for (let hole = 0; hole < HOLES; hole++) {
    const [x, y] = [chance() * GRAIN_SIDE, chance() * GRAIN_SIDE];
    const [long, flat] = [0.9 + chance() * 2.4, 0.6 + chance() * 1.1];
    const lean = chance() * Math.PI;
    const corner = (turn: number, reach: number): string => {
      const angle = lean + turn;
      const inside = (value: number): number => Math.min(Math.max(value, 0), GRAIN_SIDE);
      return `${decimal(inside(x + Math.cos(angle) * reach))} ${decimal(inside(y + Math.sin(angle) * reach))}`;
    };
    parts.push(
      `M${corner(0, long)}L${corner(Math.PI / 2, flat)}L${corner(Math.PI, long)}L${corner(-Math.PI / 2, flat)}z`,
    );
  }
  return parts.join('');
}

/** Numbers from 0 to 1, always the same. Source: mulberry32. */
function seeded(): () => number {
  let state = 11;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
