/**
 * One reading of a finger or pen. Coordinates are whole eighths of a page unit, so that reading back
 * gives exactly what was written; time is whole milliseconds since the finger touched.
 */
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';

/** Ink places to a page unit. */
export const INK_SCALE = 8;
/** How far outside the sheet a sample may lie and still be kept, in page units. */
const MARGIN = 200;

/** `pressure` is 0 to 255 and only there when the tool can feel it. */
export type Sample = Readonly<{ x: number; y: number; t: number; pressure?: number }>;

/** The sample at a place in page units. */
export function sampleAt({ x, y }: Point, tMs: number, pressure?: number): Sample {
  const clamp = (value: number, most: number): number =>
    Math.round(Math.min(Math.max(value, -MARGIN), most + MARGIN) * INK_SCALE);
  const placed = { x: clamp(x, PAGE_WIDTH), y: clamp(y, PAGE_HEIGHT), t: Math.round(tMs) };
  return pressure === undefined
    ? placed
    : { ...placed, pressure: Math.round(Math.min(Math.max(pressure, 0), 1) * 255) };
}

/** Where on the sheet the sample lies, in page units. */
export function placeOf({ x, y }: Sample): Point {
  return { x: x / INK_SCALE, y: y / INK_SCALE };
}

/** The least and most a sample's coordinate may be, in eighths. */
export const SAMPLE_RANGE = {
  least: -MARGIN * INK_SCALE,
  mostX: (PAGE_WIDTH + MARGIN) * INK_SCALE,
  mostY: (PAGE_HEIGHT + MARGIN) * INK_SCALE,
} as const;
