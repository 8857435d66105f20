import { fc, test as property } from '@fast-check/vitest';
import { afterEach, expect, test, vi } from 'vitest';

import { crcOf } from '#base/crc.ts';
import { unzip, zipOf } from '#files/zip.ts';
import { aPng } from '../../fixtures/sessions.ts';
import { aLyingBomb, patched, textBytes, withHiddenWord } from '../../fixtures/zips.ts';

const LIMITS = { files: 3, fileBytes: 1000, allBytes: 1500 };
const LOREM = textBytes('qowi, llama, kuntur; '.repeat(20));
const zip = zipOf(
  new Map([
    ['a.txt', LOREM],
    ['works/b.png', aPng(7)],
  ]),
);
const view = new DataView(zip.buffer);
/** Where the directory begins, and in it the second file. */
const DIRECTORY = view.getUint32(zip.length - 6, true);
const SECOND = DIRECTORY + 46 + 'a.txt'.length;
const LOCAL_SECOND = view.getUint32(SECOND + 42, true);

afterEach(() => {
  vi.unstubAllEnvs();
});

property.prop(
  [
    fc.dictionary(
      fc.stringMatching(/^[a-z][a-z0-9/]{0,8}\.(txt|png)$/),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)),
      { maxKeys: 6, minKeys: 1, noNullPrototype: true },
    ),
  ],
  { numRuns: 60 },
)('[F1] the files of a zip come back as they were, in their order', (record) => {
  const files = new Map(Object.entries(record));
  const limits = { files: 6, fileBytes: 400, allBytes: 2400 };

  const read = unzip(zipOf(files), limits);

  expect(read).toEqual({ ok: true, value: files });
  expect(read.ok && [...read.value.keys()]).toEqual([...files.keys()]);
});

test.each(['America/Lima', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'])(
  '[F2] packed in the time zone %s, the same files give the same bytes',
  (zone) => {
    vi.stubEnv('TZ', zone);

    expect(
      zipOf(
        new Map([
          ['a.txt', LOREM],
          ['works/b.png', aPng(7)],
        ]),
      ),
    ).toEqual(zip);
  },
);

test('[F2] text is packed small, pictures are stored as they are', () => {
  expect(view.getUint16(DIRECTORY + 10, true)).toBe(8);
  expect(view.getUint32(DIRECTORY + 20, true)).toBeLessThan(LOREM.length / 4);
  expect(view.getUint16(SECOND + 10, true)).toBe(0);
  expect(zip.slice(LOCAL_SECOND + 41, LOCAL_SECOND + 41 + aPng(7).length)).toEqual(aPng(7));
});

test('[F4] checksums are those every zip program computes', () => {
  expect(crcOf(textBytes('123456789'))).toBe(0xcbf43926);
  expect(crcOf(new Uint8Array())).toBe(0);
});

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ['nothing', new Uint8Array()],
  ['a text', textBytes('Esto no es un archivo de Llaqta, es una carta muy larga.')],
  ['a picture', aPng(1)],
  ['a zip with nothing in it', zipOf(new Map())],
  ['the first 29 bytes', zip.slice(0, 29)],
])('[F5] %s is not ours', (_what, bytes) => {
  expect(unzip(bytes, LIMITS)).toEqual({ ok: false, problem: { code: 'zip/not-ours' } });
});

test('[F5] a file that ends too early, wherever, is cut; one with something behind its end too', () => {
  for (let length = 30; length < zip.length; length++) {
    expect(unzip(zip.slice(0, length), LIMITS)).toMatchObject({
      ok: false,
      problem: { code: 'zip/cut' },
    });
  }
  expect(unzip(Uint8Array.of(...zip, 0), LIMITS)).toMatchObject({
    problem: { code: 'zip/cut' },
  });
});

test.each<[string, number, number[]]>([
  ['a part on another disk', -18, [1]],
  ['fewer files on this disk', -14, [1]],
  ['fewer files than there are', -12, [1]],
  ['a directory of another length', -10, [1]],
  ['a directory elsewhere', -6, [1]],
  ['a comment', -2, [1]],
])('[F6] an end that speaks of %s is refused', (_what, at, values) => {
  expect(unzip(patched(zip, at, ...values), LIMITS)).toEqual({
    ok: false,
    problem: { code: 'zip/altered', path: '' },
  });
});

test.each<[string, number, number[]]>([
  ['another mark', 0, [0x51]],
  ['another system', 5, [3]],
  ['a newer zip', 6, [45]],
  ['encryption', 8, [1]],
  ['another way of packing', 10, [12]],
  ['another moment', 12, [1]],
  ['an extra field', 30, [4]],
  ['a comment', 32, [4]],
  ['another disk', 34, [1]],
  ['text inside', 36, [1]],
  ['rights of a file', 38, [1]],
  ['a name that leaves the folder', 46, [0x2e]],
  ['a name with a backslash', 47, [0x5c]],
])('[F6] a directory that lists %s is refused', (_what, at, values) => {
  expect(unzip(patched(zip, DIRECTORY + at, ...values), LIMITS)).toMatchObject({
    ok: false,
    problem: { code: 'zip/altered' },
  });
});

test.each<[string, number, number[]]>([
  ['mark', 0, [0x51]],
  ['version', 4, [45]],
  ['flags', 6, [8]],
  ['checksum', 14, [0, 0, 0, 0]],
  ['size', 22, [1]],
  ['name', 30, [0x7a]],
])(
  '[F6] a file whose own head has another %s than the directory is refused by its name',
  (_what, at, values) => {
    expect(unzip(patched(zip, LOCAL_SECOND + at, ...values), LIMITS)).toEqual({
      ok: false,
      problem: { code: 'zip/altered', path: 'works/b.png' },
    });
  },
);

test('[F6] two files of one name, and files that do not touch, are refused', () => {
  const twice = zipOf(
    new Map([
      ['a.txt', LOREM],
      ['b.txt', LOREM],
    ]),
  );
  const start = new DataView(twice.buffer).getUint32(twice.length - 6, true);
  const [, second] = [start, start + 46 + 5];
  const from = new DataView(twice.buffer).getUint32(second + 42, true);
  const sameName = patched(patched(twice, second + 46, 0x61), from + 30, 0x61);
  expect(unzip(sameName, LIMITS)).toMatchObject({ problem: { path: 'a.txt' } });

  expect(unzip(patched(zip, SECOND + 42, LOCAL_SECOND + 1), LIMITS).ok).toBe(false);
  expect(unzip(patched(zip, DIRECTORY + 42, 1), LIMITS).ok).toBe(false);
});

test('[F6] something between the last file and the directory is refused', () => {
  const between = Uint8Array.of(...zip.subarray(0, DIRECTORY), 7, ...zip.subarray(DIRECTORY));
  new DataView(between.buffer).setUint32(between.length - 6, DIRECTORY + 1, true);

  expect(unzip(between, LIMITS)).toEqual({
    ok: false,
    problem: { code: 'zip/altered', path: '' },
  });
});

test('[F6] something behind the last line of the directory is refused', () => {
  const end = zip.length - 22;
  const behind = Uint8Array.of(...zip.subarray(0, end), 7, ...zip.subarray(end));
  new DataView(behind.buffer).setUint32(behind.length - 10, end + 1 - DIRECTORY, true);

  expect(unzip(behind, LIMITS)).toMatchObject({ problem: { code: 'zip/altered' } });
});

test.each<[string, number, number[]]>([
  ['a newer zip', 6, [45]],
  ['encryption', 8, [1]],
  ['names in another script', 8, [0, 8]],
  ['another way of packing', 10, [12]],
  ['another moment', 12, [1]],
  ['an extra field', 30, [4]],
])('[F6] a zip whose heads agree on %s is refused all the same', (_what, at, values) => {
  const both = patched(patched(zip, SECOND + at, ...values), LOCAL_SECOND + at - 2, ...values);

  expect(unzip(both, LIMITS)).toMatchObject({
    ok: false,
    problem: { code: 'zip/altered' },
  });
});

test.each(['../a.txt', '/etc/a.txt', 'a\\b.txt', 'a b.txt', '.a', 'C:a.txt', 'a\0.txt'])(
  '[F6] a zip with a file called %j is refused',
  (name) => {
    expect(unzip(zipOf(new Map([[name, LOREM]])), LIMITS)).toMatchObject({
      ok: false,
      problem: { code: 'zip/altered' },
    });
  },
);

test('[F6] a byte changed in a file, packed or stored, is found by its checksum', () => {
  const picture = LOCAL_SECOND + 41;
  const packedText = 30 + 'a.txt'.length + 4;

  expect(unzip(patched(zip, picture + 40, 0xee), LIMITS)).toMatchObject({
    problem: { code: 'zip/altered', path: 'works/b.png' },
  });
  expect(unzip(patched(zip, packedText, 0xee), LIMITS)).toMatchObject({
    problem: { code: 'zip/altered', path: 'a.txt' },
  });
});

test.each<[string, Partial<typeof LIMITS>, string]>([
  ['many files', { files: 1 }, ''],
  ['large a file', { fileBytes: LOREM.length - 1 }, 'a.txt'],
  ['much in all', { allBytes: LOREM.length + 10 }, 'works/b.png'],
])('[F5] a zip with too %s is too large', (_what, over, path) => {
  const limits = { ...LIMITS, ...over };

  expect(unzip(zip, limits)).toEqual({
    ok: false,
    problem: { code: 'zip/too-large', path },
  });
});

test('[F5] a zip is read up to its limits', () => {
  const exact = { files: 2, fileBytes: LOREM.length, allBytes: LOREM.length + aPng(7).length };

  expect(unzip(zip, exact).ok).toBe(true);
});

test('[F5] a bomb is refused by the size it declares, before one byte is unpacked', () => {
  const huge = patched(patched(zip, DIRECTORY + 24, 0, 0, 0, 0x7f), 22, 0, 0, 0, 0x7f);

  expect(unzip(huge, { files: 3, fileBytes: 2 ** 26, allBytes: 2 ** 27 })).toEqual({
    ok: false,
    problem: { code: 'zip/too-large', path: 'a.txt' },
  });
});

test('[F5] a file that unpacks to less or more than it declares is refused', () => {
  for (const size of [LOREM.length - 1, LOREM.length + 1]) {
    const low = [size & 255, size >> 8];
    const lying = patched(patched(zip, DIRECTORY + 24, ...low), 22, ...low);

    expect(unzip(lying, LIMITS)).toMatchObject({
      problem: { code: 'zip/altered', path: 'a.txt' },
    });
  }
});

test('[F5] a bomb that lies about its size is refused, though what it shows first is what it says', () => {
  const limits = { files: 3, fileBytes: 2 ** 26, allBytes: 2 ** 27 };

  expect(unzip(aLyingBomb(), limits)).toEqual({
    ok: false,
    problem: { code: 'zip/altered', path: 'README.txt' },
  });
});

test('[F6] what is hidden behind the end of a packed file is found', () => {
  const one = zipOf(new Map([['a.txt', LOREM]]));

  expect(unzip(one, LIMITS).ok).toBe(true);
  expect(unzip(withHiddenWord(one), LIMITS)).toEqual({
    ok: false,
    problem: { code: 'zip/altered', path: 'a.txt' },
  });
});
