/** Builds what state/hand-over.ts needs to make pictures; loaded when somebody hands over. */
import andika from '@fontsource/andika/files/andika-latin-400-normal.woff2?url';
import andikaBold from '@fontsource/andika/files/andika-latin-700-normal.woff2?url';

import { animalOf, type Contributor } from '#domain/contributor.ts';
import type { Picture } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';
import { annotatedImage, cleanImage, type Letters } from '#stage/image.ts';
import type { ImageMaker } from '#state/kit.ts';
import band from '#symbols/brand/band.svg?shapes';
import { HEADS } from '#symbols/heads.ts';

/** The maker of pictures, its letters loaded. */
export async function imageMaker(pictureOf: PictureOf): Promise<ImageMaker> {
  const letters = await Promise.all([lettersAt('400', andika), lettersAt('700', andikaBold)]);
  return {
    art: { pictureOf, band, headOf },
    font: letters.map(fontFace).join(''),
    clean: (page, signal) => cleanImage(page, pictureOf, undefined, { signal }),
    annotated: (layout, page, signal) =>
      annotatedImage(layout, page, { pictureOf, letters }, { signal }),
  };
}

async function lettersAt(weight: string, url: string): Promise<Letters> {
  return { weight, bytes: await (await fetch(url)).arrayBuffer() };
}

function headOf(contributor: Contributor): Picture | undefined {
  const animal = animalOf(contributor);
  return animal && HEADS[animal];
}

/** The rule that carries the letters inside an SVG. */
function fontFace({ weight, bytes }: Letters): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  const url = `data:font/woff2;base64,${btoa(text)}`;
  return `@font-face{font-family:Andika;font-weight:${weight};src:url(${url})}`;
}
