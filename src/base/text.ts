/** Words as people see them: counted by signs, cut without breaking one, kept from turning what stands beside them. */

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most so many signs, the last an ellipsis when something is left out. */
export function shortened(text: string, most: number): string {
  const all = Array.from(signs.segment(text), ({ segment }) => segment);
  return all.length <= most
    ? text
    : `${all
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Words of whatever direction, so that they do not turn what stands around them. Source: Unicode, UAX 9 (isolates). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
