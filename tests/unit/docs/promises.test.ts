import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

/** Every number the pattern finds in the files of a folder, each once. */
function numbersIn(folder: string, ending: string, pattern: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => id!)))];
}

test('[H1] every promise has a test, and every test names a promise', () => {
  const promises = numbersIn('docs/spec', '.md', /^- \*\*([A-Z]\d+)\*\*/gm);
  const proved = numbersIn('tests', '.ts', /['"`]\[([A-Z]\d+)\]/g);

  expect(proved.sort()).toEqual(promises.sort());
});
