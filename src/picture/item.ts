/** How a picture lies on a page: turned, or faded in a broken frame when there is none and a child wants one. */
import { DRAWN, type Item } from '#domain/work.ts';
import { card, placed, type Path, type Picture, type Shape } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';

/** All that a picture's looks depend on. */
export type Looks = Pick<Item, 'symbol' | 'x' | 'y' | 'size'> &
  Partial<Pick<Item, 'turn' | 'wish'>>;

/** So much paper is mixed into the colours of what is wished for. */
const FADED = 0.55;
const FRAME = '#5b4a3c';

/** The shapes of a picture on the page; something drawn has none but its own lines. */
export function itemShapes(item: Looks, pictureOf: PictureOf): Shape[] {
  if (item.symbol === DRAWN) return [];
  const picture = pictureOf(item.symbol);
  if (!item.wish) return [placed(picture, item)];
  return [placed(fadedOf(picture), { ...item, size: item.size * 0.86 }), frameOf(item)];
}

/** The square a picture's paint lies in, as a share of its size. */
export function reachOfLooks({ turn = 0 }: Pick<Looks, 'turn'>): number {
  return turn % 90 === 0 ? 1.05 : Math.SQRT2 * 1.05;
}

/** The broken frame of what is wished for. */
function frameOf({ x, y, size }: Looks): Path {
  const half = size * 0.48;
  const box = { left: x - half, top: y - half, right: x + half, bottom: y + half };
  const [width, dash] = [size * 0.03, [size * 0.08, size * 0.06]];
  return { kind: 'path', d: card(box, size * 0.1), stroke: FRAME, width, round: true, dash };
}

const faded = new WeakMap<Picture, Picture>();

/** The picture in paler colours: what is printed, or wished for. */
export function fadedOf(picture: Picture): Picture {
  const known = faded.get(picture);
  if (known) return known;
  const shapes = picture.shapes.map((shape) => ({
    ...shape,
    ...(shape.fill && { fill: paler(shape.fill) }),
    ...(shape.stroke && { stroke: paler(shape.stroke) }),
  }));
  const made = { ...picture, shapes };
  faded.set(picture, made);
  return made;
}

function paler(colour: string): string {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(part + (255 - part) * FADED);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
