import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { samplesOfTail } from '#editing/draft.ts';
import { endedBetween, filmOf, linesAt, pageAt } from '#editing/replay.ts';
import { pack } from '#ink/pack.ts';
import { settle } from '#ink/settle.ts';
import { samplesOf } from '#ink/stroke.ts';
import { CHILD_ACTS, journals } from '../../fixtures/journals.ts';
import {
  aLink,
  anItem,
  aPage,
  aRing,
  aShownFill,
  aShownStroke,
  aStamp,
  samplesAlong,
} from '../../fixtures/marks.ts';

const pages = journals([...CHILD_ACTS, 'learn']).map(
  (journal) => WorkFold.of(settle(journal)).work.pages,
);

/** A line of 64 ms that was done at this moment. */
const lineAt = (n: number, at: number): ReturnType<typeof aShownStroke> => ({
  ...aShownStroke(n),
  at,
});

describe('the film of a page', () => {
  property.prop([pages, fc.boolean()], { numRuns: 60 })(
    '[I21] ends with the page as it was saved, whatever was made on it',
    (list, skip) => {
      for (const page of list) {
        const film = filmOf(page, skip);

        expect(pageAt(film, film.lengthMs)).toBe(page);
        expect(linesAt(film, film.lengthMs)).toEqual([]);
      }
    },
  );

  property.prop([pages, fc.boolean(), fc.array(fc.double({ min: 0, max: 1, noNaN: true }))], {
    numRuns: 60,
  })(
    '[I21] played in whatever steps, everything comes once, in the order in which it was done',
    (list, skip, steps) => {
      for (const page of list) {
        const film = filmOf(page, skip);
        const moments = [...steps.map((share) => share * film.lengthMs), film.lengthMs].sort(
          (a, b) => a - b,
        );
        let from = -1;
        const ended = moments.flatMap((to) => {
          const scenes = endedBetween(film, from, to);
          from = to;
          return scenes;
        });

        const { fills, strokes, items, links, stamps, rings } = page;
        expect(ended).toHaveLength([fills, strokes, items, links, stamps, rings].flat().length);
        expect(new Set(ended).size).toBe(ended.length);
        for (const { begin, end } of film.scenes) {
          expect(begin).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(film.lengthMs);
        }
      }
    },
  );

  property.prop([pages, fc.double({ min: 0, max: 1, noNaN: true })], { numRuns: 60 })(
    '[I21] at every moment shows what was done by then, in the order of the page',
    (list, share) => {
      for (const page of list) {
        const film = filmOf(page, false);
        const at = share * film.lengthMs;
        const early = film.scenes.length > 0 ? Math.min(...firstMoments(page)) : 0;
        const there = pageAt(film, at);

        const done = (one: { at: number }): boolean => one.at - early <= at;
        if (at < film.lengthMs) {
          expect(there.strokes).toEqual(page.strokes.filter(done));
          expect(there.items).toEqual(page.items.filter(done));
          expect(there.fills).toEqual(page.fills.filter(done));
          expect(there.links).toEqual(page.links.filter(done));
          expect(there.stamps).toEqual(page.stamps.filter(done));
          expect(there.rings).toEqual(page.rings.filter(done));
        }
      }
    },
  );
});

/** When the hand began with each thing on the page. */
function firstMoments(page: ReturnType<typeof aPage>): number[] {
  const { fills, strokes, items, links, stamps, rings } = page;
  const begun = strokes.map(({ at, line }) => at - samplesOf(line).at(-1)!.t);
  return [...begun, ...[fills, items, links, stamps, rings].flat().map(({ at }) => at)];
}

test('[I21] a line grows at the pace of the hand, and stands when it is done', () => {
  const page = aPage({ strokes: [lineAt(1, 5000)] });
  const film = filmOf(page, false);
  const lengths = [0, 15, 16, 47, 63].map((at) => linesAt(film, at)[0]?.tail.length);

  expect(film.lengthMs).toBe(64);
  expect(lengths).toEqual([1, 1, 2, 3, 4]);
  expect(pageAt(film, 63).strokes).toEqual([]);
  expect(linesAt(film, 0)[0]).toMatchObject({ tool: 'crayon', crayon: 'red', width: 'middle' });
});

test('[I21] what a rubber left of a line grows in its parts, and nothing between them', () => {
  const [left, right] = [
    samplesAlong({ x: 100, y: 500 }, { x: 300, y: 500 }),
    samplesAlong({ x: 700, y: 500 }, { x: 900, y: 500 }).map((one) => ({ ...one, t: one.t + 99 })),
  ];
  const samples = pack([...left, ...right]);
  const line = aShownStroke(1, { samples, parts: [left.length] });
  const film = filmOf(aPage({ strokes: [{ ...line, at: 900 }, lineAt(2, 910)] }), true);
  const drawnAt = (at: number): number[][] =>
    linesAt(film, at).map(({ tail }) => samplesOfTail(tail).map(({ x }) => x / 8));
  const start = film.scenes.find(({ end, begin }) => end - begin === 163)!.begin;

  expect(drawnAt(start + 80)[0]).toEqual([100, 150, 200, 250, 300]);
  expect(drawnAt(start + 120).slice(0, 2)).toEqual([
    [100, 150, 200, 250, 300],
    [700, 750],
  ]);
  const pointers = linesAt(film, start + 120).map(({ pointer }) => pointer);
  expect(new Set(pointers).size).toBe(pointers.length);
});

test('[I21] with pauses the film is as slow as the hands were, from the first thing on', () => {
  const items = [anItem(1, { at: 5000 }), anItem(2, { at: 65_000 }), anItem(3, { at: 65_500 })];

  const film = filmOf(aPage({ items }), false);

  expect(film.scenes.map(({ end }) => end)).toEqual([0, 60_000, 60_500]);
  expect(film.lengthMs).toBe(60_500);
});

test('[I21] without pauses none is longer than 700 ms, and shorter ones stay', () => {
  const items = [anItem(1, { at: 5000 }), anItem(2, { at: 65_000 }), anItem(3, { at: 65_500 })];
  const page = aPage({
    items,
    strokes: [lineAt(4, 90_064)],
    fills: [{ ...aShownFill(5), at: 90_100 }],
  });

  const { scenes, lengthMs } = filmOf(page, true);

  expect(scenes.map(({ begin }) => begin)).toEqual([700, 1400, 1900, 2600, 2700]);
  expect(lengthMs).toBe(2700);
});

test('[I21] while one hand still draws there is no pause, though another was done long ago', () => {
  const slow = samplesAlong({ x: 100, y: 100 }, { x: 200, y: 100 }).map((one) => ({
    ...one,
    t: 100 * one.t,
  }));
  const long = { ...aShownStroke(1, { samples: pack(slow) }), at: 6400 };
  const page = aPage({ strokes: [long], items: [anItem(2, { at: 500 }), anItem(3, { at: 6500 })] });

  const film = filmOf(page, true);

  expect(film.scenes.map(({ end }) => end)).toEqual([6400, 500, 6500]);
  expect(film.lengthMs).toBe(6500);
  const last = { ...page, items: [anItem(2, { at: 500 })] };
  expect(filmOf(last, true).lengthMs).toBe(6400);
});

test('[I21] two children’s lines grow at the same time', () => {
  const film = filmOf(aPage({ strokes: [lineAt(1, 1000), lineAt(2, 1010)] }), false);

  expect(linesAt(film, 30)).toHaveLength(2);
  expect(film.lengthMs).toBe(74);
});

test('[I21] links, stamps and rings come when they were made', () => {
  const [house, hen] = [anItem(1, { at: 0 }), anItem(2, { at: 10 })];
  const link = aLink(house, hen, 1, { at: 30 });
  const stamp = aStamp(hen, 1, { at: 40 });
  const ring = aRing([house, hen], 1, { at: 50 });
  const items = [house, hen];
  const film = filmOf(aPage({ items, links: [link], stamps: [stamp], rings: [ring] }), false);

  const shown = [29, 30, 40, 49].map((at) => {
    const { links, stamps, rings } = pageAt(film, at);
    return [links.length, stamps.length, rings.length];
  });

  expect(shown).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 0],
  ]);
  expect(endedBetween(film, 29, 50)).toMatchObject([
    { kind: 'thing', thing: link },
    { thing: stamp },
    { thing: ring },
  ]);
});

test('[I21] the film of a blank page is over at once', () => {
  expect(filmOf(aPage(), true)).toEqual({ page: aPage(), scenes: [], lengthMs: 0 });
});
