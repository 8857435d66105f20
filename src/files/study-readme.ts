/** The README inside a study file: what is in it, in Spanish and in English. */
import type { StudyPack } from '#domain/study-pack.ts';

/** The README's text; lines end with LF. */
export function studyReadme({ study, version }: Pick<StudyPack, 'study' | 'version'>): string {
  return `LLAQTA: ARCHIVO DE UN ESTUDIO

El diseño de un estudio: lo que se pide a las niñas y los niños, con palabras
y voces, lo que aceptan, y lo que las personas adultas pueden anotar. Aquí no
hay nada de ninguna niña ni de ningún niño.

  study.json   el diseño
  voices/      las voces grabadas
  SHA256SUMS   para comprobar que nada cambió: sha256sum -c SHA256SUMS

Para usarlo: Llaqta, Estudios, Traer un estudio. Para cambiarlo: Estudios,
Cambiar. No lo cambien a mano.

LLAQTA: FILE OF ONE STUDY

The design of a study: what children are asked, with words and voices, what
they agree to, and what adults may note. Nothing of any child is in it.

  study.json   the design
  voices/      the recorded voices
  SHA256SUMS   to check that nothing changed: sha256sum -c SHA256SUMS

To use it: Llaqta, Studies, Bring a study. To change it: Studies, Change.
Do not change it by hand.

----------------------------------------------------------------
llaqta-study 1 | ${study} | ${String(version)}
`;
}
