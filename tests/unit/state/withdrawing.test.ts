import { describe, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import { hexOf } from '#base/bytes.ts';
import { fail, type Problem, type Result } from '#base/result.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';
import { readSessionFile } from '#files/read-session-file.ts';
import { measuresJsonOf } from '#files/measures-json.ts';
import { sessionJsonOf } from '#files/session-json.ts';
import type { SessionContent } from '#files/session-file.ts';
import { withdrawalsJsonOf } from '#files/withdrawals-json.ts';
import { keptSessions, type KeptSession } from '#state/archive.ts';
import { markHandedOver, packSession, type Packed } from '#state/hand-over.ts';
import type { Kit } from '#state/kit.ts';
import { openSessionFile, openWithdrawals, withoutListed } from '#state/open-file.ts';
import { eraseNote, looseNotes } from '#state/loose-notes.ts';
import { packContent, type PackingWords } from '#state/pack-content.ts';
import { keepPicture, readPicture } from '#state/page-picture.ts';
import { Manners } from '#state/manners.svelte.ts';
import { Studies } from '#state/studies.svelte.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import { Sitting } from '#state/sitting.svelte.ts';
import {
  childrenIn,
  outlookOf,
  piecesIn,
  withdrawHere,
  type Outlook,
  type Target,
} from '#state/withdrawing.ts';
import type { Journal } from '#storage/journal.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { someWords } from '../../fixtures/art.ts';
import { aKit } from '../../fixtures/benches.ts';
import { aStroke } from '../../fixtures/marks.ts';
import { aChance, anId } from '../../fixtures/names.ts';
import { aPng } from '../../fixtures/sessions.ts';
import { filesIn } from '../../fixtures/zips.ts';
import {
  COLIBRI,
  HER_DRAWING,
  HER_LINES,
  HER_WORDS,
  MAP,
  OTHERS_WORDS,
  scenario5,
  ZORROS,
} from '../../fixtures/withdrawals.ts';

const WORDS: PackingWords = {
  sheet: ({ activity, removed }) => someWords({ title: activity, foot: `${removed} removed` }),
  symbol: (symbol) => ({ es: `la ${symbol}`, en: symbol }),
};
const unheard = { onPage: () => undefined, signal: new AbortController().signal };
const HERS = [...HER_WORDS, ...HER_LINES.map((line) => JSON.stringify(line))];

function got<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** A tablet three days after scenario 2, with a picture of the map and a line that was being drawn. */
async function aKeptKit(journal = memoryJournal()): Promise<Kit> {
  const { header, entries, works } = scenario5();
  got(await journal.begin(header, entries));
  for (const [id, list] of works) {
    const activity = id === MAP ? 'map' : 'drawing';
    got(await journal.begin({ kind: 'work', id, session: header.id, activity }, list));
  }
  got(await keepPicture(journal, MAP, { page: anId('page'), entries: 1, png: aPng(1) }));
  const op = aStroke({ samples: HER_LINES[2]! });
  got(await journal.keepDraft(MAP, 'line', { by: COLIBRI, round: 'base', op }));
  return aKit({ journal });
}

async function sessionsOn({ journal }: Kit): Promise<readonly KeptSession[]> {
  return got(await keptSessions(journal)).sessions;
}

async function colibriOn(kit: Kit): Promise<Target> {
  const children = childrenIn(await sessionsOn(kit));
  return present(
    children.find(({ token }) => token === COLIBRI),
    'she is on this tablet',
  );
}

async function withdrawHer(kit: Kit): Promise<Outlook> {
  return got(await withdrawHere(kit, await colibriOn(kit)));
}

/** Everything the journal gives out, as text. */
async function dumpOf(journal: Journal): Promise<string> {
  const streams = got(await journal.streams()) as { id: SessionId | WorkId }[];
  const all = streams.map(async ({ id }) => {
    const [entries, drafts, picture] = [
      journal.read(id),
      journal.drafts(id),
      journal.blob({ stream: id, name: 'picture' }),
    ];
    return [got(await entries), got(await drafts), got(await picture)];
  });
  return JSON.stringify([streams, await Promise.all(all)]);
}

async function handOver(kit: Kit): Promise<Packed> {
  const [kept] = await sessionsOn(kit);
  const packed = got(await packSession(kit, kept!, WORDS, unheard));
  got(await markHandedOver(kit, kept!, packed));
  return packed;
}

async function contentOf({ file }: Packed): Promise<SessionContent> {
  return got(await readSessionFile(file.bytes));
}

describe('on the tablet', () => {
  test('[W1] [W6] her words, lines, drafts and cached pictures are gone, and only the stone names her', async () => {
    const kit = await aKeptKit();
    const before = await dumpOf(kit.journal);
    expect(HERS.filter((one) => !before.includes(one))).toEqual([]);

    await withdrawHer(kit);

    const after = await dumpOf(kit.journal);
    expect(HERS.filter((one) => after.includes(one))).toEqual([]);
    expect(OTHERS_WORDS.filter((word) => !after.includes(word))).toEqual([]);
    expect(after.split(COLIBRI)).toHaveLength(2);
    expect(await readPicture(kit.journal, MAP)).toBeUndefined();
    expect(await kit.journal.read(HER_DRAWING)).toMatchObject({ ok: false });
    expect(await kit.journal.read(ZORROS)).toMatchObject({ ok: true });
    expect(childrenIn(await sessionsOn(kit))).toHaveLength(5);
  });

  test('[W7] what would go is said before, and is what went', async () => {
    const kit = await aKeptKit();
    const { file } = await handOver(kit);
    const seen = got(await outlookOf(kit, await colibriOn(kit)));

    expect(seen).toEqual(await withdrawHer(kit));
    expect(seen).toEqual({
      works: [HER_DRAWING],
      removed: [{ work: MAP, items: 8, links: 6, stamps: 7, strokes: 1, quotes: 2 }],
      shared: 1,
      files: [file.name],
      copies: 0,
      unreadable: 0,
    });
  });

  test('[W14] notes that do not say of whom they are are found, and what is taken away leaves the tablet at once', async () => {
    const kit = await aKeptKit();
    const [{ header, entries }] = (await sessionsOn(kit)) as [KeptSession];
    const scribe = new Scribe(hexOf(kit.chance(8)), kit.clock, startAfter(entries));
    const noted = ['yana-of-her', 'yana-of-rain'].map((note) =>
      scribe.write({ kind: 'observation/add', note, work: MAP }, 'f', 'free'),
    );
    got(await kit.journal.append(header.id, noted));
    const target = await colibriOn(kit);
    await withdrawHer(kit);

    const notes = got(await looseNotes(kit, target.sessions));
    expect(notes.map(({ note }) => note)).toEqual(['yana-of-her', 'yana-of-rain']);
    got(await eraseNote(kit, present(notes[0], 'there are two')));

    expect(got(await looseNotes(kit, target.sessions))).toEqual([notes[1]]);
    const dump = await dumpOf(kit.journal);
    expect(dump).toContain('yana-of-rain');
    expect(dump).not.toContain('yana-of-her');
  });

  test('[W15] sessions that cannot be read are counted before and afterwards, and left as they are', async () => {
    const kit = await aKeptKit();
    const { header } = scenario5();
    const broken = { ...header, id: anId('session', 6) };
    got(await kit.journal.begin(broken, [{ op: 'of another kind' } as never]));
    const before = got(await kit.journal.read(broken.id));

    const seen = got(await outlookOf(kit, await colibriOn(kit)));
    expect(seen.unreadable).toBe(1);
    expect(await withdrawHer(kit)).toMatchObject({ unreadable: 1, works: [HER_DRAWING] });

    expect(got(await kit.journal.read(broken.id))).toEqual(before);
  });

  /** Pictures of these works left to be shown, and a child has a copy of each. */
  async function shownOf(kit: Kit, file: string, ...works: WorkId[]): Promise<void> {
    const [{ header, entries }] = (await sessionsOn(kit)) as [KeptSession];
    const scribe = new Scribe(hexOf(kit.chance(8)), kit.clock, startAfter(entries));
    const copies = works.map((work) => scribe.write({ kind: 'work/give-back', work }, 'f', 'free'));
    const left = scribe.write({ kind: 'session/show', file, works }, 'f', 'free');
    got(await kit.journal.append(header.id, [...copies, left]));
  }

  test('[W13] pictures that were shown and copies count as left where something of them goes', async () => {
    const kit = await aKeptKit();
    await shownOf(kit, 'hers.zip', HER_DRAWING);
    await shownOf(kit, 'theirs.zip', MAP, ZORROS);
    await shownOf(kit, 'zorros.zip', ZORROS);

    const seen = await withdrawHer(kit);

    expect(seen).toMatchObject({ files: ['hers.zip', 'theirs.zip'], copies: 2 });
    const [{ entries }] = (await sessionsOn(kit)) as [KeptSession];
    const shown = entries.flatMap(({ op }) => (op.kind === 'session/show' ? [op.works] : []));
    expect(shown).toEqual([[], [MAP, ZORROS], [ZORROS]]);
    expect(JSON.stringify(entries).split(HER_DRAWING)).toHaveLength(2);
  });

  test('[W13] of one piece those files are said in which it is', async () => {
    const kit = await aKeptKit();
    await shownOf(kit, 'hers.zip', HER_DRAWING);
    await shownOf(kit, 'zorros.zip', ZORROS);
    const piece = piecesIn(await sessionsOn(kit)).find(({ work }) => work.id === ZORROS);

    const seen = got(await withdrawHere(kit, present(piece, 'the drawing is here')));

    expect(seen).toMatchObject({ files: ['zorros.zip'], copies: 1 });
  });

  /** A tablet on which after so many changes nothing can be written any more, and what it still holds. */
  async function dyingAfter(steps: number): Promise<{ kit: Kit; inside: Journal }> {
    const inside = memoryJournal();
    await aKeptKit(inside);
    let left = steps;
    const dying = (act: () => ReturnType<Journal['destroy']>): ReturnType<Journal['destroy']> =>
      left-- > 0 ? act() : Promise.resolve(fail({ code: 'storage/failing', why: 'died' }));
    const journal: Journal = {
      ...inside,
      append: (...all) => dying(() => inside.append(...all)),
      rewrite: (...all) => dying(() => inside.rewrite(...all)),
      destroy: (...all) => dying(() => inside.destroy(...all)),
      dropBlob: (...all) => dying(() => inside.dropBlob(...all)),
    };
    return { kit: aKit({ journal }), inside };
  }
  /** The stone, the works destroyed, the map's picture, its journal with its drafts, the session's: all but the last. */
  const STEPS = [1, 2, 3, 4];

  async function isGoneFrom(journal: Journal): Promise<void> {
    const after = await dumpOf(journal);
    expect(HERS.filter((one) => after.includes(one))).toEqual([]);
    expect(after.split(COLIBRI)).toHaveLength(2);
    const kit = aKit({ journal, chance: aChance(8) });
    expect(await contentOf(await handOver(kit))).toMatchObject({
      works: [{ id: MAP }, { id: ZORROS }],
    });
  }

  test.each(STEPS)(
    '[W6] the tablet dies after step %i: the next start finishes what the stone promises',
    async (steps) => {
      const { kit, inside } = await dyingAfter(steps);
      expect(await withdrawHere(kit, await colibriOn(kit))).toMatchObject({ ok: false });

      got(await keptSessions(inside));

      await isGoneFrom(inside);
    },
  );

  test.each(STEPS)(
    '[W6] it cannot write after step %i: the adult who tries again finishes it, with one stone',
    async (steps) => {
      const { kit, inside } = await dyingAfter(steps);
      const target = await colibriOn(kit);
      expect(await withdrawHere(kit, target)).toMatchObject({ ok: false });

      got(await withdrawHere(aKit({ journal: inside, chance: aChance(7) }), target));

      await isGoneFrom(inside);
    },
  );

  test('[W6] where not even the stone can be written nothing is changed', async () => {
    const { kit, inside } = await dyingAfter(0);
    const before = await dumpOf(inside);

    expect(await withdrawHere(kit, await colibriOn(kit))).toMatchObject({ ok: false });

    expect(await dumpOf(inside)).toEqual(before);
  });

  test('[W5] one piece goes with its stream; everything else stays as it was', async () => {
    const kit = await aKeptKit();
    const piece = present(
      piecesIn(await sessionsOn(kit)).find(({ work }) => work.id === ZORROS),
      'the drawing is here',
    );
    const before = got(await kit.journal.read(MAP));

    got(await withdrawHere(kit, piece));

    expect(await kit.journal.read(ZORROS)).toMatchObject({ ok: false });
    expect(got(await kit.journal.read(MAP))).toEqual(before);
    expect(childrenIn(await sessionsOn(kit))).toHaveLength(6);
    const [{ session }] = (await sessionsOn(kit)) as [KeptSession];
    expect(session.withdrawals).toMatchObject([{ scope: { work: ZORROS }, works: [ZORROS] }]);
  });

  test('[W8] a child is taken out of all sessions of the study, and nobody of another study', async () => {
    const kit = await aKeptKit();
    const { header, entries } = scenario5();
    const more = { ...header, id: anId('session', 6), startedAt: header.startedAt + 86_400_000 };
    const other = { ...more, id: anId('session', 7), study: 'another' };
    const tries = [8, 9].map((number) => {
      return {
        kind: 'session',
        id: anId('session', number),
        study: 'try-it',
        startedAt: 1,
        clockLooksWrong: false,
      } as const;
    });
    const joins = entries.filter(({ op }) => op.kind === 'contributor/join');
    for (const one of [more, other, ...tries]) got(await kit.journal.begin(one, joins));

    const children = childrenIn(await sessionsOn(kit)).filter(({ token }) => token === COLIBRI);
    expect(children.map(({ sessions }) => sessions.length).sort()).toEqual([1, 1, 1, 2]);
    const hers = present(
      children.find(({ sessions }) => sessions.length === 2),
      'she came twice',
    );
    got(await withdrawHere(kit, hers));

    const left = (await sessionsOn(kit)).filter(({ session }) =>
      session.contributors.includes(COLIBRI),
    );
    expect(left.map(({ header: { id } }) => id).sort()).toEqual(
      [7, 8, 9].map((n) => anId('session', n)),
    );
  });

  test('[W8] a token that was withdrawn is not given to the next child', async () => {
    const kit = aKit();
    const around = { kit, manners: new Manners(kit.settings), studies: new Studies(kit) };
    const sitting = got(await Sitting.begin(around));
    for (const animal of ['zorro', 'llama'] as const) sitting.turnTo(animal);
    await sitting.keeper.settled();
    const llama = childrenIn(await sessionsOn(kit)).find(({ token }) => token === 'llama-02');
    got(await withdrawHere(kit, present(llama, 'it joined')));

    const resumed = present(got(await Sitting.resume(around, () => true)), 'it goes on');
    resumed.turnTo('llama');
    await resumed.keeper.settled();

    expect(resumed.contributors).toEqual(['zorro-01', 'llama-03']);
    expect((await sessionsOn(kit))[0]?.session.contributors).toEqual(['zorro-01', 'llama-03']);
  });

  test('[W8] nor is one whose number was chosen on the board', async () => {
    const kit = aKit();
    const around = { kit, manners: new Manners(kit.settings), studies: new Studies(kit) };
    const sitting = got(await Sitting.begin(around));
    sitting.note({ kind: 'participant/set', token: 'cuy-02', age: 8 });
    await sitting.keeper.settled();
    const [cuy] = childrenIn(await sessionsOn(kit));
    got(await withdrawHere(kit, present(cuy, 'it was put down')));

    const resumed = present(got(await Sitting.resume(around, () => true)), 'it goes on');
    resumed.turnTo('cuy');

    expect(resumed.contributors).toEqual(['cuy-03']);
    await resumed.keeper.settled();
  });
});

describe('in the files', () => {
  test('[W9] the list goes with the next file, also with that of another session of the study', async () => {
    const kit = await aKeptKit();
    await withdrawHer(kit);
    const content = await contentOf(await handOver(kit));

    expect(content.withdrawals).toEqual([
      { session: anId('session', 5), scope: { token: COLIBRI }, on: '2026-08-14' },
    ]);
    const json = sessionJsonOf(content);
    expect(json.works.map(({ work }) => work)).toEqual([MAP, ZORROS]);
    expect(json.works[0]).toMatchObject({
      removedAtRequest: { items: 8, links: 6, stamps: 7, strokes: 1, quotes: 2 },
      members: ['zorro-01', 'llama-02', 'condor-04', 'vicuna-05', 'sapo-06'],
    });
    expect(json.works[1]).not.toHaveProperty('removedAtRequest');
  });

  test('[W9] the annotated sheet says how many things are gone, and no file holds anything of hers', async () => {
    const kit = await aKeptKit();
    await withdrawHer(kit);
    const { file } = await handOver(kit);

    const texts = [...filesIn(file.bytes)].map(([name, bytes]) => {
      return `${name}\n${new TextDecoder('latin1').decode(bytes)}`;
    });
    expect(texts.filter((text) => text.includes('24 removed'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('0 removed'))).toHaveLength(1);
    expect(HER_WORDS.filter((word) => texts.some((text) => text.includes(word)))).toEqual([]);
  });

  test('[W10] yesterday’s file is opened without her on the tablet she was withdrawn from', async () => {
    const kit = await aKeptKit();
    const { file } = await handOver(kit);
    await withdrawHer(kit);

    const opened = got(await openSessionFile(kit, new File([file.bytes], file.name)));

    expect(opened.works.map(({ work }) => work.id)).toEqual([MAP, ZORROS]);
    expect(opened.works[0]?.pages[0]?.items).toHaveLength(33);
    expect(opened.taken).toMatchObject([{ scope: { token: COLIBRI }, works: [HER_DRAWING] }]);
  });

  test('[W10] on another tablet the list alone, or a later file, takes her out; measures are counted anew', async () => {
    const kit = await aKeptKit();
    const early = await handOver(kit);
    await withdrawHer(kit);
    const later = await handOver(kit);
    const elsewhere = aKit({ chance: aChance(7) });
    const opened = got(await openSessionFile(elsewhere, new File([early.file.bytes], 'a.zip')));
    expect(opened.works).toHaveLength(3);
    const list = JSON.stringify(withdrawalsJsonOf((await contentOf(later)).withdrawals));

    for (const listed of [
      new File([list], 'withdrawals.json'),
      new File([later.file.bytes], 'b.zip'),
    ]) {
      const without = withoutListed(elsewhere, opened, got(await openWithdrawals(listed)));
      expect(measuresJsonOf(without.content.works)).toMatchObject({
        pages: [{ items: 33, links: 12, stampsByFeeling: {}, itemsByRound: { base: 26 } }, {}],
      });
      const again = withoutListed(elsewhere, without, got(await openWithdrawals(listed)));
      expect(again.content).toEqual(without.content);
    }
  });

  test('[W11] the reduced file is a session file like any other, and holds nothing of hers', async () => {
    const kit = await aKeptKit();
    const early = await handOver(kit);
    const elsewhere = aKit({ chance: aChance(7) });
    const opened = got(await openSessionFile(elsewhere, new File([early.file.bytes], 'a.zip')));
    const line = { session: anId('session', 5), scope: { token: COLIBRI }, on: '2026-08-17' };
    const { content } = withoutListed(elsewhere, opened, [line]);

    const file = got(await packContent(elsewhere, content, WORDS, unheard));

    const read = got(await readSessionFile(file.bytes));
    expect(read.withdrawals).toEqual([line]);
    expect(sessionJsonOf(read).works[0]).toMatchObject({ removedAtRequest: { items: 8 } });
    const text = JSON.stringify(sessionJsonOf(read));
    expect(HER_WORDS.filter((word) => text.includes(word))).toEqual([]);
  });

  test.each([1, 2, 3])('[W11] files of version %i can be reduced, too', async (version) => {
    const { readFileSync } = await import('node:fs');
    const kit = aKit();
    const old = new File([readFileSync(`tests/corpus/session-v${String(version)}.zip`)], 'old.zip');
    const opened = got(await openSessionFile(kit, old));
    const token = present(opened.session.contributors[0], 'somebody took part');
    const session = opened.content.header.id;
    const line = { session, scope: { token }, on: '2026-11-27' };

    const { content, taken } = withoutListed(kit, opened, [line]);
    const file = got(await packContent(kit, content, WORDS, unheard));

    expect(taken).toHaveLength(1);
    const read = got(await readSessionFile(file.bytes));
    const stones = read.entries.filter((entry) => JSON.stringify(entry).includes(token));
    expect(stones.map(({ op }) => op.kind)).toEqual(['withdrawal/add']);
    expect(JSON.stringify(read.works)).not.toContain(token);
  });

  test('[W10] what is no list takes nothing out', async () => {
    const two = { session: anId('session', 5), token: COLIBRI, work: MAP, on: '2026-08-17' };
    const head = { format: 'llaqta-withdrawals', version: 1 };
    for (const text of ['', '{}', JSON.stringify({ ...head, withdrawals: [two] })]) {
      expect(await openWithdrawals(new File([text], 'withdrawals.json'))).toMatchObject({
        ok: false,
      });
    }
  });
});
