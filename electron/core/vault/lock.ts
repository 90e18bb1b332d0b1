import { Database } from '@signalapp/sqlcipher';
import { asDiskError, CustodiaError, systemCode } from '../api/errors.ts';

export interface Lock {
  release(): void;
}

/**
 * The single opener's lock: an exclusive transaction on an empty file, never written to. The operating system lets go
 * of it when the process ends, however it ends, so a crash leaves nothing to clean up.
 */
export function acquireLock(path: string): Lock {
  let database: Database | undefined;
  try {
    database = new Database(path);
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const code = systemCode(error);
    if (code.startsWith('SQLITE_BUSY')) throw new CustodiaError('vault.inUse', {}, { cause: error });
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) {
      throw new CustodiaError('disk.readOnly', {}, { cause: error });
    }
    throw asDiskError(error);
  }
  const held = database;
  return {
    release: () => {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
