import { readFileSync } from 'node:fs';

import { test as property } from '@fast-check/vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import type { Contributor } from '#domain/contributor.ts';
import type { Round } from '#domain/entry.ts';
import { WorkFold } from '#domain/fold.ts';
import type { ItemId } from '#domain/ids.ts';
import { readSessionJson, sessionJsonOf } from '#files/session-json.ts';
import { aFill, aPut } from '../../fixtures/marks.ts';
import { anActor, anId } from '../../fixtures/names.ts';
import scenarios from '../../fixtures/scenarios.json' with { type: 'json' };
import {
  aFiledWork,
  aHeader,
  aRichSession,
  OWN,
  sessionContents,
  sessionEntries,
} from '../../fixtures/sessions.ts';
import { aTablet } from '../../fixtures/tablet.ts';

const schema = JSON.parse(readFileSync('docs/format/session-file.schema.json', 'utf8')) as object;
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const rich = sessionJsonOf(aRichSession());

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
    expect(isValid({ ...rich, version: 3 })).toBe(false);
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
        const { strokes, fills, items, links, log } = works[at]!;
        const stamp = ({ by, round, at: when }: Made): unknown => [by, round, when];
        expect(strokes.map(stamp)).toEqual(pages.flatMap((page) => page.strokes.map(stamp)));
        expect(fills.map(stamp)).toEqual(pages.flatMap((page) => page.fills.map(stamp)));
        expect(links.map(stamp)).toEqual(pages.flatMap((page) => page.links.map(stamp)));
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
          const { kind, item, link } = entry.op;
          if (kind === 'stroke/add') return strokes.filter((row) => row.entry === nameOf(entry));
          if (kind === 'fill/add') return fills.filter((row) => row.entry === nameOf(entry));
          if (kind === 'item/put') return items.filter((row) => row.item === item);
          return kind === 'link/add' ? links.filter((row) => row.link === link) : [];
        });
        expect(made.map(({ order }) => order)).toEqual(made.map((_, rank) => rank + 1));
        expect(made).toHaveLength(fills.length + strokes.length + items.length + links.length);
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
    expect(rich.session.log.at(-1)!.op).toEqual({ kind: 'symbol/add', symbol: OWN });
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

  test('[F8] the head says what, when and with whom, and how many works were thrown away', () => {
    const { log, ...session } = rich.session;

    expect(session).toEqual({
      session: anId('session'),
      study: 'try-it',
      startedAt: '2026-08-14T11:00:00.000Z',
      clockLooksWrong: false,
      contributors: ['zorro-01', 'llama-02', 'condor-03'],
      thrownAway: 1,
    });
    expect(log).toHaveLength(10);
    expect(rich.symbols).toEqual({
      house: { es: 'casa', en: 'house' },
      hen: { es: 'gallina', en: 'hen' },
    });
  });

  test('[F8] the group map of the field scenario keeps its counts, hands and rounds', () => {
    const { items, links } = scenarios.groupMap;
    const idOf = (key: string): ItemId =>
      anId('item', 1 + items.findIndex((item) => item.key === key));
    const tablet = aTablet();
    for (const [at, { item, author, round }] of items.entries()) {
      const place = { x: 100 + 180 * (at % 8), y: 100 + 180 * Math.floor(at / 8) };
      tablet.does(author as Contributor, aPut(at + 1, { symbol: item, ...place }), round as Round);
    }
    for (const [at, { author, from, to }] of links.entries()) {
      const link = anId('link', at + 1);
      tablet.does(author as Contributor, {
        kind: 'link/add',
        link,
        from: idOf(from),
        to: idOf(to),
      });
    }
    const works = [aFiledWork(1, tablet.entries)];
    const content = {
      app: '0.1.0',
      header: aHeader(),
      entries: sessionEntries(),
      works,
      words: {},
    };

    const read = readSessionJson(JSON.parse(JSON.stringify(sessionJsonOf(content))));

    expect(read).toEqual({ ok: true, value: content });
    const [map] = sessionJsonOf(content).works;
    expect(map!.items.map(({ symbol, by, round }) => [symbol, by, round])).toEqual(
      items.map(({ item, author, round }) => [item, author, round]),
    );
    expect(map!.links.map(({ by, from, to }) => [by, from, to])).toEqual(
      links.map(({ author, from, to }) => [author, idOf(from), idOf(to)]),
    );
    expect(map!.contributors).toEqual(
      [...scenarios.groupMap.contributors.map(([by]) => by), 'f'].sort(),
    );
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
});

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
