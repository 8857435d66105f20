import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { expect, test } from 'vitest';

import { column, sessionSchema } from '#files/session-file.ts';

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
