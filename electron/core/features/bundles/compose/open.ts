import * as mupdf from 'mupdf';

/** Content larger than this is read piece by piece, and not copied whole into the engine's memory. */
const copied = 32 * 1024 * 1024;

/** Opens content that lies in memory. */
export function openBytes(bytes: Uint8Array, type: string): mupdf.Document {
  if (bytes.length <= copied) return mupdf.Document.openDocument(bytes, type);
  const stream = new mupdf.Stream({
    fileSize: () => bytes.length,
    read: (memory, offset, length, position) => {
      const piece = bytes.subarray(position, position + length);
      memory.set(piece, offset);
      return piece.length;
    },
    close: () => undefined,
  });
  return mupdf.Document.openDocument(stream, type);
}
