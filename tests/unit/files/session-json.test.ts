import { readFileSync } from 'node:fs';

import { test as property } from '@fast-check/vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import { WorkFold } from '#domain/fold.ts';
import { measuresJsonOf } from '#files/measures-json.ts';
import type { SessionOperation } from '#domain/session-operation.ts';
import { sessionOf } from '#domain/session.ts';
import { sittingJsonOf, timesOf } from '#files/people-json.ts';
import { readSessionJson, sessionJsonOf } from '#files/session-json.ts';
import { aFill, aPut } from '../../fixtures/marks.ts';
import { anActor, anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import {
  aFiledWork,
  aHeader,
  aRichSession,
  LONG_NAME,
  OWN,
  sessionContents,
  sessionEntries,
} from '../../fixtures/sessions.ts';
import { aGroupMap, circles, groupMap, VILLAGERS } from '../../fixtures/stories.ts';
import { aTablet, Tablet } from '../../fixtures/tablet.ts';

const schema = JSON.parse(readFileSync('docs/format/session-file.schema.json', 'utf8')) as object;
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const rich = sessionJsonOf(aRichSession());
const scenarioRings = circles.alters.map(({ ring }) => ring);

describe('the published schema', () => {
  property.prop([sessionContents], { numRuns: 60 })(
    '[F3] whatever the app writes passes the published schema, checked by somebody else’s checker',
    (content) => {
      isValid(JSON.parse(JSON.stringify(sessionJsonOf(content))));

      expect(isValid.errors).toBeNull();
    },
  );

  test('[F3] the published schema refuses what the app would not write', () => {
    expect(isValid(rich)).toBe(true);
    expect(isValid({ ...rich, version: 5 })).toBe(false);
    expect(isValid({ ...rich, village: 'x' })).toBe(false);
    expect(isValid({ ...rich, works: [{ ...rich.works[0], strokes: [{}] }] })).toBe(false);
  });
});

describe('what stands in the tables', () => {
  property.prop([sessionContents], { numRuns: 60 })(
    '[F8] everything that shows stands in the tables once, with its hand, round and place',
    (content) => {
      const { works } = sessionJsonOf(content);

      for (const [at, { entries }] of content.works.entries()) {
        const { pages } = WorkFold.of(entries).work;
        const { strokes, fills, items, links, stamps, rings, quotes, log } = works[at]!;
        const stamp = ({ by, round, at: when }: Made): unknown => [by, round, when];
        expect(strokes.map(stamp)).toEqual(pages.flatMap((page) => page.strokes.map(stamp)));
        expect(fills.map(stamp)).toEqual(pages.flatMap((page) => page.fills.map(stamp)));
        expect(links.map(stamp)).toEqual(pages.flatMap((page) => page.links.map(stamp)));
        expect(stamps.map(stamp)).toEqual(pages.flatMap((page) => page.stamps.map(stamp)));
        expect(rings.map(stamp)).toEqual(pages.flatMap((page) => page.rings.map(stamp)));
        expect(quotes.map(stamp)).toEqual(pages.flatMap((page) => page.quotes.map(stamp)));
        expect(
          sortedBy(items, 'item').map(({ item, x, y, size, symbol, by }) => [
            item,
            x,
            y,
            size,
            symbol,
            by,
          ]),
        ).toEqual(
          sortedBy(
            pages.flatMap((page) => page.items),
            'id',
          ).map(({ id, x, y, size, symbol, by }) => [id, x, y, size, symbol, by]),
        );
        const made = log.flatMap((entry): { order: number }[] => {
          const { kind, item, link, stamp: face, ring, quote } = entry.op;
          if (kind === 'stroke/add') return strokes.filter((row) => row.entry === nameOf(entry));
          if (kind === 'fill/add') return fills.filter((row) => row.entry === nameOf(entry));
          if (kind === 'item/put') return items.filter((row) => row.item === item);
          if (kind === 'stamp/add') return stamps.filter((row) => row.stamp === face);
          if (kind === 'ring/add') return rings.filter((row) => row.ring === ring);
          if (kind === 'quote/add') return quotes.filter((row) => row.quote === quote);
          return kind === 'link/add' ? links.filter((row) => row.link === link) : [];
        });
        expect(made.map(({ order }) => order)).toEqual(made.map((_, rank) => rank + 1));
        expect(made).toHaveLength(
          [fills, strokes, items, links, stamps, rings, quotes].flat().length,
        );
      }
    },
  );

  test('[F8] a stroke stands there with its samples, its colour and how wide it is', () => {
    const [drawing] = rich.works;
    const [felt, , rubbing, cancelled, dot] = drawing!.strokes;

    expect(felt).toMatchObject({
      entry: `${anActor()}.2`,
      by: 'zorro-01',
      tool: 'crayon',
      crayon: 'red',
      colour: '#c4262e',
      width: 'thick',
      widthUnits: 40,
      input: 'pen',
      cancelled: false,
      order: 1,
      at: 200,
    });
    expect(felt!.pressure).toEqual(felt!.x.map((_, at) => 40 + 3 * at));
    expect(felt!.t).toEqual([...felt!.t].sort((a, b) => a - b));
    expect(rubbing).toMatchObject({ tool: 'rubber', width: 'thin', widthUnits: 30, order: 3 });
    expect(rubbing).not.toHaveProperty('pressure');
    expect(cancelled).toMatchObject({ cancelled: true, by: 'llama-02' });
    expect(dot).toMatchObject({ by: 'condor-03', t: [expect.any(Number)] });
  });

  test('[I20] a line that a rubber left in parts says where each but the first begins', () => {
    const line = rich.works[0]!.strokes.find(({ crayon }) => crayon === 'blue')!;
    const [begin, ...more] = line.parts!;

    expect(more).toEqual([]);
    expect(line.x[begin! - 1]! / 8).toBeLessThan(500);
    expect(line.x[begin!]! / 8).toBeGreaterThan(700);
    expect(rich.works[0]!.strokes[0]).not.toHaveProperty('parts');
  });

  test('[F8] poured paint stands there with its edges, colour and hand; what was swept away does not', () => {
    expect(rich.works[0]!.fills).toEqual([
      {
        entry: `${anActor()}.17`,
        page: anId('page'),
        by: 'llama-02',
        round: 'free',
        order: 10,
        at: 1700,
        crayon: 'sky',
        colour: '#74b9e4',
        rings: aFill().rings,
      },
    ]);
    expect(rich.works[0]!.log.find(({ seq }) => seq === 17)?.op).toEqual({
      kind: 'fill/add',
      page: anId('page'),
      crayon: 'sky',
    });
    expect(rich.works[0]!.log.slice(-3).map(({ op }) => [op.kind, op['was']])).toEqual([
      ['erased', 'fill/add'],
      ['erased', 'rub-out'],
      ['item/put', undefined],
    ]);
  });

  test('[I23] a picture that a child drew stands there with its lines, under its own name', () => {
    const [own, ...others] = rich.ownSymbols;

    expect(others).toEqual([]);
    expect(own).toMatchObject({
      symbol: OWN,
      entry: `${anActor(7)}.10`,
      by: 'f',
      at: 9000,
      lines: [
        { tool: 'crayon', colour: '#c4262e', width: 'thin', widthUnits: 6 },
        { tool: 'brush', colour: '#22559c', width: 'thick', widthUnits: 56 },
      ],
    });
    expect(own!.lines.map(({ x, pressure }) => [x.length, pressure?.length])).toEqual([
      [25, undefined],
      [30, 30],
    ]);
    expect(rich.session.log[9]!.op).toEqual({ kind: 'symbol/add', symbol: OWN });
    expect(rich.works[0]!.items.map(({ symbol }) => symbol)).toEqual([OWN]);
  });

  test('[F8] pages are numbered, a blank one says so, and each names its three pictures', () => {
    expect(rich.works[0]!.pages).toEqual([
      {
        page: anId('page', 1),
        number: 1,
        blank: false,
        clean: 'works/01-drawing-page-01.png',
        annotated: 'works/01-drawing-page-01-annotated.png',
        annotatedSvg: 'works/01-drawing-page-01-annotated.svg',
      },
      {
        page: anId('page', 2),
        number: 2,
        blank: true,
        clean: 'works/01-drawing-page-02.png',
        annotated: 'works/01-drawing-page-02-annotated.png',
        annotatedSvg: 'works/01-drawing-page-02-annotated.svg',
      },
    ]);
    expect(rich.works[1]!.pages[0]!.clean).toBe('works/02-map-page-01.png');
  });

  test('[F8] pictures are numbered by when they were first put, also when they were moved since', () => {
    expect(
      rich.works[1]!.items.map(({ symbol, callOut, order, x, y }) => [
        symbol,
        callOut,
        order,
        x,
        y,
      ]),
    ).toEqual([
      ['house', 1, 1, 400, 300],
      ['hen', 2, 2, 950, 650],
    ]);
    expect(rich.works[1]!.links).toMatchObject([{ by: 'llama-02', round: 'base', order: 3 }]);
  });

  test('[F8] a picture keeps its number when it is moved after others were put', () => {
    const tablet = aTablet();
    tablet.does('f', aPut(1, { symbol: 'house' }));
    tablet.does('f', aPut(2, { symbol: 'hen' }));
    tablet.does('f', { kind: 'item/set', item: anId('item', 1), place: { x: 10, y: 20 } });
    const works = [aFiledWork(1, tablet.entries)];

    const [map] = sessionJsonOf({ ...aRichSession(), works }).works;

    expect(map!.items.map(({ symbol, callOut, order, x }) => [symbol, callOut, order, x])).toEqual([
      ['house', 1, 1, 10],
      ['hen', 2, 2, 800],
    ]);
  });

  test('[F8] the log is every act in order, with what was taken back left out', () => {
    const kinds = rich.works[1]!.log.map(({ n, by, op }) => [n, by, op.kind, op['was']]);

    expect(kinds).toEqual([
      [1, 'f', 'page/add', undefined],
      [2, 'zorro-01', 'item/put', undefined],
      [3, 'llama-02', 'item/put', undefined],
      [4, 'condor-03', 'erased', 'item/put'],
      [5, 'llama-02', 'link/add', undefined],
      [6, 'condor-03', 'erased', 'link/add'],
      [7, 'zorro-01', 'item/set', undefined],
      [8, 'llama-02', 'erased', 'item/set'],
      [9, 'llama-02', 'undo', undefined],
      [10, 'condor-03', 'erased', 'item/set'],
      [11, 'llama-02', 'stroke/add', undefined],
    ]);
    expect(rich.works[1]!.log.every(({ op }) => !('samples' in op))).toBe(true);
    expect(rich.works[1]!.contributors).toEqual(['condor-03', 'f', 'llama-02', 'zorro-01']);
  });

  test('[F8] the head says what, when and with whom, what was agreed, asked and seen, and how many works were thrown away', () => {
    const { log, ...session } = rich.session;
    const work = anId('work', 7);
    const order = ['no', 'yes', 'not-now'];
    const asked = { token: LLAMA, language: 'quy', order };

    expect(session).toEqual({
      session: anId('session'),
      study: 'my-community',
      studyVersion: 1,
      startedAt: '2026-08-14T11:00:00.000Z',
      clockLooksWrong: false,
      closed: true,
      about: {
        community: 'b',
        setting: 'patio',
        language: 'quy',
        interpreter: false,
        present: ['teacher', 'sibling'],
        facilitator: 'f-07',
      },
      contributors: [ZORRO, LLAMA, CONDOR],
      participants: [
        {
          token: ZORRO,
          role: 'child',
          age: 9,
          gender: 'female',
          tongues: ['quy', 'es'],
          reference: 'F-0117',
          explainedIn: 'quy',
          agreedOn: '2026-08-10',
          channels: ['drawing', 'publication'],
          groupOnly: false,
        },
        {
          token: LLAMA,
          role: 'child',
          age: 11,
          tongues: [],
          channels: ['drawing', 'publication'],
          groupOnly: true,
        },
        { token: CONDOR, role: 'teacher', tongues: [], channels: [], groupOnly: false },
      ],
      groups: [{ group: anId('group', 1), members: [ZORRO, LLAMA] }],
      assents: [
        {
          ...asked,
          answer: 'not-now',
          understanding: 'understood',
          repeats: 0,
          voice: true,
          at: 25_000,
        },
        {
          ...asked,
          answer: 'yes',
          understanding: 'needed-help',
          repeats: 1,
          voice: false,
          adultOperated: true,
          at: 26_000,
        },
      ],
      skips: [{ token: ZORRO, activity: 'circles', prompt: 'important', at: 28_000 }],
      prompts: [
        { prompt: 'important', language: 'es', how: 'shown', at: 27_000 },
        { prompt: 'tell', language: 'quy', work, at: 31_000 },
        { prompt: 'missing', language: 'es', at: 32_000 },
        { prompt: 'map', language: 'quy', work, how: 'again', at: 33_000 },
      ],
      observations: [
        { tag: 'laughs', work, about: [ZORRO], at: 34_000 },
        { tag: 'looks-at-teacher', dissent: true, work, about: [LLAMA], at: 35_000 },
        { note: 'Llegó el profesor 🏫', at: 36_000 },
      ],
      withdrawals: [{ token: 'sapo-04', on: '2026-08-17', at: 42_000, works: [anId('work', 8)] }],
      thrownAway: 1,
    });
    expect(log).toHaveLength(43);
    expect(rich.symbols).toEqual({
      house: { es: 'casa', en: 'house' },
      hen: { es: 'gallina', en: 'hen' },
    });
  });

  test('[F8] a work says who sat down to it, what opened it, how long it took and what may become of it', () => {
    const [drawing, map, , , , told] = rich.works;

    expect(told).toMatchObject({
      template: 'map',
      prompt: 'map',
      members: [ZORRO, LLAMA],
      publishable: true,
      givenBack: false,
      begunAt: 29_000,
      finishedAt: 38_000,
      activeMs: 1_200,
      pausedMs: 0,
      removedAtRequest: { items: 2, links: 1, stamps: 0, strokes: 3, quotes: 1 },
    });
    expect(map).toMatchObject({ members: [], publishable: false, givenBack: true });
    for (const unsaid of ['template', 'prompt', 'removedAtRequest']) {
      expect(drawing).not.toHaveProperty(unsaid);
    }
  });

  test('[F14] what was said to be shown may be only while the child keeps it for others and every family agrees', () => {
    const { entries } = aRichSession();
    const work = anId('work', 7);
    const after = (...ops: SessionOperation[]): boolean => {
      const more = sessionEntries(...ops).map((entry) => ({ ...entry, n: entry.n + 1000 }));
      return sittingJsonOf(work, sessionOf([...entries, ...more])).publishable;
    };

    expect(after()).toBe(true);
    expect(after({ kind: 'participant/set', token: LLAMA, channels: ['drawing'] })).toBe(false);
    expect(after({ kind: 'work/finish', work, decision: 'keep-private' })).toBe(false);
    const said = { kind: 'work/publish', work, publishable: true } as const;
    expect(after({ kind: 'work/finish', work, decision: 'keep-private' }, said)).toBe(false);
  });

  test('[F14] a file that calls a marked work one that may be shown, though it may not, is read as one that may not', () => {
    const content = aRichSession();
    const mark = { kind: 'work/publish', work: content.works[0]!.id, publishable: true } as const;
    const place = { seq: content.entries.length + 1, n: content.entries.length + 1 };
    const last = sessionEntries(mark).map((entry) => ({ ...entry, ...place }));
    const now = sessionJsonOf({ ...content, entries: [...content.entries, ...last] });
    const earlier = (json: typeof now): unknown => {
      const [first, ...others] = json.works;
      return { ...json, works: [{ ...first, publishable: true }, ...others] };
    };

    const read = readSessionJson(earlier(now));
    expect(read.ok && sessionJsonOf(read.value)).toEqual(now);
    expect(readSessionJson(earlier(rich)), 'nobody marked it').toEqual({
      ok: false,
      problem: { code: 'session-file/broken', path: 'works.0.publishable' },
    });
  });

  test('[F8] a silence of more than a minute is a pause; one of a minute is not', () => {
    const times = [0, 60_000, 30_000, 121_000].map((at) => ({ at }));

    expect(timesOf(times)).toEqual({ activeMs: 60_000, pausedMs: 61_000 });
    expect(timesOf([])).toEqual({ activeMs: 0, pausedMs: 0 });
  });

  test('[F8] the group map of the field scenario keeps its counts, hands, rounds, faces and kinds of links', () => {
    const { tablet, idOf } = aGroupMap();
    const content = {
      app: '0.1.0',
      header: aHeader(),
      entries: sessionEntries(),
      works: [aFiledWork(1, tablet.entries)],
      withdrawals: [],
      words: {},
    };

    const read = readSessionJson(JSON.parse(JSON.stringify(sessionJsonOf(content))));

    expect(read).toEqual({ ok: true, value: content });
    const [map] = sessionJsonOf(content).works;
    expect(map!.items.map(({ symbol, by, round }) => [symbol, by, round])).toEqual(
      groupMap.items.map(({ item, author, round }) => [item, author, round]),
    );
    expect(
      map!.links.map(({ by, from, to, relation, valence }) => [by, from, to, relation, valence]),
    ).toEqual(
      groupMap.links.map(({ author, from, to, kind, valence }) => [
        author,
        idOf(from),
        idOf(to),
        kind,
        valence,
      ]),
    );
    expect(map!.stamps.map(({ by, item, feeling }) => [by, item, feeling])).toEqual(
      groupMap.stamps.map(({ author, item, feeling }) => [author, idOf(item), feeling]),
    );
    const posts = map!.stamps.filter(({ item }) => item === idOf('health-post.1'));
    expect(posts.map(({ by, feeling }) => [by, feeling])).toEqual([
      ['zorro-01', 'afraid'],
      ['colibri-03', 'angry'],
      ['condor-04', 'afraid'],
    ]);
    expect(map!.contributors).toEqual([...VILLAGERS, 'f'].sort());
  });

  test('[F8] everything said of a picture stands in its row: name, what it is of, wish, turn and quarrel', () => {
    const [river, house, , hospital, panel] = rich.works[2]!.items;

    expect(river).toMatchObject({
      callOut: 1,
      symbol: 'drawn',
      type: 'river',
      label: { text: LONG_NAME, language: 'quy', what: 'river' },
      marks: [`${anActor()}.2`],
      round: 'free',
    });
    expect(house).toMatchObject({
      type: 'house',
      turn: 0,
      wish: false,
      dispute: { between: ['zorro-01', 'llama-02'], note: 'whose house?' },
    });
    expect(house).not.toHaveProperty('label');
    expect(house).not.toHaveProperty('marks');
    expect(hospital).toMatchObject({ wish: true, turn: 330, size: 220, round: 'base' });
    expect(panel).toMatchObject({ symbol: 'solar-panel', type: 'solar-panel', round: 'prompted' });
  });

  test('[F8] links, stamps and rings stand there with what they say; what was taken back of them does not', () => {
    const { links, stamps, rings, log } = rich.works[2]!;

    expect(links).toMatchObject([
      { link: anId('link', 1), relation: 'help', valence: 'both', direction: 'there' },
      { link: anId('link', 2), by: 'condor-03' },
    ]);
    for (const unsaid of ['relation', 'valence', 'direction']) {
      expect(links[1]).not.toHaveProperty(unsaid);
    }
    expect(stamps.map(({ by, feeling, item, page }) => [by, feeling, item, page])).toEqual([
      ['zorro-01', 'loved', anId('item', 3), anId('page')],
      ['llama-02', 'angry', anId('item', 3), anId('page')],
    ]);
    expect(rings).toMatchObject([
      {
        ring: anId('ring', 1),
        items: [1, 2, 5].map((number) => anId('item', number)),
        label: { text: 'uray llaqta', language: 'quz' },
        by: 'zorro-01',
        round: 'prompted',
      },
    ]);
    expect(log.flatMap(({ op }) => op['was'] ?? [])).toEqual([
      'stamp/add',
      'stamp/set',
      'ring/add',
    ]);
    expect(log.filter(({ op }) => op.kind === 'round/open').map(({ op }) => op['round'])).toEqual([
      'base',
      'prompted',
    ]);
  });

  test('[M24] a page of circles says what was asked, and each alter its ring and sector; oneself says none', () => {
    const [, , , work] = rich.works;

    expect(work!.pages).toMatchObject([
      { ground: { kind: 'circles', sectors: true, question: 'important' } },
    ]);
    const [ego, ...alters] = work!.items;
    expect(ego).toMatchObject({ symbol: 'self', x: 800, y: 600 });
    expect(ego).not.toHaveProperty('ring');
    expect(alters.map(({ ring }) => ring)).toEqual(scenarioRings);
    expect(alters.every(({ sector }) => sector !== undefined)).toBe(true);
  });

  test('[M25] a page of two panels says whose days it tells, and each picture its panel', () => {
    const days = rich.works[4]!;

    expect(days.pages).toMatchObject([{ ground: { kind: 'two-panels', person: 'a-child' } }]);
    expect(days.items.map(({ symbol, panel }) => [symbol, panel])).toEqual([
      ['field', 'good'],
      ['hail', 'bad'],
    ]);
    expect(rich.works[1]!.pages[0]).not.toHaveProperty('ground');
  });

  test.each<[string, (work: Work) => void, string]>([
    ['a ring too far in', ({ items }) => (items[1]!.ring = 2), 'works.3.items.1.ring'],
    ['another sector', ({ items }) => (items[1]!.sector = 'school'), 'works.3.items.1.sector'],
    ['another type', ({ items }) => (items[1]!.type = 'aunt'), 'works.3.items.1.type'],
    ['another valence', ({ links }) => (links[0]!.valence = 'stress'), 'works.3.links.0.valence'],
    ['a wish nobody made', ({ items }) => (items[2]!.wish = true), 'works.3.items.2.wish'],
    [
      'a stamp nobody made',
      ({ stamps, page }) =>
        stamps.push({ ...page, stamp: anId('stamp'), item: 'x', feeling: 'sad' }),
      'works.3.stamps.0',
    ],
  ])(
    '[F6] a file whose table says %s than its journal is broken, and the path says where',
    (_what, change, path) => {
      const json = structuredClone(rich);
      const work = json.works[3]!;
      const page = { page: anId('page'), by: ZORRO, round: 'base', order: 1, at: 0 };
      change({ ...work, page });

      expect(readSessionJson(json)).toEqual({
        ok: false,
        problem: { code: 'session-file/broken', path },
      });
    },
  );

  test('[T7] what was told stands there with whose words they are, and what it is in another language', () => {
    const { quotes, items, links } = rich.works.at(-1)!;

    expect(
      quotes.map(({ about, speaker, source, text }) => [about, speaker, source, text]),
    ).toEqual([
      ['title', ZORRO, 'said', 'Nuestro pueblo'],
      [anId('item', 2), 'llama-02', 'said', 'Kaypiqa yachaniku, sumaqmi.'],
      [links[0]!.link, ZORRO, 'chose', 'Por aquí voy con mi hermana'],
      ['page', 'f', 'noted', 'Hablan bajito'],
    ]);
    expect(quotes.map(({ translation }) => translation?.text)).toEqual([
      undefined,
      'Aquí aprendemos, es bonito.',
      undefined,
      undefined,
    ]);
    expect(quotes.map(({ prompt }) => prompt)).toEqual([undefined, 'tell', undefined, undefined]);
    expect(quotes[1]).toMatchObject({
      language: 'quy',
      by: 'f',
      round: 'base',
      page: anId('page'),
    });
    expect(items.map(({ type, callOut }) => [type, callOut])).toEqual([
      ['school', 1],
      ['house', 2],
      ['hen', 3],
    ]);
    expect(JSON.stringify(rich.works.at(-1))).not.toContain('Mi pueblo');
  });

  test('[M29] a thousand pictures leave and come back, each with its number, and are counted', () => {
    const tablet = aTablet();
    for (let number = 1; number <= 1000; number++) tablet.does(ZORRO, aPut(number, { x: number }));
    const content = {
      ...aRichSession(),
      works: [aFiledWork(1, tablet.entries)],
      withdrawals: [],
      words: {},
    };

    const json = sessionJsonOf(content);

    expect(json.works[0]!.items.map(({ callOut }) => callOut)).toEqual(
      Array.from({ length: 1000 }, (_, at) => at + 1),
    );
    expect(readSessionJson(JSON.parse(JSON.stringify(json)))).toEqual({ ok: true, value: content });
    expect(measuresJsonOf(content.works)).toMatchObject({
      pages: [{ items: 1000, unlinked: 1000 }],
    });
  });

  test('[J14] what a newer version wrote stands in the file word for word and comes back so', () => {
    const written = rich.works[0]!.log.find(({ op }) => op.kind === 'note/add');

    expect(written?.op).toEqual({ kind: 'note/add', tags: [1] });
    const read = readSessionJson(structuredClone(rich));
    expect(read.ok && read.value.works[0]!.entries.map(({ op }) => op)).toContainEqual({
      kind: 'unknown',
      was: 'note/add',
      body: { kind: 'note/add', tags: [1] },
    });
  });

  test('[M19] a sheet printed with what only a newer version knows leaves and comes back word for word', () => {
    const ladder = { kind: 'ladder', rungs: 7 };
    const tablet = new Tablet();
    const ground = { kind: 'unknown', body: ladder } as const;
    tablet.does('f', { kind: 'page/add', page: anId('page'), ground });
    const content = {
      ...aRichSession(),
      works: [aFiledWork(1, tablet.entries)],
      withdrawals: [],
      words: {},
    };

    const json = sessionJsonOf(content);

    expect(json.works[0]!.log[0]!.op['ground']).toEqual(ladder);
    expect(isValid(json)).toBe(true);
    expect(readSessionJson(JSON.parse(JSON.stringify(json)))).toEqual({ ok: true, value: content });
  });
});

type Rows = ReturnType<typeof sessionJsonOf>['works'][number];
type Work = Pick<Rows, 'items' | 'links' | 'stamps'> & {
  page: Omit<Rows['stamps'][number], 'stamp' | 'item' | 'feeling'>;
};

function nameOf({ actor, seq }: Readonly<{ actor: string; seq: number }>): string {
  return `${actor}.${seq}`;
}

type Made = Readonly<{ by: string; round: string; at: number }>;

function sortedBy<Key extends string, Row extends Readonly<Record<Key, string>>>(
  rows: readonly Row[],
  key: Key,
): Row[] {
  return [...rows].sort((a, b) => (a[key] < b[key] ? -1 : 1));
}
