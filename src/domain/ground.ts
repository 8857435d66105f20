/**
 * What is printed on a sheet before a child begins: nothing, circles of closeness, or two panels. Where a
 * picture lies on it is what it says: ring and sector, or panel, follow from the position.
 */
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';

/** Circles around oneself; the question that was asked stays with the data. */
export type Circles = Readonly<{ kind: 'circles'; sectors: boolean; question: string }>;
/** A good and a bad day, of oneself or of "a child here". */
export type TwoPanels = Readonly<{ kind: 'two-panels'; person: Person }>;
/** Something a newer version prints; this one leaves the sheet bare and passes it on untouched. */
export type UnknownGround = Readonly<{ kind: 'unknown'; body: unknown }>;
export type Ground = Circles | TwoPanels | UnknownGround;

export const PERSONS = ['me', 'a-child'] as const;
/** Whose days the two panels tell. */
export type Person = (typeof PERSONS)[number];

/** Where oneself is. */
export const CENTRE: Point = { x: PAGE_WIDTH / 2, y: PAGE_HEIGHT / 2 };
/** Where each ring ends, from the middle, in page units. */
export const RING_ENDS = [260, 425, 585] as const;
/** 1 is closest; what lies beyond the third is in no ring. */
export type RingNumber = 1 | 2 | 3;

export const SECTORS = ['family', 'relatives', 'school', 'friends', 'services'] as const;
/** A slice of the circles, clockwise from the top. Source: method, 2.4 (Five Field Map). */
export type Sector = (typeof SECTORS)[number];

export const PANELS = ['good', 'bad'] as const;
export type Panel = (typeof PANELS)[number];

/** The ring a place lies in; nothing beyond the outermost. Squares of whole numbers: the same on every engine. */
export function ringAt({ x, y }: Point): RingNumber | undefined {
  const out = (x - CENTRE.x) ** 2 + (y - CENTRE.y) ** 2;
  const index = RING_ENDS.findIndex((end) => out <= end ** 2);
  return index < 0 ? undefined : ((index + 1) as RingNumber);
}

/** The direction of the middle of a sector, in radians, clockwise from the right. */
export function bearingOf(sector: Sector): number {
  return -Math.PI / 2 + (SECTORS.indexOf(sector) * 2 * Math.PI) / SECTORS.length;
}

/** The sector a place lies in, also beyond the rings. */
export function sectorAt({ x, y }: Point): Sector {
  const turn = Math.atan2(y - CENTRE.y, x - CENTRE.x) - bearingOf('family');
  const share = (turn / (2 * Math.PI)) * SECTORS.length;
  const index = (Math.round(share) + SECTORS.length) % SECTORS.length;
  return SECTORS[index] ?? 'family';
}

/** The panel a place lies in. */
export function panelAt({ x }: Point): Panel {
  return x < PAGE_WIDTH / 2 ? 'good' : 'bad';
}
