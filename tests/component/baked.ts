/** A page painted whole, at once, by the sheet's own hand: what every other way must come to. */
import { onTestFinished } from 'vitest';

import { present } from '#base/assert.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { Sheet } from '#paint/sheet.ts';
import { aboveOf, LAYERS } from '#picture/above.ts';
import type { PictureOf, Shape } from '#picture/shape.ts';
import { shapeSvg } from '#picture/svg.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { toldOf, type Look } from './paper.ts';

/** How the page looks when it is baked at once on white paper, so many pixels to a unit. */
export function baked(page: Page, scale = 0.5, of: PictureOf = pictureOf): Look {
  const [width, height] = [PAGE_WIDTH * scale, PAGE_HEIGHT * scale];
  const context = present(
    new OffscreenCanvas(width, height).getContext('2d', { alpha: false }),
    'a canvas can be painted on',
  );
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  const sheet = new Sheet(scale, of);
  onTestFinished(() => {
    sheet.release();
  });
  sheet.bake(page);
  sheet.copyTo(context, { x: 0, y: 0, width, height });
  const { data } = context.getImageData(0, 0, width, height);
  return { pixels: new Uint32Array(data.buffer), above: toldAbove(page, of) };
}

/** What lies above the page, as files of SVG draw it, a text for each thing, lowest first. */
export function toldAbove(page: Page, of: PictureOf = pictureOf): string[] {
  const above = aboveOf(page, of, true);
  return LAYERS.flatMap((layer) =>
    above.filter((one) => one.layer === layer).map(({ shapes }) => toldOf(drawn(shapes))),
  );
}

function drawn(shapes: readonly Shape[]): Element {
  const xml = `<g xmlns="http://www.w3.org/2000/svg">${shapes.map(shapeSvg).join('')}</g>`;
  return new DOMParser().parseFromString(xml, 'image/svg+xml').documentElement;
}

/** The page without what lies above its marks: the part that surfaces show. */
export function bare(page: Page): Page {
  return { ...page, links: [], stamps: [], rings: [] };
}
