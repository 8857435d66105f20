import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { measuresOf } from '#domain/measures.ts';
import { sessionOf } from '#domain/session.ts';
import type { Page } from '#domain/work.ts';
import { partsOf, samplesOf } from '#ink/stroke.ts';
import { readSessionFile } from '#files/read-session-file.ts';
import type { SessionContent } from '#files/session-file.ts';
import { present } from '#base/assert.ts';

async function opened(file: string): Promise<SessionContent> {
  const read = await readSessionFile(Uint8Array.from(readFileSync(`tests/corpus/${file}`)));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

test.each(readdirSync('tests/corpus').filter((file) => file.endsWith('.zip')))(
  '[F7] %s can still be read, and what it shows can be painted',
  async (file) => {
    const { works } = await opened(file);
    const pages = works.flatMap(({ entries }) => WorkFold.of(entries).work.pages);

    expect(pages.length).toBeGreaterThan(0);
    for (const { line } of pages.flatMap(({ strokes }) => strokes)) {
      expect(samplesOf(line).length).toBeGreaterThan(0);
    }
  },
);

describe('session-v1.zip', () => {
  test('[F7] the file of version 1 is the one that was released', () => {
    const sum = createHash('sha256').update(readFileSync('tests/corpus/session-v1.zip'));

    expect(sum.digest('hex')).toBe(
      'e0f3b43b1403406876644194c7db78fe92bbd10487bd0f61e485cab7c50a5a98',
    );
  });

  test('[F7] version 1: the session, its children and what they decided', async () => {
    const { app, header, entries, works, words } = await opened('session-v1.zip');

    expect(app).toBe('0.1.0');
    expect(header).toEqual({
      kind: 'session',
      id: 'session-0000000000000001',
      study: 'try-it',
      startedAt: Date.UTC(2026, 7, 14, 9, 30),
      clockLooksWrong: false,
    });
    expect(entries.map(({ op }) => op.kind)).toEqual([
      'contributor/join',
      'contributor/join',
      'contributor/join',
      'work/begin',
      'work/finish',
      'work/begin',
      'work/begin',
      'work/finish',
      'work/finish',
    ]);
    expect(works.map(({ id, activity, decision }) => [id, activity, decision])).toEqual([
      ['work-0000000000000001', 'drawing', 'keep-private'],
      ['work-0000000000000002', 'map', 'keep'],
    ]);
    expect(words).toEqual({
      house: { es: 'casa', en: 'house' },
      hen: { es: 'gallina', en: 'hen' },
    });
  });

  test('[F7] version 1: lines with pressure, of the rubber, cancelled, done again, and what was taken back', async () => {
    const { works } = await opened('session-v1.zip');
    const [drawing] = works;
    const { pages } = WorkFold.of(present(drawing, 'a drawing').entries).work;

    const lines = present(pages[0], 'a page').strokes.map(({ by, at, line }) => {
      const samples = samplesOf(line);
      const [{ x, y, pressure }] = samples as [(typeof samples)[number]];
      return [by, at, line.tool, line.crayon, line.width, samples.length, x, y, pressure];
    });
    expect(lines).toEqual([
      ['zorro-01', 200, 'crayon', 'red', 'thick', 60, 10304, 7424, 40],
      ['llama-02', 300, 'crayon', 'sky', 'middle', 120, 6688, 6932, undefined],
      ['zorro-01', 400, 'rubber', 'red', 'thin', 30, 3040, 6280, undefined],
      ['llama-02', 500, 'crayon', 'black', 'middle', 20, 3048, 3328, undefined],
      ['condor-03', 800, 'crayon', 'green', 'middle', 1, 4080, 5040, undefined],
    ]);
    expect(
      present(pages[0], 'a page').strokes.map(({ line }) => [line.input, line.cancelled]),
    ).toEqual([
      ['pen', undefined],
      ['touch', undefined],
      ['touch', undefined],
      ['touch', true],
      ['touch', undefined],
    ]);
    expect(pages.map(({ id, strokes }) => [id, strokes.length])).toEqual([
      ['page-0000000000000001', 5],
      ['page-0000000000000002', 0],
    ]);
    expect(drawing?.entries.map(({ op }) => (op.kind === 'erased' ? [op.was] : op.kind))).toEqual([
      'page/add',
      'stroke/add',
      'stroke/add',
      'stroke/add',
      'stroke/add',
      ['stroke/add'],
      'undo',
      'stroke/add',
      'undo',
      'redo',
      'unknown',
      'page/add',
    ]);
  });

  test('[F7] version 1: pictures where they were put down last, and the line between them', async () => {
    const { works } = await opened('session-v1.zip');
    const [page] = WorkFold.of(present(works[1], 'a map').entries).work.pages;

    expect(
      page?.items.map(({ symbol, by, round, x, y, size }) => [symbol, by, round, x, y, size]),
    ).toEqual([
      ['house', 'zorro-01', 'base', 400, 300, 170],
      ['hen', 'llama-02', 'base', 950, 650, 120],
    ]);
    expect(page?.links.map(({ by, from, to }) => [by, from, to])).toEqual([
      ['llama-02', 'item-0000000000000001', 'item-0000000000000002'],
    ]);
    expect(page?.strokes.map(({ by, line }) => [by, line.crayon])).toEqual([['llama-02', 'blue']]);
  });
});

describe('session-v2.zip', () => {
  test('[F7] the file of version 2 is the one that was released', () => {
    const sum = createHash('sha256').update(readFileSync('tests/corpus/session-v2.zip'));

    expect(sum.digest('hex')).toBe(
      'fe185b6e8f1b71bc03ca030c93edfa2777a5b98dc52ee7e21294c6b022c5a3ff',
    );
  });

  test('[F7] version 2: brushes, lines a rubber left in parts, poured paint, and what was swept away', async () => {
    const { works } = await opened('session-v2.zip');
    const drawing = present(works[0], 'a drawing');
    const [page, second] = WorkFold.of(drawing.entries).work.pages;

    const lines = page?.strokes.map(({ by, line }) => {
      const parts = partsOf(line).map((part) => [part.length, part[0]?.x, part.at(-1)?.x]);
      return [by, line.tool, line.crayon, line.width, parts];
    });
    expect(lines).toEqual([
      ['zorro-01', 'crayon', 'red', 'thick', [[60, 10304, 12592]]],
      [
        'llama-02',
        'crayon',
        'sky',
        'middle',
        [
          [53, 6688, 5636],
          [43, 5948, 7260],
        ],
      ],
      ['zorro-01', 'rubber', 'red', 'thin', [[5, 5628, 5628]]],
      ['llama-02', 'crayon', 'black', 'middle', [[20, 3048, 2744]]],
      ['condor-03', 'crayon', 'green', 'middle', [[1, 4080, 4080]]],
      ['llama-02', 'marker', 'green', 'middle', [[5, 800, 12000]]],
      ['zorro-01', 'brush', 'adobe', 'middle', [[40, 7928, 6400]]],
      [
        'condor-03',
        'crayon',
        'blue',
        'middle',
        [
          [29, 1600, 3840],
          [25, 6000, 7920],
        ],
      ],
      ['condor-03', 'rubber', 'red', 'thick', [[5, 4000, 6080]]],
    ]);
    expect(page?.fills.map(({ by, area }) => [by, area.crayon, area.rings])).toEqual([
      [
        'llama-02',
        'sky',
        [
          [100, 100, 500, 100, 500, 500, 100, 500],
          [250, 250, 250, 350, 350, 350, 350, 250],
        ],
      ],
    ]);
    expect(second).toMatchObject({ fills: [], strokes: [], items: [] });
    expect(
      drawing.entries.slice(-4).map(({ op }) => (op.kind === 'erased' ? [op.was] : op.kind)),
    ).toEqual(['fill/add', ['fill/add'], ['rub-out'], 'item/put']);
  });

  test('[F7] version 2: a picture that a child drew, and where it lies', async () => {
    const { entries, works } = await opened('session-v2.zip');
    const [page] = WorkFold.of(present(works[0], 'a drawing').entries).work.pages;
    const own = sessionOf(entries).symbols.map(({ symbol, lines }) => [
      symbol,
      lines.map((line) => [line.tool, line.crayon, line.width, samplesOf(line).length]),
    ]);

    expect(own).toEqual([
      [
        'own-0000000000000001',
        [
          ['crayon', 'red', 'thin', 25],
          ['brush', 'blue', 'thick', 30],
        ],
      ],
    ]);
    expect(page?.items.map(({ by, symbol, x, y, size }) => [by, symbol, x, y, size])).toEqual([
      ['condor-03', 'own-0000000000000001', 1500, 150, 90],
    ]);
  });
});

describe('session-v3.zip', () => {
  test('[F7] the file of version 3 is the one that was released', () => {
    const sum = createHash('sha256').update(readFileSync('tests/corpus/session-v3.zip'));

    expect(sum.digest('hex')).toBe(
      'eae73e69f1d1e60a15d59faf783ca846c7df6e5666a2da1995719d40460de0ec',
    );
  });

  /** The page of the n-th work in the file. */
  async function pageOf(number: number): Promise<Page> {
    const { works } = await opened('session-v3.zip');
    const work = works.find(({ id }) => id === `work-${String(number).padStart(16, '0')}`);
    return present(WorkFold.of(present(work, 'a work').entries).work.pages[0], 'a page');
  }

  test('[F7] version 3: names, wishes, turns and quarrels of pictures, and what was drawn and made a thing', async () => {
    const { items, strokes } = await pageOf(4);

    expect(
      items.map(({ symbol, round, turn, wish, size, label, dispute }) => {
        return [symbol, round, turn, wish, size, label?.language, label?.what, dispute?.between];
      }),
    ).toEqual([
      ['house', 'base', 0, false, 170, undefined, undefined, ['zorro-01', 'llama-02']],
      ['drawn', 'free', 0, false, 1440, 'quy', 'river', undefined],
      ['school', 'base', 0, false, 170, undefined, undefined, undefined],
      ['hospital', 'base', 330, true, 220, undefined, undefined, undefined],
      ['solar-panel', 'prompted', 0, false, 20, undefined, undefined, undefined],
    ]);
    const river = items[1];
    expect(river).toMatchObject({ pinned: true, marks: [strokes[0]?.entry], x: 800, y: 950 });
    expect(Array.from(river?.label?.text ?? '')).toHaveLength(300);
    expect(strokes.map(({ by, line }) => [by, line.tool, line.width])).toEqual([
      ['zorro-01', 'crayon', 'thick'],
      ['llama-02', 'safe', 'middle'],
      ['condor-03', 'unsafe', 'thick'],
    ]);
  });

  test('[F7] version 3: what links say, who stamped what, and a named ring', async () => {
    const { links, stamps, rings } = await pageOf(4);

    expect(
      links.map(({ by, relation, valence, direction }) => [by, relation, valence, direction]),
    ).toEqual([
      ['zorro-01', 'help', 'both', 'there'],
      ['condor-03', undefined, undefined, undefined],
    ]);
    expect(stamps.map(({ by, feeling, item }) => [by, feeling, item])).toEqual([
      ['zorro-01', 'loved', 'item-0000000000000003'],
      ['llama-02', 'angry', 'item-0000000000000003'],
    ]);
    expect(rings.map(({ items, label }) => [items.length, label])).toEqual([
      [3, { text: 'uray llaqta', language: 'quz' }],
    ]);
  });

  test('[F7] version 3: circles with their question and their golden measures, and two panels', async () => {
    const [circles, days] = [await pageOf(5), await pageOf(6)];

    expect(circles.ground).toEqual({ kind: 'circles', sectors: true, question: 'important' });
    const { network } = measuresOf(circles);
    expect(network?.meanRing).toBeCloseTo(1.833, 3);
    expect(network?.balance).toBeCloseTo(0.417, 3);
    expect(days.ground).toEqual({ kind: 'two-panels', person: 'a-child' });
    expect(days.items.map(({ symbol, x }) => [symbol, x])).toEqual([
      ['field', 400],
      ['hail', 1200],
    ]);
  });

  test('[F7] version 3: what was told, of what, and its title', async () => {
    const { quotes, items } = await pageOf(7);

    expect(quotes.map(({ about, speaker, source }) => [about, speaker, source])).toEqual([
      ['title', 'zorro-01', 'said'],
      ['item-0000000000000002', 'llama-02', 'said'],
      ['link-0000000000000001', 'zorro-01', 'chose'],
      ['page', 'f', 'noted'],
    ]);
    expect(quotes[0]?.wording).toEqual({ text: 'Nuestro pueblo', language: 'es' });
    expect(quotes[1]?.translation).toEqual({ text: 'Aquí aprendemos, es bonito.', language: 'es' });
    expect(items).toHaveLength(3);
  });

  test('[F7] version 3: rounds that were opened, and what was taken back without what it was', async () => {
    const { works } = await opened('session-v3.zip');
    const { entries } = present(works[2], 'a map');

    expect(WorkFold.of(entries).round).toBe('prompted');
    expect(entries.flatMap(({ op }) => (op.kind === 'erased' ? op.was : []))).toEqual([
      'stamp/add',
      'stamp/set',
      'ring/add',
    ]);
  });
});

describe('session-v4.zip', () => {
  test('[F7] the file of version 4 is the one that was released', () => {
    const sum = createHash('sha256').update(readFileSync('tests/corpus/session-v4.zip'));

    expect(sum.digest('hex')).toBe(
      '129e31e1167a5483f15e6d547cb6e580a9ebf56d576f68713d4a2aaff2f70f5c',
    );
  });

  test('[F7] version 4: who took part, what they agreed to and answered, and how the sitting was', async () => {
    const { header, entries } = await opened('session-v4.zip');
    const { about, participants, assents, groups, skips } = sessionOf(entries);

    expect([header.study, header.studyVersion]).toEqual(['my-community', 1]);
    expect(about).toMatchObject({
      community: 'b',
      language: 'quy',
      present: ['teacher', 'sibling'],
    });
    expect(
      participants.map(({ token, role, age, channels }) => [token, role, age, channels]),
    ).toEqual([
      ['zorro-01', 'child', 9, ['drawing']],
      ['llama-02', 'child', 11, ['drawing']],
      ['condor-03', 'teacher', undefined, []],
    ]);
    expect(
      assents.map(({ token, answer, repeats, order }) => [token, answer, repeats, order]),
    ).toEqual([
      ['llama-02', 'not-now', 0, ['no', 'yes', 'not-now']],
      ['llama-02', 'yes', 1, ['no', 'yes', 'not-now']],
    ]);
    expect(groups.map(({ members }) => members)).toEqual([['zorro-01', 'llama-02']]);
    expect(skips).toMatchObject([{ token: 'zorro-01', activity: 'circles', at: 27_000 }]);
  });

  test('[F7] version 4: what was asked and seen, which question a quote answers, and what may be shown', async () => {
    const { entries, works } = await opened('session-v4.zip');
    const session = sessionOf(entries);
    const told = present(works.at(-1), 'a told map');
    const [page] = WorkFold.of(told.entries).work.pages;

    expect(session.prompts.map(({ prompt, language, at }) => [prompt, language, at])).toEqual([
      ['tell', 'quy', 30_000],
      ['missing', 'es', 31_000],
    ]);
    expect(session.observations.map(({ tag, note, dissent }) => [tag, note, dissent])).toEqual([
      ['laughs', undefined, undefined],
      ['looks-at-teacher', undefined, true],
      [undefined, 'Llegó el profesor 🏫', undefined],
    ]);
    expect(page?.quotes.map(({ prompt }) => prompt)).toEqual([
      undefined,
      'tell',
      undefined,
      undefined,
    ]);
    expect(session.works.filter(({ publishable }) => publishable).map(({ id }) => id)).toEqual([
      told.id,
    ]);
    expect(session.works.filter(({ givenBack }) => givenBack)).toHaveLength(1);
  });

  test('[F7] version 4: what was withdrawn, here and in other sessions of the study', async () => {
    const { entries, withdrawals } = await opened('session-v4.zip');
    const [stone] = sessionOf(entries).withdrawals;

    expect(withdrawals.map(({ session, scope, on }) => [session, scope, on])).toEqual([
      ['session-0000000000000001', { token: 'sapo-04' }, '2026-08-17'],
      ['session-0000000000000009', { work: 'work-0000000000000090' }, '2026-08-01'],
    ]);
    expect(stone).toMatchObject({
      scope: { token: 'sapo-04' },
      works: ['work-0000000000000008'],
      removed: [{ work: 'work-0000000000000007', items: 2, links: 1, strokes: 3, quotes: 1 }],
    });
  });
});

test('[F7] what version 3 did not know is in none of its sessions when it is read today', async () => {
  const { header, entries, withdrawals } = await opened('session-v3.zip');
  const { participants, assents, prompts, observations, works } = sessionOf(entries);

  expect(header.studyVersion).toBeUndefined();
  expect([participants, assents, prompts, observations, withdrawals].flat()).toEqual([]);
  expect(works.every(({ members, publishable }) => members.length === 0 && !publishable)).toBe(
    true,
  );
});

test('[F7] what version 1 did not know is in none of its works when it is read today', async () => {
  const { entries, works } = await opened('session-v1.zip');
  const pages = works.flatMap((work) => WorkFold.of(work.entries).work.pages);

  expect(sessionOf(entries).symbols).toEqual([]);
  expect(pages.flatMap(({ fills }) => fills)).toEqual([]);
  expect(pages.flatMap(({ strokes }) => strokes).some(({ line }) => line.parts)).toBe(false);
});

test('[F7] what version 2 did not know is in none of its works when it is read today', async () => {
  const { works } = await opened('session-v2.zip');
  const pages = works.flatMap((work) => WorkFold.of(work.entries).work.pages);

  expect(pages.flatMap(({ stamps, rings }) => [...stamps, ...rings])).toEqual([]);
  expect(pages.every(({ ground }) => ground === undefined)).toBe(true);
  for (const { turn, wish, label, dispute, pinned } of pages.flatMap(({ items }) => items)) {
    expect([turn, wish, label, dispute, pinned]).toEqual([0, false, undefined, undefined, false]);
  }
});
