import { hkdfSync, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { bech32 } from '@scure/base';
import type { Recipient } from 'age-encryption';
import type Sodium from 'sodium-native';
import { aead, tagSize } from './aead.ts';

const label = 'age-encryption.org/v1/X25519';
const keySize = 32;
const zeroNonce = new Uint8Array(12);

/** A recipient of the common kind; others (post-quantum, plugins) have longer prefixes. */
const common = /^age1[02-9ac-hj-np-z]{58}$/;

/**
 * A recipient whose stanza is made with libsodium's X25519: each new file needs four multiplications for the vault's two
 * recipients, and the package takes them through WebCrypto one by one, which is most of the time that a small file
 * takes. Null for another kind of recipient, and where libsodium has no build: the package then does it.
 */
export function x25519Recipient(recipient: string): Recipient | null {
  const sodium = loadSodium();
  if (sodium === null || !common.test(recipient)) return null;
  const { prefix, bytes } = bech32.decodeToBytes(recipient);
  if (prefix !== 'age' || bytes.length !== keySize) return null;
  return {
    async wrapFileKey(fileKey) {
      const { Stanza } = await import('age-encryption');
      const ephemeral = randomBytes(keySize);
      const share = Buffer.alloc(keySize);
      const secret = Buffer.alloc(keySize);
      sodium.crypto_scalarmult_base(share, ephemeral);
      // Throws where the recipient is a point of low order: the secret would be known to everybody.
      sodium.crypto_scalarmult(secret, ephemeral, Buffer.from(bytes));
      const salt = Buffer.concat([share, bytes]);
      const key = new Uint8Array(hkdfSync('sha256', secret, salt, label, keySize));
      const body = new Uint8Array(fileKey.length + tagSize);
      aead.seal(key, zeroNonce, fileKey, body);
      for (const each of [ephemeral, secret, key]) each.fill(0);
      return [new Stanza(['X25519', share.toString('base64').replace(/=+$/, '')], body)];
    },
  };
}

let loaded: typeof Sodium | null | undefined;

function loadSodium(): typeof Sodium | null {
  if (loaded === undefined) {
    try {
      loaded = createRequire(import.meta.url)('sodium-native') as typeof Sodium;
    } catch {
      // No build for this platform; `aead.ts` has found the same.
      loaded = null;
    }
  }
  return loaded;
}
