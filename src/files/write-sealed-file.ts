/** Packs what was sealed, for whoever holds the key: the sealed files as they are, how to open them, the checksums. */
import { dayOf } from '#base/calendar.ts';
import { enclosed } from '#files/envelope.ts';
import { NAMES } from '#files/session-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The file with all of these; its name says nothing but the day. */
export async function writeSealedFile(
  sealed: readonly Readonly<{ name: string; bytes: Bytes }>[],
  wallMs: number,
): Promise<Readonly<{ name: string; bytes: Bytes }>> {
  const files = new Map<string, Bytes>([[NAMES.readme, new TextEncoder().encode(README)]]);
  for (const { name, bytes } of sealed) files.set(`${name}.age`, bytes);
  const bytes = await enclosed(files, NAMES.sums);
  return { name: `llaqta-sealed-${dayOf(wallMs)}.zip`, bytes };
}

/** How to open it, for somebody who never saw Llaqta. */
const README = `LLAQTA: ARCHIVOS BAJO LLAVE

Estos archivos solo se abren con la llave secreta de protección del estudio.
Entréguenlos hoy a la persona que la tiene. No los guarden con los datos.

  flag-*.age       lo que anotó una persona adulta
  flag-*-line.age  solo cuándo, y el código de quien lo anotó; se abre también
                   con la llave del equipo, si el estudio tiene una
  SHA256SUMS       para comprobar que nada cambió: sha256sum -c SHA256SUMS

Para abrir, con el programa age (https://age-encryption.org) o rage:
  age -d -i key.txt flag-0123456789abcdef.age

----------------------------------------------------------------
LLAQTA: SEALED FILES

These files open only with the secret half of the study's safeguarding key.
Give them today to the person who holds it. Do not keep them with the data.

  flag-*.age       what an adult wrote down
  flag-*-line.age  only when, and the code of who wrote it; opens with the
                   team's key, too, if the study has one
  SHA256SUMS       to check that nothing changed: sha256sum -c SHA256SUMS

To open, with the program age (https://age-encryption.org) or rage:
  age -d -i key.txt flag-0123456789abcdef.age
`;
