/** Plays the film of a page on a table: play, pause, speed, any moment, pauses skipped or not. */
import type { Page } from '#domain/work.ts';
import { EMPTY_DRAFT } from '#editing/draft.ts';
import type { Change } from '#domain/fold.ts';
import { endedBetween, filmOf, linesAt, pageAt, type Film, type Scene } from '#editing/replay.ts';
import type { Table } from '#editing/table.ts';

export const SPEEDS = [1, 4, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** A player for one page. */
export class Player {
  readonly #page: Page;
  #film = $state.raw<Film>();
  #table: Table | undefined;
  #frame: number | undefined;
  #shownMs = 0;
  #playing = $state.raw(false);
  #atMs = $state.raw(0);
  #skipPauses = $state.raw(true);
  speed = $state.raw<Speed>(4);

  constructor(page: Page) {
    this.#page = page;
    this.#film = filmOf(page, true);
    this.#atMs = this.#film.lengthMs;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** The moment that shows now. */
  get atMs(): number {
    return this.#atMs;
  }

  get lengthMs(): number {
    return this.#film?.lengthMs ?? 0;
  }

  get skipPauses(): boolean {
    return this.#skipPauses;
  }

  set skipPauses(skip: boolean) {
    const share = this.lengthMs === 0 ? 1 : this.#atMs / this.lengthMs;
    this.#skipPauses = skip;
    this.#film = filmOf(this.#page, skip);
    this.seek(share * this.lengthMs);
  }

  /** Play on this table until the returned function is called. */
  attach(table: Table): () => void {
    this.#table = table;
    this.seek(this.#atMs);
    return () => {
      this.pause();
      this.#table = undefined;
    };
  }

  /** Play from here, or from the beginning when the film is over. */
  play(): void {
    if (this.#atMs >= this.lengthMs) this.seek(0);
    this.#playing = true;
    let before = performance.now();
    const next = (now: number): void => {
      this.#goOn(this.#atMs + (now - before) * this.speed);
      before = now;
      this.#frame = this.#playing ? requestAnimationFrame(next) : undefined;
    };
    this.#frame = requestAnimationFrame(next);
  }

  /** Stand still. */
  pause(): void {
    this.#playing = false;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  /** Go to a moment. */
  seek(atMs: number): void {
    const film = this.#film;
    if (!film) return;
    this.#atMs = this.#shownMs = Math.min(Math.max(atMs, 0), film.lengthMs);
    this.#table?.show(pageAt(film, this.#atMs));
    this.#table?.draft({ ...EMPTY_DRAFT, lines: linesAt(film, this.#atMs) });
  }

  /** Show what came between the moment shown and this one. */
  #goOn(toMs: number): void {
    const film = this.#film;
    if (!film || toMs >= film.lengthMs) {
      this.pause();
      this.seek(this.lengthMs);
      return;
    }
    const page = pageAt(film, toMs);
    this.#table?.draft({ ...EMPTY_DRAFT, lines: linesAt(film, toMs) });
    for (const scene of endedBetween(film, this.#shownMs, toMs)) {
      this.#table?.change({ page: page.id, ...changeOf(scene) }, page);
    }
    this.#atMs = this.#shownMs = toMs;
  }
}

function changeOf(scene: Scene): Change {
  if (scene.kind === 'thing') return { things: [scene.thing.id] };
  const { mark } = scene;
  return { onTop: mark, ...(mark.kind === 'item' && { things: [mark.item.id] }) };
}
