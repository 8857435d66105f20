import { describe, expect, test } from 'vitest';

import { fail, type Problem, type Result } from '#base/result.ts';
import {
  isWhole,
  NOTHING_SAID,
  wordsIn,
  type Concern,
  type Flag,
  type FlagLine,
} from '#domain/safeguarding.ts';
import { keptSessions } from '#state/archive.ts';
import { packSession } from '#state/hand-over.ts';
import type { Kit } from '#state/kit.ts';
import { Manners } from '#state/manners.svelte.ts';
import { dropSealed, giveSealed, raiseFlag, sealedFlags } from '#state/safeguarding.ts';
import { Sitting } from '#state/sitting.svelte.ts';
import { Studies } from '#state/studies.svelte.ts';
import { memoryShelf } from '#storage/memory-shelf.ts';
import type { Shelved } from '#storage/shelf.ts';
import { someWords } from '../../fixtures/art.ts';
import { aKit, touch } from '../../fixtures/benches.ts';
import { follow, packWith, someKeys, unsealed, type Keys } from '../../fixtures/flags.ts';
import { tap } from '../../fixtures/hands.ts';
import { aClock } from '../../fixtures/names.ts';
import { filesIn } from '../../fixtures/zips.ts';

const CONDOR = 'condor-01';
const SAID: Concern = {
  category: 'physical-harm',
  words: '  dijo que le pegan con correa cuando llega tarde ',
  about: [CONDOR],
};
/** What must stand nowhere that can be read. */
const TELLING = ['correa', 'physical-harm', CONDOR, 'f-07', 'with-keys', 'session-'];

/** A key of nothing but zeros, with the right checksum: nobody has its other half, and X25519 refuses it. */
const ZEROS = `age1${'q'.repeat(52)}5cu47z`;

function got<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

type Here = Readonly<{
  kit: Kit;
  keys: Pick<Keys, 'safeguarding'> & Partial<Keys>;
  sitting: Sitting;
}>;

/** A session of a study with keys: condor, with a drawing, three seconds after the beginning. */
async function aSession(over: Partial<Kit> = {}, known?: Here['keys']): Promise<Here> {
  const keys = known ?? (await someKeys());
  const clock = aClock();
  const kit = aKit({ clock, ...over });
  const pack = packWith(keys);
  const around = { kit, manners: new Manners(kit.settings), studies: new Studies(kit) };
  await follow(around.studies, pack);
  const sitting = got(await Sitting.begin(around, pack));
  sitting.note({ kind: 'session/set', community: 'b', facilitator: 'f-07' });
  sitting.turnTo('condor');
  const bench = got(await sitting.begin('drawing'));
  touch(bench, tap({ x: 400, y: 400 }));
  clock.pass(3_000);
  await sitting.keeper.settled();
  return { kit, keys, sitting };
}

async function shelved({ shelf }: Kit): Promise<readonly Shelved[]> {
  return got(await shelf.all('sealed'));
}

async function researchFile(kit: Kit): Promise<Uint8Array<ArrayBuffer>> {
  const [kept] = got(await keptSessions(kit.journal)).sessions;
  const words = { sheet: () => someWords(), symbol: () => ({}) };
  const watched = { onPage: () => undefined, signal: new AbortController().signal };
  return got(await packSession(kit, kept!, words, watched)).file.bytes;
}

describe('sealing', () => {
  test('[G2] a flag says which danger, whom, when and where; only the safeguarding key opens it', async () => {
    const { kit, keys, sitting } = await aSession();

    got(await raiseFlag(kit, sitting, SAID));

    const [flag, line] = await shelved(kit);
    expect(await unsealed(keys.safeguarding, flag!.bytes)).toEqual({
      flag: flag!.name as Flag['flag'],
      wall: kit.clock.wall(),
      facilitator: 'f-07',
      category: 'physical-harm',
      words: SAID.words.trim(),
      about: [CONDOR],
      study: 'with-keys',
      session: sitting.header.id,
      at: 3_000,
      community: 'b',
    } satisfies Flag);
    await expect(unsealed(keys.team!, flag!.bytes)).rejects.toThrow('no identity matched');
    const audit = { flag: flag!.name as Flag['flag'], wall: kit.clock.wall(), facilitator: 'f-07' };
    for (const key of [keys.team!, keys.safeguarding]) {
      expect(await unsealed(key, line!.bytes)).toEqual(audit satisfies FlagLine);
    }
  });

  test('[G2] nothing that was said, and not even its length, can be read on the tablet', async () => {
    const { kit, sitting } = await aSession();

    got(await raiseFlag(kit, sitting, SAID));
    got(await raiseFlag(kit, sitting, { ...SAID, category: 'other', words: '', about: [] }));

    const files = await shelved(kit);
    expect(files.map(({ name }) => name.replace(/[0-9a-z]{16}/, '*')).sort()).toEqual([
      'flag-*',
      'flag-*',
      'flag-*-line',
      'flag-*-line',
    ]);
    expect(new Set(files.map(({ bytes }) => bytes.length)).size).toBe(2);
    for (const { bytes } of files) {
      const text = Buffer.from(bytes).toString('latin1');
      expect(TELLING.filter((one) => text.includes(one))).toEqual([]);
    }
  });

  test('[G2] without a team key the line of when and by whom is for the safeguarding key alone', async () => {
    const { safeguarding } = await someKeys();
    const { kit, keys, sitting } = await aSession({}, { safeguarding });

    got(await raiseFlag(kit, sitting, SAID));

    const [, line] = await shelved(kit);
    expect(await unsealed(keys.safeguarding, line!.bytes)).toMatchObject({ facilitator: 'f-07' });
  });

  test('[G3] ten words are few enough, eleven are not, and a kind of danger is always named', () => {
    const ten = 'uno dos tres cuatro cinco seis siete ocho nueve diez';

    expect(wordsIn(`  ${ten}\n`)).toBe(10);
    expect(wordsIn('')).toBe(0);
    expect(isWhole({ ...SAID, words: ten })).toBe(true);
    expect(isWhole({ ...SAID, words: `${ten} once` })).toBe(false);
    expect(isWhole({ ...SAID, words: '' })).toBe(true);
    expect(isWhole({ ...NOTHING_SAID, words: ten })).toBe(false);
  });

  test('[G6] a key that cannot be sealed for keeps nothing, and says so', async () => {
    const keys = await someKeys();
    const broken = { ...keys, safeguarding: { ...keys.safeguarding, recipient: ZEROS } };
    const { kit, sitting } = await aSession({}, broken);

    const raised = await raiseFlag(kit, sitting, SAID);

    expect(raised).toMatchObject({ ok: false, problem: { code: 'sealing/failed' } });
    expect(await shelved(kit)).toEqual([]);
  });

  test.each([1, 2])(
    '[G6] where the tablet cannot keep (write %i), nothing half is left, and trying again is whole',
    async (broken) => {
      let writes = 0;
      const shelf = memoryShelf();
      const keep: typeof shelf.keep = async (on, ...file) => {
        if (on === 'sealed') writes += 1;
        const fails = on === 'sealed' && writes === broken;
        return fails ? fail({ code: 'storage/full' }) : shelf.keep(on, ...file);
      };
      const { kit, sitting } = await aSession({ shelf: { ...shelf, keep } });

      expect(await raiseFlag(kit, sitting, SAID)).toEqual(fail({ code: 'storage/full' }));
      expect(await shelved(kit)).toEqual([]);
      got(await raiseFlag(kit, sitting, SAID));

      expect(got(await sealedFlags(kit))).toMatchObject({ flags: 1, files: { length: 2 } });
    },
  );
});

describe('no trace', () => {
  test('[G4] the research file has the same bytes with a flag and without, and so has the journal', async () => {
    const { kit, sitting } = await aSession();
    got(await sitting.finish('keep'));
    await sitting.keeper.settled();
    const before = [await researchFile(kit), await kit.journal.read(sitting.header.id)];
    const { kept } = sitting.keeper;

    got(await raiseFlag(kit, sitting, SAID));
    await sitting.keeper.settled();

    expect([await researchFile(kit), await kit.journal.read(sitting.header.id)]).toEqual(before);
    expect(sitting.keeper.kept).toBe(kept);
  });

  test('[G4] a child that throws its drawing away leaves the flag where it is', async () => {
    const { kit, keys, sitting } = await aSession();
    got(await raiseFlag(kit, sitting, SAID));
    const work = sitting.bench!.id;

    got(await sitting.finish('throw-away'));

    expect(await kit.journal.read(work)).toMatchObject({ ok: false });
    const [flag] = await shelved(kit);
    expect(await unsealed(keys.safeguarding, flag!.bytes)).toMatchObject({ about: [CONDOR] });
  });
});

describe('giving', () => {
  test('[G5] everything sealed leaves as one file that says nothing but the day, and opens elsewhere', async () => {
    const gifts: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    const give: Kit['give'] = (name, bytes) => {
      gifts.push({ name, bytes });
      return Promise.resolve('shared');
    };
    const { kit, keys, sitting } = await aSession({ give });
    got(await raiseFlag(kit, sitting, SAID));

    const { how, name } = await giveSealed(kit, got(await sealedFlags(kit)));

    expect({ how, name }).toEqual({ how: 'shared', name: 'llaqta-sealed-2026-08-14.zip' });
    const files = filesIn(gifts[0]!.bytes);
    const [flag, line] = (await shelved(kit)).map((one) => `${one.name}.age`);
    expect([...files.keys()]).toEqual(['README.txt', flag, line, 'SHA256SUMS']);
    expect(await unsealed(keys.safeguarding, files.get(flag!)!)).toMatchObject({
      words: SAID.words.trim(),
    });
    for (const [file, bytes] of files) {
      const text = file + Buffer.from(bytes).toString('latin1');
      expect(TELLING.filter((one) => text.includes(one))).toEqual([]);
    }
  });

  test('[G5] what was given is taken away only when somebody says so, and what came since stays', async () => {
    const { kit, sitting } = await aSession();
    got(await raiseFlag(kit, sitting, SAID));
    const given = got(await sealedFlags(kit));
    await giveSealed(kit, given);
    expect(got(await sealedFlags(kit)).flags).toBe(1);
    got(await raiseFlag(kit, sitting, { ...SAID, words: 'otra cosa' }));

    got(await dropSealed(kit, given));

    const left = got(await sealedFlags(kit));
    expect(left.flags).toBe(1);
    expect(left.files.map(({ name }) => name)).not.toContain(given.files[0]!.name);
  });
});
