import { randomBytes, scrypt } from 'node:crypto';
import type { Identity, Recipient, Stanza as StanzaLike } from 'age-encryption';
import { aead, tagSize } from './aead.ts';

/** age's own default: about a second on an office computer, 256 MiB of memory. */
export const defaultWorkFactor = 18;

/** Above this a file asks for over 1 GiB of memory: it is refused as an attack, not computed. */
const highestWorkFactor = 20;

const label = Buffer.from('age-encryption.org/v1/scrypt');
const fileKeySize = 16;
const zeroNonce = new Uint8Array(12);

function derive(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const N = 2 ** workFactor;
  const options = { N, r: 8, p: 1, maxmem: 128 * 8 * N + 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(Buffer.from(passphrase), Buffer.concat([label, salt]), 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** Wraps a file key under a passphrase as age's `scrypt` stanza does, off the calling thread. */
export function scryptRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const { Stanza } = await import('age-encryption');
      const salt = randomBytes(16);
      const body = new Uint8Array(fileKey.length + tagSize);
      aead.seal(await derive(passphrase, salt, workFactor), zeroNonce, fileKey, body);
      return [new Stanza(['scrypt', toBase64(salt), String(workFactor)], body)];
    },
  };
}

/** Opens a `scrypt` stanza. Strict as the format asks: a loosely written stanza is an error, not a guess. */
export function scryptIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      if (stanza === undefined) return null;
      const { salt, workFactor } = readStanza(stanza);
      const fileKey = new Uint8Array(fileKeySize);
      const key = await derive(passphrase, salt, workFactor);
      return aead.open(key, zeroNonce, stanza.body, fileKey) === undefined ? null : fileKey;
    },
  };
}

function readStanza(stanza: StanzaLike): { salt: Uint8Array; workFactor: number } {
  const [, salt64, factor, ...more] = stanza.args;
  if (salt64 === undefined || factor === undefined || more.length > 0) {
    throw new Error('scrypt stanza: not two arguments');
  }
  const salt = Buffer.from(salt64, 'base64');
  if (salt.length !== 16 || toBase64(salt) !== salt64) throw new Error('scrypt stanza: invalid salt');
  if (!/^[1-9][0-9]{0,2}$/.test(factor)) throw new Error('scrypt stanza: invalid work factor');
  const workFactor = Number(factor);
  if (workFactor > highestWorkFactor) throw new Error('scrypt stanza: work factor too high');
  if (stanza.body.length !== fileKeySize + tagSize) throw new Error('scrypt stanza: invalid body');
  return { salt, workFactor };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
