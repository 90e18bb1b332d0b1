import { rmSync } from 'node:fs';
import { openDatabase } from './connection.ts';
import type { Sql } from './sql.ts';

/**
 * What is wrong with an encrypted database: every page's HMAC, then SQLite's own structure. On a connection of its
 * own, because a page that fails poisons the connection that met it. Empty when all is well; throws where it cannot
 * be opened at all.
 */
export function checkDatabase(path: string, key: string): string[] {
  const sql = openDatabase(path, key);
  try {
    const pages = sql.all<Record<string, string>>('PRAGMA cipher_integrity_check').flatMap(Object.values);
    if (pages.length > 0) return pages;
    const structure = sql.all<{ quick_check: string }>('PRAGMA quick_check');
    return structure.map((row) => row.quick_check).filter((line) => line !== 'ok');
  } finally {
    sql.close();
  }
}

/**
 * Writes a compact copy of the database, under the same key, to a new file, and checks it before anybody relies on
 * it. What is not sound is removed again.
 *
 * @returns what is wrong with the copy: empty when it may be kept
 */
export function snapshotDatabase(sql: Sql, key: string, path: string): string[] {
  sql.run('VACUUM INTO ?', [path]);
  const problems = checkDatabase(path, key);
  const entries = (one: Sql): number => one.get<{ n: number }>('SELECT count(*) AS n FROM entry')?.n ?? -1;
  const copy = openDatabase(path, key);
  try {
    if (entries(copy) > entries(sql)) problems.push('entries');
  } finally {
    copy.close();
  }
  if (problems.length > 0) rmSync(path, { force: true });
  return problems;
}
