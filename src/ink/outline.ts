/** The edges of an area of cells as rings of corners, holes included, with no more corners than they need. */

/** Corners may be left out when the edge moves by less than this, in cells. */
const SLACK = 0.9;
/** Rings around fewer cells are crumbs. */
const CRUMB = 6;

/** The rings of an area given as rows of 0 and 1: x, y, x, y ... in cells; to be filled by even-odd. */
export function ringsOf(area: Uint8Array, width: number): number[][] {
  const edges = edgesOf(area, width);
  const rings: number[][] = [];
  for (const start of edges.keys()) {
    const corners = walk(start, edges);
    if (corners.length < 4) continue;
    const points = corners.map(
      (corner) => [corner % (width + 1), Math.floor(corner / (width + 1))] as Point,
    );
    if (Math.abs(areaOf(points)) < CRUMB) continue;
    const simple = simplified(points);
    if (simple.length >= 3) rings.push(simple.flat());
  }
  return rings;
}

type Point = [number, number];
/** From each corner the corners its edges lead to, the area always on the same hand. */
type Edges = Map<number, number[]>;

function edgesOf(area: Uint8Array, width: number): Edges {
  const edges: Edges = new Map();
  const across = width + 1;
  const add = (from: number, to: number): void => {
    const known = edges.get(from);
    if (known) known.push(to);
    else edges.set(from, [to]);
  };
  for (let cell = 0; cell < area.length; cell++) {
    if (area[cell] !== 1) continue;
    const [column, row] = [cell % width, Math.floor(cell / width)];
    const corner = row * across + column;
    if (area[cell - width] !== 1) add(corner, corner + 1);
    if (column === width - 1 || area[cell + 1] !== 1) add(corner + 1, corner + 1 + across);
    if (area[cell + width] !== 1) add(corner + 1 + across, corner + across);
    if (column === 0 || area[cell - 1] !== 1) add(corner + across, corner);
  }
  return edges;
}

/** Follow the edges from a corner until it comes round, taking them away. */
function walk(start: number, edges: Edges): number[] {
  const corners: number[] = [];
  let at = start;
  for (let next = edges.get(at)?.pop(); next !== undefined; next = edges.get(at)?.pop()) {
    corners.push(at);
    at = next;
  }
  return corners;
}

function areaOf(points: readonly Point[]): number {
  return (
    points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

/** Fewer corners, none farther off than the slack. Source: Ramer 1972, Douglas and Peucker 1973. */
function simplified(ring: readonly Point[]): Point[] {
  const half = Math.floor(ring.length / 2);
  const [first = [0, 0] as Point] = ring;
  const there = between(ring.slice(0, half + 1));
  const back = between([...ring.slice(half), first]);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function between(line: readonly Point[]): Point[] {
  const keep = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [far, at] = farthest(line, from, to);
    if (far <= SLACK) continue;
    keep.add(at);
    spans.push([from, at], [at, to]);
  }
  return line.filter((_, at) => keep.has(at));
}

function farthest(line: readonly Point[], from: number, to: number): [number, number] {
  const [a = [0, 0] as Point, b = [0, 0] as Point] = [line[from], line[to]];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let [most, where] = [0, from];
  for (let at = from + 1; at < to; at++) {
    const [x, y] = line[at] ?? a;
    const off =
      length === 0
        ? Math.hypot(x - a[0], y - a[1])
        : Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / length;
    if (off > most) [most, where] = [off, at];
  }
  return [most, where];
}
