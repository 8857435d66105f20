/** A line in SVG path syntax. */
import { decimal } from '#base/decimal.ts';
import type { Sample } from '#ink/sample.ts';
import { trace } from '#ink/trace.ts';

/** The line from the `from`-th sample to before the `to`-th in SVG path syntax. */
export function pathOf(samples: readonly Sample[], from: number, to: number): string {
  const d: string[] = [];
  const pen = {
    moveTo: (x: number, y: number) => d.push(`M${decimal(x)} ${decimal(y)}`),
    lineTo: (x: number, y: number) => d.push(`L${decimal(x)} ${decimal(y)}`),
    quadraticCurveTo: (cx: number, cy: number, x: number, y: number) =>
      d.push(`Q${decimal(cx)} ${decimal(cy)} ${decimal(x)} ${decimal(y)}`),
  };
  trace(samples, pen, from, to);
  return d.join('');
}
