/**
 * What lies above the canvas - rings, links, words, stamps - as elements: there the browser itself moves or
 * changes one without painting the others, and the sheet is never painted for it. Each is the same shapes
 * that exports draw.
 */
import type { ThingId } from '#domain/ids.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { aboveOf, LAYERS, namesAbove, partWith, type Above, type Layer } from '#picture/above.ts';
import { crosshair } from '#picture/pulled.ts';
import type { Shape } from '#picture/shape.ts';
import { LETTER_RIM, type PictureOf } from '#picture/shape.ts';
import { transformOf } from '#picture/svg.ts';

const SVG = 'http://www.w3.org/2000/svg';

type Shown = Readonly<{ element: SVGGElement; layer: Layer; on: readonly ThingId[] }>;
type Layers = Readonly<Record<Layer, SVGGElement>>;

/** What is shown above the sheet. */
export class Overlay {
  /** Two sheets, each painted by itself: what lies, and above it what moves. */
  readonly elements: readonly SVGSVGElement[];
  readonly #pictureOf: PictureOf;
  readonly #lying: Layers;
  readonly #moving: Layers;
  readonly #pulled: SVGGElement;
  readonly #cursor: SVGGElement;
  readonly #shown = new Map<string, Shown>();
  /** The names of what moves. */
  #lifted: ReadonlySet<string> = new Set();

  constructor(pictureOf: PictureOf) {
    this.#pictureOf = pictureOf;
    const [below, above] = [svgSheet(), svgSheet()];
    this.elements = [below, above];
    this.#lying = layersOn(below);
    this.#moving = layersOn(above);
    this.#pulled = groupOn(above);
    this.#cursor = groupOn(above);
  }

  /** Show what lies above this page and nothing else. */
  show(page: Page): void {
    this.#put(aboveOf(page, this.#pictureOf, true), [...this.#shown.keys()]);
    this.#sort(page);
  }

  /** These things, or what hangs on them, changed. */
  update(page: Page, things: readonly ThingId[]): void {
    const touched = new Set(things);
    for (const id of things) for (const on of this.#shown.get(id)?.on ?? []) touched.add(on);
    const hangs = [...this.#shown].filter(([, { on }]) => on.some((one) => touched.has(one)));
    // A ring does not name a picture it lost, nor a picture a stamp it lost: what they are of is shown anew.
    const whole = hangs.flatMap(([, { on }]) => on.slice(0, 1));
    const part = partWith(page, new Set([...touched, ...whole]));
    this.move(
      part,
      hangs.map(([name]) => name),
    );
    this.#sort(page);
  }

  /**
   * What hangs on the pictures that are in the air is on the sheet of what moves: there a movement paints it anew
   * and nothing else. Without a part everything lies again.
   */
  lift(page: Page, part: Page | undefined): void {
    const before = this.#lifted;
    this.#lifted = new Set(part ? Object.values(namesAbove(part)).flat() : []);
    for (const name of [...before, ...this.#lifted]) {
      const shown = this.#shown.get(name);
      if (!shown) continue;
      const home = this.#homeOf(name, shown.layer);
      if (shown.element.parentNode !== home) home.append(shown.element);
    }
    this.#sort(page);
  }

  #homeOf(name: string, layer: Layer): SVGGElement {
    return (this.#lifted.has(name) ? this.#moving : this.#lying)[layer];
  }

  /** What lies over what is as on the page, also of what was shown later than the rest. */
  #sort(page: Page): void {
    const names = namesAbove(page);
    for (const layer of LAYERS) {
      const home = this.#lying[layer];
      let next = home.firstElementChild;
      for (const name of names[layer]) {
        const element = this.#shown.get(name)?.element;
        if (element?.parentNode !== home) continue;
        if (element === next) next = next.nextElementSibling;
        else home.insertBefore(element, next);
      }
    }
  }

  /** The part of the page with what is in the air is shown where it is now; of `names` nothing else is left. */
  move(part: Page, names: readonly string[] = []): void {
    this.#put(aboveOf(part, this.#pictureOf, true), names);
  }

  /** Show where the keys point. */
  point(at: Point | undefined): void {
    draw(this.#cursor, at ? crosshair(at) : []);
  }

  /** Show what is being pulled or drawn round things, in place of what was before. */
  pull(shapes: readonly Shape[]): void {
    draw(this.#pulled, shapes);
  }

  #put(above: readonly Above[], names: readonly string[]): void {
    const stays = new Set(above.map(({ name }) => name));
    for (const name of names) {
      if (stays.has(name)) continue;
      this.#shown.get(name)?.element.remove();
      this.#shown.delete(name);
    }
    for (const { name, layer, on, shapes } of above) {
      const element = this.#shown.get(name)?.element ?? document.createElementNS(SVG, 'g');
      if (!this.#shown.has(name)) this.#homeOf(name, layer).append(element);
      this.#shown.set(name, { element, layer, on });
      draw(element, shapes);
    }
  }
}

function svgSheet(): SVGSVGElement {
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.setAttribute('viewBox', `0 0 ${String(PAGE_WIDTH)} ${String(PAGE_HEIGHT)}`);
  sheet.setAttribute('aria-hidden', 'true');
  return sheet;
}

/** A group for each layer, lowest first. */
function layersOn(sheet: SVGSVGElement): Layers {
  const group = (): SVGGElement => groupOn(sheet);
  return { rings: group(), links: group(), words: group(), stamps: group() };
}

function groupOn(sheet: SVGSVGElement): SVGGElement {
  return sheet.appendChild(document.createElementNS(SVG, 'g'));
}

/** What stands in an element already is kept where it is the same kind of shape. */
function draw(parent: Element, shapes: readonly Shape[]): void {
  for (const [at, shape] of shapes.entries()) {
    const known = parent.children[at];
    const tag = TAGS[shape.kind];
    const element = known?.tagName === tag ? known : document.createElementNS(SVG, tag);
    if (!known) parent.append(element);
    else if (known !== element) known.replaceWith(element);
    dress(element, shape);
  }
  while (parent.children.length > shapes.length) parent.lastElementChild?.remove();
}

const TAGS = { path: 'path', words: 'text', placed: 'g' } as const;

function dress(element: Element, shape: Shape): void {
  set(element, attributesOf(shape));
  if (shape.kind === 'placed') draw(element, shape.shapes);
  if (shape.kind === 'words' && element.textContent !== shape.text)
    element.textContent = shape.text;
}

type Attributes = Readonly<Record<string, string | undefined>>;

function attributesOf(shape: Shape): Attributes {
  switch (shape.kind) {
    case 'path': {
      const { d, fill = 'none', stroke = 'none', width = 1, round, dash, evenOdd } = shape;
      return {
        d,
        fill,
        stroke,
        'stroke-width': String(width),
        'stroke-linecap': round ? 'round' : undefined,
        'stroke-linejoin': round ? 'round' : undefined,
        'stroke-dasharray': dash?.join(' '),
        'fill-rule': evenOdd ? 'evenodd' : undefined,
      };
    }
    case 'words': {
      const { x, y, size, fill, bold, anchor = 'start', rim } = shape;
      return {
        x: String(x),
        y: String(y),
        fill,
        'font-size': String(size),
        'font-weight': bold ? '700' : undefined,
        'text-anchor': anchor,
        stroke: rim,
        'stroke-width': rim && String(size * LETTER_RIM),
        'stroke-linejoin': rim && 'round',
        'paint-order': rim && 'stroke',
      };
    }
    case 'placed':
      return { transform: transformOf(shape) };
  }
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
