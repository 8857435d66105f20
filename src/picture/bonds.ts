/**
 * How a link is drawn: how it feels by the shape of its line, which way it goes by arrows, what kind it is by
 * the picture in its middle. The four lines differ without colour: whole, zigzag, both at once, and dots; where
 * nobody said how it feels the line is thin. Round the picture the line comes back as a rim: between pictures side
 * by side there is room for little else.
 * Source: the lines of ecomaps (method, 2.5).
 */
import { decimal } from '#base/decimal.ts';
import type { Run } from '#domain/bonds.ts';
import type { Direction, Valence } from '#domain/feeling.ts';
import { distance, type Point } from '#domain/page.ts';
import type { Link } from '#domain/work.ts';
import { disc, placed, type Path, type Picture, type Shape } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';

/** What a link's looks depend on. */
export type BondLooks = Pick<Link, 'relation' | 'valence' | 'direction'>;

/** The name under which the picture of a kind of bond is found. */
export function symbolOfRelation(relation: string): string {
  return `relation-${relation}`;
}

/** A line being pulled says nothing yet. */
export const ROPE: BondLooks = { relation: undefined, valence: undefined, direction: undefined };

const COLOUR: Readonly<Record<Valence | 'unsaid', string>> = {
  support: '#2a2019',
  stress: '#7f1730',
  both: '#4a1f55',
  neutral: '#2a2019',
  unsaid: '#5b4a3c',
};
/** A rim of paper around every line, so that it shows on any ground. */
const RIM = '#fffdf7';
const RIM_WIDTH = 19;
const WIDTH = 9;
const THIN = 7;
const UNSAID = 4;
const DOTS = { width: 12, dash: [0.1, 24] } as const;
const ZIGZAG = { length: 17, high: 13 } as const;
const ARROW = { length: 36, half: 19 } as const;
/** The picture in the middle: smaller on a short line, so that it hides no face. */
const BADGE = { radius: 27, least: 19, share: 0.3, picture: 1.4 } as const;

/** The shapes of one link. Of the same looks there are always as many, in the same order. */
export function bondShapes(run: Run, looks: BondLooks, pictureOf: PictureOf): Shape[] {
  const { relation, valence, direction } = looks;
  const line = withoutArrows(run, direction);
  const colour = COLOUR[valence ?? 'unsaid'];
  return [
    rim(straight(line)),
    ...(valence === 'stress' || valence === 'both' ? [rim(zigzag(line))] : []),
    ...linesOf(line, valence),
    ...arrowsOf(run, direction, colour),
    ...(relation === undefined ? [] : badge(run, { relation, valence }, pictureOf)),
  ];
}

/** A line alone, as a picture to choose by. */
export function pictureOfLine(valence: Valence): Picture {
  const line: Run = [
    { x: 12, y: 50 },
    { x: 138, y: 50 },
  ];
  return { width: 150, height: 100, shapes: linesOf(line, valence) };
}

/** Where the picture of its kind stands, and where it is held. */
export function middleOf([from, to]: Run): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

function rim(d: string): Path {
  return { kind: 'path', d, stroke: RIM, width: RIM_WIDTH, round: true };
}

function linesOf(line: Run, valence: Valence | undefined): Path[] {
  const stroke = COLOUR[valence ?? 'unsaid'];
  const whole: Path = { kind: 'path', d: straight(line), stroke, width: WIDTH, round: true };
  switch (valence) {
    case undefined:
      return [{ ...whole, width: UNSAID }];
    case 'support':
      return [whole];
    case 'neutral':
      return [{ ...whole, ...DOTS }];
    case 'stress':
      return [{ ...whole, d: zigzag(line), width: THIN }];
    case 'both':
      return [
        { ...whole, width: THIN },
        { ...whole, d: zigzag(line), width: THIN },
      ];
  }
}

function straight([from, to]: Run): string {
  return `M${decimal(from.x)} ${decimal(from.y)}L${decimal(to.x)} ${decimal(to.y)}`;
}

function zigzag([from, to]: Run): string {
  const length = distance(from, to) || 1;
  const teeth = Math.max(Math.round(length / ZIGZAG.length), 2);
  const corners = Array.from({ length: teeth - 1 }, (_, at) => {
    const share = (at + 1) / teeth;
    const aside = (at % 2 === 0 ? ZIGZAG.high : -ZIGZAG.high) / length;
    const x = from.x + (to.x - from.x) * share - (to.y - from.y) * aside;
    const y = from.y + (to.y - from.y) * share + (to.x - from.x) * aside;
    return `L${decimal(x)} ${decimal(y)}`;
  });
  return `M${decimal(from.x)} ${decimal(from.y)}${corners.join('')}L${decimal(to.x)} ${decimal(to.y)}`;
}

/** The line ends where its arrows begin. */
function withoutArrows([from, to]: Run, direction: Direction | undefined): Run {
  const length = distance(from, to) || 1;
  const most = Math.min(ARROW.length * 0.8, length * 0.4) / length;
  const at = (share: number): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  return [
    points(direction, 'back') ? at(most) : from,
    points(direction, 'there') ? at(1 - most) : to,
  ];
}

function points(direction: Direction | undefined, way: 'there' | 'back'): boolean {
  return direction === way || direction === 'both';
}

function arrowsOf([from, to]: Run, direction: Direction | undefined, fill: string): Path[] {
  return [
    ...(points(direction, 'there') ? [arrow(from, to, fill)] : []),
    ...(points(direction, 'back') ? [arrow(to, from, fill)] : []),
  ];
}

function arrow(from: Point, tip: Point, fill: string): Path {
  const apart = distance(from, tip) || 1;
  const length = Math.min(ARROW.length, apart * 0.5);
  const half = (ARROW.half * length) / ARROW.length;
  const along = { x: (tip.x - from.x) / apart, y: (tip.y - from.y) / apart };
  const corner = (side: number): string => {
    const x = tip.x - along.x * length - along.y * half * side;
    const y = tip.y - along.y * length + along.x * half * side;
    return `L${decimal(x)} ${decimal(y)}`;
  };
  const d = `M${decimal(tip.x)} ${decimal(tip.y)}${corner(1)}${corner(-1)}z`;
  return { kind: 'path', d, fill, stroke: RIM, width: 4, round: true };
}

function badge(
  run: Run,
  { relation, valence }: Readonly<{ relation: string; valence: Valence | undefined }>,
  pictureOf: PictureOf,
): Shape[] {
  const { x, y } = middleOf(run);
  const fits = Math.max(distance(...run) * BADGE.share, BADGE.least);
  const scale = Math.min(fits / BADGE.radius, 1);
  const size = BADGE.radius * BADGE.picture * scale;
  return [
    { kind: 'placed', x, y, scale, shapes: badgeRim(valence) },
    placed(pictureOf(symbolOfRelation(relation)), { x, y, size }),
  ];
}

/** The line bent round the picture, on paper. */
function badgeRim(valence: Valence | undefined): Path[] {
  const stroke = COLOUR[valence ?? 'unsaid'];
  const ring: Path = { kind: 'path', d: BADGE_DISC, fill: RIM, stroke, width: 5 };
  switch (valence) {
    case undefined:
      return [{ ...ring, width: 2 }];
    case 'support':
      return [ring];
    case 'neutral':
      return [
        { kind: 'path', d: BADGE_DISC, fill: RIM },
        { kind: 'path', d: BADGE_DISC, stroke, width: 6, round: true, dash: BADGE_DOTS },
      ];
    case 'stress':
      return [{ ...ring, d: BADGE_TEETH, width: 3.5 }];
    case 'both':
      return [
        { ...ring, d: BADGE_TEETH, width: 3 },
        { ...ring, d: BADGE_INNER, width: 3 },
      ];
  }
}

const BADGE_DISC = disc(0, 0, BADGE.radius);
const BADGE_INNER = disc(0, 0, BADGE.radius - 6);
const BADGE_DOTS = [0.1, (2 * Math.PI * BADGE.radius) / 14 - 0.1] as const;
const BADGE_TEETH = `M${Array.from({ length: 28 }, (_, at) => {
  const [angle, out] = [(at * Math.PI) / 14, at % 2 === 0 ? BADGE.radius + 4 : BADGE.radius - 3];
  return `${decimal(Math.cos(angle) * out)} ${decimal(Math.sin(angle) * out)}`;
}).join('L')}z`;
