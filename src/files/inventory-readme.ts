/** The README inside an inventory: what it is for and how its signature is checked, in Spanish and in English. */
import type { InventoryJson } from '#files/inventory-schema.ts';

/** The README's text; lines end with LF. */
export function inventoryReadme({ app, tablet, writtenAt }: InventoryJson): string {
  return `LLAQTA: LISTA DE LO QUE HAY EN UNA TABLETA

De quiénes son los datos que tenía esta tableta, para saberlo si se pierde:
animal y número, número de la autorización de la familia, y cuánto hay de
cada quien. No hay nombres, dibujos ni palabras. Guárdenla lejos de la
tableta, y no junto a la lista de papel con los nombres.

  inventory.json   todo, para programas
  inventory.csv    lo mismo como tabla: una fila por sesión y persona
  withdrawals.json lo que se retiró en esta tableta, para limpiar archivos
                   anteriores (en Llaqta: "Abrir un archivo")
  signature.json   la firma de la tableta sobre los tres
  SHA256SUMS       para comprobar que nada cambió: sha256sum -c SHA256SUMS

Marca de la tableta: ${tablet}
Comparen con la que anotaron en papel. Para comprobar la firma:

${CHECK}
----------------------------------------------------------------
LLAQTA: LIST OF WHAT IS ON A TABLET

Whose data this tablet had, to be known should it be lost: animal and number,
number of the family's paper, and how much there is of each. There are no
names, drawings or words in it. Keep it away from the tablet, and not beside
the paper list with the names.

  inventory.json   all of it, for programs
  inventory.csv    the same as a table: one row for each session and person
  withdrawals.json what was withdrawn on this tablet, to clean earlier files
                   (in Llaqta: "Open a file")
  signature.json   the tablet's signature over these three
  SHA256SUMS       to check that nothing changed: sha256sum -c SHA256SUMS

Mark of the tablet: ${tablet}
Compare it with the one you wrote on paper. To check the signature:

${CHECK}
----------------------------------------------------------------
Llaqta ${app} | llaqta-inventory 1 | ${writtenAt}
`;
}

const CHECK = `  jq -r .publicKey signature.json > key.pem
  openssl pkey -pubin -in key.pem -outform DER | sha256sum | cut -c1-16
  for one in inventory.json inventory.csv withdrawals.json; do
    jq -r --arg one $one '.signatures[$one]' signature.json | base64 -d > one.sig
    openssl dgst -sha256 -verify key.pem -signature one.sig $one
  done
`;
