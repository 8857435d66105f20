import { expect, test } from 'vitest';

import { hexOf } from '#base/bytes.ts';
import { stretch } from '#devices/stretching.ts';

const SALT = new TextEncoder().encode('salt');

test('[L2] it is PBKDF2 with SHA-256, as others write it', async () => {
  expect(hexOf(await stretch('password', SALT, 1))).toBe(
    '120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b',
  );
  expect(hexOf(await stretch('password', SALT, 4096))).toBe(
    'c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a',
  );
});
