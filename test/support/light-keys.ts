import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decryptWithPassphrase, encryptWithPassphrase } from '../../electron/core/vault/age/seal.ts';
import { layoutOf } from '../../electron/core/vault/layout.ts';

/** log2 of scrypt's N, where the program itself writes 18. */
const lightFactor = 8;

/**
 * Writes the key files that these passphrases open anew, at a small cost of guessing: age files as before, which the
 * program opens as it opens any. For tests that open a vault dozens of times and are not about opening it; those that
 * are leave the cost as the program sets it.
 */
export async function lightenKeys(vault: string, passphrases: readonly string[]): Promise<void> {
  const { users } = layoutOf(vault);
  for (const name of await readdir(users)) {
    const file = await readFile(join(users, name));
    const opened = await Promise.any(passphrases.map((each) => reopened(file, each)));
    await writeFile(join(users, name), opened);
  }
}

async function reopened(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  return encryptWithPassphrase(await decryptWithPassphrase(file, passphrase), passphrase, lightFactor);
}
