import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { CustodiaError } from '../../api/errors.ts';
import { openDatabase } from './connection.ts';
import type { Sql } from './sql.ts';

/**
 * The search index is a database of its own under the vault's key: it is derived from the journal and the exhibits,
 * so it needs no backup, never keeps the journal's writer waiting, and is thrown away where it is damaged.
 */
export interface IndexPlace {
  readonly path: string;
  readonly key: string;
  /** The key before a change that was cut short. */
  readonly previousKey: string | null;
}

/** Who searches keeps as much of the index decrypted as the core can afford: decrypting is what a search waits for. */
export const searcherCacheKiB = 56_000;

/**
 * Opens the index for writing, or makes it anew: where there is none, where it is damaged or of another version, and
 * where neither key opens it.
 *
 * @param schema the tables; their fingerprint is kept in the file, so that any change of them makes it anew
 */
export function openIndexFile(place: IndexPlace, schema: string): Sql {
  const version = fingerprint(schema);
  const sql = openKept(place);
  if (sql !== null) {
    if (versionOf(sql) === version) return sql;
    sql.close();
  }
  for (const end of ['', '-wal', '-shm']) rmSync(place.path + end, { force: true });
  const fresh = openDatabase(place.path, place.key, { create: true });
  fresh.transaction(() => {
    fresh.exec(schema);
    fresh.exec(`PRAGMA user_version = ${version}`);
  });
  return fresh;
}

/** 31 bits: what fits SQLite's own field for an application's version. */
function fingerprint(schema: string): number {
  return createHash('sha256').update(schema).digest().readUInt32BE(0) >>> 1;
}

function versionOf(sql: Sql): number {
  return sql.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

function openKept({ path, key, previousKey }: IndexPlace): Sql | null {
  if (!existsSync(path)) return null;
  const current = openOrNull(path, key);
  if (current !== null || previousKey === null) return current;
  const old = openOrNull(path, previousKey);
  if (old === null) return null;
  old.exec(`PRAGMA rekey = "x'${key}'"`);
  old.close();
  return openOrNull(path, key);
}

/** Null for what can only be made anew; a disk that fails is told as such. */
function openOrNull(path: string, key: string): Sql | null {
  try {
    return openDatabase(path, key);
  } catch (error) {
    const lost = ['vault.databaseDamaged', 'vault.notEncrypted', 'vault.databaseMissing'];
    if (error instanceof CustodiaError && lost.includes(error.code)) return null;
    throw error;
  }
}

/**
 * Makes another encrypted database readable on this connection, its tables by their plain names.
 *
 * @param cacheKiB how much of it may stay decrypted in memory
 */
export function attachDatabase(
  sql: Sql,
  { path, key, name, cacheKiB }: { path: string; key: string; name: 'file' | 'found'; cacheKiB: number },
): void {
  sql.run(`ATTACH DATABASE ? AS ${name} KEY ?`, [path, `x'${key}'`]);
  sql.exec(`PRAGMA ${name}.cache_size = -${cacheKiB}`);
}
