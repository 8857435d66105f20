import { activityOf, studyOf, type StudyPack } from '#domain/study-pack.ts';
import { AGE_PRESETS } from '#domain/age-band.ts';
import { ANIMALS, tokenOf } from '#domain/contributor.ts';
import { fc, test as property } from '@fast-check/vitest';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { ok, type Problem, type Result } from '#base/result.ts';
import { admitSession, admitWork } from '#files/admit.ts';
import { writeStudyFile } from '#files/study-file.ts';
import { readSessionFile } from '#files/read-session-file.ts';
import type { FiledWork } from '#files/session-file.ts';
import { keptSessions, type KeptSession } from '#state/archive.ts';
import { markHandedOver, packSession, type Packed } from '#state/hand-over.ts';
import type { Packing, PackingWords } from '#state/pack-content.ts';
import type { Kit } from '#state/kit.ts';
import { Manners } from '#state/manners.svelte.ts';
import { Studies } from '#state/studies.svelte.ts';
import { Observing } from '#state/observing.svelte.ts';
import { readPicture } from '#state/page-picture.ts';
import { openSessionFile } from '#state/open-file.ts';
import { Sitting, type Plan, type SittingProblem } from '#state/sitting.svelte.ts';
import type { Token } from '#domain/contributor.ts';
import { WorkFold } from '#domain/fold.ts';
import { newId } from '#domain/ids.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { aStranger, chosenWith, MOST_TOGETHER } from '#domain/participant.ts';
import { sessionOf, type WorkOfSession } from '#domain/session.ts';
import type { Decision } from '#domain/session-operation.ts';
import type { Activity } from '#domain/work.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { aJournal, aKit, aTable, touch } from '../../fixtures/benches.ts';
import { someWords } from '../../fixtures/art.ts';
import { pull, tap } from '../../fixtures/hands.ts';
import { aStroke } from '../../fixtures/marks.ts';
import { aClock, anId, CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aDrawnSymbol, aPng } from '../../fixtures/sessions.ts';
import { filesIn, patched } from '../../fixtures/zips.ts';
import { elementsOf } from '../../fixtures/xml.ts';
import { present } from '#base/assert.ts';

const WORDS: PackingWords = {
  sheet: ({ activity, number }) => someWords({ title: `${activity} ${number}` }),
  symbol: (symbol) => ({ es: `la ${symbol}`, en: symbol }),
};
const BARE = { x: 600, y: 900 };

afterEach(() => {
  vi.useRealTimers();
});

function got<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Make a work with a house and a line on it, and finish it so; without a decision it stays open. */
async function make(sitting: Sitting, activity: Activity, decision?: Decision): Promise<void> {
  const bench = got(await sitting.begin(activity));
  bench.take('house');
  touch(bench, tap(BARE));
  bench.pick('draw');
  touch(bench, pull(BARE, { x: 100, y: 100 }));
  touch(bench, pull(BARE, { x: 900, y: 100 }));
  bench.undo();
  if (decision) got(await sitting.finish(decision));
  await sitting.keeper.settled();
}

/** What a sitting finds around it. */
function around(
  kit: Kit,
  manners = new Manners(kit.settings),
): Parameters<typeof Sitting.begin>[0] {
  return { kit, manners, studies: new Studies(kit) };
}

function begun(kit: Kit): ReturnType<typeof Sitting.begin> {
  return Sitting.begin(around(kit));
}

async function resumed(kit: Kit): Promise<Result<Sitting, SittingProblem>> {
  const kept = await Sitting.resume(around(kit), ({ session }) => !session.handedOver);
  if (!kept.ok) return kept;
  return kept.value ? ok(kept.value) : begun(kit);
}

async function aSitting(kit = aKit()): Promise<{ kit: Kit; sitting: Sitting }> {
  const sitting = got(await begun(kit));
  sitting.turnTo('zorro');
  return { kit, sitting };
}

/** Packing that nobody watches or calls off. */
function unheard(): Packing {
  return { onPage: () => undefined, signal: new AbortController().signal };
}

async function onlySession(kit: Kit): Promise<KeptSession> {
  const { sessions } = got(await keptSessions(kit.journal));
  expect(sessions).toHaveLength(1);
  return sessions[0]!;
}

async function pack(kit: Kit): Promise<Packed> {
  return got(await packSession(kit, await onlySession(kit), WORDS, unheard()));
}

async function worksIn({ file }: Packed): Promise<readonly FiledWork[]> {
  return got(await readSessionFile(file.bytes)).works;
}

describe('the session now running', () => {
  test('[M11] a drawing and a map begin in the free round, circles with the base pictures', async () => {
    const { sitting } = await aSitting();
    const rounds: unknown[] = [];
    for (const activity of ['drawing', 'map', 'circles'] as const) {
      const bench = got(await sitting.begin(activity));
      touch(bench, tap(BARE));
      rounds.push(new Set(bench.entries.map(({ round }) => round)));
    }

    expect(rounds).toEqual([new Set(['free']), new Set(['free']), new Set(['base'])]);
  });

  test('[M24] circles are printed as the facilitator set the tablet up, and so they stay', async () => {
    const kit = aKit();
    const manners = new Manners(kit.settings);
    const sitting = got(await Sitting.begin(around(kit, manners)));
    manners.sectors = false;
    manners.question = 'time-with';
    const bench = got(await sitting.begin('circles'));
    manners.sectors = true;
    const days = got(await sitting.begin('two-panels'));

    expect(bench.shown.ground).toEqual({ kind: 'circles', sectors: false, question: 'time-with' });
    expect(days.shown.ground).toEqual({ kind: 'two-panels', person: 'me' });
  });

  test('[M9] a child keeps its token whenever its turn comes; the next new one has the next number', async () => {
    const { kit, sitting } = await aSitting();
    const bench = got(await sitting.begin('drawing'));
    sitting.turnTo('llama');
    touch(bench, tap(BARE));
    sitting.turnTo('zorro');
    touch(bench, tap(BARE));
    await sitting.keeper.settled();

    expect(bench.entries.map(({ by }) => by)).toEqual(['zorro-01', 'llama-02', 'zorro-01']);
    expect([sitting.by, sitting.contributors]).toEqual(['zorro-01', ['zorro-01', 'llama-02']]);
    expect((await onlySession(kit)).session.contributors).toEqual(['zorro-01', 'llama-02']);
  });

  test('[J15] a session goes on where it was when the app starts again', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map');
    sitting.turnTo('sapo');
    await sitting.keeper.settled();

    const again = got(await resumed(kit));
    const [work] = again.works;
    const bench = got(await again.open(work!));

    expect(again.header).toEqual(sitting.header);
    expect([again.by, again.contributors]).toEqual(['sapo-02', ['zorro-01', 'sapo-02']]);
    expect(bench.entries).toEqual(sitting.bench?.entries);
    expect(got(await again.open(work!))).toBe(bench);
    again.turnTo('llama');
    await again.keeper.settled();
    expect((await onlySession(kit)).session.contributors).toEqual([
      'zorro-01',
      'sapo-02',
      'llama-03',
    ]);
  });

  test('[I23] a picture a child drew joins the tray of the session, and is there after a restart', async () => {
    const { kit, sitting } = await aSitting();
    const { lines } = aDrawnSymbol();

    const first = sitting.addSymbol(lines);
    sitting.turnTo('llama');
    const second = sitting.addSymbol(lines.slice(0, 1));
    await sitting.keeper.settled();

    expect(sitting.symbols.map(({ symbol }) => symbol)).toEqual([first, second]);
    expect(first).not.toBe(second);
    const again = got(await resumed(kit));
    expect(again.symbols).toEqual(sitting.symbols);
    expect((await onlySession(kit)).entries.slice(-1)).toMatchObject([
      { by: 'llama-02', op: { kind: 'symbol/add', symbol: second } },
    ]);
  });

  test('[I19] a line that was being drawn when the app was killed is there again, and saved', async () => {
    const { kit, sitting } = await aSitting();
    const bench = got(await sitting.begin('drawing'));
    await sitting.keeper.settled();
    const draft = { by: 'zorro-01', round: 'free', op: aStroke({ page: bench.shown.id }) };
    await kit.journal.keepDraft(bench.id, 'a-0', draft);
    await kit.journal.keepDraft(bench.id, 'a-1', { ...draft, by: 'Rosa' });

    const again = got(await resumed(kit));
    const opened = got(await again.open(again.works[0]!));
    await again.keeper.settled();

    expect(opened.shown.strokes).toMatchObject([{ by: 'zorro-01', line: { cancelled: true } }]);
    const kept = got(await kit.journal.read(bench.id));
    expect(admitWork(kept)).toEqual(ok(opened.entries));
    expect(got(await kit.journal.drafts(bench.id)).map(({ name }) => name)).toEqual(['a-1']);
  });

  test('[I28] of a finished work no picture stays that might show more than its record', async () => {
    const { kit, sitting } = await aSitting();
    const bench = got(await sitting.begin('drawing'));
    bench.attach(aTable({ picture: () => Promise.resolve(aPng(1)) }));
    touch(bench, tap(BARE));
    await bench.keepPicture();
    expect(await readPicture(kit.journal, bench.id)).toBeDefined();

    got(await sitting.finish('keep'));

    expect(await readPicture(kit.journal, bench.id)).toBeUndefined();
  });

  test('[I13] a work is rubbed out as hands of the tablet’s age band do', async () => {
    const kit = aKit();
    const manners = new Manners(kit.settings);
    manners.ageBand = '6-8';
    const sitting = got(await Sitting.begin(around(kit, manners)));

    expect(got(await sitting.begin('drawing')).preset.rubber).toBe('whole');
  });

  test('[J7] a finished work is settled on the tablet: what was taken back is gone from the store', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');

    const raw = got(await kit.journal.read(sitting.works[0]!.id)) as { op: { kind: string } }[];

    expect(raw.map(({ op }) => op.kind).sort()).toEqual(
      ['erased', 'item/put', 'page/add', 'stroke/add', 'undo'].sort(),
    );
    expect(sitting.bench).toBeUndefined();
    expect(sitting.works).toMatchObject([{ activity: 'map', decision: 'keep' }]);
  });

  test('[J11] a work thrown away leaves nothing but that it was', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'drawing', 'throw-away');

    const { session } = await onlySession(kit);
    const [gone] = session.works;

    expect(gone).toMatchObject({ activity: 'drawing', decision: 'throw-away' });
    expect(await kit.journal.read(gone!.id)).toMatchObject({ ok: false });
    expect(sitting.works).toEqual([]);
    expect(got(await kit.journal.streams())).toHaveLength(1);
  });

  test('[J11] what a crash left half thrown away is thrown away at the next start', async () => {
    const { journal } = aKit();
    const kit = aKit({ journal: { ...journal, destroy: () => Promise.resolve(ok(undefined)) } });
    const { sitting } = await aSitting(kit);
    await make(sitting, 'drawing', 'throw-away');
    expect(got(await journal.streams())).toHaveLength(2);

    got(await resumed(aKit({ journal })));

    expect(got(await journal.streams())).toHaveLength(1);
  });

  test('[J13] a session that cannot be read is counted, left as it is, and never resumed', async () => {
    const { kit, sitting } = await aSitting();
    const strange = {
      seq: 1,
      n: 1,
      actor: 'ff'.repeat(8),
      at: 0,
      by: 'Rosa',
      round: 'free',
      op: {},
    };
    await kit.journal.append(sitting.header.id, [strange as never]);

    expect(got(await keptSessions(kit.journal))).toMatchObject({ sessions: [], unreadable: 1 });
    const next = got(await resumed(kit));

    expect(next.header.id).not.toBe(sitting.header.id);
    expect(got(await kit.journal.read(sitting.header.id))).toContainEqual(strange);
  });

  test('[J12] a work that could not be saved is not finished; it is still there and is saved later', async () => {
    vi.useFakeTimers();
    let full = false;
    const { journal } = aJournal(() => full);
    const { sitting } = await aSitting(aKit({ journal }));
    const bench = got(await sitting.begin('drawing'));
    await sitting.keeper.settled();
    full = true;
    touch(bench, pull(BARE, { x: 100, y: 100 }));
    bench.undo();

    expect(await sitting.finish('keep')).toMatchObject({ problem: { code: 'storage/full' } });
    expect(sitting.bench).toBe(bench);
    full = false;
    await vi.advanceTimersByTimeAsync(20_000);

    expect([sitting.keeper.safety, sitting.keeper.problem]).toEqual(['saved', undefined]);
    expect(admitWork(got(await journal.read(bench.id)))).toEqual(ok(bench.entries));
    expect(await sitting.finish('keep')).toEqual(ok(undefined));
  });

  test('[J12] a child that draws on after throwing away failed has its whole work in the journal', async () => {
    vi.useFakeTimers();
    let full = false;
    const { journal } = aJournal(() => full);
    const { sitting } = await aSitting(aKit({ journal }));
    const bench = got(await sitting.begin('drawing'));
    await sitting.keeper.settled();
    full = true;
    touch(bench, tap(BARE));
    expect((await sitting.finish('throw-away')).ok).toBe(false);

    full = false;
    touch(bench, tap({ x: 200, y: 200 }));
    await vi.advanceTimersByTimeAsync(10_000);

    expect(admitWork(got(await journal.read(bench.id)))).toEqual(ok(bench.entries));
  });

  test('[F8] a tablet whose clock began anew says that its clock looks wrong', async () => {
    const begin = async (wallMs: number): Promise<boolean> =>
      got(await begun(aKit({ clock: aClock(wallMs) }))).header.clockLooksWrong;

    expect(await begin(0)).toBe(true);
    expect(await begin(Date.UTC(2015, 0, 1))).toBe(true);
    expect(await begin(Date.UTC(2026, 0, 1))).toBe(false);
  });

  test('[J13] the newest session is resumed; of what cannot be begun the problem is said', async () => {
    const { journal } = aKit();
    got(await begun(aKit({ journal, clock: aClock(Date.UTC(2026, 5, 1)) })));
    const newer = aKit({ journal, clock: aClock(Date.UTC(2026, 6, 1)), chance: aKit().chance });
    const { header } = got(await begun({ ...newer, chance: (length) => new Uint8Array(length) }));

    expect(got(await resumed(aKit({ journal }))).header).toEqual(header);
    journal.close();
    expect(await resumed(aKit({ journal }))).toMatchObject({
      problem: { code: 'storage/failing' },
    });
  });

  test('[J11] without a work on the table there is nothing to finish', async () => {
    const { kit, sitting } = await aSitting();
    await sitting.keeper.settled();
    const before = (await onlySession(kit)).entries;

    expect(await sitting.finish('throw-away')).toEqual(ok(undefined));

    expect((await onlySession(kit)).entries).toEqual(before);
  });
});

describe('a child in a session of a study', () => {
  /** A session of the built-in study, in which these are about to draw. */
  async function seated(kit: Kit, ...members: Token[]): Promise<Sitting> {
    const sitting = got(await Sitting.begin(around(kit), MY_COMMUNITY_PACK));
    for (const token of members) sitting.note({ kind: 'contributor/join', token });
    sitting.seat(drawingBy(...members));
    return sitting;
  }

  /** A work that was begun and finished so. */
  async function piece(sitting: Sitting, decision: Decision): Promise<WorkOfSession> {
    const { id } = got(await sitting.beginPlanned(present(sitting.plan, 'something is planned')));
    got(await sitting.finish(decision));
    return present(
      sitting.session.works.find((work) => work.id === id),
      'it was begun',
    );
  }

  function drawingBy(...members: Token[]): Plan {
    const activity = present(MY_COMMUNITY_PACK.activities[0], 'the study has activities');
    return { activity, prompt: present(activity.prompts[1], 'it asks several things'), members };
  }

  test('[A11] a work without a line is finished and kept', async () => {
    const kit = aKit();
    const { id } = await piece(await seated(kit, ZORRO), 'keep');
    const { session } = await onlySession(kit);
    expect(session.works).toMatchObject([{ id, decision: 'keep', members: [ZORRO] }]);
    const entries = got(admitWork(got(await kit.journal.read(id))));
    expect(WorkFold.of(entries).work.pages).toMatchObject([{ strokes: [], items: [] }]);
  });

  test('[A7] who rests has its lines and its rest kept when the app ends right after', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const bench = got(await sitting.beginPlanned(drawingBy(ZORRO)));
    const [down, ...moves] = pull(BARE, { x: 100, y: 100 });
    touch(bench, [down!, ...moves.slice(0, -1)]);

    got(await sitting.rest());

    const again = got(await resumed(kit));
    expect(again.session.works).toMatchObject([{ resting: true, decision: undefined }]);
    expect(WorkFold.of(got(await again.open(again.works[0]!)).entries).work.pages).toMatchObject([
      { strokes: [{ line: { tool: 'crayon' } }] },
    ]);
    expect([again.seated, again.by]).toEqual([[ZORRO], ZORRO]);
  });

  test('[P28] what a family took away afterwards puts away what lies on the table or is planned, and it is not laid again', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO, LLAMA);
    const agree = (...channels: ('drawing' | 'voice')[]): void => {
      sitting.note({ kind: 'participant/set', token: LLAMA, reference: 'F-1', channels });
    };
    agree('drawing');
    const bench = got(await sitting.beginPlanned(drawingBy(ZORRO, LLAMA)));
    touch(bench, pull(BARE, { x: 100, y: 100 }).slice(0, -1));

    agree('voice');

    expect([sitting.bench, sitting.plan]).toEqual([undefined, undefined]);
    const [work] = sitting.works;
    const refused = { ok: false, problem: { code: 'work/not-agreed' } };
    expect(await sitting.open(work!)).toEqual(refused);
    await sitting.keeper.settled();
    const again = got(await resumed(kit));
    expect(await again.open(again.works[0]!)).toEqual(refused);
    expect(again.bench).toBeUndefined();

    agree('drawing');
    const laid = got(await sitting.open(work!));
    expect(WorkFold.of(laid.entries).work.pages, 'the line that was being drawn').toMatchObject([
      { strokes: [{ line: { tool: 'crayon' } }] },
    ]);
    got(await sitting.finish('keep'));
    agree('voice');
    got(await sitting.open(sitting.works[0]!));
    expect(sitting.bench?.id).toBe(work!.id);
  });

  test('[P15] what is told of a work that was decided about is kept, corrected words are not, and it stays decided', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const work = await piece(sitting, 'keep-private');

    const bench = got(await sitting.open(work));
    const title = (text: string): void => {
      bench.tell({
        about: 'title',
        wording: { text, language: 'es' },
        speaker: ZORRO,
        source: 'said',
      });
    };
    title('Nuestra cassa');
    bench.undo('f');
    title('Nuestra casa');
    expect(bench.tool, 'in the free round too').toBe('hand');
    got(await sitting.rest());

    expect(sitting.bench).toBeUndefined();
    expect(sitting.works).toMatchObject([{ decision: 'keep-private', resting: false }]);
    const entries = got(await kit.journal.read(work.id));
    expect(WorkFold.of(got(admitWork(entries))).work.pages).toMatchObject([
      { quotes: [{ wording: { text: 'Nuestra casa' } }] },
    ]);
    expect(JSON.stringify(entries)).not.toContain('cassa');
  });

  describe('[P29] a work that is opened again', () => {
    /** The fox draws alone; then the fox and the llama together, the llama last; then the condor alone. */
    async function threeWorks(): Promise<{ kit: Kit; sitting: Sitting; works: WorkOfSession[] }> {
      const kit = aKit();
      const sitting = await seated(kit, ZORRO, LLAMA, CONDOR);
      const decisions = ['keep', undefined, 'keep'] as const;
      for (const [at, members] of [[ZORRO], [ZORRO, LLAMA], [CONDOR]].entries()) {
        const plan = drawingBy(...members);
        sitting.seat(plan);
        const bench = got(await sitting.beginPlanned(plan));
        bench.attach(aTable());
        for (const token of members) {
          sitting.turnTo(token);
          touch(bench, pull(BARE, { x: 100, y: 100 }));
        }
        const decision = decisions[at];
        got(decision ? await sitting.finish(decision) : await sitting.rest());
      }
      return { kit, sitting, works: [...sitting.works] };
    }

    test('has before it those who made it, whoever worked since: theirs are the turns and the words', async () => {
      const { sitting, works } = await threeWorks();
      const bench = got(await sitting.open(works[0]!));
      expect([sitting.seated, sitting.contributors, bench.by]).toEqual([[ZORRO], [ZORRO], ZORRO]);
      expect([sitting.isTurnOpen, sitting.plan]).toEqual([false, undefined]);
    });

    test('is gone on with by the hand that was the last on it, until somebody says whose turn it is', async () => {
      const { kit, sitting, works } = await threeWorks();
      await sitting.keeper.settled();
      const again = got(await resumed(kit));
      for (const [here, last] of [
        [sitting, LLAMA],
        [again, ZORRO],
      ] as const) {
        const bench = got(await here.open(works[1]!));
        bench.attach(aTable());
        expect([here.contributors, bench.by, here.isTurnOpen]).toEqual([
          [ZORRO, LLAMA],
          last,
          true,
        ]);
        here.turnTo(ZORRO);
        touch(bench, pull(BARE, { x: 500, y: 100 }));
        expect([here.isTurnOpen, bench.entries.at(-1)?.by]).toEqual([false, ZORRO]);
        await here.keeper.settled();
      }
    });

    test('is nobody’s turn any more to say when they draw at once, or when others are seated', async () => {
      const { sitting, works } = await threeWorks();
      got(await sitting.open(works[1]!));
      sitting.dock([ZORRO, LLAMA]);
      expect([sitting.isTurnOpen, sitting.bench?.docks.map(({ by }) => by)]).toEqual([
        false,
        [ZORRO, LLAMA],
      ]);
      got(await sitting.rest());
      got(await sitting.open(works[0]!));
      got(await sitting.open(works[1]!));
      expect(sitting.isTurnOpen).toBe(true);
      sitting.seat(drawingBy(CONDOR));
      expect([sitting.isTurnOpen, sitting.seated, sitting.by]).toEqual([false, [CONDOR], CONDOR]);
    });

    test('has only those before it who are there when they open it among their pieces', async () => {
      const { sitting, works } = await threeWorks();
      const bench = got(await sitting.open(works[1]!, [ZORRO]));
      expect([sitting.seated, bench.by, sitting.isTurnOpen]).toEqual([[ZORRO], ZORRO, false]);
    });
  });

  test('[P7] who takes part in groups only does not stay behind alone; anybody else does, and a group goes on', async () => {
    const sitting = await seated(aKit(), ZORRO, LLAMA, CONDOR);
    const agreed = { reference: 'F-1', channels: ['drawing'] } as const;
    sitting.note({ kind: 'participant/set', token: LLAMA, groupOnly: true, ...agreed });
    sitting.leave(CONDOR);
    expect(sitting.seated).toEqual([ZORRO, LLAMA]);
    sitting.leave(LLAMA);
    expect(sitting.seated).toEqual([ZORRO]);
    sitting.seat(drawingBy(ZORRO, LLAMA));
    sitting.leave(ZORRO);
    expect(sitting.seated).toEqual([]);
  });

  test('[F11] what is told of a work that left the tablet says that it has to be handed over again', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const work = await piece(sitting, 'keep');
    const tell = (bench: Workbench, text: string): void => {
      const wording = { text, language: 'es' } as const;
      bench.tell({ about: 'page', speaker: ZORRO, source: 'said', wording });
    };
    tell(got(await sitting.open(work)), 'La chacra');
    expect(sitting.session.handedOver).toBe(false);
    sitting.note({ kind: 'session/hand-over', file: 'a.zip', sha256: 'ab'.repeat(32), left: 0 });
    expect(sitting.session.handedOver).toBe(true);

    tell(got(await sitting.open(work)), 'La chacra y el río');
    expect(sitting.session.handedOver).toBe(false);
    await sitting.keeper.settled();
    const kinds = got(admitSession(got(await kit.journal.read(sitting.header.id)))).map(
      ({ op }) => op.kind,
    );
    expect(kinds.filter((kind) => kind === 'work/tell')).toHaveLength(1);
  });

  test('[N9] the words of a note that was a slip are in no file, and leave the tablet at the next start', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const bench = got(await sitting.beginPlanned(drawingBy(ZORRO)));
    const observing = new Observing(sitting, bench);
    for (const note of ['mira la ventana', 'mira a Wilber']) {
      observing.note = note;
      observing.write();
    }
    observing.takeBackSeen();
    await sitting.keeper.settled();
    const read = async (): Promise<string> =>
      JSON.stringify(got(await kit.journal.read(sitting.header.id)));
    const { file } = await pack(kit);
    const filed = JSON.stringify(got(await readSessionFile(file.bytes)).entries);
    const again = got(await resumed(kit));
    for (const text of [filed, await read()]) {
      expect(text).toContain('mira la ventana');
      expect(text).not.toContain('Wilber');
    }
    expect(again.session.observations).toMatchObject([{ note: 'mira la ventana' }]);
  });

  test('[F15] a child that was only written down, without its family’s word, leaves as an animal and a number', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    await piece(sitting, 'keep');
    sitting.note({ kind: 'participant/set', token: LLAMA, age: 9, gender: 'female' });
    await sitting.keeper.settled();
    const { participants } = sessionOf(
      got(await readSessionFile((await pack(kit)).file.bytes)).entries,
    );
    expect(participants).toEqual([aStranger(LLAMA)]);
  });

  test('[T1] what was being typed when the app ended waits where it was typed; when the work is put away nothing of it is left', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const made = got(await sitting.beginPlanned(drawingBy(ZORRO)));
    made.attach(aTable());
    touch(made, pull({ x: 300, y: 300 }, { x: 900, y: 300 }));
    const said = (text: string): { text: string; language: 'es' } => ({ text, language: 'es' });
    for (const text of ['Mi', 'Mi abuel', 'Mi abuela teje']) made.typed.keep('page', said(text));
    made.typed.keep('title', said('Tejer'));
    made.tell({ about: 'title', speaker: ZORRO, source: 'said', wording: said('Tejer') });
    await sitting.keeper.settled();

    const again = got(await resumed(kit));
    const bench = got(await again.open(again.works[0]!));
    const waiting = (['page', 'title'] as const).map((about) => bench.typed.told(about));
    expect(waiting).toEqual([said('Mi abuela teje'), undefined]);
    expect(bench.shown.quotes.map(({ about }) => about)).toEqual(['title']);
    got(await again.finish('keep'));
    expect(await kit.journal.drafts(bench.id)).toEqual(ok([]));
  });

  test('[T12] corrections, names and what is not agreed about wait when the app ends, each where it was typed', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const made = got(await sitting.beginPlanned(drawingBy(ZORRO)));
    const [quote, item, ring] = [anId('quote'), anId('item'), anId('ring')];
    const wording = { text: 'Teje', language: 'quy' } as const;
    const translation = { text: 'Ella teje', language: 'es' } as const;
    const dispute = { between: [ZORRO, LLAMA], note: 'si es pozo' };
    const label = { text: 'pozo', language: 'es', what: 'well' } as const;
    made.typed.correct({ kind: 'quote/set', quote, wording, translation, source: 'chose' }, true);
    made.typed.correct({ kind: 'item/set', item, label }, true);
    made.typed.correct({ kind: 'item/set', item, dispute }, true);
    made.typed.correct({ kind: 'ring/set', ring, label: wording }, true);
    made.typed.correct({ kind: 'ring/set', ring, label: wording }, false);
    await sitting.keeper.settled();

    const again = got(await resumed(kit));
    const { typed } = got(await again.open(again.works[0]!));
    expect(typed.corrected(quote)).toMatchObject({ wording, translation, source: 'chose' });
    expect([typed.named(item), typed.disputed(item), typed.named(ring)]).toEqual([
      label,
      dispute,
      undefined,
    ]);
    typed.forget(quote);
    expect(typed.corrected(quote)).toBeUndefined();
    await again.keeper.settled();
    got(await again.finish('keep'));
    expect(await kit.journal.drafts(made.id)).toEqual(ok([]));
  });

  test('[P21] a work that was decided about is told of and named, and nothing else of it changes', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const plan = { ...drawingBy(ZORRO), activity: activityOf(MY_COMMUNITY_PACK, 'map')! };
    const made = got(await sitting.beginPlanned(plan));
    made.attach(aTable());
    made.openRound();
    for (const [symbol, x] of [
      ['house', 400],
      ['school', 1200],
    ] as const) {
      made.take(symbol);
      touch(made, tap({ x, y: 500 }));
    }
    got(await sitting.finish('keep'));

    const bench = got(await sitting.open(sitting.works[0]!));
    bench.attach(aTable());
    expect(bench.tool).toBe('hand');
    const before = bench.entries.length;
    touch(bench, pull({ x: 400, y: 500 }, { x: 400, y: 900 }));
    bench.pick('draw');
    touch(bench, pull({ x: 100, y: 100 }, { x: 900, y: 200 }));
    touch(bench, tap({ x: 1200, y: 500 }));
    const school = present(bench.pickedItem, 'the school is meant');
    bench.binPicked();
    bench.undo();
    bench.newPage();
    bench.openRound();
    bench.act({ kind: 'item/set', item: school.id, wish: true });
    expect(bench.entries).toHaveLength(before);
    expect(school.symbol).toBe('school');

    bench.act({ kind: 'item/set', item: school.id, label: { text: 'la escuela', language: 'es' } });
    bench.tell({
      about: school.id,
      wording: { text: 'Ahí aprendo', language: 'es' },
      speaker: ZORRO,
      source: 'said',
    });
    expect(bench.entries.slice(before).map(({ op }) => op.kind)).toEqual(['item/set', 'quote/add']);
  });

  test('[A6] what the study asked is known as long as its work lies on the table, also after a restart', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    expect(sitting.prompt).toBeUndefined();
    got(await sitting.beginPlanned(drawingBy(ZORRO)));
    expect(sitting.prompt).toBe(drawingBy().prompt);
    await sitting.keeper.settled();
    const again = got(await resumed(kit));
    got(await again.open(again.works[0]!));
    expect(again.prompt).toEqual(drawingBy().prompt);
  });

  test('[A8] a piece is decided about anew, and the last word is kept', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const work = await piece(sitting, 'keep');
    got(await sitting.decideAgain(work, 'keep-private'));
    const { entries, session } = await onlySession(kit);
    expect(session.works).toMatchObject([{ id: work.id, decision: 'keep-private' }]);
    expect(entries.at(-1)).toMatchObject({ by: ZORRO, op: { decision: 'keep-private' } });
    expect((await kit.journal.read(work.id)).ok).toBe(true);
  });

  test('[A8] of a piece that is thrown away later nothing stays but that it was', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    const [work, other] = [await piece(sitting, 'keep'), await piece(sitting, 'keep')];
    got(await sitting.decideAgain(work, 'throw-away'));
    expect(await kit.journal.read(work.id)).toMatchObject({ ok: false });
    expect((await kit.journal.read(other.id)).ok).toBe(true);
    expect(sitting.works.map(({ id }) => id)).toEqual([other.id]);
  });

  test.each([false, true])(
    '[A8] what was noted of it is in no file, and leaves the tablet at the next start (handed over: %s)',
    async (handedOver) => {
      const kit = aKit();
      const sitting = await seated(kit, ZORRO);
      const bench = got(await sitting.beginPlanned(drawingBy(ZORRO)));
      const observing = new Observing(sitting, bench);
      observing.note = 'tiene pena';
      observing.write();
      got(await sitting.finish('throw-away'));
      sitting.note({ kind: 'observation/add', note: 'llueve' });
      await sitting.keeper.settled();
      const { file } = await pack(kit);
      const filed = JSON.stringify(got(await readSessionFile(file.bytes)).entries);
      const over = { file: 'a.zip', sha256: 'ab'.repeat(32), left: 0 };
      if (handedOver) sitting.note({ kind: 'session/hand-over', ...over });
      await sitting.keeper.settled();

      const around = { kit, manners: new Manners(kit.settings), studies: new Studies(kit) };
      got(await Sitting.resume(around, ({ session }) => !session.handedOver));

      for (const text of [filed, JSON.stringify(got(await kit.journal.read(sitting.header.id)))]) {
        expect(text).toContain('llueve');
        expect(text).not.toContain('tiene pena');
      }
    },
  );

  test('[A8] what could not be written down is not destroyed', async () => {
    let isFull = false;
    const { journal, asked } = aJournal(() => isFull);
    const kit = aKit({ journal });
    const sitting = await seated(kit, ZORRO);
    const work = await piece(sitting, 'keep');
    isFull = true;
    expect(await sitting.decideAgain(work, 'throw-away')).toMatchObject({
      problem: { code: 'storage/full' },
    });
    expect(asked.at(-1)?.done).toBe(false);
    expect((await journal.read(work.id)).ok).toBe(true);
  });

  test('[A9] that a child was given its picture is written once', async () => {
    const kit = aKit();
    const sitting = await seated(kit, ZORRO);
    sitting.gaveBack(await piece(sitting, 'keep'));
    sitting.gaveBack(sitting.works[0]!);
    await sitting.keeper.settled();
    const { entries } = await onlySession(kit);
    expect(entries.filter(({ op }) => op.kind === 'work/give-back')).toMatchObject([{ by: ZORRO }]);
  });

  test('[A5] in a study only those who sit before the tablet take turns', async () => {
    const sitting = await seated(aKit(), ZORRO, LLAMA);
    sitting.seat(drawingBy(LLAMA));
    expect(sitting.contributors).toEqual([LLAMA]);
    expect(sitting.session.contributors).toEqual([ZORRO, LLAMA]);
  });
});

describe('a session of a study', () => {
  function seated(...ages: readonly (number | undefined)[]): Promise<Sitting> {
    return seatedIn(MY_COMMUNITY_PACK, ...ages);
  }

  async function seatedIn(
    pack: StudyPack,
    ...ages: readonly (number | undefined)[]
  ): Promise<Sitting> {
    const where = around(aKit());
    got(await where.studies.bring(await writeStudyFile({ pack, voices: new Map() })));
    const sitting = got(await Sitting.begin(where, pack));
    const members = ages.map((age, at) => {
      const token = tokenOf('zorro', at + 1);
      sitting.note({ kind: 'participant/set', token, ...(age !== undefined && { age }) });
      return token;
    });
    const activity = activityOf(pack, 'map')!;
    const plan = { activity, prompt: activity.prompts[0]!, members };
    sitting.seat(plan);
    got(await sitting.beginPlanned(plan));
    return sitting;
  }

  test('[P13] two children with the same animal take turns, each under its own number', async () => {
    const sitting = await seated(9, 10, 11);
    const turns = [sitting.by];
    for (const token of ['zorro-03', 'zorro-02', 'zorro-03'] as const) {
      sitting.turnTo(token);
      turns.push(sitting.by, sitting.bench!.by);
    }

    expect(turns).toEqual([
      'zorro-01',
      ...['zorro-03', 'zorro-03', 'zorro-02', 'zorro-02', 'zorro-03', 'zorro-03'],
    ]);
    expect(sitting.session.contributors).toHaveLength(3);
  });

  test.each([
    [[6], 'whole'],
    [[8, 14], 'whole'],
    [[9], 'touched'],
    [[12, 11], 'touched'],
    [[undefined], 'touched'],
  ] as const)('[P14] of children of %j the rubber takes what is %s', async (ages, rubber) => {
    expect((await seated(...ages)).bench?.preset.rubber).toBe(rubber);
  });

  test('[P14] a study gives an age what it says, in fewer rounds too, and to others what is usual', async () => {
    const slow = { ...AGE_PRESETS['6-8'], rings: true, rounds: ['free', 'base'] as const };
    const pack = { ...MY_COMMUNITY_PACK, study: 'of-ages', ages: { '6-8': slow } };

    const young = (await seatedIn(pack, 7, 12)).bench;
    const older = (await seatedIn(pack, 12)).bench;

    expect(young?.preset).toEqual(slow);
    expect(young?.study.rounds('map')).toEqual(['free', 'base']);
    expect(older?.preset).toEqual(AGE_PRESETS['12-14']);
    expect(older?.study.rounds('map')).toEqual(['free', 'base', 'prompted']);
  });

  test('[P14] an activity none of whose rounds an age goes through keeps its own', async () => {
    const free = { ...AGE_PRESETS['6-8'], rounds: ['free'] as const };
    const sitting = await seatedIn(
      { ...MY_COMMUNITY_PACK, study: 'of-ages', ages: { '6-8': free } },
      7,
    );
    const circles = present(activityOf(sitting.pack, 'circles'), 'the built-in study has circles');

    expect(studyOf(sitting.pack, circles, free.rounds).rounds('circles')).toEqual(circles.rounds);
  });
});

/** Everybody there can be, as an adult taps them: often the same ones again. */
const taps = fc.array(
  fc
    .tuple(fc.constantFrom(...ANIMALS), fc.integer({ min: 1, max: 99 }))
    .map(([a, n]) => tokenOf(a, n)),
  { maxLength: 120, size: 'max' },
);
const forms = fc.record({
  age: fc.integer({ min: 3, max: 110 }),
  reference: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.slice(0, 40).trim()),
  agreedOn: fc.constantFrom('2026-02-28', '2024-02-29', '0999-01-01'),
});

property.prop([taps, forms, fc.string({ maxLength: 300 })], { numRuns: 40 })(
  '[P22] whoever is chosen, what the board writes down of them is read again, as it was',
  async (tapped, fields, note) => {
    const kit = aKit();
    const sitting = got(await Sitting.begin(around(kit), MY_COMMUNITY_PACK));
    let chosen: readonly Token[] = [];
    for (const token of tapped) {
      sitting.note({ kind: 'participant/set', token, ...fields });
      chosen = chosenWith(chosen, token) ?? chosen;
      sitting.note({ kind: 'group/set', group: newId('group', kit.chance), members: chosen });
    }
    const activity = activityOf(MY_COMMUNITY_PACK, 'map')!;
    const plan = { activity, prompt: activity.prompts[0]!, members: chosen };
    sitting.seat(plan);
    got(await sitting.beginPlanned(plan));
    sitting.note({ kind: 'observation/add', note, work: sitting.bench!.id, about: chosen });
    sitting.note({ kind: 'session/close' });
    await sitting.keeper.settled();

    const { sessions, unreadable } = got(await keptSessions(kit.journal));

    expect(unreadable).toBe(0);
    expect(sessions[0]?.session).toEqual(sitting.session);
    expect(chosen.length).toBeLessThanOrEqual(MOST_TOGETHER);
  },
);

describe('handing over', () => {
  test('[F10] works thrown away are in no file, works kept private are marked, works undecided stay', async () => {
    const { kit, sitting } = await aSitting();
    for (const decision of ['keep', 'throw-away', 'keep-private', undefined] as const) {
      await make(sitting, 'drawing', decision);
    }
    const [kept, secret] = sitting.works;

    const packed = await pack(kit);

    const works = await worksIn(packed);
    expect(works.map(({ id, decision }) => [id, decision])).toEqual([
      [kept!.id, 'keep'],
      [secret!.id, 'keep-private'],
    ]);
    expect(packed.undecided).toBe(1);
    const names = [...filesIn(packed.file.bytes).keys()].filter((name) => name.endsWith('.svg'));
    expect(names).toEqual([
      'works/01-drawing-page-01-annotated.svg',
      'works/02-drawing-page-01-annotated.svg',
    ]);
  });

  test('[F10] what a child took back is in no file', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');

    const [work] = await worksIn(await pack(kit));

    expect(work!.entries.map(({ op }) => (op.kind === 'erased' ? op.was : `= ${op.kind}`))).toEqual(
      ['= page/add', '= item/put', '= stroke/add', 'stroke/add', '= undo'],
    );
  });

  test('[F10] what a child took back is in no file either when the app died before settling', async () => {
    const { journal } = aKit();
    const dying = { ...journal, rewrite: () => Promise.resolve(ok(undefined)) };
    const { kit, sitting } = await aSitting(aKit({ journal: dying }));
    await make(sitting, 'drawing', 'keep');
    const raw = got(await journal.read(sitting.works[0]!.id)) as { op: { kind: string } }[];
    expect(raw.filter(({ op }) => op.kind === 'stroke/add')).toHaveLength(2);

    const [work] = await worksIn(await pack(kit));

    expect(work!.entries.filter(({ op }) => op.kind === 'stroke/add')).toHaveLength(1);
  });

  test('[F8] the words of the pictures used, and every finished page, go along', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');
    await make(sitting, 'drawing', 'keep');
    const done: number[] = [];

    const packed = got(
      await packSession(kit, await onlySession(kit), WORDS, {
        ...unheard(),
        onPage: (page) => done.push(page),
      }),
    );

    expect(done).toEqual([1, 2]);
    const content = got(await readSessionFile(packed.file.bytes));
    expect(content.words).toEqual({ house: { es: 'la house', en: 'house' } });
    const svg = filesIn(packed.file.bytes).get('works/02-drawing-page-01-annotated.svg');
    const [title] = elementsOf(new TextDecoder().decode(svg)).filter(({ tag }) => tag === 'title');
    expect(title?.text).toBe('drawing 1');
  });

  test('[F11] packing marks nothing; only what is marked is handed over, and only if nothing stays', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');
    await make(sitting, 'drawing');
    const before = (await onlySession(kit)).entries;

    const packed = await pack(kit);
    expect((await onlySession(kit)).entries).toEqual(before);

    got(await markHandedOver(kit, await onlySession(kit), packed));
    const marked = await onlySession(kit);
    expect(marked.session.handedOver).toBe(false);
    expect(marked.entries.at(-1)).toMatchObject({
      by: 'f',
      op: { kind: 'session/hand-over', file: packed.file.name, left: 1 },
    });

    got(await sitting.finish('keep'));
    const all = await pack(kit);
    got(await markHandedOver(kit, await onlySession(kit), all));
    const over = await onlySession(kit);
    expect(over.session.handedOver).toBe(true);
    expect(admitSession(over.entries).ok).toBe(true);
    expect(got(await resumed(kit)).header.id).not.toBe(sitting.header.id);
  });

  test('[F11] a file that cannot be read back is not given', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');
    const session = await onlySession(kit);
    const spoilt: KeptSession = { ...session, header: { ...session.header, study: 'With Spaces' } };

    expect(await packSession(kit, spoilt, WORDS, unheard())).toEqual({
      ok: false,
      problem: { code: 'session-file/broken', path: 'session.study' },
    });
  });

  test('[I23] a picture that a child drew leaves with the session, under its own name and with a word', async () => {
    const { kit, sitting } = await aSitting();
    const { lines } = aDrawnSymbol();
    const own = sitting.addSymbol(lines);
    const bench = got(await sitting.begin('map'));
    bench.take(own);
    touch(bench, tap(BARE));
    got(await sitting.finish('keep'));

    const content = got(await readSessionFile((await pack(kit)).file.bytes));

    expect(content.entries.map(({ op }) => op)).toContainEqual({
      kind: 'symbol/add',
      symbol: own,
      lines,
    });
    expect(WorkFold.of(content.works[0]!.entries).work.pages[0]?.items).toMatchObject([
      { symbol: own, ...BARE },
    ]);
    expect(content.words).toEqual({ [own]: { es: `la ${own}`, en: own } });
  });

  test('[I27] packing that is called off says so, and gives no file', async () => {
    const calling = new AbortController();
    const { imageMaker } = aKit();
    const { kit, sitting } = await aSitting(
      aKit({
        imageMaker: async (own) => ({
          ...(await imageMaker(own)),
          annotated: (_layout, _page, signal) => {
            calling.abort();
            return Promise.reject(signal.reason as Error);
          },
        }),
      }),
    );
    await make(sitting, 'map', 'keep');
    const pages: number[] = [];
    const packing = { onPage: (page: number) => pages.push(page), signal: calling.signal };

    const packed = await packSession(kit, await onlySession(kit), WORDS, packing);

    expect(packed).toEqual({ ok: false, problem: { code: 'hand-over/stopped' } });
    expect(pages).toEqual([]);
  });

  test('[F2] packing the same session twice gives the same file', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep-private');

    expect(await pack(kit)).toEqual(await pack(kit));
  });
});

describe('opening a file', () => {
  test('[F13] an opened file shows the same work, and nothing on the tablet changes', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');
    const stored = got(await kit.journal.read(sitting.works[0]!.id));
    const { file } = await pack(kit);

    const opened = got(await openSessionFile(aKit(), new File([file.bytes], file.name)));

    const shown = present(opened.works[0], 'the file holds the work').pages;
    expect(shown).toEqual(WorkFold.of((await worksIn(await pack(kit)))[0]!.entries).work.pages);
    expect(shown[0]).toMatchObject({
      items: [{ symbol: 'house', ...BARE }],
      strokes: [{ by: 'zorro-01' }],
    });
    expect(got(await kit.journal.read(sitting.works[0]!.id))).toEqual(stored);
  });

  test('[F5] a file that is not ours is not opened', async () => {
    const { kit, sitting } = await aSitting();
    await make(sitting, 'map', 'keep');
    const { file } = await pack(kit);
    const altered = new File([patched(file.bytes, 100, 1, 2, 3)], 'a.zip');

    expect(await openSessionFile(aKit(), new File(['hola'], 'a.zip'))).toEqual({
      ok: false,
      problem: { code: 'session-file/not-ours' },
    });
    expect(await openSessionFile(aKit(), altered)).toMatchObject({
      problem: { code: 'session-file/altered' },
    });
  });

  test('[F5] a file too large to be a session is not even looked into', async () => {
    const huge = new File(['x'], 'huge.zip');
    Object.defineProperty(huge, 'size', { value: 201 * 2 ** 20 });

    expect(await openSessionFile(aKit(), huge)).toEqual({
      ok: false,
      problem: { code: 'session-file/too-large', path: 'huge.zip' },
    });
  });
});
