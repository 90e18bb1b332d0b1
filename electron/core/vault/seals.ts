import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CustodiaError, systemCode } from '../api/errors.ts';
import { decryptBytes, encryptBytes, newIdentity } from './age/seal.ts';
import { nodeFileOps, syncFolder, writeDurably } from './files.ts';
import type { Layout } from './layout.ts';

/** What an entry's body carries of something sealed. */
export interface ClosedSeal {
  readonly seal: string;
  /** An age file in base64, to a key made for this seal alone. */
  readonly ciphertext: string;
}

const keyPath = (layout: Layout, seal: string): string => join(layout.seals, `${seal}.age`);

/**
 * Seals a value to named holders. The ciphertext goes into the journal, where it stays for ever; the one-off key that
 * opens it lies beside the journal as an age file to the holders and nobody else, not even the recovery key. So new
 * holders can be let in, and the content destroyed where the law orders it, without touching an entry.
 */
export async function closeSeal(
  layout: Layout,
  value: unknown,
  holders: readonly string[],
): Promise<ClosedSeal> {
  const seal = randomUUID();
  const once = await newIdentity();
  const ciphertext = await encryptBytes(Buffer.from(JSON.stringify(value)), [once.recipient]);
  await writeDurably(keyPath(layout, seal), await encryptBytes(Buffer.from(once.identity), holders));
  return { seal, ciphertext: Buffer.from(ciphertext).toString('base64') };
}

/**
 * Destroys a seal's key: what it closed can't be opened any more, by anybody. Used where a seal was made anew for other
 * holders, so that those before can't open the old one.
 */
export async function destroySeal(layout: Layout, seal: string): Promise<void> {
  await nodeFileOps.remove(keyPath(layout, seal));
  await syncFolder(layout.seals);
}

/** The two age files of a seal as they stand: the content's, and the key's to the holders. */
export async function copySeal(
  layout: Layout,
  closed: ClosedSeal,
): Promise<{ readonly content: Uint8Array; readonly key: Uint8Array }> {
  return { content: Buffer.from(closed.ciphertext, 'base64'), key: await readKey(layout, closed.seal) };
}

/** Opens a seal with a holder's identity. */
export async function openSeal(layout: Layout, closed: ClosedSeal, identity: string): Promise<unknown> {
  const key = await readKey(layout, closed.seal);
  const once = await decryptBytes(key, [identity]).catch((cause: unknown) => {
    throw new CustodiaError('seal.notHolder', {}, { cause });
  });
  const plain = await decryptBytes(Buffer.from(closed.ciphertext, 'base64'), [
    Buffer.from(once).toString('utf8'),
  ]);
  return JSON.parse(Buffer.from(plain).toString('utf8'));
}

async function readKey(layout: Layout, seal: string): Promise<Uint8Array> {
  try {
    return await readFile(keyPath(layout, seal));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new CustodiaError('seal.destroyed');
    throw error;
  }
}
