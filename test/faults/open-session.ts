import { createPrivateKey } from 'node:crypto';
import { type Client, createClient } from '../../electron/core/client.ts';
import { startSession } from '../../electron/core/features/office/unlock.ts';
import { readFormat } from '../../electron/core/vault/format.ts';
import {
  exportSignKey,
  openUserFile,
  readVaultKeys,
  type UserKeys,
} from '../../electron/core/vault/keyring.ts';
import { layoutOf } from '../../electron/core/vault/layout.ts';
import { acquireLock } from '../../electron/core/vault/lock.ts';

/** A user's own keys as text, so that a process that is killed hundreds of times need not derive them each time. */
export interface HeldKeys {
  readonly id: string;
  readonly name: string;
  readonly identity: string;
  readonly recipient: string;
  readonly signKey: string;
}

/** Derives a user's keys once, at the full cost of the passphrase. */
export async function holdKeys(vaultDir: string, name: string, passphrase: string): Promise<HeldKeys> {
  const layout = layoutOf(vaultDir);
  const format = await readFormat(layout);
  if (format === null) throw new Error('no vault');
  const keys = await openUserFile(layout, format.salt, name, passphrase);
  return { ...keys, signKey: exportSignKey(keys.signKey) };
}

/** Opens the vault as unlocking does, from the vault's key on: its lock, its threads, its clearing of leftovers. */
export async function openWithKeys(vaultDir: string, held: HeldKeys): Promise<Client> {
  const client = createClient(vaultDir);
  const { services } = client.core;
  const { layout } = services;
  const format = await readFormat(layout);
  if (format === null) throw new Error('no vault');
  const signKey = createPrivateKey({
    key: Buffer.from(held.signKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const user: UserKeys = { ...held, signKey };
  const keys = await readVaultKeys(layout, user.identity);
  const lock = acquireLock(layout.lock);
  const session = await startSession(services, { salt: format.salt, user, keys }, lock);
  await services.begin(session);
  return client;
}
