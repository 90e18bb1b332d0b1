import type { Decrypter as AgeDecrypter, Encrypter as AgeEncrypter, Identity } from 'age-encryption';
import { tagSize } from './aead.ts';
import { AgeError } from './errors.ts';
import { defaultWorkFactor, scryptIdentity, scryptRecipient } from './scrypt.ts';
import { x25519Recipient } from './x25519.ts';

// The package is loaded where it is used: the database's threads share these modules and never open a file.

/** A passphrase; `workFactor` (log2 of scrypt's N) counts for writing only. */
export interface Passphrase {
  readonly passphrase: string;
  readonly workFactor?: number;
}

/** Whom a file is for: an age recipient (`age1…`), or a passphrase, which must then stand alone. */
export type AgeRecipient = string | Passphrase;

/** What opens a file: an age identity (`AGE-SECRET-KEY-1…`), or a passphrase. */
export type AgeIdentity = string | Passphrase;

export const nonceSize = 16;

/** Headers are a few hundred bytes; one that does not end within this is no age file. */
export const longestHeader = 1024 * 1024;

/**
 * Writes a new file's header: a fresh file key wrapped for each recipient.
 * Throws on what the format forbids or other tools refuse: no recipient, a passphrase beside anything else,
 * post-quantum beside classic recipients.
 */
export async function createHeader(
  recipients: readonly AgeRecipient[],
): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
  checkRecipients(recipients);
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  let captured: Uint8Array | undefined;
  for (const recipient of recipients) addRecipient(encrypter, recipient);
  // The package makes the file key itself and shows it to its recipients only: this one listens and adds nothing.
  const listen = (fileKey: Uint8Array) => {
    captured = fileKey.slice();
    return [];
  };
  encrypter.addRecipient({ wrapFileKey: listen });
  const file = await encrypter.encrypt(new Uint8Array());
  if (captured === undefined) throw new Error('age-encryption did not show its file key');
  return { header: file.subarray(0, file.length - nonceSize - tagSize), fileKey: captured };
}

function checkRecipients(recipients: readonly AgeRecipient[]): void {
  if (recipients.length === 0) throw new Error('An age file needs a recipient');
  const named = recipients.filter((recipient) => typeof recipient === 'string');
  if (named.length < recipients.length && recipients.length > 1) {
    throw new Error('A passphrase must be the only recipient of an age file');
  }
  const quantum = named.filter((recipient) => /^age1(tag)?pq1/.test(recipient));
  if (quantum.length > 0 && quantum.length < named.length) {
    throw new Error('Post-quantum and classic recipients must not be mixed');
  }
}

function addRecipient(encrypter: AgeEncrypter, recipient: AgeRecipient): void {
  if (typeof recipient === 'string') {
    const native = x25519Recipient(recipient);
    if (native === null) encrypter.addRecipient(recipient);
    else encrypter.addRecipient(native);
  } else {
    const { passphrase, workFactor = defaultWorkFactor } = recipient;
    encrypter.addRecipient(scryptRecipient(passphrase, workFactor));
  }
}

/**
 * Where the header that `bytes` begins with ends (exclusive), or `undefined` while its last line is not there yet.
 * Only its last line begins with `---`: stanzas begin with `->`, and their bodies are base64.
 */
export function headerEnd(bytes: Uint8Array): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = buffer.indexOf('\n---');
  if (last < 0) return undefined;
  const end = buffer.indexOf('\n', last + 1);
  return end < 0 ? undefined : end + 1;
}

/**
 * Opens a whole header (as cut by `headerEnd`) and returns its file key, 16 bytes.
 * Throws AgeError: `header` where it is damaged, `noMatch` where it is sound but for somebody else.
 */
export async function openHeader(
  header: Uint8Array,
  identities: readonly AgeIdentity[],
): Promise<Uint8Array> {
  let matched = true;
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(lonePassphrase);
  for (const identity of identities) addIdentity(decrypter, identity);
  // Reached only when every identity before it has declined.
  const exhausted = (): null => {
    matched = false;
    return null;
  };
  decrypter.addIdentity({ unwrapFileKey: exhausted });
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    const reason = matched ? 'header' : 'noMatch';
    throw new AgeError(reason, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function addIdentity(decrypter: AgeDecrypter, identity: AgeIdentity): void {
  if (typeof identity === 'string') decrypter.addIdentity(identity);
  else decrypter.addIdentity(scryptIdentity(identity.passphrase));
}

/** Opens nothing, but refuses a passphrase beside other recipients, whichever identity would open the file. */
const lonePassphrase: Identity = {
  unwrapFileKey(stanzas) {
    if (stanzas.length > 1 && stanzas.some(({ args }) => args[0] === 'scrypt')) {
      throw new Error('A passphrase is not the only recipient');
    }
    return null;
  },
};
