import { open, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { asDiskError, CustodiaError, systemCode } from '../core/api/errors.ts';
import type { RecoverySheet } from '../core/features/office/model.ts';
import { syncFolder } from '../core/vault/files.ts';
import { identityFile } from '../core/vault/recovery-sheet.ts';

/**
 * Takes the name for the recovery key before anything else is made, so that a folder that can't be written, or a file
 * that is there already, stops the command while there is nothing to lose. `make` makes the vault; where it fails the
 * name is given back.
 */
export async function intoRecoveryFile<T extends { readonly sheet: RecoverySheet }>(
  path: string,
  make: () => Promise<T>,
): Promise<T> {
  const file = await create(path);
  try {
    const made = await make().catch(async (error: unknown) => {
      await rm(path, { force: true });
      throw error;
    });
    await file.writeFile(identityFile(made.sheet));
    await file.sync();
    await syncFolder(dirname(path));
    return made;
  } catch (error) {
    throw asDiskError(error);
  } finally {
    await file.close();
  }
}

async function create(path: string) {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const name = basename(path);
    if (systemCode(error) === 'EEXIST') throw new CustodiaError('file.exists', { name });
    if (systemCode(error) === 'ENOENT') throw new CustodiaError('disk.readOnly', {}, { cause: error });
    throw asDiskError(error);
  }
}
