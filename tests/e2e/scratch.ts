/** Folders for profiles, copies and unpacked files, outside the project. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new, empty folder that is gone when the tests are over. */
export function newFolder(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `llaqta-${what}-`));
  folders.push(folder);
  return folder;
}
