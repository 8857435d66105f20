/** The pictures of a session: those of the app and those its children drew. */
import type { AddSymbol } from '#domain/session-operation.ts';
import { pictureOfLines } from '#picture/own.ts';
import type { Picture } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';

/** Finds a picture by its name; a child's own is made of its lines once. */
export function picturesWith(own: () => readonly AddSymbol[], others: PictureOf): PictureOf {
  const made = new Map<string, Picture>();
  return (symbol) => {
    const known = made.get(symbol);
    if (known) return known;
    const drawn = own().find((one) => one.symbol === symbol);
    if (!drawn) return others(symbol);
    const picture = pictureOfLines(drawn.lines);
    made.set(symbol, picture);
    return picture;
  };
}
