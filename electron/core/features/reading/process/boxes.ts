/** One box of an ISO base media file (ISO/IEC 14496-12, 4.2): its type, and the bytes of its header and of the whole. */
export interface Box {
  readonly type: string;
  readonly header: 8 | 16;
  readonly size: number;
}

/** The shortest header that a box can have. */
export const shortHeader = 8;
export const longHeader = 16;

/**
 * The box whose header stands at `at`; `room` is what there is from there to the end of what it stands in. Null where it
 * is none: cut off, smaller than its own header, or larger than the room.
 */
export function boxAt(bytes: Buffer, at: number, room: number): Box | null {
  const seen = Math.min(room, bytes.length - at);
  if (seen < shortHeader) return null;
  const given = bytes.readUInt32BE(at);
  const header = given === 1 ? longHeader : shortHeader;
  if (seen < header) return null;
  const size = sizeOf(given, bytes, at, room);
  if (size < header || size > room) return null;
  return { type: bytes.toString('latin1', at + 4, at + 8), header, size };
}

/** 0: all that there is; 1: told by 64 bits behind the type. */
function sizeOf(given: number, bytes: Buffer, at: number, room: number): number {
  if (given === 0) return room;
  return given === 1 ? Number(bytes.readBigUInt64BE(at + shortHeader)) : given;
}
