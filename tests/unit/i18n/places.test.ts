import { fc, test as property } from '@fast-check/vitest';
import { afterEach, expect, test } from 'vitest';

import { RELATIONS } from '#domain/study.ts';
import { DRAWN } from '#domain/work.ts';
import { speak as speakToAdults, tNumber } from '#i18n/adult.svelte.ts';
import { tItem, tPicture, tRelation } from '#i18n/picture-words.ts';
import { tPlace, whereOf } from '#i18n/places.ts';
import { WHERES } from '#i18n/messages.ts';
import { speak, t } from '#i18n/translate.svelte.ts';
import { said, wordsOf } from '#i18n/words.ts';
import { anItem } from '../../fixtures/marks.ts';

const spanish = await wordsOf('es-PE');
const circles = { kind: 'circles', sectors: true, question: 'important' } as const;
const OWN = [`own-${'b'.repeat(16)}`, `own-${'a'.repeat(16)}`];

const MIDDLES = WHERES.map(
  (where, at) => [where, 200 + 550 * (at % 3), 150 + 420 * Math.floor(at / 3)] as const,
);

test.each(MIDDLES)('[M23] the ninth of the sheet called %s is around %i, %i', (where, x, y) => {
  expect(whereOf({ x, y })).toBe(where);
});

test('[M23] the edges of the sheet belong to it, and ninths end at thirds', () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 1600, y: 1200 },
    { x: 533, y: 399 },
    { x: 534, y: 400 },
  ];

  expect(corners.map(whereOf)).toEqual(['top-left', 'bottom-right', 'top-left', 'middle']);
});

property.prop([fc.nat(1600), fc.nat(1200)])('[M23] every place of the sheet has a word', (x, y) => {
  expect(WHERES).toContain(whereOf({ x, y }));
  expect(tPlace({ ground: undefined }, { x, y })).toBe(spanish[`where.${whereOf({ x, y })}`]);
});

test('[M24] on circles a place is told by its ring and its sector, or that it is outside', () => {
  const ring = (number: number): string => said(spanish, 'where.ring', { ring: number });

  expect(tPlace({ ground: circles }, { x: 800, y: 250 })).toBe(
    `${ring(2)}, ${spanish['sector.family']}`,
  );
  expect(tPlace({ ground: { ...circles, sectors: false } }, { x: 800, y: 250 })).toBe(
    `${ring(2)}, ${spanish['where.top']}`,
  );
  expect(tPlace({ ground: circles }, { x: 10, y: 10 })).toMatch(
    new RegExp(`^${spanish['where.outside']}, `),
  );
});

test('[M25] on two panels a place is told by its panel and its ninth', () => {
  const ground = { kind: 'two-panels', person: 'me' } as const;

  expect(tPlace({ ground }, { x: 100, y: 600 })).toBe(
    `${spanish['panel.good']}, ${spanish['where.left']}`,
  );
});

test('[M23] a picture is called by its word, its name, its number, or that it was drawn', () => {
  const label = { text: 'Wasiy', language: 'quz' } as const;

  expect(tPicture('house', [])).toBe('casa');
  expect(tPicture(OWN[1]!, OWN)).toBe(said(spanish, 'symbol.own', { number: 2 }));
  expect(tPicture(DRAWN, [])).toBe(spanish['symbol.drawn']);
  expect(tPicture('something', [])).toBe(spanish['symbol.something']);
  expect(tPicture('solar-panel', [])).toBe('solar-panel');
  expect(tItem(anItem(1, { label }), [])).toBe('Wasiy');
  expect(tItem(anItem(1), [])).toBe('casa');
});

test('[M12] a kind of link is called by its word; one of a newer study by its name, none by that', () => {
  expect(RELATIONS.map(tRelation)).toEqual(RELATIONS.map((one) => spanish[`relation.${one}`]));
  expect(tRelation('sings-with')).toBe('sings-with');
  expect(tRelation(undefined)).toBe(spanish['relation.none']);
});

test('[M26] a measure is written as people of the language write it, with three decimals at most', async () => {
  const written = [1.8333, 0.25, 12, -0.4167].map(tNumber);
  await speakToAdults('en');

  expect(written).toEqual(['1.833', '0.25', '12', '-0.417']);
  expect(tNumber(1234.5678)).toBe('1,234.568');
});

afterEach(async () => {
  await Promise.all([speak('es-PE'), speakToAdults('es-PE')]);
});

test('[S3] another language changes the words for pictures and places, and not what children said', async () => {
  const label = { text: 'Wasiy', language: 'quz' } as const;

  await speak('en');

  expect([tPicture('house', []), tItem(anItem(1, { label }), [])]).toEqual(['house', 'Wasiy']);
  expect(tPlace({ ground: undefined }, { x: 1, y: 1 })).toBe(t('where.top-left'));
  expect(t('where.top-left')).not.toBe(spanish['where.top-left']);
});
