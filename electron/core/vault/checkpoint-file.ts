import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemCode } from '../api/errors.ts';
import { formatCheckpoint, parseCheckpoint } from '../journal/checkpoint.ts';
import { openNote, signNote } from '../journal/note.ts';
import { decryptBytes, encryptBytes } from './age/seal.ts';
import { writeDurably } from './files.ts';
import type { VaultKeys } from './keyring.ts';

export interface LogHead {
  readonly size: number;
  /** 64 hex digits. */
  readonly root: string;
}

export function originOf(workstation: string): string {
  return `custodia.invalid/log/${workstation}`;
}

/** The log's head as a signed C2SP checkpoint: what bundles and receipts print. */
export function signCheckpoint(head: LogHead, keys: Pick<VaultKeys, 'logKey' | 'workstation'>): string {
  const origin = originOf(keys.workstation);
  const body = formatCheckpoint({ origin, size: head.size, root: Buffer.from(head.root, 'hex') });
  return signNote(body, { name: origin, privateKey: keys.logKey });
}

/** The head that a checkpoint states, if the workstation's key signed it. */
export function openCheckpoint(text: string, workstation: string, logKey: KeyObject): LogHead | null {
  const origin = originOf(workstation);
  const publicKey = logKey.type === 'private' ? createPublicKey(logKey) : logKey;
  const opened = openNote(text, [{ name: origin, publicKey }]);
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint.origin !== origin) return null;
  return { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString('hex') };
}

/** Keeps the checkpoint outside the database, so that an older database put in its place is noticed. */
export async function writeCheckpointFile(path: string, head: LogHead, keys: VaultKeys): Promise<void> {
  const text = signCheckpoint(head, keys);
  await writeDurably(path, await encryptBytes(Buffer.from(text), [keys.recipient, keys.recovery]));
}

/** The last checkpoint kept, or null where there is none. */
export async function readCheckpointFile(path: string, keys: VaultKeys): Promise<LogHead | null> {
  let file: Uint8Array;
  try {
    file = await readFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  const text = Buffer.from(await decryptBytes(file, [...keys.identities])).toString('utf8');
  return openCheckpoint(text, keys.workstation, keys.logKey);
}
