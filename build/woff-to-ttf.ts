import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inflateSync } from 'node:zlib';

/**
 * Unpacks a WOFF 1.0 font to the TrueType font inside it, table by table and byte for byte: PDF engines read the
 * latter only. Used by hand when a font of resources/fonts is renewed; see the README there.
 *
 *     node build/woff-to-ttf.ts FONT.woff FONT.ttf
 */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, 44 + index * 20));

  const directory = Buffer.alloc(12 + count * 16);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(count * 16 - 2 ** power * 16, 10);

  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, table] of tables.entries()) {
    const entry = 12 + index * 16;
    table.tag.copy(directory, entry);
    directory.writeUInt32BE(table.checksum, entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.data.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.data.length % 4)) % 4);
    parts.push(table.data, padding);
    offset += table.data.length + padding.length;
  }
  return Buffer.concat(parts);
}

function readTable(woff: Buffer, at: number): { tag: Buffer; checksum: number; data: Buffer } {
  const start = woff.readUInt32BE(at + 4);
  const packed = woff.readUInt32BE(at + 8);
  const size = woff.readUInt32BE(at + 12);
  const bytes = woff.subarray(start, start + packed);
  const data = packed < size ? inflateSync(bytes) : bytes;
  if (data.length !== size) throw new Error('a table is damaged');
  return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
}

if (import.meta.main) {
  const [from, to] = parseArgs({ allowPositionals: true }).positionals;
  if (from === undefined || to === undefined) throw new Error('usage: woff-to-ttf.ts FONT.woff FONT.ttf');
  writeFileSync(to, woffToTtf(readFileSync(from)));
}
