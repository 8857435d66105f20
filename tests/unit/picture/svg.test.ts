import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { decimal } from '#base/decimal.ts';
import { AREAS, COLOUR_OF, type Area } from '#domain/crayon.ts';
import { WorkFold } from '#domain/fold.ts';

import { annotatedSheet, annotatedSvg, type AnnotatedWords } from '#picture/annotated.ts';
import { card, disc, placed } from '#picture/shape.ts';
import { escaped, pageSvg, shapeSvg, svgFile } from '#picture/svg.ts';
import { numbered, type Page } from '#domain/work.ts';
import { ART, someWords, SQUARE } from '../../fixtures/art.ts';
import { CHILD_ACTS, journals } from '../../fixtures/journals.ts';
import {
  aLink,
  anItem,
  aPage,
  aRing,
  aShownFill,
  aShownStroke,
  samplesAlong,
} from '../../fixtures/marks.ts';
import { LLAMA } from '../../fixtures/names.ts';
import { handDrawn } from '../../fixtures/hands.ts';
import { endsIn } from '../../fixtures/outlines.ts';
import { elementsOf, type Element } from '../../fixtures/xml.ts';
import { pack } from '#ink/pack.ts';

/** What somebody may type, what a newer version may send, and what somebody may try. */
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\0', '\uD800', '\uFFFE', 'ñ'),
  }),
  fc.constantFrom('</text><script>alert(1)</script>', '" onload="alert(1)', '&amp;<![CDATA[', '🦙'),
);
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const HARMLESS = 'svg title desc style defs mask pattern g use path rect text'.split(' ');
const FONT = '@font-face{font-family:Andika;src:url(data:font/woff2;base64,AA==)}';

function sheetOf(page: Page, said: AnnotatedWords): string {
  const layout = annotatedSheet(page, numbered(page), said, ART);
  const about = { title: said.title, description: said.foot, font: FONT };
  return annotatedSvg(layout, page, about, ART);
}

/** The words in the order in which they stand, without the signs that keep them from turning others. */
function textsIn(elements: readonly Element[]): string[] {
  const words = elements.filter(({ tag }) => tag === 'text').map(({ text }) => text);
  return words.map((text) => text.replace(/^\u2068|\u2069$/g, ''));
}

describe('words and references', () => {
  property.prop([words], { numRuns: 300 })(
    '[F12] every word is escaped: read back, it is the same but for signs XML forbids',
    (text) => {
      const [read] = elementsOf(
        shapeSvg({ kind: 'words', text, x: 0, y: 0, size: 20, fill: '#000000' }),
      );

      expect(read?.text).toBe(text.replace(FORBIDDEN, ''));
      expect(elementsOf(`<g id="${escaped(text)}"/>`)).toHaveLength(1);
    },
  );

  property.prop([fc.array(words, { minLength: 7, maxLength: 7 })], { numRuns: 60 })(
    '[F12] no word on an annotated sheet becomes anything but words',
    (typed) => {
      const [title = '', question = '', foot = '', main = '', second = '', name = '', by = ''] =
        typed.map((text) => `x${text}`);
      const both = (): { main: string; second: string } => ({ main, second });
      const label = { text: name, language: 'es' } as const;
      const [house, hen] = [anItem(1, { label }), anItem(2, { x: 200, y: 200, symbol: by })];
      const page = aPage({
        items: [house, hen],
        links: [aLink(house, hen)],
        rings: [aRing([house, hen], 1, { label })],
      });
      const plain = elementsOf(sheetOf(page, someWords({ question: 'x' })));

      const elements = elementsOf(
        sheetOf(page, someWords({ title, question, foot, itemOf: both, linkOf: both })),
      );

      expect(elements.map(({ tag }) => tag)).toEqual(plain.map(({ tag }) => tag));
      expect(textsIn(elements)).toEqual(
        expect.arrayContaining([title, question, foot].map((text) => text.replace(FORBIDDEN, ''))),
      );
    },
  );

  property.prop([journals([...CHILD_ACTS])], { numRuns: 40 })(
    '[F12] a sheet holds no script and refers to nothing outside itself',
    (journal) => {
      for (const page of WorkFold.of(journal).work.pages) {
        const elements = elementsOf(sheetOf(page, someWords()));
        const ids = new Set(elements.flatMap(({ attributes: { id } }) => (id ? [`#${id}`] : [])));

        const tags = new Set(elements.map(({ tag }) => tag));
        const attributes = elements.flatMap((element) => Object.entries(element.attributes));
        const strange = attributes.filter(([name, value]) => {
          if (name === 'xmlns') return value !== 'http://www.w3.org/2000/svg';
          const target = name === 'href' ? value : /url\((.*?)\)/.exec(value)?.[1];
          return (
            (target !== undefined && !ids.has(target)) || /^on|:\/\/|data:|script:/.test(value)
          );
        });

        expect(tags).toEqual(new Set([...tags].filter((tag) => HARMLESS.includes(tag))));
        expect(attributes.filter(([name]) => /^on|:/.test(name))).toEqual([]);
        expect(strange).toEqual([]);
      }
    },
  );

  test('[F12] a file names itself for a reader who cannot see it', () => {
    const file = svgFile('<g/>', { width: 1600, height: 1200.5, title: 'A & B', description: '<' });

    const [svg, ...inside] = elementsOf(file);
    expect(svg?.attributes).toEqual({
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: '0 0 1600 1200.5',
      role: 'img',
    });
    expect(inside.map(({ tag, text }) => [tag, text])).toEqual([
      ['title', 'A & B'],
      ['desc', '<'],
      ['g', ''],
    ]);
  });
});

describe('what lies where', () => {
  test('[F9] a stroke is drawn in its colour and width where the finger was', () => {
    const line = { samples: pack(samplesAlong({ x: 100, y: 50 }, { x: 104, y: 130 })) };
    const page = aPage({ strokes: [aShownStroke(1, { ...line, crayon: 'sky', width: 'thick' })] });

    const elements = elementsOf(pageSvg(page, () => SQUARE));
    const stroke = elements.find(({ attributes }) => 'stroke' in attributes);
    const wax = elements.findIndex(({ attributes }) => attributes['id'] === 'wax-sky');

    expect(elements[wax + 1]?.attributes['fill']).toBe(COLOUR_OF.sky);
    expect(stroke?.attributes).toEqual({
      d: 'M100 50Q100 50 100.5 60Q101 70 101.5 80Q102 90 102.5 100Q103 110 103.5 120L104 130',
      fill: 'none',
      stroke: 'url(#wax-sky)',
      'stroke-width': '40',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    });
  });

  test('[F9] a picture stands with its middle in its place, as large as it was put', () => {
    const page = aPage({ items: [anItem(1, { x: 400, y: 300, size: 160 })] });

    const elements = elementsOf(pageSvg(page, () => SQUARE));

    expect(elements[2]?.attributes).toEqual({ id: anItem(1).id });
    expect(elements[3]?.attributes).toEqual({ transform: 'translate(320 220) scale(5)' });
    expect(elements[4]?.attributes['fill']).toBe('#a3203a');
  });

  test('[I7] ink drawn before a rubbing is masked by it and by every later one; ink drawn after is not', () => {
    const page = aPage({
      strokes: [
        aShownStroke(1, { crayon: 'red' }),
        aShownStroke(2, { tool: 'rubber' }),
        aShownStroke(3, { crayon: 'blue' }),
        aShownStroke(4, { tool: 'rubber', width: 'thin' }),
        aShownStroke(5, { crayon: 'green' }),
      ],
    });
    const svg = pageSvg(page, () => SQUARE);

    const drawn = [
      ...svg.matchAll(/^(?:<g mask="url\(#(rub\d)\)">)?<path[^>]*stroke="url\(#wax-(\w+)\)"/gm),
    ];
    expect(drawn.map(([, mask, crayon]) => [mask, crayon])).toEqual([
      ['rub0', 'red'],
      ['rub1', 'blue'],
      [undefined, 'green'],
    ]);
    const elements = elementsOf(svg);
    expect(
      elements.filter(({ tag }) => tag === 'mask').map(({ attributes }) => attributes['id']),
    ).toEqual(['rub1', 'rub0']);
    const first = /<g id="rubbing0">(.*?)<\/g>/.exec(svg)?.[1];
    expect(first).toContain('stroke-width="60"');
    expect(first).toContain('<use href="#rubbing1"/>');
    expect(/<g id="rubbing1">(.*?)<\/g>/.exec(svg)?.[1]).not.toContain('<use');
  });

  test('[I12] poured paint lies under all else, whenever it was poured, with its holes', () => {
    const page = aPage({
      strokes: [aShownStroke(1)],
      items: [anItem(2)],
      fills: [aShownFill(3, { crayon: 'ichu' })],
    });

    const elements = elementsOf(pageSvg(page, () => SQUARE)).filter(({ tag }) => tag === 'path');
    const shown = elements.filter(({ attributes }) => attributes['id'] !== 'grain');

    expect(shown.slice(0, 2).map(({ attributes }) => attributes['fill'])).toEqual([
      '#ffffff',
      COLOUR_OF.ichu,
    ]);
    expect(shown[1]?.attributes).toEqual({
      d: 'M100 100L500 100L500 500L100 500zM250 250L250 350L350 350L350 250z',
      fill: COLOUR_OF.ichu,
      'fill-rule': 'evenodd',
    });
  });

  test('[I7] a rubbing takes away paint poured before it, and not what was poured after', () => {
    const page = aPage({
      fills: [aShownFill(1), aShownFill(3, { crayon: 'ichu' })],
      strokes: [aShownStroke(2, { tool: 'rubber' })],
    });

    const paint = pageSvg(page, () => SQUARE)
      .split('\n')
      .filter((line) => line.includes('evenodd') && !line.startsWith('<defs>'));

    expect(paint.map((line) => /mask="url\(#(\w+)\)"/.exec(line)?.[1])).toEqual([
      'rub0',
      undefined,
    ]);
  });

  test('[I11] a marker is see-through as a whole, with flat ends; what a rubber left of it is one', () => {
    const [left, right] = [
      samplesAlong({ x: 100, y: 50 }, { x: 104, y: 130 }),
      samplesAlong({ x: 300, y: 50 }, { x: 304, y: 130 }).map((one) => ({ ...one, t: one.t + 99 })),
    ];
    const line = { samples: pack([...left, ...right]), parts: [left.length] };
    const page = aPage({
      strokes: [aShownStroke(1, { ...line, tool: 'marker', crayon: 'green' })],
    });

    const elements = elementsOf(pageSvg(page, () => SQUARE));
    const group = elements.findIndex(({ attributes }) => 'opacity' in attributes);

    expect(elements[group]?.attributes).toEqual({ opacity: '0.55' });
    const paths = elements.slice(group + 1).map(({ attributes }) => attributes);
    expect(paths.map(({ d }) => d?.match(/^M\d+/)?.[0])).toEqual(['M100', 'M300']);
    for (const path of paths) {
      expect(path).toMatchObject({ stroke: COLOUR_OF.green, 'stroke-width': '24' });
      expect(path).not.toHaveProperty('stroke-linecap');
    }
  });

  test('[I11] a marker’s dot is round', () => {
    const samples = pack([{ x: 800, y: 800, t: 0 }]);
    const page = aPage({ strokes: [aShownStroke(1, { tool: 'marker', samples })] });

    expect(pageSvg(page, () => SQUARE)).toContain('stroke-linecap="round"');
  });

  test('[I11] a brush’s line is made of pieces that meet, in its colour', () => {
    const samples = pack(handDrawn(4, 50));
    const page = aPage({ strokes: [aShownStroke(1, { tool: 'brush', crayon: 'blue', samples })] });

    const pieces = elementsOf(pageSvg(page, () => SQUARE))
      .map(({ attributes }) => attributes)
      .filter(({ stroke }) => stroke === COLOUR_OF.blue);

    expect(pieces.length).toBeGreaterThan(2);
    for (const [at, { d }] of pieces.slice(1).entries()) {
      expect(endsIn(d!)[0]).toEqual(endsIn(pieces[at]!['d']!).at(-1));
    }
  });

  test('[I11] each colour of wax has its grain once, and without wax there is none', () => {
    const strokes = [1, 2, 3].map((n) => aShownStroke(n, { crayon: n === 3 ? 'sky' : 'red' }));
    const ids = (page: Page): unknown[] =>
      elementsOf(pageSvg(page, () => SQUARE)).flatMap(({ attributes: { id } }) => id ?? []);

    expect(ids(aPage({ strokes }))).toEqual(['grain', 'wax-red', 'wax-sky']);
    expect(ids(aPage({ strokes: [aShownStroke(1, { tool: 'marker' })] }))).toEqual([]);
  });

  test('[I7] pictures are never masked, and lie where they come in the order', () => {
    const at = (n: number): { n: number; actor: string } => ({ n, actor: '0000000000000001' });
    const page = aPage({
      strokes: [
        aShownStroke(1),
        aShownStroke(3, { crayon: 'blue' }),
        aShownStroke(4, { tool: 'rubber' }),
      ],
      items: [anItem(2, { order: at(2) }), anItem(5, { order: at(5) })],
    });

    const svg = pageSvg(page, () => SQUARE).replace(/<defs>.*<\/defs>\n/, '');

    expect(
      [...svg.matchAll(/<g mask="url\(#(\w+)\)">|<g id="(\w+)-|(<\/g>)$/gm)].map(
        ([, mask, id]) => mask ?? id ?? 'end',
      ),
    ).toEqual(['rub0', 'end', 'item', 'end', 'rub0', 'end', 'item', 'end']);
  });

  test('[F2] numbers are written the same on every engine: three decimals at most, no sign before nothing', () => {
    expect([0, -0, -0.0004, 0.0005, 1.23456, -7.5, 1e6, 12.1].map(decimal)).toEqual([
      '0',
      '0',
      '0',
      '0.001',
      '1.235',
      '-7.5',
      '1000000',
      '12.1',
    ]);
  });

  property.prop([fc.double({ min: -1e6, max: 1e6, noNaN: true })])(
    '[F9] a written number is the number, to half a thousandth of a unit',
    (value) => {
      expect(decimal(value)).toMatch(/^-?\d+(\.\d{0,2}[1-9])?$/);
      expect(Math.abs(Number(decimal(value)) - value)).toBeLessThanOrEqual(0.000_500_1);
    },
  );

  test('[F9] discs and cards are closed outlines of the size asked for', () => {
    const box = { left: 10, top: 20, right: 110, bottom: 60 };

    expect(disc(50, 40, 25)).toBe('M25 40a25 25 0 1 0 50 0a25 25 0 1 0 -50 0z');
    expect(card(box)).toBe('M10 20h100v40h-100z');
    expect(card(box, 5)).toBe(
      'M15 20h90a5 5 0 0 1 5 5v30a5 5 0 0 1 -5 5h-90a5 5 0 0 1 -5 -5v-30a5 5 0 0 1 5 -5z',
    );
    expect(placed(SQUARE, { x: 100, y: 50, size: 64 })).toMatchObject({ x: 68, y: 18, scale: 2 });
  });

  test('[F9] holes stay holes, and letters stand at their start, middle or end', () => {
    const ring = { kind: 'path', d: 'M0 0z', fill: '#000000', evenOdd: true } as const;
    const middle = {
      kind: 'words',
      text: '7',
      x: 1,
      y: 2,
      size: 29,
      fill: '#ffffff',
      bold: true,
      anchor: 'middle',
    } as const;

    expect(shapeSvg(ring)).toBe('<path d="M0 0z" fill="#000000" fill-rule="evenodd"/>');
    expect(elementsOf(shapeSvg(middle))[0]?.attributes).toEqual({
      x: '1',
      y: '2',
      'font-family': 'Andika, sans-serif',
      'font-size': '29',
      'font-weight': '700',
      fill: '#ffffff',
      'text-anchor': 'middle',
    });
  });
});

describe('what lies above and below', () => {
  test('[M16] the print lies lowest, then poured paint and soft regions, then all that children drew and put', () => {
    const page = aPage({
      ground: { kind: 'two-panels', person: 'me' },
      fills: [aShownFill(4)],
      strokes: [aShownStroke(1), aShownStroke(3, { tool: 'unsafe' })],
      items: [anItem(2)],
    });

    const svg = pageSvg(page, () => SQUARE).replace(/<defs>.*<\/defs>\n/, '');

    const order = [
      'stroke-dasharray',
      'url(#area-unsafe)',
      COLOUR_OF.sky,
      'url(#wax-red)',
      'id="item-',
    ];
    const places = order.map((sign) => svg.indexOf(sign));
    expect(Math.min(...places)).toBeGreaterThan(0);
    const [print, region, paint, line, picture] = places;
    expect(print).toBeLessThan(Math.min(region!, paint!));
    expect(Math.max(region!, paint!)).toBeLessThan(line!);
    expect(line).toBeLessThan(picture!);
  });

  test('[M16] a soft region lets what lies under it shine through, and its motif tells it without colour', () => {
    const pattern = (tool: Area): Element[] => {
      const elements = elementsOf(
        pageSvg(aPage({ strokes: [aShownStroke(1, { tool })] }), () => SQUARE),
      );
      const at = elements.findIndex(({ attributes }) => attributes['id'] === `area-${tool}`);
      return elements.slice(at + 1, at + 3);
    };
    const [safe, unsafe] = AREAS.map(pattern);

    for (const [wash, motif] of [safe!, unsafe!]) {
      expect(Number(wash!.attributes['fill-opacity'])).toBeLessThan(0.5);
      expect(Number(motif!.attributes['fill-opacity'])).toBeGreaterThan(
        Number(wash!.attributes['fill-opacity']),
      );
    }
    expect(safe![1]!.attributes['d']).not.toBe(unsafe![1]!.attributes['d']);
  });

  test('[M16] a region of one kind brings the pattern of that kind and no other', () => {
    const svg = pageSvg(aPage({ strokes: [aShownStroke(1, { tool: 'safe' })] }), () => SQUARE);

    expect(svg).toContain('id="area-safe"');
    expect(svg).not.toContain('area-unsafe');
    expect(svg).toContain('stroke="url(#area-safe)" stroke-width="130"');
  });

  test('[M18] words in a rim carry it under the letters; dashes and turns are written down', () => {
    const words = {
      kind: 'words',
      text: 'x',
      x: 1,
      y: 2,
      size: 50,
      fill: '#000000',
      rim: '#ffffff',
    } as const;
    const dashed = { kind: 'path', d: 'M0 0z', stroke: '#000000', dash: [0.1, 24] } as const;

    expect(elementsOf(shapeSvg(words))[0]?.attributes).toMatchObject({
      stroke: '#ffffff',
      'stroke-width': '14',
      'paint-order': 'stroke',
    });
    expect(elementsOf(shapeSvg(dashed))[0]?.attributes['stroke-dasharray']).toBe('0.1 24');
    const turned = placed(SQUARE, { x: 100, y: 100, size: 32, turn: 330 });
    expect(shapeSvg(turned)).toContain('translate(84 84) scale(1) rotate(330 16 16)');
  });
});

describe('the annotated sheet', () => {
  test('[M8] the legend explains every number and every line, and whose hand each was', () => {
    const [house, hen] = [anItem(1), anItem(2, { symbol: 'hen', x: 200, y: 200, by: LLAMA })];
    const page = aPage({ items: [hen, house], links: [aLink(hen, house)] });

    const texts = textsIn(elementsOf(sheetOf(page, someWords())));

    expect(texts).toEqual([
      'Mapa · hoja 1',
      '1',
      '2',
      '1',
      'la house',
      'the house',
      'zorro-01',
      '2',
      'la hen',
      'the hen',
      'llama-02',
      '2',
      '1',
      'unión',
      'unsaid',
      'zorro-01',
      'try-it',
    ]);
  });

  property.prop([fc.nat(60)], { numRuns: 12 })(
    '[M8] a long legend goes on in further columns, all of it on the sheet',
    (count) => {
      const items = Array.from({ length: count }, (_, at) =>
        anItem(at + 1, { x: 100 + 150 * (at % 10), y: 100 + 150 * Math.floor(at / 10) }),
      );
      const sheet = annotatedSheet(aPage({ items }), items, someWords(), ART);
      const legend = sheet.over.flatMap((shape) => (shape.kind === 'placed' ? [shape] : []));
      const rows = legend.filter(({ x, scale }) => scale === 1 && x > sheet.page.x);

      expect(rows).toHaveLength(count);
      expect(new Set(rows.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
      for (const { x, y } of rows) {
        expect(x).toBeGreaterThanOrEqual(sheet.page.x + 1600);
        expect(x + 412).toBeLessThanOrEqual(sheet.width);
        expect(y + 62).toBeLessThanOrEqual(sheet.page.y + 1200);
      }
    },
  );

  test('[M8] a page left blank says so, and only such a page', () => {
    const blank = textsIn(elementsOf(sheetOf(aPage(), someWords())));
    const notBlank = [
      aPage({ strokes: [aShownStroke(1)] }),
      aPage({ fills: [aShownFill(1)] }),
      aPage({ items: [anItem(1)] }),
    ];
    const rubbed = aPage({ strokes: [aShownStroke(1, { tool: 'rubber' })] });

    expect(blank).toContain('en blanco');
    expect(textsIn(elementsOf(sheetOf(rubbed, someWords())))).toContain('en blanco');
    for (const page of notBlank) {
      expect(textsIn(elementsOf(sheetOf(page, someWords())))).not.toContain('en blanco');
    }
  });

  test('[F9] the page lies on the sheet in its own coordinates', () => {
    const page = aPage({ strokes: [aShownStroke(1)] });

    const [, inner] = elementsOf(sheetOf(page, someWords())).filter(({ tag }) => tag === 'svg');

    expect(inner?.attributes).toEqual({
      x: '60',
      y: '120',
      width: '1600',
      height: '1200',
      viewBox: '0 0 1600 1200',
    });
  });
});
