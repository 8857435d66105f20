import { fc, test as property } from '@fast-check/vitest';
import { zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import type { Channel } from '#domain/participant.ts';
import { readmeOf } from '#files/readme.ts';
import { readSessionFile } from '#files/read-session-file.ts';
import type { SessionContent } from '#files/session-file.ts';
import { writeSessionFile } from '#files/write-session-file.ts';
import { zipOf } from '#files/zip.ts';
import { LLAMA, seeded, ZORRO } from '../../fixtures/names.ts';
import {
  aHeader,
  aPng,
  aRichSession,
  picturesOf,
  sessionContents,
  sessionEntries,
} from '../../fixtures/sessions.ts';
import { filesIn, forged, patched, retold, textBytes } from '../../fixtures/zips.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Json = Record<string, unknown>;

const rich = aRichSession();
let file: Bytes;

beforeAll(async () => {
  file = await packed(rich);
});

async function packed(content: SessionContent): Promise<Bytes> {
  return (await writeSessionFile(content, picturesOf(content))).bytes;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('writing and reading', () => {
  property.prop([sessionContents], { numRuns: 60 })(
    '[F1] reading what was written gives the same content',
    async (content) => {
      expect(await readSessionFile(await packed(content))).toEqual({ ok: true, value: content });
    },
  );

  test('[F1] a rich session comes back with every felt pressure, act and word', async () => {
    expect(await readSessionFile(file)).toEqual({ ok: true, value: rich });
  });

  property.prop([sessionContents, fc.nat(1_000_000)], { numRuns: 15 })(
    '[F2] the same content gives the same bytes, in whatever order its entries were kept',
    async (content, seed) => {
      const next = seeded(seed);
      const mixed = <Entry>(list: readonly Entry[]): Entry[] =>
        [...list]
          .map((one) => [next(), one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
      const works = content.works.map((work) => ({ ...work, entries: mixed(work.entries) }));
      const other = { ...content, entries: mixed(content.entries), works };

      expect(await packed(other)).toEqual(await packed(content));
    },
  );

  test('[F2] the name says the day, also of a tablet whose clock began anew, and ends like the session', async () => {
    const { name, sha256, bytes } = await writeSessionFile(rich, picturesOf(rich));
    const old = {
      ...rich,
      header: aHeader({ startedAt: Date.UTC(1970, 0, 1, 11), clockLooksWrong: true }),
    };
    const again = await writeSessionFile(old, picturesOf(old));

    expect(name).toBe('llaqta-2026-08-14-000001.zip');
    expect(again.name).toBe('llaqta-1970-01-01-000001.zip');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(bytes).toEqual(file);
  });

  test.each(['America/Lima', 'Pacific/Auckland'])(
    '[F2] written in the time zone %s, the same content gives the same bytes',
    async (zone) => {
      vi.stubEnv('TZ', zone);

      expect(await packed(rich)).toEqual(file);
    },
  );

  test('[F4] SHA256SUMS lists every other file as sha256sum reads it', async () => {
    const files = filesIn(file);
    const lines = new TextDecoder().decode(files.get('SHA256SUMS')).trimEnd().split('\n');

    const names = [...files.keys()].filter((name) => name !== 'SHA256SUMS');
    expect(lines.map((line) => line.slice(64))).toEqual(names.map((name) => `  ${name}`));
    for (const [at, name] of names.entries()) {
      const sum = await crypto.subtle.digest('SHA-256', files.get(name)!);
      expect(lines[at]?.slice(0, 64)).toBe(Buffer.from(sum).toString('hex'));
    }
  });

  test('[M26] measures.json holds what can be counted on every page, beside session.json', () => {
    const files = filesIn(file);
    const json = JSON.parse(new TextDecoder().decode(files.get('measures.json'))) as unknown;
    const { pages } = json as { pages: Json[] };

    expect([...files.keys()].slice(0, 4)).toEqual([
      'README.txt',
      'session.json',
      'withdrawals.json',
      'measures.json',
    ]);
    expect(pages.map(({ work, number, activity }) => [work, number, activity])).toEqual([
      ['work-0000000000000001', 1, 'drawing'],
      ['work-0000000000000001', 2, 'drawing'],
      ['work-0000000000000002', 1, 'map'],
      ['work-0000000000000004', 1, 'map'],
      ['work-0000000000000005', 1, 'circles'],
      ['work-0000000000000006', 1, 'two-panels'],
      ['work-0000000000000007', 1, 'map'],
    ]);
  });

  test('[F4] the README says in both languages what is in the file and which study it is of', () => {
    const readme = new TextDecoder().decode(filesIn(file).get('README.txt'));

    expect(readme).toContain('LLAQTA: ARCHIVO DE UNA SESIÓN');
    expect(readme).toContain('LLAQTA: FILE OF ONE SESSION');
    expect(readme).toContain(
      `Llaqta 0.1.0 | llaqta-session 4 | ${rich.header.id}\nmy-community | 2026-08\n`,
    );
    expect(readme.split('\n').every((line) => line.length <= 80)).toBe(true);
  });
});

test('[P28] the README says that works of a child without that agreement are not for an archive, and only then', () => {
  const readmeWith = (...channels: Channel[]): string => {
    const [id, work] = [rich.works[0]!.id, rich.works[0]!];
    const entries = sessionEntries(
      { kind: 'participant/set', token: ZORRO, channels },
      { kind: 'participant/set', token: LLAMA, channels: ['drawing'] },
      { kind: 'work/begin', work: id, activity: work.activity, members: [ZORRO] },
    );
    return readmeOf({ ...rich, entries, works: [work] });
  };

  const [may, mayNot] = [readmeWith('drawing', 'archive'), readmeWith('drawing')];

  for (const said of ['No poner en un archivo', 'Not to be put into an archive']) {
    expect(mayNot).toContain(said);
    expect(may).not.toContain(said);
  }
  expect(mayNot.split('\n').every((line) => line.length <= 80)).toBe(true);
});

describe('what is refused', () => {
  test.each<[string, (zip: Bytes) => Promise<Bytes>]>([
    ['without session.json', (zip) => forged(zip, (files) => files.delete('session.json'))],
    [
      'whose session.json is no JSON',
      (zip) => forged(zip, (files) => files.set('session.json', textBytes('{'))),
    ],
    [
      'whose session.json is no text',
      (zip) => forged(zip, (files) => files.set('session.json', Uint8Array.of(0xff, 0xfe))),
    ],
    ['whose session.json is a list', (zip) => retold(zip, () => [])],
    ['of another program', (zip) => retold(zip, (json) => ({ ...json, format: 'other' }))],
    ['of a version before the first', (zip) => retold(zip, (json) => ({ ...json, version: 0 }))],
    ['of half a version', (zip) => retold(zip, (json) => ({ ...json, version: 1.5 }))],
  ])('[F5] a zip %s is not ours', async (_what, spoil) => {
    expect(await readSessionFile(await spoil(file))).toEqual({
      ok: false,
      problem: { code: 'session-file/not-ours' },
    });
  });

  test('[F5] a zip of another program is not ours, rather than an altered file of ours', async () => {
    const other = zipSync({ 'carta.txt': textBytes('hola') }, { mtime: '2026-01-01' });

    expect(await readSessionFile(Uint8Array.from(other))).toEqual({
      ok: false,
      problem: { code: 'session-file/not-ours' },
    });
  });

  test('[F5] a file newer than the app says so first, whatever else has changed in it', async () => {
    const newer = await retold(file, (json) => ({ ...json, version: 5, voices: [] }));

    expect(await readSessionFile(newer)).toEqual({
      ok: false,
      problem: { code: 'session-file/newer-than-app', version: 5 },
    });
  });

  test.each<[string, (files: Map<string, Bytes>) => void, string]>([
    [
      'a picture is exchanged',
      (files) => files.set(png(files), aPng(99)),
      'works/01-drawing-page-01.png',
    ],
    ['the list is gone', (files) => files.delete('SHA256SUMS'), 'README.txt'],
    ['the list names a file too many', withOneMore, 'SHA256SUMS'],
    ['a file is not on the list', (files) => files.set('works/x.png', aPng(1)), 'works/x.png'],
  ])(
    '[F5] when %s, the file is altered, and the problem says where',
    async (_what, change, path) => {
      const files = filesIn(file);
      change(files);

      expect(await readSessionFile(zipOf(files))).toEqual({
        ok: false,
        problem: { code: 'session-file/altered', path },
      });
    },
  );

  test.each<[string, (files: Map<string, Bytes>) => void, string]>([
    [
      'something that does not belong there',
      (files) => files.set('run.sh', textBytes('x')),
      'run.sh',
    ],
    ['one picture too few', (files) => files.delete(png(files)), 'works/01-drawing-page-01.png'],
    ['no README', (files) => files.delete('README.txt'), 'README.txt'],
    ['no measures', (files) => files.delete('measures.json'), 'measures.json'],
  ])('[F5] a file with %s is strange', async (_what, change, path) => {
    expect(await readSessionFile(await forged(file, change))).toEqual({
      ok: false,
      problem: { code: 'session-file/strange', path },
    });
  });

  test('[F5] a file cut anywhere is refused', async () => {
    const step = Math.ceil(file.length / 200);
    for (let length = 0; length < file.length; length += step) {
      const read = await readSessionFile(file.slice(0, length));

      expect(read).toMatchObject({ ok: false });
      if (length >= 30) expect(read).toMatchObject({ problem: { code: 'session-file/cut' } });
    }
  });

  test('[F5] a file that declares more than a session can hold is too large', async () => {
    const start = new DataView(file.buffer).getUint32(file.length - 6, true);
    const huge = patched(patched(file, start + 24, 0, 0, 0, 0x7f), 22, 0, 0, 0, 0x7f);

    expect(await readSessionFile(huge)).toEqual({
      ok: false,
      problem: { code: 'session-file/too-large', path: 'README.txt' },
    });
  });

  test.each<[string, (json: Json) => unknown, string]>([
    [
      'has other units',
      (json) => put(json, ['units', 'inkPerPageUnit'], 4),
      'units.inkPerPageUnit',
    ],
    ['has a field too many', (json) => ({ ...json, village: 'x' }), 'village'],
    [
      'began at no moment',
      (json) => put(json, ['session', 'startedAt'], 'yesterday'),
      'session.startedAt',
    ],
    [
      'writes its moment in another way',
      (json) => put(json, ['session', 'startedAt'], '2026-08-14T11:00:00Z'),
      'session.startedAt',
    ],
    [
      'names a study with spaces',
      (json) => put(json, ['session', 'study'], 'a b'),
      'session.study',
    ],
    [
      'leaves a child out',
      (json) => put(json, ['session', 'contributors'], ['zorro-01', 'llama-02']),
      'session.contributors.2',
    ],
    [
      'hides how many works were thrown away',
      (json) => put(json, ['session', 'thrownAway'], 0),
      'session.thrownAway',
    ],
    [
      'has a session entry that is broken',
      (json) => put(json, ['session', 'log', 2, 'by'], 'Rosa'),
      'session.log.2.by',
    ],
    [
      'has a work entry that is broken',
      (json) => put(json, ['works', 1, 'log', 1, 'op', 'x'], -5),
      'works.1.log.1.op.x',
    ],
    ['lacks an entry', (json) => put(json, ['works', 1, 'log', 3], undefined), 'works.1.log.3.seq'],
    [
      'has a work of no kind we know',
      (json) => put(json, ['works', 0, 'activity'], 'photos'),
      'works.0.activity',
    ],
    [
      'calls a work by another id',
      (json) => put(json, ['works', 0, 'work'], 'work-1'),
      'works.0.id',
    ],
    [
      'holds a work that was thrown away',
      (json) => put(json, ['works', 0, 'decision'], 'throw-away'),
      'works.0.decision',
    ],
    [
      'moves a picture in the table only',
      (json) => put(json, ['works', 1, 'items', 0, 'x'], 401),
      'works.1.items.0.x',
    ],
    [
      'gives a picture to another hand',
      (json) => put(json, ['works', 1, 'items', 0, 'by'], 'llama-02'),
      'works.1.items.0.by',
    ],
    [
      'numbers a picture otherwise',
      (json) => put(json, ['works', 1, 'items', 0, 'callOut'], 2),
      'works.1.items.0.callOut',
    ],
    [
      'joins others than were joined',
      (json) => put(json, ['works', 1, 'links', 0, 'to'], 'item-0000000000000003'),
      'works.1.links.0.to',
    ],
    [
      'drops a line from its table',
      (json) => put(json, ['works', 1, 'links'], []),
      'works.1.links.0',
    ],
    [
      'says a drawn page is blank',
      (json) => put(json, ['works', 0, 'pages', 0, 'blank'], true),
      'works.0.pages.0.blank',
    ],
    [
      'names another picture file',
      (json) => put(json, ['works', 0, 'pages', 0, 'clean'], 'x.png'),
      'works.0.pages.0.clean',
    ],
    [
      'colours a line otherwise',
      (json) => put(json, ['works', 0, 'strokes', 0, 'colour'], '#000000'),
      'works.0.strokes.0.colour',
    ],
    [
      'orders the lines otherwise',
      (json) => put(json, ['works', 0, 'strokes', 0, 'order'], 9),
      'works.0.strokes.0.order',
    ],
    [
      'has a column with half a number',
      (json) => put(json, ['works', 0, 'strokes', 0, 'x', 0], 0.5),
      'works.0.strokes.0.x',
    ],
    [
      'has a column too short',
      (json) => put(json, ['works', 0, 'strokes', 0, 'y'], [1]),
      'works.0.log.1.op.samples',
    ],
    [
      'has a line of no samples',
      (json) => put(json, ['works', 0, 'strokes', 0, 'x'], []),
      'works.0.log.1.op.samples',
    ],
    ['has a line whose columns are all empty', emptyLine, 'works.0.log.1.op.samples'],
    [
      'has a line far off the sheet',
      (json) => put(json, ['works', 0, 'strokes', 0, 'x', 3], 99_999),
      'works.0.log.1.op.samples',
    ],
    [
      'lacks the line its log speaks of',
      (json) => put(json, ['works', 0, 'strokes', 0, 'entry'], '0000000000000001.99'),
      'works.0.log.1.op.samples',
    ],
    [
      'lacks the paint its log speaks of',
      (json) => put(json, ['works', 0, 'fills'], []),
      'works.0.log.16.op.rings',
    ],
    [
      'pours paint beside the page',
      (json) => put(json, ['works', 0, 'fills', 0, 'rings', 0, 1], 1201),
      'works.0.log.16.op.rings.0',
    ],
    [
      'colours paint otherwise',
      (json) => put(json, ['works', 0, 'fills', 0, 'colour'], '#000000'),
      'works.0.fills.0.colour',
    ],
    [
      'cuts a line elsewhere',
      (json) => put(json, ['works', 0, 'strokes', 7, 'parts', 0], 3),
      'works.0.strokes.7.parts.0',
    ],
    [
      'lacks the lines of a child’s own picture',
      (json) => put(json, ['ownSymbols'], []),
      'session.log.9.op.lines',
    ],
    [
      'gives a child’s own picture another name',
      (json) => put(json, ['ownSymbols', 0, 'symbol'], `own-${'b'.repeat(16)}`),
      'ownSymbols.0.symbol',
    ],
    [
      'counts in whole hours',
      (json) => put(json, ['works', 0, 'strokes', 0, 'at'], '1h'),
      'works.0.strokes.0.at',
    ],
  ])(
    '[F5] a session.json that %s is broken, and the path says where',
    async (_what, change, path) => {
      expect(await readSessionFile(await retold(file, change))).toEqual({
        ok: false,
        problem: { code: 'session-file/broken', path },
      });
    },
  );

  test('[F5] reading changes not a byte of what it is given', async () => {
    const before = file.slice();
    const spoiled = patched(file, 2000, 1, 2, 3);
    const spoiledBefore = spoiled.slice();

    await readSessionFile(file);
    await readSessionFile(spoiled);

    expect(file).toEqual(before);
    expect(spoiled).toEqual(spoiledBefore);
  });

  test('[F6] of 1,000 damaged files none is read unless every file in it is what it was', async () => {
    const next = seeded(20261122);
    const upTo = (most: number): number => Math.floor(next() * most);
    const whole = filesIn(file);
    let refused = 0;
    for (let count = 0; count < 1000; count++) {
      const damaged = DAMAGES[count % DAMAGES.length]!(file, upTo);
      const read = await readSessionFile(damaged);
      if (!read.ok) refused++;
      else {
        expect(filesIn(damaged)).toEqual(whole);
        expect(read.value).toEqual(rich);
      }
    }
    expect(refused).toBeGreaterThan(950);
  }, 60_000);

  property.prop([fc.uint8Array({ maxLength: 2000, size: 'max' })], { numRuns: 200 })(
    '[F6] whatever comes in is refused with a code, never with a crash',
    async (bytes) => {
      const begun = Uint8Array.of(...file.subarray(0, 30), ...bytes, ...file.subarray(-22));

      expect(await readSessionFile(Uint8Array.from(bytes))).toMatchObject({ ok: false });
      expect(await readSessionFile(begun)).toMatchObject({ ok: false });
    },
  );
});

type Damage = (bytes: Bytes, upTo: (most: number) => number) => Bytes;

/** What happens to files on sticks, in mails and in the hands of others. */
const DAMAGES: readonly Damage[] = [
  // one bit flips
  (bytes, upTo) => {
    const at = upTo(bytes.length);
    return patched(bytes, at, bytes[at]! ^ (1 << upTo(8)));
  },
  // the end is missing
  (bytes, upTo) => bytes.slice(0, upTo(bytes.length)),
  // a stretch is zeros
  (bytes, upTo) => {
    const copy = bytes.slice();
    const at = upTo(bytes.length);
    return copy.fill(0, at, at + 1 + upTo(512));
  },
  // something is put in between
  (bytes, upTo) => {
    const at = upTo(bytes.length + 1);
    const extra = Array.from({ length: 1 + upTo(20) }, () => upTo(256));
    return Uint8Array.of(...bytes.subarray(0, at), ...extra, ...bytes.subarray(at));
  },
  // two stretches change places
  (bytes, upTo) => {
    const [a, b, length] = [upTo(bytes.length - 80), upTo(bytes.length - 80), 1 + upTo(64)];
    const copy = bytes.slice();
    copy.set(bytes.subarray(a, a + length), b);
    copy.set(bytes.subarray(b, b + length), a);
    return copy;
  },
  // a stretch is lost
  (bytes, upTo) => {
    const at = upTo(bytes.length);
    return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1 + upTo(100)));
  },
];

function png(files: Map<string, Bytes>): string {
  return [...files.keys()].find((name) => name.endsWith('.png'))!;
}

/** The list of checksums names one file more than there is. */
function withOneMore(files: Map<string, Bytes>): void {
  const sums = new TextDecoder().decode(files.get('SHA256SUMS'));
  files.set('SHA256SUMS', textBytes(`${sums}${'0'.repeat(64)}  x.png\n`));
}

/** The first line has columns, but nothing in them. */
function emptyLine(json: Json): unknown {
  return ['x', 'y', 't', 'pressure'].reduce<unknown>(
    (value, name) => put(value, ['works', 0, 'strokes', 0, name], []),
    json,
  );
}

/** The value with another one at the path; `undefined` takes what is there out of its list. */
function put(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  other: unknown,
): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    const at = Number(key);
    if (rest.length === 0 && other === undefined) return list.toSpliced(at, 1);
    return list.with(at, rest.length === 0 ? other : put(list[at], rest, other));
  }
  const record = value as Json;
  return { ...record, [key!]: rest.length === 0 ? other : put(record[key!], rest, other) };
}
