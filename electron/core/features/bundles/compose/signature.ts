import { createHash } from 'node:crypto';
import type { Hole } from './model.ts';

/**
 * Fills the room that a PDF has for its signature as its bytes go by: all that comes before goes on at once, and only
 * what follows the room's beginning is held until the whole is hashed.
 *
 * @param sign gives the CMS signature (DER) of the SHA-256 of everything but the room
 */
export async function* withSignature(
  pieces: AsyncIterable<Uint8Array>,
  { from, to }: Hole,
  sign: (digest: Uint8Array) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const held: Uint8Array[] = [];
  let at = 0;
  for await (const piece of pieces) {
    const cut = Math.min(piece.length, Math.max(0, from - at));
    at += piece.length;
    if (cut > 0) {
      const before = piece.subarray(0, cut);
      hash.update(before);
      yield before;
    }
    if (cut < piece.length) held.push(piece.subarray(cut));
  }
  const rest = Buffer.concat(held).subarray(to - from);
  hash.update(rest);
  const hex = Buffer.from(await sign(hash.digest())).toString('hex');
  const room = to - from - 2;
  if (hex.length > room) throw new Error(`a signature of ${hex.length} digits where ${room} have room`);
  yield Buffer.from(`<${hex.padEnd(room, '0')}>`, 'latin1');
  yield rest;
}
