/** Scenario 3: circles of closeness of a boy of eleven, made by taps alone and by keys alone. */
import { expect, test } from '@playwright/test';

import type { Valence } from '#domain/feeling.ts';
import { WorkFold } from '#domain/fold.ts';
import { measuresOf, type NetworkMeasures } from '#domain/measures.ts';
import type { SymbolName } from '#domain/symbol.ts';
import type { SessionJson, WorkJson } from '#files/session-file.ts';
import { readSessionJson } from '#files/session-json.ts';

import { App, type Handed } from './app.ts';
import { Keyboard } from './keyboard.ts';
import type { Place } from './hands.ts';
import { unpack } from './unpack.ts';

type Alter = Place & Readonly<{ key: string; symbol: SymbolName; valence: Valence }>;

/** Where the twelve stand: five in the inner ring, four in the next, three in the outer one. */
const ALTERS: readonly Alter[] = [
  { key: 'mamá', symbol: 'mother', valence: 'support', x: 800, y: 420 },
  { key: 'hermana', symbol: 'sister', valence: 'support', x: 970, y: 540 },
  { key: 'abuela', symbol: 'grandmother', valence: 'support', x: 630, y: 540 },
  { key: 'perro', symbol: 'dog', valence: 'support', x: 900, y: 750 },
  { key: 'papá', symbol: 'father', valence: 'both', x: 690, y: 750 },
  { key: 'tío', symbol: 'uncle', valence: 'stress', x: 1130, y: 660 },
  { key: 'primo', symbol: 'cousin', valence: 'support', x: 1080, y: 380 },
  { key: 'amigo', symbol: 'friend', valence: 'support', x: 480, y: 740 },
  { key: 'amiga', symbol: 'girl', valence: 'support', x: 560, y: 900 },
  { key: 'profesora', symbol: 'teacher', valence: 'support', x: 1000, y: 1080 },
  { key: 'enfermera', symbol: 'health-worker', valence: 'stress', x: 300, y: 480 },
  { key: 'promotor', symbol: 'juntos-promoter', valence: 'stress', x: 420, y: 240 },
];
const TIES = [
  'mamá-hermana',
  'mamá-abuela',
  'mamá-papá',
  'hermana-abuela',
  'hermana-papá',
  'abuela-papá',
  'tío-papá',
  'tío-mamá',
  'primo-tío',
  'amigo-amiga',
  'amigo-primo',
  'profesora-mamá',
  'enfermera-mamá',
  'promotor-mamá',
].map((tie) => tie.split('-').map(alter) as [Alter, Alter]);
const EGO = { x: 800, y: 600 };
/** Over the border into the inner ring. */
const INWARD = { x: 1010, y: 660 };

test('[M22][M24][M26] scenario 3 by taps alone: ring, balance, density and providers are the golden numbers', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const app = new App(page);
  await app.visit();
  await app.tryIt('llama');
  await app.begin('circles');
  for (const alter of ALTERS) {
    if (alter.symbol === 'juntos-promoter') await app.openRound('prompted');
    await app.putByTap(alter.symbol, alter.x, alter.y, 'touch');
  }
  for (const alter of ALTERS) {
    await app.bind({ relation: 'care', valence: alter.valence, direction: 'none' });
    await app.joinByTap(EGO, alter, 'touch');
  }
  await app.bind({ relation: 'knows', valence: 'neutral', direction: 'none' });
  for (const [a, b] of TIES) await app.joinByTap(a, b, 'touch');
  await app.openPanel('tool.hand');
  await app.closePanels();
  await app.putDown(named('tío'), 'touch');
  await app.kept(1, () => app.putDown(INWARD, 'touch'));
  await app.finish('keep');

  mustBeScenario3(await app.handOver());
});

test('[M23][M24][M26] scenario 3 by keys alone', async ({ page }) => {
  test.setTimeout(300_000);
  const app = new App(page);
  const keys = new Keyboard(app);
  await app.visit();
  await keys.press('welcome.try');
  await keys.press('animal.llama');
  await keys.press('activity.circles');
  await app.sheetReady();
  for (const alter of ALTERS) {
    if (alter.symbol === 'juntos-promoter') await keys.openRound('prompted');
    await keys.put(alter.symbol, alter);
  }
  const me = app.word('self');
  for (const alter of ALTERS) {
    await keys.bind({ relation: 'care', valence: alter.valence, direction: 'none' });
    await keys.join(me, app.word(alter.symbol));
  }
  await keys.bind({ relation: 'knows', valence: 'neutral', direction: 'none' });
  for (const [a, b] of TIES) await keys.join(app.word(a.symbol), app.word(b.symbol));
  await keys.pickUp(app.word('uncle'), named('tío'));
  await app.kept(1, () => keys.tapSheet(INWARD));
  await keys.press('stop');
  await keys.press('finish.keep');
  await expect(page).toHaveURL(/#\/try$/);

  mustBeScenario3(await app.handOver());
});

/** Everything scenario 3 expects of the file. */
function mustBeScenario3(handed: Handed): void {
  const file = unpack(handed);
  const session = JSON.parse(file.read('session.json').toString()) as SessionJson;
  const [work] = session.works;
  if (!work) throw new Error('no circles in the file');
  const alters = work.items.filter(({ type }) => type !== 'self');
  expect(alters.map(({ type }) => type)).toEqual(ALTERS.map(({ symbol }) => symbol));
  expect(work.links).toHaveLength(12 + 14);
  expect(work.pages[0]?.ground).toEqual({ kind: 'circles', sectors: true, question: 'important' });

  const before = networkBefore(session, lastMove(work).n);
  expect(before).toMatchObject({ size: 12, providerShare: 0.25 });
  expect(before?.meanRing).toBeCloseTo(1.833, 3);
  expect(before?.balance).toBeCloseTo(0.417, 3);
  expect(before?.density).toBeCloseTo(0.212, 3);
  const providers = alters.filter(({ type }) =>
    ['teacher', 'health-worker', 'juntos-promoter'].includes(type),
  );
  expect(providers.map(({ ring }) => ring)).toEqual([3, 3, 3]);

  const { pages } = JSON.parse(file.read('measures.json').toString()) as { pages: Row[] };
  expect(pages[0]?.['network']).toMatchObject({ meanRing: 1.75, balance: 0.4167, density: 0.2121 });
  const moves = work.log.filter(({ op }) => op.kind === 'item/set' && 'place' in op);
  expect(moves).toHaveLength(1);
  const uncle = alters.find(({ type }) => type === 'uncle');
  expect(uncle).toMatchObject({ ring: 1, by: 'llama-01' });
}

type Row = Record<string, unknown>;

function lastMove({ log }: WorkJson): WorkJson['log'][number] {
  const move = log.findLast(({ op }) => op.kind === 'item/set');
  if (!move) throw new Error('nobody was moved');
  return move;
}

/** What is counted before the last move. */
function networkBefore(session: SessionJson, n: number): NetworkMeasures | undefined {
  const content = readSessionJson(session);
  if (!content.ok) throw new Error(content.problem.path);
  const [work] = content.value.works;
  const before = (work?.entries ?? []).filter((entry) => entry.n < n);
  const [page] = WorkFold.of(before).work.pages;
  return page && measuresOf(page).network;
}

function alter(key: string): Alter {
  const found = ALTERS.find((one) => one.key === key);
  if (!found) throw new Error(`${key} is not in the circles`);
  return found;
}

function named(key: string): Place {
  const { x, y } = alter(key);
  return { x, y };
}
