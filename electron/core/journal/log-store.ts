import type { Sql } from '../vault/database/sql.ts';
import type { NodeStore } from './merkle.ts';

/** The Merkle log's nodes, kept beside the entries, so that each earlier root is a few look-ups away. */
export function logStore(sql: Sql): NodeStore {
  return {
    get: (level, position) =>
      sql.get<{ hash: Uint8Array }>('SELECT hash FROM merkle_node WHERE level = ? AND position = ?', [
        level,
        position,
      ])?.hash,
    put: (level, position, hash) =>
      sql.run('INSERT INTO merkle_node (level, position, hash) VALUES (?, ?, ?)', [
        level,
        position,
        Uint8Array.from(hash),
      ]),
  };
}

export function logSize(sql: Sql): number {
  return sql.get<{ size: number }>('SELECT size FROM log_head')?.size ?? 0;
}
