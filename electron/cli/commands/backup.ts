import { resolve } from 'node:path';
import type { Command } from 'commander';
import { does, group, leaf, option } from '../command.ts';
import { type Common, vaultDir, withJob } from '../context.ts';
import { makeFolder } from '../folders.ts';
import type { Answer } from '../output.ts';
import { say } from '../texts.ts';
import { verificationAnswer } from '../verification.ts';

async function create(options: Common & { readonly out: string }): Promise<Answer> {
  const folder = resolve(options.out);
  const value = (await withJob(options, async ({ call, core }) => {
    await makeFolder(folder);
    return call('backup.create', { folder: (await core.offerFolder(folder)).handle });
  })) as { readonly path: string; readonly files: number };
  return { value, lines: [say('backup.made', { count: value.files }), value.path] };
}

/** Compares a copy with its list of files. Needs no vault: the copy is ciphertext, its list is not. */
async function verify(_options: Common, folder: string): Promise<Answer> {
  const { verifyBackup } = await import('../../core/features/safekeeping/index.ts');
  return verificationAnswer(await verifyBackup(resolve(folder)));
}

/** Makes a vault at `--vault` of a copy. Needs no passphrase: the copy opens with the same ones as the vault did. */
async function restore(options: Common, folder: string): Promise<Answer> {
  const vault = vaultDir(options);
  const { restoreBackup } = await import('../../core/features/safekeeping/index.ts');
  const { files } = await restoreBackup(resolve(folder), vault);
  return { value: { vault, files }, lines: [say('backup.restored', { count: files }), vault] };
}

export function addBackup(program: Command): void {
  const backup = group(program, 'backup');
  const created = leaf(backup, 'create');
  option(created, 'out', { value: 'folder', required: true }, 'backupOut');
  does(created, create);
  does(leaf(backup, 'verify <folder>'), verify);
  does(leaf(backup, 'restore <folder>'), restore);
}
