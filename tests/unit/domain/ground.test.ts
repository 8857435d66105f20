import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import {
  bearingOf,
  CENTRE,
  panelAt,
  RING_ENDS,
  ringAt,
  SECTORS,
  sectorAt,
} from '#domain/ground.ts';
import { distance, PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';

const places = fc.record({ x: fc.nat(PAGE_WIDTH), y: fc.nat(PAGE_HEIGHT) });

/** The place so far out from the middle, at this angle clockwise from the top, in degrees. */
function out(units: number, degrees: number): Point {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return { x: CENTRE.x + Math.cos(angle) * units, y: CENTRE.y + Math.sin(angle) * units };
}

test.each([
  [0, 1],
  [260, 1],
  [261, 2],
  [425, 2],
  [426, 3],
  [585, 3],
  [586, undefined],
])(
  '[M24] %i units to the right of oneself is in ring %s: a ring owns its border',
  (units, ring) => {
    expect(ringAt({ x: CENTRE.x + units, y: CENTRE.y })).toBe(ring);
  },
);

property.prop([places])('[M24] nearer to oneself is never farther out in the rings', (at) => {
  const inward = { x: (at.x + CENTRE.x) / 2, y: (at.y + CENTRE.y) / 2 };

  expect(ringAt(inward) ?? 4).toBeLessThanOrEqual(ringAt(at) ?? 4);
  expect(ringAt(at) === undefined).toBe(distance(at, CENTRE) > RING_ENDS[2]);
});

test('[M24] sectors follow one another clockwise from the top, each as wide as the others', () => {
  const around = Array.from({ length: 360 }, (_, degrees) => sectorAt(out(400, degrees + 0.25)));

  expect([0, 72, 144, 216, 288].map((degrees) => sectorAt(out(400, degrees)))).toEqual(SECTORS);
  for (const sector of SECTORS) {
    expect(around.filter((one) => one === sector)).toHaveLength(72);
  }
});

test.each(SECTORS.map((sector, at) => [sector, 72 * at] as const))(
  '[M24] the sector %s ends 36 degrees to either side of its middle',
  (sector, middle) => {
    for (const units of [30, 400, 900]) {
      expect(sectorAt(out(units, middle - 35.9))).toBe(sector);
      expect(sectorAt(out(units, middle + 35.9))).toBe(sector);
      expect(sectorAt(out(units, middle - 36.1))).not.toBe(sector);
      expect(sectorAt(out(units, middle + 36.1))).not.toBe(sector);
    }
    expect((bearingOf(sector) * 180) / Math.PI).toBeCloseTo(middle - 90, 9);
  },
);

property.prop([places])('[M24] every place of the sheet is in a sector, the middle too', (at) => {
  expect(SECTORS).toContain(sectorAt(at));
  expect(SECTORS).toContain(sectorAt(CENTRE));
});

test.each([
  [0, 'good'],
  [799, 'good'],
  [800, 'bad'],
  [1600, 'bad'],
])('[M25] %i units from the left is on the panel of the %s day', (x, panel) => {
  expect(panelAt({ x, y: 600 })).toBe(panel);
});
