/** Everything on the sheet by keys: a place that the arrows move, and a tap there. The tools cannot tell it from a finger. */
import type { ItemId } from '#domain/ids.ts';
import { ontoPage, PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Item } from '#domain/work.ts';
import { nudged, resized, stepOf, turned, type Way } from '#editing/picked-acts.ts';
import type { Step } from '#editing/step.ts';
import { sampleAt } from '#ink/sample.ts';
import type { Workbench } from '#state/workbench.svelte.ts';

/** How far an arrow goes: a picture's third, or with shift a little. */
const STEP = { wide: 80, fine: 16 } as const;
/** No finger has this number. */
const POINTER = -1;

const WAY_OF: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The keys at one workbench. */
export class Keys {
  readonly #bench: Workbench;
  #at = $state.raw<Point>({ x: PAGE_WIDTH / 2, y: PAGE_HEIGHT / 2 });

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** Where the keys point. */
  get at(): Point {
    return this.#at;
  }

  /** The sheet is spoken to now, or no longer. */
  show(isHere: boolean): void {
    this.#bench.point(isHere ? this.#at : undefined);
  }

  /** A key on the sheet; false when it means nothing there. */
  press(key: string, fine: boolean): boolean {
    const way = WAY_OF[key];
    if (way) {
      const [dx, dy] = stepOf(way);
      const step = fine ? STEP.fine : STEP.wide;
      this.#at = ontoPage({ x: this.#at.x + dx * step, y: this.#at.y + dy * step });
      this.show(true);
      return true;
    }
    if (key === 'Enter' || key === ' ') {
      this.#tap(this.#at);
      return true;
    }
    const item = this.#bench.pickedItem;
    if (item) return this.#change(item, key);
    if (!isTakeAway(key)) return false;
    this.#bench.binPicked();
    return true;
  }

  /** A key on a picture of the list; false when it means nothing there. */
  pressOn(item: Item, key: string): boolean {
    const way = WAY_OF[key];
    if (!way) return this.#change(item, key);
    if (this.#bench.picked?.id !== item.id) return false;
    const move = nudged(item, way);
    if (!move?.place) return false;
    const place = ontoPage(move.place);
    if (place.x !== item.x || place.y !== item.y) this.#bench.act({ ...move, place });
    return true;
  }

  /** A tap with the tool in the hand on a picture of the list, whatever lies over it. */
  tapOn({ id, x, y }: Item): void {
    this.#tap({ x, y }, id);
  }

  #tap(at: Point, item?: ItemId): void {
    this.#at = ontoPage(at);
    for (const phase of ['down', 'up'] as const) {
      const samples: Step['samples'] = [sampleAt(at, 0)];
      const touch = { phase, pointer: POINTER, input: 'mouse', samples, overBin: false } as const;
      this.#bench.touch({ ...touch, ...(item && { item }) });
    }
  }

  /** Keys that change a picture. */
  #change(item: Item, key: string): boolean {
    const bench = this.#bench;
    if (isTakeAway(key)) {
      bench.bin({ kind: 'item', id: item.id });
      return true;
    }
    if (item.pinned) return false;
    if (key === '+' || key === '-') bench.act(resized(item, key === '+' ? 'bigger' : 'smaller'));
    else if (key === ',' || key === '.') bench.act(turned(item, key === '.' ? 'right' : 'left'));
    else return false;
    return true;
  }
}

function isTakeAway(key: string): boolean {
  return key === 'Delete' || key === 'Backspace';
}
