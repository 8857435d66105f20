/** Crayon and rubber: a line for every finger that touches, done when it lifts. */
import type { AddStroke, InkTool } from '#domain/operation.ts';
import type { PageId } from '#domain/ids.ts';
import { distance } from '#domain/page.ts';
import { EMPTY_DRAFT, lengthen, samplesOfTail, type Draft, type WetLine } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome, Scene, Tool } from '#editing/tool.ts';
import { pack } from '#ink/pack.ts';
import { placeOf } from '#ink/sample.ts';

/** The lines now being drawn. */
export type InkState = readonly WetLine[];

/** A cancelled line this short in both time and length was no line but a touch by mistake. */
const MISTAKE = { ms: 150, units: 20 } as const;

/** The crayon or the rubber. */
export function inkTool(tool: InkTool): Tool<InkState> {
  return {
    idle: [],
    draft: (lines) => draftOf(lines),
    step: (lines, step, scene) => {
      const line = lines.find(({ pointer }) => pointer === step.pointer);
      const others = lines.filter((one) => one !== line);
      switch (step.phase) {
        case 'down': {
          const done = line ? [strokeOf(line, scene.page().id)] : [];
          return outcome([...others, begun(tool, step, scene)], done);
        }
        case 'move':
          return outcome(line ? [...others, grown(line, step)] : lines);
        case 'up':
          return outcome(others, line ? [strokeOf(grown(line, step), scene.page().id)] : []);
        case 'cancel':
          return outcome(
            others,
            line && !isMistake(line)
              ? [{ ...strokeOf(line, scene.page().id), cancelled: true }]
              : [],
          );
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
  const { crayon, width } = scene;
  const [first, ...rest] = samples;
  const start = { sample: first, before: undefined, length: 1 };
  return { pointer, tool, crayon, width, input, tail: lengthen(start, rest) ?? start };
}

function grown(line: WetLine, { samples }: Step): WetLine {
  return { ...line, tail: lengthen(line.tail, samples) ?? line.tail };
}

function strokeOf({ tool, crayon, width, input, tail }: WetLine, page: PageId): AddStroke {
  const samples = pack(samplesOfTail(tail));
  return { kind: 'stroke/add', page, tool, crayon, width, input, samples };
}

function isMistake({ tail }: WetLine): boolean {
  if (tail.sample.t >= MISTAKE.ms) return false;
  const [first, ...rest] = samplesOfTail(tail).map(placeOf);
  return rest.every((place) => distance(first ?? place, place) < MISTAKE.units);
}
