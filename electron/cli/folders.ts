import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { asDiskError, CustodiaError, systemCode } from '../core/api/errors.ts';

/** A folder to write into, made where it is missing. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new CustodiaError('file.notAFile', { name: basename(path) });
    throw asDiskError(error);
  }
}
