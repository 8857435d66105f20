import { describe, expect, test } from 'vitest';

import { ANIMALS } from '#domain/contributor.ts';
import { AREAS, CRAYONS, WIDTHS } from '#domain/crayon.ts';
import { ROUNDS } from '#domain/entry.ts';
import { DIRECTIONS, FEELINGS, VALENCES } from '#domain/feeling.ts';
import { PANELS, PERSONS, SECTORS, type Ground } from '#domain/ground.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { StudyPack, Words } from '#domain/study-pack.ts';
import { MY_COMMUNITY, QUESTIONS, RELATIONS } from '#domain/study.ts';
import { ACTIVITIES, DRAWN, type Activity, type Link } from '#domain/work.ts';
import type { Messages } from '#i18n/messages.ts';
import { sheetWords, type SheetWords } from '#i18n/sheet-words.ts';
import { language, t, tCount, tDay } from '#i18n/adult.svelte.ts';
import { languageFor, LANGUAGES, OWN_NAME, said, wordsOf, type Language } from '#i18n/words.ts';
import { aLink, anItem, aRing } from '../../fixtures/marks.ts';
import { aPack } from '../../fixtures/studies.ts';

const spanish = await wordsOf('es-PE');
const english = await wordsOf('en');
const others = LANGUAGES.filter((name) => name !== 'es-PE');
const keys = Object.keys(spanish) as (keyof Messages)[];

/** What is known of a sheet; nothing was withdrawn from its work. */
function factsOf(
  activity: Activity,
  number: number,
  ground?: Ground,
  removed = 0,
): Parameters<SheetWords['sheet']>[0] {
  return { activity, number, ground, removed };
}

function factsIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact!).sort();
}

test.each(LANGUAGES)('[S4] %s has words for every key, and for no other', async (name) => {
  const words = await wordsOf(name);

  expect(Object.keys(words).sort()).toEqual([...keys].sort());
  for (const sentence of Object.values(words)) {
    expect(sentence.trim()).toBe(sentence);
    expect(sentence).not.toBe('');
    expect(sentence.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]|TODO|undefined/);
  }
});

test.each(others)(
  '[S4] every fact that a sentence asks for in Spanish is given in %s',
  async (name) => {
    const words = await wordsOf(name);

    for (const key of keys)
      expect([key, factsIn(words[key])]).toEqual([key, factsIn(spanish[key])]);
  },
);

test('[S4] there are words for every animal, crayon, activity, tab, kind of bond, feeling and place of a sheet', () => {
  const tabs = ACTIVITIES.flatMap((activity) => [
    ...MY_COMMUNITY.tabs(activity, 'prompted'),
    ...MY_COMMUNITY.more(activity, 'prompted'),
  ]);
  const wanted = [
    ...ANIMALS.map((animal) => `animal.${animal}`),
    ...CRAYONS.map((crayon) => `crayon.${crayon}`),
    ...WIDTHS.map((width) => `width.${width}`),
    ...ACTIVITIES.map((activity) => `activity.${activity}`),
    ...tabs.map(({ name }) => `tab.${name}`),
    ...RELATIONS.map((relation) => `relation.${relation}`),
    ...VALENCES.map((valence) => `valence.${valence}`),
    ...DIRECTIONS.map((direction) => `direction.${direction}`),
    ...FEELINGS.map((feeling) => `feeling.${feeling}`),
    ...AREAS.map((area) => `area.${area}`),
    ...ROUNDS.map((round) => `round.${round}`),
    ...SECTORS.map((sector) => `sector.${sector}`),
    ...PANELS.map((panel) => `panel.${panel}`),
    ...PERSONS.map((person) => `person.${person}`),
    ...QUESTIONS.map((question) => `question.${question}`),
  ];

  expect(keys).toEqual(expect.arrayContaining(wanted));
});

test('[S4] what can be counted has words for one and for more', () => {
  const stems = keys.filter((key) => key.endsWith('.one')).map((key) => key.slice(0, -4));

  expect(stems.length).toBeGreaterThan(0);
  expect(keys).toEqual(expect.arrayContaining(stems.map((stem) => `${stem}.other`)));
  const many = (count: number): string => said(spanish, 'hand-over.works.other', { count });
  expect([0, 1, 2, 1_000_000].map((count) => tCount('hand-over.works', count))).toEqual([
    many(0),
    said(spanish, 'hand-over.works.one', { count: 1 }),
    many(2),
    many(1_000_000),
  ]);
});

test('[S4] facts stand in their places, each as often as it is asked for; a missing one shows as it is', () => {
  const words = { ...spanish, undo: '{a} y {b} y {a}' };

  expect(said(words, 'undo', { a: 2, b: 'tres' })).toBe('2 y tres y 2');
  expect(said(words, 'undo', { a: '{b}', b: '$&' })).toBe('{b} y $& y {b}');
  expect(said(words, 'undo', { a: 0 })).toBe('0 y {b} y 0');
});

test('[S4] without a choice the app speaks Spanish, and a day is written as people there write it', () => {
  expect(language()).toBe('es-PE');
  expect(t('undo')).toBe(spanish.undo);
  expect(tDay(Date.UTC(2026, 7, 14, 11))).toBe('14 de agosto de 2026');
});

test.each<[string[], Language]>([
  [['en-GB', 'es'], 'en'],
  [['es-419'], 'es-PE'],
  [['qu-PE', 'en-US', 'es-PE'], 'en'],
  [['qu-PE', 'fr'], 'es-PE'],
  [[], 'es-PE'],
])('[S4] a browser that asks for %j gets %s', (wanted, language) => {
  expect(languageFor(wanted)).toBe(language);
});

test('[S4] every language has a name for itself', () => {
  expect(new Set(LANGUAGES.map((name) => OWN_NAME[name])).size).toBe(LANGUAGES.length);
});

const OWN = [`own-${'b'.repeat(16)}`, `own-${'a'.repeat(16)}`];
const { sheet, symbol } = await sheetWords(
  { study: 'try-it', month: '2026-08', version: '0.1.0' },
  OWN,
  MY_COMMUNITY_PACK,
);

test('[S4] a handed-over sheet says in Spanish which it is, of which study, and whether it is blank', () => {
  const words = sheet(factsOf('map', 2));

  expect(words.title).toBe(
    said(spanish, 'sheet.title', { activity: spanish['activity.map'], number: 2 }),
  );
  for (const fact of ['try-it', '2026-08', '0.1.0']) expect(words.foot).toContain(fact);
  expect([words.blank, words.question]).toEqual([spanish['sheet.blank'], '']);
});

test('[M24] circles carry the question that was asked; one of another study stays unsaid', () => {
  const asked = (question: string): string =>
    sheet(factsOf('circles', 1, { kind: 'circles', sectors: true, question })).question;

  expect(QUESTIONS.map(asked)).toEqual(QUESTIONS.map((one) => spanish[`question.${one}`]));
  expect(asked('whom-do-you-fear')).toBe('');
});

describe('a study in its own words', () => {
  const foot = { study: 'juntos-2026', month: '2026-08', version: '0.1.0' };
  const pack = aPack();
  /** The study asks this in its circles; another activity has a question of the same name. */
  const asks = (id: string, words: Words): StudyPack['activities'] =>
    pack.activities.map((one) => {
      const said = one.activity === 'circles' ? words : { es: 'Dibuja.' };
      return { ...one, prompts: [{ id, words: said, voices: {} }] };
    });

  test('[D15] pictures are called in the words of the community, on sheets and in the file', async () => {
    const { sheet, symbol: inFile } = await sheetWords(foot, [], pack);
    const { itemOf } = sheet(factsOf('map', 1));

    expect(itemOf(anItem(1, { symbol: 'river' }), {})).toEqual({
      main: 'el río Pampas',
      second: 'river',
    });
    expect(itemOf(anItem(1), {}).main).toBe('casa');
    expect(inFile('river')).toEqual({
      ...symbol('river'),
      es: 'el río Pampas',
      quy: 'hatun mayu',
    });
    expect(inFile('toad')).toMatchObject({ quz: "hanp'atu" });
  });

  test.each<[string, string, Words]>([
    ['of its own', 'whom-do-you-trust', { es: '¿En quién confías?', quy: 'x' }],
    ['that we ask in other words', 'important', { es: '¿A quién quieres más?' }],
    ['that is not there in Spanish', 'whom', { quz: 'Pi?' }],
  ])('[M24] circles carry a question %s as the study asks it', async (_what, question, words) => {
    const { sheet } = await sheetWords(foot, [], { ...pack, activities: asks(question, words) });
    const ground = { kind: 'circles', sectors: true, question } as const;

    expect(sheet(factsOf('circles', 1, ground)).question).toBe(words.es ?? words.quz);
  });
});

test('[M25] two panels say whose days they tell', () => {
  const told = PERSONS.map((person) =>
    sheet(factsOf('two-panels', 1, { kind: 'two-panels', person })),
  );

  expect(told.map(({ question }) => question)).toEqual(
    PERSONS.map((person) => spanish[`person.${person}`]),
  );
});

test('[S4] a picture is called in Spanish with English beside it, and in the file in every language that has a word', () => {
  const { itemOf } = sheet(factsOf('map', 1));

  expect(itemOf(anItem(1), {})).toEqual({ main: 'casa', second: 'house' });
  expect(symbol('hen')).toEqual({ es: 'gallina', quy: 'wallpa', quz: 'wallpa', en: 'hen' });
  expect(symbol('church')).toEqual({ es: 'iglesia', en: 'church' });
  expect(symbol(OWN[1]!)).toEqual({
    es: said(spanish, 'symbol.own', { number: 2 }),
    en: said(english, 'symbol.own', { number: 2 }),
  });
  expect(symbol('stranger')).toEqual({ es: 'stranger', en: 'stranger' });
});

test('[M18] a picture with a name is called by it, with what it is of beside it', () => {
  const label = { text: 'Wasiy', language: 'quz', what: 'house' } as const;

  const called = sheet(factsOf('map', 1)).itemOf(anItem(1, { symbol: DRAWN, label }), {});

  expect(called).toEqual({ main: 'Wasiy', second: 'casa' });
});

test('[M17] a sheet says of a picture that it is wished for, quarrelled about, and where it stands', () => {
  const dispute = { between: ['zorro-01', 'llama-02'], note: '' } as const;
  const item = anItem(1, { wish: true, dispute });

  const { second } = sheet(factsOf('circles', 1)).itemOf(item, { ring: 2, sector: 'school' });

  expect(second.split(' · ')).toEqual([
    'house',
    said(spanish, 'sheet.ring-number', { ring: 2 }),
    spanish['sector.school'],
    spanish['sheet.wish'],
    said(spanish, 'sheet.dispute', { who: 'zorro-01, llama-02' }),
  ]);
});

test('[M12] a sheet says of a link what kind it is and how it feels, in both languages', () => {
  const { linkOf } = sheet(factsOf('map', 1));
  const link = (relation: string | undefined): Link =>
    aLink(anItem(1), anItem(2), 1, { relation, valence: 'stress' });

  expect(linkOf(link('quarrel'))).toEqual({
    main: `${spanish['relation.quarrel']} · ${spanish['valence.stress']}`,
    second: `${english['relation.quarrel']} · ${english['valence.stress']}`,
  });
  expect(linkOf(link('sings-with')).main).toBe(`sings-with · ${spanish['valence.stress']}`);
  expect(linkOf(link(undefined)).main).toContain(spanish['sheet.link']);
});

test('[M15] a ring is called by its name, or what a ring is; a soft region what it says', () => {
  const { ringOf, areaOf } = sheet(factsOf('map', 1));
  const label = { text: 'Los de abajo', language: 'es' } as const;

  expect(ringOf(aRing([anItem(1)], 1, { label }))).toBe('Los de abajo');
  expect(ringOf(aRing([anItem(1)]))).toBe(spanish['sheet.ring']);
  expect(AREAS.map(areaOf)).toEqual(AREAS.map((area) => spanish[`area.${area}`]));
});

test('[W9] the foot of a sheet says how many things were removed at request, and nothing when none were', async () => {
  const foot = { study: 'try-it', month: '2026-08', version: '1' };
  const { sheet } = await sheetWords(foot, [], MY_COMMUNITY_PACK);

  expect(sheet(factsOf('map', 1, undefined, 24)).foot).toBe(
    'try-it · 2026-08 · Llaqta 1 · Cosas retiradas a pedido: 24',
  );
  expect(sheet(factsOf('map', 1)).foot).toBe('try-it · 2026-08 · Llaqta 1');
});
