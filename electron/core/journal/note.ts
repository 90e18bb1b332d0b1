import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Signed notes as C2SP describes them: a text, a blank line, one line per signature. Ed25519 only. */

const ed25519 = Uint8Array.of(0x01);
const signatureLine = /^— (\S+) ([A-Za-z0-9+/]+=*)$/;

export interface NoteSigner {
  /** No spaces and no plus sign. */
  readonly name: string;
  readonly privateKey: KeyObject;
}

export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: KeyObject;
}

export interface OpenedNote {
  /** Ends in a newline. */
  readonly text: string;
  /** The verifiers whose signature is there and holds. */
  readonly verified: readonly string[];
}

/** Why a note was refused. */
export class NoteError extends Error {
  override readonly name = 'NoteError';
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** The first four bytes of SHA-256(name ‖ LF ‖ type ‖ key). */
export function keyId(name: string, key: KeyObject): Uint8Array {
  const hash = createHash('sha256').update(`${name}\n`).update(ed25519).update(rawPublicKey(key));
  return hash.digest().subarray(0, 4);
}

/** `name+hash+key`: how a verifier's key is written down. */
export function verifierText(name: string, key: KeyObject): string {
  const id = Buffer.from(keyId(name, key)).toString('hex');
  return `${name}+${id}+${Buffer.concat([ed25519, rawPublicKey(key)]).toString('base64')}`;
}

function requireText(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note must not have
  if (!text.endsWith('\n') || !text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(text)) {
    throw new NoteError('a note is text that ends in a newline, without control characters');
  }
}

function signatureOf(text: string, signer: NoteSigner): string {
  if (!/^[^\s+]+$/.test(signer.name)) throw new NoteError('a signer has a name without spaces or plus signs');
  const sig = sign(null, Buffer.from(text), signer.privateKey);
  const encoded = Buffer.concat([keyId(signer.name, signer.privateKey), sig]).toString('base64');
  return `— ${signer.name} ${encoded}\n`;
}

export function signNote(text: string, signer: NoteSigner): string {
  requireText(text);
  return `${text}\n${signatureOf(text, signer)}`;
}

/** A further signature on a signed note: an office countersigns another's checkpoint. */
export function addSignature(note: string, signer: NoteSigner): string {
  const { text } = splitNote(note);
  return `${note}${signatureOf(text, signer)}`;
}

function splitNote(note: string): { text: string; lines: string[] } {
  requireText(note);
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new NoteError('no signatures');
  const lines = note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > 100) throw new NoteError('no signatures');
  return { text: note.slice(0, end + 1), lines };
}

/** Checks the signatures of known verifiers. A known key whose signature does not hold spoils the whole note. */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const { text, lines } = splitNote(note);
  const verified = new Set<string>();
  for (const line of lines) {
    const match = signatureLine.exec(line);
    if (match === null) throw new NoteError('malformed signature line');
    const [, name = '', encoded = ''] = match;
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length < 5) throw new NoteError('malformed signature');
    const known = verifiers.find(
      (each) => each.name === name && bytes.subarray(0, 4).equals(keyId(name, each.publicKey)),
    );
    if (known === undefined) continue;
    if (!verify(null, Buffer.from(text), known.publicKey, bytes.subarray(4))) {
      throw new NoteError(`the signature of ${name} does not hold`);
    }
    verified.add(name);
  }
  if (verified.size === 0) throw new NoteError('no known signature');
  return { text, verified: [...verified] };
}
