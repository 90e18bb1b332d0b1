import { hkdfSync, randomBytes } from 'node:crypto';
import { aead, tagSize } from './aead.ts';
import { AgeError } from './errors.ts';
import {
  type AgeIdentity,
  type AgeRecipient,
  createHeader,
  headerEnd,
  longestHeader,
  nonceSize,
  openHeader,
} from './header.ts';
import { createIntake, type Intake } from './intake.ts';

/** The payload's plaintext is cut into chunks of this size; only the last may be shorter. */
export const chunkSize = 64 * 1024;
export const sealedChunkSize = chunkSize + tagSize;

/** How many bytes a payload of `plain` bytes takes, without header and nonce. */
export function sealedSize(plain: number): number {
  return plain + tagSize * Math.max(1, Math.ceil(plain / chunkSize));
}

/** The plaintext's size behind a payload of `sealed` bytes; AgeError `payload` where no payload has that size. */
export function plainSize(sealed: number): number {
  const chunks = Math.ceil(sealed / sealedChunkSize);
  const last = sealed - (chunks - 1) * sealedChunkSize;
  if (chunks === 0 || last < tagSize) throw new AgeError('payload', 'The last chunk is cut off');
  if (last === tagSize && chunks > 1) throw new AgeError('payload', 'The last chunk is empty');
  return sealed - chunks * tagSize;
}

/** The payload's key, from the file key and the 16 bytes that follow the header. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** A chunk's nonce: its index as 11 bytes big-endian, then 1 for the last chunk, else 0. */
export function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setBigUint64(3, BigInt(index));
  view.setUint8(11, last ? 1 : 0);
  return nonce;
}

/**
 * Seals consecutive chunks, the first of index `first`. All but the file's last chunk are whole, so `plain` is a
 * multiple of `chunkSize` unless `last` says that the file ends with it. Writes to `into`; returns the bytes written.
 */
export function sealChunks(
  key: Uint8Array,
  first: number,
  plain: Uint8Array,
  last: boolean,
  into: Uint8Array,
): number {
  const count = Math.max(1, Math.ceil(plain.length / chunkSize));
  let written = 0;
  for (let index = 0; index < count; index++) {
    const chunk = plain.subarray(index * chunkSize, (index + 1) * chunkSize);
    const nonce = chunkNonce(first + index, last && index === count - 1);
    written += aead.seal(key, nonce, chunk, into.subarray(written));
  }
  return written;
}

/** The reverse of `sealChunks`, with the same rules; AgeError `payload` at the first chunk that is not genuine. */
export function openChunks(
  key: Uint8Array,
  first: number,
  sealed: Uint8Array,
  last: boolean,
  into: Uint8Array,
): number {
  const count = Math.ceil(sealed.length / sealedChunkSize);
  let written = 0;
  for (let index = 0; index < count; index++) {
    const chunk = sealed.subarray(index * sealedChunkSize, (index + 1) * sealedChunkSize);
    const nonce = chunkNonce(first + index, last && index === count - 1);
    const opened = aead.open(key, nonce, chunk, into.subarray(written));
    if (opened === undefined) throw new AgeError('payload', `Chunk ${first + index} is not genuine`);
    written += opened;
  }
  return written;
}

/** A new file's beginning (header and payload nonce), and the key that its chunks are sealed with. */
export async function beginFile(
  recipients: readonly AgeRecipient[],
): Promise<{ beginning: Uint8Array; key: Uint8Array }> {
  const { header, fileKey } = await createHeader(recipients);
  const nonce = randomBytes(nonceSize);
  return { beginning: Buffer.concat([header, nonce]), key: payloadKey(fileKey, nonce) };
}

/** Encrypts a stream of unknown length, as an age file in pieces of at most one chunk. */
export async function* encryptStream(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly AgeRecipient[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const { beginning, key } = await beginFile(recipients);
  yield beginning;
  const intake = createIntake(plain);
  try {
    for (let index = 0, last = false; !last; index++) {
      const chunk = await intake.take(chunkSize);
      last = await intake.atEnd();
      const sealed = new Uint8Array(chunk.length + tagSize);
      sealChunks(key, index, chunk, last, sealed);
      yield sealed;
    }
  } finally {
    await intake.close();
  }
}

/**
 * Decrypts an age file chunk by chunk. Every piece given out is genuine, but only the end of the iteration says that
 * the file was whole. Throws AgeError.
 */
export async function* decryptStream(
  file: AsyncIterable<Uint8Array>,
  identities: readonly AgeIdentity[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const intake = createIntake(file);
  try {
    const key = await openBeginning(intake, identities);
    for (let index = 0, last = false; !last; index++) {
      const sealed = await intake.take(sealedChunkSize);
      if (sealed.length === 0) throw new AgeError('payload', 'The file ends without its last chunk');
      const atEnd = await intake.atEnd();
      const opened = openNext(key, index, sealed, atEnd);
      last = opened.last;
      yield opened.plain;
      if (last && !atEnd) throw new AgeError('payload', 'Something follows the last chunk');
    }
  } finally {
    await intake.close();
  }
}

async function openBeginning(intake: Intake, identities: readonly AgeIdentity[]): Promise<Uint8Array> {
  let seen = await intake.peek(0);
  while (headerEnd(seen) === undefined) {
    const more = seen.length > longestHeader ? seen : await intake.peek(seen.length + 1);
    if (more.length === seen.length) throw new AgeError('header', 'The header has no end');
    seen = more;
  }
  const header = await intake.take(headerEnd(seen) ?? 0);
  const fileKey = await openHeader(header, identities);
  const nonce = await intake.take(nonceSize);
  if (nonce.length < nonceSize) throw new AgeError('header', 'The payload has no nonce');
  return payloadKey(fileKey, nonce);
}

/**
 * Opens one chunk as it comes. A whole chunk with more behind it is tried as the last one too: its plaintext is
 * genuine, and what follows it is then the fault, not the chunk.
 */
function openNext(
  key: Uint8Array,
  index: number,
  sealed: Uint8Array,
  atEnd: boolean,
): { plain: Uint8Array; last: boolean } {
  if (atEnd && index > 0 && sealed.length === tagSize) {
    throw new AgeError('payload', 'The last chunk is empty');
  }
  const plain = new Uint8Array(Math.max(0, sealed.length - tagSize));
  const kinds = sealed.length < sealedChunkSize ? [true] : [atEnd, !atEnd];
  const last = kinds.find((kind) => aead.open(key, chunkNonce(index, kind), sealed, plain) !== undefined);
  if (last === undefined) throw new AgeError('payload', `Chunk ${index} is not genuine`);
  return { plain, last };
}
