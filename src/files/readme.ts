/** The README inside a session file: what is in it, in Spanish and in English, for somebody with R. */
import { VERSION, type SessionContent } from '#files/session-file.ts';

/** The README's text; lines end with LF. */
export function readmeOf({ app, header }: SessionContent): string {
  const month = new Date(header.startedAt).toISOString().slice(0, 7);
  return `${spanish}
${english}
${TABLES}
----------------------------------------------------------------
Llaqta ${app} | llaqta-session ${String(VERSION)} | ${header.id} | ${header.study} | ${month}
`;
}

const spanish = `LLAQTA: ARCHIVO DE UNA SESIÓN

Aquí está lo que hicieron las niñas y los niños en una sesión, bajo un animal
y un número. No hay nombres, ni lugares geográficos. Cuiden este archivo.

  session.json     todo lo que se hizo: quién, cuándo, en qué orden y dónde
  works/*.png      cada hoja tal como quedó
  works/*-annotated.png, .svg
                   la misma hoja con números y una leyenda
  SHA256SUMS       para comprobar que nada cambió: sha256sum -c SHA256SUMS

decision: keep = la niña o el niño quiere que se guarde;
          keep-private = se guarda pero no se muestra a nadie.

En R:
  s <- jsonlite::fromJSON("session.json")
  items <- s$works$items[[1]]      # figuras del primer trabajo
  links <- s$works$links[[1]]      # uniones: from, to
`;

const english = `LLAQTA: FILE OF ONE SESSION

What children made in one session, each under an animal and a number. There
are no names and no geographic places in it. Keep this file safe.

  session.json     all that was done: by whom, when, in which order, where
  works/*.png      each page as it was left
  works/*-annotated.png, .svg
                   the same page with numbers and a legend
  SHA256SUMS       to check that nothing changed: sha256sum -c SHA256SUMS

decision: keep = the child wants it kept;
          keep-private = it is kept but shown to nobody.

In R:
  s <- jsonlite::fromJSON("session.json")
  items <- s$works$items[[1]]      # pictures of the first work
  links <- s$works$links[[1]]      # lines between pictures: from, to
`;

const TABLES = `TABLES in session.json, works[i]

  strokes  one line of crayon, marker, brush or rubber. x, y: eighths of a
           page unit (divide by 8); t: ms since the finger touched. at: ms
           since the work was opened, when the finger lifted. parts: a
           rubber left several parts; where each but the first begins (0 is
           the first sample).
  fills    paint poured into an area, below all lines. rings: its edges and
           those of its holes, x, y, x, y ... in page units.
  items    one picture: symbol, its middle x, y and its side size in page
           units; callOut: its number on the annotated page.
  links    one line between two items.
  ownSymbols  (beside works) pictures that children drew, with their lines.
  log      the journal: every act in order of (n, actor). What was taken
           back is there as "erased": that it happened, not what it was.

  by       whose hand it was      round  free, base or prompted
  order    1 for what was made first in the work, without gaps
  A page is 1600 x 1200 page units; x to the right, y downwards.
  The animals: zorro fox, llama llama, colibri hummingbird, condor condor,
  vicuna vicuña, sapo toad; f is the facilitator.
`;
