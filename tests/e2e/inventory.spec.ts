/** Two children worked, the list is taken out, and then the tablet is gone: what the list says, read by other programs. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { inventoryIn, jsonIn, signedIn } from '../fixtures/inventories.ts';
import { App, type Handed } from './app.ts';
import { beginToTell, jot, say } from './facilitator.ts';
import { foundOn } from './tablet.ts';
import { run, unpack } from './unpack.ts';

const TOLD = 'Chaypi unu kachkan, manchakuni.';
const TITLE = 'Wasiypa qatan';
const NOTE = 'Se acercó callada a la puerta.';
const LINE = [
  { x: 500, y: 400 },
  { x: 900, y: 700 },
];

test('[V1][V2][V3][V4][V7][V8] whose data was on the tablet, and nothing of what they said', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const app = new App(page);
  await app.visit();
  await app.beginStudy();
  await say(page.locator('body'), app.says('board.community'), 'A');
  await page.getByLabel(app.says('board.facilitator')).fill('f-1');
  await app.button('board.about.save').click();
  await app.addChild('zorro', 4, 9);
  await app.addChild('llama', 7, 11);
  await app.seat('drawing', 'zorro-04');
  await work(app, async () => {
    await app.openAdultPanel();
    await beginToTell(app, 'tell.page');
    await app.kept(1, () => app.tell(TOLD));
    await app.button('close').click();
    await app.openAdultPanel();
    await beginToTell(app, 'tell.title');
    await app.kept(1, () => app.tell(TITLE));
  });
  await app.seat('drawing', 'llama-07');
  await work(app, async () => {
    await app.openAdultPanel();
    await jot(app, NOTE);
    await app.closeAdultPanel();
  });
  await expect(page.getByText(app.says('board.saved'))).toBeVisible();
  expect(await foundOn(page, [TOLD, TITLE, NOTE])).toEqual([TOLD, TITLE, NOTE]);
  await app.button('board.hand-over').click();
  const handed = await takeOut(app);

  const { folder, names, read } = unpack(handed);
  const files = new Map(names.map((name) => [name, new Uint8Array(read(name))]));
  const list = inventoryIn(files);
  expect(list.sessions).toMatchObject([
    {
      community: 'a',
      works: { drawing: 2 },
      participants: [
        {
          token: 'zorro-04',
          reference: 'F-9',
          channels: ['drawing'],
          works: { drawing: 1 },
          quotes: 2,
        },
        { token: 'llama-07', reference: 'F-9', works: { drawing: 1 }, quotes: 0 },
      ],
    },
  ]);
  for (const [name, bytes] of files) {
    const text = Buffer.from(bytes).toString();
    expect([name, [TOLD, TITLE, NOTE, 'f-1'].filter((one) => text.includes(one))]).toEqual([
      name,
      [],
    ]);
  }
  expect(run(folder, 'sha256sum', '-c', 'SHA256SUMS') ?? '').toBe('');
  expect(signedIn(files)).toEqual(['inventory.json', 'inventory.csv', 'withdrawals.json']);
  checkByOpenssl(folder, files);

  const mark = list.tablet.replace(/(.{4})(?=.)/g, '$1 ');
  await app.startAgain('#/hand-over');
  await expect(page.getByText(mark)).toBeVisible();
  const again = await takeOut(app);
  expect(again.name).toBe(handed.name);
});

/** The child who sits there says yes, draws a line, and keeps it; meanwhile an adult does something. */
async function work(app: App, meanwhile: () => Promise<void>): Promise<void> {
  await app.assent('yes');
  await app.doIt();
  await app.kept(1, () => app.drawLine(LINE));
  await meanwhile();
  await app.finish('keep');
  await app.holdToBoard();
}

async function takeOut(app: App): Promise<Handed> {
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.button('inventory.make').click(),
  ]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^llaqta-inventario-\d{4}-\d\d-\d\d-[0-9a-f]{4}\.zip$/);
  await expect(app.page.getByText(app.says('inventory.given', { file: name }))).toBeVisible();
  return { name, bytes: await readFile(await download.path()) };
}

/** As the README says it; nothing when openssl is not on this machine. */
function checkByOpenssl(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const { publicKey, signatures } = jsonIn(files, 'signature.json') as {
    publicKey: string;
    signatures: Record<string, string>;
  };
  writeFileSync(join(folder, 'key.pem'), publicKey);
  for (const [name, signature] of Object.entries(signatures)) {
    writeFileSync(join(folder, 'one.sig'), Buffer.from(signature, 'base64'));
    const how = ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'one.sig', name];
    expect(run(folder, 'openssl', ...how) ?? '').toBe('');
  }
}
