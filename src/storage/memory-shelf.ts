/** A shelf that lasts as long as the page: for tests and the gallery. */
import { ok } from '#base/result.ts';
import type { Shelf, Shelved } from '#storage/shelf.ts';

/** An empty shelf. */
export function memoryShelf(): Shelf {
  const files = new Map<string, Shelved & Readonly<{ shelf: string }>>();
  return {
    keep: (shelf, name, bytes) => {
      files.set(`${shelf}/${name}`, { shelf, name, bytes: bytes.slice() });
      return Promise.resolve(ok(undefined));
    },
    all: (shelf) => {
      const found = [...files.values()].filter((one) => one.shelf === shelf);
      found.sort((a, b) => (a.name < b.name ? -1 : 1));
      return Promise.resolve(ok(found.map(({ name, bytes }) => ({ name, bytes: bytes.slice() }))));
    },
    drop: (shelf, name) => {
      files.delete(`${shelf}/${name}`);
      return Promise.resolve(ok(undefined));
    },
  };
}
