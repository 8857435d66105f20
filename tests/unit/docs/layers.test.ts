import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { layers } from '../../../layers.js';

test('[H2] the layer table in ARCHITECTURE.md is the one in layers.js', () => {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6);
  const listed = (names: readonly string[]): string => names.join(', ') || '-';

  expect(rows.filter(([, folder = '']) => /^[a-z0-9-]*[a-z0-9]$/.test(folder)).slice(1)).toEqual(
    Object.entries(layers).map(([folder, { may, packages, world }]) => [
      '',
      folder,
      listed(may),
      listed(packages),
      world,
      '',
    ]),
  );
});
