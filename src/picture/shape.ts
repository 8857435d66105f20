/**
 * What a picture is made of, before it becomes SVG text or canvas paint: filled and stroked paths,
 * words, and groups of them moved and scaled. Colours are `#rrggbb`.
 */
import { decimal } from '#base/decimal.ts';

/** An outline in SVG path syntax; filled, stroked or both. */
export type Path = Readonly<{
  kind: 'path';
  d: string;
  fill?: string;
  stroke?: string;
  /** Width of the stroke. */
  width?: number;
  /** Are the stroke's ends and corners round? */
  round?: boolean;
  /** Lengths of the strokes and gaps of a broken line. */
  dash?: readonly number[];
  evenOdd?: boolean;
}>;
/** A line of words; x, y is the start, middle or end of its base line. */
export type Words = Readonly<{
  kind: 'words';
  text: string;
  x: number;
  y: number;
  /** Height of the letters' square. */
  size: number;
  fill: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** A rim of this colour around the letters, so that they show on any ground. */
  rim?: string;
}>;
/** Shapes drawn at x, y and `scale` times as large, turned clockwise around a place of their own. */
export type Placed = Readonly<{
  kind: 'placed';
  x: number;
  y: number;
  scale: number;
  turn?: Readonly<{ degrees: number; x: number; y: number }>;
  shapes: readonly Shape[];
}>;
export type Shape = Path | Words | Placed;

/** A picture in units of its own; all but ornaments are square. */
export type Picture = Readonly<{ width: number; height: number; shapes: readonly Path[] }>;

/** Where the pictures come from. */
export type PictureOf = (symbol: string) => Picture;

/** How wide the rim around letters is, as a share of their height. */
export const LETTER_RIM = 0.28;

/** A picture with nothing on it, where no picture can be asked for. */
export const NO_PICTURE: Picture = { width: 1, height: 1, shapes: [] };

/** The picture with its middle at x, y and its side `size` long, turned clockwise by so many degrees. */
export function placed(
  { width, height, shapes }: Picture,
  { x, y, size, turn = 0 }: Readonly<{ x: number; y: number; size: number; turn?: number }>,
): Placed {
  const place = { kind: 'placed', x: x - size / 2, y: y - size / 2, scale: size / width } as const;
  if (turn === 0) return { ...place, shapes };
  return { ...place, turn: { degrees: turn, x: width / 2, y: height / 2 }, shapes };
}

/** A full circle as a path. */
export function disc(x: number, y: number, radius: number): string {
  const r = decimal(radius);
  return `M${decimal(x - radius)} ${decimal(y)}a${r} ${r} 0 1 0 ${decimal(2 * radius)} 0a${r} ${r} 0 1 0 ${decimal(-2 * radius)} 0z`;
}

/** A rectangle as a path, its corners rounded by `round`. */
export function card(
  { left, top, right, bottom }: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>,
  round = 0,
): string {
  const [across, down, r] = [right - left - 2 * round, bottom - top - 2 * round, decimal(round)];
  if (round === 0)
    return `M${decimal(left)} ${decimal(top)}h${decimal(across)}v${decimal(down)}h${decimal(-across)}z`;
  const turn = (x: number, y: number): string => `a${r} ${r} 0 0 1 ${decimal(x)} ${decimal(y)}`;
  return [
    `M${decimal(left + round)} ${decimal(top)}h${decimal(across)}${turn(round, round)}`,
    `v${decimal(down)}${turn(-round, round)}h${decimal(-across)}${turn(-round, -round)}`,
    `v${decimal(-down)}${turn(round, -round)}z`,
  ].join('');
}
