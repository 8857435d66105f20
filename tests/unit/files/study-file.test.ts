import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';

import { AGE_BANDS, AGE_PRESETS } from '#domain/age-band.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { presetOf } from '#domain/study-pack.ts';
import { sha256Of } from '#files/envelope.ts';
import { readSessionFile } from '#files/read-session-file.ts';
import {
  isSameStudy,
  readStudyDraft,
  readStudyFile,
  studyFileName,
  writeStudyFile,
} from '#files/study-file.ts';
import { zipOf } from '#files/zip.ts';
import { seeded } from '../../fixtures/names.ts';
import { A_KEY, A_MISTYPED_KEY, aPack, aStudy, studyContents } from '../../fixtures/studies.ts';
import { aVoice } from '../../fixtures/voices.ts';
import { aLyingBomb, filesIn, forged, patched, textBytes } from '../../fixtures/zips.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Json = Record<string, unknown>;

const A_PROMPT = { id: 'a', words: { es: 'a' }, voices: {} };
const HTML = '<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;{go.back}';

let file: Bytes;
beforeAll(async () => {
  file = await writeStudyFile(aStudy());
});

/** The file with something else written in its study.json, its checksums made to fit. */
function retold(change: (json: Json) => unknown, zip = file): Promise<Bytes> {
  return forged(zip, (files) => {
    const json: unknown = JSON.parse(new TextDecoder().decode(files.get('study.json')));
    files.set('study.json', textBytes(JSON.stringify(change(json as Json))));
  });
}

/** The file of this design. */
function fileOf(over: Parameters<typeof aStudy>[0]): Promise<Bytes> {
  return writeStudyFile(aStudy(over));
}

async function codeOf(zip: Bytes): Promise<string> {
  const read = await readStudyFile(zip);
  return read.ok ? 'read' : read.problem.code;
}

describe('writing and reading', () => {
  property.prop([studyContents], { numRuns: 80 })(
    '[D1] reading what was written gives the same study with the same voices',
    async (content) => {
      const zip = await writeStudyFile(content);

      expect(await readStudyFile(zip)).toEqual({ ok: true, value: content });
      expect(await writeStudyFile(content)).toEqual(zip);
    },
  );

  test('[D1] the built-in study is one that could have been brought', async () => {
    const content = { pack: MY_COMMUNITY_PACK, voices: new Map() };

    expect(await readStudyFile(await writeStudyFile(content))).toEqual({
      ok: true,
      value: content,
    });
  });

  test('[D23] a study that says nothing of ages has no word of them in its file, and is as usual', async () => {
    const json: unknown = JSON.parse(new TextDecoder().decode(filesIn(file).get('study.json')));
    const read = await readStudyFile(file);

    expect(json).not.toHaveProperty('ages');
    for (const band of AGE_BANDS) {
      expect(read.ok && presetOf(read.value.pack, band)).toEqual(AGE_PRESETS[band]);
    }
  });

  test('[D2] the same study gives the same bytes, in whatever order its parts were put down', async () => {
    const { pack, voices } = aStudy();
    const { words, version, ...rest } = pack;
    const turned = {
      version,
      ...rest,
      words: Object.fromEntries(Object.entries(words).reverse()),
      title: { en: pack.title.en!, es: pack.title.es! },
    };
    const unasked = new Map([['nobody-calls-me.mp3', aVoice('mp3')], ...[...voices].reverse()]);

    const again = await writeStudyFile({ pack: turned, voices: unasked });

    expect(await sha256Of(again)).toBe(await sha256Of(file));
    expect(await isSameStudy({ pack: turned, voices: unasked }, aStudy())).toBe(true);
    expect(await isSameStudy(aStudy({ version: 4 }), aStudy())).toBe(false);
    expect(studyFileName(pack)).toBe('juntos-2026-v3.llaqta-study.zip');
  });

  test('[D2] inside are a readable design, the voices, a README in two languages and the checksums', () => {
    const files = filesIn(file);
    const text = (name: string): string => new TextDecoder().decode(files.get(name));

    expect([...files.keys()]).toEqual([
      'README.txt',
      'study.json',
      'voices/place-es.webm',
      'voices/place-quy.ogg',
      'SHA256SUMS',
    ]);
    expect(text('study.json')).toContain('\n "formatVersion": 1,\n "study": "juntos-2026",');
    expect(text('README.txt')).toContain('ARCHIVO DE UN ESTUDIO');
    expect(text('README.txt')).toContain('FILE OF ONE STUDY');
    expect(
      text('README.txt')
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
  });

  test('[D3] what looks like a page or a program in words stays words', async () => {
    const pack = aPack({ title: { es: HTML }, referral: { es: `${HTML}\n${HTML}` } });

    const read = await readStudyFile(await writeStudyFile({ ...aStudy(), pack }));

    expect(read).toEqual({ ok: true, value: { ...aStudy(), pack } });
  });
});

describe('what is refused', () => {
  test.each<[string, string, () => Bytes | Promise<Bytes>]>([
    ['that is empty', 'not-ours', () => new Uint8Array()],
    [
      'that is a letter',
      'not-ours',
      () => textBytes('%PDF-1.7 a letter to the school, a long one'),
    ],
    ['of somebody else', 'not-ours', () => zipOf(new Map([['letter.txt', textBytes('hello')]]))],
    ['that is a list', 'not-ours', () => retold(() => [])],
    [
      'that is a session',
      'not-ours',
      () => retold((json) => ({ ...json, format: 'llaqta-session' })),
    ],
    ['of half a version', 'not-ours', () => retold((json) => ({ ...json, formatVersion: 1.5 }))],
    ['of a newer app', 'newer-than-app', () => retold((json) => ({ ...json, formatVersion: 2 }))],
    ['cut in half', 'cut', () => file.slice(0, file.length / 2)],
    ['with another voice', 'altered', () => swapped()],
    ['that is a bomb', 'altered', () => aLyingBomb()],
    ['with a voice of 6 MB', 'too-large', () => withVoice(aVoice('webm', 6 * 2 ** 20))],
    ['with 501 files', 'too-large', () => forged(file, manyFiles)],
    [
      'with a program',
      'strange',
      () => forged(file, (files) => files.set('voices/run.js', textBytes('1'))),
    ],
    ['with a hidden path', 'altered', () => renamed('place-es', '../../es')],
    [
      'without a voice it calls',
      'strange',
      () => forged(file, (files) => files.delete('voices/place-es.webm')),
    ],
    [
      'with a picture called a voice',
      'voice-unknown',
      () => withVoice(textBytes('<svg onload=alert(1)>')),
    ],
    [
      'with a voice of another kind than its name says',
      'voice-unknown',
      () => withVoice(aVoice('mp3')),
    ],
  ])('[D4] a file %s is refused as %s', async (_what, code, spoil) => {
    expect(await codeOf(await spoil())).toBe(`study-file/${code}`);
  });

  test.each<[string, (json: Json) => unknown]>([
    ['a word too many', (json) => ({ ...json, onload: 'alert(1)' })],
    [
      'an activity nobody knows',
      (json) => ({ ...json, activities: [{ ...first(json), activity: 'camera' }] }),
    ],
    ['a name that leads elsewhere', (json) => ({ ...json, study: '../../secrets' })],
    ['a name in capitals', (json) => ({ ...json, study: 'Juntos' })],
    ['a version of zero', (json) => ({ ...json, version: 0 })],
    ['a title as long as a book', (json) => ({ ...json, title: { es: 'a'.repeat(301) } })],
    ['a title over two lines', (json) => ({ ...json, title: { es: 'a\nb' } })],
    ['a title that turns the words around it', (json) => ({ ...json, title: { es: 'a\u202eb' } })],
    ['a language nobody knows', (json) => ({ ...json, languages: ['xx'] })],
    ['a picture nobody knows', (json) => ({ ...json, without: ['https://example.org/a.svg'] })],
    ['words for no picture', (json) => ({ ...json, words: { spaceship: { es: 'x' } } })],
    ['a key of another kind', (json) => ({ ...json, keys: { team: 'ssh-ed25519 AAAA' } })],
    [
      'a secret key',
      (json) => ({ ...json, keys: { team: A_KEY.replace('age1', 'AGE-SECRET-KEY-1') } }),
    ],
    ['a key that is too short', (json) => ({ ...json, keys: { team: A_KEY.slice(0, -1) } })],
    [
      'a voice in another folder',
      (json) => ({ ...json, activities: [withVoiceOf(json, '../a.webm')] }),
    ],
    ['a voice that is a program', (json) => ({ ...json, activities: [withVoiceOf(json, 'a.js')] })],
    ['an age nobody is of', (json) => ({ ...json, ages: { '40-50': {} } })],
    [
      'a prompt for no age at all',
      (json) => ({
        ...json,
        activities: [{ ...first(json), prompts: [{ ...A_PROMPT, ages: [] }] }],
      }),
    ],
    ['ten cards', (json) => ({ ...json, assent: { cards: Array(10).fill(0), questions: [] } })],
    ['a day that no calendar has', (json) => ({ ...json, withdrawUntil: '2027-02-30' })],
  ])('[D4] a design with %s is broken', async (_what, change) => {
    expect(await codeOf(await retold(change))).toBe('study-file/broken');
  });

  const [drawing] = aPack().activities;
  const { cards, questions } = aPack().assent;
  const [question] = questions;
  test.each<[string, string, string, Parameters<typeof aStudy>[0]]>([
    ['no title', 'without-words', 'title', { title: {} }],
    ['no language', 'too-few', 'languages', { languages: [] }],
    ['no activity', 'too-few', 'activities', { activities: [] }],
    ['the same activity twice', 'twice', 'activities', { activities: [drawing!, drawing!] }],
    [
      'an activity that asks nothing',
      'too-few',
      'activities.0.prompts',
      { activities: [{ ...drawing!, prompts: [] }] },
    ],
    [
      'a question as its own probe',
      'twice',
      'activities.0',
      { activities: [{ ...drawing!, probes: drawing!.prompts }] },
    ],
    [
      'a prompt without words',
      'without-words',
      'activities.0.prompts.0',
      { activities: [{ ...drawing!, prompts: [{ id: 'a', words: {}, voices: {} }] }] },
    ],
    [
      'rounds that a drawing does not have',
      'broken',
      'activities.0.rounds',
      { activities: [{ ...drawing!, rounds: ['base'] }] },
    ],
    [
      'rounds in the wrong order',
      'broken',
      'activities.0.rounds',
      { activities: [{ ...drawing!, activity: 'map', rounds: ['base', 'free'] }] },
    ],
    [
      'five cards',
      'too-few',
      'assent.cards',
      { assent: { cards: cards.slice(0, 5), questions: [] } },
    ],
    ['no question', 'too-few', 'assent.questions', { assent: { cards, questions: [] } }],
    [
      'a question about no card',
      'broken',
      'assent.questions.0.card',
      { assent: { cards, questions: [{ ...question!, card: 'gone' }] } },
    ],
    [
      'a question without a right answer',
      'one-right',
      'assent.questions.0.choices',
      {
        assent: {
          cards,
          questions: [
            { ...question!, choices: question!.choices.map((one) => ({ ...one, right: false })) },
          ],
        },
      },
    ],
    ['the same feeling twice', 'twice', 'feelings', { feelings: ['sad', 'sad'] }],
    ['no channel', 'too-few', 'channels', { channels: [] }],
    ['no word what to do in danger', 'without-words', 'referral', { referral: {} }],
    [
      'a mistyped key',
      'no-key',
      'keys.safeguarding',
      { keys: { team: A_KEY, safeguarding: A_MISTYPED_KEY } },
    ],
    [
      'a mistyped key of the team',
      'no-key',
      'keys.team',
      { keys: { team: A_MISTYPED_KEY, safeguarding: undefined } },
    ],
    [
      'an age that has nothing to draw with',
      'too-few',
      'ages.6-8.brushes',
      { ages: { '6-8': { ...AGE_PRESETS['6-8'], brushes: [] } } },
    ],
    [
      'an age that goes through no round',
      'too-few',
      'ages.12-14.rounds',
      { ages: { '12-14': { ...AGE_PRESETS['12-14'], rounds: [] } } },
    ],
    ['the same tag twice', 'twice', 'tags', { tags: [aPack().tags[0]!, aPack().tags[0]!] }],
  ])('[D5] a study with %s is %s, and it is said where', async (_what, code, path, over) => {
    const zip = await fileOf(over);

    const problem = { code: `study-file/${code}`, path };
    expect(await readStudyFile(zip)).toEqual({ ok: false, problem });
    // While it is being written it may still be so.
    expect(await readStudyDraft(zip)).toMatchObject({ ok: true });
  });

  property.prop([fc.nat(1_000_000)], { numRuns: 300 })(
    '[D6] of 300 damaged files none is read as anything but the study it was',
    async (seed) => {
      const next = seeded(seed);
      const at = (): number => Math.floor(next() * file.length);
      const damaged = [
        () => patched(file, at(), Math.floor(next() * 256)),
        () => file.slice(0, at()),
        () => Uint8Array.of(...file.subarray(0, at()), ...file.subarray(at())),
        () => patched(file, Math.min(at(), file.length - 40), ...noise(next)),
      ][Math.floor(next() * 4)]!();

      const read = await readStudyFile(damaged);

      if (read.ok) expect(read.value).toEqual(aStudy());
    },
  );

  test('[D4] nonsense a hundred thousand brackets deep is refused like any other', async () => {
    const deep = `{"format":"llaqta-study","formatVersion":1,"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

    const zip = await forged(file, (files) => files.set('study.json', textBytes(deep)));

    expect(await codeOf(zip)).toBe('study-file/broken');
  });

  test('[D4] names that programs use themselves are not taken over', async () => {
    const read = await readStudyFile(
      await retold((json) => ({
        ...json,
        words: JSON.parse('{"__proto__":{"es":"x"}}') as unknown,
      })),
    );

    expect(read).toEqual({ ok: true, value: aStudy({ words: {} }) });
    expect(Object.getPrototypeOf(read.ok && read.value.pack.words)).toBe(Object.prototype);
  });

  test('[D4] a session is no study, and a study is no session', async () => {
    expect(await readSessionFile(file)).toEqual({
      ok: false,
      problem: { code: 'session-file/not-ours' },
    });
  });

  function withVoice(bytes: Bytes): Promise<Bytes> {
    return forged(file, (files) => files.set('voices/place-es.webm', bytes));
  }
  function swapped(): Bytes {
    const files = filesIn(file);
    return zipOf(files.set('voices/place-es.webm', aVoice('webm', 901)));
  }
  function manyFiles(files: Map<string, Bytes>): void {
    for (let at = 0; at < 501; at++) files.set(`voices/${String(at)}.webm`, aVoice());
  }
  function renamed(from: string, to: string): Bytes {
    const text = new TextDecoder('latin1').decode(file).replaceAll(from, to);
    return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  }
});

function first(json: Json): Json {
  return (json['activities'] as Json[])[0]!;
}
function withVoiceOf(json: Json, voice: string): Json {
  return { ...first(json), prompts: [{ id: 'a', words: { es: 'a' }, voices: { es: voice } }] };
}

function noise(next: () => number): number[] {
  return Array.from({ length: 40 }, () => Math.floor(next() * 256));
}
