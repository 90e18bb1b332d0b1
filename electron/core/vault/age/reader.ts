import { type FileHandle, open } from 'node:fs/promises';
import { AgeError } from './errors.ts';
import { type AgeIdentity, headerEnd, longestHeader, nonceSize, openHeader } from './header.ts';
import { chunkSize, openChunks, payloadKey, plainSize, sealedChunkSize } from './stream.ts';

/** A whole age file of which any part can be read without decrypting the rest. */
export interface AgeFile {
  /** The plaintext's size in bytes. */
  readonly size: number;
  /** What the payload begins at and is sealed with: for a thread that decrypts the same file by itself. */
  readonly payload: Payload;
  /** The plaintext from `start` to `end` (exclusive), both cut to the file. AgeError `payload` on damage. */
  read(start: number, end: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Payload {
  /** Offset in the file. */
  readonly start: number;
  readonly key: Uint8Array;
}

/** Chunks decrypted in one go: bounds the memory beside the result. */
const batch = 16;

/**
 * Opens an age file for random access. The last chunk is verified first, so that a file cut short at a chunk's
 * edge is refused here and not when somebody happens to read its end. Close it after use.
 * Throws AgeError, or the system's error where the file cannot be opened.
 */
export async function openAgeFile(path: string, identities: readonly AgeIdentity[]): Promise<AgeFile> {
  const file = await open(path, 'r');
  try {
    const { size: fileSize } = await file.stat();
    const { header, nonce } = await readBeginning(file);
    const key = payloadKey(await openHeader(header, identities), nonce);
    const start = header.length + nonceSize;
    const sealed = fileSize - start;
    const size = plainSize(sealed);
    const chunks = Math.ceil(sealed / sealedChunkSize);

    async function readChunks(first: number, count: number): Promise<Uint8Array> {
      const from = first * sealedChunkSize;
      const length = Math.min(count * sealedChunkSize, sealed - from);
      const bytes = await readExactly(file, start + from, length);
      const plain = new Uint8Array(length);
      const opened = openChunks(key, first, bytes, first + count >= chunks, plain);
      return plain.subarray(0, opened);
    }

    await readChunks(chunks - 1, 1);
    return {
      size,
      payload: { start, key },
      async read(start, end) {
        const from = Math.max(0, start);
        const to = Math.min(end, size);
        const result = new Uint8Array(Math.max(0, to - from));
        for (let position = from; position < to; ) {
          const first = Math.floor(position / chunkSize);
          const plain = await readChunks(first, Math.min(batch, Math.ceil(to / chunkSize) - first));
          const inside = plain.subarray(position - first * chunkSize, to - first * chunkSize);
          result.set(inside, position - from);
          position += inside.length;
        }
        return result;
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Reads header and nonce. Most headers are there with the first read; longer ones are read anew, doubled. */
async function readBeginning(file: FileHandle): Promise<{ header: Uint8Array; nonce: Uint8Array }> {
  for (let size = 4096; size <= 2 * longestHeader; size *= 2) {
    const bytes = new Uint8Array(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    const seen = bytes.subarray(0, bytesRead);
    const end = headerEnd(seen);
    if (end !== undefined && end + nonceSize <= seen.length) {
      return { header: seen.subarray(0, end), nonce: seen.subarray(end, end + nonceSize) };
    }
    if (bytesRead < size) break;
  }
  throw new AgeError('header', 'The header has no end');
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new AgeError('payload', 'The file became shorter while it was read');
    done += bytesRead;
  }
  return bytes;
}
