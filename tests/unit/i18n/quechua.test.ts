import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { SYMBOLS, type SymbolName } from '#domain/symbol.ts';
import { esPE } from '#i18n/es-PE.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { quy } from '#i18n/quy.ts';
import { quz } from '#i18n/quz.ts';
import { VOCABULARY } from '#i18n/vocabulary.ts';
import { TAG_OF, wordsOf } from '#i18n/words.ts';

const TABLES = { quy, quz } as const;
const QUECHUA = ['quy', 'quz'] as const;
const keys = Object.keys(esPE) as MessageKey[];

/** Which picture of the vocabulary attests the word of a key. A word that a speaker confirms stands here with who did. */
const ATTESTED_BY: Readonly<Partial<Record<MessageKey, SymbolName>>> = {
  'animal.zorro': 'fox',
  'animal.llama': 'llama',
  'animal.condor': 'condor',
  'animal.sapo': 'toad',
  'animal.cuy': 'guinea-pig',
  'animal.trucha': 'fish',
  'feeling.happy': 'happy',
  'feeling.sad': 'sad',
  'feeling.afraid': 'afraid',
  'feeling.angry': 'angry',
  'feeling.lonely': 'lonely',
  'feeling.loved': 'loved',
  'relation.help': 'help',
  'relation.play': 'play',
  'relation.work': 'work',
  'relation.gives': 'give',
  'relation.quarrel': 'fight',
  'relation.path': 'path',
  'relation.water': 'water',
  'sector.family': 'family',
  'sector.school': 'school',
  'tab.family': 'family',
  'tab.food': 'food',
};

describe('a Quechua screen', () => {
  test.each(QUECHUA)('[S15] says in %s only words that the vocabulary attests', (name) => {
    const attested = Object.entries(ATTESTED_BY).map(([key, symbol]) => [
      key,
      VOCABULARY[symbol][name],
    ]);

    expect(TABLES[name]).toEqual(Object.fromEntries(attested));
  });

  test.each(QUECHUA)('[S15] says in Spanish what has no word in %s', async (name) => {
    const words = await wordsOf(name);

    expect(words['feeling.happy']).toBe('kusisqa');
    for (const key of keys)
      expect([key, words[key]]).toEqual([key, TABLES[name][key] ?? esPE[key]]);
  });

  test.each(QUECHUA)(
    '[S15] is read aloud as Spanish as long as less than half of it is in %s',
    (name) => {
      const isMostlySpanish = Object.keys(TABLES[name]).length < keys.length / 2;

      expect(TAG_OF[name] === 'es-PE').toBe(isMostlySpanish);
    },
  );

  test.each(QUECHUA)('[S16] counts in %s with one rule for one and for more', (name) => {
    const words: Readonly<Record<string, string>> = TABLES[name];
    const counted = keys.filter((key) => key.endsWith('.one')).map((key) => key.slice(0, -4));

    for (const stem of counted) expect(words[`${stem}.other`]).toBe(words[`${stem}.one`]);
  });
});

test('[S15] what a Quechua screen says in Spanish is in the translators’ list, and nothing else', async () => {
  const guide = 'docs/guide/translating.md';
  const [text] = readFileSync(guide, 'utf8').split(HEADING);

  await expect(`${text}${HEADING}\n${list()}`).toMatchFileSnapshot(`../../../${guide}`);
});

const HEADING = '## Words that wait for a speaker\n';

/** Keys with their Spanish words, those of children's screens first; then pictures. */
function list(): string {
  const childs = childsKeys();
  const waiting = keys.filter((key) => /\p{L}/u.test(esPE[key].replace(/\{\w+\}/g, '')));
  const line = (key: MessageKey): string[] => {
    const missing = QUECHUA.filter((name) => TABLES[name][key] === undefined);
    return missing.length > 0 ? [`${missing.join(' ')}  ${key} = ${esPE[key]}`] : [];
  };
  const pictures = SYMBOLS.flatMap((symbol) => {
    const missing = QUECHUA.filter((name) => VOCABULARY[symbol][name] === undefined);
    return missing.length > 0 ? [`${missing.join(' ')}  ${symbol} = ${VOCABULARY[symbol].es}`] : [];
  });
  return [
    part('Children’s screens', waiting.filter((key) => childs.has(key)).flatMap(line)),
    part('Pictures', pictures),
    part('Adults’ pages', waiting.filter((key) => !childs.has(key)).flatMap(line)),
  ].join('\n');
}

function part(title: string, lines: readonly string[]): string {
  return `### ${title}: ${String(lines.length)}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`;
}

/** What the sources of children's screens say: by a whole key, or by its beginning and something filled in. */
function childsKeys(): ReadonlySet<MessageKey> {
  const screens = readdirSync('src/screens/child').filter((file) => file !== 'OpenPanels.svelte');
  const sources = [
    ...screens.map((file) => join('src/screens/child', file)),
    'src/screens/Sheet.svelte',
    ...['done-words', 'picture-words', 'places'].map((file) => `src/i18n/${file}.ts`),
  ];
  const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  const whole = new Set([...text.matchAll(/'([a-z][\w./-]*)'/g)].map(([, key]) => key!));
  const beginnings = [...text.matchAll(/`([a-z][\w-]*\.)\$\{/g)].map(([, start]) => start!);
  const stems = [...text.matchAll(/tCount\('([\w.-]+)'/g)].map(([, stem]) => `${stem!}.`);
  return new Set(
    keys.filter(
      (key) => whole.has(key) || [...beginnings, ...stems].some((start) => key.startsWith(start)),
    ),
  );
}
