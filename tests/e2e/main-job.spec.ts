/** The main job, from the first tap to the file in somebody else's hands. */
import { expect, test, type Page } from '@playwright/test';

import type { Animal } from '#domain/contributor.ts';
import { COLOUR_OF, MARKER_COVER } from '#domain/crayon.ts';
import type { SessionJson, WorkJson } from '#files/session-file.ts';

import { App, GRAIN, type Handed } from './app.ts';
import { drawAll, layMap, linesOf, placeOf, PUTS, TIES, type Line } from './group-map.ts';
import type { Place } from './hands.ts';
import { inkAt, pixelsOf, type Pixels } from './png.ts';
import { faultsIn } from './record.ts';
import { run, unpack, type Unpacked } from './unpack.ts';

const FIRST_PAGE = linesOf(24, 0);
const SECOND_PAGE = linesOf(20, 6);
/** Rubbed out on the first page: the middle of this line. */
const RUBBED = FIRST_PAGE[8]?.on ?? { x: 0, y: 0 };
/** The last line of the second page is taken back for good. */
const STAYS = SECOND_PAGE.slice(0, -1);
const WHITE = '#ffffff';
/** The six children of the scenario, in the order of their numbers. */
const GROUP: readonly Animal[] = ['zorro', 'llama', 'colibri', 'condor', 'vicuna', 'sapo'];
/** Pixels to a page unit in the pictures. */
const [CLEAN, ANNOTATED] = [2, 1.5];

test.describe('[F4][F8][F9] two works of six children', () => {
  let handed: Handed;
  let unpacked: Unpacked;
  let session: SessionJson;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await browser.newPage();
    const app = new App(page);
    await app.visit();
    await app.tryIt('zorro');
    await makeDrawing(app);
    await makeMap(app);
    handed = await app.handOver();
    await page.close();
    unpacked = unpack(handed);
    session = JSON.parse(unpacked.read('session.json').toString()) as SessionJson;
  });

  test('[F4] the file unpacks with somebody else’s program and its sums hold', () => {
    const pages = ['01-drawing-page-01', '01-drawing-page-02', '02-map-page-01'];
    const files = pages.flatMap((page) =>
      ['.png', '-annotated.png', '-annotated.svg'].map((end) => `works/${page}${end}`),
    );
    expect(handed.name).toMatch(/^llaqta-\d{4}-\d\d-\d\d-[0-9a-z]{6}\.zip$/);
    expect(unpacked.names.toSorted()).toEqual(
      [
        ...files,
        'README.txt',
        'SHA256SUMS',
        'measures.json',
        'session.json',
        'withdrawals.json',
      ].toSorted(),
    );
    expect(run(unpacked.folder, 'sha256sum', '-c', 'SHA256SUMS')).toBe('');
  });

  test('[F3] session.json passes its published schema, checked by somebody else’s checker', () => {
    expect(faultsIn(session)).toEqual([]);
  });

  test('[F8][I9][I11] the handed-over file tells every line, its brush, colour, hand and places', () => {
    const drawing = workOf(session, 'drawing');
    expect(drawing.decision).toBe('keep');
    expect(drawing.contributors).toEqual(['llama-02', 'zorro-01']);
    const pages = drawing.pages.map(({ page }) => page);
    const drawn = drawing.strokes.filter(({ tool }) => tool !== 'rubber');
    const expected = [
      ...FIRST_PAGE.map((line) => ({ ...line, page: pages[0], by: 'zorro-01' })),
      ...STAYS.map((line) => ({ ...line, page: pages[1], by: 'llama-02' })),
    ];
    expect(
      drawn.map(({ tool, crayon, width, input, page, by }) => {
        return { tool, crayon, width, input, page, by };
      }),
    ).toEqual(
      expected.map(({ brush, crayon, width, input, page, by }) => {
        return { tool: brush, crayon, width, input, page, by };
      }),
    );
    for (const [at, row] of drawn.entries()) {
      const { places, on } = expected[at] ?? { places: [] };
      if (on === RUBBED) continue;
      expect(row.x).toHaveLength(places.length);
      for (const [index, place] of places.entries()) {
        const found = { x: (row.x[index] ?? NaN) / 8, y: (row.y[index] ?? NaN) / 8 };
        expect(Math.hypot(found.x - place.x, found.y - place.y)).toBeLessThan(1);
      }
      expect(row.t).toEqual(row.t.toSorted((a, b) => a - b));
      expect(row.pressure).toEqual(row.input === 'pen' ? places.map(() => 128) : undefined);
    }
  });

  test('[F8] what was rubbed and taken back is told, its content is not', () => {
    const { strokes, log } = workOf(session, 'drawing');
    const rubbed = strokes.filter(({ tool }) => tool === 'rubber');
    expect(rubbed).toHaveLength(1);
    const kinds = log.map(({ op }) => op.kind);
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    expect(count('undo')).toBe(3);
    expect(count('redo')).toBe(2);
    expect(log.filter(({ op }) => op.kind === 'erased').map(({ op }) => op)).toEqual([
      { kind: 'erased', was: 'stroke/add' },
    ]);
  });

  test('[F8][M1] the handed-over file tells who put what where, in which order', () => {
    const { decision, contributors, items, links } = workOf(session, 'map');
    expect(decision).toBe('keep-private');
    expect(session.session.contributors).toEqual([
      'zorro-01',
      'llama-02',
      'colibri-03',
      'condor-04',
      'vicuna-05',
      'sapo-06',
    ]);
    expect(contributors).toEqual([
      'colibri-03',
      'condor-04',
      'f',
      'llama-02',
      'sapo-06',
      'zorro-01',
    ]);
    expect(items.map(({ symbol, by, order, callOut }) => ({ symbol, by, order, callOut }))).toEqual(
      PUTS.map(({ symbol, author }, at) => ({
        symbol,
        by: author,
        order: at + 1,
        callOut: at + 1,
      })),
    );
    for (const [at, { x, y }] of items.entries()) {
      const put = PUTS[at] ?? { x: NaN, y: NaN };
      expect(Math.max(Math.abs(x - put.x), Math.abs(y - put.y))).toBeLessThanOrEqual(1);
    }
    const keyOf = (item: string): string | undefined =>
      PUTS[items.findIndex((one) => one.item === item)]?.key;
    expect(
      links.map(({ from, to, by, order, relation, valence, direction }) => {
        return { from: keyOf(from), to: keyOf(to), by, order, relation, valence, direction };
      }),
    ).toEqual(
      TIES.map(({ author, ...tie }, at) => ({ ...tie, by: author, order: PUTS.length + at + 1 })),
    );
  });

  test('[F9] the drawing’s pictures show each crayon where it was drawn, and white elsewhere', () => {
    const [one, two] = workOf(session, 'drawing').pages;
    for (const [page, lines] of [
      [one, FIRST_PAGE],
      [two, STAYS],
    ] as const) {
      const clean = pixelsOf(unpacked.read(page?.clean ?? ''));
      const annotated = pixelsOf(unpacked.read(page?.annotated ?? ''));
      const corner = cornerOf(unpacked.read(page?.annotatedSvg ?? '').toString());
      for (const line of lines) {
        const { on } = line;
        const colour = on === RUBBED ? WHITE : leftBy(line);
        expect(inkAt(clean, on.x * CLEAN, on.y * CLEAN, GRAIN * CLEAN)).toBe(colour);
        const there = { x: (corner.x + on.x) * ANNOTATED, y: (corner.y + on.y) * ANNOTATED };
        expect(inkAt(annotated, there.x, there.y, GRAIN * ANNOTATED)).toBe(colour);
      }
      const ink = lines.flatMap(({ places }) => places);
      expect(coloursAwayFrom(clean, ink, 45)).toEqual([WHITE]);
    }
  });

  test('[F9] the map’s pictures show every symbol and line, and white elsewhere', () => {
    const [page] = workOf(session, 'map').pages;
    const clean = pixelsOf(unpacked.read(page?.clean ?? ''));
    for (const { x, y } of PUTS) expect(painted(clean, { x, y })).toBeGreaterThan(0.15);
    const lines = TIES.flatMap(({ from, to }) => along(placeOf(from), placeOf(to)));
    for (const { from, to } of TIES) {
      const [a, b] = [placeOf(from), placeOf(to)];
      expect(clean.at(a.x + b.x, a.y + b.y)).not.toBe(WHITE);
    }
    expect(coloursAwayFrom(clean, [...PUTS, ...lines], 125)).toEqual([WHITE]);
  });

  test('[F9][F12] the annotated sheets are well-formed and number every picture', async ({
    page,
  }) => {
    const sheets = session.works.flatMap(({ pages }) =>
      pages.map(({ annotatedSvg }) => annotatedSvg),
    );
    for (const name of sheets) await mustBeXml(page, unpacked, name);
    const [map] = workOf(session, 'map').pages;
    const svg = unpacked.read(map?.annotatedSvg ?? '').toString();
    const numbers = [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, number]) => Number(number));
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(PUTS.map((_, at) => at + 1));
    expect(svg).not.toMatch(/<script|<foreignObject|\bon\w+=|href="(?!#)/);
  });
});

async function makeDrawing(app: App): Promise<void> {
  await app.begin('drawing');
  await app.kept(FIRST_PAGE.length, () => drawAll(app, FIRST_PAGE));
  const { x, y } = RUBBED;
  await app.kept(1, () => app.rubOut([{ x: x - 60, y }, RUBBED, { x: x + 60, y }], 'touch'));
  await app.kept(2, async () => {
    await app.newPage();
    await app.turnTo('llama');
  });
  await app.kept(SECOND_PAGE.length, () => drawAll(app, SECOND_PAGE));
  await app.kept(5, async () => {
    for (let times = 0; times < 3; times++) await app.undo();
    for (let times = 0; times < 2; times++) await app.redo();
  });
  await app.finish('keep');
}

/** Llama came second, so fox and llama are here; the others join in the scenario's order. */
async function makeMap(app: App): Promise<void> {
  await app.begin('map');
  await app.kept(GROUP.length - 2, async () => {
    for (const animal of GROUP) await app.turnTo(animal);
  });
  await app.kept(PUTS.length + TIES.length, () => layMap(app));
  await app.finish('keep-private');
}

function workOf({ works }: SessionJson, activity: string): WorkJson {
  const work = works.find((one) => one.activity === activity);
  if (!work) throw new Error(`no ${activity} in the file`);
  return work;
}

/** The colour a line leaves on paper: a marker lets some of the paper through. */
function leftBy({ brush, crayon }: Line): string {
  const cover = brush === 'marker' ? MARKER_COVER : 1;
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(COLOUR_OF[crayon].slice(at, at + 2), 16);
    return Math.round(part * cover + 255 * (1 - cover));
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Where the page lies on its annotated sheet, in page units. */
function cornerOf(svg: string): Place {
  const [, x, y] = /<svg x="([\d.]+)" y="([\d.]+)" width="1600" height="1200"/.exec(svg) ?? [];
  return { x: Number(x), y: Number(y) };
}

/** Every colour of the picture at places farther from all of these, in page units. */
function coloursAwayFrom(picture: Pixels, from: readonly Place[], far: number): string[] {
  const colours = new Set<string>();
  for (let x = 5; x < 1600; x += 10) {
    for (let y = 5; y < 1200; y += 10) {
      const near = from.some((place) => Math.hypot(place.x - x, place.y - y) < far);
      if (!near) colours.add(picture.at(x * CLEAN, y * CLEAN));
    }
  }
  return [...colours];
}

/** How much of the middle of a picture's place is painted, of 1. */
function painted(picture: Pixels, { x, y }: Place): number {
  let marks = 0;
  for (let across = -60; across < 60; across += 4) {
    for (let down = -60; down < 60; down += 4) {
      if (picture.at((x + across) * CLEAN, (y + down) * CLEAN) !== WHITE) marks++;
    }
  }
  return marks / 900;
}

function along(from: Place, to: Place): Place[] {
  return Array.from({ length: 21 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / 20,
    y: from.y + ((to.y - from.y) * step) / 20,
  }));
}

/** Read as XML by somebody else's reader: xmllint, else the browser's. */
async function mustBeXml(page: Page, { folder, read }: Unpacked, name: string): Promise<void> {
  const said = run(folder, 'xmllint', '--noout', '--nonet', '--huge', name);
  if (said !== undefined) {
    expect(said).toBe('');
    return;
  }
  const faults = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length,
    read(name).toString(),
  );
  expect(faults).toBe(0);
}
