import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgeFile } from '../../../../electron/core/vault/age/reader.ts';
import { decryptBytes, encryptBytes, newIdentity } from '../../../../electron/core/vault/age/seal.ts';
import {
  beginFile,
  chunkNonce,
  chunkSize,
  openChunks,
  plainSize,
  sealChunks,
  sealedChunkSize,
  sealedSize,
} from '../../../../electron/core/vault/age/stream.ts';

const { identity, recipient } = await newIdentity();
let folder = '';
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  path = join(folder, 'file.age');
});
afterAll(() => rm(folder, { recursive: true }));

/** Every place differs from its neighbours and from the same place in other chunks. */
function pattern(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index * 31 + Math.floor(index / 251)) & 255);
}

const nearChunks = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -17, max: 17 }))
  .map(([chunks, beside]) => Math.max(0, chunks * chunkSize + beside));

describe('reading from the middle', () => {
  it('gives what a slice of the plaintext gives', async () => {
    await fc.assert(
      fc.asyncProperty(nearChunks, fc.array(fc.tuple(fc.nat(), fc.nat())), async (size, ranges) => {
        const plain = pattern(size);
        await writeFile(path, await encryptBytes(plain, [recipient]));
        const file = await openAgeFile(path, [identity]);
        expect(file.size).toBe(size);
        const edges = [0, chunkSize - 1, chunkSize, size - 1, size, size + 5];
        const places = [
          ...ranges.map(([a, b]): [number, number] => [a % (size + 2), b % (size + 2)]),
          ...edges.flatMap((a) => edges.map((b): [number, number] => [a, b])),
        ];
        const read = await Promise.all(places.map(([start, end]) => file.read(start, end)));
        for (const [index, [start, end]] of places.entries()) {
          const expected = plain.subarray(Math.max(0, start), Math.max(0, start, end));
          expect(Buffer.compare(read[index] ?? new Uint8Array(), expected)).toBe(0);
        }
        await file.close();
      }),
      { numRuns: 40 },
    );
  });

  it('is refused for a file that was cut anywhere, a chunk edge included', async () => {
    const whole = await encryptBytes(pattern(3 * chunkSize), [recipient]);
    const start = whole.length - 3 * sealedChunkSize;
    for (const length of [0, 10, start - 1, start, start + 15, start + sealedChunkSize, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length));
      await expect(openAgeFile(path, [identity])).rejects.toHaveProperty('reason');
    }
    await writeFile(path, Buffer.concat([whole, new Uint8Array([0])]));
    await expect(openAgeFile(path, [identity])).rejects.toMatchObject({ reason: 'payload' });
  });

  it('notices one flipped bit exactly where it is', async () => {
    const plain = pattern(4 * chunkSize + 100);
    const whole = await encryptBytes(plain, [recipient]);
    const start = whole.length - sealedSize(plain.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: start, max: whole.length - 1 }), fc.nat(7), async (at, bit) => {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await writeFile(path, changed);
        const damaged = Math.floor((at - start) / sealedChunkSize);
        if (damaged === 4) {
          await expect(openAgeFile(path, [identity])).rejects.toMatchObject({ reason: 'payload' });
          return;
        }
        const file = await openAgeFile(path, [identity]);
        for (let chunk = 0; chunk < 5; chunk++) {
          const part = file.read(chunk * chunkSize, (chunk + 1) * chunkSize);
          if (chunk === damaged) await expect(part).rejects.toMatchObject({ reason: 'payload' });
          else
            expect(Buffer.compare(await part, plain.subarray(chunk * chunkSize).subarray(0, chunkSize))).toBe(
              0,
            );
        }
        await file.close();
      }),
      { numRuns: 40 },
    );
  });

  it('notices a file that is cut while it is open', async () => {
    await writeFile(path, await encryptBytes(pattern(3 * chunkSize), [recipient]));
    const file = await openAgeFile(path, [identity]);
    await truncate(path, 1000);
    await expect(file.read(chunkSize, 2 * chunkSize)).rejects.toMatchObject({ reason: 'payload' });
    await file.close();
  });
});

// Beyond it the tags would take the sealed size past the numbers that are exact.
const petabyte = fc.maxSafeNat().map((size) => size % 2 ** 50);

describe('chunks', () => {
  it('have sizes that agree in both directions', () => {
    fc.assert(
      fc.property(fc.oneof(nearChunks, petabyte), (size) => {
        expect(plainSize(sealedSize(size))).toBe(size);
      }),
    );
    for (const impossible of [0, 15, sealedChunkSize + 1, sealedChunkSize + 16]) {
      expect(() => plainSize(impossible)).toThrow(expect.objectContaining({ reason: 'payload' }));
    }
  });

  it('count as eleven bytes, with a flag for the last', () => {
    expect(Buffer.from(chunkNonce(0, false)).toString('hex')).toBe('000000000000000000000000');
    expect(Buffer.from(chunkNonce(258, true)).toString('hex')).toBe('000000000000000000010201');
    expect(Buffer.from(chunkNonce(2 ** 33 + 1, false)).toString('hex')).toBe('000000000000020000000100');
  });

  it('sealed in blocks by several hands make the same file as sealed at once', async () => {
    const plain = pattern(5 * chunkSize + 1);
    const { beginning, key } = await beginFile([recipient]);
    const file = new Uint8Array(beginning.length + sealedSize(plain.length));
    file.set(beginning);
    for (const first of [4, 0, 2]) {
      const part = plain.subarray(first * chunkSize, (first === 4 ? 6 : first + 2) * chunkSize);
      const into = file.subarray(beginning.length + first * sealedChunkSize);
      expect(sealChunks(key, first, part, first === 4, into)).toBe(sealedSize(part.length));
    }
    expect(await decryptBytes(file, [identity])).toEqual(plain);
    const swapped = file.subarray(beginning.length, beginning.length + sealedChunkSize);
    expect(() => openChunks(key, 1, swapped, false, new Uint8Array(chunkSize))).toThrow(
      expect.objectContaining({ reason: 'payload' }),
    );
  });
});
