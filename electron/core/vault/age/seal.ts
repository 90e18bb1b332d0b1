import type { AgeIdentity, AgeRecipient } from './header.ts';
import { defaultWorkFactor } from './scrypt.ts';
import { decryptStream, encryptStream } from './stream.ts';

/** A small age file in memory: keys, sealed fields, checkpoints. Files of any size go through `ingest`. */
export async function encryptBytes(
  plain: Uint8Array,
  recipients: readonly AgeRecipient[],
): Promise<Uint8Array> {
  return gather(encryptStream(once(plain), recipients));
}

/** The whole plaintext or nothing. Throws AgeError; `noMatch` where none of the identities opens the file. */
export async function decryptBytes(
  file: Uint8Array,
  identities: readonly AgeIdentity[],
): Promise<Uint8Array> {
  return gather(decryptStream(once(file), identities));
}

/** An age file under a passphrase alone. The passphrase's UTF-8 bytes count as they are, as with `age -p`. */
export function encryptWithPassphrase(
  plain: Uint8Array,
  passphrase: string,
  workFactor = defaultWorkFactor,
): Promise<Uint8Array> {
  return encryptBytes(plain, [{ passphrase, workFactor }]);
}

/** Throws AgeError; `noMatch` where the passphrase is wrong. */
export function decryptWithPassphrase(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  return decryptBytes(file, [{ passphrase }]);
}

/** A new X25519 identity (`AGE-SECRET-KEY-1…`) and its recipient (`age1…`). */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient that an identity opens; throws where the text is no age identity. */
export async function recipientOf(identity: string): Promise<string> {
  const { identityToRecipient } = await import('age-encryption');
  return identityToRecipient(identity);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
