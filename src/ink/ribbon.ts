/**
 * A brush's line: broad where the hand was slow, thin where it was fast, and by pressure where a pen
 * felt it. Given as pieces of even width, each a little different from the next.
 */
import type { Sample } from '#ink/sample.ts';

/** The samples from `from` to before `to` are painted `width` page units wide. */
export type Piece = Readonly<{ from: number; to: number; width: number }>;

/** Thinnest, as a share of the widest. */
const THIN = 0.28;
/** Speed, in eighths of a unit a millisecond, at which a brush is thinnest: a hand in full swing. */
const FAST = 14;
/** Over so long speed and pressure are averaged: a brush has bristles. */
const BRISTLES_MS = 90;

/** The pieces of a line at most `widest` wide, for the samples from the `begin`-th on. */
export function ribbon(samples: readonly Sample[], widest: number, begin = 0): Piece[] {
  const pieces: Piece[] = [];
  const felt = feltPressure(samples);
  for (let at = begin; at < samples.length; at++) {
    const share = felt ? pressedAt(samples, at) : 1 - sweptAt(samples, at) / FAST;
    const width = Math.max(Math.round(widest * Math.min(Math.max(share, THIN), 1)), 1);
    const last = pieces.at(-1);
    if (last?.width === width) pieces[pieces.length - 1] = { ...last, to: at + 1 };
    else pieces.push({ from: at, to: at + 1, width });
  }
  return pieces;
}

/** The mean pressure of the last moment, 0 to 1. */
function pressedAt(samples: readonly Sample[], at: number): number {
  const recent = lastMoment(samples, at);
  return recent.reduce((sum, { pressure = 0 }) => sum + pressure, 0) / recent.length / 255;
}

/** The mean speed of the last moment, in eighths of a unit a millisecond; a line begins slowly. */
function sweptAt(samples: readonly Sample[], at: number): number {
  const recent = lastMoment(samples, at);
  const swept = recent.reduce((sum, sample, index) => {
    const before = recent[index - 1];
    return before ? sum + Math.hypot(sample.x - before.x, sample.y - before.y) : sum;
  }, 0);
  return swept / BRISTLES_MS;
}

/** How many samples before the `at`-th weigh on its width; a line cut before them is as broad there. */
export function bristlesBack(samples: readonly Sample[], at: number): number {
  return lastMoment(samples, at).length - 1;
}

function lastMoment(samples: readonly Sample[], at: number): readonly Sample[] {
  const now = samples[at]?.t ?? 0;
  let first = at;
  while (first > 0 && now - (samples[first - 1]?.t ?? 0) <= BRISTLES_MS) first--;
  return samples.slice(first, at + 1);
}

/**
 * Did the pen feel anything? Cheap tablets say 0 for every sample, and some say the same number always
 * (pitfall 9 of our notes on pens): then speed decides.
 */
export function feltPressure(samples: readonly Sample[]): boolean {
  const [first, ...next] = samples.slice(0, TRUSTED);
  return first?.pressure !== undefined && next.some(({ pressure }) => pressure !== first.pressure);
}

/** After so many samples a pen has shown whether it feels. */
const TRUSTED = 4;
