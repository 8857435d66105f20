import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { runsOf } from '#domain/bonds.ts';
import { WorkFold } from '#domain/fold.ts';
import type { ThingId } from '#domain/ids.ts';
import { DRAWN, type Item, type Page } from '#domain/work.ts';
import {
  aboveOf,
  LAYERS,
  partWith,
  shapesAbove,
  SOMETHING,
  symbolsOn,
  wordsAt,
  type Above,
} from '#picture/above.ts';
import { pageSvg } from '#picture/svg.ts';
import type { Shape, Words } from '#picture/shape.ts';
import { SQUARE } from '../../fixtures/art.ts';
import { CHILD_ACTS, journals } from '../../fixtures/journals.ts';
import { aLink, anItem, aPage, aRing, aShownStroke, aStamp } from '../../fixtures/marks.ts';
import { aGroupMap } from '../../fixtures/stories.ts';

const house = anItem(1, { x: 300, y: 600 });
const hen = anItem(2, { symbol: 'hen', x: 900, y: 600 });
const school = anItem(3, { symbol: 'school', x: 900, y: 1000 });
const village = aPage({
  items: [house, hen, school],
  links: [aLink(house, hen, 1, { relation: 'help' }), aLink(hen, house, 2)],
  stamps: [aStamp(hen, 1), aStamp(hen, 2, { feeling: 'sad' })],
  rings: [aRing([house, school], 1, { label: { text: 'llaqta', language: 'quy' } })],
});

function above(page: Page, withWords = true): Above[] {
  return aboveOf(page, () => SQUARE, withWords);
}

function wordsIn(shapes: readonly Shape[]): Words[] {
  return shapes.flatMap((shape) => (shape.kind === 'words' ? [shape] : []));
}

describe('layers', () => {
  test('[M27] each ring, each link, the words of a picture and the stamps on it have a name of their own', () => {
    const named = anItem(4, { label: { text: 'wasi', language: 'quy' } });
    const page = { ...village, items: [...village.items, named] };

    const all = above(page).map(({ layer, name, on }) => [layer, name, on]);

    const [ring, [first, second]] = [page.rings[0]!, page.links] as const;
    expect(all).toEqual([
      ['rings', ring.id, [ring.id, house.id, school.id]],
      ['links', first!.id, [first!.id, house.id, hen.id]],
      ['links', second!.id, [second!.id, hen.id, house.id]],
      ['words', `words ${named.id}`, [named.id]],
      ['stamps', `stamps ${hen.id}`, [hen.id, ...page.stamps.map(({ id }) => id)]],
    ]);
  });

  test('[M7] what leaves the app shows the same shapes without the words, rings lowest and stamps on top', () => {
    const all = above(village, false);

    const shapes = shapesAbove(village, () => SQUARE);

    const layered = LAYERS.flatMap((layer) => all.filter((one) => one.layer === layer));
    expect(shapes).toEqual(layered.flatMap((one) => one.shapes));
    expect(wordsIn(shapes)).toEqual([]);
    const of = (layer: string): Shape[] =>
      all.find((one) => one.layer === layer)!.shapes as Shape[];
    expect([shapes[0], shapes.at(-1)]).toEqual([of('rings')[0], of('stamps').at(-1)]);
    expect(wordsIn(above(village).flatMap((one) => one.shapes))).toHaveLength(1);
    expect(pageSvg(village, () => SQUARE)).not.toContain('<text');
  });
});

describe('words', () => {
  const label = { text: 'Wasiy', language: 'quz' } as const;

  test.each<[string, Partial<Item>, string | undefined]>([
    ['of the vocabulary', {}, undefined],
    ['with a name', { label }, 'Wasiy'],
    ['this version does not know', { symbol: 'solar-panel' }, 'solar-panel'],
    ['of one’s own', { symbol: `own-${'a'.repeat(16)}` }, undefined],
    ['that is a card', { symbol: SOMETHING }, undefined],
    ['that was drawn', { symbol: DRAWN }, undefined],
    ['that was drawn, with a name', { symbol: DRAWN, label }, 'Wasiy'],
  ])(
    '[M19] a picture %s is called what it says, or what a newer version calls it',
    (_what, over, words) => {
      expect(wordsAt(anItem(1, over))).toBe(words);
    },
  );

  test('[M18] a long name is shortened on the sheet, and turns nothing beside it', () => {
    const text = 'ب'.repeat(300);

    const [one] = wordsIn(
      above(aPage({ items: [anItem(1, { label: { text, language: 'es' } })] }))[0]!.shapes,
    );

    expect(one?.text).toBe(`\u2068${'ب'.repeat(23)}…\u2069`);
  });

  test('[M18] a name stands below its picture, and that of a ring above it on the sheet', () => {
    const high = anItem(9, { x: 300, y: 40, label });
    const ring = aRing([high], 1, { label: { text: 'arriba', language: 'es' } });

    const words = wordsIn(above(aPage({ items: [high], rings: [ring] })).flatMap((a) => a.shapes));

    const [ofRing, ofItem] = words;
    expect(ofRing).toMatchObject({ text: '\u2068arriba\u2069', y: 30 });
    expect(ofItem).toMatchObject({ text: '\u2068Wasiy\u2069', x: 300, anchor: 'middle' });
    expect(ofItem!.y).toBeGreaterThan(high.y + high.size / 2);
  });

  test('[M15] what was drawn and made a thing carries a tag where it is held', () => {
    const thing = anItem(1, { symbol: DRAWN, x: 500, y: 700, size: 900 });

    const [tag] = above(aPage({ items: [thing] }));

    expect(tag).toMatchObject({ layer: 'words', name: `words ${thing.id}` });
    expect(tag!.shapes.map(({ kind }) => kind)).toEqual(['path', 'path']);
    expect(above(aPage({ items: [thing] }), false)).toEqual([]);
  });
});

describe('stamps', () => {
  /** Where the faces on a picture stand. */
  function faces(item: Item, count: number): { x: number; y: number }[] {
    const stamps = Array.from({ length: count }, (_, at) => aStamp(item, at + 1));
    const [one] = above(aPage({ items: [item], stamps }));
    return one!.shapes.flatMap((shape) =>
      shape.kind === 'placed' ? [{ x: shape.x + 29, y: shape.y + 29 }] : [],
    );
  }

  test('[M14] faces stand side by side along the upper edge, closer the more there are', () => {
    expect(faces(house, 1)).toEqual([{ x: 300, y: 515 }]);
    expect(faces(house, 3).map(({ x }) => x)).toEqual([252, 300, 348]);

    const many = faces(house, 12).map(({ x }) => x);

    expect(new Set(many).size).toBe(12);
    expect(Math.max(...many) - Math.min(...many)).toBeLessThanOrEqual(house.size * 1.3);
    expect((Math.max(...many) + Math.min(...many)) / 2).toBeCloseTo(300, 6);
  });

  test('[M14] on a picture at the upper edge of the sheet faces stay on the sheet', () => {
    expect(faces({ ...house, y: 10 }, 1)[0]!.y).toBe(29);
  });

  test('[M14] each face is that of its feeling', () => {
    const asked: string[] = [];
    shapesAbove({ ...village, links: [] }, (symbol) => {
      asked.push(symbol);
      return SQUARE;
    });

    expect(asked).toEqual(['happy', 'sad']);
  });
});

describe('the part of a page on which things lie', () => {
  property.prop([journals([...CHILD_ACTS], 1)], { numRuns: 60 })(
    '[M27] it holds all that hangs on a thing, just as the whole page shows it',
    (journal) => {
      for (const page of WorkFold.of(journal).work.pages) {
        const whole = above(page);
        const things: ThingId[] = whole.flatMap(({ on }) => on);
        for (const id of new Set(things)) {
          const part = above(partWith(page, new Set([id])));

          const hangs = whole.filter(({ on }) => on.includes(id)).map(({ name }) => name);
          expect(part.map(({ name }) => name)).toEqual(expect.arrayContaining(hangs));
          expect(whole).toEqual(expect.arrayContaining(part));
        }
      }
    },
  );

  test('[M27] a link beside another comes with it, for they lie side by side', () => {
    const [first] = village.links;

    const part = partWith(village, new Set([first!.id]));

    expect(part.links).toEqual(village.links);
    expect(runsOf(part)).toEqual(runsOf(village));
    expect(part.items).toEqual([house, hen]);
    expect(part.rings).toEqual([]);
  });

  test('[M27] of a full map, what hangs on one picture is little', () => {
    const { page } = aGroupMap().tablet;
    const [item] = page.items;

    const { items, links, stamps } = partWith(page, new Set([item!.id]));

    expect(items.length + links.length + stamps.length).toBeLessThan(12);
    expect(partWith(page, new Set())).toMatchObject({ items: [], links: [], stamps: [] });
  });
});

test('[H3] every picture that is needed to show a page is named, and no other', () => {
  const asked = new Set<string>();
  const page = {
    ...village,
    ground: { kind: 'two-panels', person: 'me' },
    strokes: [aShownStroke(1)],
  };
  pageSvg(page as Page, (symbol) => {
    asked.add(symbol);
    return SQUARE;
  });

  expect(symbolsOn(page as Page)).toEqual(asked);
  const drawn = anItem(9, { symbol: DRAWN });
  expect(symbolsOn({ ...page, items: [...page.items, drawn] } as Page)).toEqual(asked);
  expect([...asked].sort()).toEqual(
    ['happy', 'hen', 'house', 'rain', 'relation-help', 'sad', 'school', 'self', 'sun'].sort(),
  );
});
