import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '../../electron/core/client.ts';
import { openDatabase } from '../../electron/core/vault/database/connection.ts';
import type { Sql } from '../../electron/core/vault/database/sql.ts';
import { readFormat } from '../../electron/core/vault/format.ts';
import { openUserFile, readVaultKeys, type VaultKeys } from '../../electron/core/vault/keyring.ts';
import { layoutOf } from '../../electron/core/vault/layout.ts';

/** The first user of every test vault: administrator and prosecutor. */
export const first = { name: 'Amalia', passphrase: 'molino abierto siete corderos' };

export const noProvenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

export interface TestVault {
  readonly root: string;
  readonly path: string;
  readonly client: Client;
  /** The recovery key, as its sheet shows it. */
  readonly recovery: string;
  /** Writes a file beside the vault and attaches it; gives the exhibit's id. */
  attach(caseId: string, name: string, content: string | Uint8Array): Promise<string>;
  /** Locks, and removes everything. */
  remove(): Promise<void>;
}

/** A new vault in a folder of its own, open for its first user. */
export async function makeVault(): Promise<TestVault> {
  const root = mkdtempSync(join(tmpdir(), 'custodia-test-'));
  const path = join(root, 'vault');
  const client = createClient(path, undefined, join(root, 'exports'));
  const { sheet } = await client.call('vault.create', {
    office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
    user: first,
  });
  await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
  return {
    root,
    path,
    client,
    recovery: sheet.key,
    attach: async (caseId, name, content) => {
      const file = join(root, name);
      writeFileSync(file, content);
      const { handle } = await client.core.offerFile(file);
      const intake = await client.call('evidence.attach', {
        case: caseId,
        files: [handle],
        provenance: noProvenance,
      });
      const [result] = (await client.core.services.intakes.ended(intake.id)).results;
      if (result?.exhibit === undefined) throw new Error(`${name}: ${result?.error?.code ?? 'not attached'}`);
      return result.exhibit;
    },
    remove: async () => {
      await client.core.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The vault's keys, opened as its first user opens them. */
export async function keysOf(path: string): Promise<VaultKeys> {
  const layout = layoutOf(path);
  const format = await readFormat(layout);
  if (format === null) throw new Error('no vault');
  const user = await openUserFile(layout, format.salt, first.name, first.passphrase);
  return readVaultKeys(layout, user.identity);
}

/** A connection beside the core's own: for looking behind its back, and for tampering. */
export async function openBehind(path: string): Promise<Sql> {
  return openDatabase(layoutOf(path).database, (await keysOf(path)).databaseKey);
}
