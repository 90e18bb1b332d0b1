import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as files from 'cctv-age';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dearmor } from '../../../../electron/core/vault/age/armor.ts';
import { AgeError, type AgeReason } from '../../../../electron/core/vault/age/errors.ts';
import type { AgeIdentity } from '../../../../electron/core/vault/age/header.ts';
import { openAgeFile } from '../../../../electron/core/vault/age/reader.ts';
import { decryptStream } from '../../../../electron/core/vault/age/stream.ts';

interface Vector {
  readonly name: string;
  readonly expected: string;
  readonly payload: string | undefined;
  readonly armored: boolean;
  readonly identities: readonly AgeIdentity[];
  readonly file: Uint8Array;
}

// Damage in a header and a wrong code over it mean the same to whoever reads the file: it is damaged.
const faults: Readonly<Record<string, AgeReason>> = {
  'header failure': 'header',
  'HMAC failure': 'header',
  'no match': 'noMatch',
  'payload failure': 'payload',
  'armor failure': 'armor',
};

function parse(name: string, bytes: Uint8Array): Vector {
  const buffer = Buffer.from(bytes);
  const split = buffer.indexOf('\n\n');
  const fields = buffer
    .subarray(0, split)
    .toString()
    .split('\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
  const all = (key: string) => fields.filter(([field]) => field === key).map(([, value]) => value);
  const body = buffer.subarray(split + 2);
  return {
    name,
    expected: all('expect')[0] ?? '',
    payload: all('payload')[0],
    armored: all('armored')[0] === 'yes',
    identities: [...all('identity'), ...all('passphrase').map((passphrase) => ({ passphrase }))],
    file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}

const vectors = Object.entries(files).map(([name, bytes]) => parse(name, bytes as unknown as Uint8Array));

async function* pieces(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.length; start += size) yield file.subarray(start, start + size);
}

/** Reads as far as it goes: what was given out, and the fault that ended it. */
async function attempt(read: (release: (plain: Uint8Array) => void) => Promise<void>) {
  const hash = createHash('sha256');
  try {
    await read((plain) => hash.update(plain));
    return { fault: undefined, released: hash.digest('hex') };
  } catch (error) {
    if (!(error instanceof AgeError)) throw error;
    return { fault: error.reason, released: hash.digest('hex') };
  }
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cctv-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the C2SP/CCTV vectors for age', () => {
  it('are all there', () => {
    expect(vectors).toHaveLength(143);
    const counts = Object.groupBy(vectors, ({ expected }) => expected);
    expect(Object.fromEntries(Object.entries(counts).map(([key, list]) => [key, list?.length]))).toEqual({
      success: 26,
      'header failure': 62,
      'armor failure': 22,
      'payload failure': 19,
      'no match': 13,
      'HMAC failure': 1,
    });
  });

  describe.each([1 << 24, 4093])('in the streaming reader, %i bytes at a time', (size) => {
    it.each(vectors)('$name: $expected', async (vector) => {
      const result = await attempt(async (release) => {
        const file = vector.armored ? dearmor(Buffer.from(vector.file).toString('latin1')) : vector.file;
        for await (const plain of decryptStream(pieces(file, size), vector.identities)) release(plain);
      });
      expect(result.fault).toBe(faults[vector.expected]);
      if (vector.expected === 'success' || vector.expected === 'payload failure') {
        expect(result.released).toBe(vector.payload);
      }
    });
  });

  describe('in the seeking reader', () => {
    it.each(vectors.filter(({ armored }) => !armored))('$name: $expected', async (vector) => {
      const path = join(folder, vector.name);
      await writeFile(path, vector.file);
      const result = await attempt(async (release) => {
        const file = await openAgeFile(path, vector.identities);
        try {
          release(await file.read(0, file.size));
        } finally {
          await file.close();
        }
      });
      expect(result.fault).toBe(faults[vector.expected]);
      if (vector.expected === 'success') expect(result.released).toBe(vector.payload);
    });
  });
});
