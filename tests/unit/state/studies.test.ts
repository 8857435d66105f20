import { beforeAll, describe, expect, test } from 'vitest';

import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { studyOf } from '#domain/study-pack.ts';
import { sha256Of } from '#files/envelope.ts';
import { owedIn } from '#files/study-faults.ts';
import { writeStudyFile } from '#files/study-file.ts';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { StudyDraft } from '#state/study-draft.svelte.ts';
import { Studies } from '#state/studies.svelte.ts';
import { memorySettings } from '../../fixtures/settings.ts';
import { aKit } from '../../fixtures/benches.ts';
import { aStudy } from '../../fixtures/studies.ts';
import { aVoice } from '../../fixtures/voices.ts';
import { patched } from '../../fixtures/zips.ts';

type Bytes = Uint8Array<ArrayBuffer>;

let file: Bytes;
beforeAll(async () => {
  file = await writeStudyFile(aStudy());
});

/** The studies of a tablet that was just started. */
async function started(kit: Kit): Promise<Studies> {
  const studies = new Studies(kit);
  await studies.remember();
  return studies;
}

function namesIn(studies: Studies): string[] {
  return studies.all.map(({ pack }) => `${pack.study}@${String(pack.version)}`);
}

async function onShelf(kit: Kit): Promise<string[]> {
  const shelved = await kit.shelf.all('studies');
  return shelved.ok ? shelved.value.map(({ name }) => name) : [shelved.problem.code];
}

function got<Value>(result: { ok: boolean; value?: Value; problem?: unknown }): Value {
  expect(result).toMatchObject({ ok: true });
  return result.value as Value;
}

describe('studies on the tablet', () => {
  test('[D7] a fresh tablet has the built-in study, and new sessions follow it', async () => {
    const studies = await started(aKit());

    expect(namesIn(studies)).toEqual(['my-community@1']);
    expect(studies.chosen).toBe(MY_COMMUNITY_PACK);
  });

  test('[D7] a study that was brought is there after the app was closed, with the same sum, voices and choice', async () => {
    const kit = aKit({ settings: memorySettings() });
    const studies = await started(kit);
    const { pack, sum } = got(await studies.bring(file));
    studies.choose(pack);

    const again = await started(kit);

    expect(namesIn(again)).toEqual(['my-community@1', 'juntos-2026@3']);
    expect([sum, again.all[1]?.sum]).toEqual([await sha256Of(file), await sha256Of(file)]);
    expect(again.chosen).toEqual(pack);
    expect(again.voiceOf(again.chosen, 'place-quy.ogg')).toEqual(aVoice('ogg', 700));
    expect(again.voiceOf(MY_COMMUNITY_PACK, 'place-quy.ogg')).toBeUndefined();
    expect(got(await again.fileOf(again.all[1]!))).toEqual({
      name: 'juntos-2026-v3.llaqta-study.zip',
      bytes: file,
    });
  });

  test('[D8] bringing the same file twice changes nothing; another study under the same version is refused', async () => {
    const kit = aKit();
    const studies = await started(kit);
    const first = got(await studies.bring(file));

    expect(got(await studies.bring(file))).toBe(first);
    const other = await writeStudyFile(aStudy({ title: { es: 'Otro' } }));
    expect(await studies.bring(other)).toEqual({
      ok: false,
      problem: { code: 'study-file/other-content' },
    });
    const builtIn = { ...MY_COMMUNITY_PACK, title: { es: 'Otra comunidad' } };
    expect(
      await studies.bring(await writeStudyFile({ pack: builtIn, voices: new Map() })),
    ).toMatchObject({ problem: { code: 'study-file/other-content' } });
    expect(namesIn(studies)).toEqual(['my-community@1', 'juntos-2026@3']);
    expect(await onShelf(kit)).toEqual(['juntos-2026@3']);
  });

  test('[D4] of a file that is refused nothing stays on the tablet', async () => {
    const kit = aKit();
    const studies = await started(kit);

    const refused = await studies.bring(file.slice(0, -7));

    expect(refused).toMatchObject({ problem: { code: 'study-file/cut' } });
    expect([namesIn(studies), await onShelf(kit)]).toEqual([['my-community@1'], []]);
  });

  test('[D10] a finished session keeps the version it followed, whatever is brought later', async () => {
    const kit = aKit();
    const desk = new Desk(kit, '');
    desk.studies.choose(got(await desk.studies.bring(file)).pack);
    const { header } = got(await desk.beginSession());
    const next = aStudy({ version: 4, title: { es: 'Juntos, segundo año' } });
    desk.studies.choose(got(await desk.studies.bring(await writeStudyFile(next))).pack);

    const again = await started(kit);

    expect([header.study, header.studyVersion]).toEqual(['juntos-2026', 3]);
    expect(got(again.of(header))).toEqual(aStudy().pack);
    expect(got(again.of({ study: 'juntos-2026' }))).toBe(MY_COMMUNITY_PACK);
  });

  test.each([
    ['is gone', (kit: Kit) => kit.shelf.drop('studies', 'juntos-2026@3')],
    [
      'cannot be read',
      (kit: Kit) =>
        kit.shelf.keep('studies', 'juntos-2026@3', patched(file, file.length >> 1, 1, 2, 3)),
    ],
  ])('[D25] a session whose study %s is not gone on with; brought again it is', async (_, harm) => {
    const kit = aKit();
    const before = new Desk(kit, '');
    before.studies.choose(got(await before.studies.bring(file)).pack);
    const sitting = got(await before.beginSession());
    sitting.note({ kind: 'participant/set', token: 'zorro-01' });
    const { id: work } = got(await sitting.begin('drawing'));
    await sitting.keeper.settled();
    await harm(kit);

    const desk = new Desk(kit, '');
    await desk.studies.remember();
    const problem = { code: 'study-file/missing', path: 'juntos-2026@3' };

    expect(desk.studies.of({ study: 'juntos-2026', studyVersion: 9 }).ok).toBe(false);
    expect(await desk.sitDown(sitting.header.id)).toEqual({ ok: false, problem });
    expect(await desk.sitInStudy()).toEqual({ ok: false, problem });
    expect(await desk.lay(work)).toEqual({ ok: false, problem });
    expect(desk.sitting).toBeUndefined();
    expect(await desk.tryIt()).toMatchObject({ ok: true, value: { pack: MY_COMMUNITY_PACK } });

    got(await desk.studies.bring(file));
    expect(got(await desk.sitDown(sitting.header.id))?.pack).toEqual(aStudy().pack);
    expect(desk.sitting?.session.works).toMatchObject([{ id: work }]);
  });

  test('[D11] a version that a session followed cannot be taken away; another can, and leaves nothing', async () => {
    const kit = aKit({ settings: memorySettings() });
    const desk = new Desk(kit, '');
    const used = got(await desk.studies.bring(file)).pack;
    const unused = got(await desk.studies.bring(await writeStudyFile(aStudy({ version: 4 })))).pack;
    desk.studies.choose(used);
    await desk.beginSession();
    desk.studies.choose(unused);

    expect(await desk.studies.remove(used)).toMatchObject({
      problem: { code: 'study-file/in-use' },
    });
    expect(await desk.studies.remove(MY_COMMUNITY_PACK)).toMatchObject({ ok: false });
    expect(await desk.studies.remove(unused)).toMatchObject({ ok: true });

    expect(desk.studies.chosen).toBe(MY_COMMUNITY_PACK);
    expect(await onShelf(kit)).toEqual(['juntos-2026@3']);
    expect((await started(kit)).chosen).toBe(MY_COMMUNITY_PACK);
  });

  test('[D12] a study that can no longer be read is said to be there; brought again it is whole', async () => {
    const kit = aKit();
    await kit.shelf.keep('studies', 'juntos-2026@3', patched(file, file.length >> 1, 1, 2, 3));
    await kit.shelf.keep('studies', 'elsewhere@1', file);

    const studies = await started(kit);

    expect(studies.unreadable).toEqual([
      { name: 'elsewhere@1', problem: { code: 'study-file/strange', path: 'elsewhere@1' } },
      {
        name: 'juntos-2026@3',
        problem: { code: 'study-file/altered', path: 'study.json' },
      },
    ]);
    expect(namesIn(studies)).toEqual(['my-community@1']);
    got(await studies.bring(file));
    expect(studies.unreadable.map(({ name }) => name)).toEqual(['elsewhere@1']);
    expect(namesIn(await started(kit))).toEqual(['my-community@1', 'juntos-2026@3']);
  });

  describe('[D26] a study that owes children something', () => {
    const { cards, questions } = MY_COMMUNITY_PACK.assent;
    const [first, ...others] = cards;
    const wordy = { ...first!, words: { es: 'Ven.', en: 'one two '.repeat(6) + 'thirteen' } };
    const OWING = [
      [
        'of thirteen words',
        { code: 'study-file/too-wordy', path: 'assent.cards.0.en' },
        { cards: [wordy, ...others], questions },
      ],
      [
        'without the limit of secrecy',
        { code: 'study-file/no-secrecy', path: 'assent.cards' },
        { cards: cards.filter(({ picture }) => picture !== 'card-secret'), questions },
      ],
      [
        'of one question',
        { code: 'study-file/few-questions', path: 'assent.questions' },
        { cards, questions: questions.slice(0, 1) },
      ],
    ] as const;

    test.each(OWING)('%s does not come in and cannot be saved', async (_, problem, assent) => {
      const kit = aKit();
      const studies = await started(kit);
      const owing = await writeStudyFile(aStudy({ assent }));

      expect(await studies.bring(owing)).toEqual({ ok: false, problem });
      expect(await onShelf(kit)).toEqual([]);
      const draft = StudyDraft.from(kit, studies, aStudy());
      draft.change({ assent });
      expect(draft.faults).toEqual([problem]);
      expect(await draft.save(studies)).toEqual({ ok: false, problem });
    });

    test.each(OWING)('%s that lies here is run, and brought again it is', async (_, __, assent) => {
      const kit = aKit();
      const { pack, voices } = aStudy({ assent });
      const owing = await writeStudyFile({ pack, voices });
      await kit.shelf.keep('studies', 'juntos-2026@3', owing);
      const before = new Desk(kit, '');
      await before.studies.remember();
      before.studies.choose(pack);
      const { header } = got(await before.beginSession());
      await kit.shelf.drop('studies', 'juntos-2026@3');

      const studies = await started(kit);
      expect(studies.of(header).ok).toBe(false);
      expect(await studies.bring(owing)).toMatchObject({ ok: true });
      expect(got((await started(kit)).of(header))).toEqual(pack);
    });

    test('exactly twelve words and two questions are enough; signs that stand alone are no words', async () => {
      const twelve = { ...first!, words: { es: `¿ ${'uno dos '.repeat(6)} ?` } };
      const assent = { cards: [twelve, ...others], questions: questions.slice(0, 2) };
      const studies = await started(aKit());

      expect(await studies.bring(await writeStudyFile(aStudy({ assent })))).toMatchObject({
        ok: true,
      });
    });

    test('the built-in study owes nothing', () => {
      expect(owedIn(MY_COMMUNITY_PACK)).toEqual([]);
    });
  });

  test('[D7] a tablet that cannot keep says so, and the study is not there', async () => {
    const { shelf } = aKit();
    const full = { code: 'storage/full' } as const;
    const kit = aKit({
      shelf: { ...shelf, keep: () => Promise.resolve({ ok: false, problem: full }) },
    });
    const studies = await started(kit);

    expect(await studies.bring(file)).toEqual({ ok: false, problem: full });
    expect(namesIn(studies)).toEqual(['my-community@1']);
  });

  test('[D7] the built-in study is given as a file that every tablet takes for the same', async () => {
    const studies = await started(aKit());

    const given = got(await studies.fileOf(studies.all[0]!));

    expect(given.name).toBe('my-community-v1.llaqta-study.zip');
    expect(got(await (await started(aKit())).bring(given.bytes)).pack).toBe(MY_COMMUNITY_PACK);
  });

  test('[D13] pictures that the community does not want are on no tab', () => {
    const { pack } = aStudy();
    const [, map] = pack.activities;

    const { tabs, more } = studyOf(pack, map!);

    const offered = [...tabs('map', 'prompted'), ...more('map', 'prompted')].flatMap(
      ({ symbols }) => symbols,
    );
    expect(offered).toContain('river');
    expect(offered).not.toContain('apu');
    expect(offered).not.toContain('saint');
  });
});

describe('a study that is being written', () => {
  test('[D14] it begins as the next version, and is there half done after the app was closed', async () => {
    const kit = aKit();
    const studies = await started(kit);
    const kept = got(await studies.bring(file));
    const draft = StudyDraft.from(kit, studies, kept);
    draft.change({ title: { es: 'A' } });
    draft.change({ title: {}, activities: [] });
    expect(draft.kept).toBe('keeping');
    expect(await draft.settled()).toBe('kept');

    const again = got(await StudyDraft.onTablet(kit));

    expect(again?.pack).toEqual({ ...aStudy().pack, version: 4, title: {}, activities: [] });
    expect(again?.faults).toEqual([
      { code: 'study-file/without-words', path: 'title' },
      { code: 'study-file/too-few', path: 'activities' },
    ]);
    expect(namesIn(await started(kit))).toEqual(['my-community@1', 'juntos-2026@3']);
  });

  test('[D14] saved it is a study like any other, and the draft is gone', async () => {
    const kit = aKit();
    const studies = await started(kit);
    const draft = StudyDraft.from(kit, studies, studies.all[0]!);
    const [drawing, ...others] = draft.pack.activities;
    const name = got(draft.record('place', 'quz', aVoice('webm', 80)));
    const [place, ...prompts] = drawing!.prompts;
    const spoken = { ...place!, words: { es: 'Dibuja tu casa.' }, voices: { quz: name } };
    draft.change({ activities: [{ ...drawing!, prompts: [spoken, ...prompts] }, ...others] });

    const saved = got(await draft.save(studies));

    expect(name).toMatch(/^place-quz-[0-9a-f]{8}\.webm$/);
    expect(saved.pack).toEqual(draft.pack);
    expect([saved.pack.study, saved.pack.version]).toEqual(['my-community', 2]);
    expect(studies.voiceOf(saved.pack, name)).toEqual(aVoice('webm', 80));
    expect(await onShelf(kit)).toEqual(['my-community@2']);
    expect(got(await StudyDraft.onTablet(kit))).toBeUndefined();
  });

  test('[D14] what is not complete is not saved, and the draft stays', async () => {
    const kit = aKit();
    const studies = await started(kit);
    const draft = StudyDraft.from(kit, studies, studies.all[0]!);
    draft.change({ languages: [] });

    expect(await draft.save(studies)).toEqual({
      ok: false,
      problem: { code: 'study-file/too-few', path: 'languages' },
    });
    await draft.settled();
    expect(await onShelf(kit)).toEqual(['draft']);
  });

  test('[D14] a draft that is thrown away is gone, also what was on its way to the shelf', async () => {
    const kit = aKit();
    const studies = await started(kit);
    const draft = StudyDraft.from(kit, studies, studies.all[0]!);
    await draft.settled();
    const dropped = draft.drop();
    draft.change({ title: { es: 'A' } });
    await dropped;
    await draft.settled();

    expect(await onShelf(kit)).toEqual([]);
  });

  test('[D14] what the tablet cannot keep of a draft is said', async () => {
    const full = { code: 'storage/full' } as const;
    const { shelf } = aKit();
    const kit = aKit({
      shelf: { ...shelf, keep: () => Promise.resolve({ ok: false, problem: full }) },
    });
    const studies = await started(kit);

    expect(await StudyDraft.from(kit, studies, studies.all[0]!).settled()).toEqual(full);
  });

  test('[D19] a recording too large for a study file is not taken in, and the draft can be read again', async () => {
    const kit = aKit();
    const draft = StudyDraft.from(kit, await started(kit), aStudy());

    expect(draft.record('place', 'es', aVoice('webm', 5 * 2 ** 20 + 1))).toEqual({
      ok: false,
      problem: { code: 'study-file/voice-too-large', path: 'place' },
    });
    const name = got(draft.record('place', 'es', aVoice('webm', 5 * 2 ** 20)));
    const [drawing, ...others] = draft.pack.activities;
    const [first, ...prompts] = drawing!.prompts;
    const voiced = { ...first!, voices: { es: name } };
    draft.change({ activities: [{ ...drawing!, prompts: [voiced, ...prompts] }, ...others] });
    await draft.settled();

    const again = got(await StudyDraft.onTablet(kit));
    expect(again?.voiceOf(draft.pack, name)).toHaveLength(5 * 2 ** 20);
  });

  test('[D9] what was recorded and is no voice is not taken in', async () => {
    const kit = aKit();
    const studies = await started(kit);
    const draft = StudyDraft.from(kit, studies, studies.all[0]!);

    expect(draft.record('place', 'es', new TextEncoder().encode('<svg>'))).toMatchObject({
      problem: { code: 'study-file/voice-unknown' },
    });
  });
});
