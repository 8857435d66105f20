/**
 * PNG written in bands, so that no canvas is ever larger than a tablet can bear.
 * Source: PNG specification, third edition; colour type 2, filter "up", one zlib stream.
 */
import { crcOf } from '#base/crc.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const UP = 2;
const PIXELS_PER_METRE = 11_811; // 300 dots an inch

/** Some rows of pixels, as a canvas gives them: red, green, blue, alpha. */
export type Band = Readonly<{ rows: number; pixels: Uint8ClampedArray }>;

/** A PNG of this size from its bands, topmost first. */
export async function pngOf(width: number, height: number, bands: Iterable<Band>): Promise<Bytes> {
  const packing = new CompressionStream('deflate');
  const writer = packing.writable.getWriter();
  const packed = collected(packing.readable);
  let above: Bytes = new Uint8Array(width * 3);
  for (const band of bands) {
    const filtered = filter(band, width, above);
    above = filtered.last;
    await writer.write(filtered.bytes);
  }
  await writer.close();
  const parts = [
    SIGNATURE,
    chunk('IHDR', headOf(width, height)),
    chunk('pHYs', density()),
    ...(await packed).map((bytes) => chunk('IDAT', bytes)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return joined(parts);
}

/** Each row as the difference to the row above it, without alpha; and the last row as it is. */
function filter(
  { rows, pixels }: Band,
  width: number,
  above: Bytes,
): { bytes: Bytes; last: Bytes } {
  const stride = width * 3 + 1;
  const bytes = new Uint8Array(rows * stride);
  let before = above;
  for (let row = 0; row < rows; row++) {
    const now = new Uint8Array(width * 3);
    for (let column = 0, from = row * width * 4, to = 0; column < width; column++, from += 4) {
      now[to++] = pixels[from] ?? 0;
      now[to++] = pixels[from + 1] ?? 0;
      now[to++] = pixels[from + 2] ?? 0;
    }
    const start = row * stride;
    bytes[start] = UP;
    for (let at = 0; at < now.length; at++)
      bytes[start + 1 + at] = (now[at] ?? 0) - (before[at] ?? 0);
    before = now;
  }
  return { bytes, last: before };
}

function headOf(width: number, height: number): Bytes {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8);
  head.setUint8(9, 2);
  return new Uint8Array(head.buffer);
}

function density(): Bytes {
  const head = new DataView(new ArrayBuffer(9));
  head.setUint32(0, PIXELS_PER_METRE);
  head.setUint32(4, PIXELS_PER_METRE);
  head.setUint8(8, 1);
  return new Uint8Array(head.buffer);
}

function chunk(kind: string, content: Bytes): Bytes {
  const whole = new Uint8Array(content.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  for (let at = 0; at < 4; at++) view.setUint8(4 + at, kind.charCodeAt(at));
  whole.set(content, 8);
  view.setUint32(8 + content.length, crcOf(whole.subarray(4, 8 + content.length)));
  return whole;
}

async function collected(stream: ReadableStream<Bytes>): Promise<Bytes[]> {
  const parts: Bytes[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read())
    parts.push(next.value);
  return parts;
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
