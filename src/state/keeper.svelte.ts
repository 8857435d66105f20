/**
 * Hands entries to the journal, in order, and knows what is safe. Nothing on screen waits for it; what
 * could not be written stays here and is tried again. Rules: docs/spec/journal.md.
 */
import type { WorkId } from '#domain/ids.ts';
import { keepPicture, type PagePicture } from '#state/page-picture.ts';
import type {
  AnyEntry,
  Draft,
  DraftName,
  Journal,
  StorageProblem,
  StreamId,
} from '#storage/journal.ts';

type Waiting = Readonly<{ stream: StreamId; entry: AnyEntry; draft: DraftName | undefined }>;

/** After a failure the next try comes by itself this much later. */
const RETRY_MS = 2_000;

/** `saved` is said only when every entry's transaction has completed. */
export type Safety = 'saved' | 'saving' | 'not-saved';

/** The way from the hand to the journal. */
export class Keeper {
  readonly #journal: Journal;
  #waiting: readonly Waiting[] = [];
  #writing: Promise<void> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #kept = $state.raw(0);
  #pending = $state.raw(0);
  #problem = $state.raw<StorageProblem | undefined>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** How many entries are durable by now. */
  get kept(): number {
    return this.#kept;
  }

  /** Why the last try failed, until one succeeds. */
  get problem(): StorageProblem | undefined {
    return this.#problem;
  }

  get safety(): Safety {
    if (this.#pending === 0) return 'saved';
    return this.#problem ? 'not-saved' : 'saving';
  }

  /** Keep an entry of a stream that was begun; a draft that became this entry goes with the same stroke. */
  keep(stream: StreamId, entry: AnyEntry, draft?: DraftName): void {
    this.#waiting = [...this.#waiting, { stream, entry, draft }];
    this.#pending = this.#waiting.length;
    void this.#write();
  }

  /** Keep what is not done yet. If it cannot be kept nothing is said: the entry itself will be. */
  keepDraft(stream: StreamId, name: DraftName, draft: Draft): void {
    void this.#journal.keepDraft(stream, name, draft);
  }

  /** Let go of what will not be done. */
  dropDraft(stream: StreamId, name: DraftName): void {
    void this.#journal.append(stream, [], [name]);
  }

  /** Keep a picture of a page; it is only a cache, and nothing is said if it cannot be kept. */
  async keepPicture(work: WorkId, picture: PagePicture): Promise<void> {
    await keepPicture(this.#journal, work, picture);
  }

  /** The stream is about to be destroyed: what still waits for it is not written any more, but given back. */
  forget(stream: StreamId): AnyEntry[] {
    const forgotten = this.#waiting.filter((one) => one.stream === stream);
    this.#waiting = this.#waiting.filter((one) => one.stream !== stream);
    this.#pending = this.#waiting.length;
    return forgotten.map(({ entry }) => entry);
  }

  /** Resolves when nothing waits any more, or when a try failed. */
  async settled(): Promise<Safety> {
    await this.#write();
    return this.safety;
  }

  async #write(): Promise<void> {
    if (this.#waiting.length > 0) this.#writing ??= this.#writeAll();
    await this.#writing;
  }

  /** One try at a time waits, however often the ones before failed. */
  #tryLater(): void {
    if (this.#later !== undefined) return;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      void this.#write();
    }, RETRY_MS);
  }

  /** What queued up while one transaction ran goes into the next one together. */
  async #writeAll(): Promise<void> {
    for (let [next] = this.#waiting; next; [next] = this.#waiting) {
      const { stream } = next;
      const others = this.#waiting.findIndex((one) => one.stream !== stream);
      const batch = this.#waiting.slice(0, others < 0 ? undefined : others);
      const done = await this.#journal.append(
        stream,
        batch.map(({ entry }) => entry),
        batch.flatMap(({ draft }) => draft ?? []),
      );
      if (!done.ok) {
        this.#problem = done.problem;
        this.#tryLater();
        break;
      }
      this.#waiting = this.#waiting.filter((one) => !batch.includes(one));
      this.#problem = undefined;
      this.#kept += batch.length;
      this.#pending = this.#waiting.length;
    }
    // In the same breath as finding nothing more: what is kept from now on begins a new round.
    this.#writing = undefined;
  }
}
