/** Builds what state/hand-over.ts needs to make pictures; loaded when somebody hands over. */
import andika from '@fontsource/andika/files/andika-latin-400-normal.woff2?url';
import andikaBold from '@fontsource/andika/files/andika-latin-700-normal.woff2?url';

import { animalOf } from '#domain/contributor.ts';
import { annotatedImage, cleanImage } from '#stage/image.ts';
import type { ImageMaker } from '#state/kit.ts';
import band from '#symbols/brand/band.svg?shapes';
import { HEADS } from '#symbols/heads.ts';
import { pictureOf } from '#symbols/pictures.ts';

const art: ImageMaker['art'] = {
  pictureOf,
  band,
  headOf: (contributor) => {
    const animal = animalOf(contributor);
    return animal && HEADS[animal];
  },
};

/** The maker of pictures, its letters loaded. */
export async function imageMaker(): Promise<ImageMaker> {
  await Promise.all([
    document.fonts.load('400 20px Andika'),
    document.fonts.load('700 20px Andika'),
  ]);
  const [plain, bold] = await Promise.all([embedded(andika), embedded(andikaBold)]);
  return {
    art,
    font: `${fontFace(400, plain)}${fontFace(700, bold)}`,
    clean: (page) => cleanImage(page, pictureOf),
    annotated: (layout, page) => annotatedImage(layout, page, pictureOf),
  };
}

function fontFace(weight: number, url: string): string {
  return `@font-face{font-family:Andika;font-weight:${String(weight)};src:url(${url})}`;
}

/** One of our own files as a data URL. */
async function embedded(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:font/woff2;base64,${btoa(letters)}`;
}
