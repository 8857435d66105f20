/** Crayon and rubber: a line for every finger that touches, done when it lifts. */
import { CRAYON_OF_AREA, isArea, type InkTool } from '#domain/crayon.ts';
import type { AddStroke } from '#domain/operation.ts';
import type { PageId } from '#domain/ids.ts';
import { distance } from '#domain/page.ts';
import { EMPTY_DRAFT, lengthen, samplesOfTail, type Draft, type WetLine } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome, Scene, Tool } from '#editing/tool.ts';
import { pack } from '#ink/pack.ts';
import { placeOf, type Sample } from '#ink/sample.ts';

/** The lines now being drawn. */
export type InkState = readonly WetLine[];

/** A cancelled line this short in both time and length was no line but a touch by mistake. */
const MISTAKE = { ms: 150, units: 20 } as const;
/** No finger gets so far so fast: it is another finger, or the screen's mistake. The line is split. */
const JUMP = { ms: 24, units: 380 } as const;

/** Something to draw or to rub out with. */
export function inkTool(tool: InkTool): Tool<InkState> {
  return {
    idle: [],
    draft: draftOf,
    step: (lines, step, scene) => {
      const line = lines.find(({ pointer }) => pointer === step.pointer);
      const others = lines.filter((one) => one !== line);
      const page = scene.pageId;
      switch (step.phase) {
        case 'down': {
          const done = line ? [strokeOf(line, page)] : [];
          return outcome([...others, begun(tool, step, scene)], done);
        }
        case 'move': {
          if (!line) return outcome(lines);
          const { line: longer, done } = grown(line, step.samples);
          return outcome(
            [...others, longer],
            done.map((one) => strokeOf(one, page)),
          );
        }
        case 'up': {
          if (!line) return outcome(others);
          const { line: longer, done } = grown(line, step.samples);
          return outcome(
            others,
            [...done, longer].map((one) => strokeOf(one, page)),
          );
        }
        case 'cancel':
          return outcome(
            others,
            line && !isMistake(line) ? [{ ...strokeOf(line, page), cancelled: true }] : [],
          );
        case 'drop':
          return outcome(others);
      }
    },
  };
}

/** What the running lines come to when something else begins: nothing drawn so far is lost. */
export function finished(lines: InkState, page: PageId): AddStroke[] {
  return lines.map((line) => strokeOf(line, page));
}

function outcome(lines: InkState, operations: readonly AddStroke[] = []): Outcome<InkState> {
  return { state: lines, draft: draftOf(lines), operations };
}

function draftOf(lines: InkState): Draft {
  return { ...EMPTY_DRAFT, lines };
}

function begun(tool: InkTool, { pointer, input, samples }: Step, scene: Scene): WetLine {
  const crayon = isArea(tool) ? CRAYON_OF_AREA[tool] : scene.crayon;
  const width = isArea(tool) ? 'middle' : scene.width;
  const [first, ...rest] = samples;
  const start = { sample: first, before: undefined, length: 1 };
  return { pointer, tool, crayon, width, input, tail: lengthen(start, rest) ?? start };
}

/** The line with newer samples, and what was finished before a jump. */
function grown(line: WetLine, samples: readonly Sample[]): { line: WetLine; done: WetLine[] } {
  const done: WetLine[] = [];
  let now = line;
  for (const sample of samples) {
    if (isJump(now.tail.sample, sample)) {
      done.push(now);
      now = { ...now, tail: { sample, before: undefined, length: 1 } };
    } else now = { ...now, tail: lengthen(now.tail, [sample]) ?? now.tail };
  }
  return { line: now, done };
}

function isJump(from: Sample, to: Sample): boolean {
  const ms = to.t - from.t;
  return ms <= JUMP.ms && distance(placeOf(from), placeOf(to)) > JUMP.units;
}

function strokeOf({ tool, crayon, width, input, tail }: WetLine, page: PageId): AddStroke {
  const samples = samplesOfTail(tail);
  const began = samples[0]?.t ?? 0;
  const timed = samples.map((sample) => ({ ...sample, t: sample.t - began }));
  return { kind: 'stroke/add', page, tool, crayon, width, input, samples: pack(timed) };
}

function isMistake({ tail }: WetLine): boolean {
  if (tail.sample.t >= MISTAKE.ms) return false;
  const [first, ...rest] = samplesOfTail(tail).map(placeOf);
  return rest.every((place) => distance(first ?? place, place) < MISTAKE.units);
}
