/**
 * What fingers hold, and the ring around what was tapped. Each is a small Konva stage of its own that
 * the browser moves as a whole: while a picture is dragged nothing is painted.
 */
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage as KonvaStage } from 'konva/lib/Stage.js';
import { Circle } from 'konva/lib/shapes/Circle.js';

import { PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Held } from '#editing/draft.ts';
import { placed } from '#picture/shape.ts';
import type { PictureOf } from '#picture/shape.ts';
import { paintShape } from '#paint/paint.ts';

/** Room around a picture in the air, as a share of its side: it is shown a little larger. */
const ROOM = 1.5;
const LIFT = 1.12;
/** Colours of the ring: the ink of the interface on a rim of paper. */
const RING = { stroke: '#1f4a78', rim: '#fffdf7', width: 5, dash: [14, 9] };

/** Something small that floats above the sheet; what was taken away is used again for the next. */
export class Floating {
  readonly #over: HTMLElement;
  readonly #holder = document.createElement('div');
  readonly #stage: KonvaStage;
  readonly #layer = new Layer({ listening: false });

  /** Nothing yet, over this element. */
  constructor(over: HTMLElement) {
    this.#over = over;
    this.#holder.className = 'floating';
    this.#stage = new KonvaStage({ container: this.#holder, width: 1, height: 1 });
    this.#stage.listening(false);
    this.#stage.add(this.#layer);
  }

  /** Be a picture in the air. */
  showPicture(
    { symbol, size, turn }: Pick<Held, 'symbol' | 'size' | 'turn'>,
    pictureOf: PictureOf,
  ): void {
    const side = inPixels(this.#over, size) * ROOM;
    const [x, y] = [side / 2, side / 2];
    const shape = placed(pictureOf(symbol), { x, y, size: (side / ROOM) * LIFT, turn });
    const sceneFunc = (context: { _context: CanvasRenderingContext2D }): void => {
      paintShape(context._context, shape);
    };
    this.#show(side, [new Shape({ sceneFunc, listening: false })]);
  }

  /** Be a ring around something `size` page units wide. */
  showRing(size: number): void {
    const side = inPixels(this.#over, size) * ROOM;
    const circle = { x: side / 2, y: side / 2, radius: side / 2 / 1.12, listening: false };
    const { stroke, width: strokeWidth, dash } = RING;
    this.#show(side, [
      new Circle({ ...circle, stroke: RING.rim, strokeWidth: RING.width * 2 }),
      new Circle({ ...circle, stroke, strokeWidth, dash }),
    ]);
  }

  /** Move its middle to a place of the page. */
  moveTo({ x, y }: Point): void {
    const half = this.#stage.width() / 2;
    const [left, top] = [inPixels(this.#over, x) - half, inPixels(this.#over, y) - half];
    this.#holder.style.transform = `translate3d(${String(left)}px, ${String(top)}px, 0)`;
  }

  /** Take it out of sight. */
  hide(): void {
    this.#holder.remove();
    this.#layer.destroyChildren();
  }

  /** Give the memory back. */
  destroy(): void {
    this.#holder.remove();
    this.#stage.destroy();
  }

  #show(sidePx: number, shapes: readonly (Shape | Circle)[]): void {
    this.#stage.size({ width: sidePx, height: sidePx });
    this.#layer.add(...shapes);
    this.#layer.draw();
    this.#over.append(this.#holder);
  }
}

/** All that floats above one sheet. */
export class Floatings {
  readonly #over: HTMLElement;
  readonly #pictureOf: PictureOf;
  readonly #held = new Map<number, Floating>();
  #ring: Floating | undefined;
  /** Making one takes longer than a finger should wait: one is ready from the start. */
  readonly #spare: Floating[];

  constructor(over: HTMLElement, pictureOf: PictureOf) {
    this.#over = over;
    this.#pictureOf = pictureOf;
    this.#spare = [new Floating(over)];
  }

  /** Show what a finger holds where it is now. */
  hold(one: Held): void {
    const known = this.#held.get(one.pointer);
    const floating = known ?? this.#take();
    if (!known) floating.showPicture(one, this.#pictureOf);
    floating.moveTo(one.at);
    this.#held.set(one.pointer, floating);
  }

  /** The finger holds nothing any more. */
  letGo(pointer: number): void {
    this.#put(this.#held.get(pointer));
    this.#held.delete(pointer);
  }

  /** Show the ring around something so many page units wide, or nowhere. */
  ring(around: (Point & Readonly<{ size: number }>) | undefined): void {
    this.#put(this.#ring);
    this.#ring = around && this.#take();
    if (!around) return;
    this.#ring?.showRing(around.size);
    this.#ring?.moveTo(around);
  }

  /** Take everything out of sight. */
  clear(): void {
    for (const pointer of [...this.#held.keys()]) this.letGo(pointer);
    this.ring(undefined);
  }

  /** Give the memory back. */
  destroy(): void {
    this.clear();
    for (const floating of this.#spare.splice(0)) floating.destroy();
  }

  #take(): Floating {
    return this.#spare.pop() ?? new Floating(this.#over);
  }

  #put(floating: Floating | undefined): void {
    if (!floating) return;
    floating.hide();
    this.#spare.push(floating);
  }
}

function inPixels(over: HTMLElement, units: number): number {
  return (units * over.clientWidth) / PAGE_WIDTH;
}
