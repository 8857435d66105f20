import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { expect, test } from 'vitest';

import { column, sessionSchema } from '#files/session-file.ts';
import { studyJsonOf, studySchema } from '#files/study-schema.ts';
import { aPack } from '../../fixtures/studies.ts';

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
