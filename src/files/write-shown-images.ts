/** Packs pictures that may be shown: nothing in the file says whose they are, of which study, or when they were made. */
import { dayOf } from '#base/calendar.ts';
import { enclosed } from '#files/envelope.ts';
import { NAMES } from '#files/session-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The file with these pictures, in this order; its name alone says the day. */
export async function writeShownImages(
  images: readonly Bytes[],
  wallMs: number,
): Promise<Readonly<{ name: string; bytes: Bytes }>> {
  const files = new Map<string, Bytes>([[NAMES.readme, new TextEncoder().encode(README)]]);
  for (const [at, image] of images.entries()) {
    files.set(`imagen-${String(at + 1).padStart(2, '0')}.png`, image);
  }
  const bytes = await enclosed(files, NAMES.sums);
  return { name: `llaqta-imagenes-${dayOf(wallMs)}.zip`, bytes };
}

const README = `LLAQTA: IMÁGENES QUE SE PUEDEN MOSTRAR

Las niñas y los niños que hicieron estas imágenes, y sus familias, están de
acuerdo en que se muestren. Aquí no hay códigos ni notas: no añadan nombres
ni lugares. Miren cada imagen antes de mostrarla: a veces alguien escribió un
nombre a mano. Si alguien cambia de opinión, borren su imagen y las copias.

  imagen-*.png     cada hoja tal como quedó
  SHA256SUMS       para comprobar que nada cambió: sha256sum -c SHA256SUMS

----------------------------------------------------------------
LLAQTA: PICTURES THAT MAY BE SHOWN

The children who made these pictures, and their families, agreed that they
may be shown. There are no codes and no notes in here: add neither names nor
places. Look at each picture before you show it: sometimes somebody wrote a
name by hand. If somebody changes their mind, delete the picture and its
copies.

  imagen-*.png     each page as it was left
  SHA256SUMS       to check that nothing changed: sha256sum -c SHA256SUMS
`;
