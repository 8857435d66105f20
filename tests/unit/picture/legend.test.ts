import { describe, expect, test } from 'vitest';

import { AREAS } from '#domain/crayon.ts';
import { distance } from '#domain/page.ts';
import { DRAWN, numbered, type Page } from '#domain/work.ts';
import { annotatedSheet } from '#picture/annotated.ts';
import { itemRow, numberShapes, ROW_HEIGHT, ROW_WIDTH, type Legend } from '#picture/legend.ts';
import type { Placed, Shape, Words } from '#picture/shape.ts';
import { ART, someWords } from '../../fixtures/art.ts';
import { aLink, anItem, aPage, aQuote, aRing, aShownStroke, aStamp } from '../../fixtures/marks.ts';
import { LLAMA } from '../../fixtures/names.ts';
import { aGroupMap, groupMap } from '../../fixtures/stories.ts';

const [house, hen] = [anItem(1), anItem(2, { symbol: 'hen', x: 200, y: 200 })];

/** The rows of the legend of a page, from the first column on. */
function rowsOf(page: Page, words = someWords()): Placed[] {
  const { over, page: at } = annotatedSheet(page, numbered(page), words, ART);
  return over.flatMap((shape) =>
    shape.kind === 'placed' && shape.x > at.x && shape.scale === 1 ? [shape] : [],
  );
}

function textsIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'placed') return textsIn(shape.shapes);
    return shape.kind === 'words' ? [shape.text.replace(/[\u2068\u2069]/g, '')] : [];
  });
}

describe('the legend', () => {
  test('[M8] there is a row for each picture, link and ring, and one for each kind of soft region', () => {
    const page = aPage({
      items: [house, hen],
      links: [aLink(hen, house, 1, { by: LLAMA })],
      rings: [aRing([hen, house])],
      strokes: [
        aShownStroke(9, { tool: 'unsafe' }),
        aShownStroke(10, { tool: 'unsafe' }),
        aShownStroke(11, { tool: 'safe' }),
        aShownStroke(12),
      ],
    });

    expect(rowsOf(page).map(({ shapes }) => textsIn(shapes))).toEqual([
      ['1', 'la house', 'the house', 'zorro-01'],
      ['2', 'la hen', 'the hen', 'zorro-01'],
      ['2', '1', 'unión', 'unsaid', LLAMA],
      ['juntos', '1, 2', 'zorro-01'],
      ...AREAS.map((area) => [area]),
    ]);
  });

  test('[T7] what was told stands below what it is of, in as many rows as it needs, with the head of whoever told', () => {
    const link = aLink(hen, house);
    const long = 'Aquí vivo con mi abuela, y en la tarde llevo las ovejas al cerro con mi primo';
    const quotes = [
      aQuote(hen.id, 1, { wording: { text: long, language: 'es' }, speaker: LLAMA }),
      aQuote(link.id, 2, { source: 'chose' }),
      aQuote('page', 3, { source: 'noted', speaker: 'f' }),
    ];
    const page = aPage({ items: [house, hen], links: [link], quotes });

    expect(rowsOf(page).map(({ shapes }) => textsIn(shapes))).toEqual([
      ['1', 'la hen', 'the hen', 'zorro-01'],
      ['“Aquí vivo con mi abuela, y en la', 'tarde llevo las ovejas al cerro', LLAMA],
      ['con mi primo”'],
      ['2', 'la house', 'the house', 'zorro-01'],
      ['1', '2', 'unión', 'unsaid', 'zorro-01'],
      ['‘sumaqmi’', 'zorro-01'],
      ['[sumaqmi]', 'f'],
    ]);
  });

  test('[T4] the title stands at the head of the sheet, before which page it is', () => {
    const quotes = [
      aQuote('title', 1),
      aQuote('title', 2, { wording: { text: 'Llaqtay', language: 'quz' } }),
    ];
    const head = (page: Page): string[] =>
      textsIn(annotatedSheet(page, [], someWords(), ART).under);

    expect(head(aPage({ quotes }))[0]).toBe('“Llaqtay” · Mapa · hoja 1');
    expect(head(aPage())[0]).toBe('Mapa · hoja 1');
  });

  test('[M8] the legend of the golden map is complete: every picture, link and face', () => {
    const { page } = aGroupMap().tablet;

    const rows = rowsOf(page);

    expect(rows).toHaveLength(groupMap.items.length + groupMap.links.length);
    const faces = rows.flatMap(({ shapes }) => shapes).filter((shape) => isFace(shape));
    expect(faces).toHaveLength(groupMap.stamps.length);
    expect(new Set(rows.map(({ x, y }) => `${x} ${y}`)).size).toBe(rows.length);
  });

  test('[M14] the row of a picture shows each face stamped on it, with the head of whoever did', () => {
    const stamps = [aStamp(hen, 1), aStamp(hen, 2, { by: LLAMA }), aStamp(hen, 3, { by: 'f' })];
    const [, row] = rowsOf(aPage({ items: [house, hen], stamps }));
    const faces = row!.shapes.filter(isFace);
    const heads = row!.shapes.filter((shape) => isOfSide(shape, 24));

    expect(faces).toHaveLength(3);
    expect(heads).toHaveLength(2);
    expect(rowsOf(aPage({ items: [house], stamps }))[0]!.shapes.filter(isFace)).toEqual([]);
  });

  test('[M14] many faces share the room of five, and words give way to them', () => {
    const stamps = Array.from({ length: 24 }, (_, at) => aStamp(hen, at + 1));
    const long = { main: 'a'.repeat(300), second: '' };
    const words = someWords({ itemOf: () => long });
    const width = (count: number): number => {
      const [row] = rowsOf(aPage({ items: [hen], stamps: stamps.slice(0, count) }), words);
      return textsIn(row!.shapes)[1]!.length;
    };
    const [row] = rowsOf(aPage({ items: [hen], stamps }), words);
    const places = row!.shapes.filter(isFace).map(({ x }) => x);

    expect(places).toHaveLength(24);
    expect(Math.max(...places) - Math.min(...places)).toBeLessThan(5 * 46);
    expect([0, 1, 5, 24].map(width)).toEqual([...[0, 1, 5, 24].map(width)].sort((a, b) => b - a));
    expect(width(24)).toBe(width(5));
    expect(width(0)).toBeGreaterThan(width(1));
  });

  test('[M18] three hundred letters are shortened to the row; a right-to-left word turns nothing beside it', () => {
    const text = 'שלום '.repeat(60);
    const row = itemRow(hen, legendWith(text));
    const words = row.flatMap((shape) => (shape.kind === 'words' ? [shape] : []));

    const [, main, second] = words;
    expect(main!.text).toMatch(/^\u2068.*…\u2069$/);
    for (const { x, text: said, size } of [main!, second!]) {
      expect(x + said.length * size * 0.54).toBeLessThanOrEqual(515 + 2 * size);
    }
  });

  test('[M15] what was drawn is shown in its row by its own lines', () => {
    const line = aShownStroke(5, { crayon: 'blue' });
    const thing = anItem(1, { symbol: DRAWN, marks: [line.entry] });

    const [row] = rowsOf(aPage({ items: [thing], strokes: [aShownStroke(4), line] }));

    const drawn = row!.shapes.flatMap((shape) => (shape.kind === 'placed' ? shape.shapes : []));
    expect(drawn).toMatchObject([{ stroke: '#22559c' }, expect.anything()]);
  });

  test('[M24] the words of a row are told where the picture stands', () => {
    const told: unknown[] = [];
    const words = someWords({
      itemOf: (item, standing) => {
        told.push([item.id, standing]);
        return { main: '', second: '' };
      },
    });
    const ground = { kind: 'circles', sectors: true, question: 'important' } as const;

    rowsOf(aPage({ ground, items: [{ ...house, x: 800, y: 250 }] }), words);

    expect(told).toEqual([[house.id, { ring: 2, sector: 'family' }]]);
  });

  test('[M8] no row reaches into the next, neither below nor beside', () => {
    const stamps = Array.from({ length: 9 }, (_, at) => aStamp(hen, at + 1));
    const page = aPage({ items: [house, hen], links: [aLink(house, hen)], stamps });

    for (const { shapes } of rowsOf(page)) {
      for (const shape of shapes) {
        if (shape.kind === 'path') continue;
        expect(shape.x).toBeGreaterThanOrEqual(0);
        expect(shape.x).toBeLessThan(ROW_WIDTH);
        expect(shape.y).toBeLessThanOrEqual(ROW_HEIGHT);
      }
    }
  });
});

describe('the head of the sheet', () => {
  test('[M24] the question that was asked stands under the title, where one was asked', () => {
    const head = (question: string): string[] => {
      const words = someWords({ question });
      return textsIn(annotatedSheet(aPage(), [], words, ART).under);
    };

    expect(head('¿Quiénes son importantes para ti?')).toEqual([
      'Mapa · hoja 1',
      '¿Quiénes son importantes para ti?',
    ]);
    expect(head('')).toEqual(['Mapa · hoja 1']);
  });

  test('[M8] the numbers of the golden map never overlap, and keep off faces and kinds of links', () => {
    const { page } = aGroupMap().tablet;
    const { over } = annotatedSheet(page, numbered(page), someWords(), ART);
    const [numbers] = over.flatMap((shape) => (shape.kind === 'placed' ? [shape] : []));
    const places = numbers!.shapes.flatMap((shape) => (shape.kind === 'words' ? [shape] : []));

    expect(places.map(({ text }) => text)).toEqual(groupMap.items.map((_, at) => String(at + 1)));
    const apart = places.flatMap((one, at) =>
      places.slice(at + 1).map((two) => distance(one, two)),
    );
    expect(Math.min(...apart)).toBeGreaterThan(50);
  });
});

test('[M8][M29] the legend of a full page stands beside it and then below it, and no row lies on another', () => {
  const items = Array.from({ length: 300 }, (_, at) => anItem(at + 1));
  const sheet = annotatedSheet(aPage({ items }), items, someWords(), ART);
  const rows = sheet.over
    .flatMap((shape) => (shape.kind === 'placed' ? [shape] : []))
    .slice(1, 301);

  expect(sheet.width).toBeLessThan(4_400);
  expect(sheet.height).toBeGreaterThan(3_000);
  expect(new Set(rows.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(300);
  for (const [at, { x, y }] of rows.entries()) {
    expect(textsIn(rows[at]!.shapes)[0]).toBe(String(at + 1));
    expect(x + ROW_WIDTH).toBeLessThan(sheet.width);
    expect(y + ROW_HEIGHT).toBeLessThan(sheet.height - 100);
    expect(x >= 1_720 || y >= 1_320).toBe(true);
    const over = rows.filter(
      (one) => Math.abs(one.x - x) < ROW_WIDTH && Math.abs(one.y - y) < ROW_HEIGHT,
    );
    expect(over).toHaveLength(1);
  }
  const column = rows.filter(({ x, y }) => x === rows[0]!.x && y < 1_320).map(({ y }) => y);
  const steps = column.slice(1).map((y, at) => y - column[at]!);
  expect(new Set(steps)).toEqual(new Set([ROW_HEIGHT]));
});

test('[M8] a number of four digits is written smaller, so that it fits its disc', () => {
  const sizeOf = (number: number): number[] =>
    numberShapes(number, { x: 0, y: 0 }).flatMap((one) => (one.kind === 'words' ? [one.size] : []));

  expect([sizeOf(9), sizeOf(999)]).toEqual([[29], [29]]);
  expect(sizeOf(1_000)).toEqual([29 * 0.75]);
});

test('[M8] on the sheet a number keeps off the face on its picture and off the middle of a link', () => {
  const small = anItem(1, { x: 400, y: 600, size: 60 });
  const ends = [anItem(1, { x: 400, y: 600, size: 80 }), anItem(2, { x: 556, y: 600, size: 80 })];
  const firstOf = (page: Page): Words => {
    const { over } = annotatedSheet(page, page.items, someWords(), ART);
    const [numbers] = over.flatMap((shape) => (shape.kind === 'placed' ? [shape] : []));
    return numbers!.shapes.flatMap((shape) => (shape.kind === 'words' ? [shape] : []))[0]!;
  };
  const stamped = firstOf(aPage({ items: [small], stamps: [aStamp(small)] }));
  const linked = firstOf(aPage({ items: ends, links: [aLink(ends[0]!, ends[1]!)] }));

  expect(distance({ ...stamped, y: stamped.y - 10 }, { x: 400, y: 570 })).toBeGreaterThan(55);
  expect(distance({ ...linked, y: linked.y - 10 }, { x: 478, y: 600 })).toBeGreaterThan(55.9);
});

function legendWith(text: string): Legend {
  const words = someWords({ itemOf: () => ({ main: text, second: text }) });
  return { page: aPage({ items: [hen] }), numbers: new Map(), words, art: ART };
}

function isOfSide(shape: Shape, side: number): shape is Placed {
  return shape.kind === 'placed' && shape.scale * 32 === side;
}

/** A face of a stamp: nothing else in a row is 38 wide at this height. */
function isFace(shape: Shape): shape is Placed {
  return isOfSide(shape, 38) && shape.y === 22 - 19;
}
