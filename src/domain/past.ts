/** What each contributor can take back or do again on each page, last at the end. */
import type { Contributor } from '#domain/contributor.ts';
import { entryIdOf, type EntryId } from '#domain/entry.ts';
import type { PageId } from '#domain/ids.ts';
import type { WorkEntry } from '#domain/sheet.ts';

type Past = { readonly done: WorkEntry[]; readonly undone: WorkEntry[] };
type Side = keyof Past;

/** The pasts of a work. */
export class Pasts {
  readonly #pasts = new Map<string, Past>();

  /** Something was done: it can be taken back, and what was taken back before cannot be done again. */
  remember(entry: WorkEntry, page: PageId): void {
    const past = this.#of(entry.by, page);
    past.done.push(entry);
    past.undone.length = 0;
  }

  /** The last that can be taken back (`done`) or done again (`undone`). */
  last(side: Side, by: Contributor, page: PageId): EntryId | undefined {
    const entry = this.#pasts.get(keyOf(by, page))?.[side].at(-1);
    return entry && entryIdOf(entry);
  }

  /** Take an entry off one side; false when it does not stand there. */
  takeOff(side: Side, entry: WorkEntry, page: PageId): boolean {
    const list = this.#of(entry.by, page)[side];
    const at = list.lastIndexOf(entry);
    if (at >= 0) list.splice(at, 1);
    return at >= 0;
  }

  /** Put an entry on one side. */
  putOn(side: Side, entry: WorkEntry, page: PageId): void {
    this.#of(entry.by, page)[side].push(entry);
  }

  #of(by: Contributor, page: PageId): Past {
    const past = this.#pasts.get(keyOf(by, page)) ?? { done: [], undone: [] };
    this.#pasts.set(keyOf(by, page), past);
    return past;
  }
}

function keyOf(by: Contributor, page: PageId): string {
  return `${by} ${page}`;
}
