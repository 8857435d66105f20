/**
 * A child's hand for pictures of the app: lines as a child draws them, through real pointer events.
 * Places are page units. Chance is seeded: the same picture every time.
 */

let seed = 7;
const chance = () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed / 4294967296;
};
const shake = (size) => (chance() - 0.5) * size;

/** Points along a polyline, a few units apart, with a small hand's tremor. */
export function along(points, tremor = 5) {
  const line = [];
  for (let at = 0; at + 1 < points.length; at++) {
    const [[x1, y1], [x2, y2]] = [points[at], points[at + 1]];
    const steps = Math.max(Math.round(Math.hypot(x2 - x1, y2 - y1) / 14), 1);
    for (let step = 0; step < steps; step++) {
      const part = step / steps;
      line.push([x1 + (x2 - x1) * part + shake(tremor), y1 + (y2 - y1) * part + shake(tremor)]);
    }
  }
  return [...line, points.at(-1)];
}

/** A smooth curve through the points. */
export function curve(points, tremor = 4) {
  const line = [];
  for (let at = 0; at + 1 < points.length; at++) {
    const [p0, p1, p2, p3] = [
      points[at - 1] ?? points[at],
      points[at],
      points[at + 1],
      points[at + 2] ?? points[at + 1],
    ];
    for (let part = 0; part < 1; part += 0.06) {
      const at2 = (a, b, c, d) =>
        0.5 *
        (2 * b +
          (c - a) * part +
          (2 * a - 5 * b + 4 * c - d) * part ** 2 +
          (3 * b - a - 3 * c + d) * part ** 3);
      line.push([
        at2(p0[0], p1[0], p2[0], p3[0]) + shake(tremor),
        at2(p0[1], p1[1], p2[1], p3[1]) + shake(tremor),
      ]);
    }
  }
  return [...line, points.at(-1)];
}

/** A round. */
export function round(x, y, radius, tremor = 5) {
  const start = chance() * 6;
  return Array.from({ length: 40 }, (_, at) => {
    const angle = start + (at / 37) * Math.PI * 2;
    return [
      x + Math.cos(angle) * radius + shake(tremor),
      y + Math.sin(angle) * radius + shake(tremor),
    ];
  });
}

/** Filling by going to and fro between two heights. */
export function scribble(left, right, top, bottom, gap = 26) {
  const points = [];
  for (let x = left, down = true; x <= right; x += gap / 2, down = !down) {
    points.push([x + shake(8), (down ? top(x) : bottom(x)) + shake(12)]);
  }
  return along(points, 6);
}
