/** Other people's programs, on a handed-over file: unzip (else Python), sha256sum, xmllint. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Handed } from './app.ts';
import { newFolder } from './scratch.ts';

/** The unpacked file: where it lies, and its files by name. */
export type Unpacked = Readonly<{
  folder: string;
  names: string[];
  read: (name: string) => Buffer;
}>;

/** Unpack it somewhere new, by somebody else's program. */
export function unpack({ name, bytes }: Handed): Unpacked {
  const folder = newFolder('files');
  const zip = join(newFolder('zip'), name);
  writeFileSync(zip, bytes);
  const said =
    run(folder, 'unzip', '-q', zip) ?? run(folder, 'python3', '-m', 'zipfile', '-e', zip, '.');
  if (said === undefined) throw new Error('neither unzip nor python3 is here to unpack the file');
  if (said !== '') throw new Error(said);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1));
  return { folder, names, read: (file) => readFileSync(join(folder, file)) };
}

/** What the program finds fault with in this folder; nothing when it is not on this machine. */
export function run(folder: string, program: string, ...words: string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error) return undefined;
  return status === 0 ? '' : `${program}: ${stdout}${stderr}`;
}
