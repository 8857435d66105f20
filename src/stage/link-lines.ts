/**
 * The lines between pictures as elements above the canvas: there the browser itself moves one without
 * painting the others. Each is the same shapes that exports draw.
 */
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import { ropeShapes, type Ends } from '#picture/links.ts';
import type { Path } from '#picture/shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A line by its name, and where it runs. */
export type Rope = Readonly<{ name: string; ends: Ends }>;

/** The lines that show. */
export class LinkLines {
  readonly element = document.createElementNS(SVG, 'svg');
  readonly #lines = new Map<string, SVGGElement>();

  constructor() {
    this.element.setAttribute('viewBox', `0 0 ${String(PAGE_WIDTH)} ${String(PAGE_HEIGHT)}`);
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Show these lines and no others. */
  show(ropes: readonly Rope[]): void {
    const names = new Set(ropes.map(({ name }) => name));
    for (const [name, line] of this.#lines) {
      if (names.has(name)) continue;
      line.remove();
      this.#lines.delete(name);
    }
    for (const rope of ropes) this.move(rope);
  }

  /** Show this line where it runs now. */
  move({ name, ends }: Rope): void {
    const shapes = ropeShapes(ends);
    const line = this.#lines.get(name) ?? this.#newLine(name, shapes);
    for (const [at, { d }] of shapes.entries()) {
      const path = line.children[at];
      if (path?.getAttribute('d') !== d) path?.setAttribute('d', d);
    }
  }

  #newLine(name: string, shapes: readonly Path[]): SVGGElement {
    const line = document.createElementNS(SVG, 'g');
    for (const shape of shapes) line.append(pathOf(shape));
    this.#lines.set(name, line);
    this.element.append(line);
    return line;
  }
}

function pathOf({ fill = 'none', stroke = 'none', width = 1, round }: Path): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  const attributes = { fill, stroke, 'stroke-width': String(width) };
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  if (round) path.setAttribute('stroke-linecap', 'round');
  return path;
}
