/** A page painted whole, at once, by the sheet's own hand: what every other way must come to. */
import { onTestFinished } from 'vitest';

import { present } from '#base/assert.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { Sheet } from '#paint/sheet.ts';
import { linkShapes } from '#picture/links.ts';
import type { PictureOf } from '#picture/svg.ts';
import { pictureOf } from '#symbols/pictures.ts';
import type { Look } from './paper.ts';

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
  return { pixels: new Uint32Array(data.buffer), links: linkShapes(page).map(({ d }) => d) };
}
