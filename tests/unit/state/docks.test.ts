import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { CRAYONS } from '#domain/crayon.ts';
import { docksFor, MOST_DOCKS, nearestDock, recoloured } from '#state/docks.ts';
import { CONDOR, LLAMA, ZORRO } from '../../fixtures/names.ts';

const FIVE = [ZORRO, LLAMA, CONDOR, 'sapo-04', 'vicuna-05'] as const;

test('[I22] each child has a side and a colour of its own, as many as the tablet has sides', () => {
  const docks = docksFor(FIVE);

  expect(docks.map(({ by }) => by)).toEqual(FIVE.slice(0, MOST_DOCKS));
  expect(new Set(docks.map(({ side }) => side)).size).toBe(MOST_DOCKS);
  expect(new Set(docks.map(({ crayon }) => crayon)).size).toBe(MOST_DOCKS);
});

test.each([
  [{ x: 800, y: 1190 }, 0],
  [{ x: 800, y: 10 }, 1],
  [{ x: 10, y: 600 }, 2],
  [{ x: 1590, y: 600 }, 3],
  [{ x: 800, y: 601 }, 0],
  [{ x: 800, y: 599 }, 1],
  [{ x: 300, y: 500 }, 2],
])('[I22] a finger at %j belongs to the nearest dock', (at, which) => {
  const docks = docksFor(FIVE);

  expect(nearestDock(docks, at)).toBe(docks[which]);
});

property.prop([fc.record({ x: fc.nat(1600), y: fc.nat(1200) }), fc.integer({ min: 1, max: 4 })])(
  '[I22] every finger belongs to somebody while there are docks',
  (at, count) => {
    const docks = docksFor(FIVE.slice(0, count));

    expect(docks).toContain(nearestDock(docks, at));
    expect(nearestDock([], at)).toBeUndefined();
  },
);

property.prop([fc.constantFrom(...CRAYONS), fc.nat(3)])(
  '[I22] another colour at one dock leaves the others as they are',
  (crayon, which) => {
    const docks = docksFor(FIVE);

    const after = recoloured(docks, docks[which]!.by, crayon);

    expect(after).toEqual(docks.with(which, { ...docks[which]!, crayon }));
  },
);

test('[I22] two children sit face to face, and a third and a fourth beside them', () => {
  expect(docksFor(FIVE).map(({ side }) => side)).toEqual(['bottom', 'top', 'left', 'right']);
  expect(docksFor(FIVE.slice(0, 2)).map(({ side }) => side)).toEqual(['bottom', 'top']);
});
