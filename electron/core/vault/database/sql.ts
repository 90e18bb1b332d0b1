import { Database } from '@signalapp/sqlcipher';

export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>;
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** One connection, used by one thread. Rows come as plain objects, shaped by the query that asks for them. */
export interface Sql {
  all<Row extends object>(query: string, params?: SqlParams): Row[];
  get<Row extends object>(query: string, params?: SqlParams): Row | undefined;
  run(query: string, params?: SqlParams): void;
  exec(script: string): void;
  /** Everything in `work` happens, or nothing. Takes the write lock at once, so that it never fails half way for want of it. */
  transaction<T>(work: () => T): T;
  /** Everything that `work` reads is of one moment, whatever others write meanwhile. */
  snapshot<T>(work: () => T): T;
  close(): void;
}

/** Opens a connection without key or pragmas: `connection.ts` (encrypted file) and `memory.ts` set these. */
export function openSql(path: string): Sql {
  const database = new Database(path, { cacheStatements: true });
  let open = true;
  const sql: Sql = {
    all: <Row extends object>(query: string, params: SqlParams = []) =>
      database.prepare(query).all(params) as unknown as Row[],
    get: <Row extends object>(query: string, params: SqlParams = []) =>
      database.prepare(query).get(params) as unknown as Row | undefined,
    run: (query, params = []) => {
      database.prepare(query).run(params);
    },
    exec: (script) => database.exec(script),
    transaction: (work) => within(database, 'BEGIN IMMEDIATE', work),
    snapshot: (work) => within(database, 'BEGIN', work),
    close: () => {
      if (open) database.close();
      open = false;
    },
  };
  return sql;
}

function within<T>(database: Database, begin: string, work: () => T): T {
  database.exec(begin);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** SQLite has already rolled back by itself after some errors (a full disk among them). */
function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('no transaction is active')) throw error;
  }
}

/** A database in memory only, for "as it stood on" and for comparing rebuilt views. */
export function openMemory(): Sql {
  const sql = openSql(':memory:');
  sql.exec('PRAGMA foreign_keys = ON');
  return sql;
}
