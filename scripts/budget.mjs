/**
 * Weighs script and style that must arrive before a screen shows, gzip -9, against budget.json.
 * `beyond` counts only what the other screen has not brought already.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const budget = JSON.parse(readFileSync('budget.json', 'utf8'));

const filesOf = (entry, found = new Set()) => {
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`${entry} is not in the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
};

let over = false;
for (const [screen, { gzipKB, entry, beyond }] of Object.entries(budget)) {
  const known = beyond ? filesOf(budget[beyond].entry) : new Set();
  const files = [...filesOf(entry)].filter((file) => !known.has(file));
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length,
    0,
  );
  const kB = bytes / 1024;
  over ||= kB > gzipKB;
  console.log(
    `${screen}: ${kB.toFixed(1)} KB of ${gzipKB} KB gzip${kB > gzipKB ? '  TOO LARGE' : ''}`,
  );
}
if (over) process.exit(1);
