import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { admitDiary, admitDraft, admitHeader, admitSession, admitWork } from '#files/admit.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { journals } from '../../fixtures/journals.ts';
import { aFill, anEntry, aPut, aStroke } from '../../fixtures/marks.ts';
import { anActor, anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import {
  aDrawnSymbol,
  aHeader,
  aRichSession,
  sessionEntries,
  sessionOperations,
} from '../../fixtures/sessions.ts';

const page = anEntry({ kind: 'page/add', page: anId('page') });
const second = { seq: 2, n: 2 };
const stroke = { ...anEntry(aStroke()), ...second };
const put = { ...anEntry(aPut()), ...second };

const fill = { ...anEntry(aFill()), ...second };
const sweep = {
  ...anEntry({ kind: 'rub-out', page: anId('page'), marks: [`${anActor()}.2`], items: [] }),
  ...second,
};

const [LINE] = aDrawnSymbol().lines;
/** Nothing went from a work. */
const NONE = { work: anId('work'), items: 0, links: 0, stamps: 0, strokes: 0, quotes: 0 };

const after = (op: WorkEntry['op']): WorkEntry => anEntry(op, second);
const ground = { kind: 'circles', sectors: true, question: 'important' } as const;
const circles = after({ kind: 'page/add', page: anId('page', 2), ground });
const days = after({
  kind: 'page/add',
  page: anId('page', 2),
  ground: { kind: 'two-panels', person: 'a-child' },
});
const round = after({ kind: 'round/open', round: 'prompted' });
const told = after({
  kind: 'quote/add',
  quote: anId('quote'),
  page: anId('page'),
  about: anId('item'),
  speaker: ZORRO,
  source: 'said',
  wording: { text: 'sumaqmi', language: 'quz' },
});
const retold = after({
  kind: 'quote/set',
  quote: anId('quote'),
  translation: { text: 'es bonito', language: 'es' },
});
const reascribed = after({
  kind: 'quote/set',
  quote: anId('quote'),
  speaker: LLAMA,
  source: 'chose',
  prompt: '',
});
const answering = after({ kind: 'quote/set', quote: anId('quote'), prompt: 'tell' });
const named = after({
  kind: 'item/set',
  item: anId('item'),
  label: { text: 'wasi', language: 'quz', what: 'house' },
});
const quarrel = after({
  kind: 'item/set',
  item: anId('item'),
  dispute: { between: [ZORRO, LLAMA], note: 'x' },
});
const turned = after({
  kind: 'item/set',
  item: anId('item'),
  size: 20,
  turn: 359,
  behind: true,
  wish: true,
});
const link = after({
  kind: 'link/add',
  link: anId('link'),
  from: anId('item', 1),
  to: anId('item', 2),
  relation: 'help',
  valence: 'both',
  direction: 'back',
});
const relink = after({ kind: 'link/set', link: anId('link'), valence: 'stress', gone: false });
const stamp = after({
  kind: 'stamp/add',
  stamp: anId('stamp'),
  item: anId('item'),
  feeling: 'lonely',
});
const peeled = after({ kind: 'stamp/set', stamp: anId('stamp'), gone: true });
const ringed = after({
  kind: 'ring/add',
  ring: anId('ring'),
  page: anId('page'),
  items: [anId('item')],
});
const renamed = after({
  kind: 'ring/set',
  ring: anId('ring'),
  label: { text: '', language: 'es' },
  gone: true,
});
const drawn = after(
  aPut(1, { symbol: 'drawn', pinned: true, marks: [`${anActor()}.2`], size: 1600 }),
);

/** The entry with another value at a path like `op.x`. */
function but(entry: object, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const inner = (entry as Record<string, unknown>)[key];
  return {
    ...entry,
    [key]: rest.length === 0 ? value : but(inner as object, rest.join('.'), value),
  };
}

describe('what the app wrote is let in', () => {
  property.prop([journals()], { numRuns: 100 })(
    '[J13] a journal the app wrote is admitted as it is, in whatever order it is stored',
    (journal) => {
      expect(admitWork(journal)).toEqual({ ok: true, value: journal });
      expect(admitWork([...journal].reverse()).ok).toBe(true);
    },
  );

  test('[J13] the journal and the head of a session are admitted as they are', () => {
    const entries = sessionEntries(
      { kind: 'contributor/join', token: ZORRO },
      { kind: 'work/begin', work: anId('work'), activity: 'map' },
      { kind: 'work/finish', work: anId('work'), decision: 'keep-private' },
      { kind: 'session/hand-over', file: 'llaqta.zip', sha256: 'ab'.repeat(32), left: 0 },
      { kind: 'erased', was: 'work/begin' },
      aDrawnSymbol(),
    );
    const work = {
      kind: 'work',
      id: anId('work'),
      session: anId('session'),
      activity: 'drawing',
    };

    expect(admitSession(entries)).toEqual({ ok: true, value: entries });
    expect(admitHeader(aHeader())).toEqual({ ok: true, value: aHeader() });
    expect(admitHeader(work)).toEqual({ ok: true, value: work });
  });

  property.prop([fc.array(sessionOperations, { maxLength: 20 })], { numRuns: 100 })(
    '[J13] whatever may be written down about a sitting is admitted as it is',
    (ops) => {
      const entries = sessionEntries(...ops);

      expect(admitSession(entries)).toEqual({ ok: true, value: entries });
    },
  );

  test('[J13] a session of a study with everything in it is admitted as it is', () => {
    const { entries, header } = aRichSession();

    expect(admitSession(entries)).toEqual({ ok: true, value: entries });
    expect(admitHeader(header)).toEqual({ ok: true, value: header });
  });

  test.each([
    ['the youngest', about({ age: 3 })],
    ['the oldest', about({ age: 110 })],
    ['the longest number of a paper, in emoji', about({ reference: '🧾'.repeat(40) })],
    ['the longest note', seen({ note: 'ñ'.repeat(300) })],
    ['a leap day', about({ agreedOn: '2024-02-29' })],
  ])('[J13] of a participant or a note %s is admitted', (_what, op) => {
    expect(admitSession([{ ...page, by: 'f', op }]).ok).toBe(true);
  });

  test('[N7] a diary is admitted as it is, with what was written over left out', () => {
    const header = { kind: 'diary', id: anId('diary'), session: anId('session') };
    const over = anEntry({ kind: 'erased', was: 'diary/write' });
    const entries = [over, { ...over, ...second, op: diary({ text: '🌧'.repeat(10_000) }) }];

    expect(admitHeader(header)).toEqual({ ok: true, value: header });
    expect(admitDiary(entries)).toEqual({ ok: true, value: entries });
  });

  test('[J13] paint up to the edges of the page, a sweep and a line in parts are admitted', () => {
    const edges = but(fill, 'op.rings', [[0, 0, 1600, 0, 1600, 1200]]);
    const parts = but(stroke, 'op.parts', [1, 4]);

    for (const entry of [edges, sweep, parts]) expect(admitWork([page, entry]).ok).toBe(true);
  });

  test.each([
    ['as far left and up as the sheet goes', { x: 0, y: 0, size: 20 }],
    ['as far right and down', { x: 1600, y: 1200, size: 1600 }],
  ])('[J13] a picture %s is admitted', (_where, over) => {
    expect(admitWork([page, but(put, 'op', aPut(1, over))]).ok).toBe(true);
  });
});

describe('all that can be said of things is let in', () => {
  test.each<[string, WorkEntry]>([
    ['a page with circles', circles],
    ['a page with two panels', days],
    ['a round that is opened', round],
    ['a name of a picture', named],
    ['a quarrel', quarrel],
    ['a turn, a size, a wish and a place behind', turned],
    ['a link that says all it can', link],
    ['a link that says something else', relink],
    ['a stamp', stamp],
    ['a stamp taken back', peeled],
    ['a ring', ringed],
    ['a ring without name any more, taken away', renamed],
    ['something drawn that was made a thing', drawn],
    ['a soft region', { ...after(aStroke({ tool: 'unsafe' })) }],
    ['something told of a picture', told],
    ['something told of the page', but(told, 'op.about', 'page') as WorkEntry],
    ['a title', but(told, 'op.about', 'title') as WorkEntry],
    ['something told, translated', retold],
    ['something told, by somebody else', reascribed],
    ['something told, after a question', answering],
  ])('[J13] %s is admitted as it is', (_what, entry) => {
    expect(admitWork([page, entry])).toEqual({ ok: true, value: [page, entry] });
  });

  test.each([
    ['letters', 'ñ'.repeat(300)],
    ['emoji', '🦙'.repeat(300)],
    ['right-to-left letters', 'س'.repeat(300)],
    ['no letter', ''],
  ])('[M18] a name of 300 %s is admitted', (_what, text) => {
    expect(admitWork([page, but(named, 'op.label.text', text)]).ok).toBe(true);
  });

  test.each([
    ['letters', 'ñ'.repeat(301)],
    ['emoji', '🦙'.repeat(301)],
    ['right-to-left letters', 'س'.repeat(301)],
  ])('[M18] a name of 301 %s is not', (_what, text) => {
    const [path, problem] = ['op.label.text', { code: 'entry/broken', path: '1.op.label.text' }];

    expect(admitWork([page, but(named, path, text)])).toEqual({ ok: false, problem });
    expect(admitWork([page, but(renamed, path, text)])).toEqual({ ok: false, problem });
    expect(admitWork([page, but(quarrel, 'op.dispute.note', text)]).ok).toBe(false);
  });

  test('[M19] a picture, a feeling or a kind of bond that only a newer study knows is admitted by its name', () => {
    expect(admitWork([page, but(put, 'op.symbol', 'solar-panel')]).ok).toBe(true);
    expect(admitWork([page, but(stamp, 'op.feeling', 'bored')]).ok).toBe(true);
    expect(admitWork([page, but(link, 'op.relation', 'sings-with')]).ok).toBe(true);
    expect(admitWork([page, but(circles, 'op.ground.question', 'whom-do-you-miss')]).ok).toBe(true);
  });

  test('[M19] a sheet printed with what only a newer version knows is kept word for word, also when it is read again', () => {
    const ladder = { kind: 'ladder', rungs: 7 };
    const kept = but(circles, 'op.ground', { kind: 'unknown', body: ladder });

    expect(admitWork([page, but(circles, 'op.ground', ladder)])).toEqual({
      ok: true,
      value: [page, kept],
    });
    expect(admitWork([page, kept])).toEqual({ ok: true, value: [page, kept] });
  });
});

describe('what the app cannot have written is refused, and the path says where', () => {
  test.each<[string, unknown, string]>([
    ['no entry at all', null, ''],
    ['a number in place of an entry', 7, ''],
    ['an entry without operation', but(put, 'op', undefined), 'op'],
    ['an operation without kind', but(put, 'op', {}), 'op.kind'],
    ['a field too many', { ...put, name: 'Rosa' }, 'name'],
    ['a field too many in the operation', but(put, 'op.name', 'Rosa'), 'op.name'],
    ['a tablet’s name in capitals', but(put, 'actor', 'ABCDEF0123456789'), 'actor'],
    ['a tablet’s name that is short', but(put, 'actor', '0123'), 'actor'],
    ['a number before the first', but(put, 'seq', 0), 'seq'],
    ['half a number', but(put, 'n', 1.5), 'n'],
    ['a count before the first', but(put, 'n', 0), 'n'],
    ['a count beyond what is exact', but(put, 'n', 2 ** 53), 'n'],
    ['a time before the beginning', but(put, 'at', -1), 'at'],
    ['a name of a person', but(put, 'by', 'Rosa'), 'by'],
    ['a token without number', but(put, 'by', 'zorro'), 'by'],
    ['a token with more behind it', but(put, 'by', 'zorro-01x'), 'by'],
    ['a round nobody knows', but(put, 'round', 'final'), 'round'],
    ['an id of another kind', but(put, 'op.item', anId('link')), 'op.item'],
    ['an id with a letter we do not use', but(put, 'op.item', 'item-000000000000000i'), 'op.item'],
    ['an id that is short', but(put, 'op.page', 'page-1'), 'op.page'],
    ['a place left of the sheet', but(put, 'op.x', -1), 'op.x'],
    ['a place right of the sheet', but(put, 'op.x', 1601), 'op.x'],
    ['a place above the sheet', but(put, 'op.y', -1), 'op.y'],
    ['a place below the sheet', but(put, 'op.y', 1201), 'op.y'],
    ['half a place', but(put, 'op.x', 0.5), 'op.x'],
    ['no place', but(put, 'op.x', NaN), 'op.x'],
    ['a picture nobody could see', but(put, 'op.size', 19), 'op.size'],
    ['a picture larger than the sheet', but(put, 'op.size', 1601), 'op.size'],
    ['a symbol that is a path', but(put, 'op.symbol', '../house'), 'op.symbol'],
    ['a symbol that is markup', but(put, 'op.symbol', '<b>'), 'op.symbol'],
    ['a symbol without name', but(put, 'op.symbol', ''), 'op.symbol'],
    ['a symbol with a very long name', but(put, 'op.symbol', 'a'.repeat(65)), 'op.symbol'],
    ['a crayon that is not in the tin', but(stroke, 'op.crayon', 'pink'), 'op.crayon'],
    ['a tool that is no ink', but(stroke, 'op.tool', 'hand'), 'op.tool'],
    ['a width nobody knows', but(stroke, 'op.width', 'huge'), 'op.width'],
    ['an input nobody knows', but(stroke, 'op.input', 'eye'), 'op.input'],
    [
      'a line that was not cancelled, said twice',
      but(stroke, 'op.cancelled', false),
      'op.cancelled',
    ],
    ['samples nobody packed', but(stroke, 'op.samples', Uint8Array.of(9)), 'op.samples'],
    ['samples as a list', but(stroke, 'op.samples', [1, 1, 0, 0, 0]), 'op.samples'],
    ['no samples', but(stroke, 'op.samples', undefined), 'op.samples'],
    ['parts that begin at no sample', but(stroke, 'op.parts', [5]), 'op.parts'],
    ['parts that begin at the first sample', but(stroke, 'op.parts', [0, 2]), 'op.parts'],
    ['parts in no order', but(stroke, 'op.parts', [3, 2]), 'op.parts'],
    ['a part twice', but(stroke, 'op.parts', [2, 2]), 'op.parts'],
    ['no parts, said at length', but(stroke, 'op.parts', []), 'op.parts'],
    ['paint of no colour', but(fill, 'op.crayon', 'pink'), 'op.crayon'],
    ['paint without edges', but(fill, 'op.rings', []), 'op.rings'],
    ['an edge of two corners', but(fill, 'op.rings', [[0, 0, 9, 9]]), 'op.rings.0'],
    ['an edge that lacks a y', but(fill, 'op.rings', [[0, 0, 9, 9, 5, 5, 7]]), 'op.rings.0'],
    ['an edge left of the page', but(fill, 'op.rings', [[-1, 0, 9, 9, 5, 5]]), 'op.rings.0'],
    ['an edge right of the page', but(fill, 'op.rings', [[1601, 0, 9, 9, 5, 5]]), 'op.rings.0'],
    ['an edge below the page', but(fill, 'op.rings', [[0, 1201, 9, 9, 5, 5]]), 'op.rings.0'],
    ['half a corner', but(fill, 'op.rings', [[0.5, 0, 9, 9, 5, 5]]), 'op.rings.0'],
    ['a sweep of no entry', but(sweep, 'op.marks', ['zorro.1']), 'op.marks.0'],
    ['a sweep of a line as a picture', but(sweep, 'op.items', [anId('link')]), 'op.items.0'],
    [
      'a page printed with something that has no name',
      but(circles, 'op.ground.kind', 'A ladder'),
      'op.ground.kind',
    ],
    [
      'circles of which sectors are doubtful',
      but(circles, 'op.ground.sectors', 1),
      'op.ground.sectors',
    ],
    [
      'circles with a question in words',
      but(circles, 'op.ground.question', 'Who?'),
      'op.ground.question',
    ],
    ['two panels of nobody', but(days, 'op.ground.person', 'you'), 'op.ground.person'],
    ['circles of somebody', but(circles, 'op.ground.person', 'me'), 'op.ground.person'],
    ['a round nobody can open', but(round, 'op.round', 'final'), 'op.round'],
    ['a full turn', but(turned, 'op.turn', 360), 'op.turn'],
    ['a turn back', but(turned, 'op.turn', -30), 'op.turn'],
    ['half a degree', but(turned, 'op.turn', 0.5), 'op.turn'],
    ['a place behind that is neither', but(turned, 'op.behind', 1), 'op.behind'],
    ['a wish that is neither', but(turned, 'op.wish', 'yes'), 'op.wish'],
    ['a size too small to be seen', but(turned, 'op.size', 19), 'op.size'],
    ['a name without language', but(named, 'op.label', { text: 'x' }), 'op.label.language'],
    [
      'a name in a language nobody chose',
      but(named, 'op.label.language', 'qu'),
      'op.label.language',
    ],
    ['a name that is a number', but(named, 'op.label.text', 7), 'op.label.text'],
    ['a name of a picture that is markup', but(named, 'op.label.what', '<b>'), 'op.label.what'],
    ['a name with a speaker', but(named, 'op.label.by', 'Rosa'), 'op.label.by'],
    ['a quarrel of a person', but(quarrel, 'op.dispute.between', ['Rosa']), 'op.dispute.between.0'],
    [
      'a quarrel of very many',
      but(quarrel, 'op.dispute.between', Array<string>(51).fill(ZORRO)),
      'op.dispute.between',
    ],
    ['a quarrel without a note', but(quarrel, 'op.dispute', { between: [] }), 'op.dispute.note'],
    ['a kind of bond in words', but(link, 'op.relation', 'Helps her'), 'op.relation'],
    ['a valence nobody knows', but(link, 'op.valence', 'love'), 'op.valence'],
    ['a way nobody knows', but(link, 'op.direction', 'up'), 'op.direction'],
    ['a link from a page', but(link, 'op.from', anId('page')), 'op.from'],
    ['a valence nobody knows, said later', but(relink, 'op.valence', ''), 'op.valence'],
    ['a link that moves elsewhere', but(relink, 'op.to', anId('item')), 'op.to'],
    ['a feeling in words', but(stamp, 'op.feeling', 'so bored'), 'op.feeling'],
    ['a stamp on a link', but(stamp, 'op.item', anId('link')), 'op.item'],
    ['a stamp that says nothing any more', but(peeled, 'op.gone', undefined), 'op.gone'],
    ['a ring round nothing', but(ringed, 'op.items', []), 'op.items'],
    ['a ring round a link', but(ringed, 'op.items', [anId('link')]), 'op.items.0'],
    ['a ring under a stamp’s name', but(ringed, 'op.ring', anId('stamp')), 'op.ring'],
    ['something told of a stamp', but(told, 'op.about', anId('stamp')), 'op.about'],
    ['something told by a person', but(told, 'op.speaker', 'Rosa'), 'op.speaker'],
    ['something told nobody knows how', but(told, 'op.source', 'guessed'), 'op.source'],
    [
      'something told without language',
      but(told, 'op.wording', { text: 'x' }),
      'op.wording.language',
    ],
    ['a story without end', but(told, 'op.wording.text', 'ñ'.repeat(4001)), 'op.wording.text'],
    ['a correction by a name', but(reascribed, 'op.speaker', 'Rosa'), 'op.speaker'],
    ['a correction from hearsay', but(reascribed, 'op.source', 'heard'), 'op.source'],
    ['a correction after words', but(reascribed, 'op.prompt', '¿Quién?'), 'op.prompt'],
    ['a translation by a person', but(retold, 'op.translation.by', 'Rosa'), 'op.translation.by'],
    ['something pinned that is not', but(drawn, 'op.pinned', false), 'op.pinned'],
    ['something drawn by no entry', but(drawn, 'op.marks', ['zorro.1']), 'op.marks.0'],
    ['a half place to move to', { ...put, op: setTo({ place: { x: 5 } }) }, 'op.place.y'],
    [
      'a place to move to off the sheet',
      { ...put, op: setTo({ place: { x: 5, y: 1300 } }) },
      'op.place.y',
    ],
    ['a place with a height', { ...put, op: setTo({ place: { x: 5, y: 5, z: 5 } }) }, 'op.place.z'],
    ['a presence that is neither', { ...put, op: setTo({ gone: 'yes' }) }, 'op.gone'],
    ['an undo of no entry', { ...put, op: { kind: 'undo', entry: 'zorro.1' } }, 'op.entry'],
    [
      'a redo of an entry before the first',
      { ...put, op: { kind: 'redo', entry: `${anActor()}.0` } },
      'op.entry',
    ],
    [
      'something erased that is still there',
      { ...put, op: { kind: 'erased', was: 'item/put', x: 1 } },
      'op.x',
    ],
  ])('[J13] %s is refused', (_what, entry, path) => {
    const where = path === '' ? '1.' : `1.${path}`;

    expect(admitWork([page, entry])).toEqual({
      ok: false,
      problem: { code: 'entry/broken', path: where },
    });
  });

  test.each<[string, unknown, string]>([
    ['a facilitator who joins as a child', { kind: 'contributor/join', token: 'f' }, 'token'],
    ['an activity nobody knows', begin({ activity: 'photos' }), 'activity'],
    [
      'a decision nobody can take',
      { kind: 'work/finish', work: anId('work'), decision: 'publish' },
      'decision',
    ],
    ['a checksum that is none', handOver({ sha256: 'AB'.repeat(32) }), 'sha256'],
    ['a child’s picture under another name', own({ symbol: 'house' }), 'symbol'],
    [
      'a child’s picture under a name with capitals',
      own({ symbol: `own-${'A'.repeat(16)}` }),
      'symbol',
    ],
    ['a child’s picture of no lines', own({ lines: [] }), 'lines'],
    [
      'a child’s picture of samples nobody packed',
      own({ lines: [{ ...LINE, samples: Uint8Array.of(9) }] }),
      'lines.0.samples',
    ],
    ['works left behind that are fewer than none', handOver({ left: -1 }), 'left'],
    ['a community by its name', sat({ community: 'San José' }), 'community'],
    ['a place nobody knows', sat({ setting: 'church' }), 'setting'],
    ['a language nobody speaks', sat({ language: 'qu' }), 'language'],
    ['an interpreter who may be there', sat({ interpreter: 'maybe' }), 'interpreter'],
    ['somebody there twice', sat({ present: ['parent', 'parent'] }), 'present'],
    ['somebody there by name', sat({ present: ['Rosa'] }), 'present'],
    ['a facilitator by name', sat({ facilitator: 'Rosa' }), 'facilitator'],
    ['a facilitator on the roster', about({ token: 'f' }), 'token'],
    ['a name on the roster', about({ name: 'Rosa' }), 'name'],
    ['somebody too young', about({ age: 2 }), 'age'],
    ['somebody too old', about({ age: 111 }), 'age'],
    ['half a year', about({ age: 8.5 }), 'age'],
    ['a role nobody has', about({ role: 'spy' }), 'role'],
    ['a gender in words', about({ gender: 'niña' }), 'gender'],
    ['a tongue twice', about({ tongues: ['quy', 'quy'] }), 'tongues'],
    ['a channel nobody asked for', about({ channels: ['video'] }), 'channels'],
    ['the number of a paper without end', about({ reference: 'F'.repeat(41) }), 'reference'],
    ['a day no calendar has', about({ agreedOn: '2026-02-29' }), 'agreedOn'],
    ['a day with its hour', about({ agreedOn: '2026-08-10T09:00' }), 'agreedOn'],
    ['children only in groups, or not', about({ groupOnly: 1 }), 'groupOnly'],
    [
      'a child twice in a group',
      { kind: 'group/set', group: anId('group'), members: [ZORRO, ZORRO] },
      'members',
    ],
    [
      'a group of the facilitator',
      { kind: 'group/set', group: anId('group'), members: ['f'] },
      'members',
    ],
    ['an answer nobody can give', answered({ answer: 'maybe' }), 'answer'],
    ['a score in place of understanding', answered({ understanding: 2 }), 'understanding'],
    ['a card repeated less than never', answered({ repeats: -1 }), 'repeats'],
    ['a card repeated for ever', answered({ repeats: 101 }), 'repeats'],
    ['answers that stood twice', answered({ order: ['yes', 'yes'] }), 'order'],
    ['an adult who did not press', answered({ adultOperated: false }), 'adultOperated'],
    [
      'a skip with a reason in words',
      { kind: 'activity/skip', token: ZORRO, activity: 'map', why: 'x' },
      'why',
    ],
    ['an activity by its title', begin({ template: 'Mapa de mi comunidad' }), 'template'],
    ['an opening question in words', begin({ prompt: '¿Quién?' }), 'prompt'],
    ['a facilitator who sits down', begin({ members: ['f'] }), 'members'],
    ['a rest of no work', { kind: 'work/rest', work: anId('page') }, 'work'],
    [
      'a work that may perhaps be shown',
      { kind: 'work/publish', work: anId('work'), publishable: 'yes' },
      'publishable',
    ],
    ['a question in words', asked({ prompt: '¿Qué pasa aquí?' }), 'prompt'],
    ['a question in no language', asked({ language: undefined }), 'language'],
    ['a question of a page', asked({ work: anId('page') }), 'work'],
    ['a question asked somehow', asked({ how: 'sung' }), 'how'],
    ['a skip of a question in words', skipped({ prompt: '¿Quién?' }), 'prompt'],
    ['a tag in words', seen({ tag: 'Se ríe' }), 'tag'],
    ['a note without end', seen({ note: 'ñ'.repeat(301) }), 'note'],
    ['a sign that is none', seen({ dissent: false }), 'dissent'],
    ['something seen of a person', seen({ about: ['Rosa'] }), 'about'],
    ['a withdrawal on no day', withdrawn({ on: '2026-13-01' }), 'on'],
    ['a withdrawal of everything', withdrawn({ scope: {} }), 'scope'],
    [
      'a withdrawal of a child and a work',
      withdrawn({ scope: { token: ZORRO, work: anId('work') } }),
      'scope',
    ],
    [
      'a withdrawal with words',
      withdrawn({ removed: [{ ...NONE, texts: ['x'] }] }),
      'removed.0.texts',
    ],
    [
      'fewer taken out than none',
      withdrawn({ removed: [{ ...NONE, links: -1 }] }),
      'removed.0.links',
    ],
  ])('[J13] a session with %s is refused', (_what, op, path) => {
    const entry = { ...page, by: 'f', op };

    expect(admitSession([entry])).toEqual({
      ok: false,
      problem: { code: 'entry/broken', path: `0.op.${path}` },
    });
  });

  test.each<[string, unknown, string]>([
    ['of no kind', { ...aHeader(), kind: 'study' }, 'kind'],
    ['with a study that has spaces', aHeader({ study: 'Cusco 2026' }), 'study'],
    ['from before 1970', aHeader({ startedAt: -1 }), 'startedAt'],
    ['from a day no calendar has', aHeader({ startedAt: 8.64e15 + 1 }), 'startedAt'],
    ['of another kind of id', { ...aHeader(), id: anId('work') }, 'id'],
    ['of a clock that may be wrong', { ...aHeader(), clockLooksWrong: 'maybe' }, 'clockLooksWrong'],
    ['with more than we write', { ...aHeader(), village: 'x' }, 'village'],
    ['of a study before its first version', aHeader({ studyVersion: 0 }), 'studyVersion'],
    ['of a diary of no session', { kind: 'diary', id: anId('diary') }, 'session'],
    [
      'of a diary with words',
      { kind: 'diary', id: anId('diary'), session: anId('session'), text: 'x' },
      'text',
    ],
    ['that is none', undefined, ''],
  ])('[J13] a head %s is refused', (_what, head, path) => {
    expect(admitHeader(head)).toEqual({ ok: false, problem: { code: 'entry/broken', path } });
  });

  test.each<[string, object, string]>([
    ['too long', diary({ text: 'ñ'.repeat(10_001) }), 'text'],
    ['without day', diary({ on: '' }), 'on'],
    ['by name', diary({ author: 'Rosa' }), 'author'],
  ])('[N7] a diary %s is refused', (_what, op, path) => {
    expect(admitDiary([{ ...page, op }])).toEqual({
      ok: false,
      problem: { code: 'entry/broken', path: `0.op.${path}` },
    });
  });

  test('[J13] of many faults the first entry’s is named, and nothing is let in', () => {
    const broken = [page, but(put, 'op.x', -1), but({ ...put, seq: 3, n: 3 }, 'op.y', -1)];

    expect(admitWork(broken)).toMatchObject({ problem: { path: '1.op.x' } });
  });
});

describe('numbering', () => {
  const numbered = (seq: number, n: number, actor = anActor()): unknown => ({
    ...page,
    seq,
    n,
    actor,
  });

  test.each<[string, unknown[], string]>([
    ['that begins after 1', [numbered(2, 2)], '0.seq'],
    ['with a gap', [numbered(1, 1), numbered(3, 3)], '1.seq'],
    ['with a number twice', [numbered(1, 1), numbered(1, 1)], '1.seq'],
    ['that runs against the order', [numbered(1, 5), numbered(2, 5)], '1.seq'],
    [
      'with a gap on one tablet of two',
      [numbered(1, 1), numbered(1, 2, anActor(2)), numbered(3, 3, anActor(2))],
      '2.seq',
    ],
  ])('[J13] a journal %s is refused', (_how, entries, path) => {
    expect(admitWork(entries)).toEqual({ ok: false, problem: { code: 'entry/broken', path } });
  });

  property.prop([journals().filter(({ length }) => length > 2), fc.nat()], { numRuns: 60 })(
    '[J13] a journal that lost an entry other than a tablet’s last is refused',
    (journal, which) => {
      const at = which % journal.length;
      const gone = journal[at]!;
      fc.pre(journal.some(({ actor, seq }) => actor === gone.actor && seq > gone.seq));

      expect(admitWork(journal.toSpliced(at, 1)).ok).toBe(false);
    },
  );

  test('[J13] each tablet has its own numbering', () => {
    expect(admitWork([numbered(1, 1), numbered(1, 1, anActor(2))]).ok).toBe(true);
  });
});

describe('something newer', () => {
  property.prop([
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.stringMatching(/^[a-z]+\/[a-z]+$/),
  ])(
    '[J14] an operation of a kind this version does not know is kept word for word',
    (rest, kind) => {
      const op = { ...rest, kind: `new-${kind}` };

      const admitted = admitWork([page, { ...put, by: LLAMA, op }]);

      expect(admitted).toMatchObject({ ok: true });
      expect(admitted.ok && admitted.value[1]).toEqual({
        ...put,
        by: LLAMA,
        op: { kind: 'unknown', was: op.kind, body: op },
      });
      expect(admitSession([{ ...page, by: 'f', op }]).ok).toBe(true);
    },
  );

  test('[J14] what an older version wrapped is known again by a version that knows it', () => {
    const wrapped = { ...put, op: { kind: 'unknown', was: 'item/put', body: put.op } };

    expect(admitWork([page, wrapped])).toEqual({ ok: true, value: [page, put] });
  });

  test('[J14] the stamp of a newer entry is judged like any other', () => {
    const op = { kind: 'stamp/add', feeling: 'happy' };

    expect(admitWork([{ ...page, by: 'Rosa', op }])).toMatchObject({ problem: { path: '0.by' } });
  });
});

describe('what was not done when the app ended', () => {
  const draft = { by: ZORRO, round: 'free', op: aStroke() };

  test('[I19] a line that was being drawn is admitted as it was kept', () => {
    expect(admitDraft(draft)).toEqual({ ok: true, value: draft });
  });

  test.each<[string, unknown, string]>([
    ['of nobody', but(draft, 'by', 'Rosa'), 'by'],
    ['of samples nobody packed', but(draft, 'op.samples', Uint8Array.of(9)), 'op.samples'],
    ['that is none', undefined, ''],
  ])('[J13] a draft %s is refused', (_what, raw, path) => {
    expect(admitDraft(raw)).toEqual({ ok: false, problem: { code: 'entry/broken', path } });
  });
});

function setTo(said: object): object {
  return { kind: 'item/set', item: anId('item'), ...said };
}
function begin(over: object): object {
  return { kind: 'work/begin', work: anId('work'), activity: 'map', ...over };
}
function own(over: object): object {
  return { ...aDrawnSymbol(), ...over };
}
function handOver(over: object): object {
  return { kind: 'session/hand-over', file: 'a.zip', sha256: 'ab'.repeat(32), left: 0, ...over };
}
function sat(said: object): object {
  return { kind: 'session/set', ...said };
}
function about(said: object): object {
  return { kind: 'participant/set', token: ZORRO, ...said };
}
function answered(over: object): object {
  const understood = { understanding: 'understood', repeats: 0 };
  const how = { language: 'quy', voice: true, order: ['no', 'yes', 'not-now'] };
  return { kind: 'assent/answer', token: ZORRO, answer: 'yes', ...understood, ...how, ...over };
}
function asked(over: object): object {
  return { kind: 'prompt/show', prompt: 'tell', language: 'quy', ...over };
}
function skipped(over: object): object {
  return { kind: 'activity/skip', token: ZORRO, activity: 'map', ...over };
}
function seen(over: object): object {
  return { kind: 'observation/add', ...over };
}
function withdrawn(over: object): object {
  const what = { scope: { token: ZORRO }, works: [], removed: [] };
  return { kind: 'withdrawal/add', on: '2026-08-17', ...what, ...over };
}
function diary(over: object): object {
  return { kind: 'diary/write', text: 'x', on: '2026-08-14', ...over };
}
