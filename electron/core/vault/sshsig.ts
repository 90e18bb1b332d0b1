import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { publicKeyFromText, publicKeyText } from '../journal/keys.ts';

/**
 * Detached signatures that stock OpenSSH checks with `ssh-keygen -Y verify`, as its PROTOCOL.sshsig describes them.
 * Ed25519 only. Strict where OpenSSH is lenient: a signature has exactly one spelling here.
 */

const keyType = 'ssh-ed25519';
const magic = Buffer.from('SSHSIG');
const begin = '-----BEGIN SSH SIGNATURE-----\n';
const end = '-----END SSH SIGNATURE-----\n';
/** OpenSSH breaks its armour after so many characters. */
const armourWidth = 70;
/** A signature is some 200 bytes: anything much longer is not one. */
const longestArmour = 4096;

export type SshSignatureReason =
  /** Not an armoured signature in its one spelling. */
  | 'malformed'
  /** Another kind of key or hash than those served here. */
  | 'unsupported'
  /** Made for another purpose. */
  | 'namespace'
  /** Sound in form, but not a signature of these bytes by that key. */
  | 'mismatch';

/** Why a signature was refused. */
export class SshSignatureError extends Error {
  override readonly name = 'SshSignatureError';
  readonly reason: SshSignatureReason;

  constructor(reason: SshSignatureReason) {
    super(`SSH signature: ${reason}`);
    this.reason = reason;
  }
}

function field(bytes: Uint8Array | string): Buffer {
  const content = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

function publicBlob(publicKey: Uint8Array): Buffer {
  if (publicKey.length !== 32) throw new TypeError('an Ed25519 public key has 32 bytes');
  return Buffer.concat([field(keyType), field(publicKey)]);
}

function requireNamespace(namespace: string): void {
  if (namespace === '') throw new TypeError('a signature needs a namespace');
}

/** What is signed: the purpose and the hash of the message, never the message itself. */
function signedBytes(message: Uint8Array, namespace: string, hash: string): Buffer {
  const digest = createHash(hash).update(message).digest();
  return Buffer.concat([magic, field(namespace), field(''), field(hash), field(digest)]);
}

interface SignatureParts {
  readonly publicKey: Uint8Array;
  readonly namespace: string;
  readonly hash: string;
  readonly signature: Uint8Array;
}

function armour(parts: SignatureParts): string {
  const blob = Buffer.concat([
    magic,
    Buffer.of(0, 0, 0, 1),
    field(publicBlob(parts.publicKey)),
    field(parts.namespace),
    field(''),
    field(parts.hash),
    field(Buffer.concat([field(keyType), field(parts.signature)])),
  ]);
  const text = blob.toString('base64');
  let lines = '';
  for (let at = 0; at < text.length; at += armourWidth) lines += `${text.slice(at, at + armourWidth)}\n`;
  return `${begin}${lines}${end}`;
}

/** The 32 bytes of an Ed25519 key's public half. */
export function rawPublicKey(key: KeyObject): Uint8Array {
  return Buffer.from(publicKeyText(key), 'base64');
}

/** Signs with an Ed25519 private key; gives the armoured text, byte for byte as `ssh-keygen -Y sign` writes it. */
export function signSsh(message: Uint8Array, key: { privateKey: KeyObject }, namespace: string): string {
  requireNamespace(namespace);
  const hash = 'sha512';
  return armour({
    publicKey: rawPublicKey(createPublicKey(key.privateKey)),
    namespace,
    hash,
    signature: sign(null, signedBytes(message, namespace, hash), key.privateKey),
  });
}

/** Takes fields off the front; a length that reaches beyond the end is a malformed signature. */
function reader(bytes: Buffer): { take(length: number): Buffer; field(): Buffer; done(): void } {
  let at = 0;
  const take = (length: number): Buffer => {
    if (length > bytes.length - at) throw new SshSignatureError('malformed');
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    take,
    field: () => take(take(4).readUInt32BE()),
    done: () => {
      if (at !== bytes.length) throw new SshSignatureError('malformed');
    },
  };
}

/** A key or a signature: its type, which must be ours, and its bytes. */
function typed(bytes: Buffer, length: number): Buffer {
  const parts = reader(bytes);
  if (parts.field().toString('latin1') !== keyType) throw new SshSignatureError('unsupported');
  const value = parts.field();
  parts.done();
  if (value.length !== length) throw new SshSignatureError('malformed');
  return value;
}

function dearmour(armoured: string): SignatureParts {
  const framed =
    armoured.length <= longestArmour && armoured.startsWith(begin) && armoured.endsWith(`\n${end}`);
  if (!framed) throw new SshSignatureError('malformed');
  const outer = reader(Buffer.from(armoured.slice(begin.length, -end.length), 'base64'));
  if (!outer.take(magic.length).equals(magic)) throw new SshSignatureError('malformed');
  if (outer.take(4).readUInt32BE() !== 1) throw new SshSignatureError('unsupported');
  const publicKey = typed(outer.field(), 32);
  const namespace = outer.field().toString();
  outer.field();
  const hash = outer.field().toString('latin1');
  if (hash !== 'sha512' && hash !== 'sha256') throw new SshSignatureError('unsupported');
  const signature = typed(outer.field(), 64);
  outer.done();
  return { publicKey, namespace, hash, signature };
}

/**
 * Checks an armoured signature of `message` and gives the key that made it: whose key that is, the caller must know
 * from elsewhere. Throws `SshSignatureError`. Line breaks, blanks or padding that differ from OpenSSH's own spelling
 * are refused, though `ssh-keygen` would read over them: no byte of a signature may change unnoticed.
 */
export function verifySsh(
  message: Uint8Array,
  armoured: string,
  namespace: string,
): { publicKey: Uint8Array } {
  requireNamespace(namespace);
  const parts = dearmour(armoured);
  if (armour(parts) !== armoured) throw new SshSignatureError('malformed');
  if (parts.namespace !== namespace) throw new SshSignatureError('namespace');
  const key = publicKeyFromText(Buffer.from(parts.publicKey).toString('base64'));
  if (!verify(null, signedBytes(message, namespace, parts.hash), key, parts.signature)) {
    throw new SshSignatureError('mismatch');
  }
  return { publicKey: parts.publicKey };
}

const keyText = (publicKey: Uint8Array): string => `${keyType} ${publicBlob(publicKey).toString('base64')}`;

/** One line of an `authorized_keys` or `.pub` file, without its line break. */
export function sshPublicKeyLine(publicKey: Uint8Array, comment: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a line must not have
  if (/[\u0000-\u001f\u007f]/.test(comment)) throw new TypeError('a comment is one line');
  return `${keyText(publicKey)} ${comment}`.trimEnd();
}

/** What OpenSSH prints and a court compares with the receipt: `SHA256:…`. */
export function sshFingerprint(publicKey: Uint8Array): string {
  const hash = createHash('sha256').update(publicBlob(publicKey)).digest('base64');
  return `SHA256:${hash.replace(/=+$/, '')}`;
}

const plainName = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/;

/**
 * One line of an `allowed_signers` file, without its line break: who may sign what with which key. OpenSSH reads the
 * principal as a pattern, so only letters, digits and `. _ @ -` are taken.
 */
export function allowedSignersLine(principal: string, publicKey: Uint8Array, namespace: string): string {
  if (!plainName.test(principal) || !plainName.test(namespace)) {
    throw new TypeError('a principal and a namespace are plain names');
  }
  return `${principal} namespaces="${namespace}" ${keyText(publicKey)}`;
}

/** The signer of an `allowed_signers` file that is one line as written above; `undefined` for any other. */
export function parseAllowedSigner(
  text: string,
  namespace: string,
): { principal: string; publicKey: Uint8Array } | undefined {
  const [, principal = '', encoded = ''] = /^(\S+) \S+ \S+ ([A-Za-z0-9+/]+=*)\n$/.exec(text) ?? [];
  const publicKey = Buffer.from(encoded, 'base64').subarray(-32);
  const sound = publicKey.length === 32 && plainName.test(principal);
  return sound && `${allowedSignersLine(principal, publicKey, namespace)}\n` === text
    ? { principal, publicKey }
    : undefined;
}
