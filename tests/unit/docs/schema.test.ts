import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { expect, test } from 'vitest';

import { inventorySchema, type InventoryJson } from '#files/inventory-schema.ts';
import { column, sessionSchema } from '#files/session-file.ts';
import { studyJsonOf, studySchema } from '#files/study-schema.ts';
import { giveInventory } from '#state/inventory.ts';
import { aKit } from '../../fixtures/benches.ts';
import { fillTablet, inventoryIn } from '../../fixtures/inventories.ts';
import { aPack } from '../../fixtures/studies.ts';
import { filesIn } from '../../fixtures/zips.ts';

test('[H4] the published JSON Schema is the one the code checks with', async () => {
  const schema = toJsonSchema(sessionSchema, {
    target: 'draft-2020-12',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === column ? { type: 'array', items: { type: 'integer' } } : undefined,
  });
  const published = {
    $schema: schema.$schema,
    title: 'session.json of a Llaqta session file',
    ...schema,
  };

  const text = await format(JSON.stringify(published), { parser: 'json', printWidth: 100 });

  await expect(text).toMatchFileSnapshot('../../../docs/format/session-file.schema.json');
});

test('[H4] the published JSON Schema of a study is the one the code checks with, and a study passes it', async () => {
  const schema = toJsonSchema(studySchema, { target: 'draft-2020-12', errorMode: 'ignore' });
  const published = {
    $schema: schema.$schema,
    title: 'study.json of a Llaqta study file',
    ...schema,
  };

  const text = await format(JSON.stringify(published), { parser: 'json', printWidth: 100 });

  await expect(text).toMatchFileSnapshot('../../../docs/format/study-file.schema.json');
  const passes = new Ajv2020({ strict: false }).compile(published as object);
  expect(passes(studyJsonOf(aPack()))).toBe(true);
  expect(passes({ ...(studyJsonOf(aPack()) as object), onload: 'alert(1)' })).toBe(false);
});

test('[V8] [H4] the published JSON Schema of an inventory is the one the code checks with, and a list passes it', async () => {
  const schema = toJsonSchema(inventorySchema, { target: 'draft-2020-12' });
  const published = {
    $schema: schema.$schema,
    title: 'inventory.json of a Llaqta inventory',
    ...schema,
  };

  const text = await format(JSON.stringify(published), { parser: 'json', printWidth: 100 });

  await expect(text).toMatchFileSnapshot('../../../docs/format/inventory.schema.json');
  const passes = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(
    published as object,
  );
  const list = await aList();
  expect(passes(list)).toBe(true);
  const [session] = list.sessions;
  const told = { ...session, participants: [{ ...session?.participants[0], quote: 'mi casa' }] };
  expect(passes({ ...list, sessions: [told] })).toBe(false);
});

/** The list of a tablet with twenty works. */
async function aList(): Promise<InventoryJson> {
  const kit = aKit();
  await fillTablet(kit.journal, 20, () => 'word');
  const given: Uint8Array<ArrayBuffer>[] = [];
  await giveInventory({
    ...kit,
    give: (_name, bytes) => {
      given.push(bytes);
      return Promise.resolve('downloaded');
    },
  });
  return inventoryIn(filesIn(given[0]!));
}
