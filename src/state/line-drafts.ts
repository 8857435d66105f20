/** What is being drawn is kept often enough for a crash to cost less than half a second of it. */
import type { Contributor } from '#domain/contributor.ts';
import type { Round } from '#domain/entry.ts';
import type { PageId, WorkId } from '#domain/ids.ts';
import type { WetLine } from '#editing/draft.ts';
import { finished } from '#editing/ink-tool.ts';
import type { Keeper } from '#state/keeper.svelte.ts';
import type { DraftName } from '#storage/journal.ts';

/** How often what is being drawn is kept. */
const DRAFT_MS = 400;

/** What is to be kept of the lines that run now. */
export type Running = Readonly<{
  lines: readonly WetLine[];
  page: PageId;
  round: Round;
  by: (pointer: number) => Contributor;
}>;

/** The drafts of running lines; each gesture has a draft of its own. */
export class LineDrafts {
  readonly #work: WorkId;
  readonly #keeper: Keeper;
  readonly #actor: string;
  readonly #running: () => Running;
  readonly #names = new Map<number, DraftName>();
  #gestures = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(work: WorkId, keeper: Keeper, actor: string, running: () => Running) {
    this.#work = work;
    this.#keeper = keeper;
    this.#actor = actor;
    this.#running = running;
  }

  /** A finger came down: what it draws from now on has a draft. */
  begin(pointer: number): void {
    this.#names.set(pointer, `${this.#actor}-${String(this.#gestures++)}`);
    this.#timer ??= setInterval(this.look, DRAFT_MS);
  }

  /** The draft of what this finger draws, which goes when that is written. */
  nameOf(pointer: number | undefined): DraftName | undefined {
    return pointer === undefined ? undefined : this.#names.get(pointer);
  }

  /** The line was no line: its draft must not come back as one. */
  forget(pointer: number): void {
    const name = this.#names.get(pointer);
    this.#names.delete(pointer);
    if (name) this.#keeper.dropDraft(this.#work, name);
  }

  /** Keep what runs now; when nothing does, stop looking. */
  readonly look = (): void => {
    const { lines, page, round, by } = this.#running();
    if (lines.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer ??= setInterval(this.look, DRAFT_MS);
    for (const line of lines) {
      const name = this.#names.get(line.pointer);
      const [op] = finished([line], page);
      if (name && op) this.#keeper.keepDraft(this.#work, name, { by: by(line.pointer), round, op });
    }
  };
}
