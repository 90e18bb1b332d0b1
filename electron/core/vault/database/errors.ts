import { CustodiaError, systemCode } from '../../api/errors.ts';

/** Tells apart what SQLCipher reports: damage, a full disk, a folder that can't be written, a file in use. */
export function asDatabaseError(error: unknown): unknown {
  if (error instanceof CustodiaError) return error;
  const code = systemCode(error);
  if (code.startsWith('SQLITE_FULL')) return new CustodiaError('disk.full', {}, { cause: error });
  if (code.startsWith('SQLITE_READONLY')) return new CustodiaError('disk.readOnly', {}, { cause: error });
  if (code.startsWith('SQLITE_CANTOPEN')) return new CustodiaError('disk.readOnly', {}, { cause: error });
  if (code.startsWith('SQLITE_IOERR')) return new CustodiaError('disk.failed', {}, { cause: error });
  if (code.startsWith('SQLITE_BUSY')) return new CustodiaError('vault.busy', {}, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new CustodiaError('vault.databaseDamaged', {}, { cause: error });
  }
  return error;
}
