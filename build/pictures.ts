/**
 * Turns `some.svg?shapes` into plain path data at build time, so that one source serves the tray, the
 * canvas and the exported SVG, and no picture is ever loaded while children draw. Pictures keep to a
 * small contract (docs/guide/pictures.md); a file that breaks it stops the build.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const QUERY = '?shapes';
const HEAD = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) (\d+)">$/;
const SHAPE = /^<(path|circle|ellipse|rect)((?: [a-z-]+="[^"]*")+) ?\/>$/;
const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'fill-rule'];
const GEOMETRY = {
  path: ['d'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
};

/** One shape of a picture, as src/picture/shape.ts declares it. */
type Shape = Record<string, string | number | boolean>;

/** The plugin. */
export function pictures(): Plugin {
  return {
    name: 'llaqta:pictures',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(shapesOf(await readFile(file, 'utf8'), file))};`;
    },
  };
}

/** The shapes in the text of a picture file; throws when the file breaks the contract. */
export function shapesOf(
  svg: string,
  file: string,
): { width: number; height: number; shapes: Shape[] } {
  const lines = svg
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = HEAD.exec(lines.shift() ?? '');
  if (!head || lines.pop() !== '</svg>') throw new Error(`${file}: not a picture file`);
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    shapes: lines.map((line) => shapeOf(line, file)),
  };
}

function shapeOf(line: string, file: string): Shape {
  const [, tag, rest = ''] = SHAPE.exec(line) ?? [];
  if (!tag) throw new Error(`${file}: not a shape: ${line}`);
  const attributes = Object.fromEntries(
    [...rest.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
  const geometry = GEOMETRY[tag as keyof typeof GEOMETRY];
  const stranger = Object.keys(attributes).find(
    (name) => !PAINT.includes(name) && !geometry.includes(name),
  );
  if (stranger) throw new Error(`${file}: ${stranger} is not in the contract: ${line}`);
  return { kind: 'path', d: outlineOf(tag, attributes), ...paintOf(attributes, file) };
}

function paintOf(attributes: Record<string, string>, file: string): Shape {
  const paint: Shape = {};
  const { fill = '#000000', stroke = 'none' } = attributes;
  for (const [name, colour] of Object.entries({ fill, stroke })) {
    if (colour === 'none') continue;
    if (!/^#[0-9a-fA-F]{6}$/.test(colour)) throw new Error(`${file}: ${colour} is not a colour`);
    paint[name] = colour.toLowerCase();
  }
  if (stroke !== 'none') {
    paint['width'] = Number(attributes['stroke-width'] ?? 1);
    paint['round'] = attributes['stroke-linecap'] === 'round';
  }
  if (attributes['fill-rule'] === 'evenodd') paint['evenOdd'] = true;
  return paint;
}

function outlineOf(tag: string, attributes: Record<string, string>): string {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      return attributes['d'] ?? '';
    case 'circle':
      return oval(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return oval(number('cx'), number('cy'), number('rx'), number('ry'));
    default: {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
      const rx = Math.min(Number(attributes['rx'] ?? attributes['ry'] ?? 0), width / 2);
      const ry = Math.min(Number(attributes['ry'] ?? attributes['rx'] ?? 0), height / 2);
      const [w, h] = [width - 2 * rx, height - 2 * ry];
      if (rx === 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
      const arc = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
      return `M${x + rx} ${y}h${w}${arc(rx, ry)}v${h}${arc(-rx, ry)}h${-w}${arc(-rx, -ry)}v${-h}${arc(rx, -ry)}z`;
    }
  }
}

function oval(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}
