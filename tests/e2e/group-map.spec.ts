/** Scenario 2: a group map of six children, played from the first line to the file in somebody else's hands. */
import { expect, test, type Page } from '@playwright/test';

import { CALL_OUT_RADIUS } from '#picture/call-outs.ts';
import type { Feeling } from '#domain/feeling.ts';
import type { SessionJson, WorkJson } from '#files/session-file.ts';

import { App } from './app.ts';
import {
  ALL_PUTS,
  ALL_TIES,
  animalOf,
  joinAll,
  placeOf,
  putAll,
  SCENARIO,
  type Felt,
  type Put,
} from './group-map.ts';
import type { Place } from './hands.ts';
import { pixelsOf } from './png.ts';
import { faultsIn } from './record.ts';
import { unpack, type Unpacked } from './unpack.ts';

const DRAWN = ALL_PUTS.filter(({ round }) => round === 'free');
const BASE = ALL_PUTS.filter(({ round }) => round === 'base');
const PROMPTED = ALL_PUTS.filter(({ round }) => round === 'prompted');
const late = new Set(PROMPTED.map(({ key }) => key));
const [BASE_FELT, PROMPTED_FELT] = parted(SCENARIO.stamps, ({ item }) => late.has(item));
const [BASE_TIES, PROMPTED_TIES] = parted(
  ALL_TIES,
  ({ from, to }) => late.has(from) || late.has(to),
);
/** Words for what was drawn, as somebody says them. */
const CALLED: Readonly<Record<string, string>> = { house: 'casa', river: 'río', road: 'carretera' };
/** Acts that each of the six takes back and does again. */
const TAKEN_BACK = 12;

test.describe('[M9][M11][M12][M14][M15][F8] a group map of six children', () => {
  let unpacked: Unpacked;
  let session: SessionJson;
  let map: WorkJson;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(420_000);
    page = await browser.newPage({ hasTouch: true });
    const app = new App(page);
    await app.visit();
    await app.tryIt('zorro');
    await app.begin('map', 'first');
    for (const [author] of SCENARIO.contributors) await app.turnTo(animalOf(author));
    await firstRound(app);
    await app.openRound('base');
    await putAll(app, BASE);
    await feel(app, BASE_FELT);
    await joinAll(app, BASE_TIES, ALL_PUTS);
    await twoHandsAtOnce(app);
    await app.openRound('prompted');
    await putAll(app, PROMPTED);
    await feel(app, PROMPTED_FELT);
    await joinAll(app, PROMPTED_TIES, ALL_PUTS);
    await app.allSaved();
    await takeBackAndDoAgain(app);
    await page.reload();
    await app.sheetReady();
    await app.allSaved();
    await app.finish('keep');
    unpacked = unpack(await app.handOver());
    session = JSON.parse(unpacked.read('session.json').toString()) as SessionJson;
    const [work] = session.works;
    if (!work) throw new Error('no map in the file');
    map = work;
  });

  test.afterAll(() => page.close());

  test('[M9][M11] 41 pictures, by author and by round', () => {
    expect(faultsIn(session)).toEqual([]);
    const undone = map.log.filter(({ op }) => op.kind === 'undo');
    expect(undone.length).toBeGreaterThanOrEqual(60);
    expect(counted(map.items.map(({ by }) => by))).toEqual({
      'zorro-01': 9,
      'llama-02': 7,
      'colibri-03': 8,
      'condor-04': 6,
      'vicuna-05': 5,
      'sapo-06': 6,
    });
    expect(counted(map.items.map(({ round }) => round))).toEqual({
      free: 3,
      base: 33,
      prompted: 5,
    });
    expect(map.items.map(({ type, by, round }) => ({ type, by, round })).toSorted(byText)).toEqual(
      SCENARIO.items
        .map(({ item, author, round }) => ({ type: item, by: author, round }))
        .toSorted(byText),
    );
    const houses = map.items.filter(({ type }) => type === 'house');
    expect(new Set(houses.map(({ by }) => by)).size).toBe(3);
  });

  test('[M14] 24 stamps, and the health post as three children felt it', () => {
    expect(counted(map.stamps.map(({ feeling }) => feeling))).toEqual({
      happy: 10,
      afraid: 7,
      angry: 3,
      sad: 2,
      loved: 2,
    });
    const post = map.items.find(({ type }) => type === 'health-post');
    const felt = map.stamps.filter(({ item }) => item === post?.item);
    expect(felt.map(({ by, feeling, round }) => ({ by, feeling, round }))).toEqual([
      { by: 'zorro-01', feeling: 'afraid', round: 'base' },
      { by: 'colibri-03', feeling: 'angry', round: 'base' },
      { by: 'condor-04', feeling: 'afraid', round: 'base' },
    ]);
  });

  test('[M12] 18 links, each between its two, with kind, feeling and direction', () => {
    expect(counted(map.links.map(({ valence = 'unsaid' }) => valence))).toEqual({
      support: 11,
      stress: 4,
      neutral: 2,
      both: 1,
    });
    const keyOf = keysOf(map);
    expect(
      map.links
        .map(({ from, to, by, relation, valence, direction }) => {
          return { from: keyOf(from), to: keyOf(to), author: by, relation, valence, direction };
        })
        .toSorted(byText),
    ).toEqual(ALL_TIES.map((tie) => ({ ...tie })).toSorted(byText));
    const linked = new Set(map.links.flatMap(({ from, to }) => [from, to]));
    expect(map.items.filter(({ item }) => !linked.has(item))).toHaveLength(16);
  });

  test('[M26] the measures in the file are the same counts', () => {
    const { pages } = JSON.parse(unpacked.read('measures.json').toString()) as { pages: unknown[] };
    expect(pages[0]).toMatchObject({
      items: 41,
      itemsByRound: { base: 33, prompted: 5, free: 3 },
      stampsByFeeling: { happy: 10, afraid: 7, angry: 3, sad: 2, loved: 2 },
      linksByValence: { support: 11, stress: 4, neutral: 2, both: 1 },
      links: 18,
      unlinked: 16,
    });
  });

  test('[M8] the annotated sheet has a number for each picture, a row for each link, and no two numbers meet', () => {
    const [sheet] = map.pages;
    const svg = unpacked.read(sheet?.annotatedSvg ?? '').toString();
    const discs = numberDiscs(svg);
    expect(discs).toHaveLength(41);
    for (const [at, one] of discs.entries()) {
      for (const other of discs.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(
          2 * CALL_OUT_RADIUS,
        );
      }
    }
    const rows = svg.split('>zorro-01<').length + svg.split('>llama-02<').length - 2;
    expect(rows).toBe(9 + 7 + 3 + 3);
    const numbers = [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, number]) => Number(number));
    expect(numbers).toHaveLength(41 + 41 + 2 * 18);
    expect(pixelsOf(unpacked.read(sheet?.annotated ?? '')).width).toBeGreaterThan(3000);
  });
});

/** Only drawing: three things, each ringed and called by its name. */
async function firstRound(app: App): Promise<void> {
  await expect(app.button('tool.join')).toHaveCount(0);
  await expect(app.button('tool.feel')).toHaveCount(0);
  await expect(app.page.locator('.tray[role=group]')).toHaveCount(0);
  for (const { symbol, author, x, y } of DRAWN) {
    await app.turnTo(animalOf(author));
    await app.drawLine(zigzag({ x, y }), 'touch');
    await app.ringAround(around({ x, y }));
    await app.call(CALLED[symbol] ?? symbol, symbol);
  }
}

async function feel(app: App, felt: readonly Felt[]): Promise<void> {
  let last: Readonly<{ author: string; feeling: Feeling }> | undefined;
  for (const { author, item, feeling } of felt) {
    if (last?.author !== author) await app.turnTo(animalOf(author));
    await app.stamp(feeling, placeOf(item, ALL_PUTS));
    last = { author, feeling };
  }
}

/** Two hands pull two pictures that are joined at the same moment, there and back again. */
async function twoHandsAtOnce(app: App): Promise<void> {
  await app.turnTo('zorro');
  const [a, b] = [placeOf('mother.1', ALL_PUTS), placeOf('hen.1', ALL_PUTS)];
  await app.openPanel('tool.hand');
  await app.closePanels();
  const fingers = await app.fingers();
  const [left, right] = [fingers.finger(1), fingers.finger(2)];
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    await app.kept(2, async () => {
      const [one, other] = await app.inWindow([from, to]);
      if (!one || !other) throw new Error('no sheet');
      await left.down(one);
      await right.down(other);
      for (let step = 1; step <= 20; step++) {
        await fingers.together(
          new Map([
            [1, between(one, other, step / 20)],
            [2, between(other, one, step / 20)],
          ]),
        );
      }
      await left.up();
      await right.up();
    });
  }
}

/** Every child takes its last acts back and does them again; what others lean on stays where it is. */
async function takeBackAndDoAgain(app: App): Promise<void> {
  for (const [author] of SCENARIO.contributors) {
    await app.turnTo(animalOf(author));
    for (let times = 0; times < TAKEN_BACK; times++) await app.undo();
    for (let times = 0; times < TAKEN_BACK; times++) await app.redo();
    await app.allSaved();
  }
}

/** Which picture of the plan an item of the file is: the n-th of its type by the same child. */
function keysOf({ items }: WorkJson): (item: string) => string | undefined {
  const left: Put[] = [...ALL_PUTS];
  const keys = new Map(
    items.map(({ item, type, by }) => {
      const at = left.findIndex(({ symbol, author }) => symbol === type && author === by);
      const [put] = left.splice(at, 1);
      return [item, put?.key];
    }),
  );
  return (item) => keys.get(item);
}

/** Where the discs of the numbers on the page stand, in page units. */
function numberDiscs(svg: string): Place[] {
  const radius = String(CALL_OUT_RADIUS);
  const page = svg.slice(svg.indexOf('</svg>'));
  const group = page.slice(0, page.indexOf('</g>'));
  return [
    ...group.matchAll(new RegExp(`<path d="M([\\d.-]+) ([\\d.-]+)a${radius} ${radius} `, 'g')),
  ].map(([, left, y]) => ({ x: Number(left) + CALL_OUT_RADIUS, y: Number(y) }));
}

function zigzag({ x, y }: Place): Place[] {
  return [-60, -30, 0, 30, 60].map((dx, at) => ({ x: x + dx, y: y + (at % 2 === 0 ? 30 : -30) }));
}

function around({ x, y }: Place): Place[] {
  const corners = [
    [-95, -95],
    [95, -95],
    [95, 95],
    [-95, 95],
    [-95, -90],
  ] as const;
  return corners.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));
}

function between(from: Place, to: Place, share: number): Place {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function parted<Row>(rows: readonly Row[], isLate: (row: Row) => boolean): [Row[], Row[]] {
  return [rows.filter((row) => !isLate(row)), rows.filter(isLate)];
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(sorted(a)).localeCompare(JSON.stringify(sorted(b)));
}

function sorted(row: unknown): unknown {
  return Object.entries(row as object).toSorted(([a], [b]) => a.localeCompare(b));
}
