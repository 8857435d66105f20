/** Zip files as nobody should send them, and honest ones packed by fflate instead of the app. */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

import { unzipSync, zipSync } from 'fflate';

/** Files by name. */
export type Files = Record<string, Uint8Array>;
/** One file of a zip, with what the zip says of it, true or not. */
export type Claim = Readonly<{ name: string; packed: Buffer; crc: number; bytes: number }>;

/** The files of a handed-over zip. */
export function filesOf(zip: Buffer): Files {
  return unzipSync(zip);
}

/** The files packed again, their sums right. */
export function packedAgain(files: Files): Buffer {
  const others = Object.entries(files).filter(([name]) => name !== 'SHA256SUMS');
  const sums = others.map(
    ([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`,
  );
  const all = [...others, ['SHA256SUMS', Buffer.from(sums.join(''))] as const];
  const mtime = '1980-01-01T00:00:00';
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        all.map(([name, bytes]) => [
          name,
          [bytes, { level: name.endsWith('.png') ? 0 : 9, mtime }],
        ]),
      ),
    ),
  );
}

/** A file deflated, described as it is. */
export function honest(name: string, content: Buffer): Claim {
  return { name, packed: deflateRawSync(content), crc: crc32(content), bytes: content.length };
}

/** A zip with exactly these claims, every other field as the app writes it. */
export function zipOfClaims(claims: readonly Claim[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed, crc, bytes } of claims) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, tail, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(claims.length, 8);
  end.writeUInt16LE(claims.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}
