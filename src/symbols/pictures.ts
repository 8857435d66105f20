/** The pictures themselves, one file each in art/ and, of kinds of bond, in kinds/. How to draw one: docs/guide/pictures.md. */
import { symbolOfRelation } from '#picture/bonds.ts';
import type { Picture } from '#picture/shape.ts';

const files = import.meta.glob<Picture>(['./art/*.svg', './kinds/*.svg'], {
  query: '?shapes',
  import: 'default',
  eager: true,
});
const art = new Map(Object.entries(files).map(([file, picture]) => [nameOf(file), picture]));

/** A card with a question mark for a picture only a newer version knows. */
const STRANGER: Picture = {
  width: 32,
  height: 32,
  shapes: [
    { kind: 'path', d: 'M3 3h26v26h-26z', fill: '#fffdf7', stroke: '#2a2019', width: 1.5, round: true },
    {
      kind: 'path',
      d: 'M12 12.5a4 4 0 1 1 5.6 3.7c-1.2.6-1.6 1.3-1.6 2.8M16 23v.1',
      stroke: '#2a2019',
      width: 2.2,
      round: true,
    },
  ],
};

/** The picture of a symbol; a blank card when this version has none. */
export function pictureOf(symbol: string): Picture {
  return art.get(symbol) ?? STRANGER;
}

/** Every picture there is, by name. */
export const PICTURES: readonly string[] = [...art.keys()].sort();

function nameOf(file: string): string {
  const [, folder, name = file] = /(art|kinds)\/([a-z-]+)\.svg$/.exec(file) ?? [];
  return folder === 'kinds' ? symbolOfRelation(name) : name;
}
