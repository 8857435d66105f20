/** Strokes for the bench: the same ones every time, like a hand's. */

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How many samples a stroke of the bench has. */
export const SAMPLES = 60;

/** One reading: page units and milliseconds. */
export type Reading = Readonly<{ x: number; y: number; t: number }>;

/** So many strokes all over a sheet of 1600 x 1200 units. */
export function* strokes(count: number, seed = 1): Generator<readonly Reading[]> {
  const chance = seeded(seed);
  for (let stroke = 0; stroke < count; stroke++) {
    let [x, y] = [100 + chance() * 1400, 100 + chance() * 1000];
    let heading = chance() * Math.PI * 2;
    let speed = 2 + chance() * 5;
    const readings: Reading[] = [];
    for (let at = 0; at < SAMPLES; at++) {
      readings.push({ x, y, t: Math.round(at * 12 + chance() * 3) });
      heading += (chance() - 0.5) * 0.5;
      speed = Math.max(1, speed + (chance() - 0.5) * 0.8);
      x = Math.min(Math.max(x + Math.cos(heading) * speed, 10), 1590);
      y = Math.min(Math.max(y + Math.sin(heading) * speed, 10), 1190);
    }
    yield readings;
  }
}
