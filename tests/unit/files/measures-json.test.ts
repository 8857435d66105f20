import { test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { measuresJsonOf } from '#files/measures-json.ts';
import type { FiledWork } from '#files/session-file.ts';
import { anId, ZORRO } from '../../fixtures/names.ts';
import { aFiledWork, aRichSession, sessionContents } from '../../fixtures/sessions.ts';
import { aGroupMap, someCircles, VILLAGERS } from '../../fixtures/stories.ts';

type Row = Record<string, unknown>;
type PageJson = Row & { itemMeasures: Row[]; network?: Row; contributors: Record<string, Row> };

type Json = Readonly<{ format: string; version: number; pages: PageJson[] }>;

function pagesOf(...works: FiledWork[]): PageJson[] {
  return (measuresJsonOf(works) as Json).pages;
}

const map = aFiledWork(1, aGroupMap().tablet.entries);
const circles = aFiledWork(2, someCircles().tablet.entries, { activity: 'circles' });

test('[M26] the golden numbers of circles stand there with four decimals', () => {
  const [page] = pagesOf(circles);

  expect(page?.network).toEqual({
    size: 12,
    meanRing: 1.8333,
    balance: 0.4167,
    density: 0.2121,
    providerShare: 0.25,
  });
});

test('[M26] the golden counts of a map stand there by hand, by round and by feeling', () => {
  const [page] = pagesOf(map);

  expect(page).toMatchObject({
    work: anId('work', 1),
    activity: 'map',
    page: anId('page'),
    number: 1,
    items: 41,
    itemsByRound: { free: 3, base: 33, prompted: 5 },
    stampsByFeeling: { happy: 10, afraid: 7, angry: 3, loved: 2, sad: 2 },
    links: 18,
    linksByValence: { support: 11, stress: 4, neutral: 2, both: 1 },
    unlinked: 16,
  });
  expect(page).not.toHaveProperty('network');
  expect(Object.keys(page!.contributors).sort()).toEqual([...VILLAGERS].sort());
});

test('[M26] each picture is measured in the order in which it was put, with its kind and its place', () => {
  const [page] = pagesOf(circles);
  const [ego, mother] = page!.itemMeasures;

  expect(page!.itemMeasures).toHaveLength(13);
  expect(ego).toMatchObject({ type: 'self', kind: 'self', distanceFromHome: 0, areas: [] });
  expect(ego).not.toHaveProperty('ring');
  expect(mother).toEqual({
    item: anId('item', 1),
    type: 'mother',
    kind: 'family',
    by: ZORRO,
    round: 'base',
    wish: false,
    sizeShare: 0.007,
    distanceFromHome: 0.1125,
    areas: [],
    ring: 1,
    sector: 'relatives',
  });
});

test('[M16] a picture says in which soft regions it lies; one of a newer version is of another kind', () => {
  const rich = aRichSession().works.filter(({ id }) => id === anId('work', 4));
  const [page] = pagesOf(...rich);

  const said = page!.itemMeasures.map(({ type, kind, areas }) => [type, kind, areas]);

  expect(said).toEqual([
    ['river', 'nature', ['safe']],
    ['house', 'place', []],
    ['school', 'place', []],
    ['hospital', 'place', []],
    ['solar-panel', 'other', []],
  ]);
  expect(page!['wishes']).toBe(1);
});

test('[M26] where there is no home, and where nothing can be divided, stands null', () => {
  const rich = aRichSession().works.filter(({ id }) => id === anId('work', 6));

  const [page] = pagesOf(...rich);

  expect(page!.itemMeasures).toMatchObject([
    { distanceFromHome: null, panel: 'good' },
    { distanceFromHome: null, panel: 'bad' },
  ]);
});

property.prop([sessionContents], { numRuns: 40 })(
  '[M26] there is a row for every page, a measure for every picture on it, and all of it is plain JSON',
  ({ works }) => {
    const json = measuresJsonOf(works) as Json;
    const pages = works.flatMap(({ entries }) => WorkFold.of(entries).work.pages);

    expect({ ...json, pages: [] }).toEqual({ format: 'llaqta-measures', version: 1, pages: [] });
    expect(
      json.pages.map(({ itemMeasures }) => itemMeasures.map(({ item }) => item).sort()),
    ).toEqual(pages.map(({ items }) => items.map(({ id }) => id).sort()));
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  },
);
