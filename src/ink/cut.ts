/**
 * What a rubber leaves of a line: the parts of its samples that still show. Used when a work is settled,
 * so that hidden geometry leaves the record and the picture stays as it is.
 */
import { distance, toSegment, type Point } from '#domain/page.ts';
import { placeOf, type Sample } from '#ink/sample.ts';
import { bristlesBack, feltPressure } from '#ink/ribbon.ts';
import { reachBack, steady } from '#ink/steady.ts';

/** A rubbing: its painted line and how far from it everything is gone, in page units. */
export type Rubbing = Readonly<{ line: readonly Point[]; reach: number }>;

/** What a line's looks at one place depend on, besides that place. */
export type Weight = Readonly<{
  /** How many samples before the `at`-th weigh on how it is painted. */
  reachBack: (samples: readonly Sample[], at: number) => number;
  /** Is a part by itself painted in the way the whole line is? */
  isSame: (part: readonly Sample[], whole: readonly Sample[]) => boolean;
}>;
const LINE_WEIGHT: Weight = { reachBack, isSame: () => true };
/** A brush is broad or thin by what it did before, and by whether its pen feels. */
export const BRUSH_WEIGHT: Weight = {
  reachBack: bristlesBack,
  isSame: (part, whole) => feltPressure(part) === feltPressure(whole),
};

/** Hidden samples kept on both sides of each part, so that its ends are painted as before. */
const BESIDE = 2;
/** A line is looked at every so many page units. */
const STEP = 5;

/** A rubber's samples as what they take away. */
export function rubbingOf(samples: readonly Sample[], width: number): Rubbing {
  const line = steady(samples).map(placeOf);
  return { line: line.flatMap((_, at) => pieceOf(line, at)), reach: width / 2 };
}

/**
 * The parts that show, oldest first, each a run of samples; none when nothing shows. `width` is the
 * line's own: a place is hidden only when the line's whole width is.
 */
export function visibleParts(
  samples: readonly Sample[],
  width: number,
  rubbings: readonly Rubbing[],
  weight: Weight = LINE_WEIGHT,
): (readonly Sample[])[] {
  const line = steady(samples).map(placeOf);
  const under = (at: Point): boolean => rubbings.some((rubbing) => isUnder(at, rubbing, width));
  const keep = samples.map(() => false);
  for (const at of line.keys()) {
    if (pieceOf(line, at).every(under)) continue;
    const before = Math.max(weight.reachBack(samples, at), BESIDE) + BESIDE;
    const after = at + 1 + BESIDE;
    for (let near = Math.max(at - before, 0); near <= after; near++) {
      if (near < keep.length) keep[near] = true;
    }
  }
  const parts: Sample[][] = [];
  for (let end = samples.length; end > 0; end--) {
    if (!keep[end - 1]) continue;
    let begin = end - 1;
    while (begin > 0 && (keep[begin - 1] || !weight.isSame(samples.slice(begin, end), samples)))
      begin--;
    parts.unshift(samples.slice(begin, end));
    end = begin + 1;
  }
  return parts;
}

/** Places along what is painted for one sample: a curve from the middle before it to the middle after (ink/trace.ts). */
function pieceOf(line: readonly Point[], at: number): Point[] {
  const here = line[at];
  if (!here) return [];
  const [before, after] = [line[at - 1], line[at + 1]];
  const from = before ? middle(before, here) : here;
  const to = after ? middle(here, after) : here;
  const steps = Math.max(Math.ceil((distance(from, here) + distance(here, to)) / STEP), 1);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    return middle(middle(from, here, share), middle(here, to, share), share);
  });
}

function middle(from: Point, to: Point, share = 0.5): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Is the whole width of the line at this place within one rubbing? One unit is left for soft edges. */
function isUnder(at: Point, { line, reach }: Rubbing, width: number): boolean {
  const within = reach - width / 2 - 1;
  if (within <= 0) return false;
  return line.some((here, index) => {
    const next = line[index + 1];
    return (next ? toSegment(at, [here, next]) : distance(at, here)) <= within;
  });
}
