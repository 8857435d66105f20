/** The README inside a session file: what is in it, in Spanish and in English, for somebody with R. */
import { sessionOf } from '#domain/session.ts';
import { VERSION, type SessionContent } from '#files/session-file.ts';

/** The README's text; lines end with LF. */
export function readmeOf(content: SessionContent): string {
  const { app, header } = content;
  const month = new Date(header.startedAt).toISOString().slice(0, 7);
  const [noArchive, noArchiveEnglish] = mayAllBeArchived(content) ? ['', ''] : NO_ARCHIVE;
  return `${spanish}${noArchive}
${english}${noArchiveEnglish}
${TABLES}
----------------------------------------------------------------
Llaqta ${app} | llaqta-session ${String(VERSION)} | ${header.id}
${header.study} | ${month}
`;
}

/** Does everybody of whom it is known what was agreed to, and of whom a work is in it, agree to keeping it for later? */
function mayAllBeArchived({ entries, works }: SessionContent): boolean {
  const session = sessionOf(entries);
  const filed = new Set<string>(works.map(({ id }) => id));
  const makers = session.works.flatMap(({ id, members }) => (filed.has(id) ? members : []));
  return session.participants.every(
    ({ token, channels }) => !makers.includes(token) || channels.includes('archive'),
  );
}

/** Said of a file with works that must not go into an archive. */
const NO_ARCHIVE = [
  `
No poner en un archivo para después: aquí hay trabajos de quienes no tienen
autorización para eso (participants: en channels falta "archive").
`,
  `
Not to be put into an archive: works of children are in it whose families did
not agree to that (participants: "archive" is not among their channels).
`,
];

const spanish = `LLAQTA: ARCHIVO DE UNA SESIÓN

Aquí está lo que hicieron las niñas y los niños en una sesión, bajo un animal
y un número. No hay lugares geográficos. Cómo se llama cada cosa está como se
dijo: antes de compartirlo, revisen que no nombre a personas. Cuiden este
archivo.

  session.json     todo lo que se hizo: quién, cuándo, en qué orden y dónde
  withdrawals.json lo que alguien retiró después: quítenlo de archivos
                   anteriores
  measures.json    lo que se puede contar en cada hoja, ya contado
  works/*.png      cada hoja tal como quedó
  works/*-annotated.png, .svg
                   la misma hoja con números y una leyenda
  SHA256SUMS       para comprobar que nada cambió: sha256sum -c SHA256SUMS

decision: keep = la niña o el niño quiere que se guarde;
          keep-private = se guarda pero no se muestra a nadie.

Si withdrawals.json tiene algo: abran en Llaqta ("Abrir un archivo") cada
archivo anterior de las sesiones que nombra, elijan esta lista, guarden el
archivo reducido y borren el anterior, sus copias y lo que hicieron con él.

En R:
  s <- jsonlite::fromJSON("session.json")
  items <- s$works$items[[1]]      # figuras del primer trabajo
  links <- s$works$links[[1]]      # uniones: from, to, relation, valence
`;

const english = `LLAQTA: FILE OF ONE SESSION

What children made in one session, each under an animal and a number. There
are no geographic places in it. What things are called stands there as it was
said: before you share it, see that it names no people. Keep this file safe.

  session.json     all that was done: by whom, when, in which order, where
  withdrawals.json what was taken back later: clean earlier files by it
  measures.json    what can be counted on each page, counted
  works/*.png      each page as it was left
  works/*-annotated.png, .svg
                   the same page with numbers and a legend
  SHA256SUMS       to check that nothing changed: sha256sum -c SHA256SUMS

decision: keep = the child wants it kept;
          keep-private = it is kept but shown to nobody.

If withdrawals.json has lines: in Llaqta ("Open a file") open each earlier file
of the sessions it names, choose this list, save the reduced file, and delete
the earlier one, every copy of it, and what you made from it.

In R:
  s <- jsonlite::fromJSON("session.json")
  items <- s$works$items[[1]]      # pictures of the first work
  links <- s$works$links[[1]]      # bonds: from, to, relation, valence
`;

const TABLES = `TABLES in session.json, works[i]

  strokes  one line of crayon, marker, brush or rubber, or a soft region
           where a child is safe or unsafe. x, y: eighths of a page unit
           (divide by 8); t: ms since the finger touched. at: ms since the
           work was opened, when the finger lifted. parts: a rubber left
           several parts; where each but the first begins (0 is the first).
  fills    paint poured into an area, below all lines. rings: its edges and
           those of its holes, x, y, x, y ... in page units.
  items    one picture: symbol; type: what it is of; its middle x, y and its
           side size in page units; turn: degrees; wish: there is none and a
           child wants one; label: its name as said; dispute: children do not
           agree; ring, sector, panel: where it lies on a printed sheet;
           callOut: its number on the annotated page. symbol "drawn": lines
           (marks) that a child drew and named.
  links    one bond between two items. relation: what kind; valence: support,
           stress, both, neutral; direction, seen from "from": there, back,
           both, none. What nobody said is missing.
  stamps   how one item feels to one child.
  rings    items that belong together, and what they are called.
  quotes   what somebody (speaker) told, word for word, of an item, a link or
           a ring (about), or of the whole page; "title" is its title. source:
           said, chose, or noted by an adult; translation beside it.
  ownSymbols  (beside works) pictures that children drew, with their lines.
  log      the journal: every act in order of (n, actor). What was taken
           back is there as "erased": that it happened, not what it was;
           was "withdrawn": only its number is left.
  removedAtRequest  how much was withdrawn from the work afterwards. State it
           in reports: what is missing is not chance.

  session     (beside works) about: where, in which language, who else was
           there; participants: age, gender, mother tongues and what may be
           kept of them; assents: what each answered before beginning; skips:
           activities a child did not want; prompts: what was asked;
           observations: what an adult saw. at: ms since the session began.

  by       whose hand it was      round  free, base or prompted
  order    1 for what was made first in the work, without gaps
  A page is 1600 x 1200 page units; x to the right, y downwards.
  The animals: zorro fox, llama llama, colibri hummingbird, condor condor,
  vicuna vicuña, sapo toad, cuy guinea pig, lechuza owl, oso bear, puma puma,
  trucha trout, venado deer; f is the facilitator.
`;
