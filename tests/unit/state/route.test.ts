import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { newId } from '#domain/ids.ts';
import { formatRoute, parseRoute, type Route } from '#state/route.ts';
import { aChance } from '../../fixtures/names.ts';

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc
    .constantFrom('welcome', 'try', 'practice', 'manners', 'hand-over', 'open', 'about', 'gallery')
    .map((screen) => ({ screen }) as const),
  fc
    .tuple(fc.constantFrom('work' as const, 'finish' as const, 'rest' as const), fc.nat())
    .map(([screen, seed]) => ({ screen, work: newId('work', aChance(seed)) })),
  fc
    .constantFrom('try', 'practice', 'assent', 'offer', 'pieces')
    .map((from) => ({ screen: 'rest', from }) as const),
);

property.prop([routes])('[S9] what the hash says is read back as the same screen', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

property.prop([
  fc.oneof(
    fc.string(),
    fc.webPath(),
    fc.string().map((rest) => `#/work/${rest}`),
  ),
])('[S9] nonsense leads to the welcome screen', (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: 'welcome' });
});

test.each([
  '',
  '#',
  '#/',
  '#/nowhere',
  '#/work',
  '#/work/item-0000000000000001',
  '#/finish/x',
  '#/rest',
  '#/rest/board',
])('[S9] "%s" leads to the welcome screen', (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: 'welcome' });
});

test('[S9] a hash can be read aloud', () => {
  expect(formatRoute({ screen: 'welcome' })).toBe('#/');
  expect(formatRoute({ screen: 'hand-over' })).toBe('#/hand-over');
  expect(formatRoute({ screen: 'finish', work: 'work-0000000000000001' })).toBe(
    '#/finish/work-0000000000000001',
  );
});
