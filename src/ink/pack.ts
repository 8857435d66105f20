/**
 * Samples as bytes: the box they lie in, then columns x, y, t and, where the tool felt it, pressure; each
 * the difference to the sample before, zigzag, in LEB128. The differences are of whole numbers, so no
 * error adds up. The box can be read without the rest: a full sheet is searched by it.
 * Source: our measurement on 1,586 recorded samples, 4.8 bytes a sample with time.
 */
import { assert } from '#base/assert.ts';
import type { Box } from '#domain/page.ts';
import { INK_SCALE, SAMPLE_RANGE, type Sample } from '#ink/sample.ts';

const VERSION = 1;
const WITH_PRESSURE = 0x10;
/** Nobody draws a longer line: two hours at 240 samples a second. */
export const MOST_SAMPLES = 1_728_000;

type Column = (sample: Sample) => number;
const COLUMNS: readonly Column[] = [({ x }) => x, ({ y }) => y, ({ t }) => t];
const PRESSURE: Column = ({ pressure }) => pressure ?? 0;

/** The samples (at least one) as bytes. */
export function pack(samples: readonly Sample[]): Uint8Array<ArrayBuffer> {
  assert(samples.length > 0, 'a stroke has a sample');
  const pressed = samples.some(({ pressure }) => pressure !== undefined);
  const bytes = [VERSION | (pressed ? WITH_PRESSURE : 0)];
  const { left, top, right, bottom } = edgesOf(samples);
  for (const edge of [left, top]) pushVarint(bytes, zigzag(edge));
  for (const span of [right - left, bottom - top]) pushVarint(bytes, span);
  pushVarint(bytes, samples.length);
  for (const column of pressed ? [...COLUMNS, PRESSURE] : COLUMNS) {
    let before = 0;
    for (const sample of samples) {
      const value = column(sample);
      pushVarint(bytes, zigzag(value - before));
      before = value;
    }
  }
  return Uint8Array.from(bytes);
}

/** The samples the bytes stand for, or nothing when the bytes are not what `pack` writes. */
export function unpack(bytes: Uint8Array): Sample[] | undefined {
  const reader: Reader = { bytes, at: 1 };
  const head = bytes[0] ?? 0;
  const edges = readEdges(reader);
  const count = readVarint(reader);
  if (head !== VERSION && head !== (VERSION | WITH_PRESSURE)) return undefined;
  if (!edges || count === undefined || count < 1) return undefined;
  if (count > MOST_SAMPLES || count > bytes.length) return undefined;

  const columns: number[][] = [];
  for (let column = 0; column < (head & WITH_PRESSURE ? 4 : 3); column++) {
    const values = readColumn(reader, count);
    if (!values) return undefined;
    columns.push(values);
  }
  if (reader.at !== bytes.length) return undefined;

  const samples = samplesOf(columns);
  const sound = samples.every(isWithinRange) && isForward(samples);
  return sound && sameEdges(edges, edgesOf(samples)) ? samples : undefined;
}

/** The box the samples lie in, in page units, read without unpacking them. */
export function boxOfPacked(bytes: Uint8Array): Box | undefined {
  const edges = readEdges({ bytes, at: 1 });
  return (
    edges && {
      left: edges.left / INK_SCALE,
      top: edges.top / INK_SCALE,
      right: edges.right / INK_SCALE,
      bottom: edges.bottom / INK_SCALE,
    }
  );
}

/** Like a box, but in eighths of a page unit. */
type Edges = { left: number; top: number; right: number; bottom: number };

function edgesOf(samples: readonly Sample[]): Edges {
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of samples) {
    if (x < edges.left) edges.left = x;
    if (y < edges.top) edges.top = y;
    if (x > edges.right) edges.right = x;
    if (y > edges.bottom) edges.bottom = y;
  }
  return edges;
}

function readEdges(reader: Reader): Edges | undefined {
  const [left, top] = [readVarint(reader), readVarint(reader)];
  const [wide, high] = [readVarint(reader), readVarint(reader)];
  if (left === undefined || top === undefined || wide === undefined || high === undefined) return;
  const from = { left: unzigzag(left), top: unzigzag(top) };
  return { ...from, right: from.left + wide, bottom: from.top + high };
}

function sameEdges(a: Edges, b: Edges): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

function samplesOf([xs = [], ys = [], ts = [], pressures]: readonly number[][]): Sample[] {
  return xs.map((x, at) => {
    const sample = { x, y: ys[at] ?? 0, t: ts[at] ?? 0 };
    return pressures ? { ...sample, pressure: pressures[at] ?? 0 } : sample;
  });
}

/** Are the numbers such as a sample may hold? */
export function isWithinRange({ x, y, t, pressure = 0 }: Sample): boolean {
  const { least, mostX, mostY } = SAMPLE_RANGE;
  return x >= least && x <= mostX && y >= least && y <= mostY && t >= 0 && isByte(pressure);
}

/** Does time never run backwards? */
export function isForward(samples: readonly Sample[]): boolean {
  return samples.every((sample, at) => sample.t >= (samples[at - 1]?.t ?? 0));
}

function isByte(value: number): boolean {
  return value >= 0 && value <= 255;
}

function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function pushVarint(bytes: number[], value: number): void {
  while (value >= 0x80) {
    bytes.push((value % 0x80) | 0x80);
    value = Math.floor(value / 0x80);
  }
  bytes.push(value);
}

type Reader = { readonly bytes: Uint8Array; at: number };

function readVarint(reader: Reader): number | undefined {
  let value = 0;
  for (let weight = 1; weight <= 0x80 ** 4; weight *= 0x80) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) return undefined;
    value += (byte % 0x80) * weight;
    if (byte < 0x80) return byte === 0 && weight > 1 ? undefined : value;
  }
  return undefined;
}

function readColumn(reader: Reader, count: number): number[] | undefined {
  const values: number[] = [];
  let value = 0;
  while (values.length < count) {
    const step = readVarint(reader);
    if (step === undefined) return undefined;
    value += unzigzag(step);
    values.push(value);
  }
  return values;
}
