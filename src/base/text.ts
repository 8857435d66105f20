/** Words as people see them: counted by signs, cut without breaking one, kept from turning what stands beside them. */

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most so many signs, the last an ellipsis when something is left out. */
export function shortened(text: string, most: number): string {
  const all = signsIn(text);
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

/** The text in lines of at most so many signs, broken between words; a word that is longer is broken itself. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((one) => piecesOf(one, most))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (signsIn(longer).length <= most) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(word: string, most: number): string[] {
  const all = signsIn(word);
  const count = Math.max(Math.ceil(all.length / most), 1);
  return Array.from({ length: count }, (_, at) => all.slice(at * most, (at + 1) * most).join(''));
}

function signsIn(text: string): string[] {
  return Array.from(signs.segment(text), ({ segment }) => segment);
}

/** As it was typed or pasted, on one line, without signs that cannot be seen or that turn the words around them. */
export function plainLine(typed: string): string {
  return typed.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** The same over several lines. */
export function plainLines(typed: string): string {
  return typed.replace(/\r\n?/gu, '\n').split('\n').map(plainLine).join('\n');
}

/** Without accents, in small letters: how people type in a hurry. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}

/** What was typed as a short name that files and records may carry; nothing when nothing of it can be. */
export function shortName(typed: string, most: number): string {
  return folded(typed)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+/u, '')
    .slice(0, most);
}

/** A long sum as people compare it by eye: in fours, and as much of it as nobody gets twice. */
export function sumByEye(sum: string): string {
  return sum.slice(0, 16).replace(/(.{4})(?=.)/gu, '$1 ');
}
