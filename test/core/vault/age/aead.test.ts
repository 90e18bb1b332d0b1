import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Aead,
  chooseAead,
  nodeAead,
  passesSelfTest,
  sodiumAead,
  tagSize,
} from '../../../../electron/core/vault/age/aead.ts';

const sodium = sodiumAead();
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

function sealed(aead: Aead, key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const into = new Uint8Array(plain.length + tagSize);
  expect(aead.seal(key, nonce, plain, into)).toBe(into.length);
  return into;
}

describe('ChaCha20-Poly1305', () => {
  it.each([nodeAead, sodium])('passes its self-test: $name', (aead) => {
    expect(passesSelfTest(aead)).toBe(true);
  });

  it('gives the same bytes by node and by libsodium, and each opens the other', () => {
    const plains = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constant(new Uint8Array(65536).fill(7)));
    fc.assert(
      fc.property(bytes(32), bytes(12), plains, (key, nonce, plain) => {
        const byNode = sealed(nodeAead, key, nonce, plain);
        expect(sealed(sodium, key, nonce, plain)).toEqual(byNode);
        for (const aead of [nodeAead, sodium]) {
          const into = new Uint8Array(plain.length);
          expect(aead.open(key, nonce, byNode, into)).toBe(plain.length);
          expect(into).toEqual(plain);
        }
      }),
    );
  });

  it.each([nodeAead, sodium])('refuses any changed bit and gives out nothing: $name', (aead) => {
    const key = new Uint8Array(32).fill(1);
    const nonce = new Uint8Array(12);
    const whole = sealed(aead, key, nonce, new Uint8Array(50).fill(9));
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const changed = whole.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const into = new Uint8Array(50);
      expect(aead.open(key, nonce, changed, into)).toBeUndefined();
      expect(into).toEqual(new Uint8Array(50));
    }
    expect(aead.open(key, nonce, whole.subarray(0, tagSize - 1), new Uint8Array(50))).toBeUndefined();
  });

  it('takes the next candidate where one is missing or wrong, and refuses to go on without any', () => {
    const missing: Aead = {
      ...nodeAead,
      seal: () => {
        throw new Error('Unknown cipher');
      },
    };
    const wrong: Aead = {
      ...nodeAead,
      seal: (_key, _nonce, plain, into) => {
        into.set(plain);
        return plain.length + tagSize;
      },
    };
    const trusting: Aead = { ...nodeAead, open: (_key, _nonce, sealedBytes) => sealedBytes.length - tagSize };
    for (const bad of [missing, wrong, trusting]) {
      expect(chooseAead([() => bad, () => sodium]).name).toBe('sodium');
      expect(() => chooseAead([() => bad])).toThrow('self-test');
    }
    const unloadable = () => {
      throw new Error('Cannot find addon');
    };
    expect(chooseAead([unloadable, () => nodeAead]).name).toBe('node');
  });
});
