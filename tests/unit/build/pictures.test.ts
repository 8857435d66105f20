import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { ANIMALS } from '#domain/contributor.ts';
import { RELATIONS } from '#domain/study.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import { symbolOfRelation } from '#picture/bonds.ts';
import { HEADS } from '#symbols/heads.ts';
import { pictureOf, PICTURES } from '#symbols/pictures.ts';
import { shapesOf } from '../../../build/pictures.ts';
import { endsIn } from '../../fixtures/outlines.ts';

const ROOMS = { 'src/symbols/art': 32, 'src/symbols/kinds': 32, 'src/ui/icons': 48 } as const;
const files = Object.entries(ROOMS).flatMap(([room, side]) =>
  readdirSync(room)
    .filter((name) => name.endsWith('.svg'))
    .map((name): [string, number] => [join(room, name), side]),
);

describe('the pictures there are', () => {
  test.each(files)('[H3] %s keeps to the contract and stays in its square of %i', (file, side) => {
    const { width, height, shapes } = shapesOf(readFileSync(file, 'utf8'), file);

    expect([width, height]).toEqual([side, side]);
    expect(shapes.length).toBeGreaterThan(0);
    for (const { d, fill, stroke } of shapes) {
      expect(fill ?? stroke).toMatch(/^#[0-9a-f]{6}$/);
      for (const { x, y } of endsIn(String(d))) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(side);
      }
    }
  });

  test('[H3] every picture of the palette and every animal of a child has its own drawing', () => {
    const stranger = pictureOf('a-picture-nobody-drew');
    const palette = SYMBOLS.map((symbol) => pictureOf(symbol));
    const heads = ANIMALS.map((animal) => HEADS[animal]);

    expect(palette).not.toContain(stranger);
    expect(new Set([...palette, ...heads].map(({ shapes }) => JSON.stringify(shapes))).size).toBe(
      SYMBOLS.length + ANIMALS.length,
    );
    expect(PICTURES).toEqual(expect.arrayContaining([...SYMBOLS]));
    expect(ANIMALS.map((animal) => pictureOf(`token-${animal}`))).toEqual(heads);
  });

  test('[H3] every kind of bond of the study has its own drawing', () => {
    const kinds = RELATIONS.map((relation) => pictureOf(symbolOfRelation(relation)));

    expect(kinds).not.toContain(pictureOf('a-picture-nobody-drew'));
    expect(new Set(kinds).size).toBe(RELATIONS.length);
  });

  test('[H3] every file is offered under its name, one of a kind of bond as that of a relation', () => {
    const names = files
      .filter(([, side]) => side === 32)
      .map(([file]) => [basename(dirname(file)), basename(file, '.svg')] as const)
      .map(([room, name]) => (room === 'kinds' ? symbolOfRelation(name) : name));

    expect(PICTURES).toEqual(names.sort());
  });
});

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">';
const picture = (...lines: string[]): string => [OPEN, ...lines, '</svg>', ''].join('\n');

describe('the contract', () => {
  test.each([
    ['another head', `<svg>\n<path d="M0 0z"/>\n</svg>`],
    ['no end', `${OPEN}\n<path d="M0 0z"/>\n`],
    ['a group', picture('<g>', '</g>')],
    ['text', picture('<text x="1" y="1">hola</text>')],
    ['a script', picture('<script>alert(1)</script>')],
    ['two shapes on one line', picture('<path d="M0 0z"/><path d="M1 1z"/>')],
    ['a transform', picture('<path d="M0 0z" transform="scale(2)"/>')],
    ['an id', picture('<path d="M0 0z" id="a"/>')],
    ['a style', picture('<path d="M0 0z" style="fill:red"/>')],
    ['a measure of another shape', picture('<circle cx="1" cy="1" r="1" width="3"/>')],
    ['a colour by name', picture('<path d="M0 0z" fill="red"/>')],
    ['a short colour', picture('<path d="M0 0z" stroke="#fff"/>')],
  ])('[H3] a picture file with %s stops the build', (_what, svg) => {
    expect(() => shapesOf(svg, 'a.svg')).toThrow(/^a\.svg: /);
  });

  test('[H3] circles, ellipses and rectangles become outlines of the same size', () => {
    const { shapes } = shapesOf(
      picture(
        '<circle cx="10" cy="12" r="4"/>',
        '<ellipse cx="10" cy="12" rx="4" ry="2"/>',
        '<rect x="1" y="2" width="10" height="6"/>',
        '<rect x="1" y="2" width="10" height="6" rx="2"/>',
        '<rect x="1" y="2" width="10" height="6" rx="9"/>',
      ),
      'a.svg',
    );

    expect(shapes.map(({ d }) => boxOf(String(d)))).toEqual([
      [6, 12, 14, 12],
      [6, 12, 14, 12],
      [1, 2, 11, 8],
      [1, 2, 11, 8],
      [1, 2, 11, 8],
    ]);
    expect(shapes[0]?.['d']).toBe('M6 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z');
    expect(shapes[2]?.['d']).toBe('M1 2h10v6h-10z');
  });

  test('[H3] paint is kept: fills, strokes, round ends and holes; black where nothing is said', () => {
    const { shapes } = shapesOf(
      picture(
        '<path d="M0 0h1"/>',
        '<path d="M0 0h1" fill="none" stroke="#A3203A" stroke-width="2.5" stroke-linecap="round"/>',
        '<path d="M0 0h1" fill="#FFFFFF" stroke="#000000" fill-rule="evenodd" />',
      ),
      'a.svg',
    );

    expect(shapes).toEqual([
      { kind: 'path', d: 'M0 0h1', fill: '#000000' },
      { kind: 'path', d: 'M0 0h1', stroke: '#a3203a', width: 2.5, round: true },
      {
        kind: 'path',
        d: 'M0 0h1',
        fill: '#ffffff',
        stroke: '#000000',
        width: 1,
        round: false,
        evenOdd: true,
      },
    ]);
  });
});

function boxOf(d: string): number[] {
  const ends = endsIn(d);
  const [xs, ys] = [ends.map(({ x }) => x), ends.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
