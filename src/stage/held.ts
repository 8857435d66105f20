/**
 * What fingers hold, and the ring around what was tapped. Each is a small Konva stage of its own that
 * the browser moves as a whole: while a picture is dragged nothing is painted.
 */
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage as KonvaStage } from 'konva/lib/Stage.js';
import { Circle } from 'konva/lib/shapes/Circle.js';

import { PAGE_WIDTH, type Point } from '#domain/page.ts';
import { placed } from '#picture/shape.ts';
import type { PictureOf } from '#picture/svg.ts';
import { paintShape } from '#paint/paint.ts';

/** Room around a picture in the air, as a share of its side: it is shown a little larger. */
const ROOM = 1.5;
const LIFT = 1.12;
/** Colours of the ring: the ink of the interface on a rim of paper. */
const RING = { stroke: '#1f4a78', rim: '#fffdf7', width: 5, dash: [14, 9] };

/** Something small that floats above the sheet. */
export class Floating {
  readonly #stage: KonvaStage;
  readonly #holder: HTMLDivElement;

  private constructor(over: HTMLElement, sizePx: number, draw: (layer: Layer) => void) {
    this.#holder = document.createElement('div');
    this.#holder.className = 'floating';
    over.append(this.#holder);
    this.#stage = new KonvaStage({ container: this.#holder, width: sizePx, height: sizePx });
    this.#stage.listening(false);
    const layer = new Layer({ listening: false });
    draw(layer);
    this.#stage.add(layer);
  }

  /** A picture in the air. */
  static picture(
    over: HTMLElement,
    { symbol, size }: Readonly<{ symbol: string; size: number }>,
    pictureOf: PictureOf,
  ): Floating {
    const side = inPixels(over, size) * ROOM;
    return new Floating(over, side, (layer) => {
      const shape = placed(pictureOf(symbol), {
        x: side / 2,
        y: side / 2,
        size: (side / ROOM) * LIFT,
      });
      const sceneFunc = (context: { _context: CanvasRenderingContext2D }): void => {
        paintShape(context._context, shape);
      };
      layer.add(new Shape({ sceneFunc, listening: false }));
    });
  }

  /** A ring around something `size` page units wide. */
  static ring(over: HTMLElement, size: number): Floating {
    const side = inPixels(over, size) * ROOM;
    return new Floating(over, side, (layer) => {
      const circle = { x: side / 2, y: side / 2, radius: side / 2 / 1.12, listening: false };
      layer.add(new Circle({ ...circle, stroke: RING.rim, strokeWidth: RING.width * 2 }));
      const { stroke, width: strokeWidth, dash } = RING;
      layer.add(new Circle({ ...circle, stroke, strokeWidth, dash }));
    });
  }

  /** Move its middle to a place of the page. */
  moveTo(over: HTMLElement, { x, y }: Point): void {
    const half = this.#stage.width() / 2;
    const [left, top] = [inPixels(over, x) - half, inPixels(over, y) - half];
    this.#holder.style.transform = `translate3d(${String(left)}px, ${String(top)}px, 0)`;
  }

  /** Take it away. */
  destroy(): void {
    this.#stage.destroy();
    this.#holder.remove();
  }
}

function inPixels(over: HTMLElement, units: number): number {
  return (units * over.clientWidth) / PAGE_WIDTH;
}
