import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  inclusionProof,
  leafHash,
  type NodeStore,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from '../../../electron/core/journal/merkle.ts';

function memory(): NodeStore {
  const nodes = new Map<string, Uint8Array>();
  return {
    get: (level, position) => nodes.get(`${level}/${position}`),
    put: (level, position, hash) => {
      if (nodes.has(`${level}/${position}`)) throw new Error('put twice');
      nodes.set(`${level}/${position}`, hash);
    },
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leafData = (index: number): Uint8Array => Buffer.from(`entry ${index}`);

/** The leaves and roots of Certificate Transparency's own tests (RFC 6962's reference implementation). */
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const;

describe('the Merkle log', () => {
  it('has the roots that Certificate Transparency publishes, now and for every earlier size', () => {
    const store = memory();
    expect(hex(rootAt(store, 0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    known.forEach(([data, root], index) => {
      appendLeaf(store, index, leafHash(Buffer.from(data, 'hex')));
      expect(hex(rootAt(store, index + 1))).toBe(root);
    });
    expect(known.map((_, index) => hex(rootAt(store, index + 1)))).toEqual(known.map(([, root]) => root));
  });

  const most = 40;
  const store = memory();
  for (let index = 0; index < most; index += 1) appendLeaf(store, index, leafHash(leafData(index)));

  it('proves every leaf in every size, and nothing else', () => {
    for (let size = 1; size <= most; size += 1) {
      const root = rootAt(store, size);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(store, index, size);
        const leaf = leafHash(leafData(index));
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(leafHash(leafData(index + 1)), index, size, proof, root)).toBe(false);
        if (size > 1) expect(verifyInclusion(leaf, (index + 1) % size, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...proof, root], root)).toBe(false);
      }
    }
  });

  it('proves that nothing was cut or rewritten between any two sizes', () => {
    for (let old = 1; old <= most; old += 1) {
      for (let size = old; size <= most; size += 1) {
        const proof = consistencyProof(store, old, size);
        expect(verifyConsistency(old, size, rootAt(store, old), rootAt(store, size), proof)).toBe(true);
        const other = rootAt(store, old === 1 ? 2 : old - 1);
        expect(verifyConsistency(old, size, other, rootAt(store, size), proof)).toBe(false);
      }
    }
  });

  it('refuses a log that was rewritten anywhere before the old size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.nat(), (old, at) => {
        const rewritten = memory();
        for (let index = 0; index < most; index += 1)
          appendLeaf(rewritten, index, leafHash(index === at % old ? Buffer.from('other') : leafData(index)));
        const proof = consistencyProof(rewritten, old, most);
        expect(verifyConsistency(old, most, rootAt(store, old), rootAt(rewritten, most), proof)).toBe(false);
      }),
    );
  });

  it('refuses a proof with any hash changed', () => {
    fc.assert(
      fc.property(fc.nat(most - 1), fc.nat(), fc.nat(31), (index, which, byte) => {
        const proof = inclusionProof(store, index, most).map((hash) => Uint8Array.from(hash));
        const changed = proof[which % proof.length];
        if (changed === undefined) return;
        changed[byte] = (changed[byte] ?? 0) ^ 1;
        expect(verifyInclusion(leafHash(leafData(index)), index, most, proof, rootAt(store, most))).toBe(
          false,
        );
      }),
    );
  });

  const changed = (hash: Uint8Array, byte: number): Uint8Array =>
    Uint8Array.from(hash, (value, at) => (at === byte % hash.length ? value ^ 1 : value));

  /** Every proof that differs from this one by one hash changed, missing or too many. */
  function spoilt(proof: readonly Uint8Array[]): Uint8Array[][] {
    const more = proof[0] ?? new Uint8Array(32);
    return [
      ...proof.map((hash, at) => proof.with(at, changed(hash, at))),
      ...proof.map((_, at) => proof.toSpliced(at, 1)),
      [...proof, more],
      [more, ...proof],
    ];
  }

  const pairs = Array.from({ length: most }, (_, n) => n + 1).flatMap((size) =>
    Array.from({ length: size }, (_, n) => [n, size] as const),
  );

  it('refuses every other place, a root of another size, and every spoilt proof of inclusion', () => {
    const taken: string[] = [];
    for (const [index, size] of pairs) {
      const root = rootAt(store, size);
      const proof = inclusionProof(store, index, size);
      const leaf = leafHash(leafData(index));
      for (let other = -1; other <= size; other += 1)
        if (other !== index && verifyInclusion(leaf, other, size, proof, root))
          taken.push(`${index} as ${other} of ${size}`);
      const wrong = [
        verifyInclusion(changed(leaf, index), index, size, proof, root),
        verifyInclusion(leaf, index, size, proof, changed(root, index)),
        verifyInclusion(leaf, index, size, proof, rootAt(store, size === most ? 1 : size + 1)),
        ...spoilt(proof).map((bad) => verifyInclusion(leaf, index, size, bad, root)),
      ];
      if (wrong.includes(true)) taken.push(`${index} of ${size}: change ${wrong.indexOf(true)}`);
    }
    expect(taken).toEqual([]);
  });

  it('refuses every changed root and every spoilt proof of consistency', () => {
    const taken: string[] = [];
    for (const [old, size] of pairs.filter(([from]) => from > 0)) {
      const [from, to] = [rootAt(store, old), rootAt(store, size)];
      const proof = consistencyProof(store, old, size);
      const wrong = [
        verifyConsistency(old, size, changed(from, old), to, proof),
        verifyConsistency(old, size, from, changed(to, size), proof),
        verifyConsistency(size, old, to, from, proof),
        ...spoilt(proof).map((bad) => verifyConsistency(old, size, from, to, bad)),
      ];
      if (wrong.includes(true)) taken.push(`${old} to ${size}: change ${wrong.indexOf(true)}`);
    }
    expect(taken).toEqual([]);
  });

  it('makes no proof of what is not there', () => {
    expect(() => inclusionProof(store, 5, 5)).toThrow(RangeError);
    expect(() => inclusionProof(store, -1, 5)).toThrow(RangeError);
    expect(() => consistencyProof(store, 6, 5)).toThrow(RangeError);
  });
});
