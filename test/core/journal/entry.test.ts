import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, type Json } from '../../../electron/core/journal/canonical.ts';
import {
  type Entry,
  entryId,
  momentOf,
  parseEntry,
  signatureHolds,
  signEntry,
} from '../../../electron/core/journal/entry.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const entry: Entry = {
  v: 1,
  feed: 'caso.puesto',
  seq: 3,
  prev: 'a'.repeat(64),
  at: '2026-11-23T21:05:00.123Z/0003',
  wall: '2026-11-23T21:05:00.120Z',
  author: 'amalia',
  kind: 'person.added',
  body: { name: 'Ñusta', role: 'witness', list: [1, null, true] },
};
const signed = signEntry(entry, privateKey);
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('a signed entry', () => {
  it('is named by the hash of its canonical bytes, which its author signs', () => {
    expect(Buffer.from(signed.bytes).equals(canonicalBytes(entry as unknown as Json))).toBe(true);
    expect(signed.id).toBe(createHash('sha256').update(signed.bytes).digest('hex'));
    expect(signed.id).toBe(entryId(signed.bytes));
    expect(verify(null, signed.bytes, publicKey, signed.sig)).toBe(true);
    expect(signatureHolds(signed.bytes, signed.sig, publicKey)).toBe(true);
  });

  it('is the same however its members were put', () => {
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as Entry;
    expect(signEntry(turned, privateKey).id).toBe(signed.id);
  });

  it('is read back as it was', () => {
    expect(parseEntry(signed.bytes)).toEqual(entry);
    expect(momentOf(entry.at)).toBe('2026-11-23T21:05:00.123Z');
  });

  it('has another id and no signature once any one byte is changed', () => {
    for (let at = 0; at < signed.bytes.length; at += 1) {
      const changed = Uint8Array.from(signed.bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(entryId(changed), `byte ${at}`).not.toBe(signed.id);
      expect(signatureHolds(changed, signed.sig, publicKey), `byte ${at}`).toBe(false);
    }
  });

  it('refuses a signature of which any one bit is changed, that is cut or longer, or of another key', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(signed.sig);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(signatureHolds(signed.bytes, changed, publicKey)).toBe(false);
      }),
    );
    for (const length of [0, 1, 63]) {
      expect(signatureHolds(signed.bytes, signed.sig.subarray(0, length), publicKey)).toBe(false);
    }
    expect(signatureHolds(signed.bytes, Uint8Array.from([...signed.sig, 0]), publicKey)).toBe(false);
    const other = generateKeyPairSync('ed25519');
    expect(signatureHolds(signed.bytes, signed.sig, other.publicKey)).toBe(false);
    expect(signatureHolds(signed.bytes, signEntry(entry, other.privateKey).sig, publicKey)).toBe(false);
  });
});

describe('what is no entry', () => {
  it.each(Object.keys(entry))('is refused without %s, or with it of another type', (member) => {
    const { [member as keyof Entry]: _, ...rest } = entry;
    expect(parseEntry(json(rest))).toBeUndefined();
    expect(parseEntry(json({ ...entry, [member]: false }))).toBeUndefined();
  });

  it('is refused: another version, a broken number, no JSON, no object', () => {
    for (const bad of [
      { ...entry, v: 2 },
      { ...entry, seq: 0.5 },
      { ...entry, body: null },
      null,
      7,
      'x',
      [],
    ])
      expect(parseEntry(json(bad))).toBeUndefined();
    for (const text of ['', '{', 'null', '{"v":1}']) {
      expect(parseEntry(new TextEncoder().encode(text))).toBeUndefined();
    }
  });

  it('is never signed: what JSON cannot carry', () => {
    for (const bad of [Number.NaN, 2 ** 53, '\ud800', undefined]) {
      expect(() => signEntry({ ...entry, body: { bad: bad as Json } }, privateKey)).toThrow(TypeError);
    }
  });
});
