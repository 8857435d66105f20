/** A picture a child drew, as shapes: its lines, cut to the square around them. */
import { COLOUR_OF } from '#domain/crayon.ts';
import type { SymbolLine } from '#domain/session-operation.ts';
import { unpack } from '#ink/pack.ts';
import { ribbon } from '#ink/ribbon.ts';
import { INK_SCALE, type Sample } from '#ink/sample.ts';
import { steady } from '#ink/steady.ts';
import { widthOf } from '#ink/stroke.ts';
import { boxAround } from '#ink/trace.ts';
import { pathOf } from '#picture/path.ts';
import type { Path, Picture } from '#picture/shape.ts';

/** The least side of the square, in page units: a dot does not fill the sheet. */
const LEAST = 120;

/** The picture made of the lines. */
export function pictureOfLines(lines: readonly SymbolLine[]): Picture {
  const drawn = lines.map((line) => ({ line, samples: unpack(line.samples) ?? [] }));
  const boxes = drawn.map(({ line, samples }) => boxAround(samples, widthOf(line)));
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const wide = Math.max(...boxes.map((box) => box.right)) - left;
  const high = Math.max(...boxes.map((box) => box.bottom)) - top;
  const side = Math.ceil(Math.max(wide, high, LEAST));
  const [dx, dy] = [(side - wide) / 2 - left, (side - high) / 2 - top];
  const shapes = drawn.flatMap(({ line, samples }) =>
    pathsOf(
      line,
      samples.map((sample) => moved(sample, dx, dy)),
    ),
  );
  return { width: side, height: side, shapes };
}

function moved(sample: Sample, dx: number, dy: number): Sample {
  return { ...sample, x: sample.x + dx * INK_SCALE, y: sample.y + dy * INK_SCALE };
}

function pathsOf(line: SymbolLine, samples: readonly Sample[]): Path[] {
  const steadied = steady(samples);
  const width = widthOf(line);
  const pieces =
    line.tool === 'brush' ? ribbon(samples, width) : [{ from: 0, to: samples.length, width }];
  return pieces.map((piece) => ({
    kind: 'path',
    d: pathOf(steadied, piece.from, piece.to),
    stroke: COLOUR_OF[line.crayon],
    width: piece.width,
    round: true,
  }));
}
