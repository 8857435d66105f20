/** What an adult typed of a work and has not written down yet: it waits where it was typed, also when the app ends. */
import type { Round } from '#domain/entry.ts';
import type { WorkId } from '#domain/ids.ts';
import type { About, AddQuote, Wording } from '#domain/operation.ts';
import type { Keeper } from '#state/keeper.svelte.ts';

/** How what was typed would be written down; nothing without words. */
type AsQuote = (
  about: About,
  wording: Wording,
) => Readonly<{ op: AddQuote; round: Round }> | undefined;

/** The words that wait, by what they are about. */
export class Typed {
  readonly #work: WorkId;
  readonly #keeper: Keeper;
  readonly #asQuote: AsQuote;
  readonly #texts = new Map<About, string>();

  constructor(work: WorkId, keeper: Keeper, asQuote: AsQuote) {
    this.#work = work;
    this.#keeper = keeper;
    this.#asQuote = asQuote;
  }

  /** What waits to be written down of this; no words where nothing does. */
  textOf(about: About): string {
    return this.#texts.get(about) ?? '';
  }

  /** Let these words wait in place of those before; without words nothing waits. */
  keep(about: About, wording: Wording): void {
    if (wording.text === this.textOf(about)) return;
    const quote = this.#asQuote(about, wording);
    if (!quote) {
      this.forget(about);
      return;
    }
    this.#texts.set(about, wording.text);
    this.#keeper.keepDraft(this.#work, nameOf(about), { by: 'f', ...quote });
  }

  /** Nothing waits any more: it was written down, or taken out. */
  forget(about: About): void {
    if (this.#texts.delete(about)) this.#keeper.dropDraft(this.#work, nameOf(about));
  }

  /** Go on with what was being typed when the app ended. */
  rescue({ about, wording }: AddQuote): void {
    this.#texts.set(about, wording.text);
  }
}

function nameOf(about: About): string {
  return `typed-${about}`;
}
