import { createHash, createPublicKey } from 'node:crypto';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { fail, ok, type Problem, type Result } from '#base/result.ts';
import type { WorkId } from '#domain/ids.ts';
import { inventoryCsvOf } from '#files/inventory-csv.ts';
import { readSessionFile } from '#files/read-session-file.ts';
import { keptSessions } from '#state/archive.ts';
import { giveInventory, lastInventory, tabletSigner } from '#state/inventory.ts';
import type { Kit } from '#state/kit.ts';
import { openWithdrawals } from '#state/open-file.ts';
import { childrenIn, withdrawHere } from '#state/withdrawing.ts';
import type { Journal } from '#storage/journal.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { aKit } from '../../fixtures/benches.ts';
import {
  fillTablet,
  inventoryIn,
  jsonIn,
  personIn,
  signedIn,
  spoilt,
  textIn,
} from '../../fixtures/inventories.ts';
import { aStroke } from '../../fixtures/marks.ts';
import { aChance, anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aDrawnSymbol, aHeader, sessionEntries } from '../../fixtures/sessions.ts';
import { memorySettings } from '../../fixtures/settings.ts';
import { aTablet } from '../../fixtures/tablet.ts';
import { COLIBRI, HER_WORDS, OTHERS_WORDS, MAP, scenario5 } from '../../fixtures/withdrawals.ts';
import { filesIn } from '../../fixtures/zips.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type List = Readonly<{ name: string; bytes: Bytes; files: ReadonlyMap<string, Bytes> }>;

const SIGNED = ['inventory.json', 'inventory.csv', 'withdrawals.json'];
const ALL = ['README.txt', ...SIGNED, 'signature.json', 'SHA256SUMS'];
const SHA256 = '5'.repeat(64);

function got<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** The list this tablet gives. */
async function listOf(kit: Kit): Promise<List> {
  const given: List[] = [];
  const give: Kit['give'] = (name, bytes) => {
    given.push({ name, bytes, files: filesIn(bytes) });
    return Promise.resolve('downloaded');
  };
  got(await giveInventory({ ...kit, give }));
  return given[0]!;
}

/** A tablet with the session, its works and nothing else. */
async function tabletWith(
  kept: Pick<ReturnType<typeof scenario5>, 'header' | 'entries' | 'works'>,
): Promise<Kit> {
  const journal = memoryJournal();
  got(await journal.begin(kept.header, kept.entries));
  for (const [id, entries] of kept.works) {
    const activity = id === MAP ? 'map' : 'drawing';
    got(await journal.begin({ kind: 'work', id, session: kept.header.id, activity }, entries));
  }
  return aKit({ journal });
}

describe('what the list says', () => {
  test('[V1] everybody of a study is in it, with papers, channels, and what there is of each', async () => {
    const { journal } = await tabletOf(20);

    const [session] = inventoryIn((await listOf(aKit({ journal }))).files).sessions;

    expect(session).toMatchObject({
      session: anId('session', 1),
      study: 'my-community',
      studyVersion: 1,
      community: 'b',
      day: '2026-08-14',
      closed: false,
      handedOver: false,
      files: [],
      works: { drawing: 5, map: 5, circles: 5, 'two-panels': 5 },
      undecided: 1,
      unreadable: 0,
      diary: true,
    });
    expect(session?.participants).toEqual([
      {
        token: 'zorro-01',
        role: 'child',
        reference: 'F-01',
        channels: ['drawing', 'voice'],
        works: { drawing: 5, map: 5, circles: 5, 'two-panels': 5 },
        undecided: 1,
        quotes: 60,
        observations: 20,
        ownPictures: 0,
      },
      expect.objectContaining({ token: 'llama-02', reference: 'F-02', quotes: 0, observations: 0 }),
    ]);
  });

  test('[V1] where no study was followed, a hand in a work is enough; what was thrown away is not there', async () => {
    const header = aHeader();
    const [kept, thrown] = [anId('work', 1), anId('work', 2)];
    const tablet = aTablet();
    tablet.does(LLAMA, aStroke());
    const entries = sessionEntries(
      { kind: 'contributor/join', token: ZORRO },
      { kind: 'work/begin', work: kept, activity: 'drawing' },
      { kind: 'work/begin', work: thrown, activity: 'drawing', members: [ZORRO] },
      { kind: 'work/finish', work: thrown, decision: 'throw-away' },
      aDrawnSymbol(),
    ).map((entry) => (entry.op.kind === 'symbol/add' ? { ...entry, by: ZORRO } : entry));
    const kit = await tabletWith({ header, entries, works: new Map([[kept, tablet.entries]]) });

    const [session] = inventoryIn((await listOf(kit)).files).sessions;

    expect(session?.participants).toHaveLength(2);
    expect(personIn(session!, ZORRO)).toMatchObject({ works: { drawing: 0 }, ownPictures: 1 });
    expect(personIn(session!, LLAMA)).toMatchObject({ works: { drawing: 1 }, undecided: 1 });
    expect(personIn(session!, LLAMA)).not.toHaveProperty('reference');
    expect(session).not.toHaveProperty('studyVersion');
  });

  test('[V1] it says what was handed over: all of it, or that something stayed', async () => {
    const [work, later] = [anId('work', 1), anId('work', 2)];
    const given = { kind: 'session/hand-over', file: 'x.zip', sha256: SHA256, left: 0 } as const;
    const begun = { kind: 'work/begin', work, activity: 'drawing' } as const;
    const kits = [
      await tabletWith({
        header: aHeader(),
        entries: sessionEntries(begun, given),
        works: new Map(),
      }),
      await tabletWith({
        header: aHeader(),
        entries: sessionEntries(begun, given, { ...begun, work: later }),
        works: new Map(),
      }),
    ];

    const lines = await Promise.all(
      kits.map(async (kit) => inventoryIn((await listOf(kit)).files).sessions[0]),
    );

    const files = [{ sha256: SHA256, left: 0 }];
    expect(lines).toMatchObject([
      { handedOver: true, files },
      { handedOver: false, files },
    ]);
  });

  test('[V1] an empty tablet gives a list with nothing in it', async () => {
    const { files } = await listOf(aKit());

    expect(inventoryIn(files)).toMatchObject({ sessions: [], unreadable: 0 });
    expect([...files.keys()]).toEqual(ALL);
  });
});

describe('what the list does not say', () => {
  test('[V2] of two hundred works no word, name, story or note is in any file of it', async () => {
    const { journal, words, people } = await tabletOf(200);
    const { name, bytes, files } = await listOf(aKit({ journal }));

    expect(words).toHaveLength(1_810);
    const there = await allOf(journal);
    expect(words.filter((word) => !there.includes(word))).toEqual([]);
    const texts = [...files].map(
      ([file, one]) => [file, Buffer.from(one).toString('utf8')] as const,
    );
    for (const [file, text] of [
      ...texts,
      [name, name],
      ['zip', Buffer.from(bytes).toString('latin1')],
    ]) {
      expect([file, words.filter((word) => text.includes(word))]).toEqual([file, []]);
    }
    const all = inventoryIn(files).sessions.flatMap(({ participants }) => participants);
    expect(all.map(({ token }) => token).toSorted()).toEqual(people.toSorted());
  });

  test('[V2] nor is a facilitator, an age, a language, an id of a work or what was asked', async () => {
    const { journal } = await tabletOf(20);
    const { files } = await listOf(aKit({ journal }));

    const text = textIn(files, 'inventory.json') + textIn(files, 'inventory.csv');
    for (const hint of ['f-07', '"age"', 'quy', 'work-', 'item-', 'own-', 'prompt']) {
      expect(text).not.toContain(hint);
    }
  });
});

describe('the signature', () => {
  test('[V3] it holds for all three lists, and for none of which one byte was changed', async () => {
    const { files } = await listOf(await tabletWith(scenario5()));

    expect(signedIn(files)).toEqual(SIGNED);
    for (const name of SIGNED) {
      const size = files.get(name)!.length;
      for (const at of [0, size >> 1, size - 1]) {
        expect(signedIn(spoilt(files, name, at))).toEqual(SIGNED.filter((one) => one !== name));
      }
    }
  });

  test('[V4] the key is made once, and its mark is the tablet’s name everywhere', async () => {
    const kit = aKit();
    const { mark } = got(await tabletSigner(kit));
    const lists = [await listOf(kit), await listOf(kit)];

    for (const { name, files } of lists) {
      expect(name).toBe(`llaqta-inventario-2026-08-14-${mark.slice(0, 4)}.zip`);
      expect(inventoryIn(files).tablet).toBe(mark);
      expect(textIn(files, 'README.txt').split(mark)).toHaveLength(3);
      const { publicKey, tablet } = jsonIn(files, 'signature.json') as Record<string, string>;
      const spki = createPublicKey(publicKey!).export({ format: 'der', type: 'spki' });
      expect(createHash('sha256').update(spki).digest('hex').slice(0, 16)).toBe(mark);
      expect(tablet).toBe(mark);
    }
    expect(got(await tabletSigner(aKit())).mark).not.toBe(mark);
  });

  test('[V4] asked twice at once, before there is a key, the tablet has one', async () => {
    const kit = aKit();

    const [one, other] = await Promise.all([tabletSigner(kit), tabletSigner(kit)]);

    expect(got(one).mark).toBe(got(other).mark);
  });
});

describe('after a withdrawal', () => {
  test('[V5] she is not in the list any more; that she was taken out goes with it, and cleans', async () => {
    const kit = await tabletWith(scenario5());
    const before = inventoryIn((await listOf(kit)).files).sessions[0]!;
    expect(personIn(before, COLIBRI)).toMatchObject({
      reference: 'killa-paper-form',
      works: { drawing: 1, map: 1 },
      quotes: 1,
      observations: 2,
      ownPictures: 1,
    });
    const { sessions } = got(await keptSessions(kit.journal));
    const hers = childrenIn(sessions).find(({ token }) => token === COLIBRI)!;
    got(await withdrawHere(kit, hers));

    const { files } = await listOf(kit);

    for (const name of ['inventory.json', 'inventory.csv', 'README.txt']) {
      const text = textIn(files, name);
      for (const one of [COLIBRI, ...HER_WORDS, ...OTHERS_WORDS]) expect(text).not.toContain(one);
    }
    expect(inventoryIn(files).sessions[0]?.participants).toHaveLength(5);
    const list = new File([files.get('withdrawals.json')!], 'withdrawals.json');
    expect(got(await openWithdrawals(list))).toEqual([
      { session: before.session, scope: { token: COLIBRI }, on: '2026-08-14' },
    ]);
  });
});

describe('when something is broken', () => {
  test('[V6] a damaged work keeps nobody off the list; a session that cannot be read is counted', async () => {
    const { journal } = await tabletOf(20);
    const read: Journal['read'] = (id) =>
      id === anId('work', 1) ? Promise.resolve(ok([{ nonsense: true }])) : journal.read(id);
    const streams: Journal['streams'] = async () => {
      return ok([...got(await journal.streams()), { kind: 'session', id: 'nobody' }]);
    };

    const list = inventoryIn(
      (await listOf(aKit({ journal: { ...journal, read, streams } }))).files,
    );

    expect(list.unreadable).toBe(1);
    expect(list.sessions[0]).toMatchObject({ unreadable: 1, works: { drawing: 5 } });
    expect(personIn(list.sessions[0]!, 'zorro-01')).toMatchObject({
      works: { drawing: 5 },
      quotes: 57,
    });
  });

  test('[V6] where the tablet cannot be read, or cannot keep its key, there is no list', async () => {
    const { journal } = await tabletOf(20);
    const failing = fail({ code: 'storage/failing', why: 'test' } as const);
    const full = fail({ code: 'storage/full' } as const);
    const read: Journal['read'] = (id) =>
      id.startsWith('work-') ? Promise.resolve(failing) : journal.read(id);
    const given: string[] = [];
    const kit = aKit({
      journal,
      give: (name) => {
        given.push(name);
        return Promise.resolve('downloaded');
      },
    });
    const answers = (answer: typeof full) => () => Promise.resolve(answer);

    const outcomes = await Promise.all([
      giveInventory({ ...kit, journal: { ...journal, streams: () => Promise.resolve(failing) } }),
      giveInventory({ ...kit, journal: { ...journal, read } }),
      giveInventory({ ...kit, signingKeys: { ...kit.signingKeys, read: answers(full) } }),
      giveInventory({ ...kit, signingKeys: { ...kit.signingKeys, keep: answers(full) } }),
    ]);

    expect(outcomes).toEqual([failing, failing, full, full]);
    expect(given).toEqual([]);
  });

  test('[V6] what was kept as a key and is none is not written over: nothing is signed', async () => {
    const strange = {
      read: () => Promise.resolve(ok('key')),
      keep: () => Promise.resolve(ok('key')),
    };

    expect(await giveInventory(aKit({ signingKeys: strange }))).toEqual(
      fail({ code: 'signing/failed', why: 'no key' }),
    );
  });

  test('[V6] a browser that cannot sign says so', async () => {
    const cannot = new DOMException('no', 'OperationError');
    const sign = vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(cannot);
    onTestFinished(() => {
      sign.mockRestore();
    });

    expect(await giveInventory(aKit())).toEqual(
      fail({ code: 'signing/failed', why: 'OperationError: no' }),
    );
  });
});

describe('taking it out', () => {
  test('[V7] when it left last is remembered, and not when nobody took it', async () => {
    const kit = aKit({ settings: memorySettings() });
    expect(await lastInventory(kit)).toBeUndefined();

    got(await giveInventory({ ...kit, give: () => Promise.resolve('cancelled') }));
    expect(await lastInventory(kit)).toBeUndefined();

    got(await giveInventory(kit));
    expect(await lastInventory(kit)).toBe(kit.clock.wall());
  });

  test('[V9] where a session file is asked for it is said to be none', async () => {
    const { bytes } = await listOf(await tabletWith(scenario5()));

    expect(await readSessionFile(bytes)).toEqual({
      ok: false,
      problem: { code: 'session-file/not-ours' },
    });
  });
});

describe('the table', () => {
  test('[V8] it has a row for each session and person, and no cell is a formula', async () => {
    const entries = sessionEntries(
      { kind: 'participant/set', token: ZORRO, reference: '=1+1', channels: ['drawing', 'voice'] },
      { kind: 'participant/set', token: LLAMA, role: 'teacher', reference: 'a "b",\nc' },
    );
    const kit = await tabletWith({ header: aHeader(), entries, works: new Map() });
    const { files } = await listOf(kit);
    const head =
      'session,day,study,community,token,role,reference,channels,drawing,map,circles,two-panels,undecided,quotes,observations,ownPictures,handedOver';
    const about = 'session-0000000000000001,2026-08-14,try-it,';

    expect(textIn(files, 'inventory.csv').split('\r\n')).toEqual([
      head,
      `${about},zorro-01,child,'=1+1,drawing voice,0,0,0,0,0,0,0,0,false`,
      `${about},llama-02,teacher,"a ""b"",\nc",,0,0,0,0,0,0,0,0,false`,
      '',
    ]);
  });

  test('[V8] a session of nobody has a row of its own', async () => {
    const work = anId('work');
    const entries = sessionEntries({ kind: 'work/begin', work, activity: 'map' });
    const kit = await tabletWith({ header: aHeader(), entries, works: new Map() });

    const rows = inventoryCsvOf(inventoryIn((await listOf(kit)).files)).split('\r\n');

    expect(rows[1]).toBe('session-0000000000000001,2026-08-14,try-it,,,,,,0,1,0,0,1,,,,false');
  });
});

/** A tablet with so many works, the words in it, and who made them. */
async function tabletOf(
  works: number,
): Promise<{ journal: Journal; words: string[]; people: readonly string[] }> {
  const journal = memoryJournal();
  const chance = aChance(works);
  const words: string[] = [];
  const people = await fillTablet(journal, works, () => {
    const word = `ñan-${Buffer.from(chance(9)).toString('base64url')}`;
    words.push(word);
    return word;
  });
  return { journal, words, people };
}

/** Everything in the journal, as text. */
async function allOf(journal: Journal): Promise<string> {
  const streams = got(await journal.streams()) as { id: WorkId }[];
  const all = await Promise.all(streams.map(async ({ id }) => got(await journal.read(id))));
  return JSON.stringify(all);
}
