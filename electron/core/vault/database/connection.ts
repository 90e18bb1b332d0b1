import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { CustodiaError } from '../../api/errors.ts';
import { asDatabaseError } from './errors.ts';
import { openSql, type Sql } from './sql.ts';

const rawKey = /^[0-9a-f]{64}$/;
const sqliteMagic = 'SQLite format 3\0';

/**
 * Opens the encrypted database. The key is the vault's raw key, 64 hex digits: anything else SQLCipher would silently
 * take for a passphrase, or, when empty, write plaintext. Every connection gets the same pragmas, because a reopened
 * WAL database forgets `synchronous=FULL` and a busy timeout is zero by default.
 *
 * @param create only true for a new vault: otherwise a missing file is an error, never a new empty database
 */
export function openDatabase(path: string, key: string, options: { readonly create?: boolean } = {}): Sql {
  if (!rawKey.test(key)) throw new CustodiaError('vault.keyringDamaged');
  if (options.create !== true) assertEncryptedFile(path);
  let sql: Sql | undefined;
  try {
    sql = openSql(path);
    sql.exec(`PRAGMA key = "x'${key}'"`);
    sql.exec('PRAGMA cipher_log_level = NONE');
    sql.exec('PRAGMA busy_timeout = 5000');
    sql.get('SELECT count(*) FROM sqlite_schema');
    sql.exec('PRAGMA journal_mode = WAL');
    sql.exec('PRAGMA synchronous = FULL');
    sql.exec('PRAGMA checkpoint_fullfsync = ON');
    sql.exec('PRAGMA foreign_keys = ON');
    sql.exec('PRAGMA cache_size = -16000');
    return sql;
  } catch (error) {
    sql?.close();
    throw asDatabaseError(error);
  }
}

/** Refuses a file that is missing, too short, or plaintext SQLite. */
function assertEncryptedFile(path: string): void {
  let size: number;
  try {
    size = statSync(path).size;
  } catch (error) {
    throw new CustodiaError('vault.databaseMissing', {}, { cause: error });
  }
  if (size < 512) throw new CustodiaError('vault.databaseDamaged');
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1') === sqliteMagic) throw new CustodiaError('vault.notEncrypted');
}
