import { expect, test } from 'vitest';

import type { About } from '#domain/operation.ts';
import { numbered, titleOf } from '#domain/work.ts';
import { aPut } from '../../fixtures/marks.ts';
import { anId, LLAMA, ZORRO } from '../../fixtures/names.ts';
import { aTablet, type Tablet } from '../../fixtures/tablet.ts';

const [HOUSE, SCHOOL, HEN] = [anId('item', 1), anId('item', 2), anId('item', 3)];
const [PATH, BAND] = [anId('link'), anId('ring')];

/** Zorro's house, school and hen; a path between house and school, a ring round school and hen. */
function aVillage(): Tablet {
  const tablet = aTablet();
  tablet.does(ZORRO, aPut(1, { x: 300 }));
  tablet.does(ZORRO, aPut(2, { symbol: 'school', x: 900 }));
  tablet.does(ZORRO, aPut(3, { symbol: 'hen', x: 600 }));
  tablet.does(ZORRO, { kind: 'link/add', link: PATH, from: HOUSE, to: SCHOOL });
  tablet.does(ZORRO, { kind: 'ring/add', ring: BAND, page: anId('page'), items: [SCHOOL, HEN] });
  return tablet;
}

function tell(tablet: Tablet, about: About, number = 1, text = 'sumaqmi'): void {
  const told = { about, speaker: LLAMA, source: 'said' } as const;
  const names = { quote: anId('quote', number), page: anId('page') };
  tablet.does('f', { kind: 'quote/add', ...names, ...told, wording: { text, language: 'quz' } });
}

test.each<[string, About]>([
  ['a picture', HOUSE],
  ['a link', PATH],
  ['a ring', BAND],
  ['the whole page', 'page'],
])('[T1] what is told of %s is there with whose words they are', (_what, about) => {
  const tablet = aVillage();
  tell(tablet, about);

  expect(tablet.page.quotes).toMatchObject([
    {
      about,
      speaker: LLAMA,
      by: 'f',
      source: 'said',
      wording: { text: 'sumaqmi', language: 'quz' },
    },
  ]);
});

test.each<[string, About]>([
  ['a stamp', anId('stamp') as About],
  ['what was told', anId('quote', 2) as About],
  ['what is not there', anId('item', 77)],
])('[J1] of %s nothing can be told', (_what, about) => {
  const tablet = aVillage();
  tablet.does(ZORRO, { kind: 'stamp/add', stamp: anId('stamp'), item: HOUSE, feeling: 'happy' });
  tell(tablet, 'page', 2);
  tell(tablet, about);

  expect(tablet.page.quotes.map(({ id }) => id)).toEqual([anId('quote', 2)]);
});

test.each<[string, About]>([
  ['a picture', SCHOOL],
  ['a link of it', PATH],
])('[T2] what is told of %s goes with the picture, and comes back with it', (_what, about) => {
  const tablet = aVillage();
  tell(tablet, about);
  tablet.does(LLAMA, { kind: 'item/set', item: SCHOOL, gone: true });
  expect(tablet.page.quotes).toEqual([]);

  tablet.undoes(LLAMA);
  expect(tablet.page.quotes.map((quote) => quote.about)).toEqual([about]);
});

test('[T2] a ring goes, and what was told of it', () => {
  const tablet = aVillage();
  tell(tablet, BAND);
  tablet.does(LLAMA, { kind: 'ring/set', ring: BAND, gone: true });

  expect(tablet.page.quotes).toEqual([]);
});

test('[T2] what was told of a thing holds it against undo, until it is taken away', () => {
  const tablet = aVillage();
  tell(tablet, BAND);
  expect(tablet.undoes(ZORRO)?.heldBy).toBe('f');
  expect(tablet.page.rings).toHaveLength(1);

  const freed = aVillage();
  tell(freed, BAND);
  freed.does('f', { kind: 'quote/set', quote: anId('quote'), gone: true });
  freed.undoes(ZORRO);
  expect(freed.page.rings).toEqual([]);
});

test('[T3] numbers follow the order of telling, then the order in which pictures were put', () => {
  const tablet = aVillage();
  tell(tablet, HEN, 1);
  tell(tablet, PATH, 2);
  tell(tablet, SCHOOL, 3);
  tell(tablet, HEN, 4);

  expect(numbered(tablet.page).map(({ id }) => id)).toEqual([HEN, SCHOOL, HOUSE]);
});

test('[T4] of several titles the last shows', () => {
  const tablet = aVillage();
  expect(titleOf(tablet.page)).toBeUndefined();
  tell(tablet, 'title', 1, 'Mi pueblo');
  tell(tablet, 'title', 2, 'Llaqtay');

  expect(titleOf(tablet.page)?.wording.text).toBe('Llaqtay');
});

test('[T5] a translation stands beside what was said, and goes when it is empty', () => {
  const tablet = aVillage();
  tell(tablet, 'page');
  const translation = { text: 'es bonito', language: 'es' } as const;
  tablet.does('f', { kind: 'quote/set', quote: anId('quote'), translation });
  expect(tablet.page.quotes).toMatchObject([{ wording: { text: 'sumaqmi' }, translation }]);

  const none = { text: '', language: 'es' } as const;
  tablet.does('f', { kind: 'quote/set', quote: anId('quote'), translation: none });
  expect(tablet.page.quotes[0]?.translation).toBeUndefined();
});

test('[T11] the last that was said of whose words they are, how that is known and what they answer shows', () => {
  const tablet = aVillage();
  tell(tablet, 'page');
  const of = { kind: 'quote/set', quote: anId('quote') } as const;
  tablet.does('f', { ...of, speaker: ZORRO, source: 'chose', prompt: 'tell' });
  tablet.does('f', { ...of, source: 'said' });

  const wording = { text: 'sumaqmi', language: 'quz' };
  expect(tablet.page.quotes).toMatchObject([
    { speaker: ZORRO, source: 'said', prompt: 'tell', wording },
  ]);
  tablet.does('f', { ...of, prompt: '' });
  expect(tablet.page.quotes[0]?.prompt).toBeUndefined();
});
