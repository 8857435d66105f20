/**
 * How a page was made, as a film of what still shows: every line at the pace of the hand, pictures and
 * links when they were put. Pauses may be shortened. Pure: a moment in, what shows out.
 */
import type { AddStroke } from '#domain/operation.ts';
import type { Link, Mark, Page, Ring, Stamp, Stroke } from '#domain/work.ts';
import type { WetLine } from '#editing/draft.ts';
import { lengthen } from '#editing/draft.ts';
import { partsOf, samplesOf } from '#ink/stroke.ts';

/** Something that came onto the page between two moments of the film, in milliseconds. */
export type Scene =
  | Readonly<{ kind: 'mark'; mark: Mark; begin: number; end: number }>
  | Readonly<{ kind: 'thing'; thing: Above; begin: number; end: number }>;

/** What lies above the marks of a page. */
type Above = Link | Stamp | Ring;

/** The film of a page. */
export type Film = Readonly<{ page: Page; scenes: readonly Scene[]; lengthMs: number }>;

/** A pause longer than this is shortened to this when pauses are skipped. */
const LONGEST_PAUSE_MS = 700;

/** The film of a page, with its pauses or without. */
export function filmOf(page: Page, skipPauses: boolean): Film {
  const above = [...page.links, ...page.stamps, ...page.rings].map(sceneOf);
  const scenes = [...marksIn(page), ...above].sort((a, b) => a.begin - b.begin);
  let shift = 0;
  let until = 0;
  const shifted = scenes.map((scene, at) => {
    const pause = scene.begin - shift - until;
    if (skipPauses ? pause > LONGEST_PAUSE_MS : at === 0) {
      shift += skipPauses ? pause - LONGEST_PAUSE_MS : pause;
    }
    const moved = { ...scene, begin: scene.begin - shift, end: scene.end - shift };
    until = Math.max(until, moved.end);
    return moved;
  });
  return { page, scenes: shifted, lengthMs: until };
}

/** The page as it stood at a moment; what was half drawn is not on it. */
export function pageAt({ page, scenes, lengthMs }: Film, atMs: number): Page {
  if (atMs >= lengthMs) return page;
  const there = new Set(scenes.filter(({ end }) => end <= atMs).map(thingOf));
  return {
    ...page,
    fills: page.fills.filter((fill) => there.has(fill)),
    strokes: page.strokes.filter((stroke) => there.has(stroke)),
    items: page.items.filter((item) => there.has(item)),
    links: page.links.filter((link) => there.has(link)),
    stamps: page.stamps.filter((stamp) => there.has(stamp)),
    rings: page.rings.filter((ring) => there.has(ring)),
  };
}

/** The lines that are being drawn at a moment, as far as they have come. */
export function linesAt({ scenes }: Film, atMs: number): WetLine[] {
  return scenes.flatMap((scene, at) => {
    if (scene.kind !== 'mark' || scene.mark.kind !== 'stroke') return [];
    if (scene.begin > atMs || scene.end <= atMs) return [];
    const { line } = scene.mark.stroke;
    const { tool, crayon, width, input } = line;
    return partsOf(line).flatMap((samples, part) => {
      const drawn = samples.filter(({ t }) => t <= atMs - scene.begin);
      const tail = lengthen(undefined, drawn);
      const pointer = at + part * scenes.length;
      return tail ? [{ pointer, tool, crayon, width, input, tail }] : [];
    });
  });
}

/** What came to an end after one moment and up to another. */
export function endedBetween({ scenes }: Film, fromMs: number, toMs: number): Scene[] {
  return scenes.filter(({ end }) => end > fromMs && end <= toMs);
}

function marksIn({ fills, strokes, items }: Page): Scene[] {
  const instant = (mark: Mark, at: number): Scene => ({ kind: 'mark', mark, begin: at, end: at });
  return [
    ...fills.map((fill) => instant({ kind: 'fill', fill }, fill.at)),
    ...items.map((item) => instant({ kind: 'item', item }, item.at)),
    ...strokes.map((stroke) => sceneOfStroke(stroke)),
  ];
}

function sceneOfStroke(stroke: Stroke): Scene {
  const begin = stroke.at - durationOf(stroke.line);
  return { kind: 'mark', mark: { kind: 'stroke', stroke }, begin, end: stroke.at };
}

function sceneOf(thing: Above): Scene {
  return { kind: 'thing', thing, begin: thing.at, end: thing.at };
}

function durationOf(line: AddStroke): number {
  return samplesOf(line).at(-1)?.t ?? 0;
}

function thingOf(scene: Scene): unknown {
  if (scene.kind === 'thing') return scene.thing;
  const { mark } = scene;
  if (mark.kind === 'stroke') return mark.stroke;
  return mark.kind === 'item' ? mark.item : mark.fill;
}
