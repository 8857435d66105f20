/** Scenario 7: a sad day, and what a child lets slip. It goes another way than all else, and nobody finds it. */
import { expect, test } from '@playwright/test';

import { packWith, someKeys, unsealed } from '../fixtures/flags.ts';
import { App, type Handed } from './app.ts';
import { beginToTell, bringStudy, say } from './facilitator.ts';
import { giveSealed, sealFlag } from './flags.ts';
import { faultsIn, recordOf } from './record.ts';
import { foundOn, tabletOf } from './tablet.ts';
import { filesOf } from './zips.ts';

const NINE = 'hebilla cicatriz azotea penumbra llorando susurro rodilla tobillo madrugada';
const HINTS = [...NINE.split(' '), 'physical-harm', 'daño', 'safeguard', 'flag', 'sealed', 'age1'];
const TOLD = 'Así se pone los domingos.';
const MAN = [
  { x: 1100, y: 400 },
  { x: 1250, y: 560 },
  { x: 1100, y: 800 },
];
const DRAWN = ['.png', '-annotated.png', '-annotated.svg'].map(
  (end) => `works/01-two-panels-page-01${end}`,
);

test('[G2][G4][G5] what is sealed of a sad day shows nowhere, stays when the drawing goes, and opens with its key', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const keys = await someKeys();
  const app = new App(page);
  await app.visit();
  await bringStudy(app, packWith(keys));
  await app.beginStudy();
  await say(page.locator('body'), app.says('board.community'), 'A');
  await page.getByLabel(app.says('board.facilitator')).fill('f-1');
  await app.button('board.about.save').click();
  await app.addChild('condor', 14, 10, (form) =>
    say(form, app.says('board.person.gender'), app.says('board.gender.male')),
  );
  await app.seat('good-day', 'condor-14');
  await app.assent('yes');
  await app.doIt();
  await app.kept(1, () => app.drawLine(MAN));
  await app.openAdultPanel();
  await beginToTell(app, 'tell.page');
  await app.kept(1, () => app.tell(TOLD));
  await app.button('close').click();

  const kept = await app.safelyKept();
  const seen = await screenOf(app);
  const before = Date.now();
  await sealFlag(app, { category: 'Posible daño físico', words: NINE });
  expect(await app.safelyKept()).toBe(kept);
  expect((await screenOf(app)).equals(seen), 'the child’s screen is the same').toBe(true);
  expect(await foundOn(page, NINE.split(' '))).toEqual([]);

  await app.finish('keep');
  await app.holdToBoard();
  checkFile(await app.handOverStudy());

  await throwAway(app);
  const { streams, shelf } = await tabletOf(page);
  expect(streams.filter(({ kind }) => kind === 'work')).toEqual([]);
  expect(shelf.filter((row) => row['shelf'] === 'sealed')).toHaveLength(2);
  expect(await foundOn(page, [...NINE.split(' '), TOLD])).toEqual([]);

  const { name, bytes } = await giveSealed(app);
  expect(name).toMatch(/^llaqta-sealed-\d{4}-\d\d-\d\d\.zip$/);
  const files = Object.entries(filesOf(bytes)).filter(([file]) => file.endsWith('.age'));
  const [flag, line] = ['.age', '-line.age'].map(
    (end) => files.find(([file]) => file.replace(/^flag-[^-.]+/, '') === end)?.[1],
  );
  expect(files).toHaveLength(2);
  const said = await unsealed(keys.safeguarding, flag ?? new Uint8Array());
  const when: Record<string, unknown> = { wall: expect.any(Number), facilitator: 'f-1' };
  expect(said).toMatchObject({
    ...when,
    category: 'physical-harm',
    words: NINE,
    about: ['condor-14'],
    study: 'with-keys',
    community: 'a',
  });
  expect((said as { wall: number }).wall).toBeGreaterThanOrEqual(before);
  await expect(unsealed(keys.team, flag ?? new Uint8Array())).rejects.toThrow();
  expect(await unsealed(keys.team, line ?? new Uint8Array())).toMatchObject(when);
});

/** What is to be seen when no finger is on the glass. */
async function screenOf(app: App): Promise<Buffer> {
  await app.page.mouse.move(0, 0);
  return app.page.screenshot({ animations: 'disabled' });
}

/** The research file is that of any session: the same names, and no hint in any of them. */
function checkFile(handed: Handed): void {
  const record = recordOf(handed);
  expect(faultsIn(record)).toEqual([]);
  expect(record.works).toMatchObject([
    {
      activity: 'two-panels',
      pages: [{ ground: { person: 'a-child' } }],
      quotes: [{ text: TOLD }],
    },
  ]);
  expect(Math.min(...(record.works[0]?.strokes[0]?.x ?? []))).toBeGreaterThan(800 * 8);
  const files = Object.entries(filesOf(handed.bytes));
  expect(files.map(([name]) => name).toSorted()).toEqual(
    [
      'README.txt',
      'SHA256SUMS',
      'measures.json',
      'session.json',
      'withdrawals.json',
      ...DRAWN,
    ].toSorted(),
  );
  for (const [name, bytes] of [...files, [handed.name, Buffer.from(handed.name)] as const]) {
    const text = Buffer.from(bytes).toString(name.endsWith('.png') ? 'latin1' : 'utf8');
    expect([name, HINTS.filter((hint) => `${name} ${text}`.includes(hint))]).toEqual([name, []]);
  }
}

/** The child sits down once more, wants nothing more, and throws away what it made. */
async function throwAway(app: App): Promise<void> {
  const { page } = app;
  await app.goHome();
  await app.button('welcome.board').click();
  await page.getByRole('button', { name: app.says('board.handed-over') }).click();
  await app.seat('drawing', 'condor-14');
  await app.skip();
  await app.decideAgain(1, 'throw-away');
  await expect(page.getByText(app.says('pieces.wait'))).toBeVisible();
  await app.holdToBoard();
}
