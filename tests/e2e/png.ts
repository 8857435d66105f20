/** A PNG decoder of our own, so that no line of the app's decides what its pictures show. */
import { inflateSync } from 'node:zlib';

/** The pixels of a picture, three bytes each, row by row. */
export type Pixels = Readonly<{
  width: number;
  height: number;
  at: (x: number, y: number) => string;
}>;

/** The colour of a patch with this half side, each of its pixels weighing the same. */
export function meanAt(picture: Pixels, x: number, y: number, reach: number): string {
  const sums = [0, 0, 0];
  let count = 0;
  for (let top = Math.round(y - reach); top <= y + reach; top++) {
    for (let left = Math.round(x - reach); left <= x + reach; left++) {
      const colour = picture.at(left, top);
      for (const part of [0, 1, 2]) {
        sums[part] =
          (sums[part] ?? 0) + Number.parseInt(colour.slice(1 + part * 2, 3 + part * 2), 16);
      }
      count++;
    }
  }
  const parts = sums.map((sum) =>
    Math.round(sum / count)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

/** The colour of a patch with this half side that is farthest from the paper's: ink between its grain. */
export function inkAt(picture: Pixels, x: number, y: number, reach: number): string {
  const light = (colour: string): number =>
    [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0);
  let found = '#ffffff';
  for (let top = Math.round(y - reach); top <= y + reach; top++) {
    for (let left = Math.round(x - reach); left <= x + reach; left++) {
      const colour = picture.at(left, top);
      if (light(colour) < light(found)) found = colour;
    }
  }
  return found;
}

const SIGNATURE = '89504e470d0a1a0a';
/** Bytes to a pixel by colour type: grey, colours, colours and how much shows through. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

/** Width and height that the file says of itself. */
export function sizeOfPng(file: Buffer): Readonly<{ width: number; height: number }> {
  if (file.toString('hex', 0, 8) !== SIGNATURE) throw new Error('not a PNG');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The picture in the file; eight bits to a colour and not interlaced, as browsers write it. */
export function pixelsOf(file: Buffer): Pixels {
  const { width, height } = sizeOfPng(file);
  const [depth, type, interlaced] = [file[24], file[25] ?? -1, file[28]];
  const channels = CHANNELS[type];
  if (depth !== 8 || interlaced !== 0 || !channels) throw new Error('not a PNG of a browser');
  const rows = unfiltered(inflateSync(dataOf(file)), width * channels, height, channels);
  return {
    width,
    height,
    at: (x, y) => {
      const from = (Math.round(y) * width + Math.round(x)) * channels;
      const [red = 0, green = red, blue = red] =
        channels === 1 ? rows.subarray(from, from + 1) : rows.subarray(from, from + 3);
      return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    },
  };
}

function dataOf(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Undo the filter of every row. Source: PNG specification, section 9. */
function unfiltered(raw: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row++) {
    const from = row * (rowBytes + 1);
    const filter = raw[from] ?? 0;
    for (let column = 0; column < rowBytes; column++) {
      const at = row * rowBytes + column;
      const left = column < step ? 0 : (rows[at - step] ?? 0);
      const above = row === 0 ? 0 : (rows[at - rowBytes] ?? 0);
      const corner = row === 0 || column < step ? 0 : (rows[at - rowBytes - step] ?? 0);
      rows[at] = (raw[from + 1 + column] ?? 0) + foretold(filter, left, above, corner);
    }
  }
  return rows;
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new Error(`no filter ${String(filter)} in PNG`);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) =>
    Math.abs(left + above - corner - one),
  ) as [number, number, number];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
