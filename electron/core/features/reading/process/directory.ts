import { boxAt, shortHeader } from './boxes.ts';
import type { Content } from './content.ts';
import { Unreadable } from './unreadable.ts';

/** The directory of hours of film has a few megabytes. */
const mostBytes = 32 * 1024 * 1024;
const deepest = 20;
const most32 = 0xff_ff_ff_ff;

/** From where in a film its directory (`moov`) is taken, and before what it is put. */
export interface Move {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly to: number;
}

/** What the chunk offsets lie in (ISO/IEC 14496-12, 8.7.5). */
const containers: ReadonlySet<string> = new Set(['trak', 'mdia', 'minf', 'stbl']);

/** A film's directory as it must read where it stands before the media and not behind them. */
export async function movedDirectory(content: Content, move: Move): Promise<Uint8Array> {
  if (move.end - move.start > mostBytes) throw new Unreadable('tooLarge');
  return moved(await content.read(move.start, move.end), move);
}

/** The same bytes with every chunk offset moved on by what now stands before the media. */
export function moved(directory: Uint8Array, move: Move): Buffer {
  const bytes = Buffer.from(directory);
  const box = boxAt(bytes, 0, bytes.length);
  if (box?.type !== 'moov' || box.size !== move.end - move.start) throw new Unreadable('damaged');
  // One that reached to the end of the file would now take in the media.
  if (bytes.readUInt32BE() === 0) bytes.writeUInt32BE(bytes.length);
  moveInside(bytes.subarray(box.header), move, 1);
  return bytes;
}

function moveInside(bytes: Buffer, move: Move, depth: number): void {
  if (depth > deepest) throw new Unreadable('damaged');
  for (let at = 0; at + shortHeader <= bytes.length; ) {
    const box = boxAt(bytes, at, bytes.length - at);
    // Old QuickTime's packed directory (`cmov`): with its offsets left as they are another picture would be shown.
    if (box === null || box.type === 'cmov') throw new Unreadable('damaged');
    const { type, header, size } = box;
    if (containers.has(type)) moveInside(bytes.subarray(at + header, at + size), move, depth + 1);
    else if (type === 'stco' || type === 'co64')
      moveOffsets(bytes.subarray(at + header, at + size), type === 'co64', move);
    at += size;
  }
}

/** Version and flags, how many there are, then the offsets from the beginning of the file, of 32 or 64 bits. */
function moveOffsets(table: Buffer, wide: boolean, move: Move): void {
  const width = wide ? 8 : 4;
  if (table.length < 8 || 8 + table.readUInt32BE(4) * width > table.length) throw new Unreadable('damaged');
  const end = 8 + table.readUInt32BE(4) * width;
  for (let at = 8; at < end; at += width) {
    const before = wide ? Number(table.readBigUInt64BE(at)) : table.readUInt32BE(at);
    const after = movedOffset(before, move);
    if (after === before) continue;
    if (wide) table.writeBigUInt64BE(BigInt(after), at);
    else if (after > most32) throw new Unreadable('tooLarge');
    else table.writeUInt32BE(after, at);
  }
}

/** What stands before the new place or behind the old one stays where it was. */
function movedOffset(offset: number, { start, end, to }: Move): number {
  if (offset < to || offset >= end) return offset;
  // Media in the directory itself: no film has them there.
  if (offset > start) throw new Unreadable('damaged');
  return offset + end - start;
}
