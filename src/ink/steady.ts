/**
 * Takes the tremor out of a line when it is painted; the record keeps what the hand did. A slow hand is
 * steadied by the mean of the last moment, a fast one is followed as it is. Only what came before
 * counts, so a line painted while it grows is the line painted at the end.
 * Source: the idea of the 1-euro filter (Casiez et al. 2012): smooth by time, less when fast.
 */
import type { Sample } from '#ink/sample.ts';

/** The moment over which a slow hand is averaged. */
const WINDOW_MS = 40;
/** From this speed on (eighths of a unit a millisecond) nothing is smoothed: about 6 cm a second. */
const FAST = 8;

/** The samples with x and y steadied, from the `from`-th on. Times and pressures stay. */
export function steady(samples: readonly Sample[], from = 0): Sample[] {
  const steadied: Sample[] = [];
  for (let at = from; at < samples.length; at++) {
    const sample = samples[at];
    if (sample) steadied.push(steadyAt(samples, at, sample));
  }
  return steadied;
}

/** How many samples before the `at`-th still weigh on it; a line cut before them is painted the same. */
export function reachBack(samples: readonly Sample[], at: number): number {
  const now = samples[at]?.t ?? 0;
  let first = at;
  while (first > 0 && now - (samples[first - 1]?.t ?? 0) <= WINDOW_MS) first--;
  return at - first;
}

function steadyAt(samples: readonly Sample[], at: number, sample: Sample): Sample {
  let [x, y, weights] = [0, 0, 0];
  for (let back = at; back >= 0; back--) {
    const one = samples[back];
    const age = sample.t - (one?.t ?? 0);
    if (!one || age > WINDOW_MS) break;
    const weight = 1 - age / (WINDOW_MS + 1);
    x += one.x * weight;
    y += one.y * weight;
    weights += weight;
  }
  const share = Math.min(speedAt(samples, at) / FAST, 1);
  const towards = (mean: number, raw: number): number => mean + (raw - mean) * share;
  return { ...sample, x: towards(x / weights, sample.x), y: towards(y / weights, sample.y) };
}

/** Eighths of a unit a millisecond, over the last few samples; times are whole, so no two are nearer than one. */
export function speedAt(samples: readonly Sample[], at: number): number {
  const now = samples[at];
  const before = samples[Math.max(at - 2, 0)];
  if (!now || !before) return 0;
  return Math.hypot(now.x - before.x, now.y - before.y) / Math.max(now.t - before.t, 1);
}
