/** What is printed on a sheet: circles around oneself, or two panels. Quiet, so that what the child puts is seen. */
import { decimal } from '#base/decimal.ts';
import {
  bearingOf,
  CENTRE,
  RING_ENDS,
  SECTORS,
  type Ground,
  type Person,
  type Sector,
} from '#domain/ground.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, WHOLE_PAGE } from '#domain/page.ts';
import { fadedOf } from '#picture/item.ts';
import { card, disc, placed, type Shape } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';

const LINE = '#d8c29a';
/** The rings from the outermost in: warmer the closer. */
const RING_FILLS = ['#fefaef', '#fdf3da', '#fbe9c1'] as const;
const GOOD = '#fff7df';
const BAD = '#eef1f5';
const SIGN = 96;
/** What stands for each sector, just inside the outermost ring. */
const SIGN_OF: Readonly<Record<Sector, string>> = {
  family: 'mother',
  relatives: 'uncle',
  school: 'school',
  friends: 'friend',
  services: 'health-post',
};
/** Whose days are told: one's own, or those of a child who lives here. */
const PERSON_SIGN: Readonly<Record<Person, string>> = { me: 'self', 'a-child': 'child' };
const SECTOR_SIGN = { size: 60, out: 536 } as const;

/** The shapes of the print; none on a bare sheet. */
export function groundShapes(ground: Ground | undefined, pictureOf: PictureOf): Shape[] {
  if (ground?.kind === 'circles') return circles(ground.sectors, pictureOf);
  return ground?.kind === 'two-panels' ? twoPanels(ground.person, pictureOf) : [];
}

/** The pictures that are part of the print. */
export function symbolsOfGround(ground: Ground | undefined): string[] {
  if (ground?.kind === 'two-panels') return ['sun', 'rain', PERSON_SIGN[ground.person]];
  return ground?.kind === 'circles' && ground.sectors ? Object.values(SIGN_OF) : [];
}

function circles(sectors: boolean, pictureOf: PictureOf): Shape[] {
  const rings = [...RING_ENDS].reverse().map((end, at): Shape => {
    const fill = RING_FILLS[at] ?? '#ffffff';
    return { kind: 'path', d: disc(CENTRE.x, CENTRE.y, end), fill, stroke: LINE, width: 4 };
  });
  return sectors ? [...rings, ...borders(), ...signs(pictureOf)] : rings;
}

function borders(): Shape[] {
  return SECTORS.map((sector): Shape => {
    const angle = bearingOf(sector) + Math.PI / SECTORS.length;
    const at = (out: number): string => {
      const x = CENTRE.x + Math.cos(angle) * out;
      return `${decimal(x)} ${decimal(CENTRE.y + Math.sin(angle) * out)}`;
    };
    const d = `M${at(95)}L${at(RING_ENDS[2])}`;
    return { kind: 'path', d, stroke: LINE, width: 4, round: true, dash: [14, 12] };
  });
}

function signs(pictureOf: PictureOf): Shape[] {
  return SECTORS.map((sector) => {
    const angle = bearingOf(sector);
    const { out, size } = SECTOR_SIGN;
    const x = CENTRE.x + Math.cos(angle) * out;
    const y = CENTRE.y + Math.sin(angle) * out;
    return placed(fadedOf(pictureOf(SIGN_OF[sector])), { x, y, size });
  });
}

function twoPanels(person: Person, pictureOf: PictureOf): Shape[] {
  const middle = PAGE_WIDTH / 2;
  const fold = `M${decimal(middle)} 0v${decimal(PAGE_HEIGHT)}`;
  const y = SIGN * 0.7;
  return [
    { kind: 'path', d: card({ ...WHOLE_PAGE, right: middle }), fill: GOOD },
    { kind: 'path', d: card({ ...WHOLE_PAGE, left: middle }), fill: BAD },
    { kind: 'path', d: fold, stroke: LINE, width: 6, round: true, dash: [22, 16] },
    placed(pictureOf('sun'), { x: middle / 2, y, size: SIGN }),
    placed(pictureOf('rain'), { x: middle * 1.5, y, size: SIGN }),
    placed(fadedOf(pictureOf(PERSON_SIGN[person])), { x: middle, y, size: SIGN }),
  ];
}
